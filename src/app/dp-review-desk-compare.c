/* dp-review-desk-compare.c: what became of a case since a version of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-review-desk.h"

#include "base/dp-json.h"
#include "model/dp-case-text.h"
#include "review/dp-edition.h"

void
dp_desk_comparison_free (DpDeskComparison *self)
{
  g_object_unref (self->before);
  g_ptr_array_unref (self->changes);
  g_free (self);
}

typedef struct
{
  GFile *folder;
  char *version;
  char *digest; /* (nullable) */
  GPtrArray *parts;
} Comparing;

static void
comparing_free (gpointer data)
{
  Comparing *comparing = data;

  g_object_unref (comparing->folder);
  g_free (comparing->version);
  g_free (comparing->digest);
  g_ptr_array_unref (comparing->parts);
  g_free (comparing);
}

static void
compare_thread (GTask *task,
                gpointer source_object,
                gpointer task_data,
                GCancellable *cancellable)
{
  Comparing *comparing = task_data;
  GError *error = NULL;
  g_autoptr (JsonNode) edition = dp_edition_read_digest (comparing->folder, comparing->version, comparing->digest, &error);
  g_autoptr (DpCase) before = edition != NULL ? dp_case_new_from_json (edition, &error) : NULL;
  g_autoptr (GBytes) text = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (JsonNode) old_content = NULL;
  g_autoptr (JsonNode) new_content = NULL;
  DpDeskComparison *comparison;

  if (before == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  text = dp_case_text_join (comparing->parts);
  node = dp_json_read (g_bytes_get_data (text, NULL), g_bytes_get_size (text), DP_JSON_STRICT, NULL);
  old_content = dp_content_new_from_json (edition);
  new_content = dp_content_new_from_json (node);
  comparison = g_new0 (DpDeskComparison, 1);
  comparison->before = g_steal_pointer (&before);
  comparison->changes = dp_content_diff (old_content, new_content);
  g_task_return_pointer (task, comparison, (GDestroyNotify) dp_desk_comparison_free);
}

void
dp_review_desk_compare_async (DpReviewDesk *self,
                              const char *version,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Comparing *comparing = g_new0 (Comparing, 1);

  g_return_if_fail (DP_IS_REVIEW_DESK (self));

  g_task_set_source_tag (task, dp_review_desk_compare_async);
  comparing->folder = g_object_ref (dp_case_file_get_folder (dp_review_desk_get_file (self)));
  comparing->parts = dp_case_text_get_parts (dp_case_file_get_case (dp_review_desk_get_file (self)));
  if (g_str_equal (version, "read"))
    {
      DpEntry *read = dp_review_desk_get_read (self);

      comparing->digest = read != NULL ? g_strdup (dp_entry_get_content (read)) : NULL;
      comparing->version = dp_edition_dup_read_name (comparing->digest != NULL ? comparing->digest : "");
    }
  else
    {
      comparing->digest = g_strdup (dp_edition_find_digest (dp_case_file_get_case (dp_review_desk_get_file (self)), version));
      comparing->version = g_strdup (version);
    }
  g_task_set_task_data (task, comparing, comparing_free);
  g_task_run_in_thread (task, compare_thread);
}

DpDeskComparison *
dp_review_desk_compare_finish (DpReviewDesk *self,
                               GAsyncResult *result,
                               GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
