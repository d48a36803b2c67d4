/* dp-sentences-stop.h: a stop, what stands around it, and whether a sentence ends there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "text/dp-sentences-char.h"
#include "text/dp-sentences-rules.h"

G_BEGIN_DECLS

/* What the text is and how far it has been read. */
typedef struct
{
  const guint8 *classes;
  const DpSentenceRules *rules;
  const char *end;      /* of the paragraph */
  const char *sentence; /* the first character of the sentence begun */
  gboolean is_quoting;  /* between two '"' */
} DpReading;

typedef struct
{
  const char *run; /* the first stop of a row of them */
  const char *run_end;
  const char *closed; /* behind the closing marks and references that follow */
  const char *next;   /* what comes next and is not white; the end of the paragraph, too */
  const char *letter; /* the first character there that is no opening mark */
  DpCharClass begins; /* its class */
  guint n_dots;
  guint n_breaks;         /* line breaks before @next */
  gboolean is_strong;     /* there is a stop among them that is no full stop */
  gboolean is_wide;       /* and that is written without a space after it */
  gboolean is_spaced;     /* ". . ." */
  gboolean is_quoted;     /* a quotation mark closes */
  gboolean is_closed;     /* a bracket closes */
  gboolean has_reference; /* "[7]" */
  gboolean is_opened;     /* an opening mark comes next */
  gboolean is_dashed;     /* a dash comes next */
  gboolean is_inverted;   /* "¿" or "¡" comes next */
} DpStop;

gboolean dp_stop_is_at (const DpReading *reading,
                        gunichar c,
                        DpCharClass class);

gboolean dp_stop_is_emoji (gunichar c);

/* @run: a stop */
void dp_stop_read (DpStop *self,
                   DpReading *reading,
                   const char *run);

/* Whether the rules say that the sentence goes on with what stands at @next, behind a closing mark. */
gboolean dp_stop_goes_on (const DpReading *reading,
                          const char *next);

/* Whether the word before the stop never stands at the end of a line: "Dr.", "3." before a month. */
gboolean dp_stop_asks_for_more (const DpStop *self,
                                const DpReading *reading);

gboolean dp_stop_ends_sentence (const DpStop *self,
                                const DpReading *reading);

G_END_DECLS
