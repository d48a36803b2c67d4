/* dp-sentence-cursor.h: which sentences the keyboard stands on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "text/dp-offsets.h"

G_BEGIN_DECLS

/* A run of sentences that grows from @anchor to @head. A plain value; no sentence when not set. */
typedef struct
{
  gboolean is_set;
  guint anchor;
  guint head;
} DpSentenceCursor;

/* (element-type DpSpan), as of dp_article_get_sentences(): the sentence that holds @offset, or else
 * the last one before it; -1 when there is none. */
int dp_sentences_index_at (GArray *sentences,
                           guint offset);

/* The sentence that @offset lies within, or an empty span. */
DpSpan dp_sentences_span_at (GArray *sentences,
                             guint offset);

/* @step sentences on, stopping at the ends; extending moves the head alone. When nothing is set it
 * starts at @first. */
void dp_sentence_cursor_move (DpSentenceCursor *self,
                              GArray *sentences,
                              int step,
                              gboolean extend,
                              guint first);
void dp_sentence_cursor_set (DpSentenceCursor *self,
                             GArray *sentences,
                             guint index,
                             gboolean extend);
void dp_sentence_cursor_clear (DpSentenceCursor *self);

/* From the beginning of the first of its sentences to the end of the last; empty when not set. */
DpSpan dp_sentence_cursor_get_span (const DpSentenceCursor *self,
                                    GArray *sentences);

G_END_DECLS
