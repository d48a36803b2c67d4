/* dp-title.h: the title among its candidates
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "intake/dp-metadata.h"

G_BEGIN_DECLS

/* (transfer full): "" when there is none */
char *dp_title_choose (DpMetadata *metadata);

/* (transfer full): a title element's text without the site's name before or after it */
char *dp_title_without_site (const char *title,
                             const char *site);

G_END_DECLS
