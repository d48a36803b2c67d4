/* dp-charset.c: bytes of a page or a text to UTF-8
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "intake/dp-charset.h"

#include <errno.h>
#include <string.h>

#define META_WINDOW 4096
#define GUESS_WINDOW (64 * 1024)

/* Labels whose usual meaning on the web is not what iconv takes them for (WHATWG Encoding). */
static const struct
{
  const char *label;
  const char *name;
} labels[] = {
  { "utf8", "UTF-8" },
  { "unicode-1-1-utf-8", "UTF-8" },
  { "ascii", "WINDOWS-1252" },
  { "us-ascii", "WINDOWS-1252" },
  { "iso-8859-1", "WINDOWS-1252" },
  { "iso8859-1", "WINDOWS-1252" },
  { "iso_8859-1", "WINDOWS-1252" },
  { "latin1", "WINDOWS-1252" },
  { "latin-1", "WINDOWS-1252" },
  { "l1", "WINDOWS-1252" },
  { "ansi", "WINDOWS-1252" },
  { "x-cp1252", "WINDOWS-1252" },
  { "iso-8859-9", "WINDOWS-1254" },
  { "latin5", "WINDOWS-1254" },
  { "x-cp1251", "WINDOWS-1251" },
  { "win-1251", "WINDOWS-1251" },
  { "iso-8859-11", "CP874" },
  { "tis-620", "CP874" },
  { "windows-874", "CP874" },
  { "iso-8859-8-i", "ISO-8859-8" },
  { "koi8", "KOI8-R" },
  { "koi", "KOI8-R" },
  { "koi8-ru", "KOI8-U" },
  { "gb2312", "GB18030" },
  { "gb_2312-80", "GB18030" },
  { "gbk", "GB18030" },
  { "x-gbk", "GB18030" },
  { "shift_jis", "CP932" },
  { "shift-jis", "CP932" },
  { "sjis", "CP932" },
  { "x-sjis", "CP932" },
  { "windows-31j", "CP932" },
  { "x-euc-jp", "EUC-JP" },
  { "euc-kr", "CP949" },
  { "ks_c_5601-1987", "CP949" },
  { "korean", "CP949" },
  { "big5", "BIG5-HKSCS" },
  { "x-x-big5", "BIG5-HKSCS" },
  { "macintosh", "MACINTOSH" },
  { "x-mac-cyrillic", "MAC-CYRILLIC" },
};

/* (nullable): a name iconv knows for @label; interned, as callers keep it */
static const char *
resolve_label (const char *label,
               gsize length)
{
  g_autofree char *lower = NULL;
  GIConv converter;

  while (length > 0 && g_ascii_isspace (*label))
    {
      label++;
      length--;
    }
  while (length > 0 && g_ascii_isspace (label[length - 1]))
    length--;
  if (length == 0 || length > 40)
    return NULL;
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isalnum (label[i]) && strchr ("-_.:", label[i]) == NULL)
        return NULL;
    }
  lower = g_ascii_strdown (label, length);
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      if (g_str_equal (labels[i].label, lower))
        return labels[i].name;
    }
  converter = g_iconv_open ("UTF-8", lower);
  if (converter == (GIConv) -1)
    return NULL;
  g_iconv_close (converter);
  if (g_str_equal (lower, "utf-8"))
    return "UTF-8";
  /* Only names that exist reach this, so what is interned stays bounded. */
  return g_intern_string (lower);
}

static gboolean
is_utf16_name (const char *name)
{
  return g_ascii_strncasecmp (name, "utf-16", 6) == 0 || g_ascii_strncasecmp (name, "utf16", 5) == 0 ||
         g_ascii_strncasecmp (name, "utf-32", 6) == 0 || g_ascii_strncasecmp (name, "ucs", 3) == 0 ||
         g_ascii_strncasecmp (name, "utf-7", 5) == 0;
}

