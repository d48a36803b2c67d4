/* dp-evidence-row.c: a piece of evidence in the list: a source, or a ranking in large figures
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-evidence-row.h"

#include <glib/gi18n.h>

#include "app/dp-line-button.h"
#include "app/dp-phrases.h"

struct _DpEvidenceRow
{
  GtkListBoxRow parent_instance;

  DpSession *session;   /* (owned) (nullable) */
  DpEvidence *evidence; /* (owned) (nullable) */
  char *shown_usage;    /* (owned) (nullable): what the lines say, to see whether it changed */

  GtkWidget *figures;
  GtkLabel *rank;
  GtkLabel *total;
  GtkLabel *title;
  GtkLabel *details;
  GtkLabel *quote;
  GtkBox *lines;
  GtkLabel *usage;
};

enum
{
  SIGNAL_EDIT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DpEvidenceRow, dp_evidence_row, GTK_TYPE_LIST_BOX_ROW)

static void
passage_cb (DpEvidenceRow *self,
            GtkWidget *button)
{
  DpHighlight *highlight = dp_case_find_highlight (dp_session_get_case (self->session), g_object_get_data (G_OBJECT (button), "highlight"));

  dp_session_set_highlight (self->session, highlight);
}

static void
show_source (DpEvidenceRow *self)
{
  g_autofree char *date = dp_phrase_date (dp_evidence_get_date (self->evidence));
  g_autofree char *details = NULL;

  details = dp_phrase_join (dp_evidence_get_publisher (self->evidence),
                            dp_evidence_get_author (self->evidence),
                            date,
                            dp_source_kind_get_label (dp_evidence_get_source_kind (self->evidence)),
                            NULL);
  gtk_widget_set_visible (self->figures, FALSE);
  gtk_label_set_label (self->details, details);
}

static void
show_ranking (DpEvidenceRow *self)
{
  guint rank = dp_evidence_get_rank (self->evidence);
  guint total = dp_evidence_get_total (self->evidence);
  const char *score = dp_evidence_get_score (self->evidence);
  g_autofree char *rank_text = g_strdup_printf ("%u", rank);
  /* Translators: behind a large rank: "128" "of 167" */
  g_autofree char *total_text = g_strdup_printf (_ ("of %u"), total);
  /* Translators: of a country in an index; %s is the score as printed */
  g_autofree char *score_text = *score != '\0' ? g_strdup_printf (_ ("score %s"), score) : g_strdup ("");
  g_autofree char *details = dp_phrase_join (dp_evidence_get_publisher (self->evidence), score_text, NULL);

  gtk_widget_set_visible (self->figures, rank > 0);
  gtk_label_set_label (self->rank, rank_text);
  gtk_label_set_label (self->total, total_text);
  gtk_widget_set_visible (GTK_WIDGET (self->total), total > 0);
  gtk_label_set_label (self->details, details);
}

static char *
dup_title (DpEvidenceRow *self)
{
  g_autofree char *edition = NULL;

  if (dp_evidence_get_kind (self->evidence) != DP_EVIDENCE_RANKING)
    return dp_evidence_dup_heading (self->evidence);

  edition = g_strstrip (g_strdup_printf ("%s %s", dp_evidence_get_title (self->evidence), dp_evidence_get_edition (self->evidence)));
  return dp_phrase_join (dp_evidence_get_country (self->evidence), edition, NULL);
}

static void
show_facts (DpEvidenceRow *self)
{
  g_autofree char *title = dup_title (self);
  const char *words = dp_evidence_get_quote (self->evidence);
  g_autofree char *quote = *words != '\0' ? dp_phrase_quote (words) : g_strdup ("");

  if (dp_evidence_get_kind (self->evidence) == DP_EVIDENCE_RANKING)
    show_ranking (self);
  else
    show_source (self);
  gtk_label_set_label (self->title, *title != '\0' ? title : _ ("Ranking"));
  gtk_widget_set_visible (GTK_WIDGET (self->details), *gtk_label_get_label (self->details) != '\0');
  gtk_label_set_label (self->quote, quote);
  gtk_widget_set_visible (GTK_WIDGET (self->quote), *quote != '\0');
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evidence.open-link", *dp_evidence_get_link (self->evidence) != '\0');
}

