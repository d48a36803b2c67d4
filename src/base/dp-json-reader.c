/* dp-json-reader.c: JSON from bytes to a tree, without recursion
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "base/dp-json.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MAX_SAFE_INTEGER G_GINT64_CONSTANT (9007199254740991)
#define REPLACEMENT_CHARACTER 0xFFFD
/* A key is quoted in a message up to this many code points. */
#define MAX_QUOTED_KEY 64

/* An object or array that is open. The tree owns what this points to. */
typedef struct
{
  JsonNode *node;
  JsonObject *object; /* (nullable) */
  JsonArray *array;   /* (nullable) */
  const char *key_at; /* (nullable): the opening quote of the key whose value is being read */
  guint n_read;       /* members or elements begun */
} Frame;

typedef struct
{
  /* Input. */
  const char *start;
  const char *end;
  DpJsonRules rules;
  /* In progress. */
  const char *at;
  GString *key;
  GString *text;
  Frame frames[DP_JSON_MAX_DEPTH];
  guint depth;
  /* Results. */
  JsonNode *root; /* (owned) (nullable) */
  GError *error;  /* (owned) (nullable) */
} Reader;

G_DEFINE_QUARK (dp_json_error, dp_json_error)

static gboolean read_string (Reader *self,
                             GString *into);

/* -- Saying what is wrong, and where -- */

static void
find_line (Reader *self,
           const char *at,
           guint *line,
           guint *column)
{
  const char *line_start = self->start;

  *line = 1;
  *column = 1;
  for (const char *p = self->start; p < at; p++)
    if (*p == '\n' || (*p == '\r' && (p + 1 == self->end || p[1] != '\n')))
      {
        *line += 1;
        line_start = p + 1;
      }
  if (line_start == self->start && self->end - self->start >= 3 &&
      memcmp (line_start, "\xEF\xBB\xBF", 3) == 0 && at > line_start)
    line_start += 3;
  for (const char *p = line_start; p < at; p++)
    if (((guchar) *p & 0xC0) != 0x80)
      *column += 1;
}

/* @escape: as a part of a JSON pointer */
static void
append_key (GString *into,
            const char *key,
            gboolean escape)
{
  guint n = 0;

  for (const char *p = key; *p != '\0'; p = g_utf8_next_char (p), n++)
    {
      gunichar c = g_utf8_get_char (p);

      if (n == MAX_QUOTED_KEY)
        {
          g_string_append (into, "…");
          return;
        }
      if (escape && c == '~')
        g_string_append (into, "~0");
      else if (escape && c == '/')
        g_string_append (into, "~1");
      else
        g_string_append_unichar (into, g_unichar_iscntrl (c) ? REPLACEMENT_CHARACTER : c);
    }
}

static char *
dup_pointer (Reader *self)
{
  GString *pointer = g_string_new (NULL);
  Reader key_reader = { .start = self->start, .end = self->end, .rules = DP_JSON_FOREIGN };
  g_autoptr (GString) key = g_string_new (NULL);

  for (guint i = 0; i < self->depth; i++)
    {
      const Frame *frame = &self->frames[i];

      if (frame->array != NULL && frame->n_read > 0)
        g_string_append_printf (pointer, "/%u", frame->n_read - 1);
      else if (frame->object != NULL && frame->key_at != NULL)
        {
          key_reader.at = frame->key_at;
          g_string_append_c (pointer, '/');
          if (read_string (&key_reader, key))
            append_key (pointer, key->str, TRUE);
        }
    }
  return g_string_free (pointer, FALSE);
}

/* Always FALSE, so that a caller can return it. */
static gboolean
fail (Reader *self,
      const char *at,
      DpJsonError code,
      const char *what)
{
  g_autofree char *pointer = NULL;
  guint line, column;

  if (self->error != NULL)
    return FALSE;
  /* The helper that reads a key again for a message has no frames and nobody to tell. */
  if (self->text == NULL)
    return FALSE;

  find_line (self, at, &line, &column);
  pointer = dup_pointer (self);
  if (*pointer == '\0')
    /* Translators: a place in a JSON document, then what is wrong there */
    g_set_error (&self->error, DP_JSON_ERROR, code, _ ("line %u, column %u: %s"), line, column, what);
  else
    /* Translators: a place in a JSON document (the third is a path like /articles/0/title), then
     * what is wrong there */
    g_set_error (&self->error, DP_JSON_ERROR, code, _ ("line %u, column %u, at %s: %s"), line, column, pointer, what);
  return FALSE;
}

