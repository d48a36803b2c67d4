/* test-agreement.c: how far verdicts agree: the published examples, and what histories give
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "review/dp-agreement.h"

#include <glib/gstdio.h>
#include <string.h>
#include "model/dp-case-file.h"
#include "review/dp-record.h"

/* The examples of Krippendorff (2011), sections A to C: a row for each observer, a column for each unit, a
 * dot where there is no value. */
static double
get_alpha (const char *const *rows)
{
  g_autoptr (DpAgreement) agreement = dp_agreement_new ();
  DpAgreementFigures figures;

  for (gsize unit = 0; unit < strlen (rows[0]); unit++)
    {
      g_autoptr (GStrvBuilder) values = g_strv_builder_new ();
      g_auto (GStrv) all = NULL;

      for (guint i = 0; rows[i] != NULL; i++)
        if (rows[i][unit] != '.')
          {
            char value[] = { rows[i][unit], '\0' };

            g_strv_builder_add (values, value);
          }
      all = g_strv_builder_end (values);
      dp_agreement_add_unit (agreement, (const char *const *) all);
    }
  figures = dp_agreement_get_figures (agreement);
  g_assert_true (figures.has_alpha);
  return figures.alpha;
}

static void
test_published (void)
{
  static const char *const binary[] = { "0100000010", "1110010000", NULL };
  static const char *const nominal[] = { "aabbdcccedda", "babbbccceddd", NULL };
  static const char *const many[] = { "123321412...", "1233224125.3", ".3332342251.", "12332441251.", NULL };

  g_assert_cmpfloat_with_epsilon (get_alpha (binary), 0.095, 0.0005);
  g_assert_cmpfloat_with_epsilon (get_alpha (nominal), 0.692, 0.0005);
  g_assert_cmpfloat_with_epsilon (get_alpha (many), 0.743, 0.0005);
}

static void
check (DpCase *dp_case,
       DpClock *clock,
       const char *who,
       const char *case_verdict,
       const char *verdict)
{
  g_autoptr (DpPerson) person = dp_person_parse (who, NULL);
  DpRecordLine line = { "cross-check" };
  g_autoptr (GError) error = NULL;

  line.verdict = verdict;
  line.case_verdict = case_verdict;
  line.words = "Because";
  dp_record_add (dp_case, person, &line, clock, &error);
  g_assert_no_error (error);
}

/* (transfer full): under review */
static DpCase *
make_case (DpClock *clock)
{
  DpCase *dp_case = dp_case_new ();
  g_autoptr (DpPerson) ann = dp_person_parse ("Ann Author", NULL);
  DpCaseState to = DP_CASE_STATE_IN_REVIEW;
  DpRecordLine line = { "submit" };

  line.to = &to;
  g_assert_true (dp_record_add (dp_case, ann, &line, clock, NULL));
  return dp_case;
}

static void
add_case (GFile *library,
          DpClock *clock,
          const char *name,
          const char *verdict,
          const char *const *verdicts)
{
  g_autoptr (DpCase) dp_case = make_case (clock);
  g_autoptr (GFile) folder = g_file_get_child (library, name);
  g_autoptr (DpCaseFile) file = NULL;

  for (guint i = 0; verdicts[i] != NULL; i++)
    {
      g_autofree char *who = g_strdup_printf ("Second %u", i % 2);

      check (dp_case, clock, who, verdict, verdicts[i]);
    }
  file = dp_case_file_create (folder, dp_case, clock, NULL);
  g_assert_nonnull (file);
}

/* Of each person the first verdict; what is no case, or none that can be read, is left out. */
static void
test_library (void)
{
  g_autofree char *path = g_dir_make_tmp ("dp-agreement-XXXXXX", NULL);
  g_autoptr (GFile) library = g_file_new_for_path (path);
  g_autoptr (GFile) broken = g_file_get_child (library, "broken");
  g_autofree char *text = g_build_filename (path, "broken", "case.json", NULL);
  g_autoptr (DpClock) clock = dp_clock_new_fixed (1768032000);
  g_autoptr (DpAgreement) agreement = dp_agreement_new ();
  g_autoptr (DpAgreement) none = dp_agreement_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *nothing = NULL;
  DpAgreementFigures figures = dp_agreement_get_figures (none);

  nothing = dp_agreement_dup_sentence (&figures);
  g_assert_nonnull (strstr (nothing, "No case"));
  add_case (library, clock, "one", "false", (const char *const[]){ "false", "mixed", NULL });
  add_case (library, clock, "two", "mixed", (const char *const[]){ "false", "mixed", "mixed", NULL });
  add_case (library, clock, "three", "false", (const char *const[]){ "false", NULL });
  add_case (library, clock, "four", "true", (const char *const[]){ NULL });
  g_assert_true (g_file_make_directory (broken, NULL, NULL));
  g_assert_true (g_file_set_contents (text, "{\"cross-check\"", -1, NULL));

  g_assert_true (dp_agreement_add_library (agreement, library, NULL, &error));
  g_assert_no_error (error);
  figures = dp_agreement_get_figures (agreement);
  g_assert_cmpuint (figures.n_cases, ==, 3);
  g_assert_cmpuint (figures.n_checks, ==, 5);
  g_assert_cmpuint (figures.n_agree, ==, 3);
  /* By hand: units {f, f, m}, {m, f, m}, {f, f}; n = 8, of which f 5 and m 3; apart 2 + 2;
   * 1 - 7 * 4 / (64 - 25 - 9) */
  g_assert_true (figures.has_alpha);
  g_assert_cmpfloat_with_epsilon (figures.alpha, 1 - 28.0 / 30, 1e-9);
  sentence = dp_agreement_dup_sentence (&figures);
  g_assert_nonnull (strstr (sentence, "60 %"));

  g_cancellable_cancel (cancellable);
  g_assert_false (dp_agreement_add_library (none, library, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  for (guint i = 0; i < 5; i++)
    {
      static const char *const names[] = { "one", "two", "three", "four", "broken" };
      g_autofree char *file = g_build_filename (path, names[i], "case.json", NULL);
      g_autofree char *sealed = g_build_filename (path, names[i], "sealed", NULL);
      g_autofree char *folder = g_build_filename (path, names[i], NULL);

      g_remove (file);
      g_rmdir (sealed);
      g_rmdir (folder);
    }
  g_rmdir (path);
}

/* Nothing but one verdict: there is no telling from chance. */
static void
test_all_same (void)
{
  g_autoptr (DpAgreement) agreement = dp_agreement_new ();
  g_autoptr (DpClock) clock = dp_clock_new_fixed (1768032000);
  g_autoptr (DpCase) dp_case = make_case (clock);
  DpAgreementFigures figures;
  g_autofree char *sentence = NULL;

  check (dp_case, clock, "Sam", "false", "false");
  dp_agreement_add_case (agreement, dp_case);
  figures = dp_agreement_get_figures (agreement);
  g_assert_cmpuint (figures.n_agree, ==, 1);
  g_assert_false (figures.has_alpha);
  sentence = dp_agreement_dup_sentence (&figures);
  g_assert_nonnull (strstr (sentence, "100 %"));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agreement/published", test_published);
  g_test_add_func ("/agreement/library", test_library);
  g_test_add_func ("/agreement/all-same", test_all_same);
  return g_test_run ();
}
