/* dp-checks-evidence.c: checks on evidence
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "review/dp-checks-private.h"

static void
find_evidence (DpChecking *c,
               DpEvidence *evidence,
               guint position,
               const char *member)
{
  g_autofree char *heading = dp_evidence_dup_heading (evidence);

  dp_checking_find (c, heading, dp_evidence_get_id (evidence), "/evidence/%u%s", position, member);
}

static gboolean
is_own_article (DpChecking *c,
                DpEvidence *evidence)
{
  GListModel *articles = dp_case_list_articles (c->dp_case);
  const char *link = dp_evidence_get_link (evidence);

  if (*link == '\0')
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      DpArticle *article = dp_checking_get (articles, i);

      if (g_str_equal (link, dp_article_get_link (article)) || g_str_equal (link, dp_article_get_canonical (article)))
        return TRUE;
    }
  return FALSE;
}

void
dp_check_evidence_title (DpChecking *c)
{
  GListModel *list = dp_case_list_evidence (c->dp_case);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      DpEvidence *item = dp_checking_get (list, i);

      if (dp_evidence_get_kind (item) == DP_EVIDENCE_SOURCE && *dp_evidence_get_title (item) == '\0')
        find_evidence (c, item, i, "/title");
    }
}

void
dp_check_evidence_link (DpChecking *c)
{
  GListModel *list = dp_case_list_evidence (c->dp_case);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      DpEvidence *item = dp_checking_get (list, i);

      if (dp_evidence_get_kind (item) == DP_EVIDENCE_SOURCE && *dp_evidence_get_link (item) == '\0' && *dp_evidence_get_note (item) == '\0')
        find_evidence (c, item, i, "/link");
    }
}

void
dp_check_evidence_archive (DpChecking *c)
{
  GListModel *list = dp_case_list_evidence (c->dp_case);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      DpEvidence *item = dp_checking_get (list, i);

      if (*dp_evidence_get_link (item) != '\0' && *dp_evidence_get_archive_link (item) == '\0')
        find_evidence (c, item, i, "/archive_link");
    }
}

void
dp_check_evidence_source (DpChecking *c)
{
  GListModel *list = dp_case_list_evidence (c->dp_case);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      DpEvidence *item = dp_checking_get (list, i);

      if (*dp_evidence_get_publisher (item) == '\0' && *dp_evidence_get_author (item) == '\0')
        find_evidence (c, item, i, "/publisher");
    }
}

void
dp_check_evidence_date (DpChecking *c)
{
  GListModel *list = dp_case_list_evidence (c->dp_case);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      DpEvidence *item = dp_checking_get (list, i);

      if (dp_evidence_get_kind (item) == DP_EVIDENCE_SOURCE && *dp_evidence_get_date (item) == '\0')
        find_evidence (c, item, i, "/date");
    }
}

void
dp_check_evidence_quote (DpChecking *c)
{
  GListModel *list = dp_case_list_evidence (c->dp_case);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      DpEvidence *item = dp_checking_get (list, i);

      if (dp_evidence_get_kind (item) == DP_EVIDENCE_SOURCE && *dp_evidence_get_quote (item) == '\0')
        find_evidence (c, item, i, "/quote");
    }
}

void
dp_check_evidence_cited (DpChecking *c)
{
  GListModel *list = dp_case_list_evidence (c->dp_case);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      DpEvidence *item = dp_checking_get (list, i);

      if (!g_hash_table_contains (c->cited, dp_evidence_get_key (item)))
        find_evidence (c, item, i, "/key");
    }
}

void
dp_check_evidence_bearing (DpChecking *c)
{
  GListModel *list = dp_case_list_evidence (c->dp_case);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      DpEvidence *item = dp_checking_get (list, i);

      if (dp_evidence_get_bearings (item)->len == 0)
        find_evidence (c, item, i, "/bearings");
    }
}

void
dp_check_evidence_ranking (DpChecking *c)
{
  GListModel *list = dp_case_list_evidence (c->dp_case);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      DpEvidence *item = dp_checking_get (list, i);

      if (dp_evidence_get_kind (item) == DP_EVIDENCE_RANKING && (*dp_evidence_get_index (item) == '\0' || *dp_evidence_get_edition (item) == '\0' || *dp_evidence_get_country (item) == '\0' || dp_evidence_get_rank (item) == 0 || dp_evidence_get_total (item) == 0))
        find_evidence (c, item, i, "/rank");
    }
}

void
dp_check_evidence_twice (DpChecking *c)
{
  GListModel *list = dp_case_list_evidence (c->dp_case);
  g_autoptr (GHashTable) links = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      DpEvidence *item = dp_checking_get (list, i);

      if (*dp_evidence_get_link (item) != '\0' && !g_hash_table_add (links, (gpointer) dp_evidence_get_link (item)))
        find_evidence (c, item, i, "/link");
    }
}

void
dp_check_evidence_own_article (DpChecking *c)
{
  GListModel *list = dp_case_list_evidence (c->dp_case);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      DpEvidence *item = dp_checking_get (list, i);

      if (is_own_article (c, item))
        find_evidence (c, item, i, "/link");
    }
}
