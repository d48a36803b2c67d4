/* dp-narratives-change.c: what a change of the narratives makes of the library's file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference/dp-narratives-change.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/dp-id.h"
#include "base/dp-json-change.h"
#include "reference/dp-fold.h"
#include "reference/dp-narratives-private.h"

#define MAX_SLUG 48

void
dp_narratives_change_free (DpNarrativesChange *self)
{
  g_free (self->label);
  g_free (self->id);
  g_clear_pointer (&self->before, json_node_unref);
  g_clear_pointer (&self->after, json_node_unref);
  g_clear_object (&self->narrative);
  g_free (self);
}

static DpNarrativesChange *
begin (DpNarratives *self,
       const char *kind,
       GError **error)
{
  DpNarrativesChange *change;

  if (self->own_file == NULL)
    {
      g_set_error (error, DP_NARRATIVES_ERROR, DP_NARRATIVES_ERROR_NO_FILE, _ ("There is no library to keep the narrative in"));
      return NULL;
    }
  /* Another window, or a colleague, may have changed the file since. */
  if (!dp_narratives_reload (self, error))
    return NULL;

  change = g_new0 (DpNarrativesChange, 1);
  change->kind = kind;
  change->before = self->own->root != NULL ? dp_json_dup (self->own->root) : NULL;
  change->after = change->before != NULL ? dp_json_dup (change->before) : dp_narratives_file_make_empty ();
  return change;
}

DpNarrative *
dp_narratives_change_find (DpNarratives *self,
                           const char *id,
                           GError **error)
{
  DpNarrative *narrative = dp_narratives_lookup (self, id);

  if (narrative == NULL)
    g_set_error (error, DP_NARRATIVES_ERROR, DP_NARRATIVES_ERROR_UNKNOWN, _ ("There is no narrative “%s”"), id);
  return narrative;
}

static JsonArray *
get_list (DpNarrativesChange *change)
{
  return json_object_get_array_member (json_node_get_object (change->after), "narratives");
}

static const char *
get_text (JsonObject *object,
          const char *name)
{
  return json_object_get_string_member_with_default (object, name, "");
}

JsonObject *
dp_narratives_change_open (DpNarratives *self,
                           DpNarrativesChange *change,
                           const char *id)
{
  JsonArray *list = get_list (change);
  DpNarrativeEntry *entry = dp_narratives_lookup_entry (self, id);
  g_autoptr (JsonNode) node = NULL;

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonObject *object = json_array_get_object_element (list, i);

      if (g_str_equal (get_text (object, "id"), id))
        return object;
    }
  node = json_node_init_object (json_node_alloc (), entry->object);
  json_array_add_element (list, dp_json_dup (node));
  return json_array_get_object_element (list, json_array_get_length (list) - 1);
}

/* The best member for what somebody writes in @language: that of the very language, or of it without a region. */
static char *
choose_language (JsonObject *texts,
                 const char *language)
{
  g_autofree char *base = g_strndup (language, strcspn (language, "-"));

  if (texts != NULL && json_object_has_member (texts, language))
    return g_strdup (language);
  return g_steal_pointer (&base);
}

/* Creating. */

static guint
choose_colour (DpNarratives *self,
               const char *parent_id)
{
  guint n_used[DP_NARRATIVE_N_COLOURS] = { 0 };
  guint best = 0;

  for (guint i = 0; i < self->tree->len; i++)
    {
      DpNarrative *narrative = ((DpNarrativeEntry *) self->tree->pdata[i])->narrative;
      gboolean is_near = strcmp (dp_narrative_get_parent_id (narrative), parent_id) == 0 ||
                         strcmp (dp_narrative_get_id (narrative), parent_id) == 0;

      /* Sisters and the parent are seen side by side: their colours come last. */
      n_used[dp_narrative_get_colour (narrative)] += is_near && *parent_id != '\0' ? 1000 : 1;
    }

  for (guint i = 1; i < DP_NARRATIVE_N_COLOURS; i++)
    {
      if (n_used[i] < n_used[best])
        best = i;
    }

  return best;
}

