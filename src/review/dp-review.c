/* dp-review.c: doing a move with a case
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "review/dp-review.h"

#include <glib/gi18n-lib.h>
#include "base/dp-json.h"
#include "model/dp-case-text.h"
#include "review/dp-confidence.h"
#include "review/dp-edition.h"
#include "review/dp-review-error.h"

static gboolean
is_of (DpEntry *entry,
       const char *content)
{
  return entry != NULL && g_str_equal (dp_entry_get_content (entry), content);
}

static gboolean
has_words (const char *words)
{
  for (const char *p = words != NULL ? words : ""; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* Of the content under review: a verdict by somebody else, which is the case's own. */
static gboolean
has_second (DpCase *dp_case,
            const char *content)
{
  GListModel *entries = dp_case_list_entries (dp_case);

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (DpEntry) entry = g_list_model_get_item (entries, i);

      if (g_str_equal (dp_entry_get_what (entry), dp_move_to_nick (DP_MOVE_CROSS_CHECK)) && is_of (entry, content) &&
          g_str_equal (dp_entry_get_verdict (entry), dp_case_get_verdict (dp_case)))
        return TRUE;
    }
  return FALSE;
}

/* What the content was when it last went to somebody. */
static gboolean
is_new (DpCase *dp_case,
        const DpStanding *standing,
        const char *content)
{
  switch (dp_case_get_state (dp_case))
    {
    case DP_CASE_STATE_IN_REVIEW:
      return !is_of (standing->submitted, content);
    case DP_CASE_STATE_APPROVED:
      return !is_of (standing->approved, content);
    case DP_CASE_STATE_PUBLISHED:
    case DP_CASE_STATE_CORRECTED:
      return !is_of (standing->published, content);
    case DP_CASE_STATE_DRAFT:
    case DP_CASE_STATE_CHANGES_REQUESTED:
    case DP_CASE_STATE_WITHDRAWN:
    case DP_CASE_STATE_NOT_CHECKED:
    default:
      return TRUE;
    }
}

/* Whether it is the content that they read. */
static gboolean
is_read (DpCase *dp_case,
         const DpMoveRequest *request,
         const char *content)
{
  DpEntry *read = NULL;

  if (request->read != NULL)
    return g_str_equal (request->read, content);
  if (request->person != NULL)
    read = dp_record_find_read (dp_case, request->person, TRUE);
  return read == NULL || is_of (read, content);
}

/* What a cross-check gives. */
static gboolean
check_verdict (const DpMoveRequest *request,
               GError **error)
{
  DpConfidence confidence;

  if (request->verdict != NULL && request->ratings != NULL && dp_ratings_find (request->ratings, request->verdict) == NULL)
    {
      GPtrArray *all = dp_ratings_get_all (request->ratings);
      g_autoptr (GString) ids = g_string_new (NULL);

      for (guint i = 0; i < all->len; i++)
        g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "", ((const DpRating *) g_ptr_array_index (all, i))->id);
      g_set_error (error, DP_REVIEW_ERROR, DP_REVIEW_ERROR_VERDICT,
                   /* Translators: first what was given, then a list of what there is */
                   _ ("The rating scale has no verdict “%s”; it has: %s"), request->verdict, ids->str);
      return FALSE;
    }
  if (request->confidence != NULL && !dp_confidence_from_nick (request->confidence, &confidence))
    {
      g_set_error (error, DP_REVIEW_ERROR, DP_REVIEW_ERROR_VERDICT, _ ("How sure you are is “low”, “medium” or “high”, not “%s”"), request->confidence);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check (DpCase *dp_case,
       DpMove move,
       const DpMoveRequest *request,
       const char *content,
       DpCaseState *to,
       GError **error)
{
  g_autofree char *own_hand = request->person != NULL ? dp_record_dup_own_hand (dp_case, request->person) : NULL;
  g_autofree char *who_may = NULL;
  DpMoveFacts facts = { dp_case_get_state (dp_case) };
  DpStanding standing;
  guint n_rules;
  const DpMoveRule *rules = dp_moves_get_rules (&n_rules);
  guint roles = 0;

  for (guint i = 0; i < n_rules; i++)
    if (rules[i].move == move)
      roles |= rules[i].roles;
  who_may = dp_people_dup_names (request->people, roles);
  dp_record_get_standing (dp_case, &standing);
  facts.is_person = request->person != NULL;
  if (facts.is_person)
    facts.roles = dp_people_get_roles (request->people, request->person, &facts.is_known);
  facts.has_words = has_words (request->words);
  facts.n_blocking = request->n_blocking;
  facts.is_new = is_new (dp_case, &standing, content);
  facts.is_submitted = is_of (standing.submitted, content);
  facts.is_read = is_read (dp_case, request, content);
  facts.is_intact = is_of (standing.approved, content);
  facts.needs_second = request->asks_second && !has_second (dp_case, content);
  facts.was_out = standing.n_versions > 0;
  facts.is_out = standing.is_out;
  facts.own_hand = own_hand;
  facts.who_may = who_may;
  facts.knows = facts.is_person && dp_record_knows (dp_case, request->person);
  facts.is_apart = request->verdict != NULL && !g_str_equal (request->verdict, dp_case_get_verdict (dp_case));
  return dp_move_check (move, &facts, to, error) && (move != DP_MOVE_CROSS_CHECK || check_verdict (request, error));
}

gboolean
dp_review_can (DpCase *dp_case,
               DpMove move,
               const DpMoveRequest *request,
               GError **error)
{
  g_autofree char *content = request->content != NULL ? g_strdup (request->content) : dp_case_dup_content_digest (dp_case);

  return check (dp_case, move, request, content, NULL, error) && dp_record_can_add (dp_case, request->clock, error);
}

/* What others will compare with later: the editions that a move keeps. (transfer full) */
static char **
list_kept (DpMove move,
           const char *content,
           const char *version)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autofree char *read = dp_edition_dup_read_name (content);

  switch (move)
    {
    case DP_MOVE_SUBMIT:
      g_strv_builder_add (names, "submitted");
      break;
    case DP_MOVE_READ:
      g_strv_builder_add (names, read);
      break;
    case DP_MOVE_APPROVE:
      g_strv_builder_add_many (names, "approved", "reviewed", read, NULL);
      break;
    case DP_MOVE_REQUEST_CHANGES:
      g_strv_builder_add (names, "reviewed");
      break;
    case DP_MOVE_PUBLISH:
    case DP_MOVE_CORRECT:
      g_strv_builder_add (names, version);
      break;
    case DP_MOVE_RECALL:
    case DP_MOVE_COMMENT:
    case DP_MOVE_CROSS_CHECK:
    case DP_MOVE_WITHDRAW:
    case DP_MOVE_DECLINE:
    case DP_MOVE_REOPEN:
    default:
      break;
    }
  return g_strv_builder_end (names);
}

