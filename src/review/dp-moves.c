/* dp-moves.c: what can be done with a case, from which state, by whom, and what it needs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "review/dp-moves.h"

#include <glib/gi18n-lib.h>
#include "review/dp-review-error.h"

#define DRAFT (1 << DP_CASE_STATE_DRAFT)
#define IN_REVIEW (1 << DP_CASE_STATE_IN_REVIEW)
#define CHANGES (1 << DP_CASE_STATE_CHANGES_REQUESTED)
#define APPROVED (1 << DP_CASE_STATE_APPROVED)
#define PUBLISHED (1 << DP_CASE_STATE_PUBLISHED)
#define CORRECTED (1 << DP_CASE_STATE_CORRECTED)
#define WITHDRAWN (1 << DP_CASE_STATE_WITHDRAWN)
#define NOT_CHECKED (1 << DP_CASE_STATE_NOT_CHECKED)
#define ANY ((1 << DP_N_CASE_STATES) - 1)
#define STAYS -1

static const DpMoveRule rules[] = {
  { DP_MOVE_SUBMIT, DRAFT | CHANGES, DP_CASE_STATE_IN_REVIEW, DP_ROLE_WRITE, DP_NEED_CHECKS },
  { DP_MOVE_SUBMIT, IN_REVIEW | APPROVED | PUBLISHED | CORRECTED, DP_CASE_STATE_IN_REVIEW, DP_ROLE_WRITE, DP_NEED_NEW_CONTENT | DP_NEED_CHECKS },
  { DP_MOVE_RECALL, IN_REVIEW, DP_CASE_STATE_DRAFT, DP_ROLE_WRITE, 0 },
  { DP_MOVE_COMMENT, ANY, STAYS, DP_ROLE_ALL, DP_NEED_WORDS },
  { DP_MOVE_READ, ANY, STAYS, DP_ROLE_ALL, 0 },
  { DP_MOVE_CROSS_CHECK, IN_REVIEW, STAYS, DP_ROLE_REVIEW, DP_NEED_OTHER_HAND | DP_NEED_BLIND | DP_NEED_WORDS },
  { DP_MOVE_CROSS_CHECK, IN_REVIEW, DP_CASE_STATE_CHANGES_REQUESTED, DP_ROLE_REVIEW, DP_WHEN_APART | DP_NEED_OTHER_HAND | DP_NEED_BLIND | DP_NEED_WORDS },
  { DP_MOVE_REQUEST_CHANGES, IN_REVIEW | APPROVED, DP_CASE_STATE_CHANGES_REQUESTED, DP_ROLE_REVIEW, DP_NEED_WORDS },
  { DP_MOVE_APPROVE, IN_REVIEW, DP_CASE_STATE_APPROVED, DP_ROLE_REVIEW, DP_NEED_OTHER_HAND | DP_NEED_SUBMITTED | DP_NEED_READ | DP_NEED_SECOND | DP_NEED_CHECKS },
  { DP_MOVE_PUBLISH, APPROVED, DP_CASE_STATE_PUBLISHED, DP_ROLE_PUBLISH, DP_NEED_NEVER_OUT | DP_NEED_INTACT },
  { DP_MOVE_CORRECT, APPROVED, DP_CASE_STATE_CORRECTED, DP_ROLE_PUBLISH, DP_NEED_ONCE_OUT | DP_NEED_INTACT | DP_NEED_WORDS },
  { DP_MOVE_WITHDRAW, DRAFT | IN_REVIEW | CHANGES | APPROVED | PUBLISHED | CORRECTED, DP_CASE_STATE_WITHDRAWN, DP_ROLE_PUBLISH, DP_NEED_OUT | DP_NEED_WORDS },
  { DP_MOVE_DECLINE, DRAFT | IN_REVIEW | CHANGES, DP_CASE_STATE_NOT_CHECKED, DP_ROLE_WRITE | DP_ROLE_REVIEW, DP_NEED_NEVER_OUT | DP_NEED_WORDS },
  { DP_MOVE_REOPEN, WITHDRAWN | NOT_CHECKED, DP_CASE_STATE_DRAFT, DP_ROLE_WRITE | DP_ROLE_REVIEW, DP_NEED_WORDS },
};

static const struct
{
  const char *nick;
  const char *label;
  const char *past;
} words[DP_N_MOVES] = {
  /* Translators: what is done with a case: first as a button, then as a line of its history, after the
   * name of who did it. */
  [DP_MOVE_SUBMIT] = { "submit", NC_ ("move", "Submit"), NC_ ("move", "submitted it for review") },
  [DP_MOVE_RECALL] = { "recall", NC_ ("move", "Take Back"), NC_ ("move", "took it back from review") },
  [DP_MOVE_COMMENT] = { "comment", NC_ ("move", "Comment"), NC_ ("move", "commented") },
  [DP_MOVE_READ] = { "read", NC_ ("move", "Mark as Read"), NC_ ("move", "read it") },
  [DP_MOVE_CROSS_CHECK] = { "cross-check", NC_ ("move", "Cross-Check"), NC_ ("move", "gave a verdict of their own") },
  [DP_MOVE_REQUEST_CHANGES] = { "request-changes", NC_ ("move", "Request Changes"), NC_ ("move", "asked for changes") },
  [DP_MOVE_APPROVE] = { "approve", NC_ ("move", "Approve"), NC_ ("move", "approved it") },
  [DP_MOVE_PUBLISH] = { "publish", NC_ ("move", "Publish"), NC_ ("move", "published it") },
  [DP_MOVE_CORRECT] = { "correct", NC_ ("move", "Publish Correction"), NC_ ("move", "published a correction") },
  [DP_MOVE_WITHDRAW] = { "withdraw", NC_ ("move", "Withdraw"), NC_ ("move", "withdrew it") },
  [DP_MOVE_DECLINE] = { "decline", NC_ ("move", "Not to Be Checked"), NC_ ("move", "decided not to check it") },
  [DP_MOVE_REOPEN] = { "reopen", NC_ ("move", "Reopen"), NC_ ("move", "reopened it") },
};

