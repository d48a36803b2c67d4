/* dp-translation-rows.c: the sentences of an article and of its translation beside each other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/dp-translation-rows.h"

#include "text/dp-bitext.h"

/* One side: sentences, the paragraph (block) of each, and their units. */
typedef struct
{
  GArray *sentences;   /* (element-type DpSpan), borrowed */
  guint *paragraphs;   /* (owned): of each sentence */
  DpBitextUnit *units; /* (owned) */
  DpOffsets *offsets;  /* borrowed */
  const char *text;    /* borrowed */
} Side;

static DpBitextUnit
make_unit (Side *side,
           DpSpan span)
{
  gsize start = dp_offsets_to_byte (side->offsets, span.start);
  gsize end = dp_offsets_to_byte (side->offsets, span.end);

  return dp_bitext_unit (side->text + start, end - start);
}

static void
side_init (Side *side,
           DpArticle *article)
{
  GArray *blocks = dp_article_get_block_spans (article);
  guint block = 0;

  side->sentences = dp_article_get_sentences (article);
  side->offsets = dp_article_get_offsets (article);
  side->text = dp_article_get_text (article);
  side->paragraphs = g_new (guint, side->sentences->len + 1);
  side->units = g_new (DpBitextUnit, side->sentences->len + 1);
  for (guint i = 0; i < side->sentences->len; i++)
    {
      DpSpan sentence = g_array_index (side->sentences, DpSpan, i);

      while (block + 1 < blocks->len && g_array_index (blocks, DpSpan, block).end <= sentence.start)
        block++;
      side->paragraphs[i] = block;
      side->units[i] = make_unit (side, sentence);
    }
}

static void
side_clear (Side *side)
{
  g_free (side->paragraphs);
  g_free (side->units);
}

static DpSpan
get_span (Side *side,
          guint from,
          guint to)
{
  guint place = 0;

  if (from < to)
    return (DpSpan){ g_array_index (side->sentences, DpSpan, from).start, g_array_index (side->sentences, DpSpan, to - 1).end };
  if (from < side->sentences->len)
    place = g_array_index (side->sentences, DpSpan, from).start;
  else if (from > 0)
    place = g_array_index (side->sentences, DpSpan, from - 1).end;
  return (DpSpan){ place, place };
}

static gboolean
opens_paragraph (Side *side,
                 guint from,
                 guint to)
{
  return from < to && (from == 0 || side->paragraphs[from] != side->paragraphs[from - 1]);
}

static void
add_row (GArray *rows,
         Side *source,
         Side *target,
         const DpBead *bead,
         gboolean is_fixed)
{
  DpTranslationRow row;

  row.source = get_span (source, bead->source_from, bead->source_to);
  row.target = get_span (target, bead->target_from, bead->target_to);
  row.opens_paragraph = opens_paragraph (source, bead->source_from, bead->source_to) || opens_paragraph (target, bead->target_from, bead->target_to);
  row.is_fixed = is_fixed;
  g_array_append_val (rows, row);
}

static void
align_sentences (GArray *rows,
                 Side *source,
                 Side *target,
                 const DpBead *range)
{
  g_autoptr (GArray) beads = dp_bitext_align (source->units + range->source_from, range->source_to - range->source_from, target->units + range->target_from, range->target_to - range->target_from);

  for (guint i = 0; i < beads->len; i++)
    {
      DpBead bead = g_array_index (beads, DpBead, i);

      bead.source_from += range->source_from;
      bead.source_to += range->source_from;
      bead.target_from += range->target_from;
      bead.target_to += range->target_from;
      add_row (rows, source, target, &bead, FALSE);
    }
}

/* (transfer full) (element-type guint): where paragraphs begin among the sentences from ... to, and @to */
static GArray *
find_paragraphs (Side *side,
                 guint from,
                 guint to)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = from; i < to; i++)
    if (i == from || side->paragraphs[i] != side->paragraphs[i - 1])
      g_array_append_val (starts, i);
  g_array_append_val (starts, to);
  return starts;
}

/* (transfer full): a unit for each paragraph */
static DpBitextUnit *
make_units (Side *side,
            GArray *starts)
{
  DpBitextUnit *units = g_new (DpBitextUnit, starts->len);

  for (guint i = 0; i + 1 < starts->len; i++)
    units[i] = make_unit (side, get_span (side, g_array_index (starts, guint, i), g_array_index (starts, guint, i + 1)));
  return units;
}

