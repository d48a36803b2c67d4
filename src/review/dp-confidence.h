/* dp-confidence.h: how sure somebody is of a verdict
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  DP_CONFIDENCE_LOW,
  DP_CONFIDENCE_MEDIUM,
  DP_CONFIDENCE_HIGH,
} DpConfidence;
#define DP_N_CONFIDENCES (DP_CONFIDENCE_HIGH + 1)

/* "low", "medium", "high" */
const char *dp_confidence_to_nick (DpConfidence confidence);
gboolean dp_confidence_from_nick (const char *nick,
                                  DpConfidence *confidence);

/* Translated, for a choice: "Rather sure". */
const char *dp_confidence_get_label (DpConfidence confidence);

G_END_DECLS
