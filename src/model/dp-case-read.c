/* dp-case-read.c: a case out of JSON, checked member by member
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/dp-case-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include "base/dp-date.h"
#include "model/dp-members.h"
#include "model/dp-selectors.h"
#include "reference/dp-techniques.h"

#define MAX_LEVEL 64
#define MAX_SAFE_INTEGER ((G_GUINT64_CONSTANT (1) << 53) - 1)

/* The case under construction, and which identifiers it has so far. */
typedef struct
{
  DpCase *dp_case;
  GHashTable *articles;
  GHashTable *narratives;
  GHashTable *highlights;
  GHashTable *claims;
  GHashTable *evidence;
  GHashTable *keys;
  GHashTable *comments;
  GHashTable *threads; /* of comments that begin one: to what they are about */
} DpReading;

static void
reading_init (DpReading *self)
{
  self->dp_case = NULL;
  self->articles = g_hash_table_new (g_str_hash, g_str_equal);
  self->narratives = g_hash_table_new (g_str_hash, g_str_equal);
  self->highlights = g_hash_table_new (g_str_hash, g_str_equal);
  self->claims = g_hash_table_new (g_str_hash, g_str_equal);
  self->evidence = g_hash_table_new (g_str_hash, g_str_equal);
  self->keys = g_hash_table_new (g_str_hash, g_str_equal);
  self->comments = g_hash_table_new (g_str_hash, g_str_equal);
  self->threads = g_hash_table_new (g_str_hash, g_str_equal);
}

static void
reading_clear (DpReading *self)
{
  g_clear_object (&self->dp_case);
  g_hash_table_unref (self->articles);
  g_hash_table_unref (self->narratives);
  g_hash_table_unref (self->highlights);
  g_hash_table_unref (self->claims);
  g_hash_table_unref (self->evidence);
  g_hash_table_unref (self->keys);
  g_hash_table_unref (self->comments);
  g_hash_table_unref (self->threads);
}

/* The id of an item, which no other of its list may have. @ids borrows from the JSON. */
static const char *
read_id (DpMembersIn *in,
         const char *name,
         GHashTable *ids)
{
  const char *id = dp_members_in_id (in, name);

  if (dp_members_in_is_ok (in) && !g_hash_table_add (ids, (gpointer) id))
    dp_members_in_fail (in, name, -1, _ ("“%.128s” is given twice"), id);
  return id;
}

static void
check_known (DpMembersIn *in,
             const char *name,
             int index,
             const char *id,
             GHashTable *ids)
{
  if (dp_members_in_is_ok (in) && !g_hash_table_contains (ids, id))
    dp_members_in_fail (in, name, index, _ ("“%.128s” does not exist in this case"), id);
}

/* (transfer full): ids that must be among @ids */
static GStrv
read_references (DpMembersIn *in,
                 const char *name,
                 GHashTable *ids)
{
  GStrv references = dp_members_in_texts (in, name);

  for (guint i = 0; references[i] != NULL; i++)
    check_known (in, name, i, references[i], ids);
  return references;
}

/* A moment, written by a program: RFC 3339. */
static const char *
read_moment (DpMembersIn *in,
             const char *name)
{
  const char *text = dp_members_in_text (in, name, DP_MEMBER_OPTIONAL);
  DpDate date;

  if (*text == '\0')
    return text;
  if (strlen (text) < strlen ("2026-01-10T08:00:00Z") || text[4] != '-' || text[10] != 'T' ||
      !dp_date_parse (text, &date) || date.precision != DP_DATE_SECOND || !date.has_zone)
    dp_members_in_fail (in, name, -1, "%s", _ ("a time such as 2026-01-10T08:00:00Z is needed here"));
  return text;
}

static void
read_links (DpMembersIn *block_in,
            DpBlock *block)
{
  JsonArray *array = dp_members_in_array (block_in, "links", DP_MEMBER_OPTIONAL);
  guint n = array != NULL ? json_array_get_length (array) : 0;
  DpMembersIn in;

  for (guint i = 0; i < n && dp_members_in_enter_element (&in, block_in, "links", array, i); i++)
    {
      guint start = dp_members_in_number (&in, "start", G_MAXUINT32, DP_MEMBER_REQUIRED);
      guint end = dp_members_in_number (&in, "end", G_MAXUINT32, DP_MEMBER_REQUIRED);
      const char *href = dp_members_in_text (&in, "href", DP_MEMBER_REQUIRED);
      DpBlockLink *link;

      if (!dp_members_in_is_ok (&in))
        return;
      link = dp_block_add_link (block, start, end, href);
      if (link == NULL)
        dp_members_in_fail (&in, NULL, -1, "%s", _ ("a link needs an end behind its start, within the text and behind the link before it"));
      else
        link->unknown = dp_members_in_unknown (&in);
    }
}

