/* dp-evidence.c: a source or a ranking that supports, undermines or gives context to what was said
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/dp-evidence.h"

#include "base/dp-id.h"
#include "model/dp-case-text.h"
#include "model/dp-model-private.h"
#include "model/dp-tracked.h"

G_DEFINE_ENUM_TYPE (DpEvidenceKind, dp_evidence_kind, G_DEFINE_ENUM_VALUE (DP_EVIDENCE_SOURCE, "source"), G_DEFINE_ENUM_VALUE (DP_EVIDENCE_RANKING, "ranking"))

/* The texts come first, so that one array holds them. */
typedef enum
{
  PROP_ID = 1,
  PROP_KEY,
  PROP_TITLE,
  PROP_LINK,
  PROP_ARCHIVE_LINK,
  PROP_PUBLISHER,
  PROP_AUTHOR,
  PROP_DATE,
  PROP_QUOTE,
  PROP_NOTE,
  PROP_INDEX,
  PROP_EDITION,
  PROP_ISO3,
  PROP_COUNTRY,
  PROP_SCORE,
  PROP_CITATION,
  PROP_KIND,
  PROP_SOURCE_KIND,
  PROP_RANK,
  PROP_TOTAL,
  PROP_BEARINGS,
} DpEvidenceProperty;
#define N_TEXTS (PROP_CITATION + 1)
static GParamSpec *properties[PROP_BEARINGS + 1];

struct _DpEvidence
{
  GObject parent_instance;

  char *texts[N_TEXTS]; /* by property */
  DpEvidenceKind kind;
  DpSourceKind source_kind;
  guint rank;
  guint total;
  GPtrArray *bearings; /* (element-type DpBearing) */
};

G_DEFINE_FINAL_TYPE (DpEvidence, dp_evidence, G_TYPE_OBJECT)

const char *
dp_evidence_kind_to_nick (DpEvidenceKind kind)
{
  return dp_enum_to_nick (DP_TYPE_EVIDENCE_KIND, kind);
}

gboolean
dp_evidence_kind_from_nick (const char *nick,
                            DpEvidenceKind *kind)
{
  int value;

  if (!dp_enum_from_nick (DP_TYPE_EVIDENCE_KIND, nick, &value))
    return FALSE;

  *kind = value;
  return TRUE;
}

