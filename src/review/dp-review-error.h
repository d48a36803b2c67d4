/* dp-review-error.h: why something of the review is refused
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define DP_REVIEW_ERROR (dp_review_error_quark ())
GQuark dp_review_error_quark (void);

/* Each has its own message, which says what to do. */
typedef enum
{
  DP_REVIEW_ERROR_PERSON,      /* nobody, or no name or address as people have them */
  DP_REVIEW_ERROR_UNKNOWN,     /* somebody whom the library's people file does not know */
  DP_REVIEW_ERROR_RIGHT,       /* somebody who may not do that */
  DP_REVIEW_ERROR_MOVE,        /* not from the state that the case is in */
  DP_REVIEW_ERROR_WORDS,       /* a reason or a text for the reader is missing */
  DP_REVIEW_ERROR_CHECKS,      /* a check stands in the way */
  DP_REVIEW_ERROR_UNCHANGED,   /* nothing new since the last time */
  DP_REVIEW_ERROR_CHANGED,     /* not what was submitted, or not what was read */
  DP_REVIEW_ERROR_OWN_HAND,    /* their own work */
  DP_REVIEW_ERROR_VOID,        /* the approval is of another content */
  DP_REVIEW_ERROR_PUBLISHED,   /* already before readers */
  DP_REVIEW_ERROR_UNPUBLISHED, /* not before readers */
  DP_REVIEW_ERROR_SECOND,      /* a second verdict is missing, or another one */
  DP_REVIEW_ERROR_BLIND,       /* they know the verdict that they should not know */
  DP_REVIEW_ERROR_VERDICT,     /* none that the house's scale has, or no word for how sure */
  DP_REVIEW_ERROR_CLOCK,       /* the clock is behind the history */
  DP_REVIEW_ERROR_HISTORY,     /* the history was tampered with */
  DP_REVIEW_ERROR_VERSION,     /* a published version is missing, or is not what was published */
  DP_REVIEW_ERROR_RULES,       /* a mistake in a file of the house's rules */
} DpReviewError;

G_END_DECLS
