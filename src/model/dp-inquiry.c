/* dp-inquiry.c: the right of reply: who was asked about a claim, what, and what came of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/dp-inquiry.h"

#include <glib/gi18n-lib.h>
#include "base/dp-date.h"
#include "base/dp-id.h"
#include "model/dp-model-private.h"
#include "model/dp-tracked.h"

G_DEFINE_ENUM_TYPE (DpInquiryOutcome, dp_inquiry_outcome, G_DEFINE_ENUM_VALUE (DP_INQUIRY_TO_ASK, "to-ask"), G_DEFINE_ENUM_VALUE (DP_INQUIRY_ASKED, "asked"), G_DEFINE_ENUM_VALUE (DP_INQUIRY_ANSWERED, "answered"), G_DEFINE_ENUM_VALUE (DP_INQUIRY_NO_ANSWER, "no-answer"), G_DEFINE_ENUM_VALUE (DP_INQUIRY_NOT_APPLICABLE, "not-applicable"))

typedef enum
{
  PROP_ID = 1,
  PROP_CONTACT,
  PROP_CHANNEL,
  PROP_QUESTION,
  PROP_ASKED,
  PROP_DEADLINE,
  PROP_ANSWERED,
  PROP_ANSWER,
  PROP_REASON,
  PROP_OUTCOME,
} DpInquiryProperty;
static GParamSpec *properties[PROP_OUTCOME + 1];

struct _DpInquiry
{
  GObject parent_instance;

  char *texts[PROP_OUTCOME]; /* by property */
  DpInquiryOutcome outcome;
};

G_DEFINE_FINAL_TYPE (DpInquiry, dp_inquiry, G_TYPE_OBJECT)

const char *
dp_inquiry_outcome_to_nick (DpInquiryOutcome outcome)
{
  return dp_enum_to_nick (DP_TYPE_INQUIRY_OUTCOME, outcome);
}

const char *
dp_inquiry_outcome_get_label (DpInquiryOutcome outcome)
{
  switch (outcome)
    {
    case DP_INQUIRY_TO_ASK:
      /* Translators: this and the next ones are about a person who should be asked for a reply. */
      return C_ ("reply", "To be asked");
    case DP_INQUIRY_ASKED:
      return C_ ("reply", "Asked");
    case DP_INQUIRY_ANSWERED:
      return C_ ("reply", "Answered");
    case DP_INQUIRY_NO_ANSWER:
      return C_ ("reply", "No answer");
    case DP_INQUIRY_NOT_APPLICABLE:
      return C_ ("reply", "Not applicable");
    default:
      g_return_val_if_reached ("");
    }
}

static void
set_text (DpInquiry *self,
          DpInquiryProperty property,
          const char *value)
{
  if (dp_set_text (&self->texts[property], value))
    g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
dp_inquiry_get_property (GObject *object,
                         guint prop_id,
                         GValue *value,
                         GParamSpec *pspec)
{
  DpInquiry *self = DP_INQUIRY (object);

  if (prop_id == PROP_OUTCOME)
    g_value_set_enum (value, self->outcome);
  else
    g_value_set_string (value, self->texts[prop_id]);
}

static void
dp_inquiry_set_property (GObject *object,
                         guint prop_id,
                         const GValue *value,
                         GParamSpec *pspec)
{
  DpInquiry *self = DP_INQUIRY (object);

  if (prop_id == PROP_OUTCOME)
    dp_inquiry_set_outcome (self, g_value_get_enum (value));
  else if (prop_id == PROP_ID)
    dp_set_text (&self->texts[PROP_ID], g_value_get_string (value));
  else
    set_text (self, prop_id, g_value_get_string (value));
}

static void
dp_inquiry_finalize (GObject *object)
{
  DpInquiry *self = DP_INQUIRY (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->texts); i++)
    g_free (self->texts[i]);

  G_OBJECT_CLASS (dp_inquiry_parent_class)->finalize (object);
}

static void
dp_inquiry_class_init (DpInquiryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  static const char *const names[PROP_OUTCOME] = {
    [PROP_CONTACT] = "contact",
    [PROP_CHANNEL] = "channel",
    [PROP_QUESTION] = "question",
    [PROP_ASKED] = "asked",
    [PROP_DEADLINE] = "deadline",
    [PROP_ANSWERED] = "answered",
    [PROP_ANSWER] = "answer",
    [PROP_REASON] = "reason",
  };

  object_class->get_property = dp_inquiry_get_property;
  object_class->set_property = dp_inquiry_set_property;
  object_class->finalize = dp_inquiry_finalize;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, "", DP_PARAM_FIXED);
  for (guint i = PROP_ID + 1; i < PROP_OUTCOME; i++)
    properties[i] = g_param_spec_string (names[i], NULL, NULL, "", DP_PARAM_MODEL);
  properties[PROP_OUTCOME] = g_param_spec_enum ("outcome", NULL, NULL, DP_TYPE_INQUIRY_OUTCOME, DP_INQUIRY_TO_ASK, DP_PARAM_MODEL);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
dp_inquiry_init (DpInquiry *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->texts); i++)
    dp_set_text (&self->texts[i], "");
}

DpInquiry *
dp_inquiry_new (void)
{
  g_autofree char *id = dp_id_new ();

  return dp_inquiry_new_with_id (id);
}

DpInquiry *
dp_inquiry_new_with_id (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (DP_TYPE_INQUIRY, "id", id, NULL);
}

const char *
dp_inquiry_get_id (DpInquiry *self)
{
  g_return_val_if_fail (DP_IS_INQUIRY (self), NULL);

  return self->texts[PROP_ID];
}

