/* dp-translation-window.c: an article and its translation side by side, sentence by sentence
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-translation-window.h"

#include <glib/gi18n.h>

#include "app/dp-compare-row.h"
#include "app/dp-palette.h"
#include "app/dp-sides-layout.h"
#include "app/dp-translation-editor.h"
#include "app/dp-wrap-layout.h"
#include "model/dp-translation-rows.h"

struct _DpTranslationWindow
{
  AdwWindow parent_instance;

  DpSession *session;      /* (owned) (nullable) */
  DpArticle *article;      /* (owned) (nullable) */
  DpArticle *target;       /* (owned) (nullable): the translation */
  GArray *rows;            /* (owned) (nullable) (element-type DpTranslationRow) */
  GPtrArray *bound;        /* (element-type GtkListItem): those shown now */
  GCancellable *making;    /* (owned) (nullable): while new rows are made in a thread */
  gboolean is_stale;       /* the rows are not those of the texts and pairs as they are */
  gboolean has_other_text; /* and these are other texts */
  GSignalGroup *follow;    /* (owned): of the history */
  guint refresh_id;

  AdwWindowTitle *title;
  GtkStack *stack;
  GtkLabel *source_heading;
  GtkLabel *target_heading;
  GtkListView *list;
  GtkSingleSelection *selection;
  GtkStringList *places; /* one for each row */
};

/* Bytes of both texts from which on rows are made in a thread: a few milliseconds. */
#define LONG_TEXTS 20000

G_DEFINE_FINAL_TYPE (DpTranslationWindow, dp_translation_window, ADW_TYPE_WINDOW)

/* What is highlighted. */

static void
tint (PangoAttrList *attributes,
      DpHighlight *highlight,
      DpSession *session,
      gsize start,
      gsize end)
{
  const char *const *ids = dp_highlight_get_narratives (highlight);
  DpNarrative *narrative = ids[0] != NULL ? dp_session_find_narrative (session, ids[0]) : NULL;
  guint colour = narrative != NULL ? dp_narrative_get_colour (narrative) : DP_PALETTE_NEUTRAL;
  const GdkRGBA *ground = dp_palette_get (colour, DP_SHADE_TINT, adw_style_manager_get_dark (adw_style_manager_get_default ()));
  PangoAttribute *marks[] = {
    pango_attr_background_new ((guint16) (ground->red * 65535), (guint16) (ground->green * 65535), (guint16) (ground->blue * 65535)),
    /* Told by more than the colour. */
    pango_attr_underline_new (PANGO_UNDERLINE_SINGLE),
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      marks[i]->start_index = (guint) start;
      marks[i]->end_index = (guint) end;
      pango_attr_list_insert (attributes, marks[i]);
    }
}

/* The bytes of the row's original that are highlighted on the left, all of the translation on the right. */
static void
tint_row (DpTranslationWindow *self,
          const DpTranslationRow *row,
          PangoAttrList *left,
          PangoAttrList *right,
          gsize right_length,
          GString *names)
{
  GListModel *highlights = dp_case_list_highlights (dp_session_get_case (self->session));
  DpOffsets *offsets = dp_article_get_offsets (self->article);
  gsize begin = dp_offsets_to_byte (offsets, row->source.start);
  guint n = g_list_model_get_n_items (highlights);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (DpHighlight) highlight = g_list_model_get_item (highlights, i);
      const DpAnchor *anchor = dp_highlight_get_anchor (highlight);
      DpSpan span = { MAX (anchor->start, row->source.start), MIN (anchor->end, row->source.end) };

      if (span.start >= span.end || dp_highlight_is_lost (highlight) ||
          !g_str_equal (dp_highlight_get_article_id (highlight), dp_article_get_id (self->article)))
        continue;
      tint (left, highlight, self->session, dp_offsets_to_byte (offsets, span.start) - begin, dp_offsets_to_byte (offsets, span.end) - begin);
      tint (right, highlight, self->session, 0, right_length);
      g_string_append (names, names->len > 0 ? ", " : "");
      g_string_append (names, _ ("highlighted"));
    }
}

