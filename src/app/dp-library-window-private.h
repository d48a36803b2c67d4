/* dp-library-window-private.h: what the files of the library window share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/dp-case-filter.h"
#include "app/dp-library-window.h"
#include "app/dp-scopes.h"

G_BEGIN_DECLS

struct _DpLibraryWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  AdwLeaflet *leaflet;
  GtkListBox *sidebar;
  GtkEditable *search;
  GtkMenuButton *new_button;
  GtkWidget *new_label;
  GtkBox *bars;
  GPtrArray *more_bars; /* (element-type DpIntakeBar): for which there is no room yet */
  GtkWidget *batch;     /* to be seen while a list of links is fetched */
  GtkLabel *batch_label;
  guint n_links;      /* of the list; 0 for none */
  guint n_links_done; /* taken or cancelled */
  guint n_cases_made; /* of them */
  GtkWidget *notice;
  GtkStack *stack;
  GtkWidget *content;
  GtkWidget *drop_hint;
  AdwStatusPage *failed_page;
  AdwStatusPage *nothing_page;
  GtkListView *list_view;
  GtkSingleSelection *selection;
  GtkFilterListModel *filtered;
  DpCaseFilter *filter;
  GtkCustomSorter *sorter;
  GMenuModel *entry_menu;

  GtkPopover *entry_popover; /* its parent is content */
  DpWorkbench *workbench;    /* (owned) */
  DpLibrary *library;        /* (owned) (nullable): the one listed */
  DpScopes *scopes;          /* (owned) */
  GCancellable *cancellable; /* (owned): goes with the library listed */
  char *problem;             /* (owned) (nullable): why the folder cannot be read */
  gboolean is_scanning;
  GtkNativeDialog *chooser; /* (owned) (nullable) */
};

/* dp-library-window-intake.c: the ways in */
void dp_library_window_intake_class_init (GtkWidgetClass *widget_class);
void dp_library_window_intake_init (DpLibraryWindow *self);

/* dp-library-window-entries.c: what can be done with a case of the list */
void dp_library_window_entries_class_init (GtkWidgetClass *widget_class);
void dp_library_window_entries_init (DpLibraryWindow *self);
void dp_library_window_open_entry (DpLibraryWindow *self,
                                   DpCaseEntry *entry);
/* (transfer full) (nullable) */
DpCaseEntry *dp_library_window_dup_selected (DpLibraryWindow *self);
void dp_library_window_select (DpLibraryWindow *self,
                               DpCaseEntry *entry);
void dp_library_window_update_entry_actions (DpLibraryWindow *self);

/* Whether it has been closed while something was still under way for it. */
gboolean dp_library_window_is_gone (DpLibraryWindow *self);

void dp_library_window_scan (DpLibraryWindow *self);

G_END_DECLS
