/* test-rank-claims.c: sentences that state ranks, in all languages, held against the shipped tables
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference/dp-rank-checker.h"

#include <string.h>

#include "base/dp-paths.h"

typedef struct
{
  DpRankings *rankings;
  DpRankChecker *checker;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autofree char *tables = dp_paths_data ("rankings");
  g_autofree char *words = dp_paths_data ("rank-words");
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  const char *folders[] = { tables, NULL };

  fixture->rankings = dp_rankings_new (folders, dp_countries_new (NULL));
  dp_rankings_load (fixture->rankings);
  fixture->checker = dp_rank_checker_new (fixture->rankings, words, problems);
  if (problems->len > 0)
    g_error ("%s", (char *) problems->pdata[0]);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  dp_rank_checker_unref (fixture->checker);
  g_object_unref (fixture->rankings);
}

/* "cpi/2020/KAZ=c", as in the files */
static char *
describe (GPtrArray *claims)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < claims->len; i++)
    {
      const DpRankClaim *claim = claims->pdata[i];

      g_string_append_printf (text, "%s%s/%s/%s=%c", i > 0 ? " " : "", claim->index != NULL ? claim->index : "-", claim->edition != NULL ? claim->edition : "-",
                              claim->iso3 != NULL ? claim->iso3 : "-", "cxn"[claim->verdict]);
    }

  return g_string_free (text, FALSE);
}

static guint
check_line (Fixture *fixture,
            const char *language,
            const char *line)
{
  const char *bar = strstr (line, " | ");
  g_autofree char *expected = NULL;
  g_autofree char *found = NULL;
  g_autofree char *guessed = NULL;
  g_autoptr (GPtrArray) claims = NULL;
  g_autoptr (GPtrArray) without = NULL;

  g_assert_nonnull (bar);
  expected = g_strndup (line, (gsize) (bar - line));
  claims = dp_rank_checker_check (fixture->checker, bar + 3, -1, language);
  without = dp_rank_checker_check (fixture->checker, bar + 3, -1, NULL);
  found = describe (claims);
  guessed = describe (without);
  if (strcmp (expected, "none") == 0)
    *expected = '\0';
  if (strcmp (found, expected) == 0 && strcmp (guessed, expected) == 0)
    return 0;

  g_printerr ("%s: %s\n  should be %s\n  is        %s (%s)\n  guessed   %s\n", language, bar + 3, expected, found, claims->len > 0 ? ((DpRankClaim *) claims->pdata[0])->why : "", guessed);

  return 1;
}

static void
test_language (Fixture *fixture,
               gconstpointer data)
{
  const char *language = data;
  g_autofree char *name = g_strconcat (language, ".txt", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "reference", "rank-claims", name, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint n_wrong = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*lines[i] != '\0' && *lines[i] != '#')
        n_wrong += check_line (fixture, language, lines[i]);
    }
  if (n_wrong > 0)
    g_test_fail_printf ("%u sentences", n_wrong);
}

static void
test_doubtful (Fixture *fixture,
               gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "reference", "rank-claims", "doubtful.txt", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *bar = strstr (lines[i], " | ");
      g_autofree char *language = bar != NULL ? g_strndup (lines[i], (gsize) (bar - lines[i])) : NULL;
      g_autoptr (GPtrArray) claims = bar != NULL ? dp_rank_checker_check (fixture->checker, bar + 3, -1, language) : NULL;

      for (guint k = 0; claims != NULL && k < claims->len; k++)
        {
          const DpRankClaim *claim = claims->pdata[k];

          if (claim->verdict == DP_RANK_CONFIRMED)
            g_test_fail_printf ("confirmed: %s (%s)", bar + 3, claim->why);
        }
    }
}

#define ADD(language) g_test_add ("/rank-claims/" language, Fixture, language, set_up, test_language, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("en");
  ADD ("fr");
  ADD ("de");
  ADD ("es");
  ADD ("it");
  ADD ("ru");
  ADD ("pl");
  ADD ("uk");
  ADD ("ka");
  ADD ("hy");
  g_test_add ("/rank-claims/doubtful", Fixture, NULL, set_up, test_doubtful, tear_down);

  return g_test_run ();
}
