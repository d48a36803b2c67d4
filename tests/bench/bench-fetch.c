/* bench-fetch.c: how long the main loop is kept from other work while a link is fetched and read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <libsoup/soup.h>

#include "intake/dp-intake.h"

#define N_PARAGRAPHS 4000
#define N_RUNS 7

/* The work of the main loop is what happens between two waits for something to do. */
static gint64 work_began;
static gint64 longest_work;

static int
timed_poll (GPollFD *fds,
            guint n_fds,
            int timeout)
{
  int result;

  if (work_began != 0)
    longest_work = MAX (longest_work, g_get_monotonic_time () - work_began);
  result = g_poll (fds, n_fds, timeout);
  work_began = g_get_monotonic_time ();
  return result;
}

/* The server stands in a thread and a main loop of its own, as another machine would. */
typedef struct
{
  GMainContext *context; /* (owned) */
  GMainLoop *loop;       /* (owned) */
  GString *page;         /* (owned) */
  guint port;            /* 0 until it listens */
  GMutex mutex;
  GCond listens;
} Site;

static void
answer_cb (SoupServer *server,
           SoupServerMessage *message,
           const char *path,
           GHashTable *query,
           gpointer data)
{
  Site *site = data;

  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  soup_server_message_set_response (message, "text/html; charset=utf-8", SOUP_MEMORY_COPY, site->page->str, site->page->len);
}

static gpointer
serve (gpointer data)
{
  Site *site = data;
  g_autoptr (SoupServer) server = NULL;
  g_autoptr (GError) error = NULL;
  GSList *uris;

  g_main_context_push_thread_default (site->context);
  server = soup_server_new (NULL, NULL);
  soup_server_add_handler (server, NULL, answer_cb, site, NULL);
  soup_server_listen_local (server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (server);
  g_mutex_lock (&site->mutex);
  site->port = (guint) g_uri_get_port (uris->data);
  g_cond_signal (&site->listens);
  g_mutex_unlock (&site->mutex);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  g_main_loop_run (site->loop);
  soup_server_disconnect (server);
  g_main_context_pop_thread_default (site->context);
  return NULL;
}

static void
fetched_cb (GObject *source,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DpIntakeResult) article = dp_intake_finish (DP_INTAKE (source), result, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (dp_article_get_blocks (article->article)->len, >, N_PARAGRAPHS / 2);
  *(gboolean *) data = TRUE;
}

int
main (void)
{
  g_autoptr (DpClock) clock = dp_clock_new ();
  g_autoptr (DpIntake) intake = dp_intake_new (clock);
  Site site = { .context = g_main_context_new (), .page = g_string_new (NULL) };
  g_autofree char *link = NULL;
  GThread *thread;

  g_string_append (site.page, "<!DOCTYPE html><html lang=\"en\"><head><title>A long page</title></head><body><article><h1>A long page</h1>");
  for (guint i = 0; i < N_PARAGRAPHS; i++)
    g_string_append_printf (site.page, "<p>This is paragraph %u of a page, with <a href=\"/%u\">a link</a>, a comma, and some more words to read. It has a second sentence as well, so that it looks like an article.</p>\n", i, i);
  g_string_append (site.page, "</article></body></html>");

  g_mutex_init (&site.mutex);
  g_cond_init (&site.listens);
  site.loop = g_main_loop_new (site.context, FALSE);
  thread = g_thread_new ("site", serve, &site);
  g_mutex_lock (&site.mutex);
  while (site.port == 0)
    g_cond_wait (&site.listens, &site.mutex);
  g_mutex_unlock (&site.mutex);
  link = g_strdup_printf ("http://127.0.0.1:%u/long", site.port);

  g_main_context_set_poll_func (NULL, timed_poll);
  g_print ("a page of %" G_GSIZE_FORMAT " bytes, %d paragraphs, fetched from 127.0.0.1\n", site.page->len, N_PARAGRAPHS);
  for (guint i = 0; i < N_RUNS; i++)
    {
      gboolean is_done = FALSE;
      gint64 start = g_get_monotonic_time ();

      work_began = longest_work = 0;
      dp_intake_link_async (intake, link, NULL, NULL, NULL, fetched_cb, &is_done);
      while (!is_done)
        g_main_context_iteration (NULL, TRUE);
      g_print ("longest work on the main loop %6.2f ms, of %6.1f ms in all\n", (double) longest_work / 1000, (double) (g_get_monotonic_time () - start) / 1000);
    }

  g_main_loop_quit (site.loop);
  g_thread_join (thread);
  g_main_loop_unref (site.loop);
  g_main_context_unref (site.context);
  g_string_free (site.page, TRUE);
  return 0;
}
