/* fuzz-ranks.c: any text as a sentence that states ranks, and any bytes as a word list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "base/dp-paths.h"
#include "reference/dp-rank-checker.h"
#include "reference/dp-rank-lexicon.h"

#include <string.h>

#include <glib/gstdio.h>

static DpRankChecker *
get_checker (void)
{
  static DpRankChecker *checker = NULL;

  if (checker == NULL)
    {
      g_autofree char *tables = dp_paths_data ("rankings");
      g_autofree char *words = dp_paths_data ("rank-words");
      const char *folders[] = { tables, NULL };
      g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (DpRankings) rankings = dp_rankings_new (folders, dp_countries_new (NULL));

      dp_rankings_load (rankings);
      checker = dp_rank_checker_new (rankings, words, problems);
      g_assert_cmpuint (problems->len, ==, 0);
    }

  return checker;
}

static void
check_sentence (const char *text,
                gsize size,
                const char *language)
{
  g_autoptr (GPtrArray) claims = dp_rank_checker_check (get_checker (), text, (gssize) size, language);
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) size);
  glong length = g_utf8_strlen (valid, -1);

  for (guint i = 0; i < claims->len; i++)
    {
      const DpRankClaim *claim = claims->pdata[i];

      g_assert_cmpuint (claim->start, <, claim->end);
      g_assert_cmpint (claim->end, <=, length);
      g_assert_nonnull (claim->why);
      g_assert_true (claim->verdict != DP_RANK_CONFIRMED || (claim->index != NULL && claim->edition != NULL && claim->iso3 != NULL && claim->actual != NULL));
      g_assert_true (claim->belongs == NULL || claim->verdict == DP_RANK_CONTRADICTED);
    }
}

static void
read_words (const char *bytes,
            gsize size)
{
  g_autofree char *folder = g_dir_make_tmp ("dp-rank-words-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, *bytes == 'i' ? "indices.txt" : "xx.txt", NULL);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (DpRankLexicon) lexicon = NULL;

  g_assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));
  lexicon = dp_rank_lexicon_read (folder, problems);
  g_assert_cmpuint (problems->len, <=, 1);
  g_remove (path);
  g_rmdir (folder);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t size)
{
  /* Not a byte beyond the text may be read. */
  g_autofree char *exact = g_memdup2 (data, size);

  if (size == 0)
    return 0;

  check_sentence (exact, size, NULL);
  check_sentence (exact, size, "ru");
  if (memchr (exact, ':', size) != NULL)
    read_words (exact, size);

  return 0;
}
