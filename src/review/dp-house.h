/* dp-house.h: the rules of the library that a case lies in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "review/dp-people.h"
#include "review/dp-policy.h"
#include "review/dp-ratings.h"

G_BEGIN_DECLS

/* What library-files.md describes: each from its file, or by default. */
typedef struct
{
  DpPeople *people;
  DpPolicy *policy;
  DpRatings *ratings;
  GPtrArray *problems; /* (element-type utf8): the mistakes in the files, each with its line */
} DpHouse;

/* @library: (nullable): its folder */
DpHouse *dp_house_new (GFile *library);
void dp_house_free (DpHouse *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpHouse, dp_house_free)

G_END_DECLS
