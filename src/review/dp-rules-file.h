/* dp-rules-file.h: a house's own rules: JSON beside the cases, written by hand
 *
 * A mistake is refused with its line, and nothing of the file counts: who reads it goes on by the
 * defaults and says so.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include "model/dp-members.h"

G_BEGIN_DECLS

/**
 * dp_rules_file_read:
 * @format: what member "format" must be; "version" must be 1
 * @read: takes the members; what it does not take is a mistake as well
 *
 * Returns: whether the file is there and was read. %FALSE without an error: it is not there. With one
 *   (%DP_REVIEW_ERROR_RULES): a mistake; what @read made must not be used
 */
gboolean dp_rules_file_read (GFile *file,
                             const char *format,
                             void (*read) (DpMembersIn *root, gpointer data),
                             gpointer data,
                             GError **error);

G_END_DECLS
