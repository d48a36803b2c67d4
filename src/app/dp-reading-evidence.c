/* dp-reading-evidence.c: a piece of evidence as a reader finds it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-reading-evidence.h"

#include <glib/gi18n.h>

#include "app/dp-comments.h"
#include "app/dp-phrases.h"
#include "app/dp-ranking-card-view.h"

struct _DpReadingEvidence
{
  AdwBin parent_instance;

  DpSession *session;   /* (owned) (nullable) */
  DpEvidence *evidence; /* (owned) (nullable) */
  GSignalGroup *changes;

  GtkBox *box;
  GtkBox *buttons;
  GtkToggleButton *comments_button; /* (nullable) */
  GtkRevealer *revealer;            /* (nullable) */
  DpComments *comments;             /* (nullable) */
};

G_DEFINE_FINAL_TYPE (DpReadingEvidence, dp_reading_evidence, ADW_TYPE_BIN)

static void
add_label (DpReadingEvidence *self,
           const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  if (*text == '\0')
    {
      g_object_ref_sink (label);
      g_object_unref (label);
      return;
    }
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), css_class == NULL);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (self->box, label);
}

static void
open_action (GtkWidget *widget,
             const char *action_name,
             GVariant *parameter)
{
  DpReadingEvidence *self = DP_READING_EVIDENCE (widget);
  const char *link = g_str_equal (action_name, "reading.open-source") ? dp_evidence_get_link (self->evidence) : dp_evidence_get_archive_link (self->evidence);

  if (g_str_has_prefix (link, "https://") || g_str_has_prefix (link, "http://"))
    gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (widget)), link, GDK_CURRENT_TIME);
  else
    dp_session_toast (self->session, _ ("Only links that begin with https:// or http:// are opened"), NULL, NULL);
}

static void
add_link (DpReadingEvidence *self,
          const char *label,
          const char *action,
          const char *link)
{
  GtkWidget *button;

  if (*link == '\0')
    return;
  button = gtk_button_new_with_label (label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, link);
  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (self->buttons, button);
}

static void
show_count (DpReadingEvidence *self)
{
  g_autoptr (GPtrArray) comments = NULL;
  g_autofree char *label = NULL;
  guint n = 0;

  if (self->comments_button == NULL)
    return;
  comments = dp_case_list_comments_on_evidence (dp_session_get_case (self->session), dp_evidence_get_id (self->evidence));
  for (guint i = 0; i < comments->len; i++)
    n += !dp_comment_is_resolved (g_ptr_array_index (comments, i));
  label = n > 0 ? g_strdup_printf (ngettext ("%u open comment", "%u open comments", n), n) : g_strdup (_ ("Comment"));
  gtk_button_set_label (GTK_BUTTON (self->comments_button), label);
}

static void
comments_cb (DpReadingEvidence *self)
{
  gboolean is_open = gtk_toggle_button_get_active (self->comments_button);

  gtk_revealer_set_reveal_child (self->revealer, is_open);
  if (is_open)
    gtk_widget_grab_focus (GTK_WIDGET (self->comments));
}

static void
done_cb (DpReadingEvidence *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->comments_button));
}

static void
add_comments (DpReadingEvidence *self)
{
  self->comments = DP_COMMENTS (dp_comments_new ());
  dp_comments_set_evidence (self->comments, self->session, self->evidence);
  g_signal_connect_swapped (self->comments, "done", G_CALLBACK (done_cb), self);
  self->revealer = GTK_REVEALER (gtk_revealer_new ());
  gtk_revealer_set_child (self->revealer, GTK_WIDGET (self->comments));
  self->comments_button = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->comments_button), "flat");
  g_signal_connect_swapped (self->comments_button, "toggled", G_CALLBACK (comments_cb), self);
  gtk_box_append (self->buttons, GTK_WIDGET (self->comments_button));
  gtk_box_append (self->box, GTK_WIDGET (self->revealer));
  g_signal_group_set_target (self->changes, dp_session_get_history (self->session));
  show_count (self);
}

