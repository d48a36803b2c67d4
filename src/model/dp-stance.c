/* dp-stance.c: how a piece of evidence bears on a highlight
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/dp-evidence.h"

#include <glib/gi18n-lib.h>
#include "model/dp-model-private.h"

G_DEFINE_ENUM_TYPE (DpStance, dp_stance, G_DEFINE_ENUM_VALUE (DP_STANCE_NONE, ""), G_DEFINE_ENUM_VALUE (DP_STANCE_SUPPORTS, "supports"), G_DEFINE_ENUM_VALUE (DP_STANCE_UNDERMINES, "undermines"), G_DEFINE_ENUM_VALUE (DP_STANCE_CONTEXT, "context"))

const char *
dp_stance_to_nick (DpStance stance)
{
  return dp_enum_to_nick (DP_TYPE_STANCE, stance);
}

gboolean
dp_stance_from_nick (const char *nick,
                     DpStance *stance)
{
  int value;

  if (!dp_enum_from_nick (DP_TYPE_STANCE, nick, &value))
    return FALSE;

  *stance = value;
  return TRUE;
}

const char *
dp_stance_get_label (DpStance stance)
{
  switch (stance)
    {
    case DP_STANCE_NONE:
      /* Translators: evidence that does not bear on the highlight. */
      return C_ ("stance", "None");
    case DP_STANCE_SUPPORTS:
      /* Translators: evidence supports what the article says. */
      return C_ ("stance", "Supports");
    case DP_STANCE_UNDERMINES:
      /* Translators: evidence undermines what the article says. */
      return C_ ("stance", "Undermines");
    case DP_STANCE_CONTEXT:
      /* Translators: evidence gives context to what the article says. */
      return C_ ("stance", "Context");
    default:
      g_return_val_if_reached ("");
    }
}

DpBearing *
dp_bearing_new (const char *highlight,
                DpStance stance)
{
  DpBearing *self;

  g_return_val_if_fail (highlight != NULL, NULL);
  g_return_val_if_fail (stance != DP_STANCE_NONE, NULL);

  self = g_new0 (DpBearing, 1);
  self->highlight = g_strdup (highlight);
  self->stance = stance;
  return self;
}

DpBearing *
dp_bearing_copy (const DpBearing *self)
{
  DpBearing *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = dp_bearing_new (self->highlight, self->stance);
  copy->unknown = dp_unknown_ref (self->unknown);
  return copy;
}

void
dp_bearing_free (DpBearing *self)
{
  if (self == NULL)
    return;

  g_free (self->highlight);
  dp_unknown_unref (self->unknown);
  g_free (self);
}

GPtrArray *
dp_bearings_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) dp_bearing_free);
}
