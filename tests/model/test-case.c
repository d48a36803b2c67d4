/* test-case.c: the objects of a case and what the case does with them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/dp-case.h"
#include "model/dp-history.h"

#include <locale.h>
#include <string.h>
#include "base/dp-json.h"
#include "model/dp-tracked.h"
#include "sample-case.h"

static void
count_cb (GObject *object,
          GParamSpec *property,
          guint *count)
{
  (*count)++;
}

/* Another value than the property has. */
static gboolean
set_other (GObject *object,
           GParamSpec *property)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, property->value_type);
  if (property->value_type == G_TYPE_STRING)
    g_value_set_string (&value, "other\xFF");
  else if (property->value_type == G_TYPE_UINT)
    g_value_set_uint (&value, 77);
  else if (property->value_type == G_TYPE_BOOLEAN)
    g_value_set_boolean (&value, TRUE);
  else if (G_TYPE_IS_ENUM (property->value_type))
    g_value_set_enum (&value, 1);
  else if (property->value_type == G_TYPE_STRV)
    g_value_set_static_boxed (&value, (const char *[]){ "x", NULL });
  else
    return FALSE;
  g_object_set_property (object, property->name, &value);
  return TRUE;
}

/* Each property tells a real change, once, and no other; text is never NULL and always UTF-8. */
static void
check_properties (GObject *object)
{
  guint n_properties;
  g_autofree GParamSpec **properties = g_object_class_list_properties (G_OBJECT_GET_CLASS (object), &n_properties);

  for (guint i = 0; i < n_properties; i++)
    {
      g_autofree char *signal = g_strconcat ("notify::", properties[i]->name, NULL);
      guint count = 0;

      if (properties[i]->value_type == G_TYPE_STRING)
        {
          g_autofree char *text = NULL;

          g_object_get (object, properties[i]->name, &text, NULL);
          g_assert_nonnull (text);
        }
      if (!(properties[i]->flags & G_PARAM_WRITABLE) || properties[i]->flags & G_PARAM_CONSTRUCT_ONLY)
        continue;
      g_signal_connect (object, signal, G_CALLBACK (count_cb), &count);
      if (!set_other (object, properties[i]))
        continue;
      g_assert_cmpuint (count, ==, 1);
      set_other (object, properties[i]);
      /* The invalid byte became a replacement character, so that the text differs from what was set. */
      g_assert_cmpuint (count, ==, properties[i]->value_type == G_TYPE_STRING ? 2 : 1);
      if (properties[i]->value_type == G_TYPE_STRING)
        {
          g_autofree char *text = NULL;

          g_object_get (object, properties[i]->name, &text, NULL);
          g_assert_cmpstr (text, ==, "other\357\277\275");
          g_object_set (object, properties[i]->name, NULL, NULL);
          g_clear_pointer (&text, g_free);
          g_object_get (object, properties[i]->name, &text, NULL);
          g_assert_cmpstr (text, ==, "");
        }
    }
}

static void
test_properties (void)
{
  g_autoptr (DpCase) dp_case = dp_case_new ();
  g_autoptr (DpArticle) article = dp_article_new ();
  g_autoptr (DpClaim) claim = dp_claim_new ("text");
  g_autoptr (DpEvidence) evidence = dp_evidence_new (DP_EVIDENCE_RANKING);
  g_autoptr (DpAnchor) anchor = dp_anchor_new ("words", "", "", 0, 5);
  g_autoptr (DpHighlight) highlight = dp_highlight_new ("a", anchor);
  g_autoptr (DpRelation) relation = dp_relation_new (DP_RELATION_SEE_ALSO, "other", "Title");

  check_properties (G_OBJECT (dp_case));
  check_properties (G_OBJECT (article));
  check_properties (G_OBJECT (claim));
  check_properties (G_OBJECT (evidence));
  check_properties (G_OBJECT (highlight));
  check_properties (G_OBJECT (relation));
}

static void
test_words (void)
{
  DpCaseState state;
  DpStance stance;
  DpBlockKind kind;

  for (int i = DP_CASE_STATE_DRAFT; i <= DP_CASE_STATE_WITHDRAWN; i++)
    {
      g_assert_true (dp_case_state_from_nick (dp_case_state_to_nick (i), &state));
      g_assert_cmpint (state, ==, i);
      g_assert_cmpstr (dp_case_state_get_label (i), !=, "");
    }
  g_assert_cmpstr (dp_case_state_to_nick (DP_CASE_STATE_CHANGES_REQUESTED), ==, "changes-requested");
  g_assert_false (dp_case_state_from_nick ("Draft", &state));
  g_assert_false (dp_case_state_from_nick (NULL, &state));
  g_assert_true (dp_stance_from_nick ("", &stance));
  g_assert_cmpint (stance, ==, DP_STANCE_NONE);
  g_assert_true (dp_block_kind_from_nick ("table-row", &kind));
  g_assert_cmpint (kind, ==, DP_BLOCK_TABLE_ROW);
  g_assert_cmpstr (dp_relation_kind_get_back_label (DP_RELATION_REPEATS), ==, "Repeated by");
}

static void
check_plain (const char *text,
             const char *wanted)
{
  g_autoptr (GPtrArray) blocks = dp_blocks_from_plain_text (text);
  g_autoptr (GString) got = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    g_string_append_printf (got, "%s|", ((DpBlock *) g_ptr_array_index (blocks, i))->text);
  g_assert_cmpstr (got->str, ==, wanted);
}

