/* dp-content.h: what an approval is of: the content of a case, its digest, and what changed in it
 *
 * The content is the JSON of the case without what changes without changing what is said: the format's
 * version, state, created, modified, comments, history and its digest, and the colours of narratives.
 * data/case-format.md has the same list.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/dp-case.h"

G_BEGIN_DECLS

/* (transfer full) */
JsonNode *dp_content_new (DpCase *dp_case);

/* (transfer full): of the JSON of a case; @node is not changed */
JsonNode *dp_content_new_from_json (JsonNode *node);

/* (transfer full): SHA-256 of its canonical JSON (RFC 8785) */
char *dp_content_dup_digest (JsonNode *content);

/* (transfer full): the same of the case as it is now */
char *dp_case_dup_content_digest (DpCase *dp_case);

/* What somebody worked on. */
typedef enum
{
  DP_PART_TEXT = 1 << 0,        /* title, summary, disproof, claims, verdict, what else is said */
  DP_PART_TRANSLATION = 1 << 1, /* of claims */
  DP_PART_EVIDENCE = 1 << 2,
  DP_PART_ARTICLE = 1 << 3, /* articles, highlights and their narratives: stands against no approval */
} DpPart;

/* In which parts the two differ. That a second speaker read a translation, and why a check does not
 * apply, is in none. */
DpPart dp_content_compare (JsonNode *old_content,
                           JsonNode *new_content);

typedef enum
{
  DP_CHANGE_ADDED,
  DP_CHANGE_REMOVED,
  DP_CHANGE_CHANGED,
} DpChangeKind;

/* One difference. */
typedef struct
{
  DpChangeKind kind;
  char *place;    /* a JSON pointer, into the new content, or into the old one for what was removed */
  char *heading;  /* for people, translated: "Disproof", "Evidence: Democracy Index: rank" */
  char *old_text; /* "" when it was added */
  char *new_text; /* "" when it was removed */
} DpChange;

/* (transfer full) (element-type DpChange): in the order of the content. Items of lists are the same by
 * their id, wherever they stand. */
GPtrArray *dp_content_diff (JsonNode *old_content,
                            JsonNode *new_content);

G_END_DECLS
