/* dp-narratives-search.c: finding narratives by a few typed letters
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference/dp-narratives-private.h"

#include "reference/dp-fold.h"

static gboolean
begins_any (char **words,
            const char *typed)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (dp_fold_begins (words[i], typed))
        return TRUE;
    }

  return FALSE;
}

static gboolean
begins_above (DpNarratives *self,
              DpNarrativeEntry *entry,
              const char *typed)
{
  for (entry = g_hash_table_lookup (self->by_id, dp_narrative_get_parent_id (entry->narrative));
       entry != NULL;
       entry = g_hash_table_lookup (self->by_id, dp_narrative_get_parent_id (entry->narrative)))
    {
      if (begins_any (entry->label_words, typed))
        return TRUE;
    }

  return FALSE;
}

/* How well @entry answers; smaller is better, %G_MAXUINT not at all. */
static guint
rate (DpNarratives *self,
      DpNarrativeEntry *entry,
      char **typed)
{
  guint rating = 0;

  for (guint i = 0; typed[i] != NULL; i++)
    {
      if (begins_any (entry->label_words, typed[i]))
        continue;
      if (begins_any (entry->other_words, typed[i]) || begins_above (self, entry, typed[i]))
        rating = MAX (rating, 2);
      else if (begins_any (entry->definition_words, typed[i]))
        rating = 3;
      else
        return G_MAXUINT;
    }

  if (rating == 0 && (entry->label_words[0] == NULL || !dp_fold_begins (entry->label_words[0], typed[0])))
    rating = 1;

  return rating;
}

GPtrArray *
dp_narratives_search (DpNarratives *self,
                      const char *letters)
{
  return dp_narratives_search_all (self, letters, FALSE);
}

GPtrArray *
dp_narratives_search_all (DpNarratives *self,
                          const char *letters,
                          gboolean with_retired)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) typed = NULL;

  g_return_val_if_fail (DP_IS_NARRATIVES (self), NULL);
  g_return_val_if_fail (letters != NULL, NULL);

  typed = dp_fold_words (letters);
  for (guint wanted = 0; wanted <= 3; wanted++)
    {
      for (guint i = 0; i < self->tree->len; i++)
        {
          DpNarrativeEntry *entry = self->tree->pdata[i];

          if (!with_retired && dp_narrative_is_retired (entry->narrative))
            continue;
          if (typed[0] == NULL ? wanted == 0 : rate (self, entry, typed) == wanted)
            g_ptr_array_add (found, g_object_ref (entry->narrative));
        }
    }

  return g_steal_pointer (&found);
}
