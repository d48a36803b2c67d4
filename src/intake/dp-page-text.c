/* dp-page-text.c: short texts of a page made comparable
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "intake/dp-page-text.h"

#include <libxml/HTMLparser.h>
#include <string.h>

/* Appends what "&...;" at @p means, and returns what follows it; NULL when it means nothing. */
static const char *
append_entity (GString *out,
               const char *p)
{
  const char *name = p + 1;
  gsize n = strspn (name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789#");

  if (n < 2 || n > 10 || name[n] != ';')
    return NULL;
  if (name[0] == '#')
    {
      gboolean is_hex = name[1] == 'x' || name[1] == 'X';
      guint64 c = g_ascii_strtoull (name + (is_hex ? 2 : 1), NULL, is_hex ? 16 : 10);

      if (c < 0x20 || c > 0x10ffff || !g_unichar_validate (c))
        return NULL;
      g_string_append_unichar (out, c);
    }
  else
    {
      g_autofree char *key = g_strndup (name, n);
      const htmlEntityDesc *entity = htmlEntityLookup ((const xmlChar *) key);

      if (entity == NULL)
        return NULL;
      g_string_append_unichar (out, entity->value);
    }
  return name + n + 1;
}

static char *
unescape (const char *text)
{
  GString *out;

  if (strchr (text, '&') == NULL)
    return g_strdup (text);
  out = g_string_new (NULL);

  for (const char *p = text; *p != '\0';)
    {
      const char *next = *p == '&' ? append_entity (out, p) : NULL;

      if (next != NULL)
        p = next;
      else
        g_string_append_c (out, *p++);
    }
  return g_string_free (out, FALSE);
}

char *
dp_page_text_clean (const char *text)
{
  g_autofree char *once = unescape (text);
  g_autofree char *twice = unescape (once);
  GString *out = g_string_new (NULL);
  gboolean space = FALSE;

  for (const char *p = twice; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '<' && (g_ascii_isalpha (p[1]) || (p[1] == '/' && g_ascii_isalpha (p[2]))))
        {
          const char *close = g_strstr_len (p, 1024, ">");

          if (close != NULL)
            {
              p = close;
              space = TRUE;
              continue;
            }
        }
      if (c <= ' ' || (c >= 0x7f && c <= 0xa0) || g_unichar_isspace (c))
        {
          space = TRUE;
          continue;
        }
      if (space && out->len > 0)
        g_string_append_c (out, ' ');
      space = FALSE;
      if (c < 0x80)
        g_string_append_c (out, (char) c);
      else
        g_string_append_unichar (out, c);
    }
  /* Quotation marks around the whole come from a template. */
  if (out->len > 2 && out->str[0] == '"' && out->str[out->len - 1] == '"' &&
      memchr (out->str + 1, '"', out->len - 2) == NULL)
    {
      g_string_truncate (out, out->len - 1);
      g_string_erase (out, 0, 1);
    }
  return g_string_free (out, FALSE);
}

guint
dp_page_text_fold_hash (const char *text,
                        gsize length)
{
  guint hash = 5381, n = 0;

  for (const char *p = text, *end = text + length; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x80 ? g_ascii_isalnum (c) : g_unichar_isalnum (c))
        {
          hash = hash * 33 + (c < 0x80 ? (gunichar) g_ascii_tolower (c) : g_unichar_tolower (c));
          n++;
        }
    }
  return n == 0 ? 0 : (hash == 0 ? 1 : hash);
}

char *
dp_page_text_fold (const char *text,
                   gssize length)
{
  gsize size = length < 0 ? strlen (text) : (gsize) length;
  GString *out = g_string_sized_new (size + 1);
  const char *end = text + size;
  gboolean space = FALSE;

  for (const char *p = text; p < end;)
    {
      gunichar c = (guint8) *p;
      gboolean is_letter;

      if (c < 0x80)
        {
          p++;
          is_letter = g_ascii_isalnum (c);
        }
      else
        {
          c = g_utf8_get_char (p);
          p = g_utf8_next_char (p);
          is_letter = g_unichar_isalnum (c) || g_unichar_ismark (c);
        }
      if (!is_letter)
        {
          space = TRUE;
          continue;
        }
      if (space && out->len > 0)
        g_string_append_c (out, ' ');
      space = FALSE;
      if (c < 0x80)
        g_string_append_c (out, g_ascii_tolower (c));
      else
        g_string_append_unichar (out, g_unichar_tolower (c));
    }
  return g_string_free (out, FALSE);
}