gboolean
dp_narratives_change_check_place (DpNarratives *self,
                                  const char *label,
                                  const char *parent_id,
                                  DpNarrative *but,
                                  GError **error)
{
  g_autofree char *folded = dp_fold_text (label);

  if (*parent_id != '\0' && dp_narratives_lookup (self, parent_id) == NULL)
    {
      g_set_error (error, DP_NARRATIVES_ERROR, DP_NARRATIVES_ERROR_INVALID, _ ("There is no narrative “%s” to put this under"), parent_id);
      return FALSE;
    }
  for (guint i = 0; i < self->tree->len; i++)
    {
      DpNarrative *narrative = ((DpNarrativeEntry *) self->tree->pdata[i])->narrative;
      g_autofree char *other = NULL;

      if (narrative == but || dp_narrative_is_retired (narrative) || strcmp (dp_narrative_get_parent_id (narrative), parent_id) != 0)
        continue;
      other = dp_fold_text (dp_narrative_get_label (narrative));
      if (strcmp (folded, other) != 0)
        continue;
      g_set_error (error, DP_NARRATIVES_ERROR, DP_NARRATIVES_ERROR_EXISTS, _ ("There is already a narrative “%s” at this place"), label);
      return FALSE;
    }
  return TRUE;
}

static char *
choose_id (DpNarratives *self,
           const char *label)
{
  g_autofree char *slug = dp_slug (label, MAX_SLUG);
  g_autofree char *id = NULL;

  id = g_strconcat (DP_NARRATIVES_OWN_PREFIX, *slug != '\0' ? slug : "narrative", NULL);
  for (guint n = 2; dp_narratives_lookup (self, id) != NULL; n++)
    {
      g_free (id);
      id = g_strdup_printf (DP_NARRATIVES_OWN_PREFIX "%s-%u", *slug != '\0' ? slug : "narrative", n);
    }

  return g_steal_pointer (&id);
}

/* (transfer full) (nullable): the label without what is about it */
static char *
clean_label (const char *label,
             GError **error)
{
  g_autofree char *clean = g_strstrip (g_utf8_make_valid (label, -1));
  g_autofree char *folded = dp_fold_text (clean);

  g_strdelimit (clean, "\n\r\t", ' ');
  if (*folded != '\0')
    return g_steal_pointer (&clean);
  g_set_error (error, DP_NARRATIVES_ERROR, DP_NARRATIVES_ERROR_NO_LABEL, _ ("A narrative needs a label of letters or digits"));
  return NULL;
}

static void
set_text (JsonObject *object,
          const char *name,
          const char *language,
          const char *text)
{
  JsonObject *texts = json_object_new ();

  json_object_set_string_member (texts, language, text);
  json_object_set_object_member (object, name, texts);
}

/* (transfer none): the object in the file; @label is clean */
static JsonObject *
add_new (DpNarratives *self,
         DpNarrativesChange *change,
         const char *label,
         const char *definition,
         const char *parent_id)
{
  g_autofree char *language = dp_narratives_dup_writing_language (self);
  g_autofree char *clean_definition = g_utf8_make_valid (definition != NULL ? definition : "", -1);
  guint colour = choose_colour (self, parent_id);
  JsonObject *object = json_object_new ();

  change->id = choose_id (self, label);
  change->narrative = dp_narrative_new (change->id, label, clean_definition, parent_id, colour, TRUE);
  json_object_set_string_member (object, "id", change->id);
  json_object_set_string_member (object, "parent", parent_id);
  json_object_set_int_member (object, "colour", colour);
  set_text (object, "labels", language, label);
  if (*clean_definition != '\0')
    set_text (object, "definition", language, clean_definition);
  json_array_add_object_element (get_list (change), object);
  return object;
}

DpNarrativesChange *
dp_narratives_plan_create (DpNarratives *self,
                           const char *label,
                           const char *definition,
                           const char *parent_id,
                           GError **error)
{
  g_autofree char *clean = NULL;
  g_autoptr (DpNarrativesChange) change = NULL;

  g_return_val_if_fail (DP_IS_NARRATIVES (self), NULL);
  g_return_val_if_fail (label != NULL, NULL);

  parent_id = parent_id != NULL ? parent_id : "";
  clean = clean_label (label, error);
  change = clean != NULL ? begin (self, "narrative-create", error) : NULL;
  if (change == NULL || !dp_narratives_change_check_place (self, clean, parent_id, NULL, error))
    return NULL;

  add_new (self, change, clean, definition, parent_id);
  /* Translators: %s is the name of a narrative. These are names of steps, as in “Undo: ...” */
  change->label = g_strdup_printf (_ ("New narrative “%s”"), clean);
  return g_steal_pointer (&change);
}