static gboolean
is_publication (DpMove move)
{
  return move == DP_MOVE_PUBLISH || move == DP_MOVE_CORRECT;
}

/* (transfer full) (nullable): of the publication that would be the next */
static char *
dup_version (DpCase *dp_case,
             DpMove move)
{
  DpStanding standing;

  if (!is_publication (move))
    return NULL;
  dp_record_get_standing (dp_case, &standing);
  return g_strdup_printf ("%u", standing.n_versions + 1);
}

/* When what it needs is kept. */
static gboolean
record (DpCaseFile *file,
        DpMove move,
        const DpMoveRequest *request,
        const char *content,
        const char *version,
        DpCaseState to,
        GError **error)
{
  DpCase *dp_case = dp_case_file_get_case (file);
  DpEntry *before = move == DP_MOVE_READ || move == DP_MOVE_APPROVE ? dp_record_find_read (dp_case, request->person, FALSE) : NULL;
  DpRecordLine line = { dp_move_to_nick (move) };

  line.content = content;
  line.to = to != dp_case_get_state (dp_case) || is_publication (move) || move == DP_MOVE_SUBMIT ? &to : NULL;
  line.version = version;
  line.words = request->words;
  line.verdict = request->verdict;
  line.confidence = request->confidence;
  line.case_verdict = move == DP_MOVE_CROSS_CHECK ? dp_case_get_verdict (dp_case) : NULL;
  if (!dp_record_add (dp_case, request->person, &line, request->clock, error))
    return FALSE;
  if (before != NULL && !dp_record_is_last_read (dp_case, dp_entry_get_content (before)))
    dp_edition_forget_read (dp_case_file_get_folder (file), dp_entry_get_content (before));
  return TRUE;
}

gboolean
dp_review_move (DpCaseFile *file,
                DpMove move,
                const DpMoveRequest *request,
                GError **error)
{
  DpCase *dp_case = dp_case_file_get_case (file);
  g_autofree char *content = dp_case_dup_content_digest (dp_case);
  g_autofree char *version = dup_version (dp_case, move);
  g_auto (GStrv) kept = list_kept (move, content, version);
  DpCaseState to;

  if (!check (dp_case, move, request, content, &to, error) || !dp_record_can_add (dp_case, request->clock, error))
    return FALSE;
  for (guint i = 0; kept[i] != NULL; i++)
    if (!dp_edition_write (dp_case_file_get_folder (file), dp_case, kept[i], error))
      return FALSE;

  return record (file, move, request, content, version, to, error) && dp_case_file_save (file, error);
}

