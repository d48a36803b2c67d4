/* dp-evidence-editor.c: everything about one source or ranking, correctable
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-evidence-editor.h"

#include <errno.h>
#include <glib/gi18n.h>

#include "app/dp-bearing-row.h"
#include "app/dp-checked-row.h"
#include "app/dp-passage-search.h"
#include "app/dp-picker-button.h"
#include "app/dp-phrases.h"
#include "app/dp-text-field.h"

struct _DpEvidenceEditor
{
  AdwBin parent_instance;

  DpSession *session;      /* (owned) (nullable) */
  DpEvidence *evidence;    /* (owned) (nullable) */
  DpHighlight *offered;    /* (owned) (nullable): the passage that was selected when it was opened */
  GPtrArray *further;      /* (owned) (element-type DpHighlight): chosen, perhaps without a stance */
  GBindingGroup *bindings; /* (owned) */
  GSignalGroup *changes;   /* (owned) */
  GtkRoot *root;           /* (unowned) (nullable) */

  GtkLabel *heading;
  GtkWidget *remove;
  GtkWidget *scroller;
  GtkWidget *source_group;
  AdwEntryRow *title;
  DpCheckedRow *link;
  AdwEntryRow *publisher;
  AdwEntryRow *author;
  DpCheckedRow *date;
  AdwComboRow *kind;
  GtkStringList *kinds;
  DpTextField *quote;
  DpCheckedRow *archive_link;
  GtkWidget *ranking_group;
  AdwEntryRow *index_title;
  AdwEntryRow *edition;
  AdwEntryRow *country;
  AdwEntryRow *iso3;
  AdwEntryRow *rank;
  AdwEntryRow *total;
  AdwEntryRow *score;
  AdwEntryRow *index_publisher;
  DpCheckedRow *index_link;
  DpTextField *citation;
  DpTextField *note;
  AdwEntryRow *key;
  GtkListBox *bearings;
  GtkWidget *no_bearings;
  DpPickerButton *picker;
};

enum
{
  SIGNAL_DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DpEvidenceEditor, dp_evidence_editor, ADW_TYPE_BIN)

static gboolean
is_in_case (DpEvidenceEditor *self)
{
  return self->evidence != NULL &&
         dp_case_find_evidence (dp_session_get_case (self->session), dp_evidence_get_id (self->evidence)) != NULL;
}

static gboolean
has_content (DpEvidence *evidence)
{
  return *dp_evidence_get_title (evidence) != '\0' || *dp_evidence_get_link (evidence) != '\0' ||
         *dp_evidence_get_publisher (evidence) != '\0' || *dp_evidence_get_author (evidence) != '\0' ||
         *dp_evidence_get_quote (evidence) != '\0' || *dp_evidence_get_country (evidence) != '\0' ||
         *dp_evidence_get_citation (evidence) != '\0';
}

static void
show_place (DpEvidenceEditor *self)
{
  gboolean is_kept = is_in_case (self);

  gtk_widget_set_sensitive (GTK_WIDGET (self->key), is_kept);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evidence.copy-key", is_kept);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evidence.remove", is_kept);
}

/* Bearings. */

static void
chosen_cb (DpEvidenceEditor *self)
{
  dp_evidence_editor_commit (self);
}

static void
add_bearing_row (DpEvidenceEditor *self,
                 DpHighlight *highlight)
{
  GtkWidget *row;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->bearings)); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (DP_IS_BEARING_ROW (child) && dp_bearing_row_get_highlight (DP_BEARING_ROW (child)) == highlight)
      return;

  row = dp_bearing_row_new (self->evidence, highlight);
  g_signal_connect_object (row, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->bearings, row);
}

/* A row stays when its stance is let go of, so that the keyboard's place is not lost. */
static void
show_bearings (DpEvidenceEditor *self)
{
  DpCase *dp_case = dp_session_get_case (self->session);
  GPtrArray *bearings = dp_evidence_get_bearings (self->evidence);

  if (self->offered != NULL && dp_case_find_highlight (dp_case, dp_highlight_get_id (self->offered)) != NULL)
    add_bearing_row (self, self->offered);
  for (guint i = 0; i < bearings->len; i++)
    {
      DpBearing *bearing = g_ptr_array_index (bearings, i);
      DpHighlight *highlight = dp_case_find_highlight (dp_case, bearing->highlight);

      if (highlight != NULL)
        add_bearing_row (self, highlight);
    }
  for (guint i = 0; i < self->further->len; i++)
    add_bearing_row (self, g_ptr_array_index (self->further, i));
  gtk_widget_set_visible (GTK_WIDGET (self->bearings), gtk_widget_get_first_child (GTK_WIDGET (self->bearings)) != NULL);
  gtk_widget_set_visible (self->no_bearings, !gtk_widget_get_visible (GTK_WIDGET (self->bearings)));
}

