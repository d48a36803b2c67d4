/* test-templates.c: every template of the workbench can be made and taken down
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "test-display.h"

#include "app/dp-anchor-banner.h"
#include "app/dp-anchor-review.h"
#include "app/dp-article-adder.h"
#include "app/dp-article-switch.h"
#include "app/dp-article-view.h"
#include "app/dp-bearing-row.h"
#include "app/dp-case-page.h"
#include "app/dp-case-row.h"
#include "app/dp-case-window.h"
#include "app/dp-checked-row.h"
#include "app/dp-claim-editor.h"
#include "app/dp-claim-row.h"
#include "app/dp-claims-page.h"
#include "app/dp-comments.h"
#include "app/dp-compare-row.h"
#include "app/dp-compare-view.h"
#include "app/dp-compare-window.h"
#include "app/dp-cross-check-window.h"
#include "app/dp-details-page.h"
#include "app/dp-evidence-editor.h"
#include "app/dp-evidence-page.h"
#include "app/dp-evidence-row.h"
#include "app/dp-fetch-again.h"
#include "app/dp-highlight-bar.h"
#include "app/dp-highlight-row.h"
#include "app/dp-highlight-tools.h"
#include "app/dp-inquiry-row.h"
#include "app/dp-intake-bar.h"
#include "app/dp-lead-image.h"
#include "app/dp-legend.h"
#include "app/dp-library-window.h"
#include "app/dp-list-heading.h"
#include "app/dp-markdown-view.h"
#include "app/dp-merge-window.h"
#include "app/dp-narrative-chip.h"
#include "app/dp-narrative-page.h"
#include "app/dp-narrative-popover.h"
#include "app/dp-narrative-row.h"
#include "app/dp-narrative-tree.h"
#include "app/dp-narratives-window.h"
#include "app/dp-network-group.h"
#include "app/dp-new-case-popover.h"
#include "app/dp-picker-button.h"
#include "app/dp-open-comments.h"
#include "app/dp-passage-placer.h"
#include "app/dp-picker.h"
#include "app/dp-preferences.h"
#include "app/dp-ranking-card-view.h"
#include "app/dp-ranking-finder.h"
#include "app/dp-reading-document.h"
#include "app/dp-reading-evidence.h"
#include "app/dp-reading-prose.h"
#include "app/dp-reading-quote.h"
#include "app/dp-reading-window.h"
#include "app/dp-relation-row.h"
#include "app/dp-review-page.h"
#include "app/dp-save-status.h"
#include "app/dp-sealed-box.h"
#include "app/dp-state-pill.h"
#include "app/dp-text-corrector.h"
#include "app/dp-text-field.h"
#include "app/dp-translation-editor.h"
#include "app/dp-translation-window.h"
#include "app/dp-write-page.h"

/* Each person who adds a template adds a line here. */
static GType (*const types[]) (void) = {
  dp_anchor_banner_get_type,
  dp_anchor_review_get_type,
  dp_article_adder_get_type,
  dp_article_switch_get_type,
  dp_article_view_get_type,
  dp_bearing_row_get_type,
  dp_case_page_get_type,
  dp_case_row_get_type,
  dp_case_window_get_type,
  dp_checked_row_get_type,
  dp_claim_editor_get_type,
  dp_claim_row_get_type,
  dp_claims_page_get_type,
  dp_comments_get_type,
  dp_compare_row_get_type,
  dp_compare_view_get_type,
  dp_compare_window_get_type,
  dp_cross_check_window_get_type,
  dp_details_page_get_type,
  dp_evidence_editor_get_type,
  dp_evidence_page_get_type,
  dp_evidence_row_get_type,
  dp_fetch_again_get_type,
  dp_highlight_bar_get_type,
  dp_highlight_row_get_type,
  dp_highlight_tools_get_type,
  dp_inquiry_row_get_type,
  dp_intake_bar_get_type,
  dp_lead_image_get_type,
  dp_legend_get_type,
  dp_library_window_get_type,
  dp_list_heading_get_type,
  dp_markdown_view_get_type,
  dp_merge_window_get_type,
  dp_narrative_chip_get_type,
  dp_narrative_page_get_type,
  dp_narrative_popover_get_type,
  dp_narrative_row_get_type,
  dp_narrative_tree_get_type,
  dp_narratives_window_get_type,
  dp_network_group_get_type,
  dp_new_case_popover_get_type,
  dp_open_comments_get_type,
  dp_passage_placer_get_type,
  dp_picker_button_get_type,
  dp_picker_get_type,
  dp_preferences_get_type,
  dp_ranking_card_view_get_type,
  dp_ranking_finder_get_type,
  dp_reading_document_get_type,
  dp_reading_evidence_get_type,
  dp_reading_prose_get_type,
  dp_reading_quote_get_type,
  dp_reading_window_get_type,
  dp_relation_row_get_type,
  dp_review_page_get_type,
  dp_save_status_get_type,
  dp_sealed_box_get_type,
  dp_state_pill_get_type,
  dp_text_corrector_get_type,
  dp_text_field_get_type,
  dp_translation_editor_get_type,
  dp_translation_window_get_type,
  dp_write_page_get_type,
  NULL,
};

static void
test_templates (void)
{
  for (guint i = 0; types[i] != NULL; i++)
    {
      GtkWidget *widget = g_object_new (types[i](), NULL);
      gpointer weak = widget;

      g_test_message ("%s", G_OBJECT_TYPE_NAME (widget));
      g_object_add_weak_pointer (G_OBJECT (widget), &weak);
      if (GTK_IS_WINDOW (widget))
        {
          gtk_window_destroy (GTK_WINDOW (widget));
        }
      else
        {
          g_object_ref_sink (widget);
          g_object_unref (widget);
        }
      dp_test_spin ();
      g_assert_null (weak);
    }
}

int
main (int argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/templates", test_templates);
  return g_test_run ();
}
