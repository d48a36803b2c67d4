/* dp-bylines.c: who and when, as a page says it for all to see
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "intake/dp-bylines.h"

#include <string.h>
#include "intake/dp-authors.h"
#include "intake/dp-date-words.h"
#include "intake/dp-page-marks.h"
#include "intake/dp-page-text.h"
#include "intake/dp-title.h"

/* What stands further down says nothing about the article any more. */
#define MOST_LINES 5000
/* Lines before and behind the title that may say who and when. */
#define LINES_BEFORE 6
#define LINES_BEHIND 12
#define MOST_TITLES 64
#define LONGEST_LINE 160
/* Behind a label, names may stand a line each. */
#define MOST_NAMES_BEHIND_LABEL 8

#define OTHER_ARTICLES (DP_MARK_RELATED | DP_MARK_COMMENTS | DP_MARK_ADVERT | DP_MARK_DIALOG | DP_MARK_EMBED)
#define ELSEWHERE (OTHER_ARTICLES | DP_MARK_NAVIGATION | DP_MARK_ASIDE | DP_MARK_FOOTER | DP_MARK_HIDDEN)

typedef struct
{
  DpMetadata *metadata;
  const DpPage *page;
  const DpPassages *passages;
  guint n;
  guint hashes[MOST_TITLES]; /* of what the head says that the title is */
  guint n_hashes;
  guint title;        /* the passage that is the title, or n */
  guint profile_line; /* the line whose links led to authors, or n */
  GString *profiles;  /* the names there */
} Reader;

static char *
dup_line (Reader *self,
          const DpPassage *p)
{
  return g_strndup (self->passages->text->str + p->start, p->length);
}

static void
add_hash (Reader *self,
          const char *title)
{
  guint hash = dp_page_text_fold_hash (title, strlen (title));

  if (hash != 0 && self->n_hashes < MOST_TITLES)
    self->hashes[self->n_hashes++] = hash;
}

static void
hash_titles (Reader *self)
{
  const char *site = dp_metadata_get_first (self->metadata, DP_FIELD_SITE, DP_ORIGIN_OPEN_GRAPH);

  for (guint i = 0; i < self->metadata->candidates->len; i++)
    {
      const DpFieldValue *c = g_ptr_array_index (self->metadata->candidates, i);
      g_autofree char *plain = NULL;

      if (c->field != DP_FIELD_TITLE)
        continue;
      plain = dp_title_without_site (c->value, site);
      add_hash (self, c->value);
      add_hash (self, plain);
    }
}

static gboolean
is_known_title (Reader *self,
                const DpPassage *p)
{
  for (guint i = 0; i < self->n_hashes; i++)
    {
      if (self->hashes[i] == p->fold)
        return TRUE;
    }
  return FALSE;
}

/* The title is the heading that says what the head says, whatever the classes around it say; else the
 * last heading of the first level that is not about something else. As a value it is trusted less than
 * JSON-LD where the classes speak against it. */
static void
read_headings (Reader *self)
{
  gboolean has_better = dp_metadata_get_first (self->metadata, DP_FIELD_TITLE, DP_ORIGIN_JSON_LD) != NULL;
  guint known = self->n, last = self->n;

  for (guint i = 0; i < self->n; i++)
    {
      const DpPassage *p = dp_passages_at (self->passages, i);
      gboolean is_title;

      if (p->kind != DP_BLOCK_HEADING || p->length > 1000)
        continue;
      is_title = (p->marks & (DP_MARK_RELATED | DP_MARK_COMMENTS | DP_MARK_HIDDEN)) == 0 && is_known_title (self, p);
      if (is_title && known == self->n)
        known = i;
      if (p->level == 1 && ((p->marks & ELSEWHERE & ~(guint) DP_MARK_FOOTER) == 0 || (is_title && !has_better)))
        {
          g_autofree char *text = dup_line (self, p);

          dp_metadata_add (self->metadata, DP_FIELD_TITLE, DP_ORIGIN_HEADING, text);
          last = i;
        }
    }
  self->title = known != self->n ? known : last;
}

/* @names: (nullable): a line each, as dp_authors_from_line() gives them */
static void
add_names (Reader *self,
           DpOrigin origin,
           const char *names)
{
  g_auto (GStrv) lines = names != NULL ? g_strsplit (names, "\n", -1) : NULL;
  g_autofree char *joined = lines != NULL ? g_strjoinv (", ", lines) : NULL;

  dp_metadata_add (self->metadata, DP_FIELD_AUTHORS, origin, joined);
}