static gboolean
fail_cut_short (Reader *self)
{
  return fail (self, self->end, DP_JSON_ERROR_SYNTAX, _ ("the document ends too early"));
}

/* -- Strings -- */

static gboolean
read_hex4 (Reader *self,
           gunichar *unit)
{
  gunichar value = 0;

  for (guint i = 0; i < 4; i++, self->at++)
    {
      if (self->at == self->end)
        return fail_cut_short (self);
      if (!g_ascii_isxdigit (*self->at))
        return fail (self, self->at, DP_JSON_ERROR_SYNTAX, _ ("“\\u” needs four hexadecimal digits"));
      value = value * 16 + (gunichar) g_ascii_xdigit_value (*self->at);
    }
  *unit = value;
  return TRUE;
}

static gboolean
is_high_surrogate (gunichar unit)
{
  return unit >= 0xD800 && unit <= 0xDBFF;
}

static gboolean
is_low_surrogate (gunichar unit)
{
  return unit >= 0xDC00 && unit <= 0xDFFF;
}

/* After "\u": one code point, of one escape or of two that form a pair. */
static gboolean
read_unicode_escape (Reader *self,
                     GString *into)
{
  const char *escape = self->at - 2;
  gunichar first, second;

  if (!read_hex4 (self, &first))
    return FALSE;
  if (is_high_surrogate (first) && self->end - self->at >= 2 && self->at[0] == '\\' && self->at[1] == 'u')
    {
      const char *after_first = self->at;

      self->at += 2;
      if (!read_hex4 (self, &second))
        return FALSE;
      if (is_low_surrogate (second))
        {
          g_string_append_unichar (into, 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00));
          return TRUE;
        }
      self->at = after_first;
    }
  if (is_high_surrogate (first) || is_low_surrogate (first))
    {
      if (self->rules != DP_JSON_FOREIGN)
        return fail (self, escape, DP_JSON_ERROR_ENCODING, _ ("half of a surrogate pair stands alone"));
      first = REPLACEMENT_CHARACTER;
    }
  else if (first == 0)
    {
      if (self->rules == DP_JSON_STRICT)
        return fail (self, escape, DP_JSON_ERROR_ENCODING, _ ("the character U+0000 is not allowed"));
      first = REPLACEMENT_CHARACTER;
    }
  g_string_append_unichar (into, first);
  return TRUE;
}

static gboolean
read_escape (Reader *self,
             GString *into)
{
  static const char from[] = "\"\\/bfnrt";
  static const char to[] = "\"\\/\b\f\n\r\t";
  const char *found;

  self->at++;
  if (self->at == self->end)
    return fail_cut_short (self);
  if (*self->at == 'u')
    {
      self->at++;
      return read_unicode_escape (self, into);
    }
  found = *self->at != '\0' ? strchr (from, *self->at) : NULL;
  if (found == NULL)
    return fail (self, self->at - 1, DP_JSON_ERROR_SYNTAX, _ ("a backslash before a character that it cannot escape"));
  g_string_append_c (into, to[found - from]);
  self->at++;
  return TRUE;
}

static gboolean
read_control_character (Reader *self,
                        GString *into)
{
  if (self->rules != DP_JSON_FOREIGN)
    return fail (self, self->at, DP_JSON_ERROR_SYNTAX, _ ("a line break or other control character within a text must be escaped"));
  if (*self->at == '\0')
    g_string_append_unichar (into, REPLACEMENT_CHARACTER);
  else
    g_string_append_c (into, *self->at);
  self->at++;
  return TRUE;
}

