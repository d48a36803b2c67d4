/* dp-readable.c: bytes from somewhere, and what they are taken for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "intake/dp-readable.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include "intake/dp-charset.h"
#include "intake/dp-intake.h"

/* So much of the beginning is looked at to tell what it is. */
#define SNIFF_SIZE 2048

typedef enum
{
  KIND_HTML,
  KIND_TEXT,
  KIND_OTHER,
} Kind;

/* (nullable): what people call the thing that begins so */
static const char *
name_of_magic (const guint8 *data,
               gsize length)
{
  static const struct
  {
    const char *magic;
    gsize length;
    const char *name;
  } magics[] = {
    { "%PDF-", 5, N_ ("a PDF document") },
    { "PK\003\004", 4, N_ ("an archive or an office document") },
    { "\x89PNG", 4, N_ ("an image") },
    { "\xff\xd8\xff", 3, N_ ("an image") },
    { "GIF8", 4, N_ ("an image") },
    { "RIFF", 4, N_ ("an image, a sound or a film") },
    { "\0\0\0", 3, N_ ("a film") },
    { "ID3", 3, N_ ("a sound") },
    { "OggS", 4, N_ ("a sound or a film") },
    { "\x1f\x8b", 2, N_ ("a compressed file") },
    { "\xd0\xcf\x11\xe0", 4, N_ ("an office document") },
    { "{\\rtf", 5, N_ ("a word processor's document") },
    { "\x7f"
      "ELF",
      4, N_ ("a program") },
    { "SQLite format 3", 15, N_ ("a database") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (magics); i++)
    {
      if (length >= magics[i].length && memcmp (data, magics[i].magic, magics[i].length) == 0)
        return _ (magics[i].name);
    }
  return NULL;
}

static gboolean
is_markup (const char *data,
           gsize length)
{
  static const char *const tags[] = { "!doctype", "html", "head", "body", "meta", "title", "p", "div", "article",
                                      "table", "span", "h1", "h2", "ul", "ol", "a", "b", "blockquote", "section",
                                      "!--", "?xml", "script", "style", "link", "main", "font", "br", "center" };
  const char *p = data, *end = data + MIN (length, SNIFF_SIZE);

  if (length >= 3 && memcmp (p, "\xef\xbb\xbf", 3) == 0)
    p += 3;
  while (p < end && g_ascii_isspace (*p))
    p++;
  if (p >= end || *p != '<')
    return FALSE;
  p++;
  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      gsize n = strlen (tags[i]);

      if ((gsize) (end - p) > n && g_ascii_strncasecmp (p, tags[i], n) == 0 &&
          (!g_ascii_isalnum (p[n]) || g_str_equal (tags[i], "!--")))
        return TRUE;
    }
  return FALSE;
}

/* NUL and other controls that no text has. UTF-16 has NULs, at every other place. */
static gboolean
is_binary (GBytes *bytes)
{
  gsize length, n_controls = 0;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  if (g_str_has_prefix (dp_charset_detect (bytes, NULL, FALSE), "UTF-16"))
    return FALSE;
  /* A NUL at the very end is a clipboard's habit. */
  while (length > 0 && data[length - 1] == 0)
    length--;
  length = MIN (length, SNIFF_SIZE);
  for (gsize i = 0; i < length; i++)
    n_controls += data[i] == 0 || (data[i] < 0x20 && strchr ("\t\n\v\f\r\033\032", data[i]) == NULL);
  return n_controls * 50 > length;
}

static gboolean
has_type (const char *media_type,
          const char *type)
{
  gsize n = strlen (type);

  return g_ascii_strncasecmp (media_type, type, n) == 0 &&
         (type[n - 1] == '/' || media_type[n] == '\0' || media_type[n] == ';' || media_type[n] == ' ');
}

static Kind
find_kind (const DpReadable *self,
           const char **what)
{
  gsize length;
  const char *data = g_bytes_get_data (self->bytes, &length);
  const char *type = self->media_type;

  *what = NULL;
  if (!g_str_has_prefix (dp_charset_detect (self->bytes, NULL, FALSE), "UTF-16"))
    *what = name_of_magic ((const guint8 *) data, length);
  if (*what != NULL || is_binary (self->bytes))
    return KIND_OTHER;
  if (has_type (type, "text/html") || has_type (type, "application/xhtml+xml"))
    return KIND_HTML;
  if (has_type (type, "text/plain") && !g_str_equal (self->origin, "link"))
    return KIND_TEXT;
  if (is_markup (data, length))
    return KIND_HTML;
  if (type[0] == '\0' || has_type (type, "text/") || has_type (type, "application/octet-stream"))
    return KIND_TEXT;
  return KIND_OTHER;
}

DpExtraction *
dp_readable_extract (const DpReadable *self,
                     GError **error)
{
  g_autofree char *charset = dp_charset_dup_from_media_type (self->media_type);
  const char *what;

  switch (find_kind (self, &what))
    {
    case KIND_HTML:
      return dp_extract_html (self->bytes, charset, self->link[0] != '\0' ? self->link : NULL, error);
    case KIND_TEXT:
      return dp_extract_plain (self->bytes, charset, error);
    case KIND_OTHER:
    default:
      if (what != NULL)
        g_set_error (error,
                     DP_INTAKE_ERROR,
                     DP_INTAKE_ERROR_TYPE,
                     /* Translators: %s is something like "an image" or "a PDF document" */
                     _ ("This is %s, neither a web page nor text. Paste its text instead."),
                     what);
      else
        g_set_error_literal (error,
                             DP_INTAKE_ERROR,
                             DP_INTAKE_ERROR_TYPE,
                             _ ("This is neither a web page nor text. Paste its text instead."));
      return NULL;
    }
}

DpArticle *
dp_readable_make_article (const DpReadable *self,
                          GError **error)
{
  g_autoptr (DpExtraction) extraction = dp_readable_extract (self, error);

  if (extraction == NULL)
    return NULL;
  if (extraction->blocks->len == 0)
    {
      g_set_error_literal (error,
                           DP_INTAKE_ERROR,
                           DP_INTAKE_ERROR_EMPTY,
                           g_str_equal (self->origin, "link")
                               ? _ ("There is no text to read in this page. It may be made by a script in the browser: "
                                    "paste the text, or open a saved copy.")
                               : _ ("There is no text to read in it."));
      return NULL;
    }
  return dp_extraction_to_article (extraction);
}
