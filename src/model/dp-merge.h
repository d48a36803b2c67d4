/* dp-merge.h: two versions of a case that went different ways, made one again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A three-way merge of the trees of case.json (data/case-format.md):
 *
 * - What only one side changed is as that side has it, member by member; what both changed alike, too.
 * - Objects with an "id" (relations by "case", waivers by "check") are the same object wherever they
 *   stand. One that a side added or took out is added or taken out; taken out here and changed there is a
 *   conflict.
 * - Lists of words are joined: what either added, without what either took out.
 * - Summary and disproof are merged by words where the changes do not touch each other (the hunks of
 *   Khanna, Kunal and Pierce, "A Formal Investigation of Diff3", 2007, with words in the place of lines).
 * - The histories go on from what they have in common, in the order of time, and are chained anew by their
 *   digests; no entry is lost, except for the moves of one side where both made moves, which is a conflict; so is
 *   a cross-check behind a move that ended the review.
 * - Of "modified" the later one counts.
 * - What one side took out while the other names it anew comes back: the highlight of a claim, the article of a
 *   highlight, the comment that is answered. Evidence that got one key on both sides is told apart: theirs gets
 *   another key, in its citations, too.
 * - Passages (selectors) and an article's blocks stay whole: half of each would be neither.
 *
 * Everything else that both changed is a conflict. What a side loses is always in one of them.
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef enum
{
  DP_MERGE_OURS,
  DP_MERGE_THEIRS,
  DP_MERGE_BOTH, /* of two texts: ours, an empty line, theirs; of other things: ours */
} DpMergeSide;

typedef struct
{
  char *place;      /* "/claims/ID/text": a JSON pointer, with ids in the place of numbers */
  JsonNode *base;   /* (nullable): not there */
  JsonNode *ours;   /* (nullable) */
  JsonNode *theirs; /* (nullable) */
} DpMergeConflict;

void dp_merge_conflict_free (DpMergeConflict *self);

/**
 * dp_merge:
 * @base: what both come from; none of the three is changed
 * @choices: (nullable) (element-type utf8 DpMergeSide): place to what was decided; ours where nothing was
 * @conflicts: (out) (optional) (transfer container) (element-type DpMergeConflict): all of them, decided
 *   or not, in the order of the case
 *
 * Returns: (transfer full)
 */
JsonNode *dp_merge (JsonNode *base,
                    JsonNode *ours,
                    JsonNode *theirs,
                    GHashTable *choices,
                    GPtrArray **conflicts);

/* (transfer full) (nullable): the text of both changes; %NULL where they touch. Words and the spaces
 * behind them are what is compared. */
char *dp_merge_texts (const char *base,
                      const char *ours,
                      const char *theirs);

G_END_DECLS