/* Finds "charset" inside a meta element of the first bytes. */
static const char *
find_meta_charset (const char *data,
                   gsize length)
{
  const char *end;

  if (length == 0)
    return NULL; /* then there are no data either */
  end = data + MIN (length, META_WINDOW);
  for (const char *p = data; (p = memchr (p, '<', end - p)) != NULL; p++)
    {
      const char *close;

      if (end - p < 6 || (g_ascii_strncasecmp (p, "<meta", 5) != 0 && strncmp (p, "<?xml", 5) != 0))
        continue;
      close = memchr (p, '>', end - p);
      if (close == NULL)
        break;
      for (const char *q = p + 5; q + 8 < close; q++)
        {
          gboolean is_xml = p[1] == '?';
          const char *start;

          if (g_ascii_strncasecmp (q, is_xml ? "encoding" : "charset", is_xml ? 8 : 7) != 0)
            continue;
          q += is_xml ? 8 : 7;
          while (q < close && (g_ascii_isspace (*q) || *q == '=' || *q == '"' || *q == '\''))
            q++;
          start = q;
          while (q < close && (g_ascii_isalnum (*q) || strchr ("-_.:", *q) != NULL))
            q++;
          if (q > start)
            {
              const char *name = resolve_label (start, q - start);

              if (name != NULL)
                return is_utf16_name (name) ? "UTF-8" : name;
            }
        }
    }
  return NULL;
}

/* UTF-16 without a mark: most bytes of one parity are NUL, hardly any of the other. */
static const char *
find_utf16 (const guint8 *data,
            gsize length)
{
  gsize n = MIN (length, 1024) & ~(gsize) 1;
  gsize even = 0, odd = 0;

  if (n < 4)
    return NULL;
  for (gsize i = 0; i < n; i += 2)
    {
      even += data[i] == 0;
      odd += data[i + 1] == 0;
    }
  if (odd * 4 > n && even * 16 < n)
    return "UTF-16LE";
  if (even * 4 > n && odd * 16 < n)
    return "UTF-16BE";
  return NULL;
}

typedef struct
{
  gsize n_good; /* sequences of more than one byte */
  gsize n_bad;
} Utf8Count;

static Utf8Count
count_utf8 (const char *data,
            gsize length)
{
  Utf8Count count = { 0, 0 };
  const char *p = data, *end = data + length;

  while (p < end)
    {
      gunichar c;

      if ((guint8) *p < 0x80)
        {
          p++;
          continue;
        }
      c = g_utf8_get_char_validated (p, end - p);
      if (c == (gunichar) -2)
        {
          /* Cut at the end: the last sequence of many, or no sequence at all. */
          count.n_bad += count.n_good == 0;
          break;
        }
      if (c == (gunichar) -1)
        {
          count.n_bad++;
          p++;
        }
      else
        {
          count.n_good++;
          p = g_utf8_next_char (p);
        }
    }
  return count;
}

/* How much @text reads like a language: letters that are frequent where @name is used, in lower case,
 * beside each other. */
static double
score_decoded (const char *text,
               const char *frequent)
{
  gsize n_high = 0, n_frequent = 0, n_bad = 0;
  gunichar before = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= 0x80)
        {
          n_high++;
          if (c == 0xfffd || (c >= 0x80 && c < 0xa0) || (c >= 0x2500 && c < 0x2600))
            n_bad += 4;
          else if (g_utf8_strchr (frequent, -1, c) != NULL)
            n_frequent++;
          /* Letters of two alphabets in one word, too. */
          if (c >= 0x370 && c < 0x1000 && before < 0x80 && g_ascii_isalpha (before))
            n_bad += 2;
          /* A capital in the middle of a word is the mark of a wrong Cyrillic code page. */
          if (g_unichar_isupper (c) && g_unichar_islower (before) && before >= 0x80)
            n_bad++;
        }
      before = c;
    }
  /* A handful of letters says nothing. */
  return n_high < 6 ? 0 : ((double) n_frequent - (double) n_bad) / (double) n_high;
}

static GString *decode_with (const guint8 *data,
                             gsize length,
                             const char *name);

