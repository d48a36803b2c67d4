/* dp-comments.c: the comments on one thing of a case and their threads, and a field for the next one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-comments.h"

#include <glib/gi18n.h>

#include "app/dp-growing-text.h"
#include "app/dp-phrases.h"

typedef enum
{
  ABOUT_PASSAGE_OF_ARTICLE, /* a highlight, or one that is not made yet */
  ABOUT_EVIDENCE,
  ABOUT_PASSAGE_OF_PROSE,
  ABOUT_CASE,
} DpCommentsAbout;

struct _DpComments
{
  AdwBin parent_instance;

  DpSession *session; /* (owned) (nullable) */
  DpCommentsAbout about;
  DpHighlight *highlight; /* (owned) (nullable) */
  DpEvidence *evidence;   /* (owned) (nullable) */
  char *part;             /* (owned) (nullable) */
  DpSpan span;
  DpComment *answered;   /* (owned) (nullable): what the field is a reply to */
  GSignalGroup *changes; /* (owned): of the history */
  guint refresh_id;
  char *shown; /* (owned) (nullable): all that is shown, to see whether it changed */

  GtkBox *threads;
  GtkTextView *field;
  GtkLabel *placeholder;
};

enum
{
  SIGNAL_FIRST,
  SIGNAL_DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DpComments, dp_comments, ADW_TYPE_BIN)

static void
show_hint (DpComments *self)
{
  g_autofree char *hint = NULL;

  if (self->answered != NULL)
    /* Translators: %s is the name of whom one answers */
    hint = g_strdup_printf (_ ("Reply to %s"), dp_comment_get_author (self->answered));
  else
    hint = g_strdup (_ ("Comment for those who work on the case"));
  gtk_label_set_label (self->placeholder, hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->field), GTK_ACCESSIBLE_PROPERTY_LABEL, hint, -1);
}

static void
set_answered (DpComments *self,
              DpComment *comment)
{
  g_set_object (&self->answered, comment);
  show_hint (self);
}

static char *
dup_text (DpComments *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (self->field), &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (gtk_text_view_get_buffer (self->field), &start, &end, TRUE));
}

static void
changed_cb (DpComments *self)
{
  gboolean is_empty = gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (self->field)) == 0;

  gtk_widget_set_visible (GTK_WIDGET (self->placeholder), is_empty);
}

static void
add_comment (DpComments *self)
{
  g_autofree char *text = dup_text (self);

  if (self->session == NULL || *text == '\0')
    return;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->field), "", 0);
  if (self->answered != NULL)
    dp_session_reply (self->session, self->answered, text);
  else if (self->about == ABOUT_EVIDENCE)
    dp_session_add_comment_on_evidence (self->session, self->evidence, text);
  else if (self->about == ABOUT_PASSAGE_OF_PROSE)
    dp_session_add_comment_on_passage (self->session, self->part, self->span, text);
  else if (self->about == ABOUT_CASE || self->highlight != NULL)
    dp_session_add_comment (self->session, self->highlight, text);
  else
    g_signal_emit (self, signals[SIGNAL_FIRST], 0, text);
  set_answered (self, NULL);
  g_signal_emit (self, signals[SIGNAL_DONE], 0);
}

static gboolean
key_cb (DpComments *self,
        guint keyval,
        guint keycode,
        GdkModifierType state)
{
  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if ((state & GDK_SHIFT_MASK) != 0)
        return GDK_EVENT_PROPAGATE;
      add_comment (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      if (self->answered != NULL)
        set_answered (self, NULL);
      else
        g_signal_emit (self, signals[SIGNAL_DONE], 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))),
                              keyval == GDK_KEY_Tab ? GTK_DIR_TAB_FORWARD : GTK_DIR_TAB_BACKWARD);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* What stands there. */

