/* dp-session.c: one open case, as its page, article view and side pages share it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-session.h"

#include <glib/gi18n.h>

#include "app/dp-phrases.h"

struct _DpSession
{
  GObject parent_instance;

  DpWorkbench *workbench; /* (owned) */
  DpCaseFile *file;       /* (owned) */
  DpArticle *article;     /* (owned) (nullable) */
  DpHighlight *highlight; /* (owned) (nullable) */
  DpEvidence *evidence;   /* (owned) (nullable) */
  DpReviewDesk *desk;     /* (owned) */
  GHashTable *called;     /* (owned) (element-type utf8 DpNarrative): of narratives that are called otherwise today */
};

typedef enum
{
  PROP_WORKBENCH = 1,
  PROP_FILE,
  PROP_ARTICLE,
  PROP_HIGHLIGHT,
  PROP_EVIDENCE,
} DpSessionProperty;

static GParamSpec *properties[PROP_EVIDENCE + 1];

enum
{
  SIGNAL_TOAST,
  SIGNAL_PASSAGE,
  SIGNAL_INQUIRY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DpSession, dp_session, G_TYPE_OBJECT)

static gboolean
is_listed (GListModel *list,
           gpointer item)
{
  guint position;

  return g_list_store_find (G_LIST_STORE (list), item, &position);
}

static void
highlights_changed_cb (DpSession *self)
{
  if (self->highlight != NULL &&
      !is_listed (dp_case_list_highlights (dp_session_get_case (self)), self->highlight))
    dp_session_set_highlight (self, NULL);
}

static void
evidence_changed_cb (DpSession *self)
{
  if (self->evidence != NULL &&
      !is_listed (dp_case_list_evidence (dp_session_get_case (self)), self->evidence))
    dp_session_set_evidence (self, NULL);
}

/* The article shown is one of the case's, and if there is any, one is shown. */
static void
articles_changed_cb (DpSession *self)
{
  GListModel *articles = dp_case_list_articles (dp_session_get_case (self));
  g_autoptr (DpArticle) first = NULL;

  if (self->article != NULL && is_listed (articles, self->article))
    return;

  first = g_list_model_get_item (articles, 0);
  dp_session_set_article (self, first);
}

