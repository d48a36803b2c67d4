/* dp-narratives-file.h: a file of narratives: the shipped one, or a library's own
 *
 * The form of the file is described in dp-narratives.h.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include "reference/dp-narrative.h"

G_BEGIN_DECLS

#define DP_NARRATIVES_OWN_PREFIX "own/"

/* A narrative with what searching needs. */
typedef struct
{
  DpNarrative *narrative;
  char **label_words;
  char **other_words; /* of its label in all languages */
  char **definition_words;
} DpNarrativeEntry;

void dp_narrative_entry_free (DpNarrativeEntry *self);

/* One file, as it was read. */
typedef struct
{
  JsonNode *root;     /* (nullable): with what we do not know */
  char *digest;       /* of the file's content, "" when there is no file */
  GPtrArray *entries; /* DpNarrativeEntry, in the order of the file */
} DpNarrativesFile;

void dp_narratives_file_free (DpNarrativesFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpNarrativesFile, dp_narratives_file_free)

/* @is_own: whether it is a library's, which need not exist. Errors name the file and the place. */
DpNarrativesFile *dp_narratives_file_read (GFile *file,
                                           const char *const *languages,
                                           gboolean is_own,
                                           GError **error);

/* (transfer none) (nullable): adds @narrative, a new one of a library's own, with its texts in
 * @language; only in memory */
DpNarrativeEntry *dp_narratives_file_add (DpNarrativesFile *self,
                                          DpNarrative *narrative,
                                          const char *language);

/* Fails with %G_IO_ERROR_WRONG_ETAG when @file is not what was read. */
gboolean dp_narratives_file_write (DpNarrativesFile *self,
                                   GFile *file,
                                   GError **error);

G_END_DECLS