static const char *
guess_by_content (const char *data,
                  gsize length)
{
  static const struct
  {
    const char *name;
    const char *frequent;
    double least;
  } guesses[] = {
    { "WINDOWS-1251", "оеаинтсрвл", 0.45 },
    { "KOI8-R", "оеаинтсрвл", 0.45 },
    { "CP866", "оеаинтсрвл", 0.45 },
    { "WINDOWS-1253", "αοιετσνηυρςό", 0.45 },
    { "WINDOWS-1255", "יולהמארתבש", 0.5 },
    { "WINDOWS-1256", "ايلمنورتبع", 0.5 },
    { "CP874", "านรกอเงมยลวดทสตะปบคหแจพชขใไโผ่้ัีิ็", 0.55 },
    { "GB18030", "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年", 0.06 },
    { "EUC-JP", "のにはをたがでとしるいなれかさてもこっりまん、。", 0.2 },
    { "CP932", "のにはをたがでとしるいなれかさてもこっりまん、。", 0.2 },
    { "CP949", "이다는의에가을고하지로한를은사기", 0.1 },
    { "BIG5-HKSCS", "的一是不了在人有我他這中大來上國個到說們為子和你地出道也時年", 0.06 },
    { "WINDOWS-1250", "áéíýěšščřžůąęłńóśźżőűăîâ", 0.75 },
    { "WINDOWS-1254", "ıışğüöç", 0.9 },
  };
  g_autoptr (GString) high = g_string_new (NULL);
  const char *best = "WINDOWS-1252";
  double best_score = 0;

  /* Only the neighbourhood of high bytes speaks; it is little even on a large page. */
  for (gsize i = 0; i < length && high->len < GUESS_WINDOW; i++)
    {
      if ((guint8) data[i] >= 0x80 || (i > 0 && (guint8) data[i - 1] >= 0x80) ||
          (i + 1 < length && (guint8) data[i + 1] >= 0x80))
        g_string_append_c (high, data[i]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (guesses); i++)
    {
      g_autoptr (GString) text = decode_with ((const guint8 *) high->str, high->len, guesses[i].name);
      double score = score_decoded (text->str, guesses[i].frequent) / guesses[i].least;

      if (score >= 1 && score > best_score)
        {
          best_score = score;
          best = guesses[i].name;
        }
    }
  return best;
}

const char *
dp_charset_detect (GBytes *bytes,
                   const char *declared,
                   gboolean is_html)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  const guint8 *raw = (const guint8 *) data;
  const char *name, *named;
  Utf8Count count;

  if (length >= 3 && raw[0] == 0xef && raw[1] == 0xbb && raw[2] == 0xbf)
    return "UTF-8";
  if (length >= 2 && raw[0] == 0xff && raw[1] == 0xfe)
    return "UTF-16LE";
  if (length >= 2 && raw[0] == 0xfe && raw[1] == 0xff)
    return "UTF-16BE";
  name = find_utf16 (raw, length);
  if (name != NULL)
    return name;

  count = count_utf8 (data, length);
  named = declared != NULL ? resolve_label (declared, strlen (declared)) : NULL;
  if (named != NULL && is_utf16_name (named))
    named = NULL; /* the bytes would have shown it */
  if (named == NULL && is_html)
    named = find_meta_charset (data, length);
  else if (named != NULL && is_html && g_str_equal (named, "UTF-8") && count.n_bad > 0)
    {
      /* The header is wrong about the bytes: the page itself may know better. */
      const char *meta = find_meta_charset (data, length);

      if (meta != NULL)
        named = meta;
    }

  if (count.n_bad == 0)
    {
      /* ISO-2022 is pure ASCII to look at; all else that validates by chance is UTF-8. */
      if (count.n_good == 0 && named != NULL && g_ascii_strncasecmp (named, "iso-2022", 8) == 0)
        return named;
      return "UTF-8";
    }
  if (named != NULL && !g_str_equal (named, "UTF-8"))
    return named;
  /* A few broken bytes in much good UTF-8 are an accident, not another charset. */
  if (count.n_good >= count.n_bad * 4)
    return "UTF-8";
  return guess_by_content (data, length);
}