static gboolean
names_author (const DpPage *page,
              guint index)
{
  const DpAttr attrs[] = { DP_ATTR_CLASS, DP_ATTR_ID, DP_ATTR_REL, DP_ATTR_ITEMPROP };

  for (gsize i = 0; i < G_N_ELEMENTS (attrs); i++)
    {
      const char *value = dp_page_get_attr (page, index, attrs[i]);

      if (value != NULL && (strcasestr (value, "author") != NULL || strcasestr (value, "byline") != NULL))
        return TRUE;
    }
  return FALSE;
}

/* Whether an address has a part such as "/author/", or asks for one. */
static gboolean
leads_to_author (const char *href)
{
  static const char *const parts[] = {
    "author", "authors", "autor", "autores", "autoren", "auteur", "auteurs", "autore", "autori", "autorzy", "contributor",
    "contributors", "writer", "writers", "journalist", "journalists", "journaliste", "reporter", "reporters", "columnist",
    "columnists", "profile", "people", "person", "personen", "staff", "by", "byline", "redakteur", "redaktor", "yazar",
    "yazarlar", "penulis", "forfatter", "skribent", "avtor", "_author"
  };
  const char *p = href;

  while (*p != '\0')
    {
      gsize n = strcspn (p, "/?&=#");

      for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
        {
          /* Something follows: a list of all authors is none. */
          if (strlen (parts[i]) == n && g_ascii_strncasecmp (p, parts[i], n) == 0 && p[n] != '\0' && p[n + 1] != '\0')
            return TRUE;
        }
      p += n;
      if (*p != '\0')
        p++;
    }
  return FALSE;
}

/* (transfer full): the words of a link */
static char *
dup_link_words (Reader *self,
                const DpPassage *p,
                const DpPassageLink *link)
{
  const char *text = self->passages->text->str + p->start;
  const char *start = g_utf8_offset_to_pointer (text, link->start);
  const char *end = g_utf8_offset_to_pointer (start, link->end - link->start);

  return g_strndup (start, end - start);
}

/* The names in links to the pages of authors: those of the first lines that have some, and of the lines
 * that follow at once. */
static gboolean
read_profiles (Reader *self,
               guint index,
               const DpPassage *p)
{
  gboolean found = FALSE;

  if (p->n_links == 0 || (self->profile_line != self->n && index > self->profile_line + 2))
    return FALSE;
  for (guint i = p->first_link; i < p->first_link + p->n_links; i++)
    {
      const DpPassageLink *link = &g_array_index (self->passages->links, DpPassageLink, i);
      const char *href = dp_page_get_attr (self->page, link->node, DP_ATTR_HREF);
      g_autofree char *words = NULL;
      g_autofree char *name = NULL;

      if (href == NULL || !leads_to_author (href))
        continue;
      words = dup_link_words (self, p, link);
      name = dp_authors_from_line (words);
      if (name == NULL || !dp_authors_are_people (name))
        continue;
      if (self->profiles->len > 0)
        g_string_append_c (self->profiles, '\n');
      g_string_append (self->profiles, name);
      self->profile_line = index;
      found = TRUE;
    }
  return found;
}

/* Below a label that is a line of its own. */
static void
read_below_label (Reader *self,
                  guint index)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = index + 1; i < self->n && i <= index + MOST_NAMES_BEHIND_LABEL; i++)
    {
      const DpPassage *p = dp_passages_at (self->passages, i);
      g_autofree char *text = p->size < 80 && !p->ends_sentence ? dup_line (self, p) : NULL;
      g_autofree char *name = text != NULL ? dp_authors_from_line (text) : NULL;

      if (name == NULL || !dp_authors_are_people (name) || (i > index + 1 && p->path != dp_passages_at (self->passages, index + 1)->path))
        break;
      if (names->len > 0)
        g_string_append_c (names, '\n');
      g_string_append (names, name);
    }
  add_names (self, DP_ORIGIN_LABEL, names->str);
}

