/* dp-edition.c: what a case was: every published version, and what was last submitted, reviewed, approved
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "review/dp-edition.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include "base/dp-file.h"
#include "base/dp-json.h"
#include "review/dp-content.h"
#include "review/dp-moves.h"
#include "review/dp-review-error.h"

#define FOLDER "versions"

/* (transfer full) */
static GFile *
get_file (GFile *folder,
          const char *version)
{
  g_autofree char *name = g_strdup_printf ("%s.json", version);
  g_autoptr (GFile) versions = g_file_get_child (folder, FOLDER);

  return g_file_get_child (versions, name);
}

/* What only those inside see; the rest of the tree is not touched. */
static void
strip (JsonNode *node)
{
  static const char *const inside[] = { "comments", "history", "history_digest" };

  for (guint i = 0; i < G_N_ELEMENTS (inside); i++)
    json_object_remove_member (json_node_get_object (node), inside[i]);
}

gboolean
dp_edition_write_json (GFile *folder,
                       JsonNode *node,
                       const char *version,
                       GError **error)
{
  g_autoptr (GFile) file = get_file (folder, version);
  g_autoptr (GFile) versions = g_file_get_parent (file);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) local = NULL;

  if (!g_file_make_directory (versions, NULL, &local) && !g_error_matches (local, G_IO_ERROR, G_IO_ERROR_EXISTS))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  strip (node);
  bytes = dp_json_write (node);
  /* A file that is there is left from a publication that came to nothing. */
  return dp_file_replace (file, bytes, NULL, NULL, error);
}

gboolean
dp_edition_write (GFile *folder,
                  DpCase *dp_case,
                  const char *version,
                  GError **error)
{
  g_autoptr (JsonNode) node = dp_case_to_json (dp_case);

  return dp_edition_write_json (folder, node, version, error);
}

/* The word is of the last entry of that kind. */
static gboolean
is_entry_of (DpEntry *entry,
             const char *version)
{
  DpMove move;

  if (g_str_equal (dp_entry_get_version (entry), version))
    return TRUE;
  if (!dp_move_from_nick (dp_entry_get_what (entry), &move))
    return FALSE;
  return (g_str_equal (version, "submitted") && move == DP_MOVE_SUBMIT) ||
         (g_str_equal (version, "approved") && move == DP_MOVE_APPROVE) ||
         (g_str_equal (version, "reviewed") && (move == DP_MOVE_APPROVE || move == DP_MOVE_REQUEST_CHANGES));
}

const char *
dp_edition_find_digest (DpCase *dp_case,
                        const char *version)
{
  const char *digest = NULL;
  GListModel *entries = dp_case_list_entries (dp_case);

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (DpEntry) entry = g_list_model_get_item (entries, i);

      if (is_entry_of (entry, version))
        digest = dp_entry_get_content (entry);
    }
  return digest;
}

JsonNode *
dp_edition_read_digest (GFile *folder,
                        const char *version,
                        const char *wanted,
                        GError **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (JsonNode) content = NULL;
  g_autofree char *digest = NULL;
  g_autoptr (GError) local = NULL;
  gsize length;
  const char *text;

  if (wanted == NULL || *version == '\0' || strspn (version, G_CSET_DIGITS G_CSET_a_2_z) != strlen (version))
    {
      g_set_error (error, DP_REVIEW_ERROR, DP_REVIEW_ERROR_VERSION, _ ("There is no version “%s” of this case"), version);
      return NULL;
    }
  file = get_file (folder, version);
  bytes = dp_file_read (file, DP_JSON_MAX_SIZE, NULL, &local);
  if (bytes == NULL)
    {
      g_set_error (error, DP_REVIEW_ERROR, DP_REVIEW_ERROR_VERSION, _ ("What was published as version %s is gone: %s"), version, local->message);
      return NULL;
    }
  text = g_bytes_get_data (bytes, &length);
  node = dp_json_read (text, length, DP_JSON_STRICT, &local);
  if (node == NULL)
    {
      g_set_error (error, DP_REVIEW_ERROR, DP_REVIEW_ERROR_VERSION, _ ("What was published as version %s cannot be read: %s"), version, local->message);
      return NULL;
    }
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      content = dp_content_new_from_json (node);
      digest = dp_content_dup_digest (content);
    }
  if (g_strcmp0 (digest, wanted) != 0)
    {
      g_set_error (error, DP_REVIEW_ERROR, DP_REVIEW_ERROR_VERSION, _ ("What is kept as version %s is not what was published"), version);
      return NULL;
    }
  return g_steal_pointer (&node);
}

JsonNode *
dp_edition_read (GFile *folder,
                 DpCase *dp_case,
                 const char *version,
                 GError **error)
{
  return dp_edition_read_digest (folder, version, dp_edition_find_digest (dp_case, version), error);
}

char *
dp_edition_dup_read_name (const char *content)
{
  return g_strconcat ("read", content, NULL);
}

void
dp_edition_forget_read (GFile *folder,
                        const char *content)
{
  g_autofree char *name = dp_edition_dup_read_name (content);
  g_autoptr (GFile) file = get_file (folder, name);

  if (dp_sealed_is_digest (content))
    g_file_delete (file, NULL, NULL);
}

GPtrArray *
dp_editions_verify (GFile *folder,
                    DpCase *dp_case)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func (g_free);
  GListModel *entries = dp_case_list_entries (dp_case);

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (DpEntry) entry = g_list_model_get_item (entries, i);
      const char *version = dp_entry_get_version (entry);
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) node = NULL;

      if (*version == '\0')
        continue;
      node = dp_edition_read (folder, dp_case, version, &error);
      if (node == NULL)
        g_ptr_array_add (problems, g_strdup (error->message));
    }
  return problems;
}
