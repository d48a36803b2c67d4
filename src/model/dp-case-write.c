/* dp-case-write.c: a case as JSON
 *
 * The order of the members here is their order in the file: see data/case-format.md.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/dp-case-private.h"

#include "model/dp-members.h"
#include "model/dp-selectors.h"

static JsonArray *
write_links (const DpBlock *block)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; block->links != NULL && i < block->links->len; i++)
    {
      const DpBlockLink *link = g_ptr_array_index (block->links, i);
      DpMembersOut out;

      dp_members_out_init (&out, link->unknown);
      dp_members_out_number_always (&out, "start", link->start);
      dp_members_out_number_always (&out, "end", link->end);
      dp_members_out_text (&out, "href", link->href);
      json_array_add_element (array, dp_members_out_end (&out));
    }
  return array;
}

JsonNode *
dp_block_to_json (const DpBlock *block)
{
  DpMembersOut out;

  dp_members_out_init (&out, block->unknown);
  dp_members_out_text (&out, "kind", dp_block_kind_to_nick (block->kind));
  dp_members_out_number (&out, "level", block->level);
  dp_members_out_text (&out, "text", block->text);
  dp_members_out_text (&out, "language", block->language);
  dp_members_out_text (&out, "source", block->source);
  dp_members_out_text (&out, "source_link", block->source_link);
  dp_members_out_array (&out, "links", write_links (block));
  return dp_members_out_end (&out);
}

/* "Name: value" each, so that a header is one line of the file. */
static GStrv
join_headers (char **headers)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  for (; headers != NULL && headers[0] != NULL && headers[1] != NULL; headers += 2)
    {
      g_autofree char *line = g_strconcat (headers[0], ": ", headers[1], NULL);
      g_autofree char *valid = g_utf8_make_valid (line, -1);

      g_strv_builder_add (lines, valid);
    }
  return g_strv_builder_end (lines);
}

static JsonNode *
write_sealed (const DpSealed *sealed)
{
  DpMembersOut out;
  g_auto (GStrv) headers = NULL;

  if (sealed == NULL)
    return NULL;

  headers = join_headers (sealed->headers);
  dp_members_out_init (&out, sealed->unknown);
  dp_members_out_text (&out, "sha256", sealed->sha256);
  dp_members_out_number_always (&out, "size", sealed->size);
  dp_members_out_text (&out, "media_type", sealed->media_type);
  dp_members_out_text (&out, "retrieved", sealed->retrieved);
  dp_members_out_text (&out, "origin", sealed->origin);
  dp_members_out_text (&out, "link", sealed->link);
  dp_members_out_text (&out, "final_link", sealed->final_link);
  dp_members_out_number (&out, "status", sealed->status);
  dp_members_out_texts (&out, "headers", (const char *const *) headers);
  return dp_members_out_end (&out);
}

static JsonArray *
write_versions (GPtrArray *versions)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < versions->len; i++)
    json_array_add_element (array, write_sealed (g_ptr_array_index (versions, i)));
  return array;
}

/* A null where the items are to come. */
static JsonArray *
write_place (guint n_items)
{
  JsonArray *array = json_array_new ();

  if (n_items > 0)
    json_array_add_null_element (array);
  return array;
}

static JsonArray *
write_pairs (GArray *pairs)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < pairs->len; i++)
    {
      const DpTranslationPair *pair = &g_array_index (pairs, DpTranslationPair, i);
      DpMembersOut out;

      dp_members_out_init (&out, NULL);
      dp_members_out_number_always (&out, "start", pair->source.start);
      dp_members_out_number_always (&out, "end", pair->source.end);
      dp_members_out_number_always (&out, "translation_start", pair->target.start);
      dp_members_out_number_always (&out, "translation_end", pair->target.end);
      json_array_add_element (array, dp_members_out_end (&out));
    }
  return array;
}

static JsonArray *
write_blocks (GPtrArray *blocks)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < blocks->len; i++)
    json_array_add_element (array, dp_block_to_json (g_ptr_array_index (blocks, i)));
  return array;
}

static JsonNode *
write_translation (const DpTranslation *translation)
{
  DpMembersOut out;

  if (translation == NULL)
    return NULL;

  dp_members_out_init (&out, translation->unknown);
  dp_members_out_text (&out, "language", translation->language);
  dp_members_out_text (&out, "translator", translation->translator);
  dp_members_out_array (&out, "blocks", write_blocks (translation->blocks));
  dp_members_out_array (&out, "pairs", write_pairs (translation->pairs));
  return dp_members_out_end (&out);
}

