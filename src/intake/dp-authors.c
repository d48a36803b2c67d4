/* dp-authors.c: names of authors in what a page writes where authors stand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "intake/dp-authors.h"

#include <string.h>
#include "intake/dp-date-words.h"
#include "intake/dp-page-text.h"

#define LONGEST_NAME 60
#define MOST_WORDS 7
#define MOST_SITES 16
#define LONGEST_LEAD 48 /* bytes, and more */

/* Before a name, in the same line. */
static const char *const leads[] = {
  "written by", "reported by", "reporting by", "story by", "posted by", "published by", "text by", "words by", "article by",
  "authored by", "by", "verfasst von", "geschrieben von", "text von", "ein artikel von", "von", "écrit par", "rédigé par",
  "publié par", "par", "escrito por", "publicado por", "redactado por", "por", "scritto da", "a cura di", "di", "da", "de",
  "geschreven door", "door", "skriven av", "skrevet av", "skrevet af", "text av", "av", "af", "autor/in", "autorin/autor",
  "autor", "autorin", "autora", "author", "authors", "autore", "auteur", "texte", "text", "tekst", "автор", "автори", "текст",
  "przez", "yazan", "yazar", "haber", "oleh", "penulis", "kirjoittanut", "szerző", "írta", "scris de", "בידי", "מאת", "بقلم",
  "كتب", "文", "記者", "作者"
};

/* In a line of their own, or with a colon behind them; folded. */
static const char *const labels[] = {
  "written by", "by", "author", "authors", "author s", "words by", "story by", "text by", "article by", "authored by",
  "posted by", "published by", "verfasst von", "geschrieben von", "text von", "autor", "autorin", "autoren", "autor in",
  "autorin autor", "autor innen", "von", "écrit par", "rédigé par", "publié par", "auteur", "auteurs", "par", "escrito por",
  "texto de", "autora", "autores", "por", "scritto da", "autore", "autori", "a cura di", "door", "auteur s", "geschreven door",
  "skriven av", "skribent", "skrevet av", "skrevet af", "forfatter", "kirjoittaja", "autor artykułu", "autorzy", "napsal",
  "napsala", "autor článku", "szerző", "autorul", "автор", "авторы", "автор статьи", "автори", "аўтар", "yazan", "yazar",
  "συντάκτης", "الكاتب", "بقلم", "المؤلف", "نویسنده", "מאת", "作者", "記者", "撰文", "執筆者", "著者", "글쓴이", "penulis",
  "tác giả", "autorius"
};

/* Whoever reads one of these does not read a name any more; folded. */
static const char *const no_names[] = {
  "read", "min", "mins", "minute", "minutes", "minuten", "lesezeit", "lesedauer", "author", "authors", "autor", "editor",
  "editors", "writer", "writers", "reporter", "correspondent", "analyst", "director", "manager", "founder", "contributor",
  "columnist", "specialist", "senior", "chief", "head", "posts", "post", "view", "more", "all", "follow", "share", "comment",
  "comments", "updated", "published", "posted", "newsletter", "subscribe", "photo", "image", "credit", "the", "insights",
  "reviewed", "from", "latest", "redakteur", "redakteurin", "korrespondent", "korrespondentin", "journaliste", "periodista",
  "kommentare", "uhr", "stand", "quelle", "source", "veröffentlicht", "publié", "publicado", "güncelleme", "обновлено",
  "опубликовано", "редактор"
};

static const char *const joints[] = { " and ", " und ", " et ", " y ", " e ", " og ", " och ", " en ", " i ", " и ",
                                      " та ", " ve ", " & ", ", ", "; ", " | ", " / ", "、", "\n", " · ", " • ", " with ", "，" };

const char *
dp_authors_skip_lead (const char *text)
{
  g_autofree char *lower = NULL;
  gsize length = strlen (text);
  gsize size = MIN (length, LONGEST_LEAD);

  while (size < length && ((guint8) text[size] & 0xc0) == 0x80)
    size--;
  lower = g_utf8_strdown (text, size);
  /* Some letters take more bytes when they are small: then places in one are not those in the other. */
  if (strlen (lower) != size)
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (leads); i++)
    {
      gsize n = strlen (leads[i]);

      if (dp_page_text_begins (lower, leads[i]) &&
          (text[n] == ' ' || text[n] == ':' || g_str_has_prefix (text + n, "\xc2\xa0")))
        {
          const char *p = text + n;

          while (*p == ' ' || *p == ':' || g_str_has_prefix (p, "\xc2\xa0"))
            p += *p == '\xc2' ? 2 : 1;
          return *p != '\0' ? p : NULL;
        }
    }
  return NULL;
}

