/* dp-text-search.c: where letters occur in a text, whatever their case
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-text-search.h"

#include <string.h>

/* (transfer full): as many characters as @text has, each in its small form */
static char *
dup_small (const char *text)
{
  GString *small = g_string_sized_new (strlen (text));

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    g_string_append_unichar (small, g_unichar_tolower (g_utf8_get_char (at)));
  return g_string_free (small, FALSE);
}

GArray *
dp_text_search (const char *text,
                const char *letters)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (DpSpan));
  g_autofree char *small = NULL;
  g_autofree char *wanted = NULL;
  const char *counted;
  guint offset = 0;

  g_return_val_if_fail (text != NULL && letters != NULL, found);

  if (*letters == '\0')
    return found;
  small = dup_small (text);
  wanted = dup_small (letters);
  counted = small;
  for (const char *at = strstr (small, wanted); at != NULL; at = strstr (at + strlen (wanted), wanted))
    {
      DpSpan span;

      offset += (guint) g_utf8_strlen (counted, at - counted);
      counted = at;
      span.start = offset;
      span.end = offset + (guint) g_utf8_strlen (wanted, -1);
      g_array_append_val (found, span);
    }
  return found;
}
