/* dp-translation-editor.c: paste or correct the translation of an article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-translation-editor.h"

#include <string.h>

#include <glib/gi18n.h>

#include "app/dp-checked-row.h"
#include "app/dp-marked-text.h"
#include "intake/dp-language-guess.h"

struct _DpTranslationEditor
{
  AdwWindow parent_instance;

  DpSession *session; /* (owned) (nullable) */
  DpArticle *article; /* (owned) (nullable) */
  char *original;     /* (owned) (nullable): the text as it was put in */
  DpCheckedRow *language;
  GtkEditable *translator;
  GtkTextBuffer *buffer;
  GtkWidget *view;
};

G_DEFINE_FINAL_TYPE (DpTranslationEditor, dp_translation_editor, ADW_TYPE_WINDOW)

static char *
dup_text (DpTranslationEditor *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
}

/* What is pasted may have no blank lines between its paragraphs. */
static GPtrArray *
make_blocks (DpTranslationEditor *self,
             const char *text)
{
  const DpTranslation *old = dp_article_get_translation (self->article);

  if (old != NULL && g_str_equal (text, self->original))
    return g_ptr_array_ref (old->blocks);
  if (old == NULL || strstr (text, "\n\n") == NULL)
    return dp_blocks_from_plain_text (text);
  return dp_marked_text_to_blocks (text, old->blocks);
}

static DpTranslation *
make_translation (DpTranslationEditor *self)
{
  const DpTranslation *old = dp_article_get_translation (self->article);
  g_autofree char *text = dup_text (self);
  g_autoptr (GPtrArray) blocks = make_blocks (self, text);
  g_autofree char *language = NULL;
  DpTranslation *translation;

  if (blocks->len == 0)
    return NULL;

  g_object_get (self->language, "value", &language, NULL);
  if (*language == '\0')
    {
      g_free (language);
      language = g_strdup (dp_language_guess (text));
    }
  translation = dp_translation_new (language, gtk_editable_get_text (self->translator), blocks);
  if (old != NULL)
    translation->unknown = dp_unknown_ref (old->unknown);
  /* Of another text nothing is known of what a person put together. */
  if (old != NULL && old->blocks == blocks)
    g_array_append_vals (translation->pairs, old->pairs->data, old->pairs->len);
  return translation;
}

static void
apply_action (GtkWidget *widget,
              const char *action_name,
              GVariant *parameter)
{
  DpTranslationEditor *self = DP_TRANSLATION_EDITOR (widget);
  g_autoptr (DpTranslation) translation = make_translation (self);

  if (translation != NULL || dp_article_get_translation (self->article) != NULL)
    {
      dp_history_begin (dp_session_get_history (self->session), translation != NULL ? _ ("Write the translation") : _ ("Remove the translation"));
      dp_article_set_translation (self->article, translation);
      dp_history_end (dp_session_get_history (self->session));
    }
  gtk_window_close (GTK_WINDOW (self));
}

static void
dp_translation_editor_finalize (GObject *object)
{
  DpTranslationEditor *self = DP_TRANSLATION_EDITOR (object);

  g_clear_object (&self->article);
  g_clear_object (&self->session);
  g_free (self->original);

  G_OBJECT_CLASS (dp_translation_editor_parent_class)->finalize (object);
}

static void
dp_translation_editor_class_init (DpTranslationEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dp_translation_editor_finalize;

  gtk_widget_class_install_action (widget_class, "translation.apply", NULL, apply_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  g_type_ensure (DP_TYPE_CHECKED_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-translation-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, DpTranslationEditor, language);
  gtk_widget_class_bind_template_child (widget_class, DpTranslationEditor, translator);
  gtk_widget_class_bind_template_child (widget_class, DpTranslationEditor, buffer);
  gtk_widget_class_bind_template_child (widget_class, DpTranslationEditor, view);
}

static void
dp_translation_editor_init (DpTranslationEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
dp_translation_editor_new (DpSession *session,
                           DpArticle *article)
{
  DpTranslationEditor *self = g_object_new (DP_TYPE_TRANSLATION_EDITOR, NULL);
  const DpTranslation *translation;
  GtkTextIter start;

  g_return_val_if_fail (DP_IS_SESSION (session), NULL);
  g_return_val_if_fail (DP_IS_ARTICLE (article), NULL);

  self->session = g_object_ref (session);
  self->article = g_object_ref (article);
  translation = dp_article_get_translation (article);
  self->original = translation != NULL ? dp_marked_text_from_blocks (translation->blocks) : g_strdup ("");
  if (translation != NULL)
    {
      g_object_set (self->language, "value", translation->language, NULL);
      gtk_editable_set_text (self->translator, translation->translator);
    }
  /* Here undo is the window's own: nothing is in the case before it is applied. */
  gtk_text_buffer_begin_irreversible_action (self->buffer);
  gtk_text_buffer_set_text (self->buffer, self->original, -1);
  gtk_text_buffer_end_irreversible_action (self->buffer);
  gtk_text_buffer_get_start_iter (self->buffer, &start);
  gtk_text_buffer_place_cursor (self->buffer, &start);
  gtk_widget_grab_focus (self->view);
  return GTK_WINDOW (self);
}
