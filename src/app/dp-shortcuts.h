/* dp-shortcuts.h: the one table of keys: accelerators, hints on buttons, the shortcuts window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  DP_SHORTCUT_GROUP_GENERAL,
  DP_SHORTCUT_GROUP_LIBRARY,
  DP_SHORTCUT_GROUP_CASE,
  DP_SHORTCUT_GROUP_ARTICLE,
  DP_SHORTCUT_GROUP_TAGS,
  DP_SHORTCUT_GROUP_READING,
} DpShortcutGroup;

/**
 * DpShortcut:
 * @action: detailed name, as in "case.page::claims"
 * @accels: separated by spaces, the first is the one that is shown on buttons
 * @is_local: the keys work only where a widget handles them itself; a single letter must not be taken
 *   from somebody who types
 * @title: what it does, not yet translated
 */
typedef struct
{
  DpShortcutGroup group;
  const char *action;
  const char *accels;
  gboolean is_local;
  const char *title;
} DpShortcut;

/* (array length=n_shortcuts) */
const DpShortcut *dp_shortcuts_get (guint *n_shortcuts);

/* (nullable): the line of an action, with or without its target */
const DpShortcut *dp_shortcuts_find (const char *action);

/* Makes accelerators of all that are not local. */
void dp_shortcuts_apply (GtkApplication *application);

/* (transfer full): "Undo (Ctrl+Z)", or just @text for an action without keys */
char *dp_shortcuts_dup_hint (const char *action,
                             const char *text);

/* Adds the keys to the tooltip of each button under @root that names its action. Call it once, when
 * the template is there. */
void dp_shortcuts_add_hints (GtkWidget *root);

/* (transfer none): a new window, which owns itself as windows do */
GtkWidget *dp_shortcuts_window_new (void);

G_END_DECLS
