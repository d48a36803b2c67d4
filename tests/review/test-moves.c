/* test-moves.c: the table of moves against a second statement of the rules, written by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "review/dp-moves.h"

#include <string.h>
#include "review/dp-review-error.h"

/* The rules again, by somebody who did not look at the table: for each move a letter for each state. Where
 * it is allowed: who may (w writes, r reviews, p publishes, b writes or reviews, a any of them). Capital
 * letters: only with a content that is new. */
static const struct
{
  const char *move;
  /*                 d  i  c  a  p  k  w  n : draft, in review, changes requested, approved, published,
   *                                          corrected, withdrawn, not checked */
  const char *who;
  const char *leads_to; /* a state, or "" */
  const char *needs;
} by_hand[] = {
  { "submit", "wWwWWW--", "in-review", "checks" },
  { "recall", "-w------", "draft", "" },
  { "comment", "aaaaaaaa", "", "words" },
  { "read", "aaaaaaaa", "", "" },
  { "cross-check", "-r------", "", "words other-hand blind" },
  { "request-changes", "-r-r----", "changes-requested", "words" },
  { "approve", "-r------", "approved", "checks other-hand submitted read second" },
  { "publish", "---p----", "published", "intact never-out" },
  { "correct", "---p----", "corrected", "intact once-out words" },
  { "withdraw", "pppppp--", "withdrawn", "out words" },
  { "decline", "bbb-----", "not-checked", "never-out words" },
  { "reopen", "------bb", "draft", "words" },
};

/* Everything that a move can need is there, except what contradicts itself: see @was_out. */
static DpMoveFacts
make_facts (DpCaseState state,
            guint roles,
            gboolean was_out)
{
  DpMoveFacts facts = { state, TRUE, TRUE, roles, TRUE, 0, TRUE, TRUE, TRUE, TRUE, FALSE, was_out, was_out, NULL, NULL };

  return facts;
}

static guint
get_roles (char who)
{
  switch (g_ascii_tolower (who))
    {
    case 'w':
      return DP_ROLE_WRITE;
    case 'r':
      return DP_ROLE_REVIEW;
    case 'p':
      return DP_ROLE_PUBLISH;
    case 'b':
      return DP_ROLE_WRITE | DP_ROLE_REVIEW;
    case 'a':
      return DP_ROLE_ALL;
    default:
      return 0;
    }
}

static gboolean
needs (guint line,
       const char *need)
{
  g_auto (GStrv) words = g_strsplit (by_hand[line].needs, " ", -1);

  return g_strv_contains ((const char *const *) words, need);
}

static void
assert_refused (DpMove move,
                const DpMoveFacts *facts,
                DpReviewError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (dp_move_check (move, facts, NULL, &error));
  g_assert_error (error, DP_REVIEW_ERROR, (int) code);
  g_assert_cmpuint (strlen (error->message), >, 20);
}

static void
assert_allowed (guint line,
                DpMove move,
                const DpMoveFacts *facts)
{
  g_autoptr (GError) error = NULL;
  DpCaseState to;

  g_assert_true (dp_move_check (move, facts, &to, &error));
  g_assert_no_error (error);
  if (*by_hand[line].leads_to == '\0')
    g_assert_cmpint (to, ==, facts->state);
  else
    g_assert_cmpstr (dp_case_state_to_nick (to), ==, by_hand[line].leads_to);
}

/* Every state, every move, every set of roles. */
static void
test_table (void)
{
  guint n_allowed = 0;

  g_assert_cmpuint (G_N_ELEMENTS (by_hand), ==, DP_N_MOVES);
  for (guint line = 0; line < G_N_ELEMENTS (by_hand); line++)
    for (DpCaseState state = 0; state < DP_N_CASE_STATES; state++)
      for (guint roles = 0; roles <= DP_ROLE_ALL; roles++)
        {
          char who = by_hand[line].who[state];
          DpMoveFacts facts = make_facts (state, roles, needs (line, "out") || needs (line, "once-out"));
          DpMove move;

          g_assert_true (dp_move_from_nick (by_hand[line].move, &move));
          if (who == '-')
            assert_refused (move, &facts, DP_REVIEW_ERROR_MOVE);
          else if ((get_roles (who) & roles) == 0)
            assert_refused (move, &facts, DP_REVIEW_ERROR_RIGHT);
          else
            {
              assert_allowed (line, move, &facts);
              n_allowed++;
            }
        }
  g_assert_cmpuint (n_allowed, >, 100);
}

