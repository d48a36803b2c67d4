/* test-json-reader.c: what JSON is taken, what is refused, and how the message reads
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "base/dp-json.h"

#include <string.h>

/* Results by rules; a DpJsonError otherwise. */
#define OK (-1)
#define SYNTAX DP_JSON_ERROR_SYNTAX
#define ENCODING DP_JSON_ERROR_ENCODING
#define NUMBER DP_JSON_ERROR_NUMBER
#define DUPLICATE DP_JSON_ERROR_DUPLICATE

typedef struct
{
  const char *text;
  gsize length; /* 0: to the NUL */
  int results[3];
} Document;

#define ALL(text, result)                     \
  {                                           \
    text, 0, { (result), (result), (result) } \
  }
#define EACH(text, strict, grammar, foreign)    \
  {                                             \
    text, 0, { (strict), (grammar), (foreign) } \
  }
#define BYTES(text, strict, grammar, foreign)                 \
  {                                                           \
    text, sizeof text - 1, { (strict), (grammar), (foreign) } \
  }

static const Document documents[] = {
  /* Good. */
  ALL ("{}", OK),
  ALL ("[]", OK),
  ALL (" \t\r\n[ ] \n", OK),
  ALL ("null", OK),
  ALL ("true", OK),
  ALL ("false", OK),
  ALL ("\"\"", OK),
  ALL ("\"a\"", OK),
  ALL ("0", OK),
  ALL ("-0", OK),
  ALL ("42", OK),
  ALL ("-42", OK),
  ALL ("0.5", OK),
  ALL ("-0.0", OK),
  ALL ("1e5", OK),
  ALL ("1E+5", OK),
  ALL ("1.25e-5", OK),
  ALL ("1e-999", OK),
  ALL ("9007199254740991", OK),
  ALL ("-9007199254740991", OK),
  ALL ("1e300", OK),
  ALL ("[1,2,3]", OK),
  ALL ("[null,true,false,\"\",0,{},[]]", OK),
  ALL ("{\"a\":1,\"b\":{\"c\":[{}]}}", OK),
  ALL ("{\"\":0}", OK),
  ALL ("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", OK),
  ALL ("\"\\u0041\\u00e9\\u20AC\"", OK),
  ALL ("\"\\uD83D\\uDE02\"", OK),
  ALL ("\"\\uFFFE\\uFDD0\"", OK),
  ALL ("\"\xE2\x82\xAC \xF0\x9F\x98\x82 \xF4\x8F\xBF\xBF\"", OK),
  ALL ("\"\x7F\"", OK),
  ALL ("\"\xE2\x80\xA8\"", OK),
  /* Cut short. */
  ALL ("", SYNTAX),
  ALL (" ", SYNTAX),
  ALL ("{", SYNTAX),
  ALL ("[", SYNTAX),
  ALL ("[1", SYNTAX),
  ALL ("[1,", SYNTAX),
  ALL ("{\"a", SYNTAX),
  ALL ("{\"a\"", SYNTAX),
  ALL ("{\"a\":", SYNTAX),
  ALL ("{\"a\":1", SYNTAX),
  ALL ("{\"a\":1,", SYNTAX),
  ALL ("\"a", SYNTAX),
  ALL ("\"\\", SYNTAX),
  ALL ("\"\\u00", SYNTAX),
  ALL ("-", SYNTAX),
  ALL ("1.", SYNTAX),
  ALL ("1e", SYNTAX),
  ALL ("1e+", SYNTAX),
  ALL ("tru", SYNTAX),
  /* Not quite JSON. */
  ALL ("[1,]", SYNTAX),
  ALL ("[,1]", SYNTAX),
  ALL ("[1,,2]", SYNTAX),
  ALL ("[1 2]", SYNTAX),
  ALL ("{\"a\":1,}", SYNTAX),
  ALL ("{,}", SYNTAX),
  ALL ("{\"a\" 1}", SYNTAX),
  ALL ("{\"a\":1 \"b\":2}", SYNTAX),
  ALL ("{a:1}", SYNTAX),
  ALL ("{'a':1}", SYNTAX),
  ALL ("{1:1}", SYNTAX),
  ALL ("{null:1}", SYNTAX),
  ALL ("[1}", SYNTAX),
  ALL ("{\"a\":1]", SYNTAX),
  ALL ("{\"a\":}", SYNTAX),
  ALL ("]", SYNTAX),
  ALL ("{}{}", SYNTAX),
  ALL ("1 1", SYNTAX),
  ALL ("{} x", SYNTAX),
  ALL ("'a'", SYNTAX),
  ALL ("\"\\q\"", SYNTAX),
  ALL ("\"\\x41\"", SYNTAX),
  ALL ("\"\\u00g0\"", SYNTAX),
  ALL ("\"\\U0041\"", SYNTAX),
  ALL ("01", SYNTAX),
  ALL ("-01", SYNTAX),
  ALL ("+1", SYNTAX),
  ALL (".5", SYNTAX),
  ALL ("-.5", SYNTAX),
  ALL ("5.e1", SYNTAX),
  ALL ("0x10", SYNTAX),
  ALL ("1_000", SYNTAX),
  ALL ("NaN", SYNTAX),
  ALL ("Infinity", SYNTAX),
  ALL ("-Infinity", SYNTAX),
  ALL ("True", SYNTAX),
  ALL ("nul", SYNTAX),
  ALL ("nulls", SYNTAX),
  ALL ("undefined", SYNTAX),
  ALL ("/* c */ 1", SYNTAX),
  ALL ("1 // c", SYNTAX),
  ALL ("# c\n1", SYNTAX),
  ALL ("var a = 1;", SYNTAX),
  ALL ("\f1", SYNTAX),
  ALL ("[\xC2\xA0]", SYNTAX),
  BYTES ("[1]\0", SYNTAX, SYNTAX, SYNTAX),
  BYTES ("\0", SYNTAX, SYNTAX, SYNTAX),
  /* Not UTF-8. */
  ALL ("\"\xFF\"", ENCODING),
  ALL ("\"\xE9\"", ENCODING),
  ALL ("\"\x80\"", ENCODING),
  ALL ("\"\xC0\xAF\"", ENCODING),
  ALL ("\"\xE2\x82\"", ENCODING),
  ALL ("\"\xED\xA0\x80\"", ENCODING),
  ALL ("\"\xF4\x90\x80\x80\"", ENCODING),
  ALL ("[\xFF]", ENCODING),
  ALL ("\"\xE2", ENCODING),
  /* Where the rules differ. */
  EACH ("\"\\u0000\"", ENCODING, OK, OK),
  EACH ("{\"\\u0000\":1}", ENCODING, OK, OK),
  EACH ("\"\\uD83D\"", ENCODING, ENCODING, OK),
  EACH ("\"\\uDE02\\uD83D\"", ENCODING, ENCODING, OK),
  EACH ("\"\\uD83D\\n\"", ENCODING, ENCODING, OK),
  EACH ("\"\\uD83Dx\"", ENCODING, ENCODING, OK),
  EACH ("\"\\uD83D\\u0041\"", ENCODING, ENCODING, OK),
  EACH ("\xEF\xBB\xBF[]", ENCODING, ENCODING, OK),
  EACH ("\xEF\xBB\xBF", ENCODING, ENCODING, SYNTAX),
  EACH ("\"a\nb\"", SYNTAX, SYNTAX, OK),
  EACH ("\"a\tb\"", SYNTAX, SYNTAX, OK),
  EACH ("\"\x1F\"", SYNTAX, SYNTAX, OK),
  BYTES ("\"a\0b\"", SYNTAX, SYNTAX, OK),
  EACH ("{\"a\":1,\"a\":2}", DUPLICATE, OK, OK),
  EACH ("{\"a\":1,\"\\u0061\":2}", DUPLICATE, OK, OK),
  EACH ("[{\"a\":{\"b\":1,\"b\":1}}]", DUPLICATE, OK, OK),
  EACH ("9007199254740992", NUMBER, OK, OK),
  EACH ("-9007199254740992", NUMBER, OK, OK),
  EACH ("123456789012345678901234567890", NUMBER, OK, OK),
  ALL ("1e400", NUMBER),
  ALL ("-1e400", NUMBER),
};

