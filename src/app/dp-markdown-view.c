/* dp-markdown-view.c: Markdown as its readers will see it, with its citations
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-markdown-view.h"

#include <glib/gi18n.h>

#include "app/dp-word-marks.h"
#include "formats/dp-markdown.h"

#define N_HEADINGS 6
#define N_DEPTHS 6

/* One place that leads somewhere. */
typedef struct
{
  guint start; /* code points */
  guint end;
  char *link;
  char *evidence;
  gboolean is_broken;
} DpPlace;

struct _DpMarkdownView
{
  DpGrowingText parent_instance;

  DpCase *dp_case;   /* (owned) (nullable) */
  GPtrArray *places; /* (owned) (element-type DpPlace): in order */
  int current;       /* the place that the keyboard is at; -1 for none */
  guint n_written;   /* code points, while filling */
};

enum
{
  SIGNAL_CITATION_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DpMarkdownView, dp_markdown_view, DP_TYPE_GROWING_TEXT)

static void
dp_place_free (gpointer data)
{
  DpPlace *place = data;

  g_free (place->link);
  g_free (place->evidence);
  g_free (place);
}

/* The tags. */

static void
set_colours (DpMarkdownView *self)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)));
  gboolean is_dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  g_object_set (gtk_text_tag_table_lookup (table, "link"), "foreground", is_dark ? "#78aeed" : "#1b6acb", NULL);
  g_object_set (gtk_text_tag_table_lookup (table, "citation"),
                "foreground",
                is_dark ? "#99c1f1" : "#1a5fb4",
                "background",
                is_dark ? "rgba(120,174,237,0.22)" : "rgba(53,132,228,0.14)",
                NULL);
  g_object_set (gtk_text_tag_table_lookup (table, "broken"),
                "foreground",
                is_dark ? "#ff938c" : "#a51d2d",
                "background",
                is_dark ? "rgba(255,123,99,0.24)" : "rgba(224,27,36,0.13)",
                NULL);
  g_object_set (gtk_text_tag_table_lookup (table, "code"), "background", is_dark ? "rgba(255,255,255,0.09)" : "rgba(0,0,0,0.06)", NULL);
  g_object_set (gtk_text_tag_table_lookup (table, "weak"), "foreground", is_dark ? "#b9b9b9" : "#5e5c64", NULL);
  dp_word_marks_set_tag (gtk_text_tag_table_lookup (table, "removed"), DP_WORD_SIDE_OLD, is_dark);
  dp_word_marks_set_tag (gtk_text_tag_table_lookup (table, "added"), DP_WORD_SIDE_NEW, is_dark);
  g_object_set (gtk_text_tag_table_lookup (table, "current"), "background", is_dark ? "rgba(120,174,237,0.45)" : "rgba(53,132,228,0.35)", NULL);
}

static void
make_tags (GtkTextBuffer *buffer)
{
  static const double scales[N_HEADINGS] = { 1.5, 1.3, 1.15, 1.0, 1.0, 1.0 };

  for (int i = 0; i < N_HEADINGS; i++)
    {
      g_autofree char *name = g_strdup_printf ("heading-%d", i + 1);

      gtk_text_buffer_create_tag (buffer, name, "weight", PANGO_WEIGHT_BOLD, "scale", scales[i], "pixels-above-lines", 12, NULL);
    }
  for (int i = 0; i < N_DEPTHS; i++)
    {
      g_autofree char *quote = g_strdup_printf ("quote-%d", i + 1);
      g_autofree char *list = g_strdup_printf ("list-%d", i + 1);

      gtk_text_buffer_create_tag (buffer, quote, "left-margin", 18 * (i + 1), "right-margin", 18, "style", PANGO_STYLE_ITALIC, NULL);
      gtk_text_buffer_create_tag (buffer, list, "left-margin", 18 * (i + 1), NULL);
    }
  gtk_text_buffer_create_tag (buffer, "code-block", "family", "monospace", "left-margin", 18, NULL);
  gtk_text_buffer_create_tag (buffer, "references", "scale", 0.9, "left-margin", 18, "indent", -18, NULL);
  gtk_text_buffer_create_tag (buffer, "strong", "weight", PANGO_WEIGHT_BOLD, NULL);
  gtk_text_buffer_create_tag (buffer, "emphasis", "style", PANGO_STYLE_ITALIC, NULL);
  gtk_text_buffer_create_tag (buffer, "weak", NULL);
  gtk_text_buffer_create_tag (buffer, "code", "family", "monospace", NULL);
  gtk_text_buffer_create_tag (buffer, "link", "underline", PANGO_UNDERLINE_SINGLE, NULL);
  gtk_text_buffer_create_tag (buffer, "citation", "scale", 0.8, "rise", 4 * PANGO_SCALE, "weight", PANGO_WEIGHT_SEMIBOLD, NULL);
  gtk_text_buffer_create_tag (buffer, "broken", "scale", 0.8, "rise", 4 * PANGO_SCALE, "weight", PANGO_WEIGHT_SEMIBOLD, NULL);
  gtk_text_buffer_create_tag (buffer, "removed", NULL);
  gtk_text_buffer_create_tag (buffer, "added", NULL);
  gtk_text_buffer_create_tag (buffer, "current", NULL);
}

