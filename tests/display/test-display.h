/* test-display.h: what the display tests share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "app/dp-session.h"

G_BEGIN_DECLS

/* A workbench over an empty library in a new folder of its own. (transfer full) */
DpWorkbench *dp_test_workbench_new (void);

/* A session over a new case there whose article has these paragraphs. (transfer full) */
DpSession *dp_test_session_new (DpWorkbench *workbench,
                                const char *language,
                                const char *const *paragraphs);

/* Runs the main loop until @condition or, failing the test, for ten seconds. Never sleeps. */
#define dp_test_spin_until(condition)                                \
  G_STMT_START                                                       \
  {                                                                  \
    gboolean late = FALSE;                                           \
    guint source_id = g_timeout_add (10000, dp_test_late_cb, &late); \
    while (!(condition) && !late)                                    \
      g_main_context_iteration (NULL, TRUE);                         \
    if (!late)                                                       \
      g_source_remove (source_id);                                   \
    g_assert_true (condition);                                       \
  }                                                                  \
  G_STMT_END

gboolean dp_test_late_cb (gpointer late);

/* Whatever is ready to run. */
void dp_test_spin (void);

/* A window with @child in it, presented and drawn once. (transfer none): destroy it */
GtkWindow *dp_test_present (GtkWidget *child,
                            int width,
                            int height);

/* Takes the window down and asserts that nothing holds on to it. */
void dp_test_finish (GtkWindow *window);

G_END_DECLS
