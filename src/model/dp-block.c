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
  self->language = g_strdup ("");
  return self;
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
  copy->language = g_strdup (self->language);
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
  dp_unknown_unref (self->unknown);
  g_free (self);
}

gboolean
dp_block_equal (const DpBlock *a,
                const DpBlock *b)
{
  return a->kind == b->kind &&
         a->level == b->level &&
         g_str_equal (a->text, b->text) &&
         g_strcmp0 (a->language, b->language) == 0;
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
