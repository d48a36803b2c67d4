/* dp-narratives-private.h: what the files of the tree of narratives share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "reference/dp-narratives-change.h"
#include "reference/dp-narratives-file.h"
#include "reference/dp-narratives.h"

G_BEGIN_DECLS

struct _DpNarratives
{
  GObject parent_instance;

  GFile *own_file; /* (nullable) */
  char **languages;
  DpNarrativesFile *shipped;
  DpNarrativesFile *own;
  GPtrArray *tree;   /* DpNarrativeEntry (borrowed), in tree order */
  GHashTable *by_id; /* id (borrowed) to DpNarrativeEntry (borrowed) */
};

/* A narrative of @own takes the place of a shipped one with its id. Writes @tree and @by_id only on
 * success; errors name the file and the line. */
gboolean dp_narratives_build_tree (DpNarrativesFile *shipped,
                                   DpNarrativesFile *own,
                                   GPtrArray **tree,
                                   GHashTable **by_id,
                                   GError **error);

/* (nullable) (transfer none) */
DpNarrativeEntry *dp_narratives_lookup_entry (DpNarratives *self,
                                              const char *id);

/* (transfer full): the language that labels are written in, as a BCP 47 tag */
char *dp_narratives_dup_writing_language (DpNarratives *self);

/* What all changes begin with: the library's file, read again. @narrative: (out): of @id */
DpNarrativesChange *dp_narratives_change_begin (DpNarratives *self,
                                                const char *kind,
                                                const char *id,
                                                DpNarrative **narrative,
                                                GError **error);
DpNarrative *dp_narratives_change_find (DpNarratives *self,
                                        const char *id,
                                        GError **error);
/* (transfer none): the narrative in the file as it should be; a shipped one is copied there first */
JsonObject *dp_narratives_change_open (DpNarratives *self,
                                       DpNarrativesChange *change,
                                       const char *id);
/* (transfer none) (nullable) */
JsonObject *dp_narratives_change_find_texts (JsonObject *object,
                                             DpNarrativeField field);
/* Whether there is room for @label under @parent_id. @but: (nullable): itself */
gboolean dp_narratives_change_check_place (DpNarratives *self,
                                           const char *label,
                                           const char *parent_id,
                                           DpNarrative *but,
                                           GError **error);
void dp_narratives_change_fail_same (GError **error);

G_END_DECLS
