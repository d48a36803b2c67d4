/* dp-record.c: the history of a case: adding to it, reading it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "review/dp-record.h"

#include <glib/gi18n-lib.h>
#include "base/dp-date.h"
#include "review/dp-moves.h"
#include "review/dp-review-error.h"

static const struct
{
  DpPart part;
  const char *nick;
  const char *sentence;
} parts[] = {
  /* Translators: who did what, and the day */
  { DP_PART_TEXT, "text", N_ ("Nobody approves their own work: %s wrote this case (%s)") },
  { DP_PART_TRANSLATION, "translation", N_ ("Nobody approves their own work: %s translated for this case (%s)") },
  { DP_PART_EVIDENCE, "evidence", N_ ("Nobody approves their own work: %s gave evidence to this case (%s)") },
  { DP_PART_ARTICLE, "article", NULL },
};

/* (nullable) (transfer none): the case holds it */
static DpEntry *
get_entry (DpCase *dp_case,
           guint position)
{
  g_autoptr (DpEntry) entry = g_list_model_get_item (dp_case_list_entries (dp_case), position);

  return entry;
}

static guint
get_n_entries (DpCase *dp_case)
{
  return g_list_model_get_n_items (dp_case_list_entries (dp_case));
}

static gboolean
check_clock (DpCase *dp_case,
             const char *now,
             GError **error)
{
  DpEntry *last = get_entry (dp_case, get_n_entries (dp_case) - 1);
  DpDate then_date;
  DpDate now_date;

  if (last == NULL || !dp_date_parse (dp_entry_get_when (last), &then_date) || !dp_date_parse (now, &now_date) ||
      dp_date_compare (&then_date, &now_date) <= 0)
    return TRUE;

  g_set_error (error, DP_REVIEW_ERROR, DP_REVIEW_ERROR_CLOCK,
               /* Translators: two times */
               _ ("The clock of this computer says %s, but the last entry in the history of the case was made at %s: set the clock right first"), now, dp_entry_get_when (last));
  return FALSE;
}

gboolean
dp_record_can_add (DpCase *dp_case,
                   DpClock *clock,
                   GError **error)
{
  g_autofree char *now = dp_clock_now_text (clock);
  g_autoptr (GPtrArray) problems = dp_record_verify (dp_case);

  /* Cases from before there were histories have none: theirs begins now. */
  if (problems->len > 0 && (get_n_entries (dp_case) > 0 || *dp_case_get_history_digest (dp_case) != '\0'))
    {
      g_set_error (error, DP_REVIEW_ERROR, DP_REVIEW_ERROR_HISTORY,
                   /* Translators: a sentence that says what is wrong */
                   _ ("The history of the case was tampered with, and nothing can be built on it: %s"), (char *) g_ptr_array_index (problems, 0));
      return FALSE;
    }
  return check_clock (dp_case, now, error);
}

static void
set_text (JsonObject *object,
          const char *name,
          const char *text)
{
  if (text != NULL && *text != '\0')
    json_object_set_string_member (object, name, text);
}

/* (transfer full) */
static JsonObject *
make_entry (DpCase *dp_case,
            const DpPerson *person,
            const DpRecordLine *line,
            const char *now)
{
  JsonObject *object = json_object_new ();
  JsonObject *who = json_object_new ();

  set_text (who, "name", person->name);
  set_text (who, "email", person->email);
  set_text (who, "organisation", person->organisation);
  set_text (object, "what", line->what);
  json_object_set_object_member (object, "who", who);
  set_text (object, "when", now);
  if (line->parts != 0)
    {
      JsonArray *array = json_array_new ();

      for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
        if ((line->parts & parts[i].part) != 0)
          json_array_add_string_element (array, parts[i].nick);
      json_object_set_array_member (object, "parts", array);
    }
  set_text (object, "content", line->content);
  set_text (object, "to", line->to != NULL ? dp_case_state_to_nick (*line->to) : NULL);
  set_text (object, "version", line->version);
  set_text (object, "words", line->words);
  set_text (object, "verdict", line->verdict);
  set_text (object, "confidence", line->confidence);
  set_text (object, "case_verdict", line->case_verdict);
  set_text (object, "previous", dp_case_get_history_digest (dp_case));
  return object;
}

gboolean
dp_record_add (DpCase *dp_case,
               const DpPerson *person,
               const DpRecordLine *line,
               DpClock *clock,
               GError **error)
{
  g_autofree char *now = dp_clock_now_text (clock);
  g_autoptr (JsonObject) object = NULL;
  g_autoptr (DpEntry) entry = NULL;

  if (!dp_record_can_add (dp_case, clock, error))
    return FALSE;

  object = make_entry (dp_case, person, line, now);
  entry = dp_entry_new (object);
  dp_case_add_entry (dp_case, entry);
  return TRUE;
}

static gboolean
is_by (DpEntry *entry,
       const DpPerson *person)
{
  g_autoptr (DpPerson) who = dp_person_of_entry (entry);

  return who != NULL && dp_person_is_same (who, person);
}

/* Which parts the history says that @person worked on. */
static DpPart
get_parts (DpCase *dp_case,
           const DpPerson *person)
{
  DpPart done = 0;

  for (guint i = 0; i < get_n_entries (dp_case); i++)
    {
      DpEntry *entry = get_entry (dp_case, i);

      for (guint j = 0; j < G_N_ELEMENTS (parts); j++)
        if (dp_entry_has_part (entry, parts[j].nick) && is_by (entry, person))
          done |= parts[j].part;
    }
  return done;
}

