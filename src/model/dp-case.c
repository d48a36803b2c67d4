/* dp-case.c: one debunk
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/dp-case.h"

#include <glib/gi18n-lib.h>
#include "base/dp-date.h"
#include "base/dp-id.h"
#include "model/dp-case-private.h"
#include "model/dp-model-private.h"
#include "model/dp-tracked.h"

G_DEFINE_QUARK (dp_case_error, dp_case_error)

/* The texts come first, then the lists, so that one array holds each. */
typedef enum
{
  PROP_ID = 1,
  PROP_TITLE,
  PROP_LANGUAGE,
  PROP_SUMMARY,
  PROP_DISPROOF,
  PROP_VERDICT,
  PROP_CREATED,
  PROP_MODIFIED,
  PROP_ARTICLES,
  PROP_NARRATIVES,
  PROP_HIGHLIGHTS,
  PROP_CLAIMS,
  PROP_EVIDENCE,
  PROP_RELATIONS,
  PROP_COMMENTS,
  PROP_INQUIRIES,
  PROP_WAIVERS,
  PROP_STATE,
  PROP_REASONING,
} DpCaseProperty;
#define N_TEXTS (PROP_MODIFIED + 1)
#define N_LISTS (PROP_WAIVERS - PROP_ARTICLES + 1)
static GParamSpec *properties[PROP_REASONING + 1];

struct _DpCase
{
  GObject parent_instance;

  char *texts[N_TEXTS]; /* by property */
  DpCaseState state;
  GListStore *lists[N_LISTS]; /* by property, from PROP_ARTICLES */
  GListStore *entries;
  char *history_digest;
  char **reasoning;
};

G_DEFINE_FINAL_TYPE (DpCase, dp_case, G_TYPE_OBJECT)

static GListStore *
get_list (DpCase *self,
          DpCaseProperty property)
{
  return self->lists[property - PROP_ARTICLES];
}