static void
test_plain_text (void)
{
  check_plain ("", "");
  check_plain (" \n\n\t\n", "");
  check_plain ("one", "one|");
  check_plain ("one\ntwo\n", "one|two|");
  check_plain ("one\ntwo\n\n", "one|two|");
  check_plain ("\n\none\ntwo", "one|two|");
  check_plain ("one\ntwo\n\nthree", "one two|three|");
  check_plain ("one\r\ntwo\r\n\r\nthree", "one two|three|");
  check_plain ("one\rtwo", "one|two|");
  check_plain ("a well-\nknown  fact\n \nб\u00a0в", "a well- known fact|б в|");
  check_plain ("\xEF\xBB\xBFone", "one|");
  check_plain ("bad \xFF byte", "bad \357\277\275 byte|");
}

static void
test_article_text (void)
{
  g_autoptr (DpArticle) article = dp_article_new ();
  g_autoptr (GPtrArray) blocks = dp_blocks_new ();
  guint count = 0;
  GArray *spans;
  GArray *sentences;

  g_assert_cmpstr (dp_article_get_text (article), ==, "");
  g_assert_cmpuint (dp_article_get_sentences (article)->len, ==, 0);
  g_signal_connect (article, "notify::text", G_CALLBACK (count_cb), &count);
  g_ptr_array_add (blocks, dp_block_new (DP_BLOCK_HEADLINE, 0, "Заголовок 𝄞"));
  g_ptr_array_add (blocks, dp_block_new (DP_BLOCK_PARAGRAPH, 0, "One. Two"));
  g_ptr_array_add (blocks, dp_block_new (DP_BLOCK_PARAGRAPH, 0, "goes on."));
  dp_article_set_blocks (article, blocks);
  g_assert_cmpuint (count, ==, 1);
  g_assert_cmpstr (dp_article_get_text (article), ==, "Заголовок 𝄞\nOne. Two\ngoes on.");
  g_assert_cmpuint (dp_offsets_get_n_chars (dp_article_get_offsets (article)), ==, 29);

  spans = dp_article_get_block_spans (article);
  g_assert_cmpuint (spans->len, ==, 3);
  g_assert_cmpuint (g_array_index (spans, DpSpan, 1).start, ==, 12);
  g_assert_cmpuint (g_array_index (spans, DpSpan, 2).end, ==, 29);

  /* No sentence across two blocks. */
  sentences = dp_article_get_sentences (article);
  g_assert_cmpuint (sentences->len, ==, 4);
  g_assert_cmpuint (g_array_index (sentences, DpSpan, 1).start, ==, 12);
  g_assert_cmpuint (g_array_index (sentences, DpSpan, 1).end, ==, 16);
  g_assert_cmpuint (g_array_index (sentences, DpSpan, 3).start, ==, 21);
  g_assert_true (sentences == dp_article_get_sentences (article));

  dp_article_set_blocks (article, NULL);
  g_assert_cmpuint (count, ==, 2);
  g_assert_cmpstr (dp_article_get_text (article), ==, "");
}

/* Blocks go by the article's language, which can be corrected, by their own, or by what they clearly are. */
static void
test_article_language (void)
{
  g_autoptr (DpArticle) article = dp_article_new ();
  g_autoptr (GPtrArray) blocks = dp_blocks_new ();
  DpBlock *own = dp_block_new (DP_BLOCK_PARAGRAPH, 0, "Am 3. Oktober kam er.");

  g_free (own->language);
  own->language = g_strdup ("de");
  g_ptr_array_add (blocks, dp_block_new (DP_BLOCK_PARAGRAPH, 0, "Am 3. Oktober kam er."));
  g_ptr_array_add (blocks, own);
  g_ptr_array_add (blocks, dp_block_new (DP_BLOCK_PARAGRAPH, 0, "Der Rat tagt am 3. Oktober in der Stadt, und das ist der Plan."));
  dp_article_set_language (article, "en");
  dp_article_set_blocks (article, blocks);
  g_assert_cmpuint (dp_article_get_sentences (article)->len, ==, 4);
  dp_article_set_language (article, "de");
  g_assert_cmpuint (dp_article_get_sentences (article)->len, ==, 3);
}

static void
test_highlight_order (void)
{
  g_autoptr (DpCase) dp_case = sample_case_new (0);
  GListModel *list = dp_case_list_highlights (dp_case);
  g_autoptr (DpArticle) first = g_list_model_get_item (dp_case_list_articles (dp_case), 0);
  g_autoptr (DpArticle) second = g_list_model_get_item (dp_case_list_articles (dp_case), 1);
  DpHighlight *wanted[5];

  wanted[4] = dp_case_add_highlight (dp_case, second, (DpSpan){ 1, 5 });
  wanted[3] = dp_case_add_highlight (dp_case, first, (DpSpan){ 20, 25 });
  wanted[0] = dp_case_add_highlight (dp_case, first, (DpSpan){ 2, 4 });
  wanted[2] = dp_case_add_highlight (dp_case, first, (DpSpan){ 7, 9 });
  wanted[1] = dp_case_add_highlight (dp_case, first, (DpSpan){ 2, 9 });
  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (DpHighlight) item = g_list_model_get_item (list, i);

      g_assert_true (item == wanted[i]);
    }
  g_assert_cmpstr (dp_highlight_get_quote (wanted[0]), ==, "от");
  g_assert_cmpstr (dp_highlight_get_anchor (wanted[0])->prefix, ==, "Пр");
  g_assert_true (dp_case_find_highlight (dp_case, dp_highlight_get_id (wanted[3])) == wanted[3]);
  g_assert_null (dp_case_find_highlight (dp_case, "none"));
}

