/* dp-edit-distance.h: in how few steps one word becomes another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The longest pattern, in code points: one bit each. */
#define DP_EDIT_DISTANCE_MAX 64

/**
 * dp_edit_distance:
 * @pattern: code points
 * @n_pattern: how many, 1 to %DP_EDIT_DISTANCE_MAX
 * @text: code points
 *
 * The Levenshtein distance (insert, delete or replace one code point) with the column of the table
 * kept in bits: G. Myers, A fast bit-vector algorithm for approximate string matching based on
 * dynamic programming (Journal of the ACM 46, 1999), as H. Hyyrö put it for whole strings (2003).
 * Time n_pattern + n_text for patterns of few different characters.
 */
guint dp_edit_distance (const gunichar *pattern,
                        guint n_pattern,
                        const gunichar *text,
                        guint n_text);

G_END_DECLS
