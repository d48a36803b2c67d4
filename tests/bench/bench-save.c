/* bench-save.c: what saving a case costs the main loop, and as a whole
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>
#include <time.h>

#include "base/dp-json.h"
#include "model/dp-case-file.h"

#define N_RUNS 15

typedef struct
{
  const char *name;
  guint n_highlights;
  gsize article_size; /* in bytes, at least */
} Load;

static const Load loads[] = {
  { "500 highlights", 500, 40 * 1000 },
  { "2,000 highlights in an article of 1 MB", 2000, 1000 * 1000 },
};

typedef struct
{
  DpArticle *article;
  DpCase *dp_case;
  DpNarrative *narrative;
  guint n_tagged;
} Work;

/* What runs between two polls is a turn of the main loop: a frame has to wait for it. */
static gint64 turn_start;
static gint64 turn_start_cpu;
static double longest_turn;
static double longest_turn_cpu;

static gint64
get_cpu_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static int
poll_cb (GPollFD *fds,
         guint n_fds,
         int timeout)
{
  int n;

  longest_turn = MAX (longest_turn, (double) (g_get_monotonic_time () - turn_start) / 1000);
  longest_turn_cpu = MAX (longest_turn_cpu, (double) (get_cpu_time () - turn_start_cpu) / 1000);
  n = g_poll (fds, n_fds, timeout);
  turn_start = g_get_monotonic_time ();
  turn_start_cpu = get_cpu_time ();
  return n;
}

static void
tag_sentence (Work *work)
{
  GArray *sentences = dp_article_get_sentences (work->article);
  DpSpan span = g_array_index (sentences, DpSpan, work->n_tagged++);

  dp_case_tag (work->dp_case, dp_case_add_highlight (work->dp_case, work->article, span), work->narrative);
}

static void
make_case (Work *work,
           const Load *load)
{
  g_autoptr (GPtrArray) blocks = dp_blocks_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  gsize size = 0;
  guint n_sentences = 0;

  for (guint i = 0; size < load->article_size || n_sentences < load->n_highlights + N_RUNS; i++)
    {
      g_string_printf (text, "This is sentence %u, of which somebody said something. Another one follows it.", i);
      /* A paragraph of the long article is longer. */
      while (text->len < load->article_size / load->n_highlights)
        g_string_append (text, " And it goes on, as long articles do.");
      g_ptr_array_add (blocks, dp_block_new (DP_BLOCK_PARAGRAPH, 0, text->str));
      size += text->len;
      n_sentences += 2;
    }
  work->dp_case = dp_case_new ();
  work->article = dp_article_new ();
  work->narrative = dp_narrative_new ("unrest", "Protest is made abroad", "", "", 0, FALSE);
  dp_article_set_language (work->article, "en");
  dp_article_set_blocks (work->article, blocks);
  dp_case_add_article (work->dp_case, work->article);
  while (work->n_tagged < load->n_highlights)
    tag_sentence (work);
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
print_times (const char *what,
             double *times)
{
  qsort (times, N_RUNS, sizeof (double), compare_doubles);
  g_print ("  %-52s %7.2f ms  (of %d: %.2f to %.2f)\n", what, times[N_RUNS / 2], N_RUNS, times[0], times[N_RUNS - 1]);
}

/* The timer that saves, and the answer of the thread: each turn of the main loop until it is saved. */
static void
wait_for_autosave (DpCaseFile *file)
{
  turn_start = g_get_monotonic_time ();
  turn_start_cpu = get_cpu_time ();
  longest_turn = 0;
  longest_turn_cpu = 0;
  while (dp_case_file_get_save_state (file) != DP_SAVE_STATE_SAVED)
    g_main_context_iteration (NULL, TRUE);
}

static double
save_whole (DpCaseFile *file)
{
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  dp_case_file_save (file, &error);
  g_assert_no_error (error);
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static double
write_anew (DpCase *dp_case,
            gsize *size)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (JsonNode) node = dp_case_to_json (dp_case);
  g_autoptr (GBytes) bytes = dp_json_write (node);

  *size = g_bytes_get_size (bytes);
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static void
measure (GFile *folder,
         const Load *load)
{
  Work work = { 0 };
  g_autoptr (DpClock) clock = dp_clock_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (DpCaseFile) file = NULL;
  double anew[N_RUNS], turn[N_RUNS], turn_cpu[N_RUNS], whole[N_RUNS];
  gsize size = 0;

  make_case (&work, load);
  file = dp_case_file_create (folder, work.dp_case, clock, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < N_RUNS; i++)
    {
      g_autofree char *title = g_strdup_printf ("Title %u", i);

      tag_sentence (&work);
      wait_for_autosave (file);
      turn[i] = longest_turn;
      turn_cpu[i] = longest_turn_cpu;
      dp_case_set_title (work.dp_case, title);
      whole[i] = save_whole (file);
    }
  /* Afterwards, since it leaves the heap in pieces that the next allocations have to tidy up. */
  for (guint i = 0; i < N_RUNS; i++)
    anew[i] = write_anew (work.dp_case, &size);
  g_print ("a case with %s: %" G_GSIZE_FORMAT " bytes of text, %" G_GSIZE_FORMAT " bytes of JSON\n", load->name, strlen (dp_article_get_text (work.article)), size);
  print_times ("an autosave's longest turn of the main loop", turn);
  print_times ("  of that, computing", turn_cpu);
  print_times ("a save as a whole (with fsync and rename)", whole);
  print_times ("for comparison: the whole case as JSON, as text", anew);
  g_object_unref (work.article);
  g_object_unref (work.narrative);
  g_object_unref (work.dp_case);
}

int
main (void)
{
  g_autofree char *path = g_dir_make_tmp ("disproof-bench-XXXXXX", NULL);

  g_main_context_set_poll_func (NULL, poll_cb);
  for (guint i = 0; i < G_N_ELEMENTS (loads); i++)
    {
      g_autofree char *name = g_strdup_printf ("case-%u", i);
      g_autoptr (GFile) folder = g_file_new_build_filename (path, name, NULL);

      measure (folder, &loads[i]);
    }
  return 0;
}
