/* dp-case-page.h: one case: the article, and beside it what is made of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "app/dp-session.h"

G_BEGIN_DECLS

/* Actions: history.undo, history.redo, case.page (s: claims, evidence, write, details), case.article,
 * case.add-source, case.add-ranking. Properties: session, is-narrow (one side at a time). */
#define DP_TYPE_CASE_PAGE (dp_case_page_get_type ())
G_DECLARE_FINAL_TYPE (DpCasePage, dp_case_page, DP, CASE_PAGE, AdwBin)

GtkWidget *dp_case_page_new (DpSession *session);
DpSession *dp_case_page_get_session (DpCasePage *self);

G_END_DECLS
