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
#include "intake/dp-authors.h"
#include "intake/dp-body-words.h"
#include "intake/dp-date-words.h"
#include "intake/dp-page-marks.h"
#include "intake/dp-page-text.h"

/* No article has that many; then what the words say is not looked at, to be done in time. */
#define MOST_PASSAGES 20000
#define MOST_TITLES 64
/* Code points; an article shorter than that is looked for with less trust in classes. */
#define LITTLE_PROSE 400
/* Of more of them it is not looked how the text goes on, to be done in time. */
#define MOST_SIGNPOSTS 32
/* Passages of a box with other articles in the middle of the text. */
#define MOST_IN_BOX 8
/* The same for the whole page with all that is in it. */
#define LITTLE_TEXT 6000
/* A reading with less trust wins only if the strict one lost nearly all. */
#define TOO_MUCH_LOST 3

typedef struct
{
  const DpPage *page;
  DpPassages *passages;
  const DpBodyHints *hints;
  guint n;
  gint64 *sums;          /* of each node */
  gboolean *disclaimers; /* (nullable): of each passage */
  guint unwanted;
  GArray *title_hashes; /* (element-type guint) */
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

/* Asked once, and only where it can matter. */
static void
find_disclaimers (Body *self)
{
  guint64 prose = 0;

  for (guint i = 0; i < self->n; i++)
    prose += dp_passages_at (self->passages, i)->n_sentences > 0 ? dp_passages_at (self->passages, i)->size : 0;
  if (prose >= LITTLE_TEXT)
    return;
  self->disclaimers = g_new0 (gboolean, self->n);
  for (guint i = 0; i < self->n; i++)
    {
      const DpPassage *p = dp_passages_at (self->passages, i);

      self->disclaimers[i] = p->n_sentences > 0 && p->size > 80 &&
                             dp_body_words_are_disclaimer (self->passages->text->str + p->start, p->length);
    }
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
      /* Where there is little text, a long disclaimer would look like the article. */
      if (self->disclaimers != NULL && self->disclaimers[i] && p->value > 0)
        p->value = -5;
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
  for (guint i = 0; i < self->title_hashes->len; i++)
    {
      if (g_array_index (self->title_hashes, guint, i) == p->fold)
        return TRUE;
    }
  return FALSE;
}

static void
hash_titles (Body *self)
{
  self->title_hashes = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; self->hints->titles != NULL && self->hints->titles[i] != NULL && i < MOST_TITLES; i++)
    {
      guint hash = dp_page_text_fold_hash (self->hints->titles[i], strlen (self->hints->titles[i]));

      if (hash != 0)
        g_array_append_val (self->title_hashes, hash);
    }
}

/* Whether the passage is a line about who wrote it and when. */
static gboolean
is_byline (Body *self,
           const DpPassage *p)
{
  const char *text = self->passages->text->str + p->start;
  g_autofree char *copy = NULL, *folded = NULL, *date = NULL;

  /* A date may end with a point, as in Russian. A post of elsewhere ends with its own. */
  if (p->size > 120 || p->kind == DP_BLOCK_QUOTE || (p->marks & DP_MARK_EMBED) != 0 || (p->ends_sentence && p->size > 30))
    return FALSE;
  copy = g_strndup (text, p->length);
  folded = dp_page_text_fold (copy, -1);
  for (guint i = 0; self->hints->authors != NULL && self->hints->authors[i] != NULL; i++)
    {
      g_autofree char *author = dp_page_text_fold (self->hints->authors[i], -1);
      gsize n = strlen (author);

      /* The name is half of it: what is left is "By", a place, a paper. */
      if (n >= 5 && strstr (folded, author) != NULL && strlen (folded) < n * 2 + 12)
        return TRUE;
    }
  if (p->size > 60)
    return FALSE;
  date = dp_date_from_page (copy);
  return date != NULL && p->kind != DP_BLOCK_TABLE_ROW && p->kind != DP_BLOCK_HEADING;
}

