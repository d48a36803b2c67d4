/* dp-narrative-page.c: all that is known of one narrative
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-narrative-page.h"

#include <glib/gi18n.h>

#include "app/dp-narrative-mark.h"
#include "app/dp-narrative-plot.h"
#include "app/dp-phrases.h"
#include "base/dp-date.h"
#include "text/dp-language.h"

/* A list of more is for the command line. */
#define MAX_ROWS 300

struct _DpNarrativePage
{
  AdwBin parent_instance;

  DpWorkbench *workbench;    /* (owned) (nullable) */
  DpNarrative *narrative;    /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) */
  GPtrArray *found;          /* (owned) (nullable) (element-type DpQuote) */
  GPtrArray *ticks;          /* (element-type GtkCheckButton): of the rows */

  GtkStack *stack;
  DpNarrativeMark *mark;
  GtkLabel *place;
  GtkLabel *title;
  GtkLabel *fate;
  GtkLabel *definition;
  GtkBox *facts;
  GtkBox *names;
  GtkSpinner *spinner;
  GtkLabel *summary;
  DpNarrativePlot *plot;
  GtkListBox *quotes;
};

enum
{
  SIGNAL_TICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DpNarrativePage, dp_narrative_page, ADW_TYPE_BIN)

static void
empty (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    {
      if (GTK_IS_LIST_BOX (box))
        gtk_list_box_remove (GTK_LIST_BOX (box), child);
      else
        gtk_box_remove (GTK_BOX (box), child);
    }
}

static GtkWidget *
add_label (GtkBox *box,
           const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
  return label;
}

/* (transfer full): with its direction kept apart from what is about it */
static char *
isolate (const char *text)
{
  return *text != '\0' ? g_strdup_printf ("\u2068%s\u2069", text) : g_strdup ("");
}

/* (transfer full): as people write it; as it is if it is none */
static char *
dup_date (const char *text)
{
  DpDate date;
  g_autofree char *words = dp_date_parse (text, &date) ? dp_date_format_short (&date) : g_strdup (text);

  return isolate (words);
}

/* What it is. */

static void
show_fate (DpNarrativePage *self,
           DpNarratives *narratives)
{
  const DpNarrativeDetails *details = dp_narrative_get_details (self->narrative);
  DpNarrative *now = dp_narratives_resolve (narratives, dp_narrative_get_id (self->narrative));
  g_autofree char *date = dup_date (details->retired);
  g_autofree char *text = NULL;

  if (now != NULL && now != self->narrative)
    /* Translators: a date, and the name of a narrative */
    text = g_strdup_printf (_ ("Not used since %s. Use instead: %s"), date, dp_narrative_get_label (now));
  else if (dp_narrative_is_retired (self->narrative))
    /* Translators: %s is a date */
    text = g_strdup_printf (_ ("Not used since %s"), date);
  gtk_label_set_text (self->fate, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fate), text != NULL);
}

static void
show_facts (DpNarrativePage *self)
{
  char **facts = dp_narrative_get_details (self->narrative)->counter_facts;

  empty (GTK_WIDGET (self->facts));
  gtk_widget_set_visible (GTK_WIDGET (self->facts), facts[0] != NULL);
  if (facts[0] == NULL)
    return;
  add_label (self->facts, _ ("What Is Held Against It"), "heading");
  for (guint i = 0; facts[i] != NULL; i++)
    {
      g_autofree char *line = g_strdup_printf ("• %s", facts[i]);
      GtkWidget *label = add_label (self->facts, line, NULL);

      gtk_label_set_selectable (GTK_LABEL (label), TRUE);
      gtk_widget_set_focusable (label, FALSE);
    }
}

static void
add_name (DpNarrativePage *self,
          const char *kind,
          const char *name)
{
  /* Translators: first what the name is in or was until, as “German”, then names of a narrative */
  g_autofree char *text = g_strdup_printf (_ ("%s: %s"), kind, name);

  add_label (self->names, text, NULL);
}

