/* dp-checks-article.c: checks on articles and highlights
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "review/dp-checks-private.h"

#include "base/dp-date.h"

static gboolean
is_future (DpChecking *c,
           const char *text)
{
  DpDate date;
  DpDate today;

  return dp_date_parse (text, &date) && dp_date_parse (c->today, &today) && dp_date_compare (&date, &today) > 0;
}

void
dp_check_article (DpChecking *c)
{
  if (g_list_model_get_n_items (dp_case_list_articles (c->dp_case)) == 0)
    dp_checking_find (c, NULL, "", "/articles");
}

void
dp_check_article_link (DpChecking *c)
{
  GListModel *list = dp_case_list_articles (c->dp_case);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      DpArticle *item = dp_checking_get (list, i);

      if (*dp_article_get_link (item) == '\0')
        dp_checking_find (c, dp_article_get_title (item), dp_article_get_id (item), "/articles/%u/link", i);
    }
}

void
dp_check_article_archive (DpChecking *c)
{
  GListModel *list = dp_case_list_articles (c->dp_case);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      DpArticle *item = dp_checking_get (list, i);

      if (*dp_article_get_link (item) != '\0' && *dp_article_get_archive_link (item) == '\0')
        dp_checking_find (c, dp_article_get_title (item), dp_article_get_id (item), "/articles/%u/archive_link", i);
    }
}

void
dp_check_article_sealed (DpChecking *c)
{
  GListModel *list = dp_case_list_articles (c->dp_case);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      DpArticle *item = dp_checking_get (list, i);

      if (dp_article_get_sealed (item) == NULL)
        dp_checking_find (c, dp_article_get_title (item), dp_article_get_id (item), "/articles/%u/sealed", i);
    }
}

void
dp_check_article_seal (DpChecking *c)
{
  GListModel *list = dp_case_list_articles (c->dp_case);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      DpArticle *item = dp_checking_get (list, i);

      const DpSealed *sealed = dp_article_get_sealed (item);

      if (sealed != NULL && ((c->folder != NULL && !dp_sealed_check (sealed, c->folder, NULL)) || (c->broken != NULL && g_hash_table_contains (c->broken, sealed->sha256))))
        dp_checking_find (c, dp_article_get_title (item), dp_article_get_id (item), "/articles/%u/sealed", i);
    }
}

void
dp_check_article_outlet (DpChecking *c)
{
  GListModel *list = dp_case_list_articles (c->dp_case);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      DpArticle *item = dp_checking_get (list, i);

      if (*dp_article_get_outlet (item) == '\0')
        dp_checking_find (c, dp_article_get_title (item), dp_article_get_id (item), "/articles/%u/outlet", i);
    }
}

void
dp_check_article_date (DpChecking *c)
{
  GListModel *list = dp_case_list_articles (c->dp_case);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      DpArticle *item = dp_checking_get (list, i);

      if (*dp_article_get_published (item) == '\0')
        dp_checking_find (c, dp_article_get_title (item), dp_article_get_id (item), "/articles/%u/published", i);
    }
}

void
dp_check_article_date_future (DpChecking *c)
{
  GListModel *list = dp_case_list_articles (c->dp_case);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      DpArticle *item = dp_checking_get (list, i);

      if (is_future (c, dp_article_get_published (item)))
        dp_checking_find (c, dp_article_get_title (item), dp_article_get_id (item), "/articles/%u/published", i);
    }
}

void
dp_check_article_language (DpChecking *c)
{
  GListModel *list = dp_case_list_articles (c->dp_case);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      DpArticle *item = dp_checking_get (list, i);

      if (*dp_article_get_language (item) == '\0')
        dp_checking_find (c, dp_article_get_title (item), dp_article_get_id (item), "/articles/%u/language", i);
    }
}

void
dp_check_article_text (DpChecking *c)
{
  GListModel *list = dp_case_list_articles (c->dp_case);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      DpArticle *item = dp_checking_get (list, i);

      if (*dp_article_get_text (item) == '\0')
        dp_checking_find (c, dp_article_get_title (item), dp_article_get_id (item), "/articles/%u/blocks", i);
    }
}

void
dp_check_highlight_lost (DpChecking *c)
{
  GListModel *list = dp_case_list_highlights (c->dp_case);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      DpHighlight *item = dp_checking_get (list, i);

      if (dp_highlight_is_lost (item))
        dp_checking_find (c, dp_highlight_get_quote (item), dp_highlight_get_id (item), "/highlights/%u", i);
    }
}

void
dp_check_highlight_use (DpChecking *c)
{
  GListModel *list = dp_case_list_highlights (c->dp_case);
  g_autoptr (GHashTable) used = g_hash_table_new (g_str_hash, g_str_equal);
  GListModel *claims = dp_case_list_claims (c->dp_case);

  for (guint i = 0; i < g_list_model_get_n_items (claims); i++)
    {
      const char *const *ids = dp_claim_get_highlights (dp_checking_get (claims, i));

      for (guint j = 0; ids[j] != NULL; j++)
        g_hash_table_add (used, (gpointer) ids[j]);
    }
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      DpHighlight *item = dp_checking_get (list, i);

      if (dp_highlight_get_narratives (item)[0] == NULL && *dp_highlight_get_note (item) == '\0' && !g_hash_table_contains (used, dp_highlight_get_id (item)))
        dp_checking_find (c, dp_highlight_get_quote (item), dp_highlight_get_id (item), "/highlights/%u", i);
    }
}
