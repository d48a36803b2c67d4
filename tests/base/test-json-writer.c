/* test-json-writer.c: the readable and the canonical form
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "base/dp-json.h"

#include <locale.h>
#include <math.h>
#include <string.h>

static JsonNode *
read_ok (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = dp_json_read (text, strlen (text), DP_JSON_STRICT, &error);

  g_assert_no_error (error);
  return node;
}

static char *
to_text (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return g_strndup (data, length);
}

static void
assert_canonical (const char *text,
                  const char *expected)
{
  g_autoptr (JsonNode) node = read_ok (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = dp_json_write_canonical (node, &error);
  g_autofree char *written = NULL;

  g_assert_no_error (error);
  written = to_text (bytes);
  g_assert_cmpstr (written, ==, expected);
}

static void
test_readable (void)
{
  g_autoptr (JsonNode) node = read_ok ("{\"b\":[1,{\"c\":null}],\"a\":{},\"e\":[],\"s\":\"</\\u001f\\u007f\\u00e9\"}");
  g_autoptr (GBytes) bytes = dp_json_write (node);
  g_autofree char *written = to_text (bytes);

  g_assert_cmpstr (written, ==,
                   "{\n"
                   "  \"b\": [\n"
                   "    1,\n"
                   "    {\n"
                   "      \"c\": null\n"
                   "    }\n"
                   "  ],\n"
                   "  \"a\": {},\n"
                   "  \"e\": [],\n"
                   "  \"s\": \"</\\u001f\x7F"
                   "é\"\n"
                   "}\n");
}

static void
test_canonical (void)
{
  assert_canonical (" { \"b\" : [ 1 , true ] , \"a\" : null } ", "{\"a\":null,\"b\":[1,true]}");
  assert_canonical ("\"\\u0001\\b\\t\\n\\f\\r\\\"\\\\\\/\\u001F\"", "\"\\u0001\\b\\t\\n\\f\\r\\\"\\\\/\\u001f\"");
  /* By UTF-16: U+1F602 comes before U+FB33, and a shorter name before a longer one. */
  assert_canonical ("{\"\\uFB33\":1,\"\\uD83D\\uDE02\":2,\"\\u20AC\":3,\"ab\":4,\"a\":5,\"\":6}",
                    "{\"\":6,\"a\":5,\"ab\":4,\"\xE2\x82\xAC\":3,\"\xF0\x9F\x98\x82\":2,\"\xEF\xAC\xB3\":1}");
}

static int
compare_utf16 (const char *a,
               const char *b)
{
  g_autofree gunichar2 *first = g_utf8_to_utf16 (a, -1, NULL, NULL, NULL);
  g_autofree gunichar2 *second = g_utf8_to_utf16 (b, -1, NULL, NULL, NULL);
  gsize i = 0;

  while (first[i] == second[i] && first[i] != 0)
    i++;
  return (int) first[i] - (int) second[i];
}

/* Names of one to three characters from both sides of every border that matters. */
static JsonNode *
random_object (void)
{
  static const gunichar borders[] = { 'a', 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xEFFF, 0xF000, 0xFFFF, 0x10000, 0x3FFFF, 0x40000, 0x10FFFF };
  g_autoptr (JsonObject) object = json_object_new ();

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (GString) name = g_string_new (NULL);
      guint n = (guint) g_test_rand_int_range (1, 4);

      for (guint j = 0; j < n; j++)
        g_string_append_unichar (name, borders[g_test_rand_int_range (0, G_N_ELEMENTS (borders))]);
      json_object_set_null_member (object, name->str);
    }
  return json_node_init_object (json_node_alloc (), object);
}

static void
test_canonical_order (void)
{
  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (JsonNode) node = random_object ();
      g_autoptr (GBytes) bytes = dp_json_write_canonical (node, NULL);
      g_autoptr (JsonNode) sorted = dp_json_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), DP_JSON_STRICT, NULL);
      g_autoptr (GList) names = json_object_get_members (json_node_get_object (sorted));

      for (GList *l = names; l->next != NULL; l = l->next)
        g_assert_cmpint (compare_utf16 (l->data, l->next->data), <, 0);
    }
}

