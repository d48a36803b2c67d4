/* dp-translation.c: an article in another language, beside it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/dp-translation.h"

G_DEFINE_BOXED_TYPE (DpTranslation, dp_translation, dp_translation_copy, dp_translation_free)

DpTranslation *
dp_translation_new (const char *language,
                    const char *translator,
                    GPtrArray *blocks)
{
  DpTranslation *self;

  g_return_val_if_fail (language != NULL && translator != NULL && blocks != NULL, NULL);

  self = g_new0 (DpTranslation, 1);
  self->language = g_strdup (language);
  self->translator = g_strdup (translator);
  self->blocks = g_ptr_array_ref (blocks);
  self->pairs = g_array_new (FALSE, FALSE, sizeof (DpTranslationPair));
  return self;
}

DpTranslation *
dp_translation_copy (const DpTranslation *self)
{
  DpTranslation *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = dp_translation_new (self->language, self->translator, self->blocks);
  g_array_append_vals (copy->pairs, self->pairs->data, self->pairs->len);
  copy->unknown = dp_unknown_ref (self->unknown);
  return copy;
}

void
dp_translation_free (DpTranslation *self)
{
  if (self == NULL)
    return;

  g_free (self->language);
  g_free (self->translator);
  g_ptr_array_unref (self->blocks);
  g_array_unref (self->pairs);
  dp_unknown_unref (self->unknown);
  g_free (self);
}

void
dp_translation_add_pair (DpTranslation *self,
                         DpTranslationPair pair)
{
  guint at = 0;

  g_return_if_fail (self != NULL);
  g_return_if_fail (pair.source.start < pair.source.end && pair.target.start < pair.target.end);

  for (guint i = 0; i < self->pairs->len;)
    {
      DpTranslationPair other = g_array_index (self->pairs, DpTranslationPair, i);
      gboolean is_before = other.source.end <= pair.source.start && other.target.end <= pair.target.start;
      gboolean is_behind = other.source.start >= pair.source.end && other.target.start >= pair.target.end;

      if (!is_before && !is_behind)
        {
          g_array_remove_index (self->pairs, i);
          continue;
        }
      i++;
      if (is_before)
        at = i;
    }
  g_array_insert_val (self->pairs, at, pair);
}
