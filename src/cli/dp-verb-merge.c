/* dp-verb-merge.c: disproof-cli merge
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli/dp-verbs.h"

#include <glib/gi18n.h>
#include "base/dp-file.h"
#include "base/dp-json.h"
#include "model/dp-merge.h"

/* (transfer full): the tree of a case.json; what is not one is refused with the name of the file */
static JsonNode *
read_tree (const char *path,
           GError **error)
{
  g_autoptr (GBytes) bytes = dp_verb_read (path, error);
  JsonNode *node;

  if (bytes == NULL)
    return NULL;
  node = dp_json_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), DP_JSON_STRICT, error);
  if (node == NULL)
    {
      g_prefix_error (error, "%s: ", path);
      return NULL;
    }
  if (!JSON_NODE_HOLDS_OBJECT (node) ||
      g_strcmp0 (json_object_get_string_member_with_default (json_node_get_object (node), "format", ""), "disproof-case") != 0)
    {
      json_node_unref (node);
      dp_verb_error (error, _ ("%s is no case: “format” is not “disproof-case”"), path);
      return NULL;
    }
  return node;
}

static void
set_node (JsonObject *object,
          const char *name,
          JsonNode *node)
{
  json_object_set_member (object, name, node != NULL ? json_node_copy (node) : json_node_new (JSON_NODE_NULL));
}

static JsonNode *
conflicts_to_json (GPtrArray *conflicts)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < conflicts->len; i++)
    {
      const DpMergeConflict *conflict = g_ptr_array_index (conflicts, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "place", conflict->place);
      set_node (object, "base", conflict->base);
      set_node (object, "ours", conflict->ours);
      set_node (object, "theirs", conflict->theirs);
      json_array_add_object_element (array, object);
    }
  return dp_json_take_array (array);
}

static char *
dup_value (JsonNode *node)
{
  if (node == NULL)
    /* Translators: of a part of a case that one side does not have */
    return g_strdup (_ ("(not there)"));
  return json_to_string (node, FALSE);
}

static void
print_conflicts (GPtrArray *conflicts,
                 guint n_open)
{
  g_autofree char *last = NULL;

  for (guint i = 0; i < conflicts->len; i++)
    {
      const DpMergeConflict *conflict = g_ptr_array_index (conflicts, i);
      g_autofree char *ours = dup_value (conflict->ours);
      g_autofree char *theirs = dup_value (conflict->theirs);
      /* Translators: a place in a case, then what the two versions say there; each on a line of its own */
      g_autofree char *text = g_strdup_printf (_ ("%s\n  ours:   %s\n  theirs: %s\n"), conflict->place, ours, theirs);

      dp_verb_print (text);
    }
  if (n_open == 0)
    return;
  last = g_strdup_printf (ngettext ("%u place was changed on both sides; ours was kept there\n", "%u places were changed on both sides; ours was kept there\n", n_open), n_open);
  dp_verb_print (last);
}

/* The sides that --take names: "/title=theirs" */
static GHashTable *
read_choices (char **taken,
              GError **error)
{
  g_autoptr (GHashTable) choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  static const char *const sides[] = { "ours", "theirs", "both" };

  for (guint i = 0; taken != NULL && taken[i] != NULL; i++)
    {
      const char *sign = strrchr (taken[i], '=');
      guint side = 0;

      if (!dp_verb_check_text (taken[i], "--take", error))
        return NULL;
      while (sign != NULL && side < G_N_ELEMENTS (sides) && !g_str_equal (sign + 1, sides[side]))
        side++;
      if (sign == NULL || side == G_N_ELEMENTS (sides))
        {
          dp_verb_usage_error (error, _ ("“%s” does not say what to take: write PLACE=ours, PLACE=theirs or PLACE=both"), taken[i]);
          return NULL;
        }
      g_hash_table_insert (choices, g_strndup (taken[i], sign - taken[i]), GINT_TO_POINTER (side));
    }
  return g_steal_pointer (&choices);
}

static guint
count_open (GPtrArray *conflicts,
            GHashTable *choices)
{
  guint n = 0;

  for (guint i = 0; i < conflicts->len; i++)
    n += !g_hash_table_contains (choices, ((DpMergeConflict *) conflicts->pdata[i])->place);
  return n;
}

gboolean
dp_verb_merge (const DpVerb *self,
               char **arguments,
               GError **error)
{
  gboolean as_json = FALSE;
  g_autofree char *out = NULL;
  g_auto (GStrv) taken = NULL;
  const GOptionEntry options[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &out, N_ ("Write what comes of it there, and not over OURS"), N_ ("FILE") },
    { "take", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &taken, N_ ("Decide a conflict: “ours”, “theirs” or “both”"), N_ ("PLACE=SIDE") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print the conflicts as JSON"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_auto (GStrv) words = NULL;
  g_autoptr (JsonNode) base = NULL;
  g_autoptr (JsonNode) ours = NULL;
  g_autoptr (JsonNode) theirs = NULL;
  g_autoptr (JsonNode) merged = NULL;
  g_autoptr (JsonNode) list = NULL;
  g_autoptr (GHashTable) choices = NULL;
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (DpCase) checked = NULL;
  guint n_open;

  if (!dp_verb_parse (self, arguments, options, 3, 3, &words, error) || (choices = read_choices (taken, error)) == NULL)
    return FALSE;
  if ((base = read_tree (words[0], error)) == NULL || (ours = read_tree (words[1], error)) == NULL ||
      (theirs = read_tree (words[2], error)) == NULL)
    return FALSE;

  merged = dp_merge (base, ours, theirs, choices, &conflicts);
  bytes = dp_json_write (merged);
  /* What nobody could open afterwards is not written. */
  checked = dp_case_new_from_json (merged, error);
  if (checked == NULL)
    return FALSE;
  file = g_file_new_for_commandline_arg (out != NULL ? out : words[1]);
  if (!dp_file_replace (file, bytes, NULL, NULL, error))
    return FALSE;
  n_open = count_open (conflicts, choices);
  if (as_json)
    {
      list = conflicts_to_json (conflicts);
      dp_verb_print_json (list);
    }
  else
    print_conflicts (conflicts, n_open);
  if (n_open == 0)
    return TRUE;
  g_set_error_literal (error, DP_VERB_ERROR, DP_VERB_ERROR_SAID, "");
  return FALSE;
}
