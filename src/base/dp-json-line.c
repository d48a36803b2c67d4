/* dp-json-line.c: where in a JSON text a value stands
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "base/dp-json.h"

#include <string.h>

typedef struct
{
  const char *at;
  const char *end;
  guint line;
} DpScan;

static void
skip_space (DpScan *self)
{
  while (self->at < self->end && strchr (" \t\r\n", *self->at) != NULL)
    {
      if (*self->at == '\n')
        self->line++;
      self->at++;
    }
}

/* Over one character that must be there; the text was read before, so it is. */
static gboolean
skip (DpScan *self,
      char c)
{
  skip_space (self);
  if (self->at >= self->end || *self->at != c)
    return FALSE;

  self->at++;
  return TRUE;
}

/* Over a string. @start, @length: its bytes as they stand there. */
static void
skip_string (DpScan *self,
             const char **start,
             gsize *length)
{
  if (!skip (self, '"'))
    return;

  *start = self->at;
  while (self->at < self->end && *self->at != '"')
    self->at += *self->at == '\\' && self->at + 1 < self->end ? 2 : 1;
  *length = self->at - *start;
  if (self->at < self->end)
    self->at++;
}

/* Over a whole value: brackets are counted, strings are jumped over. */
static void
skip_value (DpScan *self)
{
  guint depth = 0;

  do
    {
      const char *start;
      gsize length;

      skip_space (self);
      if (self->at >= self->end)
        return;
      if (*self->at == '"')
        skip_string (self, &start, &length);
      else if (strchr ("[{", *self->at) != NULL)
        {
          depth++;
          self->at++;
        }
      else if (strchr ("]}", *self->at) != NULL)
        {
          depth--;
          self->at++;
        }
      else if (strchr (",:", *self->at) != NULL)
        self->at++;
      else
        while (self->at < self->end && strchr (" \t\r\n,:]}", *self->at) == NULL)
          self->at++;
      skip_space (self);
    }
  while (depth > 0);
}

/* To the value of the member @name. */
static gboolean
enter_member (DpScan *self,
              const char *name)
{
  while (!skip (self, '}'))
    {
      const char *start = "";
      gsize length = 0;

      if (self->at >= self->end)
        return FALSE;
      skip_string (self, &start, &length);
      skip (self, ':');
      skip_space (self);
      if (strlen (name) == length && memcmp (start, name, length) == 0)
        return TRUE;
      skip_value (self);
      skip (self, ',');
    }
  return FALSE;
}

static gboolean
enter_element (DpScan *self,
               guint64 index)
{
  for (; !skip (self, ']'); index--)
    {
      if (self->at >= self->end)
        return FALSE;
      if (index == 0)
        return TRUE;
      skip_value (self);
      skip (self, ',');
    }
  return FALSE;
}

/* (transfer full): a part of a JSON pointer as the name it stands for */
static char *
unescape (const char *part)
{
  g_autoptr (GString) name = g_string_new (part);

  g_string_replace (name, "~1", "/", 0);
  g_string_replace (name, "~0", "~", 0);
  return g_string_free (g_steal_pointer (&name), FALSE);
}

guint
dp_json_find_line (const char *data,
                   gsize length,
                   const char *pointer)
{
  DpScan scan = { data, data + length, 1 };
  g_auto (GStrv) parts = g_strsplit (pointer, "/", -1);
  guint line;

  skip_space (&scan);
  line = scan.line;
  for (guint i = 1; parts[0] != NULL && parts[i] != NULL; i++)
    {
      g_autofree char *name = unescape (parts[i]);

      if (skip (&scan, '{') ? !enter_member (&scan, name) : !skip (&scan, '[') || !enter_element (&scan, g_ascii_strtoull (name, NULL, 10)))
        break;
      skip_space (&scan);
      line = scan.line;
    }
  return line;
}
