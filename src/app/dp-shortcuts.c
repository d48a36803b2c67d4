/* dp-shortcuts.c: the one table of keys: accelerators, hints on buttons, the shortcuts window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-shortcuts.h"

#include <string.h>

#include <glib/gi18n.h>

static const DpShortcut shortcuts[] = {
  { DP_SHORTCUT_GROUP_GENERAL, "app.new-case", "<Control>n", FALSE, N_ ("New case") },
  { DP_SHORTCUT_GROUP_GENERAL, "app.new-from-link", "<Control>l", FALSE, N_ ("New case from a link") },
  { DP_SHORTCUT_GROUP_GENERAL, "app.new-from-file", "<Control>o", FALSE, N_ ("New case from a file") },
  { DP_SHORTCUT_GROUP_GENERAL, "app.library", "<Alt>Home", FALSE, N_ ("Go to the library") },
  { DP_SHORTCUT_GROUP_GENERAL, "app.preferences", "<Control>comma", FALSE, N_ ("Preferences") },
  { DP_SHORTCUT_GROUP_GENERAL, "app.shortcuts", "<Control>question F1", FALSE, N_ ("Help: all keys") },
  { DP_SHORTCUT_GROUP_GENERAL, "page.close", "<Control>w", FALSE, N_ ("Close the case or window") },
  { DP_SHORTCUT_GROUP_GENERAL, "app.quit", "<Control>q", FALSE, N_ ("Quit") },

  { DP_SHORTCUT_GROUP_LIBRARY, "intake.paste", "<Control>v", TRUE, N_ ("New case from the clipboard") },
  { DP_SHORTCUT_GROUP_LIBRARY, "app.search", "<Control><Shift>f", FALSE, N_ ("Search the library") },
  { DP_SHORTCUT_GROUP_LIBRARY, "entry.open", "Return", TRUE, N_ ("Open the case") },
  { DP_SHORTCUT_GROUP_LIBRARY, "entry.trash", "Delete", TRUE, N_ ("Move the case to the trash") },
  { DP_SHORTCUT_GROUP_LIBRARY, "entry.menu", "Menu <Shift>F10", TRUE, N_ ("What can be done with the case") },
  { DP_SHORTCUT_GROUP_LIBRARY, "app.narratives", "<Control>t", FALSE, N_ ("Narratives of the library") },
  { DP_SHORTCUT_GROUP_LIBRARY, "narrative.new", "Insert", TRUE, N_ ("Among the narratives: new narrative") },
  { DP_SHORTCUT_GROUP_LIBRARY, "narrative.rename", "F2", TRUE, N_ ("Rename the narrative") },
  { DP_SHORTCUT_GROUP_LIBRARY, "narrative.describe", "F4", TRUE, N_ ("Describe the narrative") },
  { DP_SHORTCUT_GROUP_LIBRARY, "narrative.move", "<Control>m", TRUE, N_ ("Move the narrative under another") },
  { DP_SHORTCUT_GROUP_LIBRARY, "narrative.merge", "<Control><Shift>m", TRUE, N_ ("Merge the narrative into another") },
  { DP_SHORTCUT_GROUP_LIBRARY, "narrative.split", "<Control><Shift>s", TRUE, N_ ("Split the ticked passages off") },
  { DP_SHORTCUT_GROUP_LIBRARY, "narrative.retire", "<Control>Delete", TRUE, N_ ("Retire the narrative") },
  { DP_SHORTCUT_GROUP_LIBRARY, "library.refresh", "F5", FALSE, N_ ("Look for changes in the folder") },

  { DP_SHORTCUT_GROUP_CASE, "history.undo", "<Control>z", FALSE, N_ ("Undo") },
  { DP_SHORTCUT_GROUP_CASE, "history.redo", "<Control><Shift>z <Control>y", FALSE, N_ ("Redo") },
  { DP_SHORTCUT_GROUP_CASE, "case.save", "<Control>s", FALSE, N_ ("Save now") },
  { DP_SHORTCUT_GROUP_CASE, "case.next-pane", "F6", FALSE, N_ ("Next pane") },
  { DP_SHORTCUT_GROUP_CASE, "case.article", "<Control>0", FALSE, N_ ("Article") },
  { DP_SHORTCUT_GROUP_CASE, "case.page::claims", "<Control>1", FALSE, N_ ("Claims") },
  { DP_SHORTCUT_GROUP_CASE, "case.page::evidence", "<Control>2", FALSE, N_ ("Evidence") },
  { DP_SHORTCUT_GROUP_CASE, "case.page::write", "<Control>3", FALSE, N_ ("Write") },
  { DP_SHORTCUT_GROUP_CASE, "case.page::details", "<Control>4", FALSE, N_ ("Details") },
  { DP_SHORTCUT_GROUP_CASE, "case.page::review", "<Control>5", FALSE, N_ ("Review") },
  { DP_SHORTCUT_GROUP_CASE, "case.toggle-pages", "F9", TRUE, N_ ("Only the article, or both sides") },
  { DP_SHORTCUT_GROUP_CASE, "case.toggle-article", "<Shift>F9", TRUE, N_ ("Only the pages, or both sides") },
  { DP_SHORTCUT_GROUP_CASE, "field.open-link", "<Alt>Return", TRUE, N_ ("Open the link of a field") },
  { DP_SHORTCUT_GROUP_CASE, "evidence.remove", "Delete", TRUE, N_ ("Remove the evidence that is selected") },
  { DP_SHORTCUT_GROUP_CASE, "article.fetch-again", "<Control>r", FALSE, N_ ("Fetch the article again") },
  { DP_SHORTCUT_GROUP_CASE, "article.compare", "F7", FALSE, N_ ("Two articles or versions side by side") },
  { DP_SHORTCUT_GROUP_CASE, "article.translation", "<Shift>F7", FALSE, N_ ("Original and translation") },
  { DP_SHORTCUT_GROUP_CASE, "anchors.review", "F8", FALSE, N_ ("Decide on highlights whose text changed") },
  { DP_SHORTCUT_GROUP_CASE, "case.read", "F4", FALSE, N_ ("Reading view: the case as it will be published") },
  { DP_SHORTCUT_GROUP_CASE, "case.cross-check", "<Shift>F4", FALSE, N_ ("Cross-check: a verdict before you see that of the case") },
  { DP_SHORTCUT_GROUP_CASE, "text.apply", "<Control>Return", TRUE, N_ ("Apply the corrected text") },
  { DP_SHORTCUT_GROUP_CASE, "tab.next", "<Control>Tab", TRUE, N_ ("Next case") },
  { DP_SHORTCUT_GROUP_CASE, "tab.previous", "<Control><Shift>Tab", TRUE, N_ ("Previous case") },

  { DP_SHORTCUT_GROUP_ARTICLE, "highlight.next", "j Down", TRUE, N_ ("Next sentence") },
  { DP_SHORTCUT_GROUP_ARTICLE, "highlight.previous", "k Up", TRUE, N_ ("Previous sentence") },
  { DP_SHORTCUT_GROUP_ARTICLE, "highlight.extend", "<Shift>Down <Shift>Up", TRUE, N_ ("Extend by a sentence") },
  { DP_SHORTCUT_GROUP_ARTICLE, "highlight.first", "Home End", TRUE, N_ ("First and last sentence") },
  { DP_SHORTCUT_GROUP_ARTICLE, "highlight.page", "Page_Up Page_Down space", TRUE, N_ ("Back and on by a page") },
  { DP_SHORTCUT_GROUP_ARTICLE, "highlight.add", "Return", TRUE, N_ ("Highlight") },
  { DP_SHORTCUT_GROUP_ARTICLE, "highlight.remove", "Delete", TRUE, N_ ("Remove the highlight") },
  { DP_SHORTCUT_GROUP_ARTICLE, "highlight.move-end", "<Alt>Left <Alt>Right", TRUE, N_ ("Move the end of the highlight by a word") },
  { DP_SHORTCUT_GROUP_ARTICLE, "highlight.move-start", "<Alt><Shift>Left <Alt><Shift>Right", TRUE, N_ ("Move its beginning by a word") },
  { DP_SHORTCUT_GROUP_ARTICLE, "highlight.leave", "Escape", TRUE, N_ ("Leave the highlight") },
  { DP_SHORTCUT_GROUP_ARTICLE, "article.go::next-highlight", "n <Shift>n", TRUE, N_ ("Next and previous highlight") },
  { DP_SHORTCUT_GROUP_ARTICLE, "article.go::next-gap", "u <Shift>u", TRUE, N_ ("Next and previous passage without highlights") },
  { DP_SHORTCUT_GROUP_ARTICLE, "article.go::next-claim", "l <Shift>l", TRUE, N_ ("Next and previous claim") },
  { DP_SHORTCUT_GROUP_ARTICLE, "article.paragraph-language", "p", TRUE, N_ ("Language of the paragraph") },
  { DP_SHORTCUT_GROUP_ARTICLE, "article.copy-quotation", "<Control><Shift>c", TRUE, N_ ("Copy the passage with its source") },
  { DP_SHORTCUT_GROUP_ARTICLE, "article.larger", "<Control>plus <Control>minus", TRUE, N_ ("Larger and smaller text") },
  { DP_SHORTCUT_GROUP_ARTICLE, "article.find", "<Control>f", FALSE, N_ ("Find in the article") },
  { DP_SHORTCUT_GROUP_ARTICLE, "link.open", "<Control>Return", TRUE, N_ ("Open a link of the sentence in the browser") },
  { DP_SHORTCUT_GROUP_ARTICLE, "article.paste", "<Control>v", TRUE, N_ ("Paste the article into a case without one") },

  { DP_SHORTCUT_GROUP_TAGS, "highlight.tag", "t", TRUE, N_ ("Tag with a narrative") },
  { DP_SHORTCUT_GROUP_TAGS, "highlight.tag-recent", "1...9", TRUE, N_ ("Tag with one of the last narratives") },
  { DP_SHORTCUT_GROUP_TAGS, "highlight.claim", "c", TRUE, N_ ("Make a claim of it") },
  { DP_SHORTCUT_GROUP_TAGS, "highlight.evidence", "e", TRUE, N_ ("Attach evidence to it, or go to it") },
  { DP_SHORTCUT_GROUP_TAGS, "highlight.comment", "m", TRUE, N_ ("Comment on it") },
  { DP_SHORTCUT_GROUP_TAGS, "highlight.tag-more", "<Control>Return", TRUE, N_ ("While tagging: tag, and choose another") },

  { DP_SHORTCUT_GROUP_READING, "reading.sentence", "j k", TRUE, N_ ("Next and previous sentence") },
  { DP_SHORTCUT_GROUP_READING, "reading.comment-here", "m", TRUE, N_ ("Comment on the sentence or the evidence") },
  { DP_SHORTCUT_GROUP_READING, "reading.comment", "<Control>m", TRUE, N_ ("Comment on the whole case") },
  { DP_SHORTCUT_GROUP_READING, "reading.next-change", "<Alt>Down", TRUE, N_ ("Next change since you read it") },
  { DP_SHORTCUT_GROUP_READING, "reading.previous-change", "<Alt>Up", TRUE, N_ ("Previous change") },
  { DP_SHORTCUT_GROUP_READING, "reading.mark-read", "<Control>d", TRUE, N_ ("Mark as read") },
  { DP_SHORTCUT_GROUP_READING, "reading.words", "<Control>e", TRUE, N_ ("To the words of the decision") },
  { DP_SHORTCUT_GROUP_READING, "reading.approve", "<Control>Return", TRUE, N_ ("Approve") },
  { DP_SHORTCUT_GROUP_READING, "reading.request-changes", "<Control><Shift>Return", TRUE, N_ ("Request changes") },
  { DP_SHORTCUT_GROUP_READING, "cross-check.give", "<Control>Return", TRUE, N_ ("Cross-check: give the verdict") },
  { DP_SHORTCUT_GROUP_READING, "reading.side", "F9", TRUE, N_ ("Show or hide what is beside the text") },
};

static const char *const group_titles[] = {
  [DP_SHORTCUT_GROUP_GENERAL] = N_ ("General"),
  [DP_SHORTCUT_GROUP_LIBRARY] = N_ ("Library"),
  [DP_SHORTCUT_GROUP_CASE] = N_ ("Case"),
  [DP_SHORTCUT_GROUP_ARTICLE] = N_ ("Reading and Highlighting"),
  [DP_SHORTCUT_GROUP_TAGS] = N_ ("The Selected Highlight"),
  [DP_SHORTCUT_GROUP_READING] = N_ ("Reading View"),
};

const DpShortcut *
dp_shortcuts_get (guint *n_shortcuts)
{
  g_return_val_if_fail (n_shortcuts != NULL, NULL);

  *n_shortcuts = G_N_ELEMENTS (shortcuts);
  return shortcuts;
}

const DpShortcut *
dp_shortcuts_find (const char *action)
{
  g_return_val_if_fail (action != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (strcmp (shortcuts[i].action, action) == 0)
      return &shortcuts[i];
  return NULL;
}

void
dp_shortcuts_apply (GtkApplication *application)
{
  g_return_if_fail (GTK_IS_APPLICATION (application));

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (!shortcuts[i].is_local)
      {
        g_auto (GStrv) accels = g_strsplit (shortcuts[i].accels, " ", -1);

        gtk_application_set_accels_for_action (application, shortcuts[i].action, (const char *const *) accels);
      }
}

/* (nullable): "Ctrl+Z" */
static char *
dup_key_label (const DpShortcut *shortcut)
{
  g_auto (GStrv) accels = g_strsplit (shortcut->accels, " ", -1);
  GdkModifierType modifiers;
  guint key;

  if (!gtk_accelerator_parse (accels[0], &key, &modifiers))
    return NULL;
  return gtk_accelerator_get_label (key, modifiers);
}