/* What it is called in one language, other names behind. */
static void
add_names_in (DpNarrativePage *self,
              const char *tag)
{
  const DpNarrativeDetails *details = dp_narrative_get_details (self->narrative);
  g_autofree char *language = dp_language_dup_name (tag);
  g_autoptr (GString) names = g_string_new (NULL);
  GPtrArray *lists[] = { details->labels, details->aliases };

  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    {
      for (guint i = 0; i < lists[l]->len; i++)
        {
          const DpNarrativeText *name = g_ptr_array_index (lists[l], i);

          if (g_str_equal (name->note, tag))
            g_string_append_printf (names, "%s\u2068%s\u2069", names->len > 0 ? " · " : "", name->text);
        }
    }
  add_name (self, language, names->str);
}

static void
show_names (DpNarrativePage *self,
            DpNarratives *narratives)
{
  const DpNarrativeDetails *details = dp_narrative_get_details (self->narrative);
  DpNarrative *origin = dp_narratives_lookup (narratives, details->split_from);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *lists[] = { details->labels, details->aliases };

  empty (GTK_WIDGET (self->names));
  add_label (self->names, _ ("Its Names"), "heading");
  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    {
      for (guint i = 0; i < lists[l]->len; i++)
        {
          const DpNarrativeText *name = g_ptr_array_index (lists[l], i);

          if (g_hash_table_add (seen, name->note))
            add_names_in (self, name->note);
        }
    }
  for (guint i = 0; i < details->former->len; i++)
    {
      const DpNarrativeText *name = g_ptr_array_index (details->former, i);
      g_autofree char *date = dup_date (name->note);
      /* Translators: of a former name of a narrative; %s is a date */
      g_autofree char *kind = g_strdup_printf (_ ("Until %s"), date);

      add_name (self, kind, name->text);
    }
  if (origin != NULL)
    {
      g_autofree char *text = g_strdup_printf (_ ("Split from “%s”"), dp_narrative_get_label (origin));

      add_label (self->names, text, NULL);
    }
}

/* Where it was seen. */

static void
ticked_cb (DpNarrativePage *self)
{
  g_signal_emit (self, signals[SIGNAL_TICKED], 0);
}

