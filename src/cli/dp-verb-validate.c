/* dp-verb-validate.c: disproof-cli validate
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli/dp-verbs.h"

#include <glib/gi18n.h>
#include "base/dp-id.h"
#include "model/dp-citation.h"
#include "review/dp-edition.h"
#include "review/dp-record.h"

static void
add (GPtrArray *problems,
     const char *format,
     ...) G_GNUC_PRINTF (2, 3);

static void
add (GPtrArray *problems,
     const char *format,
     ...)
{
  va_list list;

  va_start (list, format);
  g_ptr_array_add (problems, g_strdup_vprintf (format, list));
  va_end (list);
}

static void
check_seal (GPtrArray *problems,
            const DpSealed *sealed,
            GFile *folder)
{
  g_autoptr (GError) error = NULL;

  if (sealed != NULL && !dp_sealed_check (sealed, folder, &error))
    add (problems, "%s", error->message);
}

static void
check_seals (GPtrArray *problems,
             DpCase *dp_case,
             GFile *folder)
{
  GListModel *articles = dp_case_list_articles (dp_case);

  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (DpArticle) article = g_list_model_get_item (articles, i);
      GPtrArray *versions = dp_article_get_versions (article);

      check_seal (problems, dp_article_get_sealed (article), folder);
      check_seal (problems, dp_article_get_sealed_image (article), folder);
      for (guint j = 0; j < versions->len; j++)
        check_seal (problems, g_ptr_array_index (versions, j), folder);
    }
}

static void
check_history (GPtrArray *problems,
               DpCase *dp_case,
               GFile *folder)
{
  g_autoptr (GPtrArray) history = dp_record_verify (dp_case);
  g_autoptr (GPtrArray) editions = dp_editions_verify (folder, dp_case);

  for (guint i = 0; i < history->len; i++)
    add (problems, "%s", (const char *) g_ptr_array_index (history, i));
  for (guint i = 0; i < editions->len; i++)
    add (problems, "%s", (const char *) g_ptr_array_index (editions, i));
}

static void
check_citations (GPtrArray *problems,
                 DpCase *dp_case,
                 const char *where,
                 const char *markdown)
{
  g_autoptr (GPtrArray) citations = dp_citations_find (markdown);

  for (guint i = 0; i < citations->len; i++)
    {
      const DpCitation *citation = g_ptr_array_index (citations, i);

      for (guint j = 0; citation->keys[j] != NULL; j++)
        {
          if (dp_case_find_evidence_by_key (dp_case, citation->keys[j]) == NULL)
            /* Translators: first "Summary" or "Disproof", then the key of a piece of evidence */
            add (problems, _ ("%s: the citation [@%s] names no evidence of the case"), where, citation->keys[j]);
        }
    }
}

static void
check_highlights (GPtrArray *problems,
                  DpCase *dp_case)
{
  GListModel *highlights = dp_case_list_highlights (dp_case);

  for (guint i = 0; i < g_list_model_get_n_items (highlights); i++)
    {
      g_autoptr (DpHighlight) highlight = g_list_model_get_item (highlights, i);
      const char *id = dp_highlight_get_id (highlight);
      DpArticle *article = dp_case_find_article (dp_case, dp_highlight_get_article_id (highlight));
      const char *const *narratives = dp_highlight_get_narratives (highlight);
      DpSpan span;

      if (article == NULL)
        add (problems, _ ("Highlight %s: its article is not in the case"), id);
      else if (!dp_highlight_is_lost (highlight) &&
               dp_anchor_find (dp_highlight_get_anchor (highlight), dp_article_get_offsets (article), &span) != DP_ANCHOR_EXACT)
        add (problems, _ ("Highlight %s: its words are not where it says"), id);

      for (guint j = 0; narratives[j] != NULL; j++)
        {
          if (dp_case_find_narrative (dp_case, narratives[j]) == NULL)
            add (problems, _ ("Highlight %s: the narrative “%s” is not kept with the case"), id, narratives[j]);
        }
    }
}