static void
test_canonical_numbers (void)
{
  static const char *const pairs[][2] = {
    { "0", "0" },
    { "-0", "0" },
    { "-0.0", "0" },
    { "1.0", "1" },
    { "1.50", "1.5" },
    { "-1.5", "-1.5" },
    { "100", "100" },
    { "1e2", "100" },
    { "0.1", "0.1" },
    { "0.000001", "0.000001" },
    { "0.0000001", "1e-7" },
    { "1.5e-7", "1.5e-7" },
    { "1e20", "100000000000000000000" },
    { "1e21", "1e+21" },
    { "123456789012345680000.0", "123456789012345680000" },
    { "1.7976931348623157e308", "1.7976931348623157e+308" },
    { "5e-324", "5e-324" },
    { "2.2250738585072014e-308", "2.2250738585072014e-308" },
    { "333333333.33333329", "333333333.3333333" },
    { "4.5e0", "4.5" },
    { "2e-3", "0.002" },
    { "1e23", "1e+23" },
    { "9007199254740991", "9007199254740991" },
    { "9.007199254740993e15", "9007199254740992" },
    /* Powers of two whose nearest 16 digits do not read back, but the next ones up do. */
    { "5.9604644775390625e-8", "5.960464477539063e-8" },
    { "7.1746481373430634e-43", "7.174648137343064e-43" },
    { "6.1897001964269014e26", "6.189700196426902e+26" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    assert_canonical (pairs[i][0], pairs[i][1]);
}

static void
assert_canonical_fails (JsonNode *node,
                        DpJsonError code,
                        const char *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (dp_json_write_canonical (node, &error));
  g_assert_error (error, DP_JSON_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, message));
}

static void
test_unwritable (void)
{
  g_autoptr (JsonNode) node = read_ok ("{\"a\":[1,2]}");
  JsonArray *array = json_object_get_array_member (json_node_get_object (node), "a");
  g_autoptr (GBytes) bytes = NULL;

  json_array_add_double_element (array, INFINITY);
  assert_canonical_fails (node, DP_JSON_ERROR_NUMBER, "at /a/2:");
  g_assert_null (dp_json_write (node));
  json_array_remove_element (array, 2);

  json_array_add_int_element (array, G_GINT64_CONSTANT (9007199254740992));
  assert_canonical_fails (node, DP_JSON_ERROR_NUMBER, "at /a/2:");
  json_array_remove_element (array, 2);

  json_array_add_string_element (array, "\xFF");
  assert_canonical_fails (node, DP_JSON_ERROR_ENCODING, "at /a/2:");
  bytes = dp_json_write (node);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), "\xEF\xBF\xBD"));
}

/* What was written is read again as the same, by the strict rules, whatever the double. */
static void
check_round_trip (double value)
{
  g_autoptr (JsonNode) node = json_node_init_double (json_node_alloc (), value);
  g_autoptr (GBytes) readable = dp_json_write (node);
  g_autoptr (GBytes) canonical = dp_json_write_canonical (node, NULL);
  GBytes *forms[] = { readable, canonical };
  DpJsonRules rules[] = { DP_JSON_STRICT, DP_JSON_GRAMMAR };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (GError) error = NULL;
      gsize length;
      const char *data = g_bytes_get_data (forms[i], &length);
      g_autoptr (JsonNode) again = dp_json_read (data, length, rules[i], &error);

      g_assert_no_error (error);
      g_assert_cmpfloat (json_node_get_double (again), ==, value);
    }
}

static double
random_double (void)
{
  union
  {
    guint64 bits;
    double value;
  } u;

  do
    u.bits = ((guint64) g_test_rand_int () << 32) | (guint32) g_test_rand_int ();
  while (!isfinite (u.value));
  return u.value;
}

