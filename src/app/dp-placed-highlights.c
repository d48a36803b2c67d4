/* dp-placed-highlights.c: the highlights of the article shown, in its order, as its view needs them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-placed-highlights.h"

#include <glib/gi18n.h>

struct _DpPlacedHighlights
{
  GObject parent_instance;

  DpSession *session;     /* (owned) (nullable) */
  GListModel *highlights; /* (owned) (nullable): the case's */
  GPtrArray *followed;    /* (owned) (element-type DpHighlight): those of the list, in its order */
  GHashTable *placed;     /* (owned): DpHighlight to DpPlacedHighlight, those that are known */
  GPtrArray *passages;    /* (owned) (nullable): in order, made of them when asked for */
  GArray *reach;          /* (owned) (element-type guint): the furthest end up to each passage */
  GSignalGroup *article;  /* (owned): the one shown */
  GHashTable *hidden;     /* (owned): ids of narratives */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DpPlacedHighlights, dp_placed_highlights, G_TYPE_OBJECT)

static void
dp_placed_highlight_free (DpPlacedHighlight *self)
{
  g_object_unref (self->highlight);
  g_ptr_array_unref (self->narratives);
  g_clear_pointer (&self->hidden, g_ptr_array_unref);
  g_free (self);
}

guint
dp_placed_highlight_get_n_colours (const DpPlacedHighlight *self)
{
  return MAX (self->narratives->len, 1);
}

guint
dp_placed_highlight_get_colour (const DpPlacedHighlight *self,
                                guint nth)
{
  if (nth >= self->narratives->len)
    return DP_NARRATIVE_N_COLOURS;
  return dp_narrative_get_colour (g_ptr_array_index (self->narratives, nth));
}

static void
append_labels (GString *label,
               GPtrArray *list,
               DpNarratives *narratives)
{
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      DpNarrative *narrative = g_ptr_array_index (list, i);
      g_autofree char *path = NULL;

      if (narratives != NULL && dp_narratives_lookup (narratives, dp_narrative_get_id (narrative)) != NULL)
        path = dp_narratives_dup_path (narratives, narrative);
      else
        path = g_strdup (dp_narrative_get_label (narrative));
      g_string_append_printf (label, "%s%s", label->len > 0 ? "\n" : "", path);
    }
}

char *
dp_placed_highlight_dup_label (const DpPlacedHighlight *self,
                               DpNarratives *narratives)
{
  GString *label = g_string_new (NULL);

  append_labels (label, self->narratives, narratives);
  append_labels (label, self->hidden, narratives);
  if (label->len == 0)
    g_string_append (label, _ ("No narrative yet"));
  return g_string_free (label, FALSE);
}

static void
reorder (DpPlacedHighlights *self)
{
  g_clear_pointer (&self->passages, g_ptr_array_unref);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
invalidate_all (DpPlacedHighlights *self)
{
  g_hash_table_remove_all (self->placed);
  reorder (self);
}

/* The others keep what the margin remembers of them. */
static void
invalidate_one (DpPlacedHighlights *self,
                GParamSpec *pspec,
                DpHighlight *highlight)
{
  g_hash_table_remove (self->placed, highlight);
  reorder (self);
}

static DpPlacedHighlight *
passage_new (DpPlacedHighlights *self,
             DpHighlight *highlight,
             guint n_chars)
{
  const DpAnchor *anchor = dp_highlight_get_anchor (highlight);
  const char *const *ids = dp_highlight_get_narratives (highlight);
  DpPlacedHighlight *passage;

  if (dp_highlight_is_lost (highlight) || anchor->start >= anchor->end || anchor->end > n_chars)
    return NULL;

  passage = g_new0 (DpPlacedHighlight, 1);
  passage->highlight = g_object_ref (highlight);
  passage->narratives = g_ptr_array_new_with_free_func (g_object_unref);
  passage->start = anchor->start;
  passage->end = anchor->end;
  passage->lane = -1;
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      DpNarrative *narrative = dp_session_find_narrative (self->session, ids[i]);

      if (narrative == NULL)
        continue;
      if (!g_hash_table_contains (self->hidden, ids[i]))
        {
          g_ptr_array_add (passage->narratives, g_object_ref (narrative));
          continue;
        }
      if (passage->hidden == NULL)
        passage->hidden = g_ptr_array_new_with_free_func (g_object_unref);
      g_ptr_array_add (passage->hidden, g_object_ref (narrative));
    }
  return passage;
}

