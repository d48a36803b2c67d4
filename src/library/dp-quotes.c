/* dp-quotes.c: the passages of a library's cases that are tagged with a narrative
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/dp-quotes.h"

#include "library/dp-case-entry-private.h"
#include "model/dp-case-folder.h"

struct _DpQuote
{
  GObject parent_instance;

  char *text;
  char *language;
  char *case_title;
  char *date;
  char *label;
  char *narrative_id;
  char *highlight_id;
  char *case_id;
  GFile *folder;
  char **claims;
  DpCaseState state;
};

typedef enum
{
  PROP_TEXT = 1,
  PROP_LANGUAGE,
  PROP_CASE_TITLE,
  PROP_DATE,
  PROP_LABEL,
  PROP_FOLDER,
  PROP_CLAIMS,
} DpQuoteProperty;

static GParamSpec *properties[PROP_CLAIMS + 1];

G_DEFINE_FINAL_TYPE (DpQuote, dp_quote, G_TYPE_OBJECT)

static void
dp_quote_get_property (GObject *object,
                       guint property_id,
                       GValue *value,
                       GParamSpec *pspec)
{
  DpQuote *self = DP_QUOTE (object);

  switch ((DpQuoteProperty) property_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_LANGUAGE:
      g_value_set_string (value, self->language);
      break;
    case PROP_CASE_TITLE:
      g_value_set_string (value, self->case_title);
      break;
    case PROP_DATE:
      g_value_set_string (value, self->date);
      break;
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_FOLDER:
      g_value_set_object (value, self->folder);
      break;
    case PROP_CLAIMS:
      g_value_set_boxed (value, self->claims);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
dp_quote_finalize (GObject *object)
{
  DpQuote *self = DP_QUOTE (object);

  g_free (self->text);
  g_free (self->language);
  g_free (self->case_title);
  g_free (self->date);
  g_free (self->label);
  g_free (self->narrative_id);
  g_free (self->highlight_id);
  g_free (self->case_id);
  g_clear_object (&self->folder);
  g_strfreev (self->claims);

  G_OBJECT_CLASS (dp_quote_parent_class)->finalize (object);
}

static void
dp_quote_class_init (DpQuoteClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = dp_quote_get_property;
  object_class->finalize = dp_quote_finalize;

  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", flags);
  properties[PROP_LANGUAGE] = g_param_spec_string ("language", NULL, NULL, "", flags);
  properties[PROP_CASE_TITLE] = g_param_spec_string ("case-title", NULL, NULL, "", flags);
  properties[PROP_DATE] = g_param_spec_string ("date", NULL, NULL, "", flags);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, "", flags);
  properties[PROP_FOLDER] = g_param_spec_object ("folder", NULL, NULL, G_TYPE_FILE, flags);
  properties[PROP_CLAIMS] = g_param_spec_boxed ("claims", NULL, NULL, G_TYPE_STRV, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
dp_quote_init (DpQuote *self)
{
}

const char *
dp_quote_get_text (DpQuote *self)
{
  g_return_val_if_fail (DP_IS_QUOTE (self), "");

  return self->text;
}

const char *
dp_quote_get_language (DpQuote *self)
{
  g_return_val_if_fail (DP_IS_QUOTE (self), "");

  return self->language;
}

const char *
dp_quote_get_case_title (DpQuote *self)
{
  g_return_val_if_fail (DP_IS_QUOTE (self), "");

  return self->case_title;
}

const char *
dp_quote_get_date (DpQuote *self)
{
  g_return_val_if_fail (DP_IS_QUOTE (self), "");

  return self->date;
}

const char *
dp_quote_get_label (DpQuote *self)
{
  g_return_val_if_fail (DP_IS_QUOTE (self), "");

  return self->label;
}

const char *
dp_quote_get_narrative_id (DpQuote *self)
{
  g_return_val_if_fail (DP_IS_QUOTE (self), "");

  return self->narrative_id;
}

const char *
dp_quote_get_highlight_id (DpQuote *self)
{
  g_return_val_if_fail (DP_IS_QUOTE (self), "");

  return self->highlight_id;
}

const char *
dp_quote_get_case_id (DpQuote *self)
{
  g_return_val_if_fail (DP_IS_QUOTE (self), "");

  return self->case_id;
}

GFile *
dp_quote_get_folder (DpQuote *self)
{
  g_return_val_if_fail (DP_IS_QUOTE (self), NULL);

  return self->folder;
}

const char *const *
dp_quote_get_claims (DpQuote *self)
{
  g_return_val_if_fail (DP_IS_QUOTE (self), NULL);

  return (const char *const *) self->claims;
}

DpCaseState
dp_quote_get_state (DpQuote *self)
{
  g_return_val_if_fail (DP_IS_QUOTE (self), DP_CASE_STATE_DRAFT);

  return self->state;
}

static gboolean
is_movable (DpCaseState state)
{
  return state == DP_CASE_STATE_DRAFT || state == DP_CASE_STATE_CHANGES_REQUESTED;
}

gboolean
dp_quote_is_movable (DpQuote *self)
{
  g_return_val_if_fail (DP_IS_QUOTE (self), FALSE);

  return is_movable (self->state);
}

/* Finding them. */

