/* dp-verb-evidence.c: disproof-cli evidence
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli/dp-verbs.h"

#include <glib/gi18n.h>
#include "base/dp-date.h"
#include "cli/dp-tables.h"

/* How many rankings are named when a query leaves several. */
#define MAX_CANDIDATES 10

typedef struct
{
  char *key;
  char *title;
  char *link;
  char *archive;
  char *publisher;
  char *author;
  char *date;
  char *quote;
  char *note;
  char *kind;
  char *index;
  char *edition;
  char *country;
  int rank;
  int total;
  char *score;
  char **tables;
  char **supports;
  char **undermines;
  char **context;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->key);
  g_free (self->title);
  g_free (self->link);
  g_free (self->archive);
  g_free (self->publisher);
  g_free (self->author);
  g_free (self->date);
  g_free (self->quote);
  g_free (self->note);
  g_free (self->kind);
  g_free (self->index);
  g_free (self->edition);
  g_free (self->country);
  g_free (self->score);
  g_strfreev (self->tables);
  g_strfreev (self->supports);
  g_strfreev (self->undermines);
  g_strfreev (self->context);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse (const DpVerb *self,
       char **arguments,
       Options *options,
       char ***words,
       GError **error)
{
  const GOptionEntry entries[] = {
    { "key", 0, 0, G_OPTION_ARG_FILENAME, &options->key, N_ ("What citations name it by"), "KEY" },
    { "title", 0, 0, G_OPTION_ARG_FILENAME, &options->title, N_ ("Title of the source"), "T" },
    { "link", 0, 0, G_OPTION_ARG_FILENAME, &options->link, N_ ("Where it stands"), "URL" },
    { "archive", 0, 0, G_OPTION_ARG_FILENAME, &options->archive, N_ ("Where it is archived"), "URL" },
    { "publisher", 0, 0, G_OPTION_ARG_FILENAME, &options->publisher, N_ ("Who published it"), "P" },
    { "author", 0, 0, G_OPTION_ARG_FILENAME, &options->author, N_ ("Who wrote or said it"), "A" },
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &options->date, N_ ("When, as far as known: 2022, 2022-01, 2022-01-08"), "D" },
    { "quote", 0, 0, G_OPTION_ARG_FILENAME, &options->quote, N_ ("The words that count"), N_ ("WORDS") },
    { "note", 0, 0, G_OPTION_ARG_FILENAME, &options->note, N_ ("A note of your own"), "N" },
    { "kind", 0, 0, G_OPTION_ARG_FILENAME, &options->kind, N_ ("A source is primary, official, media, research or other"), "K" },
    { "index", 0, 0, G_OPTION_ARG_FILENAME, &options->index, N_ ("A ranking: the id of the index"), "I" },
    { "edition", 0, 0, G_OPTION_ARG_FILENAME, &options->edition, N_ ("A ranking: the edition of the index"), "E" },
    { "country", 0, 0, G_OPTION_ARG_FILENAME, &options->country, N_ ("A ranking: the country"), "C" },
    { "rank", 0, 0, G_OPTION_ARG_INT, &options->rank, N_ ("A ranking: the place, where the table is wrong"), "N" },
    { "total", 0, 0, G_OPTION_ARG_INT, &options->total, N_ ("A ranking: of how many, where the table is wrong"), "N" },
    { "score", 0, 0, G_OPTION_ARG_FILENAME, &options->score, N_ ("A ranking: the score, where the table is wrong"), "S" },
    { "tables", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->tables, N_ ("A further folder of tables"), N_ ("FOLDER") },
    { "supports", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->supports, N_ ("A highlight that it supports"), "H" },
    { "undermines", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->undermines, N_ ("A highlight that it undermines"), "H" },
    { "context", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->context, N_ ("A highlight that it gives context to"), "H" },
    G_OPTION_ENTRY_NULL
  };

  return dp_verb_parse (self, arguments, entries, 2, G_MAXUINT, words, error);
}

static gboolean
check_texts (const Options *options,
             GError **error)
{
  return dp_verb_check_text (options->key, "--key", error) &&
         dp_verb_check_text (options->title, "--title", error) &&
         dp_verb_check_text (options->link, "--link", error) &&
         dp_verb_check_text (options->archive, "--archive", error) &&
         dp_verb_check_text (options->publisher, "--publisher", error) &&
         dp_verb_check_text (options->author, "--author", error) &&
         dp_verb_check_text (options->quote, "--quote", error) &&
         dp_verb_check_text (options->note, "--note", error) &&
         dp_verb_check_text (options->index, "--index", error) &&
         dp_verb_check_text (options->edition, "--edition", error) &&
         dp_verb_check_text (options->country, "--country", error) &&
         dp_verb_check_text (options->score, "--score", error);
}

