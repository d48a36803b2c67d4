/* dp-article-links.c: the links in an article's text: seen, named, and opened on wish
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-article-links.h"

#include <math.h>

#include <glib/gi18n.h>

/* Pixels that a press may move and still be a click. */
#define CLICK_SLACK 6
/* The words of a place, in a fragment: see dp_article_links_find_within(). */
#define WORDS_THERE ":~:text="
/* Code points of an address in a tooltip or menu, and of a link's words in a menu. */
#define LONGEST_ADDRESS 160
#define LONGEST_WORDS 40
#define MOST_CHOICES 20

struct _DpArticleLinks
{
  DpArticleText *text; /* (unowned) */
  DpArticle *article;  /* (owned) (nullable) */
  GtkTextTag *tag;
  GtkEventController *clicks; /* (unowned): of the text */

  /* From a press with Ctrl to its release. */
  gboolean is_pressed;
  double x;
  double y;
};

static guint open_signal;

static const DpBlockLink *
get_link_at (DpArticleLinks *self,
             double x,
             double y,
             DpSpan *span)
{
  guint offset;

  if (self->article == NULL || !dp_article_text_get_offset_at (self->text, x, y, &offset))
    return NULL;
  return dp_article_get_link_at (self->article, offset, span);
}

/* (transfer full): at most so many code points, and set apart from the text around it */
static char *
shorten (const char *text,
         guint most)
{
  g_autofree char *head = NULL;

  if (g_utf8_strlen (text, -1) <= (glong) most)
    return g_strdup_printf ("\342\201\250%s\342\201\251", text);
  head = g_utf8_substring (text, 0, most);
  return g_strdup_printf ("\342\201\250%s…\342\201\251", head);
}

static gboolean
is_page (const char *address,
         gsize length,
         const char *href)
{
  return length > 0 && strcspn (address, "#") == length && strncmp (address, href, length) == 0;
}

gboolean
dp_article_links_find_within (DpArticle *article,
                              const char *href,
                              DpSpan *span)
{
  const char *directive = strstr (href, WORDS_THERE);
  gsize length = strcspn (href, "#");
  g_autofree char *words = NULL;
  const char *text, *found;

  if (article == NULL || directive == NULL ||
      !(is_page (dp_article_get_link (article), length, href) || is_page (dp_article_get_canonical (article), length, href)))
    return FALSE;
  words = g_uri_unescape_string (directive + strlen (WORDS_THERE), NULL);
  if (words == NULL || *words == '\0' || !g_utf8_validate (words, -1, NULL))
    return FALSE;
  text = dp_article_get_text (article);
  found = strstr (text, words);
  /* Where a paragraph begins with them, rather than where they are in the middle of another. */
  for (const char *p = found; p != NULL; p = strstr (p + 1, words))
    if (p == text || p[-1] == '\n')
      {
        found = p;
        break;
      }
  if (found == NULL)
    return FALSE;
  span->start = dp_offsets_to_char (dp_article_get_offsets (article), (gsize) (found - text));
  span->end = span->start + (guint) g_utf8_strlen (words, -1);
  return TRUE;
}

static gboolean
query_tooltip_cb (DpArticleLinks *self,
                  int x,
                  int y,
                  gboolean is_by_keyboard,
                  GtkTooltip *tooltip)
{
  DpSpan span, within;
  const DpBlockLink *link = is_by_keyboard ? NULL : get_link_at (self, x, y, &span);
  g_autofree char *address = NULL;
  g_autofree char *text = NULL;
  GdkRectangle box;

  if (link == NULL)
    return FALSE;

  address = shorten (link->href, LONGEST_ADDRESS);
  if (dp_article_links_find_within (dp_article_text_get_article (self->text), link->href, &within))
    {
      g_autofree char *words = dp_offsets_dup_text (dp_article_get_offsets (dp_article_text_get_article (self->text)), within);
      g_autofree char *short_words = shorten (words, LONGEST_ADDRESS);

      /* Translators: the tooltip of a link to another place of the same article; %s are the words there */
      text = g_strdup_printf (_ ("%s\nCtrl and click go there"), short_words);
    }
  else if (dp_block_link_may_open (link->href))
    /* Translators: the tooltip of a link in an article; %s is its address */
    text = g_strdup_printf (_ ("%s\nCtrl and click open it"), address);
  else
    /* Translators: the tooltip of a link in an article; %s is its address */
    text = g_strdup_printf (_ ("%s\nOnly web and mail addresses are opened"), address);
  gtk_tooltip_set_text (tooltip, text);
  box = dp_article_text_get_box (self->text, span);
  if (box.height > 0)
    gtk_tooltip_set_tip_area (tooltip, &box);
  return TRUE;
}

static gboolean
is_true (GSignalInvocationHint *hint,
         GValue *accumulated,
         const GValue *returned,
         gpointer data)
{
  g_value_copy (returned, accumulated);
  return !g_value_get_boolean (returned);
}

