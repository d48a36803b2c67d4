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

/* (transfer full): of the one place where the words stand */
static DpAnchor *
find_passage (DpCase *dp_case,
              const char *part,
              const char *words,
              GError **error)
{
  const char *text = dp_case_get_part (dp_case, part);
  const char *found = *words != '\0' ? strstr (text, words) : NULL;
  g_autoptr (DpOffsets) offsets = NULL;
  DpSpan span;

  if (found == NULL || strstr (found + 1, words) != NULL)
    {
      /* Translators: words that were looked for */
      dp_verb_error (error, found == NULL ? _ ("The text does not have these words: “%s”") : _ ("The text has these words more than once, give more of them: “%s”"), words);
      return NULL;
    }
  offsets = dp_offsets_new (text, -1);
  span.start = (guint) g_utf8_pointer_to_offset (text, found);
  span.end = span.start + (guint) g_utf8_strlen (words, -1);
  return dp_anchor_new_for_span (offsets, span);
}

/* What a comment is about; at most one of them. */
typedef struct
{
  char *highlight;
  char *evidence;
  char *summary;
  char *disproof;
  char *reply_to;
} Place;

static void
place_clear (Place *place)
{
  g_free (place->highlight);
  g_free (place->evidence);
  g_free (place->summary);
  g_free (place->disproof);
  g_free (place->reply_to);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

static gboolean
check_place (const Place *place,
             GError **error)
{
  const char *given[] = { place->highlight, place->evidence, place->summary, place->disproof, place->reply_to };
  static const char *const names[] = { "--on", "--on-evidence", "--on-summary", "--on-disproof", "--reply-to" };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (given); i++)
    {
      if (!dp_verb_check_text (given[i], names[i], error))
        return FALSE;
      n += given[i] != NULL;
    }
  if (n > 1)
    return dp_verb_usage_error (error, _ ("A comment is about one thing, and an answer about the same as what it answers: only one of --on, --on-evidence, --on-summary, --on-disproof and --reply-to"));
  return TRUE;
}

/* A comment that answers is about the same as what it answers. */
static DpComment *
make_comment (DpCase *dp_case,
              const DpPerson *person,
              const char *text,
              const Place *place,
              GError **error)
{
  g_autoptr (DpClock) clock = dp_clock_new ();
  g_autofree char *now = dp_clock_now_text (clock);

  if (place->reply_to != NULL)
    {
      DpComment *thread = find_comment (dp_case, place->reply_to, error);

      return thread != NULL ? dp_comment_new_reply (thread, person->name, now, text) : NULL;
    }
  if (place->highlight != NULL)
    {
      DpHighlight *highlight = dp_verb_find_highlight (dp_case, place->highlight, error);

      return highlight != NULL ? dp_comment_new (person->name, now, text, dp_highlight_get_id (highlight)) : NULL;
    }
  if (place->evidence != NULL)
    {
      DpEvidence *evidence = dp_case_find_evidence_by_key (dp_case, place->evidence);
      g_autofree char *heading = evidence != NULL ? dp_evidence_dup_heading (evidence) : NULL;

      if (evidence == NULL)
        dp_verb_error (error, _ ("There is no evidence with the key “%s” in the case"), place->evidence);
      return evidence != NULL ? dp_comment_new_on_evidence (person->name, now, text, dp_evidence_get_id (evidence), heading) : NULL;
    }
  if (place->summary != NULL || place->disproof != NULL)
    {
      const char *part = place->summary != NULL ? "summary" : "disproof";
      g_autoptr (DpAnchor) anchor = find_passage (dp_case, part, place->summary != NULL ? place->summary : place->disproof, error);

      return anchor != NULL ? dp_comment_new_on_passage (person->name, now, text, part, anchor) : NULL;
    }
  return dp_comment_new (person->name, now, text, NULL);
}

static gboolean
resolve (DpCaseFile *file,
         const char *id,
         gboolean is_resolved,
         GError **error)
{
  DpComment *comment = find_comment (dp_case_file_get_case (file), id, error);

  if (comment == NULL)
    return FALSE;
  dp_comment_set_resolved (comment, is_resolved);
  return dp_case_file_save (file, error);
}

gboolean
dp_verb_comment (const DpVerb *self,
                 char **arguments,
                 GError **error)
{
  gboolean as_json = FALSE;
  g_auto (Place) place = { NULL };
  g_autofree char *resolved = NULL;
  g_autofree char *reopened = NULL;
  const GOptionEntry options[] = {
    { "on", 0, 0, G_OPTION_ARG_FILENAME, &place.highlight, N_ ("About this highlight, by its id or the beginning of it"), N_ ("HIGHLIGHT") },
    { "on-evidence", 0, 0, G_OPTION_ARG_FILENAME, &place.evidence, N_ ("About this piece of evidence"), N_ ("KEY") },
    { "on-summary", 0, 0, G_OPTION_ARG_FILENAME, &place.summary, N_ ("About these words of the summary, as its Markdown has them"), N_ ("PASSAGE") },
    { "on-disproof", 0, 0, G_OPTION_ARG_FILENAME, &place.disproof, N_ ("About these words of the disproof, as its Markdown has them"), N_ ("PASSAGE") },
    { "reply-to", 0, 0, G_OPTION_ARG_FILENAME, &place.reply_to, N_ ("An answer to this comment"), N_ ("COMMENT") },
    { "resolve", 0, 0, G_OPTION_ARG_FILENAME, &resolved, N_ ("Say that the thread of this comment is settled"), N_ ("COMMENT") },
    { "reopen", 0, 0, G_OPTION_ARG_FILENAME, &reopened, N_ ("Say that it is not settled after all"), N_ ("COMMENT") },
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
  if (!dp_verb_check_text (words[1], "WORDS", error) || !dp_verb_check_text (resolved, "--resolve", error) || !dp_verb_check_text (reopened, "--reopen", error) || !check_place (&place, error))
    return FALSE;
  if (resolved != NULL && reopened != NULL)
    return dp_verb_usage_error (error, _ ("Either --resolve or --reopen"));
  if (words[1] == NULL && resolved == NULL && reopened == NULL)
    return dp_verb_usage_error (error, _ ("There is nothing to say"));
  if (!dp_verb_get_person (&person, error))
    return FALSE;

  file = dp_verb_open_case (words[0], error);
  if (file == NULL)
    return FALSE;
  if (words[1] == NULL)
    return resolve (file, resolved != NULL ? resolved : reopened, resolved != NULL, error);

  desk = dp_desk_new (dp_case_file_get_folder (file));
  dp_desk_fill (desk, file, &request);
  request.person = person;
  request.words = words[1];
  if (!dp_review_can (dp_case_file_get_case (file), DP_MOVE_COMMENT, &request, error))
    return FALSE;
  comment = make_comment (dp_case_file_get_case (file), person, words[1], &place, error);
  if (comment == NULL)
    return FALSE;
  dp_case_add_comment (dp_case_file_get_case (file), comment);
  if ((resolved != NULL || reopened != NULL) && !resolve (file, resolved != NULL ? resolved : reopened, resolved != NULL, error))
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
      json_object_set_string_member (object, "evidence", dp_comment_get_evidence_id (comment));
      json_object_set_string_member (object, "part", dp_comment_get_part (comment));
      if (dp_comment_get_anchor (comment) != NULL)
        json_object_set_string_member (object, "passage", dp_comment_get_anchor (comment)->exact);
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
