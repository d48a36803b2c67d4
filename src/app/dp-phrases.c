/* dp-phrases.c: how passages, claims and evidence are spoken of beside the article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-phrases.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/dp-date.h"
#include "model/dp-citation.h"
#include "text/dp-word-diff.h"

/* Of a case that is named by the first words of its text, in characters. */
#define MAX_TITLE_LENGTH 80

#define ISOLATE "\342\201\250"     /* U+2068 FIRST STRONG ISOLATE */
#define END_ISOLATE "\342\201\251" /* U+2069 POP DIRECTIONAL ISOLATE */

char *
dp_phrase_quote (const char *text)
{
  g_autofree char *isolated = g_strconcat (ISOLATE, text, END_ISOLATE, NULL);

  /* Translators: a quotation in quotation marks of your language */
  return g_strdup_printf (_ ("“%s”"), isolated);
}

char *
dp_phrase_claim (DpClaim *claim)
{
  const char *text = dp_claim_get_text (claim);

  return *text != '\0' ? g_strconcat (ISOLATE, text, END_ISOLATE, NULL) : g_strdup (_ ("A claim without words"));
}

const char *
dp_phrase_borne_on (DpStance stance)
{
  switch (stance)
    {
    case DP_STANCE_SUPPORTS:
      /* Translators: in front of the evidence that supports a passage */
      return _ ("Supported by");
    case DP_STANCE_UNDERMINES:
      /* Translators: in front of the evidence that undermines a passage */
      return _ ("Undermined by");
    case DP_STANCE_CONTEXT:
      /* Translators: in front of the evidence that gives context to a passage */
      return _ ("Context from");
    case DP_STANCE_NONE:
    default:
      return "";
    }
}

const char *
dp_phrase_stance_icon (DpStance stance)
{
  switch (stance)
    {
    case DP_STANCE_SUPPORTS:
      return "emblem-ok-symbolic";
    case DP_STANCE_UNDERMINES:
      return "action-unavailable-symbolic";
    case DP_STANCE_CONTEXT:
    case DP_STANCE_NONE:
    default:
      return "dialog-information-symbolic";
    }
}

char *
dp_phrase_cited (guint n_times)
{
  if (n_times == 0)
    return g_strdup (_ ("Not cited in the disproof yet"));
  return g_strdup_printf (ngettext ("Cited once in the disproof", "Cited %u times in the disproof", n_times), n_times);
}

guint
dp_phrase_count_citations (const char *markdown,
                           const char *key)
{
  g_autoptr (GPtrArray) citations = dp_citations_find (markdown);
  guint n = 0;

  for (guint i = 0; i < citations->len; i++)
    {
      DpCitation *citation = g_ptr_array_index (citations, i);

      n += g_strv_contains ((const char *const *) citation->keys, key) ? 1 : 0;
    }
  return n;
}

char *
dp_phrase_join (const char *part, ...)
{
  GString *joined = g_string_new (NULL);
  va_list parts;

  va_start (parts, part);
  for (; part != NULL; part = va_arg (parts, const char *))
    {
      if (*part == '\0')
        continue;
      if (joined->len > 0)
        g_string_append (joined, " · ");
      g_string_append (joined, part);
    }
  va_end (parts);
  return g_string_free (joined, FALSE);
}

char *
dp_phrase_date (const char *iso)
{
  DpDate date;

  return dp_date_parse (iso, &date) ? dp_date_format_short (&date) : g_strdup (iso);
}

/* (transfer full): the beginning of a text, up to a word that ends before it is too long */
static char *
dup_beginning (const char *text)
{
  const char *line_end = strchrnul (text, '\n');
  g_autofree char *line = g_strndup (text, line_end - text);
  char *end;

  g_strstrip (line);
  if (g_utf8_strlen (line, -1) <= MAX_TITLE_LENGTH)
    return g_steal_pointer (&line);

  end = g_utf8_offset_to_pointer (line, MAX_TITLE_LENGTH);
  *end = '\0';
  /* Scripts without spaces are cut where they are. */
  end = strrchr (line, ' ');
  if (end != NULL && end > line)
    *end = '\0';
  return g_strconcat (line, "…", NULL);
}

char *
dp_phrase_article_title (DpArticle *article)
{
  g_return_val_if_fail (DP_IS_ARTICLE (article), NULL);

  if (*dp_article_get_title (article) != '\0')
    return g_strdup (dp_article_get_title (article));
  return dup_beginning (dp_article_get_text (article));
}

char *
dp_phrase_change (const char *old_text,
                  const char *new_text)
{
  g_autoptr (GArray) words = dp_word_diff (old_text, new_text);
  g_autoptr (DpOffsets) old_offsets = dp_offsets_new (old_text, -1);
  g_autoptr (DpOffsets) new_offsets = dp_offsets_new (new_text, -1);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    {
      const DpWordChange *change = &g_array_index (words, DpWordChange, i);
      gboolean is_removed = change->kind == DP_WORD_REMOVED;
      g_autofree char *text = is_removed ? dp_offsets_dup_text (old_offsets, change->old_span) : dp_offsets_dup_text (new_offsets, change->new_span);
      g_autofree char *markup = g_markup_escape_text (text, -1);

      if (change->kind == DP_WORD_SAME)
        g_string_append (out, markup);
      else
        g_string_append_printf (out, is_removed ? "<s>%s</s>" : "<u>%s</u>", markup);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}
