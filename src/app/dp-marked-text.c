/* dp-marked-text.c: an article's blocks as plain text with marks, to be corrected by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-marked-text.h"

#include <string.h>

#define MARKS "#>-^|`\\"
#define FENCE "```"

/* Writing. */

static void
append_table_row (GString *out,
                  const char *text)
{
  g_auto (GStrv) cells = g_strsplit (text, "\t", -1);
  g_autofree char *row = g_strjoinv (" | ", cells);

  g_string_append_printf (out, "| %s", row);
}

static void
append_block (GString *out,
              const DpBlock *block)
{
  switch (block->kind)
    {
    case DP_BLOCK_HEADLINE:
      g_string_append_printf (out, "# %s", block->text);
      break;
    case DP_BLOCK_HEADING:
      for (guint i = 0; i <= CLAMP (block->level, 1, 6); i++)
        g_string_append_c (out, '#');
      g_string_append_printf (out, " %s", block->text);
      break;
    case DP_BLOCK_QUOTE:
      g_string_append_printf (out, "> %s", block->text);
      break;
    case DP_BLOCK_LIST_ITEM:
      for (guint i = 1; i < block->level; i++)
        g_string_append (out, "  ");
      g_string_append_printf (out, "- %s", block->text);
      break;
    case DP_BLOCK_CAPTION:
      g_string_append_printf (out, "^ %s", block->text);
      break;
    case DP_BLOCK_PREFORMATTED:
      g_string_append_printf (out, FENCE "\n%s\n" FENCE, block->text);
      break;
    case DP_BLOCK_TABLE_ROW:
      append_table_row (out, block->text);
      break;
    case DP_BLOCK_PARAGRAPH:
    default:
      if (strchr (MARKS, block->text[0]) != NULL)
        g_string_append_c (out, '\\');
      g_string_append (out, block->text);
    }
}

char *
dp_marked_text_from_blocks (GPtrArray *blocks)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      if (i > 0)
        g_string_append (out, "\n\n");
      append_block (out, g_ptr_array_index (blocks, i));
    }
  return g_string_free (out, FALSE);
}

/* Reading. */

static void
add_block (GPtrArray *blocks,
           DpBlockKind kind,
           guint level,
           const char *text)
{
  g_autofree char *words = g_strstrip (g_strdup (text));

  if (*words != '\0')
    g_ptr_array_add (blocks, dp_block_new (kind, level, words));
}

/* An empty cell counts, but not at the end. */
static void
add_table_row (GPtrArray *blocks,
               const char *text)
{
  g_auto (GStrv) cells = g_strsplit (text, "|", -1);
  g_autofree char *row = NULL;

  for (guint i = 0; cells[i] != NULL; i++)
    g_strstrip (cells[i]);
  row = g_strchomp (g_strjoinv ("\t", cells));
  if (*row != '\0')
    g_ptr_array_add (blocks, dp_block_new (DP_BLOCK_TABLE_ROW, 0, row));
}

/* @text: one block, its lines joined by spaces; @n_spaces: before its first sign. */
static void
read_block (GPtrArray *blocks,
            const char *text,
            guint n_spaces)
{
  guint n_hashes = (guint) strspn (text, "#");

  if (n_hashes >= 1 && n_hashes <= 7 && text[n_hashes] == ' ')
    add_block (blocks, n_hashes == 1 ? DP_BLOCK_HEADLINE : DP_BLOCK_HEADING, n_hashes - 1, text + n_hashes);
  else if (g_str_has_prefix (text, "> "))
    add_block (blocks, DP_BLOCK_QUOTE, 0, text + 2);
  else if (g_str_has_prefix (text, "- "))
    add_block (blocks, DP_BLOCK_LIST_ITEM, 1 + n_spaces / 2, text + 2);
  else if (g_str_has_prefix (text, "^ "))
    add_block (blocks, DP_BLOCK_CAPTION, 0, text + 2);
  else if (g_str_has_prefix (text, "| "))
    add_table_row (blocks, text + 2);
  else
    add_block (blocks, DP_BLOCK_PARAGRAPH, 0, text[0] == '\\' && text[1] != '\0' && strchr (MARKS, text[1]) != NULL ? text + 1 : text);
}

static gboolean
is_blank (const char *line)
{
  return line[strspn (line, " \t\r")] == '\0';
}

/* Lines that begin with the mark of an item, a row or a heading begin a block of their own, so that
 * a list can be typed without blank lines. */
static gboolean
begins_block (const char *line)
{
  const char *sign = line + strspn (line, " ");

  return g_str_has_prefix (sign, "- ") || g_str_has_prefix (sign, "| ") || g_str_has_prefix (sign, "# ") || g_str_has_prefix (sign, "## ");
}

static void
end_block (GPtrArray *blocks,
           GString *pending,
           guint n_spaces)
{
  if (pending->len > 0)
    read_block (blocks, pending->str, n_spaces);
  g_string_truncate (pending, 0);
}

GPtrArray *
dp_marked_text_to_blocks (const char *text,
                          GPtrArray *old)
{
  GPtrArray *blocks = dp_blocks_new ();
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) pending = g_string_new (NULL);
  g_autoptr (GString) fenced = NULL;
  guint n_spaces = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *line = lines[i];

      if (g_str_has_prefix (line, FENCE) && is_blank (line + strlen (FENCE)))
        {
          end_block (blocks, pending, n_spaces);
          if (fenced == NULL)
            {
              fenced = g_string_new (NULL);
            }
          else
            {
              if (fenced->len > 0 && !is_blank (fenced->str))
                g_ptr_array_add (blocks, dp_block_new (DP_BLOCK_PREFORMATTED, 0, fenced->str));
              g_string_free (g_steal_pointer (&fenced), TRUE);
            }
        }
      else if (fenced != NULL)
        {
          g_string_append_printf (fenced, "%s%s", fenced->len > 0 ? "\n" : "", line);
        }
      else if (is_blank (line))
        {
          end_block (blocks, pending, n_spaces);
        }
      else
        {
          if (begins_block (line))
            end_block (blocks, pending, n_spaces);
          if (pending->len == 0)
            n_spaces = (guint) strspn (line, " ");
          g_string_append_printf (pending, "%s%s", pending->len > 0 ? " " : "", g_strstrip (line));
        }
    }
  end_block (blocks, pending, n_spaces);
  /* A fence that was never closed hides nothing. */
  if (fenced != NULL && !is_blank (fenced->str))
    g_ptr_array_add (blocks, dp_block_new (DP_BLOCK_PREFORMATTED, 0, fenced->str));
  if (old != NULL)
    dp_blocks_carry (old, blocks);
  return blocks;
}