static gboolean
open_link (DpArticleText *text,
           const char *href)
{
  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (text))), href, GDK_CURRENT_TIME);
  return TRUE;
}

static void
go_to (DpArticleText *text,
       DpSpan span)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (text));
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) span.start);
  gtk_text_buffer_place_cursor (buffer, &iter);
  dp_article_text_scroll_to (text, span);
}

static void
follow (DpArticleText *text,
        const char *href)
{
  DpSpan span;
  gboolean is_done;

  if (dp_article_links_find_within (dp_article_text_get_article (text), href, &span))
    go_to (text, span);
  else if (dp_block_link_may_open (href))
    g_signal_emit (text, open_signal, 0, href, &is_done);
}

static void
get_place (DpArticleLinks *self,
           GdkEvent *event,
           double *x,
           double *y)
{
  GtkWidget *widget = GTK_WIDGET (self->text);
  GtkNative *native = gtk_widget_get_native (widget);
  double event_x = 0, event_y = 0, native_x, native_y;

  gdk_event_get_position (event, &event_x, &event_y);
  gtk_native_get_surface_transform (native, &native_x, &native_y);
  gtk_widget_translate_coordinates (GTK_WIDGET (native), widget, event_x - native_x, event_y - native_y, x, y);
}

/* Not a gesture: with Ctrl the text view selects plain text, which a gesture would have to take from it
 * before it is known whether this is a click. */
static gboolean
event_cb (DpArticleLinks *self,
          GdkEvent *event)
{
  GdkEventType type = gdk_event_get_event_type (event);
  double x, y;

  if ((type != GDK_BUTTON_PRESS && type != GDK_BUTTON_RELEASE) || gdk_button_event_get_button (event) != GDK_BUTTON_PRIMARY)
    return GDK_EVENT_PROPAGATE;

  get_place (self, event, &x, &y);
  if (type == GDK_BUTTON_PRESS)
    {
      self->is_pressed = (gdk_event_get_modifier_state (event) & GDK_CONTROL_MASK) != 0;
      self->x = x;
      self->y = y;
    }
  else if (self->is_pressed)
    {
      const DpBlockLink *link = hypot (x - self->x, y - self->y) <= CLICK_SLACK ? get_link_at (self, x, y, NULL) : NULL;

      self->is_pressed = FALSE;
      if (link != NULL)
        {
          g_autofree char *href = g_strdup (link->href);

          follow (self->text, href);
        }
    }
  return GDK_EVENT_PROPAGATE;
}

/* Where the keyboard is: the sentence it stands on, what is selected, or the caret. */
static DpSpan
get_current_span (DpArticleText *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (text));
  DpSpan span = dp_article_text_get_mark (text, DP_MARK_CURSOR);
  GtkTextIter start, end;

  if (gtk_text_buffer_get_selection_bounds (buffer, &start, &end))
    return (DpSpan){ (guint) gtk_text_iter_get_offset (&start), (guint) gtk_text_iter_get_offset (&end) };
  if (span.start < span.end)
    return span;
  span.start = (guint) gtk_text_iter_get_offset (&start);
  span.end = span.start + 1;
  return span;
}

typedef struct
{
  DpSpan span;
  const char *href; /* the article's, as long as its blocks stay */
} FoundLink;

/* (transfer full) (element-type FoundLink): those that can be opened */
static GArray *
list_links (DpArticle *article,
            DpSpan span)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (FoundLink));
  GPtrArray *blocks = dp_article_get_blocks (article);
  GArray *spans = dp_article_get_block_spans (article);

  for (guint i = dp_article_get_block_at (article, span.start); i < blocks->len; i++)
    {
      const DpBlock *block = g_ptr_array_index (blocks, i);
      guint start = g_array_index (spans, DpSpan, i).start;

      if (start >= span.end)
        break;
      for (guint k = 0; block->links != NULL && k < block->links->len; k++)
        {
          const DpBlockLink *link = g_ptr_array_index (block->links, k);
          FoundLink item = { { start + link->start, start + link->end }, link->href };

          if (item.span.start < span.end && item.span.end > span.start && dp_block_link_may_open (link->href))
            g_array_append_val (found, item);
        }
    }
  return found;
}

static void
add_choice (GMenu *menu,
            DpArticle *article,
            const FoundLink *link)
{
  g_autofree char *words = dp_offsets_dup_text (dp_article_get_offsets (article), link->span);
  g_autofree char *short_words = shorten (words, LONGEST_WORDS);
  g_autofree char *address = shorten (link->href, LONGEST_ADDRESS / 2);
  g_autofree char *label = g_strdup_printf ("%s  %s", short_words, address);
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);
  g_autofree char *escaped = g_strjoinv ("__", parts); /* one alone marks a key */
  g_autoptr (GMenuItem) item = g_menu_item_new (escaped, NULL);

  g_menu_item_set_action_and_target (item, "link.follow", "s", link->href);
  g_menu_append_item (menu, item);
}

