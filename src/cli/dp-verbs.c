/* dp-verbs.c: the verbs of the command line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli/dp-verbs.h"

#include <glib/gi18n.h>

const DpVerb dp_verbs[] = {
  { "new", "FOLDER", N_ ("Make a case out of a page, a link or a text"), dp_verb_new },
  { "highlight", "CASE", N_ ("Highlight a passage of an article of a case"), dp_verb_highlight, TRUE },
  { "tag", "CASE HIGHLIGHT NARRATIVE|TECHNIQUE…", N_ ("Tag a highlight with narratives and techniques"), dp_verb_tag, TRUE },
  { "evidence", "CASE source|ranking [QUERY…]", N_ ("Attach a source or a country ranking to a case"), dp_verb_evidence, TRUE },
  { "references", "CASE [FILE]", N_ ("Attach the sources of a list in CSL-JSON or RIS to a case"), dp_verb_references, TRUE },
  { "relate", "CASE KIND OTHER-CASE", N_ ("Link a case to another one"), dp_verb_relate, TRUE },
  { "write", "CASE", N_ ("Write summary, disproof, title or verdict of a case"), dp_verb_write, TRUE },
  { "check", "CASE…", N_ ("Print what cases still lack"), dp_verb_check },
  { "waive", "CASE CHECK [REASON]", N_ ("Say why a check does not apply to a case; without a reason, take that back"), dp_verb_waive, TRUE },
  { "submit", "CASE", N_ ("Give a case to be reviewed"), dp_verb_move, TRUE },
  { "recall", "CASE", N_ ("Take a case back from its review"), dp_verb_move, TRUE },
  { "read", "CASE", N_ ("Say that you read a case as it is now"), dp_verb_move, TRUE },
  { "cross-check", "CASE WORDS", N_ ("Give a verdict of your own on a case under review"), dp_verb_move, TRUE },
  { "request-changes", "CASE WORDS", N_ ("Ask for changes of a case under review"), dp_verb_move, TRUE },
  { "approve", "CASE", N_ ("Approve the very content that was submitted"), dp_verb_move, TRUE },
  { "publish", "CASE", N_ ("Say that an approved case is published"), dp_verb_move, TRUE },
  { "correct", "CASE WORDS", N_ ("Publish a correction; the words are for the reader"), dp_verb_move, TRUE },
  { "withdraw", "CASE WORDS", N_ ("Withdraw what was published; the words are for the reader"), dp_verb_move, TRUE },
  { "decline", "CASE WORDS", N_ ("Decide not to check a case"), dp_verb_move, TRUE },
  { "reopen", "CASE WORDS", N_ ("Open a case again that was withdrawn or not checked"), dp_verb_move, TRUE },
  { "comment", "CASE WORDS", N_ ("Comment on a case, a passage or a comment"), dp_verb_comment, TRUE },
  { "agreement", "LIBRARY", N_ ("Print how far the cross-checks in a library agree"), dp_verb_agreement },
  { "diff", "CASE@VERSION CASE", N_ ("Print what changed between two versions of a case"), dp_verb_diff },
  { "merge", "BASE OURS THEIRS", N_ ("Merge two versions of a case.json; git can call it by itself"), dp_verb_merge },
  { "show", "CASE", N_ ("Print a case"), dp_verb_show },
  { "validate", "CASE…", N_ ("Check cases and what lies sealed with them"), dp_verb_validate },
  { "extract", "FILE [URL]", N_ ("Print the article that a page holds"), dp_verb_extract },
  { "sentences", "", N_ ("Print the sentences of the text on standard input"), dp_verb_sentences },
  { "anchor", "", N_ ("Find passages again in texts that changed: jobs on standard input, a line of JSON each"), dp_verb_anchor },
  { "narratives", "[LETTERS… | list | show ID | add LABEL | rename ID LABEL | move ID [PARENT] | merge ID INTO | retire ID | restore ID | history | undo | redo]",
    N_ ("Look up narratives, and change those of a library"), dp_verb_narratives, TRUE },
  { "techniques", "[LETTERS… | import FILE]", N_ ("Look up techniques, and take in a set of them"), dp_verb_techniques },
  { "check-ranking", "[TEXT…]", N_ ("Check sentences that state the place of a country in a ranking"), dp_verb_check_ranking },
  { "ranking", "QUERY…", N_ ("Look up places of countries in rankings"), dp_verb_ranking },
  { "table", "FILE", N_ ("Check a publisher’s table of an index, and take it"), dp_verb_table },
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
