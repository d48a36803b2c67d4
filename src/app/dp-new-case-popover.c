/* dp-new-case-popover.c: the ways to start a case
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-new-case-popover.h"

#include "app/dp-transfer.h"
#include "intake/dp-intake.h"

struct _DpNewCasePopover
{
  GtkPopover parent_instance;

  GtkEditable *link;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (DpNewCasePopover, dp_new_case_popover, GTK_TYPE_POPOVER)

static void
link_changed_cb (DpNewCasePopover *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->link)));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "new.fetch", *text != '\0');
}

static void
fetch_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  DpNewCasePopover *self = DP_NEW_CASE_POPOVER (widget);
  g_autofree char *link = g_strdup (gtk_editable_get_text (self->link));

  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_editable_set_text (self->link, "");
  gtk_widget_activate_action (widget, "intake.link", "s", link);
}

static void
take_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  gtk_popover_popdown (GTK_POPOVER (widget));
  gtk_widget_activate_action (widget, g_variant_get_string (parameter, NULL), NULL);
}

static void
link_activated_cb (DpNewCasePopover *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "new.fetch", NULL);
}

static void
peeked_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (DpNewCasePopover) self = DP_NEW_CASE_POPOVER (user_data);
  g_autoptr (DpTransfer) transfer = dp_transfer_read_finish (result, NULL);

  if (transfer == NULL || transfer->link == NULL || *gtk_editable_get_text (self->link) != '\0')
    return;

  gtk_editable_set_text (self->link, transfer->link);
  gtk_editable_select_region (self->link, 0, -1);
}

/* Who comes with a link in the clipboard most likely means that one. */
static void
dp_new_case_popover_map (GtkWidget *widget)
{
  DpNewCasePopover *self = DP_NEW_CASE_POPOVER (widget);

  GTK_WIDGET_CLASS (dp_new_case_popover_parent_class)->map (widget);

  dp_transfer_read_clipboard_async (gtk_widget_get_clipboard (widget), self->cancellable, peeked_cb, g_object_ref (self));
}

static void
dp_new_case_popover_dispose (GObject *object)
{
  DpNewCasePopover *self = DP_NEW_CASE_POPOVER (object);

  g_cancellable_cancel (self->cancellable);

  G_OBJECT_CLASS (dp_new_case_popover_parent_class)->dispose (object);
}

static void
dp_new_case_popover_finalize (GObject *object)
{
  DpNewCasePopover *self = DP_NEW_CASE_POPOVER (object);

  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (dp_new_case_popover_parent_class)->finalize (object);
}

static void
dp_new_case_popover_class_init (DpNewCasePopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dp_new_case_popover_dispose;
  object_class->finalize = dp_new_case_popover_finalize;
  widget_class->map = dp_new_case_popover_map;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-new-case-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, DpNewCasePopover, link);
  gtk_widget_class_bind_template_callback (widget_class, link_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, link_activated_cb);

  gtk_widget_class_install_action (widget_class, "new.fetch", NULL, fetch_action);
  gtk_widget_class_install_action (widget_class, "new.take", "s", take_action);
}

static void
dp_new_case_popover_init (DpNewCasePopover *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  link_changed_cb (self);
}

GtkWidget *
dp_new_case_popover_new (void)
{
  return g_object_new (DP_TYPE_NEW_CASE_POPOVER, NULL);
}
