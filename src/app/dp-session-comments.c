/* dp-session-comments.c: comments of the person who works on the case
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-comments.h"

#include <glib/gi18n.h>

char *
dp_session_dup_person (DpSession *self)
{
  g_autofree char *name = NULL;
  const char *real;

  g_return_val_if_fail (DP_IS_SESSION (self), NULL);

  name = g_strstrip (g_settings_get_string (dp_workbench_get_settings (dp_session_get_workbench (self)), "profile-name"));
  if (*name != '\0')
    return g_steal_pointer (&name);
  /* "Unknown" is what GLib says when the system knows no name. */
  real = g_get_real_name ();
  if (real == NULL || *real == '\0' || g_str_equal (real, "Unknown"))
    real = g_get_user_name ();
  return g_utf8_make_valid (real, -1);
}

static void
recorded_cb (GObject *source_object,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (DpSession) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!dp_review_desk_move_finish (DP_REVIEW_DESK (source_object), result, &error))
    dp_session_toast (self, error->message, NULL, NULL);
}

/* (nullable) (transfer none): kept by the case. Who has not said who they are may comment all the same, under
 * the name that the system has; the history knows only people. */
static DpComment *
add (DpSession *self,
     const char *label,
     DpComment *comment)
{
  DpReviewDesk *desk = dp_session_get_desk (self);
  g_autoptr (GError) error = NULL;

  if (dp_review_desk_get_person (desk) != NULL && !dp_review_desk_can (desk, DP_MOVE_COMMENT, &error))
    {
      dp_session_toast (self, error->message, NULL, NULL);
      return NULL;
    }
  dp_history_begin (dp_session_get_history (self), label);
  dp_case_add_comment (dp_session_get_case (self), comment);
  dp_history_end (dp_session_get_history (self));
  if (dp_review_desk_get_person (desk) != NULL)
    dp_review_desk_move_async (desk, DP_MOVE_COMMENT, dp_comment_get_text (comment), NULL, NULL, recorded_cb, g_object_ref (self));
  return comment;
}

static char *
dup_now (DpSession *self)
{
  return dp_clock_now_text (dp_workbench_get_clock (dp_session_get_workbench (self)));
}

DpComment *
dp_session_add_comment (DpSession *self,
                        DpHighlight *highlight,
                        const char *text)
{
  g_autofree char *person = dp_session_dup_person (self);
  g_autofree char *now = dup_now (self);
  g_autoptr (DpComment) comment = dp_comment_new (person, now, text, highlight != NULL ? dp_highlight_get_id (highlight) : NULL);

  return add (self, _ ("Comment"), comment);
}

DpComment *
dp_session_add_comment_on_evidence (DpSession *self,
                                    DpEvidence *evidence,
                                    const char *text)
{
  g_autofree char *person = dp_session_dup_person (self);
  g_autofree char *now = dup_now (self);
  g_autofree char *heading = dp_evidence_dup_heading (evidence);
  g_autoptr (DpComment) comment = dp_comment_new_on_evidence (person, now, text, dp_evidence_get_id (evidence), heading);

  return add (self, _ ("Comment"), comment);
}

DpComment *
dp_session_add_comment_on_passage (DpSession *self,
                                   const char *part,
                                   DpSpan span,
                                   const char *text)
{
  g_autofree char *person = dp_session_dup_person (self);
  g_autofree char *now = dup_now (self);
  g_autoptr (DpOffsets) offsets = dp_offsets_new (dp_case_get_part (dp_session_get_case (self), part), -1);
  g_autoptr (DpAnchor) anchor = dp_anchor_new_for_span (offsets, span);
  g_autoptr (DpComment) comment = dp_comment_new_on_passage (person, now, text, part, anchor);

  return add (self, _ ("Comment"), comment);
}

DpComment *
dp_session_reply (DpSession *self,
                  DpComment *comment,
                  const char *text)
{
  g_autofree char *person = dp_session_dup_person (self);
  g_autofree char *now = dup_now (self);
  g_autoptr (DpComment) reply = dp_comment_new_reply (comment, person, now, text);

  return add (self, _ ("Reply to a comment"), reply);
}

GPtrArray *
dp_session_list_comments_in (DpSession *self,
                             const char *part,
                             DpSpan span)
{
  DpCase *dp_case = dp_session_get_case (self);
  g_autoptr (GPtrArray) all = dp_case_list_comments_on_part (dp_case, part);
  GPtrArray *there = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      DpAnchorMatch match = dp_case_place_comment (dp_case, g_ptr_array_index (all, i));

      if (match.status != DP_ANCHOR_LOST && match.span.start < span.end && span.start < match.span.end)
        g_ptr_array_add (there, g_ptr_array_index (all, i));
    }
  return there;
}

void
dp_session_resolve (DpSession *self,
                    DpComment *comment,
                    gboolean is_resolved)
{
  g_return_if_fail (DP_IS_SESSION (self));
  g_return_if_fail (DP_IS_COMMENT (comment));

  dp_history_begin (dp_session_get_history (self), is_resolved ? _ ("Resolve a comment") : _ ("Reopen a comment"));
  dp_comment_set_resolved (comment, is_resolved);
  dp_history_end (dp_session_get_history (self));
}

void
dp_session_remove_comment (DpSession *self,
                           DpComment *comment)
{
  g_return_if_fail (DP_IS_SESSION (self));
  g_return_if_fail (DP_IS_COMMENT (comment));

  dp_history_begin (dp_session_get_history (self), _ ("Remove a comment"));
  dp_case_remove_comment (dp_session_get_case (self), comment);
  dp_history_end (dp_session_get_history (self));
  dp_session_toast (self, _ ("Comment removed"), _ ("Undo"), "history.undo");
}
