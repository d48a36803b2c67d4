/* test-article-links.c: links and tables in the reading column, and the lead image above it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "test-display.h"

#include <math.h>

#include "app/dp-article-links.h"
#include "app/dp-article-text.h"
#include "app/dp-article-view.h"
#include "app/dp-lead-image.h"

static const char *const paragraphs[] = { "Nothing yet.", NULL };

typedef struct
{
  DpWorkbench *workbench;
  DpSession *session;
  GtkWidget *view;
  DpArticleText *text;
  GtkWindow *window;
  char *opened; /* (nullable): the last address that was to be opened */
} Fixture;

static GtkWidget *
find (GtkWidget *widget,
      GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
open_cb (Fixture *fixture,
         const char *href)
{
  g_free (fixture->opened);
  fixture->opened = g_strdup (href);
  return TRUE; /* and no browser */
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->workbench = dp_test_workbench_new ();
  fixture->session = dp_test_session_new (fixture->workbench, "en", paragraphs);
  fixture->view = dp_article_view_new (fixture->session);
  fixture->text = DP_ARTICLE_TEXT (find (fixture->view, DP_TYPE_ARTICLE_TEXT));
  g_signal_connect_swapped (fixture->text, "open-link", G_CALLBACK (open_cb), fixture);
  fixture->window = dp_test_present (fixture->view, 900, 600);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  gpointer weak = fixture->view;

  g_object_add_weak_pointer (G_OBJECT (fixture->view), &weak);
  dp_test_finish (fixture->window);
  g_assert_null (weak);
  g_assert_finalize_object (fixture->session);
  g_object_unref (fixture->workbench);
  g_free (fixture->opened);
}

static DpArticle *
get_article (Fixture *fixture)
{
  return dp_session_get_article (fixture->session);
}

/* Takes the blocks, up to NULL. */
static void
show (Fixture *fixture,
      DpBlock *first,
      ...)
{
  g_autoptr (GPtrArray) blocks = dp_blocks_new ();
  va_list args;

  va_start (args, first);
  for (DpBlock *block = first; block != NULL; block = va_arg (args, DpBlock *))
    g_ptr_array_add (blocks, block);
  va_end (args);
  dp_case_correct_text (dp_session_get_case (fixture->session), get_article (fixture), blocks);
  dp_test_spin ();
}

static DpBlock *
new_linked (const char *text,
            guint start,
            guint end,
            const char *href)
{
  DpBlock *block = dp_block_new (DP_BLOCK_PARAGRAPH, 0, text);

  g_assert_nonnull (dp_block_add_link (block, start, end, href));
  return block;
}

static DpBlock *
new_row (guint level,
         const char *text)
{
  return dp_block_new (DP_BLOCK_TABLE_ROW, level, text);
}

static gboolean
has_tag (Fixture *fixture,
         guint offset,
         const char *name)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->text));
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), name);
  GtkTextIter iter;

  g_assert_nonnull (tag);
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) offset);
  return gtk_text_iter_has_tag (&iter, tag);
}

/* The words of a link are marked and no others; offsets are those of the whole text. */
static void
test_links (Fixture *fixture,
            gconstpointer data)
{
  show (fixture,
        new_linked ("Über 𝄞 alles.", 5, 6, "https://example.org/a"),
        new_linked ("See there and here.", 4, 9, "https://example.org/b"),
        NULL);
  g_assert_false (has_tag (fixture, 4, "link"));
  g_assert_true (has_tag (fixture, 5, "link"));
  g_assert_false (has_tag (fixture, 6, "link"));
  g_assert_false (has_tag (fixture, 17, "link"));
  g_assert_true (has_tag (fixture, 18, "link"));
  g_assert_true (has_tag (fixture, 22, "link"));
  g_assert_false (has_tag (fixture, 23, "link"));
}

static void
place_caret (Fixture *fixture,
             guint offset)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->text));
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) offset);
  gtk_text_buffer_place_cursor (buffer, &iter);
}

static void
open_at (Fixture *fixture,
         guint offset)
{
  g_clear_pointer (&fixture->opened, g_free);
  place_caret (fixture, offset);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->text), "link.open", NULL));
  dp_test_spin ();
}

