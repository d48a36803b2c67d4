/* dp-narratives-merge.c: merging and retiring narratives: what becomes of the library's file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference/dp-narratives-change.h"

#include <glib/gi18n-lib.h>

#include "reference/dp-narratives-private.h"

static void
add_alias (JsonObject *object,
           const char *language,
           const char *text)
{
  JsonObject *aliases = dp_narratives_change_find_texts (object, DP_NARRATIVE_ALIASES);
  JsonArray *list;

  if (aliases == NULL)
    {
      json_object_set_object_member (object, "aliases", json_object_new ());
      aliases = json_object_get_object_member (object, "aliases");
    }
  if (!json_object_has_member (aliases, language))
    json_object_set_array_member (aliases, language, json_array_new ());
  list = json_object_get_array_member (aliases, language);
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      if (g_str_equal (json_array_get_string_element (list, i), text))
        return;
    }
  json_array_add_string_element (list, text);
}

static void
take_names (JsonObject *object,
            DpNarrative *from)
{
  const DpNarrativeDetails *details = dp_narrative_get_details (from);
  GPtrArray *lists[] = { details->labels, details->aliases };

  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    {
      for (guint i = 0; i < lists[l]->len; i++)
        {
          const DpNarrativeText *text = g_ptr_array_index (lists[l], i);

          add_alias (object, text->note, text->text);
        }
    }
}

DpNarrativesChange *
dp_narratives_plan_merge (DpNarratives *self,
                          const char *id,
                          const char *into,
                          const char *today,
                          GError **error)
{
  g_autoptr (DpNarrativesChange) change = NULL;
  DpNarrative *narrative;
  DpNarrative *target;
  JsonObject *object;

  g_return_val_if_fail (DP_IS_NARRATIVES (self), NULL);
  g_return_val_if_fail (id != NULL && into != NULL && today != NULL, NULL);

  change = dp_narratives_change_begin (self, "narrative-merge", id, &narrative, error);
  target = change != NULL ? dp_narratives_change_find (self, into, error) : NULL;
  if (target == NULL)
    return NULL;
  if (dp_narratives_is_under (self, into, id))
    {
      g_set_error (error, DP_NARRATIVES_ERROR, DP_NARRATIVES_ERROR_CIRCLE, _ ("“%s” cannot be merged into itself, nor into what stands under it"), dp_narrative_get_label (narrative));
      return NULL;
    }
  if (dp_narrative_is_retired (target))
    {
      g_set_error (error, DP_NARRATIVES_ERROR, DP_NARRATIVES_ERROR_INVALID, _ ("“%s” is retired itself"), dp_narrative_get_label (target));
      return NULL;
    }
  if (*dp_narrative_get_details (narrative)->replaced_by != '\0')
    {
      dp_narratives_change_fail_same (error);
      return NULL;
    }

  object = dp_narratives_change_open (self, change, id);
  json_object_set_string_member (object, "retired", today);
  json_object_set_string_member (object, "replaced_by", into);
  take_names (dp_narratives_change_open (self, change, into), narrative);
  for (guint i = 0; i < self->tree->len; i++)
    {
      DpNarrative *child = ((DpNarrativeEntry *) self->tree->pdata[i])->narrative;

      if (g_str_equal (dp_narrative_get_parent_id (child), id))
        json_object_set_string_member (dp_narratives_change_open (self, change, dp_narrative_get_id (child)), "parent", into);
    }
  change->label = g_strdup_printf (_ ("Merge “%s” into “%s”"), dp_narrative_get_label (narrative), dp_narrative_get_label (target));
  return g_steal_pointer (&change);
}

static guint
count_children (DpNarratives *self,
                const char *id)
{
  guint n = 0;

  for (guint i = 0; i < self->tree->len; i++)
    {
      DpNarrative *child = ((DpNarrativeEntry *) self->tree->pdata[i])->narrative;

      n += g_str_equal (dp_narrative_get_parent_id (child), id) && !dp_narrative_is_retired (child);
    }
  return n;
}

DpNarrativesChange *
dp_narratives_plan_retire (DpNarratives *self,
                           const char *id,
                           const char *today,
                           GError **error)
{
  g_autoptr (DpNarrativesChange) change = NULL;
  DpNarrative *narrative;
  guint n_children;

  g_return_val_if_fail (DP_IS_NARRATIVES (self), NULL);
  g_return_val_if_fail (id != NULL && today != NULL, NULL);

  change = dp_narratives_change_begin (self, "narrative-retire", id, &narrative, error);
  if (change == NULL)
    return NULL;
  if (dp_narrative_is_retired (narrative))
    {
      dp_narratives_change_fail_same (error);
      return NULL;
    }
  n_children = count_children (self, id);
  if (n_children > 0)
    {
      g_set_error (error, DP_NARRATIVES_ERROR, DP_NARRATIVES_ERROR_CHILDREN,
                   /* Translators: how many, and the name of a narrative */
                   ngettext ("%u narrative still stands under “%s”: move or retire it first", "%u narratives still stand under “%s”: move or retire them first", n_children),
                   n_children, dp_narrative_get_label (narrative));
      return NULL;
    }

  json_object_set_string_member (dp_narratives_change_open (self, change, id), "retired", today);
  change->label = g_strdup_printf (_ ("Retire “%s”"), dp_narrative_get_label (narrative));
  return g_steal_pointer (&change);
}

DpNarrativesChange *
dp_narratives_plan_restore (DpNarratives *self,
                            const char *id,
                            GError **error)
{
  g_autoptr (DpNarrativesChange) change = NULL;
  DpNarrative *narrative;
  JsonObject *object;

  g_return_val_if_fail (DP_IS_NARRATIVES (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  change = dp_narratives_change_begin (self, "narrative-restore", id, &narrative, error);
  if (change == NULL)
    return NULL;
  if (!dp_narrative_is_retired (narrative))
    {
      dp_narratives_change_fail_same (error);
      return NULL;
    }
  if (!dp_narratives_change_check_place (self, dp_narrative_get_label (narrative), dp_narrative_get_parent_id (narrative), narrative, error))
    return NULL;

  object = dp_narratives_change_open (self, change, id);
  json_object_remove_member (object, "retired");
  json_object_remove_member (object, "replaced_by");
  change->label = g_strdup_printf (_ ("Use “%s” again"), dp_narrative_get_label (narrative));
  return g_steal_pointer (&change);
}
