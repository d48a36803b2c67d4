/* dp-narratives-file.h: a file of narratives: the shipped one, or a library's own
 *
 * The form of the file is described in dp-narratives.h and, for people, in data/library-files.md.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include "reference/dp-narrative.h"

G_BEGIN_DECLS

#define DP_NARRATIVES_OWN_PREFIX "own/"

/* More than that is no list of narratives for people. */
#define DP_NARRATIVES_MAX 20000

/* A narrative with what searching and changing need. */
typedef struct
{
  DpNarrative *narrative;
  JsonObject *object; /* (borrowed): of the file */
  guint index;        /* in the file */
  char **label_words;
  char **other_words; /* of its label in all languages, of other and former names */
  char **definition_words;
} DpNarrativeEntry;

void dp_narrative_entry_free (DpNarrativeEntry *self);

/* One file, as it was read. */
typedef struct
{
  char *name;
  GBytes *bytes;      /* (nullable): when there is no file */
  JsonNode *root;     /* (nullable): with what we do not know */
  char *digest;       /* of the file's content, "" when there is no file */
  GPtrArray *entries; /* DpNarrativeEntry, in the order of the file */
} DpNarrativesFile;

void dp_narratives_file_free (DpNarrativesFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpNarrativesFile, dp_narratives_file_free)

/* @is_own: whether it is a library's, which need not exist. Errors name the file, the line and the place. */
DpNarrativesFile *dp_narratives_file_read (GFile *file,
                                           const char *const *languages,
                                           gboolean is_own,
                                           GError **error);

/* Nothing in it. */
DpNarrativesFile *dp_narratives_file_new (void);

/* Says what is wrong with a narrative of the file, at its line. Always FALSE. */
gboolean dp_narratives_file_fail (DpNarrativesFile *self,
                                  guint index,
                                  const char *reason,
                                  GError **error);

/* (transfer full): a file with no narratives in it */
JsonNode *dp_narratives_file_make_empty (void);

G_END_DECLS
