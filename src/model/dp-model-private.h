/* dp-model-private.h: what setters of the model share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Each gives whether the field changed. %NULL counts as "" or as an empty list; text that is not
 * UTF-8 is repaired, so that the case can always be written. */
gboolean dp_set_text (char **field,
                      const char *value);
gboolean dp_set_texts (char ***field,
                       const char *const *values);

/* Words of a registered enum are its nicks. */
const char *dp_enum_to_nick (GType type,
                             int value);
gboolean dp_enum_from_nick (GType type,
                            const char *nick,
                            int *value);

G_END_DECLS
