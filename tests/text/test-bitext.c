/* test-bitext.c: sentences find their translations
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "text/dp-bitext.h"

#include <string.h>

static GArray *
align (const char *const *source,
       const char *const *target)
{
  guint n_source = g_strv_length ((char **) source);
  guint n_target = g_strv_length ((char **) target);
  g_autofree DpBitextUnit *left = g_new0 (DpBitextUnit, n_source + 1);
  g_autofree DpBitextUnit *right = g_new0 (DpBitextUnit, n_target + 1);

  for (guint i = 0; i < n_source; i++)
    left[i] = dp_bitext_unit (source[i], strlen (source[i]));
  for (guint i = 0; i < n_target; i++)
    right[i] = dp_bitext_unit (target[i], strlen (target[i]));
  return dp_bitext_align (left, n_source, right, n_target);
}

static void
assert_beads (const char *const *source,
              const char *const *target,
              const char *expected)
{
  g_autoptr (GArray) beads = align (source, target);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < beads->len; i++)
    {
      DpBead bead = g_array_index (beads, DpBead, i);

      g_string_append_printf (text, "%s%u-%u", i > 0 ? " " : "", bead.source_to - bead.source_from, bead.target_to - bead.target_from);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_known (void)
{
  const char *const source[] = {
    "Die Regierung hat am Montag angekündigt, die Steuern auf Benzin und Diesel zu senken.",
    "Nein.",
    "Der Minister sagte vor Journalisten, es sei der richtige Zeitpunkt, und er dankte allen, die daran mitgearbeitet hatten.",
    "Das ist kurz.",
    NULL,
  };
  const char *const same[] = {
    "On Monday the government announced that it would lower the taxes on petrol and diesel.",
    "No.",
    "The minister told journalists that this was the right time, and he thanked everybody who had worked on it.",
    "This is short.",
    NULL,
  };
  const char *const divided[] = {
    "On Monday the government announced that it would lower the taxes on petrol and diesel.",
    "No.",
    "The minister told journalists that this was the right time.",
    "And he thanked everybody who had worked on it for so long.",
    "This is short.",
    NULL,
  };
  const char *const joined[] = {
    "On Monday the government announced that it would lower the taxes on petrol and diesel, no.",
    "The minister told journalists that this was the right time, and he thanked everybody who had worked on it.",
    "This is short.",
    NULL,
  };
  const char *const none[] = { NULL };

  assert_beads (source, same, "1-1 1-1 1-1 1-1");
  assert_beads (source, divided, "1-1 1-1 1-2 1-1");
  assert_beads (same, divided, "1-1 1-1 1-2 1-1");
  assert_beads (divided, same, "1-1 1-1 2-1 1-1");
  assert_beads (source, joined, "2-1 1-1 1-1");
  assert_beads (source, none, "1-0 1-0 1-0 1-0");
  assert_beads (none, same, "0-1 0-1 0-1 0-1");
  assert_beads (none, none, "");
}

/* A sentence that was left out, among others of one length: only the numbers tell which. */
static void
test_numbers (void)
{
  const char *const source[] = {
    "The ministry said that in 2019 the harvest was as good as in the years before, and that nobody needed to worry about bread.",
    "The ministry said that in 2020 the harvest was as good as in the years before, and that nobody needed to worry about bread.",
    "The ministry said that in 2021 the harvest was as good as in the years before, and that nobody needed to worry about bread.",
    "The ministry said that in 2022 the harvest was as good as in the years before, and that nobody needed to worry about bread.",
    NULL,
  };
  const char *const target[] = {
    "قالت الوزارة إن محصول عام ٢٠١٩ كان جيدا كما كان في الأعوام التي سبقته وإنه لا داعي لأن يقلق أحد بشأن الخبز في البلاد كلها.",
    "قالت الوزارة إن محصول عام ٢٠٢١ كان جيدا كما كان في الأعوام التي سبقته وإنه لا داعي لأن يقلق أحد بشأن الخبز في البلاد كلها.",
    "قالت الوزارة إن محصول عام ٢٠٢٢ كان جيدا كما كان في الأعوام التي سبقته وإنه لا داعي لأن يقلق أحد بشأن الخبز في البلاد كلها.",
    NULL,
  };
  DpBitextUnit unit = dp_bitext_unit ("٢٠١٩ or 2019", strlen ("٢٠١٩ or 2019"));

  g_assert_cmpuint (unit.length, ==, 12);
  g_assert_cmpuint (unit.n_numbers, ==, 2);
  g_assert_cmpuint (unit.numbers[0], ==, unit.numbers[1]);
  assert_beads (source, target, "1-1 1-0 1-1 1-1");
}

