/* dp-reading-quote.c: a passage that a claim quotes, and one click away, where it stands in the sealed copy
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-reading-quote.h"

#include <glib/gi18n.h>

#include "app/dp-phrases.h"
#include "app/dp-versions.h"

struct _DpReadingQuote
{
  AdwBin parent_instance;

  DpSession *session;        /* (owned) (nullable) */
  DpArticle *article;        /* (owned) (nullable) */
  DpHighlight *highlight;    /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) */
  gboolean was_read;

  GtkRevealer *revealer;
  GtkImage *icon;
  GtkLabel *state;
  GtkLabel *passage;
};

G_DEFINE_FINAL_TYPE (DpReadingQuote, dp_reading_quote, ADW_TYPE_BIN)

static void
show_state (DpReadingQuote *self,
            const char *icon_name,
            const char *css_class,
            const char *text)
{
  static const char *const classes[] = { "success", "warning", "error" };

  gtk_image_set_from_icon_name (self->icon, icon_name);
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (g_strcmp0 (classes[i], css_class) == 0)
      gtk_widget_add_css_class (GTK_WIDGET (self->icon), classes[i]);
    else
      gtk_widget_remove_css_class (GTK_WIDGET (self->icon), classes[i]);
  gtk_label_set_label (self->state, text);
}

/* The paragraph, or paragraphs, that hold the span, with the words of it in bold. */
static void
show_passage (DpReadingQuote *self,
              const char *text,
              DpSpan span)
{
  g_autoptr (DpOffsets) offsets = dp_offsets_new (text, -1);
  gsize start = dp_offsets_to_byte (offsets, span.start);
  gsize end = dp_offsets_to_byte (offsets, span.end);
  gsize from = start;
  gsize to = end;
  g_autofree char *markup = NULL;
  g_autofree char *before = NULL;
  g_autofree char *words = NULL;
  g_autofree char *after = NULL;

  while (from > 0 && text[from - 1] != '\n')
    from--;
  while (text[to] != '\0' && text[to] != '\n')
    to++;
  before = g_markup_escape_text (text + from, (gssize) (start - from));
  words = g_markup_escape_text (text + start, (gssize) (end - start));
  after = g_markup_escape_text (text + end, (gssize) (to - end));
  markup = g_strdup_printf ("%s<b>%s</b>%s", before, words, after);
  gtk_label_set_markup (self->passage, markup);
  gtk_widget_set_visible (GTK_WIDGET (self->passage), TRUE);
}

/* Where the words stand in @text. */
static DpAnchorMatch
find (DpReadingQuote *self,
      const char *text)
{
  g_autoptr (DpOffsets) offsets = dp_offsets_new (text, -1);
  g_autoptr (GPtrArray) anchors = g_ptr_array_new ();
  g_autoptr (GArray) matches = NULL;

  g_ptr_array_add (anchors, (gpointer) dp_highlight_get_anchor (self->highlight));
  matches = dp_anchor_find_all (NULL, offsets, anchors);
  return g_array_index (matches, DpAnchorMatch, 0);
}

static void
read_cb (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (DpReadingQuote) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DpArticle) copy = dp_versions_read_finish (DP_SESSION (source), result, &error);
  g_autofree char *when = NULL;
  g_autofree char *sound = NULL;
  DpAnchorMatch match;

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (copy == NULL)
    {
      show_state (self, "dialog-error-symbolic", "error", error->message);
      return;
    }
  when = dp_versions_dup_when (dp_article_get_sealed (self->article));
  match = find (self, dp_article_get_text (copy));
  if (match.status == DP_ANCHOR_LOST)
    {
      show_state (self, "dialog-error-symbolic", "error", _ ("The sealed copy is as it was received, but these words do not stand in it"));
      return;
    }
  show_passage (self, dp_article_get_text (copy), match.span);
  if (match.status == DP_ANCHOR_CHANGED && match.score < 1)
    {
      show_state (self, "dialog-warning-symbolic", "warning", _ ("The sealed copy is as it was received, and has other words there"));
      return;
    }
  /* Translators: a date and a time */
  sound = g_strdup_printf (_ ("As in the sealed copy, received %s, which is unaltered"), when);
  show_state (self, "emblem-ok-symbolic", "success", sound);
}

