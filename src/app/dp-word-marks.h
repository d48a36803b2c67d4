/* dp-word-marks.h: words that came and words that went, by colour and by line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "text/dp-word-diff.h"

G_BEGIN_DECLS

typedef enum
{
  DP_WORD_SIDE_OLD, /* shows what went: a stroke through it, on red */
  DP_WORD_SIDE_NEW, /* shows what came: a line under it, on green */
} DpWordSide;

/* Marks in @attributes what @changes (element-type DpWordChange) of one side say; @text is that side, and
 * begins at byte @start of what the attributes are for. White space at the ends of a change is not marked. */
void dp_word_marks_add (PangoAttrList *attributes,
                        const char *text,
                        gsize start,
                        GArray *changes,
                        DpWordSide side,
                        gboolean is_dark);

/* Makes @tag of a text buffer look the same. */
void dp_word_marks_set_tag (GtkTextTag *tag,
                            DpWordSide side,
                            gboolean is_dark);

/* Bytes from @start to @end: what stands around the words that matter. */
void dp_word_marks_add_dim (PangoAttrList *attributes,
                            gsize start,
                            gsize end);

/* (transfer full): the same in words, for those who hear it: "Removed: a, b. Added: c."; "" for no change */
char *dp_word_marks_dup_description (const char *old_text,
                                     const char *new_text,
                                     GArray *changes);

G_END_DECLS
