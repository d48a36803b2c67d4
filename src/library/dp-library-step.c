/* dp-library-step.c: one undoable change over many cases and files of a library, as it is written down
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/dp-library-step-private.h"

#include "base/dp-json-change.h"

typedef enum
{
  PROP_LABEL = 1,
  PROP_KIND,
  PROP_WHO,
  PROP_WHEN,
  PROP_IS_UNDONE,
  PROP_UNDONE_BY,
  PROP_UNDONE_WHEN,
  PROP_N_CASES,
} DpLibraryStepProperty;

static GParamSpec *properties[PROP_N_CASES + 1];

G_DEFINE_FINAL_TYPE (DpLibraryStep, dp_library_step, G_TYPE_OBJECT)

GQuark
dp_library_step_error_quark (void)
{
  return g_quark_from_static_string ("dp-library-step-error-quark");
}

static void
file_free (gpointer data)
{
  DpStepFile *self = data;

  g_free (self->name);
  g_clear_pointer (&self->empty, json_node_unref);
  g_clear_pointer (&self->before, json_node_unref);
  g_clear_pointer (&self->after, json_node_unref);
  g_free (self);
}

static void
case_free (gpointer data)
{
  DpStepCase *self = data;

  g_free (self->folder);
  g_free (self->id);
  g_ptr_array_unref (self->edits);
  g_free (self);
}

static void
dp_library_step_get_property (GObject *object,
                              guint property_id,
                              GValue *value,
                              GParamSpec *pspec)
{
  DpLibraryStep *self = DP_LIBRARY_STEP (object);

  switch ((DpLibraryStepProperty) property_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_KIND:
      g_value_set_string (value, self->kind);
      break;
    case PROP_WHO:
      g_value_set_string (value, self->who);
      break;
    case PROP_WHEN:
      g_value_set_string (value, self->when);
      break;
    case PROP_IS_UNDONE:
      g_value_set_boolean (value, dp_library_step_is_undone (self));
      break;
    case PROP_UNDONE_BY:
      g_value_set_string (value, self->undone_by);
      break;
    case PROP_UNDONE_WHEN:
      g_value_set_string (value, self->undone_when);
      break;
    case PROP_N_CASES:
      g_value_set_uint (value, dp_library_step_get_n_cases (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
dp_library_step_finalize (GObject *object)
{
  DpLibraryStep *self = DP_LIBRARY_STEP (object);

  if (self->plan_destroy != NULL)
    self->plan_destroy (self->plan_data);
  g_clear_object (&self->journal);
  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->cases);
  g_free (self->kind);
  g_free (self->label);
  g_free (self->who);
  g_free (self->when);
  g_free (self->undone_by);
  g_free (self->undone_when);

  G_OBJECT_CLASS (dp_library_step_parent_class)->finalize (object);
}

static void
dp_library_step_class_init (DpLibraryStepClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = dp_library_step_get_property;
  object_class->finalize = dp_library_step_finalize;

  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, "", flags);
  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, "", flags);
  properties[PROP_WHO] = g_param_spec_string ("who", NULL, NULL, "", flags);
  properties[PROP_WHEN] = g_param_spec_string ("when", NULL, NULL, "", flags);
  properties[PROP_IS_UNDONE] = g_param_spec_boolean ("is-undone", NULL, NULL, FALSE, flags);
  properties[PROP_UNDONE_BY] = g_param_spec_string ("undone-by", NULL, NULL, "", flags);
  properties[PROP_UNDONE_WHEN] = g_param_spec_string ("undone-when", NULL, NULL, "", flags);
  properties[PROP_N_CASES] = g_param_spec_uint ("n-cases", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
dp_library_step_init (DpLibraryStep *self)
{
  self->files = g_ptr_array_new_with_free_func (file_free);
  self->cases = g_ptr_array_new_with_free_func (case_free);
  self->when = g_strdup ("");
  self->undone_by = g_strdup ("");
  self->undone_when = g_strdup ("");
}

DpLibraryStep *
dp_library_step_new (const char *kind,
                     const char *label,
                     const char *who)
{
  DpLibraryStep *self;

  g_return_val_if_fail (kind != NULL, NULL);
  g_return_val_if_fail (label != NULL, NULL);

  self = g_object_new (DP_TYPE_LIBRARY_STEP, NULL);
  self->kind = g_strdup (kind);
  self->label = g_strdup (label);
  self->who = g_strdup (who != NULL ? who : "");
  return self;
}

/* (transfer full): with its lists empty */
static JsonNode *
empty_lists (JsonNode *node)
{
  JsonNode *copy = dp_json_dup (node);
  JsonObject *object = json_node_get_object (copy);
  g_autoptr (GList) names = json_object_get_members (object);

  for (GList *l = names; l != NULL; l = l->next)
    {
      if (JSON_NODE_HOLDS_ARRAY (json_object_get_member (object, l->data)))
        json_object_set_array_member (object, l->data, json_array_new ());
    }
  return copy;
}

