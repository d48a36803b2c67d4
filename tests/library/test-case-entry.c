/* test-case-entry.c: a case as the library lists it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/dp-case-entry-private.h"

static const DpStamp stamp = { 1, 2 };

static DpCaseFacts *
facts_of (const char *title,
          const char *outlet,
          const char *date,
          const char *narrative)
{
  DpCaseFacts *facts = dp_case_facts_new ("folder", stamp);
  const char *const labels[] = { narrative, NULL };
  const char *const ids[] = { "some-id", NULL };

  g_free (facts->title);
  facts->title = g_strdup (title);
  g_free (facts->outlet);
  facts->outlet = g_strdup (outlet);
  g_free (facts->date);
  facts->date = g_strdup (date);
  g_strfreev (facts->narratives);
  facts->narratives = g_strdupv ((char **) labels);
  g_strfreev (facts->narrative_ids);
  facts->narrative_ids = g_strdupv ((char **) ids);

  return facts;
}

static void
test_matches (void)
{
  g_autoptr (GFile) folder = g_file_new_for_path ("/folder");
  g_autoptr (DpCaseFacts) facts = facts_of ("Über die Šiauliai-Frage", "Новости Ёлки", "2022-01-08", "Colour revolution");
  g_autoptr (DpCaseEntry) entry = dp_case_entry_new (folder, facts);

  g_assert_true (dp_case_entry_matches (entry, ""));
  g_assert_true (dp_case_entry_matches (entry, "  "));
  g_assert_true (dp_case_entry_matches (entry, "UBER siauliai"));
  g_assert_true (dp_case_entry_matches (entry, "елки новости"));
  g_assert_true (dp_case_entry_matches (entry, "revolution 2022-01 über"));
  g_assert_true (dp_case_entry_matches (entry, dp_case_state_get_label (DP_CASE_STATE_DRAFT)));
  g_assert_false (dp_case_entry_matches (entry, "uber nowhere"));
  /* The end of one field and the beginning of the next are no word. */
  g_assert_false (dp_case_entry_matches (entry, "frageновости"));
}

static void
count_cb (GObject *object,
          GParamSpec *pspec,
          gpointer user_data)
{
  GString *names = user_data;

  g_string_append_printf (names, "%s ", pspec->name);
}

static void
test_notify (void)
{
  g_autoptr (GFile) folder = g_file_new_for_path ("/folder");
  g_autoptr (DpCaseFacts) first = facts_of ("One", "Outlet", "2022", "N");
  g_autoptr (DpCaseFacts) same = facts_of ("One", "Outlet", "2022", "N");
  g_autoptr (DpCaseFacts) other = facts_of ("One", "Another", "2022", "M");
  g_autoptr (DpCaseEntry) entry = dp_case_entry_new (folder, first);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *outlet = NULL;
  g_auto (GStrv) narratives = NULL;

  g_signal_connect (entry, "notify", G_CALLBACK (count_cb), names);
  dp_case_entry_set_facts (entry, same);
  g_assert_cmpstr (names->str, ==, "");

  dp_case_entry_set_facts (entry, other);
  g_assert_nonnull (strstr (names->str, "outlet "));
  g_assert_nonnull (strstr (names->str, "narratives "));
  g_assert_nonnull (strstr (names->str, "search-text "));
  g_assert_null (strstr (names->str, "title "));
  g_assert_null (strstr (names->str, "state "));
  g_object_get (entry, "outlet", &outlet, "narratives", &narratives, NULL);
  g_assert_cmpstr (outlet, ==, "Another");
  g_assert_cmpstr (narratives[0], ==, "M");
  g_assert_true (dp_case_entry_matches (entry, "another"));
  g_assert_false (dp_case_entry_matches (entry, "outlet"));
}

static void
test_case (void)
{
  g_autoptr (DpCase) dp_case = dp_case_new ();
  g_autoptr (DpArticle) article = dp_article_new ();
  g_autoptr (DpNarrative) narrative = dp_narrative_new ("colour", "Colour revolution", "", "", 0, FALSE);
  g_autoptr (DpNarrative) other = dp_narrative_new ("decline", "The West declines", "", "", 1, FALSE);
  g_autoptr (DpRelation) relation = dp_relation_new (DP_RELATION_UPDATES, "7d7c4c2e-5f0e-4c7e-9f5f-0f1f2f3f4f5f", "Older");
  g_autoptr (GPtrArray) blocks = dp_blocks_from_plain_text ("One sentence. Another sentence.");
  g_autoptr (DpCaseFacts) facts = NULL;
  DpHighlight *first;
  DpHighlight *second;

  dp_article_set_title (article, "Headline");
  dp_article_set_outlet (article, "Outlet");
  dp_article_set_published (article, "2022-01-08");
  dp_article_set_blocks (article, blocks);
  dp_case_add_article (dp_case, article);
  first = dp_case_add_highlight (dp_case, article, (DpSpan){ 0, 13 });
  second = dp_case_add_highlight (dp_case, article, (DpSpan){ 14, 31 });
  dp_case_tag (dp_case, first, narrative);
  dp_case_tag (dp_case, second, narrative);
  dp_case_tag (dp_case, second, other);
  dp_case_untag (dp_case, second, "decline");
  dp_case_add_relation (dp_case, relation);

  facts = dp_case_facts_new_for_case ("folder", stamp, dp_case);
  /* A case without a title goes by that of its article. */
  g_assert_cmpstr (facts->title, ==, "Headline");
  g_assert_cmpstr (facts->outlet, ==, "Outlet");
  g_assert_cmpstr (facts->date, ==, "2022-01-08");
  g_assert_cmpuint (g_strv_length (facts->narrative_ids), ==, 1);
  g_assert_cmpstr (facts->narrative_ids[0], ==, "colour");
  g_assert_cmpstr (facts->narratives[0], ==, "Colour revolution");
  g_assert_cmpuint (facts->links->len, ==, 1);
  g_assert_cmpint (g_array_index (facts->links, DpLink, 0).kind, ==, DP_RELATION_UPDATES);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/case-entry/matches", test_matches);
  g_test_add_func ("/case-entry/notify", test_notify);
  g_test_add_func ("/case-entry/case", test_case);

  return g_test_run ();
}
