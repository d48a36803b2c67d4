/* dp-desk.c: what the verbs of the review look at a case with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli/dp-desk.h"

#include <stdio.h>
#include "base/dp-paths.h"
#include "cli/dp-tables.h"

static void
tell_all (GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    fprintf (stderr, "disproof-cli: %s\n", (const char *) g_ptr_array_index (problems, i));
}

DpDesk *
dp_desk_new (GFile *folder)
{
  DpDesk *self = g_new0 (DpDesk, 1);
  g_autoptr (GFile) library = g_file_get_parent (folder);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *words = dp_paths_data ("rank-words");

  self->house = dp_house_new (library);
  tell_all (self->house->problems);
  self->clock = dp_clock_new ();
  self->rankings = dp_tables_load_rankings (NULL);
  self->ranks = dp_rank_checker_new (self->rankings, words, problems);
  tell_all (problems);
  self->checker = dp_checker_new (self->house, self->ranks);
  return self;
}

void
dp_desk_free (DpDesk *self)
{
  dp_checker_free (self->checker);
  dp_rank_checker_unref (self->ranks);
  g_object_unref (self->rankings);
  g_object_unref (self->clock);
  dp_house_free (self->house);
  g_free (self);
}

void
dp_desk_check (DpDesk *self,
               DpCase *dp_case,
               GFile *folder)
{
  g_autofree char *today = dp_clock_now_text (self->clock);

  dp_checker_run (self->checker, dp_case, folder, today);
}

void
dp_desk_fill (DpDesk *self,
              DpCaseFile *file,
              DpMoveRequest *request)
{
  dp_desk_check (self, dp_case_file_get_case (file), dp_case_file_get_folder (file));
  request->people = self->house->people;
  request->ratings = self->house->ratings;
  request->clock = self->clock;
  request->n_blocking = dp_checker_count (self->checker, DP_SEVERITY_BLOCKS);
  request->asks_second = dp_policy_asks_second (self->house->policy);
}
