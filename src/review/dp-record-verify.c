/* dp-record-verify.c: whether the history of a case was tampered with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "review/dp-record.h"

#include <glib/gi18n-lib.h>
#include "base/dp-date.h"
#include "review/dp-moves.h"

typedef struct
{
  GPtrArray *problems;
  GPtrArray *entries; /* (element-type DpEntry): those so far */
  DpCaseState state;
  char *digest; /* of the last one */
} DpReading;

static void
say (DpReading *reading,
     const char *format,
     ...) G_GNUC_PRINTF (2, 3);

static void
say (DpReading *reading,
     const char *format,
     ...)
{
  va_list list;

  va_start (list, format);
  g_ptr_array_add (reading->problems, g_strdup_vprintf (format, list));
  va_end (list);
}

static void
check_chain (DpReading *reading,
             DpEntry *entry,
             guint number)
{
  if (!g_str_equal (dp_entry_get_previous (entry), reading->digest))
    say (reading, _ ("Entry %u of the history does not follow from the one before: one of the two was changed, or one between them is gone"), number);
}

static void
check_time (DpReading *reading,
            DpEntry *entry,
            guint number)
{
  DpEntry *before = reading->entries->len > 0 ? g_ptr_array_index (reading->entries, reading->entries->len - 1) : NULL;
  DpDate then;
  DpDate now;

  if (before != NULL && dp_date_parse (dp_entry_get_when (before), &then) && dp_date_parse (dp_entry_get_when (entry), &now) &&
      dp_date_compare (&then, &now) > 0)
    say (reading, _ ("Entry %u of the history is older than the one before: a clock was set back"), number);
}

/* Whether the table has a move of that name from there to there. @is_first: from wherever a case was
 * that had no history yet. */
static gboolean
is_move (const char *what,
         DpCaseState from,
         DpCaseState to,
         gboolean is_first)
{
  guint n_rules;
  const DpMoveRule *rules = dp_moves_get_rules (&n_rules);

  for (guint i = 0; i < n_rules; i++)
    if (g_str_equal (dp_move_to_nick (rules[i].move), what) && (is_first || ((rules[i].from & (1u << from)) != 0)) &&
        (rules[i].to < 0 ? is_first || from == to : (DpCaseState) rules[i].to == to))
      return TRUE;
  return FALSE;
}

static void
check_move (DpReading *reading,
            DpEntry *entry,
            guint number)
{
  const char *what = dp_entry_get_what (entry);
  DpCaseState to = reading->state;
  DpMove move;

  if (!dp_entry_get_to (entry, &to) && !dp_move_from_nick (what, &move))
    return;
  if (!is_move (what, reading->state, to, number == 1))
    say (reading, _ ("Entry %u of the history: “%s” does not lead from “%s” to “%s”"), number, what, dp_case_state_to_nick (reading->state), dp_case_state_to_nick (to));
  reading->state = to;
}

static gboolean
is_own (DpEntry *approval,
        DpEntry *entry)
{
  g_autoptr (DpPerson) approver = dp_person_of_entry (approval);
  g_autoptr (DpPerson) person = dp_person_of_entry (entry);
  gboolean is_work = dp_entry_has_part (entry, "text") || dp_entry_has_part (entry, "translation") || dp_entry_has_part (entry, "evidence") ||
                     g_str_equal (dp_entry_get_what (entry), dp_move_to_nick (DP_MOVE_SUBMIT));

  return is_work && approver != NULL && person != NULL && dp_person_is_same (approver, person);
}

static void
check_hands (DpReading *reading,
             DpEntry *entry,
             guint number)
{
  if (!g_str_equal (dp_entry_get_what (entry), dp_move_to_nick (DP_MOVE_APPROVE)))
    return;

  for (guint i = 0; i < reading->entries->len; i++)
    if (is_own (entry, g_ptr_array_index (reading->entries, i)))
      {
        say (reading, _ ("Entry %u of the history: %s approved their own work (entry %u)"), number, dp_entry_get_name (entry), i + 1);
        return;
      }
}

GPtrArray *
dp_record_verify (DpCase *dp_case)
{
  GListModel *entries = dp_case_list_entries (dp_case);
  guint n = g_list_model_get_n_items (entries);
  DpReading reading = {
    g_ptr_array_new_with_free_func (g_free),
    g_ptr_array_new_with_free_func (g_object_unref),
    DP_CASE_STATE_DRAFT,
    g_strdup (""),
  };

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (DpEntry) entry = g_list_model_get_item (entries, i);

      check_chain (&reading, entry, i + 1);
      check_time (&reading, entry, i + 1);
      check_move (&reading, entry, i + 1);
      check_hands (&reading, entry, i + 1);
      g_free (reading.digest);
      reading.digest = dp_entry_dup_digest (entry);
      g_ptr_array_add (reading.entries, g_steal_pointer (&entry));
    }
  if (!g_str_equal (dp_case_get_history_digest (dp_case), reading.digest))
    say (&reading, _ ("The history ends otherwise than the case says: its last entry was changed, or entries behind it are gone"));
  if (dp_case_get_state (dp_case) != reading.state)
    say (&reading, _ ("The case is in the state “%s”, but its history ends in “%s”"), dp_case_state_to_nick (dp_case_get_state (dp_case)), dp_case_state_to_nick (reading.state));

  g_ptr_array_unref (reading.entries);
  g_free (reading.digest);
  return reading.problems;
}
