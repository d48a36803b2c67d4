/* main.c: the workbench
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-application.h"
#include "base/dp-locale.h"
#include "base/dp-paths.h"

int
main (int argc,
      char *argv[])
{
  g_autoptr (DpApplication) application = NULL;

  dp_locale_begin ();
  if (dp_paths_build_folder () != NULL)
    {
      g_autofree char *schemas = g_build_filename (dp_paths_build_folder (), "data", NULL);

      g_setenv ("GSETTINGS_SCHEMA_DIR", schemas, FALSE);
    }

  application = dp_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
