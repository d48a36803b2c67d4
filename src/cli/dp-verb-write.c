/* dp-verb-write.c: disproof-cli write
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli/dp-verbs.h"

#include <glib/gi18n.h>
#include "text/dp-language.h"

/* The line break at the end of a file is the file's. */
static char *
read_markdown (const char *path,
               GError **error)
{
  char *text = dp_verb_read_text (path, error);

  return text != NULL ? g_strchomp (text) : NULL;
}

gboolean
dp_verb_write (const DpVerb *self,
               char **arguments,
               GError **error)
{
  g_autofree char *summary_path = NULL;
  g_autofree char *disproof_path = NULL;
  g_autofree char *title = NULL;
  g_autofree char *language = NULL;
  g_autofree char *verdict = NULL;
  const GOptionEntry options[] = {
    { "summary", 0, 0, G_OPTION_ARG_FILENAME, &summary_path, N_ ("Take the summary from this file, or from standard input (-)"), N_ ("FILE") },
    { "disproof", 0, 0, G_OPTION_ARG_FILENAME, &disproof_path, N_ ("The same for the disproof; it cites evidence as [@key]"), N_ ("FILE") },
    { "title", 0, 0, G_OPTION_ARG_FILENAME, &title, N_ ("The title of the case"), "T" },
    { "lang", 0, 0, G_OPTION_ARG_FILENAME, &language, N_ ("The language of summary and disproof (BCP 47)"), "LL" },
    { "verdict", 0, 0, G_OPTION_ARG_FILENAME, &verdict, N_ ("The verdict: a rating of the library’s scale, by its id"), N_ ("RATING") },
    G_OPTION_ENTRY_NULL
  };
  g_auto (GStrv) words = NULL;
  g_autofree char *summary = NULL;
  g_autofree char *disproof = NULL;
  g_autofree char *tag = NULL;
  g_autoptr (DpCaseFile) file = NULL;
  DpCase *dp_case;

  if (!dp_verb_parse (self, arguments, options, 1, 1, &words, error))
    return FALSE;
  if (summary_path == NULL && disproof_path == NULL && title == NULL && language == NULL && verdict == NULL)
    return dp_verb_usage_error (error, _ ("There is nothing to write"));
  if (g_strcmp0 (summary_path, "-") == 0 && g_strcmp0 (disproof_path, "-") == 0)
    return dp_verb_usage_error (error, _ ("Only one of summary and disproof can come from standard input"));
  tag = dp_language_normalize (language != NULL ? language : "");
  if (language != NULL && *language != '\0' && *tag == '\0')
    return dp_verb_usage_error (error, _ ("--lang is no language tag"));
  if (!dp_verb_check_text (title, "--title", error) || !dp_verb_check_text (verdict, "--verdict", error))
    return FALSE;

  if (summary_path != NULL && (summary = read_markdown (summary_path, error)) == NULL)
    return FALSE;
  if (disproof_path != NULL && (disproof = read_markdown (disproof_path, error)) == NULL)
    return FALSE;

  file = dp_verb_open_case (words[0], error);
  if (file == NULL)
    return FALSE;
  dp_case = dp_case_file_get_case (file);
  if (summary != NULL)
    dp_case_set_summary (dp_case, summary);
  if (disproof != NULL)
    dp_case_set_disproof (dp_case, disproof);
  if (title != NULL)
    dp_case_set_title (dp_case, title);
  if (language != NULL)
    dp_case_set_language (dp_case, tag);
  if (verdict != NULL)
    dp_case_set_verdict (dp_case, verdict);

  return dp_verb_save_case (file, error);
}