const char *
dp_move_to_nick (DpMove move)
{
  return words[move].nick;
}

gboolean
dp_move_from_nick (const char *nick,
                   DpMove *move)
{
  for (guint i = 0; i < DP_N_MOVES; i++)
    if (g_str_equal (words[i].nick, nick))
      {
        *move = i;
        return TRUE;
      }
  return FALSE;
}

const char *
dp_move_get_label (DpMove move)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "move", words[move].label);
}

const char *
dp_move_get_past (DpMove move)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "move", words[move].past);
}

const DpMoveRule *
dp_moves_get_rules (guint *n_rules)
{
  *n_rules = G_N_ELEMENTS (rules);
  return rules;
}

/* (nullable) */
static const DpMoveRule *
find_rule (DpMove move,
           const DpMoveFacts *facts)
{
  gboolean has_apart = move == DP_MOVE_CROSS_CHECK && facts->is_apart;

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (rules[i].move == move && (rules[i].from & (1u << facts->state)) != 0 && ((rules[i].needs & DP_WHEN_APART) != 0) == has_apart)
      return &rules[i];
  return NULL;
}

static gboolean
refuse (GError **error,
        DpReviewError code,
        const char *message)
{
  g_set_error_literal (error, DP_REVIEW_ERROR, code, message);
  return FALSE;
}

/* Who it is, and whether they may. */
static gboolean
check_person (const DpMoveRule *rule,
              const DpMoveFacts *facts,
              GError **error)
{
  if (!facts->is_person)
    return refuse (error, DP_REVIEW_ERROR_PERSON, _ ("Say who you are first: your name goes into the history of the case"));
  if (!facts->is_known)
    return refuse (error, DP_REVIEW_ERROR_UNKNOWN, _ ("The library’s list of people (people.json) does not know you: ask whoever keeps it"));
  if ((facts->roles & rule->roles) != 0)
    return TRUE;

  if (facts->who_may != NULL && *facts->who_may != '\0')
    {
      /* Translators: a list of names */
      g_set_error (error, DP_REVIEW_ERROR, DP_REVIEW_ERROR_RIGHT, _ ("The library’s list of people (people.json) does not let you do this; these may: %s"), facts->who_may);
      return FALSE;
    }
  return refuse (error, DP_REVIEW_ERROR_RIGHT, _ ("The library’s list of people (people.json) does not let you do this, nor anybody else"));
}

