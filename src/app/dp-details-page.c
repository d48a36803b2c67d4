/* dp-details-page.c: the case, its article and its neighbours, each field correctable
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-details-page.h"

#include <glib/gi18n.h>

#include "app/dp-case-search.h"
#include "app/dp-checked-row.h"
#include "app/dp-list-box.h"
#include "app/dp-picker-button.h"
#include "app/dp-relation-row.h"
#include "app/dp-sealed-box.h"

struct _DpDetailsPage
{
  AdwBin parent_instance;

  DpSession *session;              /* (owned) (nullable) */
  GBindingGroup *case_bindings;    /* (owned) */
  GBindingGroup *article_bindings; /* (owned) */
  GSignalGroup *follow;            /* (owned): of the session */
  GSignalGroup *article_changes;   /* (owned) */
  GSignalGroup *relations_changes; /* (owned) */
  GSignalGroup *library_changes;   /* (owned) */
  guint backlinks_id;

  AdwEntryRow *title;
  AdwActionRow *state;
  DpCheckedRow *language;
  GtkWidget *no_article;
  GtkWidget *article_part;
  AdwActionRow *text;
  AdwEntryRow *article_title;
  AdwEntryRow *authors;
  AdwEntryRow *outlet;
  DpCheckedRow *published;
  DpCheckedRow *article_language;
  DpCheckedRow *link;
  DpCheckedRow *archive_link;
  DpSealedBox *sealed;
  GtkListBox *relations;
  DpPickerButton *chooser;
  GtkWidget *backlinks_part;
  GtkListBox *backlinks;
};

typedef enum
{
  PROP_SESSION = 1,
} DpDetailsPageProperty;

static GParamSpec *properties[PROP_SESSION + 1];

G_DEFINE_FINAL_TYPE (DpDetailsPage, dp_details_page, ADW_TYPE_BIN)

/* Authors stand in one line, divided by semicolons: names have commas. */

static gboolean
authors_to_text (GBinding *binding,
                 const GValue *from,
                 GValue *to,
                 gpointer user_data)
{
  char **authors = g_value_get_boxed (from);

  g_value_take_string (to, authors != NULL ? g_strjoinv ("; ", authors) : g_strdup (""));
  return TRUE;
}

static gboolean
text_to_authors (GBinding *binding,
                 const GValue *from,
                 GValue *to,
                 gpointer user_data)
{
  g_auto (GStrv) parts = g_strsplit (g_value_get_string (from), ";", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      g_strv_builder_add (builder, parts[i]);
  g_value_take_boxed (to, g_strv_builder_end (builder));
  return TRUE;
}

static gboolean
state_to_text (GBinding *binding,
               const GValue *from,
               GValue *to,
               gpointer user_data)
{
  g_value_set_string (to, dp_case_state_get_label (g_value_get_enum (from)));
  return TRUE;
}

static void
bind_fields (DpDetailsPage *self)
{
  const GBindingFlags both = G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE;

  g_binding_group_bind (self->case_bindings, "title", self->title, "text", both);
  g_binding_group_bind_full (self->case_bindings, "state", self->state, "subtitle", G_BINDING_SYNC_CREATE, state_to_text, NULL, NULL, NULL);
  g_binding_group_bind (self->case_bindings, "language", self->language, "value", both);
  g_binding_group_bind (self->article_bindings, "title", self->article_title, "text", both);
  g_binding_group_bind_full (self->article_bindings, "authors", self->authors, "text", both, authors_to_text, text_to_authors, NULL, NULL);
  g_binding_group_bind (self->article_bindings, "outlet", self->outlet, "text", both);
  g_binding_group_bind (self->article_bindings, "published", self->published, "value", both);
  g_binding_group_bind (self->article_bindings, "language", self->article_language, "value", both);
  g_binding_group_bind (self->article_bindings, "link", self->link, "value", both);
  g_binding_group_bind (self->article_bindings, "archive-link", self->archive_link, "value", both);
}

static void
text_cb (DpDetailsPage *self)
{
  DpArticle *article = dp_session_get_article (self->session);
  gboolean has_text = article != NULL && *dp_article_get_text (article) != '\0';

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->text), has_text ? _ ("Correct the text…") : _ ("Write the text…"));
  adw_action_row_set_subtitle (self->text, has_text ? _ ("Highlights are found again") : "");
}

