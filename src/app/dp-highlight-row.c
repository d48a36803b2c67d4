/* dp-highlight-row.c: a passage in the list beside the article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-highlight-row.h"

#include <glib/gi18n.h>

#include "app/dp-highlight-tools.h"
#include "app/dp-line-button.h"
#include "app/dp-narrative-chip.h"
#include "app/dp-phrases.h"
#include "app/dp-wrap-layout.h"

struct _DpHighlightRow
{
  AdwBin parent_instance;

  DpSession *session;     /* (owned) (nullable) */
  DpHighlight *highlight; /* (owned) (nullable) */
  gboolean is_selected;
  char *shown; /* (owned) (nullable): all that the row shows, to see whether it changed */

  GtkWidget *mark;
  GtkLabel *quote;
  GtkWidget *lost;
  GtkLabel *lost_label;
  GtkButton *place_button;
  GtkBox *chips;
  GtkBox *lines;
  GtkLabel *note;
  AdwBin *tools;
};

G_DEFINE_FINAL_TYPE (DpHighlightRow, dp_highlight_row, ADW_TYPE_BIN)

static void
empty (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
untag_cb (DpHighlightRow *self,
          DpNarrativeChip *chip)
{
  g_autofree char *id = g_strdup (dp_narrative_get_id (dp_narrative_chip_get_narrative (chip)));

  dp_session_untag (self->session, self->highlight, id);
}

static void
evidence_cb (DpHighlightRow *self,
             GtkWidget *button)
{
  dp_session_set_evidence (self->session, g_object_get_data (G_OBJECT (button), "evidence"));
  gtk_widget_activate_action (GTK_WIDGET (self), "case.page", "s", "evidence");
}

static void
claim_cb (DpHighlightRow *self,
          GtkWidget *button)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "claim.edit", "s", g_object_get_data (G_OBJECT (button), "claim"));
}

static void
comment_cb (DpHighlightRow *self)
{
  dp_session_set_highlight (self->session, self->highlight);
}

static void
add_chips (DpHighlightRow *self)
{
  const char *const *ids = dp_highlight_get_narratives (self->highlight);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      DpNarrative *narrative = dp_session_find_narrative (self->session, ids[i]);
      GtkWidget *chip;

      if (narrative == NULL)
        continue;
      chip = dp_narrative_chip_new (narrative);
      dp_narrative_chip_set_removable (DP_NARRATIVE_CHIP (chip), self->is_selected);
      g_signal_connect_object (chip, "remove", G_CALLBACK (untag_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->chips, chip);
    }
}

static void
remove_technique_cb (DpHighlightRow *self,
                     GtkWidget *button)
{
  g_autofree char *tag = g_strdup (g_object_get_data (G_OBJECT (button), "technique"));

  dp_session_toggle_technique (self->session, self->highlight, tag);
}

static void
add_technique (DpHighlightRow *self,
               const char *tag)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (tag);

  gtk_widget_add_css_class (chip, "chip");
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, tag);
  gtk_box_append (GTK_BOX (chip), gtk_image_new_from_icon_name ("emblem-system-symbolic"));
  gtk_box_append (GTK_BOX (chip), label);
  if (self->is_selected)
    {
      GtkWidget *remove = gtk_button_new_from_icon_name ("window-close-symbolic");
      /* Translators: of a technique that a highlight is tagged with; %s is its id and name */
      g_autofree char *hint = g_strdup_printf (_ ("Remove the technique “%s”"), tag);

      gtk_widget_set_tooltip_text (remove, hint);
      gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, hint, -1);
      gtk_widget_add_css_class (remove, "flat");
      gtk_widget_add_css_class (remove, "circular");
      gtk_widget_add_css_class (remove, "chip-button");
      gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
      g_object_set_data_full (G_OBJECT (remove), "technique", g_strdup (tag), g_free);
      g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_technique_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (chip), remove);
    }
  gtk_box_append (self->chips, chip);
}

static void
add_techniques (DpHighlightRow *self)
{
  const char *const *tags = dp_highlight_get_techniques (self->highlight);

  for (guint i = 0; tags[i] != NULL; i++)
    add_technique (self, tags[i]);
}

