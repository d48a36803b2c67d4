/* dp-ledger.c: the disproof sentence by sentence: what carries each of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "review/dp-ledger.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include "review/dp-prose.h"

/* What was found of one paragraph; the same for as long as it reads the same. */
typedef struct
{
  GPtrArray *sentences; /* (element-type DpProseSentence) */
  GPtrArray *ranks;     /* (element-type GPtrArray): of each sentence its DpRankClaims */
} DpParagraph;

struct _DpLedger
{
  DpRankChecker *checker; /* (owned) (nullable) */
  char *language;
  GHashTable *paragraphs; /* text to DpParagraph */
  GPtrArray *sentences;   /* (element-type DpLedgerSentence) */
};

static void
paragraph_free (gpointer data)
{
  DpParagraph *paragraph = data;

  g_ptr_array_unref (paragraph->sentences);
  g_ptr_array_unref (paragraph->ranks);
  g_free (paragraph);
}

static void
sentence_free (gpointer data)
{
  DpLedgerSentence *sentence = data;

  g_free (sentence->text);
  g_strfreev (sentence->keys);
  g_strfreev (sentence->links);
  g_free (sentence->unknown);
  g_free (sentence->unlisted);
  g_free (sentence->conflict);
  g_free (sentence);
}

DpLedger *
dp_ledger_new (DpRankChecker *ranks)
{
  DpLedger *self = g_new0 (DpLedger, 1);

  self->checker = ranks != NULL ? dp_rank_checker_ref (ranks) : NULL;
  self->language = g_strdup ("");
  self->paragraphs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, paragraph_free);
  self->sentences = g_ptr_array_new_with_free_func (sentence_free);
  return self;
}

void
dp_ledger_free (DpLedger *self)
{
  g_free (self->language);
  g_hash_table_unref (self->paragraphs);
  g_ptr_array_unref (self->sentences);
  g_clear_pointer (&self->checker, dp_rank_checker_unref);
  g_free (self);
}

static DpParagraph *
read_paragraph (DpLedger *self,
                const char *text)
{
  DpParagraph *paragraph = g_new0 (DpParagraph, 1);

  paragraph->sentences = dp_prose_find_sentences (text, strlen (text), self->language);
  paragraph->ranks = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; self->checker != NULL && i < paragraph->sentences->len; i++)
    {
      const DpProseSentence *sentence = g_ptr_array_index (paragraph->sentences, i);

      g_ptr_array_add (paragraph->ranks, dp_rank_checker_check (self->checker, sentence->text, -1, self->language));
    }
  return paragraph;
}

/* (nullable): the card on what @claim is about; of another edition only when the sentence names none */
static DpEvidence *
find_card (DpCase *dp_case,
           const DpRankClaim *claim)
{
  GListModel *evidence = dp_case_list_evidence (dp_case);

  for (guint i = 0; i < g_list_model_get_n_items (evidence); i++)
    {
      g_autoptr (DpEvidence) card = g_list_model_get_item (evidence, i);

      if (dp_evidence_get_kind (card) == DP_EVIDENCE_RANKING &&
          g_strcmp0 (dp_evidence_get_index (card), claim->index) == 0 &&
          g_strcmp0 (dp_evidence_get_iso3 (card), claim->iso3) == 0 &&
          (claim->edition == NULL || g_str_equal (dp_evidence_get_edition (card), claim->edition)))
        return card;
    }
  return NULL;
}

/* (transfer full) (nullable): the card speaks first, since the case rests on it; then the tables */
static char *
dup_conflict (DpCase *dp_case,
              GPtrArray *claims)
{
  for (guint i = 0; i < claims->len; i++)
    {
      const DpRankClaim *claim = g_ptr_array_index (claims, i);
      DpEvidence *card = find_card (dp_case, claim);

      if (card != NULL && claim->rank > 0 && dp_evidence_get_rank (card) > 0 && claim->rank != dp_evidence_get_rank (card))
        {
          g_autofree char *heading = dp_evidence_dup_heading (card);

          /* Translators: a number, then a card: "Kazakhstan: 128 of 167, Democracy Index 2020" */
          return g_strdup_printf (_ ("This states place %u, but the card says: %s"), claim->rank, heading);
        }
      if (claim->verdict == DP_RANK_CONTRADICTED)
        return g_strdup (claim->why);
    }
  return NULL;
}

/* Which keys and links are of the case's evidence; made once for each update. */
typedef struct
{
  GHashTable *keys;
  GHashTable *links;
  GHashTable *reasoning;
} DpKnown;

static void
known_init (DpKnown *known,
            DpCase *dp_case)
{
  GListModel *evidence = dp_case_list_evidence (dp_case);
  const char *const *reasoning = dp_case_get_reasoning (dp_case);

  known->keys = g_hash_table_new (g_str_hash, g_str_equal);
  known->links = g_hash_table_new (g_str_hash, g_str_equal);
  known->reasoning = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < g_list_model_get_n_items (evidence); i++)
    {
      g_autoptr (DpEvidence) piece = g_list_model_get_item (evidence, i);

      g_hash_table_add (known->keys, (gpointer) dp_evidence_get_key (piece));
      g_hash_table_add (known->links, (gpointer) dp_evidence_get_link (piece));
      g_hash_table_add (known->links, (gpointer) dp_evidence_get_archive_link (piece));
    }
  g_hash_table_remove (known->links, "");
  for (guint i = 0; reasoning[i] != NULL; i++)
    g_hash_table_add (known->reasoning, (gpointer) reasoning[i]);
}

