/* dp-reading-prose.c: the summary or the disproof as it will be published, sentence by sentence, with what changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-reading-prose.h"

#include <string.h>

#include <glib/gi18n.h>

#include "app/dp-comments.h"
#include "app/dp-markdown-view.h"
#include "review/dp-prose.h"

/* A sentence, here and in the Markdown; both code points. */
typedef struct
{
  DpSpan shown;
  DpSpan written;
} Sentence;

struct _DpReadingProse
{
  AdwBin parent_instance;

  DpSession *session; /* (owned) (nullable) */
  char *part;
  gboolean is_own; /* it shows the case of the session */
  GArray *sentences;
  int current; /* -1: none */
  GSignalGroup *changes;

  DpMarkdownView *view;
  GtkPopover *popover;
  DpComments *comments;
};

enum
{
  SIGNAL_CITATION_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DpReadingProse, dp_reading_prose, ADW_TYPE_BIN)

static GtkTextBuffer *
get_buffer (DpReadingProse *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
}

/* Which sentence is where. */

static gboolean
has_tag (GtkTextBuffer *buffer,
         const GtkTextIter *at,
         const char *name)
{
  return gtk_text_iter_has_tag (at, gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), name));
}

/* Letters and digits, and where each of them stands: what Markdown and its rendering have in common. */
static void
list_letters (GtkTextBuffer *buffer,
              GArray *letters,
              GArray *offsets)
{
  GtkTextIter at;

  gtk_text_buffer_get_start_iter (buffer, &at);
  while (!gtk_text_iter_is_end (&at) && !has_tag (buffer, &at, "references"))
    {
      gunichar c = gtk_text_iter_get_char (&at);
      guint offset = (guint) gtk_text_iter_get_offset (&at);

      if (g_unichar_isalnum (c) && !has_tag (buffer, &at, "removed") && !has_tag (buffer, &at, "citation") && !has_tag (buffer, &at, "broken"))
        {
          g_array_append_val (letters, c);
          g_array_append_val (offsets, offset);
        }
      gtk_text_iter_forward_char (&at);
    }
}

/* @from: a letter; where they begin, or -1 */
static gssize
find_letters (GArray *letters,
              const char *text,
              guint from,
              guint *n_found)
{
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (gunichar));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_array_append_val (wanted, c);
    }
  *n_found = wanted->len;
  for (guint i = from; wanted->len > 0 && i + wanted->len <= letters->len; i++)
    if (memcmp (&g_array_index (letters, gunichar, i), wanted->data, wanted->len * sizeof (gunichar)) == 0)
      return i;
  return -1;
}

static void
find_sentences (DpReadingProse *self,
                const char *markdown,
                const char *language)
{
  g_autoptr (GArray) blocks = dp_prose_find_blocks (markdown);
  g_autoptr (GArray) letters = g_array_new (FALSE, FALSE, sizeof (gunichar));
  g_autoptr (GArray) offsets = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (DpOffsets) written = dp_offsets_new (markdown, -1);
  guint from = 0;

  g_array_set_size (self->sentences, 0);
  list_letters (get_buffer (self), letters, offsets);
  for (guint i = 0; i < blocks->len; i++)
    {
      const DpProseBlock *block = &g_array_index (blocks, DpProseBlock, i);
      g_autoptr (GPtrArray) found = dp_prose_find_sentences (markdown + block->start, block->end - block->start, language);

      for (guint j = 0; j < found->len; j++)
        {
          const DpProseSentence *one = g_ptr_array_index (found, j);
          guint n;
          gssize at = find_letters (letters, one->text, from, &n);
          Sentence sentence;

          if (at < 0)
            continue;
          from = (guint) at + n;
          sentence.shown.start = g_array_index (offsets, guint, at);
          sentence.shown.end = g_array_index (offsets, guint, from - 1) + 1;
          sentence.written.start = dp_offsets_to_char (written, block->start + one->start);
          sentence.written.end = dp_offsets_to_char (written, block->start + one->end);
          g_array_append_val (self->sentences, sentence);
        }
    }
}

static Sentence *
get_sentence (DpReadingProse *self,
              int index)
{
  return index >= 0 && index < (int) self->sentences->len ? &g_array_index (self->sentences, Sentence, index) : NULL;
}

/* Marks. */

static void
mark (DpReadingProse *self,
      const char *tag,
      const Sentence *sentence)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &start, (int) sentence->shown.start);
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &end, (int) sentence->shown.end);
  gtk_text_buffer_apply_tag_by_name (get_buffer (self), tag, &start, &end);
}

static void
unmark (DpReadingProse *self,
        const char *tag)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  gtk_text_buffer_remove_tag_by_name (get_buffer (self), tag, &start, &end);
}