static gboolean
is_shown (DpPlacedHighlights *self,
          const DpPlacedHighlight *passage)
{
  return passage->narratives->len > 0 ||
         (passage->hidden == NULL && !g_hash_table_contains (self->hidden, DP_NO_NARRATIVE));
}

static int
compare_passages (gconstpointer a,
                  gconstpointer b)
{
  const DpPlacedHighlight *x = *(DpPlacedHighlight *const *) a;
  const DpPlacedHighlight *y = *(DpPlacedHighlight *const *) b;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  if (x->end != y->end)
    return x->end > y->end ? -1 : 1;
  return strcmp (dp_highlight_get_id (x->highlight), dp_highlight_get_id (y->highlight));
}

/* (nullable) */
static DpPlacedHighlight *
get_placed (DpPlacedHighlights *self,
            DpHighlight *highlight,
            DpArticle *article)
{
  DpPlacedHighlight *placed = g_hash_table_lookup (self->placed, highlight);

  if (placed != NULL || strcmp (dp_highlight_get_article_id (highlight), dp_article_get_id (article)) != 0)
    return placed;

  placed = passage_new (self, highlight, dp_offsets_get_n_chars (dp_article_get_offsets (article)));
  if (placed != NULL)
    g_hash_table_insert (self->placed, highlight, placed);
  return placed;
}

static void
ensure_passages (DpPlacedHighlights *self)
{
  DpArticle *article = self->session != NULL ? dp_session_get_article (self->session) : NULL;
  guint furthest = 0;

  if (self->passages != NULL)
    return;

  self->passages = g_ptr_array_new ();
  g_array_set_size (self->reach, 0);
  for (guint i = 0; i < self->followed->len && article != NULL; i++)
    {
      DpPlacedHighlight *placed = get_placed (self, g_ptr_array_index (self->followed, i), article);

      if (placed != NULL && is_shown (self, placed))
        g_ptr_array_add (self->passages, placed);
    }
  g_ptr_array_sort (self->passages, compare_passages);
  for (guint i = 0; i < self->passages->len; i++)
    {
      DpPlacedHighlight *passage = g_ptr_array_index (self->passages, i);

      furthest = MAX (furthest, passage->end);
      g_array_append_val (self->reach, furthest);
    }
}

static void
unfollow (gpointer highlight,
          DpPlacedHighlights *self)
{
  g_hash_table_remove (self->placed, highlight);
  g_signal_handlers_disconnect_by_data (highlight, self);
  g_object_unref (highlight);
}

static void
follow (DpPlacedHighlights *self,
        DpHighlight *highlight)
{
  static const char *const signals_of_interest[] = {
    "notify::anchor",
    "notify::narratives",
    "notify::lost",
  };

  for (guint i = 0; i < G_N_ELEMENTS (signals_of_interest); i++)
    g_signal_connect_object (highlight, signals_of_interest[i], G_CALLBACK (invalidate_one), self, G_CONNECT_SWAPPED);
}

static void
highlights_changed_cb (DpPlacedHighlights *self,
                       guint position,
                       guint n_removed,
                       guint n_added)
{
  for (guint i = 0; i < n_removed; i++)
    unfollow (g_ptr_array_index (self->followed, position + i), self);
  if (n_removed > 0)
    g_ptr_array_remove_range (self->followed, position, n_removed);
  for (guint i = 0; i < n_added; i++)
    {
      DpHighlight *highlight = g_list_model_get_item (self->highlights, position + i);

      follow (self, highlight);
      g_ptr_array_insert (self->followed, (int) (position + i), highlight);
    }
  reorder (self);
}

static void
article_changed_cb (DpPlacedHighlights *self)
{
  g_signal_group_set_target (self->article, dp_session_get_article (self->session));
  invalidate_all (self);
}

static void
clear_session (DpPlacedHighlights *self)
{
  if (self->session == NULL)
    return;

  g_signal_group_set_target (self->article, NULL);
  g_signal_handlers_disconnect_by_data (self->highlights, self);
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_signal_handlers_disconnect_by_data (dp_session_get_workbench (self->session), self);
  g_ptr_array_foreach (self->followed, (GFunc) unfollow, self);
  g_ptr_array_set_size (self->followed, 0);
  g_clear_object (&self->highlights);
  g_clear_object (&self->session);
}