static void
test_tag (void)
{
  g_autoptr (DpCase) dp_case = sample_case_new (0);
  g_autoptr (DpArticle) article = g_list_model_get_item (dp_case_list_articles (dp_case), 0);
  DpHighlight *one = dp_case_add_highlight (dp_case, article, (DpSpan){ 1, 5 });
  DpHighlight *two = dp_case_add_highlight (dp_case, article, (DpSpan){ 6, 9 });
  g_autoptr (DpNarrative) narrative = dp_narrative_new ("n", "N", "", "", 2, FALSE);

  g_assert_true (dp_case_tag (dp_case, one, narrative));
  g_assert_false (dp_case_tag (dp_case, one, narrative));
  g_assert_true (dp_case_tag (dp_case, two, narrative));
  g_assert_true (dp_highlight_has_narrative (one, "n"));
  g_assert_true (dp_case_find_narrative (dp_case, "n") == narrative);
  g_assert_cmpuint (g_list_model_get_n_items (dp_case_list_narratives (dp_case)), ==, 1);

  g_assert_true (dp_case_untag (dp_case, one, dp_highlight_get_narratives (one)[0]));
  g_assert_false (dp_case_untag (dp_case, one, "n"));
  g_assert_nonnull (dp_case_find_narrative (dp_case, "n"));
  dp_case_remove_highlight (dp_case, two);
  g_assert_null (dp_case_find_narrative (dp_case, "n"));
}

static void
test_remove_highlight (void)
{
  g_autoptr (DpCase) dp_case = sample_case_new (4);
  g_autoptr (DpHighlight) first = g_list_model_get_item (dp_case_list_highlights (dp_case), 0);
  g_autoptr (DpClaim) claim = g_list_model_get_item (dp_case_list_claims (dp_case), 0);
  g_autoptr (DpEvidence) evidence = g_list_model_get_item (dp_case_list_evidence (dp_case), 0);

  g_assert_cmpint (dp_evidence_get_stance (evidence, dp_highlight_get_id (first)), ==, DP_STANCE_UNDERMINES);
  g_assert_cmpstr (dp_claim_get_highlights (claim)[0], ==, dp_highlight_get_id (first));
  dp_case_remove_highlight (dp_case, first);
  g_assert_cmpuint (g_list_model_get_n_items (dp_case_list_highlights (dp_case)), ==, 3);
  g_assert_null (dp_claim_get_highlights (claim)[0]);
  g_assert_cmpuint (dp_evidence_get_bearings (evidence)->len, ==, 0);
  dp_case_remove_highlight (dp_case, first);
  g_assert_cmpuint (g_list_model_get_n_items (dp_case_list_highlights (dp_case)), ==, 3);
}

static void
test_comments (void)
{
  g_autoptr (DpCase) dp_case = sample_case_new (2);
  GListModel *comments = dp_case_list_comments (dp_case);
  g_autoptr (DpHighlight) highlight = g_list_model_get_item (dp_case_list_highlights (dp_case), 0);
  g_autoptr (DpComment) whole = dp_comment_new ("A", "2026-01-10T09:00:00Z", "On the whole", NULL);
  g_autoptr (DpComment) answer = NULL;
  g_autoptr (DpComment) second = NULL;
  g_autoptr (GPtrArray) here = dp_case_list_comments_on (dp_case, dp_highlight_get_id (highlight));
  g_autoptr (GPtrArray) there = NULL;
  g_autoptr (GPtrArray) replies = NULL;

  g_assert_cmpuint (here->len, ==, 1);
  replies = dp_case_list_replies (dp_case, g_ptr_array_index (here, 0));
  g_assert_cmpuint (replies->len, ==, 1);

  /* A reply to a reply goes to its thread. */
  second = dp_comment_new_reply (g_ptr_array_index (replies, 0), "B", "2026-01-10T09:30:00Z", "And so on");
  g_assert_cmpstr (dp_comment_get_reply_to (second), ==, dp_comment_get_id (g_ptr_array_index (here, 0)));
  g_assert_cmpstr (dp_comment_get_highlight_id (second), ==, dp_highlight_get_id (highlight));
  dp_case_add_comment (dp_case, second);
  g_assert_cmpuint (g_list_model_get_n_items (comments), ==, 3);
  dp_case_remove_comment (dp_case, second);
  g_assert_cmpuint (g_list_model_get_n_items (comments), ==, 2);

  dp_case_add_comment (dp_case, whole);
  answer = dp_comment_new_reply (whole, "B", "2026-01-10T09:30:00Z", "Yes");
  dp_case_add_comment (dp_case, answer);
  there = dp_case_list_comments_on (dp_case, "");
  g_assert_cmpuint (there->len, ==, 1);

  /* With the highlight go the comments on it, and none else; with a comment go its replies. */
  dp_case_remove_highlight (dp_case, highlight);
  g_assert_cmpuint (g_list_model_get_n_items (comments), ==, 2);
  dp_case_remove_comment (dp_case, whole);
  g_assert_cmpuint (g_list_model_get_n_items (comments), ==, 0);
}

static DpComment *
add_on_passage (DpCase *dp_case,
                const char *part,
                const char *words)
{
  const char *text = dp_case_get_part (dp_case, part);
  g_autoptr (DpOffsets) offsets = dp_offsets_new (text, -1);
  const char *at = strstr (text, words);
  guint start = (guint) g_utf8_strlen (text, at - text);
  DpSpan span = { start, start + (guint) g_utf8_strlen (words, -1) };
  g_autoptr (DpAnchor) anchor = dp_anchor_new_for_span (offsets, span);
  g_autoptr (DpComment) comment = dp_comment_new_on_passage ("A", "2026-01-10T09:00:00Z", "Is this so?", part, anchor);

  dp_case_add_comment (dp_case, comment);
  return comment; /* kept by the case */
}

static void
assert_stands (DpCase *dp_case,
               DpComment *comment,
               DpAnchorStatus status,
               const char *words)
{
  DpAnchorMatch match = dp_case_place_comment (dp_case, comment);
  const char *text = dp_case_get_part (dp_case, dp_comment_get_part (comment));
  g_autofree char *there = g_utf8_substring (text, match.span.start, match.span.end);

  g_assert_cmpint (match.status, ==, status);
  g_assert_cmpstr (there, ==, words);
}