static gboolean
check_needs (guint needs,
             const DpMoveFacts *facts,
             GError **error)
{
  if ((needs & DP_NEED_NEVER_OUT) != 0 && facts->was_out)
    return refuse (error, DP_REVIEW_ERROR_PUBLISHED, _ ("A version of this case was published before: publish a correction, or withdraw it"));
  if ((needs & DP_NEED_ONCE_OUT) != 0 && !facts->was_out)
    return refuse (error, DP_REVIEW_ERROR_UNPUBLISHED, _ ("No version of this case was published yet: there is nothing to correct"));
  if ((needs & DP_NEED_OUT) != 0 && !facts->is_out)
    return refuse (error, DP_REVIEW_ERROR_UNPUBLISHED, _ ("No version of this case is before readers: there is nothing to withdraw"));
  if ((needs & DP_NEED_OTHER_HAND) != 0 && facts->own_hand != NULL)
    return refuse (error, DP_REVIEW_ERROR_OWN_HAND, facts->own_hand);
  if ((needs & DP_NEED_BLIND) != 0 && facts->knows)
    return refuse (error, DP_REVIEW_ERROR_BLIND, _ ("You read this case and know its verdict: a cross-check is by somebody who does not"));
  if ((needs & DP_NEED_NEW_CONTENT) != 0 && !facts->is_new)
    return refuse (error, DP_REVIEW_ERROR_UNCHANGED, _ ("Nothing in the case changed since then: there is nothing new to review"));
  if ((needs & DP_NEED_INTACT) != 0 && !facts->is_intact)
    return refuse (error, DP_REVIEW_ERROR_VOID, _ ("The case was changed after it was approved, so the approval is void: submit it again"));
  if ((needs & DP_NEED_SUBMITTED) != 0 && !facts->is_submitted)
    return refuse (error, DP_REVIEW_ERROR_CHANGED, _ ("The case was changed after it was submitted: whoever changed it submits it again first"));
  if ((needs & DP_NEED_READ) != 0 && !facts->is_read)
    return refuse (error, DP_REVIEW_ERROR_CHANGED, _ ("The case is not what you read: read what changed first"));
  if ((needs & DP_NEED_SECOND) != 0 && facts->needs_second)
    return refuse (error, DP_REVIEW_ERROR_SECOND, _ ("This house asks for a second verdict that agrees: somebody else cross-checks the case first"));
  if ((needs & DP_NEED_CHECKS) != 0 && facts->n_blocking > 0)
    {
      g_set_error (error, DP_REVIEW_ERROR, DP_REVIEW_ERROR_CHECKS,
                   g_dngettext (GETTEXT_PACKAGE, "%u thing is still missing that must not be: see the checks", "%u things are still missing that must not be: see the checks", facts->n_blocking),
                   facts->n_blocking);
      return FALSE;
    }
  if ((needs & DP_NEED_WORDS) != 0 && !facts->has_words)
    return refuse (error, DP_REVIEW_ERROR_WORDS, _ ("This needs words: the reason, or what the reader is told"));
  return TRUE;
}

gboolean
dp_move_check (DpMove move,
               const DpMoveFacts *facts,
               DpCaseState *to,
               GError **error)
{
  const DpMoveRule *rule = find_rule (move, facts);

  if (rule == NULL)
    {
      g_set_error (error, DP_REVIEW_ERROR, DP_REVIEW_ERROR_MOVE,
                   /* Translators: first a state of a case, "Draft", then what cannot be done, "Approve" */
                   _ ("This cannot be done with a case in the state “%s”: %s"), dp_case_state_get_label (facts->state), dp_move_get_label (move));
      return FALSE;
    }
  if (!check_person (rule, facts, error) || !check_needs (rule->needs, facts, error))
    return FALSE;

  if (to != NULL)
    *to = rule->to == STAYS ? facts->state : (DpCaseState) rule->to;
  return TRUE;
}
