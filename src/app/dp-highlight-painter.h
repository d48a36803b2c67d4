/* dp-highlight-painter.h: segments as tags of a text buffer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "app/dp-segments.h"

G_BEGIN_DECLS

/* Tags named "tint-N", "selected-N" and "under-N", N a colour of dp-palette.h. What a tag cannot be, the
 * lines of the third narrative and of more, is drawn. */
typedef struct _DpHighlightPainter DpHighlightPainter;

DpHighlightPainter *dp_highlight_painter_new (GtkTextTagTable *tags);
void dp_highlight_painter_free (DpHighlightPainter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpHighlightPainter, dp_highlight_painter_free)

void dp_highlight_painter_set_dark (DpHighlightPainter *self,
                                    gboolean is_dark);

/**
 * dp_highlight_painter_paint:
 * @segments: (transfer full) (element-type DpSegment)
 *
 * Makes the tags of @buffer those of @segments. Only what differs from the last call is touched; a
 * @buffer other than that of the last call has none of these tags yet.
 */
void dp_highlight_painter_paint (DpHighlightPainter *self,
                                 GtkTextBuffer *buffer,
                                 GArray *segments);

/* The further lines below the text, for what of @view is in view, in buffer coordinates. */
void dp_highlight_painter_snapshot (DpHighlightPainter *self,
                                    GtkTextView *view,
                                    GtkSnapshot *snapshot);

G_END_DECLS
