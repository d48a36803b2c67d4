/* dp-passages.c: the text of a page as a flat list of passages with what they look like
 *
 * One walk over the tree in its order; a passage begins and ends where a block element or a double
 * line break does.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "intake/dp-passages.h"

#include <string.h>
#include "intake/dp-page-marks.h"
#include "intake/dp-page-text.h"

/* An element with at least so much of the largest run of prose is the article as well, or a part. */
#define SHARE_OF_PROSE 0.4
/* A box to subscribe, share or play is small: with more text than that (bytes), it is something else. */
#define LARGEST_BOX 1200
/* What is hidden with that much text is hidden only until somebody asks for it. */
#define LARGEST_NOTE 600
/* A cell that says it is wider than that says something else. */
#define MOST_COLUMNS 30
#define MARKS_OF_BOXES (DP_MARK_NEWSLETTER | DP_MARK_SOCIAL | DP_MARK_ADVERT | DP_MARK_TAGS | DP_MARK_MEDIA | DP_MARK_BUTTON | DP_MARK_BYLINE | DP_MARK_CAPTION | DP_MARK_TITLE | DP_MARK_CONTENTS)

typedef struct
{
  const DpPage *page;
  DpPassages *out;

  DpPassage current;
  gboolean has_current;
  gboolean space;
  guint n_breaks;
  gunichar last;      /* last code point written */
  gunichar last_mark; /* last one that is not a closing quote or bracket */
  gboolean was_end;   /* last_mark ended a sentence */

  /* How many of each are open. */
  guint n_links;
  guint n_bold;
  guint n_quotes;
  guint n_lists;
  guint n_items;
  guint n_pre;
  guint n_rows;
  guint n_paragraphs;
  guint heading;

  guint link;          /* the a element that is open, or 0 */
  guint recorded_link; /* for which of them there is a record in this passage */
  guint quote;         /* the outermost quotation that is open, or 0 */
  guint cite;          /* the element in it that says whose it is, while it is open, or 0 */
  guint n_cells;       /* of the row that is open, up to here; a wide cell counts more */
  guint n_more;        /* columns that the last cell takes besides its own */
  gboolean is_head;    /* the row is the head of its table */
} Walk;

/* How wide a character counts: one of a script without spaces says as much as three letters. */
static guint
width_of (gunichar c)
{
  if (c < 0x0e00)
    return 1;
  if ((c >= 0x0e00 && c < 0x0f00) || (c >= 0x1000 && c < 0x10a0) || (c >= 0x1780 && c < 0x1800))
    return 2;
  if ((c >= 0x3040 && c < 0x3100) || (c >= 0x3400 && c < 0xa000) || (c >= 0xf900 && c < 0xfb00) ||
      (c >= 0x20000 && c < 0x30000))
    return 3;
  if (c >= 0xac00 && c < 0xd7b0)
    return 2;
  return 1;
}

