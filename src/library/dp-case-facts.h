/* dp-case-facts.h: what the list shows of a case, as plain values
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/dp-case.h"

G_BEGIN_DECLS

/* One typed link to another case. */
typedef struct
{
  DpRelationKind kind;
  char *case_id;
} DpLink;

/* The case.json that facts were read from was like this. A modification time of 0 says that the facts
 * did not come from the file, so that the next scan reads it. */
typedef struct
{
  gint64 modified; /* nanoseconds since 1970 */
  gint64 size;     /* bytes */
} DpStamp;

/* Counted by references; immutable once it has been shown to anybody, so that threads may share it.
 * Strings are never NULL. */
typedef struct
{
  char *name; /* of the case's folder, as the file system has it: not always UTF-8 */
  DpStamp stamp;

  char *id; /* "" when the case cannot be read */
  char *title;
  char *outlet;
  char *date;
  DpCaseState state;
  char **narratives; /* labels, as the case has them */
  char **narrative_ids;
  char **shown_labels; /* (nullable): as the library has them today; what was merged is one */
  char **shown_ids;    /* (nullable): with them */
  char *modified;      /* RFC 3339 */
  char *problem;       /* "" or why the case cannot be read, for people */
  GArray *links;       /* (element-type DpLink) */
} DpCaseFacts;

/* All members empty. */
DpCaseFacts *dp_case_facts_new (const char *name,
                                DpStamp stamp);

DpCaseFacts *dp_case_facts_new_for_case (const char *name,
                                         DpStamp stamp,
                                         DpCase *dp_case);

DpCaseFacts *dp_case_facts_new_for_problem (const char *name,
                                            DpStamp stamp,
                                            const char *problem);

/* The same case in a folder of another name. */
DpCaseFacts *dp_case_facts_new_renamed (const DpCaseFacts *other,
                                        const char *name);

/* While it is being filled in: adds a link. */
void dp_case_facts_add_link (DpCaseFacts *self,
                             DpRelationKind kind,
                             const char *case_id);

DpCaseFacts *dp_case_facts_ref (DpCaseFacts *self);
void dp_case_facts_unref (DpCaseFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpCaseFacts, dp_case_facts_unref)

/* The order of the list: what was changed last comes first. */
int dp_case_facts_compare (const DpCaseFacts *a,
                           const DpCaseFacts *b);

G_END_DECLS
