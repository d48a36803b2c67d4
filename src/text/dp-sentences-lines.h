/* dp-sentences-lines.h: whether a line break is one of the text or one of the paper it stood on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "text/dp-sentences-rules.h"

G_BEGIN_DECLS

/* A paragraph: what has no empty line in it. */
typedef struct
{
  const guint8 *classes;
  guint max_length; /* of its lines, in columns */
  guint n_lines;
  guint n_open;       /* line ends without a stop */
  guint n_continued;  /* of these, followed by a small letter */
  gboolean is_closed; /* its last line ends with a stop */
} DpLines;

void dp_lines_measure (DpLines *self,
                       const guint8 *classes,
                       const char *from,
                       const char *to);

/* Whether the sentence goes on from the line @line to @line_end (white space at its end included)
 * to the one that begins at @next. @is_stopped: the line ends with a stop that could end a sentence. */
gboolean dp_lines_continue (const DpLines *self,
                            const DpSentenceRules *rules,
                            const char *line,
                            const char *line_end,
                            const char *next,
                            const char *end,
                            gboolean is_stopped);

/* "• ", "- ", "1. ", "a) " at the start of a line */
gboolean dp_lines_begins_item (const guint8 *classes,
                               const char *line,
                               const char *end);

G_END_DECLS
