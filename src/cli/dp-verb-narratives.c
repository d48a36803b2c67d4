/* dp-verb-narratives.c: disproof-cli narratives
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli/dp-verbs.h"

#include <stdio.h>
#include <glib/gi18n.h>
#include "cli/dp-tables.h"

gboolean
dp_verb_narratives (const DpVerb *self,
                    char **arguments,
                    GError **error)
{
  g_autofree char *library = NULL;
  const GOptionEntry options[] = {
    { "library", 0, 0, G_OPTION_ARG_FILENAME, &library, N_ ("A library with narratives of its own"), "FOLDER" },
    G_OPTION_ENTRY_NULL
  };
  g_auto (GStrv) words = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autoptr (DpNarratives) narratives = NULL;
  g_autofree char *letters = NULL;
  g_autoptr (GPtrArray) found = NULL;

  if (!dp_verb_parse (self, arguments, options, 0, G_MAXUINT, &words, error))
    return FALSE;

  letters = g_strjoinv (" ", words);
  if (!dp_verb_check_text (letters, "LETTERS", error))
    return FALSE;

  folder = library != NULL ? g_file_new_for_commandline_arg (library) : NULL;
  narratives = dp_tables_load_narratives (folder, error);
  if (narratives == NULL)
    return FALSE;

  found = dp_narratives_search (narratives, letters);
  for (guint i = 0; i < found->len; i++)
    {
      DpNarrative *narrative = g_ptr_array_index (found, i);
      g_autofree char *path = dp_narratives_dup_path (narratives, narrative);

      printf ("%s\t%s\n", dp_narrative_get_id (narrative), path);
    }

  return TRUE;
}