static void
dp_session_constructed (GObject *object)
{
  DpSession *self = DP_SESSION (object);
  DpCase *dp_case = dp_session_get_case (self);

  G_OBJECT_CLASS (dp_session_parent_class)->constructed (object);

  g_signal_connect_object (dp_case_list_highlights (dp_case), "items-changed", G_CALLBACK (highlights_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dp_case_list_evidence (dp_case), "items-changed", G_CALLBACK (evidence_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dp_case_list_articles (dp_case), "items-changed", G_CALLBACK (articles_changed_cb), self, G_CONNECT_SWAPPED);
  articles_changed_cb (self);
  self->desk = dp_review_desk_new (self->workbench, self->file);
}

static void
dp_session_get_property (GObject *object,
                         guint prop_id,
                         GValue *value,
                         GParamSpec *pspec)
{
  DpSession *self = DP_SESSION (object);

  switch ((DpSessionProperty) prop_id)
    {
    case PROP_WORKBENCH:
      g_value_set_object (value, self->workbench);
      break;
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_ARTICLE:
      g_value_set_object (value, self->article);
      break;
    case PROP_HIGHLIGHT:
      g_value_set_object (value, self->highlight);
      break;
    case PROP_EVIDENCE:
      g_value_set_object (value, self->evidence);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_session_set_property (GObject *object,
                         guint prop_id,
                         const GValue *value,
                         GParamSpec *pspec)
{
  DpSession *self = DP_SESSION (object);

  switch ((DpSessionProperty) prop_id)
    {
    case PROP_WORKBENCH:
      self->workbench = g_value_dup_object (value);
      break;
    case PROP_FILE:
      self->file = g_value_dup_object (value);
      break;
    case PROP_ARTICLE:
      dp_session_set_article (self, g_value_get_object (value));
      break;
    case PROP_HIGHLIGHT:
      dp_session_set_highlight (self, g_value_get_object (value));
      break;
    case PROP_EVIDENCE:
      dp_session_set_evidence (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_session_dispose (GObject *object)
{
  DpSession *self = DP_SESSION (object);

  g_clear_object (&self->evidence);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->called, g_hash_table_unref);
  g_clear_object (&self->highlight);
  g_clear_object (&self->article);

  G_OBJECT_CLASS (dp_session_parent_class)->dispose (object);
}

static void
dp_session_finalize (GObject *object)
{
  DpSession *self = DP_SESSION (object);

  g_clear_object (&self->file);
  g_clear_object (&self->workbench);

  G_OBJECT_CLASS (dp_session_parent_class)->finalize (object);
}

static void
dp_session_class_init (DpSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  const GParamFlags selected = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = dp_session_constructed;
  object_class->get_property = dp_session_get_property;
  object_class->set_property = dp_session_set_property;
  object_class->dispose = dp_session_dispose;
  object_class->finalize = dp_session_finalize;

  properties[PROP_WORKBENCH] = g_param_spec_object ("workbench", NULL, NULL, DP_TYPE_WORKBENCH, once);
  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, DP_TYPE_CASE_FILE, once);
  properties[PROP_ARTICLE] = g_param_spec_object ("article", NULL, NULL, DP_TYPE_ARTICLE, selected);
  properties[PROP_HIGHLIGHT] = g_param_spec_object ("highlight", NULL, NULL, DP_TYPE_HIGHLIGHT, selected);
  properties[PROP_EVIDENCE] = g_param_spec_object ("evidence", NULL, NULL, DP_TYPE_EVIDENCE, selected);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SIGNAL_PASSAGE] =
      g_signal_new ("passage", DP_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_BOOLEAN, G_TYPE_UINT, G_TYPE_UINT);
  signals[SIGNAL_INQUIRY] = g_signal_new ("inquiry", DP_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_TOAST] =
      g_signal_new ("toast",
                    G_TYPE_FROM_CLASS (klass),
                    G_SIGNAL_RUN_LAST,
                    0,
                    NULL,
                    NULL,
                    NULL,
                    G_TYPE_NONE,
                    3,
                    G_TYPE_STRING,
                    G_TYPE_STRING,
                    G_TYPE_STRING);
}

static void
dp_session_init (DpSession *self)
{
  self->called = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

DpSession *
dp_session_new (DpWorkbench *workbench,
                DpCaseFile *file)
{
  g_return_val_if_fail (DP_IS_WORKBENCH (workbench), NULL);
  g_return_val_if_fail (DP_IS_CASE_FILE (file), NULL);

  return g_object_new (DP_TYPE_SESSION, "workbench", workbench, "file", file, NULL);
}

DpWorkbench *
dp_session_get_workbench (DpSession *self)
{
  g_return_val_if_fail (DP_IS_SESSION (self), NULL);

  return self->workbench;
}

DpCaseFile *
dp_session_get_file (DpSession *self)
{
  g_return_val_if_fail (DP_IS_SESSION (self), NULL);

  return self->file;
}

DpCase *
dp_session_get_case (DpSession *self)
{
  g_return_val_if_fail (DP_IS_SESSION (self), NULL);

  return dp_case_file_get_case (self->file);
}

DpReviewDesk *
dp_session_get_desk (DpSession *self)
{
  g_return_val_if_fail (DP_IS_SESSION (self), NULL);

  return self->desk;
}

DpHistory *
dp_session_get_history (DpSession *self)
{
  g_return_val_if_fail (DP_IS_SESSION (self), NULL);

  return dp_case_file_get_history (self->file);
}

DpArticle *
dp_session_get_article (DpSession *self)
{
  g_return_val_if_fail (DP_IS_SESSION (self), NULL);

  return self->article;
}

void
dp_session_set_article (DpSession *self,
                        DpArticle *article)
{
  g_return_if_fail (DP_IS_SESSION (self));
  g_return_if_fail (article == NULL || DP_IS_ARTICLE (article));

  if (g_set_object (&self->article, article))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ARTICLE]);
}

DpHighlight *
dp_session_get_highlight (DpSession *self)
{
  g_return_val_if_fail (DP_IS_SESSION (self), NULL);

  return self->highlight;
}

void
dp_session_set_highlight (DpSession *self,
                          DpHighlight *highlight)
{
  g_return_if_fail (DP_IS_SESSION (self));
  g_return_if_fail (highlight == NULL || DP_IS_HIGHLIGHT (highlight));

  if (g_set_object (&self->highlight, highlight))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HIGHLIGHT]);
}

DpEvidence *
dp_session_get_evidence (DpSession *self)
{
  g_return_val_if_fail (DP_IS_SESSION (self), NULL);

  return self->evidence;
}

void
dp_session_set_evidence (DpSession *self,
                         DpEvidence *evidence)
{
  g_return_if_fail (DP_IS_SESSION (self));
  g_return_if_fail (evidence == NULL || DP_IS_EVIDENCE (evidence));

  if (g_set_object (&self->evidence, evidence))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EVIDENCE]);
}

