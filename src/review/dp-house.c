/* dp-house.c: the rules of the library that a case lies in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "review/dp-house.h"

static void
add_problem (DpHouse *self,
             char *problem)
{
  if (problem != NULL)
    g_ptr_array_add (self->problems, problem);
}

DpHouse *
dp_house_new (GFile *library)
{
  DpHouse *self = g_new0 (DpHouse, 1);
  char *problem = NULL;

  self->problems = g_ptr_array_new_with_free_func (g_free);
  self->people = dp_people_load (library, &problem);
  add_problem (self, g_steal_pointer (&problem));
  self->policy = dp_policy_load (library, &problem);
  add_problem (self, g_steal_pointer (&problem));
  self->ratings = dp_ratings_load (library, &problem);
  add_problem (self, g_steal_pointer (&problem));
  return self;
}

void
dp_house_free (DpHouse *self)
{
  dp_people_free (self->people);
  dp_policy_free (self->policy);
  dp_ratings_free (self->ratings);
  g_ptr_array_unref (self->problems);
  g_free (self);
}