static JsonNode *
write_article_with (DpArticle *article,
                    JsonArray *blocks)
{
  DpMembersOut out;

  dp_members_out_init (&out, dp_unknown_of (article));
  dp_members_out_text (&out, "id", dp_article_get_id (article));
  dp_members_out_text (&out, "link", dp_article_get_link (article));
  dp_members_out_text (&out, "canonical", dp_article_get_canonical (article));
  dp_members_out_text (&out, "archive_link", dp_article_get_archive_link (article));
  dp_members_out_text (&out, "outlet", dp_article_get_outlet (article));
  dp_members_out_text (&out, "title", dp_article_get_title (article));
  dp_members_out_texts (&out, "authors", dp_article_get_authors (article));
  dp_members_out_text (&out, "published", dp_article_get_published (article));
  dp_members_out_text (&out, "modified", dp_article_get_modified (article));
  dp_members_out_text (&out, "language", dp_article_get_language (article));
  dp_members_out_text (&out, "image", dp_article_get_image (article));
  dp_members_out_array (&out, "blocks", blocks);
  dp_members_out_node (&out, "sealed", write_sealed (dp_article_get_sealed (article)));
  dp_members_out_node (&out, "sealed_image", write_sealed (dp_article_get_sealed_image (article)));
  dp_members_out_array (&out, "versions", write_versions (dp_article_get_versions (article)));
  dp_members_out_node (&out, "translation", write_translation (dp_article_get_translation (article)));
  return dp_members_out_end (&out);
}

static JsonNode *
write_article (gpointer item)
{
  return write_article_with (item, write_blocks (dp_article_get_blocks (item)));
}

JsonNode *
dp_article_to_json_outline (gpointer item)
{
  return write_article_with (item, write_place (dp_article_get_blocks (item)->len));
}

static JsonNode *
write_narrative (gpointer item)
{
  DpNarrative *narrative = item;
  DpMembersOut out;

  dp_members_out_init (&out, dp_unknown_of (narrative));
  dp_members_out_text (&out, "id", dp_narrative_get_id (narrative));
  dp_members_out_text (&out, "label", dp_narrative_get_label (narrative));
  dp_members_out_text (&out, "parent", dp_narrative_get_parent_id (narrative));
  dp_members_out_number_always (&out, "colour", dp_narrative_get_colour (narrative));
  return dp_members_out_end (&out);
}

static JsonArray *
write_candidates (GPtrArray *candidates)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < candidates->len; i++)
    {
      const DpCandidate *candidate = g_ptr_array_index (candidates, i);
      DpMembersOut out;

      dp_members_out_init (&out, candidate->unknown);
      dp_members_out_text (&out, "exact", candidate->anchor->exact);
      dp_members_out_text (&out, "prefix", candidate->anchor->prefix);
      dp_members_out_text (&out, "suffix", candidate->anchor->suffix);
      dp_members_out_number_always (&out, "start", candidate->anchor->start);
      dp_members_out_number_always (&out, "end", candidate->anchor->end);
      dp_members_out_number_always (&out, "score", candidate->score);
      json_array_add_element (array, dp_members_out_end (&out));
    }
  return array;
}

JsonNode *
dp_highlight_to_json (gpointer item)
{
  DpHighlight *highlight = item;
  DpMembersOut out;

  dp_members_out_init (&out, dp_unknown_of (highlight));
  dp_members_out_text (&out, "id", dp_highlight_get_id (highlight));
  dp_members_out_text (&out, "article", dp_highlight_get_article_id (highlight));
  dp_members_out_array (&out, "selectors", dp_selectors_write (highlight, dp_highlight_get_anchor (highlight)));
  dp_members_out_texts (&out, "narratives", dp_highlight_get_narratives (highlight));
  dp_members_out_texts (&out, "techniques", dp_highlight_get_techniques (highlight));
  dp_members_out_text (&out, "note", dp_highlight_get_note (highlight));
  dp_members_out_flag (&out, "lost", dp_highlight_is_lost (highlight));
  dp_members_out_array (&out, "candidates", write_candidates (dp_highlight_get_candidates (highlight)));
  return dp_members_out_end (&out);
}

JsonNode *
dp_claim_to_json (gpointer item)
{
  DpClaim *claim = item;
  DpMembersOut out;

  dp_members_out_init (&out, dp_unknown_of (claim));
  dp_members_out_text (&out, "id", dp_claim_get_id (claim));
  dp_members_out_text_always (&out, "text", dp_claim_get_text (claim));
  dp_members_out_text (&out, "language", dp_claim_get_language (claim));
  dp_members_out_text (&out, "translation", dp_claim_get_translation (claim));
  dp_members_out_text (&out, "translator", dp_claim_get_translator (claim));
  dp_members_out_text (&out, "translation_checked_by", dp_claim_get_translation_checked_by (claim));
  dp_members_out_text (&out, "true_in_it", dp_claim_get_true_in_it (claim));
  dp_members_out_texts (&out, "highlights", dp_claim_get_highlights (claim));
  return dp_members_out_end (&out);
}

