/* test-fields.c: title, authors and day of a page, from where pages write them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>
#include "intake/dp-authors.h"
#include "intake/dp-date-words.h"
#include "intake/dp-extraction.h"

#define TEXT "<p>The council has decided that the bridge over the river will be opened in May of the coming year.</p>" \
             "<p>Nobody was surprised by that, since the ferry has not left the harbour for as long as a month.</p>"
#define HEAD "<title>The bridge will open - The Gazette</title><meta property='og:title' content='The bridge will open'>" \
             "<meta property='og:site_name' content='The Gazette'>"

typedef struct
{
  const char *what;
  const char *head;
  const char *above; /* the title */
  const char *below;
  const char *behind; /* the text */
  const char *authors;
  const char *day;
} Page;

static const Page pages[] = {
  { "nothing", "", "", "", "", NULL, NULL },
  { "a lead", "", "", "<p>By Ada Example</p>", "", "Ada Example", NULL },
  { "a lead, and where and when", "", "", "<p>by Ada Example on Jan 22, 2026</p>", "", "Ada Example", "2026-01-22" },
  { "a lead behind the day", "", "", "<div>January 22, 2026 By Ada Example</div>", "", "Ada Example", "2026-01-22" },
  { "a lead, and a list of sections", "", "", "<p>By Ada Example, in News, Harbour</p>", "", "Ada Example", NULL },
  { "above the title", "", "<div>Published 7 August 2025 by Ada Example</div>", "", "", "Ada Example", "2025-08-07" },
  { "the day of the page above the title", "", "<div>Wednesday, 25 November 2026</div>", "", "", NULL, NULL },
  { "a name and a day", "", "", "<div><span>Ada Example |</span> <span>05.04.2026 - Update</span></div>", "", "Ada Example", "2026-04-05" },
  { "no name and a day", "", "", "<div>Harbour news | 05.04.2026</div>", "", NULL, "2026-04-05" },
  { "a link to an author", "", "", "<ul class=list><li><a href='/author/ada/'>Ada Example</a></li></ul>", "", "Ada Example", NULL },
  { "links to two authors", "", "", "<div><a href='/people/a'>Ada Example</a> and <a href='/people/b'>Bea Sample</a></div>", "", "Ada Example, Bea Sample", NULL },
  { "a link to all authors", "", "", "<div><a href='/authors/'>Our Authors</a></div>", "", NULL, NULL },
  { "links of other articles", "", "", "", "<div class=related><h3>More</h3><p><a href='/author/c'>Cecil Other</a></p></div>", NULL, NULL },
  { "a label of its own", "", "", "<div><p>Written by</p><p>Ada Example</p></div>", "", "Ada Example", NULL },
  { "a label above a list", "", "", "<h6>Author(s)</h6><ul><li>Ada A. Example</li><li>Bea Sample</li></ul><div>Share it</div>", "", "Ada A. Example, Bea Sample", NULL },
  { "a label far from the title", "", "", "", "<ul><li><b>Datum</b> 28.04.2026</li><li><b>Autorin/Autor</b> Ada Example</li></ul>", "Ada Example", "2026-04-28" },
  { "an office behind the name", "", "", "<p class=byline>By Ada Example Senior Editor</p>", "", "Ada Example", NULL },
  { "degrees behind the name", "", "", "<p class=byline>By Ada Example, MD, PhD</p>", "", "Ada Example", NULL },
  { "words that are no name", "", "", "<div class=author>The Author</div><div class=author>5 min read</div><div class=author>View all posts</div>", "", NULL, NULL },
  { "an editor behind a colon", "", "", "<div class=author>Editor: Someone Else</div>", "", NULL, NULL },
  { "a meta element with a label", "<meta name='twitter:label1' content='Verfasst von'><meta name='twitter:data1' content='Ada Example'>", "", "", "", "Ada Example", NULL },
  { "a meta element with another label", "<meta name='twitter:label1' content='Time to read'><meta name='twitter:data1' content='Five Minutes'>", "", "", "", NULL, NULL },
  { "a meta element named by a label", "<meta property='twitter:misc:Written by' content='Ada Example'>", "", "", "", "Ada Example", NULL },
  { "the outlet and a person", "<meta name=author content='The Gazette'>", "", "<p>By Ada Example</p>", "", "Ada Example", NULL },
  { "the outlet alone", "<meta name=author content='The Gazette'>", "", "", "", "The Gazette", NULL },
  { "the outlet beside a person", "<meta name=author content='Ada Example, The Gazette'>", "", "", "", "Ada Example", NULL },
  { "a part of the host", "<meta name=author content='Example'>", "", "<p>By Ada Sample</p>", "", "Ada Sample", NULL },
  { "one list has more", "<meta name=author content='Ada Example'><meta property='article:author' content='x'>"
                         "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"The bridge will open\",\"author\":"
                         "[{\"@type\":\"Person\",\"name\":\"Ada Example\"},{\"@type\":\"Organization\",\"name\":\"An Agency\"}]}</script>",
    "", "", "", "Ada Example, An Agency", NULL },
  { "changed only", "", "", "<p>Last updated 5 April 2026</p>", "", NULL, "2026-04-05" },
  { "published and changed", "", "", "<p>Updated: 9 May 2026</p><p>Published: 5 April 2026</p>", "", NULL, "2026-04-05" },
  { "a time in a post of elsewhere", "", "", "", "<div class=tweet><p>A post that says something about the bridge over there.</p><time datetime='2020-02-02'>then</time></div>", NULL, NULL },
};

