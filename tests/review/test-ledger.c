/* test-ledger.c: the sentences of a disproof, what carries them, and what the checks find
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "review/dp-checks.h"

#include <string.h>

/* (transfer full): a case with evidence "a" and "b" and that disproof */
static DpCase *
make_case (const char *disproof)
{
  DpCase *dp_case = dp_case_new ();

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (DpEvidence) evidence = dp_evidence_new (DP_EVIDENCE_SOURCE);

      dp_evidence_set_key (evidence, i == 0 ? "a" : "b");
      dp_evidence_set_link (evidence, i == 0 ? "https://example.org/a" : "https://example.org/b");
      dp_evidence_set_quote (evidence, "We never ordered anything like that.");
      dp_case_add_evidence (dp_case, evidence);
    }
  dp_case_set_language (dp_case, "en");
  dp_case_set_disproof (dp_case, disproof);
  return dp_case;
}

/* "text|status|keys", one a line; u uncovered, c carried, r reasoning */
static void
assert_ledger (DpCase *dp_case,
               const char *wanted)
{
  g_autoptr (DpLedger) ledger = dp_ledger_new (NULL);
  g_autoptr (GString) found = g_string_new (NULL);
  GPtrArray *sentences;

  dp_ledger_update (ledger, dp_case);
  sentences = dp_ledger_get_sentences (ledger);
  for (guint i = 0; i < sentences->len; i++)
    {
      const DpLedgerSentence *sentence = g_ptr_array_index (sentences, i);
      g_autofree char *keys = g_strjoinv (",", sentence->keys);

      g_string_append_printf (found, "%s|%c|%s\n", sentence->text, "cru"[sentence->status], keys);
      g_assert_cmpuint (sentence->span.start, <, sentence->span.end);
      if (i > 0)
        g_assert_cmpuint (((DpLedgerSentence *) g_ptr_array_index (sentences, i - 1))->span.end, <=, sentence->span.start);
    }
  g_assert_cmpstr (found->str, ==, wanted);
}

