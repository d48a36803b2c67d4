/* dp-verb-highlight.c: disproof-cli highlight
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli/dp-verbs.h"

#include <glib/gi18n.h>

/* How many places of a quote are named. */
#define MAX_PLACES 10

typedef struct
{
  char *article;
  char *quote;
  int start;
  int end;
  int sentence;
} Options;

/* (transfer none): by id or number; the only one when nothing is said */
static DpArticle *
find_article (DpCase *dp_case,
              const char *name,
              GError **error)
{
  GListModel *articles = dp_case_list_articles (dp_case);
  guint n = g_list_model_get_n_items (articles);
  guint64 number = 1;
  g_autoptr (DpArticle) article = NULL;

  if (n == 0)
    {
      dp_verb_error (error, _ ("There is no article in the case"));
      return NULL;
    }
  if (name == NULL && n > 1)
    {
      dp_verb_error (error, ngettext ("The case has %u article: say with --article which one", "The case has %u articles: say with --article which one", n), n);
      return NULL;
    }
  if (name != NULL && dp_case_find_article (dp_case, name) != NULL)
    return dp_case_find_article (dp_case, name);
  if (name != NULL && !g_ascii_string_to_unsigned (name, 10, 1, n, &number, NULL))
    {
      dp_verb_error (error, _ ("There is no article “%s” in the case"), name);
      return NULL;
    }

  article = g_list_model_get_item (articles, number - 1);

  return dp_case_find_article (dp_case, dp_article_get_id (article));
}

/* The start of each occurrence, also of those that overlap. */
static GArray *
find_places (DpArticle *article,
             const char *quote)
{
  const char *text = dp_article_get_text (article);
  GArray *places = g_array_new (FALSE, FALSE, sizeof (guint));

  for (const char *p = strstr (text, quote); p != NULL; p = strstr (g_utf8_next_char (p), quote))
    {
      guint place = dp_offsets_to_char (dp_article_get_offsets (article), p - text);

      g_array_append_val (places, place);
    }

  return places;
}

static char *
list_places (GArray *places)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < places->len && i < MAX_PLACES; i++)
    g_string_append_printf (list, "%s%u", i > 0 ? ", " : "", g_array_index (places, guint, i));
  if (places->len > MAX_PLACES)
    g_string_append (list, ", …");

  return g_string_free (list, FALSE);
}

static gboolean
find_quote (DpArticle *article,
            const char *quote,
            DpSpan *span,
            GError **error)
{
  g_autoptr (GArray) places = NULL;
  g_autofree char *list = NULL;

  if (!dp_verb_check_text (quote, "--quote", error))
    return FALSE;
  if (*quote == '\0')
    return dp_verb_usage_error (error, _ ("The quote is empty"));

  places = find_places (article, quote);
  if (places->len == 0)
    return dp_verb_error (error, _ ("The article does not say “%s”"), quote);
  if (places->len > 1)
    {
      list = list_places (places);
      /* Translators: last a list of positions; --start and --end are options */
      return dp_verb_error (error, ngettext ("The article says “%s” %u time, at %s: give a longer quote, or --start and --end", "The article says “%s” %u times, at %s: give a longer quote, or --start and --end", places->len), quote, places->len, list);
    }

  span->start = g_array_index (places, guint, 0);
  span->end = span->start + g_utf8_strlen (quote, -1);

  return TRUE;
}

static gboolean
find_span (DpArticle *article,
           const Options *options,
           DpSpan *span,
           GError **error)
{
  guint n_chars = dp_offsets_get_n_chars (dp_article_get_offsets (article));
  GArray *sentences;

  if (options->quote != NULL)
    return find_quote (article, options->quote, span, error);

  if (options->sentence != -1)
    {
      sentences = dp_article_get_sentences (article);
      if (options->sentence < 1 || (guint) options->sentence > sentences->len)
        return dp_verb_error (error, ngettext ("There is no sentence %d: the article has %u", "There is no sentence %d: the article has %u", sentences->len), options->sentence, sentences->len);
      *span = g_array_index (sentences, DpSpan, options->sentence - 1);
      return TRUE;
    }

  if (options->start < 0 || options->end <= options->start || (guint) options->end > n_chars)
    return dp_verb_error (error, _ ("From %d to %d is no passage: the article has %u characters"), options->start, options->end, n_chars);
  *span = (DpSpan){ options->start, options->end };

  return TRUE;
}