static void
set_text (DpCase *self,
          DpCaseProperty property,
          const char *value)
{
  if (dp_set_text (&self->texts[property], value))
    g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
dp_case_get_property (GObject *object,
                      guint prop_id,
                      GValue *value,
                      GParamSpec *pspec)
{
  DpCase *self = DP_CASE (object);

  switch ((DpCaseProperty) prop_id)
    {
    case PROP_ID:
    case PROP_TITLE:
    case PROP_LANGUAGE:
    case PROP_SUMMARY:
    case PROP_DISPROOF:
    case PROP_VERDICT:
    case PROP_CREATED:
    case PROP_MODIFIED:
      g_value_set_string (value, self->texts[prop_id]);
      break;
    case PROP_ARTICLES:
    case PROP_NARRATIVES:
    case PROP_HIGHLIGHTS:
    case PROP_CLAIMS:
    case PROP_EVIDENCE:
    case PROP_RELATIONS:
    case PROP_COMMENTS:
    case PROP_INQUIRIES:
    case PROP_WAIVERS:
      g_value_set_object (value, get_list (self, prop_id));
      break;
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_REASONING:
      g_value_set_boxed (value, self->reasoning);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_case_set_property (GObject *object,
                      guint prop_id,
                      const GValue *value,
                      GParamSpec *pspec)
{
  DpCase *self = DP_CASE (object);

  switch ((DpCaseProperty) prop_id)
    {
    case PROP_ID:
      dp_set_text (&self->texts[PROP_ID], g_value_get_string (value));
      break;
    case PROP_TITLE:
    case PROP_LANGUAGE:
    case PROP_SUMMARY:
    case PROP_DISPROOF:
    case PROP_VERDICT:
    case PROP_CREATED:
    case PROP_MODIFIED:
      set_text (self, prop_id, g_value_get_string (value));
      break;
    case PROP_STATE:
      dp_case_set_state (self, g_value_get_enum (value));
      break;
    case PROP_REASONING:
      dp_case_set_reasoning (self, g_value_get_boxed (value));
      break;
    case PROP_ARTICLES:
    case PROP_NARRATIVES:
    case PROP_HIGHLIGHTS:
    case PROP_CLAIMS:
    case PROP_EVIDENCE:
    case PROP_RELATIONS:
    case PROP_COMMENTS:
    case PROP_INQUIRIES:
    case PROP_WAIVERS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_case_finalize (GObject *object)
{
  DpCase *self = DP_CASE (object);

  for (guint i = 0; i < N_TEXTS; i++)
    g_free (self->texts[i]);
  for (guint i = 0; i < N_LISTS; i++)
    g_object_unref (self->lists[i]);
  g_object_unref (self->entries);
  g_free (self->history_digest);
  g_strfreev (self->reasoning);

  G_OBJECT_CLASS (dp_case_parent_class)->finalize (object);
}

static void
dp_case_class_init (DpCaseClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  static const char *const names[PROP_WAIVERS + 1] = {
    [PROP_TITLE] = "title",
    [PROP_LANGUAGE] = "language",
    [PROP_SUMMARY] = "summary",
    [PROP_DISPROOF] = "disproof",
    [PROP_VERDICT] = "verdict",
    [PROP_CREATED] = "created",
    [PROP_MODIFIED] = "modified",
    [PROP_ARTICLES] = "articles",
    [PROP_NARRATIVES] = "narratives",
    [PROP_HIGHLIGHTS] = "highlights",
    [PROP_CLAIMS] = "claims",
    [PROP_EVIDENCE] = "evidence",
    [PROP_RELATIONS] = "relations",
    [PROP_COMMENTS] = "comments",
    [PROP_INQUIRIES] = "inquiries",
    [PROP_WAIVERS] = "waivers",
  };

  object_class->get_property = dp_case_get_property;
  object_class->set_property = dp_case_set_property;
  object_class->finalize = dp_case_finalize;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, "", DP_PARAM_FIXED);
  for (guint i = PROP_TITLE; i <= PROP_VERDICT; i++)
    properties[i] = g_param_spec_string (names[i], NULL, NULL, "", DP_PARAM_MODEL);
  for (guint i = PROP_CREATED; i <= PROP_MODIFIED; i++)
    properties[i] = g_param_spec_string (names[i], NULL, NULL, "", DP_PARAM_MODEL & ~DP_PARAM_TRACKED);
  for (guint i = PROP_ARTICLES; i <= PROP_WAIVERS; i++)
    properties[i] = g_param_spec_object (names[i], NULL, NULL, G_TYPE_LIST_MODEL, DP_PARAM_MODEL_LIST);
  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, DP_TYPE_CASE_STATE, DP_CASE_STATE_DRAFT, DP_PARAM_MODEL & ~DP_PARAM_TRACKED);
  properties[PROP_REASONING] = g_param_spec_boxed ("reasoning", NULL, NULL, G_TYPE_STRV, DP_PARAM_MODEL);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
dp_case_init (DpCase *self)
{
  const GType types[N_LISTS] = {
    DP_TYPE_ARTICLE,
    DP_TYPE_NARRATIVE,
    DP_TYPE_HIGHLIGHT,
    DP_TYPE_CLAIM,
    DP_TYPE_EVIDENCE,
    DP_TYPE_RELATION,
    DP_TYPE_COMMENT,
    DP_TYPE_INQUIRY,
    DP_TYPE_WAIVER,
  };

  for (guint i = 0; i < N_TEXTS; i++)
    dp_set_text (&self->texts[i], "");
  for (guint i = 0; i < N_LISTS; i++)
    self->lists[i] = g_list_store_new (types[i]);
  self->entries = g_list_store_new (DP_TYPE_ENTRY);
  self->history_digest = g_strdup ("");
  dp_set_texts (&self->reasoning, NULL);
}

DpCase *
dp_case_new (void)
{
  g_autofree char *id = dp_id_new ();

  return dp_case_new_with_id (id);
}

DpCase *
dp_case_new_with_id (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (DP_TYPE_CASE, "id", id, NULL);
}

const char *
dp_case_get_id (DpCase *self)
{
  g_return_val_if_fail (DP_IS_CASE (self), NULL);

  return self->texts[PROP_ID];
}

void
dp_case_set_id (DpCase *self,
                const char *id)
{
  g_return_if_fail (DP_IS_CASE (self));
  g_return_if_fail (id != NULL);

  set_text (self, PROP_ID, id);
}

const char *
dp_case_get_title (DpCase *self)
{
  g_return_val_if_fail (DP_IS_CASE (self), NULL);

  return self->texts[PROP_TITLE];
}

void
dp_case_set_title (DpCase *self,
                   const char *title)
{
  g_return_if_fail (DP_IS_CASE (self));

  set_text (self, PROP_TITLE, title);
}

const char *
dp_case_get_language (DpCase *self)
{
  g_return_val_if_fail (DP_IS_CASE (self), NULL);

  return self->texts[PROP_LANGUAGE];
}

void
dp_case_set_language (DpCase *self,
                      const char *language)
{
  g_return_if_fail (DP_IS_CASE (self));

  set_text (self, PROP_LANGUAGE, language);
}

const char *
dp_case_get_summary (DpCase *self)
{
  g_return_val_if_fail (DP_IS_CASE (self), NULL);

  return self->texts[PROP_SUMMARY];
}

void
dp_case_set_summary (DpCase *self,
                     const char *summary)
{
  g_return_if_fail (DP_IS_CASE (self));

  set_text (self, PROP_SUMMARY, summary);
}

const char *
dp_case_get_disproof (DpCase *self)
{
  g_return_val_if_fail (DP_IS_CASE (self), NULL);

  return self->texts[PROP_DISPROOF];
}

void
dp_case_set_disproof (DpCase *self,
                      const char *disproof)
{
  g_return_if_fail (DP_IS_CASE (self));

  set_text (self, PROP_DISPROOF, disproof);
}

const char *
dp_case_get_verdict (DpCase *self)
{
  g_return_val_if_fail (DP_IS_CASE (self), NULL);

  return self->texts[PROP_VERDICT];
}

void
dp_case_set_verdict (DpCase *self,
                     const char *verdict)
{
  g_return_if_fail (DP_IS_CASE (self));

  set_text (self, PROP_VERDICT, verdict);
}

const char *const *
dp_case_get_reasoning (DpCase *self)
{
  g_return_val_if_fail (DP_IS_CASE (self), NULL);

  return (const char *const *) self->reasoning;
}

void
dp_case_set_reasoning (DpCase *self,
                       const char *const *sentences)
{
  g_return_if_fail (DP_IS_CASE (self));

  if (dp_set_texts (&self->reasoning, sentences))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REASONING]);
}

const char *
dp_case_get_created (DpCase *self)
{
  g_return_val_if_fail (DP_IS_CASE (self), NULL);

  return self->texts[PROP_CREATED];
}

void
dp_case_set_created (DpCase *self,
                     const char *created)
{
  g_return_if_fail (DP_IS_CASE (self));

  set_text (self, PROP_CREATED, created);
}

const char *
dp_case_get_modified (DpCase *self)
{
  g_return_val_if_fail (DP_IS_CASE (self), NULL);

  return self->texts[PROP_MODIFIED];
}

void
dp_case_set_modified (DpCase *self,
                      const char *modified)
{
  g_return_if_fail (DP_IS_CASE (self));

  set_text (self, PROP_MODIFIED, modified);
}

DpCaseState
dp_case_get_state (DpCase *self)
{
  g_return_val_if_fail (DP_IS_CASE (self), DP_CASE_STATE_DRAFT);

  return self->state;
}

void
dp_case_set_state (DpCase *self,
                   DpCaseState state)
{
  g_return_if_fail (DP_IS_CASE (self));

  if (self->state == state)
    return;

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

GListModel *
dp_case_list_articles (DpCase *self)
{
  g_return_val_if_fail (DP_IS_CASE (self), NULL);

  return G_LIST_MODEL (get_list (self, PROP_ARTICLES));
}

GListModel *
dp_case_list_narratives (DpCase *self)
{
  g_return_val_if_fail (DP_IS_CASE (self), NULL);

  return G_LIST_MODEL (get_list (self, PROP_NARRATIVES));
}

GListModel *
dp_case_list_highlights (DpCase *self)
{
  g_return_val_if_fail (DP_IS_CASE (self), NULL);

  return G_LIST_MODEL (get_list (self, PROP_HIGHLIGHTS));
}

GListModel *
dp_case_list_claims (DpCase *self)
{
  g_return_val_if_fail (DP_IS_CASE (self), NULL);

  return G_LIST_MODEL (get_list (self, PROP_CLAIMS));
}

GListModel *
dp_case_list_evidence (DpCase *self)
{
  g_return_val_if_fail (DP_IS_CASE (self), NULL);

  return G_LIST_MODEL (get_list (self, PROP_EVIDENCE));
}

GListModel *
dp_case_list_relations (DpCase *self)
{
  g_return_val_if_fail (DP_IS_CASE (self), NULL);

  return G_LIST_MODEL (get_list (self, PROP_RELATIONS));
}

GListModel *
dp_case_list_comments (DpCase *self)
{
  g_return_val_if_fail (DP_IS_CASE (self), NULL);

  return G_LIST_MODEL (get_list (self, PROP_COMMENTS));
}

GListModel *
dp_case_list_inquiries (DpCase *self)
{
  g_return_val_if_fail (DP_IS_CASE (self), NULL);

  return G_LIST_MODEL (get_list (self, PROP_INQUIRIES));
}

GListModel *
dp_case_list_waivers (DpCase *self)
{
  g_return_val_if_fail (DP_IS_CASE (self), NULL);

  return G_LIST_MODEL (get_list (self, PROP_WAIVERS));
}

GListModel *
dp_case_list_entries (DpCase *self)
{
  g_return_val_if_fail (DP_IS_CASE (self), NULL);

  return G_LIST_MODEL (self->entries);
}

void
dp_case_add_entry (DpCase *self,
                   DpEntry *entry)
{
  DpCaseState state;

  g_return_if_fail (DP_IS_CASE (self));
  g_return_if_fail (DP_IS_ENTRY (entry));

  g_free (self->history_digest);
  self->history_digest = dp_entry_dup_digest (entry);
  if (dp_entry_get_to (entry, &state))
    dp_case_set_state (self, state);
  g_list_store_append (self->entries, entry);
}

const char *
dp_case_get_history_digest (DpCase *self)
{
  g_return_val_if_fail (DP_IS_CASE (self), NULL);

  return self->history_digest;
}

void
dp_case_set_history_digest (DpCase *self,
                            const char *digest)
{
  g_return_if_fail (DP_IS_CASE (self));

  dp_set_text (&self->history_digest, digest);
}

static void
remove_item (GListStore *store,
             gpointer item)
{
  guint position;

  if (g_list_store_find (store, item, &position))
    g_list_store_remove (store, position);
}

void
dp_case_add_article (DpCase *self,
                     DpArticle *article)
{
  g_return_if_fail (DP_IS_CASE (self));
  g_return_if_fail (DP_IS_ARTICLE (article));

  g_list_store_append (get_list (self, PROP_ARTICLES), article);
}

void
dp_case_add_claim (DpCase *self,
                   DpClaim *claim)
{
  g_return_if_fail (DP_IS_CASE (self));
  g_return_if_fail (DP_IS_CLAIM (claim));

  g_list_store_append (get_list (self, PROP_CLAIMS), claim);
}

void
dp_case_remove_claim (DpCase *self,
                      DpClaim *claim)
{
  g_return_if_fail (DP_IS_CASE (self));
  g_return_if_fail (DP_IS_CLAIM (claim));

  remove_item (get_list (self, PROP_CLAIMS), claim);
}

void
dp_case_add_evidence (DpCase *self,
                      DpEvidence *evidence)
{
  const char *key;

  g_return_if_fail (DP_IS_CASE (self));
  g_return_if_fail (DP_IS_EVIDENCE (evidence));

  key = dp_evidence_get_key (evidence);
  if (*key == '\0' || dp_case_find_evidence_by_key (self, key) != NULL)
    {
      g_autofree char *own = dp_case_dup_free_key (self, evidence);

      dp_evidence_set_key (evidence, own);
    }
  g_list_store_append (get_list (self, PROP_EVIDENCE), evidence);
}

void
dp_case_remove_evidence (DpCase *self,
                         DpEvidence *evidence)
{
  g_return_if_fail (DP_IS_CASE (self));
  g_return_if_fail (DP_IS_EVIDENCE (evidence));

  remove_item (get_list (self, PROP_EVIDENCE), evidence);
}

void
dp_case_add_inquiry (DpCase *self,
                     DpInquiry *inquiry)
{
  g_return_if_fail (DP_IS_CASE (self));
  g_return_if_fail (DP_IS_INQUIRY (inquiry));

  g_list_store_append (get_list (self, PROP_INQUIRIES), inquiry);
}

void
dp_case_remove_inquiry (DpCase *self,
                        DpInquiry *inquiry)
{
  g_return_if_fail (DP_IS_CASE (self));
  g_return_if_fail (DP_IS_INQUIRY (inquiry));

  remove_item (get_list (self, PROP_INQUIRIES), inquiry);
}

void
dp_case_waive (DpCase *self,
               const char *check,
               const char *reason,
               const char *author)
{
  DpWaiver *old;

  g_return_if_fail (DP_IS_CASE (self));

  old = dp_case_find_waiver (self, check);
  if (old != NULL)
    remove_item (get_list (self, PROP_WAIVERS), old);
  if (reason != NULL && *reason != '\0')
    {
      g_autoptr (DpWaiver) waiver = dp_waiver_new (check, reason, author);

      g_list_store_append (get_list (self, PROP_WAIVERS), waiver);
    }
}

void
dp_case_add_relation (DpCase *self,
                      DpRelation *relation)
{
  g_return_if_fail (DP_IS_CASE (self));
  g_return_if_fail (DP_IS_RELATION (relation));

  g_list_store_append (get_list (self, PROP_RELATIONS), relation);
}

void
dp_case_remove_relation (DpCase *self,
                         DpRelation *relation)
{
  g_return_if_fail (DP_IS_CASE (self));
  g_return_if_fail (DP_IS_RELATION (relation));

  remove_item (get_list (self, PROP_RELATIONS), relation);
}

/* (transfer none) (nullable): the item whose string property @getter gives is @wanted */
static gpointer
find_by (GListStore *store,
         const char *(*getter) (gpointer item),
         const char *wanted)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (store));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (store), i);

      if (g_strcmp0 (getter (item), wanted) == 0)
        return item;
    }
  return NULL;
}