static void
test_numbers_round_trip (void)
{
  for (guint i = 0; i < 5000; i++)
    check_round_trip (random_double ());
  for (guint i = 0; i < 5000; i++)
    check_round_trip (g_test_rand_double_range (-1e6, 1e6));
  for (int exponent = -1074; exponent <= 1023; exponent++)
    check_round_trip (ldexp (1, exponent));
  check_round_trip (1e20);
  check_round_trip (9007199254740992.0);
}

static void
test_comma_locale (void)
{
  static const char *const locales[] = { "de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8", "ru_RU.UTF-8" };
  g_autofree char *before = g_strdup (setlocale (LC_NUMERIC, NULL));
  gboolean has_comma = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (locales) && !has_comma; i++)
    has_comma = setlocale (LC_NUMERIC, locales[i]) != NULL && *localeconv ()->decimal_point == ',';
  if (!has_comma)
    g_test_message ("no locale with a decimal comma here; the same is checked in the plain one");
  assert_canonical ("[1.5,1e-7,-2.25]", "[1.5,1e-7,-2.25]");
  setlocale (LC_NUMERIC, before);
}

/* Random trees, to show that reading what was written gives the same tree in the same order. */
static JsonNode *
random_tree (guint depth)
{
  JsonNode *node = json_node_alloc ();
  guint kind = (guint) g_test_rand_int_range (0, depth > 0 ? 8 : 6);
  guint n = (guint) g_test_rand_int_range (0, 5);

  switch (kind)
    {
    case 0:
      return json_node_init_null (node);
    case 1:
      return json_node_init_boolean (node, g_test_rand_bit ());
    case 2:
      return json_node_init_int (node, g_test_rand_int ());
    case 3:
      return json_node_init_double (node, random_double ());
    case 4:
    case 5:
      {
        g_autoptr (GString) text = g_string_new (NULL);

        for (guint i = 0; i < n * 3; i++)
          {
            gunichar c = (gunichar) g_test_rand_int_range (1, g_test_rand_bit () ? 0x30 : 0x110000);

            g_string_append_unichar (text, g_unichar_validate (c) ? c : 'x');
          }
        return json_node_init_string (node, text->str);
      }
    case 6:
      {
        g_autoptr (JsonArray) array = json_array_new ();

        for (guint i = 0; i < n; i++)
          json_array_add_element (array, random_tree (depth - 1));
        return json_node_init_array (node, array);
      }
    default:
      {
        g_autoptr (JsonObject) object = json_object_new ();

        for (guint i = 0; i < n; i++)
          {
            g_autofree char *name = g_strdup_printf ("%d\"%u", g_test_rand_int_range (0, 1000), i);

            json_object_set_member (object, name, random_tree (depth - 1));
          }
        return json_node_init_object (node, object);
      }
    }
}

static void
test_trees_round_trip (void)
{
  for (guint i = 0; i < 500; i++)
    {
      g_autoptr (JsonNode) node = random_tree (4);
      g_autoptr (GBytes) first = dp_json_write (node);
      g_autoptr (GBytes) canonical = dp_json_write_canonical (node, NULL);
      gsize length;
      const char *data = g_bytes_get_data (first, &length);
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) again = dp_json_read (data, length, DP_JSON_STRICT, &error);
      g_autoptr (GBytes) second = NULL;
      g_autoptr (GBytes) canonical_again = NULL;

      g_assert_no_error (error);
      second = dp_json_write (again);
      canonical_again = dp_json_write_canonical (again, NULL);
      g_assert_true (g_bytes_equal (first, second));
      g_assert_true (g_bytes_equal (canonical, canonical_again));
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/write/readable", test_readable);
  g_test_add_func ("/json/write/canonical", test_canonical);
  g_test_add_func ("/json/write/canonical-order", test_canonical_order);
  g_test_add_func ("/json/write/canonical-numbers", test_canonical_numbers);
  g_test_add_func ("/json/write/unwritable", test_unwritable);
  g_test_add_func ("/json/write/numbers-round-trip", test_numbers_round_trip);
  g_test_add_func ("/json/write/comma-locale", test_comma_locale);
  g_test_add_func ("/json/write/trees-round-trip", test_trees_round_trip);
  return g_test_run ();
}
