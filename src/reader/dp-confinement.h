/* dp-confinement.h: a process that can do no more than read what it is handed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* From here on this process opens no file, makes no connection and starts no other; memory and time
 * are limited. Where the system has no such thing (seccomp), what it has of it holds. It cannot be
 * undone. All that is read lazily (translations, converters of encodings) must have been used before. */
void dp_confinement_begin (void);

/* What this process can still do, tried out. */
gboolean dp_confinement_can_open_files (void);
gboolean dp_confinement_can_connect (void);
gboolean dp_confinement_can_fork (void);

G_END_DECLS
