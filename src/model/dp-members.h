/* dp-members.h: reading and writing the members of JSON objects of a case
 *
 * Reading: one DpMembersIn for each object, on the stack, chained to the one around it, so that a
 * mistake can be named by its JSON pointer. The first mistake sticks: after it everything reads as
 * absent, and whoever reads need only ask at the end. Members are taken by name; what nobody took is
 * what this version does not know.
 *
 * Writing: members in the order of the calls; what is empty is left out; what was not known comes back
 * behind the member it stood behind.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>
#include "model/dp-unknown.h"

G_BEGIN_DECLS

#define DP_MEMBERS_MAX 48

typedef enum
{
  DP_MEMBER_OPTIONAL,
  DP_MEMBER_REQUIRED,
} DpMemberNeed;

typedef struct _DpMembersIn DpMembersIn;
struct _DpMembersIn
{
  const DpMembersIn *parent; /* (nullable) */
  const char *name;          /* of this object in its parent, or of the array it is in */
  int index;                 /* in that array, or -1 */
  JsonObject *object;
  GError **error;
  const char *taken[DP_MEMBERS_MAX];
  guint n_taken;
  char **place; /* (nullable): of the outermost object: takes the JSON pointer of the mistake */
};

void dp_members_in_init (DpMembersIn *self,
                         JsonObject *object,
                         GError **error);

/* The object that is member @name, or element @index of the array @name. FALSE: absent, or a mistake. */
gboolean dp_members_in_enter (DpMembersIn *self,
                              DpMembersIn *parent,
                              const char *name);
gboolean dp_members_in_enter_element (DpMembersIn *self,
                                      DpMembersIn *parent,
                                      const char *name,
                                      JsonArray *array,
                                      guint index);

gboolean dp_members_in_is_ok (DpMembersIn *self);

/* A mistake in member @name, at @index of its array or -1; @name may be %NULL for the object itself. */
void dp_members_in_fail (DpMembersIn *self,
                         const char *name,
                         int index,
                         const char *format,
                         ...) G_GNUC_PRINTF (4, 5);

/* (transfer none): "" when absent */
const char *dp_members_in_text (DpMembersIn *self,
                                const char *name,
                                DpMemberNeed need);
/* Letters, digits, dot, hyphen, underscore and colon, 1 to 128 of them; always required. */
const char *dp_members_in_id (DpMembersIn *self,
                              const char *name);
/* (transfer full): empty when absent */
char **dp_members_in_texts (DpMembersIn *self,
                            const char *name);
guint64 dp_members_in_number (DpMembersIn *self,
                              const char *name,
                              guint64 max,
                              DpMemberNeed need);
gboolean dp_members_in_flag (DpMembersIn *self,
                             const char *name);
/* One of the nicks of an enum type; @absent when optional and absent. */
int dp_members_in_word (DpMembersIn *self,
                        const char *name,
                        GType type,
                        DpMemberNeed need,
                        int absent);
/* (transfer none) (nullable) */
JsonArray *dp_members_in_array (DpMembersIn *self,
                                const char *name,
                                DpMemberNeed need);

/* For a file that is written by hand: a member that nobody took is a mistake. */
void dp_members_in_refuse_unknown (DpMembersIn *self);

/* (transfer full) (nullable): what nobody took */
DpUnknown *dp_members_in_unknown (DpMembersIn *self);

typedef struct
{
  JsonObject *object;
  DpUnknown *unknown; /* (nullable) */
} DpMembersOut;

/* @unknown: (nullable) (transfer none): must outlive the writing */
void dp_members_out_init (DpMembersOut *self,
                          DpUnknown *unknown);
/* (transfer full) */
JsonNode *dp_members_out_end (DpMembersOut *self);

void dp_members_out_text (DpMembersOut *self,
                          const char *name,
                          const char *value);
/* Also when it is empty. */
void dp_members_out_text_always (DpMembersOut *self,
                                 const char *name,
                                 const char *value);
void dp_members_out_texts (DpMembersOut *self,
                           const char *name,
                           const char *const *values);
/* 0 is left out. */
void dp_members_out_number (DpMembersOut *self,
                            const char *name,
                            guint64 value);
void dp_members_out_number_always (DpMembersOut *self,
                                   const char *name,
                                   guint64 value);
void dp_members_out_flag (DpMembersOut *self,
                          const char *name,
                          gboolean value);
/* @array: (transfer full): left out when empty */
void dp_members_out_array (DpMembersOut *self,
                           const char *name,
                           JsonArray *array);
/* @node: (transfer full) (nullable) */
void dp_members_out_node (DpMembersOut *self,
                          const char *name,
                          JsonNode *node);

G_END_DECLS
