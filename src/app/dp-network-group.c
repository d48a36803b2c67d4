/* dp-network-group.c: how links are fetched, among the preferences
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-network-group.h"

#include "intake/dp-intake.h"

struct _DpNetworkGroup
{
  AdwPreferencesGroup parent_instance;

  GSettings *settings; /* (owned) (nullable) */
  AdwEntryRow *proxy_row;
  AdwEntryRow *user_agent_row;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (DpNetworkGroup, dp_network_group, ADW_TYPE_PREFERENCES_GROUP)

static void
show_problem (DpNetworkGroup *self,
              const char *problem)
{
  gtk_label_set_label (self->problem, problem);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), *problem != '\0');
  if (*problem != '\0')
    gtk_widget_add_css_class (GTK_WIDGET (self->proxy_row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->proxy_row), "error");
}

static void
proxy_applied_cb (DpNetworkGroup *self)
{
  g_autofree char *proxy = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->proxy_row))));
  g_autoptr (GError) error = NULL;

  if (!dp_intake_check_proxy (proxy, &error))
    {
      show_problem (self, error->message);
      return;
    }
  show_problem (self, "");
  g_settings_set_string (self->settings, "proxy", proxy);
}

static void
user_agent_applied_cb (DpNetworkGroup *self)
{
  g_settings_set_string (self->settings, "user-agent", gtk_editable_get_text (GTK_EDITABLE (self->user_agent_row)));
}

static void
dp_network_group_dispose (GObject *object)
{
  DpNetworkGroup *self = DP_NETWORK_GROUP (object);

  g_clear_object (&self->settings);

  G_OBJECT_CLASS (dp_network_group_parent_class)->dispose (object);
}

static void
dp_network_group_class_init (DpNetworkGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dp_network_group_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-network-group.ui");
  gtk_widget_class_bind_template_child (widget_class, DpNetworkGroup, proxy_row);
  gtk_widget_class_bind_template_child (widget_class, DpNetworkGroup, user_agent_row);
  gtk_widget_class_bind_template_child (widget_class, DpNetworkGroup, problem);
  gtk_widget_class_bind_template_callback (widget_class, proxy_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, user_agent_applied_cb);
}

static void
dp_network_group_init (DpNetworkGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
dp_network_group_set_settings (DpNetworkGroup *self,
                               GSettings *settings)
{
  g_autofree char *proxy = NULL;
  g_autofree char *user_agent = NULL;

  g_return_if_fail (DP_IS_NETWORK_GROUP (self));
  g_return_if_fail (G_IS_SETTINGS (settings));

  g_set_object (&self->settings, settings);
  proxy = g_settings_get_string (settings, "proxy");
  user_agent = g_settings_get_string (settings, "user-agent");
  gtk_editable_set_text (GTK_EDITABLE (self->proxy_row), proxy);
  gtk_editable_set_text (GTK_EDITABLE (self->user_agent_row), user_agent);
}
