/* dp-page-marks.h: what the class, id and kind of an element say about its content
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "intake/dp-page.h"

G_BEGIN_DECLS

/* Marks of an element; all but the last few hold for everything inside it. */
typedef enum
{
  DP_MARK_NAVIGATION = 1 << 0,
  DP_MARK_RELATED = 1 << 1, /* other articles, promotion of them */
  DP_MARK_SOCIAL = 1 << 2,
  DP_MARK_NEWSLETTER = 1 << 3, /* newsletter, subscription, registration, paywall */
  DP_MARK_COMMENTS = 1 << 4,
  DP_MARK_ADVERT = 1 << 5,
  DP_MARK_AUTHOR_BOX = 1 << 6,
  DP_MARK_TAGS = 1 << 7,
  DP_MARK_FOOTER = 1 << 8,
  DP_MARK_ASIDE = 1 << 9,
  DP_MARK_DIALOG = 1 << 10, /* cookies, overlays */
  DP_MARK_HIDDEN = 1 << 11,
  DP_MARK_FORM = 1 << 12,
  DP_MARK_MEDIA = 1 << 13, /* players, galleries */
  DP_MARK_CAPTION = 1 << 14,
  DP_MARK_BYLINE = 1 << 15, /* author, date, place, credit */
  DP_MARK_HEADER = 1 << 16,
  DP_MARK_STANDFIRST = 1 << 17,
  DP_MARK_TITLE = 1 << 18,
  DP_MARK_BUTTON = 1 << 19,
  DP_MARK_EMBED = 1 << 20,    /* a post of elsewhere */
  DP_MARK_CONTENTS = 1 << 21, /* table of contents */
  DP_MARK_DISCLAIMER = 1 << 22,
  /* Of the element alone. */
  DP_MARK_BODY = 1 << 24,         /* where an article's text usually stands */
  DP_MARK_TRUSTED_BODY = 1 << 25, /* where it stands for certain */
} DpMark;

#define DP_MARKS_OF_ELEMENT (DP_MARK_BODY | DP_MARK_TRUSTED_BODY)

/* Whatever has one of these is not the article's text. */
#define DP_MARKS_UNWANTED                                                                          \
  (DP_MARK_NAVIGATION | DP_MARK_RELATED | DP_MARK_SOCIAL | DP_MARK_NEWSLETTER | DP_MARK_COMMENTS | \
   DP_MARK_ADVERT | DP_MARK_AUTHOR_BOX | DP_MARK_TAGS | DP_MARK_FOOTER | DP_MARK_ASIDE |           \
   DP_MARK_DIALOG | DP_MARK_HIDDEN | DP_MARK_FORM | DP_MARK_MEDIA | DP_MARK_BUTTON |               \
   DP_MARK_CONTENTS | DP_MARK_DISCLAIMER)

/* The marks of one element by itself. Class and id are taken apart into words at hyphens,
 * underscores and capitals; only whole words count, and pairs of them. */
guint dp_page_marks_of_node (const DpPage *page,
                             guint index);

G_END_DECLS