static void
read_block (DpMembersIn *in,
            GPtrArray *blocks)
{
  DpBlockKind kind = dp_members_in_word (in, "kind", DP_TYPE_BLOCK_KIND, DP_MEMBER_REQUIRED, DP_BLOCK_PARAGRAPH);
  guint level = dp_members_in_number (in, "level", MAX_LEVEL, DP_MEMBER_OPTIONAL);
  const char *text = dp_members_in_text (in, "text", DP_MEMBER_REQUIRED);
  const char *language = dp_members_in_text (in, "language", DP_MEMBER_OPTIONAL);
  const char *source = dp_members_in_text (in, "source", DP_MEMBER_OPTIONAL);
  const char *source_link = dp_members_in_text (in, "source_link", DP_MEMBER_OPTIONAL);
  DpBlock *block;

  if (!dp_members_in_is_ok (in))
    return;

  block = dp_block_new (kind, level, text);
  g_free (block->language);
  block->language = g_strdup (language);
  dp_block_set_source (block, source, source_link);
  read_links (in, block);
  block->unknown = dp_members_in_unknown (in);
  g_ptr_array_add (blocks, block);
}

/* (transfer full): of an article or a translation */
static GPtrArray *
read_blocks (DpMembersIn *outer)
{
  GPtrArray *blocks = dp_blocks_new ();
  JsonArray *array = dp_members_in_array (outer, "blocks", DP_MEMBER_OPTIONAL);
  guint n = array != NULL ? json_array_get_length (array) : 0;
  DpMembersIn in;

  for (guint i = 0; i < n && dp_members_in_enter_element (&in, outer, "blocks", array, i); i++)
    read_block (&in, blocks);
  return blocks;
}

static DpSpan
read_span (DpMembersIn *in,
           const char *start_name,
           const char *end_name)
{
  DpSpan span;

  span.start = dp_members_in_number (in, start_name, G_MAXINT32 - 1, DP_MEMBER_REQUIRED);
  span.end = dp_members_in_number (in, end_name, G_MAXINT32, DP_MEMBER_REQUIRED);
  if (dp_members_in_is_ok (in) && span.start >= span.end)
    dp_members_in_fail (in, end_name, -1, "%s", _ ("the end must lie behind the start"));
  return span;
}

/* Pairs that are not in order in both texts are dropped, all but the last of them. */
static void
read_pairs (DpMembersIn *translation_in,
            DpTranslation *translation)
{
  JsonArray *array = dp_members_in_array (translation_in, "pairs", DP_MEMBER_OPTIONAL);
  guint n = array != NULL ? json_array_get_length (array) : 0;
  DpMembersIn in;

  for (guint i = 0; i < n && dp_members_in_enter_element (&in, translation_in, "pairs", array, i); i++)
    {
      DpTranslationPair pair;

      pair.source = read_span (&in, "start", "end");
      pair.target = read_span (&in, "translation_start", "translation_end");
      if (!dp_members_in_is_ok (&in))
        return;
      dp_translation_add_pair (translation, pair);
    }
}

static void
read_translation (DpMembersIn *article_in,
                  DpArticle *article)
{
  g_autoptr (DpTranslation) translation = NULL;
  g_autoptr (GPtrArray) blocks = NULL;
  const char *language, *translator;
  DpMembersIn in;

  if (!dp_members_in_enter (&in, article_in, "translation"))
    return;

  language = dp_members_in_text (&in, "language", DP_MEMBER_OPTIONAL);
  translator = dp_members_in_text (&in, "translator", DP_MEMBER_OPTIONAL);
  blocks = read_blocks (&in);
  translation = dp_translation_new (language, translator, blocks);
  read_pairs (&in, translation);
  if (!dp_members_in_is_ok (&in))
    return;

  translation->unknown = dp_members_in_unknown (&in);
  dp_article_set_translation (article, translation);
}

/* (transfer full): name, value, name, value ... */
static GStrv
split_headers (DpMembersIn *in)
{
  g_auto (GStrv) lines = dp_members_in_texts (in, "headers");
  g_autoptr (GStrvBuilder) headers = g_strv_builder_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *colon = strstr (lines[i], ": ");

      if (colon == NULL || colon == lines[i])
        {
          dp_members_in_fail (in, "headers", i, "%s", _ ("a header such as “Name: value” is needed here"));
          break;
        }
      *colon = '\0';
      g_strv_builder_add (headers, lines[i]);
      g_strv_builder_add (headers, colon + 2);
    }
  return g_strv_builder_end (headers);
}

static void
check_sealed (DpMembersIn *in,
              const char *sha256,
              const char *origin)
{
  static const char *const origins[] = { "", "link", "file", "clipboard", "drop", NULL };

  /* The digest becomes the name of a file: nothing but a digest may pass. */
  if (!dp_sealed_is_digest (sha256))
    dp_members_in_fail (in, "sha256", -1, "%s", _ ("64 digits from 0 to 9 and a to f are needed here"));
  if (!g_strv_contains (origins, origin))
    dp_members_in_fail (in, "origin", -1, _ ("“%.64s” is not known here, only: %s"), origin, "link, file, clipboard, drop");
}

