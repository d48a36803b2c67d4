/* dp-inquiry.h: the right of reply: who was asked about a claim, what, and what came of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  DP_INQUIRY_TO_ASK,
  DP_INQUIRY_ASKED,
  DP_INQUIRY_ANSWERED,
  DP_INQUIRY_NO_ANSWER,
  DP_INQUIRY_NOT_APPLICABLE,
} DpInquiryOutcome;

#define DP_TYPE_INQUIRY_OUTCOME (dp_inquiry_outcome_get_type ())
GType dp_inquiry_outcome_get_type (void);

/* "to-ask", "asked", "answered", "no-answer", "not-applicable" */
const char *dp_inquiry_outcome_to_nick (DpInquiryOutcome outcome);

/* Translated. */
const char *dp_inquiry_outcome_get_label (DpInquiryOutcome outcome);

/* Tracked properties, of which id is fixed: contact (whom), channel (an address, "telephone"),
 * question, asked, deadline and answered (ISO 8601), outcome, answer, reason (why nobody need be
 * asked). */
#define DP_TYPE_INQUIRY (dp_inquiry_get_type ())
G_DECLARE_FINAL_TYPE (DpInquiry, dp_inquiry, DP, INQUIRY, GObject)

DpInquiry *dp_inquiry_new (void);
DpInquiry *dp_inquiry_new_with_id (const char *id);

const char *dp_inquiry_get_id (DpInquiry *self);
const char *dp_inquiry_get_contact (DpInquiry *self);
void dp_inquiry_set_contact (DpInquiry *self, const char *contact);
const char *dp_inquiry_get_channel (DpInquiry *self);
void dp_inquiry_set_channel (DpInquiry *self, const char *channel);
const char *dp_inquiry_get_question (DpInquiry *self);
void dp_inquiry_set_question (DpInquiry *self, const char *question);
const char *dp_inquiry_get_asked (DpInquiry *self);
void dp_inquiry_set_asked (DpInquiry *self, const char *asked);
const char *dp_inquiry_get_deadline (DpInquiry *self);
void dp_inquiry_set_deadline (DpInquiry *self, const char *deadline);
const char *dp_inquiry_get_answered (DpInquiry *self);
void dp_inquiry_set_answered (DpInquiry *self, const char *answered);
const char *dp_inquiry_get_answer (DpInquiry *self);
void dp_inquiry_set_answer (DpInquiry *self, const char *answer);
const char *dp_inquiry_get_reason (DpInquiry *self);
void dp_inquiry_set_reason (DpInquiry *self, const char *reason);
DpInquiryOutcome dp_inquiry_get_outcome (DpInquiry *self);
void dp_inquiry_set_outcome (DpInquiry *self, DpInquiryOutcome outcome);

/* (transfer full): a sentence for the case that says what came of it, in the current locale; "" while
 * nothing did */
char *dp_inquiry_dup_sentence (DpInquiry *self);

G_END_DECLS