typedef struct
{
  GPtrArray *folders; /* (element-type GFile) */
  GHashTable *ids;    /* (element-type utf8): all that are the narrative today */
  GPtrArray *quotes;  /* (element-type DpQuote) */
} Search;

static void
search_free (gpointer data)
{
  Search *self = data;

  g_ptr_array_unref (self->folders);
  g_hash_table_unref (self->ids);
  g_ptr_array_unref (self->quotes);
  g_free (self);
}

static gboolean
is_tagged (DpCaseEntry *entry,
           GHashTable *ids)
{
  char **tagged = dp_case_entry_get_facts (entry)->narrative_ids;

  for (guint i = 0; tagged[i] != NULL; i++)
    {
      if (g_hash_table_contains (ids, tagged[i]))
        return TRUE;
    }
  return FALSE;
}

static Search *
search_new (DpLibrary *library,
            DpNarratives *narratives,
            const char *id)
{
  Search *self = g_new0 (Search, 1);

  self->folders = g_ptr_array_new_with_free_func (g_object_unref);
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->quotes = g_ptr_array_new_with_free_func (g_object_unref);
  g_hash_table_add (self->ids, g_strdup (id));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (narratives)); i++)
    {
      g_autoptr (DpNarrative) narrative = g_list_model_get_item (G_LIST_MODEL (narratives), i);
      DpNarrative *now = dp_narratives_resolve (narratives, dp_narrative_get_id (narrative));

      if (g_str_equal (dp_narrative_get_id (now), id))
        g_hash_table_add (self->ids, g_strdup (dp_narrative_get_id (narrative)));
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (library)); i++)
    {
      g_autoptr (DpCaseEntry) entry = g_list_model_get_item (G_LIST_MODEL (library), i);

      if (is_tagged (entry, self->ids))
        g_ptr_array_add (self->folders, g_object_ref (dp_case_entry_get_folder (entry)));
    }
  return self;
}

static char **
list_claims (DpCase *dp_case,
             const char *highlight_id)
{
  GListModel *claims = dp_case_list_claims (dp_case);
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();

  for (guint i = 0; i < g_list_model_get_n_items (claims); i++)
    {
      g_autoptr (DpClaim) claim = g_list_model_get_item (claims, i);

      if (g_strv_contains (dp_claim_get_highlights (claim), highlight_id) && *dp_claim_get_text (claim) != '\0')
        g_strv_builder_add (texts, dp_claim_get_text (claim));
    }
  return g_strv_builder_end (texts);
}

static void
take_quote (Search *self,
            GFile *folder,
            DpCase *dp_case,
            DpHighlight *highlight,
            const char *id)
{
  DpQuote *quote = g_object_new (DP_TYPE_QUOTE, NULL);
  DpArticle *article = dp_case_find_article (dp_case, dp_highlight_get_article_id (highlight));
  DpNarrative *narrative = dp_case_find_narrative (dp_case, id);

  quote->text = g_strdup (dp_highlight_get_quote (highlight));
  quote->language = g_strdup (article != NULL ? dp_article_get_language (article) : "");
  quote->date = g_strdup (article != NULL ? dp_article_get_published (article) : "");
  quote->case_title = g_strdup (*dp_case_get_title (dp_case) == '\0' && article != NULL ? dp_article_get_title (article) : dp_case_get_title (dp_case));
  quote->label = g_strdup (narrative != NULL ? dp_narrative_get_label (narrative) : id);
  quote->narrative_id = g_strdup (id);
  quote->highlight_id = g_strdup (dp_highlight_get_id (highlight));
  quote->case_id = g_strdup (dp_case_get_id (dp_case));
  quote->folder = g_object_ref (folder);
  quote->claims = list_claims (dp_case, dp_highlight_get_id (highlight));
  quote->state = dp_case_get_state (dp_case);
  g_ptr_array_add (self->quotes, quote);
}

static void
search_case (Search *self,
             GFile *folder)
{
  g_autoptr (DpCase) dp_case = dp_case_folder_load (folder, NULL, NULL, NULL);
  GListModel *highlights = dp_case != NULL ? dp_case_list_highlights (dp_case) : NULL;

  for (guint i = 0; highlights != NULL && i < g_list_model_get_n_items (highlights); i++)
    {
      g_autoptr (DpHighlight) highlight = g_list_model_get_item (highlights, i);
      const char *const *ids = dp_highlight_get_narratives (highlight);

      for (guint k = 0; ids[k] != NULL; k++)
        {
          if (!g_hash_table_contains (self->ids, ids[k]))
            continue;
          take_quote (self, folder, dp_case, highlight, ids[k]);
          break;
        }
    }
}

static int
compare_quotes (gconstpointer a,
                gconstpointer b)
{
  DpQuote *x = *(DpQuote *const *) a;
  DpQuote *y = *(DpQuote *const *) b;
  int order;

  if ((*x->date == '\0') != (*y->date == '\0'))
    return *x->date == '\0' ? 1 : -1;
  order = strcmp (x->date, y->date);
  return order != 0 ? order : strcmp (x->case_title, y->case_title);
}

