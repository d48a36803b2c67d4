/* dp-ranking-finder.c: find the rank of a country by typing "kazakhstan democracy 2020"
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-ranking-finder.h"

#include <glib/gi18n.h>

#include "app/dp-phrases.h"
#include "app/dp-picker.h"
#include "app/dp-ranking-card-view.h"

#define MAX_RESULTS 60

struct _DpRankingFinder
{
  AdwBin parent_instance;

  DpWorkbench *workbench; /* (owned) (nullable) */
  GSignalGroup *follow;   /* (owned): of the workbench */
  GtkStack *stack;
  DpPicker *picker;
  GtkWidget *card_scroller;
  DpRankingCardView *card;
  char *language; /* (owned) (nullable): of the case */
};

enum
{
  SIGNAL_FOUND,
  SIGNAL_BY_HAND,
  SIGNAL_CANCELLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DpRankingFinder, dp_ranking_finder, ADW_TYPE_BIN)

static char *
dup_place (const DpRanking *ranking)
{
  if (ranking->rank == 0)
    /* Translators: of a country that an index scores but does not rank; %s is the score */
    return g_strdup_printf (_ ("No rank, score %s"), ranking->score);
  if (ranking->total == 0)
    /* Translators: a place in an index whose number of countries is not known */
    return g_strdup_printf (_ ("Rank %u"), ranking->rank);
  /* Translators: a place in an index: "128 of 167" */
  return g_strdup_printf (_ ("%u of %u"), ranking->rank, ranking->total);
}

static DpPickerItem *
item_for_ranking (const DpRanking *ranking)
{
  g_autofree char *edition = g_strdup_printf ("%s %s", ranking->index_title, ranking->edition);
  g_autofree char *place = dup_place (ranking);
  g_autofree char *title = dp_phrase_join (place, ranking->country, NULL);
  g_autofree char *subtitle = dp_phrase_join (edition, ranking->publisher, NULL);

  return dp_picker_item_new (title, subtitle, DP_TYPE_RANKING, ranking);
}

static GPtrArray *
search_rankings (const char *query,
                 gpointer user_data)
{
  DpRankingFinder *self = user_data;
  DpRankings *rankings = dp_workbench_get_rankings (self->workbench);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *words = g_strstrip (g_strdup (query));

  if (rankings == NULL || *words == '\0')
    return items;

  found = dp_rankings_search (rankings, words, MAX_RESULTS);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (items, item_for_ranking (g_ptr_array_index (found, i)));
  return items;
}

static void
rankings_cb (DpRankingFinder *self)
{
  gtk_stack_set_visible_child_name (self->stack, dp_workbench_get_rankings (self->workbench) != NULL ? "picker" : "loading");
  dp_picker_refresh (self->picker);
}

static void
picked_cb (DpRankingFinder *self,
           DpPickerItem *item)
{
  g_autoptr (DpRanking) ranking = dp_ranking_copy (dp_picker_item_get_value (item));

  g_signal_emit (self, signals[SIGNAL_FOUND], 0, ranking);
}

static void
selected_cb (DpRankingFinder *self,
             DpPickerItem *item)
{
  DpRankings *rankings = self->workbench != NULL ? dp_workbench_get_rankings (self->workbench) : NULL;
  const DpRanking *ranking = item != NULL ? dp_picker_item_get_value (item) : NULL;
  g_autoptr (DpRankingCard) card = NULL;
  g_autofree char *citation = NULL;

  if (rankings != NULL && ranking != NULL)
    {
      card = dp_rankings_get_card (rankings, ranking->index, ranking->edition, *ranking->iso3 != '\0' ? ranking->iso3 : ranking->country);
      citation = dp_rankings_dup_citation (rankings, ranking, self->language);
    }
  dp_ranking_card_view_set_card (self->card, card, citation);
  gtk_widget_set_visible (self->card_scroller, card != NULL);
}

static void
by_hand_cb (DpRankingFinder *self)
{
  g_signal_emit (self, signals[SIGNAL_BY_HAND], 0);
}

static void
back_cb (DpRankingFinder *self)
{
  g_signal_emit (self, signals[SIGNAL_CANCELLED], 0);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant *args,
           gpointer user_data)
{
  back_cb (DP_RANKING_FINDER (widget));
  return TRUE;
}

/* The entry has its own Escape, which ends here too. */
static gboolean
key_cb (DpRankingFinder *self,
        guint keyval,
        guint keycode,
        GdkModifierType state)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  back_cb (self);
  return GDK_EVENT_STOP;
}

static gboolean
dp_ranking_finder_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (DP_RANKING_FINDER (widget)->picker));
}

static void
dp_ranking_finder_dispose (GObject *object)
{
  DpRankingFinder *self = DP_RANKING_FINDER (object);

  if (self->picker != NULL)
    dp_picker_set_search (self->picker, NULL, NULL);
  g_clear_object (&self->follow);
  g_clear_object (&self->workbench);
  g_clear_pointer (&self->language, g_free);

  G_OBJECT_CLASS (dp_ranking_finder_parent_class)->dispose (object);
}

static void
dp_ranking_finder_class_init (DpRankingFinderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dp_ranking_finder_dispose;
  widget_class->grab_focus = dp_ranking_finder_grab_focus;

  signals[SIGNAL_FOUND] = g_signal_new ("found",
                                        G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST,
                                        0,
                                        NULL,
                                        NULL,
                                        NULL,
                                        G_TYPE_NONE,
                                        1,
                                        DP_TYPE_RANKING);
  signals[SIGNAL_BY_HAND] =
      g_signal_new ("by-hand", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CANCELLED] =
      g_signal_new ("cancelled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);

  g_type_ensure (DP_TYPE_PICKER);
  g_type_ensure (DP_TYPE_RANKING_CARD_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-ranking-finder.ui");
  gtk_widget_class_bind_template_child (widget_class, DpRankingFinder, stack);
  gtk_widget_class_bind_template_child (widget_class, DpRankingFinder, picker);
  gtk_widget_class_bind_template_child (widget_class, DpRankingFinder, card_scroller);
  gtk_widget_class_bind_template_child (widget_class, DpRankingFinder, card);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, by_hand_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
}

static void
dp_ranking_finder_init (DpRankingFinder *self)
{
  self->follow = g_signal_group_new (DP_TYPE_WORKBENCH);
  g_signal_group_connect_swapped (self->follow, "notify::rankings", G_CALLBACK (rankings_cb), self);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
dp_ranking_finder_start (DpRankingFinder *self,
                         DpWorkbench *workbench,
                         const char *language)
{
  g_return_if_fail (DP_IS_RANKING_FINDER (self));

  g_free (self->language);
  self->language = g_strdup (language);
  g_set_object (&self->workbench, workbench);
  g_signal_group_set_target (self->follow, workbench);
  dp_picker_set_search (self->picker, search_rankings, self);
  dp_picker_restart (self->picker);
  rankings_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->picker));
}
