/* dp-people.h: who may write, review and publish in a library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include "review/dp-person.h"

G_BEGIN_DECLS

/* The name of the file, in the folder of the library. */
#define DP_PEOPLE_FILE_NAME "people.json"

typedef enum
{
  DP_ROLE_NONE = 0,
  DP_ROLE_WRITE = 1 << 0,
  DP_ROLE_REVIEW = 1 << 1,
  DP_ROLE_PUBLISH = 1 << 2,
} DpRole;
#define DP_ROLE_ALL (DP_ROLE_WRITE | DP_ROLE_REVIEW | DP_ROLE_PUBLISH)

typedef struct _DpPeople DpPeople;

/**
 * dp_people_load:
 * @library: (nullable): its folder
 * @problem: (out) (optional) (transfer full) (nullable): the mistake in the file, with its line
 *
 * Without a file, or with one that has a mistake, everybody may do everything. That nobody approves
 * their own work does not depend on it.
 *
 * Returns: (transfer full)
 */
DpPeople *dp_people_load (GFile *library,
                          char **problem);

/* (transfer full): everybody may do everything */
DpPeople *dp_people_new (void);
void dp_people_free (DpPeople *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpPeople, dp_people_free)

/* @is_known: (out) (optional): whether the file knows them; without a file everybody is known */
DpRole dp_people_get_roles (DpPeople *self,
                            const DpPerson *person,
                            gboolean *is_known);

/* (transfer full): names of those who may do one of @roles, "Ann, Rob"; "" when there is no file */
char *dp_people_dup_names (DpPeople *self,
                           DpRole roles);

G_END_DECLS