static void
show_article (DpReadingQuote *self)
{
  DpAnchorMatch match = find (self, dp_article_get_text (self->article));

  if (match.status != DP_ANCHOR_LOST)
    show_passage (self, dp_article_get_text (self->article), match.span);
  show_state (self, "dialog-warning-symbolic", "warning",
              match.status != DP_ANCHOR_LOST ? _ ("There is no sealed copy; this is the text of the article") : _ ("There is no sealed copy, and the words do not stand in the article"));
}

static void
toggled_cb (DpReadingQuote *self,
            GtkToggleButton *button)
{
  const DpSealed *sealed = self->article != NULL ? dp_article_get_sealed (self->article) : NULL;

  gtk_revealer_set_reveal_child (self->revealer, gtk_toggle_button_get_active (button));
  if (self->was_read || !gtk_toggle_button_get_active (button))
    return;
  self->was_read = TRUE;
  if (self->article == NULL)
    show_state (self, "dialog-error-symbolic", "error", _ ("The article is not in the case any more"));
  else if (sealed == NULL)
    show_article (self);
  else
    {
      show_state (self, "content-loading-symbolic", NULL, _ ("The copy is being read"));
      dp_versions_read_async (self->session, sealed, self->cancellable, read_cb, g_object_ref (self));
    }
}

/* In the window of the case, where all of the article is. */
static void
show_in_article_cb (DpReadingQuote *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWindow *parent = GTK_IS_WINDOW (root) ? gtk_window_get_transient_for (GTK_WINDOW (root)) : NULL;
  DpHighlight *highlight = dp_case_find_highlight (dp_session_get_case (self->session), dp_highlight_get_id (self->highlight));
  DpArticle *article = dp_case_find_article (dp_session_get_case (self->session), dp_highlight_get_article_id (self->highlight));

  if (article == NULL || highlight == NULL)
    {
      dp_session_toast (self->session, _ ("The passage is not in the case any more"), NULL, NULL);
      return;
    }
  dp_session_set_article (self->session, article);
  dp_session_set_highlight (self->session, highlight);
  if (parent != NULL)
    gtk_window_present (parent);
}

static GtkLabel *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return GTK_LABEL (label);
}

static GtkWidget *
make_details (DpReadingQuote *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_with_label (_ ("Show in the Article"));

  self->icon = GTK_IMAGE (gtk_image_new ());
  self->state = make_label ("caption");
  self->passage = make_label (NULL);
  gtk_label_set_selectable (self->passage, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->passage), FALSE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->state), TRUE);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->state));
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->passage));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (show_in_article_cb), self);
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_add_css_class (box, "reading-sealed");
  return box;
}

static void
dp_reading_quote_dispose (GObject *object)
{
  DpReadingQuote *self = DP_READING_QUOTE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->highlight);
  g_clear_object (&self->article);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dp_reading_quote_parent_class)->dispose (object);
}

static void
dp_reading_quote_finalize (GObject *object)
{
  g_object_unref (DP_READING_QUOTE (object)->cancellable);

  G_OBJECT_CLASS (dp_reading_quote_parent_class)->finalize (object);
}

static void
dp_reading_quote_class_init (DpReadingQuoteClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dp_reading_quote_dispose;
  G_OBJECT_CLASS (klass)->finalize = dp_reading_quote_finalize;
}

static void
dp_reading_quote_init (DpReadingQuote *self)
{
  self->cancellable = g_cancellable_new ();
  self->revealer = GTK_REVEALER (gtk_revealer_new ());
  gtk_revealer_set_child (self->revealer, make_details (self));
}

GtkWidget *
dp_reading_quote_new (DpSession *session,
                      DpCase *dp_case,
                      DpHighlight *highlight)
{
  DpReadingQuote *self = g_object_new (DP_TYPE_READING_QUOTE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = gtk_toggle_button_new ();
  GtkLabel *label = make_label (NULL);
  DpArticle *article = dp_case_find_article (dp_case, dp_highlight_get_article_id (highlight));
  g_autofree char *quote = dp_phrase_quote (dp_highlight_get_quote (highlight));

  self->session = g_object_ref (session);
  self->highlight = g_object_ref (highlight);
  self->article = article != NULL ? g_object_ref (article) : NULL;
  gtk_label_set_label (label, quote);
  gtk_button_set_child (GTK_BUTTON (button), GTK_WIDGET (label));
  gtk_widget_set_tooltip_text (button, _ ("Show these words in the sealed copy"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "reading-quote");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, quote, -1);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->revealer));
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}