static void
mark_comments (DpReadingProse *self)
{
  DpCase *dp_case = dp_session_get_case (self->session);
  g_autoptr (GPtrArray) comments = dp_case_list_comments_on_part (dp_case, self->part);

  unmark (self, "commented");
  for (guint i = 0; self->is_own && i < comments->len; i++)
    {
      DpComment *comment = g_ptr_array_index (comments, i);
      DpAnchorMatch match;

      if (dp_comment_is_resolved (comment))
        continue;
      match = dp_case_place_comment (dp_case, comment);
      for (guint j = 0; match.status != DP_ANCHOR_LOST && j < self->sentences->len; j++)
        {
          const Sentence *sentence = get_sentence (self, (int) j);

          if (match.span.start < sentence->written.end && sentence->written.start < match.span.end)
            mark (self, "commented", sentence);
        }
    }
}

static void
set_current (DpReadingProse *self,
             int current)
{
  Sentence *sentence = get_sentence (self, current);
  GtkTextIter at;

  self->current = sentence != NULL ? current : -1;
  unmark (self, "sentence");
  if (sentence == NULL)
    return;
  mark (self, "sentence", sentence);
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &at, (int) sentence->shown.start);
  gtk_text_buffer_place_cursor (get_buffer (self), &at);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self->view), gtk_text_buffer_get_insert (get_buffer (self)));
}

/* The pane that scrolls is around the view, which is as high as its text. */
static void
scroll_to (DpReadingProse *self,
           guint offset)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);
  GtkAdjustment *adjustment;
  GtkTextIter at;
  GdkRectangle place;
  double x, y;

  if (viewport == NULL)
    return;
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &at, (int) offset);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self->view), &at, &place);
  if (!gtk_widget_translate_coordinates (GTK_WIDGET (self->view), gtk_widget_get_first_child (viewport), place.x, place.y, &x, &y))
    return;
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  gtk_adjustment_clamp_page (adjustment, MAX (y - 60, 0), y + place.height + 120);
}

/* Comments. */

static void
comment_done_cb (DpReadingProse *self)
{
  gtk_popover_popdown (self->popover);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
open_comments (DpReadingProse *self)
{
  Sentence *sentence;
  GtkTextIter at;
  GdkRectangle place;

  if (!self->is_own)
    return;
  if (self->current < 0)
    set_current (self, 0);
  sentence = get_sentence (self, self->current);
  if (sentence == NULL)
    return;
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &at, (int) sentence->shown.start);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self->view), &at, &place);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self->view), GTK_TEXT_WINDOW_WIDGET, place.x, place.y, &place.x, &place.y);
  gtk_popover_set_pointing_to (self->popover, &place);
  dp_comments_set_passage (self->comments, self->session, self->part, sentence->written);
  gtk_popover_popup (self->popover);
  gtk_widget_grab_focus (GTK_WIDGET (self->comments));
}

/* Keys and pointer. */

static gboolean
key_cb (DpReadingProse *self,
        guint keyval,
        guint keycode,
        GdkModifierType state)
{
  int step = 0;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_j:
    case GDK_KEY_Down:
      step = 1;
      break;
    case GDK_KEY_k:
    case GDK_KEY_Up:
      step = -1;
      break;
    case GDK_KEY_m:
      open_comments (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
  if (get_sentence (self, self->current + step) == NULL)
    return GDK_EVENT_PROPAGATE;
  set_current (self, self->current + step);
  scroll_to (self, get_sentence (self, self->current)->shown.start);
  return GDK_EVENT_STOP;
}

static void
pressed_cb (DpReadingProse *self,
            int n_press,
            double x,
            double y)
{
  GtkTextIter at;
  int buffer_x, buffer_y;
  guint offset;

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self->view), GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x, &buffer_y);
  if (!gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self->view), &at, buffer_x, buffer_y))
    return;
  offset = (guint) gtk_text_iter_get_offset (&at);
  for (guint i = 0; i < self->sentences->len; i++)
    if (offset >= get_sentence (self, (int) i)->shown.start && offset < get_sentence (self, (int) i)->shown.end)
      {
        self->current = (int) i;
        unmark (self, "sentence");
        mark (self, "sentence", get_sentence (self, (int) i));
      }
}

static void
citation_cb (DpReadingProse *self,
             DpEvidence *evidence)
{
  g_signal_emit (self, signals[SIGNAL_CITATION_ACTIVATED], 0, evidence);
}

static void
set_colours (DpReadingProse *self)
{
  gboolean is_dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (get_buffer (self));
  GdkRGBA amber;

  gdk_rgba_parse (&amber, is_dark ? "#e5a50a" : "#c64600");
  g_object_set (gtk_text_tag_table_lookup (table, "sentence"), "background", is_dark ? "rgba(255,255,255,0.13)" : "rgba(0,0,0,0.09)", NULL);
  g_object_set (gtk_text_tag_table_lookup (table, "commented"), "underline", PANGO_UNDERLINE_DOUBLE, "underline-rgba", &amber, NULL);
}

static gboolean
dp_reading_prose_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (DP_READING_PROSE (widget)->view));
}