gboolean
dp_record_contribution (DpCase *dp_case,
                        const DpPerson *person,
                        DpPart worked_on,
                        DpClock *clock)
{
  g_autofree char *digest = NULL;
  DpRecordLine line = { DP_RECORD_CONTRIBUTION };

  line.parts = worked_on & ~get_parts (dp_case, person);
  if (line.parts == 0)
    return FALSE;

  line.content = digest = dp_case_dup_content_digest (dp_case);
  return dp_record_add (dp_case, person, &line, clock, NULL);
}

/* (transfer full) */
static char *
dup_day (DpEntry *entry)
{
  DpDate date;

  return dp_date_parse (dp_entry_get_when (entry), &date) ? dp_date_format_short (&date) : g_strdup (dp_entry_get_when (entry));
}

char *
dp_record_dup_own_hand (DpCase *dp_case,
                        const DpPerson *person)
{
  for (guint i = 0; i < get_n_entries (dp_case); i++)
    {
      DpEntry *entry = get_entry (dp_case, i);
      g_autofree char *day = dup_day (entry);

      if (!is_by (entry, person))
        continue;
      for (guint j = 0; j < G_N_ELEMENTS (parts); j++)
        if (parts[j].sentence != NULL && dp_entry_has_part (entry, parts[j].nick))
          {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
            return g_strdup_printf (_ (parts[j].sentence), dp_entry_get_name (entry), day);
#pragma GCC diagnostic pop
          }
      if (g_str_equal (dp_entry_get_what (entry), dp_move_to_nick (DP_MOVE_SUBMIT)))
        return g_strdup_printf (_ ("Nobody approves their own work: %s submitted this case (%s)"), dp_entry_get_name (entry), day);
    }
  return NULL;
}

static gboolean
is_move (DpEntry *entry,
         DpMove move)
{
  return g_str_equal (dp_entry_get_what (entry), dp_move_to_nick (move));
}

DpEntry *
dp_record_find_read (DpCase *dp_case,
                     const DpPerson *person,
                     gboolean is_marked_only)
{
  for (guint i = get_n_entries (dp_case); i > 0; i--)
    {
      DpEntry *entry = get_entry (dp_case, i - 1);

      if ((is_move (entry, DP_MOVE_READ) || (!is_marked_only && is_move (entry, DP_MOVE_APPROVE))) && is_by (entry, person))
        return entry;
    }
  return NULL;
}

gboolean
dp_record_knows (DpCase *dp_case,
                 const DpPerson *person)
{
  for (guint i = 0; i < get_n_entries (dp_case); i++)
    {
      DpEntry *entry = get_entry (dp_case, i);

      if (is_move (entry, DP_MOVE_CROSS_CHECK) && is_by (entry, person))
        return FALSE;
      if ((is_move (entry, DP_MOVE_READ) || is_move (entry, DP_MOVE_APPROVE)) && is_by (entry, person))
        return TRUE;
    }
  return FALSE;
}

gboolean
dp_record_has_checked (DpCase *dp_case,
                       const DpPerson *person)
{
  for (guint i = 0; i < get_n_entries (dp_case); i++)
    if (is_move (get_entry (dp_case, i), DP_MOVE_CROSS_CHECK) && is_by (get_entry (dp_case, i), person))
      return TRUE;
  return FALSE;
}

gboolean
dp_record_is_last_read (DpCase *dp_case,
                        const char *content)
{
  for (guint i = 0; i < get_n_entries (dp_case); i++)
    {
      DpEntry *entry = get_entry (dp_case, i);
      g_autoptr (DpPerson) who = NULL;

      if (!g_str_equal (dp_entry_get_content (entry), content) || (!is_move (entry, DP_MOVE_READ) && !is_move (entry, DP_MOVE_APPROVE)))
        continue;
      who = dp_person_of_entry (entry);
      if (who != NULL && dp_record_find_read (dp_case, who, FALSE) == entry)
        return TRUE;
    }
  return FALSE;
}

void
dp_record_get_standing (DpCase *dp_case,
                        DpStanding *standing)
{
  *standing = (DpStanding){ NULL };
  for (guint i = 0; i < get_n_entries (dp_case); i++)
    {
      DpEntry *entry = get_entry (dp_case, i);
      DpCaseState to;
      DpMove move;

      if (!dp_entry_get_to (entry, &to))
        continue;
      if (!dp_move_from_nick (dp_entry_get_what (entry), &move))
        move = DP_MOVE_COMMENT;
      if (move == DP_MOVE_SUBMIT)
        standing->submitted = entry;
      if (move == DP_MOVE_APPROVE)
        standing->approved = entry;
      else if (move != DP_MOVE_PUBLISH && move != DP_MOVE_CORRECT)
        standing->approved = NULL;
      if (move == DP_MOVE_PUBLISH || move == DP_MOVE_CORRECT)
        {
          standing->published = entry;
          standing->n_versions++;
          standing->is_out = TRUE;
        }
      else if (move == DP_MOVE_WITHDRAW)
        standing->is_out = FALSE;
    }
}

char *
dp_entry_dup_sentence (DpEntry *entry)
{
  DpMove move;
  const char *past = dp_entry_get_what (entry);

  if (dp_move_from_nick (past, &move))
    past = dp_move_get_past (move);
  else if (g_str_equal (past, DP_RECORD_CONTRIBUTION))
    /* Translators: in the history of a case, after a name */
    past = _ ("worked on it");
  /* Translators: first a name, then what they did: "Ann approved it" */
  return g_strdup_printf (C_ ("history", "%s %s"), *dp_entry_get_name (entry) != '\0' ? dp_entry_get_name (entry) : _ ("Somebody"), past);
}