/* (transfer full) (nullable): %NULL after a mistake */
static DpSealed *
read_seal (DpMembersIn *in)
{
  g_auto (GStrv) headers = NULL;
  DpSealed sealed;
  DpSealed *copy;

  sealed.sha256 = (char *) dp_members_in_text (in, "sha256", DP_MEMBER_REQUIRED);
  sealed.size = dp_members_in_number (in, "size", MAX_SAFE_INTEGER, DP_MEMBER_REQUIRED);
  sealed.media_type = (char *) dp_members_in_text (in, "media_type", DP_MEMBER_OPTIONAL);
  sealed.retrieved = (char *) read_moment (in, "retrieved");
  sealed.origin = (char *) dp_members_in_text (in, "origin", DP_MEMBER_OPTIONAL);
  sealed.link = (char *) dp_members_in_text (in, "link", DP_MEMBER_OPTIONAL);
  sealed.final_link = (char *) dp_members_in_text (in, "final_link", DP_MEMBER_OPTIONAL);
  sealed.status = dp_members_in_number (in, "status", 999, DP_MEMBER_OPTIONAL);
  sealed.headers = headers = split_headers (in);
  check_sealed (in, sealed.sha256, sealed.origin);
  if (!dp_members_in_is_ok (in))
    return NULL;

  sealed.unknown = dp_members_in_unknown (in);
  copy = dp_sealed_copy (&sealed);
  dp_unknown_unref (sealed.unknown);
  return copy;
}

static void
read_sealed (DpMembersIn *article_in,
             const char *name,
             DpArticle *article,
             void (*set) (DpArticle *article, const DpSealed *sealed))
{
  g_autoptr (DpSealed) sealed = NULL;
  DpMembersIn in;

  if (!dp_members_in_enter (&in, article_in, name))
    return;

  sealed = read_seal (&in);
  if (sealed != NULL)
    set (article, sealed);
}

static void
read_versions (DpMembersIn *article_in,
               DpArticle *article)
{
  g_autoptr (GPtrArray) versions = dp_seals_new ();
  JsonArray *array = dp_members_in_array (article_in, "versions", DP_MEMBER_OPTIONAL);
  guint n = array != NULL ? json_array_get_length (array) : 0;
  DpMembersIn in;

  for (guint i = 0; i < n && dp_members_in_enter_element (&in, article_in, "versions", array, i); i++)
    {
      DpSealed *sealed = read_seal (&in);

      if (sealed != NULL)
        g_ptr_array_add (versions, sealed);
    }
  dp_article_set_versions (article, versions);
}

static void
keep_unknown (DpMembersIn *in,
              gpointer object)
{
  g_autoptr (DpUnknown) unknown = dp_members_in_unknown (in);

  if (unknown != NULL)
    dp_unknown_attach (unknown, object);
}

static void
read_article (DpReading *reading,
              DpMembersIn *in)
{
  g_autoptr (DpArticle) article = dp_article_new_with_id (read_id (in, "id", reading->articles));
  g_autoptr (GPtrArray) blocks = NULL;
  g_auto (GStrv) authors = NULL;

  dp_article_set_link (article, dp_members_in_text (in, "link", DP_MEMBER_OPTIONAL));
  dp_article_set_canonical (article, dp_members_in_text (in, "canonical", DP_MEMBER_OPTIONAL));
  dp_article_set_archive_link (article, dp_members_in_text (in, "archive_link", DP_MEMBER_OPTIONAL));
  dp_article_set_outlet (article, dp_members_in_text (in, "outlet", DP_MEMBER_OPTIONAL));
  dp_article_set_title (article, dp_members_in_text (in, "title", DP_MEMBER_OPTIONAL));
  authors = dp_members_in_texts (in, "authors");
  dp_article_set_authors (article, (const char *const *) authors);
  dp_article_set_published (article, dp_members_in_text (in, "published", DP_MEMBER_OPTIONAL));
  dp_article_set_modified (article, dp_members_in_text (in, "modified", DP_MEMBER_OPTIONAL));
  dp_article_set_language (article, dp_members_in_text (in, "language", DP_MEMBER_OPTIONAL));
  dp_article_set_image (article, dp_members_in_text (in, "image", DP_MEMBER_OPTIONAL));
  blocks = read_blocks (in);
  dp_article_set_blocks (article, blocks);
  read_sealed (in, "sealed", article, dp_article_set_sealed);
  read_sealed (in, "sealed_image", article, dp_article_set_sealed_image);
  read_versions (in, article);
  read_translation (in, article);
  keep_unknown (in, article);
  dp_case_add_article (reading->dp_case, article);
}

static void
read_narrative (DpReading *reading,
                DpMembersIn *in)
{
  const char *id = read_id (in, "id", reading->narratives);
  const char *label = dp_members_in_text (in, "label", DP_MEMBER_REQUIRED);
  const char *parent = dp_members_in_text (in, "parent", DP_MEMBER_OPTIONAL);
  guint colour = dp_members_in_number (in, "colour", DP_NARRATIVE_N_COLOURS - 1, DP_MEMBER_OPTIONAL);
  g_autoptr (DpNarrative) narrative = NULL;

  if (!dp_members_in_is_ok (in))
    return;

  narrative = dp_narrative_new (id, label, "", parent, colour, FALSE);
  keep_unknown (in, narrative);
  g_list_store_append (G_LIST_STORE (dp_case_list_narratives (reading->dp_case)), narrative);
}