static void
set_text (DpEvidence *self,
          DpEvidenceProperty property,
          const char *value)
{
  if (dp_set_text (&self->texts[property], value))
    g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
dp_evidence_get_property (GObject *object,
                          guint prop_id,
                          GValue *value,
                          GParamSpec *pspec)
{
  DpEvidence *self = DP_EVIDENCE (object);

  switch ((DpEvidenceProperty) prop_id)
    {
    case PROP_ID:
    case PROP_KEY:
    case PROP_TITLE:
    case PROP_LINK:
    case PROP_ARCHIVE_LINK:
    case PROP_PUBLISHER:
    case PROP_AUTHOR:
    case PROP_DATE:
    case PROP_QUOTE:
    case PROP_NOTE:
    case PROP_INDEX:
    case PROP_EDITION:
    case PROP_ISO3:
    case PROP_COUNTRY:
    case PROP_SCORE:
    case PROP_CITATION:
      g_value_set_string (value, self->texts[prop_id]);
      break;
    case PROP_KIND:
      g_value_set_enum (value, self->kind);
      break;
    case PROP_SOURCE_KIND:
      g_value_set_enum (value, self->source_kind);
      break;
    case PROP_RANK:
      g_value_set_uint (value, self->rank);
      break;
    case PROP_TOTAL:
      g_value_set_uint (value, self->total);
      break;
    case PROP_BEARINGS:
      g_value_set_boxed (value, self->bearings);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_evidence_set_property (GObject *object,
                          guint prop_id,
                          const GValue *value,
                          GParamSpec *pspec)
{
  DpEvidence *self = DP_EVIDENCE (object);

  switch ((DpEvidenceProperty) prop_id)
    {
    case PROP_ID:
      dp_set_text (&self->texts[PROP_ID], g_value_get_string (value));
      break;
    case PROP_KEY:
    case PROP_TITLE:
    case PROP_LINK:
    case PROP_ARCHIVE_LINK:
    case PROP_PUBLISHER:
    case PROP_AUTHOR:
    case PROP_DATE:
    case PROP_QUOTE:
    case PROP_NOTE:
    case PROP_INDEX:
    case PROP_EDITION:
    case PROP_ISO3:
    case PROP_COUNTRY:
    case PROP_SCORE:
    case PROP_CITATION:
      set_text (self, prop_id, g_value_get_string (value));
      break;
    case PROP_KIND:
      self->kind = g_value_get_enum (value);
      break;
    case PROP_SOURCE_KIND:
      dp_evidence_set_source_kind (self, g_value_get_enum (value));
      break;
    case PROP_RANK:
      dp_evidence_set_rank (self, g_value_get_uint (value));
      break;
    case PROP_TOTAL:
      dp_evidence_set_total (self, g_value_get_uint (value));
      break;
    case PROP_BEARINGS:
      dp_evidence_set_bearings (self, g_value_get_boxed (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_evidence_finalize (GObject *object)
{
  DpEvidence *self = DP_EVIDENCE (object);

  for (guint i = 0; i < N_TEXTS; i++)
    g_free (self->texts[i]);
  g_ptr_array_unref (self->bearings);

  G_OBJECT_CLASS (dp_evidence_parent_class)->finalize (object);
}

static void
dp_evidence_class_init (DpEvidenceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  static const char *const names[N_TEXTS] = {
    [PROP_KEY] = "key",
    [PROP_TITLE] = "title",
    [PROP_LINK] = "link",
    [PROP_ARCHIVE_LINK] = "archive-link",
    [PROP_PUBLISHER] = "publisher",
    [PROP_AUTHOR] = "author",
    [PROP_DATE] = "date",
    [PROP_QUOTE] = "quote",
    [PROP_NOTE] = "note",
    [PROP_INDEX] = "index",
    [PROP_EDITION] = "edition",
    [PROP_ISO3] = "iso3",
    [PROP_COUNTRY] = "country",
    [PROP_SCORE] = "score",
    [PROP_CITATION] = "citation",
  };

  object_class->get_property = dp_evidence_get_property;
  object_class->set_property = dp_evidence_set_property;
  object_class->finalize = dp_evidence_finalize;
  object_class->notify = dp_case_text_notify;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, "", DP_PARAM_FIXED);
  for (guint i = PROP_KEY; i < N_TEXTS; i++)
    properties[i] = g_param_spec_string (names[i], NULL, NULL, "", DP_PARAM_MODEL);
  properties[PROP_KIND] = g_param_spec_enum ("kind", NULL, NULL, DP_TYPE_EVIDENCE_KIND, DP_EVIDENCE_SOURCE, DP_PARAM_FIXED);
  properties[PROP_SOURCE_KIND] = g_param_spec_enum ("source-kind", NULL, NULL, DP_TYPE_SOURCE_KIND, DP_SOURCE_OTHER, DP_PARAM_MODEL);
  properties[PROP_RANK] = g_param_spec_uint ("rank", NULL, NULL, 0, G_MAXUINT, 0, DP_PARAM_MODEL);
  properties[PROP_TOTAL] = g_param_spec_uint ("total", NULL, NULL, 0, G_MAXUINT, 0, DP_PARAM_MODEL);
  properties[PROP_BEARINGS] = g_param_spec_boxed ("bearings", NULL, NULL, G_TYPE_PTR_ARRAY, DP_PARAM_MODEL);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
dp_evidence_init (DpEvidence *self)
{
  for (guint i = 0; i < N_TEXTS; i++)
    dp_set_text (&self->texts[i], "");
  self->bearings = dp_bearings_new ();
}

DpEvidence *
dp_evidence_new (DpEvidenceKind kind)
{
  g_autofree char *id = dp_id_new ();

  return dp_evidence_new_with_id (id, kind);
}

DpEvidence *
dp_evidence_new_with_id (const char *id,
                         DpEvidenceKind kind)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (DP_TYPE_EVIDENCE, "id", id, "kind", kind, NULL);
}

DpEvidence *
dp_evidence_new_for_ranking (const DpRanking *ranking)
{
  DpEvidence *self;
  g_autofree char *citation = NULL;

  g_return_val_if_fail (ranking != NULL, NULL);

  self = dp_evidence_new (DP_EVIDENCE_RANKING);
  citation = dp_ranking_dup_citation (ranking);
  dp_evidence_set_title (self, ranking->index_title);
  dp_evidence_set_link (self, ranking->link);
  dp_evidence_set_publisher (self, ranking->publisher);
  dp_evidence_set_note (self, ranking->note);
  dp_evidence_set_index (self, ranking->index);
  dp_evidence_set_edition (self, ranking->edition);
  dp_evidence_set_iso3 (self, ranking->iso3);
  dp_evidence_set_country (self, ranking->country);
  dp_evidence_set_rank (self, ranking->rank);
  dp_evidence_set_total (self, ranking->total);
  dp_evidence_set_score (self, ranking->score);
  dp_evidence_set_citation (self, citation);
  return self;
}

const char *
dp_evidence_get_id (DpEvidence *self)
{
  g_return_val_if_fail (DP_IS_EVIDENCE (self), NULL);

  return self->texts[PROP_ID];
}

DpEvidenceKind
dp_evidence_get_kind (DpEvidence *self)
{
  g_return_val_if_fail (DP_IS_EVIDENCE (self), DP_EVIDENCE_SOURCE);

  return self->kind;
}

const char *
dp_evidence_get_key (DpEvidence *self)
{
  g_return_val_if_fail (DP_IS_EVIDENCE (self), NULL);

  return self->texts[PROP_KEY];
}

void
dp_evidence_set_key (DpEvidence *self,
                     const char *key)
{
  g_return_if_fail (DP_IS_EVIDENCE (self));

  set_text (self, PROP_KEY, key);
}

const char *
dp_evidence_get_title (DpEvidence *self)
{
  g_return_val_if_fail (DP_IS_EVIDENCE (self), NULL);

  return self->texts[PROP_TITLE];
}

void
dp_evidence_set_title (DpEvidence *self,
                       const char *title)
{
  g_return_if_fail (DP_IS_EVIDENCE (self));

  set_text (self, PROP_TITLE, title);
}

const char *
dp_evidence_get_link (DpEvidence *self)
{
  g_return_val_if_fail (DP_IS_EVIDENCE (self), NULL);

  return self->texts[PROP_LINK];
}

void
dp_evidence_set_link (DpEvidence *self,
                      const char *link)
{
  g_return_if_fail (DP_IS_EVIDENCE (self));

  set_text (self, PROP_LINK, link);
}

const char *
dp_evidence_get_archive_link (DpEvidence *self)
{
  g_return_val_if_fail (DP_IS_EVIDENCE (self), NULL);

  return self->texts[PROP_ARCHIVE_LINK];
}

void
dp_evidence_set_archive_link (DpEvidence *self,
                              const char *archive_link)
{
  g_return_if_fail (DP_IS_EVIDENCE (self));

  set_text (self, PROP_ARCHIVE_LINK, archive_link);
}

const char *
dp_evidence_get_publisher (DpEvidence *self)
{
  g_return_val_if_fail (DP_IS_EVIDENCE (self), NULL);

  return self->texts[PROP_PUBLISHER];
}

void
dp_evidence_set_publisher (DpEvidence *self,
                           const char *publisher)
{
  g_return_if_fail (DP_IS_EVIDENCE (self));

  set_text (self, PROP_PUBLISHER, publisher);
}

const char *
dp_evidence_get_author (DpEvidence *self)
{
  g_return_val_if_fail (DP_IS_EVIDENCE (self), NULL);

  return self->texts[PROP_AUTHOR];
}

void
dp_evidence_set_author (DpEvidence *self,
                        const char *author)
{
  g_return_if_fail (DP_IS_EVIDENCE (self));

  set_text (self, PROP_AUTHOR, author);
}

const char *
dp_evidence_get_date (DpEvidence *self)
{
  g_return_val_if_fail (DP_IS_EVIDENCE (self), NULL);

  return self->texts[PROP_DATE];
}

void
dp_evidence_set_date (DpEvidence *self,
                      const char *date)
{
  g_return_if_fail (DP_IS_EVIDENCE (self));

  set_text (self, PROP_DATE, date);
}

const char *
dp_evidence_get_quote (DpEvidence *self)
{
  g_return_val_if_fail (DP_IS_EVIDENCE (self), NULL);

  return self->texts[PROP_QUOTE];
}

void
dp_evidence_set_quote (DpEvidence *self,
                       const char *quote)
{
  g_return_if_fail (DP_IS_EVIDENCE (self));

  set_text (self, PROP_QUOTE, quote);
}

const char *
dp_evidence_get_note (DpEvidence *self)
{
  g_return_val_if_fail (DP_IS_EVIDENCE (self), NULL);

  return self->texts[PROP_NOTE];
}

void
dp_evidence_set_note (DpEvidence *self,
                      const char *note)
{
  g_return_if_fail (DP_IS_EVIDENCE (self));

  set_text (self, PROP_NOTE, note);
}

const char *
dp_evidence_get_index (DpEvidence *self)
{
  g_return_val_if_fail (DP_IS_EVIDENCE (self), NULL);

  return self->texts[PROP_INDEX];
}

void
dp_evidence_set_index (DpEvidence *self,
                       const char *index)
{
  g_return_if_fail (DP_IS_EVIDENCE (self));

  set_text (self, PROP_INDEX, index);
}

const char *
dp_evidence_get_edition (DpEvidence *self)
{
  g_return_val_if_fail (DP_IS_EVIDENCE (self), NULL);

  return self->texts[PROP_EDITION];
}

void
dp_evidence_set_edition (DpEvidence *self,
                         const char *edition)
{
  g_return_if_fail (DP_IS_EVIDENCE (self));

  set_text (self, PROP_EDITION, edition);
}

const char *
dp_evidence_get_iso3 (DpEvidence *self)
{
  g_return_val_if_fail (DP_IS_EVIDENCE (self), NULL);

  return self->texts[PROP_ISO3];
}

void
dp_evidence_set_iso3 (DpEvidence *self,
                      const char *iso3)
{
  g_return_if_fail (DP_IS_EVIDENCE (self));

  set_text (self, PROP_ISO3, iso3);
}

const char *
dp_evidence_get_country (DpEvidence *self)
{
  g_return_val_if_fail (DP_IS_EVIDENCE (self), NULL);

  return self->texts[PROP_COUNTRY];
}

void
dp_evidence_set_country (DpEvidence *self,
                         const char *country)
{
  g_return_if_fail (DP_IS_EVIDENCE (self));

  set_text (self, PROP_COUNTRY, country);
}

const char *
dp_evidence_get_score (DpEvidence *self)
{
  g_return_val_if_fail (DP_IS_EVIDENCE (self), NULL);

  return self->texts[PROP_SCORE];
}

void
dp_evidence_set_score (DpEvidence *self,
                       const char *score)
{
  g_return_if_fail (DP_IS_EVIDENCE (self));

  set_text (self, PROP_SCORE, score);
}

const char *
dp_evidence_get_citation (DpEvidence *self)
{
  g_return_val_if_fail (DP_IS_EVIDENCE (self), NULL);

  return self->texts[PROP_CITATION];
}

void
dp_evidence_set_citation (DpEvidence *self,
                          const char *citation)
{
  g_return_if_fail (DP_IS_EVIDENCE (self));

  set_text (self, PROP_CITATION, citation);
}

DpSourceKind
dp_evidence_get_source_kind (DpEvidence *self)
{
  g_return_val_if_fail (DP_IS_EVIDENCE (self), DP_SOURCE_OTHER);

  return self->source_kind;
}

void
dp_evidence_set_source_kind (DpEvidence *self,
                             DpSourceKind kind)
{
  g_return_if_fail (DP_IS_EVIDENCE (self));

  if (self->source_kind == kind)
    return;

  self->source_kind = kind;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SOURCE_KIND]);
}

guint
dp_evidence_get_rank (DpEvidence *self)
{
  g_return_val_if_fail (DP_IS_EVIDENCE (self), 0);

  return self->rank;
}

void
dp_evidence_set_rank (DpEvidence *self,
                      guint rank)
{
  g_return_if_fail (DP_IS_EVIDENCE (self));

  if (self->rank == rank)
    return;

  self->rank = rank;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RANK]);
}

guint
dp_evidence_get_total (DpEvidence *self)
{
  g_return_val_if_fail (DP_IS_EVIDENCE (self), 0);

  return self->total;
}

void
dp_evidence_set_total (DpEvidence *self,
                       guint total)
{
  g_return_if_fail (DP_IS_EVIDENCE (self));

  if (self->total == total)
    return;

  self->total = total;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOTAL]);
}

