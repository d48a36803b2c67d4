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
/* Links within the page, so that no page costs a square. */
#define MOST_WITHIN 2000
/* Code points of a passage that tell it from the others. */
#define WORDS_OF_PLACE 48

typedef struct
{
  const DpPage *page;
  const DpPassages *passages;
  const char *base;
  char *host;            /* (nullable): of the page */
  GHashTable *addresses; /* node of an a element to its resolved address, or "" */
  guint n_within;        /* links within the page that were followed */
  GHashTable *ids;       /* (nullable): id to the node that has it first, once it was asked for */
} Maker;

/* The node that has the id, or 0. */
static guint
find_id (Maker *self,
         const char *id)
{
  if (self->ids == NULL)
    {
      self->ids = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint i = 1; i < self->page->nodes->len; i++)
        {
          const char *own = dp_page_node (self->page, i)->tag != DP_TAG_TEXT ? dp_page_get_attr (self->page, i, DP_ATTR_ID) : NULL;

          if (own != NULL && *own != '\0' && !g_hash_table_contains (self->ids, own))
            g_hash_table_insert (self->ids, (gpointer) own, GUINT_TO_POINTER (i));
        }
    }
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->ids, id));
}

/* (nullable): of what is kept, the passage that an element is in or begins with */
static const DpPassage *
find_kept (Maker *self,
           guint node)
{
  for (guint i = 0; i < self->passages->list->len; i++)
    {
      const DpPassage *p = dp_passages_at (self->passages, i);

      if (!p->is_kept)
        continue;
      if ((p->node >= node && p->node < dp_page_node (self->page, node)->end) || (p->node < node && node < dp_page_node (self->page, p->node)->end))
        return p;
      if (p->node >= dp_page_node (self->page, node)->end)
        return NULL;
    }
  return NULL;
}

/* (nullable): the address of a place within the page, with the first words there; see dp-article-links.h */
static char *
dup_address_within (Maker *self,
                    const char *href)
{
  g_autofree char *id = g_uri_unescape_string (href + 1, NULL);
  guint node = id != NULL && self->base != NULL && self->n_within++ < MOST_WITHIN ? find_id (self, id) : 0;
  const DpPassage *p = node != 0 ? find_kept (self, node) : NULL;
  g_autofree char *text = NULL;
  g_autofree char *words = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *escaped = NULL;
  g_autofree char *address = NULL;

  if (p == NULL)
    return NULL;
  text = g_strndup (self->passages->text->str + p->start, p->length);
  words = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), WORDS_OF_PLACE));
  /* Whole words, where there are any. */
  if (strlen (words) < strlen (text) && strrchr (words, ' ') != NULL)
    *strrchr (words, ' ') = '\0';
  escaped = g_uri_escape_string (words, NULL, FALSE);
  parts = g_strsplit (escaped, "-", -1);
  g_free (escaped);
  escaped = g_strjoinv ("%2D", parts);
  address = g_strdup_printf ("%.*s%s:~:text=%s", (int) strcspn (self->base, "#"), self->base, href, escaped);
  return dp_block_link_may_open (address) ? g_steal_pointer (&address) : NULL;
}

/* "" for what leads nowhere. */
static const char *
get_address (Maker *self,
             guint node)
{
  char *address = g_hash_table_lookup (self->addresses, GUINT_TO_POINTER (node));

  if (address == NULL)
    {
      const char *href = dp_page_get_attr (self->page, node, DP_ATTR_HREF);

      if (href != NULL && href[0] == '#')
        address = dup_address_within (self, href);
      else
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
  g_clear_pointer (&self.ids, g_hash_table_unref);
  return blocks;
}
