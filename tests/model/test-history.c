/* test-history.c: undo and redo
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/dp-history.h"

#include "sample-case.h"

typedef struct
{
  DpCase *dp_case;
  DpClock *clock;
  DpHistory *history;
  guint n_changed;
} Fixture;

static void
count_cb (DpHistory *history,
          guint *count)
{
  (*count)++;
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->dp_case = sample_case_new (GPOINTER_TO_UINT (data));
  fixture->clock = dp_clock_new_fixed (1768032000);
  fixture->history = dp_history_new (G_OBJECT (fixture->dp_case), fixture->clock);
  g_signal_connect (fixture->history, "changed", G_CALLBACK (count_cb), &fixture->n_changed);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  DpCase *dp_case = fixture->dp_case;

  g_object_add_weak_pointer (G_OBJECT (fixture->history), (gpointer *) &fixture->history);
  g_object_unref (fixture->history);
  g_assert_null (fixture->history);
  g_object_add_weak_pointer (G_OBJECT (dp_case), (gpointer *) &fixture->dp_case);
  g_object_unref (dp_case);
  g_assert_null (fixture->dp_case);
  g_object_unref (fixture->clock);
}

static void
test_property (Fixture *fixture,
               gconstpointer data)
{
  g_autoptr (DpEvidence) evidence = g_list_model_get_item (dp_case_list_evidence (fixture->dp_case), 0);
  DpSourceKind kind = dp_evidence_get_source_kind (evidence);

  g_assert_cmpint (kind, !=, DP_SOURCE_RESEARCH);
  g_assert_false (dp_history_can_undo (fixture->history));
  g_assert_false (dp_history_undo (fixture->history));

  dp_evidence_set_source_kind (evidence, DP_SOURCE_RESEARCH);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  dp_evidence_set_source_kind (evidence, DP_SOURCE_RESEARCH);
  g_assert_cmpuint (fixture->n_changed, ==, 1);

  g_assert_true (dp_history_can_undo (fixture->history));
  g_assert_true (dp_history_undo (fixture->history));
  g_assert_cmpuint (fixture->n_changed, ==, 2);
  g_assert_cmpint (dp_evidence_get_source_kind (evidence), ==, kind);
  g_assert_false (dp_history_can_undo (fixture->history));
  g_assert_true (dp_history_can_redo (fixture->history));

  g_assert_true (dp_history_redo (fixture->history));
  g_assert_cmpint (dp_evidence_get_source_kind (evidence), ==, DP_SOURCE_RESEARCH);
  g_assert_false (dp_history_redo (fixture->history));
}

static void
test_untracked (Fixture *fixture,
                gconstpointer data)
{
  dp_case_set_modified (fixture->dp_case, "2026-02-02T00:00:00Z");
  g_assert_false (dp_history_can_undo (fixture->history));
  g_assert_cmpuint (fixture->n_changed, ==, 0);
}

static void
test_group (Fixture *fixture,
            gconstpointer data)
{
  g_autofree char *before = sample_case_dup_text (fixture->dp_case);
  g_autofree char *after = NULL;
  g_autoptr (DpHighlight) highlight = g_list_model_get_item (dp_case_list_highlights (fixture->dp_case), 0);

  dp_history_begin (fixture->history, "Remove highlight");
  dp_history_begin (fixture->history, "Inner");
  dp_case_remove_highlight (fixture->dp_case, highlight);
  dp_history_end (fixture->history);
  dp_case_set_title (fixture->dp_case, "one");
  dp_case_set_title (fixture->dp_case, "two");
  g_assert_false (dp_history_undo (fixture->history));
  g_assert_cmpuint (fixture->n_changed, ==, 0);
  dp_history_end (fixture->history);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmpstr (dp_history_get_undo_label (fixture->history), ==, "Remove highlight");
  g_assert_cmpstr (dp_history_get_redo_label (fixture->history), ==, "");
  after = sample_case_dup_text (fixture->dp_case);
  g_assert_cmpstr (before, !=, after);

  g_assert_true (dp_history_undo (fixture->history));
  g_assert_false (dp_history_can_undo (fixture->history));
  g_assert_cmpstr (dp_history_get_redo_label (fixture->history), ==, "Remove highlight");
  {
    g_autofree char *undone = sample_case_dup_text (fixture->dp_case);

    g_assert_cmpstr (undone, ==, before);
  }
  g_assert_true (dp_history_redo (fixture->history));
  {
    g_autofree char *redone = sample_case_dup_text (fixture->dp_case);

    g_assert_cmpstr (redone, ==, after);
  }
}

static void
test_empty_group (Fixture *fixture,
                  gconstpointer data)
{
  g_autoptr (DpEvidence) evidence = g_list_model_get_item (dp_case_list_evidence (fixture->dp_case), 0);
  DpSourceKind kind = dp_evidence_get_source_kind (evidence);

  dp_case_set_title (fixture->dp_case, "one");
  dp_history_undo (fixture->history);
  g_assert_true (dp_history_can_redo (fixture->history));

  dp_history_begin (fixture->history, "Nothing");
  dp_history_end (fixture->history);
  g_assert_true (dp_history_can_redo (fixture->history));

  dp_history_begin (fixture->history, "There and back");
  dp_evidence_set_source_kind (evidence, DP_SOURCE_RESEARCH);
  dp_evidence_set_source_kind (evidence, kind);
  dp_history_end (fixture->history);
  g_assert_false (dp_history_can_undo (fixture->history));
  g_assert_true (dp_history_can_redo (fixture->history));

  dp_case_set_title (fixture->dp_case, "two");
  g_assert_false (dp_history_can_redo (fixture->history));
}

static void
type (Fixture *fixture,
      const char *text)
{
  g_autofree char *longer = g_strconcat (dp_case_get_disproof (fixture->dp_case), text, NULL);

  dp_case_set_disproof (fixture->dp_case, longer);
}

static guint
count_steps (Fixture *fixture)
{
  guint n = 0;

  while (dp_history_undo (fixture->history))
    n++;
  return n;
}

static void
test_typing (Fixture *fixture,
             gconstpointer data)
{
  dp_case_set_disproof (fixture->dp_case, "");
  dp_clock_advance (fixture->clock, 10);

  for (guint i = 0; i < 5; i++)
    {
      type (fixture, "a");
      dp_clock_advance (fixture->clock, 0.9);
    }
  dp_clock_advance (fixture->clock, 0.2);
  type (fixture, "b");
  dp_history_undo (fixture->history);
  g_assert_cmpstr (dp_case_get_disproof (fixture->dp_case), ==, "aaaaa");
  /* What is typed after an undo is not the burst before it. */
  type (fixture, "c");
  dp_history_undo (fixture->history);
  g_assert_cmpstr (dp_case_get_disproof (fixture->dp_case), ==, "aaaaa");
  dp_history_undo (fixture->history);
  g_assert_cmpstr (dp_case_get_disproof (fixture->dp_case), ==, "");
}