/* To the next byte that is not plain text; FALSE if the bytes are not UTF-8. */
static gboolean
skip_plain (Reader *self)
{
  const char *p = self->at;

  while (p < self->end)
    {
      guchar c = (guchar) *p;

      if (c == '"' || c == '\\' || c < 0x20)
        break;
      if (c < 0x80)
        p++;
      else
        {
          gunichar decoded = g_utf8_get_char_validated (p, MIN (self->end - p, 4));

          if (decoded == (gunichar) -1 || decoded == (gunichar) -2)
            return fail (self, p, DP_JSON_ERROR_ENCODING, _ ("these bytes are not UTF-8"));
          p = g_utf8_next_char (p);
        }
    }
  self->at = p;
  return TRUE;
}

/* From the opening quote to beyond the closing one. */
static gboolean
read_string (Reader *self,
             GString *into)
{
  g_string_truncate (into, 0);
  self->at++;
  for (;;)
    {
      const char *run = self->at;
      gboolean ok;

      if (!skip_plain (self))
        return FALSE;
      if (self->at > run)
        g_string_append_len (into, run, self->at - run);
      if (self->at == self->end)
        return fail_cut_short (self);
      if (*self->at == '"')
        {
          self->at++;
          return TRUE;
        }
      ok = *self->at == '\\' ? read_escape (self, into) : read_control_character (self, into);
      if (!ok)
        return FALSE;
    }
}

/* -- Numbers and words -- */

static gboolean
skip_digits (Reader *self)
{
  const char *from = self->at;

  while (self->at < self->end && g_ascii_isdigit (*self->at))
    self->at++;
  if (self->at > from)
    return TRUE;
  if (self->at == self->end)
    return fail_cut_short (self);
  return fail (self, self->at, DP_JSON_ERROR_SYNTAX, _ ("a digit is missing in this number"));
}

static gboolean
skip_number (Reader *self,
             gboolean *is_integer)
{
  *is_integer = TRUE;
  if (*self->at == '-')
    self->at++;
  if (self->at < self->end && *self->at == '0')
    {
      self->at++;
      if (self->at < self->end && g_ascii_isdigit (*self->at))
        return fail (self, self->at - 1, DP_JSON_ERROR_SYNTAX, _ ("a number must not begin with 0"));
    }
  else if (!skip_digits (self))
    return FALSE;
  if (self->at < self->end && *self->at == '.')
    {
      *is_integer = FALSE;
      self->at++;
      if (!skip_digits (self))
        return FALSE;
    }
  if (self->at < self->end && (*self->at == 'e' || *self->at == 'E'))
    {
      *is_integer = FALSE;
      self->at++;
      if (self->at < self->end && (*self->at == '+' || *self->at == '-'))
        self->at++;
      if (!skip_digits (self))
        return FALSE;
    }
  return TRUE;
}

/* At most 16 digits, so that it cannot overflow. */
static gboolean
parse_safe_integer (const char *from,
                    const char *to,
                    gint64 *value)
{
  gboolean negative = *from == '-';
  gint64 sum = 0;

  if (negative)
    from++;
  if (to - from > 16)
    return FALSE;
  for (; from < to; from++)
    sum = sum * 10 + (*from - '0');
  if (sum > MAX_SAFE_INTEGER)
    return FALSE;
  *value = negative ? -sum : sum;
  return TRUE;
}

static double
parse_double (const char *from,
              const char *to)
{
  char buffer[64];
  g_autofree char *longer = NULL;
  gsize length = (gsize) (to - from);

  if (length >= sizeof buffer)
    {
      longer = g_strndup (from, length);
      return g_ascii_strtod (longer, NULL);
    }
  memcpy (buffer, from, length);
  buffer[length] = '\0';
  return g_ascii_strtod (buffer, NULL);
}