const char *
dp_inquiry_get_contact (DpInquiry *self)
{
  g_return_val_if_fail (DP_IS_INQUIRY (self), NULL);

  return self->texts[PROP_CONTACT];
}

void
dp_inquiry_set_contact (DpInquiry *self,
                        const char *contact)
{
  g_return_if_fail (DP_IS_INQUIRY (self));

  set_text (self, PROP_CONTACT, contact);
}

const char *
dp_inquiry_get_channel (DpInquiry *self)
{
  g_return_val_if_fail (DP_IS_INQUIRY (self), NULL);

  return self->texts[PROP_CHANNEL];
}

void
dp_inquiry_set_channel (DpInquiry *self,
                        const char *channel)
{
  g_return_if_fail (DP_IS_INQUIRY (self));

  set_text (self, PROP_CHANNEL, channel);
}

const char *
dp_inquiry_get_question (DpInquiry *self)
{
  g_return_val_if_fail (DP_IS_INQUIRY (self), NULL);

  return self->texts[PROP_QUESTION];
}

void
dp_inquiry_set_question (DpInquiry *self,
                         const char *question)
{
  g_return_if_fail (DP_IS_INQUIRY (self));

  set_text (self, PROP_QUESTION, question);
}

const char *
dp_inquiry_get_asked (DpInquiry *self)
{
  g_return_val_if_fail (DP_IS_INQUIRY (self), NULL);

  return self->texts[PROP_ASKED];
}

void
dp_inquiry_set_asked (DpInquiry *self,
                      const char *asked)
{
  g_return_if_fail (DP_IS_INQUIRY (self));

  set_text (self, PROP_ASKED, asked);
}

const char *
dp_inquiry_get_deadline (DpInquiry *self)
{
  g_return_val_if_fail (DP_IS_INQUIRY (self), NULL);

  return self->texts[PROP_DEADLINE];
}

void
dp_inquiry_set_deadline (DpInquiry *self,
                         const char *deadline)
{
  g_return_if_fail (DP_IS_INQUIRY (self));

  set_text (self, PROP_DEADLINE, deadline);
}

const char *
dp_inquiry_get_answered (DpInquiry *self)
{
  g_return_val_if_fail (DP_IS_INQUIRY (self), NULL);

  return self->texts[PROP_ANSWERED];
}

void
dp_inquiry_set_answered (DpInquiry *self,
                         const char *answered)
{
  g_return_if_fail (DP_IS_INQUIRY (self));

  set_text (self, PROP_ANSWERED, answered);
}

const char *
dp_inquiry_get_answer (DpInquiry *self)
{
  g_return_val_if_fail (DP_IS_INQUIRY (self), NULL);

  return self->texts[PROP_ANSWER];
}

void
dp_inquiry_set_answer (DpInquiry *self,
                       const char *answer)
{
  g_return_if_fail (DP_IS_INQUIRY (self));

  set_text (self, PROP_ANSWER, answer);
}

const char *
dp_inquiry_get_reason (DpInquiry *self)
{
  g_return_val_if_fail (DP_IS_INQUIRY (self), NULL);

  return self->texts[PROP_REASON];
}

void
dp_inquiry_set_reason (DpInquiry *self,
                       const char *reason)
{
  g_return_if_fail (DP_IS_INQUIRY (self));

  set_text (self, PROP_REASON, reason);
}

DpInquiryOutcome
dp_inquiry_get_outcome (DpInquiry *self)
{
  g_return_val_if_fail (DP_IS_INQUIRY (self), DP_INQUIRY_TO_ASK);

  return self->outcome;
}

void
dp_inquiry_set_outcome (DpInquiry *self,
                        DpInquiryOutcome outcome)
{
  g_return_if_fail (DP_IS_INQUIRY (self));

  if (self->outcome == outcome)
    return;

  self->outcome = outcome;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OUTCOME]);
}

/* (transfer full): a date for people; what is none as it stands */
static char *
dup_day (const char *text)
{
  DpDate date;

  return dp_date_parse (text, &date) ? dp_date_format_short (&date) : g_strdup (text);
}

char *
dp_inquiry_dup_sentence (DpInquiry *self)
{
  g_autofree char *asked = NULL;
  g_autofree char *deadline = NULL;
  const char *contact;

  g_return_val_if_fail (DP_IS_INQUIRY (self), NULL);

  contact = self->texts[PROP_CONTACT];
  if (*contact == '\0')
    return g_strdup ("");

  asked = dup_day (self->texts[PROP_ASKED]);
  deadline = dup_day (self->texts[PROP_DEADLINE]);
  switch (self->outcome)
    {
    case DP_INQUIRY_ASKED:
      /* Translators: sentences for a published case: first who was asked, then a date */
      return *deadline != '\0' ? g_strdup_printf (_ ("We asked %s for a reply until %s."), contact, deadline) : g_strdup_printf (_ ("We asked %s for a reply."), contact);
    case DP_INQUIRY_ANSWERED:
      /* Translators: first who was asked, then the answer */
      return g_strdup_printf (_ ("Asked by us, %s answered: “%s”"), contact, self->texts[PROP_ANSWER]);
    case DP_INQUIRY_NO_ANSWER:
      return *asked != '\0' ? g_strdup_printf (_ ("We asked %s for a reply on %s and received none."), contact, asked) : g_strdup_printf (_ ("We asked %s for a reply and received none."), contact);
    case DP_INQUIRY_TO_ASK:
    case DP_INQUIRY_NOT_APPLICABLE:
    default:
      return g_strdup ("");
    }
}
