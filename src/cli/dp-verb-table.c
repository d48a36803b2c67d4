/* dp-verb-table.c: disproof-cli table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli/dp-verbs.h"

#include <string.h>

#include <glib/gi18n.h>
#include "base/dp-file.h"
#include "cli/dp-tables.h"
#include "reference/dp-table-proposal.h"

static JsonObject *
new_warning (const DpTableWarning *warning)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "line", warning->line);
  json_object_set_int_member (object, "column", warning->column);
  json_object_set_boolean_member (object, "refuses", warning->refuses);
  json_object_set_string_member (object, "text", warning->text);

  return object;
}

static JsonNode *
new_answer (DpTableProposal *proposal,
            DpGrid *grid)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonObject) found = json_object_new ();
  JsonArray *editions = json_array_new ();
  JsonArray *warnings = json_array_new ();
  const char delimiter[] = { dp_grid_get_delimiter (grid), '\0' };

  json_object_set_string_member (object, "index", proposal->index);
  json_object_set_string_member (object, "encoding", dp_grid_get_encoding (grid));
  json_object_set_string_member (object, "delimiter", delimiter);
  json_object_set_int_member (object, "header_line", proposal->header_line);
  json_object_set_int_member (found, "country", proposal->country_column);
  json_object_set_int_member (found, "rank", proposal->rank_column);
  json_object_set_int_member (found, "score", proposal->score_column);
  json_object_set_int_member (found, "year", proposal->year_column);
  json_object_set_object_member (object, "columns", g_steal_pointer (&found));
  for (guint i = 0; i < proposal->editions->len; i++)
    json_array_add_string_element (editions, proposal->editions->pdata[i]);
  json_object_set_array_member (object, "editions", editions);
  json_object_set_int_member (object, "rows", proposal->rows->len);
  json_object_set_boolean_member (object, "derived_ranks", proposal->has_derived_ranks);
  json_object_set_int_member (object, "agreeing", proposal->n_agreeing);
  json_object_set_int_member (object, "differing", proposal->n_differing);
  for (guint i = 0; i < proposal->warnings->len; i++)
    json_array_add_object_element (warnings, new_warning (proposal->warnings->pdata[i]));
  json_object_set_array_member (object, "warnings", warnings);
  json_object_set_boolean_member (object, "refused", proposal->refuses);

  return json_node_init_object (json_node_alloc (), object);
}

static gboolean
is_id (const char *text)
{
  return *text != '\0' && *text != '-' && strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen (text);
}

gboolean
dp_verb_table (const DpVerb *self,
               char **arguments,
               GError **error)
{
  g_auto (GStrv) tables = NULL;
  g_autofree char *index = NULL;
  g_autofree char *edition = NULL;
  g_autofree char *take = NULL;
  const GOptionEntry options[] = {
    { "index", 0, 0, G_OPTION_ARG_FILENAME, &index, N_ ("Id of the index that the table is of"), "ID" },
    { "edition", 0, 0, G_OPTION_ARG_FILENAME, &edition, N_ ("Its edition, where the file does not say or says many"), "EDITION" },
    { "take", 0, 0, G_OPTION_ARG_FILENAME, &take, N_ ("Write the table into this folder of tables"), "FOLDER" },
    { "tables", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &tables, N_ ("A further folder of tables"), "FOLDER" },
    G_OPTION_ENTRY_NULL
  };
  g_auto (GStrv) words = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (DpGrid) grid = NULL;
  g_autoptr (DpRankings) rankings = NULL;
  g_autoptr (DpTableProposal) proposal = NULL;
  g_autoptr (JsonNode) node = NULL;

  if (!dp_verb_parse (self, arguments, options, 1, 1, &words, error))
    return FALSE;
  if (index == NULL)
    return dp_verb_usage_error (error, _ ("--index is missing"));
  if (!dp_verb_check_text (index, "--index", error) || !dp_verb_check_text (edition, "--edition", error))
    return FALSE;
  if (!is_id (index))
    return dp_verb_usage_error (error, _ ("“%s” is no id of an index"), index);

  file = g_file_new_for_commandline_arg (words[0]);
  bytes = dp_file_read (file, DP_GRID_MAX_SIZE, NULL, error);
  if (bytes == NULL)
    return FALSE;
  grid = dp_grid_read_csv (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error);
  if (grid == NULL)
    {
      g_prefix_error (error, "%s: ", words[0]);
      return FALSE;
    }

  rankings = dp_tables_load_rankings (tables);
  proposal = dp_table_proposal_new (grid, rankings, index, edition);
  node = new_answer (proposal, grid);
  dp_verb_print_json (node);
  if (proposal->refuses)
    {
      g_set_error_literal (error, DP_VERB_ERROR, DP_VERB_ERROR_SAID, "");
      return FALSE;
    }
  if (take != NULL)
    {
      g_autoptr (GFile) folder = g_file_new_for_commandline_arg (take);

      return dp_table_proposal_take (proposal, folder, error);
    }

  return TRUE;
}
