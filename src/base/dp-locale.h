/* dp-locale.h: the language of a program's messages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The first call of a main(): takes over the user's locale and finds the translations. */
void dp_locale_begin (void);

G_END_DECLS