/* The link where the keyboard is; only what the web and mail have. */
static void
test_open (Fixture *fixture,
           gconstpointer data)
{
  DpBlock *two = new_linked ("One and two.", 0, 3, "https://example.org/one");

  dp_block_add_link (two, 8, 11, "mailto:two@example.org");
  show (fixture,
        new_linked ("See there.", 4, 9, "https://example.org/there"),
        new_linked ("See that.", 4, 8, "javascript:alert(1)"),
        new_linked ("See the file.", 8, 12, "file:///etc/passwd"),
        two,
        NULL);
  open_at (fixture, 5);
  g_assert_cmpstr (fixture->opened, ==, "https://example.org/there");
  open_at (fixture, 0);
  g_assert_null (fixture->opened);
  open_at (fixture, 15);
  g_assert_null (fixture->opened);
  open_at (fixture, 30);
  g_assert_null (fixture->opened);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->text), "link.follow", "s", "javascript:alert(1)"));
  g_assert_null (fixture->opened);
  open_at (fixture, 36);
  g_assert_cmpstr (fixture->opened, ==, "https://example.org/one");
  open_at (fixture, 44);
  g_assert_cmpstr (fixture->opened, ==, "mailto:two@example.org");

  /* Two of them: a menu asks which. */
  g_clear_pointer (&fixture->opened, g_free);
  dp_article_text_set_mark (fixture->text, DP_MARK_CURSOR, (DpSpan){ 35, 47 });
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->text), "link.open", NULL));
  g_assert_null (fixture->opened);
  dp_test_spin_until (find (GTK_WIDGET (fixture->text), GTK_TYPE_POPOVER_MENU) != NULL);
  gtk_popover_popdown (GTK_POPOVER (find (GTK_WIDGET (fixture->text), GTK_TYPE_POPOVER_MENU)));
  dp_test_spin_until (find (GTK_WIDGET (fixture->text), GTK_TYPE_POPOVER_MENU) == NULL);
}

static int
get_x (Fixture *fixture,
       guint offset)
{
  GtkTextView *view = GTK_TEXT_VIEW (fixture->text);
  GtkTextIter iter;
  GdkRectangle box;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, (int) offset);
  gtk_text_view_get_iter_location (view, &iter, &box);
  return box.x;
}

/* The cells of a column begin at the same place, and behind the widest of the column before. */
static void
check_tables (Fixture *fixture)
{
  int first = get_x (fixture, 1);
  int second = get_x (fixture, 6);
  int word = get_x (fixture, 16);

  g_assert_cmpint (get_x (fixture, 27), ==, first);
  g_assert_cmpint (get_x (fixture, 31), ==, second);
  if (gtk_widget_get_direction (GTK_WIDGET (fixture->text)) == GTK_TEXT_DIR_RTL)
    {
      g_assert_cmpint (first, <, word);
      g_assert_cmpint (second, <, first);
    }
  else
    {
      g_assert_cmpint (first, >, word);
      g_assert_cmpint (second, >, first);
    }
}

static void
test_tables (Fixture *fixture,
             gconstpointer data)
{
  /* 0: "\t2020\t2021", 11: "Passengers, all\t120\t98", and another table whose columns are its own. */
  show (fixture, new_row (1, "\t2020\t2021"), new_row (0, "Passengers, all\t120\t98"), new_row (1, "A\tB"), new_row (0, "C\tD"), NULL);
  check_tables (fixture);
  g_assert_true (has_tag (fixture, 1, "table-head"));
  g_assert_false (has_tag (fixture, 12, "table-head"));
  g_assert_cmpint (abs (get_x (fixture, 36) - get_x (fixture, 34)), <, abs (get_x (fixture, 27) - get_x (fixture, 16)) / 2);

  /* In larger letters they stand further apart, and still below each other. */
  dp_article_text_set_column (fixture->text, 68, 1.6);
  dp_test_spin ();
  check_tables (fixture);
}

/* A picture of one colour. */
static GBytes *
new_image (void)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 320, 200);
  g_autoptr (GError) error = NULL;
  char *data;
  gsize size;

  gdk_pixbuf_fill (pixbuf, 0x336699ff);
  gdk_pixbuf_save_to_buffer (pixbuf, &data, &size, "png", &error, NULL);
  g_assert_no_error (error);
  return g_bytes_new_take (data, size);
}

static GtkPicture *
find_picture (Fixture *fixture)
{
  return GTK_PICTURE (find (fixture->view, GTK_TYPE_PICTURE));
}

static GtkStack *
find_pages (Fixture *fixture)
{
  return GTK_STACK (find (find (fixture->view, DP_TYPE_LEAD_IMAGE), GTK_TYPE_STACK));
}

