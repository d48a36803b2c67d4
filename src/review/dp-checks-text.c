/* dp-checks-text.c: checks on summary and disproof
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "review/dp-checks-private.h"

#include <string.h>
#include "model/dp-citation.h"
#include "text/dp-words.h"

static guint
count_words (const char *text)
{
  guint n = 0;
  gboolean is_word = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (g_unichar_isspace (letter))
        is_word = FALSE;
      else if (!is_word && g_unichar_isalnum (letter))
        {
          is_word = TRUE;
          n++;
        }
    }
  return n;
}

/* Fewer letters than this between quotation marks are a word that is only mentioned. */
#define MIN_QUOTE 12

/* What opens a quotation, and what may close it. */
static const struct
{
  gunichar open;
  gunichar close[2];
} marks[] = {
  { 0x22, { 0x22 } },
  { 0x201c, { 0x201d } },
  { 0x201e, { 0x201c, 0x201d } },
  { 0xab, { 0xbb } },
  { 0xbb, { 0xab } },
};

static void
add_said (DpChecking *c,
          GString *said,
          const char *text)
{
  g_string_append (said, dp_checking_fold (c, text));
  g_string_append_c (said, '\n');
}

/* (transfer full): all that somebody said: articles, claims and their translations, sources, answers */
static GString *
gather_said (DpChecking *c)
{
  GString *said = g_string_new (NULL);
  GListModel *articles = dp_case_list_articles (c->dp_case);
  GListModel *claims = dp_case_list_claims (c->dp_case);
  GListModel *evidence = dp_case_list_evidence (c->dp_case);
  GListModel *inquiries = dp_case_list_inquiries (c->dp_case);

  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      add_said (c, said, dp_article_get_text (dp_checking_get (articles, i)));
      add_said (c, said, dp_article_get_title (dp_checking_get (articles, i)));
    }
  for (guint i = 0; i < g_list_model_get_n_items (claims); i++)
    {
      add_said (c, said, dp_claim_get_text (dp_checking_get (claims, i)));
      add_said (c, said, dp_claim_get_translation (dp_checking_get (claims, i)));
    }
  for (guint i = 0; i < g_list_model_get_n_items (evidence); i++)
    {
      add_said (c, said, dp_evidence_get_quote (dp_checking_get (evidence, i)));
      add_said (c, said, dp_evidence_get_title (dp_checking_get (evidence, i)));
      add_said (c, said, dp_evidence_get_note (dp_checking_get (evidence, i)));
    }
  for (guint i = 0; i < g_list_model_get_n_items (inquiries); i++)
    add_said (c, said, dp_inquiry_get_answer (dp_checking_get (inquiries, i)));
  return said;
}

static gboolean
is_said (const GString *said,
         const char *quote)
{
  g_autofree char *folded = dp_words_fold (quote, strlen (quote));

  return strstr (said->str, g_strstrip (folded)) != NULL;
}

/* (nullable): behind the quotation that begins at @open */
static const char *
find_close (const char *open,
            gunichar mark)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if (marks[i].open != mark)
        continue;
      for (const char *p = g_utf8_next_char (open); *p != '\0'; p = g_utf8_next_char (p))
        {
          gunichar letter = g_utf8_get_char (p);

          if (letter == marks[i].close[0] || (marks[i].close[1] != 0 && letter == marks[i].close[1]))
            return p;
        }
    }
  return NULL;
}