static JsonNode *
read_number (Reader *self)
{
  const char *from = self->at;
  gboolean is_integer;
  gint64 integer;
  double number;

  if (!skip_number (self, &is_integer))
    return NULL;
  if (is_integer && parse_safe_integer (from, self->at, &integer))
    return json_node_init_int (json_node_alloc (), integer);
  if (is_integer && self->rules == DP_JSON_STRICT)
    {
      fail (self, from, DP_JSON_ERROR_NUMBER, _ ("a whole number this large cannot be kept exactly; write it as text"));
      return NULL;
    }
  number = parse_double (from, self->at);
  if (!isfinite (number))
    {
      fail (self, from, DP_JSON_ERROR_NUMBER, _ ("this number is too large"));
      return NULL;
    }
  return json_node_init_double (json_node_alloc (), number);
}

static gboolean
skip_word (Reader *self,
           const char *word)
{
  gsize length = strlen (word);

  if ((gsize) (self->end - self->at) < length || memcmp (self->at, word, length) != 0)
    return FALSE;
  self->at += length;
  return TRUE;
}

/* -- Structure -- */

static void
skip_space (Reader *self)
{
  while (self->at < self->end && (*self->at == ' ' || *self->at == '\n' || *self->at == '\t' || *self->at == '\r'))
    self->at++;
}

/* Something else stands here than what the grammar wants: say the most helpful thing about it. */
static gboolean
fail_unexpected (Reader *self,
                 const char *expected)
{
  if (self->at == self->end)
    return fail_cut_short (self);
  if ((guchar) *self->at >= 0x80)
    {
      gunichar c = g_utf8_get_char_validated (self->at, MIN (self->end - self->at, 4));

      if (c == (gunichar) -1 || c == (gunichar) -2)
        return fail (self, self->at, DP_JSON_ERROR_ENCODING, _ ("these bytes are not UTF-8"));
    }
  return fail (self, self->at, DP_JSON_ERROR_SYNTAX, expected);
}

/* Hands @node to the open object or array, or makes it the root. */
static void
attach (Reader *self,
        JsonNode *node)
{
  Frame *frame;

  if (self->depth == 0)
    {
      self->root = node;
      return;
    }
  frame = &self->frames[self->depth - 1];
  json_node_set_parent (node, frame->node);
  if (frame->object != NULL)
    json_object_set_member (frame->object, self->key->str, node);
  else
    json_array_add_element (frame->array, node);
}

static gboolean
open_container (Reader *self)
{
  JsonNode *node;
  Frame frame = { 0 };

  if (self->depth == DP_JSON_MAX_DEPTH)
    return fail (self, self->at, DP_JSON_ERROR_DEPTH, _ ("objects and lists are nested too deeply"));
  node = json_node_alloc ();
  if (*self->at == '{')
    {
      frame.object = json_object_new ();
      json_node_init (node, JSON_NODE_OBJECT);
      json_node_take_object (node, frame.object);
    }
  else
    {
      frame.array = json_array_new ();
      json_node_init (node, JSON_NODE_ARRAY);
      json_node_take_array (node, frame.array);
    }
  frame.node = node;
  attach (self, node);
  self->frames[self->depth++] = frame;
  self->at++;
  return TRUE;
}

/* A scalar, or the opening of an object or array. */
static gboolean
read_value (Reader *self)
{
  JsonNode *node = NULL;
  char c;

  skip_space (self);
  c = self->at < self->end ? *self->at : '\0';
  if (c == '{' || c == '[')
    return open_container (self);
  if (c == '"')
    {
      if (!read_string (self, self->text))
        return FALSE;
      node = json_node_init_string (json_node_alloc (), self->text->str);
    }
  else if (c == '-' || g_ascii_isdigit (c))
    {
      node = read_number (self);
      if (node == NULL)
        return FALSE;
    }
  else if (skip_word (self, "true"))
    node = json_node_init_boolean (json_node_alloc (), TRUE);
  else if (skip_word (self, "false"))
    node = json_node_init_boolean (json_node_alloc (), FALSE);
  else if (skip_word (self, "null"))
    node = json_node_init_null (json_node_alloc ());
  else
    return fail_unexpected (self, _ ("a value is expected here"));
  attach (self, node);
  return TRUE;
}