static void
align_range (GArray *rows,
             Side *source,
             Side *target,
             const DpBead *range)
{
  g_autoptr (GArray) left = find_paragraphs (source, range->source_from, range->source_to);
  g_autoptr (GArray) right = find_paragraphs (target, range->target_from, range->target_to);
  g_autofree DpBitextUnit *left_units = make_units (source, left);
  g_autofree DpBitextUnit *right_units = make_units (target, right);
  g_autoptr (GArray) beads = dp_bitext_align (left_units, left->len - 1, right_units, right->len - 1);

  for (guint i = 0; i < beads->len; i++)
    {
      DpBead bead = g_array_index (beads, DpBead, i);

      bead.source_from = g_array_index (left, guint, bead.source_from);
      bead.source_to = g_array_index (left, guint, bead.source_to);
      bead.target_from = g_array_index (right, guint, bead.target_from);
      bead.target_to = g_array_index (right, guint, bead.target_to);
      align_sentences (rows, source, target, &bead);
    }
}

/* The sentences that @span touches, not before @from. */
static void
find_touched (Side *side,
              DpSpan span,
              guint from,
              guint *first,
              guint *last)
{
  guint i = from;

  while (i < side->sentences->len && g_array_index (side->sentences, DpSpan, i).end <= span.start)
    i++;
  *first = i;
  while (i < side->sentences->len && g_array_index (side->sentences, DpSpan, i).start < span.end)
    i++;
  *last = i;
}

GArray *
dp_translation_rows (DpArticle *source,
                     DpArticle *target,
                     GArray *pairs)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (DpTranslationRow));
  Side left, right;
  DpBead gap = { 0, 0, 0, 0 };

  g_return_val_if_fail (DP_IS_ARTICLE (source) && DP_IS_ARTICLE (target), rows);

  side_init (&left, source);
  side_init (&right, target);
  for (guint i = 0; pairs != NULL && i < pairs->len; i++)
    {
      DpTranslationPair pair = g_array_index (pairs, DpTranslationPair, i);
      DpBead fixed;

      find_touched (&left, pair.source, gap.source_from, &fixed.source_from, &fixed.source_to);
      find_touched (&right, pair.target, gap.target_from, &fixed.target_from, &fixed.target_to);
      /* It does not fit these texts. */
      if (fixed.source_from == fixed.source_to || fixed.target_from == fixed.target_to)
        continue;
      gap.source_to = fixed.source_from;
      gap.target_to = fixed.target_from;
      align_range (rows, &left, &right, &gap);
      add_row (rows, &left, &right, &fixed, TRUE);
      gap.source_from = fixed.source_to;
      gap.target_from = fixed.target_to;
    }
  gap.source_to = left.sentences->len;
  gap.target_to = right.sentences->len;
  align_range (rows, &left, &right, &gap);
  side_clear (&left);
  side_clear (&right);
  return rows;
}

DpArticle *
dp_translation_to_article (const DpTranslation *self)
{
  DpArticle *article;

  g_return_val_if_fail (self != NULL, NULL);

  article = dp_article_new ();
  dp_article_set_language (article, self->language);
  dp_article_set_blocks (article, self->blocks);
  return article;
}

/* What the thread works on is its own: arrays of blocks are never changed in place. */
typedef struct
{
  DpArticle *source; /* (owned) */
  DpArticle *target; /* (owned) */
  GArray *pairs;     /* (owned) */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->source);
  g_object_unref (job->target);
  g_array_unref (job->pairs);
  g_free (job);
}

static void
thread (GTask *task,
        gpointer source_object,
        gpointer task_data,
        GCancellable *cancellable)
{
  Job *job = task_data;

  dp_article_get_sentences (job->source);
  if (g_task_return_error_if_cancelled (task))
    return;
  dp_article_get_sentences (job->target);
  if (g_task_return_error_if_cancelled (task))
    return;
  g_task_return_pointer (task, dp_translation_rows (job->source, job->target, job->pairs), (GDestroyNotify) g_array_unref);
}

void
dp_translation_rows_async (DpArticle *source,
                           const DpTranslation *translation,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (DP_IS_ARTICLE (source));
  g_return_if_fail (translation != NULL);

  job = g_new0 (Job, 1);
  job->source = dp_article_new ();
  dp_article_set_language (job->source, dp_article_get_language (source));
  dp_article_set_blocks (job->source, dp_article_get_blocks (source));
  job->target = dp_translation_to_article (translation);
  job->pairs = g_array_copy (translation->pairs);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, dp_translation_rows_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, thread);
}

GArray *
dp_translation_rows_finish (GAsyncResult *result,
                            DpArticle **target,
                            GError **error)
{
  GArray *rows;

  g_return_val_if_fail (G_IS_TASK (result), NULL);
  g_return_val_if_fail (target != NULL, NULL);

  rows = g_task_propagate_pointer (G_TASK (result), error);
  if (rows != NULL)
    *target = g_object_ref (((Job *) g_task_get_task_data (G_TASK (result)))->target);
  return rows;
}
