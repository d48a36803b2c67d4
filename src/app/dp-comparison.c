/* dp-comparison.c: two texts paragraph by paragraph, with what changed between them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-comparison.h"

#include "text/dp-paragraph-rows.h"

struct _DpCompared
{
  GObject parent_instance;

  char *old_text;
  char *new_text;
  GArray *changes; /* (element-type DpWordChange) */
  gboolean is_changed;
};

G_DEFINE_FINAL_TYPE (DpCompared, dp_compared, G_TYPE_OBJECT)

static void
dp_compared_finalize (GObject *object)
{
  DpCompared *self = DP_COMPARED (object);

  g_free (self->old_text);
  g_free (self->new_text);
  g_clear_pointer (&self->changes, g_array_unref);

  G_OBJECT_CLASS (dp_compared_parent_class)->finalize (object);
}

static void
dp_compared_class_init (DpComparedClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dp_compared_finalize;
}

static void
dp_compared_init (DpCompared *self)
{
  self->changes = g_array_new (FALSE, FALSE, sizeof (DpWordChange));
}

const char *
dp_compared_get_old (DpCompared *self)
{
  g_return_val_if_fail (DP_IS_COMPARED (self), NULL);

  return self->old_text;
}

const char *
dp_compared_get_new (DpCompared *self)
{
  g_return_val_if_fail (DP_IS_COMPARED (self), NULL);

  return self->new_text;
}

GArray *
dp_compared_get_changes (DpCompared *self)
{
  g_return_val_if_fail (DP_IS_COMPARED (self), NULL);

  return self->changes;
}

gboolean
dp_compared_is_changed (DpCompared *self)
{
  g_return_val_if_fail (DP_IS_COMPARED (self), FALSE);

  return self->is_changed;
}

/* The part of @span that is within @row, counted from the row's beginning; empty for none. */
static DpSpan
cut (DpSpan span,
     DpSpan row)
{
  guint start = MAX (span.start, row.start);
  guint end = MIN (span.end, row.end);

  return start < end ? (DpSpan){ start - row.start, end - row.start } : (DpSpan){ 0, 0 };
}

static gboolean
has_ink (const char *text,
         DpSpan span)
{
  g_autoptr (DpOffsets) offsets = dp_offsets_new (text, -1);
  g_autofree char *part = dp_offsets_dup_text (offsets, span);

  return *g_strstrip (part) != '\0';
}

static void
add_change (DpCompared *self,
            DpWordChangeKind kind,
            DpSpan span)
{
  gboolean is_old = kind == DP_WORD_REMOVED;
  DpWordChange change = { kind, is_old ? span : (DpSpan){ 0, 0 }, is_old ? (DpSpan){ 0, 0 } : span };

  if (span.start == span.end || !has_ink (is_old ? self->old_text : self->new_text, span))
    return;
  g_array_append_val (self->changes, change);
  self->is_changed = TRUE;
}

/* One side: what is @kind goes to the rows that it is in; both are in the order of the text. */
static void
divide (GListModel *list,
        GArray *rows,
        GArray *changes,
        DpWordChangeKind kind)
{
  guint first = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const DpParagraphRow *row = &g_array_index (rows, DpParagraphRow, i);
      DpSpan span = kind == DP_WORD_REMOVED ? row->old_span : row->new_span;
      g_autoptr (DpCompared) compared = g_list_model_get_item (list, i);

      if (span.start == span.end)
        continue;
      for (guint j = first; j < changes->len; j++)
        {
          const DpWordChange *change = &g_array_index (changes, DpWordChange, j);
          DpSpan changed = kind == DP_WORD_REMOVED ? change->old_span : change->new_span;

          if (changed.start >= span.end)
            break;
          if (changed.end <= span.start)
            first = j + 1;
          else if (change->kind == kind)
            add_change (compared, kind, cut (changed, span));
        }
    }
}

DpComparison *
dp_comparison_new (const char *old_text,
                   const char *new_text)
{
  DpComparison *self = g_new0 (DpComparison, 1);
  g_autoptr (GArray) changes = dp_word_diff (old_text, new_text);
  g_autoptr (GArray) rows = dp_paragraph_rows (old_text, new_text, changes);
  g_autoptr (DpOffsets) old_offsets = dp_offsets_new (old_text, -1);
  g_autoptr (DpOffsets) new_offsets = dp_offsets_new (new_text, -1);

  self->rows = g_list_store_new (DP_TYPE_COMPARED);
  for (guint i = 0; i < rows->len; i++)
    {
      const DpParagraphRow *row = &g_array_index (rows, DpParagraphRow, i);
      g_autoptr (DpCompared) compared = g_object_new (DP_TYPE_COMPARED, NULL);

      compared->old_text = dp_offsets_dup_text (old_offsets, row->old_span);
      compared->new_text = dp_offsets_dup_text (new_offsets, row->new_span);
      g_list_store_append (self->rows, compared);
    }
  divide (G_LIST_MODEL (self->rows), rows, changes, DP_WORD_REMOVED);
  divide (G_LIST_MODEL (self->rows), rows, changes, DP_WORD_ADDED);
  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (DpCompared) compared = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      self->n_changed += compared->is_changed;
      for (guint j = 0; j < compared->changes->len; j++)
        {
          if (g_array_index (compared->changes, DpWordChange, j).kind == DP_WORD_REMOVED)
            self->n_removed++;
          else
            self->n_added++;
        }
    }
  return self;
}

void
dp_comparison_free (DpComparison *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->rows);
  g_free (self);
}
