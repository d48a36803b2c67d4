/* dp-text-corrector.c: correct the text of an article, and see what becomes of its highlights
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-text-corrector.h"

#include <glib/gi18n.h>

#include "app/dp-marked-text.h"
#include "app/dp-phrases.h"
#include "intake/dp-language-guess.h"

struct _DpTextCorrector
{
  AdwWindow parent_instance;

  DpSession *session; /* (owned) (nullable) */
  DpArticle *article; /* (owned) (nullable): %NULL also when the case has none yet */
  char *original;     /* (owned) (nullable): the text as it was put in */
  GtkTextBuffer *buffer;
  GtkWidget *view;
};

G_DEFINE_FINAL_TYPE (DpTextCorrector, dp_text_corrector, ADW_TYPE_WINDOW)

static char *
dup_text (DpTextCorrector *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
}

static GHashTable *
list_places (DpTextCorrector *self)
{
  GListModel *highlights = dp_case_list_highlights (dp_session_get_case (self->session));
  GHashTable *places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (highlights); i++)
    {
      g_autoptr (DpHighlight) highlight = g_list_model_get_item (highlights, i);

      if (!dp_highlight_is_lost (highlight))
        g_hash_table_insert (places, g_strdup (dp_highlight_get_id (highlight)), GUINT_TO_POINTER (dp_highlight_get_anchor (highlight)->start));
    }
  return places;
}

static guint
count_moved (DpTextCorrector *self,
             GHashTable *places)
{
  GListModel *highlights = dp_case_list_highlights (dp_session_get_case (self->session));
  guint n_moved = 0;

  for (guint i = 0; i < g_list_model_get_n_items (highlights); i++)
    {
      g_autoptr (DpHighlight) highlight = g_list_model_get_item (highlights, i);
      gpointer start;

      if (!dp_highlight_is_lost (highlight) &&
          g_hash_table_lookup_extended (places, dp_highlight_get_id (highlight), NULL, &start) &&
          GPOINTER_TO_UINT (start) != dp_highlight_get_anchor (highlight)->start)
        n_moved++;
    }
  return n_moved;
}

static void
tell (DpTextCorrector *self,
      guint n_moved,
      guint n_lost,
      guint n_waiting)
{
  g_autofree char *moved = g_strdup_printf (ngettext ("%u highlight moved", "%u highlights moved", n_moved), n_moved);
  g_autofree char *lost = g_strdup_printf (ngettext ("%u was lost", "%u were lost", n_lost), n_lost);
  g_autofree char *waiting = g_strdup_printf (ngettext ("%u highlight waits for your decision", "%u highlights wait for your decision", n_waiting), n_waiting);
  g_autofree char *text = NULL;

  if (n_waiting > 0)
    {
      /* Translators: a whole phrase of its own: "2 highlights wait for your decision" */
      text = g_strdup_printf (_ ("Text corrected: %s"), waiting);
      dp_session_toast (self->session, text, _ ("Decide"), "anchors.review");
      return;
    }
  if (n_lost > 0)
    /* Translators: both are whole phrases of their own: "2 highlights moved", "1 was lost" */
    text = g_strdup_printf (_ ("Text corrected: %s, %s"), moved, lost);
  else if (n_moved > 0)
    text = g_strdup_printf (_ ("Text corrected: %s, none was lost"), moved);
  else
    text = g_strdup (_ ("Text corrected"));
  dp_session_toast (self->session, text, _ ("Undo"), "history.undo");
}

/* Nothing was there before: nothing moves or is lost, and the text may say more. */
static void
write_text (DpTextCorrector *self,
            GPtrArray *blocks)
{
  DpCase *dp_case = dp_session_get_case (self->session);
  DpArticle *article = self->article != NULL ? self->article : dp_session_need_article (self->session);

  dp_case_correct_text (dp_case, article, blocks);
  if (*dp_article_get_language (article) == '\0')
    dp_article_set_language (article, dp_language_guess (dp_article_get_text (article)));
  if (*dp_case_get_title (dp_case) == '\0')
    {
      g_autofree char *title = dp_phrase_article_title (article);

      dp_case_set_title (dp_case, title);
    }
}

static void
apply_action (GtkWidget *widget,
              const char *action_name,
              GVariant *parameter)
{
  DpTextCorrector *self = DP_TEXT_CORRECTOR (widget);
  g_autofree char *text = dup_text (self);
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (GHashTable) places = NULL;
  g_autoptr (GPtrArray) waiting = NULL;
  guint n_lost;

  if (!g_str_equal (text, self->original))
    {
      blocks = dp_marked_text_to_blocks (text, self->article != NULL ? dp_article_get_blocks (self->article) : NULL);
      if (*self->original == '\0')
        {
          dp_history_begin (dp_session_get_history (self->session), _ ("Write the text"));
          write_text (self, blocks);
          dp_history_end (dp_session_get_history (self->session));
          gtk_window_close (GTK_WINDOW (self));
          return;
        }
      places = list_places (self);
      dp_history_begin (dp_session_get_history (self->session), _ ("Correct the text"));
      n_lost = dp_case_correct_text (dp_session_get_case (self->session), self->article, blocks);
      dp_history_end (dp_session_get_history (self->session));
      waiting = dp_case_list_waiting (dp_session_get_case (self->session));
      tell (self, count_moved (self, places), n_lost, waiting->len);
    }
  gtk_window_close (GTK_WINDOW (self));
}

static void
dp_text_corrector_finalize (GObject *object)
{
  DpTextCorrector *self = DP_TEXT_CORRECTOR (object);

  g_clear_object (&self->article);
  g_clear_object (&self->session);
  g_free (self->original);

  G_OBJECT_CLASS (dp_text_corrector_parent_class)->finalize (object);
}

static void
dp_text_corrector_class_init (DpTextCorrectorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = dp_text_corrector_finalize;

  gtk_widget_class_install_action (widget_class, "text.apply", NULL, apply_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-text-corrector.ui");
  gtk_widget_class_bind_template_child (widget_class, DpTextCorrector, buffer);
  gtk_widget_class_bind_template_child (widget_class, DpTextCorrector, view);
}

static void
dp_text_corrector_init (DpTextCorrector *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
dp_text_corrector_new (DpSession *session,
                       DpArticle *article)
{
  DpTextCorrector *self = g_object_new (DP_TYPE_TEXT_CORRECTOR, NULL);
  GtkTextIter start;

  self->session = g_object_ref (session);
  g_set_object (&self->article, article);
  self->original = article != NULL ? dp_marked_text_from_blocks (dp_article_get_blocks (article)) : g_strdup ("");
  if (*self->original == '\0')
    gtk_window_set_title (GTK_WINDOW (self), _ ("Write the Text"));
  /* Here undo is the window's own: nothing is in the case before it is applied. */
  gtk_text_buffer_begin_irreversible_action (self->buffer);
  gtk_text_buffer_set_text (self->buffer, self->original, -1);
  gtk_text_buffer_end_irreversible_action (self->buffer);
  gtk_text_buffer_get_start_iter (self->buffer, &start);
  gtk_text_buffer_place_cursor (self->buffer, &start);
  gtk_widget_grab_focus (self->view);
  return GTK_WINDOW (self);
}
