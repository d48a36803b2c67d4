/* dp-csv.h: tables in CSV, read strictly
 *
 * RFC 4180 with a header line, in UTF-8 (a byte order mark may lead, since spreadsheets write one).
 * Lines may end in CRLF or LF. All else that many readers guess at is an error: a quote within an
 * unquoted field, text behind a closing quote, a lone CR, U+0000, a line with more or fewer fields
 * than the header, a column named twice.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define DP_CSV_MAX_SIZE ((gsize) 64 * 1024 * 1024)
#define DP_CSV_MAX_COLUMNS 256

typedef struct _DpCsv DpCsv;

/**
 * dp_csv_read:
 * @data: bytes, need not be NUL-terminated
 *
 * Returns: (transfer full): the table, or %NULL with %G_IO_ERROR_INVALID_DATA, whose message gives
 *   line and column (from 1, columns in code points)
 */
DpCsv *dp_csv_read (const char *data,
                    gsize length,
                    GError **error);
void dp_csv_free (DpCsv *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpCsv, dp_csv_free)

/* Without the header line. */
guint dp_csv_get_n_rows (DpCsv *self);
guint dp_csv_get_n_columns (DpCsv *self);

/* -1 when there is no such column. */
int dp_csv_find_column (DpCsv *self,
                        const char *name);
const char *dp_csv_get_column_name (DpCsv *self,
                                    guint column);
const char *dp_csv_get (DpCsv *self,
                        guint row,
                        guint column);

/* The line of the file, from 1, that a row begins at. */
guint dp_csv_get_line (DpCsv *self,
                       guint row);

G_END_DECLS
