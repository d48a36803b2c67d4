/* dp-review-look.c: a look at what a case said at one moment, which any thread can take
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-review-look.h"

#include "base/dp-json.h"
#include "model/dp-case-text.h"

void
dp_review_look_free (DpReviewLook *look)
{
  g_ptr_array_unref (look->parts);
  g_clear_pointer (&look->before, json_node_unref);
  g_clear_pointer (&look->content, json_node_unref);
  g_free (look->digest);
  g_clear_object (&look->folder);
  g_clear_pointer (&look->seals, g_ptr_array_unref);
  g_clear_pointer (&look->broken, g_hash_table_unref);
  g_free (look->alarm);
  g_free (look);
}

static void
take_seals (DpReviewLook *look,
            DpCaseFile *file)
{
  GListModel *articles = dp_case_list_articles (dp_case_file_get_case (file));

  look->folder = g_object_ref (dp_case_file_get_folder (file));
  look->seals = dp_seals_new ();
  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (DpArticle) article = g_list_model_get_item (articles, i);

      if (dp_article_get_sealed (article) != NULL)
        g_ptr_array_add (look->seals, dp_sealed_copy (dp_article_get_sealed (article)));
    }
}

static void
check_seals (DpReviewLook *look)
{
  look->broken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < look->seals->len; i++)
    {
      const DpSealed *sealed = g_ptr_array_index (look->seals, i);
      g_autoptr (GError) error = NULL;

      if (dp_sealed_check (sealed, look->folder, &error))
        continue;
      g_hash_table_add (look->broken, g_strdup (sealed->sha256));
      if (look->alarm == NULL)
        look->alarm = g_strdup (error->message);
    }
}

DpReviewLook *
dp_review_look_new (DpCaseFile *file,
                    JsonNode *before,
                    gboolean has_seals)
{
  DpReviewLook *look = g_new0 (DpReviewLook, 1);

  look->parts = dp_case_text_get_parts (dp_case_file_get_case (file));
  look->before = before;
  if (has_seals)
    take_seals (look, file);
  return look;
}

void
dp_review_look_work (DpReviewLook *look)
{
  g_autoptr (GBytes) text = dp_case_text_join (look->parts);
  g_autoptr (JsonNode) node = dp_json_read (g_bytes_get_data (text, NULL), g_bytes_get_size (text), DP_JSON_STRICT, NULL);

  /* What a case is written as can be read. */
  g_assert (node != NULL);
  look->content = dp_content_new_from_json (node);
  look->digest = dp_content_dup_digest (look->content);
  if (look->before != NULL)
    look->changed = dp_content_compare (look->before, look->content);
  /* Here and not in the main thread: a large tree takes its time to be freed. */
  g_clear_pointer (&look->before, json_node_unref);
  if (look->seals != NULL)
    check_seals (look);
}
