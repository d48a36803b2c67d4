/* dp-offsets.h: code points and bytes of one UTF-8 text, quickly
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A passage, in Unicode code points: start included, end excluded. */
typedef struct
{
  guint start;
  guint end;
} DpSpan;

typedef struct _DpOffsets DpOffsets;

/* @text is borrowed and must outlive the table; it must be valid UTF-8. */
DpOffsets *dp_offsets_new (const char *text,
                           gssize length);
void dp_offsets_free (DpOffsets *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpOffsets, dp_offsets_free)

guint dp_offsets_get_n_chars (DpOffsets *self);

/* @length: (out) (optional): in bytes */
const char *dp_offsets_get_text (DpOffsets *self,
                                 gsize *length);

/* Byte index of a code point, and back. Beyond the end means the end; a byte within a character
 * means that character. */
gsize dp_offsets_to_byte (DpOffsets *self,
                          guint offset);
guint dp_offsets_to_char (DpOffsets *self,
                          gsize byte);

/* (transfer full): the text of a span; "" for one that is empty or the wrong way round */
char *dp_offsets_dup_text (DpOffsets *self,
                           DpSpan span);

G_END_DECLS
