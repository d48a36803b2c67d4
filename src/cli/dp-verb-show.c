/* dp-verb-show.c: disproof-cli show
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli/dp-verbs.h"

#include <glib/gi18n.h>
#include "text/dp-language.h"

/* The side of a quote where it begins must not turn the line around. */
#define FIRST_STRONG_ISOLATE "\342\201\250"
#define POP_ISOLATE "\342\201\251"

static void
print_line (GString *text,
            const char *indent,
            const char *label,
            const char *value)
{
  if (*value == '\0')
    return;

  g_string_append (text, indent);
  if (label != NULL)
    g_string_append_printf (text, "%s: ", label);
  g_string_append_printf (text, "%s\n", value);
}

static void
print_quote (GString *text,
             const char *indent,
             const char *quote)
{
  g_auto (GStrv) lines = g_strsplit (quote, "\n", -1);
  g_autofree char *line = g_strjoinv (" ", lines);
  g_autofree char *quotation = NULL;

  /* Translators: a quotation in quotation marks of your language */
  quotation = g_strdup_printf (_ ("“%s”"), line);
  g_string_append_printf (text, "%s" FIRST_STRONG_ISOLATE "%s" POP_ISOLATE "\n", indent, quotation);
}

static void
print_heading (GString *text,
               const char *heading)
{
  g_string_append_printf (text, "\n%s\n", heading);
}

static void
print_article (GString *text,
               DpArticle *article)
{
  g_autofree char *authors = g_strjoinv (", ", (char **) dp_article_get_authors (article));
  g_autofree char *language = dp_language_dup_name (dp_article_get_language (article));
  const DpSealed *sealed = dp_article_get_sealed (article);

  print_heading (text, _ ("Article"));
  print_line (text, "  ", NULL, dp_article_get_title (article));
  print_line (text, "  ", _ ("Outlet"), dp_article_get_outlet (article));
  print_line (text, "  ", _ ("Authors"), authors);
  print_line (text, "  ", _ ("Published"), dp_article_get_published (article));
  print_line (text, "  ", _ ("Language"), language);
  print_line (text, "  ", _ ("Link"), dp_article_get_link (article));
  print_line (text, "  ", _ ("Archived at"), dp_article_get_archive_link (article));
  print_line (text, "  ", _ ("Sealed copy"), sealed != NULL ? sealed->sha256 : "");
}

static void
print_bearings (GString *text,
                DpCase *dp_case,
                DpHighlight *highlight)
{
  GListModel *evidence = dp_case_list_evidence (dp_case);

  for (guint i = 0; i < g_list_model_get_n_items (evidence); i++)
    {
      g_autoptr (DpEvidence) piece = g_list_model_get_item (evidence, i);
      DpStance stance = dp_evidence_get_stance (piece, dp_highlight_get_id (highlight));
      g_autofree char *heading = dp_evidence_dup_heading (piece);

      if (stance != DP_STANCE_NONE)
        g_string_append_printf (text, "    %s: [@%s] %s\n", dp_stance_get_label (stance), dp_evidence_get_key (piece), heading);
    }
}

static void
print_highlight (GString *text,
                 DpCase *dp_case,
                 DpHighlight *highlight)
{
  const char *const *ids = dp_highlight_get_narratives (highlight);
  const DpAnchor *anchor = dp_highlight_get_anchor (highlight);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) labels = NULL;
  g_autofree char *narratives = NULL;
  g_autofree char *techniques = NULL;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      DpNarrative *narrative = dp_case_find_narrative (dp_case, ids[i]);

      g_strv_builder_add (builder, narrative != NULL ? dp_narrative_get_label (narrative) : ids[i]);
    }
  labels = g_strv_builder_end (builder);
  narratives = g_strjoinv (", ", labels);

  print_quote (text, "  ", anchor->exact);
  g_string_append_printf (text, "    %s %u–%u\n", dp_highlight_get_id (highlight), anchor->start, anchor->end);
  if (dp_highlight_is_lost (highlight))
    g_string_append_printf (text, "    %s\n", dp_highlight_is_waiting (highlight) ? _ ("Changed or moved: waits for a decision") : _ ("No longer in the article"));
  print_line (text, "    ", _ ("Narratives"), narratives);
  techniques = g_strjoinv (", ", (char **) dp_highlight_get_techniques (highlight));
  print_line (text, "    ", _ ("Techniques"), techniques);
  print_line (text, "    ", _ ("Note"), dp_highlight_get_note (highlight));
  print_bearings (text, dp_case, highlight);
}

