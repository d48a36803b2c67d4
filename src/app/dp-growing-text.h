/* dp-growing-text.h: a text view that is as high as its text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* GtkTextView is content with no height at all, which is what rows of lists then give it. */
#define DP_TYPE_GROWING_TEXT (dp_growing_text_get_type ())
G_DECLARE_DERIVABLE_TYPE (DpGrowingText, dp_growing_text, DP, GROWING_TEXT, GtkTextView)

struct _DpGrowingTextClass
{
  GtkTextViewClass parent_class;
};

G_END_DECLS
