/* dp-body-words.c: what the words of a line say about its place in a page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "intake/dp-body-words.h"

#include <string.h>
#include "intake/dp-page-text.h"

/* All words are folded: lower case, without marks. */

gboolean
dp_body_words_are_colophon (const char *text,
                            gsize length)
{
  /* Where the line begins, or anywhere in a short one. */
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
  g_autofree char *folded = dp_page_text_fold (text, length);

  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      if (dp_page_text_begins (folded, starts[i]))
        return TRUE;
    }
  return strstr (folded, "all rights reserved") != NULL || strstr (folded, "newsletter") != NULL;
}

gboolean
dp_body_words_are_signpost (const char *text,
                            gsize length,
                            const char *site)
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
  g_autofree char *folded = dp_page_text_fold (text, length);
  g_autofree char *name = site != NULL ? dp_page_text_fold (site, -1) : NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      gsize n = strlen (starts[i]);

      if (dp_page_text_begins (folded, starts[i]) && (folded[n] == '\0' || folded[n] == ' ') &&
          strlen (folded) < n + 16)
        return TRUE;
    }
  /* "More Gazette" */
  return name != NULL && name[0] != '\0' && g_str_has_prefix (folded, "more ") && g_str_equal (folded + strlen ("more "), name);
}

static gboolean
has_one_of (const char *folded,
            const char *const *phrases,
            gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      if (strstr (folded, phrases[i]) != NULL)
        return TRUE;
    }
  return FALSE;
}

gboolean
dp_body_words_are_disclaimer (const char *text,
                              gsize length)
{
  static const char *const phrases[] = {
    "not intended to replace", "not a substitute for", "general information only", "informational purposes only",
    "information purposes only", "informational and educational purposes", "consult a qualified", "not constitute an endorsement",
    "not constitute financial", "not constitute legal", "not provide tax", "registered investment advis",
    "earn a commission", "earn commission", "affiliate commission", "affiliate disclosure",
    "mit einem risiko verbunden", "your capital is at risk", "ersetzt keine ärztliche", "keine anlageberatung", "ne constitue pas un conseil",
    "ne remplace pas un avis", "no constituye asesoramiento", "no sustituye", "não substitui", "non costituisce",
    "не является индивидуальной инвестиционной"
  };
  g_autofree char *folded = dp_page_text_fold (text, length);

  return has_one_of (folded, phrases, G_N_ELEMENTS (phrases));
}

gboolean
dp_body_words_are_about_comments (const char *text,
                                  gsize length)
{
  static const char *const comments[] = { "comments", "comentários", "comentarios", "commentaires", "commenti", "kommentare",
                                          "kommentarer", "reacties", "komentarze", "komentáře", "комментари", "коментар", "yorumlar",
                                          "التعليقات", "コメント", "评论" };
  static const char *const rules[] = { "moderat", "modéré", "moderad", "approved", "aprovad", "aprobad", "respeito", "respeto", "guidelines",
                                       "netiquette", "freigeschaltet", "house rules", "terms of use", "правила", "модерац", "kuralları",
                                       "zasady", "pravidla", "承認" };
  g_autofree char *folded = dp_page_text_fold (text, length);

  return has_one_of (folded, comments, G_N_ELEMENTS (comments)) && has_one_of (folded, rules, G_N_ELEMENTS (rules));
}

gboolean
dp_body_words_are_review (const char *text,
                          gsize length)
{
  static const char *const starts[] = { "reviewed by ", "medically reviewed", "fact checked by", "edited by ", "fact check by" };
  g_autofree char *folded = dp_page_text_fold (text, MIN (length, 80));

  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      if (dp_page_text_begins (folded, starts[i]))
        return TRUE;
    }
  return FALSE;
}

/* "Ada Example is a reporter ..." */
static gboolean
is_followed_by_verb (const char *rest)
{
  static const char *const verbs[] = { " is ", " was ", " has ", " writes ", " covers ", " joined ", " works ", " ist ", " war ", " arbeitet ",
                                       " schreibt ", " est ", " es ", " escribe ", " é ", " è ", " scrive ", " er ", " jest ", " pisze " };

  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      const char *at = strstr (rest, verbs[i]);

      if (at != NULL && at - rest < 24)
        return TRUE;
    }
  return FALSE;
}

gboolean
dp_body_words_are_about_author (const char *text,
                                gsize length,
                                const char *author)
{
  g_autofree char *folded = dp_page_text_fold (text, MIN (length, 240));
  g_autofree char *name = dp_page_text_fold (author, -1);
  const char *start = g_str_has_prefix (folded, "dr ") ? folded + 3 : folded;
  char *space = strchr (name, ' ');

  if (space == NULL)
    return FALSE;
  if (g_str_has_prefix (start, name) && is_followed_by_verb (start + strlen (name)))
    return TRUE;
  /* By the first name alone. */
  *space = '\0';
  return strlen (name) >= 3 && g_str_has_prefix (start, name) && start[strlen (name)] == ' ' &&
         (g_str_has_prefix (start + strlen (name), " has ") || g_str_has_prefix (start + strlen (name), " is a") ||
          g_str_has_prefix (start + strlen (name), " ist "));
}
