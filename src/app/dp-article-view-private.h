/* dp-article-view-private.h: what the files of the article view share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/dp-article-pointer.h"
#include "app/dp-article-text.h"
#include "app/dp-article-view.h"
#include "app/dp-highlight-bar.h"
#include "app/dp-lead-image.h"
#include "app/dp-highlight-strip.h"
#include "app/dp-legend.h"
#include "app/dp-narrative-popover.h"
#include "app/dp-placed-highlights.h"
#include "app/dp-quotation.h"
#include "app/dp-sentence-cursor.h"
#include "app/dp-text-search.h"

G_BEGIN_DECLS

/* What something is to be done with. */
typedef struct
{
  DpHighlight *highlight; /* (unowned) (nullable): only compared with those that there are */
  DpSpan span;            /* what becomes a highlight when there is none */
} DpTarget;

struct _DpArticleView
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkScrolledWindow *scroller;
  DpArticleText *text;
  GtkWidget *header;
  GtkLabel *title;
  GtkLabel *about;
  DpLeadImage *lead_image;
  GtkSearchBar *find_bar;
  GtkWidget *find_entry;
  GtkLabel *find_label;
  GtkWidget *paste_button;
  GtkPopover *bar;
  DpHighlightStrip *strip;
  GtkPopover *comments_popover;
  GtkWidget *comments;
  GtkPopover *evidence_popover;
  GtkWidget *evidence_picker;
  GtkPopover *language_popover;
  GtkWidget *language_picker;
  DpLegend *legend;
  GtkLabel *legend_label;
  GtkLabel *status;
  GtkLabel *hover;
  GtkLabel *size_label;
  GtkLabel *width_label;
  DpNarrativePopover *narratives;

  DpSession *session;           /* (owned) (nullable) */
  DpArticle *article;           /* (owned) (nullable): the one shown */
  GPtrArray *blocks;            /* (owned) (nullable): of it, as shown */
  DpPlacedHighlights *passages; /* (owned) */
  DpArticlePointer *pointer;    /* (owned) */
  DpTextSearch *search;         /* (owned) (nullable): of the text shown, when something was looked for */
  GSettings *settings;          /* (owned) (nullable): whose keys are followed */
  DpSentenceCursor cursor;
  DpTarget target;      /* of the popover that is open */
  DpHighlight *clicked; /* (owned) (nullable): what the last click made */
  guint language_first; /* the paragraphs that a language is being chosen for */
  guint language_last;
  gboolean shows_cursor; /* the keyboard was used last */
  gboolean is_selecting; /* the session's highlight changes by our own hand */
  guint paint_source;
  guint hover_source;
  guint legend_source;
  gpointer pointed;      /* the highlight under the pointer, only compared and looked up */
  GCancellable *pasting; /* (owned) (nullable): while an article is on its way in */
};

/* Where the keyboard stands: shown, named for assistive technology, and the highlight there selected. */
void dp_article_view_cursor_moved (DpArticleView *self);
/* Says what the selected highlight carries, also to assistive technology. */
void dp_article_view_describe (DpArticleView *self);
void dp_article_view_hide_cursor (DpArticleView *self);

/* Selects without scrolling there. */
void dp_article_view_select (DpArticleView *self,
                             DpHighlight *highlight);
void dp_article_view_update_actions (DpArticleView *self);

/* dp-article-view-actions.c */
void dp_article_view_install_actions (GtkWidgetClass *widget_class);
void dp_article_view_technique_chosen_cb (DpArticleView *self,
                                          const char *tag);
void dp_article_view_narrative_chosen_cb (DpArticleView *self,
                                          DpNarrative *narrative);
/* Beside @span, or in the middle when that is not in view. */
void dp_article_view_point_at (DpArticleView *self,
                               GtkPopover *popover,
                               DpSpan span);

/* dp-article-view-attach.c */
void dp_article_view_install_attach_actions (GtkWidgetClass *widget_class);
void dp_article_view_add_popovers (DpArticleView *self);
void dp_article_view_remove_popovers (DpArticleView *self);

/* A popover of the view's own; unparent it with the view. */
GtkPopover *dp_article_view_add_popover (DpArticleView *self,
                                         GtkWidget *child,
                                         int width);

/* dp-article-view-language.c */
void dp_article_view_install_language_action (GtkWidgetClass *widget_class);
void dp_article_view_add_language_popover (DpArticleView *self);
void dp_article_view_remove_language_popover (DpArticleView *self);

/* dp-article-view-keys.c */
void dp_article_view_add_keys (DpArticleView *self);

/* dp-article-view-go.c */
void dp_article_view_install_go_actions (GtkWidgetClass *widget_class);
/* By @step sentences; with @extend the run of sentences grows. */
void dp_article_view_move (DpArticleView *self,
                           int step,
                           gboolean extend);

/* Which of text, nothing and on its way is to be seen. */
void dp_article_view_show_state (DpArticleView *self);

/* dp-article-view-look.c */
void dp_article_view_install_look_actions (GtkWidgetClass *widget_class);
void dp_article_view_show_look (DpArticleView *self);
gboolean dp_article_view_wheel_cb (DpArticleView *self,
                                   double dx,
                                   double dy,
                                   GtkEventControllerScroll *controller);

/* dp-article-view-paste.c */
void dp_article_view_install_paste_actions (GtkWidgetClass *widget_class);
void dp_article_view_add_drop_target (DpArticleView *self);

/* dp-article-view-find.c */
void dp_article_view_find (DpArticleView *self);
void dp_article_view_forget_search (DpArticleView *self);
void dp_article_view_find_changed_cb (DpArticleView *self);
void dp_article_view_find_next_cb (DpArticleView *self);
void dp_article_view_find_previous_cb (DpArticleView *self);
void dp_article_view_find_stop_cb (DpArticleView *self);

/* dp-article-view-target.c */
DpSpan dp_article_view_get_selection (DpArticleView *self);
void dp_article_view_clear_selection (DpArticleView *self);
/* (nullable): of the session's highlight */
DpPlacedHighlight *dp_article_view_get_selected (DpArticleView *self);

/* What there is to tag or to claim: the passage that is selected, by whichever means. FALSE: nothing. */
gboolean dp_article_view_get_target (DpArticleView *self,
                                     DpTarget *target);
/* (nullable): its highlight, made if there is none, and selected; NULL if the text changed since. */
DpHighlight *dp_article_view_take_target (DpArticleView *self,
                                          const DpTarget *target);

/* The highlight of exactly @span, made if there is none; and the best of those at @offset. */
DpHighlight *dp_article_view_highlight_span (DpArticleView *self,
                                             DpSpan span);
DpHighlight *dp_article_view_pick (DpArticleView *self,
                                   guint offset);

G_END_DECLS
