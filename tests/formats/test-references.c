/* test-references.c: sources from CSL-JSON and RIS
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "formats/dp-references.h"

#include <string.h>
#include "base/dp-json.h"

/* "kind|title|link|publisher|author|date|note", a line each. */
static char *
describe (GPtrArray *pieces)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < pieces->len; i++)
    {
      DpEvidence *piece = pieces->pdata[i];

      g_assert_true (dp_evidence_get_kind (piece) == DP_EVIDENCE_SOURCE);
      g_assert_cmpstr (dp_evidence_get_key (piece), ==, "");
      g_string_append_printf (all, "%s|%s|%s|%s|%s|%s|%s\n",
                              dp_source_kind_to_nick (dp_evidence_get_source_kind (piece)), dp_evidence_get_title (piece),
                              dp_evidence_get_link (piece), dp_evidence_get_publisher (piece), dp_evidence_get_author (piece),
                              dp_evidence_get_date (piece), dp_evidence_get_note (piece));
    }

  return g_string_free (all, FALSE);
}

static void
assert_read (const char *text,
             const char *wanted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pieces = dp_references_read (text, strlen (text), &error);
  g_autofree char *described = NULL;

  g_assert_no_error (error);
  described = describe (pieces);
  g_assert_cmpstr (described, ==, wanted);
}

/* @place is within the message. */
static void
assert_refused (const char *text,
                int code,
                const char *place)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (dp_references_read (text, strlen (text), &error));
  g_assert_error (error, DP_REFERENCES_ERROR, code);
  if (strstr (error->message, place) == NULL)
    g_error ("“%s” does not say “%s”", error->message, place);
}

static void
test_csl (void)
{
  assert_read ("\xef\xbb\xbf[{\"id\": \"a\", \"type\": \"article-newspaper\", \"title\": \" The count \", \"URL\": \"https://example.org/a\","
               "\"container-title\": \"The Example\", \"publisher\": \"Example Group\","
               "\"author\": [{\"family\": \"Berg\", \"given\": \"Anna\", \"non-dropping-particle\": \"van den\"}, {\"literal\": \"Press desk\"}],"
               "\"issued\": {\"date-parts\": [[2022, \"1\", 8], [2022, 2, 1]]}, \"note\": \"Corrected.\"},"
               "{\"id\": 2, \"type\": \"thesis\", \"title\": \"Votes\", \"DOI\": \"10.1000/182\", \"publisher\": \"A university\","
               "\"issued\": {\"raw\": \"2019-05\"}},"
               "{\"id\": 3, \"type\": \"legislation\", \"title\": \"An act\", \"issued\": {\"literal\": \"in force\"}}]",
               "media|The count|https://example.org/a|The Example|Anna van den Berg, Press desk|2022-01-08|Corrected.\n"
               "research|Votes|https://doi.org/10.1000/182|A university||2019-05|\n"
               "official|An act|||||in force\n");
  assert_read (" {\"type\": \"webpage\", \"URL\": \"https://example.org/\", \"issued\": \"2020-02-29\"}",
               "other||https://example.org/|||2020-02-29|\n");
}

static void
test_csl_refused (void)
{
  g_autoptr (GError) error = NULL;

  assert_refused ("[]", DP_REFERENCES_ERROR_SYNTAX, "no reference");
  assert_refused ("[\n1]", DP_REFERENCES_ERROR_INVALID, "Line 2 (/0)");
  assert_refused ("[{\"type\": \"webpage\", \"title\": \"A\"},\n {\"type\": \"webpage\",\n  \"title\": 3}]", DP_REFERENCES_ERROR_INVALID, "Line 3 (/1/title)");
  assert_refused ("[{\"type\": \"blog\", \"title\": \"A\"}]", DP_REFERENCES_ERROR_INVALID, "/0/type");
  assert_refused ("[{\"title\": \"A\"}]", DP_REFERENCES_ERROR_INVALID, "(/0)");
  assert_refused ("[{\"type\": \"book\", \"title\": \" \"}]", DP_REFERENCES_ERROR_INVALID, "neither title nor link");
  assert_refused ("[{\"type\": \"book\", \"title\": \"A\", \"author\": \"B\"}]", DP_REFERENCES_ERROR_INVALID, "/0/author");
  assert_refused ("[{\"type\": \"book\", \"title\": \"A\", \"author\": [{}, 3]}]", DP_REFERENCES_ERROR_INVALID, "/0/author/1");
  assert_refused ("[{\"type\": \"book\", \"title\": \"A\", \"issued\": {\"date-parts\": [[2022, 2, 29]]}}]", DP_REFERENCES_ERROR_INVALID, "/0/issued/date-parts/0");
  assert_refused ("[{\"type\": \"book\", \"title\": \"A\", \"issued\": {\"date-parts\": [[2022, 13]]}}]", DP_REFERENCES_ERROR_INVALID, "no such day");
  assert_refused ("[{\"type\": \"book\", \"title\": \"A\", \"issued\": {\"date-parts\": []}}]", DP_REFERENCES_ERROR_INVALID, "/0/issued/date-parts");
  g_assert_null (dp_references_read ("[{]", 3, &error));
  g_assert_true (error->domain == DP_JSON_ERROR);
}