static void
check_claims (GPtrArray *problems,
              DpCase *dp_case)
{
  GListModel *claims = dp_case_list_claims (dp_case);

  for (guint i = 0; i < g_list_model_get_n_items (claims); i++)
    {
      g_autoptr (DpClaim) claim = g_list_model_get_item (claims, i);
      const char *const *ids = dp_claim_get_highlights (claim);

      for (guint j = 0; ids[j] != NULL; j++)
        {
          if (dp_case_find_highlight (dp_case, ids[j]) == NULL)
            add (problems, _ ("Claim %s: the highlight %s is not in the case"), dp_claim_get_id (claim), ids[j]);
        }
    }
}

static void
check_evidence (GPtrArray *problems,
                DpCase *dp_case)
{
  GListModel *evidence = dp_case_list_evidence (dp_case);

  for (guint i = 0; i < g_list_model_get_n_items (evidence); i++)
    {
      g_autoptr (DpEvidence) piece = g_list_model_get_item (evidence, i);
      GPtrArray *bearings = dp_evidence_get_bearings (piece);
      const char *key = dp_evidence_get_key (piece);

      if (dp_case_find_evidence_by_key (dp_case, key) != piece)
        add (problems, _ ("Evidence %s: another one has the key “%s” too"), dp_evidence_get_id (piece), key);
      for (guint j = 0; j < bearings->len; j++)
        {
          const DpBearing *bearing = g_ptr_array_index (bearings, j);

          if (dp_case_find_highlight (dp_case, bearing->highlight) == NULL)
            add (problems, _ ("Evidence %s: the highlight %s is not in the case"), key, bearing->highlight);
        }
    }
}

static void
check_relations (GPtrArray *problems,
                 DpCase *dp_case)
{
  GListModel *relations = dp_case_list_relations (dp_case);

  for (guint i = 0; i < g_list_model_get_n_items (relations); i++)
    {
      g_autoptr (DpRelation) relation = g_list_model_get_item (relations, i);
      const char *id = dp_relation_get_case_id (relation);

      if (!dp_id_is_valid (id))
        add (problems, _ ("Related case “%s”: that is no id of a case"), id);
      else if (g_str_equal (id, dp_case_get_id (dp_case)))
        add (problems, _ ("The case is related to itself"));
    }
}

static void
check_case (GPtrArray *problems,
            const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DpCase) dp_case = dp_verb_read_case (path, &error);
  g_autoptr (GFile) folder = dp_verb_find_case (path);

  if (dp_case == NULL)
    {
      add (problems, "%s", error->message);
      return;
    }

  check_seals (problems, dp_case, folder);
  check_history (problems, dp_case, folder);
  check_highlights (problems, dp_case);
  check_claims (problems, dp_case);
  check_evidence (problems, dp_case);
  check_citations (problems, dp_case, _ ("Summary"), dp_case_get_summary (dp_case));
  check_citations (problems, dp_case, C_ ("case text", "Disproof"), dp_case_get_disproof (dp_case));
  check_relations (problems, dp_case);
}

static void
print_result (const char *path,
              GPtrArray *problems)
{
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), json_object_new ());
  JsonObject *object = json_node_get_object (node);
  JsonArray *array = json_array_new ();
  g_autofree char *name = g_filename_display_name (path);

  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *problem = g_utf8_make_valid (g_ptr_array_index (problems, i), -1);

      json_array_add_string_element (array, problem);
    }
  json_object_set_string_member (object, "case", name);
  json_object_set_boolean_member (object, "ok", problems->len == 0);
  json_object_set_array_member (object, "problems", array);
  json_object_unref (object);

  dp_verb_print_json_line (node);
}

gboolean
dp_verb_validate (const DpVerb *self,
                  char **arguments,
                  GError **error)
{
  g_auto (GStrv) words = NULL;
  gboolean all_ok = TRUE;

  if (!dp_verb_parse (self, arguments, NULL, 1, G_MAXUINT, &words, error))
    return FALSE;

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

      check_case (problems, words[i]);
      print_result (words[i], problems);
      all_ok = all_ok && problems->len == 0;
    }

  if (!all_ok)
    g_set_error_literal (error, DP_VERB_ERROR, DP_VERB_ERROR_SAID, "");

  return all_ok;
}