static void
check_document (const Document *document,
                DpJsonRules rules)
{
  gsize length = document->length > 0 ? document->length : strlen (document->text);
  /* Without a NUL behind it, so that a sanitizer sees a step too far. */
  g_autofree char *data = g_memdup2 (document->text, length);
  g_autofree char *shown = g_strescape (document->text, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = dp_json_read (data, length, rules, &error);
  int expected = document->results[rules];

  g_test_message ("rules %d: %s", rules, shown);
  if (expected == OK)
    {
      g_assert_no_error (error);
      g_assert_nonnull (node);
    }
  else
    {
      g_assert_null (node);
      g_assert_error (error, DP_JSON_ERROR, expected);
      g_assert_true (g_str_has_prefix (error->message, "line "));
    }
}

static void
test_table (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (documents); i++)
    for (DpJsonRules rules = DP_JSON_STRICT; rules <= DP_JSON_FOREIGN; rules++)
      check_document (&documents[i], rules);
}

static JsonNode *
read_ok (const char *text,
         DpJsonRules rules)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = dp_json_read (text, strlen (text), rules, &error);

  g_assert_no_error (error);
  return node;
}

static void
test_values (void)
{
  g_autoptr (JsonNode) node = read_ok ("{\"i\":-7,\"d\":1.5,\"s\":\"\\u00e9\\n\",\"t\":true,\"n\":null,\"a\":[1,[2]]}", DP_JSON_STRICT);
  JsonObject *object = json_node_get_object (node);
  g_autoptr (GList) names = json_object_get_members (object);
  JsonArray *array = json_object_get_array_member (object, "a");

  g_assert_cmpint (json_object_get_int_member (object, "i"), ==, -7);
  g_assert_cmpfloat (json_object_get_double_member (object, "d"), ==, 1.5);
  g_assert_cmpstr (json_object_get_string_member (object, "s"), ==, "é\n");
  g_assert_true (json_object_get_boolean_member (object, "t"));
  g_assert_true (json_object_get_null_member (object, "n"));
  g_assert_cmpuint (json_array_get_length (array), ==, 2);
  g_assert_cmpint (json_array_get_int_element (json_array_get_array_element (array, 1), 0), ==, 2);
  g_assert_true (json_node_get_parent (json_object_get_member (object, "a")) == node);

  /* In the order of the document. */
  g_assert_cmpstr (g_list_nth_data (names, 0), ==, "i");
  g_assert_cmpstr (g_list_nth_data (names, 5), ==, "a");
}