/* ASCII letters, digits and hyphens: what a citation can name. */
static gboolean
is_key (const char *key)
{
  for (const char *p = key; *p != '\0'; p++)
    {
      if (!g_ascii_isalnum (*p) && *p != '-')
        return FALSE;
    }

  return *key != '\0';
}

/* What both kinds have in common. */
static gboolean
fill_in (DpEvidence *piece,
         DpCase *dp_case,
         const Options *options,
         GError **error)
{
  if (options->key != NULL && !is_key (options->key))
    return dp_verb_usage_error (error, _ ("A key is made of the letters A to Z, digits and hyphens"));
  if (options->key != NULL && dp_case_find_evidence_by_key (dp_case, options->key) != NULL)
    return dp_verb_error (error, _ ("Another piece of evidence has the key “%s”"), options->key);
  if (options->date != NULL)
    {
      g_autofree char *text = NULL;
      DpDate date;

      if (!dp_date_parse (options->date, &date))
        return dp_verb_usage_error (error, _ ("--date is no date, or not a clear one: 2022-01-08 is"));
      text = dp_date_format_iso (&date);
      dp_evidence_set_date (piece, text);
    }

  if (options->key != NULL)
    dp_evidence_set_key (piece, options->key);
  if (options->title != NULL)
    dp_evidence_set_title (piece, options->title);
  if (options->link != NULL)
    dp_evidence_set_link (piece, options->link);
  if (options->archive != NULL)
    dp_evidence_set_archive_link (piece, options->archive);
  if (options->publisher != NULL)
    dp_evidence_set_publisher (piece, options->publisher);
  if (options->author != NULL)
    dp_evidence_set_author (piece, options->author);
  if (options->quote != NULL)
    dp_evidence_set_quote (piece, options->quote);
  if (options->note != NULL)
    dp_evidence_set_note (piece, options->note);

  return TRUE;
}

static gboolean
set_stances (DpEvidence *piece,
             DpCase *dp_case,
             char **highlights,
             DpStance stance,
             GError **error)
{
  for (guint i = 0; highlights != NULL && highlights[i] != NULL; i++)
    {
      DpHighlight *highlight = dp_verb_find_highlight (dp_case, highlights[i], error);
      const char *id;

      if (highlight == NULL)
        return FALSE;
      id = dp_highlight_get_id (highlight);
      if (dp_evidence_get_stance (piece, id) != DP_STANCE_NONE)
        return dp_verb_usage_error (error, _ ("It bears on the highlight %s in one way only"), id);
      dp_evidence_set_stance (piece, id, stance);
    }

  return TRUE;
}

/* (transfer full) */
static DpEvidence *
new_source (char **words,
            const Options *options,
            GError **error)
{
  g_autoptr (DpEvidence) piece = dp_evidence_new (DP_EVIDENCE_SOURCE);
  DpSourceKind kind = DP_SOURCE_OTHER;

  if (words[0] != NULL || options->index != NULL || options->edition != NULL || options->country != NULL ||
      options->rank != -1 || options->total != -1 || options->score != NULL || options->tables != NULL)
    {
      dp_verb_usage_error (error, _ ("A source has no query, index, edition, country, rank, total, score and tables"));
      return NULL;
    }
  if (options->link == NULL && options->title == NULL)
    {
      dp_verb_usage_error (error, _ ("A source has at least --link or --title"));
      return NULL;
    }
  if (options->kind != NULL && !dp_source_kind_from_nick (options->kind, &kind))
    {
      dp_verb_usage_error (error, _ ("--kind is one of primary, official, media, research, other"));
      return NULL;
    }
  dp_evidence_set_source_kind (piece, kind);

  return g_steal_pointer (&piece);
}

/* (transfer full) */
static DpRanking *
search_ranking (DpRankings *rankings,
                char **words,
                GError **error)
{
  g_autofree char *query = g_strjoinv (" ", words);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GString) candidates = g_string_new (NULL);

  if (!dp_verb_check_text (query, "QUERY", error))
    return NULL;

  found = dp_rankings_search (rankings, query, MAX_CANDIDATES);
  if (found->len == 1)
    return dp_ranking_copy (g_ptr_array_index (found, 0));
  if (found->len == 0)
    {
      dp_verb_error (error, _ ("No ranking fits “%s”"), query);
      return NULL;
    }

  for (guint i = 0; i < found->len; i++)
    {
      const DpRanking *ranking = g_ptr_array_index (found, i);
      g_autofree char *edition = g_shell_quote (ranking->edition);

      g_string_append_printf (candidates, "\n  --index %s --edition %s --country %s", ranking->index, edition, ranking->iso3);
    }
  /* Translators: first a query, then a list, a line each */
  dp_verb_error (error, _ ("More than one ranking fits “%s”:%s"), query, candidates->str);

  return NULL;
}

