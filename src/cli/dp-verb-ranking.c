/* dp-verb-ranking.c: disproof-cli ranking
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli/dp-verbs.h"

#include <glib/gi18n.h>
#include "cli/dp-tables.h"

#define MAX_RESULTS 20

static JsonNode *
new_answer (const DpRanking *ranking)
{
  JsonNode *node = json_node_init_object (json_node_alloc (), json_object_new ());
  JsonObject *object = json_node_get_object (node);
  g_autofree char *citation = dp_ranking_dup_citation (ranking);

  json_object_set_string_member (object, "index", ranking->index);
  json_object_set_string_member (object, "edition", ranking->edition);
  json_object_set_string_member (object, "country", ranking->country);
  json_object_set_string_member (object, "iso3", ranking->iso3);
  json_object_set_int_member (object, "rank", ranking->rank);
  json_object_set_int_member (object, "total", ranking->total);
  json_object_set_string_member (object, "score", ranking->score);
  json_object_set_string_member (object, "citation", citation);
  json_object_set_string_member (object, "licence", ranking->licence);
  json_object_set_string_member (object, "note", ranking->note);
  json_object_unref (object);

  return node;
}

gboolean
dp_verb_ranking (const DpVerb *self,
                 char **arguments,
                 GError **error)
{
  g_auto (GStrv) tables = NULL;
  const GOptionEntry options[] = {
    { "tables", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &tables, N_ ("A further folder of tables"), "FOLDER" },
    G_OPTION_ENTRY_NULL
  };
  g_auto (GStrv) words = NULL;
  g_autofree char *query = NULL;
  g_autoptr (DpRankings) rankings = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonArray *array;

  if (!dp_verb_parse (self, arguments, options, 1, G_MAXUINT, &words, error))
    return FALSE;

  query = g_strjoinv (" ", words);
  if (!dp_verb_check_text (query, "QUERY", error))
    return FALSE;

  rankings = dp_tables_load_rankings (tables);
  found = dp_rankings_search (rankings, query, MAX_RESULTS);
  array = json_array_new ();
  for (guint i = 0; i < found->len; i++)
    json_array_add_element (array, new_answer (g_ptr_array_index (found, i)));
  node = json_node_new (JSON_NODE_ARRAY);
  json_node_take_array (node, array);
  dp_verb_print_json (node);

  return TRUE;
}