static void
add_card (DpReadingEvidence *self,
          const char *language)
{
  DpRankings *rankings = dp_workbench_get_rankings (dp_session_get_workbench (self->session));
  g_autoptr (DpRankingCard) card = NULL;
  GtkWidget *view;

  if (rankings == NULL || dp_evidence_get_kind (self->evidence) != DP_EVIDENCE_RANKING)
    return;
  card = dp_rankings_get_card (rankings, dp_evidence_get_index (self->evidence), dp_evidence_get_edition (self->evidence), dp_evidence_get_iso3 (self->evidence));
  if (card == NULL)
    return;
  view = g_object_new (DP_TYPE_RANKING_CARD_VIEW, NULL);
  dp_ranking_card_view_set_card (DP_RANKING_CARD_VIEW (view), card, dp_evidence_get_citation (self->evidence));
  gtk_box_append (self->box, view);
}

static gboolean
key_cb (DpReadingEvidence *self,
        guint keyval,
        guint keycode,
        GdkModifierType state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (keyval != GDK_KEY_m || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || self->comments == NULL || GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus))
    return GDK_EVENT_PROPAGATE;
  dp_reading_evidence_open_comments (self);
  return GDK_EVENT_STOP;
}

static void
dp_reading_evidence_dispose (GObject *object)
{
  DpReadingEvidence *self = DP_READING_EVIDENCE (object);

  g_clear_object (&self->changes);
  g_clear_object (&self->evidence);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dp_reading_evidence_parent_class)->dispose (object);
}

static void
dp_reading_evidence_class_init (DpReadingEvidenceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dp_reading_evidence_dispose;
  gtk_widget_class_install_action (widget_class, "reading.open-source", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "reading.open-archive", NULL, open_action);
}

static void
dp_reading_evidence_init (DpReadingEvidence *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->changes = g_signal_group_new (DP_TYPE_HISTORY);
  g_signal_group_connect_swapped (self->changes, "changed", G_CALLBACK (show_count), self);
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  self->buttons = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "reading-card");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
dp_reading_evidence_new (DpSession *session,
                         DpCase *dp_case,
                         DpEvidence *evidence,
                         int number,
                         gboolean has_comments)
{
  DpReadingEvidence *self = g_object_new (DP_TYPE_READING_EVIDENCE, NULL);
  g_autofree char *heading = dp_evidence_dup_heading (evidence);
  g_autofree char *title = number > 0 ? g_strdup_printf ("[%d] %s", number, heading) : g_strdup (heading);
  g_autofree char *reference = dp_evidence_dup_reference (evidence);
  g_autofree char *quote = *dp_evidence_get_quote (evidence) != '\0' ? dp_phrase_quote (dp_evidence_get_quote (evidence)) : g_strdup ("");

  self->session = g_object_ref (session);
  self->evidence = g_object_ref (evidence);
  add_label (self, title, "heading");
  add_label (self, quote, NULL);
  if (!g_str_equal (reference, heading))
    add_label (self, reference, "dim-label");
  if (number == 0)
    add_label (self, _ ("Not cited in the disproof"), "caption");
  if (*dp_evidence_get_archive_link (evidence) == '\0' && *dp_evidence_get_link (evidence) != '\0')
    add_label (self, _ ("It has no archived copy: the source can change or vanish"), "warning");
  add_card (self, dp_case_get_language (dp_case));
  gtk_box_append (self->box, GTK_WIDGET (self->buttons));
  add_link (self, _ ("Open the Source"), "reading.open-source", dp_evidence_get_link (evidence));
  add_link (self, _ ("Open the Archived Copy"), "reading.open-archive", dp_evidence_get_archive_link (evidence));
  if (has_comments)
    add_comments (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return GTK_WIDGET (self);
}

void
dp_reading_evidence_open_comments (DpReadingEvidence *self)
{
  g_return_if_fail (DP_IS_READING_EVIDENCE (self));

  if (self->comments_button == NULL)
    return;
  gtk_toggle_button_set_active (self->comments_button, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->comments));
}
