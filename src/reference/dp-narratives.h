/* dp-narratives.h: the tree of narratives: those that are shipped, and the library's own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include "reference/dp-narrative.h"

G_BEGIN_DECLS

/* A GListModel of DpNarrative in tree order: a parent, then its children. */
#define DP_TYPE_NARRATIVES (dp_narratives_get_type ())
G_DECLARE_FINAL_TYPE (DpNarratives, dp_narratives, DP, NARRATIVES, GObject)

/**
 * dp_narratives_new:
 * @shipped: the data file (data/narratives.json)
 * @own: (nullable): the library's file; need not exist yet
 * @languages: (array zero-terminated=1): preferred languages of labels, best first, as from
 *   g_get_language_names()
 *
 * An @own file that cannot be read is an error that names it; it is never overwritten then.
 */
DpNarratives *dp_narratives_new (GFile *shipped,
                                 GFile *own,
                                 const char *const *languages,
                                 GError **error);

/* (transfer none) (nullable) */
DpNarrative *dp_narratives_lookup (DpNarratives *self,
                                   const char *id);

/**
 * dp_narratives_add:
 *
 * Adds a narrative of the researcher's own and writes the library's file. An equal label under the
 * same parent is an error.
 *
 * Returns: (transfer full)
 */
DpNarrative *dp_narratives_add (DpNarratives *self,
                                const char *label,
                                const char *definition,
                                const char *parent_id,
                                GError **error);

/**
 * dp_narratives_search:
 * @letters: what was typed; case and diacritics do not matter, each word must begin a word
 *
 * Returns: (transfer full) (element-type DpNarrative): best first; all, in tree order, for ""
 */
GPtrArray *dp_narratives_search (DpNarratives *self,
                                 const char *letters);

/* (transfer full): "Parent › Child", for tooltips and lists */
char *dp_narratives_dup_path (DpNarratives *self,
                              DpNarrative *narrative);

G_END_DECLS
