/* dp-merge-row.c: a place that two people changed, and which of the two counts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-merge-row.h"

#include <glib/gi18n.h>

#define N_SIDES 3

struct _DpMergeRow
{
  GtkListBoxRow parent_instance;

  const DpMergeConflict *conflict;
  GtkToggleButton *buttons[N_SIDES]; /* the last one hidden where there is nothing to join */
};

typedef enum
{
  PROP_CHOICE = 1,
} DpMergeRowProperty;

static GParamSpec *properties[PROP_CHOICE + 1];

G_DEFINE_FINAL_TYPE (DpMergeRow, dp_merge_row, GTK_TYPE_LIST_BOX_ROW)

static gboolean
is_text (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
}

static const char *
find_member (JsonObject *object)
{
  static const char *const names[] = { "text", "title", "label", "quote", "key", "contact", "id" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      JsonNode *node = json_object_get_member (object, names[i]);

      if (is_text (node))
        return json_node_get_string (node);
    }
  return NULL;
}

/* (transfer full): the value for people: a text as it is, an object by what it is called */
static char *
dup_value (JsonNode *node)
{
  const char *name;

  if (node == NULL)
    return g_strdup (_ ("Not there (taken out)"));
  if (is_text (node))
    return *json_node_get_string (node) != '\0' ? g_strdup (json_node_get_string (node)) : g_strdup (_ ("Empty"));
  name = JSON_NODE_HOLDS_OBJECT (node) ? find_member (json_node_get_object (node)) : NULL;
  return name != NULL ? g_strdup (name) : json_to_string (node, TRUE);
}

/* (transfer full): "Claims › Text"; ids tell nobody anything */
static char *
dup_place (const char *place)
{
  static const struct
  {
    const char *name;
    const char *label;
  } names[] = {
    { "title", N_ ("Title") },
    { "summary", N_ ("Summary") },
    { "disproof", N_ ("Disproof") },
    { "verdict", N_ ("Verdict") },
    { "language", N_ ("Language") },
    { "state", N_ ("State and history") },
    { "articles", N_ ("Articles") },
    { "blocks", N_ ("Text of the article") },
    { "outlet", N_ ("Outlet") },
    { "link", N_ ("Link") },
    { "highlights", N_ ("Highlights") },
    { "selectors", N_ ("Passage") },
    { "claims", N_ ("Claims") },
    { "text", N_ ("Text") },
    { "note", N_ ("Note") },
    { "evidence", N_ ("Evidence") },
    { "comments", N_ ("Comments") },
    { "relations", N_ ("Related cases") },
    { "inquiries", N_ ("Right of reply") },
  };
  g_auto (GStrv) steps = g_strsplit (place + 1, "/", -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; steps[i] != NULL; i++)
    for (gsize k = 0; k < G_N_ELEMENTS (names); k++)
      if (g_str_equal (steps[i], names[k].name))
        g_string_append_printf (out, "%s%s", out->len > 0 ? " › " : "", _ (names[k].label));
  if (out->len == 0)
    g_string_append (out, place);
  return g_string_free (out, FALSE);
}

static void
toggled_cb (DpMergeRow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOICE]);
}

static gboolean
key_cb (DpMergeRow *self,
        guint key)
{
  int side = key == GDK_KEY_1 || key == GDK_KEY_KP_1 ? 0 : key == GDK_KEY_2 || key == GDK_KEY_KP_2 ? 1
                                                       : key == GDK_KEY_3 || key == GDK_KEY_KP_3   ? 2
                                                                                                   : -1;

  if (side < 0 || !gtk_widget_get_visible (GTK_WIDGET (self->buttons[side])))
    return GDK_EVENT_PROPAGATE;
  gtk_toggle_button_set_active (self->buttons[side], TRUE);
  return GDK_EVENT_STOP;
}