static void
drop (DpPassage *p,
      DpDrop reason)
{
  p->is_kept = FALSE;
  p->drop = reason;
}

/* What the first of its unwanted marks says. */
static DpDrop
reason_of_marks (guint marks)
{
  static const struct
  {
    guint marks;
    DpDrop reason;
  } reasons[] = {
    { DP_MARK_HIDDEN | DP_MARK_DIALOG, DP_DROP_HIDDEN },
    { DP_MARK_COMMENTS, DP_DROP_COMMENTS },
    { DP_MARK_ADVERT, DP_DROP_ADVERT },
    { DP_MARK_RELATED, DP_DROP_RELATED },
    { DP_MARK_AUTHOR_BOX, DP_DROP_AUTHOR },
    { DP_MARK_SOCIAL | DP_MARK_NEWSLETTER | DP_MARK_FORM | DP_MARK_BUTTON, DP_DROP_SHARING },
    { DP_MARK_DISCLAIMER, DP_DROP_OUTLET },
    { DP_MARK_MEDIA, DP_DROP_MEDIA },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      if ((marks & reasons[i].marks) != 0)
        return reasons[i].reason;
    }
  return DP_DROP_NAVIGATION;
}

/* What a program has left among the text: settings in JSON. */
static gboolean
is_machine_text (Body *self,
                 const DpPassage *p)
{
  const char *text = self->passages->text->str + p->start;

  return (text[0] == '{' || text[0] == '[') && p->kind != DP_BLOCK_PREFORMATTED && p->length > 20 &&
         g_strstr_len (text, p->length, "\":") != NULL;
}

static DpDrop
why_unwanted (Body *self,
              guint index)
{
  DpPassage *p = dp_passages_at (self->passages, index);
  double links = link_density (p);

  if ((p->marks & self->unwanted) != 0)
    return reason_of_marks (p->marks & self->unwanted);
  if (is_title (self, p))
    return DP_DROP_TITLE;
  if (is_machine_text (self, p))
    return DP_DROP_HIDDEN;
  if ((p->marks & (DP_MARK_BYLINE | DP_MARK_TITLE)) != 0 && p->size < 250)
    return DP_DROP_BYLINE;
  if ((p->marks & DP_MARK_HEADER) != 0 && (p->size < 60 || p->n_sentences == 0))
    return DP_DROP_NAVIGATION;
  /* A sentence may be a link for the most part, a teaser is one altogether. */
  if (links > 0.6 && p->size < 300 && (p->marks & DP_MARK_EMBED) == 0 &&
      !(links < 0.95 && p->is_paragraph && p->size >= 100 && p->ends_sentence))
    return DP_DROP_LINKS;
  return self->n > MOST_PASSAGES || !is_byline (self, p) ? DP_DROP_NOT : DP_DROP_BYLINE;
}

static void
decide (Body *self,
        guint index)
{
  DpPassage *p = dp_passages_at (self->passages, index);

  p->drop = why_unwanted (self, index);
  p->is_kept = p->drop == DP_DROP_NOT;
}

/* What was said before: the same long text once more, or a short one again and again. */
static void
drop_repeated (Body *self)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->n; i++)
    {
      DpPassage *p = dp_passages_at (self->passages, i);
      gpointer key = GUINT_TO_POINTER (p->fold);

      if (p->is_kept)
        g_hash_table_insert (counts, key, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1));
    }
  for (guint i = self->n; i > 0; i--)
    {
      DpPassage *p = dp_passages_at (self->passages, i - 1);
      gpointer key = GUINT_TO_POINTER (p->fold);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));

      if (!p->is_kept || p->fold == 0 || p->kind == DP_BLOCK_TABLE_ROW || p->kind == DP_BLOCK_PREFORMATTED)
        continue;
      if (p->size >= 60 && n > 1)
        {
          drop (p, DP_DROP_REPEATED);
          g_hash_table_insert (counts, key, GUINT_TO_POINTER (n - 1));
        }
      else if (p->size < 40 && n > 2 && !p->ends_sentence && p->kind == DP_BLOCK_PARAGRAPH && !p->is_paragraph)
        drop (p, DP_DROP_REPEATED);
    }
}