static void
test_sentences (void)
{
  static const struct
  {
    const char *disproof;
    const char *wanted;
  } ledgers[] = {
    { "", "" },
    { "It began over gas [@a].", "It began over gas .|c|a\n" },
    { "One. [@a] Two.", "One.|c|a\nTwo.|u|\n" },
    { "One [@a; @b]. Two [@x].", "One .|c|a,b\nTwo .|u|x\n" },
    { "# A heading\n\nText one. Text\ntwo [@b].\n", "Text one.|u|\nText two .|c|b\n" },
    { "A heading\n=========\n\nText.", "Text.|u|\n" },
    { "- first [@a]\n- second\n\n> He said so. [@b]\n", "first|c|a\nsecond|u|\nHe said so.|c|b\n" },
    { "```\ncode [@a].\n```\nAfter.", "After.|u|\n" },
    { "It is **not** *so*, says `x`.", "It is not so, says x.|u|\n" },
    { "See [the page](https://example.org/a) for it. See [another](https://example.org/c).", "See the page for it.|c|\nSee another.|u|\n" },
    { "A snake_case word.", "A snake_case word.|u|\n" },
    { "[x]: https://example.org/a\n\nText.", "Text.|u|\n" },
    { "1. One [@a].\n2. Two.", "One .|c|a\nTwo.|u|\n" },
    { "An \\[@a] escaped one.", "An [@a] escaped one.|u|\n" },
    { "Цена выросла вдвое [@a]. Так было.", "Цена выросла вдвое .|c|a\nТак было.|u|\n" },
    { "[@a] Before it.", "Before it.|c|a\n" },
    { "***\n\nText.", "Text.|u|\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ledgers); i++)
    {
      g_autoptr (DpCase) dp_case = make_case (ledgers[i].disproof);

      g_test_message ("%s", ledgers[i].disproof);
      assert_ledger (dp_case, ledgers[i].wanted);
    }
}

static void
test_reasoning (void)
{
  g_autoptr (DpCase) dp_case = make_case ("It rose [@a]. So nobody ordered it.");

  dp_ledger_set_reasoning (dp_case, "So nobody ordered it.", TRUE);
  assert_ledger (dp_case, "It rose .|c|a\nSo nobody ordered it.|r|\n");
  /* It was said of these words, not of others. */
  dp_case_set_disproof (dp_case, "It rose [@a]. So somebody ordered it.");
  assert_ledger (dp_case, "It rose .|c|a\nSo somebody ordered it.|u|\n");
  dp_case_set_disproof (dp_case, "It rose [@a].\n\nSo *nobody*\nordered it.");
  assert_ledger (dp_case, "It rose .|c|a\nSo nobody ordered it.|r|\n");
  dp_ledger_set_reasoning (dp_case, "So nobody ordered it.", FALSE);
  assert_ledger (dp_case, "It rose .|c|a\nSo nobody ordered it.|u|\n");
}

/* Spans are those of the Markdown, with what belongs to the sentence. */
static void
test_spans (void)
{
  g_autoptr (DpCase) dp_case = make_case ("“Ö” is one. [@a]  And **two** [@b].\n");
  g_autoptr (DpLedger) ledger = dp_ledger_new (NULL);
  g_autoptr (DpOffsets) offsets = dp_offsets_new (dp_case_get_disproof (dp_case), -1);
  GPtrArray *sentences;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  dp_ledger_update (ledger, dp_case);
  sentences = dp_ledger_get_sentences (ledger);
  g_assert_cmpuint (sentences->len, ==, 2);
  first = dp_offsets_dup_text (offsets, ((DpLedgerSentence *) g_ptr_array_index (sentences, 0))->span);
  second = dp_offsets_dup_text (offsets, ((DpLedgerSentence *) g_ptr_array_index (sentences, 1))->span);
  g_assert_cmpstr (first, ==, "“Ö” is one. [@a]");
  g_assert_cmpstr (second, ==, "And **two** [@b].");
}

/* What is kept of paragraphs that did not change is what would be found anew. */
static void
test_kept (void)
{
  static const char *const pieces[] = { "One. ", "Two [@a]. ", "\n\n", "- ", "> ", "**", "[@", "]", "# ", "\n", "`", "(x) ", "é! ", "[l](https://example.org/a) " };
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr (DpLedger) kept = dp_ledger_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (DpCase) dp_case = NULL;
      g_autoptr (DpLedger) anew = dp_ledger_new (NULL);
      GPtrArray *a;
      GPtrArray *b;

      if (text->len > 400)
        g_string_erase (text, 0, g_utf8_offset_to_pointer (text->str, 100) - text->str);
      g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      dp_case = make_case (text->str);
      dp_ledger_update (kept, dp_case);
      dp_ledger_update (anew, dp_case);
      a = dp_ledger_get_sentences (kept);
      b = dp_ledger_get_sentences (anew);
      g_assert_cmpuint (a->len, ==, b->len);
      for (guint j = 0; j < a->len; j++)
        {
          const DpLedgerSentence *one = g_ptr_array_index (a, j);
          const DpLedgerSentence *other = g_ptr_array_index (b, j);

          g_assert_cmpstr (one->text, ==, other->text);
          g_assert_cmpuint (one->span.start, ==, other->span.start);
          g_assert_cmpuint (one->span.end, ==, other->span.end);
          g_assert_cmpint (one->status, ==, other->status);
        }
    }
}

static guint
count_found (DpChecker *checker,
             const char *check)
{
  GPtrArray *findings = dp_checker_get_findings (checker);
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += g_str_equal (((DpFinding *) g_ptr_array_index (findings, i))->check->id, check);
  return n;
}

/* An empty case, and one mended step by step: each check finds what it is for, and then no more. */
static void
test_mending (void)
{
  g_autoptr (DpHouse) house = dp_house_new (NULL);
  g_autoptr (DpChecker) checker = dp_checker_new (house, NULL);
  g_autoptr (DpCase) dp_case = dp_case_new ();
  g_autoptr (DpArticle) article = dp_article_new ();
  g_autoptr (DpClaim) claim = dp_claim_new ("Кто-то сказал это вслух.");
  g_autoptr (DpEvidence) evidence = dp_evidence_new (DP_EVIDENCE_SOURCE);
  g_autoptr (DpInquiry) inquiry = dp_inquiry_new ();
  g_autoptr (GPtrArray) blocks = dp_blocks_from_plain_text ("Somebody said it aloud.");
  DpHighlight *highlight;
  const char *ids[] = { NULL, NULL };

#define RUN() dp_checker_run (checker, dp_case, NULL, "2026-01-10")
#define FOUND(check) (RUN (), count_found (checker, check) > 0)
#define MENDS(check, step)       \
  g_assert_true (FOUND (check)); \
  step;                          \
  g_assert_false (FOUND (check))

  MENDS ("case-title", dp_case_set_title (dp_case, "A title"));
  MENDS ("case-language", dp_case_set_language (dp_case, "en-GB"));
  MENDS ("case-verdict", dp_case_set_verdict (dp_case, "flase"));
  MENDS ("case-verdict-known", dp_case_set_verdict (dp_case, "false"));
  MENDS ("article", dp_case_add_article (dp_case, article));
  MENDS ("article-link", dp_article_set_link (article, "https://example.org/post"));
  MENDS ("article-archive", dp_article_set_archive_link (article, "https://example.net/post"));
  MENDS ("article-outlet", dp_article_set_outlet (article, "The Daily Example"));
  MENDS ("article-date", dp_article_set_published (article, "2027-01-01"));
  MENDS ("article-date-future", dp_article_set_published (article, "2026-01-01"));
  MENDS ("article-language", dp_article_set_language (article, "en"));
  MENDS ("article-text", dp_article_set_blocks (article, blocks));
  highlight = dp_case_add_highlight (dp_case, article, (DpSpan){ 0, 13 });
  ids[0] = dp_highlight_get_id (highlight);
  MENDS ("claim", dp_case_add_claim (dp_case, claim));
  MENDS ("claim-highlight", dp_claim_set_highlights (claim, ids));
  MENDS ("claim-language", dp_claim_set_language (claim, "ru"));
  MENDS ("claim-translation", dp_claim_set_translation (claim, "Somebody said it aloud."));
  MENDS ("claim-translator", dp_claim_set_translator (claim, "Tia"));
  dp_claim_set_translation_checked_by (claim, "Tia");
  MENDS ("claim-translation-read", dp_claim_set_translation_checked_by (claim, "Sam"));
  MENDS ("claim-true-in-it", dp_claim_set_true_in_it (claim, "Nothing"));
  dp_evidence_set_key (evidence, "a");
  dp_case_add_evidence (dp_case, evidence);
  MENDS ("evidence-title", dp_evidence_set_title (evidence, "A report"));
  MENDS ("evidence-source", dp_evidence_set_publisher (evidence, "Office"));
  MENDS ("evidence-link", dp_evidence_set_link (evidence, "https://example.org/post"));
  MENDS ("evidence-own-article", dp_evidence_set_link (evidence, "https://example.org/report"));
  MENDS ("evidence-archive", dp_evidence_set_archive_link (evidence, "https://example.net/report"));
  MENDS ("evidence-date", dp_evidence_set_date (evidence, "2026"));
  MENDS ("evidence-quote", dp_evidence_set_quote (evidence, "Nobody said “anything” of that kind"));
  MENDS ("claim-evidence", dp_evidence_set_stance (evidence, ids[0], DP_STANCE_UNDERMINES));
  g_assert_true (FOUND ("claim-balance"));
  g_assert_true (FOUND ("claim-primary"));
  MENDS ("claim-two-sources", {
    g_autoptr (DpEvidence) second = dp_evidence_new (DP_EVIDENCE_SOURCE);

    dp_evidence_set_publisher (second, "Ministry");
    dp_evidence_set_source_kind (second, DP_SOURCE_PRIMARY);
    dp_evidence_set_key (second, "b");
    dp_evidence_set_link (second, "https://example.org/report");
    dp_evidence_set_stance (second, ids[0], DP_STANCE_SUPPORTS);
    dp_case_add_evidence (dp_case, second);
  });
  g_assert_false (FOUND ("claim-balance"));
  g_assert_false (FOUND ("claim-primary"));
  g_assert_true (FOUND ("evidence-twice"));
  MENDS ("summary", dp_case_set_summary (dp_case, "It is said [@a]."));
  MENDS ("summary-citation", dp_case_set_summary (dp_case, "It is said."));
  MENDS ("disproof", dp_case_set_disproof (dp_case, "“Nobody said anything, of that kind.” It is [so](https://example.org/x)."));
  MENDS ("disproof-quote", dp_case_set_disproof (dp_case, "“Nobody said 'anything' of that kind.” It is [so](https://example.org/x)."); dp_evidence_set_quote (evidence, "Nobody said ‘anything’ of that kind"));
  MENDS ("disproof-link", dp_case_set_disproof (dp_case, "Nobody did [@z]."));
  MENDS ("disproof-citation", dp_case_set_disproof (dp_case, "Nobody did."));
  MENDS ("disproof-uncovered", dp_case_set_disproof (dp_case, "Nobody did [@a; @b]."));
  g_assert_false (FOUND ("evidence-cited"));
  MENDS ("reply", dp_case_add_inquiry (dp_case, inquiry));
  dp_inquiry_set_outcome (inquiry, DP_INQUIRY_NOT_APPLICABLE);
  MENDS ("reply-reason", dp_inquiry_set_reason (inquiry, "Nobody is named"));
  dp_inquiry_set_contact (inquiry, "The desk");
  dp_inquiry_set_outcome (inquiry, DP_INQUIRY_ASKED);
  MENDS ("reply-open", dp_inquiry_set_outcome (inquiry, DP_INQUIRY_ANSWERED));
  MENDS ("reply-answer", dp_inquiry_set_answer (inquiry, "No comment"));
  MENDS ("reply-in-text", {
    g_autofree char *sentence = dp_inquiry_dup_sentence (inquiry);
    g_autofree char *text = g_strdup_printf ("Nobody did [@a; @b]. %s", sentence);

    dp_case_set_disproof (dp_case, text);
  });
  dp_highlight_set_lost (highlight, TRUE);
  MENDS ("highlight-lost", dp_highlight_set_lost (highlight, FALSE));
  g_assert_true (FOUND ("disproof-uncovered"));
  g_assert_cmpuint (dp_checker_count (checker, DP_SEVERITY_BLOCKS), ==, 1);
  dp_case_waive (dp_case, "disproof-uncovered", "The answer is its own source", "Ann");
  RUN ();
  g_assert_cmpuint (dp_checker_count (checker, DP_SEVERITY_BLOCKS), ==, 0);
}

/* Ids are the names of things that are kept in files: they are of one kind, and each is there once. */
static void
test_table (void)
{
  guint n_checks;
  const DpCheck *checks = dp_checks_get_all (&n_checks);
  static const char *const authorities[] = { "IFCN", "EFCSN", "AFP", "Full Fact", "ClaimReview", NULL };

  g_assert_cmpuint (n_checks, >=, 40);
  for (guint i = 0; i < n_checks; i++)
    {
      g_assert_true (dp_checks_find (checks[i].id) == &checks[i]);
      g_assert_cmpuint (strspn (checks[i].id, G_CSET_a_2_z "-"), ==, strlen (checks[i].id));
      g_assert_true (g_strv_contains (authorities, checks[i].authority));
      g_assert_cmpint (checks[i].severity, !=, DP_SEVERITY_OFF);
      g_assert_false (g_str_has_suffix (checks[i].title, "."));
      g_assert_true (g_str_has_suffix (checks[i].why, "."));
      g_assert_true (g_str_has_suffix (checks[i].mend, "."));
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ledger/sentences", test_sentences);
  g_test_add_func ("/ledger/reasoning", test_reasoning);
  g_test_add_func ("/ledger/spans", test_spans);
  g_test_add_func ("/ledger/kept", test_kept);
  g_test_add_func ("/checks/mending", test_mending);
  g_test_add_func ("/checks/table", test_table);
  return g_test_run ();
}
