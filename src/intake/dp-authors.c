/* dp-authors.c: names of authors in what a page writes where authors stand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "intake/dp-authors.h"

#include <string.h>
#include "intake/dp-date-words.h"
#include "intake/dp-page-text.h"

#define LONGEST_NAME 60
#define MOST_WORDS 7

static const char *const leads[] = {
  "written by", "reported by", "story by", "posted by", "text by", "by", "von", "par", "por", "di", "da", "de",
  "door", "av", "af", "autor", "autorin", "author", "authors", "autore", "auteur", "texte", "text", "автор",
  "автори", "przez", "yazan", "yazar", "oleh", "penulis", "kirjoittanut", "a cura di", "בידי", "מאת", "بقلم", "كتب",
  "文", "記者", "作者"
};

static const char *const joints[] = { " and ", " und ", " et ", " y ", " e ", " og ", " och ", " en ", " i ", " и ",
                                      " та ", " ve ", " & ", ", ", "; ", " | ", " / ", "、", "\n", " · ", " • ", " with ", "，" };

const char *
dp_authors_skip_lead (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (leads); i++)
    {
      gsize n = strlen (leads[i]);

      if (g_str_has_prefix (lower, leads[i]) && strlen (lower) == strlen (text) &&
          (text[n] == ' ' || text[n] == ':' || g_str_has_prefix (text + n, "\xc2\xa0")))
        {
          const char *p = text + n;

          while (*p == ' ' || *p == ':' || g_str_has_prefix (p, "\xc2\xa0"))
            p += *p == '\xc2' ? 2 : 1;
          return *p != '\0' ? p : NULL;
        }
    }
  return NULL;
}

static gboolean
is_name (const char *name)
{
  guint n_words = 1, n_digits = 0, n_letters = 0;

  if (g_utf8_strlen (name, -1) > LONGEST_NAME || strstr (name, "://") != NULL || strstr (name, "www.") != NULL ||
      strchr (name, '@') != NULL)
    return FALSE;
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      n_words += c == ' ';
      n_digits += g_unichar_isdigit (c) != 0;
      n_letters += g_unichar_isalpha (c) != 0;
    }
  return n_letters >= 2 && n_words <= MOST_WORDS && n_digits <= 2;
}

static void
add_name (GString *names,
          const char *name)
{
  g_autofree char *trimmed = g_strdup (name);
  const char *rest;
  char *p;

  g_strstrip (trimmed);
  rest = dp_authors_skip_lead (trimmed);
  if (rest != NULL)
    memmove (trimmed, rest, strlen (rest) + 1);
  /* A handle or a place in brackets is no part of the name. */
  p = strchr (trimmed, '(');
  if (p != NULL && p > trimmed)
    *p = '\0';
  g_strstrip (trimmed);
  for (gsize n = strlen (trimmed); n > 0 && strchr (",:;-|", trimmed[n - 1]) != NULL; n--)
    trimmed[n - 1] = '\0';
  g_strstrip (trimmed);
  if (trimmed[0] == '\0' || !is_name (trimmed))
    return;
  for (p = names->str; p != NULL && *p != '\0';)
    {
      char *end = strchrnul (p, '\n');

      if (strncmp (p, trimmed, end - p) == 0 && trimmed[end - p] == '\0')
        return;
      p = *end == '\n' ? end + 1 : end;
    }
  if (names->len > 0)
    g_string_append_c (names, '\n');
  g_string_append (names, trimmed);
}

char *
dp_authors_from_text (const char *text)
{
  g_autoptr (GString) names = g_string_new (NULL);
  const char *start = text;

  if (text[0] == '\0' || strlen (text) > 600 || strstr (text, "://") != NULL)
    return NULL;
  for (const char *p = text; *p != '\0';)
    {
      gsize n = 0;
      gboolean may_join = strchr (" ,;\n\xe3\xef", *p) != NULL; /* what joints begin with */

      for (gsize i = 0; may_join && i < G_N_ELEMENTS (joints) && n == 0; i++)
        {
          if (g_str_has_prefix (p, joints[i]))
            n = strlen (joints[i]);
        }
      if (n > 0)
        {
          g_autofree char *name = g_strndup (start, p - start);

          add_name (names, name);
          p += n;
          start = p;
        }
      else
        p++;
    }
  add_name (names, start);
  return names->len > 0 ? g_string_free (g_steal_pointer (&names), FALSE) : NULL;
}

char *
dp_authors_join (const char *a,
                 const char *b)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_auto (GStrv) first = g_strsplit (a, "\n", -1);
  g_auto (GStrv) second = g_strsplit (b, "\n", -1);

  for (guint i = 0; first[i] != NULL; i++)
    add_name (names, first[i]);
  for (guint i = 0; second[i] != NULL; i++)
    add_name (names, second[i]);
  return g_string_free (g_steal_pointer (&names), FALSE);
}

/* Whether it is the outlet that is named, not a person. */
static gboolean
is_outlet (DpMetadata *metadata,
           const char *author)
{
  guint hash = dp_page_text_fold_hash (author, strlen (author));

  for (guint i = 0; i < metadata->candidates->len; i++)
    {
      const DpFieldValue *c = g_ptr_array_index (metadata->candidates, i);

      if (c->field == DP_FIELD_SITE && dp_page_text_fold_hash (c->value, strlen (c->value)) == hash)
        return TRUE;
    }
  return FALSE;
}

char *
dp_authors_choose (DpMetadata *metadata)
{
  static const DpOrigin order[] = { DP_ORIGIN_JSON_LD, DP_ORIGIN_META, DP_ORIGIN_OPEN_GRAPH, DP_ORIGIN_MICRODATA, DP_ORIGIN_CLASS };
  const char *outlet = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    {
      for (guint k = 0; k < metadata->candidates->len; k++)
        {
          const DpFieldValue *c = g_ptr_array_index (metadata->candidates, k);

          if (c->field != DP_FIELD_AUTHORS || c->origin != order[i])
            continue;
          if (!is_outlet (metadata, c->value))
            return g_strdup (c->value);
          if (outlet == NULL)
            outlet = c->value;
        }
    }
  return g_strdup (outlet != NULL ? outlet : "");
}
