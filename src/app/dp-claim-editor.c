/* dp-claim-editor.c: the words of a claim, their translation, what is true in it, and the passages that carry it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-claim-editor.h"

#include <glib/gi18n.h>

#include "app/dp-checked-row.h"
#include "app/dp-line-button.h"
#include "app/dp-passage-search.h"
#include "app/dp-picker-button.h"
#include "app/dp-phrases.h"
#include "app/dp-text-field.h"

struct _DpClaimEditor
{
  AdwBin parent_instance;

  DpSession *session; /* (owned) (nullable) */
  DpClaim *claim;     /* (owned) (nullable) */
  DpTextField *text;
  DpCheckedRow *language;
  DpTextField *translation;
  DpTextField *true_in_it;
  GtkBox *passages;
  DpPickerButton *picker;
};

G_DEFINE_FINAL_TYPE (DpClaimEditor, dp_claim_editor, ADW_TYPE_BIN)

static void
set_carried (DpClaimEditor *self,
             const char *id,
             gboolean is_carried)
{
  const char *const *old = dp_claim_get_highlights (self->claim);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;

  for (guint i = 0; old[i] != NULL; i++)
    if (!g_str_equal (old[i], id))
      g_strv_builder_add (builder, old[i]);
  if (is_carried)
    g_strv_builder_add (builder, id);
  ids = g_strv_builder_end (builder);

  dp_history_begin (dp_session_get_history (self->session), is_carried ? _ ("Add passage to claim") : _ ("Take passage from claim"));
  dp_claim_set_highlights (self->claim, (const char *const *) ids);
  dp_history_end (dp_session_get_history (self->session));
}

static void
picked_cb (DpClaimEditor *self,
           DpHighlight *highlight)
{
  set_carried (self, dp_highlight_get_id (highlight), TRUE);
}

static void
passage_cb (DpClaimEditor *self,
            GtkWidget *button)
{
  dp_session_set_highlight (self->session, g_object_get_data (G_OBJECT (button), "highlight"));
}

static void
take_away_cb (DpClaimEditor *self,
              GtkWidget *button)
{
  DpHighlight *highlight = g_object_get_data (G_OBJECT (button), "highlight");

  set_carried (self, dp_highlight_get_id (highlight), FALSE);
}

static GtkWidget *
make_passage (DpClaimEditor *self,
              DpHighlight *highlight)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autofree char *quote = dp_phrase_quote (dp_highlight_get_quote (highlight));
  GtkWidget *line = dp_line_button_new ("find-location-symbolic", NULL, quote);
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_set_hexpand (line, TRUE);
  g_object_set_data_full (G_OBJECT (line), "highlight", g_object_ref (highlight), g_object_unref);
  g_signal_connect_object (line, "clicked", G_CALLBACK (passage_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), line);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("This passage does not carry the claim"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("This passage does not carry the claim"), -1);
  g_object_set_data_full (G_OBJECT (button), "highlight", g_object_ref (highlight), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (take_away_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

static void
show_passages (DpClaimEditor *self)
{
  const char *const *ids = dp_claim_get_highlights (self->claim);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->passages))) != NULL)
    gtk_box_remove (self->passages, child);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      DpHighlight *highlight = dp_case_find_highlight (dp_session_get_case (self->session), ids[i]);

      if (highlight != NULL)
        gtk_box_append (self->passages, make_passage (self, highlight));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->passages), gtk_widget_get_first_child (GTK_WIDGET (self->passages)) != NULL);
}

static void
remove_action (GtkWidget *widget,
               const char *action_name,
               GVariant *parameter)
{
  DpClaimEditor *self = DP_CLAIM_EDITOR (widget);
  g_autoptr (DpSession) session = g_object_ref (self->session);
  g_autoptr (DpClaim) claim = g_object_ref (self->claim);
  DpHistory *history = dp_session_get_history (session);

  dp_history_begin (history, _ ("Remove claim"));
  dp_case_remove_claim (dp_session_get_case (session), claim);
  dp_history_end (history);
  dp_session_toast (session, _ ("Claim removed"), _ ("Undo"), "history.undo");
}

static gboolean
dp_claim_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (DP_CLAIM_EDITOR (widget)->text));
}

static void
dp_claim_editor_dispose (GObject *object)
{
  DpClaimEditor *self = DP_CLAIM_EDITOR (object);

  g_clear_object (&self->claim);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dp_claim_editor_parent_class)->dispose (object);
}

static void
dp_claim_editor_class_init (DpClaimEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dp_claim_editor_dispose;
  widget_class->grab_focus = dp_claim_editor_grab_focus;

  gtk_widget_class_install_action (widget_class, "claim.remove", NULL, remove_action);

  g_type_ensure (DP_TYPE_CHECKED_ROW);
  g_type_ensure (DP_TYPE_PICKER_BUTTON);
  g_type_ensure (DP_TYPE_TEXT_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-claim-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, DpClaimEditor, text);
  gtk_widget_class_bind_template_child (widget_class, DpClaimEditor, language);
  gtk_widget_class_bind_template_child (widget_class, DpClaimEditor, translation);
  gtk_widget_class_bind_template_child (widget_class, DpClaimEditor, true_in_it);
  gtk_widget_class_bind_template_child (widget_class, DpClaimEditor, passages);
  gtk_widget_class_bind_template_child (widget_class, DpClaimEditor, picker);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
}

static void
dp_claim_editor_init (DpClaimEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
dp_claim_editor_new (DpSession *session,
                     DpClaim *claim)
{
  DpClaimEditor *self = g_object_new (DP_TYPE_CLAIM_EDITOR, NULL);
  const GBindingFlags both = G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE;

  self->session = g_object_ref (session);
  self->claim = g_object_ref (claim);
  g_object_bind_property (claim, "text", self->text, "text", both);
  g_object_bind_property (claim, "language", self->language, "value", both);
  g_object_bind_property (claim, "translation", self->translation, "text", both);
  g_object_bind_property (claim, "true-in-it", self->true_in_it, "text", both);
  dp_picker_button_set_search (self->picker, dp_passage_search, session);
  g_signal_connect_object (claim, "notify::highlights", G_CALLBACK (show_passages), self, G_CONNECT_SWAPPED);
  show_passages (self);
  return GTK_WIDGET (self);
}