DpArticle *
dp_session_need_article (DpSession *self)
{
  g_autoptr (DpArticle) article = NULL;

  g_return_val_if_fail (DP_IS_SESSION (self), NULL);

  if (self->article != NULL)
    return self->article;

  article = dp_article_new ();
  dp_history_begin (dp_session_get_history (self), _ ("Add the article"));
  dp_case_add_article (dp_session_get_case (self), article);
  dp_history_end (dp_session_get_history (self));
  dp_session_set_article (self, article);
  return article; /* kept by the case */
}

static void
copy_fields (DpArticle *article,
             DpArticle *taken)
{
  static const char *const names[] = { "title", "outlet", "published", "modified", "language", "link", "canonical", "image" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *own = NULL;
      g_autofree char *other = NULL;

      g_object_get (article, names[i], &own, NULL);
      g_object_get (taken, names[i], &other, NULL);
      if (own == NULL || *own == '\0')
        g_object_set (article, names[i], other, NULL);
    }
  if (dp_article_get_authors (article) == NULL || *dp_article_get_authors (article) == NULL)
    dp_article_set_authors (article, dp_article_get_authors (taken));
}

gboolean
dp_session_take_article (DpSession *self,
                         DpArticle *taken,
                         GBytes *bytes,
                         GError **error)
{
  DpCase *dp_case;
  DpArticle *article;

  g_return_val_if_fail (DP_IS_SESSION (self), FALSE);
  g_return_val_if_fail (DP_IS_ARTICLE (taken), FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  if (!dp_case_file_seal (self->file, bytes, error))
    return FALSE;

  dp_case = dp_session_get_case (self);
  dp_history_begin (dp_session_get_history (self), _ ("Put in the article"));
  article = dp_session_need_article (self);
  copy_fields (article, taken);
  dp_article_set_sealed (article, dp_article_get_sealed (taken));
  dp_case_correct_text (dp_case, article, dp_article_get_blocks (taken));
  if (*dp_case_get_title (dp_case) == '\0')
    {
      g_autofree char *title = dp_phrase_article_title (article);

      dp_case_set_title (dp_case, title);
    }
  dp_history_end (dp_session_get_history (self));
  return TRUE;
}

/* (transfer none): what the case was tagged with then, and what that is today */
static DpNarrative *
call (DpSession *self,
      DpNarrative *then,
      DpNarrative *now)
{
  DpNarrative *called = g_hash_table_lookup (self->called, dp_narrative_get_id (then));
  g_autofree char *label = NULL;

  if (dp_narrative_is_retired (now))
    /* Translators: %s is the name of a narrative that is no longer used */
    label = g_strdup_printf (_ ("%s (retired)"), dp_narrative_get_label (then));
  else
    /* Translators: first what a narrative was called when it was used, then what it is called today */
    label = g_strdup_printf (_ ("%s (now: %s)"), dp_narrative_get_label (then), dp_narrative_get_label (now));
  if (called != NULL && g_str_equal (dp_narrative_get_label (called), label) && dp_narrative_get_colour (called) == dp_narrative_get_colour (now))
    return called;

  called = dp_narrative_new (dp_narrative_get_id (then), label, dp_narrative_get_definition (now), dp_narrative_get_parent_id (now), dp_narrative_get_colour (now), FALSE);
  g_hash_table_replace (self->called, g_strdup (dp_narrative_get_id (then)), called);
  return called;
}

DpNarrative *
dp_session_find_narrative (DpSession *self,
                           const char *id)
{
  DpNarratives *narratives;
  DpNarrative *then;
  DpNarrative *now;

  g_return_val_if_fail (DP_IS_SESSION (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  narratives = dp_workbench_get_narratives (self->workbench);
  then = dp_case_find_narrative (dp_session_get_case (self), id);
  now = narratives != NULL ? dp_narratives_resolve (narratives, id) : NULL;
  if (now == NULL || then == NULL)
    return now != NULL ? now : then;
  if (!dp_narrative_is_retired (now) && g_str_equal (dp_narrative_get_id (now), id) && dp_narrative_has_label (now, dp_narrative_get_label (then)))
    return now;
  return call (self, then, now);
}

void
dp_session_show_passage (DpSession *self,
                         gboolean in_summary,
                         DpSpan span)
{
  g_return_if_fail (DP_IS_SESSION (self));

  g_signal_emit (self, signals[SIGNAL_PASSAGE], 0, in_summary, span.start, span.end);
}

void
dp_session_show_inquiry (DpSession *self,
                         const char *id)
{
  g_return_if_fail (DP_IS_SESSION (self));
  g_return_if_fail (id != NULL);

  g_signal_emit (self, signals[SIGNAL_INQUIRY], 0, id);
}

void
dp_session_toast (DpSession *self,
                  const char *text,
                  const char *action_label,
                  const char *action_name)
{
  g_return_if_fail (DP_IS_SESSION (self));
  g_return_if_fail (text != NULL);

  g_signal_emit (self, signals[SIGNAL_TOAST], 0, text, action_label, action_name);
}

DpHighlight *
dp_session_add_highlight (DpSession *self,
                          DpSpan span)
{
  DpHighlight *highlight;

  g_return_val_if_fail (DP_IS_SESSION (self), NULL);
  g_return_val_if_fail (self->article != NULL, NULL);

  dp_history_begin (dp_session_get_history (self), _ ("Highlight"));
  highlight = dp_case_add_highlight (dp_session_get_case (self), self->article, span);
  dp_history_end (dp_session_get_history (self));
  dp_session_set_highlight (self, highlight);
  return highlight;
}

void
dp_session_remove_highlight (DpSession *self,
                             DpHighlight *highlight)
{
  g_return_if_fail (DP_IS_SESSION (self));
  g_return_if_fail (DP_IS_HIGHLIGHT (highlight));

  dp_history_begin (dp_session_get_history (self), _ ("Remove highlight"));
  dp_case_remove_highlight (dp_session_get_case (self), highlight);
  dp_history_end (dp_session_get_history (self));
  dp_session_toast (self, _ ("Highlight removed"), _ ("Undo"), "history.undo");
}

void
dp_session_tag (DpSession *self,
                DpHighlight *highlight,
                DpNarrative *narrative)
{
  g_return_if_fail (DP_IS_SESSION (self));
  g_return_if_fail (DP_IS_HIGHLIGHT (highlight));
  g_return_if_fail (DP_IS_NARRATIVE (narrative));

  dp_history_begin (dp_session_get_history (self), _ ("Tag with a narrative"));
  dp_case_tag (dp_session_get_case (self), highlight, narrative);
  dp_history_end (dp_session_get_history (self));
  dp_workbench_use_narrative (self->workbench, narrative);
}

void
dp_session_untag (DpSession *self,
                  DpHighlight *highlight,
                  const char *narrative_id)
{
  g_return_if_fail (DP_IS_SESSION (self));
  g_return_if_fail (DP_IS_HIGHLIGHT (highlight));
  g_return_if_fail (narrative_id != NULL);

  dp_history_begin (dp_session_get_history (self), _ ("Remove narrative"));
  dp_case_untag (dp_session_get_case (self), highlight, narrative_id);
  dp_history_end (dp_session_get_history (self));
}

void
dp_session_toggle_technique (DpSession *self,
                             DpHighlight *highlight,
                             const char *tag)
{
  g_autoptr (GStrvBuilder) tags = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;
  g_autofree char *id = NULL;
  const char *const *now;
  gboolean is_on = FALSE;

  g_return_if_fail (DP_IS_SESSION (self));
  g_return_if_fail (DP_IS_HIGHLIGHT (highlight));
  g_return_if_fail (dp_technique_tag_is_valid (tag));

  id = dp_technique_tag_dup_id (tag);
  now = dp_highlight_get_techniques (highlight);
  for (guint i = 0; now[i] != NULL; i++)
    {
      g_autofree char *other = dp_technique_tag_dup_id (now[i]);

      if (g_str_equal (other, id))
        is_on = TRUE;
      else
        g_strv_builder_add (tags, now[i]);
    }
  if (!is_on)
    g_strv_builder_add (tags, tag);
  strv = g_strv_builder_end (tags);
  dp_history_begin (dp_session_get_history (self), is_on ? _ ("Remove technique") : _ ("Tag with a technique"));
  dp_highlight_set_techniques (highlight, (const char *const *) strv);
  dp_history_end (dp_session_get_history (self));
}

DpClaim *
dp_session_add_claim (DpSession *self,
                      DpHighlight *highlight)
{
  g_autoptr (DpClaim) claim = NULL;

  g_return_val_if_fail (DP_IS_SESSION (self), NULL);
  g_return_val_if_fail (highlight == NULL || DP_IS_HIGHLIGHT (highlight), NULL);

  claim = dp_claim_new (highlight != NULL ? dp_highlight_get_quote (highlight) : "");
  if (highlight != NULL)
    {
      const char *ids[] = { dp_highlight_get_id (highlight), NULL };

      dp_claim_set_highlights (claim, ids);
      if (self->article != NULL)
        dp_claim_set_language (claim, dp_article_get_language (self->article));
    }

  dp_history_begin (dp_session_get_history (self), _ ("Add claim"));
  dp_case_add_claim (dp_session_get_case (self), claim);
  dp_history_end (dp_session_get_history (self));
  return claim; /* kept by the case */
}

void
dp_session_add_evidence (DpSession *self,
                         DpEvidence *evidence)
{
  g_return_if_fail (DP_IS_SESSION (self));
  g_return_if_fail (DP_IS_EVIDENCE (evidence));

  dp_history_begin (dp_session_get_history (self), _ ("Add evidence"));
  dp_case_add_evidence (dp_session_get_case (self), evidence);
  dp_history_end (dp_session_get_history (self));
  dp_session_set_evidence (self, evidence);
}

void
dp_session_remove_evidence (DpSession *self,
                            DpEvidence *evidence)
{
  g_return_if_fail (DP_IS_SESSION (self));
  g_return_if_fail (DP_IS_EVIDENCE (evidence));

  dp_history_begin (dp_session_get_history (self), _ ("Remove evidence"));
  dp_case_remove_evidence (dp_session_get_case (self), evidence);
  dp_history_end (dp_session_get_history (self));
  dp_session_toast (self, _ ("Evidence removed"), _ ("Undo"), "history.undo");
}