static void
show_row (DpTranslationWindow *self,
          GtkListItem *item)
{
  guint position = gtk_list_item_get_position (item);
  const DpTranslationRow *row = self->rows != NULL && position < self->rows->len ? &g_array_index (self->rows, DpTranslationRow, position) : NULL;
  GtkWidget *widget = gtk_list_item_get_child (item);
  g_autofree char *source = NULL;
  g_autofree char *target = NULL;
  g_autoptr (PangoAttrList) left = pango_attr_list_new ();
  g_autoptr (PangoAttrList) right = pango_attr_list_new ();
  g_autoptr (GString) names = NULL;

  if (row == NULL)
    return;
  source = dp_offsets_dup_text (dp_article_get_offsets (self->article), row->source);
  target = dp_offsets_dup_text (dp_article_get_offsets (self->target), row->target);
  names = g_string_new (row->is_fixed ? _ ("put together by hand") : "");
  tint_row (self, row, left, right, strlen (target), names);
  dp_compare_row_set_texts (DP_COMPARE_ROW (widget), source, left, target, right, names->str);
  if (row->opens_paragraph)
    gtk_widget_add_css_class (widget, "opens-paragraph");
  else
    gtk_widget_remove_css_class (widget, "opens-paragraph");
  if (row->is_fixed)
    gtk_widget_add_css_class (widget, "fixed");
  else
    gtk_widget_remove_css_class (widget, "fixed");
}

static void
show_rows (DpTranslationWindow *self)
{
  for (guint i = 0; i < self->bound->len; i++)
    show_row (self, g_ptr_array_index (self->bound, i));
}

/* Rows. */

static char *
dup_language (const char *tag)
{
  return *tag != '\0' ? g_strdup (tag) : g_strdup (_ ("language not known"));
}

static void
show_headings (DpTranslationWindow *self,
               const DpTranslation *translation)
{
  g_autofree char *source = dup_language (dp_article_get_language (self->article));
  g_autofree char *target = dup_language (translation->language);
  /* Translators: above a text: that it is the original, and its language */
  g_autofree char *left = g_strdup_printf (_ ("Original · %s"), source);
  g_autofree char *right = *translation->translator != '\0'
                               ? g_strdup_printf (_ ("Translation · %s · %s"), target, translation->translator)
                               : g_strdup_printf (_ ("Translation · %s"), target);

  gtk_label_set_label (self->source_heading, left);
  gtk_label_set_label (self->target_heading, right);
}

static guint
get_selected (DpTranslationWindow *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  return self->rows != NULL && position < self->rows->len ? position : G_MAXUINT;
}

static void
selected_cb (DpTranslationWindow *self)
{
  guint position = get_selected (self);
  gboolean is_row = position != G_MAXUINT;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "translation.highlight", is_row);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "translation.remove-highlight", is_row);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "translation.merge", is_row && position + 1 < self->rows->len);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "translation.split", is_row);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "translation.shift", is_row);
}

/* The row that is selected, and has the keys, stays: what comes or goes does so behind it. */
static void
set_n_places (DpTranslationWindow *self,
              guint n)
{
  guint old = g_list_model_get_n_items (G_LIST_MODEL (self->places));
  guint selected = gtk_single_selection_get_selected (self->selection);
  guint kept = MIN (selected == GTK_INVALID_LIST_POSITION ? old : selected + 1, MIN (old, n));

  while (g_list_model_get_n_items (G_LIST_MODEL (self->places)) > n)
    gtk_string_list_remove (self->places, kept);
  while (g_list_model_get_n_items (G_LIST_MODEL (self->places)) < n)
    gtk_string_list_append (self->places, "");
}

static void
take_rows (DpTranslationWindow *self,
           GArray *rows,
           DpArticle *target)
{
  g_clear_pointer (&self->rows, g_array_unref);
  g_set_object (&self->target, target);
  self->rows = rows;
  gtk_stack_set_visible_child_name (self->stack, rows != NULL ? "rows" : "none");
  set_n_places (self, rows != NULL ? rows->len : 0);
  show_rows (self);
  selected_cb (self);
}

