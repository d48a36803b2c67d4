/* dp-article-switch.c: which of a case's articles is shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-article-switch.h"

#include "app/dp-phrases.h"

struct _DpArticleSwitch
{
  AdwBin parent_instance;

  DpSession *session;    /* (owned) (nullable) */
  GSignalGroup *follow;  /* (owned): of the session */
  GSignalGroup *changes; /* (owned): of the history */
  gboolean is_filling;

  GtkDropDown *choice;
};

typedef enum
{
  PROP_SESSION = 1,
} DpArticleSwitchProperty;

static GParamSpec *properties[PROP_SESSION + 1];

G_DEFINE_FINAL_TYPE (DpArticleSwitch, dp_article_switch, ADW_TYPE_BIN)

static GListModel *
list_articles (DpArticleSwitch *self)
{
  return dp_case_list_articles (dp_session_get_case (self->session));
}

/* (transfer full): "2. Title", as two articles may have the same title */
static char *
dup_label (DpArticle *article,
           guint index)
{
  g_autofree char *title = dp_phrase_article_title (article);

  return g_strdup_printf ("%u. %s", index + 1, title);
}

static gboolean
has_labels (DpArticleSwitch *self,
            GPtrArray *labels)
{
  GListModel *model = gtk_drop_down_get_model (self->choice);

  if (model == NULL || g_list_model_get_n_items (model) != labels->len)
    return FALSE;
  for (guint i = 0; i < labels->len; i++)
    if (g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (model), i), g_ptr_array_index (labels, i)) != 0)
      return FALSE;
  return TRUE;
}

static void
show (DpArticleSwitch *self)
{
  GListModel *articles = self->session != NULL ? list_articles (self) : NULL;
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  guint n = articles != NULL ? g_list_model_get_n_items (articles) : 0;
  guint selected = GTK_INVALID_LIST_POSITION;

  gtk_widget_set_visible (GTK_WIDGET (self), n > 1);
  if (n < 2)
    return;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (DpArticle) article = g_list_model_get_item (articles, i);

      g_ptr_array_add (labels, dup_label (article, i));
      if (article == dp_session_get_article (self->session))
        selected = i;
    }
  self->is_filling = TRUE;
  if (!has_labels (self, labels))
    {
      g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);

      for (guint i = 0; i < labels->len; i++)
        gtk_string_list_append (model, g_ptr_array_index (labels, i));
      gtk_drop_down_set_model (self->choice, G_LIST_MODEL (model));
    }
  gtk_drop_down_set_selected (self->choice, selected);
  self->is_filling = FALSE;
}

static void
selected_cb (DpArticleSwitch *self)
{
  guint position = gtk_drop_down_get_selected (self->choice);
  g_autoptr (DpArticle) article = NULL;

  if (self->is_filling || self->session == NULL || position == GTK_INVALID_LIST_POSITION)
    return;
  article = g_list_model_get_item (list_articles (self), position);
  if (article != NULL)
    dp_session_set_article (self->session, article);
}

static void
set_session (DpArticleSwitch *self,
             DpSession *session)
{
  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->follow, session);
  g_signal_group_set_target (self->changes, session != NULL ? dp_session_get_history (session) : NULL);
  show (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

static void
dp_article_switch_get_property (GObject *object,
                                guint prop_id,
                                GValue *value,
                                GParamSpec *pspec)
{
  DpArticleSwitch *self = DP_ARTICLE_SWITCH (object);

  switch ((DpArticleSwitchProperty) prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_article_switch_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  DpArticleSwitch *self = DP_ARTICLE_SWITCH (object);

  switch ((DpArticleSwitchProperty) prop_id)
    {
    case PROP_SESSION:
      set_session (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_article_switch_dispose (GObject *object)
{
  DpArticleSwitch *self = DP_ARTICLE_SWITCH (object);

  g_clear_object (&self->follow);
  g_clear_object (&self->changes);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dp_article_switch_parent_class)->dispose (object);
}

static void
dp_article_switch_class_init (DpArticleSwitchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = dp_article_switch_get_property;
  object_class->set_property = dp_article_switch_set_property;
  object_class->dispose = dp_article_switch_dispose;

  properties[PROP_SESSION] =
      g_param_spec_object ("session", NULL, NULL, DP_TYPE_SESSION, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-article-switch.ui");
  gtk_widget_class_bind_template_child (widget_class, DpArticleSwitch, choice);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
dp_article_switch_init (DpArticleSwitch *self)
{
  self->follow = g_signal_group_new (DP_TYPE_SESSION);
  g_signal_group_connect_swapped (self->follow, "notify::article", G_CALLBACK (show), self);
  self->changes = g_signal_group_new (DP_TYPE_HISTORY);
  g_signal_group_connect_swapped (self->changes, "changed", G_CALLBACK (show), self);
  gtk_widget_init_template (GTK_WIDGET (self));
}