static gboolean
check_options (const Options *options,
               GError **error)
{
  gboolean has_span = options->start != -1 || options->end != -1;

  if ((options->quote != NULL) + has_span + (options->sentence != -1) != 1)
    return dp_verb_usage_error (error, _ ("Say the passage with --quote, or with --start and --end, or with --sentence"));
  if (has_span && (options->start == -1 || options->end == -1))
    return dp_verb_usage_error (error, _ ("--start and --end go together"));

  return TRUE;
}

/* The same passage is not highlighted a second time. */
static DpHighlight *
find_same (DpCase *dp_case,
           DpArticle *article,
           DpSpan span)
{
  GListModel *highlights = dp_case_list_highlights (dp_case);

  for (guint i = 0; i < g_list_model_get_n_items (highlights); i++)
    {
      g_autoptr (DpHighlight) highlight = g_list_model_get_item (highlights, i);
      const DpAnchor *anchor = dp_highlight_get_anchor (highlight);

      if (anchor->start == span.start && anchor->end == span.end && !dp_highlight_is_lost (highlight) &&
          g_str_equal (dp_highlight_get_article_id (highlight), dp_article_get_id (article)))
        return dp_case_find_highlight (dp_case, dp_highlight_get_id (highlight));
    }

  return NULL;
}

static gboolean
highlight (const char *path,
           const Options *options,
           GError **error)
{
  g_autoptr (DpCaseFile) file = dp_verb_open_case (path, error);
  DpCase *dp_case;
  DpArticle *article;
  DpHighlight *found;
  DpSpan span;

  if (file == NULL)
    return FALSE;
  dp_case = dp_case_file_get_case (file);
  article = find_article (dp_case, options->article, error);
  if (article == NULL || !find_span (article, options, &span, error))
    return FALSE;

  found = find_same (dp_case, article, span);
  if (found == NULL)
    found = dp_case_add_highlight (dp_case, article, span);
  if (!dp_verb_save_case (file, error))
    return FALSE;

  dp_verb_print (dp_highlight_get_id (found));
  dp_verb_print ("\n");

  return TRUE;
}

gboolean
dp_verb_highlight (const DpVerb *self,
                   char **arguments,
                   GError **error)
{
  g_autofree char *article = NULL;
  g_autofree char *quote = NULL;
  int start = -1;
  int end = -1;
  int sentence = -1;
  const GOptionEntry entries[] = {
    { "quote", 0, 0, G_OPTION_ARG_FILENAME, &quote, N_ ("The words, which the article must say once"), N_ ("WORDS") },
    { "start", 0, 0, G_OPTION_ARG_INT, &start, N_ ("Where the passage begins, in code points from 0"), "N" },
    { "end", 0, 0, G_OPTION_ARG_INT, &end, N_ ("Where it ends, that place excluded"), "N" },
    { "sentence", 0, 0, G_OPTION_ARG_INT, &sentence, N_ ("The sentence, counted from 1"), "N" },
    { "article", 0, 0, G_OPTION_ARG_FILENAME, &article, N_ ("Which article, by number or id"), "ARTICLE" },
    G_OPTION_ENTRY_NULL
  };
  g_auto (GStrv) words = NULL;
  Options options;

  if (!dp_verb_parse (self, arguments, entries, 1, 1, &words, error))
    return FALSE;

  options = (Options){ article, quote, start, end, sentence };
  if (!check_options (&options, error) || !dp_verb_check_text (article, "--article", error))
    return FALSE;

  return highlight (words[0], &options, error);
}