static void
test_replaced_characters (void)
{
  g_autoptr (JsonNode) zero = read_ok ("\"a\\u0000b\"", DP_JSON_GRAMMAR);
  g_autoptr (JsonNode) lone = read_ok ("\"\\uD83D\\uD83D\\uDE02\"", DP_JSON_FOREIGN);
  g_autoptr (JsonNode) raw = read_ok ("\xEF\xBB\xBF\"a\r\nb\"", DP_JSON_FOREIGN);

  g_assert_cmpstr (json_node_get_string (zero), ==, "a\xEF\xBF\xBD"
                                                    "b");
  g_assert_cmpstr (json_node_get_string (lone), ==, "\xEF\xBF\xBD\xF0\x9F\x98\x82");
  g_assert_cmpstr (json_node_get_string (raw), ==, "a\r\nb");
}

static void
test_numbers (void)
{
  g_autoptr (JsonNode) largest = read_ok ("-9007199254740991", DP_JSON_STRICT);
  g_autoptr (JsonNode) beyond = read_ok ("18446744073709551616", DP_JSON_FOREIGN);
  g_autoptr (JsonNode) real = read_ok ("1.0", DP_JSON_STRICT);
  g_autoptr (JsonNode) longer = read_ok ("0.10000000000000000000000000000000000000000000000000000000000000000000000000000001", DP_JSON_STRICT);

  g_assert_true (json_node_get_value_type (largest) == G_TYPE_INT64);
  g_assert_cmpint (json_node_get_int (largest), ==, -G_GINT64_CONSTANT (9007199254740991));
  g_assert_true (json_node_get_value_type (beyond) == G_TYPE_DOUBLE);
  g_assert_cmpfloat (json_node_get_double (beyond), ==, 18446744073709551616.0);
  g_assert_true (json_node_get_value_type (real) == G_TYPE_DOUBLE);
  g_assert_cmpfloat (json_node_get_double (longer), ==, 0.1);
}

