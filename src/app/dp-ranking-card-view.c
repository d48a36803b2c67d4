/* dp-ranking-card-view.c: the card of a ranking: its figures, its course, its neighbours, its citation
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-ranking-card-view.h"

#include <glib/gi18n.h>

#include "app/dp-phrases.h"
#include "app/dp-ranking-plot.h"

struct _DpRankingCardView
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkLabel *figures;
  DpRankingPlot *plot;
  GtkGrid *neighbours;
  GtkLabel *scale;
  GtkLabel *compare;
  GtkLabel *citation;
  GtkLabel *terms;
};

G_DEFINE_FINAL_TYPE (DpRankingCardView, dp_ranking_card_view, ADW_TYPE_BIN)

static void
show_text (GtkLabel *label,
           const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static void
add_cell (DpRankingCardView *self,
          const char *text,
          int column,
          int row,
          gboolean is_own)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 1 ? 0 : 1);
  gtk_label_set_ellipsize (GTK_LABEL (label), column == 1 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_hexpand (label, column == 1);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, is_own ? "heading" : "dim-label");
  gtk_grid_attach (self->neighbours, label, column, row, 1, 1);
}

static void
show_neighbours (DpRankingCardView *self,
                 const DpRankingCard *card)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->neighbours))) != NULL)
    gtk_grid_remove (self->neighbours, child);
  for (guint i = 0; i < card->neighbours->len; i++)
    {
      const DpRanking *ranking = g_ptr_array_index (card->neighbours, i);
      gboolean is_own = g_str_equal (ranking->country, card->ranking->country);
      g_autofree char *rank = g_strdup_printf ("%u", ranking->rank);

      add_cell (self, rank, 0, (int) i, is_own);
      add_cell (self, dp_country_translate (ranking->iso3, ranking->country), 1, (int) i, is_own);
      add_cell (self, ranking->score, 2, (int) i, is_own);
    }
}

static char *
dup_figures (const DpRanking *ranking)
{
  g_autofree char *place = NULL;
  g_autofree char *score = NULL;

  if (ranking->rank > 0 && ranking->total > 0)
    /* Translators: a place in an index: "128 of 167" */
    place = g_strdup_printf (_ ("%u of %u"), ranking->rank, ranking->total);
  else
    place = ranking->rank > 0 ? g_strdup_printf (_ ("Rank %u"), ranking->rank) : g_strdup ("");
  if (*ranking->score != '\0' && *ranking->scale != '\0')
    /* Translators: a score, and the scale that it is on: "score 38 (0–100)" */
    score = g_strdup_printf (_ ("score %s (%s)"), ranking->score, ranking->scale);
  else
    score = *ranking->score != '\0' ? g_strdup_printf (_ ("score %s"), ranking->score) : g_strdup ("");

  return dp_phrase_join (place, score, NULL);
}

static char *
dup_terms (const DpRankingCard *card)
{
  g_autofree char *date = NULL;

  if (*card->retrieved != '\0')
    /* Translators: an ISO date */
    date = g_strdup_printf (_ ("table of %s"), card->retrieved);

  return dp_phrase_join (card->ranking->licence, date != NULL ? date : "", NULL);
}

void
dp_ranking_card_view_set_card (DpRankingCardView *self,
                               const DpRankingCard *card,
                               const char *citation)
{
  g_autofree char *edition = NULL;
  g_autofree char *title = NULL;
  g_autofree char *figures = NULL;
  g_autofree char *scale = NULL;
  g_autofree char *terms = NULL;

  g_return_if_fail (DP_IS_RANKING_CARD_VIEW (self));

  gtk_widget_set_visible (GTK_WIDGET (self), card != NULL);
  dp_ranking_plot_set_card (self->plot, card);
  if (card == NULL)
    return;

  edition = g_strdup_printf ("%s %s", card->ranking->index_title, card->ranking->edition);
  title = dp_phrase_join (dp_country_translate (card->ranking->iso3, card->ranking->country), edition, NULL);
  figures = dup_figures (card->ranking);
  scale = dp_phrase_join (card->direction, card->ranking->note, NULL);
  terms = dup_terms (card);
  show_text (self->title, title);
  show_text (self->figures, figures);
  show_neighbours (self, card);
  show_text (self->scale, scale);
  show_text (self->compare, card->compare);
  show_text (self->citation, citation);
  show_text (self->terms, terms);
}

static void
dp_ranking_card_view_class_init (DpRankingCardViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DP_TYPE_RANKING_PLOT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-ranking-card-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DpRankingCardView, title);
  gtk_widget_class_bind_template_child (widget_class, DpRankingCardView, figures);
  gtk_widget_class_bind_template_child (widget_class, DpRankingCardView, plot);
  gtk_widget_class_bind_template_child (widget_class, DpRankingCardView, neighbours);
  gtk_widget_class_bind_template_child (widget_class, DpRankingCardView, scale);
  gtk_widget_class_bind_template_child (widget_class, DpRankingCardView, compare);
  gtk_widget_class_bind_template_child (widget_class, DpRankingCardView, citation);
  gtk_widget_class_bind_template_child (widget_class, DpRankingCardView, terms);
}

static void
dp_ranking_card_view_init (DpRankingCardView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