static void
add_lines (DpHighlightRow *self)
{
  GListModel *evidence = dp_case_list_evidence (dp_session_get_case (self->session));
  GListModel *claims = dp_case_list_claims (dp_session_get_case (self->session));
  const char *id = dp_highlight_get_id (self->highlight);

  for (guint i = 0; i < g_list_model_get_n_items (claims); i++)
    {
      g_autoptr (DpClaim) claim = g_list_model_get_item (claims, i);
      g_autofree char *text = NULL;
      GtkWidget *line;

      if (!g_strv_contains (dp_claim_get_highlights (claim), id))
        continue;
      text = dp_phrase_claim (claim);
      /* Translators: in front of the claim that a passage carries */
      line = dp_line_button_new ("user-bookmarks-symbolic", _ ("Claim"), text);
      g_object_set_data_full (G_OBJECT (line), "claim", g_strdup (dp_claim_get_id (claim)), g_free);
      g_signal_connect_object (line, "clicked", G_CALLBACK (claim_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->lines, line);
    }
  for (guint i = 0; i < g_list_model_get_n_items (evidence); i++)
    {
      g_autoptr (DpEvidence) item = g_list_model_get_item (evidence, i);
      DpStance stance = dp_evidence_get_stance (item, id);
      g_autofree char *heading = NULL;
      GtkWidget *line;

      if (stance == DP_STANCE_NONE)
        continue;
      heading = dp_evidence_dup_heading (item);
      line = dp_line_button_new (dp_phrase_stance_icon (stance), dp_phrase_borne_on (stance), heading);
      g_object_set_data_full (G_OBJECT (line), "evidence", g_object_ref (item), g_object_unref);
      g_signal_connect_object (line, "clicked", G_CALLBACK (evidence_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->lines, line);
    }
}

/* The tools show them in full. */
static void
add_comments (DpHighlightRow *self)
{
  g_autoptr (GPtrArray) comments = dp_case_list_comments_on (dp_session_get_case (self->session), dp_highlight_get_id (self->highlight));

  for (guint i = 0; i < comments->len && !self->is_selected; i++)
    {
      DpComment *comment = g_ptr_array_index (comments, i);
      GtkWidget *line;

      if (dp_comment_is_resolved (comment))
        continue;
      line = dp_line_button_new ("chat-message-new-symbolic", dp_comment_get_author (comment), dp_comment_get_text (comment));
      g_signal_connect_object (line, "clicked", G_CALLBACK (comment_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->lines, line);
    }
}

static void
show_mark (DpHighlightRow *self)
{
  const char *const *ids = dp_highlight_get_narratives (self->highlight);
  DpNarrative *first = ids[0] != NULL ? dp_session_find_narrative (self->session, ids[0]) : NULL;
  g_autofree char *css_class = first != NULL ? dp_narrative_dup_css_class (first) : g_strdup ("narrative-none");
  const char *classes[] = { "passage-mark", css_class, NULL };

  gtk_widget_set_css_classes (self->mark, classes);
}

static void
show_lost (DpHighlightRow *self)
{
  gboolean is_waiting = dp_highlight_is_waiting (self->highlight);

  gtk_widget_set_visible (self->lost, dp_highlight_is_lost (self->highlight));
  gtk_label_set_label (self->lost_label, is_waiting ? _ ("Changed or moved: waits for your decision") : _ ("No longer in the article"));
  gtk_button_set_label (self->place_button, is_waiting ? _ ("Decide") : _ ("Place Anew"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->place_button),
                               is_waiting ? _ ("See what became of it") : _ ("Select in the article where it is now"));
}

static void
show (DpHighlightRow *self)
{
  g_autofree char *quote = dp_phrase_quote (dp_highlight_get_quote (self->highlight));
  const char *note = dp_highlight_get_note (self->highlight);

  gtk_label_set_label (self->quote, quote);
  gtk_label_set_lines (self->quote, self->is_selected ? -1 : 3);
  gtk_label_set_ellipsize (self->quote, self->is_selected ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  show_lost (self);
  gtk_label_set_label (self->note, note);
  gtk_widget_set_visible (GTK_WIDGET (self->note), *note != '\0' && !self->is_selected);

  show_mark (self);
  empty (self->chips);
  add_chips (self);
  add_techniques (self);
  gtk_widget_set_visible (GTK_WIDGET (self->chips), gtk_widget_get_first_child (GTK_WIDGET (self->chips)) != NULL);
  empty (self->lines);
  add_lines (self);
  add_comments (self);
  gtk_widget_set_visible (GTK_WIDGET (self->lines), gtk_widget_get_first_child (GTK_WIDGET (self->lines)) != NULL);
}

/* Everything that show() puts on the screen, as one string. */
static char *
describe (DpHighlightRow *self)
{
  DpCase *dp_case = dp_session_get_case (self->session);
  GListModel *evidence = dp_case_list_evidence (dp_case);
  GListModel *claims = dp_case_list_claims (dp_case);
  const char *id = dp_highlight_get_id (self->highlight);
  const char *const *narratives = dp_highlight_get_narratives (self->highlight);
  GString *all = g_string_new (dp_highlight_get_quote (self->highlight));
  g_autoptr (GPtrArray) comments = dp_case_list_comments_on (dp_case, id);

  g_string_append_printf (all, "\n%d%d%d\n%s\n", self->is_selected, dp_highlight_is_lost (self->highlight), dp_highlight_is_waiting (self->highlight), dp_highlight_get_note (self->highlight));
  for (guint i = 0; narratives[i] != NULL; i++)
    {
      DpNarrative *narrative = dp_session_find_narrative (self->session, narratives[i]);

      g_string_append_printf (all, "%s %s\n", narratives[i], narrative != NULL ? dp_narrative_get_label (narrative) : "");
    }
  for (const char *const *tag = dp_highlight_get_techniques (self->highlight); *tag != NULL; tag++)
    g_string_append_printf (all, "%s\n", *tag);
  for (guint i = 0; i < g_list_model_get_n_items (claims); i++)
    {
      g_autoptr (DpClaim) claim = g_list_model_get_item (claims, i);

      if (g_strv_contains (dp_claim_get_highlights (claim), id))
        g_string_append_printf (all, "%s\n", dp_claim_get_text (claim));
    }
  for (guint i = 0; i < g_list_model_get_n_items (evidence); i++)
    {
      g_autoptr (DpEvidence) item = g_list_model_get_item (evidence, i);
      DpStance stance = dp_evidence_get_stance (item, id);

      if (stance != DP_STANCE_NONE)
        {
          g_autofree char *heading = dp_evidence_dup_heading (item);

          g_string_append_printf (all, "%d %s\n", stance, heading);
        }
    }
  for (guint i = 0; i < comments->len; i++)
    g_string_append_printf (all, "%d %s\n", dp_comment_is_resolved (g_ptr_array_index (comments, i)), dp_comment_get_text (g_ptr_array_index (comments, i)));
  return g_string_free (all, FALSE);
}

static void
dp_highlight_row_dispose (GObject *object)
{
  DpHighlightRow *self = DP_HIGHLIGHT_ROW (object);

  g_clear_object (&self->highlight);
  g_clear_object (&self->session);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (dp_highlight_row_parent_class)->dispose (object);
}

static void
dp_highlight_row_class_init (DpHighlightRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dp_highlight_row_dispose;

  g_type_ensure (DP_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-highlight-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DpHighlightRow, mark);
  gtk_widget_class_bind_template_child (widget_class, DpHighlightRow, quote);
  gtk_widget_class_bind_template_child (widget_class, DpHighlightRow, lost);
  gtk_widget_class_bind_template_child (widget_class, DpHighlightRow, lost_label);
  gtk_widget_class_bind_template_child (widget_class, DpHighlightRow, place_button);
  gtk_widget_class_bind_template_child (widget_class, DpHighlightRow, chips);
  gtk_widget_class_bind_template_child (widget_class, DpHighlightRow, lines);
  gtk_widget_class_bind_template_child (widget_class, DpHighlightRow, note);
  gtk_widget_class_bind_template_child (widget_class, DpHighlightRow, tools);
}

static void
dp_highlight_row_init (DpHighlightRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
dp_highlight_row_new (DpSession *session,
                      DpHighlight *highlight)
{
  DpHighlightRow *self = g_object_new (DP_TYPE_HIGHLIGHT_ROW, NULL);

  self->session = g_object_ref (session);
  self->highlight = g_object_ref (highlight);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->place_button), "s", dp_highlight_get_id (highlight));
  dp_highlight_row_refresh (self);
  return GTK_WIDGET (self);
}

void
dp_highlight_row_set_selected (DpHighlightRow *self,
                               gboolean is_selected)
{
  g_return_if_fail (DP_IS_HIGHLIGHT_ROW (self));

  if (self->is_selected == is_selected)
    return;

  self->is_selected = is_selected;
  adw_bin_set_child (self->tools, is_selected ? dp_highlight_tools_new (self->session, self->highlight) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->tools), is_selected);
  dp_highlight_row_refresh (self);
}

void
dp_highlight_row_refresh (DpHighlightRow *self)
{
  g_autofree char *now = NULL;

  g_return_if_fail (DP_IS_HIGHLIGHT_ROW (self));

  now = describe (self);
  if (g_strcmp0 (now, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&now);
  show (self);
}
