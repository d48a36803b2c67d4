/* dp-language.c: language tags and the direction of text, by ICU
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "text/dp-language.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>

#define MAX_TAG 100

/* The script that a POSIX modifier names. */
static const struct
{
  const char *modifier;
  const char *script;
} modifiers[] = {
  { "latin", "Latn" },
  { "cyrillic", "Cyrl" },
  { "devanagari", "Deva" },
  { "iqtelif", "Latn" },
};

static const char *
find_script (const char *modifier)
{
  for (guint i = 0; i < G_N_ELEMENTS (modifiers); i++)
    if (g_ascii_strcasecmp (modifier, modifiers[i].modifier) == 0)
      return modifiers[i].script;
  return NULL;
}

/* "sr_RS.UTF-8@latin" to "sr-Latn-RS" */
static char *
dup_hyphenated (const char *tag)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (tag));
  char *at = strchr (trimmed, '@');
  const char *script = at != NULL ? find_script (at + 1) : NULL;
  char *end = strpbrk (trimmed, ".@");
  char *rest;

  if (end != NULL)
    *end = '\0';
  g_strdelimit (trimmed, "_", '-');
  if (script == NULL)
    return g_steal_pointer (&trimmed);
  rest = strchr (trimmed, '-');
  if (rest == NULL)
    return g_strconcat (trimmed, "-", script, NULL);
  *rest = '\0';
  return g_strconcat (trimmed, "-", script, "-", rest + 1, NULL);
}

/* FALSE when it cannot be a tag of a language. */
static gboolean
to_locale (const char *tag,
           char locale[ULOC_FULLNAME_CAPACITY])
{
  g_autofree char *hyphenated = NULL;
  UErrorCode status = U_ZERO_ERROR;
  int32_t parsed = 0;
  gsize letters;

  if (strlen (tag) > MAX_TAG)
    return FALSE;
  hyphenated = dup_hyphenated (tag);
  letters = strspn (hyphenated, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
  if (letters < 2 || letters > 3 || (hyphenated[letters] != '\0' && hyphenated[letters] != '-'))
    return FALSE;
  uloc_forLanguageTag (hyphenated, locale, ULOC_FULLNAME_CAPACITY, &parsed, &status);
  if (U_FAILURE (status) || status == U_STRING_NOT_TERMINATED_WARNING || parsed != (int32_t) strlen (hyphenated))
    return FALSE;
  /* "und" comes out as no language at all. */
  return locale[0] != '\0' && locale[0] != '_';
}

char *
dp_language_normalize (const char *tag)
{
  char locale[ULOC_FULLNAME_CAPACITY] = "";
  char canonical[ULOC_FULLNAME_CAPACITY] = "";
  char normalized[ULOC_FULLNAME_CAPACITY] = "";
  UErrorCode status = U_ZERO_ERROR;

  g_return_val_if_fail (tag != NULL, NULL);

  if (!to_locale (tag, locale))
    return g_strdup ("");
  uloc_canonicalize (locale, canonical, sizeof canonical, &status);
  uloc_toLanguageTag (canonical, normalized, sizeof normalized, TRUE, &status);
  if (U_FAILURE (status) || status == U_STRING_NOT_TERMINATED_WARNING || g_str_has_prefix (normalized, "und"))
    return g_strdup ("");
  return g_strdup (normalized);
}

/* The language that the interface speaks, for ICU. */
static void
find_own_locale (char locale[ULOC_FULLNAME_CAPACITY])
{
  const char *const *names = g_get_language_names ();

  for (guint i = 0; names[i] != NULL; i++)
    if (to_locale (names[i], locale))
      return;
  strcpy (locale, "en");
}

char *
dp_language_dup_name (const char *tag)
{
  char locale[ULOC_FULLNAME_CAPACITY] = "";
  char own[ULOC_FULLNAME_CAPACITY] = "";
  UErrorCode status = U_ZERO_ERROR;
  UChar name[256];
  int32_t length;
  g_autofree char *utf8 = NULL;

  g_return_val_if_fail (tag != NULL, NULL);

  if (!to_locale (tag, locale))
    return g_strdup (tag);
  find_own_locale (own);
  uloc_getDisplayLanguage (locale, own, name, G_N_ELEMENTS (name), &status);
  /* ICU gives the code back, with a warning, when it knows no name. */
  if (U_FAILURE (status) || status == U_USING_DEFAULT_WARNING)
    return g_strdup (tag);
  status = U_ZERO_ERROR;
  length = uloc_getDisplayName (locale, own, name, G_N_ELEMENTS (name), &status);
  if (U_FAILURE (status) || length >= (int32_t) G_N_ELEMENTS (name))
    return g_strdup (tag);
  utf8 = g_utf16_to_utf8 ((const gunichar2 *) name, length, NULL, NULL, NULL);
  return utf8 != NULL ? g_steal_pointer (&utf8) : g_strdup (tag);
}

DpDirection
dp_language_get_direction (const char *tag)
{
  char locale[ULOC_FULLNAME_CAPACITY] = "";

  g_return_val_if_fail (tag != NULL, DP_DIRECTION_NEUTRAL);

  if (!to_locale (tag, locale))
    return DP_DIRECTION_NEUTRAL;
  return uloc_isRightToLeft (locale) ? DP_DIRECTION_RTL : DP_DIRECTION_LTR;
}

DpDirection
dp_text_get_direction (const char *text,
                       gssize length)
{
  const char *end;
  guint isolates = 0;

  g_return_val_if_fail (text != NULL, DP_DIRECTION_NEUTRAL);

  end = text + (length < 0 ? strlen (text) : (gsize) length);
  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    switch (u_charDirection ((UChar32) g_utf8_get_char (p)))
      {
      case U_LEFT_TO_RIGHT:
        if (isolates == 0)
          return DP_DIRECTION_LTR;
        break;
      case U_RIGHT_TO_LEFT:
      case U_RIGHT_TO_LEFT_ARABIC:
        if (isolates == 0)
          return DP_DIRECTION_RTL;
        break;
      case U_FIRST_STRONG_ISOLATE:
      case U_LEFT_TO_RIGHT_ISOLATE:
      case U_RIGHT_TO_LEFT_ISOLATE:
        isolates++;
        break;
      case U_POP_DIRECTIONAL_ISOLATE:
        if (isolates > 0)
          isolates--;
        break;
      case U_BLOCK_SEPARATOR:
        /* An isolate that is not closed ends with its paragraph. */
        isolates = 0;
        break;
      default:
        break;
      }
  return DP_DIRECTION_NEUTRAL;
}