/* @user_data is not looked at once it was cancelled, which the window does when it goes. */
static void
made_cb (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  DpTranslationWindow *self;
  g_autoptr (GError) error = NULL;
  g_autoptr (DpArticle) target = NULL;
  GArray *rows = dp_translation_rows_finish (result, &target, &error);
  gboolean is_first;

  /* Cancelled: it is made of other texts now, or closed. */
  if (rows == NULL)
    return;
  self = user_data;
  g_clear_object (&self->making);
  is_first = self->rows == NULL;
  take_rows (self, rows, target);
  if (is_first)
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

/* Rows of other texts do not fit these. */
static void
forget_rows (DpTranslationWindow *self)
{
  if (self->making != NULL)
    g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
  if (self->has_other_text)
    {
      g_clear_pointer (&self->rows, g_array_unref);
      g_clear_object (&self->target);
    }
  self->has_other_text = FALSE;
  self->is_stale = FALSE;
}

/* A short text needs no thread, and shows without a pause. */
static gboolean
is_long (DpTranslationWindow *self,
         const DpTranslation *translation)
{
  gsize length = strlen (dp_article_get_text (self->article));

  for (guint i = 0; i < translation->blocks->len; i++)
    length += ((const DpBlock *) g_ptr_array_index (translation->blocks, i))->length;
  return length > LONG_TEXTS;
}

static void
make_rows (DpTranslationWindow *self)
{
  const DpTranslation *translation = dp_article_get_translation (self->article);

  forget_rows (self);
  if (translation == NULL)
    {
      take_rows (self, NULL, NULL);
      return;
    }
  show_headings (self, translation);
  if (is_long (self, translation))
    {
      self->making = g_cancellable_new ();
      gtk_stack_set_visible_child_name (self->stack, self->rows != NULL ? "rows" : "busy");
      dp_translation_rows_async (self->article, translation, self->making, made_cb, self);
      selected_cb (self);
    }
  else
    {
      g_autoptr (DpArticle) target = dp_translation_to_article (translation);

      take_rows (self, dp_translation_rows (self->article, target, translation->pairs), target);
    }
}

static gboolean
refresh_cb (gpointer user_data)
{
  DpTranslationWindow *self = user_data;

  self->refresh_id = 0;
  if (self->is_stale)
    make_rows (self);
  else
    show_rows (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (DpTranslationWindow *self)
{
  if (self->refresh_id == 0 && self->session != NULL)
    self->refresh_id = g_idle_add_full (GDK_PRIORITY_REDRAW - 10, refresh_cb, self, NULL);
}

static void
texts_changed_cb (DpTranslationWindow *self)
{
  self->has_other_text = TRUE;
  self->is_stale = TRUE;
  changed_cb (self);
}

/* What a person puts together leaves the texts. */
static void
translation_changed_cb (DpTranslationWindow *self)
{
  const DpTranslation *translation = dp_article_get_translation (self->article);

  if (self->target == NULL || translation == NULL || !dp_blocks_same_content (dp_article_get_blocks (self->target), translation->blocks))
    self->has_other_text = TRUE;
  self->is_stale = TRUE;
  changed_cb (self);
}

/* The labels keep a press to themselves, since text can be selected in them. */
static void
pressed_cb (GtkListItem *item,
            int n_press,
            double x,
            double y,
            GtkGesture *gesture)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  GtkWidget *list = gtk_widget_get_ancestor (row, GTK_TYPE_LIST_VIEW);

  gtk_widget_activate_action (list, "list.select-item", "(ubb)", gtk_list_item_get_position (item), FALSE, FALSE);
  gtk_widget_grab_focus (gtk_widget_get_parent (row));
}

static void
setup_cb (DpTranslationWindow *self,
          GtkListItem *item)
{
  GtkWidget *row = dp_compare_row_new ();
  GtkGesture *press = gtk_gesture_click_new ();

  dp_compare_row_set_selectable (DP_COMPARE_ROW (row), TRUE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (pressed_cb), item);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (press));
  gtk_list_item_set_child (item, row);
  gtk_list_item_set_activatable (item, TRUE);
}

static void
bind_cb (DpTranslationWindow *self,
         GtkListItem *item)
{
  g_ptr_array_add (self->bound, item);
  show_row (self, item);
}

static void
unbind_cb (DpTranslationWindow *self,
           GtkListItem *item)
{
  g_ptr_array_remove (self->bound, item);
}

/* Actions. */

/* (nullable): none while new ones are made */
static DpTranslationRow *
get_row (DpTranslationWindow *self,
         guint position)
{
  return self->making == NULL && self->rows != NULL && position < self->rows->len ? &g_array_index (self->rows, DpTranslationRow, position) : NULL;
}

/* What of a row is selected with the mouse, in its original; all of the original when it is in the translation. */
static gboolean
get_marked (DpTranslationWindow *self,
            guint position,
            DpSpan *span)
{
  DpTranslationRow *row = get_row (self, position);
  GtkWidget *widget = NULL;
  DpSpan marked;
  gboolean is_new;

  for (guint i = 0; i < self->bound->len; i++)
    if (gtk_list_item_get_position (g_ptr_array_index (self->bound, i)) == position)
      widget = gtk_list_item_get_child (g_ptr_array_index (self->bound, i));
  if (row == NULL || widget == NULL || !dp_compare_row_get_selection (DP_COMPARE_ROW (widget), &is_new, &marked))
    return FALSE;
  if (is_new)
    *span = row->source;
  else
    *span = (DpSpan){ row->source.start + marked.start, MIN (row->source.start + marked.end, row->source.end) };
  return span->start < span->end;
}

/* (transfer none) (nullable): one that lies on the row; the whole sentence comes first */
static DpHighlight *
find_highlight (DpTranslationWindow *self,
                const DpTranslationRow *row)
{
  GListModel *highlights = dp_case_list_highlights (dp_session_get_case (self->session));
  DpHighlight *found = NULL;
  guint n = g_list_model_get_n_items (highlights);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (DpHighlight) highlight = g_list_model_get_item (highlights, i);
      const DpAnchor *anchor = dp_highlight_get_anchor (highlight);

      if (dp_highlight_is_lost (highlight) || !g_str_equal (dp_highlight_get_article_id (highlight), dp_article_get_id (self->article)))
        continue;
      if (anchor->start == row->source.start && anchor->end == row->source.end)
        return highlight;
      if (anchor->start < row->source.end && anchor->end > row->source.start)
        found = highlight;
    }
  return found;
}

