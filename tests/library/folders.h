/* folders.h: folders of cases for tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/dp-case-facts.h"
#include "library/dp-library.h"

/* 2026-01-10T08:00:00Z */
#define TEST_TIME 1768032000

/* A folder for one test: a library in it, a cache in it; removed at the end. */
typedef struct
{
  GFile *top;
  GFile *library;
  GFile *cache;
  DpClock *clock;
} Folders;

void folders_set_up (Folders *self,
                     gconstpointer data);
void folders_tear_down (Folders *self,
                        gconstpointer data);

/* (transfer full): a folder in the library with a case of that title; its clock advances by a minute
 * before, and its file looks a day old */
GFile *folders_add_case (Folders *self,
                         const char *name,
                         const char *title);

/* Writes @text into a file in the library, with its folders. */
void folders_write (Folders *self,
                    const char *path,
                    const char *text);

/* Makes a file look as if it had been changed @seconds ago. */
void folders_set_age (GFile *file,
                      guint seconds);

/* (transfer full): a new library on the folders, not yet scanned */
DpLibrary *folders_open (Folders *self);

void folders_scan (DpLibrary *library);

/* (transfer full): titles in the order of the list, with a line each */
char *folders_list_titles (DpLibrary *library);
