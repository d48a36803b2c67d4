/* dp-case-text.c: the text of case.json in parts, of which those that did not change are kept
 *
 * The case is written as an outline, in which each list that has something in it holds a null. That is
 * the place for the texts of its items. Its line cannot be taken for another one: it follows the line
 * of a member whose name comes once in its object, at the indent of that object's members alone, and
 * within strings there are no line breaks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/dp-case-text.h"

#include <string.h>
#include "base/dp-json.h"
#include "model/dp-case-private.h"

/* Of the members of the case, of its items and of their members, in spaces. */
#define CASE_INDENT 2
#define ITEM_INDENT 4
#define ARTICLE_INDENT 6
#define BLOCK_INDENT 8

/* What an article keeps besides its own text. */
typedef struct
{
  GPtrArray *blocks;
  GBytes *text;
} DpBlocksText;

static G_DEFINE_QUARK (dp_item_text, item_text)
static G_DEFINE_QUARK (dp_blocks_text, blocks_text)

static void
blocks_text_free (gpointer data)
{
  DpBlocksText *self = data;

  g_ptr_array_unref (self->blocks);
  g_bytes_unref (self->text);
  g_free (self);
}

/* The element of an array: a comma, then its lines, each behind a line break and the indent. */
static void
append_element (GString *text,
                JsonNode *node,
                guint indent)
{
  g_autoptr (GBytes) bytes = dp_json_write (node);
  gsize length;
  const char *line = g_bytes_get_data (bytes, &length);
  const char *end = line + length;

  g_string_append_c (text, ',');
  while (line < end)
    {
      const char *line_end = memchr (line, '\n', end - line);

      g_string_append_printf (text, "\n%*s", indent, "");
      g_string_append_len (text, line, line_end - line);
      line = line_end + 1;
    }
}

/* (transfer none) */
static GBytes *
get_item_text (gpointer item,
               JsonNode *(*to_json) (gpointer item))
{
  GBytes *kept = g_object_get_qdata (item, item_text_quark ());
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GString) text = NULL;

  if (kept != NULL)
    return kept;

  node = to_json (item);
  text = g_string_new (NULL);
  append_element (text, node, ITEM_INDENT);
  kept = g_bytes_new (text->str, text->len);
  g_object_set_qdata_full (item, item_text_quark (), kept, (GDestroyNotify) g_bytes_unref);
  return kept;
}

/* (transfer none) */
static GBytes *
get_blocks_text (DpArticle *article)
{
  GPtrArray *blocks = dp_article_get_blocks (article);
  DpBlocksText *kept = g_object_get_qdata (G_OBJECT (article), blocks_text_quark ());
  g_autoptr (GString) text = NULL;

  if (kept != NULL && kept->blocks == blocks)
    return kept->text;

  text = g_string_new (NULL);
  for (guint i = 0; i < blocks->len; i++)
    {
      g_autoptr (JsonNode) node = dp_block_to_json (g_ptr_array_index (blocks, i));

      append_element (text, node, BLOCK_INDENT);
    }
  kept = g_new0 (DpBlocksText, 1);
  kept->blocks = g_ptr_array_ref (blocks);
  kept->text = g_string_free_to_bytes (g_steal_pointer (&text));
  g_object_set_qdata_full (G_OBJECT (article), blocks_text_quark (), kept, blocks_text_free);
  return kept->text;
}

static void
add_part (GPtrArray *parts,
          GBytes *text,
          gsize start,
          gsize end)
{
  g_ptr_array_add (parts, g_bytes_new_from_bytes (text, start, end - start));
}

/* What of @outline comes before the place of the items of @list; gives where it goes on behind it. */
static gsize
add_up_to_list (GPtrArray *parts,
                GBytes *outline,
                gsize start,
                guint indent,
                const char *list)
{
  g_autofree char *head = g_strdup_printf ("\n%*s\"%s\": [", indent, "", list);
  g_autofree char *place = g_strdup_printf ("%s\n%*snull", head, indent + 2, "");
  gsize length;
  const char *text = g_bytes_get_data (outline, &length);
  const char *found = g_strstr_len (text + start, length - start, place);

  g_assert (found != NULL);
  add_part (parts, outline, start, found - text + strlen (head));
  return found - text + strlen (place);
}

/* The first element of an array has no comma before it. */
static void
add_item (GPtrArray *parts,
          GBytes *text,
          gboolean is_first)
{
  add_part (parts, text, is_first ? 1 : 0, g_bytes_get_size (text));
}

static void
add_article (GPtrArray *parts,
             DpArticle *article,
             gboolean is_first)
{
  GBytes *outline = get_item_text (article, dp_article_to_json_outline);
  gsize start = is_first ? 1 : 0;

  if (dp_article_get_blocks (article)->len > 0)
    {
      start = add_up_to_list (parts, outline, start, ARTICLE_INDENT, "blocks");
      add_item (parts, get_blocks_text (article), TRUE);
    }
  add_part (parts, outline, start, g_bytes_get_size (outline));
}

static void
add_list (GPtrArray *parts,
          GListModel *list,
          JsonNode *(*to_json) (gpointer item))
{
  guint n = g_list_model_get_n_items (list);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (list, i);

      if (DP_IS_ARTICLE (item))
        add_article (parts, DP_ARTICLE (item), i == 0);
      else
        add_item (parts, get_item_text (item, to_json), i == 0);
    }
}

GPtrArray *
dp_case_text_get_parts (DpCase *self)
{
  const struct
  {
    const char *name;
    GListModel *list;
    JsonNode *(*to_json) (gpointer item);
  } lists[] = {
    { "articles", dp_case_list_articles (self), dp_article_to_json_outline },
    { "highlights", dp_case_list_highlights (self), dp_highlight_to_json },
    { "claims", dp_case_list_claims (self), dp_claim_to_json },
    { "evidence", dp_case_list_evidence (self), dp_evidence_to_json },
  };
  g_autoptr (JsonNode) node = dp_case_to_json_outline (self);
  g_autoptr (GBytes) outline = dp_json_write (node);
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  gsize start = 0;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      if (g_list_model_get_n_items (lists[i].list) == 0)
        continue;
      start = add_up_to_list (parts, outline, start, CASE_INDENT, lists[i].name);
      add_list (parts, lists[i].list, lists[i].to_json);
    }
  add_part (parts, outline, start, g_bytes_get_size (outline));
  return parts;
}

GBytes *
dp_case_text_join (GPtrArray *parts)
{
  GByteArray *bytes;
  gsize size = 0;

  for (guint i = 0; i < parts->len; i++)
    size += g_bytes_get_size (g_ptr_array_index (parts, i));
  bytes = g_byte_array_sized_new (size);
  for (guint i = 0; i < parts->len; i++)
    {
      gsize length;
      const guint8 *data = g_bytes_get_data (g_ptr_array_index (parts, i), &length);

      g_byte_array_append (bytes, data, length);
    }
  return g_byte_array_free_to_bytes (bytes);
}

void
dp_case_text_forget (gpointer object)
{
  g_object_set_qdata (object, item_text_quark (), NULL);
}

void
dp_case_text_notify (GObject *object,
                     GParamSpec *property)
{
  dp_case_text_forget (object);
}
