/* dp-case-comments.c: the comments of a case and their threads
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/dp-case-private.h"

void
dp_case_add_comment (DpCase *self,
                     DpComment *comment)
{
  g_return_if_fail (DP_IS_CASE (self));
  g_return_if_fail (DP_IS_COMMENT (comment));

  g_list_store_append (G_LIST_STORE (dp_case_list_comments (self)), comment);
}

typedef gboolean (*DpCommentTest) (DpComment *comment,
                                   const char *id);

static gboolean
is_about (DpComment *comment,
          const char *highlight_id)
{
  if (*highlight_id == '\0')
    return dp_comment_is_on_case (comment);
  return g_str_equal (dp_comment_get_highlight_id (comment), highlight_id);
}

static gboolean
is_in_thread (DpComment *comment,
              const char *thread_id)
{
  return g_str_equal (dp_comment_get_thread_id (comment), thread_id);
}

static void
remove_where (DpCase *self,
              DpCommentTest test,
              const char *id)
{
  GListModel *comments = dp_case_list_comments (self);

  for (guint i = g_list_model_get_n_items (comments); i > 0; i--)
    {
      g_autoptr (DpComment) comment = g_list_model_get_item (comments, i - 1);

      if (test (comment, id))
        g_list_store_remove (G_LIST_STORE (comments), i - 1);
    }
}

void
dp_case_remove_comment (DpCase *self,
                        DpComment *comment)
{
  GListModel *comments;
  guint position;

  g_return_if_fail (DP_IS_CASE (self));
  g_return_if_fail (DP_IS_COMMENT (comment));

  comments = dp_case_list_comments (self);
  if (!g_list_store_find (G_LIST_STORE (comments), comment, &position))
    return;
  if (*dp_comment_get_reply_to (comment) != '\0')
    {
      g_list_store_remove (G_LIST_STORE (comments), position);
    }
  else
    {
      g_autofree char *id = g_strdup (dp_comment_get_id (comment));

      remove_where (self, is_in_thread, id);
    }
}

void
dp_case_remove_comments_on (DpCase *self,
                            const char *highlight_id)
{
  remove_where (self, is_about, highlight_id);
}

static gboolean
is_on_evidence (DpComment *comment,
                const char *evidence_id)
{
  return g_str_equal (dp_comment_get_evidence_id (comment), evidence_id);
}

static gboolean
is_on_part (DpComment *comment,
            const char *part)
{
  return g_str_equal (dp_comment_get_part (comment), part);
}

static gboolean
is_open (DpComment *comment,
         const char *unused)
{
  return !dp_comment_is_resolved (comment);
}

/* (transfer container): those that begin a thread */
static GPtrArray *
list_where (DpCase *self,
            DpCommentTest test,
            const char *id)
{
  GPtrArray *found = g_ptr_array_new ();
  GListModel *comments;
  guint n;

  comments = dp_case_list_comments (self);
  n = g_list_model_get_n_items (comments);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (DpComment) comment = g_list_model_get_item (comments, i);

      if (*dp_comment_get_reply_to (comment) == '\0' && test (comment, id))
        g_ptr_array_add (found, comment); /* kept by the list */
    }
  return found;
}

GPtrArray *
dp_case_list_comments_on (DpCase *self,
                          const char *highlight_id)
{
  g_return_val_if_fail (DP_IS_CASE (self), NULL);
  g_return_val_if_fail (highlight_id != NULL, NULL);

  return list_where (self, is_about, highlight_id);
}

GPtrArray *
dp_case_list_comments_on_evidence (DpCase *self,
                                   const char *evidence_id)
{
  g_return_val_if_fail (DP_IS_CASE (self), NULL);
  g_return_val_if_fail (evidence_id != NULL, NULL);

  return list_where (self, is_on_evidence, evidence_id);
}

GPtrArray *
dp_case_list_comments_on_part (DpCase *self,
                               const char *part)
{
  g_return_val_if_fail (DP_IS_CASE (self), NULL);
  g_return_val_if_fail (part != NULL, NULL);

  return list_where (self, is_on_part, part);
}

GPtrArray *
dp_case_list_open_comments (DpCase *self)
{
  g_return_val_if_fail (DP_IS_CASE (self), NULL);

  return list_where (self, is_open, NULL);
}

const char *
dp_case_get_part (DpCase *self,
                  const char *part)
{
  g_return_val_if_fail (DP_IS_CASE (self), "");

  return g_str_equal (part, "summary") ? dp_case_get_summary (self) : dp_case_get_disproof (self);
}

DpAnchorMatch
dp_case_place_comment (DpCase *self,
                       DpComment *comment)
{
  DpAnchorMatch lost = { DP_ANCHOR_LOST, { 0, 0 }, 0 };
  g_autoptr (GPtrArray) anchors = g_ptr_array_new ();
  g_autoptr (DpOffsets) offsets = NULL;
  g_autoptr (GArray) matches = NULL;

  g_return_val_if_fail (DP_IS_CASE (self), lost);
  g_return_val_if_fail (DP_IS_COMMENT (comment), lost);

  if (dp_comment_get_anchor (comment) == NULL)
    return lost;
  offsets = dp_offsets_new (dp_case_get_part (self, dp_comment_get_part (comment)), -1);
  g_ptr_array_add (anchors, (gpointer) dp_comment_get_anchor (comment));
  matches = dp_anchor_find_all (NULL, offsets, anchors);
  return g_array_index (matches, DpAnchorMatch, 0);
}

GPtrArray *
dp_case_list_replies (DpCase *self,
                      DpComment *comment)
{
  GPtrArray *found = g_ptr_array_new ();
  GListModel *comments;
  guint n;

  g_return_val_if_fail (DP_IS_CASE (self), found);
  g_return_val_if_fail (DP_IS_COMMENT (comment), found);

  comments = dp_case_list_comments (self);
  n = g_list_model_get_n_items (comments);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (DpComment) reply = g_list_model_get_item (comments, i);

      if (g_str_equal (dp_comment_get_reply_to (reply), dp_comment_get_id (comment)))
        g_ptr_array_add (found, reply); /* kept by the list */
    }
  return found;
}