/* A place that is not what it says is none any more. */
static gboolean
settle_candidate (DpCandidate *candidate,
                  DpOffsets *offsets)
{
  const DpAnchor *anchor = candidate->anchor;
  DpSpan span = { anchor->start, anchor->end };
  g_autofree char *there = dp_offsets_dup_text (offsets, span);
  DpAnchor *now;

  if (g_str_equal (there, anchor->exact))
    return TRUE;
  if (dp_anchor_find (anchor, offsets, &span) == DP_ANCHOR_LOST)
    return FALSE;

  now = dp_anchor_new_for_span (offsets, span);
  dp_anchor_free (candidate->anchor);
  candidate->anchor = now;
  return TRUE;
}

static void
read_candidate (DpMembersIn *in,
                DpOffsets *offsets,
                GPtrArray *candidates)
{
  const char *exact = dp_members_in_text (in, "exact", DP_MEMBER_REQUIRED);
  const char *prefix = dp_members_in_text (in, "prefix", DP_MEMBER_OPTIONAL);
  const char *suffix = dp_members_in_text (in, "suffix", DP_MEMBER_OPTIONAL);
  guint start = dp_members_in_number (in, "start", G_MAXINT32 - 1, DP_MEMBER_REQUIRED);
  guint end = dp_members_in_number (in, "end", G_MAXINT32, DP_MEMBER_REQUIRED);
  guint score = dp_members_in_number (in, "score", 100, DP_MEMBER_REQUIRED);
  g_autoptr (DpAnchor) anchor = NULL;
  g_autoptr (DpCandidate) candidate = NULL;

  if (dp_members_in_is_ok (in) && start >= end)
    dp_members_in_fail (in, "end", -1, "%s", _ ("the end must lie behind the start"));
  if (!dp_members_in_is_ok (in))
    return;

  anchor = dp_anchor_new (exact, prefix, suffix, start, end);
  candidate = dp_candidate_new (anchor, score);
  candidate->unknown = dp_members_in_unknown (in);
  if (settle_candidate (candidate, offsets))
    g_ptr_array_add (candidates, g_steal_pointer (&candidate));
}

static void
read_candidates (DpMembersIn *highlight_in,
                 DpArticle *article,
                 DpHighlight *highlight)
{
  g_autoptr (GPtrArray) candidates = dp_candidates_new ();
  JsonArray *array = dp_members_in_array (highlight_in, "candidates", DP_MEMBER_OPTIONAL);
  guint n = array != NULL ? json_array_get_length (array) : 0;
  DpMembersIn in;

  if (n > 0 && !dp_highlight_is_lost (highlight))
    dp_members_in_fail (highlight_in, "candidates", -1, "%s", _ ("only a highlight that is lost has candidates"));
  if (!dp_members_in_is_ok (highlight_in))
    return;

  for (guint i = 0; i < n && dp_members_in_enter_element (&in, highlight_in, "candidates", array, i); i++)
    read_candidate (&in, dp_article_get_offsets (article), candidates);
  dp_highlight_set_candidates (highlight, candidates);
}

/* An id, a space, a name. */
static char **
read_techniques (DpMembersIn *in)
{
  char **tags = dp_members_in_texts (in, "techniques");

  for (int i = 0; tags[i] != NULL; i++)
    {
      if (!dp_technique_tag_is_valid (tags[i]))
        dp_members_in_fail (in, "techniques", i, _ ("“%.80s” is no technique: an id, a space and a name"), tags[i]);
    }
  return tags;
}

static void
read_highlight (DpReading *reading,
                DpMembersIn *in)
{
  const char *id = read_id (in, "id", reading->highlights);
  const char *article_id = dp_members_in_text (in, "article", DP_MEMBER_REQUIRED);
  g_auto (DpSelectors) selectors = { NULL, NULL };
  g_auto (GStrv) narratives = NULL;
  g_auto (GStrv) techniques = NULL;
  g_autoptr (DpHighlight) highlight = NULL;

  check_known (in, "article", -1, article_id, reading->articles);
  if (!dp_selectors_read (&selectors, in))
    return;

  highlight = dp_highlight_new_with_id (id, article_id, selectors.anchor);
  narratives = read_references (in, "narratives", reading->narratives);
  dp_highlight_set_narratives (highlight, (const char *const *) narratives);
  techniques = read_techniques (in);
  dp_highlight_set_techniques (highlight, (const char *const *) techniques);
  dp_highlight_set_note (highlight, dp_members_in_text (in, "note", DP_MEMBER_OPTIONAL));
  dp_highlight_set_lost (highlight, dp_members_in_flag (in, "lost"));
  if (dp_members_in_is_ok (in))
    read_candidates (in, dp_case_find_article (reading->dp_case, article_id), highlight);
  if (!dp_members_in_is_ok (in))
    return;

  keep_unknown (in, highlight);
  dp_selectors_attach (&selectors, highlight);
  g_list_store_append (G_LIST_STORE (dp_case_list_highlights (reading->dp_case)), highlight);
}

