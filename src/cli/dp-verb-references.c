/* dp-verb-references.c: disproof-cli references
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli/dp-verbs.h"

#include "formats/dp-references.h"

gboolean
dp_verb_references (const DpVerb *self,
                    char **arguments,
                    GError **error)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) pieces = NULL;
  g_autoptr (DpCaseFile) file = NULL;
  const char *text;
  gsize length;

  if (!dp_verb_parse (self, arguments, NULL, 1, 2, &words, error))
    return FALSE;
  bytes = dp_verb_read (words[1] != NULL ? words[1] : "-", error);
  if (bytes == NULL)
    return FALSE;
  text = g_bytes_get_data (bytes, &length);
  pieces = dp_references_read (text, length, error);
  if (pieces == NULL)
    return FALSE;
  file = dp_verb_open_case (words[0], error);
  if (file == NULL)
    return FALSE;

  for (guint i = 0; i < pieces->len; i++)
    dp_case_add_evidence (dp_case_file_get_case (file), pieces->pdata[i]);
  if (!dp_verb_save_case (file, error))
    return FALSE;
  for (guint i = 0; i < pieces->len; i++)
    {
      g_autoptr (JsonNode) answer = dp_verb_evidence_to_json (pieces->pdata[i]);

      dp_verb_print_json_line (answer);
    }

  return TRUE;
}
