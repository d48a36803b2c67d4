/* dp-ratings.h: the verdicts that a house gives
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The name of the file, in the folder of the library. */
#define DP_RATINGS_FILE_NAME "ratings.json"

typedef struct
{
  char *id;
  char *label;      /* for people */
  char *definition; /* when it is given */
  guint value;      /* on the scale from 1, false, to the highest there is, true; 0: on none, as with
                       "unproven" */
} DpRating;

typedef struct _DpRatings DpRatings;

/* @library, @problem: as for dp_people_load(); without a file, or with a mistake in it, a scale of our
 * own, in the reader's language */
DpRatings *dp_ratings_load (GFile *library,
                            char **problem);
void dp_ratings_free (DpRatings *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpRatings, dp_ratings_free)

/* (transfer none) (element-type DpRating) */
GPtrArray *dp_ratings_get_all (DpRatings *self);
/* (nullable) */
const DpRating *dp_ratings_find (DpRatings *self,
                                 const char *id);

G_END_DECLS
