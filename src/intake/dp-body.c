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
#include "intake/dp-date-words.h"
#include "intake/dp-page-marks.h"
#include "intake/dp-page-text.h"

/* No article has that many; then what the words say is not looked at, to be done in time. */
#define MOST_PASSAGES 20000
#define MOST_TITLES 64
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
  if ((p->marks & (DP_MARK_BYLINE | DP_MARK_TITLE)) != 0 && p->size < 250)
    return DP_DROP_BYLINE;
  if ((p->marks & DP_MARK_HEADER) != 0 && (p->size < 60 || p->n_sentences == 0))
    return DP_DROP_NAVIGATION;
  if (links > 0.6 && p->size < 300 && (p->marks & DP_MARK_EMBED) == 0)
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

/* A line after the text that is about the outlet. */
static gboolean
is_colophon (Body *self,
             const DpPassage *p)
{
  /* Folded, so without marks; where the line begins, or anywhere in a short one. */
  static const char *const starts[] = {
    "copyright", "all rights reserved", "subscribe", "sign up", "follow us", "read more", "read also", "see also",
    "also read", "related", "share this", "click here", "have a tip", "get the latest", "join our", "download our",
    "more from", "recommended", "image source", "photo by", "image by", "tags", "filed under", "originally published",
    "mehr zum thema", "lesen sie auch", "abonnieren", "folgen sie", "newsletter", "lire aussi", "a lire aussi",
    "lee también", "lea también", "suscríbete", "síguenos", "leia também", "leia mais", "siga", "leggi anche",
    "iscriviti", "lees ook", "læs også", "les også", "läs också", "lue myös", "czytaj także", "czytaj też",
    "čtěte také", "читайте также", "подписывайтесь", "читайте ещё", "читайте наш", "ayrıca bakınız", "bizi takip",
    "اقرأ أيضا", "تابعونا", "関連記事", "相关阅读", "baca juga", "also on", "watch", "listen"
  };
  g_autofree char *folded = NULL;

  if (g_str_has_prefix (self->passages->text->str + p->start, "©"))
    return p->size < 300;
  if (p->size > 250)
    return FALSE;
  folded = dp_page_text_fold (self->passages->text->str + p->start, p->length);
  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      if (g_str_has_prefix (folded, starts[i]))
        return TRUE;
    }
  return strstr (folded, "all rights reserved") != NULL || strstr (folded, "newsletter") != NULL;
}

/* A line that says: from here on, other articles. */
static gboolean
is_signpost (Body *self,
             const DpPassage *p)
{
  static const char *const starts[] = {
    "you may also like", "you might also like", "you may like", "you might like", "also interesting", "more from",
    "more on this", "more news", "more stories", "more articles", "more in", "most read", "most popular", "read next",
    "read more", "up next", "related", "recommended", "recommendations", "trending", "latest news", "latest stories",
    "similar", "further reading", "popular posts", "recent posts", "keep reading", "other articles", "dont miss",
    "don t miss", "comments", "leave a comment", "leave a reply", "leave a response", "join the discussion",
    "about the author", "share this", "auch interessant", "mehr zum thema", "mehr aus", "meistgelesen",
    "häufig gelesen", "das könnte sie auch interessieren", "das könnte dich auch interessieren", "weitere artikel",
    "weitere themen", "weiterlesen", "lesen sie auch", "kommentare", "lire aussi", "à lire aussi", "a lire aussi",
    "sur le même thème", "sur le même sujet", "les plus lus", "commentaires", "más noticias", "te puede interesar",
    "también te puede interesar", "lo más leído", "noticias relacionadas", "comentarios", "você pode gostar",
    "você também pode gostar", "veja também", "leia também", "mais lidas", "notícias relacionadas", "comentários",
    "potrebbe interessarti", "ti potrebbe interessare", "leggi anche", "più letti", "commenti", "lees ook",
    "meest gelezen", "reacties", "læs også", "les også", "läs också", "läs mer", "mest læste", "mest lest",
    "mest läst", "lue myös", "czytaj także", "czytaj też", "zobacz także", "zobacz też", "najczęściej czytane",
    "komentarze", "čtěte také", "čtěte dále", "mohlo by vás zajímat", "komentáře", "читайте также", "по теме",
    "самое читаемое", "популярное", "похожие", "материалы по теме", "комментарии", "читайте також", "ilgili haberler",
    "çok okunanlar", "bunlar da ilginizi çekebilir", "yorumlar", "baca juga", "berita terkait", "terpopuler",
    "اقرأ أيضا", "مواضيع ذات صلة", "التعليقات", "الأكثر قراءة", "כתבות נוספות", "תגובות", "関連記事", "関連ニュース",
    "おすすめ記事", "あわせて読みたい", "相关阅读", "相关新闻", "延伸阅读", "推荐阅读", "관련기사"
  };
  g_autofree char *folded = NULL;

  if (p->size > 60 || p->ends_sentence || p->kind == DP_BLOCK_TABLE_ROW || p->kind == DP_BLOCK_QUOTE)
    return FALSE;
  folded = dp_page_text_fold (self->passages->text->str + p->start, p->length);
  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      gsize n = strlen (starts[i]);

      if (g_str_has_prefix (folded, starts[i]) && (folded[n] == '\0' || folded[n] == ' ') &&
          strlen (folded) < n + 16)
        return TRUE;
    }
  return FALSE;
}

/* Drops what a signpost announces: all that follows it in the largest element around it that has no
 * prose before it; and all that follows it at all, when most of the text is behind us. */
static void
cut_at_signposts (Body *self)
{
  guint64 total = 0, before = 0;
  guint last_prose = 0;

  for (guint i = 0; i < self->n; i++)
    {
      const DpPassage *p = dp_passages_at (self->passages, i);

      if (p->is_kept)
        total += p->size;
    }
  for (guint i = 0; i < self->n; i++)
    {
      DpPassage *p = dp_passages_at (self->passages, i);
      guint around, end;

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
      if (before * 4 >= total * 3 && last_prose != 0)
        end = dp_page_node (self->page, self->container)->end;
      for (guint k = i + 1; k < self->n && dp_passages_at (self->passages, k)->node < end; k++)
        {
          if (dp_passages_at (self->passages, k)->is_kept)
            drop (dp_passages_at (self->passages, k), DP_DROP_RELATED);
        }
    }
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
      if (p->n_sentences > 0 || p->size >= 50 || p->kind != DP_BLOCK_PARAGRAPH)
        break;
      drop (p, DP_DROP_EDGE);
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
      else if (is_colophon (self, p))
        drop (p, DP_DROP_OUTLET);
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
  add_standfirst (self);
  drop_repeated (self);
  cut_tail (self);
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
    DP_MARK_NAVIGATION | DP_MARK_COMMENTS | DP_MARK_HIDDEN,
    0,
  };
  Body self = { .page = page, .passages = passages, .hints = hints, .n = passages->list->len };
  guint prose, better;

  hash_titles (&self);
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
}
