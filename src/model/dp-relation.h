/* dp-relation.h: a typed link to another case
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  DP_RELATION_SEE_ALSO,
  DP_RELATION_REPEATS,
  DP_RELATION_UPDATES,
  DP_RELATION_CONTRADICTS,
  DP_RELATION_SUPERSEDES,
} DpRelationKind;

#define DP_TYPE_RELATION_KIND (dp_relation_kind_get_type ())
GType dp_relation_kind_get_type (void);

/* "see-also", "repeats", "updates", "contradicts", "supersedes" */
const char *dp_relation_kind_to_nick (DpRelationKind kind);
gboolean dp_relation_kind_from_nick (const char *nick, DpRelationKind *kind);

/* Translated: "Repeats", and seen from the other end "Repeated by". */
const char *dp_relation_kind_get_label (DpRelationKind kind);
const char *dp_relation_kind_get_back_label (DpRelationKind kind);

/* Tracked properties: kind, note. case-id and title (as it was when linked) are fixed. */
#define DP_TYPE_RELATION (dp_relation_get_type ())
G_DECLARE_FINAL_TYPE (DpRelation, dp_relation, DP, RELATION, GObject)

DpRelation *dp_relation_new (DpRelationKind kind,
                             const char *case_id,
                             const char *title);
const char *dp_relation_get_case_id (DpRelation *self);
const char *dp_relation_get_title (DpRelation *self);
DpRelationKind dp_relation_get_kind (DpRelation *self);
void dp_relation_set_kind (DpRelation *self, DpRelationKind kind);
const char *dp_relation_get_note (DpRelation *self);
void dp_relation_set_note (DpRelation *self, const char *note);

G_END_DECLS