/* What a move needs, and that it needs nothing else. */
static void
test_needs (void)
{
  for (guint line = 0; line < G_N_ELEMENTS (by_hand); line++)
    for (DpCaseState state = 0; state < DP_N_CASE_STATES; state++)
      {
        gboolean is_out = needs (line, "out") || needs (line, "once-out");
        const DpMoveFacts all = make_facts (state, DP_ROLE_ALL, is_out);
        char who = by_hand[line].who[state];
        const struct
        {
          const char *need;
          DpReviewError code;
          DpMoveFacts facts;
        } without[] = {
          { "words", DP_REVIEW_ERROR_WORDS, ({ DpMoveFacts f = all; f.has_words = FALSE; f; }) },
          { "checks", DP_REVIEW_ERROR_CHECKS, ({ DpMoveFacts f = all; f.n_blocking = 1; f; }) },
          { "other-hand", DP_REVIEW_ERROR_OWN_HAND, ({ DpMoveFacts f = all; f.own_hand = "Ann gave evidence to this case"; f; }) },
          { "submitted", DP_REVIEW_ERROR_CHANGED, ({ DpMoveFacts f = all; f.is_submitted = FALSE; f; }) },
          { "read", DP_REVIEW_ERROR_CHANGED, ({ DpMoveFacts f = all; f.is_read = FALSE; f; }) },
          { "second", DP_REVIEW_ERROR_SECOND, ({ DpMoveFacts f = all; f.needs_second = TRUE; f; }) },
          { "intact", DP_REVIEW_ERROR_VOID, ({ DpMoveFacts f = all; f.is_intact = FALSE; f; }) },
          { "never-out", DP_REVIEW_ERROR_PUBLISHED, ({ DpMoveFacts f = all; f.was_out = TRUE; f; }) },
          { "once-out", DP_REVIEW_ERROR_UNPUBLISHED, ({ DpMoveFacts f = all; f.was_out = FALSE; f; }) },
          { "out", DP_REVIEW_ERROR_UNPUBLISHED, ({ DpMoveFacts f = all; f.is_out = FALSE; f; }) },
          { "blind", DP_REVIEW_ERROR_BLIND, ({ DpMoveFacts f = all; f.knows = TRUE; f; }) },
          { NULL, DP_REVIEW_ERROR_UNCHANGED, ({ DpMoveFacts f = all; f.is_new = FALSE; f; }) },
        };
        DpMove move;

        if (who == '-')
          continue;
        g_assert_true (dp_move_from_nick (by_hand[line].move, &move));
        for (guint i = 0; i < G_N_ELEMENTS (without); i++)
          {
            gboolean is_needed = without[i].need != NULL ? needs (line, without[i].need) : g_ascii_isupper (who);

            if (is_needed)
              assert_refused (move, &without[i].facts, without[i].code);
            else
              assert_allowed (line, move, &without[i].facts);
          }
      }
}

static void
test_person (void)
{
  for (DpMove move = 0; move < DP_N_MOVES; move++)
    for (DpCaseState state = 0; state < DP_N_CASE_STATES; state++)
      {
        DpMoveFacts nobody = make_facts (state, DP_ROLE_ALL, FALSE);
        DpMoveFacts stranger = make_facts (state, DP_ROLE_NONE, FALSE);

        if (by_hand[move].who[state] == '-')
          continue;
        nobody.is_person = FALSE;
        assert_refused (move, &nobody, DP_REVIEW_ERROR_PERSON);
        stranger.is_known = FALSE;
        assert_refused (move, &stranger, DP_REVIEW_ERROR_UNKNOWN);
      }
}

/* A second verdict that is another sends the case back; of everything else it is no business. */
static void
test_apart (void)
{
  for (DpMove move = 0; move < DP_N_MOVES; move++)
    for (DpCaseState state = 0; state < DP_N_CASE_STATES; state++)
      {
        DpMoveFacts facts = make_facts (state, DP_ROLE_ALL, needs (move, "out") || needs (move, "once-out"));
        DpCaseState to;

        facts.is_apart = TRUE;
        if (by_hand[move].who[state] == '-')
          assert_refused (move, &facts, DP_REVIEW_ERROR_MOVE);
        else if (move != DP_MOVE_CROSS_CHECK)
          assert_allowed (move, move, &facts);
        else
          {
            g_assert_true (dp_move_check (move, &facts, &to, NULL));
            g_assert_cmpint (to, ==, DP_CASE_STATE_CHANGES_REQUESTED);
            facts.own_hand = "Ann wrote this very case";
            assert_refused (move, &facts, DP_REVIEW_ERROR_OWN_HAND);
          }
      }
}

/* No line of the table that the statement by hand does not have, and no state that is a dead end. */
static void
test_reach (void)
{
  guint n_rules;
  const DpMoveRule *rules = dp_moves_get_rules (&n_rules);
  guint reached = 1u << DP_CASE_STATE_DRAFT;

  for (guint round = 0; round < DP_N_CASE_STATES; round++)
    for (guint i = 0; i < n_rules; i++)
      if (rules[i].to >= 0 && (rules[i].from & reached) != 0)
        reached |= 1u << rules[i].to;
  g_assert_cmpuint (reached, ==, (1u << DP_N_CASE_STATES) - 1);

  for (DpCaseState state = 0; state < DP_N_CASE_STATES; state++)
    {
      guint n = 0;

      for (guint i = 0; i < n_rules; i++)
        n += (rules[i].from & (1u << state)) != 0 && rules[i].to >= 0 && rules[i].to != (int) state;
      g_assert_cmpuint (n, >, 0);
    }
  for (DpMove move = 0; move < DP_N_MOVES; move++)
    {
      g_assert_cmpstr (dp_move_to_nick (move), ==, by_hand[move].move);
      g_assert_cmpuint (strlen (dp_move_get_label (move)), >, 0);
      g_assert_cmpuint (strlen (dp_move_get_past (move)), >, 0);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/moves/table", test_table);
  g_test_add_func ("/moves/needs", test_needs);
  g_test_add_func ("/moves/person", test_person);
  g_test_add_func ("/moves/apart", test_apart);
  g_test_add_func ("/moves/reach", test_reach);
  return g_test_run ();
}