static void
article_cb (DpDetailsPage *self)
{
  DpArticle *article = dp_session_get_article (self->session);

  g_binding_group_set_source (self->article_bindings, article);
  gtk_widget_set_visible (self->article_part, article != NULL);
  gtk_widget_set_visible (self->no_article, article == NULL);
  g_signal_group_set_target (self->article_changes, article);
  dp_sealed_box_set_article (self->sealed, self->session, article);
  text_cb (self);
}

static void
add_article_action (GtkWidget *widget,
                    const char *action_name,
                    GVariant *parameter)
{
  DpDetailsPage *self = DP_DETAILS_PAGE (widget);

  dp_session_need_article (self->session);
  gtk_widget_grab_focus (GTK_WIDGET (self->article_title));
}

/* Related cases. */

static GtkWidget *
create_relation_row (gpointer item,
                     gpointer user_data)
{
  DpDetailsPage *self = user_data;

  return dp_relation_row_new (self->session, item);
}

static void
relations_cb (DpDetailsPage *self)
{
  GListModel *relations = dp_case_list_relations (dp_session_get_case (self->session));

  gtk_widget_set_visible (GTK_WIDGET (self->relations), g_list_model_get_n_items (relations) > 0);
}

static void
chosen_cb (DpDetailsPage *self,
           DpCaseEntry *entry)
{
  DpHistory *history = dp_session_get_history (self->session);
  g_autoptr (DpRelation) relation = dp_relation_new (DP_RELATION_SEE_ALSO, dp_case_entry_get_id (entry), dp_case_entry_get_title (entry));

  dp_history_begin (history, _ ("Add related case"));
  dp_case_add_relation (dp_session_get_case (self->session), relation);
  dp_history_end (history);
}

static void
backlink_cb (DpDetailsPage *self,
             GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "app.open-case", "s", g_object_get_data (G_OBJECT (row), "case-id"));
}

static void
add_backlink (DpDetailsPage *self,
              const DpBacklink *backlink)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_markup_escape_text (dp_case_entry_get_title (backlink->entry), -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), dp_relation_kind_get_back_label (backlink->kind));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "case-id", g_strdup (dp_case_entry_get_id (backlink->entry)), g_free);
  gtk_list_box_append (self->backlinks, row);
}

static gboolean
show_backlinks_cb (gpointer user_data)
{
  DpDetailsPage *self = user_data;
  DpLibrary *library = dp_workbench_get_library (dp_session_get_workbench (self->session));
  g_autoptr (GPtrArray) backlinks = dp_library_find_backlinks (library, dp_case_get_id (dp_session_get_case (self->session)));

  self->backlinks_id = 0;
  dp_list_box_clear (self->backlinks);
  for (guint i = 0; i < backlinks->len; i++)
    add_backlink (self, g_ptr_array_index (backlinks, i));
  gtk_widget_set_visible (self->backlinks_part, backlinks->len > 0);
  return G_SOURCE_REMOVE;
}

/* The library tells of each case it reads; one look when it has gone quiet will do. */
static void
library_cb (DpDetailsPage *self)
{
  if (self->backlinks_id == 0)
    self->backlinks_id = g_timeout_add (100, show_backlinks_cb, self);
}

