/* dp-countries.h: names of countries, from iso-codes and the ranking tables
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _DpCountries DpCountries;

/* @directory: (nullable): where iso-codes keeps its JSON; %NULL for the system's. Without iso-codes
 * only a few names of our own and those added with dp_countries_add_name() are known. Kosovo (XKX),
 * which ISO 3166 lacks, is always known, as are the states of the tables that are no more. */
DpCountries *dp_countries_new (const char *directory);
void dp_countries_free (DpCountries *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpCountries, dp_countries_free)

/* A name that a table uses; what is already known by that name stays with its country. */
void dp_countries_add_name (DpCountries *self,
                            const char *iso3,
                            const char *name);

/* (nullable): "KAZ" for "Kazakhstan", "kasachstan" (in a German locale), "KZ", "KAZ" */
const char *dp_countries_find (DpCountries *self,
                               const char *name);

/* The display name in the current locale; @iso3 itself when unknown. */
const char *dp_countries_get_name (DpCountries *self,
                                   const char *iso3);

/* (transfer none) (element-type utf8) (nullable): every name it is known by, without the codes */
GPtrArray *dp_countries_get_names (DpCountries *self,
                                   const char *iso3);

/* (nullable): the two letters of ISO 3166-1 */
const char *dp_countries_get_iso2 (DpCountries *self,
                                   const char *iso3);

/* The name in the current locale of a country that a table names @english; @english itself when
 * there is none. For wording without a DpCountries at hand. */
const char *dp_country_translate (const char *iso3,
                                  const char *english);

G_END_DECLS