static void
test_ris (void)
{
  assert_read ("\r\n\r\nTY  - NEWS\r\nAU  - Berg, Anna\r\nAU  - King, Martin, Jr.\r\nA1  - Press desk\r\nTI  - The count\r\nof votes\r\n"
               "T2  - The Example\r\nPB  - Example Group\r\nPY  - 2022\r\nDA  - 2022/01/08/winter\r\nUR  - https://example.org/a\r\n"
               "UR  - https://example.org/b\r\nAB  - Left out.\r\nN1  - One.\r\nN1  - Two.\r\nER  - \r\n\r\n"
               "TY  - THES\r\nTI  - Votes\r\nDO  - doi:10.1000/182\r\nPY  - in press\r\nER  -\r\n",
               "media|The count of votes|https://example.org/a|The Example|Anna Berg, Martin King Jr., Press desk|2022-01-08|One.\nTwo.\n"
               "research|Votes|https://doi.org/10.1000/182||||in press\n");
  assert_read ("TY  - WHATEVER\nDA  - 2022/01/08\nPY  - 2022//\nUR  - https://example.org/\nER  - \n", "other||https://example.org/|||2022-01-08|\n");
  /* What belongs to one reference stays there. */
  assert_read ("TY  - JOUR\rTI  - A\rT2  - First\rER  - \rTY  - JOUR\rTI  - B\rER  - ", "research|A||First|||\nresearch|B|||||\n");
}

static void
test_ris_refused (void)
{
  assert_refused ("", DP_REFERENCES_ERROR_SYNTAX, "no reference");
  assert_refused ("\n words\n", DP_REFERENCES_ERROR_SYNTAX, "Line 2");
  assert_refused ("TI  - A\n", DP_REFERENCES_ERROR_SYNTAX, "Line 1");
  assert_refused ("TY  - NEWS\nTI  - A\nTY  - NEWS\n", DP_REFERENCES_ERROR_SYNTAX, "Line 3");
  assert_refused ("\nTY  - NEWS\nTI  - A\n", DP_REFERENCES_ERROR_SYNTAX, "Line 2");
  assert_refused ("TY  - NEWS\nAU  - A\nER  - \n", DP_REFERENCES_ERROR_INVALID, "neither title nor link");
  assert_refused ("TY  - NEWS\nTI  - A\nDA  - 2022/02/30\nER  - \n", DP_REFERENCES_ERROR_INVALID, "Line 3");
  assert_refused ("TY  - NEWS\nTI  - A\nPY  - 2022x\nER  - \n", DP_REFERENCES_ERROR_INVALID, "Line 3");
  assert_refused ("TY  - NEWS\nTI  - \xff\nER  - \n", DP_REFERENCES_ERROR_SYNTAX, "Line 2");
}

/* Many authors of one reference take time in step with their number. */
static void
test_bounds (void)
{
  g_autoptr (GString) text = g_string_new ("TY  - NEWS\nTI  - A\n");
  g_autoptr (GString) many = g_string_new (NULL);
  g_autoptr (GPtrArray) pieces = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 300000; i++)
    g_string_append (text, "AU  - B, C\n");
  g_string_append (text, "ER  - \n");
  pieces = dp_references_read (text->str, text->len, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (strlen (dp_evidence_get_author (pieces->pdata[0])), ==, 300000 * 5 - 2);

  for (guint i = 0; i < DP_REFERENCES_MAX + 1; i++)
    g_string_append (many, "TY  - NEWS\nTI  - A\nER  - \n");
  assert_refused (many->str, DP_REFERENCES_ERROR_SIZE, "Line 3001");
  g_string_set_size (many, DP_REFERENCES_MAX_SIZE + 1);
  g_assert_null (dp_references_read (many->str, many->len, &error));
  g_assert_error (error, DP_REFERENCES_ERROR, DP_REFERENCES_ERROR_SIZE);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/references/csl", test_csl);
  g_test_add_func ("/references/csl-refused", test_csl_refused);
  g_test_add_func ("/references/ris", test_ris);
  g_test_add_func ("/references/ris-refused", test_ris_refused);
  g_test_add_func ("/references/bounds", test_bounds);

  return g_test_run ();
}
