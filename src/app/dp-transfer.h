/* dp-transfer.h: what was pasted or dropped, read without waiting
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DpTransfer:
 *
 * One of: files; a link to fetch; data, perhaps with the link of the page it was copied from.
 */
typedef struct
{
  GPtrArray *files; /* (nullable) (element-type GFile) */
  char *link;       /* (nullable) */
  GBytes *data;     /* (nullable) */
  char *media_type; /* of data */
  char *source;     /* (nullable): where data was copied from */
} DpTransfer;

void dp_transfer_free (DpTransfer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpTransfer, dp_transfer_free)

/* (transfer full): what a window says it can take */
GdkContentFormats *dp_transfer_dup_formats (void);

/* The richest form that is offered: files, one link, HTML, text. Nothing usable is
 * %G_IO_ERROR_NOT_FOUND, too much %G_IO_ERROR_MESSAGE_TOO_LARGE; both messages are for people. */
void dp_transfer_read_clipboard_async (GdkClipboard *clipboard,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
void dp_transfer_read_drop_async (GdkDrop *drop,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
/* (transfer full) */
DpTransfer *dp_transfer_read_finish (GAsyncResult *result,
                                     GError **error);

/* (transfer full) (nullable): the link in what a browser puts beside a copied passage; @media_type
 * tells the encoding, UTF-16LE for "text/x-moz-url-priv" */
char *dp_transfer_parse_source (GBytes *bytes,
                                const char *media_type);

/* A list as of text/uri-list: its files, or the one link it is. Returns whether there was either. */
gboolean dp_transfer_parse_uri_list (DpTransfer *self,
                                     const char *text);

G_END_DECLS
