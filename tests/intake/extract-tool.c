/* extract-tool.c: speaks the batch protocol of the extraction scorer; for development, not installed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>
#include <stdio.h>
#include <string.h>
#include "base/dp-file.h"
#include "base/dp-json.h"
#include "intake/dp-extraction.h"

static void
print_answer (GBytes *bytes,
              const char *charset,
              const char *link)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DpExtraction) extraction = dp_extract_html (bytes, charset, link, &error);
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GBytes) out = NULL;
  JsonArray *headings = json_array_new ();

  if (extraction == NULL)
    {
      json_array_unref (headings);
      puts ("{\"text\":\"\"}");
      fflush (stdout);
      return;
    }
  node = dp_extraction_to_json (extraction);
  for (guint i = 0; i < extraction->blocks->len; i++)
    {
      const DpBlock *block = g_ptr_array_index (extraction->blocks, i);

      if (block->kind == DP_BLOCK_HEADING)
        json_array_add_string_element (headings, block->text);
    }
  json_object_set_array_member (json_node_get_object (node), "headings", headings);
  out = dp_json_write_canonical (node, &error);
  g_assert_no_error (error);
  fwrite (g_bytes_get_data (out, NULL), 1, g_bytes_get_size (out), stdout);
  putchar ('\n');
  fflush (stdout);
}

static const char *
get_string (JsonObject *object,
            const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
}

static void
answer (const char *path,
        const char *charset,
        const char *link)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = dp_file_read (file, 64 * 1024 * 1024, NULL, &error);

  if (bytes == NULL)
    g_error ("%s", error->message);
  print_answer (bytes, charset, link);
}

int
main (int argc,
      char **argv)
{
  char *line = NULL;
  size_t room = 0;

  setlocale (LC_ALL, "");
  if (argc > 1 && strcmp (argv[1], "--batch") != 0)
    {
      answer (argv[1], NULL, argc > 2 ? argv[2] : NULL);
      return 0;
    }
  while (getline (&line, &room, stdin) > 0)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) node = dp_json_read (line, strlen (line), DP_JSON_GRAMMAR, &error);
      JsonObject *object;

      g_assert_no_error (error);
      object = json_node_get_object (node);
      answer (get_string (object, "path"), get_string (object, "charset"), get_string (object, "url"));
    }
  free (line);
  return 0;
}
