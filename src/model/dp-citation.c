/* dp-citation.c: citations of evidence in Markdown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/dp-citation.h"

#include <string.h>

static void
citation_free (gpointer data)
{
  DpCitation *citation = data;

  g_strfreev (citation->keys);
  g_free (citation);
}

static const char *
skip_space (const char *p)
{
  while (*p == ' ' || *p == '\t' || *p == '\n' || *p == '\r')
    p++;
  return p;
}

/* (nullable): @p behind "@key", which is added to @keys */
static const char *
read_key (const char *p,
          GStrvBuilder *keys)
{
  g_autofree char *key = NULL;
  const char *start;

  if (*p != '@')
    return NULL;
  start = ++p;
  while (g_ascii_isalnum (*p) || *p == '-')
    p++;
  if (p == start)
    return NULL;

  key = g_strndup (start, p - start);
  g_strv_builder_add (keys, key);
  return p;
}

/* (nullable): the citation that begins with the bracket at @start */
static DpCitation *
read_citation (const char *markdown,
               const char *start)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  const char *p = start;
  DpCitation *citation;

  do
    {
      p = read_key (skip_space (p + 1), keys);
      if (p == NULL)
        return NULL;
      p = skip_space (p);
    }
  while (*p == ';');
  if (*p != ']')
    return NULL;

  citation = g_new0 (DpCitation, 1);
  citation->start = start - markdown;
  citation->end = p + 1 - markdown;
  citation->keys = g_strv_builder_end (keys);
  return citation;
}

static gsize
count_run (const char *p,
           char c)
{
  gsize n = 0;

  while (p[n] == c)
    n++;
  return n;
}

/* Whether a fenced block of code can begin at @p: at most three spaces of indent since the line's start. */
static gboolean
begins_line (const char *markdown,
             const char *p)
{
  gsize indent = 0;

  while (p > markdown && p[-1] == ' ')
    {
      p--;
      indent++;
    }
  return indent < 4 && (p == markdown || p[-1] == '\n');
}

/* Behind the fenced block that @p, a run of @n marks, opens; one that nothing closes goes to the end. */
static const char *
skip_fence (const char *p,
            gsize n)
{
  char mark = *p;

  for (p = strchr (p, '\n'); p != NULL; p = strchr (p, '\n'))
    {
      gsize indent = count_run (++p, ' ');
      gsize closing = count_run (p + indent, mark);
      const char *rest = p + indent + closing;

      if (indent < 4 && closing >= n && rest[strspn (rest, " \t\r")] == '\n')
        return rest;
      if (indent < 4 && closing >= n && rest[strspn (rest, " \t\r")] == '\0')
        break;
    }
  return NULL;
}

/* Behind the code between backticks that @p, a run of @n of them, opens; or behind the run itself. */
static const char *
skip_code (const char *p,
           gsize n)
{
  const char *behind = p + n;

  for (p = strchr (behind, '`'); p != NULL; p = strchr (p, '`'))
    {
      gsize closing = count_run (p, '`');

      p += closing;
      if (closing == n)
        return p;
    }
  return behind;
}

GPtrArray *
dp_citations_find (const char *markdown)
{
  GPtrArray *citations = g_ptr_array_new_with_free_func (citation_free);
  const char *p = markdown;

  g_return_val_if_fail (markdown != NULL, citations);

  while (p != NULL && *p != '\0')
    {
      gsize n = *p == '`' || *p == '~' ? count_run (p, *p) : 0;
      DpCitation *citation = *p == '[' ? read_citation (markdown, p) : NULL;

      if (n >= 3 && begins_line (markdown, p) && (*p == '~' || memchr (p + n, '`', strcspn (p + n, "\n")) == NULL))
        p = skip_fence (p, n);
      else if (n > 0)
        p = *p == '`' ? skip_code (p, n) : p + n;
      else if (citation != NULL)
        {
          g_ptr_array_add (citations, citation);
          p = markdown + citation->end;
        }
      else
        p += *p == '\\' && p[1] != '\0' ? 2 : 1;
    }
  return citations;
}