static void
test_last_duplicate_counts (void)
{
  g_autoptr (JsonNode) node = read_ok ("{\"a\":1,\"b\":2,\"\\u0061\":{\"c\":[3]}}", DP_JSON_GRAMMAR);
  JsonObject *object = json_node_get_object (node);

  g_assert_cmpuint (json_object_get_size (object), ==, 2);
  g_assert_nonnull (json_object_get_object_member (object, "a"));
}

static void
assert_message (const char *text,
                const char *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (dp_json_read (text, strlen (text), DP_JSON_STRICT, &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_messages (void)
{
  assert_message ("{\n  \"articles\": [\n    {\"title\": 1, \"title\": 2}\n  ]\n}",
                  "line 3, column 18, at /articles/0/title: the key “title” is there twice");
  assert_message ("", "line 1, column 1: the document ends too early");
  assert_message ("{\"a\": [1, 2, x]}", "line 1, column 14, at /a/2: a value is expected here");
  /* Columns are code points, lines end as they do on any system. */
  assert_message ("[\"é😂\", x]", "line 1, column 8, at /1: a value is expected here");
  assert_message ("[\r\n\r\n x]", "line 3, column 2, at /0: a value is expected here");
  assert_message ("[\r\r x]", "line 3, column 2, at /0: a value is expected here");
  /* The pointer escapes, and shows the key as it is meant. */
  assert_message ("{\"a/b\": {\"~\\u0041\": [}}", "line 1, column 22, at /a~1b/~0A/0: a value is expected here");
  /* Behind a value the place is the list itself. */
  assert_message ("{\"a\": [1 2]}", "line 1, column 10, at /a/0: a comma or “]” is expected here");
  assert_message ("{\"a\": 1 \"b\": 2}", "line 1, column 9: a comma or “}” is expected here");
  assert_message ("{\"n\": 9007199254740993}", "line 1, column 7, at /n: a whole number this large cannot be kept exactly; write it as text");
}

static void
test_message_stays_short (void)
{
  g_autofree char *key = g_strnfill (100000, 'k');
  g_autofree char *text = g_strdup_printf ("{\"%s\": {\"%s\\n\": x}}", key, key);
  g_autoptr (GError) error = NULL;

  g_assert_null (dp_json_read (text, strlen (text), DP_JSON_STRICT, &error));
  g_assert_cmpuint (strlen (error->message), <, 300);
  g_assert_null (strchr (error->message, '\n'));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static char *
nest (guint depth,
      const char *open,
      const char *close)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append (text, open);
  for (guint i = 0; i < depth; i++)
    g_string_append (text, close);
  return g_string_free (text, FALSE);
}

static void
test_depth (void)
{
  g_autofree char *deepest = nest (DP_JSON_MAX_DEPTH, "[", "]");
  g_autofree char *too_deep = nest (DP_JSON_MAX_DEPTH + 1, "[", "]");
  g_autofree char *abyss = nest (100000, "[", "]");
  g_autofree char *objects = nest (100000, "{\"a\":", "}");
  const char *refused[] = { too_deep, abyss, objects };

  for (DpJsonRules rules = DP_JSON_STRICT; rules <= DP_JSON_FOREIGN; rules++)
    {
      g_autoptr (JsonNode) node = read_ok (deepest, rules);

      g_assert_nonnull (node);
      for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
        {
          g_autoptr (GError) error = NULL;

          g_assert_null (dp_json_read (refused[i], strlen (refused[i]), rules, &error));
          g_assert_error (error, DP_JSON_ERROR, DP_JSON_ERROR_DEPTH);
        }
    }
}

static void
test_size (void)
{
  g_autoptr (GError) error = NULL;

  /* Refused before a byte of it is looked at. */
  g_assert_null (dp_json_read ("[]", DP_JSON_MAX_SIZE + 1, DP_JSON_STRICT, &error));
  g_assert_error (error, DP_JSON_ERROR, DP_JSON_ERROR_SIZE);
}

static void
test_many_keys (void)
{
  g_autoptr (GString) text = g_string_new ("{");
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (text, "\"key %u\": %u, ", i, i);
  g_string_append (text, "\"last\": 0}");
  node = read_ok (text->str, DP_JSON_STRICT);
  g_assert_cmpuint (json_object_get_size (json_node_get_object (node)), ==, 100001);

  g_string_truncate (text, text->len - 1);
  g_string_append (text, ", \"key 0\": 1}");
  g_assert_null (dp_json_read (text->str, text->len, DP_JSON_STRICT, &error));
  g_assert_error (error, DP_JSON_ERROR, DP_JSON_ERROR_DUPLICATE);
}

/* Every beginning of a good document is refused, and not read beyond. */
static void
test_cut_anywhere (void)
{
  static const char text[] = "{\"a\": [1.5e3, true, \"é\\u00e9\\uD83D\\uDE02\", null], \"b\": {\"c\": false}}";

  for (gsize length = 0; length < sizeof text - 1; length++)
    {
      g_autofree char *cut = g_memdup2 (text, length);
      g_autoptr (GError) error = NULL;

      g_assert_null (dp_json_read (cut, length, DP_JSON_FOREIGN, &error));
      g_assert_nonnull (error);
    }
}

static void
test_line (void)
{
  static const char text[] = "\n{\n \"a\": [1, \"]\\\"\",\n  {\"b/c\": 2,\n   \"d\":\n  [ ] } ],\n \"e\": {}\n}\n";
  static const struct
  {
    const char *pointer;
    guint line;
  } places[] = {
    { "", 2 },
    { "/a", 3 },
    { "/a/1", 3 },
    { "/a/2", 4 },
    { "/a/2/b~1c", 4 },
    { "/a/2/d", 6 },
    { "/e", 7 },
    { "/e/nothing", 7 },
    { "/nothing/at/all", 2 },
    { "/a/7", 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    g_assert_cmpuint (dp_json_find_line (text, strlen (text), places[i].pointer), ==, places[i].line);
  g_assert_cmpuint (dp_json_find_line ("", 0, "/a"), ==, 1);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/reader/line", test_line);
  g_test_add_func ("/json/read/table", test_table);
  g_test_add_func ("/json/read/values", test_values);
  g_test_add_func ("/json/read/replaced-characters", test_replaced_characters);
  g_test_add_func ("/json/read/numbers", test_numbers);
  g_test_add_func ("/json/read/last-duplicate-counts", test_last_duplicate_counts);
  g_test_add_func ("/json/read/messages", test_messages);
  g_test_add_func ("/json/read/message-stays-short", test_message_stays_short);
  g_test_add_func ("/json/read/depth", test_depth);
  g_test_add_func ("/json/read/size", test_size);
  g_test_add_func ("/json/read/many-keys", test_many_keys);
  g_test_add_func ("/json/read/cut-anywhere", test_cut_anywhere);
  return g_test_run ();
}