static void
highlight_action (GtkWidget *widget,
                  const char *action_name,
                  GVariant *parameter)
{
  DpTranslationWindow *self = DP_TRANSLATION_WINDOW (widget);
  guint position = get_selected (self);
  DpTranslationRow *row = get_row (self, position);
  DpHighlight *highlight = row != NULL ? find_highlight (self, row) : NULL;
  DpSpan marked;

  if (row == NULL || row->source.start == row->source.end)
    return;
  dp_session_set_article (self->session, self->article);
  if (get_marked (self, position, &marked) && (marked.start != row->source.start || marked.end != row->source.end))
    dp_session_add_highlight (self->session, marked);
  else if (highlight != NULL && dp_highlight_get_anchor (highlight)->start == row->source.start && dp_highlight_get_anchor (highlight)->end == row->source.end)
    dp_session_set_highlight (self->session, highlight);
  else
    dp_session_add_highlight (self->session, row->source);
}

static void
remove_highlight_action (GtkWidget *widget,
                         const char *action_name,
                         GVariant *parameter)
{
  DpTranslationWindow *self = DP_TRANSLATION_WINDOW (widget);
  DpTranslationRow *row = get_row (self, get_selected (self));
  DpHighlight *highlight = row != NULL ? find_highlight (self, row) : NULL;

  if (highlight != NULL)
    dp_session_remove_highlight (self->session, highlight);
}

static void
pin (DpTranslation *translation,
     DpSpan source,
     DpSpan target)
{
  if (source.start < source.end && target.start < target.end)
    dp_translation_add_pair (translation, (DpTranslationPair){ source, target });
}

/* A row that must stay as it is while its neighbours change. */
static void
pin_row (DpTranslationWindow *self,
         DpTranslation *translation,
         guint position)
{
  DpTranslationRow *row = get_row (self, position);

  if (row != NULL)
    pin (translation, row->source, row->target);
}

static void
keep (DpTranslationWindow *self,
      DpTranslation *translation,
      const char *label)
{
  dp_history_begin (dp_session_get_history (self->session), label);
  dp_article_set_translation (self->article, translation);
  dp_history_end (dp_session_get_history (self->session));
}

static DpSpan
unite (DpSpan a,
       DpSpan b)
{
  if (a.start == a.end)
    return b;
  if (b.start == b.end)
    return a;
  return (DpSpan){ MIN (a.start, b.start), MAX (a.end, b.end) };
}