int
dp_merge_row_get_choice (DpMergeRow *self)
{
  g_return_val_if_fail (DP_IS_MERGE_ROW (self), -1);

  for (int i = 0; i < N_SIDES; i++)
    if (gtk_toggle_button_get_active (self->buttons[i]))
      return i;
  return -1;
}

const DpMergeConflict *
dp_merge_row_get_conflict (DpMergeRow *self)
{
  g_return_val_if_fail (DP_IS_MERGE_ROW (self), NULL);

  return self->conflict;
}

static void
dp_merge_row_get_property (GObject *object,
                           guint prop_id,
                           GValue *value,
                           GParamSpec *pspec)
{
  switch ((DpMergeRowProperty) prop_id)
    {
    case PROP_CHOICE:
      g_value_set_int (value, dp_merge_row_get_choice (DP_MERGE_ROW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_merge_row_class_init (DpMergeRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = dp_merge_row_get_property;
  properties[PROP_CHOICE] = g_param_spec_int ("choice", NULL, NULL, -1, N_SIDES - 1, -1, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
dp_merge_row_init (DpMergeRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
}

/* One side: its button, and under it what it says. */
static GtkWidget *
make_side (DpMergeRow *self,
           guint side,
           const char *label,
           JsonNode *value)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *button = gtk_toggle_button_new_with_label (label);
  g_autofree char *text = dup_value (value);
  GtkWidget *says = gtk_label_new (text);

  self->buttons[side] = GTK_TOGGLE_BUTTON (button);
  if (side > 0)
    gtk_toggle_button_set_group (self->buttons[side], self->buttons[0]);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_label_set_wrap (GTK_LABEL (says), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (says), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (says), FALSE);
  gtk_label_set_xalign (GTK_LABEL (says), 0);
  gtk_label_set_lines (GTK_LABEL (says), 12);
  gtk_label_set_ellipsize (GTK_LABEL (says), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (says), 12);
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (box), says);
  return box;
}

GtkWidget *
dp_merge_row_new (const DpMergeConflict *conflict)
{
  DpMergeRow *self;
  GtkWidget *box, *sides, *place;
  g_autofree char *label = NULL;

  g_return_val_if_fail (conflict != NULL, NULL);

  self = g_object_new (DP_TYPE_MERGE_ROW, NULL);
  self->conflict = conflict;
  label = dup_place (conflict->place);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  place = gtk_label_new (label);
  gtk_label_set_xalign (GTK_LABEL (place), 0);
  gtk_label_set_wrap (GTK_LABEL (place), TRUE);
  gtk_widget_add_css_class (place, "heading");
  sides = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_box_set_homogeneous (GTK_BOX (sides), TRUE);
  /* Translators: of two versions, the one that was made in this window */
  gtk_box_append (GTK_BOX (sides), make_side (self, DP_MERGE_OURS, _ ("1 Yours"), conflict->ours));
  /* Translators: of two versions, the one that somebody else made */
  gtk_box_append (GTK_BOX (sides), make_side (self, DP_MERGE_THEIRS, _ ("2 Theirs"), conflict->theirs));
  self->buttons[DP_MERGE_BOTH] = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (_ ("3 Both, one after the other")));
  gtk_toggle_button_set_group (self->buttons[DP_MERGE_BOTH], self->buttons[0]);
  g_signal_connect_object (self->buttons[DP_MERGE_BOTH], "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (GTK_WIDGET (self->buttons[DP_MERGE_BOTH]), is_text (conflict->ours) && is_text (conflict->theirs) && (g_str_has_suffix (conflict->place, "/summary") || g_str_has_suffix (conflict->place, "/disproof") || g_str_has_suffix (conflict->place, "/text") || g_str_has_suffix (conflict->place, "/note")));
  gtk_box_append (GTK_BOX (box), place);
  gtk_box_append (GTK_BOX (box), sides);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->buttons[DP_MERGE_BOTH]));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  return GTK_WIDGET (self);
}