typedef const char *(*DpGetter) (gpointer item);

DpArticle *
dp_case_find_article (DpCase *self,
                      const char *id)
{
  g_return_val_if_fail (DP_IS_CASE (self), NULL);

  return find_by (get_list (self, PROP_ARTICLES), (DpGetter) dp_article_get_id, id);
}

DpHighlight *
dp_case_find_highlight (DpCase *self,
                        const char *id)
{
  g_return_val_if_fail (DP_IS_CASE (self), NULL);

  return find_by (get_list (self, PROP_HIGHLIGHTS), (DpGetter) dp_highlight_get_id, id);
}

DpNarrative *
dp_case_find_narrative (DpCase *self,
                        const char *id)
{
  g_return_val_if_fail (DP_IS_CASE (self), NULL);

  return find_by (get_list (self, PROP_NARRATIVES), (DpGetter) dp_narrative_get_id, id);
}

DpEvidence *
dp_case_find_evidence (DpCase *self,
                       const char *id)
{
  g_return_val_if_fail (DP_IS_CASE (self), NULL);

  return find_by (get_list (self, PROP_EVIDENCE), (DpGetter) dp_evidence_get_id, id);
}

DpEvidence *
dp_case_find_evidence_by_key (DpCase *self,
                              const char *key)
{
  g_return_val_if_fail (DP_IS_CASE (self), NULL);

  return find_by (get_list (self, PROP_EVIDENCE), (DpGetter) dp_evidence_get_key, key);
}

DpWaiver *
dp_case_find_waiver (DpCase *self,
                     const char *check)
{
  g_return_val_if_fail (DP_IS_CASE (self), NULL);

  return find_by (get_list (self, PROP_WAIVERS), (DpGetter) dp_waiver_get_check, check);
}
