/* dp-people.c: who may write, review and publish in a library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "review/dp-people.h"

#include <glib/gi18n-lib.h>
#include "review/dp-rules-file.h"

#define FORMAT "disproof-people"

typedef struct
{
  DpPerson *person;
  DpRole roles;
} DpMember;

struct _DpPeople
{
  GPtrArray *members; /* (nullable): without a file */
};

static void
member_free (gpointer data)
{
  DpMember *member = data;

  dp_person_free (member->person);
  g_free (member);
}

static DpRole
read_roles (DpMembersIn *in)
{
  static const char *const words[] = { "write", "review", "publish" };
  g_auto (GStrv) may = dp_members_in_texts (in, "may");
  DpRole roles = DP_ROLE_NONE;

  for (guint i = 0; may[i] != NULL; i++)
    {
      guint role = 0;

      while (role < G_N_ELEMENTS (words) && !g_str_equal (may[i], words[role]))
        role++;
      if (role == G_N_ELEMENTS (words))
        dp_members_in_fail (in, "may", i, _ ("“%.64s” is not known here, only: %s"), may[i], "write, review, publish");
      roles |= 1 << role;
    }
  return roles;
}

static gboolean
has_person (GPtrArray *members,
            const DpPerson *person)
{
  for (guint i = 0; i < members->len; i++)
    if (dp_person_is_same (((DpMember *) g_ptr_array_index (members, i))->person, person))
      return TRUE;
  return FALSE;
}

static void
read_member (DpMembersIn *in,
             GPtrArray *members)
{
  const char *name = dp_members_in_text (in, "name", DP_MEMBER_REQUIRED);
  const char *email = dp_members_in_text (in, "email", DP_MEMBER_OPTIONAL);
  DpRole roles = read_roles (in);
  g_autoptr (DpPerson) person = NULL;
  g_autoptr (GError) error = NULL;
  DpMember *member;

  dp_members_in_refuse_unknown (in);
  if (!dp_members_in_is_ok (in))
    return;

  person = dp_person_new (name, email, "", &error);
  if (person == NULL)
    {
      dp_members_in_fail (in, NULL, -1, "%s", error->message);
      return;
    }
  if (has_person (members, person))
    {
      dp_members_in_fail (in, NULL, -1, _ ("“%.128s” is given twice"), name);
      return;
    }

  member = g_new0 (DpMember, 1);
  member->person = g_steal_pointer (&person);
  member->roles = roles;
  g_ptr_array_add (members, member);
}

static void
read_people (DpMembersIn *root,
             gpointer data)
{
  JsonArray *array = dp_members_in_array (root, "people", DP_MEMBER_REQUIRED);
  guint n = array != NULL ? json_array_get_length (array) : 0;
  DpMembersIn in;

  for (guint i = 0; i < n && dp_members_in_enter_element (&in, root, "people", array, i); i++)
    read_member (&in, data);
}

DpPeople *
dp_people_new (void)
{
  return g_new0 (DpPeople, 1);
}

DpPeople *
dp_people_load (GFile *library,
                char **problem)
{
  DpPeople *self = dp_people_new ();
  g_autoptr (GFile) file = library != NULL ? g_file_get_child (library, DP_PEOPLE_FILE_NAME) : NULL;
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func (member_free);
  g_autoptr (GError) error = NULL;

  if (file != NULL && dp_rules_file_read (file, FORMAT, read_people, members, &error))
    self->members = g_steal_pointer (&members);
  if (problem != NULL)
    *problem = error != NULL ? g_strdup (error->message) : NULL;
  return self;
}

void
dp_people_free (DpPeople *self)
{
  g_clear_pointer (&self->members, g_ptr_array_unref);
  g_free (self);
}

DpRole
dp_people_get_roles (DpPeople *self,
                     const DpPerson *person,
                     gboolean *is_known)
{
  if (is_known != NULL)
    *is_known = self->members == NULL;
  if (self->members == NULL)
    return DP_ROLE_ALL;

  for (guint i = 0; i < self->members->len; i++)
    {
      const DpMember *member = g_ptr_array_index (self->members, i);

      if (!dp_person_is_same (member->person, person))
        continue;
      if (is_known != NULL)
        *is_known = TRUE;
      return member->roles;
    }
  return DP_ROLE_NONE;
}

char *
dp_people_dup_names (DpPeople *self,
                     DpRole roles)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; self->members != NULL && i < self->members->len; i++)
    {
      const DpMember *member = g_ptr_array_index (self->members, i);

      if ((member->roles & roles) != 0)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", member->person->name);
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}
