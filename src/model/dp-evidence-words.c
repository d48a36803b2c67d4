/* dp-evidence-words.c: evidence in words: its kind, one line for a list, the full reference
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/dp-evidence.h"

#include <glib/gi18n-lib.h>
#include "base/dp-date.h"
#include "model/dp-model-private.h"

G_DEFINE_ENUM_TYPE (DpSourceKind, dp_source_kind, G_DEFINE_ENUM_VALUE (DP_SOURCE_OTHER, "other"), G_DEFINE_ENUM_VALUE (DP_SOURCE_PRIMARY, "primary"), G_DEFINE_ENUM_VALUE (DP_SOURCE_OFFICIAL, "official"), G_DEFINE_ENUM_VALUE (DP_SOURCE_MEDIA, "media"), G_DEFINE_ENUM_VALUE (DP_SOURCE_RESEARCH, "research"))

const char *
dp_source_kind_to_nick (DpSourceKind kind)
{
  return dp_enum_to_nick (DP_TYPE_SOURCE_KIND, kind);
}

gboolean
dp_source_kind_from_nick (const char *nick,
                          DpSourceKind *kind)
{
  int value;

  if (!dp_enum_from_nick (DP_TYPE_SOURCE_KIND, nick, &value))
    return FALSE;

  *kind = value;
  return TRUE;
}

const char *
dp_source_kind_get_label (DpSourceKind kind)
{
  switch (kind)
    {
    case DP_SOURCE_OTHER:
      /* Translators: a kind of source. */
      return C_ ("source", "Other");
    case DP_SOURCE_PRIMARY:
      /* Translators: a kind of source: a document, recording or statement itself. */
      return C_ ("source", "Primary");
    case DP_SOURCE_OFFICIAL:
      /* Translators: a kind of source: an authority or organisation. */
      return C_ ("source", "Official");
    case DP_SOURCE_MEDIA:
      /* Translators: a kind of source: press, radio, television. */
      return C_ ("source", "Media");
    case DP_SOURCE_RESEARCH:
      /* Translators: a kind of source: science and scholarship. */
      return C_ ("source", "Research");
    default:
      g_return_val_if_reached ("");
    }
}

/* The first one given, else "". */
static const char *
first_of (const char *a,
          const char *b)
{
  return *a != '\0' ? a : b;
}

/* "Democracy Index 2020"; some titles of editions name the index already. */
static char *
dup_index_name (DpEvidence *self)
{
  const char *title = first_of (dp_evidence_get_title (self), dp_evidence_get_index (self));
  const char *edition = dp_evidence_get_edition (self);

  if (*edition == '\0')
    return g_strdup (title);
  /* Translators: an index and its edition, as in "Democracy Index 2020". */
  return g_strdup_printf (C_ ("index", "%s %s"), title, edition);
}

/* "128 of 167", "128", "3.14": as much as there is. */
static char *
dup_place (DpEvidence *self)
{
  guint rank = dp_evidence_get_rank (self);
  guint total = dp_evidence_get_total (self);

  if (rank > 0 && total > 0)
    /* Translators: the place of a country among all that were ranked. */
    return g_strdup_printf (C_ ("rank", "%u of %u"), rank, total);
  if (rank > 0)
    return g_strdup_printf ("%u", rank);
  return g_strdup (dp_evidence_get_score (self));
}

static char *
dup_ranking_heading (DpEvidence *self)
{
  const char *country = first_of (dp_evidence_get_country (self), dp_evidence_get_iso3 (self));
  g_autofree char *index = dup_index_name (self);
  g_autofree char *place = dup_place (self);

  if (*country == '\0')
    return *index != '\0' ? g_steal_pointer (&index) : g_strdup (_ ("Ranking"));
  if (*place == '\0')
    /* Translators: a country and an index, as in "Kazakhstan: Democracy Index 2020". */
    return g_strdup_printf (_ ("%s: %s"), country, index);
  /* Translators: a country, its place or score, and the index, as in
   * "Kazakhstan: 128 of 167, Democracy Index 2020". */
  return g_strdup_printf (_ ("%s: %s, %s"), country, place, index);
}

char *
dp_evidence_dup_heading (DpEvidence *self)
{
  g_return_val_if_fail (DP_IS_EVIDENCE (self), NULL);

  if (dp_evidence_get_kind (self) == DP_EVIDENCE_RANKING)
    return dup_ranking_heading (self);

  if (*dp_evidence_get_title (self) != '\0')
    return g_strdup (dp_evidence_get_title (self));
  if (*dp_evidence_get_link (self) != '\0')
    return g_strdup (dp_evidence_get_link (self));
  if (*dp_evidence_get_publisher (self) != '\0')
    return g_strdup (dp_evidence_get_publisher (self));
  return g_strdup (_ ("Source"));
}

/* A title within its own direction, so that it cannot turn the rest of the line around. */
static char *
dup_isolated (const char *text)
{
  return g_strdup_printf ("\u2068%s\u2069", text);
}

static void
add_sentence (GString *out,
              const char *text)
{
  if (*text == '\0')
    return;

  if (out->len > 0)
    g_string_append_c (out, ' ');
  g_string_append (out, text);
  if (!g_str_has_suffix (text, ".") && !g_str_has_suffix (text, "?") && !g_str_has_suffix (text, "!") &&
      !g_str_has_suffix (text, "…"))
    g_string_append_c (out, '.');
}

static char *
dup_date (DpEvidence *self)
{
  DpDate date;

  if (!dp_date_parse (dp_evidence_get_date (self), &date))
    return g_strdup (dp_evidence_get_date (self));
  return dp_date_format_short (&date);
}

static char *
dup_published (DpEvidence *self)
{
  const char *publisher = dp_evidence_get_publisher (self);
  g_autofree char *date = dup_date (self);

  if (*publisher != '\0' && *date != '\0')
    /* Translators: who published something, and when. */
    return g_strdup_printf (_ ("%s, %s"), publisher, date);
  return g_strdup (first_of (publisher, date));
}

char *
dp_evidence_dup_reference (DpEvidence *self)
{
  g_autoptr (GString) out = NULL;
  g_autofree char *heading = NULL;
  g_autofree char *published = NULL;

  g_return_val_if_fail (DP_IS_EVIDENCE (self), NULL);

  if (dp_evidence_get_kind (self) == DP_EVIDENCE_RANKING && *dp_evidence_get_citation (self) != '\0')
    return g_strdup (dp_evidence_get_citation (self));

  out = g_string_new (NULL);
  published = dup_published (self);
  if (dp_evidence_get_kind (self) == DP_EVIDENCE_RANKING)
    {
      heading = dup_ranking_heading (self);
      add_sentence (out, heading);
    }
  else
    {
      add_sentence (out, dp_evidence_get_author (self));
      if (*dp_evidence_get_title (self) != '\0')
        {
          g_autofree char *title = dup_isolated (dp_evidence_get_title (self));

          /* Translators: the title of a source within a reference. */
          heading = g_strdup_printf (_ ("“%s”"), title);
          add_sentence (out, heading);
        }
    }
  add_sentence (out, published);
  if (*dp_evidence_get_link (self) != '\0')
    g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", dp_evidence_get_link (self));
  if (*dp_evidence_get_archive_link (self) != '\0')
    {
      g_autofree char *archived = g_strdup_printf (_ ("Archived: %s"), dp_evidence_get_archive_link (self));

      g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", archived);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}