static GtkWidget *
label_new (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
reply_cb (DpComments *self,
          GtkWidget *button)
{
  set_answered (self, g_object_get_data (G_OBJECT (button), "comment"));
  gtk_widget_grab_focus (GTK_WIDGET (self->field));
}

static void
resolve_cb (DpComments *self,
            GtkWidget *button)
{
  DpComment *comment = g_object_get_data (G_OBJECT (button), "comment");

  dp_session_resolve (self->session, comment, !dp_comment_is_resolved (comment));
}

static void
remove_cb (DpComments *self,
           GtkWidget *button)
{
  dp_session_remove_comment (self->session, g_object_get_data (G_OBJECT (button), "comment"));
}

static void
add_button (DpComments *self,
            GtkWidget *box,
            const char *label,
            DpComment *comment,
            void (*clicked) (DpComments *self, GtkWidget *button))
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "comment-button");
  g_object_set_data_full (G_OBJECT (button), "comment", g_object_ref (comment), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
}

static GtkWidget *
comment_new (DpComment *comment,
             gboolean is_dim)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *date = dp_phrase_date (dp_comment_get_created (comment));
  g_autofree char *head = dp_phrase_join (dp_comment_get_author (comment), date, *dp_comment_get_modified (comment) != '\0' ? _ ("edited") : "", NULL);

  gtk_box_append (GTK_BOX (box), label_new (head, "dim-label"));
  gtk_widget_add_css_class (gtk_widget_get_first_child (box), "caption");
  gtk_box_append (GTK_BOX (box), label_new (dp_comment_get_text (comment), is_dim ? "dim-label" : NULL));
  return box;
}

static GtkWidget *
thread_new (DpComments *self,
            DpComment *comment)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  gboolean is_resolved = dp_comment_is_resolved (comment);
  g_autoptr (GPtrArray) replies = dp_case_list_replies (dp_session_get_case (self->session), comment);

  gtk_widget_add_css_class (box, "comment-thread");
  gtk_box_append (GTK_BOX (box), comment_new (comment, is_resolved));
  for (guint i = 0; i < replies->len; i++)
    {
      GtkWidget *reply = comment_new (g_ptr_array_index (replies, i), is_resolved);

      gtk_widget_set_margin_start (reply, 18);
      gtk_box_append (GTK_BOX (box), reply);
    }
  if (!is_resolved)
    add_button (self, buttons, _ ("Reply"), comment, reply_cb);
  add_button (self, buttons, is_resolved ? _ ("Reopen") : _ ("Resolve"), comment, resolve_cb);
  add_button (self, buttons, _ ("Remove"), comment, remove_cb);
  gtk_box_append (GTK_BOX (box), buttons);
  return box;
}

/* (transfer container): those that begin a thread about it */
static GPtrArray *
list_threads (DpComments *self)
{
  DpCase *dp_case = dp_session_get_case (self->session);

  switch (self->about)
    {
    case ABOUT_EVIDENCE:
      return dp_case_list_comments_on_evidence (dp_case, dp_evidence_get_id (self->evidence));
    case ABOUT_PASSAGE_OF_PROSE:
      return dp_session_list_comments_in (self->session, self->part, self->span);
    case ABOUT_CASE:
      return dp_case_list_comments_on (dp_case, "");
    case ABOUT_PASSAGE_OF_ARTICLE:
    default:
      return dp_case_list_comments_on (dp_case, dp_highlight_get_id (self->highlight));
    }
}

/* All that is shown, as one string. */
static char *
describe (DpComments *self)
{
  g_autoptr (GPtrArray) comments = list_threads (self);
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < comments->len; i++)
    {
      DpComment *comment = g_ptr_array_index (comments, i);
      g_autoptr (GPtrArray) replies = dp_case_list_replies (dp_session_get_case (self->session), comment);

      g_string_append_printf (all, "%s %d %s\n", dp_comment_get_id (comment), dp_comment_is_resolved (comment), dp_comment_get_text (comment));
      for (guint j = 0; j < replies->len; j++)
        g_string_append_printf (all, "%s %s\n", dp_comment_get_id (g_ptr_array_index (replies, j)), dp_comment_get_text (g_ptr_array_index (replies, j)));
    }
  return g_string_free (all, FALSE);
}

static void
empty (DpComments *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->threads))) != NULL)
    gtk_box_remove (self->threads, child);
  gtk_widget_set_visible (GTK_WIDGET (self->threads), FALSE);
}

