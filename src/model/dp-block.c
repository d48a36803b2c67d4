/* dp-block.c: one block of an article: a paragraph, a heading, a quote, an item of a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/dp-block.h"

#include <string.h>
#include "model/dp-model-private.h"

G_DEFINE_ENUM_TYPE (DpBlockKind, dp_block_kind, G_DEFINE_ENUM_VALUE (DP_BLOCK_HEADLINE, "headline"), G_DEFINE_ENUM_VALUE (DP_BLOCK_HEADING, "heading"), G_DEFINE_ENUM_VALUE (DP_BLOCK_PARAGRAPH, "paragraph"), G_DEFINE_ENUM_VALUE (DP_BLOCK_QUOTE, "quote"), G_DEFINE_ENUM_VALUE (DP_BLOCK_LIST_ITEM, "list-item"), G_DEFINE_ENUM_VALUE (DP_BLOCK_CAPTION, "caption"), G_DEFINE_ENUM_VALUE (DP_BLOCK_PREFORMATTED, "preformatted"), G_DEFINE_ENUM_VALUE (DP_BLOCK_TABLE_ROW, "table-row"))
G_DEFINE_BOXED_TYPE (DpBlock, dp_block, dp_block_copy, dp_block_free)

const char *
dp_block_kind_to_nick (DpBlockKind kind)
{
  return dp_enum_to_nick (DP_TYPE_BLOCK_KIND, kind);
}

gboolean
dp_block_kind_from_nick (const char *nick,
                         DpBlockKind *kind)
{
  int value;

  if (!dp_enum_from_nick (DP_TYPE_BLOCK_KIND, nick, &value))
    return FALSE;

  *kind = value;
  return TRUE;
}

DpBlock *
dp_block_new (DpBlockKind kind,
              guint level,
              const char *text)
{
  DpBlock *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (DpBlock, 1);
  self->kind = kind;
  self->level = level;
  self->text = g_utf8_make_valid (text, -1);
  self->length = (guint) g_utf8_strlen (self->text, -1);
  self->language = g_strdup ("");
  self->source = g_strdup ("");
  self->source_link = g_strdup ("");
  return self;
}

static void
link_free (DpBlockLink *self)
{
  g_free (self->href);
  dp_unknown_unref (self->unknown);
  g_free (self);
}

static DpBlockLink *
append_link (DpBlock *self,
             guint start,
             guint end,
             const char *href)
{
  DpBlockLink *link = g_new0 (DpBlockLink, 1);

  link->start = start;
  link->end = end;
  link->href = g_strdup (href);
  if (self->links == NULL)
    self->links = g_ptr_array_new_with_free_func ((GDestroyNotify) link_free);
  g_ptr_array_add (self->links, link);
  return link;
}

static void
copy_links (const DpBlock *from,
            DpBlock *to)
{
  for (guint i = 0; from->links != NULL && i < from->links->len; i++)
    {
      const DpBlockLink *link = g_ptr_array_index (from->links, i);

      append_link (to, link->start, link->end, link->href)->unknown = dp_unknown_ref (link->unknown);
    }
}

DpBlockLink *
dp_block_add_link (DpBlock *self,
                   guint start,
                   guint end,
                   const char *href)
{
  const DpBlockLink *last;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (href != NULL, NULL);

  last = self->links != NULL ? g_ptr_array_index (self->links, self->links->len - 1) : NULL;
  if (start >= end || *href == '\0' || (last != NULL && start < last->end) || end > self->length)
    return NULL;

  return append_link (self, start, end, href);
}

void
dp_block_set_source (DpBlock *self,
                     const char *source,
                     const char *source_link)
{
  g_return_if_fail (self != NULL);

  dp_set_text (&self->source, source);
  dp_set_text (&self->source_link, source_link);
}

gboolean
dp_block_link_may_open (const char *href)
{
  static const char *const schemes[] = { "http://", "https://", "mailto:" };

  g_return_val_if_fail (href != NULL, FALSE);

  if (!g_utf8_validate (href, -1, NULL))
    return FALSE;
  for (const char *p = href; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c <= ' ' || c == 0x7f || strchr ("<>\"\\^`{|}", (int) (c < 0x80 ? c : 'x')) != NULL ||
          !g_unichar_isprint (c) || g_unichar_isspace (c))
        return FALSE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      gsize n = strlen (schemes[i]);

      if (g_ascii_strncasecmp (href, schemes[i], n) == 0)
        return g_ascii_isalnum (href[n]) || ((guint8) href[n] & 0x80) != 0 || (href[n] == '[' && i < 2);
    }
  return FALSE;
}

DpBlock *
dp_block_copy (const DpBlock *self)
{
  DpBlock *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (DpBlock, 1);
  copy->kind = self->kind;
  copy->level = self->level;
  copy->text = g_strdup (self->text);
  copy->length = self->length;
  copy->language = g_strdup (self->language);
  copy->source = g_strdup (self->source);
  copy->source_link = g_strdup (self->source_link);
  copy_links (self, copy);
  copy->unknown = dp_unknown_ref (self->unknown);
  return copy;
}

void
dp_block_free (DpBlock *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_free (self->language);
  g_free (self->source);
  g_free (self->source_link);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  dp_unknown_unref (self->unknown);
  g_free (self);
}

static gboolean
links_equal (const DpBlock *a,
             const DpBlock *b)
{
  guint n = a->links != NULL ? a->links->len : 0;

  if (n != (b->links != NULL ? b->links->len : 0))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const DpBlockLink *one = g_ptr_array_index (a->links, i);
      const DpBlockLink *other = g_ptr_array_index (b->links, i);

      if (one->start != other->start || one->end != other->end || !g_str_equal (one->href, other->href))
        return FALSE;
    }
  return TRUE;
}

gboolean
dp_block_same_content (const DpBlock *a,
                       const DpBlock *b)
{
  return a->kind == b->kind &&
         a->level == b->level &&
         g_str_equal (a->text, b->text) &&
         g_strcmp0 (a->source, b->source) == 0 &&
         g_strcmp0 (a->source_link, b->source_link) == 0 &&
         links_equal (a, b);
}

gboolean
dp_block_equal (const DpBlock *a,
                const DpBlock *b)
{
  return g_strcmp0 (a->language, b->language) == 0 && dp_block_same_content (a, b);
}

gboolean
dp_blocks_same_content (GPtrArray *a,
                        GPtrArray *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (a->pdata[i] != b->pdata[i] && !dp_block_same_content (a->pdata[i], b->pdata[i]))
      return FALSE;
  return TRUE;
}

GPtrArray *
dp_blocks_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) dp_block_free);
}

/* One space for each run of white space, none at the ends; "" for a blank text. */
static char *
collapse_space (const char *text,
                gsize length)
{
  GString *out = g_string_sized_new (length);
  gboolean pending = FALSE;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || c == 0x2028 || c == 0x2029)
        {
          pending = out->len > 0;
          continue;
        }
      if (pending)
        g_string_append_c (out, ' ');
      pending = FALSE;
      g_string_append_len (out, p, g_utf8_next_char (p) - p);
    }
  return g_string_free (out, FALSE);
}

