/* dp-passage-about.h: all that a highlight carries, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/dp-placed-highlights.h"

G_BEGIN_DECLS

/* (transfer full): its narratives, claims, evidence, comments and note, each behind @separator: a line
 * break for a tooltip, " · " for one line */
char *dp_passage_dup_about (const DpPlacedHighlight *passage,
                            DpSession *session,
                            const char *separator);

G_END_DECLS