static const char *
text_of (Body *self,
         const DpPassage *p)
{
  return self->passages->text->str + p->start;
}

/* A line after the text that is about the outlet. */
static gboolean
is_colophon (Body *self,
             const DpPassage *p)
{
  if (g_str_has_prefix (text_of (self, p), "©"))
    return p->size < 300;
  return p->size <= 250 && dp_body_words_are_colophon (text_of (self, p), p->length);
}

/* "You may also like ..." */
static gboolean
ends_in_dots (Body *self,
              const DpPassage *p)
{
  const char *end = text_of (self, p) + p->length;

  return p->length > 3 && (memcmp (end - 3, "...", 3) == 0 || memcmp (end - 3, "…", 3) == 0);
}

/* A line that says: from here on, other articles. */
static gboolean
is_signpost (Body *self,
             const DpPassage *p)
{
  if (p->size > 60 || (p->ends_sentence && !ends_in_dots (self, p)) || p->kind == DP_BLOCK_TABLE_ROW || p->kind == DP_BLOCK_QUOTE)
    return FALSE;
  return dp_body_words_are_signpost (text_of (self, p), p->length, self->hints->site);
}

static gboolean
is_prose (const DpPassage *p)
{
  return p->n_sentences > 0 && p->size >= 100 && link_density (p) < 0.3;
}

/* How the paragraphs up to @end mostly stand in the page. */
static guint
find_main_path (Body *self,
                guint end)
{
  guint path = 0, best = 0;
  g_autoptr (GHashTable) sizes = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < end; i++)
    {
      const DpPassage *p = dp_passages_at (self->passages, i);
      guint size;

      if (!p->is_kept || !is_prose (p))
        continue;
      size = GPOINTER_TO_UINT (g_hash_table_lookup (sizes, GUINT_TO_POINTER (p->path))) + p->size;
      g_hash_table_insert (sizes, GUINT_TO_POINTER (p->path), GUINT_TO_POINTER (size));
      if (size > best)
        {
          best = size;
          path = p->path;
        }
    }
  return path;
}

/* The next passage that stands in the page as the text before it does, or n. */
static guint
find_where_it_goes_on (Body *self,
                       guint from,
                       guint path)
{
  for (guint i = from; i < self->n; i++)
    {
      const DpPassage *p = dp_passages_at (self->passages, i);

      if (p->is_kept && p->path == path && is_prose (p))
        return i;
    }
  return self->n;
}

/* Drops what a signpost announces: all that follows it in the largest element around it that has no
 * prose before it; and all that follows it at all, when most of the text is behind us. */
static void
cut_at_signposts (Body *self)
{
  guint64 total = 0, before = 0;
  guint last_prose = 0, n_signposts = 0;

  for (guint i = 0; i < self->n; i++)
    {
      const DpPassage *p = dp_passages_at (self->passages, i);

      if (p->is_kept)
        total += p->size;
    }
  for (guint i = 0; i < self->n; i++)
    {
      DpPassage *p = dp_passages_at (self->passages, i);
      guint around, end, own_end, path, next;

      if (!p->is_kept)
        continue;
      if (!is_signpost (self, p))
        {
          before += p->size;
          if (p->n_sentences > 0 && p->size >= 60)
            last_prose = p->node;
          continue;
        }
      drop (p, DP_DROP_RELATED);
      around = p->node;
      while (dp_page_node (self->page, around)->parent > MAX (last_prose, self->container))
        around = dp_page_node (self->page, around)->parent;
      end = dp_page_node (self->page, around)->end;
      if (last_prose == 0)
        end = p->node; /* nothing was read yet: a line of its own */
      own_end = end;
      path = last_prose != 0 && n_signposts++ < MOST_SIGNPOSTS ? find_main_path (self, i) : 0;
      next = path != 0 ? find_where_it_goes_on (self, i + 1, path) : self->n;
      /* A box in the text ends where the text goes on; behind the text, all of it is about others. */
      if (last_prose != 0 && (before * 4 >= total * 3 || (next < self->n && next - i <= MOST_IN_BOX) ||
                              (next == self->n && path != 0 && before >= LITTLE_PROSE)))
        end = dp_page_node (self->page, self->container)->end;
      for (guint k = i + 1; k < self->n && dp_passages_at (self->passages, k)->node < end; k++)
        {
          DpPassage *q = dp_passages_at (self->passages, k);
          DpPassage *previous = dp_passages_at (self->passages, k - 1);

          if (!q->is_kept)
            continue;
          /* Prose that stands as the text before it does is the text again, and so is its heading. */
          if (q->node >= own_end && path != 0 && q->path == path && is_prose (q))
            {
              if (previous->kind == DP_BLOCK_HEADING && previous->drop == DP_DROP_RELATED && k - 1 > i)
                decide (self, k - 1);
              break;
            }
          drop (q, DP_DROP_RELATED);
        }
    }
}