static void
dp_reading_prose_dispose (GObject *object)
{
  DpReadingProse *self = DP_READING_PROSE (object);

  g_clear_object (&self->changes);
  if (self->popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->popover)));
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dp_reading_prose_parent_class)->dispose (object);
}

static void
dp_reading_prose_finalize (GObject *object)
{
  DpReadingProse *self = DP_READING_PROSE (object);

  g_free (self->part);
  g_array_unref (self->sentences);

  G_OBJECT_CLASS (dp_reading_prose_parent_class)->finalize (object);
}

static void
dp_reading_prose_class_init (DpReadingProseClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dp_reading_prose_dispose;
  object_class->finalize = dp_reading_prose_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = dp_reading_prose_grab_focus;

  signals[SIGNAL_CITATION_ACTIVATED] =
      g_signal_new ("citation-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, DP_TYPE_EVIDENCE);
}

static void
dp_reading_prose_init (DpReadingProse *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->sentences = g_array_new (FALSE, FALSE, sizeof (Sentence));
  self->current = -1;
  self->view = g_object_new (DP_TYPE_MARKDOWN_VIEW, NULL);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->view));
  gtk_text_buffer_create_tag (get_buffer (self), "commented", NULL);
  gtk_text_buffer_create_tag (get_buffer (self), "sentence", NULL);
  set_colours (self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (set_colours), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "citation-activated", G_CALLBACK (citation_cb), self, G_CONNECT_SWAPPED);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (click));

  self->comments = DP_COMMENTS (dp_comments_new ());
  gtk_widget_set_size_request (GTK_WIDGET (self->comments), 280, -1);
  g_signal_connect_swapped (self->comments, "done", G_CALLBACK (comment_done_cb), self);
  self->popover = GTK_POPOVER (gtk_popover_new ());
  gtk_popover_set_child (self->popover, GTK_WIDGET (self->comments));
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));

  self->changes = g_signal_group_new (DP_TYPE_HISTORY);
  g_signal_group_connect_swapped (self->changes, "changed", G_CALLBACK (mark_comments), self);
}

GtkWidget *
dp_reading_prose_new (DpSession *session,
                      const char *part)
{
  DpReadingProse *self = g_object_new (DP_TYPE_READING_PROSE, NULL);

  self->session = g_object_ref (session);
  self->part = g_strdup (part);
  g_signal_group_set_target (self->changes, dp_session_get_history (session));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  g_str_equal (part, "summary") ? _ ("Summary") : C_ ("case text", "Disproof"), -1);
  return GTK_WIDGET (self);
}

void
dp_reading_prose_show (DpReadingProse *self,
                       DpCase *dp_case,
                       DpCase *before)
{
  const char *markdown;

  g_return_if_fail (DP_IS_READING_PROSE (self));
  g_return_if_fail (DP_IS_CASE (dp_case));

  markdown = dp_case_get_part (dp_case, self->part);
  self->is_own = dp_case == dp_session_get_case (self->session);
  dp_markdown_view_show (self->view, markdown, dp_case);
  if (before != NULL)
    dp_markdown_view_mark_changes (self->view, dp_case_get_part (before, self->part), before);
  find_sentences (self, markdown, dp_case_get_language (dp_case));
  self->current = -1;
  mark_comments (self);
}

void
dp_reading_prose_go (DpReadingProse *self,
                     DpSpan span)
{
  g_return_if_fail (DP_IS_READING_PROSE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  for (guint i = 0; i < self->sentences->len; i++)
    if (span.start < get_sentence (self, (int) i)->written.end)
      {
        set_current (self, (int) i);
        scroll_to (self, get_sentence (self, (int) i)->shown.start);
        return;
      }
}

gboolean
dp_reading_prose_go_to_change (DpReadingProse *self)
{
  GtkTextTagTable *table;
  GtkTextIter added, removed, at;
  gboolean has_added, has_removed;

  g_return_val_if_fail (DP_IS_READING_PROSE (self), FALSE);

  table = gtk_text_buffer_get_tag_table (get_buffer (self));
  gtk_text_buffer_get_start_iter (get_buffer (self), &added);
  removed = added;
  has_added = gtk_text_iter_has_tag (&added, gtk_text_tag_table_lookup (table, "added")) || gtk_text_iter_forward_to_tag_toggle (&added, gtk_text_tag_table_lookup (table, "added"));
  has_removed = gtk_text_iter_has_tag (&removed, gtk_text_tag_table_lookup (table, "removed")) || gtk_text_iter_forward_to_tag_toggle (&removed, gtk_text_tag_table_lookup (table, "removed"));
  if (!has_added && !has_removed)
    return FALSE;
  at = has_added && (!has_removed || gtk_text_iter_compare (&added, &removed) < 0) ? added : removed;
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  gtk_text_buffer_place_cursor (get_buffer (self), &at);
  scroll_to (self, (guint) gtk_text_iter_get_offset (&at));
  return TRUE;
}