/* Steps over the comma, or out of the container at its end. */
static gboolean
read_separator (Reader *self,
                char closing,
                gboolean *closed)
{
  Frame *frame = &self->frames[self->depth - 1];

  frame->key_at = NULL;
  *closed = FALSE;
  skip_space (self);
  if (self->at < self->end && *self->at == closing)
    {
      self->at++;
      self->depth--;
      *closed = TRUE;
      return TRUE;
    }
  if (frame->n_read > 0)
    {
      if (self->at == self->end || *self->at != ',')
        return fail_unexpected (self, closing == '}' ? _ ("a comma or “}” is expected here") : _ ("a comma or “]” is expected here"));
      self->at++;
    }
  return TRUE;
}

static gboolean
check_duplicate (Reader *self,
                 const char *key_at)
{
  Frame *frame = &self->frames[self->depth - 1];
  g_autoptr (GString) quoted = NULL;
  g_autofree char *what = NULL;

  if (self->rules != DP_JSON_STRICT || !json_object_has_member (frame->object, self->key->str))
    return TRUE;
  quoted = g_string_new (NULL);
  append_key (quoted, self->key->str, FALSE);
  /* Translators: a key of a JSON object */
  what = g_strdup_printf (_ ("the key “%s” is there twice"), quoted->str);
  return fail (self, key_at, DP_JSON_ERROR_DUPLICATE, what);
}

static gboolean
read_member (Reader *self)
{
  Frame *frame = &self->frames[self->depth - 1];
  const char *key_at;
  gboolean closed;

  if (!read_separator (self, '}', &closed) || closed)
    return closed;
  skip_space (self);
  if (self->at == self->end || *self->at != '"')
    return fail_unexpected (self, _ ("a key in double quotes is expected here"));
  key_at = self->at;
  if (!read_string (self, self->key))
    return FALSE;
  frame->key_at = key_at;
  frame->n_read++;
  if (!check_duplicate (self, key_at))
    return FALSE;
  skip_space (self);
  if (self->at == self->end || *self->at != ':')
    return fail_unexpected (self, _ ("a colon is expected here"));
  self->at++;
  return read_value (self);
}

static gboolean
read_element (Reader *self)
{
  Frame *frame = &self->frames[self->depth - 1];
  gboolean closed;

  if (!read_separator (self, ']', &closed) || closed)
    return closed;
  frame->n_read++;
  return read_value (self);
}

static gboolean
skip_byte_order_mark (Reader *self)
{
  if (self->end - self->at < 3 || memcmp (self->at, "\xEF\xBB\xBF", 3) != 0)
    return TRUE;
  if (self->rules != DP_JSON_FOREIGN)
    return fail (self, self->at, DP_JSON_ERROR_ENCODING, _ ("a byte order mark is not allowed"));
  self->at += 3;
  return TRUE;
}

static gboolean
read_document (Reader *self)
{
  if ((gsize) (self->end - self->start) > DP_JSON_MAX_SIZE)
    return fail (self, self->start, DP_JSON_ERROR_SIZE, _ ("the document is too large"));
  if (!skip_byte_order_mark (self) || !read_value (self))
    return FALSE;
  while (self->depth > 0)
    {
      gboolean ok = self->frames[self->depth - 1].object != NULL ? read_member (self) : read_element (self);

      if (!ok)
        return FALSE;
    }
  skip_space (self);
  if (self->at < self->end)
    return fail_unexpected (self, _ ("nothing more is allowed after the document"));
  return TRUE;
}

JsonNode *
dp_json_read (const char *data,
              gsize length,
              DpJsonRules rules,
              GError **error)
{
  Reader reader = { .start = data, .at = data, .rules = rules };
  g_autoptr (GString) key = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (data != NULL || length == 0, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (data == NULL)
    reader.start = reader.at = "";
  reader.end = reader.start + length;
  reader.key = key;
  reader.text = text;
  if (read_document (&reader))
    return reader.root;
  g_clear_pointer (&reader.root, json_node_unref);
  g_propagate_error (error, reader.error);
  return NULL;
}
