/* dp-case-row.c: a case in the library's list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-case-row.h"

#include <glib/gi18n.h>

#include "app/dp-state-pill.h"
#include "base/dp-date.h"

/* More would push the next case off the screen; the rest is counted. */
#define MAX_CHIPS 4

struct _DpCaseRow
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkLabel *outlet;
  GtkWidget *dot;
  GtkLabel *date;
  GtkWidget *facts;
  DpStatePill *state;
  GtkBox *chips;
  GtkWidget *problem_box;
  GtkLabel *problem;

  DpCaseEntry *entry;       /* (owned) (nullable) */
  DpNarratives *narratives; /* (owned) (nullable) */
  gulong notify_id;
};

typedef enum
{
  PROP_ENTRY = 1,
} DpCaseRowProperty;

static GParamSpec *properties[PROP_ENTRY + 1];

G_DEFINE_FINAL_TYPE (DpCaseRow, dp_case_row, ADW_TYPE_BIN)

char *
dp_case_row_dup_title (DpCaseEntry *entry)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (DP_IS_CASE_ENTRY (entry), NULL);

  if (*dp_case_entry_get_title (entry) != '\0')
    return g_strdup (dp_case_entry_get_title (entry));
  if (*dp_case_entry_get_problem (entry) == '\0')
    return g_strdup (_ ("Untitled Case"));
  name = g_file_get_basename (dp_case_entry_get_folder (entry));
  return g_filename_display_name (name);
}

guint
dp_case_row_get_colour (DpNarratives *narratives,
                        const char *narrative_id)
{
  DpNarrative *narrative = narratives != NULL ? dp_narratives_lookup (narratives, narrative_id) : NULL;

  if (narrative != NULL)
    return dp_narrative_get_colour (narrative);
  return g_str_hash (narrative_id) % DP_NARRATIVE_N_COLOURS;
}

static GtkWidget *
make_chip (DpCaseRow *self,
           const char *id,
           const char *label)
{
  g_autofree char *colour_class = g_strdup_printf ("narrative-%u", dp_case_row_get_colour (self->narratives, id));
  GtkWidget *chip = gtk_label_new (label);

  gtk_widget_add_css_class (chip, "narrative-chip");
  gtk_widget_add_css_class (chip, colour_class);
  gtk_label_set_ellipsize (GTK_LABEL (chip), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (chip, label);
  return chip;
}

static void
show_chips (DpCaseRow *self)
{
  const char *const *ids = dp_case_entry_get_narrative_ids (self->entry);
  const char *const *labels = dp_case_entry_get_narratives (self->entry);
  guint n_chips = MIN (g_strv_length ((char **) ids), g_strv_length ((char **) labels));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    gtk_box_remove (self->chips, child);

  for (guint i = 0; i < MIN (n_chips, MAX_CHIPS); i++)
    gtk_box_append (self->chips, make_chip (self, ids[i], labels[i]));
  if (n_chips > MAX_CHIPS)
    {
      /* Translators: so many narratives more than those shown. */
      g_autofree char *text = g_strdup_printf (_ ("+%u"), n_chips - MAX_CHIPS);
      g_autofree char *rest = g_strjoinv ("\n", (char **) labels + MAX_CHIPS);
      GtkWidget *more = gtk_label_new (text);

      gtk_widget_add_css_class (more, "dim-label");
      gtk_widget_set_tooltip_text (more, rest);
      gtk_box_append (self->chips, more);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->chips), n_chips > 0);
}

static void
show_facts (DpCaseRow *self)
{
  const char *outlet = dp_case_entry_get_outlet (self->entry);
  const char *date = dp_case_entry_get_date (self->entry);
  g_autofree char *date_text = NULL;
  DpDate parsed;

  if (dp_date_parse (date, &parsed))
    date_text = dp_date_format_short (&parsed);
  else
    date_text = g_strdup (date);

  gtk_label_set_label (self->outlet, outlet);
  gtk_widget_set_visible (GTK_WIDGET (self->outlet), *outlet != '\0');
  gtk_label_set_label (self->date, date_text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->date), date);
  gtk_widget_set_visible (GTK_WIDGET (self->date), *date_text != '\0');
  gtk_widget_set_visible (self->dot, *outlet != '\0' && *date_text != '\0');
  dp_state_pill_set_state (self->state, dp_case_entry_get_state (self->entry));
}

static void
show_entry (DpCaseRow *self)
{
  const char *problem = dp_case_entry_get_problem (self->entry);
  gboolean is_readable = *problem == '\0';
  g_autofree char *title = dp_case_row_dup_title (self->entry);

  gtk_label_set_label (self->title, title);
  gtk_widget_set_visible (self->facts, is_readable);
  gtk_widget_set_visible (self->problem_box, !is_readable);
  gtk_label_set_label (self->problem, problem);
  show_facts (self);
  show_chips (self);
}

static void
dp_case_row_get_property (GObject *object,
                          guint prop_id,
                          GValue *value,
                          GParamSpec *pspec)
{
  DpCaseRow *self = DP_CASE_ROW (object);

  switch ((DpCaseRowProperty) prop_id)
    {
    case PROP_ENTRY:
      g_value_set_object (value, self->entry);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_case_row_dispose (GObject *object)
{
  DpCaseRow *self = DP_CASE_ROW (object);

  g_clear_signal_handler (&self->notify_id, self->entry);
  g_clear_object (&self->entry);
  g_clear_object (&self->narratives);

  G_OBJECT_CLASS (dp_case_row_parent_class)->dispose (object);
}

static void
dp_case_row_class_init (DpCaseRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = dp_case_row_get_property;
  object_class->dispose = dp_case_row_dispose;

  properties[PROP_ENTRY] =
      g_param_spec_object ("entry", NULL, NULL, DP_TYPE_CASE_ENTRY, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (DP_TYPE_STATE_PILL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-case-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DpCaseRow, title);
  gtk_widget_class_bind_template_child (widget_class, DpCaseRow, outlet);
  gtk_widget_class_bind_template_child (widget_class, DpCaseRow, dot);
  gtk_widget_class_bind_template_child (widget_class, DpCaseRow, date);
  gtk_widget_class_bind_template_child (widget_class, DpCaseRow, facts);
  gtk_widget_class_bind_template_child (widget_class, DpCaseRow, state);
  gtk_widget_class_bind_template_child (widget_class, DpCaseRow, chips);
  gtk_widget_class_bind_template_child (widget_class, DpCaseRow, problem_box);
  gtk_widget_class_bind_template_child (widget_class, DpCaseRow, problem);
}

static void
dp_case_row_init (DpCaseRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
dp_case_row_new (void)
{
  return g_object_new (DP_TYPE_CASE_ROW, NULL);
}

DpCaseEntry *
dp_case_row_get_entry (DpCaseRow *self)
{
  g_return_val_if_fail (DP_IS_CASE_ROW (self), NULL);

  return self->entry;
}

void
dp_case_row_set_entry (DpCaseRow *self,
                       DpCaseEntry *entry,
                       DpNarratives *narratives)
{
  g_return_if_fail (DP_IS_CASE_ROW (self));
  g_return_if_fail (entry == NULL || DP_IS_CASE_ENTRY (entry));
  g_return_if_fail (narratives == NULL || DP_IS_NARRATIVES (narratives));

  g_clear_signal_handler (&self->notify_id, self->entry);
  g_set_object (&self->entry, entry);
  g_set_object (&self->narratives, narratives);
  if (entry != NULL)
    {
      self->notify_id = g_signal_connect_swapped (entry, "notify", G_CALLBACK (show_entry), self);
      show_entry (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENTRY]);
}
