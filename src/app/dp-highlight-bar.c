/* dp-highlight-bar.c: what can be done with a highlight, beside it, for the mouse
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-highlight-bar.h"

struct _DpHighlightBar
{
  GtkPopover parent_instance;
};

G_DEFINE_FINAL_TYPE (DpHighlightBar, dp_highlight_bar, GTK_TYPE_POPOVER)

static void
dp_highlight_bar_class_init (DpHighlightBarClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/io/github/disproof/Disproof/dp-highlight-bar.ui");
}

static void
dp_highlight_bar_init (DpHighlightBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
dp_highlight_bar_new (void)
{
  return g_object_new (DP_TYPE_HIGHLIGHT_BAR, NULL);
}
