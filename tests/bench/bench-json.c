/* bench-json.c: how fast JSON is read and written, against json-glib's own parser in the same run
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "base/dp-json.h"

#define N_ARTICLES 4000
#define N_ROUNDS 5

/* About 8 MB shaped as a case is: long texts in two scripts, offsets, short members. */
static GString *
make_document (void)
{
  GString *text = g_string_new ("{\"articles\": [");

  for (guint i = 0; i < N_ARTICLES; i++)
    {
      g_string_append_printf (text, "%s{\"id\": \"%08u\", \"start\": %u, \"end\": %u, \"share\": 0.%u, \"text\": \"", i > 0 ? "," : "", i, i * 7, i * 7 + 90, i);
      for (guint j = 0; j < 10; j++)
        g_string_append (text, "Prices rose again, officials said on \\\"Monday\\\". Цены снова выросли, заявили чиновники.\\n");
      g_string_append (text, "\", \"tags\": [\"protest\", \"prices\", true, null]}");
    }
  g_string_append (text, "]}");
  return text;
}

static void
report (const char *what,
        gsize n_bytes,
        gint64 us)
{
  g_print ("%-28s %7.1f MB/s\n", what, (double) n_bytes / (double) MAX (us, 1));
}

int
main (void)
{
  g_autoptr (GString) text = make_document ();
  g_autoptr (JsonNode) tree = dp_json_read (text->str, text->len, DP_JSON_STRICT, NULL);
  gint64 best[4] = { G_MAXINT64, G_MAXINT64, G_MAXINT64, G_MAXINT64 };

  g_assert_nonnull (tree);
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (JsonParser) parser = json_parser_new ();
      g_autoptr (JsonNode) node = NULL;
      g_autoptr (GBytes) written = NULL;
      g_autoptr (GBytes) canonical = NULL;
      gint64 at[5];

      at[0] = g_get_monotonic_time ();
      node = dp_json_read (text->str, text->len, DP_JSON_STRICT, NULL);
      at[1] = g_get_monotonic_time ();
      json_parser_load_from_data (parser, text->str, (gssize) text->len, NULL);
      at[2] = g_get_monotonic_time ();
      written = dp_json_write (node);
      at[3] = g_get_monotonic_time ();
      canonical = dp_json_write_canonical (node, NULL);
      at[4] = g_get_monotonic_time ();
      for (guint i = 0; i < 4; i++)
        best[i] = MIN (best[i], at[i + 1] - at[i]);
    }
  report ("read", text->len, best[0]);
  report ("read by json-glib", text->len, best[1]);
  report ("write", text->len, best[2]);
  report ("write canonical", text->len, best[3]);
  return 0;
}