static void
find_quotes (DpChecking *c)
{
  GPtrArray *sentences = dp_ledger_get_sentences (c->ledger);
  GString *said = NULL;

  for (guint i = 0; i < sentences->len; i++)
    {
      const DpLedgerSentence *sentence = g_ptr_array_index (sentences, i);

      for (const char *p = sentence->text; *p != '\0'; p = g_utf8_next_char (p))
        {
          const char *close = find_close (p, g_utf8_get_char (p));
          const char *start = g_utf8_next_char (p);
          g_autofree char *quote = close != NULL ? g_strndup (start, close - start) : NULL;

          if (close == NULL)
            continue;
          /* The stop at the end of a quotation is often the quoting sentence's own. */
          while (*quote != '\0' && strchr (".,;:!?", quote[strlen (quote) - 1]) != NULL)
            quote[strlen (quote) - 1] = '\0';
          if (said == NULL)
            said = gather_said (c);
          if (g_utf8_strlen (quote, -1) >= MIN_QUOTE && !is_said (said, quote))
            dp_checking_find_sentence (c, sentence, quote);
          p = close;
        }
    }
  if (said != NULL)
    g_string_free (said, TRUE);
}

void
dp_check_summary (DpChecking *c)
{
  if (*dp_case_get_summary (c->dp_case) == '\0')
    dp_checking_find (c, NULL, "", "/summary");
}

void
dp_check_summary_length (DpChecking *c)
{
  if (count_words (dp_case_get_summary (c->dp_case)) > 150)
    dp_checking_find (c, NULL, "", "/summary");
}

void
dp_check_summary_citation (DpChecking *c)
{
  g_autoptr (GPtrArray) citations = dp_citations_find (dp_case_get_summary (c->dp_case));

  if (citations->len > 0)
    dp_checking_find (c, NULL, "", "/summary");
}

void
dp_check_disproof (DpChecking *c)
{
  if (dp_ledger_get_sentences (c->ledger)->len == 0)
    dp_checking_find (c, NULL, "", "/disproof");
}

void
dp_check_disproof_uncovered (DpChecking *c)
{
  GPtrArray *sentences = dp_ledger_get_sentences (c->ledger);

  for (guint i = 0; i < sentences->len; i++)
    {
      const DpLedgerSentence *sentence = g_ptr_array_index (sentences, i);

      if (sentence->status == DP_LEDGER_UNCOVERED)
        dp_checking_find_sentence (c, sentence, sentence->text);
    }
}

void
dp_check_disproof_citation (DpChecking *c)
{
  GPtrArray *sentences = dp_ledger_get_sentences (c->ledger);

  for (guint i = 0; i < sentences->len; i++)
    {
      const DpLedgerSentence *sentence = g_ptr_array_index (sentences, i);

      if (sentence->unknown != NULL)
        dp_checking_find_sentence (c, sentence, sentence->unknown);
    }
}

void
dp_check_disproof_link (DpChecking *c)
{
  GPtrArray *sentences = dp_ledger_get_sentences (c->ledger);

  for (guint i = 0; i < sentences->len; i++)
    {
      const DpLedgerSentence *sentence = g_ptr_array_index (sentences, i);

      if (sentence->unlisted != NULL)
        dp_checking_find_sentence (c, sentence, sentence->unlisted);
    }
}

void
dp_check_disproof_rank (DpChecking *c)
{
  GPtrArray *sentences = dp_ledger_get_sentences (c->ledger);

  for (guint i = 0; i < sentences->len; i++)
    {
      const DpLedgerSentence *sentence = g_ptr_array_index (sentences, i);

      if (sentence->conflict != NULL)
        dp_checking_find_sentence (c, sentence, sentence->conflict);
    }
}

void
dp_check_disproof_quote (DpChecking *c)
{
  find_quotes (c);
}

void
dp_check_disproof_reasoning (DpChecking *c)
{
  guint n = dp_ledger_get_sentences (c->ledger)->len;

  if (n > 2 && dp_ledger_count (c->ledger, DP_LEDGER_REASONING) * 2 > n)
    dp_checking_find (c, NULL, "", "/reasoning");
}

void
dp_check_disproof_length (DpChecking *c)
{
  if (dp_ledger_get_sentences (c->ledger)->len > 0 && count_words (dp_case_get_disproof (c->dp_case)) < 40)
    dp_checking_find (c, NULL, "", "/disproof");
}
