/* main.c: disproof-reader, the process that reads foreign bytes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It is started by DpReader with a socket as its standard input, answers one request after the other
 * and ends when the socket is closed. See dp-reader-frame.h for what passes.
 */

#include <errno.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/dp-json.h"
#include "base/dp-locale.h"
#include "intake/dp-charset.h"
#include "intake/dp-intake.h"
#include "intake/dp-readable.h"
#include "intake/dp-reader-frame.h"
#include "model/dp-case.h"
#include "reader/dp-confinement.h"

/* A process that has worked so much makes room for a fresh one: memory comes back, and the limit of its
 * time is never reached by honest pages. */
#define MAX_WORK_SECONDS 30
#define MAX_REQUESTS 1000
#define BIG_BODY ((gsize) 4 * 1024 * 1024)

static gboolean
receive (gpointer buffer,
         gsize size)
{
  char *data = buffer;

  while (size > 0)
    {
      gssize n = read (STDIN_FILENO, data, size);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;
      data += n;
      size -= (gsize) n;
    }
  return TRUE;
}

static gboolean
send_bytes (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  while (size > 0)
    {
      gssize n = write (STDIN_FILENO, data, size);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;
      data += n;
      size -= (gsize) n;
    }
  return TRUE;
}

/* (transfer full): a case that holds nothing but the article */
static GBytes *
write_article (const DpReadable *readable,
               GError **error)
{
  g_autoptr (DpArticle) article = dp_readable_make_article (readable, error);
  g_autoptr (DpCase) dp_case = dp_case_new ();
  g_autoptr (JsonNode) node = NULL;

  if (article == NULL)
    return NULL;
  dp_case_add_article (dp_case, article);
  node = dp_case_to_json (dp_case);
  return dp_json_write (node);
}

/* (transfer full) */
static GBytes *
write_extraction (const DpReadable *readable,
                  GError **error)
{
  g_autoptr (DpExtraction) extraction = dp_readable_extract (readable, error);
  g_autoptr (JsonNode) node = NULL;

  if (extraction == NULL)
    return NULL;
  node = dp_extraction_to_json (extraction);
  return dp_json_write (node);
}

/* (transfer full) */
static GBytes *
write_confinement (void)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), object);

  json_object_set_boolean_member (object, "files", dp_confinement_can_open_files ());
  json_object_set_boolean_member (object, "network", dp_confinement_can_connect ());
  json_object_set_boolean_member (object, "processes", dp_confinement_can_fork ());
  return dp_json_write (node);
}

/* (transfer full) */
static GBytes *
answer (JsonObject *request,
        GBytes *body,
        GError **error)
{
  const char *want = json_object_get_string_member_with_default (request, "want", "");
  const DpReadable readable = {
    .bytes = body,
    .media_type = json_object_get_string_member_with_default (request, "media_type", ""),
    .link = json_object_get_string_member_with_default (request, "link", ""),
    .origin = json_object_get_string_member_with_default (request, "origin", ""),
  };

  if (g_str_equal (want, "confinement"))
    return write_confinement ();
  if (g_str_equal (want, "article"))
    return write_article (&readable, error);
  return write_extraction (&readable, error);
}

static gboolean
send_answer (GBytes *body,
             const GError *problem)
{
  g_autoptr (JsonObject) head = json_object_new ();
  g_autoptr (GBytes) start = NULL;

  if (problem != NULL)
    {
      json_object_set_int_member (head, "problem", problem->domain == DP_INTAKE_ERROR ? problem->code : DP_INTAKE_ERROR_READER);
      json_object_set_string_member (head, "message", problem->message);
    }
  start = dp_reader_frame_begin (head, body != NULL ? g_bytes_get_size (body) : 0);
  return start != NULL && send_bytes (start) && (body == NULL || send_bytes (body));
}

/* One request. %FALSE when there is no other to come. @size: (out): of its body */
static gboolean
serve (gsize *size)
{
  guint8 start[DP_READER_FRAME_START_SIZE];
  guint32 head_size, body_size;
  g_autofree char *head = NULL;
  g_autofree char *data = NULL;
  g_autoptr (JsonObject) request = NULL;
  g_autoptr (GBytes) body = NULL;
  g_autoptr (GBytes) result = NULL;
  g_autoptr (GError) error = NULL;

  if (!receive (start, sizeof start) || !dp_reader_frame_read_start (start, &head_size, &body_size))
    return FALSE;
  head = g_malloc (head_size);
  data = g_malloc (body_size);
  if (!receive (head, head_size) || !receive (data, body_size))
    return FALSE;
  request = dp_reader_frame_read_head (head, head_size);
  if (request == NULL)
    return FALSE;

  *size = body_size;
  body = g_bytes_new_take (g_steal_pointer (&data), body_size);
  result = answer (request, body, &error);
  return send_answer (result, error);
}

/* Everything that is loaded when it is first used, used once. */
static void
warm_up (void)
{
  static const char page[] =
      "<html lang=en><head><title>A page</title><meta name=author content='Some One'>"
      "<meta property='article:published_time' content='2022-01-05T10:00:00+06:00'>"
      "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"A page\"}</script></head>"
      "<body><article><h1>A page</h1><p>By Some One, 5 January 2022</p><p>Words that are here to be read once, "
      "so that all that reading needs has been loaded.</p></article></body></html>";
  g_autoptr (GBytes) html = g_bytes_new_static (page, sizeof page - 1);
  g_autoptr (GBytes) binary = g_bytes_new_static ("%PDF-1.4", 8);
  const DpReadable readables[] = {
    { html, "text/html", "https://example.org/2022/01/05/page.html", "link" },
    { html, "text/plain", "", "clipboard" },
    { binary, "", "", "file" },
  };

  dp_charset_load_all ();
  for (gsize i = 0; i < G_N_ELEMENTS (readables); i++)
    {
      g_autoptr (GBytes) article = write_article (&readables[i], NULL);
      g_autoptr (GBytes) extraction = write_extraction (&readables[i], NULL);
    }
}

int
main (int argc,
      char **argv)
{
  gsize size = 0;

  dp_locale_begin ();
  if (isatty (STDIN_FILENO))
    {
      g_printerr ("disproof-reader is started by Disproof and reads for it.\n");
      return 2;
    }

  warm_up ();
  dp_confinement_begin ();
  for (guint i = 0; i < MAX_REQUESTS && size < BIG_BODY && clock () / CLOCKS_PER_SEC < MAX_WORK_SECONDS; i++)
    {
      if (!serve (&size))
        break;
    }

  /* Nothing is left to be done, and what would be done at the end of a program may be refused now. */
  _exit (0);
}
