/* dp-quotation.c: the words of an article with where they are from, for other programs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-quotation.h"

#include <glib/gi18n.h>

#include "app/dp-phrases.h"
#include "text/dp-language.h"

static const char *
get_link (DpArticle *article)
{
  return *dp_article_get_canonical (article) != '\0' ? dp_article_get_canonical (article) : dp_article_get_link (article);
}

/* Only an address that a browser may follow becomes one in the copy. */
static gboolean
is_web_link (const char *link)
{
  g_autofree char *scheme = g_uri_parse_scheme (link);

  return scheme != NULL && (g_ascii_strcasecmp (scheme, "https") == 0 || g_ascii_strcasecmp (scheme, "http") == 0);
}

static void
append (GString *text,
        const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  /* Translators: between author, title, outlet and date of what is quoted */
  g_string_append_printf (text, "%s%s", text->len > 0 ? _ (", ") : "", part);
}

/* Each part as it is, or as HTML. */
static char *
dup_source (DpArticle *article,
            gboolean is_html)
{
  GString *text = g_string_new (NULL);
  g_autofree char *authors = g_strjoinv (_ (", "), (char **) dp_article_get_authors (article));
  g_autofree char *title = dp_article_get_title (article)[0] != '\0' ? g_strdup_printf (_ ("“%s”"), dp_article_get_title (article)) : NULL;
  g_autofree char *date = dp_phrase_date (dp_article_get_published (article));
  const char *parts[] = { authors, title, dp_article_get_outlet (article), date, get_link (article) };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *escaped = parts[i] != NULL ? g_markup_escape_text (parts[i], -1) : NULL;
      g_autofree char *part = NULL;

      if (!is_html)
        part = g_strdup (parts[i]);
      else if (parts[i] == title && title != NULL)
        part = g_strdup_printf ("<cite>%s</cite>", escaped);
      else if (i == G_N_ELEMENTS (parts) - 1 && is_web_link (parts[i]))
        part = g_strdup_printf ("<a href=\"%s\">%s</a>", escaped, escaped);
      else
        part = g_strdup (escaped);
      append (text, part);
    }
  return g_string_free (text, FALSE);
}

char *
dp_quotation_dup_text (DpArticle *article,
                       DpSpan span)
{
  g_autofree char *words = NULL;
  g_autofree char *source = NULL;

  g_return_val_if_fail (DP_IS_ARTICLE (article), NULL);

  words = g_strstrip (dp_offsets_dup_text (dp_article_get_offsets (article), span));
  source = dup_source (article, FALSE);
  if (*source == '\0')
    return g_strdup_printf (_ ("“%s”"), words);
  /* Translators: a quotation (first) with where it is from (second) */
  return g_strdup_printf (_ ("“%s” — %s"), words, source);
}

char *
dp_quotation_dup_html (DpArticle *article,
                       DpSpan span)
{
  g_autofree char *words = NULL;
  g_autofree char *source = NULL;
  g_auto (GStrv) lines = NULL;
  const char *language;
  GString *html;

  g_return_val_if_fail (DP_IS_ARTICLE (article), NULL);

  words = g_strstrip (dp_offsets_dup_text (dp_article_get_offsets (article), span));
  source = dup_source (article, TRUE);
  language = dp_article_get_language (article);
  html = g_string_new ("<blockquote");
  if (is_web_link (get_link (article)))
    {
      g_autofree char *attribute = g_markup_printf_escaped (" cite=\"%s\"", get_link (article));

      g_string_append (html, attribute);
    }
  if (*language != '\0')
    {
      g_autofree char *attribute = g_markup_printf_escaped (" lang=\"%s\"", language);

      g_string_append (html, attribute);
    }
  g_string_append_printf (html, " dir=\"%s\">", dp_text_get_direction (words, -1) == DP_DIRECTION_RTL ? "rtl" : "ltr");
  lines = g_strsplit (words, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = g_markup_escape_text (lines[i], -1);

      g_string_append_printf (html, "<p>%s</p>", line);
    }
  g_string_append (html, "</blockquote>");
  if (*source != '\0')
    g_string_append_printf (html, "<p>— %s</p>", source);
  return g_string_free (html, FALSE);
}

void
dp_quotation_copy (GdkClipboard *clipboard,
                   DpArticle *article,
                   DpSpan span)
{
  g_autofree char *text = dp_quotation_dup_text (article, span);
  char *html = dp_quotation_dup_html (article, span);
  g_autoptr (GBytes) bytes = g_bytes_new_take (html, strlen (html));
  GdkContentProvider *both[] = {
    gdk_content_provider_new_for_bytes ("text/html", bytes),
    gdk_content_provider_new_typed (G_TYPE_STRING, text),
  };
  g_autoptr (GdkContentProvider) provider = gdk_content_provider_new_union (both, G_N_ELEMENTS (both));

  gdk_clipboard_set_content (clipboard, provider);
}
