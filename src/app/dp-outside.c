/* dp-outside.c: a case that somebody else changed while it was open here
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-outside.h"

#include <glib/gi18n.h>

#include "app/dp-merge-window.h"

typedef struct
{
  DpCaseWindow *window; /* (owned) */
  DpSession *session;   /* (owned): which is over */
} Opening;

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->window);
  g_object_unref (opening->session);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static void
loaded_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (Opening) opening = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DpCaseFile) file = dp_case_file_load_finish (result, &error);
  g_autoptr (DpSession) session = NULL;

  if (file == NULL)
    {
      dp_session_toast (opening->session, error->message, NULL, NULL);
      return;
    }
  session = dp_session_new (dp_session_get_workbench (opening->session), file);
  dp_case_window_replace (opening->window, opening->session, session);
  dp_session_toast (session, _ ("What somebody else changed in this case was taken in"), NULL, NULL);
}

static void
open_anew (DpCaseWindow *window,
           DpSession *session)
{
  DpCaseFile *file = dp_session_get_file (session);
  Opening *opening = g_new0 (Opening, 1);

  opening->window = g_object_ref (window);
  opening->session = g_object_ref (session);
  dp_case_file_load_async (dp_case_file_get_folder (file), dp_workbench_get_clock (dp_session_get_workbench (session)), NULL, loaded_cb, opening);
}

static void
merged_cb (DpMergeWindow *decision,
           DpSession *session)
{
  open_anew (DP_CASE_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (decision))), session);
}

/* (transfer container) (element-type GtkWindow): the reading view, original and translation ... */
static GPtrArray *
list_companions (DpCaseWindow *window)
{
  GPtrArray *companions = g_ptr_array_new ();
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (toplevels, i);

      if (gtk_window_get_transient_for (other) == GTK_WINDOW (window))
        g_ptr_array_add (companions, other);
    }
  return companions;
}

void
dp_outside_merge (DpCaseWindow *window,
                  DpSession *session,
                  gboolean ask)
{
  DpCaseFile *file;
  g_autoptr (GPtrArray) companions = NULL;
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (DP_IS_CASE_WINDOW (window));
  g_return_if_fail (DP_IS_SESSION (session));

  file = dp_session_get_file (session);
  if (!dp_case_file_is_changed_outside (file))
    return;
  companions = list_companions (window);
  if (companions->len > 0 && !ask)
    return;
  for (guint i = 0; i < companions->len; i++)
    gtk_window_close (companions->pdata[i]);
  /* A field that is being typed in gives what it holds when it is left. */
  if (dp_case_window_get_session (window) == session)
    gtk_window_set_focus (GTK_WINDOW (window), NULL);
  if (dp_case_file_merge (file, NULL, &conflicts, &error))
    open_anew (window, session);
  else if (error != NULL)
    dp_session_toast (session, error->message, NULL, NULL);
  else if (ask)
    {
      DpMergeWindow *decision = dp_merge_window_new (GTK_WINDOW (window), session, conflicts);

      g_signal_connect_object (decision, "merged", G_CALLBACK (merged_cb), session, 0);
      gtk_window_present (GTK_WINDOW (decision));
    }
}
