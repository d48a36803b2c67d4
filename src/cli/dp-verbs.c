/* dp-verbs.c: the verbs of the command line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli/dp-verbs.h"

#include <glib/gi18n.h>

const DpVerb dp_verbs[] = {
  { "new", "FOLDER", N_ ("Make a case out of a page, a link or a text"), dp_verb_new },
  { "highlight", "CASE", N_ ("Highlight a passage of an article of a case"), dp_verb_highlight },
  { "tag", "CASE HIGHLIGHT NARRATIVE…", N_ ("Tag a highlight with narratives"), dp_verb_tag },
  { "evidence", "CASE source|ranking [QUERY…]", N_ ("Attach a source or a country ranking to a case"), dp_verb_evidence },
  { "relate", "CASE KIND OTHER-CASE", N_ ("Link a case to another one"), dp_verb_relate },
  { "write", "CASE", N_ ("Write summary, disproof, title or state of a case"), dp_verb_write },
  { "show", "CASE", N_ ("Print a case"), dp_verb_show },
  { "validate", "CASE…", N_ ("Check cases and what lies sealed with them"), dp_verb_validate },
  { "extract", "FILE [URL]", N_ ("Print the article that a page holds"), dp_verb_extract },
  { "sentences", "", N_ ("Print the sentences of the text on standard input"), dp_verb_sentences },
  { "anchor", "", N_ ("Find passages again in texts that changed: jobs on standard input, a line of JSON each"), dp_verb_anchor },
  { "narratives", "[LETTERS…]", N_ ("Look up narratives"), dp_verb_narratives },
  { "check-ranking", "[TEXT…]", N_ ("Check sentences that state the place of a country in a ranking"), dp_verb_check_ranking },
  { "ranking", "QUERY…", N_ ("Look up places of countries in rankings"), dp_verb_ranking },
  { NULL, NULL, NULL, NULL },
};

const DpVerb *
dp_verbs_find (const char *name)
{
  for (const DpVerb *verb = dp_verbs; verb->name != NULL; verb++)
    {
      if (g_str_equal (verb->name, name))
        return verb;
    }

  return NULL;
}
