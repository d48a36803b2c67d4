/* dp-json-change.h: a change between two versions of a JSON file, carried over to a third
 *
 * Objects are compared member by member, and lists of objects that have an "id" each item by item, by
 * their ids; any other list is one value.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * dp_json_prune:
 * @before: an object, like @after; not changed
 *
 * Leaves of both only what differs, with the ids that are needed to find it again.
 */
void dp_json_prune (JsonNode *before,
                    JsonNode *after,
                    JsonNode **pruned_before,
                    JsonNode **pruned_after);

/**
 * dp_json_carry:
 * @current: an object; not changed
 * @before: what was there, as a whole or pruned
 * @after: what should be there instead
 * @place: (out) (transfer full) (nullable): a JSON pointer, with ids for items, to what is neither as
 *   @before nor as @after has it
 *
 * What is already as @after has it stays. New items go to the end of their list.
 *
 * Returns: (transfer full) (nullable): @current with the change, or %NULL with @place
 */
JsonNode *dp_json_carry (JsonNode *current,
                         JsonNode *before,
                         JsonNode *after,
                         char **place);

/* (transfer full): with everything in it; json_node_copy() shares objects and arrays. */
JsonNode *dp_json_dup (JsonNode *node);

G_END_DECLS
