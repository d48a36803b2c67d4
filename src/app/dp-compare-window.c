/* dp-compare-window.c: two articles or two versions of one, side by side
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-compare-window.h"

#include <glib/gi18n.h>

#include "app/dp-compare-view.h"
#include "app/dp-phrases.h"
#include "app/dp-sides-layout.h"
#include "app/dp-versions.h"
#include "model/dp-translation-rows.h"

/* One text that can be chosen. */
typedef struct
{
  char *label;
  DpArticle *article; /* (owned) */
  DpSealed *sealed;   /* (owned) (nullable): a copy; else the text of the article */
  char *text;         /* (owned) (nullable): once it is known */
} Choice;

struct _DpCompareWindow
{
  AdwWindow parent_instance;

  DpSession *session;        /* (owned) (nullable) */
  GPtrArray *choices;        /* (element-type Choice) */
  GCancellable *cancellable; /* (owned) */
  gboolean is_filling;

  GtkDropDown *old_choice;
  GtkDropDown *new_choice;
  GtkStack *stack;
  AdwStatusPage *problem;
  DpCompareView *compare;
};

G_DEFINE_FINAL_TYPE (DpCompareWindow, dp_compare_window, ADW_TYPE_WINDOW)

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_free (choice->label);
  g_object_unref (choice->article);
  g_clear_pointer (&choice->sealed, dp_sealed_free);
  g_free (choice->text);
  g_free (choice);
}

static Choice *
add_choice (DpCompareWindow *self,
            DpArticle *article,
            const char *label)
{
  Choice *choice = g_new0 (Choice, 1);

  choice->label = g_strdup (label);
  choice->article = g_object_ref (article);
  g_ptr_array_add (self->choices, choice);
  return choice;
}

static void
add_copy (DpCompareWindow *self,
          DpArticle *article,
          const DpSealed *sealed,
          const char *name)
{
  g_autofree char *when = dp_versions_dup_when (sealed);
  /* Translators: first the name of an article, then a date and a time */
  g_autofree char *label = g_strdup_printf (_ ("%s, as received %s"), name, when);

  add_choice (self, article, label)->sealed = dp_sealed_copy (sealed);
}

static void
add_article (DpCompareWindow *self,
             DpArticle *article)
{
  g_autofree char *name = dp_phrase_article_title (article);
  const DpSealed *sealed = dp_article_get_sealed (article);
  const DpTranslation *translation = dp_article_get_translation (article);
  GPtrArray *versions = dp_article_get_versions (article);

  add_choice (self, article, name)->text = g_strdup (dp_article_get_text (article));
  if (sealed != NULL)
    add_copy (self, article, sealed, name);
  for (guint i = versions->len; i > 0; i--)
    add_copy (self, article, g_ptr_array_index (versions, i - 1), name);
  if (translation != NULL)
    {
      g_autoptr (DpArticle) translated = dp_translation_to_article (translation);
      /* Translators: first the name of an article */
      g_autofree char *label = g_strdup_printf (_ ("%s, translation"), name);

      add_choice (self, article, label)->text = g_strdup (dp_article_get_text (translated));
    }
}

static void compare (DpCompareWindow *self);

static void
show_problem (DpCompareWindow *self,
              const char *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_status_page_set_description (self->problem, markup);
  gtk_stack_set_visible_child_name (self->stack, "problem");
}

typedef struct
{
  DpCompareWindow *window; /* (owned) */
  Choice *choice;          /* of the window */
} Reading;

static void
read_cb (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  Reading *reading = user_data;
  g_autoptr (DpCompareWindow) self = reading->window;
  Choice *choice = reading->choice;
  g_autoptr (GError) error = NULL;
  g_autoptr (DpArticle) article = dp_versions_read_finish (DP_SESSION (source), result, &error);

  g_free (reading);
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (article == NULL)
    {
      show_problem (self, error->message);
      return;
    }
  g_free (choice->text);
  choice->text = g_strdup (dp_article_get_text (article));
  compare (self);
}