static void
read_claim (DpReading *reading,
            DpMembersIn *in)
{
  const char *id = read_id (in, "id", reading->claims);
  g_autoptr (DpClaim) claim = dp_claim_new_with_id (id, dp_members_in_text (in, "text", DP_MEMBER_OPTIONAL));
  g_auto (GStrv) highlights = NULL;

  dp_claim_set_language (claim, dp_members_in_text (in, "language", DP_MEMBER_OPTIONAL));
  dp_claim_set_translation (claim, dp_members_in_text (in, "translation", DP_MEMBER_OPTIONAL));
  dp_claim_set_translator (claim, dp_members_in_text (in, "translator", DP_MEMBER_OPTIONAL));
  dp_claim_set_translation_checked_by (claim, dp_members_in_text (in, "translation_checked_by", DP_MEMBER_OPTIONAL));
  dp_claim_set_true_in_it (claim, dp_members_in_text (in, "true_in_it", DP_MEMBER_OPTIONAL));
  highlights = read_references (in, "highlights", reading->highlights);
  dp_claim_set_highlights (claim, (const char *const *) highlights);
  keep_unknown (in, claim);
  dp_case_add_claim (reading->dp_case, claim);
}

static void
read_bearings (DpReading *reading,
               DpMembersIn *evidence_in,
               DpEvidence *evidence)
{
  g_autoptr (GPtrArray) bearings = dp_bearings_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  JsonArray *array = dp_members_in_array (evidence_in, "bearings", DP_MEMBER_OPTIONAL);
  guint n = array != NULL ? json_array_get_length (array) : 0;
  DpMembersIn in;

  for (guint i = 0; i < n && dp_members_in_enter_element (&in, evidence_in, "bearings", array, i); i++)
    {
      const char *highlight = read_id (&in, "highlight", seen);
      DpStance stance = dp_members_in_word (&in, "stance", DP_TYPE_STANCE, DP_MEMBER_REQUIRED, DP_STANCE_NONE);
      DpBearing *bearing;

      check_known (&in, "highlight", -1, highlight, reading->highlights);
      if (!dp_members_in_is_ok (&in))
        return;

      bearing = dp_bearing_new (highlight, stance);
      bearing->unknown = dp_members_in_unknown (&in);
      g_ptr_array_add (bearings, bearing);
    }
  dp_evidence_set_bearings (evidence, bearings);
}

