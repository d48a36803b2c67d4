/* dp-verb-techniques.c: disproof-cli techniques
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli/dp-verbs.h"

#include <stdio.h>
#include <glib/gi18n.h>
#include "base/dp-paths.h"
#include "reference/dp-techniques.h"

static gboolean
import (char **words,
        GFile *own,
        GError **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (DpTechniqueSet) set = NULL;
  g_autofree char *line = NULL;

  if (g_strv_length (words) != 1)
    return dp_verb_usage_error (error, _ ("“techniques import” takes one file"));
  if (own == NULL)
    return dp_verb_usage_error (error, _ ("“techniques import” needs --library"));
  file = g_file_new_for_commandline_arg (words[0]);
  set = dp_techniques_import (file, own, error);
  if (set == NULL)
    return FALSE;
  line = g_strdup_printf ("%s\t%s\t%u\n", set->id, set->name, set->techniques->len);
  dp_verb_print (line);
  return TRUE;
}

static void
print_found (GPtrArray *found,
             gboolean as_json)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < found->len; i++)
    {
      const DpTechnique *technique = g_ptr_array_index (found, i);
      JsonObject *object = json_object_new ();
      g_autofree char *line = g_strdup_printf ("%s\t%s\t%s\n", technique->id, technique->name, technique->group);

      json_object_set_string_member (object, "id", technique->id);
      json_object_set_string_member (object, "name", technique->name);
      json_object_set_string_member (object, "group", technique->group);
      json_array_add_object_element (array, object);
      if (!as_json)
        dp_verb_print (line);
    }
  json_node_take_array (node, array);
  if (as_json)
    dp_verb_print_json (node);
}

gboolean
dp_verb_techniques (const DpVerb *self,
                    char **arguments,
                    GError **error)
{
  g_autofree char *library = NULL;
  gboolean as_json = FALSE;
  const GOptionEntry options[] = {
    { "library", 0, 0, G_OPTION_ARG_FILENAME, &library, N_ ("A library with sets of its own"), "FOLDER" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_auto (GStrv) words = NULL;
  g_autofree char *path = dp_paths_data ("techniques");
  g_autofree char *letters = NULL;
  g_autoptr (GFile) shipped = g_file_new_for_path (path);
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GFile) own = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (DpTechniques) techniques = NULL;
  g_autoptr (GPtrArray) found = NULL;

  if (!dp_verb_parse (self, arguments, options, 0, G_MAXUINT, &words, error))
    return FALSE;
  folder = library != NULL ? g_file_new_for_commandline_arg (library) : NULL;
  own = folder != NULL ? g_file_get_child (folder, "techniques") : NULL;
  if (words[0] != NULL && g_str_equal (words[0], "import"))
    return import (words + 1, own, error);

  letters = g_strjoinv (" ", words);
  if (!dp_verb_check_text (letters, "LETTERS", error))
    return FALSE;
  techniques = dp_techniques_new (shipped, own, problems);
  for (guint i = 0; i < problems->len; i++)
    fprintf (stderr, "disproof-cli: %s\n", (const char *) g_ptr_array_index (problems, i));
  found = dp_techniques_search (techniques, letters, G_MAXUINT);
  print_found (found, as_json);
  return TRUE;
}
