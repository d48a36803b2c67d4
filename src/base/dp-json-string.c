/* dp-json-string.c: texts in JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "base/dp-json-string.h"

static void
append_escaped (GString *into,
                char c)
{
  switch (c)
    {
    case '"':
      g_string_append (into, "\\\"");
      break;
    case '\\':
      g_string_append (into, "\\\\");
      break;
    case '\b':
      g_string_append (into, "\\b");
      break;
    case '\t':
      g_string_append (into, "\\t");
      break;
    case '\n':
      g_string_append (into, "\\n");
      break;
    case '\f':
      g_string_append (into, "\\f");
      break;
    case '\r':
      g_string_append (into, "\\r");
      break;
    default:
      g_string_append_printf (into, "\\u%04x", (guint) (guchar) c);
      break;
    }
}

void
dp_json_append_string (GString *into,
                       const char *text)
{
  const char *run = text;
  const char *p;

  g_string_append_c (into, '"');
  for (p = text; *p != '\0'; p++)
    if (*p == '"' || *p == '\\' || (guchar) *p < 0x20)
      {
        g_string_append_len (into, run, p - run);
        append_escaped (into, *p);
        run = p + 1;
      }
  g_string_append_len (into, run, p - run);
  g_string_append_c (into, '"');
}