static GtkWidget *
make_tick (DpNarrativePage *self,
           DpQuote *quote)
{
  GtkWidget *tick = gtk_check_button_new ();
  gboolean is_movable = dp_quote_is_movable (quote);

  gtk_widget_set_valign (tick, GTK_ALIGN_START);
  gtk_widget_set_sensitive (tick, is_movable);
  gtk_widget_set_tooltip_text (tick, is_movable ? _ ("Choose it, to split it off") : _ ("Its case was submitted or published, and stays as it is"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (tick), GTK_ACCESSIBLE_PROPERTY_LABEL, dp_quote_get_text (quote), -1);
  g_object_set_data (G_OBJECT (tick), "quote", quote);
  g_signal_connect_object (tick, "toggled", G_CALLBACK (ticked_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->ticks, tick);
  return tick;
}

/* (transfer full): the case, the date, and what it was tagged with then if that is called otherwise today */
static char *
describe (DpNarrativePage *self,
          DpQuote *quote)
{
  g_autofree char *date = dup_date (dp_quote_get_date (quote));
  g_autofree char *title = isolate (*dp_quote_get_case_title (quote) != '\0' ? dp_quote_get_case_title (quote) : _ ("Untitled Case"));
  g_autoptr (GString) text = g_string_new (title);

  if (*date != '\0')
    g_string_append_printf (text, " · %s", date);
  if (!dp_narrative_has_label (self->narrative, dp_quote_get_label (quote)))
    {
      /* Translators: %s is what the narrative was called when the passage was tagged with it */
      g_autofree char *then = g_strdup_printf (_ ("tagged as “%s”"), dp_quote_get_label (quote));

      g_string_append_printf (text, " · %s", then);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_row (DpNarrativePage *self,
         DpQuote *quote)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *words = dp_phrase_quote (dp_quote_get_text (quote));
  g_autofree char *about = describe (self, quote);
  const char *const *claims = dp_quote_get_claims (quote);

  gtk_widget_set_margin_start (box, 9);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (box), make_tick (self, quote));
  gtk_box_append (GTK_BOX (box), lines);
  add_label (GTK_BOX (lines), words, NULL);
  for (guint i = 0; claims[i] != NULL; i++)
    {
      /* Translators: %s is a claim */
      g_autofree char *claim = g_strdup_printf (_ ("Claim: %s"), claims[i]);

      add_label (GTK_BOX (lines), claim, "caption");
    }
  gtk_widget_add_css_class (add_label (GTK_BOX (lines), about, "caption"), "dim-label");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, _ ("Open the case"));
  g_object_set_data (G_OBJECT (row), "quote", quote);
  gtk_list_box_append (self->quotes, row);
}

static guint
count_cases (GPtrArray *quotes)
{
  g_autoptr (GHashTable) folders = g_hash_table_new ((GHashFunc) g_file_hash, (GEqualFunc) g_file_equal);

  for (guint i = 0; i < quotes->len; i++)
    g_hash_table_add (folders, dp_quote_get_folder (g_ptr_array_index (quotes, i)));
  return g_hash_table_size (folders);
}

/* (transfer full) (nullable): when it was seen first, and last */
static char *
dup_span (GPtrArray *quotes)
{
  const char *first = dp_quote_get_date (g_ptr_array_index (quotes, 0));
  const char *last = first;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  /* Those without a date are at the end. */
  for (guint i = 0; i < quotes->len && *dp_quote_get_date (g_ptr_array_index (quotes, i)) != '\0'; i++)
    last = dp_quote_get_date (g_ptr_array_index (quotes, i));
  if (*first == '\0')
    return NULL;
  from = dup_date (first);
  to = dup_date (last);
  if (g_str_equal (from, to))
    /* Translators: %s is a date */
    return g_strdup_printf (_ ("Seen on %s"), from);
  /* Translators: two dates */
  return g_strdup_printf (_ ("First seen on %s, last on %s"), from, to);
}

static char *
dup_summary (GPtrArray *quotes)
{
  guint n_cases = count_cases (quotes);
  g_autofree char *span = NULL;
  g_autofree char *cases = NULL;
  g_autofree char *passages = NULL;

  if (quotes->len == 0)
    return g_strdup (_ ("No passage of this library is tagged with it yet."));
  span = dup_span (quotes);
  passages = g_strdup_printf (ngettext ("%u passage", "%u passages", quotes->len), quotes->len);
  cases = g_strdup_printf (ngettext ("%u case", "%u cases", n_cases), n_cases);
  if (span == NULL)
    return g_strdup_printf ("\u2068%s\u2069 · \u2068%s\u2069", passages, cases);
  return g_strdup_printf ("\u2068%s\u2069 · \u2068%s\u2069 · \u2068%s\u2069", span, passages, cases);
}

static void
show_quotes (DpNarrativePage *self)
{
  g_autofree char *summary = dup_summary (self->found);

  gtk_label_set_text (self->summary, summary);
  gtk_widget_set_visible (GTK_WIDGET (self->plot),
                          dp_narrative_plot_set_quotes (self->plot, self->found, dp_narrative_get_colour (self->narrative)));
  for (guint i = 0; i < MIN (self->found->len, MAX_ROWS); i++)
    add_row (self, g_ptr_array_index (self->found, i));
  if (self->found->len > MAX_ROWS)
    {
      GtkWidget *row = gtk_list_box_row_new ();
      /* Translators: of passages that are not listed */
      g_autofree char *text = g_strdup_printf (_ ("… and %u more"), self->found->len - MAX_ROWS);

      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), gtk_label_new (text));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
      gtk_list_box_append (self->quotes, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->quotes), self->found->len > 0);
}

static void
found_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (DpNarrativePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = dp_quotes_find_finish (DP_LIBRARY (source), result, &error);

  /* Only a search that was given up fails. */
  if (found == NULL || self->narrative == NULL)
    return;
  gtk_spinner_stop (self->spinner);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  self->found = g_steal_pointer (&found);
  show_quotes (self);
}

static void
forget (DpNarrativePage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_ptr_array_set_size (self->ticks, 0);
  empty (GTK_WIDGET (self->quotes));
  g_clear_pointer (&self->found, g_ptr_array_unref);
}