char *
dp_shortcuts_dup_hint (const char *action,
                       const char *text)
{
  const DpShortcut *shortcut;
  g_autofree char *keys = NULL;

  g_return_val_if_fail (action != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  shortcut = dp_shortcuts_find (action);
  if (shortcut != NULL)
    keys = dup_key_label (shortcut);
  if (keys == NULL)
    return g_strdup (text);
  /* Translators: the tooltip of a button: what it does (the keys that do it). */
  return g_strdup_printf (_ ("%s (%s)"), text, keys);
}

static void
add_hint (GtkWidget *widget)
{
  GtkActionable *actionable = GTK_ACTIONABLE (widget);
  const char *tooltip = gtk_widget_get_tooltip_text (widget);
  const char *name = gtk_actionable_get_action_name (actionable);
  GVariant *target = gtk_actionable_get_action_target_value (actionable);
  g_autofree char *detailed = NULL;
  g_autofree char *hint = NULL;

  if (tooltip == NULL || name == NULL)
    return;

  detailed = g_action_print_detailed_name (name, target);
  hint = dp_shortcuts_dup_hint (detailed, tooltip);
  gtk_widget_set_tooltip_text (widget, hint);
}

void
dp_shortcuts_add_hints (GtkWidget *root)
{
  g_return_if_fail (GTK_IS_WIDGET (root));

  if (GTK_IS_ACTIONABLE (root))
    add_hint (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    dp_shortcuts_add_hints (child);
}

static void
append_group (GString *xml,
              DpShortcutGroup group)
{
  g_autofree char *head = g_markup_printf_escaped ("<child><object class=\"GtkShortcutsGroup\">"
                                                   "<property name=\"title\">%s</property>",
                                                   _ (group_titles[group]));

  g_string_append (xml, head);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (shortcuts[i].group == group)
      {
        g_autofree char *line = g_markup_printf_escaped ("<child><object class=\"GtkShortcutsShortcut\">"
                                                         "<property name=\"title\">%s</property>"
                                                         "<property name=\"accelerator\">%s</property>"
                                                         "</object></child>",
                                                         _ (shortcuts[i].title),
                                                         shortcuts[i].accels);
        g_string_append (xml, line);
      }
  g_string_append (xml, "</object></child>");
}

/* GTK 4.8 has no functions to fill such a window, only the builder can. */
GtkWidget *
dp_shortcuts_window_new (void)
{
  g_autoptr (GString) xml = g_string_new ("<interface><object class=\"GtkShortcutsWindow\" id=\"window\">"
                                          "<property name=\"modal\">1</property>"
                                          "<child><object class=\"GtkShortcutsSection\">"
                                          "<property name=\"section-name\">all</property>"
                                          "<property name=\"max-height\">14</property>");
  g_autoptr (GtkBuilder) builder = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (group_titles); i++)
    append_group (xml, i);
  g_string_append (xml, "</object></child></object></interface>");

  builder = gtk_builder_new_from_string (xml->str, xml->len);
  return GTK_WIDGET (gtk_builder_get_object (builder, "window"));
}