static void
picked_cb (DpEvidenceEditor *self,
           DpHighlight *highlight)
{
  g_ptr_array_add (self->further, g_object_ref (highlight));
  show_bearings (self);
}

/* Numbers. */

static gboolean
number_to_text (GBinding *binding,
                const GValue *from,
                GValue *to,
                gpointer user_data)
{
  guint number = g_value_get_uint (from);

  g_value_take_string (to, number > 0 ? g_strdup_printf ("%u", number) : g_strdup (""));
  return TRUE;
}

static gboolean
text_to_number (GBinding *binding,
                const GValue *from,
                GValue *to,
                gpointer user_data)
{
  g_autofree char *text = g_strstrip (g_value_dup_string (from));
  g_autoptr (GObject) row = g_binding_dup_target (binding);
  guint64 number = 0;
  gboolean is_number = *text == '\0' || g_ascii_string_to_unsigned (text, 10, 0, 100000, &number, NULL);

  if (is_number)
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  gtk_widget_set_tooltip_text (GTK_WIDGET (row), is_number ? NULL : _ ("Not a number"));
  if (is_number)
    g_value_set_uint (to, (guint) number);
  return is_number;
}

/* A key that is empty, has other signs or belongs to something else would break citations. */
static gboolean
text_to_key (GBinding *binding,
             const GValue *from,
             GValue *to,
             gpointer user_data)
{
  DpEvidenceEditor *self = user_data;
  const char *text = g_value_get_string (from);
  DpEvidence *other = dp_case_find_evidence_by_key (dp_session_get_case (self->session), text);
  gboolean is_sound = *text != '\0' && strspn (text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") == strlen (text);
  gboolean is_free = other == NULL || other == self->evidence;

  if (is_sound && is_free)
    gtk_widget_remove_css_class (GTK_WIDGET (self->key), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->key), "error");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->key),
                               !is_sound  ? _ ("Letters from a to z, digits and hyphens only")
                               : !is_free ? _ ("Other evidence has this key already")
                                          : NULL);
  if (is_sound && is_free)
    g_value_set_string (to, text);
  return is_sound && is_free;
}

static gboolean
key_to_text (GBinding *binding,
             const GValue *from,
             GValue *to,
             gpointer user_data)
{
  g_value_set_string (to, g_value_get_string (from));
  return TRUE;
}

static void
bind_fields (DpEvidenceEditor *self)
{
  const GBindingFlags both = G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE;
  const struct
  {
    const char *property;
    gpointer target;
    const char *target_property;
  } fields[] = {
    { "title", self->title, "text" },
    { "link", self->link, "value" },
    { "publisher", self->publisher, "text" },
    { "author", self->author, "text" },
    { "date", self->date, "value" },
    { "source-kind", self->kind, "selected" },
    { "quote", self->quote, "text" },
    { "archive-link", self->archive_link, "value" },
    { "title", self->index_title, "text" },
    { "edition", self->edition, "text" },
    { "country", self->country, "text" },
    { "iso3", self->iso3, "text" },
    { "score", self->score, "text" },
    { "publisher", self->index_publisher, "text" },
    { "link", self->index_link, "value" },
    { "citation", self->citation, "text" },
    { "note", self->note, "text" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    g_binding_group_bind (self->bindings, fields[i].property, fields[i].target, fields[i].target_property, both);
  g_binding_group_bind_full (self->bindings, "rank", self->rank, "text", both, number_to_text, text_to_number, NULL, NULL);
  g_binding_group_bind_full (self->bindings, "total", self->total, "text", both, number_to_text, text_to_number, NULL, NULL);
  g_binding_group_bind_full (self->bindings, "key", self->key, "text", both, key_to_text, text_to_key, self, NULL);
}

/* Coming and going. */

static void
focus_moved_cb (DpEvidenceEditor *self)
{
  dp_evidence_editor_commit (self);
}

static void
dp_evidence_editor_root (GtkWidget *widget)
{
  DpEvidenceEditor *self = DP_EVIDENCE_EDITOR (widget);

  GTK_WIDGET_CLASS (dp_evidence_editor_parent_class)->root (widget);
  self->root = gtk_widget_get_root (widget);
  if (GTK_IS_WINDOW (self->root))
    g_signal_connect_swapped (self->root, "notify::focus-widget", G_CALLBACK (focus_moved_cb), self);
}

static void
dp_evidence_editor_unroot (GtkWidget *widget)
{
  DpEvidenceEditor *self = DP_EVIDENCE_EDITOR (widget);

  if (GTK_IS_WINDOW (self->root))
    g_signal_handlers_disconnect_by_func (self->root, focus_moved_cb, self);
  self->root = NULL;
  dp_evidence_editor_commit (self);
  GTK_WIDGET_CLASS (dp_evidence_editor_parent_class)->unroot (widget);
}

static void
back_cb (DpEvidenceEditor *self)
{
  dp_evidence_editor_commit (self);
  g_signal_emit (self, signals[SIGNAL_DONE], 0);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant *args,
           gpointer user_data)
{
  back_cb (DP_EVIDENCE_EDITOR (widget));
  return TRUE;
}

static void
copy_key_action (GtkWidget *widget,
                 const char *action_name,
                 GVariant *parameter)
{
  DpEvidenceEditor *self = DP_EVIDENCE_EDITOR (widget);
  g_autofree char *citation = g_strdup_printf ("[@%s]", dp_evidence_get_key (self->evidence));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), citation);
  dp_session_toast (self->session, _ ("Citation copied"), NULL, NULL);
}