/* Offered by its address, shown once it is kept, taken away and undone. */
static void
test_image (Fixture *fixture,
            gconstpointer data)
{
  GtkWidget *image = find (fixture->view, DP_TYPE_LEAD_IMAGE);
  DpCaseFile *file = dp_session_get_file (fixture->session);
  g_autoptr (GBytes) bytes = new_image ();
  g_autoptr (DpSealed) sealed = dp_sealed_new (bytes);
  g_autoptr (GError) error = NULL;

  g_assert_false (gtk_widget_get_visible (image));
  dp_article_set_image (get_article (fixture), "https://pictures.example.org/1.png");
  g_assert_true (gtk_widget_get_visible (image));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (find_pages (fixture)), ==, "offer");
  g_assert_null (gtk_picture_get_paintable (find_picture (fixture)));

  g_assert_true (dp_case_file_seal (file, bytes, &error));
  g_assert_no_error (error);
  dp_article_set_sealed_image (get_article (fixture), sealed);
  dp_test_spin_until (gtk_picture_get_paintable (find_picture (fixture)) != NULL);
  g_assert_cmpint (gdk_paintable_get_intrinsic_width (gtk_picture_get_paintable (find_picture (fixture))), ==, 320);
  dp_test_spin_until (gtk_widget_get_height (GTK_WIDGET (find_picture (fixture))) >= 100);

  g_assert_true (gtk_widget_activate_action (image, "lead-image.remove", NULL));
  g_assert_null (dp_article_get_sealed_image (get_article (fixture)));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (find_pages (fixture)), ==, "offer");
  g_assert_true (dp_history_undo (dp_session_get_history (fixture->session)));
  g_assert_nonnull (dp_article_get_sealed_image (get_article (fixture)));
  dp_test_spin_until (gtk_picture_get_paintable (find_picture (fixture)) != NULL);
}

/* What is no image any more, or says that it is as large as a town, leaves words and no picture. */
static void
test_bad_image (Fixture *fixture,
                gconstpointer data)
{
  static const guint8 huge[] = {
    0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R',
    0, 0, 0x7f, 0xff, 0, 0, 0x7f, 0xff, 8, 2, 0, 0, 0, 0x9c, 0x4b, 0x04, 0x59
  };
  GBytes *pages[] = { g_bytes_new_static ("<html>", 6), g_bytes_new_static (huge, sizeof huge) };

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (DpSealed) sealed = dp_sealed_new (pages[i]);
      GtkWidget *image = find (fixture->view, DP_TYPE_LEAD_IMAGE);

      g_assert_true (dp_case_file_seal (dp_session_get_file (fixture->session), pages[i], NULL));
      dp_article_set_sealed_image (get_article (fixture), sealed);
      g_assert_true (gtk_widget_get_visible (image));
      dp_test_spin_until (*gtk_label_get_text (GTK_LABEL (gtk_widget_get_template_child (image, DP_TYPE_LEAD_IMAGE, "caption"))) != '\0');
      g_assert_null (gtk_picture_get_paintable (find_picture (fixture)));
      dp_article_set_sealed_image (get_article (fixture), NULL);
      dp_test_spin ();
      g_bytes_unref (pages[i]);
    }
}

/* A footnote is in the same article: Ctrl and Enter go there and open nothing. */
static void
test_footnote (Fixture *fixture,
               gconstpointer data)
{
  g_autoptr (GPtrArray) blocks = dp_blocks_new ();
  GtkTextBuffer *buffer;
  DpBlock *block = dp_block_new (DP_BLOCK_PARAGRAPH, 0, "They say so.1 And that: The speech, was long.");
  GtkTextIter iter;
  DpSpan span;

  dp_block_add_link (block, 12, 13, "https://example.org/ships#n1:~:text=The%20speech%2C");
  g_ptr_array_add (blocks, block);
  for (guint i = 0; i < 60; i++)
    g_ptr_array_add (blocks, dp_block_new (DP_BLOCK_PARAGRAPH, 0, "Something else is said here."));
  g_ptr_array_add (blocks, dp_block_new (DP_BLOCK_LIST_ITEM, 1, "The speech, as it was printed."));
  dp_article_set_link (get_article (fixture), "https://example.org/ships");
  dp_article_set_blocks (get_article (fixture), blocks);
  dp_test_spin ();

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->text));
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, 12);
  gtk_text_buffer_place_cursor (buffer, &iter);
  gtk_widget_activate_action (GTK_WIDGET (fixture->text), "link.open", NULL);
  g_assert_null (fixture->opened);
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  g_assert_cmpint (gtk_text_iter_get_line (&iter), ==, 61);
  dp_test_spin_until (dp_article_text_get_visible_span (fixture->text).start > 100);

  /* Words of another page, and words that are gone, are looked for there. */
  g_assert_false (dp_article_links_find_within (get_article (fixture), "https://example.org/other#:~:text=The%20speech", &span));
  g_assert_false (dp_article_links_find_within (get_article (fixture), "https://example.org/ships#n2:~:text=Nothing", &span));
  g_assert_false (dp_article_links_find_within (get_article (fixture), "https://example.org/ships#n2:~:text=%ff", &span));
  g_assert_false (dp_article_links_find_within (get_article (fixture), "https://example.org/ships#n2:~:text=", &span));
}

int
main (int argc,
      char **argv)
{
  adw_init ();
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add ("/article-links/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("links", test_links);
  ADD ("open", test_open);
  ADD ("footnote", test_footnote);
  ADD ("tables", test_tables);
  ADD ("image", test_image);
  ADD ("bad-image", test_bad_image);
  return g_test_run ();
}
