/* dp-verb-ranking.c: disproof-cli ranking
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli/dp-verbs.h"

#include <glib/gi18n.h>
#include "cli/dp-tables.h"
#include "reference/dp-ranking-card.h"

#define MAX_RESULTS 20

static JsonObject *
new_place (const DpRanking *ranking)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "edition", ranking->edition);
  json_object_set_string_member (object, "country", ranking->country);
  json_object_set_string_member (object, "iso3", ranking->iso3);
  json_object_set_int_member (object, "rank", ranking->rank);
  json_object_set_int_member (object, "total", ranking->total);
  json_object_set_string_member (object, "score", ranking->score);

  return object;
}

static void
set_places (JsonObject *object,
            const char *name,
            GPtrArray *rankings)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < rankings->len; i++)
    json_array_add_object_element (array, new_place (g_ptr_array_index (rankings, i)));
  json_object_set_array_member (object, name, array);
}

/* The card: what is told of one place. */
static JsonObject *
new_answer (DpRankings *rankings,
            const DpRanking *ranking,
            const char *language)
{
  const char *country = *ranking->iso3 != '\0' ? ranking->iso3 : ranking->country;
  g_autoptr (DpRankingCard) card = dp_rankings_get_card (rankings, ranking->index, ranking->edition, country);
  g_autofree char *citation = dp_rankings_dup_citation (rankings, ranking, language);
  g_autofree char *course = dp_ranking_card_describe_course (card);
  JsonObject *object = new_place (ranking);

  json_object_set_string_member (object, "index", ranking->index);
  json_object_set_string_member (object, "title", ranking->index_title);
  json_object_set_string_member (object, "publisher", ranking->publisher);
  json_object_set_string_member (object, "scale", ranking->scale);
  json_object_set_string_member (object, "scale_words", card->scale);
  json_object_set_string_member (object, "direction", card->direction);
  json_object_set_int_member (object, "data_year", card->data_year);
  set_places (object, "neighbours", card->neighbours);
  set_places (object, "course", card->course);
  json_object_set_string_member (object, "course_words", course);
  json_object_set_string_member (object, "compare", card->compare);
  json_object_set_string_member (object, "link", ranking->link);
  json_object_set_string_member (object, "retrieved", card->retrieved);
  json_object_set_string_member (object, "citation", citation);
  json_object_set_string_member (object, "licence", ranking->licence);
  json_object_set_string_member (object, "licence_link", card->licence_link);
  json_object_set_string_member (object, "credit", card->credit);
  json_object_set_string_member (object, "note", ranking->note);

  return object;
}

gboolean
dp_verb_ranking (const DpVerb *self,
                 char **arguments,
                 GError **error)
{
  g_auto (GStrv) tables = NULL;
  g_autofree char *language = NULL;
  const GOptionEntry options[] = {
    { "tables", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &tables, N_ ("A further folder of tables"), "FOLDER" },
    { "lang", 0, 0, G_OPTION_ARG_FILENAME, &language, N_ ("Language of the citation (BCP 47)"), "LL" },
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
  if (!dp_verb_check_text (query, "QUERY", error) || !dp_verb_check_text (language, "--lang", error))
    return FALSE;

  rankings = dp_tables_load_rankings (tables);
  found = dp_rankings_search (rankings, query, MAX_RESULTS);
  array = json_array_new ();
  for (guint i = 0; i < found->len; i++)
    json_array_add_object_element (array, new_answer (rankings, g_ptr_array_index (found, i), language));
  node = json_node_new (JSON_NODE_ARRAY);
  json_node_take_array (node, array);
  dp_verb_print_json (node);

  return TRUE;
}