static GtkTextTag *
find_block_tag (GtkTextBuffer *buffer,
                const DpRun *run)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (buffer);
  guint depth = CLAMP (run->level, 1, N_DEPTHS);
  g_autofree char *name = NULL;

  switch (run->block)
    {
    case DP_RUN_IN_HEADING:
      name = g_strdup_printf ("heading-%u", depth);
      break;
    case DP_RUN_IN_QUOTE:
      name = g_strdup_printf ("quote-%u", depth);
      break;
    case DP_RUN_IN_LIST:
      name = g_strdup_printf ("list-%u", depth);
      break;
    case DP_RUN_IN_CODE:
      name = g_strdup ("code-block");
      break;
    case DP_RUN_IN_REFERENCES:
      name = g_strdup ("references");
      break;
    case DP_RUN_IN_PARAGRAPH:
    default:
      return NULL;
    }
  return gtk_text_tag_table_lookup (table, name);
}

/* Filling. */

static void
apply (GtkTextBuffer *buffer,
       const char *name,
       guint start,
       guint end)
{
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (buffer, &from, (int) start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, (int) end);
  gtk_text_buffer_apply_tag_by_name (buffer, name, &from, &to);
}

static void
add_place (DpMarkdownView *self,
           const DpRun *run,
           guint start,
           guint end)
{
  DpPlace *place = g_new0 (DpPlace, 1);

  place->start = start;
  place->end = end;
  place->link = g_strdup (run->link != NULL ? run->link : "");
  place->evidence = g_strdup (run->evidence != NULL ? run->evidence : "");
  place->is_broken = (run->style & DP_RUN_BROKEN) != 0;
  g_ptr_array_add (self->places, place);
}

static void
add_run (DpMarkdownView *self,
         const DpRun *run)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextTag *block = find_block_tag (buffer, run);
  guint start = self->n_written;
  guint end = start + (guint) g_utf8_strlen (run->text, -1);
  guint last = g_str_has_suffix (run->text, "\n") ? end - 1 : end;
  GtkTextIter at;

  gtk_text_buffer_get_end_iter (buffer, &at);
  if (block != NULL)
    gtk_text_buffer_insert_with_tags (buffer, &at, run->text, -1, block, NULL);
  else
    gtk_text_buffer_insert (buffer, &at, run->text, -1);
  self->n_written = end;

  if (run->style & DP_RUN_STRONG)
    apply (buffer, "strong", start, last);
  if (run->style & DP_RUN_EMPHASIS)
    apply (buffer, "emphasis", start, last);
  if (run->style & DP_RUN_CODE)
    apply (buffer, "code", start, last);
  if (run->style & DP_RUN_LINK)
    apply (buffer, "link", start, last);
  if (run->style & DP_RUN_BROKEN)
    apply (buffer, "broken", start, last);
  else if (run->style & DP_RUN_CITATION)
    apply (buffer, "citation", start, last);
  if (run->block == DP_RUN_IN_REFERENCES && run->style == 0)
    apply (buffer, "weak", start, last);
  if (run->style & (DP_RUN_LINK | DP_RUN_CITATION | DP_RUN_BROKEN))
    add_place (self, run, start, last);
}

/* Following. */