static gboolean
is_name (const char *name)
{
  guint n_words = 1, n_digits = 0, n_letters = 0;

  if (g_utf8_strlen (name, -1) > LONGEST_NAME || strstr (name, "://") != NULL || strstr (name, "www.") != NULL ||
      strchr (name, '@') != NULL)
    return FALSE;
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      n_words += c == ' ';
      n_digits += g_unichar_isdigit (c) != 0;
      n_letters += g_unichar_isalpha (c) != 0;
    }
  return n_letters >= 2 && n_words <= MOST_WORDS && n_digits <= 2;
}

/* Degrees and the like behind a name: "MD", "Ph.D." */
static gboolean
is_degree (const char *word)
{
  guint n_letters = 0, n_capitals = 0;

  if (strlen (word) > 8)
    return FALSE;
  for (const char *p = word; *p != '\0'; p++)
    {
      if ((guint8) *p >= 0x80 || *p == ' ')
        return FALSE;
      n_letters += g_ascii_isalpha (*p) != 0;
      n_capitals += g_ascii_isupper (*p) != 0;
    }
  return n_letters > 0 && n_letters <= 5 && n_capitals >= 2 && (n_capitals == n_letters || strchr (word, '.') != NULL || g_str_equal (word, "PhD"));
}

static void
add_name (GString *names,
          const char *name)
{
  g_autofree char *trimmed = g_strdup (name);
  const char *rest;
  char *p;

  g_strstrip (trimmed);
  rest = dp_authors_skip_lead (trimmed);
  if (rest != NULL)
    memmove (trimmed, rest, strlen (rest) + 1);
  /* A handle or a place in brackets is no part of the name. */
  p = strchr (trimmed, '(');
  if (p != NULL && p > trimmed)
    *p = '\0';
  g_strstrip (trimmed);
  for (gsize n = strlen (trimmed); n > 0 && strchr (",:;-|", trimmed[n - 1]) != NULL; n--)
    trimmed[n - 1] = '\0';
  g_strstrip (trimmed);
  if (trimmed[0] == '\0' || !is_name (trimmed))
    return;
  for (p = names->str; p != NULL && *p != '\0';)
    {
      char *end = strchrnul (p, '\n');

      if (strncmp (p, trimmed, end - p) == 0 && trimmed[end - p] == '\0')
        return;
      p = *end == '\n' ? end + 1 : end;
    }
  if (names->len > 0)
    g_string_append_c (names, '\n');
  g_string_append (names, trimmed);
}

char *
dp_authors_from_text (const char *text)
{
  g_autoptr (GString) names = g_string_new (NULL);
  const char *start = text;

  if (text[0] == '\0' || strlen (text) > 600 || strstr (text, "://") != NULL)
    return NULL;
  for (const char *p = text; *p != '\0';)
    {
      gsize n = 0;
      gboolean may_join = strchr (" ,;\n\xe3\xef", *p) != NULL; /* what joints begin with */

      for (gsize i = 0; may_join && i < G_N_ELEMENTS (joints) && n == 0; i++)
        {
          if (p[0] == joints[i][0] && (joints[i][1] == '\0' || p[1] == joints[i][1]) && g_str_has_prefix (p, joints[i]))
            n = strlen (joints[i]);
        }
      if (n > 0)
        {
          g_autofree char *name = g_strndup (start, p - start);

          add_name (names, name);
          p += n;
          start = p;
        }
      else
        p++;
    }
  add_name (names, start);
  return names->len > 0 ? g_string_free (g_steal_pointer (&names), FALSE) : NULL;
}

char *
dp_authors_join (const char *a,
                 const char *b)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_auto (GStrv) first = g_strsplit (a, "\n", -1);
  g_auto (GStrv) second = g_strsplit (b, "\n", -1);

  for (guint i = 0; first[i] != NULL; i++)
    add_name (names, first[i]);
  for (guint i = 0; second[i] != NULL; i++)
    add_name (names, second[i]);
  return g_string_free (g_steal_pointer (&names), FALSE);
}

/* The first letters of the words, in lower case: "dw" of "Deutsche Welle" */
static char *
dup_initials (const char *name)
{
  GString *out = g_string_new (NULL);
  gboolean begins = TRUE;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (begins && g_unichar_isalnum (c))
        g_string_append_unichar (out, g_unichar_tolower (c));
      begins = !g_unichar_isalnum (c);
    }
  return g_string_free (out, FALSE);
}

