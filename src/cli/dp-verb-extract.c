/* dp-verb-extract.c: disproof-cli extract
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli/dp-verbs.h"

#include <errno.h>
#include <stdio.h>
#include <glib/gi18n.h>
#include "base/dp-file.h"
#include "base/dp-json.h"
#include "intake/dp-intake.h"
#include "intake/dp-reader.h"

/* A page may look like anything; plain text is known by its name. */
static gboolean
is_plain (const char *path)
{
  g_autofree char *name = g_ascii_strdown (path, -1);

  return g_str_has_suffix (name, ".txt") || g_str_has_suffix (name, ".text") || g_str_has_suffix (name, ".md");
}

/* (transfer full) */
static JsonNode *
extract_file (DpReader *reader,
              const char *path,
              const char *link,
              const char *charset,
              GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GBytes) bytes = dp_file_read (file, DP_INTAKE_MAX_SIZE, NULL, error);
  const char *type = is_plain (path) ? "text/plain" : "text/html";
  g_autofree char *media_type = charset != NULL ? g_strdup_printf ("%s; charset=%s", type, charset) : g_strdup (type);
  const DpReadable readable = { bytes, media_type, link != NULL ? link : "", "file" };

  return bytes != NULL ? dp_reader_read_extraction (reader, &readable, NULL, error) : NULL;
}

/* %NULL passes for "not given"; anything but a string is a mistake. */
static gboolean
get_text (JsonObject *request,
          const char *member,
          const char **text,
          GError **error)
{
  JsonNode *node = json_object_get_member (request, member);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return dp_verb_error (error, _ ("“%s” is not a string"), member);
  *text = json_node_get_string (node);

  return TRUE;
}

/* (transfer full) */
static JsonNode *
answer_request (DpReader *reader,
                JsonObject *request,
                GError **error)
{
  const char *path = NULL;
  const char *link = NULL;
  const char *charset = NULL;

  if (!get_text (request, "path", &path, error) || !get_text (request, "url", &link, error) || !get_text (request, "charset", &charset, error))
    return NULL;
  if (path == NULL)
    {
      dp_verb_error (error, _ ("“%s” is not a string"), "path");
      return NULL;
    }

  return extract_file (reader, path, link, charset, error);
}

/* (transfer full) */
static JsonNode *
new_error_answer (const GError *error)
{
  JsonNode *answer = json_node_init_object (json_node_alloc (), json_object_new ());
  g_autofree char *message = g_utf8_make_valid (error->message, -1);

  json_object_set_string_member (json_node_get_object (answer), "error", message);
  json_object_unref (json_node_get_object (answer));

  return answer;
}

static void
answer_line (DpReader *reader,
             const char *line,
             gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) request = dp_json_read (line, length, DP_JSON_GRAMMAR, &error);
  JsonNode *id = NULL;
  g_autoptr (JsonNode) answer = NULL;

  if (request != NULL && !JSON_NODE_HOLDS_OBJECT (request))
    dp_verb_error (&error, _ ("A request is a JSON object"));
  else if (request != NULL)
    {
      id = json_object_get_member (json_node_get_object (request), "id");
      answer = answer_request (reader, json_node_get_object (request), &error);
    }

  if (answer == NULL)
    answer = new_error_answer (error);
  json_object_set_member (json_node_get_object (answer), "id", id != NULL ? json_node_copy (id) : json_node_new (JSON_NODE_NULL));
  dp_verb_print_json_line (answer);
}

/* One request a line, one answer a line, in order, each as soon as it is there. */
static gboolean
answer_all (DpReader *reader,
            GError **error)
{
  char *line = NULL;
  size_t size = 0;
  ssize_t length;

  while (!ferror (stdout) && (length = getline (&line, &size, stdin)) >= 0)
    {
      if (strspn (line, " \t\r\n") < (size_t) length)
        answer_line (reader, line, length);
    }
  free (line);

  return !ferror (stdin) || dp_verb_error (error, _ ("Standard input cannot be read: %s"), g_strerror (errno));
}

gboolean
dp_verb_extract (const DpVerb *self,
                 char **arguments,
                 GError **error)
{
  g_autofree char *charset = NULL;
  gboolean is_batch = FALSE;
  const GOptionEntry options[] = {
    { "charset", 0, 0, G_OPTION_ARG_FILENAME, &charset, N_ ("What the server said of the encoding"), "C" },
    { "batch", 0, 0, G_OPTION_ARG_NONE, &is_batch, N_ ("Answer requests on standard input, a line of JSON each"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_auto (GStrv) words = NULL;
  g_autoptr (DpReader) reader = dp_reader_new ();
  g_autoptr (JsonNode) node = NULL;

  if (!dp_verb_parse (self, arguments, options, 0, 2, &words, error))
    return FALSE;
  if (is_batch && (words[0] != NULL || charset != NULL))
    return dp_verb_usage_error (error, _ ("With --batch, files and encodings stand in the requests"));
  if (is_batch)
    return answer_all (reader, error);
  if (words[0] == NULL)
    return dp_verb_usage_error (error, _ ("Something is missing: %s %s"), g_get_prgname (), self->arguments);
  if (!dp_verb_check_text (words[1], "URL", error) || !dp_verb_check_text (charset, "--charset", error))
    return FALSE;

  node = extract_file (reader, words[0], words[1], charset, error);
  if (node == NULL)
    return FALSE;

  dp_verb_print_json (node);

  return TRUE;
}
