/* dp-references-private.h: what the readers of references have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "formats/dp-references.h"

G_BEGIN_DECLS

/* Like dp_references_read(), each for its format; @text is without a byte order mark. */
GPtrArray *dp_csl_read (const char *text,
                        gsize length,
                        GError **error);
GPtrArray *dp_ris_read (const char *text,
                        gsize length,
                        GError **error);

/* A kind of source by what a format calls its type; entries end with a %NULL name. */
typedef struct
{
  const char *name;
  DpSourceKind kind;
} DpReferenceType;

/* Whether @name is in @types; @kind is written only then. */
gboolean dp_reference_find_type (const DpReferenceType *types,
                                 const char *name,
                                 DpSourceKind *kind);

/* A reference while it is read: texts that grow line by line grow outside the properties of the piece. */
typedef struct
{
  DpEvidence *piece; /* (owned) */
  GString *author;
  GString *note;
} DpReferenceDraft;

DpReferenceDraft *dp_reference_draft_new (DpSourceKind kind);
void dp_reference_draft_free (DpReferenceDraft *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpReferenceDraft, dp_reference_draft_free)

/* (transfer full): the piece, whole; @self is freed */
DpEvidence *dp_reference_draft_end (DpReferenceDraft *self);

/* Year, month and day, 0 for what is not known; FALSE when there is no such day. */
gboolean dp_reference_draft_set_date (DpReferenceDraft *self,
                                      int year,
                                      int month,
                                      int day);

/* One more author; either may be "". */
void dp_reference_draft_add_author (DpReferenceDraft *self,
                                    const char *given,
                                    const char *family);

/* One more line of the note; "" adds none. */
void dp_reference_draft_add_note (DpReferenceDraft *self,
                                  const char *line);

/* Makes @doi, with or without its resolver before it, the link, unless there is one. */
void dp_reference_draft_set_doi (DpReferenceDraft *self,
                                 const char *doi);

G_END_DECLS
