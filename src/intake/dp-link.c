/* dp-link.c: links as people type them, as they are fetched and as they are shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "intake/dp-link.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include "intake/dp-intake.h"

#define LONGEST_LINK 16384

static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || c == 0xa0 || (c >= 0x200b && c <= 0x200f) || (c >= 0x2028 && c <= 0x202e) ||
         (c >= 0x2060 && c <= 0x2069) || c == 0xfeff;
}

/* (transfer full): without white space, marks that cannot be seen and angle brackets around it */
static char *
trim (const char *text)
{
  const char *start = text, *end = text + strlen (text);

  while (start < end && is_blank (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start && is_blank (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  if (end - start >= 2 && *start == '<' && end[-1] == '>')
    {
      start++;
      end--;
    }
  return g_strndup (start, end - start);
}

/* The scheme's length, 0 for none; "host:8080" has none. */
static gsize
scheme_length (const char *text)
{
  gsize n = 0;

  if (!g_ascii_isalpha (text[0]))
    return 0;
  while (g_ascii_isalnum (text[n]) || text[n] == '+' || text[n] == '-' || text[n] == '.')
    n++;
  return text[n] == ':' && !g_ascii_isdigit (text[n + 1]) ? n : 0;
}

static gboolean
looks_like_host (const char *host)
{
  const char *dot = strrchr (host, '.');

  if (g_hostname_is_ip_address (host) || g_ascii_strcasecmp (host, "localhost") == 0)
    return TRUE;
  return dot != NULL && dot > host && dot[1] != '\0' && strstr (host, "..") == NULL && strchr (host, ' ') == NULL;
}

char *
dp_link_normalize (const char *text,
                   GError **error)
{
  g_autofree char *trimmed = NULL, *with_scheme = NULL;
  g_autoptr (GUri) uri = NULL;
  gsize n;

  g_return_val_if_fail (text != NULL, NULL);

  if (g_utf8_validate (text, -1, NULL))
    trimmed = trim (text);
  if (trimmed == NULL || trimmed[0] == '\0' || strlen (trimmed) > LONGEST_LINK)
    {
      g_set_error_literal (error,
                           DP_INTAKE_ERROR,
                           DP_INTAKE_ERROR_LINK,
                           _ ("This is not a link. Give one that begins with http:// or https://."));
      return NULL;
    }
  n = scheme_length (trimmed);
  if (n > 0 && !(n == 4 && g_ascii_strncasecmp (trimmed, "http", 4) == 0) &&
      !(n == 5 && g_ascii_strncasecmp (trimmed, "https", 5) == 0))
    {
      g_autofree char *scheme = g_strndup (trimmed, n);

      g_set_error (error,
                   DP_INTAKE_ERROR,
                   DP_INTAKE_ERROR_LINK,
                   /* Translators: %s is the beginning of a link, such as "file" or "ftp" */
                   _ ("Links that begin with “%s:” are not fetched, only http:// and https://. Open a file instead."),
                   scheme);
      return NULL;
    }
  with_scheme = n > 0 ? g_strdup (trimmed) : g_strconcat ("https://", trimmed, NULL);
  /* Without the encoded flags, all that is not allowed in a link comes out percent-encoded. */
  uri = g_uri_parse (with_scheme,
                     G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_ENCODED_PATH | G_URI_FLAGS_ENCODED_QUERY |
                         G_URI_FLAGS_ENCODED_FRAGMENT | G_URI_FLAGS_SCHEME_NORMALIZE,
                     NULL);
  if (uri == NULL || g_uri_get_host (uri) == NULL || !looks_like_host (g_uri_get_host (uri)))
    {
      g_set_error (error,
                   DP_INTAKE_ERROR,
                   DP_INTAKE_ERROR_LINK,
                   _ ("“%.200s” is not a link that can be fetched: it names no server. Check it for typing errors."),
                   trimmed);
      return NULL;
    }
  return g_uri_to_string_partial (uri, G_URI_HIDE_PASSWORD);
}

/* Letters of more than one script in one label are how look-alikes are made; Japanese and Korean mix
 * theirs with Han in earnest. */
static gboolean
mixes_scripts (const char *label)
{
  GUnicodeScript found = G_UNICODE_SCRIPT_COMMON;
  gboolean is_cjk = FALSE;

  for (const char *p = label; *p != '\0'; p = g_utf8_next_char (p))
    {
      GUnicodeScript script = g_unichar_get_script (g_utf8_get_char (p));

      if (script == G_UNICODE_SCRIPT_COMMON || script == G_UNICODE_SCRIPT_INHERITED)
        continue;
      if (script == G_UNICODE_SCRIPT_HAN || script == G_UNICODE_SCRIPT_HIRAGANA ||
          script == G_UNICODE_SCRIPT_KATAKANA || script == G_UNICODE_SCRIPT_HANGUL)
        {
          is_cjk = TRUE;
          continue;
        }
      if (found != G_UNICODE_SCRIPT_COMMON && found != script)
        return TRUE;
      found = script;
    }
  return is_cjk && found != G_UNICODE_SCRIPT_COMMON && found != G_UNICODE_SCRIPT_LATIN;
}

char *
dp_link_dup_display_host (const char *link)
{
  g_autoptr (GUri) uri = g_uri_parse (link, G_URI_FLAGS_PARSE_RELAXED, NULL);
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;
  g_autofree char *shown = NULL;
  g_auto (GStrv) labels = NULL;

  if (host == NULL)
    return g_strdup ("");
  if (g_str_has_prefix (host, "www."))
    host += 4;
  shown = g_hostname_to_unicode (host);
  if (shown == NULL)
    return g_strdup (host);
  labels = g_strsplit (shown, ".", -1);
  for (guint i = 0; labels[i] != NULL; i++)
    {
      if (mixes_scripts (labels[i]))
        return g_hostname_to_ascii (host);
    }
  return g_steal_pointer (&shown);
}

gboolean
dp_address_is_private (GInetAddress *address)
{
  const guint8 *bytes = g_inet_address_to_bytes (address);

  if (g_inet_address_get_is_loopback (address) || g_inet_address_get_is_link_local (address) ||
      g_inet_address_get_is_site_local (address) || g_inet_address_get_is_any (address))
    return TRUE;
  if (g_inet_address_get_family (address) == G_SOCKET_FAMILY_IPV6)
    {
      static const guint8 mapped[12] = { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff };

      if (memcmp (bytes, mapped, sizeof mapped) == 0)
        {
          g_autoptr (GInetAddress) inner = g_inet_address_new_from_bytes (bytes + 12, G_SOCKET_FAMILY_IPV4);

          return dp_address_is_private (inner);
        }
      return (bytes[0] & 0xfe) == 0xfc; /* unique local addresses */
    }
  return bytes[0] == 0 || (bytes[0] == 100 && (bytes[1] & 0xc0) == 64); /* "this network", carrier NAT */
}

gboolean
dp_link_is_private (const char *link)
{
  g_autoptr (GUri) uri = g_uri_parse (link, G_URI_FLAGS_PARSE_RELAXED, NULL);
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;
  g_autoptr (GInetAddress) address = NULL;
  g_autofree char *lower = NULL;

  if (host == NULL)
    return TRUE;
  address = g_inet_address_new_from_string (host);
  if (address != NULL)
    return dp_address_is_private (address);
  lower = g_ascii_strdown (host, -1);
  /* A name without a dot is one of the own network; so is a number that is no written-out address. */
  return g_str_equal (lower, "localhost") || g_str_has_suffix (lower, ".localhost") ||
         g_str_has_suffix (lower, ".local") || g_str_has_suffix (lower, ".internal") || strchr (lower, '.') == NULL ||
         strspn (lower, "0123456789.x") == strlen (lower);
}