static void
add_lines (DpEvidenceRow *self)
{
  GPtrArray *bearings = dp_evidence_get_bearings (self->evidence);

  for (guint i = 0; i < bearings->len; i++)
    {
      DpBearing *bearing = g_ptr_array_index (bearings, i);
      DpHighlight *highlight = dp_case_find_highlight (dp_session_get_case (self->session), bearing->highlight);
      g_autofree char *quote = NULL;
      GtkWidget *line;

      if (highlight == NULL)
        continue;
      quote = dp_phrase_quote (dp_highlight_get_quote (highlight));
      line = dp_line_button_new (dp_phrase_stance_icon (bearing->stance), dp_stance_get_label (bearing->stance), quote);
      g_object_set_data_full (G_OBJECT (line), "highlight", g_strdup (bearing->highlight), g_free);
      g_signal_connect_object (line, "clicked", G_CALLBACK (passage_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->lines, line);
    }
}

/* Where it is used, as one string. */
static char *
describe_usage (DpEvidenceRow *self)
{
  GPtrArray *bearings = dp_evidence_get_bearings (self->evidence);
  DpCase *dp_case = dp_session_get_case (self->session);
  const char *key = dp_evidence_get_key (self->evidence);
  GString *all = g_string_new (key);

  g_string_append_printf (all, " %u\n", dp_phrase_count_citations (dp_case_get_disproof (dp_case), key));
  for (guint i = 0; i < bearings->len; i++)
    {
      DpBearing *bearing = g_ptr_array_index (bearings, i);
      DpHighlight *highlight = dp_case_find_highlight (dp_case, bearing->highlight);

      if (highlight != NULL)
        g_string_append_printf (all, "%d %s\n", bearing->stance, dp_highlight_get_quote (highlight));
    }
  return g_string_free (all, FALSE);
}

static void
show_usage (DpEvidenceRow *self)
{
  guint n_citations = dp_phrase_count_citations (dp_case_get_disproof (dp_session_get_case (self->session)),
                                                 dp_evidence_get_key (self->evidence));
  g_autofree char *cited = dp_phrase_cited (n_citations);
  GtkWidget *child;

  gtk_label_set_label (self->usage, cited);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->lines))) != NULL)
    gtk_box_remove (self->lines, child);
  add_lines (self);
  gtk_widget_set_visible (GTK_WIDGET (self->lines), gtk_widget_get_first_child (GTK_WIDGET (self->lines)) != NULL);
}

static void
edit_cb (DpEvidenceRow *self)
{
  g_signal_emit (self, signals[SIGNAL_EDIT], 0);
}

static void
copy_key_action (GtkWidget *widget,
                 const char *action_name,
                 GVariant *parameter)
{
  DpEvidenceRow *self = DP_EVIDENCE_ROW (widget);
  g_autofree char *citation = g_strdup_printf ("[@%s]", dp_evidence_get_key (self->evidence));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), citation);
  dp_session_toast (self->session, _ ("Citation copied"), NULL, NULL);
}

static void
open_link_action (GtkWidget *widget,
                  const char *action_name,
                  GVariant *parameter)
{
  DpEvidenceRow *self = DP_EVIDENCE_ROW (widget);
  const char *link = dp_evidence_get_link (self->evidence);

  if (g_str_has_prefix (link, "https://") || g_str_has_prefix (link, "http://"))
    gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (widget)), link, GDK_CURRENT_TIME);
}

static void
remove_action (GtkWidget *widget,
               const char *action_name,
               GVariant *parameter)
{
  DpEvidenceRow *self = DP_EVIDENCE_ROW (widget);
  g_autoptr (DpSession) session = g_object_ref (self->session);
  g_autoptr (DpEvidence) evidence = g_object_ref (self->evidence);

  dp_session_remove_evidence (session, evidence);
}

static void
dp_evidence_row_dispose (GObject *object)
{
  DpEvidenceRow *self = DP_EVIDENCE_ROW (object);

  g_clear_object (&self->evidence);
  g_clear_object (&self->session);
  g_clear_pointer (&self->shown_usage, g_free);

  G_OBJECT_CLASS (dp_evidence_row_parent_class)->dispose (object);
}

static void
dp_evidence_row_class_init (DpEvidenceRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dp_evidence_row_dispose;

  signals[SIGNAL_EDIT] =
      g_signal_new ("edit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "evidence.copy-key", NULL, copy_key_action);
  gtk_widget_class_install_action (widget_class, "evidence.open-link", NULL, open_link_action);
  gtk_widget_class_install_action (widget_class, "evidence.remove", NULL, remove_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "evidence.remove", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-evidence-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DpEvidenceRow, figures);
  gtk_widget_class_bind_template_child (widget_class, DpEvidenceRow, rank);
  gtk_widget_class_bind_template_child (widget_class, DpEvidenceRow, total);
  gtk_widget_class_bind_template_child (widget_class, DpEvidenceRow, title);
  gtk_widget_class_bind_template_child (widget_class, DpEvidenceRow, details);
  gtk_widget_class_bind_template_child (widget_class, DpEvidenceRow, quote);
  gtk_widget_class_bind_template_child (widget_class, DpEvidenceRow, lines);
  gtk_widget_class_bind_template_child (widget_class, DpEvidenceRow, usage);
  gtk_widget_class_bind_template_callback (widget_class, edit_cb);
}

static void
dp_evidence_row_init (DpEvidenceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
dp_evidence_row_new (DpSession *session,
                     DpEvidence *evidence)
{
  DpEvidenceRow *self = g_object_new (DP_TYPE_EVIDENCE_ROW, NULL);

  self->session = g_object_ref (session);
  self->evidence = g_object_ref (evidence);
  g_signal_connect_object (evidence, "notify", G_CALLBACK (show_facts), self, G_CONNECT_SWAPPED);
  show_facts (self);
  dp_evidence_row_refresh (self);
  return GTK_WIDGET (self);
}

DpEvidence *
dp_evidence_row_get_evidence (DpEvidenceRow *self)
{
  g_return_val_if_fail (DP_IS_EVIDENCE_ROW (self), NULL);

  return self->evidence;
}

void
dp_evidence_row_refresh (DpEvidenceRow *self)
{
  g_autofree char *usage = NULL;

  g_return_if_fail (DP_IS_EVIDENCE_ROW (self));

  usage = describe_usage (self);
  if (g_strcmp0 (usage, self->shown_usage) == 0)
    return;
  g_free (self->shown_usage);
  self->shown_usage = g_steal_pointer (&usage);
  show_usage (self);
}
