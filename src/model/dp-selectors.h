/* dp-selectors.h: the selectors of a highlight, or of a comment on a passage, in JSON
 *
 * Those of this version are TextQuoteSelector and TextPositionSelector of the W3C Web Annotation Data
 * Model; others are kept as they are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "text/dp-anchor.h"
#include "model/dp-members.h"

G_BEGIN_DECLS

typedef struct
{
  DpAnchor *anchor;
  GPtrArray *kept; /* (nullable): what must come back, see dp_selectors_attach() */
} DpSelectors;

/* Reads member "selectors" of a highlight or comment. FALSE after a mistake. */
gboolean dp_selectors_read (DpSelectors *self,
                            DpMembersIn *in);
void dp_selectors_clear (DpSelectors *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DpSelectors, dp_selectors_clear)

/* Keeps with @owner what this version does not know of its selectors. */
void dp_selectors_attach (DpSelectors *self,
                          gpointer owner);

/* (transfer full): those of @anchor, and what was kept with @owner */
JsonArray *dp_selectors_write (gpointer owner,
                               const DpAnchor *anchor);

G_END_DECLS
