/* dp-sentences-item.h: the items of a list that runs on in one line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "text/dp-sentences-stop.h"

G_BEGIN_DECLS

/* How the sentence begun is numbered: "2. ", "2) ", "2.) ", "b. ", "• ". */
typedef struct
{
  gboolean is_item;
  gboolean has_bullet;
  guint number;       /* 0 without one */
  gboolean is_letter; /* "b" for 2 */
} DpItem;

void dp_item_read (DpItem *self,
                   const guint8 *classes,
                   const char *sentence,
                   const char *end);

/* Whether the stop or bracket at @sign belongs to the number of the next item, or of a first one.
 * @closed: behind it and the marks that go with it. @letter: what follows */
gboolean dp_item_follows (const DpItem *self,
                          const DpReading *reading,
                          const char *sign,
                          const char *closed,
                          const char *letter);

/* Where that number begins. */
const char *dp_item_get_start (const DpReading *reading,
                               const char *sign);

/* Whether the bullet at @bullet begins another item. */
gboolean dp_item_is_bullet (const DpItem *self,
                            const DpReading *reading,
                            const char *bullet);

G_END_DECLS