static void
merge_action (GtkWidget *widget,
              const char *action_name,
              GVariant *parameter)
{
  DpTranslationWindow *self = DP_TRANSLATION_WINDOW (widget);
  guint position = get_selected (self);
  DpTranslationRow *row = get_row (self, position);
  DpTranslationRow *next = position != G_MAXUINT ? get_row (self, position + 1) : NULL;
  g_autoptr (DpTranslation) translation = NULL;

  if (row == NULL || next == NULL)
    return;
  translation = dp_translation_copy (dp_article_get_translation (self->article));
  pin_row (self, translation, position - 1);
  pin_row (self, translation, position + 2);
  pin (translation, unite (row->source, next->source), unite (row->target, next->target));
  keep (self, translation, _ ("Put sentences together"));
}

/* The first (or the last) sentence of @span; all of it when there is but one. */
static DpSpan
get_sentence (DpArticle *article,
              DpSpan span,
              gboolean is_last)
{
  GArray *sentences = dp_article_get_sentences (article);
  DpSpan found = span;

  for (guint i = 0; i < sentences->len; i++)
    {
      DpSpan sentence = g_array_index (sentences, DpSpan, i);

      if (sentence.start >= span.start && sentence.end <= span.end)
        {
          found = sentence;
          if (!is_last)
            break;
        }
    }
  return found;
}

/* What of @span is behind its first sentence, or before its last one; may be empty. */
static DpSpan
get_rest (DpArticle *article,
          DpSpan span,
          DpSpan sentence,
          gboolean is_last)
{
  GArray *sentences = dp_article_get_sentences (article);
  DpSpan rest = { span.end, span.end };

  for (guint i = 0; i < sentences->len; i++)
    {
      DpSpan other = g_array_index (sentences, DpSpan, i);

      if (other.start >= span.start && other.end <= span.end && other.start != sentence.start)
        rest = unite (rest, other);
    }
  return rest.start < rest.end ? rest : (DpSpan){ is_last ? span.start : span.end, is_last ? span.start : span.end };
}

static void
split_action (GtkWidget *widget,
              const char *action_name,
              GVariant *parameter)
{
  DpTranslationWindow *self = DP_TRANSLATION_WINDOW (widget);
  guint position = get_selected (self);
  DpTranslationRow *row = get_row (self, position);
  g_autoptr (DpTranslation) translation = NULL;
  DpSpan source, target;

  if (row == NULL || row->source.start == row->source.end || row->target.start == row->target.end)
    return;
  source = get_sentence (self->article, row->source, FALSE);
  target = get_sentence (self->target, row->target, FALSE);
  translation = dp_translation_copy (dp_article_get_translation (self->article));
  pin_row (self, translation, position - 1);
  pin_row (self, translation, position + 1);
  pin (translation, source, target);
  pin (translation, get_rest (self->article, row->source, source, FALSE), get_rest (self->target, row->target, target, FALSE));
  keep (self, translation, _ ("Divide sentences"));
}

/* 1: its last sentence goes to the next row, -1: its first one to the row before. */
static void
shift_action (GtkWidget *widget,
              const char *action_name,
              GVariant *parameter)
{
  DpTranslationWindow *self = DP_TRANSLATION_WINDOW (widget);
  int step = g_variant_get_int32 (parameter);
  guint position = get_selected (self);
  DpTranslationRow *row = get_row (self, position);
  DpTranslationRow *other = row != NULL ? get_row (self, position + (guint) step) : NULL;
  g_autoptr (DpTranslation) translation = NULL;
  DpSpan sentence;

  if (row == NULL || other == NULL || row->target.start == row->target.end)
    return;
  sentence = get_sentence (self->target, row->target, step > 0);
  translation = dp_translation_copy (dp_article_get_translation (self->article));
  pin_row (self, translation, position - (guint) step);
  pin_row (self, translation, position + 2 * (guint) step);
  pin (translation, row->source, get_rest (self->target, row->target, sentence, step > 0));
  pin (translation, other->source, unite (other->target, sentence));
  keep (self, translation, _ ("Shift a sentence"));
}

