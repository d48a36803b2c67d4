/* test-ranking-card.c: the card of a ranking, drawn in a real window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "test-display.h"

#include "app/dp-ranking-card-view.h"
#include "app/dp-ranking-plot.h"
#include "base/dp-paths.h"

static DpRankings *
load (void)
{
  g_autofree char *tables = dp_paths_data ("rankings");
  g_autofree char *words = dp_paths_data ("rank-words");
  const char *folders[] = { tables, NULL };
  DpRankings *rankings = dp_rankings_new (folders, dp_countries_new (NULL));

  dp_rankings_set_words (rankings, words);
  dp_rankings_load (rankings);

  return rankings;
}

static GtkWidget *
find_type (GtkWidget *widget,
           GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static guint
count_children (GtkWidget *widget)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n++;

  return n;
}

/* How many of its pixels the drawing covers. */
static gboolean
draws (GtkWidget *widget)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);
  node = gtk_snapshot_to_node (snapshot);

  return node != NULL;
}

static void
test_card (void)
{
  g_autoptr (DpRankings) rankings = load ();
  g_autoptr (DpRankingCard) card = dp_rankings_get_card (rankings, "cpi", "2020", "KAZ");
  g_autofree char *course = dp_ranking_card_describe_course (card);
  g_autofree char *citation = dp_rankings_dup_citation (rankings, card->ranking, "de");
  GtkWidget *view = g_object_new (DP_TYPE_RANKING_CARD_VIEW, NULL);
  GtkWindow *window;
  GtkWidget *plot;

  g_assert_nonnull (strstr (citation, "Kasachstan, Rang 94 von 180"));
  dp_ranking_card_view_set_card (DP_RANKING_CARD_VIEW (view), card, citation);
  window = dp_test_present (view, 360, 500);
  plot = find_type (view, DP_TYPE_RANKING_PLOT);
  g_assert_true (gtk_widget_get_mapped (plot));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (plot), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (plot), GTK_ACCESSIBLE_PROPERTY_LABEL, course);
  g_assert_true (draws (plot));
  /* Two above it, itself, two below; rank, country and score of each. */
  g_assert_cmpuint (count_children (find_type (view, GTK_TYPE_GRID)), ==, 15);

  dp_ranking_card_view_set_card (DP_RANKING_CARD_VIEW (view), NULL, NULL);
  g_assert_false (gtk_widget_get_visible (view));
  dp_test_finish (window);
}

/* No rank, no scale, one edition: nothing to draw, and no harm. */
static void
test_sparse (void)
{
  g_autoptr (DpRankings) rankings = load ();
  g_autoptr (DpRankingCard) card = dp_rankings_get_card (rankings, "fiw", "2021", "KAZ");
  GtkWidget *view = g_object_new (DP_TYPE_RANKING_CARD_VIEW, NULL);
  GtkWindow *window;

  g_assert_nonnull (card);
  dp_ranking_card_view_set_card (DP_RANKING_CARD_VIEW (view), card, "");
  window = dp_test_present (view, 200, 400);
  g_assert_null (find_type (view, GTK_TYPE_GRID) != NULL ? gtk_widget_get_first_child (find_type (view, GTK_TYPE_GRID)) : NULL);
  g_assert_false (draws (find_type (view, DP_TYPE_RANKING_PLOT)));
  dp_test_finish (window);
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ranking-card/card", test_card);
  g_test_add_func ("/ranking-card/sparse", test_sparse);

  return g_test_run ();
}
