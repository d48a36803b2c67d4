/* dp-slug.c: a file name out of free text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "base/dp-id.h"

#include <string.h>

/* U+0430 to U+044F, as Russian is written in passports. */
static const char *const cyrillic[] = {
  "a", "b", "v", "g", "d", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p",
  "r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya"
};
/* U+0450 to U+045F: Ukrainian, Belarusian, Serbian, Macedonian. */
static const char *const cyrillic_more[] = {
  "e", "e", "dj", "gj", "ie", "dz", "i", "i", "j", "lj", "nj", "c", "kj", "i", "u", "dz"
};
/* U+03B1 to U+03C9. */
static const char *const greek[] = {
  "a", "v", "g", "d", "e", "z", "i", "th", "i", "k", "l", "m", "n", "x", "o", "p", "r",
  "s", "s", "t", "y", "f", "ch", "ps", "o"
};
/* U+10D0 to U+10F0. */
static const char *const georgian[] = {
  "a", "b", "g", "d", "e", "v", "z", "t", "i", "k", "l", "m", "n", "o", "p", "zh", "r",
  "s", "t", "u", "p", "k", "gh", "q", "sh", "ch", "ts", "dz", "ts", "ch", "kh", "j", "h"
};
/* U+0561 to U+0587. */
static const char *const armenian[] = {
  "a", "b", "g", "d", "e", "z", "e", "y", "t", "zh", "i", "l", "kh", "ts", "k", "h", "dz",
  "gh", "ch", "m", "y", "n", "sh", "o", "ch", "p", "j", "r", "s", "v", "t", "r", "ts", "v",
  "p", "k", "o", "f", "ev"
};

/* Letters outside the rows above: Cyrillic of the Turkic languages, and Latin that is no letter with
 * an accent. */
static const struct
{
  gunichar letter;
  const char *ascii;
} single_letters[] = {
  { 0x0491, "g" },
  { 0x0493, "gh" },
  { 0x049B, "q" },
  { 0x04A3, "ng" },
  { 0x04AF, "u" },
  { 0x04B1, "u" },
  { 0x04BB, "h" },
  { 0x04D9, "a" },
  { 0x04E9, "o" },
  { 0x00DF, "ss" },
  { 0x00F0, "d" },
  { 0x00F8, "o" },
  { 0x00FE, "th" },
  { 0x0111, "d" },
  { 0x0127, "h" },
  { 0x0131, "i" },
  { 0x0142, "l" },
  { 0x014B, "ng" },
  { 0x0167, "t" },
  { 0x0259, "a" },
};

/* What of @text decides how one of its letters is read. */
typedef struct
{
  gboolean is_ukrainian; /* or Belarusian */
  gboolean has_y;        /* ы, which Ukrainian lacks */
} Habits;

static Habits
find_habits (const char *text)
{
  Habits habits = { 0 };

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_unichar_tolower (g_utf8_get_char (p));

      if (c == 0x0456 || c == 0x0457 || c == 0x0454 || c == 0x0491 || c == 0x045E)
        habits.is_ukrainian = TRUE;
      if (c == 0x044B)
        habits.has_y = TRUE;
    }
  return habits;
}

static const char *
look_up_cyrillic (gunichar c,
                  const Habits *habits)
{
  if (habits->is_ukrainian && c == 0x0433)
    return "h";
  if (habits->is_ukrainian && !habits->has_y && c == 0x0438)
    return "y";
  if (c >= 0x0450)
    return cyrillic_more[c - 0x0450];
  return cyrillic[c - 0x0430];
}

/* Two letters that stand for one sound: Greek and Armenian write "u" so. */
static const char *
look_up_after (gunichar c,
               gunichar before)
{
  if (c == 0x03C5 && before == 0x03BF)
    return "u";
  if (c == 0x03C5 && (before == 0x03B1 || before == 0x03B5))
    return "v";
  return NULL;
}

