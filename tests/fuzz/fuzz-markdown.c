/* fuzz-markdown.c: any bytes as Markdown: runs that a view can take as they are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include <string.h>

#include "formats/dp-markdown.h"

static DpCase *
make_case (void)
{
  DpCase *dp_case = dp_case_new ();
  g_autoptr (DpEvidence) evidence = dp_evidence_new_with_id ("e", DP_EVIDENCE_SOURCE);

  dp_evidence_set_key (evidence, "a");
  dp_evidence_set_title (evidence, "A");
  dp_case_add_evidence (dp_case, evidence);

  return dp_case;
}

static void
check_run (const DpRun *run)
{
  gsize length = strlen (run->text);
  const char *feed = strchr (run->text, '\n');

  g_assert_cmpuint (length, >, 0);
  g_assert_true (g_utf8_validate (run->text, -1, NULL));
  g_assert_cmpuint (run->level, <=, DP_MARKDOWN_MAX_INDENT);
  g_assert_true (run->block == DP_RUN_IN_CODE || feed == NULL || feed == run->text + length - 1);
  g_assert_true (((run->style & DP_RUN_LINK) != 0) == (*run->link != '\0'));
  g_assert_true (*run->link == '\0' || g_ascii_strncasecmp (run->link, "http", 4) == 0);
  g_assert_true (*run->evidence == '\0' || strcmp (run->evidence, "e") == 0);
  /* Our own marks stay inside. */
  g_assert_null (strstr (run->text, "\xef\xb7\x90"));
  g_assert_null (strstr (run->text, "\xef\xb7\x91"));
  g_assert_null (strstr (run->link, "\xef\xb7\x90"));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t size)
{
  g_autofree char *markdown = g_strndup ((const char *) data, size);
  g_autoptr (DpCase) dp_case = make_case ();
  g_autoptr (GPtrArray) runs = dp_markdown_to_runs (markdown, dp_case);
  const DpRun *last = NULL;

  for (guint i = 0; i < runs->len; i++)
    {
      last = runs->pdata[i];
      check_run (last);
    }
  g_assert_true (last == NULL || g_str_has_suffix (last->text, "\n"));

  return 0;
}