static void
print_evidence (GString *text,
                DpEvidence *piece)
{
  g_autofree char *heading = dp_evidence_dup_heading (piece);
  g_autofree char *reference = dp_evidence_dup_reference (piece);

  g_string_append_printf (text, "  [@%s] %s\n", dp_evidence_get_key (piece), heading);
  print_line (text, "    ", NULL, reference);
  if (*dp_evidence_get_quote (piece) != '\0')
    print_quote (text, "    ", dp_evidence_get_quote (piece));
}

static void
print_relation (GString *text,
                DpRelation *relation)
{
  g_string_append_printf (text, "  %s: %s (%s)\n", dp_relation_kind_get_label (dp_relation_get_kind (relation)), dp_relation_get_title (relation), dp_relation_get_case_id (relation));
}

static void
print_claim (GString *text,
             DpClaim *claim)
{
  print_quote (text, "  ", dp_claim_get_text (claim));
  print_line (text, "    ", NULL, dp_claim_get_translation (claim));
}

static void
print_text (GString *text,
            const char *heading,
            const char *markdown)
{
  if (*markdown == '\0')
    return;

  print_heading (text, heading);
  g_string_append_printf (text, "%s\n", markdown);
}

typedef enum
{
  LIST_ARTICLES,
  LIST_HIGHLIGHTS,
  LIST_CLAIMS,
  LIST_EVIDENCE,
  LIST_RELATIONS,
} List;

static void
print_list (GString *text,
            const char *heading,
            DpCase *dp_case,
            GListModel *items,
            List list)
{
  guint n = g_list_model_get_n_items (items);

  if (n > 0 && heading != NULL)
    print_heading (text, heading);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (items, i);

      switch (list)
        {
        case LIST_ARTICLES:
          print_article (text, DP_ARTICLE (item));
          break;
        case LIST_HIGHLIGHTS:
          print_highlight (text, dp_case, DP_HIGHLIGHT (item));
          break;
        case LIST_CLAIMS:
          print_claim (text, DP_CLAIM (item));
          break;
        case LIST_EVIDENCE:
          print_evidence (text, DP_EVIDENCE (item));
          break;
        case LIST_RELATIONS:
          print_relation (text, DP_RELATION (item));
          break;
        }
    }
}

static void
print_case (DpCase *dp_case)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *title = dp_case_get_title (dp_case);

  print_line (text, "", NULL, *title != '\0' ? title : _ ("Untitled Case"));
  print_line (text, "", _ ("State"), dp_case_state_get_label (dp_case_get_state (dp_case)));
  print_line (text, "", _ ("Changed"), dp_case_get_modified (dp_case));
  print_line (text, "", _ ("Id"), dp_case_get_id (dp_case));

  print_list (text, NULL, dp_case, dp_case_list_articles (dp_case), LIST_ARTICLES);
  print_list (text, _ ("Highlights"), dp_case, dp_case_list_highlights (dp_case), LIST_HIGHLIGHTS);
  print_list (text, _ ("Claims"), dp_case, dp_case_list_claims (dp_case), LIST_CLAIMS);
  print_list (text, _ ("Evidence"), dp_case, dp_case_list_evidence (dp_case), LIST_EVIDENCE);
  print_text (text, _ ("Summary"), dp_case_get_summary (dp_case));
  /* Translators: the answer to the article, not the program. */
  print_text (text, C_ ("case text", "Disproof"), dp_case_get_disproof (dp_case));
  print_list (text, _ ("Related cases"), dp_case, dp_case_list_relations (dp_case), LIST_RELATIONS);

  dp_verb_print (text->str);
}

gboolean
dp_verb_show (const DpVerb *self,
              char **arguments,
              GError **error)
{
  gboolean as_json = FALSE;
  const GOptionEntry options[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print it as it stands in case.json"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_auto (GStrv) words = NULL;
  g_autoptr (DpCase) dp_case = NULL;

  if (!dp_verb_parse (self, arguments, options, 1, 1, &words, error))
    return FALSE;

  dp_case = dp_verb_read_case (words[0], error);
  if (dp_case == NULL)
    return FALSE;

  if (as_json)
    {
      g_autoptr (JsonNode) node = dp_case_to_json (dp_case);

      dp_verb_print_json (node);
    }
  else
    print_case (dp_case);

  return TRUE;
}
