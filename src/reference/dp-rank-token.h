/* dp-rank-token.h: a sentence taken apart into words, numbers and signs, for finding stated ranks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  DP_RANK_WORD,
  DP_RANK_NUMBER,
  DP_RANK_SIGN,
} DpRankTokenKind;

/* Quotation marks, apostrophes and hyphens within words are no tokens: they only show in the flags. */
typedef struct
{
  DpRankTokenKind kind;
  guint start; /* code points of the sentence */
  guint end;
  guint text;   /* where its folded letters stand in DpRankTokens.text */
  guint length; /* in bytes */

  gboolean is_capital;     /* its first letter is */
  gboolean is_upper;       /* all its letters are, and there are two or more */
  gboolean is_glued;       /* nothing stands before it, or only a hyphen */
  gboolean is_apostrophed; /* an apostrophe stands right before it */
  gboolean is_quoted;      /* a quotation mark stands right before it */

  /* Of a number. */
  gboolean is_ordinal; /* has an ordinal sign: 72°, 52ª, 20ᵉ */
  guint whole;         /* without its decimals; G_MAXUINT when it is too large */
  guint n_digits;      /* of the whole */
  guint n_decimals;
  double value;

  gunichar sign; /* of a sign; dashes are U+2014, a hyphen between digits is U+002D */
} DpRankToken;

typedef struct
{
  GArray *tokens; /* DpRankToken */
  GString *text;
} DpRankTokens;

void dp_rank_tokens_init (DpRankTokens *self);
void dp_rank_tokens_clear (DpRankTokens *self);

/* Takes the place of what was there before. @text: valid UTF-8 */
void dp_rank_tokens_read (DpRankTokens *self,
                          const char *text,
                          gsize length);

static inline const DpRankToken *
dp_rank_tokens_get (const DpRankTokens *self,
                    guint i)
{
  return &g_array_index (self->tokens, DpRankToken, i);
}

G_END_DECLS