static gboolean
is_word_of (const char *words,
            const char *word)
{
  const char *at = strstr (words, word);

  return at != NULL && (at == words || at[-1] == ' ') && (at[strlen (word)] == ' ' || at[strlen (word)] == '\0');
}

typedef struct
{
  char *name; /* folded */
  gboolean is_host;
} Site;

static void
site_clear (gpointer data)
{
  g_free (((Site *) data)->name);
}

/* What the outlet is called; a page has hardly more than two or three names for it. */
static GArray *
list_sites (DpMetadata *metadata)
{
  GArray *sites = g_array_new (FALSE, FALSE, sizeof (Site));

  g_array_set_clear_func (sites, site_clear);
  for (guint i = 0; i < metadata->candidates->len && sites->len < MOST_SITES; i++)
    {
      const DpFieldValue *c = g_ptr_array_index (metadata->candidates, i);
      Site site;

      if (c->field != DP_FIELD_SITE)
        continue;
      site.name = dp_page_text_fold (c->value, -1);
      site.is_host = c->origin == DP_ORIGIN_LINK;
      g_array_append_val (sites, site);
    }
  return sites;
}

/* Whether it is the outlet that is named, not a person. */
static gboolean
is_outlet (GArray *sites,
           const char *author)
{
  g_autofree char *folded = dp_page_text_fold (author, -1);
  g_autofree char *initials = dup_initials (author);
  gsize n_initials = strlen (initials);

  for (guint i = 0; i < sites->len; i++)
    {
      const Site *site = &g_array_index (sites, Site, i);
      gsize n = strlen (site->name);

      if (n == 0)
        continue;
      /* A part of the host: "gazette" of "news.gazette.example" */
      if (g_str_equal (site->name, folded) || (site->is_host && is_word_of (site->name, folded)))
        return TRUE;
      /* "dw.com" of "Deutsche Welle"; the name with a word more: "Gazette News" */
      if (n_initials >= 2 && g_str_has_prefix (site->name, initials) &&
          (site->name[n_initials] == ' ' || site->name[n_initials] == '\0'))
        return TRUE;
      if (n >= 4 && g_str_has_prefix (folded, site->name) && folded[n] == ' ')
        return TRUE;
    }
  return FALSE;
}

/* (transfer full): the names that are not the outlet; "" if there are none but it */
static char *
dup_without_outlet (GArray *sites,
                    const char *names)
{
  g_auto (GStrv) lines = g_strsplit (names, "\n", -1);
  g_autoptr (GString) rest = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (is_outlet (sites, lines[i]))
        continue;
      if (rest->len > 0)
        g_string_append_c (rest, '\n');
      g_string_append (rest, lines[i]);
    }
  return g_string_free (g_steal_pointer (&rest), FALSE);
}

/* Whether @more has all names of @names, and others. */
static gboolean
has_more (const char *more,
          const char *names)
{
  g_auto (GStrv) first = g_strsplit (names, "\n", -1);
  g_auto (GStrv) second = g_strsplit (more, "\n", -1);

  if (g_strv_length (second) <= g_strv_length (first))
    return FALSE;
  for (guint i = 0; first[i] != NULL; i++)
    {
      if (!g_strv_contains ((const char *const *) second, first[i]))
        return FALSE;
    }
  return TRUE;
}

char *
dp_authors_choose (DpMetadata *metadata)
{
  static const DpOrigin order[] = { DP_ORIGIN_JSON_LD, DP_ORIGIN_META, DP_ORIGIN_OPEN_GRAPH, DP_ORIGIN_MICRODATA,
                                    DP_ORIGIN_PROFILE, DP_ORIGIN_LABEL, DP_ORIGIN_CLASS };
  g_autoptr (GArray) sites = list_sites (metadata);
  g_autofree char *chosen = NULL;
  const char *outlet = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    {
      for (guint k = 0; k < metadata->candidates->len; k++)
        {
          const DpFieldValue *c = g_ptr_array_index (metadata->candidates, k);
          g_autofree char *names = NULL;

          if (c->field != DP_FIELD_AUTHORS || c->origin != order[i])
            continue;
          names = dup_without_outlet (sites, c->value);
          if (names[0] == '\0')
            outlet = outlet != NULL ? outlet : c->value;
          else if (chosen == NULL || (order[i] <= DP_ORIGIN_META && has_more (names, chosen)))
            {
              g_free (chosen);
              chosen = g_steal_pointer (&names);
            }
        }
    }
  if (chosen != NULL)
    return g_steal_pointer (&chosen);
  return g_strdup (outlet != NULL ? outlet : "");
}

