/* bench-article.c: a large article in a real window: opening, scrolling, walking, highlighting, undo
 *
 * usage: uisession -w none bench-article [KILOBYTES [HIGHLIGHTS]]
 *
 * Prints, for each kind of work, how long its frames took: from before-paint to after-paint of the
 * frame clock, and everything that the main loop did since the frame before. Waiting for the frame
 * clock is not counted, and CPU time leaves out what other programs took meanwhile.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include "app/dp-article-view.h"
#include "display/test-display.h"

#define KILOBYTES 1000
#define N_HIGHLIGHTS 5000
#define N_SCROLLS 300
#define N_JUMPS 40
#define N_CHANGES 60

typedef struct
{
  GtkWidget *view;
  GdkFrameClock *clock;
  DpSession *session;
  GArray *times; /* milliseconds */
  GArray *cpu;   /* the same, as far as the main thread was running */
  gint64 cpu_before;
  gint64 work;    /* microseconds of what led to the frame */
  gint64 painted; /* when the frame began */
  guint n_frames;
} Bench;

static gint64
get_cpu_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static void
before_paint_cb (GdkFrameClock *clock,
                 Bench *bench)
{
  bench->painted = g_get_monotonic_time ();
}

static void
after_paint_cb (GdkFrameClock *clock,
                Bench *bench)
{
  double took = (double) (g_get_monotonic_time () - bench->painted + bench->work) / 1000;

  double ran = (double) (get_cpu_time () - bench->cpu_before) / 1000;

  g_array_append_val (bench->times, took);
  g_array_append_val (bench->cpu, ran);
  bench->work = 0;
  bench->n_frames++;
}

/* What the main loop does between two frames delays the next one; waiting for the frame clock does not
 * count. */
static void
run_once (Bench *bench)
{
  guint n = bench->n_frames;
  gint64 begun;

  gint64 cpu = get_cpu_time ();

  while (!g_main_context_pending (NULL))
    g_usleep (100);
  bench->cpu_before += get_cpu_time () - cpu;
  begun = g_get_monotonic_time ();
  g_main_context_iteration (NULL, FALSE);
  if (bench->n_frames == n)
    bench->work += g_get_monotonic_time () - begun;
}

