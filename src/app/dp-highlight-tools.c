/* dp-highlight-tools.c: what one can do with the selected passage: note, tag, claim, remove
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-highlight-tools.h"

#include <glib/gi18n.h>

#include "app/dp-claims-page.h"
#include "app/dp-narrative-chip.h"
#include "app/dp-picker.h"
#include "app/dp-text-field.h"

struct _DpHighlightTools
{
  AdwBin parent_instance;

  DpSession *session;     /* (owned) (nullable) */
  DpHighlight *highlight; /* (owned) (nullable) */
  GtkPopover *popover;
  DpPicker *picker;
  DpTextField *note;
};

G_DEFINE_FINAL_TYPE (DpHighlightTools, dp_highlight_tools, ADW_TYPE_BIN)

static DpPickerItem *
item_for_narrative (DpNarratives *narratives,
                    DpNarrative *narrative,
                    gboolean is_there)
{
  DpNarrative *parent = dp_narratives_lookup (narratives, dp_narrative_get_parent_id (narrative));
  const char *place = parent != NULL ? dp_narrative_get_label (parent) : NULL;
  DpPickerItem *item = dp_picker_item_new (dp_narrative_get_label (narrative),
                                           is_there ? _ ("Tagged with it already") : place,
                                           DP_TYPE_NARRATIVE,
                                           narrative);
  g_autofree char *initials = dp_narrative_dup_initials (narrative);
  g_autofree char *css_class = dp_narrative_dup_css_class (narrative);

  dp_picker_item_set_badge (item, initials, css_class);
  return item;
}

static GPtrArray *
search_narratives (const char *query,
                   gpointer user_data)
{
  DpHighlightTools *self = user_data;
  DpNarratives *narratives = dp_workbench_get_narratives (dp_session_get_workbench (self->session));
  g_autoptr (GPtrArray) found = narratives != NULL ? dp_narratives_search (narratives, query) : g_ptr_array_new ();
  g_autofree char *name = g_strstrip (g_strdup (query));
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean is_known = FALSE;

  for (guint i = 0; i < found->len; i++)
    {
      DpNarrative *narrative = g_ptr_array_index (found, i);

      is_known = is_known || g_ascii_strcasecmp (dp_narrative_get_label (narrative), name) == 0;
      if (!dp_highlight_has_narrative (self->highlight, dp_narrative_get_id (narrative)))
        g_ptr_array_add (items, item_for_narrative (narratives, narrative, FALSE));
    }
  /* What one looks for and has already is shown, or else the offer of a new one would come first. */
  for (guint i = 0; i < found->len && *name != '\0'; i++)
    {
      DpNarrative *narrative = g_ptr_array_index (found, i);

      if (dp_highlight_has_narrative (self->highlight, dp_narrative_get_id (narrative)))
        g_ptr_array_add (items, item_for_narrative (narratives, narrative, TRUE));
    }
  if (*name != '\0' && !is_known)
    {
      /* Translators: the last line of the list when one tags; %s is what was typed */
      g_autofree char *title = g_strdup_printf (_ ("Add the narrative “%s”"), name);

      DpPickerItem *offer = dp_picker_item_new (title, _ ("Kept in this library"), DP_TYPE_NARRATIVE, NULL);

      dp_picker_item_set_badge (offer, "+", "narrative-new");
      g_ptr_array_add (items, offer);
    }
  return items;
}

static void
picked_cb (DpHighlightTools *self,
           DpPickerItem *item)
{
  DpNarrative *narrative = dp_picker_item_get_value (item);
  g_autoptr (DpNarrative) added = NULL;

  if (narrative == NULL)
    {
      g_autofree char *name = g_strstrip (g_strdup (dp_picker_get_query (self->picker)));
      g_autoptr (GError) error = NULL;

      added = dp_narratives_add (dp_workbench_get_narratives (dp_session_get_workbench (self->session)), name, "", "", &error);
      if (added == NULL)
        {
          dp_session_toast (self->session, error->message, NULL, NULL);
          return;
        }
      narrative = added;
    }
  gtk_popover_popdown (self->popover);
  if (!dp_highlight_has_narrative (self->highlight, dp_narrative_get_id (narrative)))
    dp_session_tag (self->session, self->highlight, narrative);
}

static void
popover_shown_cb (DpHighlightTools *self)
{
  dp_picker_restart (self->picker);
  gtk_widget_grab_focus (GTK_WIDGET (self->picker));
}

static void
claim_action (GtkWidget *widget,
              const char *action_name,
              GVariant *parameter)
{
  DpHighlightTools *self = DP_HIGHLIGHT_TOOLS (widget);
  GtkWidget *page = gtk_widget_get_ancestor (widget, DP_TYPE_CLAIMS_PAGE);
  DpClaim *claim;

  /* The list grows, and may make its rows anew: this one is no longer to be counted on. */
  claim = dp_session_add_claim (self->session, self->highlight);
  if (page != NULL)
    gtk_widget_activate_action (page, "claim.edit", "s", dp_claim_get_id (claim));
}

static void
remove_action (GtkWidget *widget,
               const char *action_name,
               GVariant *parameter)
{
  DpHighlightTools *self = DP_HIGHLIGHT_TOOLS (widget);
  g_autoptr (DpSession) session = g_object_ref (self->session);
  g_autoptr (DpHighlight) highlight = g_object_ref (self->highlight);

  dp_session_remove_highlight (session, highlight);
}

static void
dp_highlight_tools_dispose (GObject *object)
{
  DpHighlightTools *self = DP_HIGHLIGHT_TOOLS (object);

  if (self->picker != NULL)
    dp_picker_set_search (self->picker, NULL, NULL);
  g_clear_object (&self->highlight);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dp_highlight_tools_parent_class)->dispose (object);
}

static void
dp_highlight_tools_class_init (DpHighlightToolsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dp_highlight_tools_dispose;

  gtk_widget_class_install_action (widget_class, "highlight.claim", NULL, claim_action);
  gtk_widget_class_install_action (widget_class, "highlight.remove", NULL, remove_action);

  g_type_ensure (DP_TYPE_PICKER);
  g_type_ensure (DP_TYPE_TEXT_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-highlight-tools.ui");
  gtk_widget_class_bind_template_child (widget_class, DpHighlightTools, popover);
  gtk_widget_class_bind_template_child (widget_class, DpHighlightTools, picker);
  gtk_widget_class_bind_template_child (widget_class, DpHighlightTools, note);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown_cb);
}

static void
dp_highlight_tools_init (DpHighlightTools *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
dp_highlight_tools_new (DpSession *session,
                        DpHighlight *highlight)
{
  DpHighlightTools *self = g_object_new (DP_TYPE_HIGHLIGHT_TOOLS, NULL);

  self->session = g_object_ref (session);
  self->highlight = g_object_ref (highlight);
  g_object_bind_property (highlight, "note", self->note, "text", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  dp_picker_set_search (self->picker, search_narratives, self);
  return GTK_WIDGET (self);
}
