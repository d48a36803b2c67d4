/* dp-evidence.h: a source or a ranking that supports, undermines or gives context to what was said
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>
#include "model/dp-unknown.h"
#include "reference/dp-ranking.h"

G_BEGIN_DECLS

typedef enum
{
  DP_EVIDENCE_SOURCE,
  DP_EVIDENCE_RANKING,
} DpEvidenceKind;

typedef enum
{
  DP_SOURCE_OTHER,
  DP_SOURCE_PRIMARY,
  DP_SOURCE_OFFICIAL,
  DP_SOURCE_MEDIA,
  DP_SOURCE_RESEARCH,
} DpSourceKind;

/* How a piece of evidence bears on a highlight. */
typedef enum
{
  DP_STANCE_NONE,
  DP_STANCE_SUPPORTS,
  DP_STANCE_UNDERMINES,
  DP_STANCE_CONTEXT,
} DpStance;

#define DP_TYPE_EVIDENCE_KIND (dp_evidence_kind_get_type ())
GType dp_evidence_kind_get_type (void);
#define DP_TYPE_SOURCE_KIND (dp_source_kind_get_type ())
GType dp_source_kind_get_type (void);
#define DP_TYPE_STANCE (dp_stance_get_type ())
GType dp_stance_get_type (void);

/* "source", "ranking" / "other", "primary", "official", "media", "research" /
 * "supports", "undermines", "context" ("" for none); from_nick gives FALSE for an unknown word */
const char *dp_evidence_kind_to_nick (DpEvidenceKind kind);
gboolean dp_evidence_kind_from_nick (const char *nick, DpEvidenceKind *kind);
const char *dp_source_kind_to_nick (DpSourceKind kind);
gboolean dp_source_kind_from_nick (const char *nick, DpSourceKind *kind);
const char *dp_stance_to_nick (DpStance stance);
gboolean dp_stance_from_nick (const char *nick, DpStance *stance);

/* Words for people, translated. */
const char *dp_source_kind_get_label (DpSourceKind kind);
const char *dp_stance_get_label (DpStance stance);

typedef struct
{
  char *highlight; /* id */
  DpStance stance; /* never none */

  DpUnknown *unknown; /* (nullable) (owned) */
} DpBearing;

DpBearing *dp_bearing_new (const char *highlight, DpStance stance);
DpBearing *dp_bearing_copy (const DpBearing *self);
void dp_bearing_free (DpBearing *self);

/* (transfer full) (element-type DpBearing): an empty array that frees its bearings */
GPtrArray *dp_bearings_new (void);

/**
 * DpEvidence:
 *
 * Tracked properties. Both kinds: key (what citations name it by: ASCII letters, digits, hyphens),
 * title, link, archive-link, publisher, author, date (ISO 8601 as far as known), quote, note,
 * bearings (GPtrArray of DpBearing, never changed in place). A source: source-kind. A ranking:
 * index, edition, iso3, country, rank, total (0 when not given), score, citation.
 */
#define DP_TYPE_EVIDENCE (dp_evidence_get_type ())
G_DECLARE_FINAL_TYPE (DpEvidence, dp_evidence, DP, EVIDENCE, GObject)

DpEvidence *dp_evidence_new (DpEvidenceKind kind);
DpEvidence *dp_evidence_new_with_id (const char *id, DpEvidenceKind kind);

/* A ranking filled in from a table, with its citation. */
DpEvidence *dp_evidence_new_for_ranking (const DpRanking *ranking);

const char *dp_evidence_get_id (DpEvidence *self);
DpEvidenceKind dp_evidence_get_kind (DpEvidence *self);
const char *dp_evidence_get_key (DpEvidence *self);
void dp_evidence_set_key (DpEvidence *self, const char *key);
const char *dp_evidence_get_title (DpEvidence *self);
void dp_evidence_set_title (DpEvidence *self, const char *title);
const char *dp_evidence_get_link (DpEvidence *self);
void dp_evidence_set_link (DpEvidence *self, const char *link);
const char *dp_evidence_get_archive_link (DpEvidence *self);
void dp_evidence_set_archive_link (DpEvidence *self, const char *archive_link);
const char *dp_evidence_get_publisher (DpEvidence *self);
void dp_evidence_set_publisher (DpEvidence *self, const char *publisher);
const char *dp_evidence_get_author (DpEvidence *self);
void dp_evidence_set_author (DpEvidence *self, const char *author);
const char *dp_evidence_get_date (DpEvidence *self);
void dp_evidence_set_date (DpEvidence *self, const char *date);
const char *dp_evidence_get_quote (DpEvidence *self);
void dp_evidence_set_quote (DpEvidence *self, const char *quote);
const char *dp_evidence_get_note (DpEvidence *self);
void dp_evidence_set_note (DpEvidence *self, const char *note);
DpSourceKind dp_evidence_get_source_kind (DpEvidence *self);
void dp_evidence_set_source_kind (DpEvidence *self, DpSourceKind kind);
const char *dp_evidence_get_index (DpEvidence *self);
void dp_evidence_set_index (DpEvidence *self, const char *index);
const char *dp_evidence_get_edition (DpEvidence *self);
void dp_evidence_set_edition (DpEvidence *self, const char *edition);
const char *dp_evidence_get_iso3 (DpEvidence *self);
void dp_evidence_set_iso3 (DpEvidence *self, const char *iso3);
const char *dp_evidence_get_country (DpEvidence *self);
void dp_evidence_set_country (DpEvidence *self, const char *country);
guint dp_evidence_get_rank (DpEvidence *self);
void dp_evidence_set_rank (DpEvidence *self, guint rank);
guint dp_evidence_get_total (DpEvidence *self);
void dp_evidence_set_total (DpEvidence *self, guint total);
const char *dp_evidence_get_score (DpEvidence *self);
void dp_evidence_set_score (DpEvidence *self, const char *score);
const char *dp_evidence_get_citation (DpEvidence *self);
void dp_evidence_set_citation (DpEvidence *self, const char *citation);

/* (transfer none) (element-type DpBearing) */
GPtrArray *dp_evidence_get_bearings (DpEvidence *self);
void dp_evidence_set_bearings (DpEvidence *self, GPtrArray *bearings);
DpStance dp_evidence_get_stance (DpEvidence *self, const char *highlight_id);
/* DP_STANCE_NONE takes the bearing away. */
void dp_evidence_set_stance (DpEvidence *self, const char *highlight_id, DpStance stance);

/* (transfer full): one line for lists: a source's title or link, a ranking's "Kazakhstan: 128 of
 * 167, Democracy Index 2020" */
char *dp_evidence_dup_heading (DpEvidence *self);

/* (transfer full): the full reference, as under a published case, in the current locale */
char *dp_evidence_dup_reference (DpEvidence *self);

G_END_DECLS