static void
wait_for_frame (Bench *bench)
{
  guint n = bench->n_frames;

  gtk_widget_queue_draw (bench->view);
  while (bench->n_frames == n)
    run_once (bench);
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static void
report (Bench *bench,
        const char *what)
{
  guint n = bench->times->len;

  g_array_sort (bench->times, compare_doubles);
  g_array_sort (bench->cpu, compare_doubles);
  if (n > 0)
    printf ("%-12s %4u frames   CPU: median %5.1f, p95 %5.1f, max %5.1f ms   wall: median %5.1f, p95 %5.1f, max %5.1f ms\n",
            what,
            n,
            g_array_index (bench->cpu, double, n / 2),
            g_array_index (bench->cpu, double, n * 95 / 100),
            g_array_index (bench->cpu, double, n - 1),
            g_array_index (bench->times, double, n / 2),
            g_array_index (bench->times, double, n * 95 / 100),
            g_array_index (bench->times, double, n - 1));
  g_array_set_size (bench->times, 0);
  g_array_set_size (bench->cpu, 0);
}

static DpArticle *
new_article (guint kilobytes)
{
  static const char *const sentences[] = {
    "The minister said that the numbers had been known for a long time. ",
    "Nobody in the hall asked where they came from, although three of those present had written about it. ",
    "A week later the same sentence stood in eleven newspapers. ",
    "It had lost its author on the way. ",
    "Whoever looks for the first report finds a short note in a local paper, without a name and without a date. ",
    "That is how it goes with sentences like this one. ",
  };
  DpArticle *article = dp_article_new ();
  g_autoptr (GPtrArray) blocks = dp_blocks_new ();
  gsize size = 0;

  for (guint i = 0; size < (gsize) kilobytes * 1000; i++)
    {
      GString *text = g_string_new (NULL);
      DpBlockKind kind = i == 0 ? DP_BLOCK_HEADLINE : i % 15 == 0 ? DP_BLOCK_HEADING
                                                  : i % 17 == 0   ? DP_BLOCK_QUOTE
                                                  : i % 19 == 0   ? DP_BLOCK_LIST_ITEM
                                                                  : DP_BLOCK_PARAGRAPH;
      guint n = kind == DP_BLOCK_HEADLINE || kind == DP_BLOCK_HEADING ? 1 : 5 + i % 7;

      for (guint j = 0; j < n; j++)
        g_string_append (text, sentences[(i + j) % G_N_ELEMENTS (sentences)]);
      g_string_truncate (text, text->len - 1);
      size += text->len + 1;
      g_ptr_array_add (blocks, dp_block_new (kind, kind == DP_BLOCK_HEADING ? 2 : 1, text->str));
      g_string_free (text, TRUE);
    }
  dp_article_set_language (article, "en");
  dp_article_set_outlet (article, "The Daily Example");
  dp_article_set_blocks (article, blocks);
  return article;
}

static DpCase *
new_case (DpWorkbench *workbench,
          guint kilobytes,
          guint n_highlights)
{
  DpCase *dp_case = dp_case_new ();
  g_autoptr (DpArticle) article = new_article (kilobytes);
  GListModel *narratives = G_LIST_MODEL (dp_workbench_get_narratives (workbench));
  GArray *sentences = dp_article_get_sentences (article);

  dp_case_add_article (dp_case, article);
  for (guint i = 0; i < n_highlights; i++)
    {
      guint at = (guint) ((guint64) i * (sentences->len - 3) / n_highlights);
      DpSpan span = g_array_index (sentences, DpSpan, at);
      DpHighlight *highlight;

      /* Every fifth reaches over the next sentences. */
      if (i % 5 == 0)
        span.end = g_array_index (sentences, DpSpan, at + 2).end;
      highlight = dp_case_add_highlight (dp_case, article, span);
      for (guint j = 0; j < i % 4; j++)
        {
          g_autoptr (DpNarrative) narrative = g_list_model_get_item (narratives, (i + j * 5) % g_list_model_get_n_items (narratives));

          dp_case_tag (dp_case, highlight, narrative);
        }
    }
  return dp_case;
}

static GtkScrolledWindow *
find_scroller (GtkWidget *widget)
{
  if (GTK_IS_SCROLLED_WINDOW (widget))
    return GTK_SCROLLED_WINDOW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkScrolledWindow *found = GTK_IS_POPOVER (child) ? NULL : find_scroller (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
scroll (Bench *bench,
        double by)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (find_scroller (bench->view));

  bench->cpu_before = get_cpu_time ();
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + by);
  wait_for_frame (bench);
}

static void
jump (Bench *bench,
      guint i)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (find_scroller (bench->view));

  bench->cpu_before = get_cpu_time ();
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) * ((i * 37) % N_JUMPS) / N_JUMPS);
  wait_for_frame (bench);
}

typedef void (*ChangeFunc) (DpSession *session,
                            guint i);

static void
add_one (DpSession *session,
         guint i)
{
  GArray *sentences = dp_article_get_sentences (dp_session_get_article (session));

  dp_session_add_highlight (session, g_array_index (sentences, DpSpan, sentences->len / 2 + i));
}

static void
undo_one (DpSession *session,
          guint i)
{
  dp_history_undo (dp_session_get_history (session));
}

static void
redo_one (DpSession *session,
          guint i)
{
  dp_history_redo (dp_session_get_history (session));
}