static void
dp_details_page_get_property (GObject *object,
                              guint prop_id,
                              GValue *value,
                              GParamSpec *pspec)
{
  DpDetailsPage *self = DP_DETAILS_PAGE (object);

  switch ((DpDetailsPageProperty) prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_details_page_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  DpDetailsPage *self = DP_DETAILS_PAGE (object);

  switch ((DpDetailsPageProperty) prop_id)
    {
    case PROP_SESSION:
      dp_details_page_set_session (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_details_page_dispose (GObject *object)
{
  DpDetailsPage *self = DP_DETAILS_PAGE (object);

  g_clear_handle_id (&self->backlinks_id, g_source_remove);
  if (self->case_bindings != NULL)
    g_binding_group_set_source (self->case_bindings, NULL);
  if (self->article_bindings != NULL)
    g_binding_group_set_source (self->article_bindings, NULL);
  g_clear_object (&self->case_bindings);
  g_clear_object (&self->article_bindings);
  g_clear_object (&self->follow);
  g_clear_object (&self->article_changes);
  g_clear_object (&self->relations_changes);
  g_clear_object (&self->library_changes);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dp_details_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, DpDetailsPage, title);
  gtk_widget_class_bind_template_child (widget_class, DpDetailsPage, state);
  gtk_widget_class_bind_template_child (widget_class, DpDetailsPage, language);
  gtk_widget_class_bind_template_child (widget_class, DpDetailsPage, no_article);
  gtk_widget_class_bind_template_child (widget_class, DpDetailsPage, article_part);
  gtk_widget_class_bind_template_child (widget_class, DpDetailsPage, text);
  gtk_widget_class_bind_template_child (widget_class, DpDetailsPage, article_title);
  gtk_widget_class_bind_template_child (widget_class, DpDetailsPage, authors);
  gtk_widget_class_bind_template_child (widget_class, DpDetailsPage, outlet);
  gtk_widget_class_bind_template_child (widget_class, DpDetailsPage, published);
  gtk_widget_class_bind_template_child (widget_class, DpDetailsPage, article_language);
  gtk_widget_class_bind_template_child (widget_class, DpDetailsPage, link);
  gtk_widget_class_bind_template_child (widget_class, DpDetailsPage, archive_link);
  gtk_widget_class_bind_template_child (widget_class, DpDetailsPage, sealed);
  gtk_widget_class_bind_template_child (widget_class, DpDetailsPage, relations);
  gtk_widget_class_bind_template_child (widget_class, DpDetailsPage, chooser);
  gtk_widget_class_bind_template_child (widget_class, DpDetailsPage, backlinks_part);
  gtk_widget_class_bind_template_child (widget_class, DpDetailsPage, backlinks);
}

static void
dp_details_page_class_init (DpDetailsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = dp_details_page_get_property;
  object_class->set_property = dp_details_page_set_property;
  object_class->dispose = dp_details_page_dispose;

  properties[PROP_SESSION] =
      g_param_spec_object ("session", NULL, NULL, DP_TYPE_SESSION, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_install_action (widget_class, "article.add", NULL, add_article_action);

  g_type_ensure (DP_TYPE_PICKER_BUTTON);
  g_type_ensure (DP_TYPE_CHECKED_ROW);
  g_type_ensure (DP_TYPE_SEALED_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-details-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, backlink_cb);
}

static void
dp_details_page_init (DpDetailsPage *self)
{
  self->case_bindings = g_binding_group_new ();
  self->article_bindings = g_binding_group_new ();
  self->follow = g_signal_group_new (DP_TYPE_SESSION);
  g_signal_group_connect_swapped (self->follow, "notify::article", G_CALLBACK (article_cb), self);
  self->article_changes = g_signal_group_new (DP_TYPE_ARTICLE);
  g_signal_group_connect_swapped (self->article_changes, "notify::blocks", G_CALLBACK (text_cb), self);
  self->relations_changes = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->relations_changes, "items-changed", G_CALLBACK (relations_cb), self);
  self->library_changes = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->library_changes, "items-changed", G_CALLBACK (library_cb), self);
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_editable_set_enable_undo (GTK_EDITABLE (self->title), FALSE);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->article_title), FALSE);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->authors), FALSE);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->outlet), FALSE);
  bind_fields (self);
}

void
dp_details_page_set_session (DpDetailsPage *self,
                             DpSession *session)
{
  DpCase *dp_case = session != NULL ? dp_session_get_case (session) : NULL;
  GListModel *relations = dp_case != NULL ? dp_case_list_relations (dp_case) : NULL;

  g_return_if_fail (DP_IS_DETAILS_PAGE (self));

  if (!g_set_object (&self->session, session))
    return;

  g_binding_group_set_source (self->case_bindings, dp_case);
  g_signal_group_set_target (self->follow, session);
  g_signal_group_set_target (self->relations_changes, relations);
  g_signal_group_set_target (self->library_changes, session != NULL ? dp_workbench_get_library (dp_session_get_workbench (session)) : NULL);
  gtk_list_box_bind_model (self->relations, relations, relations != NULL ? create_relation_row : NULL, self, NULL);
  dp_picker_button_set_search (self->chooser, dp_case_search, session);
  if (session != NULL)
    {
      article_cb (self);
      relations_cb (self);
      library_cb (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
