/* dp-locale.c: the language of a program's messages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "base/dp-locale.h"

#include <libintl.h>
#include <locale.h>

#include "base/dp-paths.h"

void
dp_locale_begin (void)
{
  g_autofree char *folder = dp_paths_locale ();

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
