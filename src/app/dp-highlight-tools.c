/* dp-highlight-tools.c: what one can do with the selected passage: note, comment, tag, claim, remove
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-highlight-tools.h"

#include "app/dp-claims-page.h"
#include "app/dp-comments.h"
#include "app/dp-narrative-popover.h"
#include "app/dp-text-field.h"

struct _DpHighlightTools
{
  AdwBin parent_instance;

  DpSession *session;     /* (owned) (nullable) */
  DpHighlight *highlight; /* (owned) (nullable) */
  DpNarrativePopover *popover;
  DpTextField *note;
  DpComments *comments;
};

G_DEFINE_FINAL_TYPE (DpHighlightTools, dp_highlight_tools, ADW_TYPE_BIN)

static void
chosen_cb (DpHighlightTools *self,
           DpNarrative *narrative)
{
  if (dp_highlight_has_narrative (self->highlight, dp_narrative_get_id (narrative)))
    dp_session_untag (self->session, self->highlight, dp_narrative_get_id (narrative));
  else
    dp_session_tag (self->session, self->highlight, narrative);
}

static void
popover_shown_cb (DpHighlightTools *self)
{
  dp_narrative_popover_start (self->popover, self->session, self->highlight);
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

  g_type_ensure (DP_TYPE_COMMENTS);
  g_type_ensure (DP_TYPE_NARRATIVE_POPOVER);
  g_type_ensure (DP_TYPE_TEXT_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-highlight-tools.ui");
  gtk_widget_class_bind_template_child (widget_class, DpHighlightTools, popover);
  gtk_widget_class_bind_template_child (widget_class, DpHighlightTools, note);
  gtk_widget_class_bind_template_child (widget_class, DpHighlightTools, comments);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
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
  dp_comments_set_target (self->comments, session, highlight);
  return GTK_WIDGET (self);
}