static void
known_clear (DpKnown *known)
{
  g_hash_table_unref (known->keys);
  g_hash_table_unref (known->links);
  g_hash_table_unref (known->reasoning);
}

/* Whether one of @words is in @set; @missing: (out): the first that is not. */
static gboolean
find_known (GHashTable *set,
            char **words,
            char **missing)
{
  gboolean found = FALSE;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (g_hash_table_contains (set, words[i]))
        found = TRUE;
      else if (*missing == NULL)
        *missing = g_strdup (words[i]);
    }
  return found;
}

static void
add_sentence (DpLedger *self,
              DpCase *dp_case,
              const DpKnown *known,
              const DpProseSentence *prose,
              GPtrArray *ranks,
              DpSpan span)
{
  DpLedgerSentence *sentence = g_new0 (DpLedgerSentence, 1);
  gboolean has_key;
  gboolean has_link;

  sentence->span = span;
  sentence->text = g_strdup (prose->text);
  sentence->keys = g_strdupv (prose->keys);
  sentence->links = g_strdupv (prose->links);
  has_key = find_known (known->keys, prose->keys, &sentence->unknown);
  has_link = find_known (known->links, prose->links, &sentence->unlisted);
  if (has_key || has_link)
    sentence->status = DP_LEDGER_CARRIED;
  else
    sentence->status = g_hash_table_contains (known->reasoning, prose->text) ? DP_LEDGER_REASONING : DP_LEDGER_UNCOVERED;
  if (ranks != NULL && ranks->len > 0)
    sentence->conflict = dup_conflict (dp_case, ranks);
  g_ptr_array_add (self->sentences, sentence);
}

static void
add_paragraph (DpLedger *self,
               DpCase *dp_case,
               const DpKnown *known,
               const DpParagraph *paragraph,
               gsize start,
               DpOffsets *offsets)
{
  for (guint i = 0; i < paragraph->sentences->len; i++)
    {
      const DpProseSentence *prose = g_ptr_array_index (paragraph->sentences, i);
      DpSpan span = { dp_offsets_to_char (offsets, start + prose->start), dp_offsets_to_char (offsets, start + prose->end) };

      add_sentence (self, dp_case, known, prose, i < paragraph->ranks->len ? g_ptr_array_index (paragraph->ranks, i) : NULL, span);
    }
}

void
dp_ledger_update (DpLedger *self,
                  DpCase *dp_case)
{
  const char *markdown = dp_case_get_disproof (dp_case);
  g_autoptr (GArray) blocks = dp_prose_find_blocks (markdown);
  g_autoptr (DpOffsets) offsets = dp_offsets_new (markdown, -1);
  g_autoptr (GHashTable) before = NULL;
  DpKnown known;

  if (!g_str_equal (self->language, dp_case_get_language (dp_case)))
    {
      g_free (self->language);
      self->language = g_strdup (dp_case_get_language (dp_case));
      g_hash_table_remove_all (self->paragraphs);
    }
  before = self->paragraphs;
  self->paragraphs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, paragraph_free);
  g_ptr_array_set_size (self->sentences, 0);
  known_init (&known, dp_case);
  for (guint i = 0; i < blocks->len; i++)
    {
      const DpProseBlock *block = &g_array_index (blocks, DpProseBlock, i);
      g_autofree char *text = g_strndup (markdown + block->start, block->end - block->start);
      DpParagraph *paragraph = g_hash_table_lookup (self->paragraphs, text);
      gpointer old_text;
      gpointer old_paragraph;

      if (paragraph == NULL && g_hash_table_steal_extended (before, text, &old_text, &old_paragraph))
        {
          paragraph = old_paragraph;
          g_hash_table_insert (self->paragraphs, old_text, paragraph);
        }
      if (paragraph == NULL)
        {
          paragraph = read_paragraph (self, text);
          g_hash_table_insert (self->paragraphs, g_strdup (text), paragraph);
        }
      add_paragraph (self, dp_case, &known, paragraph, block->start, offsets);
    }
  known_clear (&known);
}

GPtrArray *
dp_ledger_get_sentences (DpLedger *self)
{
  return self->sentences;
}

guint
dp_ledger_count (DpLedger *self,
                 DpLedgerStatus status)
{
  guint n = 0;

  for (guint i = 0; i < self->sentences->len; i++)
    n += ((DpLedgerSentence *) g_ptr_array_index (self->sentences, i))->status == status;
  return n;
}

void
dp_ledger_set_reasoning (DpCase *dp_case,
                         const char *text,
                         gboolean is_reasoning)
{
  const char *const *old = dp_case_get_reasoning (dp_case);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) sentences = NULL;

  for (guint i = 0; old[i] != NULL; i++)
    if (!g_str_equal (old[i], text))
      g_strv_builder_add (builder, old[i]);
  if (is_reasoning)
    g_strv_builder_add (builder, text);
  sentences = g_strv_builder_end (builder);
  dp_case_set_reasoning (dp_case, (const char *const *) sentences);
}
