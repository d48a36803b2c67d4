/* main.c: disproof-cli
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <errno.h>
#include <stdio.h>
#include <glib/gi18n.h>
#include "base/dp-locale.h"
#include "cli/dp-verbs.h"
#include "dp-config.h"

enum
{
  EXIT_OK,
  EXIT_FAILED,
  EXIT_USAGE,
};

static void
print_help (void)
{
  printf ("%s\n  disproof-cli %s\n\n", _ ("Usage:"), _ ("VERB [OPTION…] …"));
  for (const DpVerb *verb = dp_verbs; verb->name != NULL; verb++)
    printf ("  %-15s %s\n", verb->name, gettext (verb->summary));
  printf ("\n%s\n", _ ("“disproof-cli VERB --help” tells more of one verb."));
}

/* @help: the arguments that give help */
static int
report (const char *help,
        const GError *error)
{
  if (g_error_matches (error, DP_VERB_ERROR, DP_VERB_ERROR_SAID))
    return EXIT_FAILED;

  fprintf (stderr, "disproof-cli: %s\n", error->message);
  if (!g_error_matches (error, DP_VERB_ERROR, DP_VERB_ERROR_USAGE))
    return EXIT_FAILED;

  /* Translators: a command line that gives help */
  fprintf (stderr, _ ("Try “disproof-cli %s”."), help);
  fprintf (stderr, "\n");

  return EXIT_USAGE;
}

static int
run (int argc,
     char **argv)
{
  const DpVerb *verb;
  g_autoptr (GError) error = NULL;

  if (argc < 2)
    {
      dp_verb_usage_error (&error, _ ("What is to be done? Say a verb."));
      return report ("--help", error);
    }
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h"))
    {
      print_help ();
      return EXIT_OK;
    }
  if (g_str_equal (argv[1], "--version"))
    {
      printf ("disproof-cli %s\n", DP_VERSION);
      return EXIT_OK;
    }

  verb = dp_verbs_find (argv[1]);
  if (verb == NULL)
    {
      g_autofree char *name = g_filename_display_name (argv[1]);

      dp_verb_usage_error (&error, _ ("There is no verb “%s”"), name);
      return report ("--help", error);
    }

  if (!verb->run (verb, argv + 1, &error))
    {
      g_autofree char *help = g_strdup_printf ("%s --help", verb->name);

      return report (help, error);
    }

  return EXIT_OK;
}

int
main (int argc,
      char **argv)
{
  int code;

  dp_locale_begin ();

  code = run (argc, argv);

  /* A full disk behind standard output shows only now. */
  if (fflush (stdout) != 0 || ferror (stdout))
    {
      fprintf (stderr, "disproof-cli: ");
      fprintf (stderr, _ ("Standard output cannot be written: %s"), g_strerror (errno));
      fprintf (stderr, "\n");
      return EXIT_FAILED;
    }

  return code;
}