static gboolean
is_sentence_end (gunichar c)
{
  switch (c)
    {
    case '.':
    case '!':
    case '?':
    case 0x2026: /* ellipsis */
    case 0x0589: /* Armenian */
    case 0x061f:
    case 0x06d4:
    case 0x0964:
    case 0x0965:
    case 0x104b:
    case 0x1362:
    case 0x17d4:
    case 0x3002:
    case 0xff01:
    case 0xff0e:
    case 0xff1f:
    case 0xff61:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_closing (gunichar c)
{
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0xbb || c == 0xab || (c >= 0x2018 && c <= 0x201f) ||
         c == 0x203a || c == 0x300d || c == 0x300f || c == 0xff09;
}

/* The element that holds most prose, by a rough count of its texts: what its class and the classes
 * around it say cannot be that it is not the article. Prose in elements whose class says so counts
 * less, so that comments or a notice about cookies do not win over a short article. */
static guint
find_prose (const DpPage *page,
            const guint *own,
            gint64 *sums)
{
  guint n = page->nodes->len, best = 0;
  g_autofree guint *marks = g_new0 (guint, n);

  for (guint i = 1; i < n; i++)
    marks[i] = own[i] | marks[dp_page_node (page, i)->parent];
  for (guint i = n - 1; i > 0; i--)
    {
      const DpPageNode *node = dp_page_node (page, i);

      if (node->tag == DP_TAG_TEXT)
        {
          gboolean is_unwanted = (marks[i] & DP_MARKS_UNWANTED) != 0;

          if (dp_page_node (page, node->parent)->tag == DP_TAG_A)
            sums[i] = -(gint64) MIN (node->length, 10);
          else if (node->length >= 40)
            sums[i] = is_unwanted ? MIN (node->length, 1000) / 3 : MIN (node->length, 1000);
        }
      sums[node->parent] += sums[i];
    }
  for (guint i = 1; i < n; i++)
    {
      if (dp_page_node (page, i)->tag != DP_TAG_TEXT && sums[i] >= sums[best])
        best = i;
    }
  return best;
}

/* Bytes of long texts outside links, in each subtree. */
static guint32 *
measure_texts (const DpPage *page)
{
  guint32 *texts = g_new0 (guint32, page->nodes->len);

  for (guint i = page->nodes->len - 1; i > 0; i--)
    {
      const DpPageNode *node = dp_page_node (page, i);

      if (node->tag == DP_TAG_TEXT && node->length >= 40 && dp_page_node (page, node->parent)->tag != DP_TAG_A)
        texts[i] = node->length;
      texts[node->parent] += texts[i];
    }
  return texts;
}

static void
spread_marks (Walk *self)
{
  const DpPage *page = self->page;
  guint *marks = self->out->marks;
  g_autofree gint64 *sums = g_new0 (gint64, page->nodes->len);
  g_autofree guint32 *texts = measure_texts (page);
  guint prose, prose_end;

  for (guint i = 1; i < page->nodes->len; i++)
    {
      const DpPageNode *node = dp_page_node (page, i);

      marks[i] = node->tag != DP_TAG_TEXT ? dp_page_marks_of_node (page, i) : 0;
      /* The foot of a quotation says whose it is. */
      if (node->tag == DP_TAG_FOOTER && dp_page_node (page, node->parent)->tag == DP_TAG_BLOCKQUOTE)
        marks[i] &= ~DP_MARK_FOOTER;
    }
  prose = find_prose (page, marks, sums);
  prose_end = dp_page_node (page, prose)->end;
  for (guint i = 1; i < page->nodes->len; i++)
    {
      const DpPageNode *node = dp_page_node (page, i);

      if (texts[i] > LARGEST_BOX)
        marks[i] &= ~MARKS_OF_BOXES;
      if (texts[i] > LARGEST_NOTE)
        marks[i] &= ~DP_MARK_HIDDEN;
      if ((i <= prose && node->end >= prose_end) || sums[i] > sums[prose] * SHARE_OF_PROSE)
        marks[i] &= DP_MARKS_OF_ELEMENT;
      marks[i] |= marks[node->parent] & ~DP_MARKS_OF_ELEMENT;
    }
}

/* A tab or a line feed, which say where things stand. */
static void
append_layout (Walk *self,
               char c)
{
  g_string_append_c (self->out->text, c);
  self->current.n_chars++;
  self->last = c;
  self->space = FALSE;
}

static void
start_passage (Walk *self,
               guint node)
{
  DpPassage *p = &self->current;

  memset (p, 0, sizeof *p);
  p->node = node;
  p->start = self->out->text->len;
  p->first_link = self->out->links->len;
  p->quote = self->quote;
  p->is_source = self->cite != 0;
  self->recorded_link = 0;
  p->marks = self->out->marks[node];
  p->kind = DP_BLOCK_PARAGRAPH;
  if (self->n_rows > 0)
    {
      p->kind = DP_BLOCK_TABLE_ROW;
      p->level = self->is_head ? 1 : 0;
    }
  else if (self->n_pre > 0)
    p->kind = DP_BLOCK_PREFORMATTED;
  else if (self->n_quotes > 0)
    p->kind = DP_BLOCK_QUOTE;
  else if (self->heading > 0)
    {
      p->kind = DP_BLOCK_HEADING;
      p->level = self->heading;
    }
  else if ((p->marks & DP_MARK_CAPTION) != 0 || dp_page_node (self->page, node)->tag == DP_TAG_CAPTION)
    p->kind = DP_BLOCK_CAPTION;
  else if (self->n_items > 0)
    {
      p->kind = DP_BLOCK_LIST_ITEM;
      p->level = MAX (self->n_lists, 1);
    }
  p->is_paragraph = self->n_paragraphs > 0;
  self->has_current = TRUE;
  self->space = FALSE;
  self->n_breaks = 0;
  self->last = 0;
  self->last_mark = 0;
  self->was_end = FALSE;
  for (guint i = 1; self->n_rows > 0 && i < self->n_cells; i++)
    append_layout (self, '\t');
}

static guint
hash_path (const DpPage *page,
           guint node)
{
  guint hash = 17;

  for (guint i = 0; i < 2; i++)
    {
      const char *names = dp_page_get_attr (page, node, DP_ATTR_CLASS);

      hash = hash * 31 + dp_page_node (page, node)->tag;
      if (names != NULL)
        hash = hash * 31 + g_str_hash (names);
      node = dp_page_node (page, node)->parent;
    }
  return hash;
}

static void
end_passage (Walk *self)
{
  DpPassage *p = &self->current;
  GString *text = self->out->text;

  if (!self->has_current)
    return;
  self->has_current = FALSE;
  /* White space and line feeds at the end, which only preformatted text and cells have. */
  while (text->len > p->start && g_ascii_isspace (text->str[text->len - 1]))
    {
      g_string_truncate (text, text->len - 1);
      p->n_chars--;
    }
  p->n_links = self->out->links->len - p->first_link;
  p->length = text->len - p->start;
  if (p->length == 0 || p->size == 0)
    {
      g_string_truncate (text, p->start);
      g_array_set_size (self->out->links, p->first_link);
      return;
    }
  if (self->was_end)
    {
      p->n_sentences++;
      p->ends_sentence = TRUE;
    }
  p->path = hash_path (self->page, p->node);
  p->fold = dp_page_text_fold_hash (text->str + p->start, p->length);
  if (p->fold == 0 && p->size < 40)
    {
      /* Nothing but signs: a rule drawn by hand, a bullet. */
      g_string_truncate (text, p->start);
      g_array_set_size (self->out->links, p->first_link);
      return;
    }
  g_string_append_c (text, '\n');
  g_array_append_val (self->out->list, *p);
}

/* Windows-1252 by number: what browsers make of &#146;. */
static gunichar
mend_control (gunichar c)
{
  static const gunichar table[32] = {
    0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0xfffd,
    0x017d, 0xfffd, 0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a,
    0x0153, 0xfffd, 0x017e, 0x0178
  };

  return table[c - 0x80];
}

/* The character just written belongs to the link that is open. */
static void
record_link (Walk *self)
{
  GArray *links = self->out->links;

  if (self->recorded_link != self->link)
    {
      DpPassageLink link = { self->link, self->current.n_chars - 1, 0 };

      g_array_append_val (links, link);
      self->recorded_link = self->link;
    }
  g_array_index (links, DpPassageLink, links->len - 1).end = self->current.n_chars;
}

static void
write_char (Walk *self,
            gunichar c)
{
  DpPassage *p = &self->current;
  guint width = width_of (c);

  if (self->space)
    {
      if (p->size > 0 && self->last != '\t' && self->last != '\n')
        {
          g_string_append_c (self->out->text, ' ');
          p->n_chars++;
          p->size++;
          if (self->n_links > 0)
            p->link_size++;
          if (self->was_end)
            p->n_sentences++;
        }
      self->space = FALSE;
      if (self->was_end)
        self->was_end = FALSE;
    }
  if (c < 0x80)
    g_string_append_c (self->out->text, c);
  else
    g_string_append_unichar (self->out->text, c);
  p->n_chars++;
  p->size += width;
  if (self->n_links > 0)
    p->link_size += width;
  if (self->link != 0)
    record_link (self);
  if (self->n_bold > 0)
    p->bold_size += width;
  self->last = c;
  if (!is_closing (c))
    {
      /* Scripts without spaces end sentences without one, too. */
      if (self->was_end && width > 1)
        p->n_sentences++;
      self->last_mark = c;
      self->was_end = is_sentence_end (c);
    }
}

/* The nearest block element at or above @node. */
static guint
block_of (const DpPage *page,
          guint node)
{
  while (node > 0 && (dp_tag_get_flags (dp_page_node (page, node)->tag) & DP_TAG_IS_BLOCK) == 0)
    node = dp_page_node (page, node)->parent;
  return node;
}

/* Inside a paragraph, what only a screen reader says, or a button that shares it. */
static gboolean
is_not_of_paragraph (Walk *self,
                     guint block,
                     guint parent)
{
  guint extra = self->out->marks[parent] & ~self->out->marks[block];

  return (extra & (DP_MARK_HIDDEN | DP_MARK_BUTTON | DP_MARK_SOCIAL)) != 0;
}

static gboolean
is_preformatted (Walk *self)
{
  return self->has_current && self->current.kind == DP_BLOCK_PREFORMATTED;
}

static void
add_text (Walk *self,
          guint parent,
          const char *text,
          gsize length)
{
  guint node = block_of (self->page, parent);

  if (parent != node && is_not_of_paragraph (self, node, parent))
    return;
  for (const char *p = text, *end = text + length; p < end;)
    {
      gunichar c = (guint8) *p;

      if (c < 0x80)
        p++;
      else
        {
          c = g_utf8_get_char (p);
          p = g_utf8_next_char (p);
          if (c < 0xa0)
            c = mend_control (c);
        }
      if (c == '\n' && is_preformatted (self))
        {
          append_layout (self, '\n');
          continue;
        }
      if (c <= ' ' || c == 0x7f || (c >= 0x80 && g_unichar_isspace (c)) || c == 0xa0 || c == 0x2028 || c == 0x2029)
        {
          if (is_preformatted (self) && (c == ' ' || c == '\t'))
            {
              append_layout (self, ' ');
              continue;
            }
          /* A no-break space between two letters is part of the text; among others it is layout. */
          if (c == 0xa0 && self->has_current && !self->space && p < end && (guint8) *p > ' ' &&
              !(p + 1 < end && (guint8) p[0] == 0xc2 && (guint8) p[1] == 0xa0))
            {
              write_char (self, 0xa0);
              continue;
            }
          self->space = self->has_current;
          continue;
        }
      if (!self->has_current)
        {
          start_passage (self, node);
          self->current.marks = self->out->marks[parent];
        }
      self->current.marks &= self->out->marks[parent];
      self->n_breaks = 0;
      write_char (self, c);
    }
}

/* A table that holds data, not a layout: rows of short cells without blocks inside them. */
static gboolean
is_data_row (const DpPage *page,
             guint row,
             gboolean *is_head)
{
  guint end = dp_page_node (page, row)->end;
  guint n_cells = 0, n_heads = 0;

  for (guint i = row + 1; i < end; i++)
    {
      const DpPageNode *node = dp_page_node (page, i);

      switch ((DpTag) node->tag)
        {
        case DP_TAG_TH:
          n_heads++;
          G_GNUC_FALLTHROUGH;
        case DP_TAG_TD:
          n_cells++;
          break;
        case DP_TAG_TABLE:
        case DP_TAG_DIV:
        case DP_TAG_ARTICLE:
        case DP_TAG_SECTION:
        case DP_TAG_FORM:
        case DP_TAG_H1:
        case DP_TAG_H2:
          return FALSE;
        case DP_TAG_TEXT:
          if (node->length > 600)
            return FALSE;
          break;
        default:
          break;
        }
    }
  *is_head = n_heads == n_cells;
  return n_cells >= 2;
}

static guint
count_more_columns (const DpPage *page,
                    guint cell)
{
  const char *span = dp_page_get_attr (page, cell, DP_ATTR_COLSPAN);
  guint64 n = span != NULL ? g_ascii_strtoull (span, NULL, 10) : 1;

  return n >= 1 && n <= MOST_COLUMNS ? (guint) n - 1 : 0;
}

/* Whether an a element leads away. That of a heading often leads to the heading itself. */
static gboolean
is_link (Walk *self,
         guint index)
{
  const char *href = dp_page_get_attr (self->page, index, DP_ATTR_HREF);

  return href != NULL && !(self->heading > 0 && (href[0] == '#' || href[0] == '\0'));
}

static void
count (Walk *self,
       guint index,
       int step)
{
  const DpPageNode *node = dp_page_node (self->page, index);

  switch ((DpTag) node->tag)
    {
    case DP_TAG_A:
      if (is_link (self, index))
        self->n_links += step;
      self->link = step > 0 ? index : 0;
      break;
    case DP_TAG_B:
    case DP_TAG_STRONG:
      self->n_bold += step;
      break;
    case DP_TAG_BLOCKQUOTE:
      self->n_quotes += step;
      if (self->n_quotes == 0)
        self->quote = 0;
      else if (self->quote == 0)
        self->quote = index;
      break;
    case DP_TAG_CITE:
    case DP_TAG_FOOTER:
      if (step > 0 && self->n_quotes > 0 && self->cite == 0)
        self->cite = index;
      else if (step < 0 && self->cite == index)
        self->cite = 0;
      break;
    case DP_TAG_UL:
    case DP_TAG_OL:
    case DP_TAG_DL:
      self->n_lists += step;
      break;
    case DP_TAG_LI:
    case DP_TAG_DD:
    case DP_TAG_DT:
      self->n_items += step;
      break;
    case DP_TAG_PRE:
      self->n_pre += step;
      break;
    case DP_TAG_P:
      self->n_paragraphs += step;
      break;
    case DP_TAG_H1:
    case DP_TAG_H2:
    case DP_TAG_H3:
    case DP_TAG_H4:
    case DP_TAG_H5:
    case DP_TAG_H6:
      self->heading = step > 0 ? (guint) node->tag - DP_TAG_H1 + 1 : 0;
      break;
    default:
      break;
    }
}

static void
enter (Walk *self,
       guint index,
       gboolean *is_row)
{
  const DpPageNode *node = dp_page_node (self->page, index);

  if (node->tag == DP_TAG_BR)
    {
      self->n_breaks++;
      if (is_preformatted (self))
        append_layout (self, '\n');
      else if (self->n_breaks >= 2 && self->n_rows == 0)
        end_passage (self);
      else if (self->has_current)
        self->space = TRUE;
      return;
    }
  if (self->n_rows > 0)
    {
      if (node->tag == DP_TAG_TD || node->tag == DP_TAG_TH)
        {
          for (guint i = 0; i <= self->n_more; i++)
            {
              if (self->has_current)
                append_layout (self, '\t');
              self->n_cells++;
            }
          self->n_more = count_more_columns (self->page, index);
        }
      else if ((dp_tag_get_flags (node->tag) & DP_TAG_IS_BLOCK) != 0 && self->has_current)
        self->space = TRUE;
    }
  else if ((dp_tag_get_flags (node->tag) & DP_TAG_IS_BLOCK) != 0)
    {
      end_passage (self);
      if (node->tag == DP_TAG_TR && is_data_row (self->page, index, &self->is_head))
        {
          self->n_rows++;
          self->n_cells = 0;
          self->n_more = 0;
          *is_row = TRUE;
        }
    }
  count (self, index, 1);
}

static void
leave (Walk *self,
       guint index,
       gboolean was_row)
{
  const DpPageNode *node = dp_page_node (self->page, index);

  if (node->tag == DP_TAG_BR)
    return;
  if (was_row)
    {
      end_passage (self);
      self->n_rows--;
    }
  else if (self->n_rows == 0 && (dp_tag_get_flags (node->tag) & DP_TAG_IS_BLOCK) != 0)
    end_passage (self);
  count (self, index, -1);
}

static void
walk (Walk *self)
{
  const DpPage *page = self->page;
  struct
  {
    guint node;
    gboolean is_row;
  } open[DP_PAGE_MAX_DEPTH + 2];
  guint n_open = 0;

  for (guint i = 1; i <= page->nodes->len; i++)
    {
      const DpPageNode *node;

      while (n_open > 0 && dp_page_node (page, open[n_open - 1].node)->end <= i)
        {
          n_open--;
          leave (self, open[n_open].node, open[n_open].is_row);
        }
      if (i == page->nodes->len)
        break;
      node = dp_page_node (page, i);
      if (node->tag == DP_TAG_TEXT)
        {
          add_text (self, node->parent, page->text->str + node->start, node->length);
          continue;
        }
      if (node->tag == DP_TAG_HEAD || node->tag == DP_TAG_TITLE)
        {
          if (node->tag == DP_TAG_TITLE)
            i = node->end - 1;
          continue;
        }
      open[n_open].node = i;
      open[n_open].is_row = FALSE;
      enter (self, i, &open[n_open].is_row);
      n_open++;
    }
  end_passage (self);
}

DpPassages *
dp_passages_new (const DpPage *page)
{
  DpPassages *out = g_new0 (DpPassages, 1);
  Walk self = { .page = page, .out = out };

  out->list = g_array_new (FALSE, FALSE, sizeof (DpPassage));
  out->links = g_array_new (FALSE, FALSE, sizeof (DpPassageLink));
  out->text = g_string_sized_new (page->text->len / 2 + 64);
  out->marks = g_new0 (guint, page->nodes->len);
  spread_marks (&self);
  walk (&self);
  return out;
}

void
dp_passages_free (DpPassages *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->list);
  g_array_unref (self->links);
  g_string_free (self->text, TRUE);
  g_free (self->marks);
  g_free (self);
}

const char *
dp_drop_to_nick (DpDrop drop)
{
  static const char *const nicks[DP_N_DROPS] = {
    [DP_DROP_NOT] = "",
    [DP_DROP_OUTSIDE] = "outside",
    [DP_DROP_NAVIGATION] = "navigation",
    [DP_DROP_RELATED] = "related",
    [DP_DROP_SHARING] = "sharing",
    [DP_DROP_COMMENTS] = "comments",
    [DP_DROP_ADVERT] = "advert",
    [DP_DROP_AUTHOR] = "author",
    [DP_DROP_HIDDEN] = "hidden",
    [DP_DROP_MEDIA] = "media",
    [DP_DROP_TITLE] = "title",
    [DP_DROP_BYLINE] = "byline",
    [DP_DROP_LINKS] = "links",
    [DP_DROP_REPEATED] = "repeated",
    [DP_DROP_OUTLET] = "outlet",
    [DP_DROP_EDGE] = "edge",
  };

  g_return_val_if_fail (drop < DP_N_DROPS, "");

  return nicks[drop];
}