/* On a passage of the disproof: it follows its words, says when they are others, and stays when they are gone. */
static void
test_comment_places (void)
{
  g_autoptr (DpCase) dp_case = dp_case_new ();
  g_autoptr (DpEvidence) evidence = dp_evidence_new (DP_EVIDENCE_SOURCE);
  g_autoptr (DpComment) on_evidence = dp_comment_new_on_evidence ("A", "2026-01-10T09:00:00Z", "Which page?", dp_evidence_get_id (evidence), "The cap");
  g_autoptr (DpCase) again = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GPtrArray) open = NULL;
  g_autoptr (GPtrArray) whole = NULL;
  DpComment *comment;
  DpComment *read;

  dp_case_add_evidence (dp_case, evidence);
  dp_case_add_comment (dp_case, on_evidence);
  dp_case_set_disproof (dp_case, "Gas was dear in the winter. The price of gas had doubled within a week [@cap]. Nobody planned it.");
  comment = add_on_passage (dp_case, "disproof", "The price of gas had doubled within a week [@cap].");
  assert_stands (dp_case, comment, DP_ANCHOR_EXACT, "The price of gas had doubled within a week [@cap].");

  dp_case_set_disproof (dp_case, "It was cold. Gas was dear in the winter. The price of gas had doubled within a week [@cap]. Nobody planned it.");
  assert_stands (dp_case, comment, DP_ANCHOR_MOVED, "The price of gas had doubled within a week [@cap].");
  dp_case_set_disproof (dp_case, "It was cold. Gas was dear in the winter. The price of gas had doubled within ten days [@cap]. Nobody planned it.");
  assert_stands (dp_case, comment, DP_ANCHOR_CHANGED, "The price of gas had doubled within ten days [@cap].");
  dp_case_set_disproof (dp_case, "Something else altogether is written here now.");
  assert_stands (dp_case, comment, DP_ANCHOR_LOST, "");
  g_assert_cmpstr (dp_comment_get_anchor (comment)->exact, ==, "The price of gas had doubled within a week [@cap].");

  /* It comes back from the file; and the evidence may go. */
  dp_case_remove_evidence (dp_case, evidence);
  node = dp_case_to_json (dp_case);
  again = dp_case_new_from_json (node, NULL);
  g_assert_nonnull (again);
  open = dp_case_list_open_comments (again);
  g_assert_cmpuint (open->len, ==, 2);
  read = g_ptr_array_index (open, 0);
  g_assert_cmpstr (dp_comment_get_evidence_id (read), ==, dp_evidence_get_id (evidence));
  g_assert_cmpstr (dp_comment_get_about (read), ==, "The cap");
  read = g_ptr_array_index (open, 1);
  g_assert_cmpstr (dp_comment_get_part (read), ==, "disproof");
  g_assert_true (dp_anchor_equal (dp_comment_get_anchor (read), dp_comment_get_anchor (comment)));
  whole = dp_case_list_comments_on (again, "");
  g_assert_cmpuint (whole->len, ==, 0);
}

/* Each is refused, and says where. */
static void
test_bad_comments (void)
{
  static const struct
  {
    const char *comment;
    const char *says;
  } bad[] = {
    { "{\"id\":\"c\",\"part\":\"title\",\"selectors\":[]}", "/comments/0/part" },
    { "{\"id\":\"c\",\"part\":\"summary\"}", "/comments/0" },
    { "{\"id\":\"c\",\"part\":\"summary\",\"selectors\":[{\"type\":\"TextQuoteSelector\",\"exact\":\"a\"}]}", "/comments/0/selectors" },
    { "{\"id\":\"c\",\"part\":\"summary\",\"evidence\":\"e\"}", "/comments/0/part" },
    { "{\"id\":\"c\",\"evidence\":\"no id\"}", "/comments/0/evidence" },
    { "{\"id\":\"c\"},{\"id\":\"d\",\"reply_to\":\"c\",\"evidence\":\"e\"}", "/comments/1/evidence" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"format\":\"disproof-case\",\"version\":1,\"id\":\"x\",\"comments\":[%s]}", bad[i].comment);
      g_autoptr (JsonNode) node = dp_json_read (text, strlen (text), DP_JSON_STRICT, NULL);
      g_autoptr (DpCase) dp_case = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_nonnull (node);
      dp_case = dp_case_new_from_json (node, &error);
      g_assert_null (dp_case);
      g_assert_error (error, DP_CASE_ERROR, DP_CASE_ERROR_INVALID);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, bad[i].says));
    }
}

static void
test_stance (void)
{
  g_autoptr (DpEvidence) evidence = dp_evidence_new (DP_EVIDENCE_SOURCE);
  g_autoptr (GPtrArray) before = NULL;
  guint count = 0;

  g_signal_connect (evidence, "notify::bearings", G_CALLBACK (count_cb), &count);
  dp_evidence_set_stance (evidence, "a", DP_STANCE_SUPPORTS);
  dp_evidence_set_stance (evidence, "b", DP_STANCE_CONTEXT);
  before = g_ptr_array_ref (dp_evidence_get_bearings (evidence));
  dp_evidence_set_stance (evidence, "a", DP_STANCE_SUPPORTS);
  g_assert_cmpuint (count, ==, 2);
  dp_evidence_set_stance (evidence, "a", DP_STANCE_UNDERMINES);
  g_assert_cmpint (dp_evidence_get_stance (evidence, "a"), ==, DP_STANCE_UNDERMINES);
  g_assert_cmpint (((DpBearing *) g_ptr_array_index (before, 0))->stance, ==, DP_STANCE_SUPPORTS);
  dp_evidence_set_stance (evidence, "a", DP_STANCE_NONE);
  g_assert_cmpuint (dp_evidence_get_bearings (evidence)->len, ==, 1);
  g_assert_cmpint (dp_evidence_get_stance (evidence, "b"), ==, DP_STANCE_CONTEXT);
  g_assert_cmpuint (count, ==, 4);
}

