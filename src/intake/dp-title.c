/* dp-title.c: the title among its candidates
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "intake/dp-title.h"

#include <string.h>
#include "intake/dp-page-text.h"

static const char *
find (DpMetadata *metadata,
      DpField field,
      DpOrigin origin,
      guint nth)
{
  for (guint i = 0; i < metadata->candidates->len; i++)
    {
      const DpFieldValue *c = g_ptr_array_index (metadata->candidates, i);

      if (c->field == field && c->origin == origin && nth-- == 0)
        return c->value;
    }
  return NULL;
}

char *
dp_title_without_site (const char *title,
                       const char *site)
{
  static const char *const dividers[] = { " | ", " - ", " – ", " — ", " :: ", " » ", " « ", " / ", " · ", " • " };
  const char *best = NULL;
  gsize best_length = 0;

  /* The last divider: what follows it is usually the site. */
  for (gsize i = 0; i < G_N_ELEMENTS (dividers); i++)
    {
      const char *at = g_strrstr (title, dividers[i]);

      if (at != NULL && (best == NULL || at > best))
        {
          best = at;
          best_length = strlen (dividers[i]);
        }
    }
  if (best != NULL)
    {
      gsize before = g_utf8_strlen (title, best - title), after = g_utf8_strlen (best + best_length, -1);
      g_autofree char *tail = dp_page_text_fold (best + best_length, -1);
      g_autofree char *head = dp_page_text_fold (title, best - title);
      g_autofree char *name = site != NULL ? dp_page_text_fold (site, -1) : NULL;

      if (name != NULL && name[0] != '\0' && g_str_equal (head, name))
        return g_strdup (best + best_length);
      if ((name != NULL && name[0] != '\0' && (strstr (tail, name) != NULL || strstr (name, tail) != NULL)) ||
          (before > after && after < 40))
        {
          g_autofree char *rest = g_strndup (title, best - title);

          /* A section may stand between the two. */
          if (strstr (rest, " | ") != NULL && before > 40)
            return dp_title_without_site (rest, site);
          return g_steal_pointer (&rest);
        }
    }
  return g_strdup (title);
}

static gboolean
same (const char *a,
      const char *b)
{
  return a != NULL && b != NULL &&
         dp_page_text_fold_hash (a, strlen (a)) == dp_page_text_fold_hash (b, strlen (b));
}

char *
dp_title_choose (DpMetadata *metadata)
{
  const char *site = find (metadata, DP_FIELD_SITE, DP_ORIGIN_OPEN_GRAPH, 0);
  const char *json_ld = find (metadata, DP_FIELD_TITLE, DP_ORIGIN_JSON_LD, 0);
  const char *h1 = find (metadata, DP_FIELD_TITLE, DP_ORIGIN_HEADING, 0);
  const char *og = find (metadata, DP_FIELD_TITLE, DP_ORIGIN_OPEN_GRAPH, 0);
  const char *element = find (metadata, DP_FIELD_TITLE, DP_ORIGIN_TITLE, 0);
  const char *meta = find (metadata, DP_FIELD_TITLE, DP_ORIGIN_META, 0);
  g_autofree char *og_title = og != NULL ? dp_title_without_site (og, site) : NULL;
  g_autofree char *plain = element != NULL ? dp_title_without_site (element, site) : NULL;

  /* A heading put together from pieces lacks the colon between them. */
  if (h1 != NULL && same (h1, json_ld))
    return g_strdup (json_ld);
  if (h1 != NULL && same (h1, og_title))
    return g_strdup (strlen (h1) < strlen (og_title) ? og_title : h1);
  if (h1 != NULL && same (h1, plain))
    return g_strdup (h1);
  if (json_ld != NULL)
    return g_strdup (json_ld);
  if (h1 != NULL && find (metadata, DP_FIELD_TITLE, DP_ORIGIN_HEADING, 1) == NULL)
    return g_strdup (h1);
  if (og_title != NULL)
    return g_steal_pointer (&og_title);
  if (meta != NULL)
    return g_strdup (meta);
  if (h1 != NULL)
    return g_strdup (h1);
  return plain != NULL ? g_steal_pointer (&plain) : g_strdup ("");
}