/* (transfer full) */
static DpRanking *
look_up_ranking (DpRankings *rankings,
                 const Options *options,
                 GError **error)
{
  const char *iso3 = dp_countries_find (dp_rankings_get_countries (rankings), options->country);
  g_auto (GStrv) editions = NULL;
  g_autofree char *list = NULL;
  DpRanking *ranking;

  if (dp_rankings_get_title (rankings, options->index) == NULL)
    {
      editions = dp_rankings_list_indices (rankings);
      list = g_strjoinv (", ", editions);
      dp_verb_error (error, _ ("There is no index “%s”; there are %s"), options->index, list);
      return NULL;
    }
  if (iso3 == NULL)
    {
      dp_verb_error (error, _ ("There is no country “%s”"), options->country);
      return NULL;
    }

  ranking = dp_rankings_lookup (rankings, options->index, options->edition, iso3);
  if (ranking != NULL)
    return ranking;

  editions = dp_rankings_list_editions (rankings, options->index);
  list = g_strjoinv (", ", editions);
  /* Translators: a country, an index, an edition, and a list of editions */
  dp_verb_error (error, _ ("%s is not in %s “%s”; there are the editions %s"), options->country, options->index, options->edition, list);

  return NULL;
}

/* (transfer full) */
static DpEvidence *
new_ranking (char **words,
             const Options *options,
             GError **error)
{
  gboolean is_exact = options->index != NULL || options->edition != NULL || options->country != NULL;
  g_autoptr (DpRankings) rankings = NULL;
  g_autoptr (DpRanking) ranking = NULL;
  DpEvidence *piece;

  if ((words[0] != NULL) == is_exact || (is_exact && (options->index == NULL || options->edition == NULL || options->country == NULL)))
    {
      dp_verb_usage_error (error, _ ("A ranking takes a query, or all of --index, --edition and --country"));
      return NULL;
    }
  if (options->kind != NULL)
    {
      dp_verb_usage_error (error, _ ("A ranking has no --kind"));
      return NULL;
    }
  if (options->rank < -1 || options->total < -1)
    {
      dp_verb_usage_error (error, _ ("Rank and total are not below 0"));
      return NULL;
    }

  rankings = dp_tables_load_rankings (options->tables);
  ranking = is_exact ? look_up_ranking (rankings, options, error) : search_ranking (rankings, words, error);
  if (ranking == NULL)
    return NULL;

  piece = dp_evidence_new_for_ranking (ranking);
  if (options->rank != -1)
    dp_evidence_set_rank (piece, options->rank);
  if (options->total != -1)
    dp_evidence_set_total (piece, options->total);
  if (options->score != NULL)
    dp_evidence_set_score (piece, options->score);

  return piece;
}

gboolean
dp_verb_evidence (const DpVerb *self,
                  char **arguments,
                  GError **error)
{
  g_auto (Options) options = { .rank = -1, .total = -1 };
  g_auto (GStrv) words = NULL;
  g_autoptr (DpCaseFile) file = NULL;
  g_autoptr (DpEvidence) piece = NULL;
  g_autoptr (JsonNode) answer = NULL;
  DpEvidenceKind kind;
  DpCase *dp_case;

  if (!parse (self, arguments, &options, &words, error))
    return FALSE;
  if (!dp_evidence_kind_from_nick (words[1], &kind))
    return dp_verb_usage_error (error, _ ("Evidence is “source” or “ranking”"));
  if (!check_texts (&options, error))
    return FALSE;

  file = dp_verb_open_case (words[0], error);
  if (file == NULL)
    return FALSE;
  dp_case = dp_case_file_get_case (file);
  piece = kind == DP_EVIDENCE_SOURCE ? new_source (words + 2, &options, error) : new_ranking (words + 2, &options, error);
  if (piece == NULL || !fill_in (piece, dp_case, &options, error) ||
      !set_stances (piece, dp_case, options.supports, DP_STANCE_SUPPORTS, error) ||
      !set_stances (piece, dp_case, options.undermines, DP_STANCE_UNDERMINES, error) ||
      !set_stances (piece, dp_case, options.context, DP_STANCE_CONTEXT, error))
    return FALSE;

  dp_case_add_evidence (dp_case, piece);
  if (!dp_verb_save_case (file, error))
    return FALSE;
  answer = dp_verb_evidence_to_json (piece);
  dp_verb_print_json (answer);

  return TRUE;
}
