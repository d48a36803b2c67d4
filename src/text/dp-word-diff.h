/* dp-word-diff.h: which words were added to a passage, and which taken away
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "text/dp-offsets.h"

G_BEGIN_DECLS

typedef enum
{
  DP_WORD_SAME,
  DP_WORD_REMOVED,
  DP_WORD_ADDED,
} DpWordChangeKind;

/**
 * DpWordChange:
 * @old_span: code points of the old text; empty for words that were added
 * @new_span: code points of the new text; empty for words that were removed
 *
 * Words in a row of one kind, with the white space behind them (the first with that before, too).
 */
typedef struct
{
  DpWordChangeKind kind;
  DpSpan old_span;
  DpSpan new_span;
} DpWordChange;

/**
 * dp_word_diff:
 * @old_text: valid UTF-8, as @new_text: two wordings of a passage
 *
 * Words are those of Unicode UAX 29 by ICU's root rules, and each punctuation mark is one too, so that
 * a comma that came in shows. What dp-words.h treats as equal is the same word. The words are aligned
 * by dp_alignment_new(); one that moved is removed here and added there. Of one place what was removed
 * comes before what was added.
 *
 * The old spans of all changes in their order are the whole old text, the new spans the whole new
 * text. Two empty texts have no change at all.
 *
 * Returns: (transfer full) (element-type DpWordChange)
 */
GArray *dp_word_diff (const char *old_text,
                      const char *new_text);

G_END_DECLS