static JsonArray *
write_bearings (GPtrArray *bearings)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < bearings->len; i++)
    {
      const DpBearing *bearing = g_ptr_array_index (bearings, i);
      DpMembersOut out;

      dp_members_out_init (&out, bearing->unknown);
      dp_members_out_text (&out, "highlight", bearing->highlight);
      dp_members_out_text (&out, "stance", dp_stance_to_nick (bearing->stance));
      json_array_add_element (array, dp_members_out_end (&out));
    }
  return array;
}

JsonNode *
dp_evidence_to_json (gpointer item)
{
  DpEvidence *evidence = item;
  gboolean has_source_kind = dp_evidence_get_kind (evidence) == DP_EVIDENCE_SOURCE || dp_evidence_get_source_kind (evidence) != DP_SOURCE_OTHER;
  DpMembersOut out;

  dp_members_out_init (&out, dp_unknown_of (evidence));
  dp_members_out_text (&out, "id", dp_evidence_get_id (evidence));
  dp_members_out_text (&out, "key", dp_evidence_get_key (evidence));
  dp_members_out_text (&out, "kind", dp_evidence_kind_to_nick (dp_evidence_get_kind (evidence)));
  dp_members_out_text (&out, "source_kind", has_source_kind ? dp_source_kind_to_nick (dp_evidence_get_source_kind (evidence)) : "");
  dp_members_out_text (&out, "title", dp_evidence_get_title (evidence));
  dp_members_out_text (&out, "link", dp_evidence_get_link (evidence));
  dp_members_out_text (&out, "archive_link", dp_evidence_get_archive_link (evidence));
  dp_members_out_text (&out, "publisher", dp_evidence_get_publisher (evidence));
  dp_members_out_text (&out, "author", dp_evidence_get_author (evidence));
  dp_members_out_text (&out, "date", dp_evidence_get_date (evidence));
  dp_members_out_text (&out, "quote", dp_evidence_get_quote (evidence));
  dp_members_out_text (&out, "index", dp_evidence_get_index (evidence));
  dp_members_out_text (&out, "edition", dp_evidence_get_edition (evidence));
  dp_members_out_text (&out, "iso3", dp_evidence_get_iso3 (evidence));
  dp_members_out_text (&out, "country", dp_evidence_get_country (evidence));
  dp_members_out_number (&out, "rank", dp_evidence_get_rank (evidence));
  dp_members_out_number (&out, "total", dp_evidence_get_total (evidence));
  dp_members_out_text (&out, "score", dp_evidence_get_score (evidence));
  dp_members_out_text (&out, "citation", dp_evidence_get_citation (evidence));
  dp_members_out_text (&out, "note", dp_evidence_get_note (evidence));
  dp_members_out_array (&out, "bearings", write_bearings (dp_evidence_get_bearings (evidence)));
  return dp_members_out_end (&out);
}

static JsonNode *
write_inquiry (gpointer item)
{
  DpInquiry *inquiry = item;
  DpMembersOut out;

  dp_members_out_init (&out, dp_unknown_of (inquiry));
  dp_members_out_text (&out, "id", dp_inquiry_get_id (inquiry));
  dp_members_out_text (&out, "contact", dp_inquiry_get_contact (inquiry));
  dp_members_out_text (&out, "channel", dp_inquiry_get_channel (inquiry));
  dp_members_out_text (&out, "question", dp_inquiry_get_question (inquiry));
  dp_members_out_text (&out, "asked", dp_inquiry_get_asked (inquiry));
  dp_members_out_text (&out, "deadline", dp_inquiry_get_deadline (inquiry));
  dp_members_out_text (&out, "outcome", dp_inquiry_outcome_to_nick (dp_inquiry_get_outcome (inquiry)));
  dp_members_out_text (&out, "answered", dp_inquiry_get_answered (inquiry));
  dp_members_out_text (&out, "answer", dp_inquiry_get_answer (inquiry));
  dp_members_out_text (&out, "reason", dp_inquiry_get_reason (inquiry));
  return dp_members_out_end (&out);
}

static JsonNode *
write_waiver (gpointer item)
{
  DpWaiver *waiver = item;
  DpMembersOut out;

  dp_members_out_init (&out, dp_unknown_of (waiver));
  dp_members_out_text (&out, "check", dp_waiver_get_check (waiver));
  dp_members_out_text (&out, "reason", dp_waiver_get_reason (waiver));
  dp_members_out_text (&out, "author", dp_waiver_get_author (waiver));
  return dp_members_out_end (&out);
}

static JsonNode *
write_relation (gpointer item)
{
  DpRelation *relation = item;
  DpMembersOut out;

  dp_members_out_init (&out, dp_unknown_of (relation));
  dp_members_out_text (&out, "case", dp_relation_get_case_id (relation));
  dp_members_out_text (&out, "title", dp_relation_get_title (relation));
  dp_members_out_text (&out, "kind", dp_relation_kind_to_nick (dp_relation_get_kind (relation)));
  dp_members_out_text (&out, "note", dp_relation_get_note (relation));
  return dp_members_out_end (&out);
}

