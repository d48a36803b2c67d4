/* dp-article-versions.c: the copies that were received of an article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/dp-article.h"

/* (transfer full): the versions without those of @sha256 */
static GPtrArray *
copy_without (GPtrArray *versions,
              const char *sha256)
{
  GPtrArray *copies = dp_seals_new ();

  for (guint i = 0; i < versions->len; i++)
    {
      const DpSealed *sealed = g_ptr_array_index (versions, i);

      if (!g_str_equal (sealed->sha256, sha256))
        g_ptr_array_add (copies, dp_sealed_copy (sealed));
    }
  return copies;
}

void
dp_article_add_version (DpArticle *self,
                        const DpSealed *sealed)
{
  const DpSealed *own;
  g_autoptr (GPtrArray) versions = NULL;

  g_return_if_fail (DP_IS_ARTICLE (self));
  g_return_if_fail (sealed != NULL);

  own = dp_article_get_sealed (self);
  versions = copy_without (dp_article_get_versions (self), sealed->sha256);
  if ((own != NULL && g_str_equal (own->sha256, sealed->sha256)) || versions->len < dp_article_get_versions (self)->len)
    return;

  g_ptr_array_add (versions, dp_sealed_copy (sealed));
  dp_article_set_versions (self, versions);
}

void
dp_article_replace_sealed (DpArticle *self,
                           const DpSealed *sealed)
{
  const DpSealed *own;
  g_autoptr (DpSealed) old = NULL;
  g_autoptr (GPtrArray) versions = NULL;

  g_return_if_fail (DP_IS_ARTICLE (self));
  g_return_if_fail (sealed != NULL);

  own = dp_article_get_sealed (self);
  if (own != NULL && g_str_equal (own->sha256, sealed->sha256))
    return;

  old = own != NULL ? dp_sealed_copy (own) : NULL;
  versions = copy_without (dp_article_get_versions (self), sealed->sha256);
  dp_article_set_sealed (self, sealed);
  dp_article_set_versions (self, versions);
  if (old != NULL)
    dp_article_add_version (self, old);
}