DpNarrativesChange *
dp_narratives_plan_split (DpNarratives *self,
                          const char *from,
                          const char *label,
                          GError **error)
{
  g_autofree char *clean = NULL;
  g_autoptr (DpNarrativesChange) change = NULL;
  DpNarrative *narrative;
  JsonObject *object;

  g_return_val_if_fail (DP_IS_NARRATIVES (self), NULL);
  g_return_val_if_fail (from != NULL && label != NULL, NULL);

  clean = clean_label (label, error);
  change = clean != NULL ? begin (self, "narrative-split", error) : NULL;
  narrative = change != NULL ? dp_narratives_change_find (self, from, error) : NULL;
  if (narrative == NULL || !dp_narratives_change_check_place (self, clean, dp_narrative_get_parent_id (narrative), NULL, error))
    return NULL;

  object = add_new (self, change, clean, "", dp_narrative_get_parent_id (narrative));
  json_object_set_string_member (object, "split_from", from);
  change->label = g_strdup_printf (_ ("Split “%s” from “%s”"), clean, dp_narrative_get_label (narrative));
  return g_steal_pointer (&change);
}

/* Changing. */

DpNarrativesChange *
dp_narratives_change_begin (DpNarratives *self,
                            const char *kind,
                            const char *id,
                            DpNarrative **narrative,
                            GError **error)
{
  DpNarrativesChange *change = begin (self, kind, error);

  if (change == NULL)
    return NULL;
  change->id = g_strdup (id);
  *narrative = dp_narratives_change_find (self, id, error);
  if (*narrative != NULL)
    return change;
  dp_narratives_change_free (change);
  return NULL;
}

void
dp_narratives_change_fail_same (GError **error)
{
  g_set_error_literal (error, DP_NARRATIVES_ERROR, DP_NARRATIVES_ERROR_SAME, _ ("It is so already"));
}

static void
add_former (JsonObject *object,
            const char *label,
            const char *language,
            const char *until)
{
  JsonObject *former = json_object_new ();

  if (!json_object_has_member (object, "former"))
    json_object_set_array_member (object, "former", json_array_new ());
  json_object_set_string_member (former, "label", label);
  json_object_set_string_member (former, "language", language);
  json_object_set_string_member (former, "until", until);
  json_array_add_object_element (json_object_get_array_member (object, "former"), former);
}

DpNarrativesChange *
dp_narratives_plan_rename (DpNarratives *self,
                           const char *id,
                           const char *label,
                           const char *today,
                           GError **error)
{
  g_autofree char *clean = NULL;
  g_autofree char *writing = NULL;
  g_autofree char *language = NULL;
  g_autoptr (DpNarrativesChange) change = NULL;
  DpNarrative *narrative;
  JsonObject *object;
  JsonObject *labels;
  const char *old;

  g_return_val_if_fail (DP_IS_NARRATIVES (self), NULL);
  g_return_val_if_fail (id != NULL && label != NULL && today != NULL, NULL);

  clean = clean_label (label, error);
  change = clean != NULL ? dp_narratives_change_begin (self, "narrative-rename", id, &narrative, error) : NULL;
  if (change == NULL || !dp_narratives_change_check_place (self, clean, dp_narrative_get_parent_id (narrative), narrative, error))
    return NULL;

  object = dp_narratives_change_open (self, change, id);
  labels = json_object_get_object_member (object, "labels");
  writing = dp_narratives_dup_writing_language (self);
  language = choose_language (labels, writing);
  old = get_text (labels, language);
  if (g_str_equal (old, clean))
    {
      dp_narratives_change_fail_same (error);
      return NULL;
    }
  if (*old != '\0')
    add_former (object, old, language, today);
  json_object_set_string_member (labels, language, clean);
  change->label = g_strdup_printf (_ ("Rename “%s” to “%s”"), dp_narrative_get_label (narrative), clean);
  return g_steal_pointer (&change);
}

static const struct
{
  const char *member;
  gboolean is_list;
} fields[] = {
  { "definition", FALSE },
  { "counter_facts", TRUE },
  { "aliases", TRUE },
};

/* (transfer full): the lines that say anything */
static JsonArray *
split_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  JsonArray *array = json_array_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*g_strstrip (lines[i]) != '\0')
        json_array_add_string_element (array, lines[i]);
    }
  return array;
}

/* The member whose text is shown, which is the one to change; (nullable) if there is none. */
static char *
find_shown (DpNarratives *self,
            JsonObject *texts)
{
  g_autofree char *writing = dp_narratives_dup_writing_language (self);
  g_autofree char *language = choose_language (texts, writing);

  if (texts != NULL && !json_object_has_member (texts, language) && json_object_has_member (texts, "en"))
    return g_strdup ("en");
  return g_steal_pointer (&language);
}