static gboolean
unparent_cb (gpointer data)
{
  gtk_widget_unparent (data);
  return G_SOURCE_REMOVE;
}

/* Not at once: what was chosen in the menu is still on its way. */
static void
closed_cb (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, unparent_cb, g_object_ref (popover), g_object_unref);
}

static void
ask_which (DpArticleText *text,
           DpArticle *article,
           GArray *links)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GdkRectangle box = dp_article_text_get_box (text, g_array_index (links, FoundLink, 0).span);
  GtkWidget *popover;

  for (guint i = 0; i < links->len && i < MOST_CHOICES; i++)
    add_choice (menu, article, &g_array_index (links, FoundLink, i));
  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_widget_set_parent (popover, GTK_WIDGET (text));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &box);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
open_action (GtkWidget *widget,
             const char *action_name,
             GVariant *parameter)
{
  DpArticleText *text = DP_ARTICLE_TEXT (widget);
  DpArticle *article = dp_article_text_get_article (text);
  g_autoptr (GArray) links = NULL;

  if (article == NULL)
    return;
  links = list_links (article, get_current_span (text));
  if (links->len == 1)
    {
      g_autofree char *href = g_strdup (g_array_index (links, FoundLink, 0).href);

      follow (text, href);
    }
  else if (links->len > 1)
    ask_which (text, article, links);
  else
    gtk_widget_error_bell (widget);
}

static void
follow_action (GtkWidget *widget,
               const char *action_name,
               GVariant *parameter)
{
  follow (DP_ARTICLE_TEXT (widget), g_variant_get_string (parameter, NULL));
}

void
dp_article_links_install (GtkWidgetClass *widget_class)
{
  open_signal = g_signal_new_class_handler ("open-link",
                                            G_TYPE_FROM_CLASS (widget_class),
                                            G_SIGNAL_RUN_LAST,
                                            G_CALLBACK (open_link),
                                            is_true,
                                            NULL,
                                            NULL,
                                            G_TYPE_BOOLEAN,
                                            1,
                                            G_TYPE_STRING);
  gtk_widget_class_install_action (widget_class, "link.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "link.follow", "s", follow_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "link.open", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "link.open", NULL);
}

static void
apply_to_block (DpArticleLinks *self,
                GtkTextBuffer *buffer,
                const DpBlock *block,
                guint start)
{
  for (guint i = 0; block->links != NULL && i < block->links->len; i++)
    {
      const DpBlockLink *link = g_ptr_array_index (block->links, i);
      GtkTextIter from, to;

      gtk_text_buffer_get_iter_at_offset (buffer, &from, (int) (start + link->start));
      gtk_text_buffer_get_iter_at_offset (buffer, &to, (int) (start + link->end));
      gtk_text_buffer_apply_tag (buffer, self->tag, &from, &to);
    }
}

void
dp_article_links_set_article (DpArticleLinks *self,
                              GtkTextBuffer *buffer,
                              DpArticle *article)
{
  GPtrArray *blocks;
  GArray *spans;

  self->is_pressed = FALSE;
  g_set_object (&self->article, article);
  if (article == NULL)
    return;

  blocks = dp_article_get_blocks (article);
  spans = dp_article_get_block_spans (article);
  for (guint i = 0; i < blocks->len; i++)
    apply_to_block (self, buffer, g_ptr_array_index (blocks, i), g_array_index (spans, DpSpan, i).start);
}

/* The colour is enough to see them by, and the line below them, which is faint: lines in full colour
 * are those of highlights. */
void
dp_article_links_update_colour (DpArticleLinks *self)
{
  GdkRGBA colour, line;

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self->text)), "accent_color", &colour))
    gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self->text)), &colour);
  line = colour;
  line.alpha *= 0.4f;
  g_object_set (self->tag, "foreground-rgba", &colour, "underline", PANGO_UNDERLINE_SINGLE, "underline-rgba", &line, NULL);
}

DpArticleLinks *
dp_article_links_new (DpArticleText *text,
                      GtkTextTagTable *tags)
{
  DpArticleLinks *self = g_new0 (DpArticleLinks, 1);
  g_autoptr (GtkTextTag) tag = gtk_text_tag_new ("link");

  self->text = text;
  gtk_text_tag_table_add (tags, tag);
  self->tag = tag; /* kept by the table */
  self->clicks = gtk_event_controller_legacy_new ();
  gtk_event_controller_set_propagation_phase (self->clicks, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (self->clicks, "event", G_CALLBACK (event_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (text), self->clicks);
  gtk_widget_set_has_tooltip (GTK_WIDGET (text), TRUE);
  g_signal_connect_swapped (text, "query-tooltip", G_CALLBACK (query_tooltip_cb), self);
  return self;
}

void
dp_article_links_free (DpArticleLinks *self)
{
  if (self == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->text, self);
  gtk_widget_remove_controller (GTK_WIDGET (self->text), self->clicks);
  g_clear_object (&self->article);
  g_free (self);
}