static const char *
key_of (DpCase *dp_case,
        DpEvidenceKind kind,
        const char *key,
        const char *publisher,
        const char *title,
        const char *date)
{
  g_autoptr (DpEvidence) evidence = dp_evidence_new (kind);

  dp_evidence_set_key (evidence, key);
  dp_evidence_set_publisher (evidence, publisher);
  dp_evidence_set_title (evidence, title);
  if (kind == DP_EVIDENCE_RANKING)
    {
      dp_evidence_set_index (evidence, "cpi");
      dp_evidence_set_iso3 (evidence, "KAZ");
      dp_evidence_set_edition (evidence, date);
    }
  else
    dp_evidence_set_date (evidence, date);
  dp_case_add_evidence (dp_case, evidence);
  return dp_evidence_get_key (evidence);
}

static void
test_keys (void)
{
  g_autoptr (DpCase) dp_case = dp_case_new ();

  g_assert_cmpstr (key_of (dp_case, DP_EVIDENCE_SOURCE, "", "Example Daily", "A title", "2022-01-05"), ==, "example-daily-2022");
  g_assert_cmpstr (key_of (dp_case, DP_EVIDENCE_SOURCE, "", "Example Daily", "Another", "2022"), ==, "example-daily-2022-2");
  g_assert_cmpstr (key_of (dp_case, DP_EVIDENCE_SOURCE, "", "Example Daily", "Another", ""), ==, "example-daily");
  g_assert_cmpstr (key_of (dp_case, DP_EVIDENCE_SOURCE, "example-daily-2022", "X", "", ""), ==, "x");
  g_assert_cmpstr (key_of (dp_case, DP_EVIDENCE_SOURCE, "own-Key", "X", "", ""), ==, "own-Key");
  g_assert_cmpstr (key_of (dp_case, DP_EVIDENCE_SOURCE, "", "", "Report 2021", "2021-03"), ==, "report-2021");
  g_assert_cmpstr (key_of (dp_case, DP_EVIDENCE_SOURCE, "", "", "", ""), ==, "source");
  g_assert_cmpstr (key_of (dp_case, DP_EVIDENCE_SOURCE, "", "", "", ""), ==, "source-2");
  g_assert_cmpstr (key_of (dp_case, DP_EVIDENCE_RANKING, "", "TI", "CPI", "2020"), ==, "cpi-kaz-2020");
  g_assert_cmpstr (key_of (dp_case, DP_EVIDENCE_RANKING, "", "TI", "CPI", "2023-24"), ==, "cpi-kaz-2023");
  g_assert_nonnull (dp_case_find_evidence_by_key (dp_case, "source-2"));
}

static void
test_headings (void)
{
  g_autoptr (DpCase) dp_case = sample_case_new (1);
  g_autoptr (DpEvidence) source = g_list_model_get_item (dp_case_list_evidence (dp_case), 0);
  g_autoptr (DpEvidence) ranking = g_list_model_get_item (dp_case_list_evidence (dp_case), 1);
  g_autofree char *heading = dp_evidence_dup_heading (ranking);
  g_autofree char *reference = dp_evidence_dup_reference (ranking);

  g_assert_cmpstr (heading, ==, "Kazakhstan: 128 of 167, Democracy Index 2020");
  g_assert_cmpstr (reference, ==, "EIU, Democracy Index 2020: Kazakhstan, 128 of 167.");
  g_free (heading);
  heading = dp_evidence_dup_heading (source);
  g_assert_cmpstr (heading, ==, "Statement on Kazakhstan");
  g_free (reference);
  reference = dp_evidence_dup_reference (source);
  g_assert_true (g_str_has_prefix (reference, "The Office. “\u2068Statement on Kazakhstan\u2069”. High Representative, "));
  g_assert_true (g_str_has_suffix (reference, ". https://example.org/statement Archived: https://archive.example.net/statement"));

  dp_evidence_set_rank (ranking, 0);
  dp_evidence_set_citation (ranking, "");
  g_free (heading);
  heading = dp_evidence_dup_heading (ranking);
  g_assert_cmpstr (heading, ==, "Kazakhstan: 3.14, Democracy Index 2020");
  g_free (reference);
  reference = dp_evidence_dup_reference (ranking);
  g_assert_cmpstr (reference, ==, "Kazakhstan: 3.14, Democracy Index 2020. Economist Intelligence Unit.");
  dp_evidence_set_title (source, "");
  g_free (heading);
  heading = dp_evidence_dup_heading (source);
  g_assert_cmpstr (heading, ==, "https://example.org/statement");
}

static void
test_ranking (void)
{
  DpRanking ranking = {
    .index = (char *) "cpi",
    .index_title = (char *) "Corruption Perceptions Index",
    .publisher = (char *) "Transparency International",
    .edition = (char *) "2020",
    .iso3 = (char *) "KAZ",
    .country = (char *) "Kazakhstan",
    .rank = 94,
    .total = 180,
    .score = (char *) "38",
    .scale = (char *) "0–100",
    .link = (char *) "https://example.org/cpi",
    .licence = (char *) "CC BY 4.0",
    .note = (char *) "Ties share a rank",
  };
  g_autoptr (DpEvidence) evidence = dp_evidence_new_for_ranking (&ranking);
  g_autofree char *heading = dp_evidence_dup_heading (evidence);

  g_assert_cmpstr (heading, ==, "Kazakhstan: 94 of 180, Corruption Perceptions Index 2020");
  g_assert_cmpstr (dp_evidence_get_score (evidence), ==, "38");
  g_assert_cmpstr (dp_evidence_get_note (evidence), ==, "Ties share a rank");
  g_assert_cmpstr (dp_evidence_get_citation (evidence), !=, "");
}