void
dp_narrative_page_show (DpNarrativePage *self,
                        DpWorkbench *workbench,
                        DpNarrative *narrative)
{
  DpNarratives *narratives;
  DpNarrative *parent;
  g_autofree char *place = NULL;

  g_return_if_fail (DP_IS_NARRATIVE_PAGE (self));
  g_return_if_fail (DP_IS_WORKBENCH (workbench));

  forget (self);
  g_set_object (&self->workbench, workbench);
  g_set_object (&self->narrative, narrative);
  gtk_stack_set_visible_child_name (self->stack, narrative != NULL ? "narrative" : "nothing");
  ticked_cb (self);
  if (narrative == NULL)
    return;

  narratives = dp_workbench_get_narratives (workbench);
  parent = dp_narratives_lookup (narratives, dp_narrative_get_parent_id (narrative));
  place = parent != NULL ? dp_narratives_dup_path (narratives, parent) : g_strdup ("");
  dp_narrative_mark_set_colour (self->mark, dp_narrative_get_colour (narrative));
  gtk_label_set_text (self->place, place);
  gtk_widget_set_visible (GTK_WIDGET (self->place), *place != '\0');
  gtk_label_set_text (self->title, dp_narrative_get_label (narrative));
  gtk_label_set_text (self->definition, dp_narrative_get_definition (narrative));
  gtk_widget_set_visible (GTK_WIDGET (self->definition), *dp_narrative_get_definition (narrative) != '\0');
  show_fate (self, narratives);
  show_facts (self);
  show_names (self, narratives);

  gtk_label_set_text (self->summary, "");
  gtk_widget_set_visible (GTK_WIDGET (self->plot), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->quotes), FALSE);
  gtk_spinner_start (self->spinner);
  dp_quotes_find_async (dp_workbench_get_library (workbench), narratives, dp_narrative_get_id (narrative), self->cancellable, found_cb, g_object_ref (self));
}

GPtrArray *
dp_narrative_page_list_ticked (DpNarrativePage *self)
{
  GPtrArray *ticked = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (DP_IS_NARRATIVE_PAGE (self), ticked);

  for (guint i = 0; i < self->ticks->len; i++)
    {
      if (gtk_check_button_get_active (g_ptr_array_index (self->ticks, i)))
        g_ptr_array_add (ticked, g_object_ref (g_object_get_data (g_ptr_array_index (self->ticks, i), "quote")));
    }
  return ticked;
}

static void
row_cb (DpNarrativePage *self,
        GtkListBoxRow *row)
{
  DpQuote *quote = g_object_get_data (G_OBJECT (row), "quote");

  if (quote != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "app.open-case", "s", dp_quote_get_case_id (quote));
}

static void
dp_narrative_page_dispose (GObject *object)
{
  DpNarrativePage *self = DP_NARRATIVE_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->narrative);
  g_clear_object (&self->workbench);

  G_OBJECT_CLASS (dp_narrative_page_parent_class)->dispose (object);
}

static void
dp_narrative_page_finalize (GObject *object)
{
  DpNarrativePage *self = DP_NARRATIVE_PAGE (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_ptr_array_unref (self->ticks);

  G_OBJECT_CLASS (dp_narrative_page_parent_class)->finalize (object);
}

static void
dp_narrative_page_class_init (DpNarrativePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dp_narrative_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = dp_narrative_page_finalize;

  signals[SIGNAL_TICKED] = g_signal_new ("ticked", DP_TYPE_NARRATIVE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (DP_TYPE_NARRATIVE_MARK);
  g_type_ensure (DP_TYPE_NARRATIVE_PLOT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-narrative-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DpNarrativePage, stack);
  gtk_widget_class_bind_template_child (widget_class, DpNarrativePage, mark);
  gtk_widget_class_bind_template_child (widget_class, DpNarrativePage, place);
  gtk_widget_class_bind_template_child (widget_class, DpNarrativePage, title);
  gtk_widget_class_bind_template_child (widget_class, DpNarrativePage, fate);
  gtk_widget_class_bind_template_child (widget_class, DpNarrativePage, definition);
  gtk_widget_class_bind_template_child (widget_class, DpNarrativePage, facts);
  gtk_widget_class_bind_template_child (widget_class, DpNarrativePage, names);
  gtk_widget_class_bind_template_child (widget_class, DpNarrativePage, spinner);
  gtk_widget_class_bind_template_child (widget_class, DpNarrativePage, summary);
  gtk_widget_class_bind_template_child (widget_class, DpNarrativePage, plot);
  gtk_widget_class_bind_template_child (widget_class, DpNarrativePage, quotes);
  gtk_widget_class_bind_template_callback (widget_class, row_cb);
}

static void
dp_narrative_page_init (DpNarrativePage *self)
{
  self->cancellable = g_cancellable_new ();
  self->ticks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
