/* dp-article-view-look.c: the size and width of the article's text, for this and all later articles
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-article-view-private.h"

#include <math.h>

#define SIZE "article-text-size"
#define WIDTH "article-column-width"
#define SIZE_STEP 0.1
#define WIDTH_STEP 4

static void
set_size (GSettings *settings,
          double size)
{
  g_settings_set_double (settings, SIZE, CLAMP (round (size * 10) / 10, 0.7, 2.5));
}

static void
larger (GtkWidget *widget,
        const char *name,
        GVariant *parameter)
{
  GSettings *settings = DP_ARTICLE_VIEW (widget)->settings;
  int step = g_variant_get_int32 (parameter);

  if (settings != NULL && step == 0)
    g_settings_reset (settings, SIZE);
  else if (settings != NULL)
    set_size (settings, g_settings_get_double (settings, SIZE) + step * SIZE_STEP);
}

static void
wider (GtkWidget *widget,
       const char *name,
       GVariant *parameter)
{
  GSettings *settings = DP_ARTICLE_VIEW (widget)->settings;
  int step = g_variant_get_int32 (parameter);

  if (settings != NULL && step == 0)
    g_settings_reset (settings, WIDTH);
  else if (settings != NULL)
    g_settings_set_int (settings, WIDTH, CLAMP (g_settings_get_int (settings, WIDTH) + step * WIDTH_STEP, 40, 110));
}

/* With Ctrl held, as in a browser. */
gboolean
dp_article_view_wheel_cb (DpArticleView *self,
                          double dx,
                          double dy,
                          GtkEventControllerScroll *controller)
{
  if ((gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller)) & GDK_CONTROL_MASK) == 0 || dy == 0)
    return FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self), "article.larger", "i", dy < 0 ? 1 : -1);
  return TRUE;
}

void
dp_article_view_show_look (DpArticleView *self)
{
  int size = (int) lround (g_settings_get_double (self->settings, SIZE) * 100);
  g_autofree char *size_text = g_strdup_printf ("%d %%", size);
  g_autofree char *width_text = g_strdup_printf ("%d", g_settings_get_int (self->settings, WIDTH));

  gtk_label_set_label (self->size_label, size_text);
  gtk_label_set_label (self->width_label, width_text);
}

void
dp_article_view_install_look_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "article.larger", "i", larger);
  gtk_widget_class_install_action (widget_class, "article.wider", "i", wider);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, GDK_CONTROL_MASK, "article.larger", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_equal, GDK_CONTROL_MASK, "article.larger", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Add, GDK_CONTROL_MASK, "article.larger", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, GDK_CONTROL_MASK, "article.larger", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "article.larger", "i", -1);
}
