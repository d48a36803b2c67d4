/* dp-old-texts.c: the texts that an article had, as far as the copies that were kept tell
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-old-texts.h"

#include "app/dp-versions.h"

/* Code points of a paragraph before and behind the passage, at most. */
#define AROUND 600

struct _DpOldTexts
{
  GObject parent_instance;

  DpSession *session;        /* (owned) */
  GCancellable *cancellable; /* (owned) */
  GHashTable *texts;         /* (owned): id of an article to its DpArticle of old, the latest first */
  GQueue jobs;               /* (element-type Job): what is to be read still; the first is being read */
};

typedef struct
{
  char *article_id;
  DpSealed *sealed;
} Job;

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DpOldTexts, dp_old_texts, G_TYPE_OBJECT)

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->article_id);
  dp_sealed_free (job->sealed);
  g_free (job);
}

static void read_next (DpOldTexts *self);

/* A copy that cannot be read any more is none that tells anything. */
static void
read_cb (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (DpOldTexts) self = user_data;
  g_autoptr (DpArticle) text = dp_versions_read_finish (DP_SESSION (source), result, NULL);
  Job *job = g_queue_pop_head (&self->jobs);

  if (text != NULL)
    g_ptr_array_add (g_hash_table_lookup (self->texts, job->article_id), g_steal_pointer (&text));
  job_free (job);
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  read_next (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
read_next (DpOldTexts *self)
{
  Job *job = g_queue_peek_head (&self->jobs);

  if (job != NULL)
    dp_versions_read_async (self->session, job->sealed, self->cancellable, read_cb, g_object_ref (self));
}

static void
add_job (DpOldTexts *self,
         DpArticle *article,
         const DpSealed *sealed)
{
  Job *job = g_new0 (Job, 1);

  job->article_id = g_strdup (dp_article_get_id (article));
  job->sealed = dp_sealed_copy (sealed);
  g_queue_push_tail (&self->jobs, job);
}

/* What the text was read from is among them: it may have been corrected by hand since. */
static void
read_copies (DpOldTexts *self,
             DpArticle *article)
{
  GPtrArray *versions = dp_article_get_versions (article);
  gboolean is_idle = g_queue_is_empty (&self->jobs);

  g_hash_table_insert (self->texts, g_strdup (dp_article_get_id (article)), g_ptr_array_new_with_free_func (g_object_unref));
  for (guint i = versions->len; i > 0; i--)
    add_job (self, article, g_ptr_array_index (versions, i - 1));
  if (dp_article_get_sealed (article) != NULL)
    add_job (self, article, dp_article_get_sealed (article));
  if (is_idle)
    read_next (self);
}

static char *
dup_around (DpArticle *text,
            DpSpan span,
            gsize *start,
            gsize *end)
{
  DpOffsets *offsets = dp_article_get_offsets (text);
  GArray *blocks = dp_article_get_block_spans (text);
  guint first = g_array_index (blocks, DpSpan, dp_article_get_block_at (text, span.start)).start;
  guint last = g_array_index (blocks, DpSpan, dp_article_get_block_at (text, MAX (span.end, span.start + 1) - 1)).end;
  guint from = MAX (first, span.start > AROUND ? span.start - AROUND : 0);
  guint to = MIN (last, span.end + AROUND);
  g_autofree char *before = dp_offsets_dup_text (offsets, (DpSpan){ from, span.start });
  g_autofree char *passage = dp_offsets_dup_text (offsets, span);
  g_autofree char *after = dp_offsets_dup_text (offsets, (DpSpan){ span.end, to });
  GString *around = g_string_new (from > first ? "…" : "");

  g_string_append (around, before);
  *start = around->len;
  g_string_append (around, passage);
  *end = around->len;
  g_string_append_printf (around, "%s%s", after, to < last ? "…" : "");
  return g_string_free (around, FALSE);
}

char *
dp_old_texts_dup_paragraph (DpOldTexts *self,
                            DpArticle *article,
                            const DpAnchor *anchor,
                            gsize *start,
                            gsize *end)
{
  GPtrArray *texts;

  g_return_val_if_fail (DP_IS_OLD_TEXTS (self), NULL);
  g_return_val_if_fail (DP_IS_ARTICLE (article), NULL);
  g_return_val_if_fail (anchor != NULL && start != NULL && end != NULL, NULL);

  texts = g_hash_table_lookup (self->texts, dp_article_get_id (article));
  if (texts == NULL)
    {
      read_copies (self, article);
      return NULL;
    }
  for (guint i = 0; i < texts->len; i++)
    {
      DpArticle *text = g_ptr_array_index (texts, i);
      DpSpan span;

      if (dp_anchor_find (anchor, dp_article_get_offsets (text), &span) != DP_ANCHOR_LOST)
        return dup_around (text, span, start, end);
    }
  return NULL;
}

static void
dp_old_texts_finalize (GObject *object)
{
  DpOldTexts *self = DP_OLD_TEXTS (object);

  g_queue_clear_full (&self->jobs, job_free);
  g_hash_table_unref (self->texts);
  g_object_unref (self->cancellable);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dp_old_texts_parent_class)->finalize (object);
}

static void
dp_old_texts_class_init (DpOldTextsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dp_old_texts_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dp_old_texts_init (DpOldTexts *self)
{
  self->cancellable = g_cancellable_new ();
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_queue_init (&self->jobs);
}

DpOldTexts *
dp_old_texts_new (DpSession *session)
{
  DpOldTexts *self = g_object_new (DP_TYPE_OLD_TEXTS, NULL);

  g_return_val_if_fail (DP_IS_SESSION (session), self);

  self->session = g_object_ref (session);
  return self;
}

void
dp_old_texts_stop (DpOldTexts *self)
{
  g_return_if_fail (DP_IS_OLD_TEXTS (self));

  g_cancellable_cancel (self->cancellable);
}
