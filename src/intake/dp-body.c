/* dp-body.c: which passages of a page are the article
 *
 * Each passage speaks with a number for or against being part of the text: prose for, links and menus
 * against. The element whose subtree has the largest sum is the article's container; split bodies are
 * joined by it, since what stands between their parts speaks only faintly. Then the passages inside it
 * are looked at one by one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "intake/dp-body.h"

#include <string.h>
#include "intake/dp-page-marks.h"
#include "intake/dp-page-text.h"

/* Code points; an article shorter than that is looked for with less trust in classes. */
#define LITTLE_PROSE 400
/* A reading with less trust wins only if the strict one lost nearly all. */
#define TOO_MUCH_LOST 3

typedef struct
{
  const DpPage *page;
  DpPassages *passages;
  const DpBodyHints *hints;
  guint n;
  gint64 *sums; /* of each node */
  guint unwanted;
  guint container;
  guint prose; /* code points of sentences kept */
} Body;

static double
link_density (const DpPassage *p)
{
  return p->size > 0 ? (double) p->link_size / p->size : 0;
}

static gint
value_of (const DpPassage *p,
          guint unwanted)
{
  double links = link_density (p);
  gint size = MIN (p->size, 1500);

  if ((p->marks & unwanted) != 0)
    return links > 0.5 ? -15 : -5;
  switch (p->kind)
    {
    case DP_BLOCK_HEADING:
    case DP_BLOCK_HEADLINE:
      return links > 0.5 ? -25 : 5;
    case DP_BLOCK_CAPTION:
      return 0;
    case DP_BLOCK_TABLE_ROW:
      return links > 0.5 ? -5 : size / 8;
    case DP_BLOCK_LIST_ITEM:
      if (links > 0.5)
        return -20;
      return p->n_sentences > 0 ? size / 2 : size / 8;
    case DP_BLOCK_PREFORMATTED:
      return size / 3;
    default:
      break;
    }
  if (links > 0.5)
    return -20;
  if ((p->marks & (DP_MARK_BYLINE | DP_MARK_TITLE)) != 0 && size < 200)
    return -5;
  if (p->n_sentences == 0)
    return size < 80 ? (p->is_paragraph ? 3 : -4) : size / 3;
  if (size < 80)
    return p->is_paragraph ? size / 2 : size / 4;
  return (gint) (size * (1 - links) * (p->is_paragraph ? 1.0 : 0.8));
}

static void
sum_values (Body *self)
{
  const GArray *nodes = self->page->nodes;

  self->sums = g_new0 (gint64, nodes->len);
  for (guint i = 0; i < self->n; i++)
    {
      DpPassage *p = dp_passages_at (self->passages, i);

      p->value = value_of (p, self->unwanted);
      self->sums[p->node] += p->value;
    }
  for (guint i = nodes->len - 1; i > 0; i--)
    self->sums[dp_page_node (self->page, i)->parent] += self->sums[i];
}

static void
find_container (Body *self)
{
  const GArray *nodes = self->page->nodes;
  guint best = 0, trusted = 0;

  /* Later ones of equal worth are deeper or further down: deeper is wanted, further down is not. */
  for (guint i = 1; i < nodes->len; i++)
    {
      const DpPageNode *node = dp_page_node (self->page, i);

      if (node->tag == DP_TAG_TEXT || self->sums[i] <= 0)
        continue;
      if (self->sums[i] > self->sums[best] ||
          (self->sums[i] == self->sums[best] && i < dp_page_node (self->page, best)->end))
        best = i;
      if ((self->passages->marks[i] & DP_MARK_TRUSTED_BODY) != 0 &&
          (self->passages->marks[i] & self->unwanted) == 0 && (trusted == 0 || self->sums[i] > self->sums[trusted]))
        trusted = i;
    }
  if (trusted != 0 && self->sums[trusted] * 10 > self->sums[best] * 6)
    best = trusted;
  self->container = best;
}

static gboolean
is_title (Body *self,
          const DpPassage *p)
{
  for (guint i = 0; self->hints->titles != NULL && self->hints->titles[i] != NULL; i++)
    {
      const char *title = self->hints->titles[i];

      if (dp_page_text_fold_hash (title, strlen (title)) == p->fold)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_wanted (Body *self,
           guint index)
{
  DpPassage *p = dp_passages_at (self->passages, index);
  double links = link_density (p);

  if ((p->marks & self->unwanted) != 0)
    return FALSE;
  if (is_title (self, p))
    return FALSE;
  if ((p->marks & (DP_MARK_BYLINE | DP_MARK_TITLE)) != 0 && p->size < 250)
    return FALSE;
  if ((p->marks & DP_MARK_HEADER) != 0 && (p->size < 60 || p->n_sentences == 0))
    return FALSE;
  if (links > 0.6 && p->size < 300)
    return FALSE;
  return TRUE;
}

static void
drop_trailing_headings (Body *self)
{
  for (guint i = self->n; i > 0; i--)
    {
      DpPassage *p = dp_passages_at (self->passages, i - 1);

      if (!p->is_kept)
        continue;
      if (p->kind != DP_BLOCK_HEADING)
        break;
      p->is_kept = FALSE;
    }
}

/* One reading of the page: what bears one of the marks in @unwanted is not looked at. */
static void
choose (Body *self,
        guint unwanted)
{
  guint end;

  self->unwanted = unwanted;
  sum_values (self);
  find_container (self);
  end = dp_page_node (self->page, self->container)->end;
  self->prose = 0;
  for (guint i = 0; i < self->n; i++)
    {
      DpPassage *p = dp_passages_at (self->passages, i);

      p->is_kept = p->node >= self->container && p->node < end && is_wanted (self, i);
    }
  drop_trailing_headings (self);
  for (guint i = 0; i < self->n; i++)
    {
      const DpPassage *p = dp_passages_at (self->passages, i);

      if (p->is_kept && p->n_sentences > 0)
        self->prose += p->size;
    }
  g_clear_pointer (&self->sums, g_free);
}

void
dp_body_choose (const DpPage *page,
                DpPassages *passages,
                const DpBodyHints *hints)
{
  /* From what classes say to what hardly ever is an article. */
  static const guint readings[] = {
    DP_MARKS_UNWANTED,
    DP_MARK_NAVIGATION | DP_MARK_COMMENTS | DP_MARK_FOOTER | DP_MARK_HIDDEN | DP_MARK_DIALOG | DP_MARK_RELATED,
    DP_MARK_NAVIGATION | DP_MARK_COMMENTS,
    0,
  };
  Body self = { .page = page, .passages = passages, .hints = hints, .n = passages->list->len };
  guint prose, better;

  choose (&self, readings[0]);
  prose = self.prose;
  better = 0;
  for (guint i = 1; i < G_N_ELEMENTS (readings); i++)
    {
      if (prose >= LITTLE_PROSE && i > 1)
        break;
      choose (&self, readings[i]);
      if (self.prose > prose * (prose < LITTLE_PROSE ? 1.2 : TOO_MUCH_LOST))
        {
          prose = self.prose;
          better = i;
        }
    }
  choose (&self, readings[better]);
}
