/* dp-write-page.c: summary and disproof, and how they will read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-write-page.h"

#include <glib/gi18n.h>

#include "app/dp-inquiry-row.h"
#include "app/dp-ledger-margin.h"
#include "app/dp-markdown-view.h"
#include "app/dp-phrases.h"
#include "app/dp-picker.h"
#include "app/dp-text-buffer.h"
#include "model/dp-citation.h"

struct _DpWritePage
{
  AdwBin parent_instance;

  DpSession *session;      /* (owned) (nullable) */
  GBindingGroup *bindings; /* (owned): of the case */
  gboolean is_preview;
  gboolean is_replies;
  gboolean has_at; /* the popover was opened by an "@", which stands before the cursor */
  gboolean was_picked;

  GtkStack *stack;
  GtkListBox *inquiries;
  GtkLabel *summary_count;
  DpTextBuffer *summary;
  GtkTextView *summary_view;
  GtkLabel *disproof_count;
  GtkTextView *disproof_view;
  DpTextBuffer *disproof;
  DpLedgerMargin *ledger; /* the text view has it */
  GtkPopover *popover;
  DpPicker *picker;
  GtkLabel *preview_title;
  GtkWidget *preview_nothing;
  DpMarkdownView *summary_preview;
  DpMarkdownView *disproof_preview;
};

typedef enum
{
  PROP_SESSION = 1,
  PROP_IS_PREVIEW,
  PROP_IS_REPLIES,
} DpWritePageProperty;

static GParamSpec *properties[PROP_IS_REPLIES + 1];

G_DEFINE_FINAL_TYPE (DpWritePage, dp_write_page, ADW_TYPE_BIN)

/* Counting. */

static guint
count_words (const char *markdown)
{
  g_autoptr (GPtrArray) citations = dp_citations_find (markdown);
  guint next = 0;
  gboolean in_word = FALSE;
  guint n = 0;

  for (const char *p = markdown; *p != '\0';)
    {
      DpCitation *citation = next < citations->len ? g_ptr_array_index (citations, next) : NULL;
      gunichar c = g_utf8_get_char (p);

      if (citation != NULL && (gsize) (p - markdown) == citation->start)
        {
          p = markdown + citation->end;
          next++;
          in_word = FALSE;
          continue;
        }
      if (g_unichar_isalnum (c))
        {
          /* Where words are not divided by spaces, each sign counts. */
          gboolean is_wide = g_unichar_iswide (c);

          n += !in_word || is_wide ? 1 : 0;
          in_word = !is_wide;
        }
      else if (c != '\'' && c != 0x2019 && c != '-' && !g_unichar_ismark (c))
        {
          in_word = FALSE;
        }
      p = g_utf8_next_char (p);
    }
  return n;
}

static void
show_count (GtkLabel *label,
            DpTextBuffer *buffer)
{
  g_autofree char *text = dp_text_buffer_dup_content (buffer);
  guint n_words = count_words (text);
  g_autofree char *count = g_strdup_printf (ngettext ("%u word", "%u words", n_words), n_words);

  gtk_label_set_label (label, count);
}

static void
summary_changed_cb (DpWritePage *self)
{
  show_count (self->summary_count, self->summary);
}

static void
disproof_changed_cb (DpWritePage *self)
{
  show_count (self->disproof_count, self->disproof);
}

/* Citing. */

static GPtrArray *
search_evidence (const char *query,
                 gpointer user_data)
{
  DpWritePage *self = user_data;
  GListModel *evidence = dp_case_list_evidence (dp_session_get_case (self->session));
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (evidence); i++)
    {
      g_autoptr (DpEvidence) item = g_list_model_get_item (evidence, i);
      g_autofree char *heading = dp_evidence_dup_heading (item);
      g_autofree char *date = dp_phrase_date (dp_evidence_get_date (item));
      g_autofree char *details = dp_phrase_join (dp_evidence_get_publisher (item), date, dp_evidence_get_key (item), NULL);
      g_autofree char *all = g_strjoin (" ", heading, details, NULL);

      if (dp_picker_matches (query, all))
        g_ptr_array_add (items, dp_picker_item_new (heading, details, DP_TYPE_EVIDENCE, item));
    }
  return items;
}

