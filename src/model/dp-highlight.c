/* dp-highlight.c: a passage of an article, with what was said of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/dp-highlight.h"

#include "base/dp-id.h"
#include "model/dp-case-text.h"
#include "model/dp-model-private.h"
#include "model/dp-tracked.h"

struct _DpHighlight
{
  GObject parent_instance;

  char *id;
  char *article_id;
  DpAnchor *anchor;
  char **narratives;
  char **techniques;
  char *note;
  gboolean lost;
  GPtrArray *candidates; /* (element-type DpCandidate) */
};

G_DEFINE_FINAL_TYPE (DpHighlight, dp_highlight, G_TYPE_OBJECT)

typedef enum
{
  PROP_ID = 1,
  PROP_ARTICLE_ID,
  PROP_ANCHOR,
  PROP_NARRATIVES,
  PROP_TECHNIQUES,
  PROP_NOTE,
  PROP_LOST,
  PROP_CANDIDATES,
  PROP_QUOTE,
} DpHighlightProperty;
static GParamSpec *properties[PROP_QUOTE + 1];

static void
dp_highlight_get_property (GObject *object,
                           guint prop_id,
                           GValue *value,
                           GParamSpec *pspec)
{
  DpHighlight *self = DP_HIGHLIGHT (object);

  switch ((DpHighlightProperty) prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_ARTICLE_ID:
      g_value_set_string (value, self->article_id);
      break;
    case PROP_ANCHOR:
      g_value_set_boxed (value, self->anchor);
      break;
    case PROP_NARRATIVES:
      g_value_set_boxed (value, self->narratives);
      break;
    case PROP_TECHNIQUES:
      g_value_set_boxed (value, self->techniques);
      break;
    case PROP_NOTE:
      g_value_set_string (value, self->note);
      break;
    case PROP_LOST:
      g_value_set_boolean (value, self->lost);
      break;
    case PROP_CANDIDATES:
      g_value_set_boxed (value, self->candidates);
      break;
    case PROP_QUOTE:
      g_value_set_string (value, dp_highlight_get_quote (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_highlight_set_property (GObject *object,
                           guint prop_id,
                           const GValue *value,
                           GParamSpec *pspec)
{
  DpHighlight *self = DP_HIGHLIGHT (object);

  switch ((DpHighlightProperty) prop_id)
    {
    case PROP_ID:
      dp_set_text (&self->id, g_value_get_string (value));
      break;
    case PROP_ARTICLE_ID:
      dp_set_text (&self->article_id, g_value_get_string (value));
      break;
    case PROP_ANCHOR:
      dp_highlight_set_anchor (self, g_value_get_boxed (value));
      break;
    case PROP_NARRATIVES:
      dp_highlight_set_narratives (self, g_value_get_boxed (value));
      break;
    case PROP_TECHNIQUES:
      dp_highlight_set_techniques (self, g_value_get_boxed (value));
      break;
    case PROP_NOTE:
      dp_highlight_set_note (self, g_value_get_string (value));
      break;
    case PROP_LOST:
      dp_highlight_set_lost (self, g_value_get_boolean (value));
      break;
    case PROP_CANDIDATES:
      dp_highlight_set_candidates (self, g_value_get_boxed (value));
      break;
    case PROP_QUOTE:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_highlight_finalize (GObject *object)
{
  DpHighlight *self = DP_HIGHLIGHT (object);

  g_free (self->id);
  g_free (self->article_id);
  g_clear_pointer (&self->anchor, dp_anchor_free);
  g_strfreev (self->narratives);
  g_strfreev (self->techniques);
  g_free (self->note);
  g_ptr_array_unref (self->candidates);

  G_OBJECT_CLASS (dp_highlight_parent_class)->finalize (object);
}

static void
dp_highlight_class_init (DpHighlightClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = dp_highlight_get_property;
  object_class->set_property = dp_highlight_set_property;
  object_class->finalize = dp_highlight_finalize;
  object_class->notify = dp_case_text_notify;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, "", DP_PARAM_FIXED);
  properties[PROP_ARTICLE_ID] = g_param_spec_string ("article-id", NULL, NULL, "", DP_PARAM_FIXED);
  properties[PROP_ANCHOR] = g_param_spec_boxed ("anchor", NULL, NULL, DP_TYPE_ANCHOR, DP_PARAM_MODEL);
  properties[PROP_NARRATIVES] = g_param_spec_boxed ("narratives", NULL, NULL, G_TYPE_STRV, DP_PARAM_MODEL);
  properties[PROP_TECHNIQUES] = g_param_spec_boxed ("techniques", NULL, NULL, G_TYPE_STRV, DP_PARAM_MODEL);
  properties[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, "", DP_PARAM_MODEL);
  properties[PROP_LOST] = g_param_spec_boolean ("lost", NULL, NULL, FALSE, DP_PARAM_MODEL);
  properties[PROP_CANDIDATES] = g_param_spec_boxed ("candidates", NULL, NULL, G_TYPE_PTR_ARRAY, DP_PARAM_MODEL);
  properties[PROP_QUOTE] = g_param_spec_string ("quote", NULL, NULL, "", DP_PARAM_DERIVED);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
dp_highlight_init (DpHighlight *self)
{
  dp_set_text (&self->id, "");
  dp_set_text (&self->article_id, "");
  dp_set_texts (&self->narratives, NULL);
  dp_set_texts (&self->techniques, NULL);
  dp_set_text (&self->note, "");
  self->candidates = dp_candidates_new ();
}

DpHighlight *
dp_highlight_new (const char *article_id,
                  const DpAnchor *anchor)
{
  g_autofree char *id = dp_id_new ();

  return dp_highlight_new_with_id (id, article_id, anchor);
}

DpHighlight *
dp_highlight_new_with_id (const char *id,
                          const char *article_id,
                          const DpAnchor *anchor)
{
  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (article_id != NULL, NULL);
  g_return_val_if_fail (anchor != NULL, NULL);

  return g_object_new (DP_TYPE_HIGHLIGHT, "id", id, "article-id", article_id, "anchor", anchor, NULL);
}

const char *
dp_highlight_get_id (DpHighlight *self)
{
  g_return_val_if_fail (DP_IS_HIGHLIGHT (self), NULL);

  return self->id;
}

const char *
dp_highlight_get_article_id (DpHighlight *self)
{
  g_return_val_if_fail (DP_IS_HIGHLIGHT (self), NULL);

  return self->article_id;
}

const DpAnchor *
dp_highlight_get_anchor (DpHighlight *self)
{
  g_return_val_if_fail (DP_IS_HIGHLIGHT (self), NULL);

  return self->anchor;
}

void
dp_highlight_set_anchor (DpHighlight *self,
                         const DpAnchor *anchor)
{
  gboolean same_quote;

  g_return_if_fail (DP_IS_HIGHLIGHT (self));

  /* Only the default of construction has none. */
  if (anchor == NULL)
    return;
  if (self->anchor != NULL && dp_anchor_equal (self->anchor, anchor))
    return;

  same_quote = g_str_equal (dp_highlight_get_quote (self), anchor->exact);
  if (self->anchor != NULL)
    dp_anchor_free (self->anchor);
  self->anchor = dp_anchor_copy (anchor);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ANCHOR]);
  if (!same_quote)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_QUOTE]);
}

const char *const *
dp_highlight_get_techniques (DpHighlight *self)
{
  g_return_val_if_fail (DP_IS_HIGHLIGHT (self), NULL);

  return (const char *const *) self->techniques;
}

void
dp_highlight_set_techniques (DpHighlight *self,
                             const char *const *tags)
{
  g_return_if_fail (DP_IS_HIGHLIGHT (self));

  if (dp_set_texts (&self->techniques, tags))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TECHNIQUES]);
}