JsonObject *
dp_narratives_change_find_texts (JsonObject *object,
                                 DpNarrativeField field)
{
  JsonNode *node = json_object_get_member (object, fields[field].member);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

char *
dp_narratives_dup_field (DpNarratives *self,
                         const char *id,
                         DpNarrativeField field)
{
  DpNarrativeEntry *entry;
  JsonObject *texts;
  JsonArray *list;
  g_autofree char *language = NULL;
  g_autoptr (GString) lines = g_string_new (NULL);

  g_return_val_if_fail (DP_IS_NARRATIVES (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  entry = dp_narratives_lookup_entry (self, id);
  texts = entry != NULL ? dp_narratives_change_find_texts (entry->object, field) : NULL;
  language = find_shown (self, texts);
  if (texts == NULL || !json_object_has_member (texts, language))
    return g_strdup ("");
  if (!fields[field].is_list)
    return g_strdup (json_object_get_string_member (texts, language));
  list = json_object_get_array_member (texts, language);
  for (guint i = 0; i < json_array_get_length (list); i++)
    g_string_append_printf (lines, "%s%s", i > 0 ? "\n" : "", json_array_get_string_element (list, i));
  return g_string_free (g_steal_pointer (&lines), FALSE);
}

DpNarrativesChange *
dp_narratives_plan_edit (DpNarratives *self,
                         const char *id,
                         DpNarrativeField field,
                         const char *text,
                         GError **error)
{
  g_autofree char *clean = NULL;
  g_autofree char *old = NULL;
  g_autofree char *writing = NULL;
  g_autofree char *language = NULL;
  g_autoptr (DpNarrativesChange) change = NULL;
  DpNarrative *narrative;
  JsonObject *object;

  g_return_val_if_fail (DP_IS_NARRATIVES (self), NULL);
  g_return_val_if_fail (id != NULL && text != NULL, NULL);

  change = dp_narratives_change_begin (self, "narrative-edit", id, &narrative, error);
  if (change == NULL)
    return NULL;
  clean = g_strstrip (g_utf8_make_valid (text, -1));
  old = dp_narratives_dup_field (self, id, field);
  if (g_str_equal (clean, old))
    {
      dp_narratives_change_fail_same (error);
      return NULL;
    }

  object = dp_narratives_change_open (self, change, id);
  /* What is written replaces that of its own language only; what is taken away is what was shown. */
  writing = dp_narratives_dup_writing_language (self);
  language = *clean == '\0' ? find_shown (self, dp_narratives_change_find_texts (object, field)) : choose_language (dp_narratives_change_find_texts (object, field), writing);
  if (dp_narratives_change_find_texts (object, field) == NULL)
    json_object_set_object_member (object, fields[field].member, json_object_new ());
  if (*clean == '\0')
    json_object_remove_member (dp_narratives_change_find_texts (object, field), language);
  else if (fields[field].is_list)
    json_object_set_array_member (dp_narratives_change_find_texts (object, field), language, split_lines (clean));
  else
    json_object_set_string_member (dp_narratives_change_find_texts (object, field), language, clean);
  change->label = g_strdup_printf (_ ("Describe “%s”"), dp_narrative_get_label (narrative));
  return g_steal_pointer (&change);
}

DpNarrativesChange *
dp_narratives_plan_move (DpNarratives *self,
                         const char *id,
                         const char *parent_id,
                         GError **error)
{
  g_autoptr (DpNarrativesChange) change = NULL;
  DpNarrative *narrative;
  DpNarrative *parent;
  JsonObject *object;

  g_return_val_if_fail (DP_IS_NARRATIVES (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  parent_id = parent_id != NULL ? parent_id : "";
  change = dp_narratives_change_begin (self, "narrative-move", id, &narrative, error);
  if (change == NULL)
    return NULL;
  parent = *parent_id != '\0' ? dp_narratives_change_find (self, parent_id, error) : NULL;
  if (*parent_id != '\0' && parent == NULL)
    return NULL;
  if (parent != NULL && dp_narratives_is_under (self, parent_id, id))
    {
      g_set_error (error, DP_NARRATIVES_ERROR, DP_NARRATIVES_ERROR_CIRCLE, _ ("“%s” cannot be put under itself, nor under what stands under it"), dp_narrative_get_label (narrative));
      return NULL;
    }
  if (g_str_equal (dp_narrative_get_parent_id (narrative), parent_id))
    {
      dp_narratives_change_fail_same (error);
      return NULL;
    }
  if (!dp_narratives_change_check_place (self, dp_narrative_get_label (narrative), parent_id, narrative, error))
    return NULL;

  object = dp_narratives_change_open (self, change, id);
  json_object_set_string_member (object, "parent", parent_id);
  if (parent != NULL)
    change->label = g_strdup_printf (_ ("Move “%s” under “%s”"), dp_narrative_get_label (narrative), dp_narrative_get_label (parent));
  else
    change->label = g_strdup_printf (_ ("Move “%s” to the top"), dp_narrative_get_label (narrative));
  return g_steal_pointer (&change);
}
