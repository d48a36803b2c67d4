/* dp-passage-search.c: the highlights of a case by their words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-passage-search.h"

#include "app/dp-narrative-chip.h"
#include "app/dp-phrases.h"
#include "app/dp-picker.h"

#define MAX_SHOWN 100

/* (transfer full): which article it is of, where there are several */
static char *
dup_article (DpSession *session,
             DpHighlight *highlight)
{
  DpCase *dp_case = dp_session_get_case (session);
  DpArticle *article = dp_case_find_article (dp_case, dp_highlight_get_article_id (highlight));

  if (article == NULL || g_list_model_get_n_items (dp_case_list_articles (dp_case)) < 2)
    return g_strdup ("");
  return dp_phrase_article_title (article);
}

static DpPickerItem *
item_for_highlight (DpSession *session,
                    DpHighlight *highlight)
{
  const char *const *ids = dp_highlight_get_narratives (highlight);
  DpNarrative *narrative = ids[0] != NULL ? dp_session_find_narrative (session, ids[0]) : NULL;
  g_autofree char *quote = dp_phrase_quote (dp_highlight_get_quote (highlight));
  g_autofree char *article = dup_article (session, highlight);
  g_autofree char *about = dp_phrase_join (article, dp_highlight_get_note (highlight), NULL);
  DpPickerItem *item = dp_picker_item_new (quote, about, DP_TYPE_HIGHLIGHT, highlight);

  if (narrative != NULL)
    {
      g_autofree char *initials = dp_narrative_dup_initials (narrative);
      g_autofree char *css_class = dp_narrative_dup_css_class (narrative);

      dp_picker_item_set_badge (item, initials, css_class);
    }
  return item;
}

GPtrArray *
dp_passage_search (const char *query,
                   gpointer session)
{
  DpCase *dp_case = dp_session_get_case (session);
  GListModel *highlights = dp_case_list_highlights (dp_case);
  guint n_highlights = g_list_model_get_n_items (highlights);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_highlights && items->len < MAX_SHOWN; i++)
    {
      g_autoptr (DpHighlight) highlight = g_list_model_get_item (highlights, i);

      if (dp_picker_matches (query, dp_highlight_get_quote (highlight)))
        g_ptr_array_add (items, item_for_highlight (session, highlight));
    }
  return items;
}
