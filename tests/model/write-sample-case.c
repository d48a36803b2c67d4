/* write-sample-case.c: prints a case as the model writes it, for tests in other languages
 *
 * usage: write-sample-case N_HIGHLIGHTS
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdio.h>
#include <stdlib.h>
#include "sample-case.h"

int
main (int argc,
      char **argv)
{
  g_autoptr (DpCase) dp_case = sample_case_new (argc > 1 ? atoi (argv[1]) : 4);
  g_autofree char *text = sample_case_dup_text (dp_case);

  return fputs (text, stdout) < 0;
}
