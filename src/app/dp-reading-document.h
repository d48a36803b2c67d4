/* dp-reading-document.h: a case from top to bottom, as it will be published or was
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "app/dp-session.h"

G_BEGIN_DECLS

typedef enum
{
  DP_READING_WORK,      /* the case of the session: with its comments */
  DP_READING_PUBLISHED, /* a version of it that was published */
  DP_READING_BLIND,     /* claims and evidence, and nothing of what was made of them */
} DpReadingKind;

/* In the order of publication: title, verdict with its definition, claims with their quotes, summary, disproof,
 * evidence with ranking cards, replies, related cases, corrections. */
#define DP_TYPE_READING_DOCUMENT (dp_reading_document_get_type ())
G_DECLARE_FINAL_TYPE (DpReadingDocument, dp_reading_document, DP, READING_DOCUMENT, AdwBin)

GtkWidget *dp_reading_document_new (DpSession *session,
                                    DpReadingKind kind);

/* @before: (nullable): what somebody read before: what came and went since is marked */
void dp_reading_document_show (DpReadingDocument *self,
                               DpCase *dp_case,
                               DpCase *before);

/* @place: a JSON pointer into what is shown, or into @before for what was removed: the nearest place that is
 * there. Scrolls to it and gives it the focus. */
void dp_reading_document_go (DpReadingDocument *self,
                             const char *place);

/* A passage (code points of the Markdown) of "summary" or "disproof". */
void dp_reading_document_go_to_passage (DpReadingDocument *self,
                                        const char *part,
                                        DpSpan span);

void dp_reading_document_go_to_evidence (DpReadingDocument *self,
                                         const char *id,
                                         gboolean opens_comments);

G_END_DECLS
