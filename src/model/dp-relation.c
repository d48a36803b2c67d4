/* dp-relation.c: a typed link to another case
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/dp-relation.h"

#include <glib/gi18n-lib.h>
#include "model/dp-model-private.h"
#include "model/dp-tracked.h"

G_DEFINE_ENUM_TYPE (DpRelationKind, dp_relation_kind, G_DEFINE_ENUM_VALUE (DP_RELATION_SEE_ALSO, "see-also"), G_DEFINE_ENUM_VALUE (DP_RELATION_REPEATS, "repeats"), G_DEFINE_ENUM_VALUE (DP_RELATION_UPDATES, "updates"), G_DEFINE_ENUM_VALUE (DP_RELATION_CONTRADICTS, "contradicts"), G_DEFINE_ENUM_VALUE (DP_RELATION_SUPERSEDES, "supersedes"))

struct _DpRelation
{
  GObject parent_instance;

  DpRelationKind kind;
  char *case_id;
  char *title;
  char *note;
};

G_DEFINE_FINAL_TYPE (DpRelation, dp_relation, G_TYPE_OBJECT)

typedef enum
{
  PROP_KIND = 1,
  PROP_CASE_ID,
  PROP_TITLE,
  PROP_NOTE,
} DpRelationProperty;
static GParamSpec *properties[PROP_NOTE + 1];

const char *
dp_relation_kind_to_nick (DpRelationKind kind)
{
  return dp_enum_to_nick (DP_TYPE_RELATION_KIND, kind);
}

gboolean
dp_relation_kind_from_nick (const char *nick,
                            DpRelationKind *kind)
{
  int value;

  if (!dp_enum_from_nick (DP_TYPE_RELATION_KIND, nick, &value))
    return FALSE;

  *kind = value;
  return TRUE;
}

const char *
dp_relation_kind_get_label (DpRelationKind kind)
{
  switch (kind)
    {
    case DP_RELATION_SEE_ALSO:
      return _ ("See also");
    case DP_RELATION_REPEATS:
      /* Translators: of a case: it answers the same claim again as another, older case. */
      return _ ("Repeats");
    case DP_RELATION_UPDATES:
      return _ ("Updates");
    case DP_RELATION_CONTRADICTS:
      return _ ("Contradicts");
    case DP_RELATION_SUPERSEDES:
      return _ ("Supersedes");
    default:
      g_return_val_if_reached ("");
    }
}

const char *
dp_relation_kind_get_back_label (DpRelationKind kind)
{
  switch (kind)
    {
    case DP_RELATION_SEE_ALSO:
      /* Translators: another case says "see also" of this one. */
      return _ ("Referred to by");
    case DP_RELATION_REPEATS:
      return _ ("Repeated by");
    case DP_RELATION_UPDATES:
      return _ ("Updated by");
    case DP_RELATION_CONTRADICTS:
      return _ ("Contradicted by");
    case DP_RELATION_SUPERSEDES:
      return _ ("Superseded by");
    default:
      g_return_val_if_reached ("");
    }
}

static void
dp_relation_get_property (GObject *object,
                          guint prop_id,
                          GValue *value,
                          GParamSpec *pspec)
{
  DpRelation *self = DP_RELATION (object);

  switch ((DpRelationProperty) prop_id)
    {
    case PROP_KIND:
      g_value_set_enum (value, self->kind);
      break;
    case PROP_CASE_ID:
      g_value_set_string (value, self->case_id);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_NOTE:
      g_value_set_string (value, self->note);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_relation_set_property (GObject *object,
                          guint prop_id,
                          const GValue *value,
                          GParamSpec *pspec)
{
  DpRelation *self = DP_RELATION (object);

  switch ((DpRelationProperty) prop_id)
    {
    case PROP_KIND:
      dp_relation_set_kind (self, g_value_get_enum (value));
      break;
    case PROP_CASE_ID:
      dp_set_text (&self->case_id, g_value_get_string (value));
      break;
    case PROP_TITLE:
      dp_set_text (&self->title, g_value_get_string (value));
      break;
    case PROP_NOTE:
      dp_relation_set_note (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_relation_finalize (GObject *object)
{
  DpRelation *self = DP_RELATION (object);

  g_free (self->case_id);
  g_free (self->title);
  g_free (self->note);

  G_OBJECT_CLASS (dp_relation_parent_class)->finalize (object);
}

static void
dp_relation_class_init (DpRelationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = dp_relation_get_property;
  object_class->set_property = dp_relation_set_property;
  object_class->finalize = dp_relation_finalize;

  properties[PROP_KIND] = g_param_spec_enum ("kind", NULL, NULL, DP_TYPE_RELATION_KIND, DP_RELATION_SEE_ALSO, DP_PARAM_MODEL);
  properties[PROP_CASE_ID] = g_param_spec_string ("case-id", NULL, NULL, "", DP_PARAM_FIXED);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", DP_PARAM_FIXED);
  properties[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, "", DP_PARAM_MODEL);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
dp_relation_init (DpRelation *self)
{
  dp_set_text (&self->case_id, "");
  dp_set_text (&self->title, "");
  dp_set_text (&self->note, "");
}

DpRelation *
dp_relation_new (DpRelationKind kind,
                 const char *case_id,
                 const char *title)
{
  g_return_val_if_fail (case_id != NULL, NULL);

  return g_object_new (DP_TYPE_RELATION, "kind", kind, "case-id", case_id, "title", title, NULL);
}

const char *
dp_relation_get_case_id (DpRelation *self)
{
  g_return_val_if_fail (DP_IS_RELATION (self), NULL);

  return self->case_id;
}

const char *
dp_relation_get_title (DpRelation *self)
{
  g_return_val_if_fail (DP_IS_RELATION (self), NULL);

  return self->title;
}

DpRelationKind
dp_relation_get_kind (DpRelation *self)
{
  g_return_val_if_fail (DP_IS_RELATION (self), DP_RELATION_SEE_ALSO);

  return self->kind;
}

void
dp_relation_set_kind (DpRelation *self,
                      DpRelationKind kind)
{
  g_return_if_fail (DP_IS_RELATION (self));

  if (self->kind == kind)
    return;

  self->kind = kind;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KIND]);
}

const char *
dp_relation_get_note (DpRelation *self)
{
  g_return_val_if_fail (DP_IS_RELATION (self), NULL);

  return self->note;
}

void
dp_relation_set_note (DpRelation *self,
                      const char *note)
{
  g_return_if_fail (DP_IS_RELATION (self));

  if (dp_set_text (&self->note, note))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOTE]);
}
