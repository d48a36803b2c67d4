/* dp-claim.c: one checkable statement, in the speaker's words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/dp-claim.h"

#include "base/dp-id.h"
#include "model/dp-case-text.h"
#include "model/dp-model-private.h"
#include "model/dp-tracked.h"

struct _DpClaim
{
  GObject parent_instance;

  char *id;
  char *text;
  char *language;
  char *translation;
  char *translator;
  char *translation_checked_by;
  char *true_in_it;
  char **highlights;
};

G_DEFINE_FINAL_TYPE (DpClaim, dp_claim, G_TYPE_OBJECT)

typedef enum
{
  PROP_ID = 1,
  PROP_TEXT,
  PROP_LANGUAGE,
  PROP_TRANSLATION,
  PROP_TRANSLATOR,
  PROP_TRANSLATION_CHECKED_BY,
  PROP_TRUE_IN_IT,
  PROP_HIGHLIGHTS,
} DpClaimProperty;
static GParamSpec *properties[PROP_HIGHLIGHTS + 1];

static void
dp_claim_get_property (GObject *object,
                       guint prop_id,
                       GValue *value,
                       GParamSpec *pspec)
{
  DpClaim *self = DP_CLAIM (object);

  switch ((DpClaimProperty) prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_LANGUAGE:
      g_value_set_string (value, self->language);
      break;
    case PROP_TRANSLATION:
      g_value_set_string (value, self->translation);
      break;
    case PROP_TRANSLATOR:
      g_value_set_string (value, self->translator);
      break;
    case PROP_TRANSLATION_CHECKED_BY:
      g_value_set_string (value, self->translation_checked_by);
      break;
    case PROP_TRUE_IN_IT:
      g_value_set_string (value, self->true_in_it);
      break;
    case PROP_HIGHLIGHTS:
      g_value_set_boxed (value, self->highlights);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_claim_set_property (GObject *object,
                       guint prop_id,
                       const GValue *value,
                       GParamSpec *pspec)
{
  DpClaim *self = DP_CLAIM (object);

  switch ((DpClaimProperty) prop_id)
    {
    case PROP_ID:
      dp_set_text (&self->id, g_value_get_string (value));
      break;
    case PROP_TEXT:
      dp_claim_set_text (self, g_value_get_string (value));
      break;
    case PROP_LANGUAGE:
      dp_claim_set_language (self, g_value_get_string (value));
      break;
    case PROP_TRANSLATION:
      dp_claim_set_translation (self, g_value_get_string (value));
      break;
    case PROP_TRANSLATOR:
      dp_claim_set_translator (self, g_value_get_string (value));
      break;
    case PROP_TRANSLATION_CHECKED_BY:
      dp_claim_set_translation_checked_by (self, g_value_get_string (value));
      break;
    case PROP_TRUE_IN_IT:
      dp_claim_set_true_in_it (self, g_value_get_string (value));
      break;
    case PROP_HIGHLIGHTS:
      dp_claim_set_highlights (self, g_value_get_boxed (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_claim_finalize (GObject *object)
{
  DpClaim *self = DP_CLAIM (object);

  g_free (self->id);
  g_free (self->text);
  g_free (self->language);
  g_free (self->translation);
  g_free (self->translator);
  g_free (self->translation_checked_by);
  g_free (self->true_in_it);
  g_strfreev (self->highlights);

  G_OBJECT_CLASS (dp_claim_parent_class)->finalize (object);
}

static void
dp_claim_class_init (DpClaimClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = dp_claim_get_property;
  object_class->set_property = dp_claim_set_property;
  object_class->finalize = dp_claim_finalize;
  object_class->notify = dp_case_text_notify;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, "", DP_PARAM_FIXED);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", DP_PARAM_MODEL);
  properties[PROP_LANGUAGE] = g_param_spec_string ("language", NULL, NULL, "", DP_PARAM_MODEL);
  properties[PROP_TRANSLATION] = g_param_spec_string ("translation", NULL, NULL, "", DP_PARAM_MODEL);
  properties[PROP_TRANSLATOR] = g_param_spec_string ("translator", NULL, NULL, "", DP_PARAM_MODEL);
  properties[PROP_TRANSLATION_CHECKED_BY] = g_param_spec_string ("translation-checked-by", NULL, NULL, "", DP_PARAM_MODEL);
  properties[PROP_TRUE_IN_IT] = g_param_spec_string ("true-in-it", NULL, NULL, "", DP_PARAM_MODEL);
  properties[PROP_HIGHLIGHTS] = g_param_spec_boxed ("highlights", NULL, NULL, G_TYPE_STRV, DP_PARAM_MODEL);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
dp_claim_init (DpClaim *self)
{
  dp_set_text (&self->id, "");
  dp_set_text (&self->text, "");
  dp_set_text (&self->language, "");
  dp_set_text (&self->translation, "");
  dp_set_text (&self->translator, "");
  dp_set_text (&self->translation_checked_by, "");
  dp_set_text (&self->true_in_it, "");
  dp_set_texts (&self->highlights, NULL);
}

DpClaim *
dp_claim_new (const char *text)
{
  g_autofree char *id = dp_id_new ();

  return dp_claim_new_with_id (id, text);
}

DpClaim *
dp_claim_new_with_id (const char *id,
                      const char *text)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (DP_TYPE_CLAIM, "id", id, "text", text, NULL);
}

const char *
dp_claim_get_id (DpClaim *self)
{
  g_return_val_if_fail (DP_IS_CLAIM (self), NULL);

  return self->id;
}

const char *
dp_claim_get_text (DpClaim *self)
{
  g_return_val_if_fail (DP_IS_CLAIM (self), NULL);

  return self->text;
}

void
dp_claim_set_text (DpClaim *self,
                   const char *text)
{
  g_return_if_fail (DP_IS_CLAIM (self));

  if (dp_set_text (&self->text, text))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

const char *
dp_claim_get_language (DpClaim *self)
{
  g_return_val_if_fail (DP_IS_CLAIM (self), NULL);

  return self->language;
}

void
dp_claim_set_language (DpClaim *self,
                       const char *language)
{
  g_return_if_fail (DP_IS_CLAIM (self));

  if (dp_set_text (&self->language, language))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LANGUAGE]);
}

const char *
dp_claim_get_translation (DpClaim *self)
{
  g_return_val_if_fail (DP_IS_CLAIM (self), NULL);

  return self->translation;
}

void
dp_claim_set_translation (DpClaim *self,
                          const char *translation)
{
  g_return_if_fail (DP_IS_CLAIM (self));

  if (dp_set_text (&self->translation, translation))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TRANSLATION]);
}

const char *const *
dp_claim_get_highlights (DpClaim *self)
{
  g_return_val_if_fail (DP_IS_CLAIM (self), NULL);

  return (const char *const *) self->highlights;
}

void
dp_claim_set_highlights (DpClaim *self,
                         const char *const *ids)
{
  g_return_if_fail (DP_IS_CLAIM (self));

  if (dp_set_texts (&self->highlights, ids))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HIGHLIGHTS]);
}

const char *
dp_claim_get_translator (DpClaim *self)
{
  g_return_val_if_fail (DP_IS_CLAIM (self), NULL);

  return self->translator;
}

void
dp_claim_set_translator (DpClaim *self,
                         const char *translator)
{
  g_return_if_fail (DP_IS_CLAIM (self));

  if (dp_set_text (&self->translator, translator))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TRANSLATOR]);
}

const char *
dp_claim_get_translation_checked_by (DpClaim *self)
{
  g_return_val_if_fail (DP_IS_CLAIM (self), NULL);

  return self->translation_checked_by;
}

void
dp_claim_set_translation_checked_by (DpClaim *self,
                                     const char *translation_checked_by)
{
  g_return_if_fail (DP_IS_CLAIM (self));

  if (dp_set_text (&self->translation_checked_by, translation_checked_by))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TRANSLATION_CHECKED_BY]);
}

const char *
dp_claim_get_true_in_it (DpClaim *self)
{
  g_return_val_if_fail (DP_IS_CLAIM (self), NULL);

  return self->true_in_it;
}

void
dp_claim_set_true_in_it (DpClaim *self,
                         const char *true_in_it)
{
  g_return_if_fail (DP_IS_CLAIM (self));

  if (dp_set_text (&self->true_in_it, true_in_it))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TRUE_IN_IT]);
}