/* Whether the text before @at is inside an open "[@key; ". */
static gboolean
is_in_citation (GtkTextIter at)
{
  GtkTextIter start = at;
  g_autofree char *before = NULL;
  const char *open;

  gtk_text_iter_set_line_offset (&start, 0);
  before = gtk_text_iter_get_text (&start, &at);
  open = strrchr (before, '[');
  return open != NULL && strchr (open, ']') == NULL && open[1] == '@';
}

static void
insert_citation (DpWritePage *self,
                 DpEvidence *evidence)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->disproof);
  const char *key = dp_evidence_get_key (evidence);
  g_autofree char *citation = NULL;
  GtkTextIter at;

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_get_iter_at_mark (buffer, &at, gtk_text_buffer_get_insert (buffer));
  if (self->has_at)
    {
      GtkTextIter before = at;

      if (gtk_text_iter_backward_char (&before) && gtk_text_iter_get_char (&before) == '@')
        {
          gtk_text_buffer_delete (buffer, &before, &at);
          gtk_text_buffer_get_iter_at_mark (buffer, &at, gtk_text_buffer_get_insert (buffer));
        }
    }

  {
    GtkTextIter before = at;
    gboolean has_bracket = gtk_text_iter_backward_char (&before) && gtk_text_iter_get_char (&before) == '[';

    if (is_in_citation (at))
      citation = g_strdup_printf ("@%s", key);
    else if (has_bracket)
      citation = g_strdup_printf ("@%s]", key);
    else
      citation = g_strdup_printf ("[@%s]", key);
  }
  gtk_text_buffer_insert (buffer, &at, citation, -1);
  gtk_text_buffer_place_cursor (buffer, &at);
  gtk_text_buffer_end_user_action (buffer);
}

static void
open_popover (DpWritePage *self,
              gboolean has_at)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->disproof);
  GtkTextIter at;
  GdkRectangle place;
  graphene_point_t point;

  gtk_text_buffer_get_iter_at_mark (buffer, &at, gtk_text_buffer_get_insert (buffer));
  gtk_text_view_scroll_mark_onscreen (self->disproof_view, gtk_text_buffer_get_insert (buffer));
  gtk_text_view_get_iter_location (self->disproof_view, &at, &place);
  gtk_text_view_buffer_to_window_coords (self->disproof_view, GTK_TEXT_WINDOW_WIDGET, place.x, place.y, &place.x, &place.y);
  if (gtk_widget_compute_point (GTK_WIDGET (self->disproof_view), GTK_WIDGET (self), &GRAPHENE_POINT_INIT ((float) place.x, (float) place.y), &point))
    {
      place.x = (int) point.x;
      place.y = (int) point.y;
    }
  self->has_at = has_at;
  self->was_picked = FALSE;
  gtk_popover_set_pointing_to (self->popover, &place);
  dp_picker_restart (self->picker);
  gtk_popover_popup (self->popover);
  gtk_widget_grab_focus (GTK_WIDGET (self->picker));
}

static void
picked_cb (DpWritePage *self,
           DpPickerItem *item)
{
  self->was_picked = TRUE;
  insert_citation (self, dp_picker_item_get_value (item));
  gtk_popover_popdown (self->popover);
}

/* What was typed after an "@" that was no citation is text. */
static void
popover_closed_cb (DpWritePage *self)
{
  if (self->has_at && !self->was_picked)
    gtk_text_buffer_insert_at_cursor (GTK_TEXT_BUFFER (self->disproof), dp_picker_get_query (self->picker), -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->disproof_view));
}

static gboolean
at_typed_cb (gpointer user_data)
{
  DpWritePage *self = user_data;

  if (gtk_widget_get_mapped (GTK_WIDGET (self->disproof_view)))
    open_popover (self, TRUE);
  return G_SOURCE_REMOVE;
}

