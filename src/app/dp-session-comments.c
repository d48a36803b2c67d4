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
add (DpSession *self,
     const char *label,
     DpComment *comment)
{
  dp_history_begin (dp_session_get_history (self), label);
  dp_case_add_comment (dp_session_get_case (self), comment);
  dp_history_end (dp_session_get_history (self));
}

DpComment *
dp_session_add_comment (DpSession *self,
                        DpHighlight *highlight,
                        const char *text)
{
  g_autofree char *person = dp_session_dup_person (self);
  g_autofree char *now = dp_clock_now_text (dp_workbench_get_clock (dp_session_get_workbench (self)));
  g_autoptr (DpComment) comment = dp_comment_new (person, now, text, highlight != NULL ? dp_highlight_get_id (highlight) : NULL);

  add (self, _ ("Comment"), comment);
  return comment; /* kept by the case */
}

DpComment *
dp_session_reply (DpSession *self,
                  DpComment *comment,
                  const char *text)
{
  g_autofree char *person = dp_session_dup_person (self);
  g_autofree char *now = dp_clock_now_text (dp_workbench_get_clock (dp_session_get_workbench (self)));
  g_autoptr (DpComment) reply = dp_comment_new_reply (comment, person, now, text);

  add (self, _ ("Reply to a comment"), reply);
  return reply; /* kept by the case */
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
