/* sample-case.c: cases to test with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sample-case.h"

#include "base/dp-json.h"
#include "model/dp-case-text.h"

static DpArticle *
new_article (guint number,
             guint n_blocks)
{
  DpArticle *article = dp_article_new ();
  g_autoptr (GPtrArray) blocks = dp_blocks_new ();
  g_autofree char *title = g_strdup_printf ("Протесты в Казахстане, часть %u", number);
  const char *authors[] = { "А. Автор", "B. Writer", NULL };

  g_ptr_array_add (blocks, dp_block_new (DP_BLOCK_HEADLINE, 0, title));
  for (guint i = 0; i < n_blocks; i++)
    {
      DpBlock *block;
      g_autofree char *text = g_strdup_printf ("Абзац %u.%u: цена газа выросла вдвое 𝄞. A second sentence, number %u, with café.", number, i, i * 7);

      block = dp_block_new (i % 5 == 4 ? DP_BLOCK_LIST_ITEM : DP_BLOCK_PARAGRAPH, i % 5 == 4 ? 1 : 0, text);
      if (i % 3 == 1)
        {
          dp_block_add_link (block, 0, 5, "https://example.org/news/0");
          dp_block_add_link (block, 35, 36, "mailto:editor@example.org");
          dp_block_set_source (block, "A minister", "https://social.example.net/1");
        }
      g_ptr_array_add (blocks, block);
    }
  dp_article_set_title (article, title);
  dp_article_set_outlet (article, "Example Outlet");
  dp_article_set_link (article, "https://example.org/news/1?a=b&c=\"d\"");
  dp_article_set_canonical (article, "https://example.org/news/1");
  dp_article_set_archive_link (article, "https://archive.example.net/1");
  dp_article_set_authors (article, authors);
  dp_article_set_published (article, "2022-01-07");
  dp_article_set_modified (article, "2022-01-08T10:00");
  dp_article_set_language (article, "ru");
  dp_article_set_image (article, "https://example.org/news/1.jpg");
  dp_article_set_blocks (article, blocks);
  return article;
}

static void
seal (DpArticle *article)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("<p>page</p>", 11);
  g_autoptr (DpSealed) sealed = dp_sealed_new (bytes);
  const char *headers[] = { "Content-Type", "text/html; charset=utf-8", "X-Empty", "", NULL };

  g_free (sealed->media_type);
  sealed->media_type = g_strdup ("text/html; charset=utf-8");
  g_free (sealed->retrieved);
  sealed->retrieved = g_strdup ("2026-01-10T08:00:00Z");
  g_free (sealed->origin);
  sealed->origin = g_strdup ("link");
  g_free (sealed->link);
  sealed->link = g_strdup ("http://example.org/news/1");
  g_free (sealed->final_link);
  sealed->final_link = g_strdup ("https://example.org/news/1");
  sealed->status = 200;
  g_strfreev (sealed->headers);
  sealed->headers = g_strdupv ((char **) headers);
  dp_article_set_sealed (article, sealed);
  dp_article_set_sealed_image (article, sealed);
}

static void
add_highlights (DpCase *dp_case,
                DpArticle *article,
                guint n)
{
  GArray *sentences = dp_article_get_sentences (article);
  g_autoptr (DpNarrative) coup = dp_narrative_new ("colour-revolution", "Colour revolution", "", "", 3, FALSE);
  g_autoptr (DpNarrative) west = dp_narrative_new ("west-to-blame", "The West is to blame", "", "colour-revolution", 0, FALSE);

  for (guint i = 0; i < n; i++)
    {
      DpSpan span = g_array_index (sentences, DpSpan, i % sentences->len);
      DpHighlight *highlight = dp_case_add_highlight (dp_case, article, span);

      dp_case_tag (dp_case, highlight, i % 2 ? coup : west);
      if (i % 4 == 0)
        dp_highlight_set_techniques (highlight, (const char *[]){ "T0023.001 Reframe Context", "OWN-1 Another one", NULL });
      if (i % 3 == 0)
        dp_highlight_set_note (highlight, "A note\nof two lines");
    }
}

static void
add_evidence (DpCase *dp_case)
{
  g_autoptr (DpEvidence) source = dp_evidence_new (DP_EVIDENCE_SOURCE);
  g_autoptr (DpEvidence) ranking = dp_evidence_new (DP_EVIDENCE_RANKING);
  g_autoptr (DpHighlight) first = g_list_model_get_item (dp_case_list_highlights (dp_case), 0);

  dp_evidence_set_title (source, "Statement on Kazakhstan");
  dp_evidence_set_link (source, "https://example.org/statement");
  dp_evidence_set_archive_link (source, "https://archive.example.net/statement");
  dp_evidence_set_publisher (source, "High Representative");
  dp_evidence_set_author (source, "The Office");
  dp_evidence_set_date (source, "2022-01-08");
  dp_evidence_set_quote (source, "The right to peaceful demonstration …");
  dp_evidence_set_note (source, "Read on the day");
  dp_evidence_set_source_kind (source, DP_SOURCE_OFFICIAL);
  dp_case_add_evidence (dp_case, source);

  dp_evidence_set_title (ranking, "Democracy Index");
  dp_evidence_set_publisher (ranking, "Economist Intelligence Unit");
  dp_evidence_set_index (ranking, "democracy-index");
  dp_evidence_set_edition (ranking, "2020");
  dp_evidence_set_iso3 (ranking, "KAZ");
  dp_evidence_set_country (ranking, "Kazakhstan");
  dp_evidence_set_rank (ranking, 128);
  dp_evidence_set_total (ranking, 167);
  dp_evidence_set_score (ranking, "3.14");
  dp_evidence_set_citation (ranking, "EIU, Democracy Index 2020: Kazakhstan, 128 of 167.");
  dp_case_add_evidence (dp_case, ranking);

  if (first != NULL)
    {
      dp_evidence_set_stance (source, dp_highlight_get_id (first), DP_STANCE_UNDERMINES);
      dp_evidence_set_stance (ranking, dp_highlight_get_id (first), DP_STANCE_CONTEXT);
    }
}

static void
add_claim (DpCase *dp_case)
{
  g_autoptr (DpClaim) claim = dp_claim_new ("Протесты устроил Запад.");
  g_autoptr (DpHighlight) first = g_list_model_get_item (dp_case_list_highlights (dp_case), 0);
  const char *ids[] = { NULL, NULL };

  if (first != NULL)
    ids[0] = dp_highlight_get_id (first);
  dp_claim_set_language (claim, "ru");
  dp_claim_set_translation (claim, "The West staged the protests.");
  dp_claim_set_highlights (claim, ids);
  dp_case_add_claim (dp_case, claim);
}

static void
add_comments (DpCase *dp_case)
{
  g_autoptr (DpHighlight) first = g_list_model_get_item (dp_case_list_highlights (dp_case), 0);
  g_autoptr (DpComment) comment = NULL;
  g_autoptr (DpComment) reply = NULL;

  comment = dp_comment_new ("A. Checker", "2026-01-10T09:00:00Z", "Is this so?", first != NULL ? dp_highlight_get_id (first) : NULL);
  dp_comment_set_resolved (comment, TRUE);
  dp_comment_set_modified (comment, "2026-01-10T09:05:00Z");
  dp_case_add_comment (dp_case, comment);
  reply = dp_comment_new_reply (comment, "B. Writer", "2026-01-10T09:10:00Z", "It is.\nSee the second paragraph.");
  dp_case_add_comment (dp_case, reply);
}

DpCase *
sample_case_new (guint n_highlights)
{
  DpCase *dp_case = dp_case_new ();
  g_autoptr (DpArticle) first = new_article (1, n_highlights / 4 + 4);
  g_autoptr (DpArticle) second = new_article (2, n_highlights / 4 + 4);
  g_autoptr (DpRelation) relation = dp_relation_new (DP_RELATION_REPEATS, "0b6bd7ae-0f2a-4c25-8f0b-4a4a3a7f9f10", "An older case");

  dp_case_set_title (dp_case, "Kazakhstan: “colour revolution”");
  dp_case_set_state (dp_case, DP_CASE_STATE_IN_REVIEW);
  dp_case_set_language (dp_case, "en");
  dp_case_set_created (dp_case, "2026-01-10T08:00:00Z");
  dp_case_set_modified (dp_case, "2026-01-10T08:00:00Z");
  dp_case_set_summary (dp_case, "# Summary\n\nWhat the outlet says.");
  dp_case_set_disproof (dp_case, "They began in Mangystau [@high-representative-2022].");
  seal (first);
  dp_case_add_article (dp_case, first);
  dp_case_add_article (dp_case, second);
  add_highlights (dp_case, second, n_highlights / 2);
  add_highlights (dp_case, first, n_highlights - n_highlights / 2);
  add_evidence (dp_case);
  add_claim (dp_case);
  add_comments (dp_case);
  dp_relation_set_note (relation, "The same claim");
  dp_case_add_relation (dp_case, relation);
  return dp_case;
}

char *
sample_case_dup_text (DpCase *dp_case)
{
  g_autoptr (JsonNode) node = dp_case_to_json (dp_case);
  g_autoptr (GBytes) bytes = dp_json_write (node);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr (GPtrArray) parts = dp_case_text_get_parts (dp_case);
  g_autoptr (GBytes) kept = dp_case_text_join (parts);
  gsize kept_length;
  const char *kept_data = g_bytes_get_data (kept, &kept_length);

  /* What is saved is made of texts that were kept: they must never be those of another day. */
  g_assert_cmpmem (kept_data, kept_length, data, length);
  return g_strndup (data, length);
}