/* An "@" at the beginning of a word; within one it is an address. */
static void
inserted_cb (DpWritePage *self,
             GtkTextIter *at,
             const char *text,
             int length)
{
  GtkTextIter before = *at;

  if (length != 1 || *text != '@' || dp_text_buffer_is_setting (self->disproof) || !gtk_widget_has_focus (GTK_WIDGET (self->disproof_view)))
    return;
  if (gtk_text_iter_backward_chars (&before, 2) && g_unichar_isalnum (gtk_text_iter_get_char (&before)))
    return;
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, at_typed_cb, g_object_ref (self), g_object_unref);
}

static void
set_preview (DpWritePage *self,
             gboolean is_preview);

static void
cite_action (GtkWidget *widget,
             const char *action_name,
             GVariant *parameter)
{
  DpWritePage *self = DP_WRITE_PAGE (widget);

  set_preview (self, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->disproof_view));
  open_popover (self, FALSE);
}

/* Preview. */

static void
fill_preview (DpWritePage *self)
{
  DpCase *dp_case = dp_session_get_case (self->session);
  const char *summary = dp_case_get_summary (dp_case);
  const char *disproof = dp_case_get_disproof (dp_case);

  gtk_label_set_label (self->preview_title, dp_case_get_title (dp_case));
  dp_markdown_view_show (self->summary_preview, summary, NULL);
  dp_markdown_view_show (self->disproof_preview, disproof, dp_case);
  gtk_widget_set_visible (GTK_WIDGET (self->summary_preview), *summary != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->disproof_preview), *disproof != '\0');
  gtk_widget_set_visible (self->preview_nothing, *summary == '\0' && *disproof == '\0');
}

/* At most one of the two; with neither, it is written. */
static void
show_part (DpWritePage *self,
           gboolean is_preview,
           gboolean is_replies)
{
  gboolean was_preview = self->is_preview;
  gboolean was_replies = self->is_replies;

  self->is_preview = is_preview;
  self->is_replies = is_replies;
  if (is_preview && !was_preview && self->session != NULL)
    fill_preview (self);
  gtk_stack_set_visible_child_name (self->stack, is_preview ? "preview" : is_replies ? "replies"
                                                                                     : "write");
  if (was_preview != is_preview)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_PREVIEW]);
  if (was_replies != is_replies)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_REPLIES]);
}

static void
set_preview (DpWritePage *self,
             gboolean is_preview)
{
  show_part (self, is_preview, FALSE);
}

/* Right of reply. */

static GtkWidget *
create_inquiry_row (gpointer item,
                    gpointer user_data)
{
  DpWritePage *self = user_data;

  return dp_inquiry_row_new (self->session, item);
}

static void
add_inquiry_action (GtkWidget *widget,
                    const char *action_name,
                    GVariant *parameter)
{
  DpWritePage *self = DP_WRITE_PAGE (widget);
  DpHistory *history = dp_session_get_history (self->session);
  g_autoptr (DpInquiry) inquiry = dp_inquiry_new ();
  GtkWidget *row;

  dp_history_begin (history, _ ("Add inquiry"));
  dp_case_add_inquiry (dp_session_get_case (self->session), inquiry);
  dp_history_end (history);
  row = gtk_widget_get_last_child (GTK_WIDGET (self->inquiries));
  if (row != NULL)
    {
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
      gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
    }
}

/* A paragraph of its own at the end, selected so that it can be moved. */
static void
append_action (GtkWidget *widget,
               const char *action_name,
               GVariant *parameter)
{
  DpWritePage *self = DP_WRITE_PAGE (widget);
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->disproof);
  const char *sentence = g_variant_get_string (parameter, NULL);
  GtkTextIter start;
  GtkTextIter end;

  show_part (self, FALSE, FALSE);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_get_end_iter (buffer, &end);
  if (gtk_text_iter_get_offset (&end) > 0)
    gtk_text_buffer_insert (buffer, &end, "\n\n", -1);
  gtk_text_buffer_insert (buffer, &end, sentence, -1);
  gtk_text_buffer_end_user_action (buffer);
  start = end;
  gtk_text_iter_backward_chars (&start, (int) g_utf8_strlen (sentence, -1));
  gtk_text_buffer_select_range (buffer, &start, &end);
  gtk_widget_grab_focus (GTK_WIDGET (self->disproof_view));
  gtk_text_view_scroll_mark_onscreen (self->disproof_view, gtk_text_buffer_get_insert (buffer));
}