/* "Updated 10 January 2026" is no day of publication, unless it says that as well. */
static void
read_day (Reader *self,
          const char *text,
          DpOrigin origin)
{
  gboolean is_change = dp_date_is_change (text);

  dp_metadata_add (self->metadata,
                   is_change ? DP_FIELD_MODIFIED : DP_FIELD_PUBLISHED,
                   is_change ? DP_ORIGIN_LABEL : origin,
                   text);
}

/* A line about who and when: one beside the title, or one whose class says so. */
static void
read_byline (Reader *self,
             guint index,
             const DpPassage *p,
             const char *text,
             gboolean is_behind_title)
{
  const char *author = dp_authors_skip_lead (text);
  gboolean is_byline = (p->marks & DP_MARK_BYLINE) != 0;
  gboolean has_day = FALSE;
  g_autofree char *names = NULL;

  if (read_profiles (self, index, p))
    {
      /* The names are better than the line. */
    }
  else if (author != NULL && !p->ends_sentence && (is_byline || p->size < 80))
    names = dp_authors_from_line (author);
  else if (p->size < 100 && (is_byline || strpbrk (text, "0123456789") != NULL) && (author = dp_authors_find_lead (text)) != NULL)
    names = dp_authors_from_line (author);
  else if (is_byline && p->size < 50 && strpbrk (text, "0123456789") == NULL && !p->ends_sentence &&
           (names_author (self->page, p->node) || names_author (self->page, dp_page_node (self->page, p->node)->parent)))
    names = dp_authors_from_line (text);
  if (is_byline || p->size < 80)
    {
      g_autofree char *day = dp_date_from_page (text);

      has_day = day != NULL;
      if (has_day)
        read_day (self, text, DP_ORIGIN_CLASS);
    }
  /* "Ada Example | 10 January 2026" */
  if (names == NULL && has_day && is_behind_title && p->size < 100 && p->n_links == 0)
    {
      names = dp_authors_from_line (text);
      if (names != NULL && !dp_authors_are_people (names))
        g_clear_pointer (&names, g_free);
    }
  add_names (self, DP_ORIGIN_CLASS, names);
}

static void
read_labelled (Reader *self,
               guint index,
               const DpPassage *p,
               const char *text)
{
  const char *rest;

  if (dp_authors_is_label (text))
    {
      read_below_label (self, index);
      return;
    }
  rest = dp_authors_skip_label (text);
  if (rest != NULL)
    {
      g_autofree char *names = dp_authors_from_line (rest);

      if (names != NULL && dp_authors_are_people (names))
        add_names (self, DP_ORIGIN_LABEL, names);
    }
  else if ((strpbrk (text, "0123456789") != NULL || (text[0] & 0x80) != 0) && dp_date_is_labelled (text))
    read_day (self, text, DP_ORIGIN_LABEL);
}

/* Lines before the title are of the page as well, which has today's date there: they must say more. */
static gboolean
is_before_title (Reader *self,
                 guint index,
                 const char *text)
{
  return self->title != self->n && index < self->title && index + LINES_BEFORE >= self->title &&
         (dp_authors_find_lead (text) != NULL || dp_date_is_labelled (text) || dp_date_is_change (text));
}

void
dp_bylines_read (DpMetadata *metadata,
                 const DpPage *page,
                 const DpPassages *passages)
{
  Reader self = { .metadata = metadata, .page = page, .passages = passages };

  self.n = MIN (passages->list->len, MOST_LINES);
  self.profile_line = self.n;
  self.profiles = g_string_new (NULL);
  hash_titles (&self);
  read_headings (&self);
  for (guint i = 0; i < self.n; i++)
    {
      const DpPassage *p = dp_passages_at (passages, i);
      gboolean is_behind_title = self.title != self.n && i > self.title && i - self.title <= LINES_BEHIND;
      g_autofree char *text = NULL;

      if (p->size >= LONGEST_LINE || i == self.title || (p->marks & (is_behind_title ? OTHER_ARTICLES : ELSEWHERE)) != 0)
        continue;
      text = dup_line (&self, p);
      if (p->size < 80)
        read_labelled (&self, i, p, text);
      if (is_behind_title || (p->marks & DP_MARK_BYLINE) != 0 || is_before_title (&self, i, text))
        read_byline (&self, i, p, text, is_behind_title);
    }
  add_names (&self, DP_ORIGIN_PROFILE, self.profiles->str);
  g_string_free (self.profiles, TRUE);
}
