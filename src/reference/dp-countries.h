/* dp-countries.h: names of countries, from iso-codes and the ranking tables
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _DpCountries DpCountries;

/* @directory: (nullable): where iso-codes keeps its JSON; %NULL for the system's. Without iso-codes
 * only names added with dp_countries_add_name() are known. */
DpCountries *dp_countries_new (const char *directory);
void dp_countries_free (DpCountries *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpCountries, dp_countries_free)

void dp_countries_add_name (DpCountries *self,
                            const char *iso3,
                            const char *name);

/* (nullable): "KAZ" for "Kazakhstan", "kasachstan" (in a German locale), "KZ", "KAZ" */
const char *dp_countries_find (DpCountries *self,
                               const char *name);

/* The display name in the current locale; @iso3 itself when unknown. */
const char *dp_countries_get_name (DpCountries *self,
                                   const char *iso3);

G_END_DECLS