static DpPlace *
find_place (DpMarkdownView *self,
            double x,
            double y)
{
  GtkTextIter iter;
  int buffer_x, buffer_y;
  guint offset;

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x, &buffer_y);
  if (!gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &iter, buffer_x, buffer_y))
    return NULL;

  offset = (guint) gtk_text_iter_get_offset (&iter);
  for (guint i = 0; i < self->places->len; i++)
    {
      DpPlace *place = g_ptr_array_index (self->places, i);

      if (offset >= place->start && offset < place->end)
        return place;
    }
  return NULL;
}

static void
follow (DpMarkdownView *self,
        DpPlace *place)
{
  DpEvidence *evidence = self->dp_case != NULL ? dp_case_find_evidence (self->dp_case, place->evidence) : NULL;

  if (evidence != NULL)
    g_signal_emit (self, signals[SIGNAL_CITATION_ACTIVATED], 0, evidence);
  else if (*place->link != '\0')
    gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), place->link, GDK_CURRENT_TIME);
}

static void
released_cb (DpMarkdownView *self,
             int n_press,
             double x,
             double y)
{
  DpPlace *place = find_place (self, x, y);

  if (n_press == 1 && place != NULL && !gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self))))
    follow (self, place);
}

static void
motion_cb (DpMarkdownView *self,
           double x,
           double y)
{
  DpPlace *place = find_place (self, x, y);

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), place != NULL && !place->is_broken ? "pointer" : "text");
}

static gboolean
tooltip_cb (DpMarkdownView *self,
            int x,
            int y,
            gboolean is_keyboard,
            GtkTooltip *tooltip)
{
  DpPlace *place = NULL;
  DpEvidence *evidence;
  g_autofree char *text = NULL;

  if (!is_keyboard)
    place = find_place (self, x, y);
  else if (self->current >= 0)
    place = g_ptr_array_index (self->places, self->current);
  if (place == NULL)
    return FALSE;

  evidence = self->dp_case != NULL ? dp_case_find_evidence (self->dp_case, place->evidence) : NULL;
  if (evidence != NULL)
    text = dp_evidence_dup_reference (evidence);
  else if (place->is_broken)
    text = g_strdup (_ ("There is no evidence with this key"));
  else
    text = g_strdup (place->link);
  gtk_tooltip_set_text (tooltip, text);
  return *text != '\0';
}

static void
set_current (DpMarkdownView *self,
             int current)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag_by_name (buffer, "current", &start, &end);
  self->current = current;
  if (current >= 0)
    {
      DpPlace *place = g_ptr_array_index (self->places, current);

      apply (buffer, "current", place->start, place->end);
      gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) place->start);
      gtk_text_buffer_place_cursor (buffer, &start);
      gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (buffer));
    }
}

static gboolean
key_cb (DpMarkdownView *self,
        guint keyval,
        guint keycode,
        GdkModifierType state)
{
  gboolean is_back = keyval == GDK_KEY_ISO_Left_Tab || (state & GDK_SHIFT_MASK) != 0;

  if (keyval == GDK_KEY_Tab || keyval == GDK_KEY_ISO_Left_Tab)
    {
      int next = is_back ? (self->current < 0 ? (int) self->places->len - 1 : self->current - 1) : self->current + 1;

      if ((state & GDK_CONTROL_MASK) != 0 || next < 0 || next >= (int) self->places->len)
        {
          set_current (self, -1);
          return GDK_EVENT_PROPAGATE;
        }
      set_current (self, next);
      return GDK_EVENT_STOP;
    }
  if ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) && self->current >= 0)
    {
      follow (self, g_ptr_array_index (self->places, self->current));
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

static void
dp_markdown_view_finalize (GObject *object)
{
  DpMarkdownView *self = DP_MARKDOWN_VIEW (object);

  g_clear_object (&self->dp_case);
  g_ptr_array_unref (self->places);

  G_OBJECT_CLASS (dp_markdown_view_parent_class)->finalize (object);
}

static void
dp_markdown_view_class_init (DpMarkdownViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = dp_markdown_view_finalize;

  signals[SIGNAL_CITATION_ACTIVATED] = g_signal_new ("citation-activated",
                                                     G_TYPE_FROM_CLASS (klass),
                                                     G_SIGNAL_RUN_LAST,
                                                     0,
                                                     NULL,
                                                     NULL,
                                                     NULL,
                                                     G_TYPE_NONE,
                                                     1,
                                                     DP_TYPE_EVIDENCE);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-markdown-view.ui");
  gtk_widget_class_bind_template_callback (widget_class, released_cb);
  gtk_widget_class_bind_template_callback (widget_class, motion_cb);
  gtk_widget_class_bind_template_callback (widget_class, tooltip_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
}

static void
dp_markdown_view_init (DpMarkdownView *self)
{
  self->places = g_ptr_array_new_with_free_func (dp_place_free);
  self->current = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  make_tags (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)));
  set_colours (self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (set_colours), self, G_CONNECT_SWAPPED);
}