static void
run_search (Search *self,
            GCancellable *cancellable)
{
  for (guint i = 0; i < self->folders->len && !g_cancellable_is_cancelled (cancellable); i++)
    search_case (self, g_ptr_array_index (self->folders, i));
  g_ptr_array_sort (self->quotes, compare_quotes);
}

static void
search_thread (GTask *task,
               gpointer source,
               gpointer task_data,
               GCancellable *cancellable)
{
  Search *self = task_data;

  run_search (self, cancellable);
  g_task_return_pointer (task, g_ptr_array_ref (self->quotes), (GDestroyNotify) g_ptr_array_unref);
}

/* The thread may be the last to let go of its task, and must not be of the library. */
static void
searched_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GPtrArray *quotes = g_task_propagate_pointer (G_TASK (result), &error);

  if (quotes != NULL)
    g_task_return_pointer (task, quotes, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
dp_quotes_find_async (DpLibrary *library,
                      DpNarratives *narratives,
                      const char *id,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) inner = NULL;
  GTask *task;

  g_return_if_fail (DP_IS_LIBRARY (library));
  g_return_if_fail (DP_IS_NARRATIVES (narratives));
  g_return_if_fail (id != NULL);

  task = g_task_new (library, cancellable, callback, user_data);
  g_task_set_source_tag (task, dp_quotes_find_async);
  inner = g_task_new (NULL, cancellable, searched_cb, task);
  g_task_set_source_tag (inner, search_thread);
  g_task_set_task_data (inner, search_new (library, narratives, id), search_free);
  g_task_run_in_thread (inner, search_thread);
}

GPtrArray *
dp_quotes_find_finish (DpLibrary *library,
                       GAsyncResult *result,
                       GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, library), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

GPtrArray *
dp_quotes_find (DpLibrary *library,
                DpNarratives *narratives,
                const char *id)
{
  Search *self;
  GPtrArray *quotes;

  g_return_val_if_fail (DP_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (DP_IS_NARRATIVES (narratives), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  self = search_new (library, narratives, id);
  run_search (self, NULL);
  quotes = g_ptr_array_ref (self->quotes);
  search_free (self);
  return quotes;
}

/* Moving them. */

DpLibraryStep *
dp_library_step_new_for_narratives (DpNarrativesChange *change,
                                    const char *who)
{
  DpLibraryStep *step = dp_library_step_new (change->kind, change->label, who);

  dp_library_step_set_file (step, "narratives.json", change->before, change->after);
  return step;
}

typedef struct
{
  GHashTable *highlights; /* key of a highlight, see dup_key(), to the narrative that goes */
  DpNarrative *to;
} Moving;

static void
moving_free (gpointer data)
{
  Moving *self = data;

  g_hash_table_unref (self->highlights);
  g_object_unref (self->to);
  g_free (self);
}

/* A copy of a case has the same highlights. */
static char *
dup_key (const char *case_id,
         const char *highlight_id)
{
  return g_strconcat (case_id, "\n", highlight_id, NULL);
}

/* What was submitted, approved or published stays as it was: it would be another content. */
static void
plan_moving (DpCase *dp_case,
             GPtrArray *edits,
             gpointer user_data)
{
  Moving *self = user_data;
  GListModel *highlights = dp_case_list_highlights (dp_case);

  if (!is_movable (dp_case_get_state (dp_case)))
    return;
  for (guint i = 0; i < g_list_model_get_n_items (highlights); i++)
    {
      g_autoptr (DpHighlight) highlight = g_list_model_get_item (highlights, i);
      g_autofree char *key = dup_key (dp_case_get_id (dp_case), dp_highlight_get_id (highlight));
      const char *from = g_hash_table_lookup (self->highlights, key);

      if (from != NULL)
        g_ptr_array_extend_and_steal (edits, dp_case_edit_retag (dp_case, highlight, from, self->to));
    }
}

void
dp_library_step_move_quotes (DpLibraryStep *self,
                             GPtrArray *quotes,
                             DpNarrative *to)
{
  g_autoptr (GHashTable) folders = g_hash_table_new ((GHashFunc) g_file_hash, (GEqualFunc) g_file_equal);
  Moving *moving;

  g_return_if_fail (DP_IS_LIBRARY_STEP (self));
  g_return_if_fail (DP_IS_NARRATIVE (to));

  moving = g_new0 (Moving, 1);
  moving->highlights = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  moving->to = g_object_ref (to);
  for (guint i = 0; i < quotes->len; i++)
    {
      DpQuote *quote = g_ptr_array_index (quotes, i);

      g_hash_table_insert (moving->highlights, dup_key (quote->case_id, quote->highlight_id), g_strdup (quote->narrative_id));
      if (g_hash_table_add (folders, quote->folder))
        dp_library_step_add_case (self, quote->folder);
    }
  dp_library_step_set_plan (self, plan_moving, moving, moving_free);
}
