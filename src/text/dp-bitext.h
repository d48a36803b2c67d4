/* dp-bitext.h: which sentences of a text are which of its translation
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many numbers of a unit are remembered. */
#define DP_BITEXT_NUMBERS 8

/**
 * DpBitextUnit:
 * @length: in code points
 * @numbers: what numbers are written in it with digits of whatever script, hashed
 *
 * A sentence or a paragraph, as far as it matters here.
 */
typedef struct
{
  guint length;
  guint n_numbers;
  guint32 numbers[DP_BITEXT_NUMBERS];
} DpBitextUnit;

/* @length in bytes */
DpBitextUnit dp_bitext_unit (const char *text,
                             gsize length);

/* Units from ... to (excluded) of both texts that say the same; one side may be empty. */
typedef struct
{
  guint source_from;
  guint source_to;
  guint target_from;
  guint target_to;
} DpBead;

/**
 * dp_bitext_align:
 * @source: (array length=n_source)
 * @target: (array length=n_target)
 *
 * After W. A. Gale and K. W. Church, A Program for Aligning Sentences in Bilingual Corpora, Computational
 * Linguistics 19 (1993): long sentences become long ones. The length of a translation is taken to be
 * normal around that of the original (times the ratio of the whole texts, with their variance of 6.8 a
 * character); units match 1-1, 1-0, 0-1, 2-1, 1-2 or 2-2 with their published probabilities; dynamic
 * programming finds the sequence with the highest probability. Beyond theirs: numbers that stand in both
 * speak for a match, as names of years, sums and dates are written alike in most languages.
 *
 * Time and memory grow with the product of the numbers of units, for long texts with the larger one
 * times a constant: only pairs near the diagonal are looked at.
 *
 * Returns: (transfer full) (element-type DpBead): all units of both, each once, in order
 */
GArray *dp_bitext_align (const DpBitextUnit *source,
                         guint n_source,
                         const DpBitextUnit *target,
                         guint n_target);

G_END_DECLS
