/* main.c: the workbench
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>

#include <glib/gi18n.h>

#include "app/dp-application.h"
#include "dp-config.h"

int
main (int argc,
      char *argv[])
{
  g_autoptr (DpApplication) application = NULL;
  const char *locale_path = g_getenv ("DP_LOCALE_PATH");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_path != NULL ? locale_path : DP_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = dp_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