static void
remove_action (GtkWidget *widget,
               const char *action_name,
               GVariant *parameter)
{
  DpEvidenceEditor *self = DP_EVIDENCE_EDITOR (widget);
  g_autoptr (DpSession) session = g_object_ref (self->session);
  g_autoptr (DpEvidence) evidence = g_object_ref (self->evidence);

  dp_evidence_editor_edit (self, session, NULL);
  dp_session_remove_evidence (session, evidence);
  g_signal_emit (self, signals[SIGNAL_DONE], 0);
}

static gboolean
dp_evidence_editor_grab_focus (GtkWidget *widget)
{
  DpEvidenceEditor *self = DP_EVIDENCE_EDITOR (widget);
  gboolean is_ranking = gtk_widget_get_visible (self->ranking_group);

  return gtk_widget_grab_focus (is_ranking ? GTK_WIDGET (self->index_title) : GTK_WIDGET (self->link));
}

static void
dp_evidence_editor_dispose (GObject *object)
{
  DpEvidenceEditor *self = DP_EVIDENCE_EDITOR (object);

  if (self->bindings != NULL)
    g_binding_group_set_source (self->bindings, NULL);
  if (self->changes != NULL)
    g_signal_group_set_target (self->changes, NULL);
  g_clear_object (&self->bindings);
  g_clear_object (&self->changes);
  g_clear_object (&self->evidence);
  g_clear_object (&self->offered);
  g_clear_object (&self->session);
  g_clear_pointer (&self->further, g_ptr_array_unref);

  G_OBJECT_CLASS (dp_evidence_editor_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, DpEvidenceEditor, heading);
  gtk_widget_class_bind_template_child (widget_class, DpEvidenceEditor, remove);
  gtk_widget_class_bind_template_child (widget_class, DpEvidenceEditor, scroller);
  gtk_widget_class_bind_template_child (widget_class, DpEvidenceEditor, source_group);
  gtk_widget_class_bind_template_child (widget_class, DpEvidenceEditor, title);
  gtk_widget_class_bind_template_child (widget_class, DpEvidenceEditor, link);
  gtk_widget_class_bind_template_child (widget_class, DpEvidenceEditor, publisher);
  gtk_widget_class_bind_template_child (widget_class, DpEvidenceEditor, author);
  gtk_widget_class_bind_template_child (widget_class, DpEvidenceEditor, date);
  gtk_widget_class_bind_template_child (widget_class, DpEvidenceEditor, kind);
  gtk_widget_class_bind_template_child (widget_class, DpEvidenceEditor, kinds);
  gtk_widget_class_bind_template_child (widget_class, DpEvidenceEditor, quote);
  gtk_widget_class_bind_template_child (widget_class, DpEvidenceEditor, archive_link);
  gtk_widget_class_bind_template_child (widget_class, DpEvidenceEditor, ranking_group);
  gtk_widget_class_bind_template_child (widget_class, DpEvidenceEditor, index_title);
  gtk_widget_class_bind_template_child (widget_class, DpEvidenceEditor, edition);
  gtk_widget_class_bind_template_child (widget_class, DpEvidenceEditor, country);
  gtk_widget_class_bind_template_child (widget_class, DpEvidenceEditor, iso3);
  gtk_widget_class_bind_template_child (widget_class, DpEvidenceEditor, rank);
  gtk_widget_class_bind_template_child (widget_class, DpEvidenceEditor, total);
  gtk_widget_class_bind_template_child (widget_class, DpEvidenceEditor, score);
  gtk_widget_class_bind_template_child (widget_class, DpEvidenceEditor, index_publisher);
  gtk_widget_class_bind_template_child (widget_class, DpEvidenceEditor, index_link);
  gtk_widget_class_bind_template_child (widget_class, DpEvidenceEditor, citation);
  gtk_widget_class_bind_template_child (widget_class, DpEvidenceEditor, note);
  gtk_widget_class_bind_template_child (widget_class, DpEvidenceEditor, key);
  gtk_widget_class_bind_template_child (widget_class, DpEvidenceEditor, bearings);
  gtk_widget_class_bind_template_child (widget_class, DpEvidenceEditor, no_bearings);
  gtk_widget_class_bind_template_child (widget_class, DpEvidenceEditor, picker);
}