static gboolean
is_blank (const char *line)
{
  for (; *line != '\0'; line = g_utf8_next_char (line))
    if (!g_unichar_isspace (g_utf8_get_char (line)) && g_utf8_get_char (line) != 0xFEFF)
      return FALSE;
  return TRUE;
}

/* A blank line counts as a divider only between two lines with words. */
static gboolean
has_divider (char **lines)
{
  gboolean words = FALSE;
  gboolean blank = FALSE;

  for (; *lines != NULL; lines++)
    {
      if (is_blank (*lines))
        blank = words;
      else if (blank)
        return TRUE;
      else
        words = TRUE;
    }
  return FALSE;
}

static void
add_paragraph (GPtrArray *blocks,
               GString *paragraph)
{
  g_autofree char *text = collapse_space (paragraph->str, paragraph->len);

  if (*text != '\0')
    g_ptr_array_add (blocks, dp_block_new (DP_BLOCK_PARAGRAPH, 0, text));
  g_string_truncate (paragraph, 0);
}

GPtrArray *
dp_blocks_from_plain_text (const char *text)
{
  g_autoptr (GPtrArray) blocks = dp_blocks_new ();
  g_autofree char *valid = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) paragraph = g_string_new (NULL);
  gboolean divided;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  if (g_str_has_prefix (valid, "\xEF\xBB\xBF"))
    memmove (valid, valid + 3, strlen (valid + 3) + 1);

  /* CR LF and a lone CR end a line as well; the empty piece between CR and LF must not look blank. */
  for (char *from = valid, *to = valid;; from++)
    {
      if (*from == '\r' && from[1] == '\n')
        continue;
      *to++ = *from == '\r' ? '\n' : *from;
      if (*from == '\0')
        break;
    }
  lines = g_strsplit (valid, "\n", -1);
  divided = has_divider (lines);

  for (char **line = lines; *line != NULL; line++)
    {
      if (is_blank (*line))
        {
          add_paragraph (blocks, paragraph);
          continue;
        }
      g_string_append (paragraph, *line);
      g_string_append_c (paragraph, ' ');
      if (!divided)
        add_paragraph (blocks, paragraph);
    }
  add_paragraph (blocks, paragraph);
  return g_steal_pointer (&blocks);
}