static gboolean
is_no_name (const char *word,
            gsize length)
{
  g_autofree char *folded = dp_page_text_fold (word, length);

  for (gsize i = 0; i < G_N_ELEMENTS (no_names); i++)
    {
      if (g_str_equal (no_names[i], folded))
        return TRUE;
    }
  return FALSE;
}

/* Where a part of a line stops to be a name: at a digit and the word before it, which is a month; at the
 * name of an office; at the words that lead to something else. */
static gsize
find_end_of_name (const char *part)
{
  static const char *const stops[] = { " on ", " in ", " for ", " at ", " am ", " vom ", " le ", " el ", " il ", " · ", " ⋅ ", " → ", " // " };
  gsize end = strlen (part);
  gsize digit = strcspn (part, "0123456789");
  const char *word = part;

  if (digit < end)
    {
      end = digit;
      while (end > 0 && part[end - 1] == ' ')
        end--;
      while (end > 0 && part[end - 1] != ' ')
        end--;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (stops); i++)
    {
      const char *stop = strstr (part, stops[i]);

      if (stop != NULL)
        end = MIN (end, (gsize) (stop - part));
    }
  while (*word != '\0' && (gsize) (word - part) < end)
    {
      gsize n = strcspn (word, " ");

      if (is_no_name (word, n))
        end = word - part;
      word += n;
      word += strspn (word, " ");
    }
  return end;
}

char *
dp_authors_from_line (const char *text)
{
  g_autofree char *all = dp_authors_from_text (text);
  g_auto (GStrv) parts = all != NULL ? g_strsplit (all, "\n", -1) : NULL;
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    {
      gsize end = find_end_of_name (parts[i]);
      gboolean is_whole = parts[i][end] == '\0';

      if (is_degree (parts[i]) && names->len > 0)
        continue;
      if (strchr (parts[i], ':') != NULL || g_str_has_prefix (parts[i], "in ") || g_str_has_prefix (parts[i], "on "))
        break;
      parts[i][end] = '\0';
      add_name (names, parts[i]);
      if (!is_whole)
        break;
    }
  return names->len > 0 ? g_string_free (g_steal_pointer (&names), FALSE) : NULL;
}

static gboolean
is_person (const char *name)
{
  static const char *const particles[] = { "von", "van", "de", "der", "den", "di", "da", "do", "dos", "del", "della", "du",
                                           "la", "le", "al", "el", "bin", "ibn", "y", "ter", "ten", "zu", "af", "av", "e" };
  g_auto (GStrv) words = g_strsplit (name, " ", -1);
  guint n = g_strv_length (words);

  if (n < 2 || n > 5)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      gunichar c = g_utf8_get_char (words[i]);

      if (is_no_name (words[i], strlen (words[i])))
        return FALSE;
      if (g_unichar_islower (c) && (i == 0 || !g_strv_contains (particles, words[i])))
        return FALSE;
      if (!g_unichar_isalpha (c) && c != '\'' && c != 0x2019)
        return FALSE;
    }
  return TRUE;
}

gboolean
dp_authors_are_people (const char *names)
{
  g_auto (GStrv) lines = g_strsplit (names, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (!is_person (lines[i]))
        return FALSE;
    }
  return lines[0] != NULL;
}

gboolean
dp_authors_is_label (const char *text)
{
  g_autofree char *folded = strlen (text) < 40 ? dp_page_text_fold (text, -1) : NULL;

  for (gsize i = 0; folded != NULL && i < G_N_ELEMENTS (labels); i++)
    {
      if (g_str_equal (labels[i], folded))
        return TRUE;
    }
  return FALSE;
}

const char *
dp_authors_skip_label (const char *text)
{
  const char *colon = strchr (text, ':');

  if (colon != NULL && colon - text < 40)
    {
      g_autofree char *head = g_strndup (text, colon - text);

      if (dp_authors_is_label (head))
        return colon + 1 + strspn (colon + 1, " ");
    }
  return dp_authors_skip_lead (text);
}

const char *
dp_authors_find_lead (const char *text)
{
  static const char *const inner[] = { " by ", " By ", " BY ", " von ", " Von ", " par ", " Par ", " por ", " Por ", " oleh ", " Oleh " };

  for (gsize i = 0; i < G_N_ELEMENTS (inner); i++)
    {
      const char *at = strstr (text, inner[i]);

      if (at != NULL && at[strlen (inner[i])] != '\0')
        {
          const char *name = at + strlen (inner[i]);
          g_autofree char *names = dp_authors_from_line (name);

          if (names != NULL && dp_authors_are_people (names))
            return name;
        }
    }
  return dp_authors_skip_lead (text);
}
