/* dp-open-comments.c: all comments of a case that are not resolved, wherever they are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-open-comments.h"

#include <glib/gi18n.h>

#include "app/dp-comments.h"
#include "app/dp-list-box.h"
#include "app/dp-phrases.h"

struct _DpOpenComments
{
  AdwBin parent_instance;

  DpSession *session; /* (owned) (nullable) */
  GSignalGroup *changes;

  GtkListBox *list;
  GtkLabel *nothing;
};

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DpOpenComments, dp_open_comments, ADW_TYPE_BIN)

/* (transfer full): what a comment on a passage is about, and whether that is still so */
static char *
dup_passage (DpCase *dp_case,
             DpComment *comment)
{
  const char *part = g_str_equal (dp_comment_get_part (comment), "summary") ? _ ("Summary") : C_ ("case text", "Disproof");
  g_autofree char *quote = dp_phrase_quote (dp_comment_get_anchor (comment)->exact);
  DpAnchorMatch match = dp_case_place_comment (dp_case, comment);

  if (match.status == DP_ANCHOR_LOST)
    /* Translators: first "Summary" or "Disproof", then the words as they were */
    return g_strdup_printf (_ ("%s, where these words are gone: %s"), part, quote);
  if (match.status == DP_ANCHOR_CHANGED && match.score < 1)
    return g_strdup_printf (_ ("%s, where these words are others by now: %s"), part, quote);
  return g_strdup_printf (_ ("%s: %s"), part, quote);
}

static char *
dup_about (DpCase *dp_case,
           DpComment *comment)
{
  DpHighlight *highlight = dp_case_find_highlight (dp_case, dp_comment_get_highlight_id (comment));
  DpEvidence *evidence = dp_case_find_evidence (dp_case, dp_comment_get_evidence_id (comment));
  g_autofree char *heading = NULL;

  if (dp_comment_get_anchor (comment) != NULL)
    return dup_passage (dp_case, comment);
  if (highlight != NULL)
    {
      heading = dp_phrase_quote (dp_highlight_get_quote (highlight));
      if (dp_highlight_is_lost (highlight))
        return g_strdup_printf (_ ("%s, where these words are gone: %s"), _ ("Article"), heading);
      return g_strdup_printf (_ ("%s: %s"), _ ("Article"), heading);
    }
  if (*dp_comment_get_evidence_id (comment) == '\0')
    return g_strdup (_ ("The whole case"));
  heading = evidence != NULL ? dp_evidence_dup_heading (evidence) : g_strdup (dp_comment_get_about (comment));
  if (evidence == NULL)
    /* Translators: how a piece of evidence was called that is not there any more */
    return g_strdup_printf (_ ("Evidence that is gone: %s"), heading);
  return g_strdup_printf (_ ("%s: %s"), _ ("Evidence"), heading);
}

static void
resolve_cb (DpOpenComments *self,
            GtkWidget *button)
{
  dp_session_resolve (self->session, g_object_get_data (G_OBJECT (button), "comment"), TRUE);
}

static void
add_row (DpOpenComments *self,
         DpComment *comment)
{
  DpCase *dp_case = dp_session_get_case (self->session);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("object-select-symbolic");
  g_autoptr (GPtrArray) replies = dp_case_list_replies (dp_case, comment);
  g_autofree char *about = dup_about (dp_case, comment);
  g_autofree char *date = dp_phrase_date (dp_comment_get_created (comment));
  g_autofree char *answers = replies->len > 0 ? g_strdup_printf (ngettext ("%u answer", "%u answers", replies->len), replies->len) : g_strdup ("");
  g_autofree char *who = dp_phrase_join (dp_comment_get_author (comment), date, answers, NULL);
  g_autofree char *subtitle = g_strdup_printf ("%s\n%s", about, who);
  g_autofree char *title_markup = g_markup_escape_text (dp_comment_get_text (comment), -1);
  g_autofree char *subtitle_markup = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title_markup);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle_markup);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 4);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  gtk_widget_set_tooltip_text (button, _ ("Resolve"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Resolve"), -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "comment", g_object_ref (comment), g_object_unref);
  g_object_set_data_full (G_OBJECT (row), "comment", g_object_ref (comment), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (resolve_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_list_box_append (self->list, row);
}

static void
fill (DpOpenComments *self)
{
  g_autoptr (GPtrArray) comments = self->session != NULL ? dp_case_list_open_comments (dp_session_get_case (self->session)) : g_ptr_array_new ();

  dp_list_box_clear (self->list);
  for (guint i = 0; i < comments->len; i++)
    add_row (self, g_ptr_array_index (comments, i));
  gtk_widget_set_visible (GTK_WIDGET (self->list), comments->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), comments->len == 0);
}

/* What nobody sees is filled when somebody does. */
static void
changed_cb (DpOpenComments *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill (self);
}

static void
row_activated_cb (DpOpenComments *self,
                  GtkListBoxRow *row)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, g_object_get_data (G_OBJECT (row), "comment"));
}

static void
dp_open_comments_map (GtkWidget *widget)
{
  fill (DP_OPEN_COMMENTS (widget));
  GTK_WIDGET_CLASS (dp_open_comments_parent_class)->map (widget);
}

static void
dp_open_comments_dispose (GObject *object)
{
  DpOpenComments *self = DP_OPEN_COMMENTS (object);

  g_clear_object (&self->changes);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dp_open_comments_parent_class)->dispose (object);
}

static void
dp_open_comments_class_init (DpOpenCommentsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dp_open_comments_dispose;
  GTK_WIDGET_CLASS (klass)->map = dp_open_comments_map;

  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, DP_TYPE_COMMENT);
}

static void
dp_open_comments_init (DpOpenComments *self)
{
  GtkWidget *box = dp_list_box_new_or_nothing (_ ("Open comments"), _ ("No comment is open."), &self->list, &self->nothing);

  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  adw_bin_set_child (ADW_BIN (self), box);
  self->changes = g_signal_group_new (DP_TYPE_HISTORY);
  g_signal_group_connect_swapped (self->changes, "changed", G_CALLBACK (changed_cb), self);
}

void
dp_open_comments_set_session (DpOpenComments *self,
                              DpSession *session)
{
  g_return_if_fail (DP_IS_OPEN_COMMENTS (self));

  g_set_object (&self->session, session);
  g_signal_group_set_target (self->changes, session != NULL ? dp_session_get_history (session) : NULL);
  changed_cb (self);
}