static DpArticle *
add_plain_article (DpCase *dp_case,
                   const char *text)
{
  g_autoptr (DpArticle) article = dp_article_new ();
  g_autoptr (GPtrArray) blocks = dp_blocks_from_plain_text (text);

  dp_article_set_blocks (article, blocks);
  dp_case_add_article (dp_case, article);
  return article;
}

#define BEFORE "This is what stands before all that was marked.\n"
#define ALPHA "Alpha is first.\n"
#define BETA "Beta is second.\n"
#define GAMMA "Gamma is third.\n"
#define BEHIND "And this is what stands behind all that was marked.\n"

static void
test_correct_text (void)
{
  g_autoptr (DpCase) dp_case = dp_case_new ();
  DpArticle *article = add_plain_article (dp_case, BEFORE ALPHA BETA GAMMA BEHIND);
  DpHighlight *alpha = dp_case_add_highlight (dp_case, article, (DpSpan){ 48, 63 });
  DpHighlight *beta = dp_case_add_highlight (dp_case, article, (DpSpan){ 64, 79 });
  DpHighlight *gamma = dp_case_add_highlight (dp_case, article, (DpSpan){ 80, 95 });
  g_autoptr (GPtrArray) shorter = dp_blocks_from_plain_text ("New.\n" BEFORE ALPHA GAMMA BEHIND);
  g_autoptr (GPtrArray) moved = dp_blocks_from_plain_text (GAMMA BEHIND BEFORE ALPHA BETA);
  g_autoptr (DpHighlight) first = NULL;

  g_assert_cmpstr (dp_highlight_get_quote (beta), ==, "Beta is second.");
  g_assert_cmpuint (dp_case_correct_text (dp_case, article, shorter), ==, 1);
  g_assert_true (dp_highlight_is_lost (beta));
  g_assert_cmpstr (dp_highlight_get_quote (beta), ==, "Beta is second.");
  g_assert_cmpuint (dp_highlight_get_anchor (beta)->start, ==, 64);
  g_assert_cmpuint (dp_highlight_get_anchor (alpha)->start, ==, 53);
  g_assert_cmpuint (dp_highlight_get_anchor (gamma)->start, ==, 69);
  g_assert_false (dp_highlight_is_lost (gamma));
  g_assert_cmpuint (dp_case_correct_text (dp_case, article, shorter), ==, 0);

  /* What was lost may come back, and the order follows the text. */
  g_assert_cmpuint (dp_case_correct_text (dp_case, article, moved), ==, 0);
  g_assert_false (dp_highlight_is_lost (beta));
  g_assert_cmpuint (dp_highlight_get_anchor (gamma)->start, ==, 0);
  first = g_list_model_get_item (dp_case_list_highlights (dp_case), 0);
  g_assert_true (first == gamma);
  g_assert_cmpuint (g_list_model_get_n_items (dp_case_list_highlights (dp_case)), ==, 3);
}

/* Words that are there twice, even with the same words around them, stay told apart by a correction
 * elsewhere. */
static void
test_correct_elsewhere (void)
{
  g_autoptr (DpCase) dp_case = dp_case_new ();
  DpArticle *article = add_plain_article (dp_case, "Typo 𝄞.\nAgain and again.\nAgain and again.\nEnd.");
  DpHighlight *first = dp_case_add_highlight (dp_case, article, (DpSpan){ 8, 24 });
  DpHighlight *second = dp_case_add_highlight (dp_case, article, (DpSpan){ 25, 41 });
  g_autoptr (GPtrArray) before = dp_blocks_from_plain_text ("Mended 𝄞𝄞.\nAgain and again.\nAgain and again.\nEnd.");
  g_autoptr (GPtrArray) between = dp_blocks_from_plain_text ("Mended 𝄞𝄞.\nAgain and again.\nMore.\nAgain and again.\nEnd.");
  g_autoptr (GPtrArray) less = dp_blocks_from_plain_text ("Again and again.\nMore.\nAgain and again.");

  g_assert_cmpuint (dp_case_correct_text (dp_case, article, before), ==, 0);
  g_assert_cmpuint (dp_highlight_get_anchor (first)->start, ==, 11);
  g_assert_cmpuint (dp_highlight_get_anchor (second)->start, ==, 28);
  g_assert_cmpstr (dp_highlight_get_anchor (first)->prefix, ==, "Mended 𝄞𝄞.\n");
  g_assert_cmpuint (dp_case_correct_text (dp_case, article, between), ==, 0);
  g_assert_cmpuint (dp_highlight_get_anchor (first)->start, ==, 11);
  g_assert_cmpuint (dp_highlight_get_anchor (second)->start, ==, 34);
  g_assert_cmpuint (dp_highlight_get_anchor (second)->end, ==, 50);
  g_assert_cmpstr (dp_highlight_get_quote (second), ==, "Again and again.");
  dp_case_correct_text (dp_case, article, less);
  g_assert_cmpstr (dp_highlight_get_quote (first), ==, "Again and again.");
  g_assert_cmpuint (g_list_model_get_n_items (dp_case_list_highlights (dp_case)), ==, 2);
}

static const DpCandidate *
get_candidate (DpHighlight *highlight,
               guint nth)
{
  return g_ptr_array_index (dp_highlight_get_candidates (highlight), nth);
}

/* Other signs for the same words are no change; a passage that was itself corrected waits; one of which
 * nothing is left is lost. */
