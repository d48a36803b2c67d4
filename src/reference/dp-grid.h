/* dp-grid.h: the cells of a file that somebody else wrote, before anything is known of their meaning
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define DP_GRID_MAX_SIZE ((gsize) 64 * 1024 * 1024)
#define DP_GRID_MAX_ROWS 200000
#define DP_GRID_MAX_COLUMNS 2000
#define DP_GRID_MAX_CELLS 8000000

typedef struct _DpGrid DpGrid;

/**
 * dp_grid_read_csv:
 * @data: bytes of a CSV file in any common shape, need not be NUL-terminated
 *
 * Fields may be divided by commas, semicolons or tabs, whichever divides the most lines alike; lines may
 * differ in their number of fields, and end in CRLF, LF or CR. UTF-8 and UTF-16 are known by their
 * marks or their bytes; what is neither is taken for windows-1251 where its letters come in words, as
 * Cyrillic does, and else for windows-1252.
 *
 * Returns: (transfer full): or %NULL with %G_IO_ERROR_INVALID_DATA, whose message gives the line
 */
DpGrid *dp_grid_read_csv (const char *data,
                          gsize length,
                          GError **error);
void dp_grid_free (DpGrid *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpGrid, dp_grid_free)

/* All lines but empty ones, from 0. */
guint dp_grid_get_n_rows (DpGrid *self);
/* Of the longest row. */
guint dp_grid_get_n_columns (DpGrid *self);

/* The text of a cell without white space around it; "" where a row ends before. */
const char *dp_grid_get (DpGrid *self,
                         guint row,
                         guint column);

/* The line of the file, from 1, that a row begins at. */
guint dp_grid_get_line (DpGrid *self,
                        guint row);

/* "UTF-8", "UTF-16LE", "windows-1252" ...; ",", ";" or a tab */
const char *dp_grid_get_encoding (DpGrid *self);
char dp_grid_get_delimiter (DpGrid *self);

G_END_DECLS