static void
refresh (DpComments *self)
{
  g_autoptr (GPtrArray) comments = NULL;
  g_autofree char *now = NULL;

  if (self->session == NULL || (self->about == ABOUT_PASSAGE_OF_ARTICLE && self->highlight == NULL))
    {
      g_clear_pointer (&self->shown, g_free);
      empty (self);
      return;
    }
  now = describe (self);
  if (g_strcmp0 (now, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&now);

  empty (self);
  comments = list_threads (self);
  for (guint i = 0; i < comments->len; i++)
    gtk_box_append (self->threads, thread_new (self, g_ptr_array_index (comments, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->threads), comments->len > 0);
}

static gboolean
refresh_cb (gpointer data)
{
  DpComments *self = data;

  self->refresh_id = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

static void
history_changed_cb (DpComments *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add_full (GDK_PRIORITY_REDRAW - 10, refresh_cb, self, NULL);
}

static gboolean
dp_comments_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (DP_COMMENTS (widget)->field));
}

static void
dp_comments_dispose (GObject *object)
{
  DpComments *self = DP_COMMENTS (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_object (&self->changes);
  g_clear_object (&self->answered);
  g_clear_object (&self->highlight);
  g_clear_object (&self->evidence);
  g_clear_pointer (&self->part, g_free);
  g_clear_object (&self->session);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (dp_comments_parent_class)->dispose (object);
}

static void
dp_comments_class_init (DpCommentsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dp_comments_dispose;
  widget_class->grab_focus = dp_comments_grab_focus;

  signals[SIGNAL_FIRST] =
      g_signal_new ("first", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_DONE] =
      g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (DP_TYPE_GROWING_TEXT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-comments.ui");
  gtk_widget_class_bind_template_child (widget_class, DpComments, threads);
  gtk_widget_class_bind_template_child (widget_class, DpComments, field);
  gtk_widget_class_bind_template_child (widget_class, DpComments, placeholder);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_comment);
}

static void
dp_comments_init (DpComments *self)
{
  self->changes = g_signal_group_new (DP_TYPE_HISTORY);
  g_signal_group_connect_swapped (self->changes, "changed", G_CALLBACK (history_changed_cb), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (gtk_text_view_get_buffer (self->field), "changed", G_CALLBACK (changed_cb), self);
  show_hint (self);
}

GtkWidget *
dp_comments_new (void)
{
  return g_object_new (DP_TYPE_COMMENTS, NULL);
}

static void
set_about (DpComments *self,
           DpSession *session,
           DpCommentsAbout about)
{
  self->about = about;
  g_set_object (&self->session, session);
  g_signal_group_set_target (self->changes, session != NULL ? dp_session_get_history (session) : NULL);
  set_answered (self, NULL);
  refresh (self);
}

void
dp_comments_set_target (DpComments *self,
                        DpSession *session,
                        DpHighlight *highlight)
{
  g_return_if_fail (DP_IS_COMMENTS (self));
  g_return_if_fail (session == NULL || DP_IS_SESSION (session));
  g_return_if_fail (highlight == NULL || DP_IS_HIGHLIGHT (highlight));

  g_set_object (&self->highlight, highlight);
  set_about (self, session, ABOUT_PASSAGE_OF_ARTICLE);
}

void
dp_comments_set_evidence (DpComments *self,
                          DpSession *session,
                          DpEvidence *evidence)
{
  g_return_if_fail (DP_IS_COMMENTS (self));
  g_return_if_fail (DP_IS_SESSION (session));
  g_return_if_fail (DP_IS_EVIDENCE (evidence));

  g_set_object (&self->evidence, evidence);
  set_about (self, session, ABOUT_EVIDENCE);
}

void
dp_comments_set_passage (DpComments *self,
                         DpSession *session,
                         const char *part,
                         DpSpan span)
{
  g_return_if_fail (DP_IS_COMMENTS (self));
  g_return_if_fail (DP_IS_SESSION (session));

  g_free (self->part);
  self->part = g_strdup (part);
  self->span = span;
  set_about (self, session, ABOUT_PASSAGE_OF_PROSE);
}

void
dp_comments_set_whole (DpComments *self,
                       DpSession *session)
{
  g_return_if_fail (DP_IS_COMMENTS (self));
  g_return_if_fail (DP_IS_SESSION (session));

  set_about (self, session, ABOUT_CASE);
}
