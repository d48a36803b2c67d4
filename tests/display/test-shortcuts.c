/* test-shortcuts.c: the table of keys, and what is made of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "test-display.h"

#include "app/dp-article-text.h"
#include "app/dp-case-page.h"
#include "app/dp-palette.h"
#include "app/dp-shortcuts.h"

static void
test_table (void)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const DpShortcut *shortcuts;
  guint n_shortcuts;

  shortcuts = dp_shortcuts_get (&n_shortcuts);
  g_assert_cmpuint (n_shortcuts, >, 20);
  for (guint i = 0; i < n_shortcuts; i++)
    {
      g_auto (GStrv) accels = g_strsplit (shortcuts[i].accels, " ", -1);
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;

      g_assert_true (g_action_parse_detailed_name (shortcuts[i].action, &name, &target, NULL));
      g_assert_true (dp_shortcuts_find (shortcuts[i].action) == &shortcuts[i]);
      for (guint j = 0; accels[j] != NULL && !shortcuts[i].is_local; j++)
        {
          guint keyval;
          GdkModifierType modifiers;

          /* A bare letter as an accelerator would be lost to everybody who types it. */
          g_assert_true (gtk_accelerator_parse (accels[j], &keyval, &modifiers));
          g_assert_true (modifiers != 0 || (keyval >= GDK_KEY_F1 && keyval <= GDK_KEY_F35));
          g_assert_true (g_hash_table_add (taken, g_strdup (accels[j])));
        }
    }
}

static gboolean
is_listed (guint keyval,
           GdkModifierType modifiers)
{
  const DpShortcut *shortcuts;
  guint n_shortcuts;

  shortcuts = dp_shortcuts_get (&n_shortcuts);
  for (guint i = 0; i < n_shortcuts; i++)
    {
      g_auto (GStrv) accels = g_strsplit (shortcuts[i].accels, " ", -1);

      for (guint j = 0; accels[j] != NULL; j++)
        {
          guint other;
          GdkModifierType other_modifiers;

          if (gtk_accelerator_parse (accels[j], &other, &other_modifiers) && other == keyval && other_modifiers == modifiers)
            return TRUE;
          if (g_str_equal (accels[j], "1...9") && keyval >= GDK_KEY_1 && keyval <= GDK_KEY_9)
            return TRUE;
        }
    }
  return FALSE;
}

/* The same key elsewhere on the keyboard, or by an older habit, need not be told. */
static gboolean
is_double (const char *name)
{
  return g_str_has_prefix (name, "KP_") || g_str_has_prefix (name, "ISO_") || g_str_equal (name, "BackSpace");
}

static void
check_trigger (GtkShortcutTrigger *trigger)
{
  if (GTK_IS_ALTERNATIVE_TRIGGER (trigger))
    {
      check_trigger (gtk_alternative_trigger_get_first (GTK_ALTERNATIVE_TRIGGER (trigger)));
      check_trigger (gtk_alternative_trigger_get_second (GTK_ALTERNATIVE_TRIGGER (trigger)));
    }
  else if (GTK_IS_KEYVAL_TRIGGER (trigger))
    {
      guint keyval = gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger));
      GdkModifierType modifiers = gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger));
      g_autofree char *name = gtk_accelerator_name (keyval, modifiers);

      /* Shift extends, which the table says once, for the arrows. */
      if (!is_double (gdk_keyval_name (keyval)) && !is_listed (keyval, modifiers) && !is_listed (keyval, modifiers & ~(GDK_SHIFT_MASK | GDK_CONTROL_MASK)))
        g_error ("%s is a key, but not in the table", name);
    }
}

static guint
check_keys (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  guint n_keys = 0;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller) || gtk_event_controller_get_name (controller) != NULL)
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);

          if (g_type_is_a (G_OBJECT_TYPE (widget), DP_TYPE_ARTICLE_TEXT) && !GTK_IS_CALLBACK_ACTION (gtk_shortcut_get_action (shortcut)))
            continue;
          check_trigger (gtk_shortcut_get_trigger (shortcut));
          n_keys++;
        }
    }
  return n_keys;
}

static GtkWidget *
find_type (GtkWidget *root,
           GType type)
{
  GtkWidget *found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_type (child, type);
  return found;
}

/* Whoever adds a key there adds it to the table. */
static void
test_keys_are_listed (void)
{
  const char *paragraphs[] = { "One sentence.", NULL };
  g_autoptr (DpWorkbench) workbench = dp_test_workbench_new ();
  g_autoptr (DpSession) session = dp_test_session_new (workbench, "en", paragraphs);
  GtkWidget *page = g_object_ref_sink (dp_case_page_new (session));
  GtkWidget *text = find_type (page, DP_TYPE_ARTICLE_TEXT);

  g_assert_cmpuint (check_keys (page), >, 8);
  g_assert_cmpuint (check_keys (text), >, 20);
  g_object_unref (page);
}

static void
test_hint (void)
{
  g_autofree char *undo = dp_shortcuts_dup_hint ("history.undo", "Undo: Highlight");
  g_autofree char *page = dp_shortcuts_dup_hint ("case.page::write", "Write");
  g_autofree char *none = dp_shortcuts_dup_hint ("no.such", "Nothing");

  g_assert_cmpstr (undo, ==, "Undo: Highlight (Ctrl+Z)");
  g_assert_cmpstr (page, ==, "Write (Ctrl+3)");
  g_assert_cmpstr (none, ==, "Nothing");
}

static void
test_hints_on_buttons (void)
{
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  GtkWidget *known = gtk_button_new ();
  GtkWidget *plain = gtk_button_new ();

  gtk_actionable_set_action_name (GTK_ACTIONABLE (known), "app.library");
  gtk_widget_set_tooltip_text (known, "Go to the library");
  gtk_widget_set_tooltip_text (plain, "Something else");
  gtk_box_append (GTK_BOX (box), known);
  gtk_box_append (GTK_BOX (box), plain);
  dp_shortcuts_add_hints (box);

  g_assert_cmpstr (gtk_widget_get_tooltip_text (known), ==, "Go to the library (Alt+Home)");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (plain), ==, "Something else");
  g_object_unref (box);
}

static void
test_window (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  GtkWidget *window = dp_shortcuts_window_new ();

  /* Without it the theme's own margins make GTK warn. */
  dp_palette_install (gdk_display_get_default ());
  gtk_css_provider_load_from_resource (provider, "/io/github/disproof/Disproof/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);

  g_assert_true (GTK_IS_SHORTCUTS_WINDOW (window));
  gtk_window_present (GTK_WINDOW (window));
  dp_test_spin ();
  dp_test_finish (GTK_WINDOW (window));
}

int
main (int argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/shortcuts/table", test_table);
  g_test_add_func ("/shortcuts/keys-are-listed", test_keys_are_listed);
  g_test_add_func ("/shortcuts/hint", test_hint);
  g_test_add_func ("/shortcuts/hints-on-buttons", test_hints_on_buttons);
  g_test_add_func ("/shortcuts/window", test_window);
  return g_test_run ();
}
