/* dp-verb-diff.c: disproof-cli diff
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli/dp-verbs.h"

#include <glib/gi18n.h>
#include <string.h>
#include "review/dp-content.h"
#include "review/dp-edition.h"
#include "text/dp-word-diff.h"

/* (transfer full): the content of "CASE" or "CASE@VERSION"; a folder of just that name comes first */
static JsonNode *
read_content (const char *name,
              GError **error)
{
  const char *at = strrchr (name, '@');
  g_autoptr (GFile) whole = dp_verb_find_case (name);
  g_autofree char *path = NULL;
  g_autoptr (DpCase) dp_case = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autoptr (JsonNode) edition = NULL;

  if (at == NULL || g_file_query_exists (whole, NULL))
    {
      dp_case = dp_verb_read_case (name, error);
      return dp_case != NULL ? dp_content_new (dp_case) : NULL;
    }

  path = g_strndup (name, at - name);
  if (!dp_verb_check_text (at + 1, "VERSION", error))
    return NULL;
  dp_case = dp_verb_read_case (path, error);
  if (dp_case == NULL)
    return NULL;
  folder = dp_verb_find_case (path);
  edition = dp_edition_read (folder, dp_case, at + 1, error);
  return edition != NULL ? dp_content_new_from_json (edition) : NULL;
}

static void
append_words (GString *out,
              const char *old_text,
              const char *new_text)
{
  g_autoptr (GArray) words = dp_word_diff (old_text, new_text);
  g_autoptr (DpOffsets) old_offsets = dp_offsets_new (old_text, -1);
  g_autoptr (DpOffsets) new_offsets = dp_offsets_new (new_text, -1);

  for (guint i = 0; i < words->len; i++)
    {
      const DpWordChange *change = &g_array_index (words, DpWordChange, i);
      g_autofree char *text = change->kind == DP_WORD_REMOVED ? dp_offsets_dup_text (old_offsets, change->old_span) : dp_offsets_dup_text (new_offsets, change->new_span);

      switch (change->kind)
        {
        case DP_WORD_REMOVED:
          g_string_append_printf (out, "[-%s-]", text);
          break;
        case DP_WORD_ADDED:
          g_string_append_printf (out, "{+%s+}", text);
          break;
        case DP_WORD_SAME:
        default:
          g_string_append (out, text);
        }
    }
}

static void
print_change (const DpChange *change)
{
  g_autoptr (GString) out = g_string_new (NULL);

  switch (change->kind)
    {
    case DP_CHANGE_ADDED:
      g_string_append_printf (out, "+ %s\n", change->heading);
      break;
    case DP_CHANGE_REMOVED:
      g_string_append_printf (out, "- %s\n", change->heading);
      break;
    case DP_CHANGE_CHANGED:
    default:
      g_string_append_printf (out, "~ %s\n  ", change->heading);
      append_words (out, change->old_text, change->new_text);
      g_string_append_c (out, '\n');
    }
  dp_verb_print (out->str);
}

static const char *
get_kind_name (DpChangeKind kind)
{
  switch (kind)
    {
    case DP_CHANGE_ADDED:
      return "added";
    case DP_CHANGE_REMOVED:
      return "removed";
    case DP_CHANGE_CHANGED:
    default:
      return "changed";
    }
}

static void
print_json (GPtrArray *changes)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < changes->len; i++)
    {
      const DpChange *change = g_ptr_array_index (changes, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "kind", get_kind_name (change->kind));
      json_object_set_string_member (object, "place", change->place);
      json_object_set_string_member (object, "heading", change->heading);
      json_object_set_string_member (object, "old", change->old_text);
      json_object_set_string_member (object, "new", change->new_text);
      json_array_add_object_element (array, object);
    }
  json_node_take_array (node, array);
  dp_verb_print_json (node);
}

gboolean
dp_verb_diff (const DpVerb *self,
              char **arguments,
              GError **error)
{
  gboolean as_json = FALSE;
  const GOptionEntry options[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print the differences as JSON"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_auto (GStrv) words = NULL;
  g_autoptr (JsonNode) before = NULL;
  g_autoptr (JsonNode) after = NULL;
  g_autoptr (GPtrArray) changes = NULL;

  if (!dp_verb_parse (self, arguments, options, 2, 2, &words, error))
    return FALSE;
  if ((before = read_content (words[0], error)) == NULL || (after = read_content (words[1], error)) == NULL)
    return FALSE;

  changes = dp_content_diff (before, after);
  if (as_json)
    print_json (changes);
  else
    for (guint i = 0; i < changes->len; i++)
      print_change (g_ptr_array_index (changes, i));
  return TRUE;
}
