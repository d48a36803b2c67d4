/* dp-claim-row.c: a claim in the list beside the article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-claim-row.h"

#include <glib/gi18n.h>

#include "app/dp-claim-editor.h"
#include "app/dp-phrases.h"
#include "text/dp-language.h"

struct _DpClaimRow
{
  AdwBin parent_instance;

  DpSession *session; /* (owned) (nullable) */
  DpClaim *claim;     /* (owned) (nullable) */
  gboolean is_selected;
  GtkWidget *summary;
  GtkLabel *text;
  GtkLabel *translation;
  GtkLabel *details;
  AdwBin *editor;
};

G_DEFINE_FINAL_TYPE (DpClaimRow, dp_claim_row, ADW_TYPE_BIN)

static void
show (DpClaimRow *self)
{
  const char *const *ids = dp_claim_get_highlights (self->claim);
  guint n_passages = g_strv_length ((char **) ids);
  g_autofree char *text = dp_phrase_claim (self->claim);
  g_autofree char *language = *dp_claim_get_language (self->claim) != '\0' ? dp_language_dup_name (dp_claim_get_language (self->claim)) : g_strdup ("");
  g_autofree char *passages =
      n_passages > 0
          /* Translators: below a claim: how many highlighted passages of the article carry it */
          ? g_strdup_printf (ngettext ("In one passage", "In %u passages", n_passages), n_passages)
          : g_strdup (_ ("In no passage yet"));
  g_autofree char *details = dp_phrase_join (passages, language, NULL);

  gtk_label_set_label (self->text, text);
  gtk_label_set_label (self->translation, dp_claim_get_translation (self->claim));
  gtk_widget_set_visible (GTK_WIDGET (self->translation), *dp_claim_get_translation (self->claim) != '\0');
  gtk_label_set_label (self->details, details);
}

static gboolean
dp_claim_row_grab_focus (GtkWidget *widget)
{
  GtkWidget *editor = adw_bin_get_child (DP_CLAIM_ROW (widget)->editor);

  return editor != NULL && gtk_widget_grab_focus (editor);
}

static void
dp_claim_row_dispose (GObject *object)
{
  DpClaimRow *self = DP_CLAIM_ROW (object);

  g_clear_object (&self->claim);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dp_claim_row_parent_class)->dispose (object);
}

static void
dp_claim_row_class_init (DpClaimRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dp_claim_row_dispose;
  widget_class->grab_focus = dp_claim_row_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-claim-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DpClaimRow, summary);
  gtk_widget_class_bind_template_child (widget_class, DpClaimRow, text);
  gtk_widget_class_bind_template_child (widget_class, DpClaimRow, translation);
  gtk_widget_class_bind_template_child (widget_class, DpClaimRow, details);
  gtk_widget_class_bind_template_child (widget_class, DpClaimRow, editor);
}

static void
dp_claim_row_init (DpClaimRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
dp_claim_row_new (DpSession *session,
                  DpClaim *claim)
{
  DpClaimRow *self = g_object_new (DP_TYPE_CLAIM_ROW, NULL);

  self->session = g_object_ref (session);
  self->claim = g_object_ref (claim);
  g_signal_connect_object (claim, "notify", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  return GTK_WIDGET (self);
}

DpClaim *
dp_claim_row_get_claim (DpClaimRow *self)
{
  g_return_val_if_fail (DP_IS_CLAIM_ROW (self), NULL);

  return self->claim;
}

void
dp_claim_row_set_selected (DpClaimRow *self,
                           gboolean is_selected)
{
  g_return_if_fail (DP_IS_CLAIM_ROW (self));

  if (self->is_selected == is_selected)
    return;

  self->is_selected = is_selected;
  adw_bin_set_child (self->editor, is_selected ? dp_claim_editor_new (self->session, self->claim) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->editor), is_selected);
  gtk_widget_set_visible (self->summary, !is_selected);
}
