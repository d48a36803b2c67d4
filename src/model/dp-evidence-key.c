/* dp-evidence-key.c: the names that citations call evidence by
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/dp-case-private.h"

#include <string.h>
#include "base/dp-date.h"
#include "base/dp-id.h"

/* Long enough to be understood, short enough to be typed. */
#define MAX_WORDS 32

/* (transfer full): the year of the date, or of the edition ("2023-24": 2023); "" when there is none */
static char *
dup_year (DpEvidence *evidence)
{
  const char *edition = dp_evidence_get_edition (evidence);
  DpDate date;

  if (dp_date_parse (dp_evidence_get_date (evidence), &date))
    return g_strdup_printf ("%d", date.year);
  for (guint i = 0; i < 4; i++)
    if (!g_ascii_isdigit (edition[i]))
      return g_strdup ("");
  return g_strndup (edition, 4);
}

/* (transfer full): the host of the link without "www." */
static char *
dup_host (DpEvidence *evidence)
{
  g_autoptr (GUri) uri = g_uri_parse (dp_evidence_get_link (evidence), G_URI_FLAGS_NONE, NULL);
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  if (host == NULL)
    return g_strdup ("");
  return g_strdup (g_str_has_prefix (host, "www.") ? host + strlen ("www.") : host);
}

/* (transfer full): who or what the evidence is, in ASCII */
static char *
dup_words (DpEvidence *evidence)
{
  g_autofree char *host = dup_host (evidence);
  g_autofree char *place = NULL;
  const char *candidates[6] = { "", "", "", "", "", "" };

  if (dp_evidence_get_kind (evidence) == DP_EVIDENCE_RANKING)
    {
      place = g_strdup_printf ("%s %s",
                               *dp_evidence_get_index (evidence) != '\0' ? dp_evidence_get_index (evidence) : dp_evidence_get_title (evidence),
                               dp_evidence_get_iso3 (evidence));
      candidates[0] = place;
    }
  candidates[1] = dp_evidence_get_publisher (evidence);
  candidates[2] = dp_evidence_get_title (evidence);
  candidates[3] = dp_evidence_get_author (evidence);
  candidates[4] = host;
  candidates[5] = dp_evidence_kind_to_nick (dp_evidence_get_kind (evidence));

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      g_autofree char *slug = dp_slug (candidates[i], MAX_WORDS);

      if (*slug != '\0')
        return g_steal_pointer (&slug);
    }
  g_assert_not_reached ();
}

char *
dp_case_dup_free_key (DpCase *self,
                      DpEvidence *evidence)
{
  g_autofree char *words = dup_words (evidence);
  g_autofree char *year = dup_year (evidence);
  gboolean has_year = *year == '\0' || g_str_has_suffix (words, year);
  g_autofree char *stem = g_strconcat (words, has_year ? "" : "-", has_year ? "" : year, NULL);
  char *key = g_strdup (stem);

  for (guint i = 2; dp_case_find_evidence_by_key (self, key) != NULL; i++)
    {
      g_free (key);
      key = g_strdup_printf ("%s-%u", stem, i);
    }
  return key;
}
