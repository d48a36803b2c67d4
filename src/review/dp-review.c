/* dp-review.c: doing a move with a case
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "review/dp-review.h"

#include "review/dp-edition.h"

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
  facts.is_read = request->read == NULL || g_str_equal (request->read, content);
  facts.is_intact = is_of (standing.approved, content);
  facts.needs_second = request->asks_second && !has_second (dp_case, content);
  facts.was_out = standing.n_versions > 0;
  facts.is_out = standing.is_out;
  facts.own_hand = own_hand;
  facts.who_may = who_may;
  return dp_move_check (move, &facts, to, error);
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

/* What others will compare with later. */
static gboolean
keep (DpCaseFile *file,
      DpMove move,
      const char *version,
      GError **error)
{
  GFile *folder = dp_case_file_get_folder (file);
  DpCase *dp_case = dp_case_file_get_case (file);

  switch (move)
    {
    case DP_MOVE_SUBMIT:
      return dp_edition_write (folder, dp_case, "submitted", error);
    case DP_MOVE_APPROVE:
      return dp_edition_write (folder, dp_case, "approved", error) && dp_edition_write (folder, dp_case, "reviewed", error);
    case DP_MOVE_REQUEST_CHANGES:
      return dp_edition_write (folder, dp_case, "reviewed", error);
    case DP_MOVE_PUBLISH:
    case DP_MOVE_CORRECT:
      return dp_edition_write (folder, dp_case, version, error);
    case DP_MOVE_RECALL:
    case DP_MOVE_COMMENT:
    case DP_MOVE_CROSS_CHECK:
    case DP_MOVE_WITHDRAW:
    case DP_MOVE_DECLINE:
    case DP_MOVE_REOPEN:
    default:
      return TRUE;
    }
}

static gboolean
add (DpCaseFile *file,
     DpMove move,
     const DpMoveRequest *request,
     const char *content,
     DpCaseState to,
     GError **error)
{
  DpCase *dp_case = dp_case_file_get_case (file);
  gboolean is_publication = move == DP_MOVE_PUBLISH || move == DP_MOVE_CORRECT;
  g_autofree char *version = NULL;
  DpStanding standing;
  DpRecordLine line = { dp_move_to_nick (move) };

  dp_record_get_standing (dp_case, &standing);
  if (is_publication)
    version = g_strdup_printf ("%u", standing.n_versions + 1);
  line.content = content;
  line.to = to != dp_case_get_state (dp_case) || is_publication || move == DP_MOVE_SUBMIT ? &to : NULL;
  line.version = version;
  line.words = request->words;
  line.verdict = request->verdict;
  if (!keep (file, move, version, error))
    return FALSE;
  return dp_record_add (dp_case, request->person, &line, request->clock, error);
}

gboolean
dp_review_move (DpCaseFile *file,
                DpMove move,
                const DpMoveRequest *request,
                GError **error)
{
  DpCase *dp_case = dp_case_file_get_case (file);
  g_autofree char *content = dp_case_dup_content_digest (dp_case);
  DpCaseState to;

  if (!check (dp_case, move, request, content, &to, error) || !dp_record_can_add (dp_case, request->clock, error))
    return FALSE;

  return add (file, move, request, content, to, error) && dp_case_file_save (file, error);
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
