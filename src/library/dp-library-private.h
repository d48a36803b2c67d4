/* dp-library-private.h: what the files of a library share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/dp-index.h"
#include "library/dp-library-step.h"
#include "library/dp-library.h"
#include "library/dp-scan.h"

G_BEGIN_DECLS

struct _DpLibrary
{
  GObject parent_instance;

  GFile *folder;
  GFile *index_file;
  DpClock *clock;
  DpNarratives *narratives; /* (nullable) */

  /* The list. */
  GPtrArray *entries;  /* (element-type DpCaseEntry): in the order of dp_case_facts_compare() */
  GHashTable *by_name; /* (element-type filename DpCaseEntry): keys belong to the entries' facts */
  guint n_problems;

  /* Where entries went that are in the trash. */
  GHashTable *trashed; /* (element-type DpCaseEntry GFile) */

  /* Scans. */
  GQueue scans;        /* (element-type GTask): the first one is under way */
  GHashTable *touched; /* (element-type filename): changed by hand since it began */
  DpIndex *index;      /* (nullable): used by the scan under way, and by nobody else */
  gboolean is_index_tried;
  gboolean is_recovered;

  /* Steps. */
  GPtrArray *open;   /* (element-type GWeakRef): of DpCaseFile */
  GListStore *steps; /* (nullable): until first asked for */
  char *steps_stamp; /* of the folder when they were read */
  gboolean is_stepping;
  DpCaseSign sign; /* (nullable) */
  gpointer sign_data;
};

/* (transfer none): the entry of that folder, made or brought up to date */
DpCaseEntry *dp_library_show_facts (DpLibrary *self,
                                    DpCaseFacts *facts);
/* What others made and undid; when they were read before. */
void dp_library_refresh_steps (DpLibrary *self);
/* What is there now is known. */
void dp_library_stamp_steps (DpLibrary *self);
/* After the narratives changed. */
void dp_library_translate_again (DpLibrary *self);
void dp_library_show_scan (DpLibrary *self,
                           DpScan *scan);
/* @name: of a folder: what the scan under way found of it does not count */
void dp_library_touch (DpLibrary *self,
                       const char *name);
void dp_library_insert_entry (DpLibrary *self,
                              DpCaseEntry *entry);
void dp_library_remove_entry (DpLibrary *self,
                              guint position);

G_END_DECLS
