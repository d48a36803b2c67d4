/* dp-ranking.c: the place of a country in one edition of an index
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference/dp-ranking.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "reference/dp-countries.h"

G_DEFINE_BOXED_TYPE (DpRanking, dp_ranking, dp_ranking_copy, dp_ranking_free)

DpRanking *
dp_ranking_copy (const DpRanking *self)
{
  DpRanking *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->index = g_strdup (self->index);
  copy->index_title = g_strdup (self->index_title);
  copy->publisher = g_strdup (self->publisher);
  copy->edition = g_strdup (self->edition);
  copy->iso3 = g_strdup (self->iso3);
  copy->country = g_strdup (self->country);
  copy->score = g_strdup (self->score);
  copy->scale = g_strdup (self->scale);
  copy->link = g_strdup (self->link);
  copy->licence = g_strdup (self->licence);
  copy->note = g_strdup (self->note);

  return copy;
}

void
dp_ranking_free (DpRanking *self)
{
  g_free (self->index);
  g_free (self->index_title);
  g_free (self->publisher);
  g_free (self->edition);
  g_free (self->iso3);
  g_free (self->country);
  g_free (self->score);
  g_free (self->scale);
  g_free (self->link);
  g_free (self->licence);
  g_free (self->note);
  g_free (self);
}

static gboolean
has (const char *text)
{
  return text != NULL && *text != '\0';
}

/* What is stated of the country: whole sentences, since languages order these differently. */
char *
dp_ranking_dup_statement (const DpRanking *self)
{
  const char *country = dp_country_translate (self->iso3 != NULL ? self->iso3 : "", self->country);

  if (self->rank > 0 && self->total > 0 && has (self->score))
    /* Translators: country, rank, number of countries ranked, score */
    return g_strdup_printf (_ ("%s, rank %u of %u, score %s."), country, self->rank, self->total, self->score);
  if (self->rank > 0 && self->total > 0)
    /* Translators: country, rank, number of countries ranked */
    return g_strdup_printf (_ ("%s, rank %u of %u."), country, self->rank, self->total);
  if (self->rank > 0 && has (self->score))
    /* Translators: country, rank, score */
    return g_strdup_printf (_ ("%s, rank %u, score %s."), country, self->rank, self->score);
  if (self->rank > 0)
    /* Translators: country, rank */
    return g_strdup_printf (_ ("%s, rank %u."), country, self->rank);
  if (has (self->score))
    /* Translators: country, score */
    return g_strdup_printf (_ ("%s, score %s."), country, self->score);

  /* Translators: country; the publisher gives neither rank nor score */
  return g_strdup_printf (_ ("%s, not ranked."), country);
}

char *
dp_ranking_dup_citation (const DpRanking *self)
{
  g_autofree char *statement = NULL;
  g_autoptr (GString) citation = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  statement = dp_ranking_dup_statement (self);
  citation = g_string_new (NULL);
  if (has (self->publisher))
    /* Translators: publisher, title of the index, edition (a year), and what it states of a country */
    g_string_printf (citation, _ ("%s, %s %s: %s"), self->publisher, self->index_title, self->edition, statement);
  else
    /* Translators: title of the index, edition (a year), and what it states of a country */
    g_string_printf (citation, _ ("%s %s: %s"), self->index_title, self->edition, statement);

  if (has (self->link))
    g_string_append_printf (citation, " %s", self->link);

  return g_string_free (g_steal_pointer (&citation), FALSE);
}
