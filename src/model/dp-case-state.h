/* dp-case-state.h: how far a case is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  DP_CASE_STATE_DRAFT,
  DP_CASE_STATE_IN_REVIEW,
  DP_CASE_STATE_CHANGES_REQUESTED,
  DP_CASE_STATE_APPROVED,
  DP_CASE_STATE_PUBLISHED,
  DP_CASE_STATE_CORRECTED,
  DP_CASE_STATE_WITHDRAWN,
  DP_CASE_STATE_NOT_CHECKED, /* its history says why */
} DpCaseState;
#define DP_N_CASE_STATES (DP_CASE_STATE_NOT_CHECKED + 1)

#define DP_TYPE_CASE_STATE (dp_case_state_get_type ())
GType dp_case_state_get_type (void);

/* "draft", "in-review", "changes-requested", "approved", "published", "corrected", "withdrawn",
 * "not-checked" */
const char *dp_case_state_to_nick (DpCaseState state);
gboolean dp_case_state_from_nick (const char *nick,
                                  DpCaseState *state);

/* Translated. */
const char *dp_case_state_get_label (DpCaseState state);

G_END_DECLS