/* A line before the text that only says who wrote it, who looked over it, when it was changed, where it is. */
static gboolean
says_who_or_when (Body *self,
                  const DpPassage *p)
{
  g_autofree char *line = NULL;
  g_autofree char *day = NULL;
  const char *author;
  gboolean has_author = FALSE;

  if (p->size >= 200 || p->kind == DP_BLOCK_QUOTE || p->kind == DP_BLOCK_HEADING)
    return FALSE;
  line = g_strndup (text_of (self, p), p->length);
  if (strpbrk (line, " \n") == NULL && strstr (line, "://") != NULL)
    return TRUE;
  author = dp_authors_find_lead (line);
  for (guint i = 0; author != NULL && self->hints->authors != NULL && self->hints->authors[i] != NULL; i++)
    has_author = has_author || g_str_has_prefix (author + strspn (author, ": "), self->hints->authors[i]);
  if (has_author && !p->ends_sentence)
    return TRUE;
  if (dp_body_words_are_review (line, p->length))
    return TRUE;
  day = p->size < 120 && !p->ends_sentence ? dp_date_from_page (line) : NULL;
  return day != NULL && (dp_date_is_change (line) || dp_date_is_labelled (line) || strstr (line, ":") != NULL) && p->n_sentences <= 1;
}

/* Short lines before the text begins: sizes of letters, minutes to read, sections. */
static void
cut_head (Body *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      DpPassage *p = dp_passages_at (self->passages, i);

      if (!p->is_kept)
        continue;
      if (says_who_or_when (self, p))
        {
          drop (p, DP_DROP_BYLINE);
          continue;
        }
      if (p->n_sentences > 0 || p->size >= 50 || p->kind != DP_BLOCK_PARAGRAPH)
        break;
      drop (p, DP_DROP_EDGE);
    }
}

/* What stands right below the title is its own teaser, not that of another article. */
static void
keep_own_teaser (Body *self)
{
  guint title = 0;

  while (title < self->n && !(dp_passages_at (self->passages, title)->kind == DP_BLOCK_HEADING &&
                              is_title (self, dp_passages_at (self->passages, title))))
    title++;
  for (guint i = title + 1; i < self->n && i <= title + 3; i++)
    {
      DpPassage *p = dp_passages_at (self->passages, i);

      if ((p->marks & (self->unwanted | DP_MARK_CAPTION)) == DP_MARK_RELATED && is_prose (p) && p->ends_sentence)
        p->is_kept = TRUE;
    }
}