void
dp_placed_highlights_set_session (DpPlacedHighlights *self,
                                  DpSession *session)
{
  g_return_if_fail (DP_IS_PLACED_HIGHLIGHTS (self));
  g_return_if_fail (session == NULL || DP_IS_SESSION (session));

  if (self->session == session)
    return;

  clear_session (self);
  if (session == NULL)
    {
      invalidate_all (self);
      return;
    }
  self->session = g_object_ref (session);
  self->highlights = g_object_ref (dp_case_list_highlights (dp_session_get_case (session)));
  g_signal_connect_object (self->highlights, "items-changed", G_CALLBACK (highlights_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::article", G_CALLBACK (article_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dp_session_get_workbench (session), "notify::narratives", G_CALLBACK (invalidate_all), self, G_CONNECT_SWAPPED);
  highlights_changed_cb (self, 0, 0, g_list_model_get_n_items (self->highlights));
  article_changed_cb (self);
}

void
dp_placed_highlights_set_hidden (DpPlacedHighlights *self,
                                 const char *narrative_id,
                                 gboolean is_hidden)
{
  gboolean is_changed;

  g_return_if_fail (DP_IS_PLACED_HIGHLIGHTS (self));
  g_return_if_fail (narrative_id != NULL);

  if (is_hidden)
    is_changed = g_hash_table_add (self->hidden, g_strdup (narrative_id));
  else
    is_changed = g_hash_table_remove (self->hidden, narrative_id);
  if (is_changed)
    invalidate_all (self);
}

gboolean
dp_placed_highlights_is_hidden (DpPlacedHighlights *self,
                                const char *narrative_id)
{
  g_return_val_if_fail (DP_IS_PLACED_HIGHLIGHTS (self), FALSE);
  g_return_val_if_fail (narrative_id != NULL, FALSE);

  return g_hash_table_contains (self->hidden, narrative_id);
}

void
dp_placed_highlights_show_all (DpPlacedHighlights *self)
{
  g_return_if_fail (DP_IS_PLACED_HIGHLIGHTS (self));

  if (g_hash_table_size (self->hidden) == 0)
    return;
  g_hash_table_remove_all (self->hidden);
  invalidate_all (self);
}

static void
legend_entry_free (gpointer data)
{
  DpLegendEntry *entry = data;

  g_clear_object (&entry->narrative);
  g_free (entry);
}

static void
count (GPtrArray *entries,
       GHashTable *known,
       DpNarrative *narrative)
{
  const char *id = narrative != NULL ? dp_narrative_get_id (narrative) : DP_NO_NARRATIVE;
  DpLegendEntry *entry = g_hash_table_lookup (known, id);

  if (entry == NULL)
    {
      entry = g_new0 (DpLegendEntry, 1);
      g_set_object (&entry->narrative, narrative);
      g_ptr_array_add (entries, entry);
      g_hash_table_insert (known, (gpointer) id, entry);
    }
  entry->n_highlights++;
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const DpLegendEntry *x = *(DpLegendEntry *const *) a;
  const DpLegendEntry *y = *(DpLegendEntry *const *) b;

  if ((x->narrative == NULL) != (y->narrative == NULL))
    return x->narrative == NULL ? 1 : -1;
  if (x->n_highlights != y->n_highlights)
    return x->n_highlights > y->n_highlights ? -1 : 1;
  return x->narrative == NULL ? 0 : g_utf8_collate (dp_narrative_get_label (x->narrative), dp_narrative_get_label (y->narrative));
}

GPtrArray *
dp_placed_highlights_list_narratives (DpPlacedHighlights *self)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (legend_entry_free);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer value;

  g_return_val_if_fail (DP_IS_PLACED_HIGHLIGHTS (self), entries);

  ensure_passages (self);
  g_hash_table_iter_init (&iter, self->placed);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      DpPlacedHighlight *passage = value;

      for (guint i = 0; i < passage->narratives->len; i++)
        count (entries, known, g_ptr_array_index (passage->narratives, i));
      for (guint i = 0; passage->hidden != NULL && i < passage->hidden->len; i++)
        count (entries, known, g_ptr_array_index (passage->hidden, i));
      if (passage->narratives->len == 0 && passage->hidden == NULL)
        count (entries, known, NULL);
    }
  g_ptr_array_sort (entries, compare_entries);
  return entries;
}

