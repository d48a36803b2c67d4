/* dp-verb-move.c: disproof-cli submit, recall, read, cross-check, request-changes, approve, publish, correct,
 * withdraw, decline, reopen: a verb for each move
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli/dp-verbs.h"

#include <glib/gi18n.h>
#include "cli/dp-desk.h"
#include "review/dp-review.h"

/* (transfer full): what was done, as its entry in the history has it */
static JsonNode *
make_report (DpCase *dp_case)
{
  GListModel *entries = dp_case_list_entries (dp_case);
  g_autoptr (DpEntry) entry = g_list_model_get_item (entries, g_list_model_get_n_items (entries) - 1);
  g_autoptr (JsonNode) node = dp_entry_to_json (entry);
  JsonObject *report = json_object_new ();
  g_autoptr (GList) names = json_object_get_members (json_node_get_object (node));
  JsonNode *result = json_node_new (JSON_NODE_OBJECT);

  json_object_set_string_member (report, "case", dp_case_get_id (dp_case));
  json_object_set_string_member (report, "state", dp_case_state_to_nick (dp_case_get_state (dp_case)));
  for (GList *l = names; l != NULL; l = l->next)
    json_object_set_member (report, l->data, json_node_copy (json_object_get_member (json_node_get_object (node), l->data)));
  json_node_take_object (result, report);
  return result;
}

static void
print_report (DpCase *dp_case)
{
  GListModel *entries = dp_case_list_entries (dp_case);
  g_autoptr (DpEntry) entry = g_list_model_get_item (entries, g_list_model_get_n_items (entries) - 1);
  g_autofree char *sentence = dp_entry_dup_sentence (entry);
  g_autofree char *line = g_strdup_printf ("%s: %s\n", sentence, dp_case_state_to_nick (dp_case_get_state (dp_case)));

  dp_verb_print (line);
}

gboolean
dp_verb_move (const DpVerb *self,
              char **arguments,
              GError **error)
{
  gboolean as_json = FALSE;
  g_autofree char *read = NULL;
  g_autofree char *verdict = NULL;
  g_autofree char *confidence = NULL;
  const GOptionEntry options[] = {
    { "read", 0, 0, G_OPTION_ARG_FILENAME, &read, N_ ("The digest of the content that you read: refused if the case is another by now"), N_ ("DIGEST") },
    { "verdict", 0, 0, G_OPTION_ARG_FILENAME, &verdict, N_ ("Your own verdict, by its id in the rating scale (cross-check)"), N_ ("RATING") },
    { "confidence", 0, 0, G_OPTION_ARG_FILENAME, &confidence, N_ ("How sure you are of it: low, medium or high (cross-check)"), N_ ("WORD") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print what was done as JSON"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_auto (GStrv) words = NULL;
  g_autoptr (DpDesk) desk = NULL;
  g_autoptr (DpPerson) person = NULL;
  g_autoptr (DpCaseFile) file = NULL;
  DpMoveRequest request = { NULL };
  DpMove move;

  if (!dp_move_from_nick (self->name, &move))
    g_return_val_if_reached (FALSE);
  if (!dp_verb_parse (self, arguments, options, 1, 2, &words, error))
    return FALSE;
  if (!dp_verb_check_text (words[1], "WORDS", error) || !dp_verb_check_text (read, "--read", error) || !dp_verb_check_text (verdict, "--verdict", error) ||
      !dp_verb_check_text (confidence, "--confidence", error))
    return FALSE;
  if (confidence != NULL && move != DP_MOVE_CROSS_CHECK)
    return dp_verb_usage_error (error, _ ("--confidence is for cross-check only"));
  if (verdict != NULL && move != DP_MOVE_CROSS_CHECK)
    return dp_verb_usage_error (error, _ ("--verdict is for cross-check only"));
  if (verdict == NULL && move == DP_MOVE_CROSS_CHECK)
    return dp_verb_usage_error (error, _ ("A cross-check needs --verdict"));
  if (!dp_verb_get_person (&person, error))
    return FALSE;

  file = dp_verb_open_case (words[0], error);
  if (file == NULL)
    return FALSE;
  desk = dp_desk_new (dp_case_file_get_folder (file));
  dp_desk_fill (desk, file, &request);
  request.person = person;
  request.words = words[1];
  request.read = read;
  request.verdict = verdict;
  request.confidence = confidence;
  if (!dp_review_move (file, move, &request, error))
    return FALSE;

  if (as_json)
    {
      g_autoptr (JsonNode) report = make_report (dp_case_file_get_case (file));

      dp_verb_print_json (report);
    }
  else
    {
      print_report (dp_case_file_get_case (file));
    }
  return TRUE;
}
