/* dp-tables.c: narratives and rankings for the verbs that look something up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli/dp-tables.h"

#include <stdio.h>
#include "base/dp-paths.h"

DpNarratives *
dp_tables_load_narratives (GFile *library,
                           GError **error)
{
  g_autofree char *path = dp_paths_data ("narratives.json");
  g_autoptr (GFile) shipped = g_file_new_for_path (path);
  g_autoptr (GFile) own = library != NULL ? g_file_get_child (library, "narratives.json") : NULL;

  return dp_narratives_new (shipped, own, g_get_language_names (), error);
}

DpRankings *
dp_tables_load_rankings (char **folders)
{
  g_autofree char *shipped = dp_paths_data ("rankings");
  g_autofree char *words = dp_paths_data ("rank-words");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  DpRankings *rankings;
  const char *const *problems;

  g_strv_builder_add (builder, shipped);
  if (folders != NULL)
    g_strv_builder_addv (builder, (const char **) folders);
  all = g_strv_builder_end (builder);

  rankings = dp_rankings_new ((const char *const *) all, dp_countries_new (NULL));
  dp_rankings_set_words (rankings, words);
  dp_rankings_load (rankings);
  problems = dp_rankings_get_problems (rankings);
  for (guint i = 0; problems != NULL && problems[i] != NULL; i++)
    fprintf (stderr, "disproof-cli: %s\n", problems[i]);

  return rankings;
}
