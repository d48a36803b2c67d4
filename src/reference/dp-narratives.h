/* dp-narratives.h: the tree of narratives: those that are shipped, and the library's own
 *
 * Both files are JSON (strict, see base/dp-json.h) of one form:
 *
 *   {
 *     "format": "disproof-narratives",
 *     "version": 1,
 *     "narratives": [
 *       {
 *         "id": "elections/rigged",       unique in the file; ASCII letters, digits, hyphens, slashes
 *         "parent": "elections",          id of the narrative it belongs to; "" or left out at the top
 *         "colour": 3,                    0 to 8
 *         "labels": { "en": "...", "de": "..." },       by BCP 47 tag; at least one
 *         "definition": { "en": "...", "de": "..." },   likewise; all below may be left out, as this
 *         "aliases": { "en": ["...", "..."] },          other names
 *         "counter_facts": { "en": ["...", "..."] },    what to hold against it
 *         "former": [ { "label": "...", "language": "en", "until": "2026-01-10" } ],
 *         "split_from": "elections",      id of the narrative that its passages were under before
 *         "retired": "2026-01-10",        no longer used since
 *         "replaced_by": "elections"      what is used instead
 *       }
 *     ]
 *   }
 *
 * Children stand in the order of the file. In the library's file new ids begin with "own/"; one with
 * the id of a shipped narrative takes its place as a whole; a parent that is gone moves its children to
 * the top, and members that this version does not know stay. A narrative is never deleted from it, since
 * cases may be tagged with it: it is retired.
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

#define DP_NARRATIVES_ERROR (dp_narratives_error_quark ())
GQuark dp_narratives_error_quark (void);

typedef enum
{
  DP_NARRATIVES_ERROR_INVALID,  /* a file that is no list of narratives; the message names file and place */
  DP_NARRATIVES_ERROR_NO_LABEL, /* nothing to call it by */
  DP_NARRATIVES_ERROR_EXISTS,   /* the same label under the same parent */
  DP_NARRATIVES_ERROR_NO_FILE,  /* no library to write it to */
  DP_NARRATIVES_ERROR_UNKNOWN,  /* no narrative of that id */
  DP_NARRATIVES_ERROR_CIRCLE,   /* it would be under itself, or merged into what is under it */
  DP_NARRATIVES_ERROR_CHILDREN, /* others are still under it */
  DP_NARRATIVES_ERROR_SAME,     /* nothing would change */
} DpNarrativesError;

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

/* (transfer none) (nullable): what is used today for @id: itself, or what replaced it, or what replaced
 * that */
DpNarrative *dp_narratives_resolve (DpNarratives *self,
                                    const char *id);

/* Whether it is @ancestor or stands under it. */
gboolean dp_narratives_is_under (DpNarratives *self,
                                 const char *id,
                                 const char *ancestor);

/* Reads the library's file again, which a step of the library changed, or somebody else. On an error all
 * stays as it is. */
gboolean dp_narratives_reload (DpNarratives *self,
                               GError **error);

/**
 * dp_narratives_add:
 *
 * @parent_id: (nullable): "" or %NULL for the top
 *
 * Adds a narrative of the researcher's own, in the colour used least, and writes the library's file
 * (without a step that could be undone: see dp-narratives-change.h for that); what others have added to
 * that file since is taken in first. A label that differs from a sister's
 * in nothing but case, diacritics and punctuation is an error. On any error nothing is written.
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
 * @letters: what was typed; case and diacritics do not matter, each word must begin a word of the
 *   label or, with less weight, of the narratives above it, of its label in other languages and its
 *   other names, or of its definition
 *
 * Returns: (transfer full) (element-type DpNarrative): best first; all, in tree order, for ""; without
 *   those that are retired
 */
GPtrArray *dp_narratives_search (DpNarratives *self,
                                 const char *letters);
GPtrArray *dp_narratives_search_all (DpNarratives *self,
                                     const char *letters,
                                     gboolean with_retired);

/* (transfer full): "Parent › Child", for tooltips and lists */
char *dp_narratives_dup_path (DpNarratives *self,
                              DpNarrative *narrative);

G_END_DECLS
