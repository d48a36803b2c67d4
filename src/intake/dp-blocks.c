/* dp-blocks.c: passages of a page as blocks of an article: their links, whose quotations they are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "intake/dp-blocks.h"

#include <string.h>
#include "intake/dp-address.h"
#include "intake/dp-page-marks.h"

/* Code points: what says whose a quotation is, is short. */
#define LONGEST_SOURCE 200

typedef struct
{
  const DpPage *page;
  const DpPassages *passages;
  const char *base;
  char *host;            /* (nullable): of the page */
  GHashTable *addresses; /* node of an a element to its resolved address, or "" */
} Maker;

/* "" for what leads nowhere. */
static const char *
get_address (Maker *self,
             guint node)
{
  char *address = g_hash_table_lookup (self->addresses, GUINT_TO_POINTER (node));

  if (address == NULL)
    {
      const char *href = dp_page_get_attr (self->page, node, DP_ATTR_HREF);

      address = href != NULL ? dp_address_resolve (href, self->base) : NULL;
      if (address == NULL)
        address = g_strdup ("");
      g_hash_table_insert (self->addresses, GUINT_TO_POINTER (node), address);
    }
  return address;
}

/* What is left out has no use for its links. */
static DpBlock *
make_block (Maker *self,
            const DpPassage *p)
{
  g_autofree char *text = g_strndup (self->passages->text->str + p->start, p->length);
  DpBlock *block = dp_block_new (p->kind, p->level, text);

  for (guint i = p->first_link; p->is_kept && i < p->first_link + p->n_links; i++)
    {
      const DpPassageLink *link = &g_array_index (self->passages->links, DpPassageLink, i);
      const char *address = get_address (self, link->node);

      if (*address != '\0')
        dp_block_add_link (block, link->start, link->end, address);
    }
  return block;
}

/* Of elements that are marked as a post of elsewhere, the outermost one around @node; or 0. */
static guint
find_embed (Maker *self,
            guint node)
{
  guint embed = 0;

  for (; node > 0 && (self->passages->marks[node] & DP_MARK_EMBED) != 0; node = dp_page_node (self->page, node)->parent)
    embed = node;
  return embed;
}

/* The last link of a passage that leads to another site: that of a post is the post itself. */
static const char *
find_link_away (Maker *self,
                const DpPassage *p)
{
  for (guint i = p->first_link + p->n_links; i > p->first_link; i--)
    {
      const char *address = get_address (self, g_array_index (self->passages->links, DpPassageLink, i - 1).node);
      g_autofree char *host = *address != '\0' ? dp_address_dup_host (address) : NULL;

      if (host != NULL && g_strcmp0 (host, self->host) != 0)
        return address;
    }
  return "";
}

/* "— Somebody, 2 May" */
static gboolean
begins_with_dash (const char *text)
{
  static const char *const dashes[] = { "—", "–", "―", "--" };

  for (gsize i = 0; i < G_N_ELEMENTS (dashes); i++)
    {
      if (g_str_has_prefix (text, dashes[i]))
        return TRUE;
    }
  return FALSE;
}

static const char *
skip_dash (const char *text)
{
  while (*text != '\0' && !g_unichar_isalnum (g_utf8_get_char (text)) && strchr ("@(#", *text) == NULL)
    text = g_utf8_next_char (text);
  return text;
}

/* The blocks [start, end) are one quotation, in the element @quote. */
static void
finish_quote (Maker *self,
              GPtrArray *blocks,
              GArray *origins,
              guint start,
              guint end,
              guint quote,
              gboolean is_embed)
{
  const DpPassage *last = dp_passages_at (self->passages, g_array_index (origins, guint, end - 1));
  const DpBlock *last_block = g_ptr_array_index (blocks, end - 1);
  const char *cite = dp_page_get_attr (self->page, quote, DP_ATTR_CITE);
  g_autofree char *link = cite != NULL ? dp_address_resolve (cite, self->base) : NULL;
  const char *source = "";
  gboolean has_source = end - start > 1 && last->n_chars <= LONGEST_SOURCE &&
                        (last->is_source || begins_with_dash (last_block->text));

  if (has_source)
    source = skip_dash (last_block->text);
  if (link == NULL && (has_source || is_embed))
    link = g_strdup (find_link_away (self, last));
  if (is_embed && (link == NULL || *link == '\0'))
    return;
  for (guint i = start; i < end; i++)
    {
      DpBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind == DP_BLOCK_PARAGRAPH || block->kind == DP_BLOCK_LIST_ITEM)
        {
          block->kind = DP_BLOCK_QUOTE;
          block->level = 0;
        }
      if (!has_source || i < end - 1)
        dp_block_set_source (block, source, link);
    }
}

/* @origins: the passage of each block */
static void
finish_quotes (Maker *self,
               GPtrArray *blocks,
               GArray *origins)
{
  for (guint i = 0; i < blocks->len;)
    {
      const DpPassage *p = dp_passages_at (self->passages, g_array_index (origins, guint, i));
      gboolean is_embed = p->quote == 0 && (p->marks & DP_MARK_EMBED) != 0;
      guint quote = is_embed ? find_embed (self, p->node) : p->quote;
      guint end = i + 1;

      if (quote != 0)
        {
          guint last_node = dp_page_node (self->page, quote)->end;

          while (end < blocks->len && dp_passages_at (self->passages, g_array_index (origins, guint, end))->node < last_node)
            end++;
          finish_quote (self, blocks, origins, i, end, quote, is_embed);
        }
      i = end;
    }
}

static void
dropped_add (GPtrArray *dropped,
             DpBlock *block,
             DpDrop reason,
             guint before)
{
  DpDropped *item = g_new0 (DpDropped, 1);

  item->block = block;
  item->reason = dp_drop_to_nick (reason);
  item->before = before;
  g_ptr_array_add (dropped, item);
}

GPtrArray *
dp_blocks_from_passages (const DpPage *page,
                         const DpPassages *passages,
                         const char *base,
                         GPtrArray *dropped)
{
  g_autoptr (GHashTable) addresses = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autofree char *host = base != NULL ? dp_address_dup_host (base) : NULL;
  g_autoptr (GArray) origins = g_array_new (FALSE, FALSE, sizeof (guint));
  Maker self = { .page = page, .passages = passages, .base = base, .host = host, .addresses = addresses };
  GPtrArray *blocks = dp_blocks_new ();

  for (guint i = 0; i < passages->list->len; i++)
    {
      const DpPassage *p = dp_passages_at (passages, i);
      DpBlock *block = make_block (&self, p);

      if (!p->is_kept)
        {
          dropped_add (dropped, block, p->drop, blocks->len);
          continue;
        }
      g_ptr_array_add (blocks, block);
      g_array_append_val (origins, i);
    }
  finish_quotes (&self, blocks, origins);
  return blocks;
}
