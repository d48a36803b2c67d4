/* dp-language.h: language tags and the direction of text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  DP_DIRECTION_NEUTRAL,
  DP_DIRECTION_LTR,
  DP_DIRECTION_RTL,
} DpDirection;

/**
 * dp_language_normalize:
 * @tag: "en_US.UTF-8", "EN-us", "deu", "zh-hant-tw" ...
 *
 * Returns: (transfer full): a BCP 47 tag in the usual case ("en-US"), or "" when it is none
 */
char *dp_language_normalize (const char *tag);

/* (transfer full): the language's name in the current locale, or @tag itself when it is unknown */
char *dp_language_dup_name (const char *tag);

/* The direction that a language is written in, by its script. */
DpDirection dp_language_get_direction (const char *tag);

/* The direction of the first strong character of @text (Unicode bidi rule P2). */
DpDirection dp_text_get_direction (const char *text,
                                   gssize length);

G_END_DECLS