GPtrArray *
dp_placed_highlights_get_all (DpPlacedHighlights *self)
{
  g_return_val_if_fail (DP_IS_PLACED_HIGHLIGHTS (self), NULL);

  ensure_passages (self);
  return self->passages;
}

DpPlacedHighlight *
dp_placed_highlights_find (DpPlacedHighlights *self,
                           DpHighlight *highlight)
{
  g_return_val_if_fail (DP_IS_PLACED_HIGHLIGHTS (self), NULL);

  ensure_passages (self);
  return g_hash_table_lookup (self->placed, highlight);
}

DpPlacedHighlight *
dp_placed_highlights_find_span (DpPlacedHighlights *self,
                                DpSpan span)
{
  GHashTableIter iter;
  gpointer value;

  g_return_val_if_fail (DP_IS_PLACED_HIGHLIGHTS (self), NULL);

  ensure_passages (self);
  g_hash_table_iter_init (&iter, self->placed);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      DpPlacedHighlight *passage = value;

      if (passage->start == span.start && passage->end == span.end)
        return passage;
    }
  return NULL;
}

guint
dp_placed_highlights_first_reaching (DpPlacedHighlights *self,
                                     guint offset)
{
  guint low = 0;
  guint high;

  g_return_val_if_fail (DP_IS_PLACED_HIGHLIGHTS (self), 0);

  ensure_passages (self);
  high = self->reach->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->reach, guint, middle) > offset)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

static int
compare_lengths (gconstpointer a,
                 gconstpointer b)
{
  const DpPlacedHighlight *x = *(DpPlacedHighlight *const *) a;
  const DpPlacedHighlight *y = *(DpPlacedHighlight *const *) b;
  guint m = x->end - x->start;
  guint n = y->end - y->start;

  return m < n ? -1 : m > n ? 1
                            : compare_passages (a, b);
}

GPtrArray *
dp_placed_highlights_list_at (DpPlacedHighlights *self,
                              DpSpan span)
{
  GPtrArray *found = g_ptr_array_new ();

  g_return_val_if_fail (DP_IS_PLACED_HIGHLIGHTS (self), found);

  for (guint i = dp_placed_highlights_first_reaching (self, span.start); i < self->passages->len; i++)
    {
      DpPlacedHighlight *passage = g_ptr_array_index (self->passages, i);

      if (passage->start >= span.end)
        break;
      if (passage->end > span.start)
        g_ptr_array_add (found, passage);
    }
  g_ptr_array_sort (found, compare_lengths);
  return found;
}

static void
dp_placed_highlights_dispose (GObject *object)
{
  DpPlacedHighlights *self = DP_PLACED_HIGHLIGHTS (object);

  clear_session (self);
  g_clear_object (&self->article);

  G_OBJECT_CLASS (dp_placed_highlights_parent_class)->dispose (object);
}

static void
dp_placed_highlights_finalize (GObject *object)
{
  DpPlacedHighlights *self = DP_PLACED_HIGHLIGHTS (object);

  g_clear_pointer (&self->passages, g_ptr_array_unref);
  g_hash_table_unref (self->placed);
  g_hash_table_unref (self->hidden);
  g_array_unref (self->reach);
  g_ptr_array_unref (self->followed);

  G_OBJECT_CLASS (dp_placed_highlights_parent_class)->finalize (object);
}

static void
dp_placed_highlights_class_init (DpPlacedHighlightsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dp_placed_highlights_dispose;
  object_class->finalize = dp_placed_highlights_finalize;

  signals[SIGNAL_CHANGED] =
      g_signal_new ("changed",
                    G_TYPE_FROM_CLASS (klass),
                    G_SIGNAL_RUN_LAST,
                    0,
                    NULL,
                    NULL,
                    NULL,
                    G_TYPE_NONE,
                    0);
}

static void
dp_placed_highlights_init (DpPlacedHighlights *self)
{
  self->followed = g_ptr_array_new ();
  self->hidden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->placed = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) dp_placed_highlight_free);
  self->article = g_signal_group_new (DP_TYPE_ARTICLE);
  g_signal_group_connect_swapped (self->article, "notify::blocks", G_CALLBACK (invalidate_all), self);
  self->reach = g_array_new (FALSE, FALSE, sizeof (guint));
}

DpPlacedHighlights *
dp_placed_highlights_new (void)
{
  return g_object_new (DP_TYPE_PLACED_HIGHLIGHTS, NULL);
}
