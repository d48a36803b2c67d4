/* dp-confidence.c: how sure somebody is of a verdict
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "review/dp-confidence.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *nick;
  const char *label;
} words[DP_N_CONFIDENCES] = {
  /* Translators: how sure somebody is of a verdict of their own */
  [DP_CONFIDENCE_LOW] = { "low", NC_ ("confidence", "Not sure") },
  [DP_CONFIDENCE_MEDIUM] = { "medium", NC_ ("confidence", "Rather sure") },
  [DP_CONFIDENCE_HIGH] = { "high", NC_ ("confidence", "Sure") },
};

const char *
dp_confidence_to_nick (DpConfidence confidence)
{
  return words[confidence].nick;
}

gboolean
dp_confidence_from_nick (const char *nick,
                         DpConfidence *confidence)
{
  g_return_val_if_fail (nick != NULL, FALSE);

  for (guint i = 0; i < DP_N_CONFIDENCES; i++)
    if (g_str_equal (words[i].nick, nick))
      {
        *confidence = i;
        return TRUE;
      }
  return FALSE;
}

const char *
dp_confidence_get_label (DpConfidence confidence)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "confidence", words[confidence].label);
}