GPtrArray *
dp_evidence_get_bearings (DpEvidence *self)
{
  g_return_val_if_fail (DP_IS_EVIDENCE (self), NULL);

  return self->bearings;
}

void
dp_evidence_set_bearings (DpEvidence *self,
                          GPtrArray *bearings)
{
  g_autoptr (GPtrArray) value = NULL;

  g_return_if_fail (DP_IS_EVIDENCE (self));

  value = bearings != NULL ? g_ptr_array_ref (bearings) : dp_bearings_new ();
  if (value == self->bearings || (value->len == 0 && self->bearings->len == 0))
    return;

  g_ptr_array_unref (self->bearings);
  self->bearings = g_steal_pointer (&value);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BEARINGS]);
}

static const DpBearing *
find_bearing (DpEvidence *self,
              const char *highlight_id)
{
  for (guint i = 0; i < self->bearings->len; i++)
    {
      const DpBearing *bearing = g_ptr_array_index (self->bearings, i);

      if (g_str_equal (bearing->highlight, highlight_id))
        return bearing;
    }
  return NULL;
}

DpStance
dp_evidence_get_stance (DpEvidence *self,
                        const char *highlight_id)
{
  const DpBearing *bearing;

  g_return_val_if_fail (DP_IS_EVIDENCE (self), DP_STANCE_NONE);
  g_return_val_if_fail (highlight_id != NULL, DP_STANCE_NONE);

  bearing = find_bearing (self, highlight_id);
  return bearing != NULL ? bearing->stance : DP_STANCE_NONE;
}

void
dp_evidence_set_stance (DpEvidence *self,
                        const char *highlight_id,
                        DpStance stance)
{
  g_autoptr (GPtrArray) bearings = NULL;
  const DpBearing *old;

  g_return_if_fail (DP_IS_EVIDENCE (self));
  g_return_if_fail (highlight_id != NULL);

  if (dp_evidence_get_stance (self, highlight_id) == stance)
    return;

  /* Others may hold the old array, the history among them: it stays as it is. */
  old = find_bearing (self, highlight_id);
  bearings = dp_bearings_new ();
  for (guint i = 0; i < self->bearings->len; i++)
    {
      const DpBearing *bearing = g_ptr_array_index (self->bearings, i);
      DpBearing *copy;

      if (bearing == old && stance == DP_STANCE_NONE)
        continue;
      copy = dp_bearing_copy (bearing);
      if (bearing == old)
        copy->stance = stance;
      g_ptr_array_add (bearings, copy);
    }
  if (old == NULL)
    g_ptr_array_add (bearings, dp_bearing_new (highlight_id, stance));
  dp_evidence_set_bearings (self, bearings);
}