static void
content_cb (DpWritePage *self)
{
  if (self->is_preview && self->session != NULL)
    fill_preview (self);
}

/* Somebody wants to see a passage: it is selected where it is written. */
static void
passage_cb (DpWritePage *self,
            gboolean in_summary,
            guint start,
            guint end)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (in_summary ? self->summary : self->disproof);
  GtkTextIter from;
  GtkTextIter to;

  set_preview (self, FALSE);
  gtk_widget_grab_focus (in_summary ? GTK_WIDGET (self->summary_view) : GTK_WIDGET (self->disproof_view));
  gtk_text_buffer_get_iter_at_offset (buffer, &from, (int) start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, (int) end);
  gtk_text_buffer_select_range (buffer, &from, &to);
  gtk_text_view_scroll_to_mark (in_summary ? self->summary_view : self->disproof_view, gtk_text_buffer_get_insert (buffer), 0.1, FALSE, 0, 0);
}

/* Somebody wants to see an inquiry: it is opened where it stands. */
static void
inquiry_cb (DpWritePage *self,
            const char *id)
{
  GListModel *inquiries = dp_case_list_inquiries (dp_session_get_case (self->session));

  show_part (self, FALSE, TRUE);
  for (guint i = 0; i < g_list_model_get_n_items (inquiries); i++)
    {
      g_autoptr (DpInquiry) inquiry = g_list_model_get_item (inquiries, i);
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->inquiries, (int) i);

      if (!g_str_equal (dp_inquiry_get_id (inquiry), id))
        continue;
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
      gtk_widget_grab_focus (GTK_WIDGET (row));
    }
}

static void
citation_cb (DpWritePage *self,
             DpEvidence *evidence)
{
  dp_session_set_evidence (self->session, evidence);
  gtk_widget_activate_action (GTK_WIDGET (self), "case.page", "s", "evidence");
}

static gboolean
dp_write_page_grab_focus (GtkWidget *widget)
{
  DpWritePage *self = DP_WRITE_PAGE (widget);

  return gtk_widget_grab_focus (self->is_preview ? GTK_WIDGET (self->disproof_preview) : GTK_WIDGET (self->disproof_view));
}