/* How many code points the two have in common at their beginning, and at their end behind that. */
static void
compare_texts (const char *a,
               const char *b,
               guint *before,
               guint *behind)
{
  const char *p = a + strlen (a);
  const char *q = b + strlen (b);

  *before = *behind = 0;
  while (*a != '\0' && g_utf8_get_char (a) == g_utf8_get_char (b))
    {
      a = g_utf8_next_char (a);
      b = g_utf8_next_char (b);
      ++*before;
    }
  while (p > a && q > b)
    {
      p = g_utf8_prev_char (p);
      q = g_utf8_prev_char (q);
      if (g_utf8_get_char (p) != g_utf8_get_char (q))
        break;
      ++*behind;
    }
}

static void
carry_block (const DpBlock *from,
             DpBlock *to)
{
  guint before, behind, shift;

  if (*to->language == '\0')
    dp_set_text (&to->language, from->language);
  if (to->kind == from->kind)
    dp_block_set_source (to, from->source, from->source_link);
  if (to->kind == DP_BLOCK_TABLE_ROW && from->kind == DP_BLOCK_TABLE_ROW)
    to->level = from->level;
  if (from->links == NULL || to->links != NULL)
    return;

  compare_texts (from->text, to->text, &before, &behind);
  shift = to->length - from->length; /* modulo 2^32, as are the sums below */
  for (guint i = 0; i < from->links->len; i++)
    {
      const DpBlockLink *link = g_ptr_array_index (from->links, i);

      if (link->end <= before)
        dp_block_add_link (to, link->start, link->end, link->href);
      else if (link->start >= from->length - behind)
        dp_block_add_link (to, link->start + shift, link->end + shift, link->href);
    }
}

static gboolean
has_same_text (GPtrArray *from,
               guint i,
               GPtrArray *to,
               guint j)
{
  const DpBlock *one = g_ptr_array_index (from, i);
  const DpBlock *other = g_ptr_array_index (to, j);

  return g_str_equal (one->text, other->text);
}

void
dp_blocks_carry (GPtrArray *from,
                 GPtrArray *to)
{
  g_autoptr (GHashTable) by_text = g_hash_table_new (g_str_hash, g_str_equal);
  guint before = 0, behind = 0, least;

  g_return_if_fail (from != NULL);
  g_return_if_fail (to != NULL);

  least = MIN (from->len, to->len);
  for (guint i = 0; i < from->len; i++)
    {
      DpBlock *old = g_ptr_array_index (from, i);

      if (!g_hash_table_contains (by_text, old->text))
        g_hash_table_insert (by_text, old->text, old);
    }
  while (before < least && has_same_text (from, before, to, before))
    before++;
  while (before + behind < least && has_same_text (from, from->len - 1 - behind, to, to->len - 1 - behind))
    behind++;

  for (guint i = 0; i < to->len; i++)
    {
      DpBlock *block = g_ptr_array_index (to, i);
      const DpBlock *old;

      if (i < before)
        old = g_ptr_array_index (from, i);
      else if (i >= to->len - behind)
        old = g_ptr_array_index (from, from->len - (to->len - i));
      else
        old = g_hash_table_lookup (by_text, block->text);
      /* Where none came or went, the one in the same place is the one that was changed. */
      if (old == NULL && from->len == to->len)
        old = g_ptr_array_index (from, i);
      if (old != NULL)
        carry_block (old, block);
    }
}