static void
test_correct_within (void)
{
  g_autoptr (DpCase) dp_case = dp_case_new ();
  DpArticle *article = add_plain_article (dp_case, BEFORE "The mayer of the town said “no” to it.\n" GAMMA BEHIND);
  DpHighlight *mayor = dp_case_add_highlight (dp_case, article, (DpSpan){ 48, 85 });
  DpHighlight *gamma = dp_case_add_highlight (dp_case, article, (DpSpan){ 87, 102 });
  g_autoptr (GPtrArray) signs = dp_blocks_from_plain_text (BEFORE "The mayer of the town said \"no\" to it.\n" GAMMA BEHIND);
  g_autoptr (GPtrArray) mended = dp_blocks_from_plain_text (BEFORE "The mayor of our town said \"no\" to it.\n" GAMMA BEHIND);
  g_autoptr (GPtrArray) rewritten = dp_blocks_from_plain_text (BEFORE "Nobody knows what will come.\n" GAMMA BEHIND);
  g_autoptr (GPtrArray) waiting = NULL;

  g_assert_cmpuint (dp_case_correct_text (dp_case, article, signs), ==, 0);
  g_assert_cmpstr (dp_highlight_get_quote (mayor), ==, "The mayer of the town said \"no\" to it");
  g_assert_false (dp_highlight_is_waiting (mayor));

  g_assert_cmpuint (dp_case_correct_text (dp_case, article, mended), ==, 1);
  g_assert_cmpstr (dp_highlight_get_quote (mayor), ==, "The mayer of the town said \"no\" to it");
  g_assert_true (dp_highlight_is_lost (mayor));
  g_assert_true (dp_highlight_is_waiting (mayor));
  g_assert_cmpuint (dp_highlight_get_candidates (mayor)->len, ==, 1);
  g_assert_cmpstr (get_candidate (mayor, 0)->anchor->exact, ==, "The mayor of our town said \"no\" to it");
  g_assert_cmpuint (get_candidate (mayor, 0)->score, >, 50);
  g_assert_cmpuint (get_candidate (mayor, 0)->score, <, 100);
  g_assert_cmpstr (dp_highlight_get_quote (gamma), ==, "Gamma is third.");
  waiting = dp_case_list_waiting (dp_case);
  g_assert_cmpuint (waiting->len, ==, 1);
  g_assert_true (g_ptr_array_index (waiting, 0) == mayor);

  /* Back again: there is nothing to decide. */
  g_assert_cmpuint (dp_case_correct_text (dp_case, article, signs), ==, 0);
  g_assert_false (dp_highlight_is_lost (mayor));
  g_assert_cmpuint (dp_highlight_get_candidates (mayor)->len, ==, 0);

  g_assert_cmpuint (dp_case_correct_text (dp_case, article, rewritten), ==, 1);
  g_assert_true (dp_highlight_is_lost (mayor));
  g_assert_false (dp_highlight_is_waiting (mayor));
  g_assert_cmpstr (dp_highlight_get_quote (mayor), ==, "The mayer of the town said \"no\" to it");
  g_assert_false (dp_highlight_is_lost (gamma));
}

/* The candidate of one that waits goes with the text. */
static void
test_wait_on (void)
{
  g_autoptr (DpCase) dp_case = dp_case_new ();
  DpArticle *article = add_plain_article (dp_case, BEFORE "The mayer of the town said so to all who heard.\n" BEHIND);
  DpHighlight *mayor = dp_case_add_highlight (dp_case, article, (DpSpan){ 48, 95 });
  g_autoptr (GPtrArray) mended = dp_blocks_from_plain_text (BEFORE "The mayor of the town said so to all who heard.\n" BEHIND);
  g_autoptr (GPtrArray) moved = dp_blocks_from_plain_text ("New.\n" BEFORE "The mayor of the town said so to all who heard.\n" BEHIND);
  g_autoptr (GPtrArray) again = dp_blocks_from_plain_text ("New.\n" BEFORE "The mayor of our town said so to all who heard.\n" BEHIND);
  g_autoptr (GPtrArray) gone = dp_blocks_from_plain_text ("New.\n" BEFORE BEHIND);
  guint score;

  dp_case_correct_text (dp_case, article, mended);
  score = get_candidate (mayor, 0)->score;
  g_assert_cmpuint (dp_case_correct_text (dp_case, article, moved), ==, 0);
  g_assert_cmpuint (get_candidate (mayor, 0)->anchor->start, ==, 53);
  g_assert_cmpuint (get_candidate (mayor, 0)->score, ==, score);
  dp_case_correct_text (dp_case, article, again);
  g_assert_cmpstr (get_candidate (mayor, 0)->anchor->exact, ==, "The mayor of our town said so to all who heard.");
  g_assert_cmpuint (get_candidate (mayor, 0)->score, <, score);
  dp_case_correct_text (dp_case, article, gone);
  g_assert_true (dp_highlight_is_lost (mayor));
  g_assert_false (dp_highlight_is_waiting (mayor));
}

/* Never on a look-alike: the same words elsewhere are a question, unless they are another passage. */
static void
test_look_alike (void)
{
  g_autoptr (DpCase) dp_case = dp_case_new ();
  DpArticle *article = add_plain_article (dp_case, "One.\nHe denied it.\nTwo.\nHe denied it.\nThree.\nHe denied it.\nFour.");
  DpHighlight *first = dp_case_add_highlight (dp_case, article, (DpSpan){ 5, 18 });
  DpHighlight *second = dp_case_add_highlight (dp_case, article, (DpSpan){ 24, 37 });
  g_autoptr (GPtrArray) less = dp_blocks_from_plain_text ("One.\nTwo.\nHe denied it.\nThree.\nHe denied it.\nFour.");

  dp_case_correct_text (dp_case, article, less);
  g_assert_false (dp_highlight_is_lost (second));
  g_assert_cmpuint (dp_highlight_get_anchor (second)->start, ==, 10);
  g_assert_true (dp_highlight_is_waiting (first));
  g_assert_cmpuint (dp_highlight_get_candidates (first)->len, ==, 1);
  g_assert_cmpuint (get_candidate (first, 0)->anchor->start, ==, 31);
  g_assert_cmpuint (get_candidate (first, 0)->score, ==, 100);
}