void
dp_markdown_view_show (DpMarkdownView *self,
                       const char *markdown,
                       DpCase *dp_case)
{
  GtkTextBuffer *buffer;
  g_autoptr (GPtrArray) runs = NULL;
  GtkTextIter start, end;

  g_return_if_fail (DP_IS_MARKDOWN_VIEW (self));

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  g_set_object (&self->dp_case, dp_case);
  self->current = -1;
  self->n_written = 0;
  g_ptr_array_set_size (self->places, 0);
  gtk_text_buffer_set_text (buffer, "", 0);

  runs = dp_markdown_to_runs (markdown, dp_case);
  for (guint i = 0; i < runs->len; i++)
    add_run (self, g_ptr_array_index (runs, i));

  /* The last line feed would show as an empty line. */
  gtk_text_buffer_get_end_iter (buffer, &end);
  start = end;
  if (gtk_text_iter_backward_char (&start) && gtk_text_iter_get_char (&start) == '\n')
    gtk_text_buffer_delete (buffer, &start, &end);
}

/* (transfer full): what the runs of @markdown say, as the view has it */
static char *
dup_plain (const char *markdown,
           DpCase *dp_case)
{
  g_autoptr (GPtrArray) runs = dp_markdown_to_runs (markdown, dp_case);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    g_string_append (text, ((const DpRun *) g_ptr_array_index (runs, i))->text);
  if (text->len > 0 && text->str[text->len - 1] == '\n')
    g_string_truncate (text, text->len - 1);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
move_places (DpMarkdownView *self,
             guint from,
             guint by)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      DpPlace *place = g_ptr_array_index (self->places, i);

      if (place->start >= from)
        {
          place->start += by;
          place->end += by;
        }
      else if (place->end > from)
        {
          place->end += by;
        }
    }
}

static void
put_removed (DpMarkdownView *self,
             guint at,
             const char *words)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  guint length = (guint) g_utf8_strlen (words, -1);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) at);
  gtk_text_buffer_insert (buffer, &iter, words, -1);
  apply (buffer, "removed", at, at + length);
  move_places (self, at, length);
}

guint
dp_markdown_view_mark_changes (DpMarkdownView *self,
                               const char *old_markdown,
                               DpCase *old_case)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;
  g_autofree char *old_text = NULL;
  g_autofree char *new_text = NULL;
  g_autofree char *description = NULL;
  g_autoptr (DpOffsets) offsets = NULL;
  g_autoptr (GArray) changes = NULL;
  guint n = 0;

  g_return_val_if_fail (DP_IS_MARKDOWN_VIEW (self), 0);

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  new_text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  old_text = dup_plain (old_markdown, old_case);
  offsets = dp_offsets_new (old_text, -1);
  changes = dp_word_diff (old_text, new_text);
  /* From the end, so that what is put in moves nothing that is still to come. */
  for (guint i = changes->len; i > 0; i--)
    {
      const DpWordChange *change = &g_array_index (changes, DpWordChange, i - 1);
      g_autofree char *words = NULL;

      n += change->kind != DP_WORD_SAME;
      if (change->kind == DP_WORD_ADDED)
        apply (buffer, "added", change->new_span.start, change->new_span.end);
      if (change->kind != DP_WORD_REMOVED)
        continue;
      words = dp_offsets_dup_text (offsets, change->old_span);
      put_removed (self, change->new_span.start, words);
    }
  description = dp_word_marks_dup_description (old_text, new_text, changes);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  return n;
}