static void
test_typing_breaks (Fixture *fixture,
                    gconstpointer data)
{
  /* Another property, a change of a list, a call, a line, another place. */
  type (fixture, "a");
  dp_case_set_title (fixture->dp_case, "T");
  type (fixture, "b");
  dp_history_break (fixture->history);
  type (fixture, "c");
  type (fixture, "\n");
  type (fixture, "d");
  {
    g_autofree char *elsewhere = g_strconcat ("x", dp_case_get_disproof (fixture->dp_case), NULL);

    dp_case_set_disproof (fixture->dp_case, elsewhere);
  }
  g_assert_cmpuint (count_steps (fixture), ==, 6);
}

static void
test_typing_nothing (Fixture *fixture,
                     gconstpointer data)
{
  g_autofree char *before = g_strdup (dp_case_get_disproof (fixture->dp_case));

  type (fixture, "a");
  dp_case_set_disproof (fixture->dp_case, before);
  g_assert_false (dp_history_can_undo (fixture->history));
}

static void
test_items (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (DpClaim) claim = dp_claim_new ("new");
  g_autofree char *before = sample_case_dup_text (fixture->dp_case);
  g_autofree char *undone = NULL;

  dp_case_add_claim (fixture->dp_case, claim);
  dp_claim_set_translation (claim, "in words");
  g_assert_cmpuint (fixture->n_changed, ==, 2);
  dp_history_undo (fixture->history);
  g_assert_cmpstr (dp_claim_get_translation (claim), ==, "");
  dp_history_undo (fixture->history);
  undone = sample_case_dup_text (fixture->dp_case);
  g_assert_cmpstr (undone, ==, before);

  /* It is not in the case: nobody's business. */
  fixture->n_changed = 0;
  dp_claim_set_translation (claim, "away");
  g_assert_cmpuint (fixture->n_changed, ==, 0);
  g_assert_true (dp_history_can_redo (fixture->history));
  dp_history_redo (fixture->history);
  g_assert_cmpstr (dp_claim_get_translation (claim), ==, "");
  dp_history_redo (fixture->history);
  g_assert_cmpstr (dp_claim_get_translation (claim), ==, "in words");
}

