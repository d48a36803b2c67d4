/* dp-checks-claim.c: checks on claims
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "review/dp-checks-private.h"

#include <string.h>

/* In another language than the answer, as far as both are known. */
static gboolean
is_foreign (DpChecking *c,
            DpClaim *claim)
{
  const char *own = dp_case_get_language (c->dp_case);
  const char *language = dp_claim_get_language (claim);
  gsize length = strcspn (own, "-");

  return *own != '\0' && *language != '\0' && (strcspn (language, "-") != length || strncmp (own, language, length) != 0);
}

static guint
count_bearing (DpChecking *c,
               DpClaim *claim,
               DpStance stance)
{
  g_autoptr (GPtrArray) evidence = dp_checking_list_bearing (c, claim, stance);

  return evidence->len;
}

/* Evidence, but all of one publisher. */
static gboolean
is_single_source (DpChecking *c,
                  DpClaim *claim)
{
  g_autoptr (GPtrArray) evidence = dp_checking_list_bearing (c, claim, DP_STANCE_NONE);
  g_autoptr (GHashTable) publishers = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < evidence->len; i++)
    {
      DpEvidence *piece = g_ptr_array_index (evidence, i);
      const char *publisher = dp_evidence_get_publisher (piece);

      g_hash_table_add (publishers, (gpointer) dp_checking_fold (c, *publisher != '\0' ? publisher : dp_evidence_get_author (piece)));
    }
  return g_hash_table_size (publishers) == 1;
}

static gboolean
lacks_primary (DpChecking *c,
               DpClaim *claim)
{
  g_autoptr (GPtrArray) evidence = dp_checking_list_bearing (c, claim, DP_STANCE_NONE);

  for (guint i = 0; i < evidence->len; i++)
    {
      DpEvidence *piece = g_ptr_array_index (evidence, i);
      DpSourceKind kind = dp_evidence_get_source_kind (piece);

      if (dp_evidence_get_kind (piece) == DP_EVIDENCE_RANKING || kind == DP_SOURCE_PRIMARY || kind == DP_SOURCE_OFFICIAL || kind == DP_SOURCE_RESEARCH)
        return FALSE;
    }
  return evidence->len > 0;
}

void
dp_check_claim (DpChecking *c)
{
  if (g_list_model_get_n_items (dp_case_list_claims (c->dp_case)) == 0)
    dp_checking_find (c, NULL, "", "/claims");
}

void
dp_check_claim_text (DpChecking *c)
{
  GListModel *list = dp_case_list_claims (c->dp_case);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      DpClaim *item = dp_checking_get (list, i);

      if (*dp_claim_get_text (item) == '\0')
        dp_checking_find (c, dp_claim_get_text (item), dp_claim_get_id (item), "/claims/%u/text", i);
    }
}

void
dp_check_claim_highlight (DpChecking *c)
{
  GListModel *list = dp_case_list_claims (c->dp_case);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      DpClaim *item = dp_checking_get (list, i);

      if (dp_claim_get_highlights (item)[0] == NULL)
        dp_checking_find (c, dp_claim_get_text (item), dp_claim_get_id (item), "/claims/%u/highlights", i);
    }
}

void
dp_check_claim_language (DpChecking *c)
{
  GListModel *list = dp_case_list_claims (c->dp_case);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      DpClaim *item = dp_checking_get (list, i);

      if (*dp_claim_get_language (item) == '\0')
        dp_checking_find (c, dp_claim_get_text (item), dp_claim_get_id (item), "/claims/%u/language", i);
    }
}

void
dp_check_claim_translation (DpChecking *c)
{
  GListModel *list = dp_case_list_claims (c->dp_case);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      DpClaim *item = dp_checking_get (list, i);

      if (is_foreign (c, item) && *dp_claim_get_translation (item) == '\0')
        dp_checking_find (c, dp_claim_get_text (item), dp_claim_get_id (item), "/claims/%u/translation", i);
    }
}

void
dp_check_claim_translator (DpChecking *c)
{
  GListModel *list = dp_case_list_claims (c->dp_case);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      DpClaim *item = dp_checking_get (list, i);

      if (*dp_claim_get_translation (item) != '\0' && *dp_claim_get_translator (item) == '\0')
        dp_checking_find (c, dp_claim_get_text (item), dp_claim_get_id (item), "/claims/%u/translator", i);
    }
}

void
dp_check_claim_translation_read (DpChecking *c)
{
  GListModel *list = dp_case_list_claims (c->dp_case);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      DpClaim *item = dp_checking_get (list, i);

      if (*dp_claim_get_translation (item) != '\0' && (*dp_claim_get_translation_checked_by (item) == '\0' || g_str_equal (dp_claim_get_translation_checked_by (item), dp_claim_get_translator (item))))
        dp_checking_find (c, dp_claim_get_text (item), dp_claim_get_id (item), "/claims/%u/translation_checked_by", i);
    }
}

void
dp_check_claim_evidence (DpChecking *c)
{
  GListModel *list = dp_case_list_claims (c->dp_case);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      DpClaim *item = dp_checking_get (list, i);

      if (count_bearing (c, item, DP_STANCE_SUPPORTS) + count_bearing (c, item, DP_STANCE_UNDERMINES) == 0)
        dp_checking_find (c, dp_claim_get_text (item), dp_claim_get_id (item), "/claims/%u/highlights", i);
    }
}

void
dp_check_claim_balance (DpChecking *c)
{
  GListModel *list = dp_case_list_claims (c->dp_case);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      DpClaim *item = dp_checking_get (list, i);

      if (count_bearing (c, item, DP_STANCE_UNDERMINES) > 0 && count_bearing (c, item, DP_STANCE_SUPPORTS) == 0)
        dp_checking_find (c, dp_claim_get_text (item), dp_claim_get_id (item), "/claims/%u/highlights", i);
    }
}

void
dp_check_claim_two_sources (DpChecking *c)
{
  GListModel *list = dp_case_list_claims (c->dp_case);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      DpClaim *item = dp_checking_get (list, i);

      if (is_single_source (c, item))
        dp_checking_find (c, dp_claim_get_text (item), dp_claim_get_id (item), "/claims/%u/highlights", i);
    }
}

void
dp_check_claim_primary (DpChecking *c)
{
  GListModel *list = dp_case_list_claims (c->dp_case);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      DpClaim *item = dp_checking_get (list, i);

      if (lacks_primary (c, item))
        dp_checking_find (c, dp_claim_get_text (item), dp_claim_get_id (item), "/claims/%u/highlights", i);
    }
}

void
dp_check_claim_true_in_it (DpChecking *c)
{
  GListModel *list = dp_case_list_claims (c->dp_case);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      DpClaim *item = dp_checking_get (list, i);

      if (*dp_claim_get_true_in_it (item) == '\0')
        dp_checking_find (c, dp_claim_get_text (item), dp_claim_get_id (item), "/claims/%u/true_in_it", i);
    }
}
