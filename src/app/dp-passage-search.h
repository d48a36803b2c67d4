/* dp-passage-search.h: the highlights of a case by their words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/dp-session.h"

G_BEGIN_DECLS

/* (transfer full) (element-type DpPickerItem): a DpPickerSearch; the values are DpHighlight: those of the
 * case of the DpSession @session, in all its articles */
GPtrArray *dp_passage_search (const char *query,
                              gpointer session);

G_END_DECLS
