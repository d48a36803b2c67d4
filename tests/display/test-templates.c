/* test-templates.c: every template of the workbench can be made and taken down
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "test-display.h"

#include "app/dp-article-view.h"
#include "app/dp-highlight-bar.h"
#include "app/dp-narrative-popover.h"
#include "app/dp-narrative-row.h"

/* Each person who adds a template adds a line here. */
static GType (*const types[]) (void) = {
  dp_article_view_get_type,
  dp_highlight_bar_get_type,
  dp_narrative_popover_get_type,
  dp_narrative_row_get_type,
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