static DpExtraction *
extract (const char *html)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (html, strlen (html));

  return dp_extract_html (bytes, NULL, "https://news.example.org/bridge", NULL);
}

static void
test_page (gconstpointer data)
{
  const Page *page = data;
  g_autofree char *html = g_strdup_printf ("<html lang=en><head>" HEAD "%s</head><body><main>%s<h1>The bridge will open</h1>%s" TEXT "%s</main></body></html>",
                                           page->head,
                                           page->above,
                                           page->below,
                                           page->behind);
  g_autoptr (DpExtraction) extraction = extract (html);
  g_autofree char *authors = g_strjoinv (", ", extraction->authors);

  g_assert_cmpstr (extraction->title, ==, "The bridge will open");
  g_assert_cmpstr (authors, ==, page->authors != NULL ? page->authors : "");
  g_assert_cmpstr (extraction->published, ==, page->day != NULL ? page->day : "");
}

static void
check_title (const char *html,
             const char *title)
{
  g_autoptr (DpExtraction) extraction = extract (html);

  g_assert_cmpstr (extraction->title, ==, title);
}

/* Whatever was chosen is among the values, with where it came from. */
static void
check_has_chosen (DpExtraction *extraction,
                  DpField field,
                  const char *value,
                  DpOrigin origin)
{
  guint n = 0;

  for (guint i = 0; i < extraction->candidates->len; i++)
    {
      const DpFieldValue *c = g_ptr_array_index (extraction->candidates, i);

      n += c->field == field && c->origin == origin && g_str_equal (c->value, value);
    }
  g_assert_cmpuint (n, ==, 1);
}

static void
test_chosen (void)
{
  g_autoptr (DpExtraction) extraction = extract ("<title>It will open - The Gazette</title><meta property='og:site_name' content='The Gazette'>"
                                                 "<meta name=author content='Ada Example, The Gazette'>" TEXT "<p class=byline>Updated 5 April 2026</p>");

  g_assert_cmpstr (extraction->title, ==, "It will open");
  check_has_chosen (extraction, DP_FIELD_TITLE, "It will open", DP_ORIGIN_TITLE);
  check_has_chosen (extraction, DP_FIELD_TITLE, "It will open - The Gazette", DP_ORIGIN_TITLE);
  check_has_chosen (extraction, DP_FIELD_AUTHORS, "Ada Example", DP_ORIGIN_META);
  check_has_chosen (extraction, DP_FIELD_PUBLISHED, "2026-04-05", DP_ORIGIN_LABEL);
}

static void
test_titles (void)
{
  /* In a heading of two pieces the colon is missing. */
  check_title ("<meta property='og:title' content='Bridge: It will open'><h1><span>Bridge</span><span>It will open</span></h1>" TEXT, "Bridge: It will open");
  /* A heading in a box counts when it is what the head says. */
  check_title ("<title>It will open - The Gazette</title><meta property='og:site_name' content='The Gazette'>"
               "<nav><h1>It will open</h1></nav>" TEXT "<h1>Other things</h1>",
               "It will open");
}

static void
test_lines (void)
{
  static const char *const people[] = { "Ada Example", "Jean-Luc O’Example", "Ada von der Example", "Ада Пример", "آدا مثال" };
  static const char *const others[] = { "Example", "ada example", "Read More", "5 Minuten Lesezeit", "The best of all worlds", "Ada 2026" };

  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    g_assert_true (dp_authors_are_people (people[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (dp_authors_are_people (others[i]));
  g_assert_true (dp_authors_is_label ("Author(s):"));
  g_assert_true (dp_authors_is_label ("Автор"));
  g_assert_false (dp_authors_is_label ("Authority"));
  g_assert_true (dp_date_is_change ("Zuletzt aktualisiert am 5. April 2026"));
  g_assert_true (dp_date_is_change ("更新: 2026年4月5日"));
  g_assert_false (dp_date_is_change ("Published 5 April, updated 6 April 2026"));
  g_assert_true (dp_date_is_labelled ("Veröffentlicht: 5. April 2026"));
  g_assert_false (dp_date_is_labelled ("The date is 5 April 2026"));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *path = g_strdelimit (g_strconcat ("/fields/page/", pages[i].what, NULL), " ,", '-');

      g_test_add_data_func (path, &pages[i], test_page);
    }
  g_test_add_func ("/fields/chosen", test_chosen);
  g_test_add_func ("/fields/titles", test_titles);
  g_test_add_func ("/fields/lines", test_lines);
  return g_test_run ();
}
