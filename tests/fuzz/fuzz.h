/* fuzz.h: what every fuzz target is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <stddef.h>
#include <stdint.h>

/* Any bytes at all, without a NUL behind them: must return, and leave nothing behind. */
int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t size);
