/* dp-word-marks.c: words that came and words that went, by colour and by line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-word-marks.h"

#include <string.h>

#include <glib/gi18n.h>

/* Sixteen bits a channel. The ink of the interface has at least 7:1 on each. */
typedef struct
{
  guint16 red;
  guint16 green;
  guint16 blue;
} Ground;

static const Ground grounds[2][2] = {
  [DP_WORD_SIDE_OLD] = { { 0xffff, 0xd7d7, 0xd2d2 }, { 0x5e5e, 0x2020, 0x2020 } },
  [DP_WORD_SIDE_NEW] = { { 0xc8c8, 0xefef, 0xcfcf }, { 0x1a1a, 0x4b4b, 0x2f2f } },
};

static void
add (PangoAttrList *attributes,
     PangoAttribute *attribute,
     gsize start,
     gsize end)
{
  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (attributes, attribute);
}

static void
mark (PangoAttrList *attributes,
      gsize start,
      gsize end,
      DpWordSide side,
      gboolean is_dark)
{
  const Ground *ground = &grounds[side][is_dark ? 1 : 0];

  add (attributes, pango_attr_background_new (ground->red, ground->green, ground->blue), start, end);
  if (side == DP_WORD_SIDE_OLD)
    add (attributes, pango_attr_strikethrough_new (TRUE), start, end);
  else
    add (attributes, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), start, end);
}

void
dp_word_marks_set_tag (GtkTextTag *tag,
                       DpWordSide side,
                       gboolean is_dark)
{
  const Ground *ground = &grounds[side][is_dark ? 1 : 0];
  GdkRGBA colour = { ground->red / 65535.0f, ground->green / 65535.0f, ground->blue / 65535.0f, 1 };

  g_object_set (tag, "background-rgba", &colour, side == DP_WORD_SIDE_OLD ? "strikethrough" : "underline", side == DP_WORD_SIDE_OLD ? TRUE : PANGO_UNDERLINE_SINGLE, NULL);
}

/* The bytes of @span without the white space at its ends. */
static void
find_bytes (DpOffsets *offsets,
            DpSpan span,
            gsize *start,
            gsize *end)
{
  const char *text = dp_offsets_get_text (offsets, NULL);

  *start = dp_offsets_to_byte (offsets, span.start);
  *end = dp_offsets_to_byte (offsets, span.end);
  while (*start < *end && g_unichar_isspace (g_utf8_get_char (text + *start)))
    *start = (gsize) (g_utf8_next_char (text + *start) - text);
  while (*end > *start)
    {
      const char *last = g_utf8_prev_char (text + *end);

      if (!g_unichar_isspace (g_utf8_get_char (last)))
        break;
      *end = (gsize) (last - text);
    }
}

void
dp_word_marks_add (PangoAttrList *attributes,
                   const char *text,
                   gsize start,
                   GArray *changes,
                   DpWordSide side,
                   gboolean is_dark)
{
  g_autoptr (DpOffsets) offsets = NULL;

  g_return_if_fail (attributes != NULL && text != NULL && changes != NULL);

  offsets = dp_offsets_new (text, -1);
  for (guint i = 0; i < changes->len; i++)
    {
      const DpWordChange *change = &g_array_index (changes, DpWordChange, i);
      DpSpan span = side == DP_WORD_SIDE_OLD ? change->old_span : change->new_span;
      gsize from, to;

      if (change->kind != (side == DP_WORD_SIDE_OLD ? DP_WORD_REMOVED : DP_WORD_ADDED))
        continue;
      find_bytes (offsets, span, &from, &to);
      if (from < to)
        mark (attributes, start + from, start + to, side, is_dark);
    }
}

void
dp_word_marks_add_dim (PangoAttrList *attributes,
                       gsize start,
                       gsize end)
{
  g_return_if_fail (attributes != NULL);

  if (start < end)
    add (attributes, pango_attr_foreground_alpha_new ((guint16) (0.6 * G_MAXUINT16)), start, end);
}

static void
append_words (GString *words,
              const char *text,
              GArray *changes,
              DpWordSide side)
{
  g_autoptr (DpOffsets) offsets = dp_offsets_new (text, -1);

  for (guint i = 0; i < changes->len; i++)
    {
      const DpWordChange *change = &g_array_index (changes, DpWordChange, i);
      gsize from, to;

      if (change->kind != (side == DP_WORD_SIDE_OLD ? DP_WORD_REMOVED : DP_WORD_ADDED))
        continue;
      find_bytes (offsets, side == DP_WORD_SIDE_OLD ? change->old_span : change->new_span, &from, &to);
      if (from == to)
        continue;
      if (words->len > 0)
        g_string_append (words, ", ");
      g_string_append_len (words, text + from, (gssize) (to - from));
    }
}

char *
dp_word_marks_dup_description (const char *old_text,
                               const char *new_text,
                               GArray *changes)
{
  g_autoptr (GString) removed = g_string_new (NULL);
  g_autoptr (GString) added = g_string_new (NULL);

  g_return_val_if_fail (old_text != NULL && new_text != NULL && changes != NULL, NULL);

  append_words (removed, old_text, changes, DP_WORD_SIDE_OLD);
  append_words (added, new_text, changes, DP_WORD_SIDE_NEW);
  if (removed->len > 0 && added->len > 0)
    /* Translators: what changed in a passage, read aloud; both are words of an article */
    return g_strdup_printf (_ ("Removed: %s. Added: %s."), removed->str, added->str);
  if (removed->len > 0)
    return g_strdup_printf (_ ("Removed: %s."), removed->str);
  if (added->len > 0)
    return g_strdup_printf (_ ("Added: %s."), added->str);
  return g_strdup ("");
}
