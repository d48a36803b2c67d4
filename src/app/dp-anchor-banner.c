/* dp-anchor-banner.c: how many highlights wait for a decision
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-anchor-banner.h"

#include <glib/gi18n.h>

struct _DpAnchorBanner
{
  AdwBin parent_instance;

  DpSession *session;   /* (owned) (nullable) */
  GSignalGroup *follow; /* (owned): of the history */
  guint show_id;

  GtkLabel *label;
};

typedef enum
{
  PROP_SESSION = 1,
} DpAnchorBannerProperty;

static GParamSpec *properties[PROP_SESSION + 1];

G_DEFINE_FINAL_TYPE (DpAnchorBanner, dp_anchor_banner, ADW_TYPE_BIN)

static gboolean
show_cb (gpointer user_data)
{
  DpAnchorBanner *self = user_data;
  g_autoptr (GPtrArray) waiting = dp_case_list_waiting (dp_session_get_case (self->session));
  g_autofree char *text = g_strdup_printf (ngettext ("%u highlight waits for your decision", "%u highlights wait for your decision", waiting->len), waiting->len);

  self->show_id = 0;
  gtk_label_set_label (self->label, text);
  gtk_widget_set_visible (GTK_WIDGET (self), waiting->len > 0);
  return G_SOURCE_REMOVE;
}

/* Many changes can come at once. */
static void
changed_cb (DpAnchorBanner *self)
{
  if (self->show_id == 0)
    self->show_id = g_idle_add_full (GDK_PRIORITY_REDRAW - 10, show_cb, self, NULL);
}

static void
set_session (DpAnchorBanner *self,
             DpSession *session)
{
  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->follow, session != NULL ? dp_session_get_history (session) : NULL);
  g_clear_handle_id (&self->show_id, g_source_remove);
  if (session != NULL)
    show_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

static void
dp_anchor_banner_get_property (GObject *object,
                               guint prop_id,
                               GValue *value,
                               GParamSpec *pspec)
{
  DpAnchorBanner *self = DP_ANCHOR_BANNER (object);

  switch ((DpAnchorBannerProperty) prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_anchor_banner_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  DpAnchorBanner *self = DP_ANCHOR_BANNER (object);

  switch ((DpAnchorBannerProperty) prop_id)
    {
    case PROP_SESSION:
      set_session (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_anchor_banner_dispose (GObject *object)
{
  DpAnchorBanner *self = DP_ANCHOR_BANNER (object);

  g_clear_handle_id (&self->show_id, g_source_remove);
  g_clear_object (&self->follow);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dp_anchor_banner_parent_class)->dispose (object);
}

static void
dp_anchor_banner_class_init (DpAnchorBannerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = dp_anchor_banner_get_property;
  object_class->set_property = dp_anchor_banner_set_property;
  object_class->dispose = dp_anchor_banner_dispose;

  properties[PROP_SESSION] =
      g_param_spec_object ("session", NULL, NULL, DP_TYPE_SESSION, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-anchor-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, DpAnchorBanner, label);
}

static void
dp_anchor_banner_init (DpAnchorBanner *self)
{
  self->follow = g_signal_group_new (DP_TYPE_HISTORY);
  g_signal_group_connect_swapped (self->follow, "changed", G_CALLBACK (changed_cb), self);
  gtk_widget_init_template (GTK_WIDGET (self));
}
