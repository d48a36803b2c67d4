/* dp-case-state.c: how far a case is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/dp-case-state.h"

#include <glib/gi18n-lib.h>
#include "model/dp-model-private.h"

G_DEFINE_ENUM_TYPE (DpCaseState, dp_case_state, G_DEFINE_ENUM_VALUE (DP_CASE_STATE_DRAFT, "draft"), G_DEFINE_ENUM_VALUE (DP_CASE_STATE_IN_REVIEW, "in-review"), G_DEFINE_ENUM_VALUE (DP_CASE_STATE_CHANGES_REQUESTED, "changes-requested"), G_DEFINE_ENUM_VALUE (DP_CASE_STATE_APPROVED, "approved"), G_DEFINE_ENUM_VALUE (DP_CASE_STATE_PUBLISHED, "published"), G_DEFINE_ENUM_VALUE (DP_CASE_STATE_CORRECTED, "corrected"), G_DEFINE_ENUM_VALUE (DP_CASE_STATE_WITHDRAWN, "withdrawn"), G_DEFINE_ENUM_VALUE (DP_CASE_STATE_NOT_CHECKED, "not-checked"))

const char *
dp_case_state_to_nick (DpCaseState state)
{
  return dp_enum_to_nick (DP_TYPE_CASE_STATE, state);
}

gboolean
dp_case_state_from_nick (const char *nick,
                         DpCaseState *state)
{
  int value;

  if (!dp_enum_from_nick (DP_TYPE_CASE_STATE, nick, &value))
    return FALSE;

  *state = value;
  return TRUE;
}

const char *
dp_case_state_get_label (DpCaseState state)
{
  switch (state)
    {
    case DP_CASE_STATE_DRAFT:
      /* Translators: this and the next ones are the state of a case. */
      return C_ ("case", "Draft");
    case DP_CASE_STATE_IN_REVIEW:
      return C_ ("case", "In review");
    case DP_CASE_STATE_CHANGES_REQUESTED:
      return C_ ("case", "Changes requested");
    case DP_CASE_STATE_APPROVED:
      return C_ ("case", "Approved");
    case DP_CASE_STATE_PUBLISHED:
      return C_ ("case", "Published");
    case DP_CASE_STATE_CORRECTED:
      return C_ ("case", "Corrected");
    case DP_CASE_STATE_WITHDRAWN:
      return C_ ("case", "Withdrawn");
    case DP_CASE_STATE_NOT_CHECKED:
      /* Translators: it was decided not to check these claims; the reason is kept. */
      return C_ ("case", "Not checked");
    default:
      g_return_val_if_reached ("");
    }
}
