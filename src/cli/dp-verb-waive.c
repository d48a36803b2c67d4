/* dp-verb-waive.c: disproof-cli waive
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli/dp-verbs.h"

#include <glib/gi18n.h>
#include "review/dp-checks.h"

gboolean
dp_verb_waive (const DpVerb *self,
               char **arguments,
               GError **error)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (DpPerson) person = NULL;
  g_autoptr (DpCaseFile) file = NULL;

  if (!dp_verb_parse (self, arguments, NULL, 2, 3, &words, error))
    return FALSE;
  if (!dp_verb_check_text (words[1], "CHECK", error) || !dp_verb_check_text (words[2], "REASON", error) || !dp_verb_get_person (&person, error))
    return FALSE;
  if (dp_checks_find (words[1]) == NULL)
    return dp_verb_error (error, _ ("There is no check “%s”: “check --list” lists them"), words[1]);

  file = dp_verb_open_case (words[0], error);
  if (file == NULL)
    return FALSE;
  dp_case_waive (dp_case_file_get_case (file), words[1], words[2], person != NULL ? person->name : "");
  return dp_verb_save_case (file, error);
}