static void
test_comes_back_changed (Fixture *fixture,
                         gconstpointer data)
{
  g_autoptr (DpClaim) claim = g_list_model_get_item (dp_case_list_claims (fixture->dp_case), 0);
  g_autofree char *before = sample_case_dup_text (fixture->dp_case);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  dp_case_remove_claim (fixture->dp_case, claim);
  dp_claim_set_text (claim, "Changed while it was away");
  dp_case_add_claim (fixture->dp_case, claim);
  after = sample_case_dup_text (fixture->dp_case);

  g_assert_cmpuint (count_steps (fixture), ==, 2);
  undone = sample_case_dup_text (fixture->dp_case);
  g_assert_cmpstr (undone, ==, before);
  while (dp_history_redo (fixture->history))
    ;
  redone = sample_case_dup_text (fixture->dp_case);
  g_assert_cmpstr (redone, ==, after);
}

/* Any edits in any order: taken back one by one, each state comes back as it was; and forward again. */
static void
test_random (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  guint depth;

  g_ptr_array_add (states, sample_case_dup_text (fixture->dp_case));
  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *state = NULL;
      gboolean grouped = g_rand_boolean (random);

      if (grouped)
        dp_history_begin (fixture->history, "Step");
      for (int n = g_rand_int_range (random, 1, 4); n > 0; n--)
        {
          sample_case_edit (fixture->dp_case, random);
          if (!grouped)
            break;
        }
      if (grouped)
        dp_history_end (fixture->history);
      dp_clock_advance (fixture->clock, g_rand_double_range (random, 0, 2));

      if (g_rand_int_range (random, 0, 20) == 0)
        {
          dp_history_undo (fixture->history);
          dp_history_redo (fixture->history);
        }
      state = sample_case_dup_text (fixture->dp_case);
      if (!g_str_equal (state, g_ptr_array_index (states, states->len - 1)))
        g_ptr_array_add (states, g_steal_pointer (&state));
    }

  /* A step may be several edits of the case's own making, or none of its text; the ends are exact. */
  {
    g_autofree char *end = g_strdup (g_ptr_array_index (states, states->len - 1));
    g_autofree char *undone = NULL;
    g_autofree char *redone = NULL;

    depth = count_steps (fixture);
    g_assert_cmpuint (depth, >, 100);
    undone = sample_case_dup_text (fixture->dp_case);
    g_assert_cmpstr (undone, ==, g_ptr_array_index (states, 0));
    for (guint i = 0; i < depth; i++)
      g_assert_true (dp_history_redo (fixture->history));
    g_assert_false (dp_history_redo (fixture->history));
    redone = sample_case_dup_text (fixture->dp_case);
    g_assert_cmpstr (redone, ==, end);

    for (guint i = 0; i < depth / 2; i++)
      dp_history_undo (fixture->history);
    {
      g_autofree char *middle = sample_case_dup_text (fixture->dp_case);
      g_autofree char *again = NULL;

      for (guint i = 0; i < 20; i++)
        dp_history_undo (fixture->history);
      for (guint i = 0; i < 20; i++)
        dp_history_redo (fixture->history);
      again = sample_case_dup_text (fixture->dp_case);
      g_assert_cmpstr (again, ==, middle);
    }
  }
}

static void
notify_cb (DpHistory *history,
           GParamSpec *property,
           GString *told)
{
  g_string_append_printf (told, "%s ", property->name);
}

static void
test_notify (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (GString) told = g_string_new (NULL);

  g_signal_connect (fixture->history, "notify", G_CALLBACK (notify_cb), told);
  dp_history_begin (fixture->history, "Rename");
  dp_case_set_title (fixture->dp_case, "one");
  dp_history_end (fixture->history);
  g_assert_nonnull (strstr (told->str, "can-undo"));
  g_assert_nonnull (strstr (told->str, "undo-label"));
  g_assert_null (strstr (told->str, "can-redo"));

  g_string_truncate (told, 0);
  dp_history_begin (fixture->history, "Rename");
  dp_case_set_title (fixture->dp_case, "two");
  dp_history_end (fixture->history);
  g_assert_cmpstr (told->str, ==, "");

  dp_history_undo (fixture->history);
  g_assert_nonnull (strstr (told->str, "can-redo"));
  g_assert_nonnull (strstr (told->str, "redo-label"));
  g_signal_handlers_disconnect_by_data (fixture->history, told);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, n, function) g_test_add ("/history/" path, Fixture, GUINT_TO_POINTER (n), set_up, function, tear_down)
  ADD ("property", 4, test_property);
  ADD ("untracked", 4, test_untracked);
  ADD ("group", 8, test_group);
  ADD ("empty-group", 2, test_empty_group);
  ADD ("typing", 2, test_typing);
  ADD ("typing-breaks", 2, test_typing_breaks);
  ADD ("typing-nothing", 2, test_typing_nothing);
  ADD ("items", 2, test_items);
  ADD ("comes-back-changed", 2, test_comes_back_changed);
  ADD ("random", 12, test_random);
  ADD ("notify", 2, test_notify);
  return g_test_run ();
}