/* Saved each time, outside of what is measured: otherwise that falls upon some frame by chance. */
static void
change (Bench *bench,
        const char *what,
        ChangeFunc func)
{
  for (guint i = 0; i < N_CHANGES; i++)
    {
      gint64 begun = g_get_monotonic_time ();

      bench->cpu_before = get_cpu_time ();
      func (bench->session, i);
      bench->work += g_get_monotonic_time () - begun;
      wait_for_frame (bench);
      dp_case_file_save (dp_session_get_file (bench->session), NULL);
    }
  report (bench, what);
}

/* One key each: to the next sentence, or to the next highlight. */
static void
walk (Bench *bench,
      const char *what,
      const char *action,
      const char *parameter)
{
  for (guint i = 0; i < N_CHANGES; i++)
    {
      gint64 begun = g_get_monotonic_time ();

      bench->cpu_before = get_cpu_time ();
      gtk_widget_activate_action (bench->view, action, parameter, "next-highlight");
      bench->work += g_get_monotonic_time () - begun;
      wait_for_frame (bench);
    }
  report (bench, what);
}

static void
settle (Bench *bench)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_array_set_size (bench->times, 0);
  g_array_set_size (bench->cpu, 0);
  bench->work = 0;
}

static void
run (Bench *bench,
     GtkWindow *window)
{
  gint64 begun = g_get_monotonic_time ();

  bench->view = dp_article_view_new (bench->session);
  adw_window_set_content (ADW_WINDOW (window), bench->view);
  gtk_window_present (window);
  bench->clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  g_signal_connect (bench->clock, "before-paint", G_CALLBACK (before_paint_cb), bench);
  g_signal_connect (bench->clock, "after-paint", G_CALLBACK (after_paint_cb), bench);
  wait_for_frame (bench);
  printf ("open         %.0f ms until the first frame\n", (double) (g_get_monotonic_time () - begun) / 1000);
  g_array_set_size (bench->times, 0);
  g_array_set_size (bench->cpu, 0);

  for (guint i = 0; i < N_SCROLLS / 3; i++)
    scroll (bench, 120);
  report (bench, "scroll early");
  settle (bench);
  printf ("laid out     %.0f ms after opening\n", (double) (g_get_monotonic_time () - begun) / 1000);
  for (guint i = 0; i < N_SCROLLS; i++)
    scroll (bench, 120);
  report (bench, "scroll");
  for (guint i = 0; i < N_JUMPS; i++)
    jump (bench, i);
  report (bench, "jump");
  walk (bench, "sentence", "highlight.next", NULL);
  walk (bench, "go", "article.go", "s");
  change (bench, "highlight", add_one);
  change (bench, "undo", undo_one);
  change (bench, "redo", redo_one);
}

int
main (int argc,
      char *argv[])
{
  guint kilobytes = argc > 1 ? (guint) atoi (argv[1]) : KILOBYTES;
  guint n_highlights = argc > 2 ? (guint) atoi (argv[2]) : N_HIGHLIGHTS;
  g_autoptr (DpWorkbench) workbench = NULL;
  g_autoptr (DpCase) dp_case = NULL;
  g_autoptr (DpCaseFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) cpu = g_array_new (FALSE, FALSE, sizeof (double));
  GtkWindow *window;
  Bench bench = { 0 };

  adw_init ();
  setvbuf (stdout, NULL, _IOLBF, 0);
  workbench = dp_test_workbench_new ();
  dp_case = new_case (workbench, kilobytes, n_highlights);
  file = dp_library_create_case (dp_workbench_get_library (workbench), dp_case, NULL, &error);
  g_assert_no_error (error);

  bench.times = times;
  bench.cpu = cpu;
  bench.session = dp_session_new (workbench, file);
  window = GTK_WINDOW (adw_window_new ());
  gtk_window_set_default_size (window, 900, 1000);
  printf ("%u kB, %u highlights, %u sentences\n",
          kilobytes,
          n_highlights,
          dp_article_get_sentences (dp_session_get_article (bench.session))->len);
  run (&bench, window);
  gtk_window_destroy (window);
  g_object_unref (bench.session);
  return 0;
}