/* What stands between the title and the container, and says in a sentence or two what is to come. */
static void
add_standfirst (Body *self)
{
  guint title = self->n, start = self->n;
  guint description = self->hints->description != NULL
                          ? dp_page_text_fold_hash (self->hints->description, strlen (self->hints->description))
                          : 0;

  for (guint i = 0; i < self->n; i++)
    {
      const DpPassage *p = dp_passages_at (self->passages, i);

      if (p->node >= self->container)
        {
          start = i;
          break;
        }
      if (p->kind == DP_BLOCK_HEADING && is_title (self, p))
        title = i;
    }
  for (guint i = title + 1; i < start; i++)
    {
      DpPassage *p = dp_passages_at (self->passages, i);

      if ((p->marks & (self->unwanted | DP_MARK_CAPTION)) != 0 || p->size < 40 || link_density (p) > 0.3)
        continue;
      if ((p->marks & DP_MARK_STANDFIRST) != 0 || (description != 0 && p->fold == description) ||
          (p->size >= 60 && p->ends_sentence && start - title < 15))
        decide (self, i);
    }
}

static gboolean
is_about_author (Body *self,
                 const DpPassage *p)
{
  if (p->size > 900 || p->kind == DP_BLOCK_QUOTE || p->kind == DP_BLOCK_HEADING)
    return FALSE;
  for (guint i = 0; self->hints->authors != NULL && self->hints->authors[i] != NULL; i++)
    {
      if (dp_body_words_are_about_author (text_of (self, p), p->length, self->hints->authors[i]))
        return TRUE;
    }
  return FALSE;
}

/* From the end, as long as there is something that is not the text. */
static void
cut_tail (Body *self)
{
  guint n_looked = 0;

  for (guint i = self->n; i > 0 && n_looked < 3; i--)
    {
      DpPassage *p = dp_passages_at (self->passages, i - 1);

      if (!p->is_kept)
        continue;
      if (p->kind == DP_BLOCK_HEADING && n_looked == 0)
        drop (p, DP_DROP_EDGE);
      else if (is_colophon (self, p) || dp_body_words_are_disclaimer (text_of (self, p), p->length) ||
               dp_body_words_are_about_comments (text_of (self, p), p->length))
        drop (p, DP_DROP_OUTLET);
      else if (is_about_author (self, p))
        drop (p, DP_DROP_AUTHOR);
      else
        n_looked++;
    }
}

/* Signposts between the paragraphs: "Read also: ...", with a link. */
static void
drop_signposts (Body *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      DpPassage *p = dp_passages_at (self->passages, i);

      if (p->is_kept && p->link_size * 3 > p->size && p->kind != DP_BLOCK_HEADING && is_colophon (self, p))
        drop (p, DP_DROP_RELATED);
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

      decide (self, i);
      if (p->is_kept && (p->node < self->container || p->node >= end))
        drop (p, DP_DROP_OUTSIDE);
    }
  if (self->n <= MOST_PASSAGES)
    {
      cut_at_signposts (self);
      drop_signposts (self);
    }
  cut_head (self);
  keep_own_teaser (self);
  add_standfirst (self);
  drop_repeated (self);
  cut_tail (self);
  for (guint i = 0; i < self->n; i++)
    {
      const DpPassage *p = dp_passages_at (self->passages, i);

      if (p->is_kept && (p->n_sentences > 0 || p->kind == DP_BLOCK_TABLE_ROW))
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
    DP_MARK_NAVIGATION | DP_MARK_COMMENTS | DP_MARK_HIDDEN,
    0,
  };
  Body self = { .page = page, .passages = passages, .hints = hints, .n = passages->list->len };
  guint prose, better;

  hash_titles (&self);
  find_disclaimers (&self);
  choose (&self, readings[0]);
  prose = self.prose;
  better = 0;
  for (guint i = 1; i < G_N_ELEMENTS (readings); i++)
    {
      if (prose >= LITTLE_PROSE && i > 1)
        break;
      choose (&self, readings[i]);
      if (self.prose > prose * (prose < LITTLE_PROSE && (readings[i] & DP_MARK_HIDDEN) != 0 ? 1.2 : TOO_MUCH_LOST))
        {
          prose = self.prose;
          better = i;
        }
    }
  choose (&self, readings[better]);
  g_array_unref (self.title_hashes);
  g_free (self.disclaimers);
}
