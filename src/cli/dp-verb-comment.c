/* dp-verb-comment.c: disproof-cli comment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli/dp-verbs.h"

#include <glib/gi18n.h>
#include <string.h>
#include "cli/dp-desk.h"
#include "review/dp-review.h"

/* (transfer none): by id, or by a beginning of it that no other one has */
static DpComment *
find_comment (DpCase *dp_case,
              const char *id,
              GError **error)
{
  GListModel *comments = dp_case_list_comments (dp_case);
  DpComment *found = NULL;
  guint n_found = 0;

  for (guint i = 0; i < g_list_model_get_n_items (comments); i++)
    {
      g_autoptr (DpComment) comment = g_list_model_get_item (comments, i);

      if (*id == '\0' || !g_str_has_prefix (dp_comment_get_id (comment), id))
        continue;
      found = comment;
      n_found++;
    }
  if (n_found == 1)
    return found;

  dp_verb_error (error, n_found == 0 ? _ ("There is no comment “%s” in the case") : _ ("The ids of several comments begin with “%s”"), id);
  return NULL;
}

/* A comment that answers is about the same as what it answers. */
static DpComment *
make_comment (DpCase *dp_case,
              const DpPerson *person,
              const char *text,
              const char *highlight_id,
              const char *reply_to,
              GError **error)
{
  g_autoptr (DpClock) clock = dp_clock_new ();
  g_autofree char *now = dp_clock_now_text (clock);
  DpHighlight *highlight = NULL;
  DpComment *thread;

  if (reply_to != NULL)
    {
      thread = find_comment (dp_case, reply_to, error);
      return thread != NULL ? dp_comment_new_reply (thread, person->name, now, text) : NULL;
    }
  if (highlight_id != NULL)
    {
      highlight = dp_verb_find_highlight (dp_case, highlight_id, error);
      if (highlight == NULL)
        return NULL;
    }
  return dp_comment_new (person->name, now, text, highlight != NULL ? dp_highlight_get_id (highlight) : NULL);
}

static gboolean
resolve (DpCaseFile *file,
         const char *id,
         GError **error)
{
  DpComment *comment = find_comment (dp_case_file_get_case (file), id, error);

  if (comment == NULL)
    return FALSE;
  dp_comment_set_resolved (comment, TRUE);
  return dp_case_file_save (file, error);
}

gboolean
dp_verb_comment (const DpVerb *self,
                 char **arguments,
                 GError **error)
{
  gboolean as_json = FALSE;
  g_autofree char *on = NULL;
  g_autofree char *reply_to = NULL;
  g_autofree char *resolved = NULL;
  const GOptionEntry options[] = {
    { "on", 0, 0, G_OPTION_ARG_FILENAME, &on, N_ ("About this highlight, by its id or the beginning of it"), N_ ("HIGHLIGHT") },
    { "reply-to", 0, 0, G_OPTION_ARG_FILENAME, &reply_to, N_ ("An answer to this comment"), N_ ("COMMENT") },
    { "resolve", 0, 0, G_OPTION_ARG_FILENAME, &resolved, N_ ("Say that the thread of this comment is settled"), N_ ("COMMENT") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print the comment as JSON"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_auto (GStrv) words = NULL;
  g_autoptr (DpDesk) desk = NULL;
  g_autoptr (DpPerson) person = NULL;
  g_autoptr (DpCaseFile) file = NULL;
  g_autoptr (DpComment) comment = NULL;
  DpMoveRequest request = { NULL };

  if (!dp_verb_parse (self, arguments, options, 1, 2, &words, error))
    return FALSE;
  if (!dp_verb_check_text (words[1], "WORDS", error) || !dp_verb_check_text (on, "--on", error) ||
      !dp_verb_check_text (reply_to, "--reply-to", error) || !dp_verb_check_text (resolved, "--resolve", error))
    return FALSE;
  if (words[1] == NULL && resolved == NULL)
    return dp_verb_usage_error (error, _ ("There is nothing to say"));
  if (on != NULL && reply_to != NULL)
    return dp_verb_usage_error (error, _ ("An answer is about the same as what it answers: either --on or --reply-to"));
  if (!dp_verb_get_person (&person, error))
    return FALSE;

  file = dp_verb_open_case (words[0], error);
  if (file == NULL)
    return FALSE;
  if (words[1] == NULL)
    return resolve (file, resolved, error);

  desk = dp_desk_new (dp_case_file_get_folder (file));
  dp_desk_fill (desk, file, &request);
  request.person = person;
  request.words = words[1];
  if (!dp_review_can (dp_case_file_get_case (file), DP_MOVE_COMMENT, &request, error))
    return FALSE;
  comment = make_comment (dp_case_file_get_case (file), person, words[1], on, reply_to, error);
  if (comment == NULL)
    return FALSE;
  dp_case_add_comment (dp_case_file_get_case (file), comment);
  if (resolved != NULL && !resolve (file, resolved, error))
    return FALSE;
  if (!dp_review_move (file, DP_MOVE_COMMENT, &request, error))
    return FALSE;

  if (as_json)
    {
      g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "id", dp_comment_get_id (comment));
      json_object_set_string_member (object, "author", dp_comment_get_author (comment));
      json_object_set_string_member (object, "created", dp_comment_get_created (comment));
      json_object_set_string_member (object, "highlight", dp_comment_get_highlight_id (comment));
      json_object_set_string_member (object, "reply_to", dp_comment_get_reply_to (comment));
      json_object_set_string_member (object, "text", dp_comment_get_text (comment));
      json_node_take_object (node, object);
      dp_verb_print_json (node);
    }
  else
    {
      dp_verb_print (dp_comment_get_id (comment));
      dp_verb_print ("\n");
    }
  return TRUE;
}