void
dp_library_step_set_file (DpLibraryStep *self,
                          const char *name,
                          JsonNode *before,
                          JsonNode *after)
{
  DpStepFile *file;

  g_return_if_fail (DP_IS_LIBRARY_STEP (self));
  g_return_if_fail (name != NULL && strchr (name, '/') == NULL);
  g_return_if_fail (before == NULL || JSON_NODE_HOLDS_OBJECT (before));
  g_return_if_fail (JSON_NODE_HOLDS_OBJECT (after));

  file = g_new0 (DpStepFile, 1);
  file->name = g_strdup (name);
  if (before == NULL)
    file->empty = empty_lists (after);
  dp_json_prune (before != NULL ? before : file->empty, after, &file->before, &file->after);
  g_ptr_array_add (self->files, file);
}

void
dp_library_step_add_case (DpLibraryStep *self,
                          GFile *folder)
{
  DpStepCase *step_case;

  g_return_if_fail (DP_IS_LIBRARY_STEP (self));
  g_return_if_fail (G_IS_FILE (folder));

  step_case = g_new0 (DpStepCase, 1);
  step_case->folder = g_file_get_basename (folder);
  step_case->id = g_strdup ("");
  step_case->edits = g_ptr_array_new_with_free_func ((GDestroyNotify) dp_case_edit_free);
  g_ptr_array_add (self->cases, step_case);
}

void
dp_library_step_set_plan (DpLibraryStep *self,
                          DpCasePlan plan,
                          gpointer user_data,
                          GDestroyNotify destroy)
{
  g_return_if_fail (DP_IS_LIBRARY_STEP (self));
  g_return_if_fail (self->plan == NULL);

  self->plan = plan;
  self->plan_data = user_data;
  self->plan_destroy = destroy;
}

const char *
dp_library_step_get_kind (DpLibraryStep *self)
{
  g_return_val_if_fail (DP_IS_LIBRARY_STEP (self), "");

  return self->kind;
}

const char *
dp_library_step_get_label (DpLibraryStep *self)
{
  g_return_val_if_fail (DP_IS_LIBRARY_STEP (self), "");

  return self->label;
}

const char *
dp_library_step_get_who (DpLibraryStep *self)
{
  g_return_val_if_fail (DP_IS_LIBRARY_STEP (self), "");

  return self->who;
}

const char *
dp_library_step_get_when (DpLibraryStep *self)
{
  g_return_val_if_fail (DP_IS_LIBRARY_STEP (self), "");

  return self->when;
}

gboolean
dp_library_step_is_undone (DpLibraryStep *self)
{
  g_return_val_if_fail (DP_IS_LIBRARY_STEP (self), FALSE);

  return self->state == DP_STEP_UNDONE || self->state == DP_STEP_UNDOING;
}

guint
dp_library_step_get_n_cases (DpLibraryStep *self)
{
  g_return_val_if_fail (DP_IS_LIBRARY_STEP (self), 0);

  return self->cases->len;
}

guint
dp_library_step_get_n_left (DpLibraryStep *self)
{
  g_return_val_if_fail (DP_IS_LIBRARY_STEP (self), 0);

  return self->n_left;
}

void
dp_library_step_set_state (DpLibraryStep *self,
                           DpStepState state)
{
  self->state = state;
}

void
dp_library_step_notify (DpLibraryStep *self)
{
  for (guint i = 1; i < G_N_ELEMENTS (properties); i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}