static void
dp_evidence_editor_class_init (DpEvidenceEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dp_evidence_editor_dispose;
  widget_class->root = dp_evidence_editor_root;
  widget_class->unroot = dp_evidence_editor_unroot;
  widget_class->grab_focus = dp_evidence_editor_grab_focus;

  signals[SIGNAL_DONE] =
      g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "evidence.copy-key", NULL, copy_key_action);
  gtk_widget_class_install_action (widget_class, "evidence.remove", NULL, remove_action);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);

  g_type_ensure (DP_TYPE_CHECKED_ROW);
  g_type_ensure (DP_TYPE_PICKER_BUTTON);
  g_type_ensure (DP_TYPE_TEXT_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-evidence-editor.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
}

static void
dp_evidence_editor_init (DpEvidenceEditor *self)
{
  self->further = g_ptr_array_new_with_free_func (g_object_unref);
  self->bindings = g_binding_group_new ();
  self->changes = g_signal_group_new (DP_TYPE_EVIDENCE);
  g_signal_group_connect_swapped (self->changes, "notify::bearings", G_CALLBACK (show_bearings), self);
  gtk_widget_init_template (GTK_WIDGET (self));

  for (DpSourceKind kind = DP_SOURCE_OTHER; kind <= DP_SOURCE_RESEARCH; kind++)
    gtk_string_list_append (self->kinds, dp_source_kind_get_label (kind));
  for (GtkWidget *row = gtk_widget_get_first_child (self->source_group); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (GTK_IS_EDITABLE (row))
      gtk_editable_set_enable_undo (GTK_EDITABLE (row), FALSE);
  for (GtkWidget *row = gtk_widget_get_first_child (self->ranking_group); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (GTK_IS_EDITABLE (row))
      gtk_editable_set_enable_undo (GTK_EDITABLE (row), FALSE);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->key), FALSE);
  bind_fields (self);
}

void
dp_evidence_editor_edit (DpEvidenceEditor *self,
                         DpSession *session,
                         DpEvidence *evidence)
{
  gboolean is_ranking = evidence != NULL && dp_evidence_get_kind (evidence) == DP_EVIDENCE_RANKING;
  DpHighlight *offered = session != NULL ? dp_session_get_highlight (session) : NULL;
  GtkWidget *child;

  g_return_if_fail (DP_IS_EVIDENCE_EDITOR (self));

  g_signal_group_set_target (self->changes, NULL);
  g_binding_group_set_source (self->bindings, NULL);
  g_set_object (&self->session, session);
  g_set_object (&self->evidence, evidence);
  g_set_object (&self->offered, offered);
  g_ptr_array_set_size (self->further, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->bearings))) != NULL)
    gtk_list_box_remove (self->bearings, child);
  dp_picker_button_set_search (self->picker, dp_passage_search, session);
  if (evidence == NULL)
    return;

  g_binding_group_set_source (self->bindings, evidence);
  g_signal_group_set_target (self->changes, evidence);
  gtk_label_set_label (self->heading, is_ranking ? _ ("Ranking") : _ ("Source"));
  gtk_widget_set_visible (self->source_group, !is_ranking);
  gtk_widget_set_visible (self->ranking_group, is_ranking);
  show_bearings (self);
  show_place (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

DpEvidence *
dp_evidence_editor_get_evidence (DpEvidenceEditor *self)
{
  g_return_val_if_fail (DP_IS_EVIDENCE_EDITOR (self), NULL);

  return self->evidence;
}

void
dp_evidence_editor_commit (DpEvidenceEditor *self)
{
  g_return_if_fail (DP_IS_EVIDENCE_EDITOR (self));

  if (self->evidence == NULL || self->session == NULL || is_in_case (self) || !has_content (self->evidence))
    return;

  dp_session_add_evidence (self->session, self->evidence);
  show_place (self);
}