static JsonNode *
write_comment (gpointer item)
{
  DpComment *comment = item;
  DpMembersOut out;

  dp_members_out_init (&out, dp_unknown_of (comment));
  dp_members_out_text (&out, "id", dp_comment_get_id (comment));
  dp_members_out_text (&out, "author", dp_comment_get_author (comment));
  dp_members_out_text (&out, "created", dp_comment_get_created (comment));
  dp_members_out_text (&out, "modified", dp_comment_get_modified (comment));
  if (*dp_comment_get_reply_to (comment) == '\0')
    dp_members_out_text (&out, "highlight", dp_comment_get_highlight_id (comment));
  dp_members_out_text (&out, "evidence", dp_comment_get_evidence_id (comment));
  dp_members_out_text (&out, "about", dp_comment_get_about (comment));
  dp_members_out_text (&out, "part", dp_comment_get_part (comment));
  if (dp_comment_get_anchor (comment) != NULL)
    dp_members_out_array (&out, "selectors", dp_selectors_write (comment, dp_comment_get_anchor (comment)));
  dp_members_out_text (&out, "reply_to", dp_comment_get_reply_to (comment));
  dp_members_out_text_always (&out, "text", dp_comment_get_text (comment));
  dp_members_out_flag (&out, "resolved", dp_comment_is_resolved (comment));
  return dp_members_out_end (&out);
}

static JsonArray *
write_list (GListModel *list,
            JsonNode *(*write) (gpointer item))
{
  JsonArray *array = json_array_new ();
  guint n = g_list_model_get_n_items (list);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (list, i);

      json_array_add_element (array, write (item));
    }
  return array;
}

static JsonArray *
write_list_place (GListModel *list,
                  JsonNode *(*write) (gpointer item))
{
  return write_place (g_list_model_get_n_items (list));
}

/* @write_long: for the lists that grow long, or whose items are long */
static JsonNode *
write_case (DpCase *self,
            JsonArray *(*write_long) (GListModel *list, JsonNode *(*write) (gpointer item)))
{
  DpMembersOut out;

  dp_members_out_init (&out, dp_unknown_of (self));
  dp_members_out_text (&out, "format", DP_CASE_FORMAT);
  dp_members_out_number (&out, "version", DP_CASE_VERSION);
  dp_members_out_text (&out, "id", dp_case_get_id (self));
  dp_members_out_text_always (&out, "title", dp_case_get_title (self));
  dp_members_out_text (&out, "state", dp_case_state_to_nick (dp_case_get_state (self)));
  dp_members_out_text (&out, "language", dp_case_get_language (self));
  dp_members_out_text (&out, "created", dp_case_get_created (self));
  dp_members_out_text (&out, "modified", dp_case_get_modified (self));
  dp_members_out_array (&out, "articles", write_long (dp_case_list_articles (self), write_article));
  dp_members_out_array (&out, "narratives", write_list (dp_case_list_narratives (self), write_narrative));
  dp_members_out_array (&out, "highlights", write_long (dp_case_list_highlights (self), dp_highlight_to_json));
  dp_members_out_array (&out, "claims", write_long (dp_case_list_claims (self), dp_claim_to_json));
  dp_members_out_array (&out, "evidence", write_long (dp_case_list_evidence (self), dp_evidence_to_json));
  dp_members_out_text (&out, "summary", dp_case_get_summary (self));
  dp_members_out_text (&out, "disproof", dp_case_get_disproof (self));
  dp_members_out_text (&out, "verdict", dp_case_get_verdict (self));
  dp_members_out_texts (&out, "reasoning", dp_case_get_reasoning (self));
  dp_members_out_array (&out, "inquiries", write_list (dp_case_list_inquiries (self), write_inquiry));
  dp_members_out_array (&out, "waivers", write_list (dp_case_list_waivers (self), write_waiver));
  dp_members_out_array (&out, "relations", write_list (dp_case_list_relations (self), write_relation));
  dp_members_out_array (&out, "comments", write_list (dp_case_list_comments (self), write_comment));
  dp_members_out_array (&out, "history", write_list (dp_case_list_entries (self), dp_entry_to_json));
  dp_members_out_text (&out, "history_digest", dp_case_get_history_digest (self));
  return dp_members_out_end (&out);
}

JsonNode *
dp_case_to_json (DpCase *self)
{
  g_return_val_if_fail (DP_IS_CASE (self), NULL);

  return write_case (self, write_list);
}

JsonNode *
dp_case_to_json_outline (DpCase *self)
{
  return write_case (self, write_list_place);
}
