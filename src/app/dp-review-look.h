/* dp-review-look.h: a look at what a case said at one moment, which any thread can take
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/dp-case-file.h"
#include "review/dp-content.h"

G_BEGIN_DECLS

/* A look at what the case said at one moment. Its trees belong to one thread at a time. */
typedef struct
{
  GPtrArray *parts; /* (element-type GBytes): the text of the case */
  JsonNode *before; /* (nullable): the content of the last look */
  JsonNode *content;
  char *digest;
  DpPart changed; /* none at the first look */

  /* When the sealed copies are looked at, too. */
  GFile *folder;      /* (nullable) */
  GPtrArray *seals;   /* (nullable) (element-type DpSealed) */
  GHashTable *broken; /* (nullable): digests */
  char *alarm;        /* (nullable): what is wrong with the first of them */
} DpReviewLook;

/* @before: (nullable) (transfer full): the content of the look before. @has_seals: whether the sealed copies are
 * compared with their digests, too */
DpReviewLook *dp_review_look_new (DpCaseFile *file,
                                  JsonNode *before,
                                  gboolean has_seals);
void dp_review_look_free (DpReviewLook *self);

/* Fills in the rest; touches nothing but @self. */
void dp_review_look_work (DpReviewLook *self);

G_END_DECLS
