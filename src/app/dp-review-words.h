/* dp-review-words.h: asking for the words that a decision needs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* @words is never empty. */
typedef void (*DpReviewWordsFunc) (const char *words,
                                   gpointer user_data);

/* Asks with a dialog over @parent; @answer is called once if somebody gives words, and @user_data let go
 * of by @destroy in any case. */
void dp_review_words_ask (GtkWidget *parent,
                          const char *heading,
                          const char *body,
                          const char *label,
                          DpReviewWordsFunc answer,
                          gpointer user_data,
                          GDestroyNotify destroy);

G_END_DECLS
