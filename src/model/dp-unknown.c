/* dp-unknown.c: members of a case's JSON that this version does not know
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/dp-unknown.h"

#include "model/dp-case-text.h"

typedef struct
{
  char *after;
  char *name;
  JsonNode *node;
} DpMember;

struct _DpUnknown
{
  gatomicrefcount ref_count;
  GPtrArray *members; /* (element-type DpMember) */
};

static G_DEFINE_QUARK (dp_unknown, dp_unknown)

static void
member_free (gpointer data)
{
  DpMember *member = data;

  g_free (member->after);
  g_free (member->name);
  json_node_unref (member->node);
  g_free (member);
}

DpUnknown *
dp_unknown_new (void)
{
  DpUnknown *self = g_new0 (DpUnknown, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->members = g_ptr_array_new_with_free_func (member_free);
  return self;
}

DpUnknown *
dp_unknown_ref (DpUnknown *self)
{
  if (self != NULL)
    g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
dp_unknown_unref (DpUnknown *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->members);
  g_free (self);
}

void
dp_unknown_add (DpUnknown *self,
                const char *after,
                const char *name,
                JsonNode *node)
{
  DpMember *member = g_new0 (DpMember, 1);

  member->after = g_strdup (after);
  member->name = g_strdup (name);
  member->node = json_node_copy (node);
  g_ptr_array_add (self->members, member);
}

void
dp_unknown_write (DpUnknown *self,
                  const char *after,
                  JsonObject *object)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < self->members->len; i++)
    {
      DpMember *member = g_ptr_array_index (self->members, i);

      if (g_str_equal (member->after, after))
        json_object_set_member (object, member->name, json_node_copy (member->node));
    }
}

void
dp_unknown_attach (DpUnknown *self,
                   gpointer object)
{
  g_object_set_qdata_full (object, dp_unknown_quark (), dp_unknown_ref (self), (GDestroyNotify) dp_unknown_unref);
  dp_case_text_forget (object);
}

DpUnknown *
dp_unknown_of (gpointer object)
{
  return g_object_get_qdata (object, dp_unknown_quark ());
}
