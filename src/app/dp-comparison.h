/* dp-comparison.h: two texts paragraph by paragraph, with what changed between them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include "text/dp-word-diff.h"

G_BEGIN_DECLS

/* Paragraphs that stand beside each other; either text may be "". @changes are of these two alone. */
#define DP_TYPE_COMPARED (dp_compared_get_type ())
G_DECLARE_FINAL_TYPE (DpCompared, dp_compared, DP, COMPARED, GObject)

const char *dp_compared_get_old (DpCompared *self);
const char *dp_compared_get_new (DpCompared *self);
/* (transfer none) (element-type DpWordChange) */
GArray *dp_compared_get_changes (DpCompared *self);
gboolean dp_compared_is_changed (DpCompared *self);

/* What came of a comparison. */
typedef struct
{
  GListStore *rows; /* (owned) (element-type DpCompared) */
  guint n_changed;  /* rows */
  guint n_removed;  /* runs of words that went */
  guint n_added;    /* runs of words that came */
} DpComparison;

/* Takes a moment for long texts; may be called in a thread. */
DpComparison *dp_comparison_new (const char *old_text,
                                 const char *new_text);
void dp_comparison_free (DpComparison *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpComparison, dp_comparison_free)

G_END_DECLS