/* Whether its text is known; else it is on its way. */
static gboolean
need_text (DpCompareWindow *self,
           Choice *choice)
{
  Reading *reading;

  if (choice->text != NULL)
    return TRUE;

  reading = g_new0 (Reading, 1);
  reading->window = g_object_ref (self);
  reading->choice = choice;
  gtk_stack_set_visible_child_name (self->stack, "busy");
  dp_versions_read_async (self->session, choice->sealed, self->cancellable, read_cb, reading);
  return FALSE;
}

static void
compare (DpCompareWindow *self)
{
  guint old_index = gtk_drop_down_get_selected (self->old_choice);
  guint new_index = gtk_drop_down_get_selected (self->new_choice);
  Choice *old_choice, *new_choice;

  if (self->is_filling || old_index >= self->choices->len || new_index >= self->choices->len)
    return;
  old_choice = g_ptr_array_index (self->choices, old_index);
  new_choice = g_ptr_array_index (self->choices, new_index);
  if (!need_text (self, old_choice) || !need_text (self, new_choice))
    return;

  dp_compare_view_set_texts (self->compare, old_choice->label, old_choice->text, new_choice->label, new_choice->text);
  gtk_stack_set_visible_child_name (self->stack, "compare");
}

static void
fill (DpCompareWindow *self,
      DpArticle *article)
{
  GListModel *articles = dp_case_list_articles (dp_session_get_case (self->session));
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint current = 0;
  guint beside = 0;

  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (DpArticle) item = g_list_model_get_item (articles, i);

      if (item == article)
        current = self->choices->len;
      add_article (self, item);
    }
  for (guint i = 0; i < self->choices->len; i++)
    {
      Choice *choice = g_ptr_array_index (self->choices, i);

      gtk_string_list_append (labels, choice->label);
      if (choice->sealed != NULL && choice->article == article)
        beside = i;
    }
  /* Without a copy another article, and last of all its own translation. */
  for (guint i = 0; i < self->choices->len && beside == 0; i++)
    if (((Choice *) g_ptr_array_index (self->choices, i))->article != article)
      beside = i;
  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->old_choice, G_LIST_MODEL (labels));
  gtk_drop_down_set_model (self->new_choice, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (self->new_choice, current);
  gtk_drop_down_set_selected (self->old_choice, beside);
  self->is_filling = FALSE;
  compare (self);
}

static gboolean
dp_compare_window_close_request (GtkWindow *window)
{
  g_cancellable_cancel (DP_COMPARE_WINDOW (window)->cancellable);

  return GTK_WINDOW_CLASS (dp_compare_window_parent_class)->close_request (window);
}

static void
dp_compare_window_dispose (GObject *object)
{
  DpCompareWindow *self = DP_COMPARE_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dp_compare_window_parent_class)->dispose (object);
}

static void
dp_compare_window_finalize (GObject *object)
{
  DpCompareWindow *self = DP_COMPARE_WINDOW (object);

  g_ptr_array_unref (self->choices);
  g_object_unref (self->cancellable);

  G_OBJECT_CLASS (dp_compare_window_parent_class)->finalize (object);
}

static void
dp_compare_window_class_init (DpCompareWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dp_compare_window_dispose;
  object_class->finalize = dp_compare_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = dp_compare_window_close_request;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  g_type_ensure (DP_TYPE_COMPARE_VIEW);
  g_type_ensure (DP_TYPE_SIDES_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-compare-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DpCompareWindow, old_choice);
  gtk_widget_class_bind_template_child (widget_class, DpCompareWindow, new_choice);
  gtk_widget_class_bind_template_child (widget_class, DpCompareWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, DpCompareWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, DpCompareWindow, compare);
  gtk_widget_class_bind_template_callback (widget_class, compare);
}

static void
dp_compare_window_init (DpCompareWindow *self)
{
  self->choices = g_ptr_array_new_with_free_func (choice_free);
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
dp_compare_window_new (DpSession *session,
                       DpArticle *article)
{
  DpCompareWindow *self = g_object_new (DP_TYPE_COMPARE_WINDOW, NULL);

  g_return_val_if_fail (DP_IS_SESSION (session), NULL);

  self->session = g_object_ref (session);
  fill (self, article);
  return GTK_WINDOW (self);
}