/* @c is lower case. NULL when none of the tables has it. */
static const char *
look_up (gunichar c,
         gunichar before,
         const Habits *habits)
{
  const char *ascii = look_up_after (c, before);

  if (ascii != NULL)
    return ascii;
  if (c >= 0x0430 && c <= 0x045F)
    return look_up_cyrillic (c, habits);
  if (c >= 0x03B1 && c <= 0x03C9)
    return greek[c - 0x03B1];
  if (c >= 0x10D0 && c <= 0x10F0)
    return georgian[c - 0x10D0];
  if (c >= 0x2D00 && c <= 0x2D20)
    return georgian[c - 0x2D00];
  if (c >= 0x0561 && c <= 0x0587)
    return armenian[c - 0x0561];
  for (guint i = 0; i < G_N_ELEMENTS (single_letters); i++)
    if (single_letters[i].letter == c)
      return single_letters[i].ascii;
  return NULL;
}

static void
append_hyphen (GString *slug)
{
  if (slug->len > 0 && slug->str[slug->len - 1] != '-')
    g_string_append_c (slug, '-');
}

static void
append_ascii (GString *slug,
              const char *ascii)
{
  for (const char *p = ascii; *p != '\0'; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (slug, g_ascii_tolower (*p));
}

/* GLib knows the letters of Latin; its answer for what it does not know is "?". The locale must
 * not matter: a name has to be the same everywhere. */
static void
append_latin (GString *slug,
              gunichar c)
{
  char utf8[7] = { 0 };
  g_autofree char *ascii = NULL;

  g_unichar_to_utf8 (c, utf8);
  ascii = g_str_to_ascii (utf8, "C");
  if (strspn (ascii, "?") == strlen (ascii))
    append_hyphen (slug);
  else
    append_ascii (slug, ascii);
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x02BC || c == 0x02BB || c == 0x00AD;
}

static void
append_letter (GString *slug,
               gunichar c,
               gunichar before,
               const Habits *habits)
{
  const char *ascii;
  gunichar parts[8];
  gsize n_parts;

  ascii = look_up (c, before, habits);
  /* Accents go, but only after the letter has been looked up whole: й is more than и. */
  if (ascii == NULL && c >= 0x80)
    {
      n_parts = g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts));
      if (n_parts > 1)
        {
          c = parts[0];
          ascii = look_up (c, before, habits);
        }
    }
  if (c == 0x0582 && before == 0x0578 && slug->len > 0 && slug->str[slug->len - 1] == 'o')
    {
      /* Armenian ու */
      slug->str[slug->len - 1] = 'u';
      return;
    }
  if (ascii != NULL)
    append_ascii (slug, ascii);
  else if (g_unichar_isalnum (c))
    append_latin (slug, c);
  else if (!is_apostrophe (c) && !g_unichar_ismark (c))
    append_hyphen (slug);
}

static void
cut (GString *slug,
     gsize max_length)
{
  while (slug->len > 0 && slug->str[slug->len - 1] == '-')
    g_string_truncate (slug, slug->len - 1);
  if (slug->len <= max_length)
    return;
  if (slug->str[max_length] != '-')
    {
      const char *hyphen = g_strrstr_len (slug->str, (gssize) max_length, "-");

      /* A first word that is too long by itself is cut where it must be. */
      if (hyphen != NULL)
        max_length = (gsize) (hyphen - slug->str);
    }
  g_string_truncate (slug, max_length);
}

char *
dp_slug (const char *text,
         gsize max_length)
{
  GString *slug = g_string_new (NULL);
  g_autofree char *valid = NULL;
  g_autofree char *composed = NULL;
  gunichar before = 0;
  Habits habits;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  composed = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL_COMPOSE);
  habits = find_habits (composed);
  for (const char *p = composed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_unichar_tolower (g_utf8_get_char (p));

      append_letter (slug, c, before, &habits);
      before = c;
    }
  cut (slug, max_length);
  return g_string_free (slug, FALSE);
}