static const char *
read_key (DpReading *reading,
          DpMembersIn *in)
{
  const char *key = dp_members_in_text (in, "key", DP_MEMBER_REQUIRED);

  if (!dp_members_in_is_ok (in))
    return "";
  if (strspn (key, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-") != strlen (key))
    dp_members_in_fail (in, "key", -1, "%s", _ ("a key has only letters from A to Z, digits and hyphens"));
  else if (!g_hash_table_add (reading->keys, (gpointer) key))
    dp_members_in_fail (in, "key", -1, _ ("“%.128s” is given twice"), key);
  return key;
}

static void
read_ranking (DpMembersIn *in,
              DpEvidence *evidence)
{
  dp_evidence_set_index (evidence, dp_members_in_text (in, "index", DP_MEMBER_OPTIONAL));
  dp_evidence_set_edition (evidence, dp_members_in_text (in, "edition", DP_MEMBER_OPTIONAL));
  dp_evidence_set_iso3 (evidence, dp_members_in_text (in, "iso3", DP_MEMBER_OPTIONAL));
  dp_evidence_set_country (evidence, dp_members_in_text (in, "country", DP_MEMBER_OPTIONAL));
  dp_evidence_set_rank (evidence, dp_members_in_number (in, "rank", G_MAXINT32, DP_MEMBER_OPTIONAL));
  dp_evidence_set_total (evidence, dp_members_in_number (in, "total", G_MAXINT32, DP_MEMBER_OPTIONAL));
  dp_evidence_set_score (evidence, dp_members_in_text (in, "score", DP_MEMBER_OPTIONAL));
  dp_evidence_set_citation (evidence, dp_members_in_text (in, "citation", DP_MEMBER_OPTIONAL));
}

static void
read_evidence (DpReading *reading,
               DpMembersIn *in)
{
  const char *id = read_id (in, "id", reading->evidence);
  const char *key = read_key (reading, in);
  DpEvidenceKind kind = dp_members_in_word (in, "kind", DP_TYPE_EVIDENCE_KIND, DP_MEMBER_REQUIRED, DP_EVIDENCE_SOURCE);
  g_autoptr (DpEvidence) evidence = dp_evidence_new_with_id (id, kind);

  dp_evidence_set_key (evidence, key);
  dp_evidence_set_source_kind (evidence, dp_members_in_word (in, "source_kind", DP_TYPE_SOURCE_KIND, DP_MEMBER_OPTIONAL, DP_SOURCE_OTHER));
  dp_evidence_set_title (evidence, dp_members_in_text (in, "title", DP_MEMBER_OPTIONAL));
  dp_evidence_set_link (evidence, dp_members_in_text (in, "link", DP_MEMBER_OPTIONAL));
  dp_evidence_set_archive_link (evidence, dp_members_in_text (in, "archive_link", DP_MEMBER_OPTIONAL));
  dp_evidence_set_publisher (evidence, dp_members_in_text (in, "publisher", DP_MEMBER_OPTIONAL));
  dp_evidence_set_author (evidence, dp_members_in_text (in, "author", DP_MEMBER_OPTIONAL));
  dp_evidence_set_date (evidence, dp_members_in_text (in, "date", DP_MEMBER_OPTIONAL));
  dp_evidence_set_quote (evidence, dp_members_in_text (in, "quote", DP_MEMBER_OPTIONAL));
  read_ranking (in, evidence);
  dp_evidence_set_note (evidence, dp_members_in_text (in, "note", DP_MEMBER_OPTIONAL));
  read_bearings (reading, in, evidence);
  if (!dp_members_in_is_ok (in))
    return;

  keep_unknown (in, evidence);
  g_list_store_append (G_LIST_STORE (dp_case_list_evidence (reading->dp_case)), evidence);
}

static void
read_inquiry (DpReading *reading,
              DpMembersIn *in)
{
  g_autoptr (DpInquiry) inquiry = dp_inquiry_new_with_id (dp_members_in_id (in, "id"));

  dp_inquiry_set_contact (inquiry, dp_members_in_text (in, "contact", DP_MEMBER_OPTIONAL));
  dp_inquiry_set_channel (inquiry, dp_members_in_text (in, "channel", DP_MEMBER_OPTIONAL));
  dp_inquiry_set_question (inquiry, dp_members_in_text (in, "question", DP_MEMBER_OPTIONAL));
  dp_inquiry_set_asked (inquiry, dp_members_in_text (in, "asked", DP_MEMBER_OPTIONAL));
  dp_inquiry_set_deadline (inquiry, dp_members_in_text (in, "deadline", DP_MEMBER_OPTIONAL));
  dp_inquiry_set_outcome (inquiry, dp_members_in_word (in, "outcome", DP_TYPE_INQUIRY_OUTCOME, DP_MEMBER_REQUIRED, DP_INQUIRY_TO_ASK));
  dp_inquiry_set_answered (inquiry, dp_members_in_text (in, "answered", DP_MEMBER_OPTIONAL));
  dp_inquiry_set_answer (inquiry, dp_members_in_text (in, "answer", DP_MEMBER_OPTIONAL));
  dp_inquiry_set_reason (inquiry, dp_members_in_text (in, "reason", DP_MEMBER_OPTIONAL));
  keep_unknown (in, inquiry);
  dp_case_add_inquiry (reading->dp_case, inquiry);
}

static void
read_waiver (DpReading *reading,
             DpMembersIn *in)
{
  const char *check = dp_members_in_id (in, "check");
  const char *reason = dp_members_in_text (in, "reason", DP_MEMBER_REQUIRED);
  const char *author = dp_members_in_text (in, "author", DP_MEMBER_OPTIONAL);
  g_autoptr (DpWaiver) waiver = dp_waiver_new (check, reason, author);

  if (dp_members_in_is_ok (in) && dp_case_find_waiver (reading->dp_case, check) != NULL)
    dp_members_in_fail (in, "check", -1, _ ("“%.128s” is given twice"), check);
  keep_unknown (in, waiver);
  g_list_store_append (G_LIST_STORE (dp_case_list_waivers (reading->dp_case)), waiver);
}

static void
read_relation (DpReading *reading,
               DpMembersIn *in)
{
  const char *case_id = dp_members_in_id (in, "case");
  const char *title = dp_members_in_text (in, "title", DP_MEMBER_OPTIONAL);
  DpRelationKind kind = dp_members_in_word (in, "kind", DP_TYPE_RELATION_KIND, DP_MEMBER_REQUIRED, DP_RELATION_SEE_ALSO);
  g_autoptr (DpRelation) relation = dp_relation_new (kind, case_id, title);

  dp_relation_set_note (relation, dp_members_in_text (in, "note", DP_MEMBER_OPTIONAL));
  keep_unknown (in, relation);
  dp_case_add_relation (reading->dp_case, relation);
}

/* "" or a digest. */
static const char *
read_digest (DpMembersIn *in,
             const char *name,
             DpMemberNeed need)
{
  const char *digest = dp_members_in_text (in, name, need);

  if (dp_members_in_is_ok (in) && *digest != '\0' && !dp_sealed_is_digest (digest))
    dp_members_in_fail (in, name, -1, "%s", _ ("64 digits from 0 to 9 and a to f are needed here"));
  return digest;
}

/* Kept whole, so nothing is taken out of it: only what this version would stumble over is refused.
 * Whether the entries follow from one another is found by who reads the history, not here: a history
 * that was tampered with must open, to be seen. */
static void
read_entry (DpReading *reading,
            DpMembersIn *in)
{
  g_autoptr (DpEntry) entry = NULL;
  DpMembersIn who;

  dp_members_in_text (in, "what", DP_MEMBER_REQUIRED);
  if (dp_members_in_is_ok (in) && *read_moment (in, "when") == '\0')
    dp_members_in_fail (in, "when", -1, "%s", _ ("this is missing"));
  if (dp_members_in_enter (&who, in, "who"))
    {
      dp_members_in_text (&who, "name", DP_MEMBER_REQUIRED);
      dp_members_in_text (&who, "email", DP_MEMBER_OPTIONAL);
      dp_members_in_text (&who, "organisation", DP_MEMBER_OPTIONAL);
    }
  read_digest (in, "content", DP_MEMBER_OPTIONAL);
  read_digest (in, "previous", DP_MEMBER_OPTIONAL);
  dp_members_in_word (in, "to", DP_TYPE_CASE_STATE, DP_MEMBER_OPTIONAL, DP_CASE_STATE_DRAFT);
  dp_members_in_text (in, "version", DP_MEMBER_OPTIONAL);
  dp_members_in_text (in, "words", DP_MEMBER_OPTIONAL);
  dp_members_in_text (in, "verdict", DP_MEMBER_OPTIONAL);
  dp_members_in_text (in, "confidence", DP_MEMBER_OPTIONAL);
  dp_members_in_text (in, "case_verdict", DP_MEMBER_OPTIONAL);
  g_strfreev (dp_members_in_texts (in, "parts"));
  if (!dp_members_in_is_ok (in))
    return;

  entry = dp_entry_new (in->object);
  g_list_store_append (G_LIST_STORE (dp_case_list_entries (reading->dp_case)), entry);
}

/* What a comment is about. */
typedef struct
{
  const char *highlight;
  const char *evidence;
  const char *about;
  const char *part;
  DpSelectors selectors;
} DpCommentPlace;

static void
read_comment_place (DpReading *reading,
                    DpMembersIn *in,
                    DpCommentPlace *place)
{
  gboolean is_reply = json_object_has_member (in->object, "reply_to");

  place->highlight = dp_members_in_text (in, "highlight", DP_MEMBER_OPTIONAL);
  /* Evidence that is gone is no mistake: what was said of it stays. */
  place->evidence = json_object_has_member (in->object, "evidence") ? dp_members_in_id (in, "evidence") : "";
  place->about = dp_members_in_text (in, "about", DP_MEMBER_OPTIONAL);
  place->part = dp_members_in_text (in, "part", DP_MEMBER_OPTIONAL);
  if (!dp_members_in_is_ok (in))
    return;

  if (is_reply && (*place->evidence != '\0' || *place->part != '\0'))
    dp_members_in_fail (in, *place->part != '\0' ? "part" : "evidence", -1, "%s", _ ("a reply is about the same as what it answers, and does not say so"));
  else if ((*place->highlight != '\0') + (*place->evidence != '\0') + (*place->part != '\0') > 1)
    dp_members_in_fail (in, *place->part != '\0' ? "part" : "evidence", -1, "%s", _ ("a comment is about one thing"));
  else if (*place->part != '\0' && !g_str_equal (place->part, "summary") && !g_str_equal (place->part, "disproof"))
    dp_members_in_fail (in, "part", -1, "%s", _ ("“summary” or “disproof” is needed here"));
  else if (*place->part != '\0')
    dp_selectors_read (&place->selectors, in);
}

static void
read_comment (DpReading *reading,
              DpMembersIn *in)
{
  const char *id = read_id (in, "id", reading->comments);
  const char *author = dp_members_in_text (in, "author", DP_MEMBER_OPTIONAL);
  const char *created = read_moment (in, "created");
  const char *modified = read_moment (in, "modified");
  const char *reply_to = dp_members_in_text (in, "reply_to", DP_MEMBER_OPTIONAL);
  const char *text = dp_members_in_text (in, "text", DP_MEMBER_OPTIONAL);
  gboolean is_resolved = dp_members_in_flag (in, "resolved");
  g_autoptr (DpComment) comment = NULL;
  DpCommentPlace place = { "", "", "", "", { NULL } };

  read_comment_place (reading, in, &place);
  if (dp_members_in_is_ok (in) && *reply_to != '\0')
    {
      check_known (in, "reply_to", -1, reply_to, reading->threads);
      if (dp_members_in_is_ok (in) && *place.highlight != '\0')
        dp_members_in_fail (in, "highlight", -1, "%s", _ ("a reply is about the same as what it answers, and does not say so"));
      place.highlight = g_hash_table_lookup (reading->threads, reply_to);
    }
  else if (dp_members_in_is_ok (in) && *place.highlight != '\0')
    {
      check_known (in, "highlight", -1, place.highlight, reading->highlights);
    }
  if (dp_members_in_is_ok (in))
    {
      if (*reply_to == '\0')
        g_hash_table_insert (reading->threads, (gpointer) id, (gpointer) place.highlight);
      comment = g_object_new (DP_TYPE_COMMENT, "id", id, "author", author, "created", created, "highlight", place.highlight, "evidence", place.evidence, "about", place.about, "part", place.part, "anchor", place.selectors.anchor, "reply-to", reply_to, NULL);
      dp_comment_set_modified (comment, modified);
      dp_comment_set_text (comment, text);
      dp_comment_set_resolved (comment, is_resolved);
      dp_selectors_attach (&place.selectors, comment);
      keep_unknown (in, comment);
      dp_case_add_comment (reading->dp_case, comment);
    }
  dp_selectors_clear (&place.selectors);
}

static void
read_list (DpReading *reading,
           DpMembersIn *root,
           const char *name,
           void (*read) (DpReading *reading, DpMembersIn *in))
{
  JsonArray *array = dp_members_in_array (root, name, DP_MEMBER_OPTIONAL);
  guint n = array != NULL ? json_array_get_length (array) : 0;
  DpMembersIn in;

  for (guint i = 0; i < n && dp_members_in_enter_element (&in, root, name, array, i); i++)
    read (reading, &in);
}

/* Before anything else: whether this is ours to read at all. */
static gboolean
check_format (DpMembersIn *root)
{
  JsonNode *format = json_object_get_member (root->object, "format");
  guint64 version;

  if (format == NULL || !JSON_NODE_HOLDS_VALUE (format) || g_strcmp0 (json_node_get_string (format), DP_CASE_FORMAT) != 0)
    {
      g_set_error (root->error, DP_CASE_ERROR, DP_CASE_ERROR_NOT_A_CASE,
                   /* Translators: the %s are a place in a file and a word that should be there. */
                   _ ("At %s: this is not a case of Disproof, it does not say “%s” there"), "/format", DP_CASE_FORMAT);
      return FALSE;
    }

  dp_members_in_text (root, "format", DP_MEMBER_REQUIRED);
  version = dp_members_in_number (root, "version", MAX_SAFE_INTEGER, DP_MEMBER_REQUIRED);
  if (dp_members_in_is_ok (root) && version == 0)
    dp_members_in_fail (root, "version", -1, "%s", _ ("versions begin with 1"));
  if (dp_members_in_is_ok (root) && version > DP_CASE_VERSION)
    g_set_error (root->error, DP_CASE_ERROR, DP_CASE_ERROR_FUTURE,
                 /* Translators: first the place in the file, then two numbers. */
                 _ ("At %s: this case was made with a later version of Disproof (format %llu, this version reads %d); "
                    "update Disproof to open it"),
                 "/version", (unsigned long long) version, DP_CASE_VERSION);
  return dp_members_in_is_ok (root);
}

static void
read_root (DpReading *reading,
           DpMembersIn *root)
{
  DpCase *dp_case = reading->dp_case = dp_case_new_with_id (dp_members_in_id (root, "id"));
  g_auto (GStrv) reasoning = NULL;

  dp_case_set_title (dp_case, dp_members_in_text (root, "title", DP_MEMBER_OPTIONAL));
  dp_case_set_state (dp_case, dp_members_in_word (root, "state", DP_TYPE_CASE_STATE, DP_MEMBER_OPTIONAL, DP_CASE_STATE_DRAFT));
  dp_case_set_language (dp_case, dp_members_in_text (root, "language", DP_MEMBER_OPTIONAL));
  dp_case_set_created (dp_case, read_moment (root, "created"));
  dp_case_set_modified (dp_case, read_moment (root, "modified"));
  read_list (reading, root, "articles", read_article);
  read_list (reading, root, "narratives", read_narrative);
  read_list (reading, root, "highlights", read_highlight);
  read_list (reading, root, "claims", read_claim);
  read_list (reading, root, "evidence", read_evidence);
  dp_case_set_summary (dp_case, dp_members_in_text (root, "summary", DP_MEMBER_OPTIONAL));
  dp_case_set_disproof (dp_case, dp_members_in_text (root, "disproof", DP_MEMBER_OPTIONAL));
  dp_case_set_verdict (dp_case, dp_members_in_text (root, "verdict", DP_MEMBER_OPTIONAL));
  reasoning = dp_members_in_texts (root, "reasoning");
  dp_case_set_reasoning (dp_case, (const char *const *) reasoning);
  read_list (reading, root, "inquiries", read_inquiry);
  read_list (reading, root, "waivers", read_waiver);
  read_list (reading, root, "relations", read_relation);
  read_list (reading, root, "comments", read_comment);
  read_list (reading, root, "history", read_entry);
  dp_case_set_history_digest (dp_case, read_digest (root, "history_digest", DP_MEMBER_OPTIONAL));
  keep_unknown (root, dp_case);
  if (!dp_members_in_is_ok (root))
    return;
  dp_case_check_places (dp_case);
  dp_case_sort_highlights (dp_case);
}

DpCase *
dp_case_new_from_json (JsonNode *node,
                       GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (DpCase) dp_case = NULL;
  DpMembersIn root;
  DpReading reading;

  g_return_val_if_fail (node != NULL, NULL);

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error_literal (error, DP_CASE_ERROR, DP_CASE_ERROR_NOT_A_CASE,
                           _ ("At the start: this is not a case of Disproof, which is a JSON object"));
      return NULL;
    }

  reading_init (&reading);
  dp_members_in_init (&root, json_node_get_object (node), &local);
  if (check_format (&root))
    read_root (&reading, &root);
  dp_case = g_steal_pointer (&reading.dp_case);
  reading_clear (&reading);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  return g_steal_pointer (&dp_case);
}