/* (transfer full) (nullable) */
static gpointer
pick (GListModel *list,
      GRand *random)
{
  guint n = g_list_model_get_n_items (list);

  return n > 0 ? g_list_model_get_item (list, g_rand_int_range (random, 0, n)) : NULL;
}

static void
edit_highlight (DpCase *dp_case,
                DpHighlight *highlight,
                GRand *random)
{
  static const char *const ids[] = { "a", "b", "c", "d" };
  const char *id = ids[g_rand_int_range (random, 0, G_N_ELEMENTS (ids))];
  g_autoptr (DpNarrative) narrative = dp_narrative_new (id, id, "", "", 1, FALSE);
  g_autofree char *note = g_strdup_printf ("note %d", g_rand_int_range (random, 0, 5));

  switch (g_rand_int_range (random, 0, 5))
    {
    case 0:
      dp_case_tag (dp_case, highlight, narrative);
      break;
    case 1:
      dp_case_untag (dp_case, highlight, id);
      break;
    case 3:
      dp_case_leave_lost (dp_case, highlight);
      break;
    case 2:
      dp_highlight_set_note (highlight, note);
      break;
    default:
      dp_case_remove_highlight (dp_case, highlight);
      /* Somebody who still holds it goes on writing. */
      dp_highlight_set_note (highlight, "after its removal");
    }
}