static void
append_utf8_lossy (GString *out,
                   const char *data,
                   gsize length)
{
  const char *p = data, *end = data + length;

  while (p < end)
    {
      const char *valid_end;

      g_utf8_validate_len (p, end - p, &valid_end);
      g_string_append_len (out, p, valid_end - p);
      p = valid_end;
      if (p >= end)
        break;
      if (*p != '\0')
        {
          g_string_append (out, "\xef\xbf\xbd");
          /* One sign for the rest of a broken sequence as well. */
          for (p++; p < end && ((guint8) *p & 0xc0) == 0x80; p++)
            ;
        }
      else
        p++;
    }
}

static GString *
decode_with (const guint8 *data,
             gsize length,
             const char *name)
{
  GString *out = g_string_sized_new (length + length / 4 + 16);
  GIConv converter;
  char *in = (char *) data;
  gsize left = length;
  char buffer[8192];

  if (g_str_equal (name, "UTF-8"))
    {
      append_utf8_lossy (out, (const char *) data, length);
      return out;
    }
  converter = g_iconv_open ("UTF-8", name);
  if (converter == (GIConv) -1)
    {
      append_utf8_lossy (out, (const char *) data, length);
      return out;
    }
  while (left > 0)
    {
      char *write = buffer;
      gsize room = sizeof buffer;
      gsize result = g_iconv (converter, &in, &left, &write, &room);
      int error = errno;

      append_utf8_lossy (out, buffer, write - buffer);
      if (result != (gsize) -1)
        break;
      if (error == E2BIG)
        continue;
      /* A byte that means nothing, or half a character at the end. */
      g_string_append (out, "\xef\xbf\xbd");
      in++;
      left--;
      g_iconv (converter, NULL, NULL, NULL, NULL);
    }
  g_iconv_close (converter);
  return out;
}

GString *
dp_charset_decode (GBytes *bytes,
                   const char *declared,
                   gboolean is_html)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  const char *name = dp_charset_detect (bytes, declared, is_html);
  g_autoptr (GString) out = NULL;

  out = decode_with (data, length, name);
  if (g_str_has_prefix (out->str, "\xef\xbb\xbf"))
    g_string_erase (out, 0, 3);
  return g_steal_pointer (&out);
}

char *
dp_charset_dup_from_media_type (const char *media_type)
{
  const char *p;
  gsize length;

  if (media_type == NULL)
    return NULL;
  for (p = media_type; (p = strchr (p, ';')) != NULL;)
    {
      p++;
      while (g_ascii_isspace (*p))
        p++;
      if (g_ascii_strncasecmp (p, "charset", 7) != 0)
        continue;
      p += 7;
      while (g_ascii_isspace (*p))
        p++;
      if (*p != '=')
        continue;
      p++;
      while (g_ascii_isspace (*p) || *p == '"' || *p == '\'')
        p++;
      length = strcspn (p, "\"'; \t\r\n");
      return length > 0 ? g_strndup (p, length) : NULL;
    }
  return NULL;
}

void
dp_charset_load_all (void)
{
  /* Those of the Encoding Standard, by the names of iconv. */
  static const char *const names[] = {
    "UTF-16", "UTF-16LE", "UTF-16BE",
    "WINDOWS-1250", "WINDOWS-1251", "WINDOWS-1252", "WINDOWS-1253", "WINDOWS-1254", "WINDOWS-1255", "WINDOWS-1256",
    "WINDOWS-1257", "WINDOWS-1258", "CP874",
    "ISO-8859-1", "ISO-8859-2", "ISO-8859-3", "ISO-8859-4", "ISO-8859-5", "ISO-8859-6", "ISO-8859-7", "ISO-8859-8",
    "ISO-8859-9", "ISO-8859-10", "ISO-8859-13", "ISO-8859-14", "ISO-8859-15", "ISO-8859-16",
    "KOI8-R", "KOI8-U", "IBM866", "MACINTOSH", "MAC-CYRILLIC",
    "GB18030", "BIG5-HKSCS", "EUC-JP", "ISO-2022-JP", "CP932", "CP949"
  };
  static gsize is_loaded = 0;

  if (!g_once_init_enter (&is_loaded))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      /* Never closed: with the last one of its kind the converter would go. */
      if (g_iconv_open ("UTF-8", names[i]) == (GIConv) -1)
        g_debug ("This system does not know %s", names[i]);
    }
  g_once_init_leave (&is_loaded, 1);
}