/* The same in threads. */
typedef struct
{
  DpMove move;
  DpMoveRequest request; /* its texts and its person are owned here */
  char *version;         /* (nullable) */
  char **kept;
  GPtrArray *parts;
  GFile *folder;
} DpMoveJob;

static void
job_free (gpointer data)
{
  DpMoveJob *job = data;

  g_clear_pointer ((DpPerson **) &job->request.person, dp_person_free);
  g_free ((char *) job->request.words);
  g_free ((char *) job->request.verdict);
  g_free ((char *) job->request.confidence);
  g_free ((char *) job->request.read);
  g_free ((char *) job->request.content);
  g_free (job->version);
  g_strfreev (job->kept);
  g_ptr_array_unref (job->parts);
  g_object_unref (job->folder);
  g_free (job);
}

static void
keep_thread (GTask *task,
             gpointer source_object,
             gpointer task_data,
             GCancellable *cancellable)
{
  DpMoveJob *job = task_data;
  GError *error = NULL;

  if (job->kept[0] != NULL)
    {
      g_autoptr (GBytes) text = dp_case_text_join (job->parts);
      g_autoptr (JsonNode) node = dp_json_read (g_bytes_get_data (text, NULL), g_bytes_get_size (text), DP_JSON_STRICT, &error);

      for (guint i = 0; error == NULL && job->kept[i] != NULL; i++)
        dp_edition_write_json (job->folder, node, job->kept[i], &error);
    }
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
saved_cb (GObject *source_object,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (dp_case_file_save_finish (DP_CASE_FILE (source_object), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Looks again: somebody else may have done something with the case meanwhile. */
static void
kept_cb (GObject *source_object,
         GAsyncResult *result,
         gpointer user_data)
{
  DpCaseFile *file = DP_CASE_FILE (source_object);
  g_autoptr (GTask) task = user_data;
  DpMoveJob *job = g_task_get_task_data (task);
  DpCase *dp_case = dp_case_file_get_case (file);
  g_autofree char *version = dup_version (dp_case, job->move);
  GError *error = NULL;
  DpCaseState to;

  if (!g_task_propagate_boolean (G_TASK (result), &error) || !check (dp_case, job->move, &job->request, job->request.content, &to, &error) ||
      !record (file, job->move, &job->request, job->request.content, version, to, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  dp_case_file_save_async (file, g_task_get_cancellable (task), saved_cb, g_object_ref (task));
}

void
dp_review_move_async (DpCaseFile *file,
                      DpMove move,
                      const DpMoveRequest *request,
                      GPtrArray *parts,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  DpCase *dp_case = dp_case_file_get_case (file);
  g_autoptr (GTask) task = g_task_new (file, cancellable, callback, user_data);
  g_autoptr (GTask) keeping = NULL;
  DpMoveJob *job = g_new0 (DpMoveJob, 1);
  GError *error = NULL;

  g_task_set_source_tag (task, dp_review_move_async);
  g_task_set_task_data (task, job, job_free);
  job->move = move;
  job->request = *request;
  job->request.person = request->person != NULL ? dp_person_copy (request->person) : NULL;
  job->request.words = g_strdup (request->words);
  job->request.verdict = g_strdup (request->verdict);
  job->request.confidence = g_strdup (request->confidence);
  job->request.read = g_strdup (request->read);
  job->request.content = g_strdup (request->content);
  job->parts = g_ptr_array_ref (parts);
  job->folder = g_object_ref (dp_case_file_get_folder (file));
  job->version = dup_version (dp_case, move);
  job->kept = list_kept (move, request->content, job->version);
  if (!check (dp_case, move, request, request->content, NULL, &error) || !dp_record_can_add (dp_case, request->clock, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  keeping = g_task_new (file, cancellable, kept_cb, g_object_ref (task));
  g_task_set_source_tag (keeping, dp_review_move_async);
  g_task_set_task_data (keeping, job, NULL); /* the other one has it */
  g_task_run_in_thread (keeping, keep_thread);
}

gboolean
dp_review_move_finish (DpCaseFile *file,
                       GAsyncResult *result,
                       GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, file), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

DpApproval
dp_review_get_approval (DpCase *dp_case,
                        const char *content_digest)
{
  DpStanding standing;

  dp_record_get_standing (dp_case, &standing);
  if (standing.approved == NULL || dp_case_get_state (dp_case) != DP_CASE_STATE_APPROVED)
    return DP_APPROVAL_NONE;
  return is_of (standing.approved, content_digest) ? DP_APPROVAL_INTACT : DP_APPROVAL_VOID;
}