static void
edit_article (DpCase *dp_case,
              DpArticle *article,
              GRand *random)
{
  DpOffsets *offsets = dp_article_get_offsets (article);
  guint n = dp_offsets_get_n_chars (offsets);
  g_autoptr (GPtrArray) blocks = NULL;
  GPtrArray *old = dp_article_get_blocks (article);

  if (g_rand_int_range (random, 0, 3) > 0 && n > 2)
    {
      DpSpan span;

      span.start = g_rand_int_range (random, 0, n - 1);
      span.end = g_rand_int_range (random, span.start + 1, n + 1);
      dp_case_add_highlight (dp_case, article, span);
      return;
    }

  blocks = dp_blocks_new ();
  for (guint i = 0; i < old->len; i++)
    if (g_rand_int_range (random, 0, 8) > 0)
      g_ptr_array_add (blocks, dp_block_copy (g_ptr_array_index (old, i)));
  g_ptr_array_insert (blocks, 0, dp_block_new (DP_BLOCK_PARAGRAPH, 0, "A new first paragraph."));
  dp_case_correct_text (dp_case, article, blocks);
}

static void
edit_evidence (DpCase *dp_case,
               DpEvidence *evidence,
               GRand *random)
{
  g_autoptr (DpHighlight) highlight = pick (dp_case_list_highlights (dp_case), random);
  g_autoptr (DpEvidence) other = dp_evidence_new (DP_EVIDENCE_SOURCE);

  switch (g_rand_int_range (random, 0, 4))
    {
    case 0:
      dp_case_add_evidence (dp_case, other);
      break;
    case 1:
      dp_case_remove_evidence (dp_case, evidence);
      break;
    case 2:
      dp_evidence_set_rank (evidence, g_rand_int_range (random, 0, 10));
      break;
    default:
      if (highlight != NULL)
        dp_evidence_set_stance (evidence, dp_highlight_get_id (highlight), g_rand_int_range (random, 0, 4));
    }
}

static void
edit_case (DpCase *dp_case,
           GRand *random)
{
  g_autofree char *text = g_strdup_printf ("text %d", g_rand_int_range (random, 0, 10));
  g_autoptr (DpClaim) claim = dp_claim_new (text);
  g_autoptr (DpRelation) relation = dp_relation_new (DP_RELATION_UPDATES, text + 5, "Other");
  g_autoptr (DpComment) comment = pick (dp_case_list_comments (dp_case), random);
  g_autoptr (DpComment) reply = NULL;

  switch (g_rand_int_range (random, 0, 8))
    {
    case 0:
      dp_case_set_title (dp_case, text);
      break;
    case 1:
      dp_case_set_disproof (dp_case, text);
      break;
    case 2:
      dp_case_set_verdict (dp_case, text);
      break;
    case 3:
      dp_case_add_claim (dp_case, claim);
      break;
    case 4:
      if (comment != NULL)
        dp_comment_set_text (comment, text);
      break;
    case 5:
      if (comment != NULL)
        reply = dp_comment_new_reply (comment, "C", "2026-01-10T09:10:00Z", text);
      else
        reply = dp_comment_new ("C", "2026-01-10T09:10:00Z", text, NULL);
      dp_case_add_comment (dp_case, reply);
      break;
    case 6:
      if (comment != NULL)
        dp_case_remove_comment (dp_case, comment);
      break;
    default:
      dp_case_add_relation (dp_case, relation);
    }
}

void
sample_case_edit (DpCase *dp_case,
                  GRand *random)
{
  g_autoptr (DpHighlight) highlight = pick (dp_case_list_highlights (dp_case), random);
  g_autoptr (DpArticle) article = pick (dp_case_list_articles (dp_case), random);
  g_autoptr (DpEvidence) evidence = pick (dp_case_list_evidence (dp_case), random);

  switch (g_rand_int_range (random, 0, 4))
    {
    case 0:
      if (highlight != NULL)
        edit_highlight (dp_case, highlight, random);
      break;
    case 1:
      if (article != NULL)
        edit_article (dp_case, article, random);
      break;
    case 2:
      if (evidence != NULL)
        edit_evidence (dp_case, evidence, random);
      break;
    default:
      edit_case (dp_case, random);
    }
}
