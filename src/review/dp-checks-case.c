/* dp-checks-case.c: checks on the case as a whole and on the right of reply
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "review/dp-checks-private.h"

#include <string.h>

/* To be asked, or asked and not yet too late to answer. */
static gboolean
is_open (DpChecking *c,
         DpInquiry *inquiry)
{
  switch (dp_inquiry_get_outcome (inquiry))
    {
    case DP_INQUIRY_TO_ASK:
    case DP_INQUIRY_ASKED:
      return TRUE;
    case DP_INQUIRY_ANSWERED:
    case DP_INQUIRY_NO_ANSWER:
    case DP_INQUIRY_NOT_APPLICABLE:
    default:
      return FALSE;
    }
}

void
dp_check_case_title (DpChecking *c)
{
  if (*dp_case_get_title (c->dp_case) == '\0')
    dp_checking_find (c, NULL, "", "/title");
}

void
dp_check_case_title_length (DpChecking *c)
{
  if (g_utf8_strlen (dp_case_get_title (c->dp_case), -1) > 120)
    dp_checking_find (c, NULL, "", "/title");
}

void
dp_check_case_language (DpChecking *c)
{
  if (*dp_case_get_language (c->dp_case) == '\0')
    dp_checking_find (c, NULL, "", "/language");
}

void
dp_check_case_verdict (DpChecking *c)
{
  if (*dp_case_get_verdict (c->dp_case) == '\0')
    dp_checking_find (c, NULL, "", "/verdict");
}

void
dp_check_case_verdict_known (DpChecking *c)
{
  if (*dp_case_get_verdict (c->dp_case) != '\0' && dp_ratings_find (c->house->ratings, dp_case_get_verdict (c->dp_case)) == NULL)
    dp_checking_find (c, dp_case_get_verdict (c->dp_case), "", "/verdict");
}

void
dp_check_case_related (DpChecking *c)
{
  if (g_list_model_get_n_items (dp_case_list_relations (c->dp_case)) == 0)
    dp_checking_find (c, NULL, "", "/relations");
}

void
dp_check_comment_open (DpChecking *c)
{
  GListModel *list = dp_case_list_comments (c->dp_case);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      DpComment *item = dp_checking_get (list, i);

      if (*dp_comment_get_reply_to (item) == '\0' && !dp_comment_is_resolved (item))
        dp_checking_find (c, dp_comment_get_text (item), dp_comment_get_id (item), "/comments/%u", i);
    }
}

void
dp_check_reply (DpChecking *c)
{
  if (g_list_model_get_n_items (dp_case_list_inquiries (c->dp_case)) == 0)
    dp_checking_find (c, NULL, "", "/inquiries");
}

void
dp_check_reply_open (DpChecking *c)
{
  GListModel *list = dp_case_list_inquiries (c->dp_case);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      DpInquiry *item = dp_checking_get (list, i);

      if (is_open (c, item))
        dp_checking_find (c, dp_inquiry_get_contact (item), dp_inquiry_get_id (item), "/inquiries/%u/outcome", i);
    }
}

void
dp_check_reply_reason (DpChecking *c)
{
  GListModel *list = dp_case_list_inquiries (c->dp_case);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      DpInquiry *item = dp_checking_get (list, i);

      if (dp_inquiry_get_outcome (item) == DP_INQUIRY_NOT_APPLICABLE && *dp_inquiry_get_reason (item) == '\0')
        dp_checking_find (c, dp_inquiry_get_contact (item), dp_inquiry_get_id (item), "/inquiries/%u/reason", i);
    }
}

void
dp_check_reply_answer (DpChecking *c)
{
  GListModel *list = dp_case_list_inquiries (c->dp_case);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      DpInquiry *item = dp_checking_get (list, i);

      if (dp_inquiry_get_outcome (item) == DP_INQUIRY_ANSWERED && *dp_inquiry_get_answer (item) == '\0')
        dp_checking_find (c, dp_inquiry_get_contact (item), dp_inquiry_get_id (item), "/inquiries/%u/answer", i);
    }
}

void
dp_check_reply_in_text (DpChecking *c)
{
  GListModel *list = dp_case_list_inquiries (c->dp_case);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      DpInquiry *item = dp_checking_get (list, i);

      if (dp_inquiry_get_outcome (item) == DP_INQUIRY_ANSWERED && *dp_inquiry_get_contact (item) != '\0' && strstr (dp_checking_fold (c, dp_case_get_disproof (c->dp_case)), dp_checking_fold (c, dp_inquiry_get_contact (item))) == NULL)
        dp_checking_find (c, dp_inquiry_get_contact (item), dp_inquiry_get_id (item), "/inquiries/%u/answer", i);
    }
}

void
dp_check_waiver_known (DpChecking *c)
{
  GListModel *list = dp_case_list_waivers (c->dp_case);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      DpWaiver *item = dp_checking_get (list, i);

      if (dp_checks_find (dp_waiver_get_check (item)) == NULL)
        dp_checking_find (c, dp_waiver_get_check (item), "", "/waivers/%u", i);
    }
}