/* Each unit of both once and in order, whatever they are; long texts in a band. */
static void
test_nothing_is_lost (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (int round = 0; round < 60; round++)
    {
      guint most = round < 50 ? 40 : 1500;
      guint n_source = (guint) g_rand_int_range (random, 0, (int) most);
      guint n_target = (guint) g_rand_int_range (random, 0, (int) most);
      g_autofree DpBitextUnit *source = g_new0 (DpBitextUnit, n_source + 1);
      g_autofree DpBitextUnit *target = g_new0 (DpBitextUnit, n_target + 1);
      g_autoptr (GArray) beads = NULL;
      guint source_at = 0;
      guint target_at = 0;

      for (guint i = 0; i < n_source; i++)
        source[i].length = (guint) g_rand_int_range (random, 0, 400);
      for (guint i = 0; i < n_target; i++)
        target[i].length = (guint) g_rand_int_range (random, 0, 400);
      beads = dp_bitext_align (source, n_source, target, n_target);
      for (guint i = 0; i < beads->len; i++)
        {
          DpBead bead = g_array_index (beads, DpBead, i);

          g_assert_cmpuint (bead.source_from, ==, source_at);
          g_assert_cmpuint (bead.target_from, ==, target_at);
          g_assert_true (bead.source_to > source_at || bead.target_to > target_at);
          source_at = bead.source_to;
          target_at = bead.target_to;
        }
      g_assert_cmpuint (source_at, ==, n_source);
      g_assert_cmpuint (target_at, ==, n_target);
    }
}

/* A translation with its usual scatter, some sentences divided and some joined, is found almost whole. */
static void
test_noisy (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  g_autoptr (GArray) source = g_array_new (FALSE, TRUE, sizeof (DpBitextUnit));
  g_autoptr (GArray) target = g_array_new (FALSE, TRUE, sizeof (DpBitextUnit));
  g_autoptr (GArray) truth = g_array_new (FALSE, FALSE, sizeof (DpBead));
  g_autoptr (GArray) beads = NULL;
  guint n_right = 0;

  for (int i = 0; i < 500; i++)
    {
      int draw = g_rand_int_range (random, 0, 100);
      guint n_source = draw >= 90 && draw < 95 ? 2 : 1;
      guint n_target = draw >= 95 ? 2 : 1;
      DpBead bead = { source->len, source->len + n_source, target->len, target->len + n_target };
      double length = 0;

      for (guint j = 0; j < n_source; j++)
        {
          DpBitextUnit unit = { .length = (guint) g_rand_int_range (random, 30, 180) };

          length += unit.length;
          g_array_append_val (source, unit);
        }
      for (guint j = 0; j < n_target; j++)
        {
          DpBitextUnit unit = { .length = (guint) (length * 1.15 / n_target * g_rand_double_range (random, 0.88, 1.12)) };

          g_array_append_val (target, unit);
        }
      g_array_append_val (truth, bead);
    }
  beads = dp_bitext_align ((DpBitextUnit *) (void *) source->data, source->len, (DpBitextUnit *) (void *) target->data, target->len);
  for (guint i = 0; i < truth->len; i++)
    for (guint j = 0; j < beads->len; j++)
      if (memcmp (&g_array_index (truth, DpBead, i), &g_array_index (beads, DpBead, j), sizeof (DpBead)) == 0)
        n_right++;
  g_test_message ("%u of %u", n_right, truth->len);
  g_assert_cmpuint (n_right * 100, >=, truth->len * 93);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bitext/known", test_known);
  g_test_add_func ("/bitext/numbers", test_numbers);
  g_test_add_func ("/bitext/nothing-is-lost", test_nothing_is_lost);
  g_test_add_func ("/bitext/noisy", test_noisy);
  return g_test_run ();
}