const char *const *
dp_highlight_get_narratives (DpHighlight *self)
{
  g_return_val_if_fail (DP_IS_HIGHLIGHT (self), NULL);

  return (const char *const *) self->narratives;
}

void
dp_highlight_set_narratives (DpHighlight *self,
                             const char *const *ids)
{
  g_return_if_fail (DP_IS_HIGHLIGHT (self));

  if (dp_set_texts (&self->narratives, ids))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARRATIVES]);
}

gboolean
dp_highlight_has_narrative (DpHighlight *self,
                            const char *id)
{
  g_return_val_if_fail (DP_IS_HIGHLIGHT (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return g_strv_contains ((const char *const *) self->narratives, id);
}

const char *
dp_highlight_get_note (DpHighlight *self)
{
  g_return_val_if_fail (DP_IS_HIGHLIGHT (self), NULL);

  return self->note;
}

void
dp_highlight_set_note (DpHighlight *self,
                       const char *note)
{
  g_return_if_fail (DP_IS_HIGHLIGHT (self));

  if (dp_set_text (&self->note, note))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOTE]);
}

gboolean
dp_highlight_is_lost (DpHighlight *self)
{
  g_return_val_if_fail (DP_IS_HIGHLIGHT (self), FALSE);

  return self->lost;
}

void
dp_highlight_set_lost (DpHighlight *self,
                       gboolean lost)
{
  g_return_if_fail (DP_IS_HIGHLIGHT (self));

  lost = !!lost;
  if (self->lost == lost)
    return;

  self->lost = lost;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOST]);
}

GPtrArray *
dp_highlight_get_candidates (DpHighlight *self)
{
  g_return_val_if_fail (DP_IS_HIGHLIGHT (self), NULL);

  return self->candidates;
}

void
dp_highlight_set_candidates (DpHighlight *self,
                             GPtrArray *candidates)
{
  g_autoptr (GPtrArray) value = NULL;

  g_return_if_fail (DP_IS_HIGHLIGHT (self));

  value = candidates != NULL ? g_ptr_array_ref (candidates) : dp_candidates_new ();
  if (self->candidates == value || (self->candidates->len == 0 && value->len == 0))
    return;

  g_ptr_array_unref (self->candidates);
  self->candidates = g_steal_pointer (&value);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CANDIDATES]);
}

gboolean
dp_highlight_is_waiting (DpHighlight *self)
{
  g_return_val_if_fail (DP_IS_HIGHLIGHT (self), FALSE);

  return self->lost && self->candidates->len > 0;
}

const char *
dp_highlight_get_quote (DpHighlight *self)
{
  g_return_val_if_fail (DP_IS_HIGHLIGHT (self), NULL);

  return self->anchor != NULL ? self->anchor->exact : "";
}