static void
test_decide (void)
{
  g_autoptr (DpCase) dp_case = dp_case_new ();
  DpArticle *article = add_plain_article (dp_case, BEFORE "The mayer of the town said so.\n" BEHIND);
  DpHighlight *mayor = dp_case_add_highlight (dp_case, article, (DpSpan){ 48, 78 });
  g_autoptr (GPtrArray) mended = dp_blocks_from_plain_text (BEFORE "The mayor of the town said so.\n" BEHIND);
  g_autoptr (DpClock) clock = dp_clock_new_fixed (1768032000);
  g_autoptr (DpHistory) history = dp_history_new (G_OBJECT (dp_case), clock);
  g_autoptr (GPtrArray) candidates = NULL;

  dp_history_begin (history, "Correct");
  dp_case_correct_text (dp_case, article, mended);
  dp_history_end (history);
  candidates = g_ptr_array_ref (dp_highlight_get_candidates (mayor));

  dp_history_begin (history, "Take");
  dp_case_place_highlight (dp_case, mayor, (DpSpan){ get_candidate (mayor, 0)->anchor->start, get_candidate (mayor, 0)->anchor->end });
  dp_history_end (history);
  g_assert_false (dp_highlight_is_lost (mayor));
  g_assert_false (dp_highlight_is_waiting (mayor));
  g_assert_cmpstr (dp_highlight_get_quote (mayor), ==, "The mayor of the town said so.");

  g_assert_true (dp_history_undo (history));
  g_assert_true (dp_highlight_is_waiting (mayor));
  g_assert_true (dp_highlight_get_candidates (mayor) == candidates);
  g_assert_cmpstr (dp_highlight_get_quote (mayor), ==, "The mayer of the town said so.");

  dp_case_leave_lost (dp_case, mayor);
  g_assert_true (dp_highlight_is_lost (mayor));
  g_assert_false (dp_highlight_is_waiting (mayor));
  g_assert_true (dp_history_undo (history));
  g_assert_true (dp_highlight_is_waiting (mayor));
  g_assert_true (dp_history_undo (history));
  g_assert_false (dp_highlight_is_lost (mayor));
  g_assert_nonnull (strstr (dp_article_get_text (article), "The mayer of the town said so."));
}

static void
test_sealed (void)
{
  g_assert_true (dp_sealed_is_digest ("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
  g_assert_false (dp_sealed_is_digest ("E3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
  g_assert_false (dp_sealed_is_digest ("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b8550"));
  g_assert_false (dp_sealed_is_digest ("../../etc/passwd"));
  g_assert_false (dp_sealed_is_digest (""));
}

/* Of all copies of a page one is what the text was read from, and none is there twice. */
static void
test_versions (void)
{
  g_autoptr (DpArticle) article = dp_article_new ();
  g_autoptr (GBytes) old_bytes = g_bytes_new_static ("old", 3);
  g_autoptr (GBytes) new_bytes = g_bytes_new_static ("new", 3);
  g_autoptr (DpSealed) old_copy = dp_sealed_new (old_bytes);
  g_autoptr (DpSealed) new_copy = dp_sealed_new (new_bytes);

  dp_article_set_sealed (article, old_copy);
  dp_article_add_version (article, old_copy);
  g_assert_cmpuint (dp_article_get_versions (article)->len, ==, 0);
  dp_article_add_version (article, new_copy);
  dp_article_add_version (article, new_copy);
  g_assert_cmpuint (dp_article_get_versions (article)->len, ==, 1);

  dp_article_replace_sealed (article, new_copy);
  g_assert_cmpstr (dp_article_get_sealed (article)->sha256, ==, new_copy->sha256);
  g_assert_cmpuint (dp_article_get_versions (article)->len, ==, 1);
  g_assert_cmpstr (((const DpSealed *) g_ptr_array_index (dp_article_get_versions (article), 0))->sha256, ==, old_copy->sha256);
  dp_article_replace_sealed (article, new_copy);
  g_assert_cmpuint (dp_article_get_versions (article)->len, ==, 1);
}

int
main (int argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/case/properties", test_properties);
  g_test_add_func ("/case/words", test_words);
  g_test_add_func ("/case/plain-text", test_plain_text);
  g_test_add_func ("/case/article-text", test_article_text);
  g_test_add_func ("/case/article-language", test_article_language);
  g_test_add_func ("/case/highlight-order", test_highlight_order);
  g_test_add_func ("/case/tag", test_tag);
  g_test_add_func ("/case/remove-highlight", test_remove_highlight);
  g_test_add_func ("/case/comments", test_comments);
  g_test_add_func ("/case/comment-places", test_comment_places);
  g_test_add_func ("/case/bad-comments", test_bad_comments);
  g_test_add_func ("/case/stance", test_stance);
  g_test_add_func ("/case/keys", test_keys);
  g_test_add_func ("/case/headings", test_headings);
  g_test_add_func ("/case/ranking", test_ranking);
  g_test_add_func ("/case/correct-text", test_correct_text);
  g_test_add_func ("/case/correct-elsewhere", test_correct_elsewhere);
  g_test_add_func ("/case/correct-within", test_correct_within);
  g_test_add_func ("/case/wait-on", test_wait_on);
  g_test_add_func ("/case/look-alike", test_look_alike);
  g_test_add_func ("/case/decide", test_decide);
  g_test_add_func ("/case/versions", test_versions);
  g_test_add_func ("/case/sealed", test_sealed);
  return g_test_run ();
}
