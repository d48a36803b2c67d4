/* fuzz-case.c: any bytes as a case: read, written, edited and taken back; and as text with citations
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include <string.h>
#include "base/dp-json.h"
#include "model/dp-case.h"
#include "model/dp-citation.h"
#include "model/dp-history.h"

static GBytes *
write_case (DpCase *dp_case)
{
  g_autoptr (JsonNode) node = dp_case_to_json (dp_case);

  return dp_json_write (node);
}

/* (nullable) */
static DpCase *
read_case (const char *data,
           gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = dp_json_read (data, size, DP_JSON_STRICT, NULL);
  DpCase *dp_case;

  if (node == NULL)
    return NULL;
  dp_case = dp_case_new_from_json (node, &error);
  g_assert_true ((dp_case != NULL) == (error == NULL));
  if (error != NULL)
    {
      g_assert_true (error->domain == DP_CASE_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
  return dp_case;
}

static void
take_apart (DpCase *dp_case)
{
  GListModel *highlights = dp_case_list_highlights (dp_case);
  GListModel *articles = dp_case_list_articles (dp_case);

  while (g_list_model_get_n_items (highlights) > 0)
    {
      g_autoptr (DpHighlight) highlight = g_list_model_get_item (highlights, 0);

      dp_case_remove_highlight (dp_case, highlight);
    }
  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (DpArticle) article = g_list_model_get_item (articles, i);
      g_autoptr (GPtrArray) blocks = dp_blocks_from_plain_text (dp_article_get_text (article));

      dp_article_get_sentences (article);
      dp_case_correct_text (dp_case, article, blocks);
    }
}

/* What was read and written reads as the same, and any edit can be taken back. */
static void
check_case (DpCase *dp_case)
{
  g_autoptr (GBytes) written = write_case (dp_case);
  g_autoptr (DpCase) again = read_case (g_bytes_get_data (written, NULL), g_bytes_get_size (written));
  g_autoptr (DpClock) clock = dp_clock_new_fixed (0);
  g_autoptr (DpHistory) history = NULL;
  g_autoptr (GBytes) written_again = NULL;
  g_autoptr (GBytes) undone = NULL;

  g_assert_nonnull (again);
  written_again = write_case (again);
  g_assert_true (g_bytes_equal (written, written_again));

  history = dp_history_new (G_OBJECT (dp_case), clock);
  take_apart (dp_case);
  while (dp_history_undo (history))
    ;
  undone = write_case (dp_case);
  g_assert_true (g_bytes_equal (written, undone));
}

static void
check_citations (const char *data,
                 gsize size)
{
  g_autofree char *text = g_utf8_make_valid (data, size);
  g_autoptr (GPtrArray) citations = dp_citations_find (text);
  g_autoptr (GPtrArray) blocks = dp_blocks_from_plain_text (text);
  gsize end = 0;

  for (guint i = 0; i < citations->len; i++)
    {
      const DpCitation *citation = g_ptr_array_index (citations, i);

      g_assert_true (citation->start >= end && citation->end > citation->start && citation->end <= strlen (text));
      g_assert_nonnull (citation->keys[0]);
      end = citation->end;
    }
  for (guint i = 0; i < blocks->len; i++)
    g_assert_cmpstr (((DpBlock *) g_ptr_array_index (blocks, i))->text, !=, "");
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t size)
{
  g_autoptr (DpCase) dp_case = read_case ((const char *) data, size);

  if (dp_case != NULL)
    check_case (dp_case);
  check_citations ((const char *) data, size);
  return 0;
}