static gboolean
edited_cb (gpointer user_data)
{
  DpTranslationWindow *self = user_data;

  if (self->session != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
  return G_SOURCE_REMOVE;
}

/* The window manager might give the keys to the case's window when this one goes: take them while it is there
 * still. Afterwards, what is asked for in the name of an older key press is not given any more. */
static gboolean
closing_cb (GtkWindow *editor,
            DpTranslationWindow *self)
{
  gtk_window_set_modal (editor, FALSE);
  gtk_window_present (GTK_WINDOW (self));
  g_idle_add_full (G_PRIORITY_LOW, edited_cb, g_object_ref (self), g_object_unref);
  return GDK_EVENT_PROPAGATE;
}

static void
edit_action (GtkWidget *widget,
             const char *action_name,
             GVariant *parameter)
{
  DpTranslationWindow *self = DP_TRANSLATION_WINDOW (widget);
  GtkWindow *editor = dp_translation_editor_new (self->session, self->article);

  gtk_window_set_transient_for (editor, GTK_WINDOW (self));
  g_signal_connect_object (editor, "close-request", G_CALLBACK (closing_cb), self, G_CONNECT_DEFAULT);
  gtk_window_present (editor);
}

static void
history_action (GtkWidget *widget,
                const char *action_name,
                GVariant *parameter)
{
  DpHistory *history = dp_session_get_history (DP_TRANSLATION_WINDOW (widget)->session);

  if (g_str_equal (action_name, "history.undo"))
    dp_history_undo (history);
  else
    dp_history_redo (history);
}

static void
activate_cb (DpTranslationWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "translation.highlight", NULL);
}

static void
dp_translation_window_dispose (GObject *object)
{
  DpTranslationWindow *self = DP_TRANSLATION_WINDOW (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  if (self->making != NULL)
    g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
  if (self->places != NULL)
    set_n_places (self, 0);
  g_clear_object (&self->follow);
  g_clear_object (&self->target);
  g_clear_object (&self->article);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dp_translation_window_parent_class)->dispose (object);
}

static void
dp_translation_window_finalize (GObject *object)
{
  DpTranslationWindow *self = DP_TRANSLATION_WINDOW (object);

  g_clear_pointer (&self->rows, g_array_unref);
  g_ptr_array_unref (self->bound);

  G_OBJECT_CLASS (dp_translation_window_parent_class)->finalize (object);
}

static void
dp_translation_window_class_init (DpTranslationWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dp_translation_window_dispose;
  object_class->finalize = dp_translation_window_finalize;

  gtk_widget_class_install_action (widget_class, "translation.highlight", NULL, highlight_action);
  gtk_widget_class_install_action (widget_class, "translation.remove-highlight", NULL, remove_highlight_action);
  gtk_widget_class_install_action (widget_class, "translation.merge", NULL, merge_action);
  gtk_widget_class_install_action (widget_class, "translation.split", NULL, split_action);
  gtk_widget_class_install_action (widget_class, "translation.shift", "i", shift_action);
  gtk_widget_class_install_action (widget_class, "translation.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "history.undo", NULL, history_action);
  gtk_widget_class_install_action (widget_class, "history.redo", NULL, history_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  g_type_ensure (DP_TYPE_SIDES_LAYOUT);
  g_type_ensure (DP_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-translation-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DpTranslationWindow, title);
  gtk_widget_class_bind_template_child (widget_class, DpTranslationWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, DpTranslationWindow, source_heading);
  gtk_widget_class_bind_template_child (widget_class, DpTranslationWindow, target_heading);
  gtk_widget_class_bind_template_child (widget_class, DpTranslationWindow, list);
  gtk_widget_class_bind_template_child (widget_class, DpTranslationWindow, selection);
  gtk_widget_class_bind_template_child (widget_class, DpTranslationWindow, places);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
dp_translation_window_init (DpTranslationWindow *self)
{
  self->bound = g_ptr_array_new ();
  self->follow = g_signal_group_new (DP_TYPE_HISTORY);
  g_signal_group_connect_swapped (self->follow, "changed", G_CALLBACK (changed_cb), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWindow *
dp_translation_window_new (DpSession *session,
                           DpArticle *article)
{
  static const char *const texts[] = { "notify::text", "notify::blocks", "notify::language" };
  DpTranslationWindow *self = g_object_new (DP_TYPE_TRANSLATION_WINDOW, NULL);

  g_return_val_if_fail (DP_IS_SESSION (session), NULL);
  g_return_val_if_fail (DP_IS_ARTICLE (article), NULL);

  self->session = g_object_ref (session);
  self->article = g_object_ref (article);
  adw_window_title_set_subtitle (self->title, dp_article_get_title (article));
  g_signal_group_set_target (self->follow, dp_session_get_history (session));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_signal_connect_object (article, texts[i], G_CALLBACK (texts_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (article, "notify::translation", G_CALLBACK (translation_changed_cb), self, G_CONNECT_SWAPPED);
  make_rows (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
  return GTK_WINDOW (self);
}
