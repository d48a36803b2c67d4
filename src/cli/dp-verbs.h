/* dp-verbs.h: the verbs of the command line
 *
 * To add one: a file dp-verb-NAME.c with its function, the function here, a line in dp-verbs.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cli/dp-verb.h"

G_BEGIN_DECLS

/* In the order of the help; ends with one without a name. */
extern const DpVerb dp_verbs[];

/* (nullable) */
const DpVerb *dp_verbs_find (const char *name);

gboolean dp_verb_agreement (const DpVerb *self, char **arguments, GError **error);
gboolean dp_verb_anchor (const DpVerb *self, char **arguments, GError **error);
gboolean dp_verb_check_ranking (const DpVerb *self, char **arguments, GError **error);
gboolean dp_verb_check (const DpVerb *self, char **arguments, GError **error);
gboolean dp_verb_comment (const DpVerb *self, char **arguments, GError **error);
gboolean dp_verb_diff (const DpVerb *self, char **arguments, GError **error);
gboolean dp_verb_evidence (const DpVerb *self, char **arguments, GError **error);
gboolean dp_verb_extract (const DpVerb *self, char **arguments, GError **error);
gboolean dp_verb_highlight (const DpVerb *self, char **arguments, GError **error);
gboolean dp_verb_merge (const DpVerb *self, char **arguments, GError **error);
gboolean dp_verb_move (const DpVerb *self, char **arguments, GError **error);
gboolean dp_verb_narratives (const DpVerb *self, char **arguments, GError **error);
gboolean dp_verb_techniques (const DpVerb *self, char **arguments, GError **error);
gboolean dp_verb_new (const DpVerb *self, char **arguments, GError **error);
gboolean dp_verb_ranking (const DpVerb *self, char **arguments, GError **error);
gboolean dp_verb_table (const DpVerb *self, char **arguments, GError **error);
gboolean dp_verb_references (const DpVerb *self, char **arguments, GError **error);
gboolean dp_verb_relate (const DpVerb *self, char **arguments, GError **error);
gboolean dp_verb_sentences (const DpVerb *self, char **arguments, GError **error);
gboolean dp_verb_show (const DpVerb *self, char **arguments, GError **error);
gboolean dp_verb_tag (const DpVerb *self, char **arguments, GError **error);
gboolean dp_verb_validate (const DpVerb *self, char **arguments, GError **error);
gboolean dp_verb_waive (const DpVerb *self, char **arguments, GError **error);
gboolean dp_verb_write (const DpVerb *self, char **arguments, GError **error);

G_END_DECLS
