/* dp-language-guess.c: the language of a text by its letters and small words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "intake/dp-language-guess.h"

#include <string.h>

#define WINDOW 4000 /* code points looked at */
#define LEAST_LETTERS 40

/* Small words between spaces. Of two languages with the same score the first counts. */
static const struct
{
  const char *language;
  const char *words;
} latin[] = {
  { "en", " the of and to in is that for was with on are have by from this " },
  { "de", " der die und das den von zu mit nicht ist auf für sich des dem ein eine auch " },
  { "fr", " le la les des et en du une que est pour dans qui sur pas au par plus " },
  { "es", " el la los las de que y en un por con para del una se no su al " },
  { "pt", " o a os as de que e em um uma para com não do da dos das no na por " },
  { "it", " il la di che e un per non una del della con sono le gli dei alla più " },
  { "nl", " de het een van en in is dat op te zijn voor met niet aan er ook " },
  { "pl", " i w na z do nie się że to jest o jak po co od przez są " },
  { "cs", " a v na se je že s z do o i za pro by ale jako který " },
  { "sv", " och i att det som en på är av för med till den har inte ett " },
  { "da", " og i at det som en på er af for med til den har ikke et de " },
  { "nb", " og i at det som en på er av for med til den har ikke et de " },
  { "fi", " ja on ei että se oli hän mutta ovat kun myös joka mukaan " },
  { "tr", " ve bir bu da de için ile olarak daha çok olan gibi " },
  { "ro", " și de la a în cu pe că nu este din pentru care o un " },
  { "hu", " a az és hogy nem is egy van meg ez volt csak " },
  { "id", " yang dan di dengan untuk dari ini pada tidak dalam itu akan " },
};

static const char *
guess_latin (const char *lower)
{
  g_auto (GStrv) words = g_strsplit_set (lower, " \n\t.,;:!?()\"", -1);
  const char *best = "";
  guint best_hits = 0, n_words = g_strv_length (words);

  for (gsize i = 0; i < G_N_ELEMENTS (latin); i++)
    {
      guint hits = 0;

      for (guint k = 0; k < n_words; k++)
        {
          char padded[24];

          if (words[k][0] == '\0' || strlen (words[k]) > 16)
            continue;
          g_snprintf (padded, sizeof padded, " %s ", words[k]);
          hits += strstr (latin[i].words, padded) != NULL;
        }
      if (hits > best_hits)
        {
          best_hits = hits;
          best = latin[i].language;
        }
    }
  return best_hits >= 3 && best_hits * 12 >= n_words ? best : "";
}

static gboolean
has_any (const char *text,
         const char *letters)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_utf8_strchr (letters, -1, g_utf8_get_char (p)) != NULL)
        return TRUE;
    }
  return FALSE;
}

const char *
dp_language_guess (const char *text)
{
  static const struct
  {
    GUnicodeScript script;
    const char *language;
  } scripts[] = {
    { G_UNICODE_SCRIPT_HIRAGANA, "ja" }, { G_UNICODE_SCRIPT_KATAKANA, "ja" }, { G_UNICODE_SCRIPT_HANGUL, "ko" }, { G_UNICODE_SCRIPT_HAN, "zh" }, { G_UNICODE_SCRIPT_ARABIC, "ar" }, { G_UNICODE_SCRIPT_HEBREW, "he" }, { G_UNICODE_SCRIPT_GREEK, "el" }, { G_UNICODE_SCRIPT_THAI, "th" }, { G_UNICODE_SCRIPT_DEVANAGARI, "hi" }, { G_UNICODE_SCRIPT_BENGALI, "bn" }, { G_UNICODE_SCRIPT_TAMIL, "ta" }, { G_UNICODE_SCRIPT_GEORGIAN, "ka" }, { G_UNICODE_SCRIPT_ARMENIAN, "hy" }, { G_UNICODE_SCRIPT_ETHIOPIC, "am" }, { G_UNICODE_SCRIPT_CYRILLIC, "ru" }, { G_UNICODE_SCRIPT_LATIN, "" }
  };
  guint counts[G_N_ELEMENTS (scripts)] = { 0 };
  guint n_letters = 0, n_looked = 0, best = G_N_ELEMENTS (scripts) - 1;
  const char *end = text;
  g_autofree char *lower = NULL;

  for (; *end != '\0' && n_looked < WINDOW; end = g_utf8_next_char (end), n_looked++)
    {
      gunichar c = g_utf8_get_char (end);
      GUnicodeScript script;

      if (!g_unichar_isalpha (c))
        continue;
      n_letters++;
      script = g_unichar_get_script (c);
      for (gsize i = 0; i < G_N_ELEMENTS (scripts); i++)
        counts[i] += scripts[i].script == script;
    }
  if (n_letters < LEAST_LETTERS)
    return "";
  lower = g_utf8_strdown (text, end - text);
  /* Japanese is mostly Han, but never without kana. */
  if (counts[0] + counts[1] > n_letters / 20)
    return "ja";
  for (gsize i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      if (counts[i] > counts[best])
        best = i;
    }
  switch (scripts[best].script)
    {
    case G_UNICODE_SCRIPT_LATIN:
      return guess_latin (lower);
    case G_UNICODE_SCRIPT_CYRILLIC:
      if (has_any (lower, "қңғүұһә"))
        return "kk";
      if (has_any (lower, "ўі") && has_any (lower, "ў"))
        return "be";
      if (has_any (lower, "їєґі"))
        return "uk";
      if (has_any (lower, "ђћџљњ"))
        return "sr";
      return has_any (lower, "ыэё") ? "ru" : "bg";
    case G_UNICODE_SCRIPT_ARABIC:
      if (has_any (lower, "ٹڈڑے"))
        return "ur";
      return has_any (lower, "پچژگ") ? "fa" : "ar";
    default:
      return scripts[best].language;
    }
}
