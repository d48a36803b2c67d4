/* dp-rank-lexicon.h: what the folder rank-words says of the words that state ranks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The files are described in data/rank-words/README.md.
 */

#pragma once

#include <gio/gio.h>
#include "reference/dp-rank-token.h"

G_BEGIN_DECLS

/* What a phrase is there for. The names of the keys are in dp-rank-lexicon-read.c. */
typedef enum
{
  DP_RANK_COMMON,
  DP_RANK_CARDINAL,
  DP_RANK_ORDINAL,
  DP_RANK_PART, /* of a compound number only: "vent" of "ventotto" */
  DP_RANK_ORDINAL_SUFFIX,
  DP_RANK_JOINER,
  DP_RANK_PLACE,
  DP_RANK_PLACES,
  DP_RANK_MARK,
  DP_RANK_VERB,
  DP_RANK_COPULA,
  DP_RANK_OF,
  DP_RANK_COUNTRIES,
  DP_RANK_SCORE,
  DP_RANK_POINTS,
  DP_RANK_SCORED,
  DP_RANK_LED,
  DP_RANK_LAST,
  DP_RANK_BEST,
  DP_RANK_WORST,
  DP_RANK_BOTTOM,
  DP_RANK_FROM_BOTTOM,
  DP_RANK_NOT_PLACE,
  DP_RANK_DELTA,
  DP_RANK_DELTA_AFTER,
  DP_RANK_HEDGE,
  DP_RANK_RANGE,
  DP_RANK_NEGATION,
  DP_RANK_DENIAL,
  DP_RANK_UNREAL,
  DP_RANK_THAN,
  DP_RANK_REGION,
  DP_RANK_RELEASED,
  DP_RANK_MONTH,
  DP_RANK_FROM,
  DP_RANK_TO,
  DP_RANK_YEAR_BEFORE,
  DP_RANK_STATUS,
  DP_RANK_SUBJECT,
  DP_RANK_SUB_INDEX,
  DP_RANK_SKIP,
  DP_RANK_GENERIC,
  DP_RANK_UNIT,
  DP_RANK_REPORT,
  DP_RANK_WORLD,
  DP_RANK_SINCE,
  DP_RANK_HARMLESS,
  DP_RANK_SPOILS,
  DP_RANK_INDEX,
  DP_RANK_PUBLISHER,
  DP_RANK_COUNTRY,
  DP_RANK_PEOPLE,
  DP_RANK_N_CATEGORIES,
} DpRankCategory;

typedef enum
{
  DP_RANK_ANY_CASE,
  DP_RANK_CAPITAL, /* the first letter must be one */
  DP_RANK_UPPER,   /* all letters must be capitals: an abbreviation */
} DpRankCase;

typedef struct
{
  guint8 category;
  guint8 language; /* place in the list of languages; 0xff for all */
  guint8 letters;  /* DpRankCase */
  int value;       /* number, month, place in the list of ids or countries; 0 */
} DpRankEntry;

typedef struct
{
  DpRankEntry entry;
  guint first; /* tokens, both included */
  guint last;
} DpRankMatch;

#define DP_RANK_ALL_LANGUAGES 0xff

typedef struct
{
  char *code;           /* "en" */
  char *letters;        /* that few other languages have */
  gboolean has_dot;     /* "12." is an ordinal */
  gboolean is_joined;   /* numbers are written in one word: "achtundzwanzigste" */
  char *citation;       /* (nullable): with {publisher}, {index}, {edition}, {country}, {rank}, {total}, {score} */
  char *score_citation; /* (nullable): the same for a country without a rank */
} DpRankLanguage;

/* A name as it is written in a file, of a country or an index. */
typedef struct
{
  guint language;
  DpRankCategory category;
  char *id; /* iso3, or of the index */
  char *name;
} DpRankName;

/* An edition that people also call by another year. */
typedef struct
{
  char *year;
  char *edition;
} DpRankAlias;

typedef struct
{
  char *id;
  guint next_year;      /* since which edition it comes out in the year after; 0: in its own year */
  gboolean has_ranks;   /* the publisher gives some */
  gboolean worst_first; /* rank 1 is the worst */
  gboolean by_data;     /* a year may mean the data's as well as the report's */
  gboolean by_report;   /* a year with the word "report" is the one after the edition's */
  GPtrArray *aliases;   /* DpRankAlias */
  GPtrArray *parts;     /* utf8: ids of other indices by the same publisher */
  GArray *totals;       /* guint: also said to be the number of countries, in any edition */
} DpRankKind;

typedef struct _DpRankLexicon DpRankLexicon;

/**
 * dp_rank_lexicon_read:
 * @folder: where LL.txt, countries-LL.txt and indices.txt lie
 * @problems: (element-type utf8): where the reasons are put for which a file was left out whole, each
 *   with the file's name and the line
 */
DpRankLexicon *dp_rank_lexicon_read (const char *folder,
                                     GPtrArray *problems);
DpRankLexicon *dp_rank_lexicon_new (void);
void dp_rank_lexicon_free (DpRankLexicon *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpRankLexicon, dp_rank_lexicon_free)

guint dp_rank_lexicon_get_n_languages (DpRankLexicon *self);
DpRankLanguage *dp_rank_lexicon_get_language (DpRankLexicon *self,
                                              guint i);
/* Makes it if there is none. */
guint dp_rank_lexicon_ensure_language (DpRankLexicon *self,
                                       const char *code);
guint dp_rank_lexicon_ensure_kind (DpRankLexicon *self,
                                   const char *id);
DpRankKind *dp_rank_lexicon_get_kind (DpRankLexicon *self,
                                      guint i);
/* The place of an ISO 3166-1 alpha-3 code, and the code at a place. */
guint dp_rank_lexicon_ensure_country (DpRankLexicon *self,
                                      const char *iso3);
const char *dp_rank_lexicon_get_country (DpRankLexicon *self,
                                         guint i);

/* (nullable): by its code, or a tag that begins with it */
const DpRankLanguage *dp_rank_lexicon_find_language (DpRankLexicon *self,
                                                     const char *tag);

/* Names are for showing and searching; the first of a language counts. */
void dp_rank_lexicon_add_name (DpRankLexicon *self,
                               guint language,
                               DpRankCategory category,
                               const char *id,
                               const char *name);
/* (nullable) */
const char *dp_rank_lexicon_get_name (DpRankLexicon *self,
                                      const char *code,
                                      const char *id);
/* (transfer none) (element-type DpRankName): all of them */
GPtrArray *dp_rank_lexicon_get_names (DpRankLexicon *self);

/* @words: folded; one that ends in "*" stands for all that begin so and have up to five more letters */
void dp_rank_lexicon_add (DpRankLexicon *self,
                          const char *const *words,
                          const DpRankEntry *entry);

/* Appends to @matches (element-type DpRankMatch) what begins at each token, whatever the language. */
void dp_rank_lexicon_match (DpRankLexicon *self,
                            const DpRankTokens *tokens,
                            GArray *matches);

/* (nullable): the entry of one folded word in a category and language */
const DpRankEntry *dp_rank_lexicon_find (DpRankLexicon *self,
                                         const char *word,
                                         DpRankCategory category,
                                         guint language);

G_END_DECLS