static void
dp_write_page_get_property (GObject *object,
                            guint prop_id,
                            GValue *value,
                            GParamSpec *pspec)
{
  DpWritePage *self = DP_WRITE_PAGE (object);

  switch ((DpWritePageProperty) prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_IS_PREVIEW:
      g_value_set_boolean (value, self->is_preview);
      break;
    case PROP_IS_REPLIES:
      g_value_set_boolean (value, self->is_replies);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_write_page_set_property (GObject *object,
                            guint prop_id,
                            const GValue *value,
                            GParamSpec *pspec)
{
  DpWritePage *self = DP_WRITE_PAGE (object);

  switch ((DpWritePageProperty) prop_id)
    {
    case PROP_SESSION:
      dp_write_page_set_session (self, g_value_get_object (value));
      break;
    case PROP_IS_PREVIEW:
      set_preview (self, g_value_get_boolean (value));
      break;
    case PROP_IS_REPLIES:
      show_part (self, FALSE, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_write_page_dispose (GObject *object)
{
  DpWritePage *self = DP_WRITE_PAGE (object);

  if (self->bindings != NULL)
    g_binding_group_set_source (self->bindings, NULL);
  g_clear_object (&self->bindings);
  if (self->picker != NULL)
    dp_picker_set_search (self->picker, NULL, NULL);
  if (self->popover != NULL)
    {
      GtkWidget *popover = GTK_WIDGET (self->popover);

      self->popover = NULL;
      gtk_widget_unparent (popover);
    }
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dp_write_page_parent_class)->dispose (object);
}

static void
dp_write_page_class_init (DpWritePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = dp_write_page_get_property;
  object_class->set_property = dp_write_page_set_property;
  object_class->dispose = dp_write_page_dispose;
  widget_class->grab_focus = dp_write_page_grab_focus;

  properties[PROP_SESSION] =
      g_param_spec_object ("session", NULL, NULL, DP_TYPE_SESSION, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_IS_PREVIEW] =
      g_param_spec_boolean ("is-preview", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_IS_REPLIES] =
      g_param_spec_boolean ("is-replies", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_install_action (widget_class, "write.cite", NULL, cite_action);
  gtk_widget_class_install_property_action (widget_class, "write.preview", "is-preview");
  gtk_widget_class_install_property_action (widget_class, "write.replies", "is-replies");
  gtk_widget_class_install_action (widget_class, "write.add-inquiry", NULL, add_inquiry_action);
  gtk_widget_class_install_action (widget_class, "write.append", "s", append_action);

  g_type_ensure (DP_TYPE_MARKDOWN_VIEW);
  g_type_ensure (DP_TYPE_PICKER);
  g_type_ensure (DP_TYPE_TEXT_BUFFER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-write-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DpWritePage, stack);
  gtk_widget_class_bind_template_child (widget_class, DpWritePage, inquiries);
  gtk_widget_class_bind_template_child (widget_class, DpWritePage, summary_count);
  gtk_widget_class_bind_template_child (widget_class, DpWritePage, summary);
  gtk_widget_class_bind_template_child (widget_class, DpWritePage, disproof_count);
  gtk_widget_class_bind_template_child (widget_class, DpWritePage, summary_view);
  gtk_widget_class_bind_template_child (widget_class, DpWritePage, disproof_view);
  gtk_widget_class_bind_template_child (widget_class, DpWritePage, disproof);
  gtk_widget_class_bind_template_child (widget_class, DpWritePage, popover);
  gtk_widget_class_bind_template_child (widget_class, DpWritePage, picker);
  gtk_widget_class_bind_template_child (widget_class, DpWritePage, preview_title);
  gtk_widget_class_bind_template_child (widget_class, DpWritePage, preview_nothing);
  gtk_widget_class_bind_template_child (widget_class, DpWritePage, summary_preview);
  gtk_widget_class_bind_template_child (widget_class, DpWritePage, disproof_preview);
  gtk_widget_class_bind_template_callback (widget_class, summary_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, disproof_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, inserted_cb);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, popover_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, citation_cb);
}

static void
dp_write_page_init (DpWritePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_stack_set_visible_child_name (self->stack, "write");
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));
  self->ledger = dp_ledger_margin_add (self->disproof_view);
  self->bindings = g_binding_group_new ();
  g_binding_group_bind (self->bindings, "summary", self->summary, "content", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_binding_group_bind (self->bindings, "disproof", self->disproof, "content", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  summary_changed_cb (self);
  disproof_changed_cb (self);
}

void
dp_write_page_set_session (DpWritePage *self,
                           DpSession *session)
{
  g_return_if_fail (DP_IS_WRITE_PAGE (self));

  if (self->session == session)
    return;

  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_func (dp_session_get_history (self->session), content_cb, self);
      g_signal_handlers_disconnect_by_func (self->session, passage_cb, self);
      g_signal_handlers_disconnect_by_func (self->session, inquiry_cb, self);
    }
  gtk_list_box_bind_model (self->inquiries, NULL, NULL, NULL, NULL);
  g_set_object (&self->session, session);
  if (session != NULL)
    gtk_list_box_bind_model (self->inquiries, dp_case_list_inquiries (dp_session_get_case (session)), create_inquiry_row, self, NULL);
  dp_ledger_margin_set_desk (self->ledger, session != NULL ? dp_session_get_desk (session) : NULL);
  g_binding_group_set_source (self->bindings, session != NULL ? dp_session_get_case (session) : NULL);
  dp_picker_set_search (self->picker, session != NULL ? search_evidence : NULL, self);
  if (session != NULL)
    {
      g_signal_connect_object (dp_session_get_history (session), "changed", G_CALLBACK (content_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "passage", G_CALLBACK (passage_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "inquiry", G_CALLBACK (inquiry_cb), self, G_CONNECT_SWAPPED);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
