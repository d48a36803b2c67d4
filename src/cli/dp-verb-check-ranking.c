/* dp-verb-check-ranking.c: disproof-cli check-ranking
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli/dp-verbs.h"

#include <stdio.h>
#include <glib/gi18n.h>
#include "base/dp-paths.h"
#include "cli/dp-tables.h"
#include "reference/dp-rank-checker.h"

static void
set_text (JsonObject *object,
          const char *name,
          const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
  else
    json_object_set_null_member (object, name);
}

static void
set_number (JsonObject *object,
            const char *name,
            guint number)
{
  if (number > 0)
    json_object_set_int_member (object, name, number);
  else
    json_object_set_null_member (object, name);
}

/* A score is a number here, and none where a table has none. */
static void
set_score (JsonObject *object,
           const char *name,
           const char *score)
{
  if (score == NULL || *score == '\0')
    json_object_set_null_member (object, name);
  else if (strchr (score, '.') == NULL)
    json_object_set_int_member (object, name, g_ascii_strtoll (score, NULL, 10));
  else
    json_object_set_double_member (object, name, g_ascii_strtod (score, NULL));
}

static void
set_owner (JsonObject *object,
           const DpRankOwner *owner)
{
  JsonObject *member;
  JsonArray *others;

  if (owner == NULL)
    {
      json_object_set_null_member (object, "belongs_to");
      return;
    }

  member = json_object_new ();
  json_object_set_string_member (member, "what", dp_rank_owner_kind_to_string (owner->kind));
  json_object_set_string_member (member, "index", owner->ranking->index);
  json_object_set_string_member (member, "edition", owner->ranking->edition);
  json_object_set_string_member (member, "iso3", owner->ranking->iso3);
  set_number (member, "rank", owner->ranking->rank);
  set_score (member, "score", owner->ranking->score);
  if (owner->others[0] != NULL)
    {
      others = json_array_new ();
      for (guint i = 0; owner->others[i] != NULL; i++)
        json_array_add_string_element (others, owner->others[i]);
      json_object_set_array_member (member, "others", others);
    }
  json_object_set_object_member (object, "belongs_to", member);
}

static void
set_actual (JsonObject *object,
            const DpRanking *actual)
{
  JsonObject *member;

  if (actual == NULL)
    {
      json_object_set_null_member (object, "actual");
      return;
    }

  member = json_object_new ();
  set_number (member, "rank", actual->rank);
  set_number (member, "total", actual->total);
  set_score (member, "score", actual->score);
  json_object_set_object_member (object, "actual", member);
}

static JsonObject *
new_claim (const DpRankClaim *claim)
{
  JsonObject *object = json_object_new ();
  JsonArray *range = json_array_new ();

  set_text (object, "index", claim->index);
  set_text (object, "edition", claim->edition);
  set_text (object, "iso3", claim->iso3);
  set_number (object, "rank", claim->rank);
  set_number (object, "total", claim->total);
  set_score (object, "score", claim->score);
  if (claim->status != NULL)
    json_object_set_string_member (object, "status", claim->status);
  json_object_set_string_member (object, "verdict", dp_rank_verdict_to_string (claim->verdict));
  json_object_set_string_member (object, "why", claim->why);
  set_owner (object, claim->belongs);
  set_actual (object, claim->actual);
  json_array_add_int_element (range, claim->start);
  json_array_add_int_element (range, claim->end);
  json_object_set_array_member (object, "range", range);

  return object;
}

static void
check_line (DpRankChecker *checker,
            const char *sentence,
            const char *language)
{
  g_autoptr (GPtrArray) claims = dp_rank_checker_check (checker, sentence, -1, language);
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), json_object_new ());
  JsonArray *array = json_array_new ();

  json_object_unref (json_node_get_object (node));
  for (guint i = 0; i < claims->len; i++)
    json_array_add_object_element (array, new_claim (claims->pdata[i]));
  json_object_set_string_member (json_node_get_object (node), "text", sentence);
  json_object_set_array_member (json_node_get_object (node), "claims", array);
  dp_verb_print_json_line (node);
}

static void
check_lines (DpRankChecker *checker,
             const char *text,
             const char *language)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_strchomp (lines[i]);
      if (*lines[i] != '\0')
        check_line (checker, lines[i], language);
    }
}

gboolean
dp_verb_check_ranking (const DpVerb *self,
                       char **arguments,
                       GError **error)
{
  g_auto (GStrv) tables = NULL;
  g_autofree char *language = NULL;
  const GOptionEntry options[] = {
    { "tables", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &tables, N_ ("A further folder of tables"), "FOLDER" },
    { "lang", 0, 0, G_OPTION_ARG_FILENAME, &language, N_ ("Language of the text (BCP 47)"), "LL" },
    G_OPTION_ENTRY_NULL
  };
  g_auto (GStrv) words = NULL;
  g_autofree char *text = NULL;
  g_autofree char *folder = dp_paths_data ("rank-words");
  g_autoptr (DpRankings) rankings = NULL;
  g_autoptr (DpRankChecker) checker = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  if (!dp_verb_parse (self, arguments, options, 0, G_MAXUINT, &words, error) || !dp_verb_check_text (language, "--lang", error))
    return FALSE;

  text = words[0] != NULL ? g_strjoinv (" ", words) : dp_verb_read_text ("-", error);
  if (text == NULL || !dp_verb_check_text (text, "TEXT", error))
    return FALSE;

  rankings = dp_tables_load_rankings (tables);
  checker = dp_rank_checker_new (rankings, folder, problems);
  for (guint i = 0; i < problems->len; i++)
    fprintf (stderr, "disproof-cli: %s\n", (char *) problems->pdata[i]);
  check_lines (checker, text, language);

  return TRUE;
}
