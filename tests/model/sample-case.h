/* sample-case.h: cases to test with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/dp-case.h"

G_BEGIN_DECLS

/* (transfer full): one with something in every member; @n_highlights of them over two articles */
DpCase *sample_case_new (guint n_highlights);

/* (transfer full): case.json of it, written anew and held against the parts that a save would write */
char *sample_case_dup_text (DpCase *dp_case);

/* One edit of any kind, chosen by @random. */
void sample_case_edit (DpCase *dp_case,
                       GRand *random);

G_END_DECLS
