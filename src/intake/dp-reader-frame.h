/* dp-reader-frame.h: what passes between a program and the process that reads for it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Requests and answers have one form: three numbers (little endian, 32 bits), then a head, which is a
 * JSON object, then a body, which is bytes.
 *
 * A request's head: want ("article", "extraction", "confinement"), media_type, link, origin; its body
 * is what is to be read. An answer's head is empty, or has problem (a DpIntakeError) and message; its
 * body is a case that holds the article, the extraction as disproof-cli prints it, or what the process
 * can still do.
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define DP_READER_FRAME_MAGIC 0x31725044u /* "DPr1" */
#define DP_READER_FRAME_MAX_HEAD ((guint32) 64 * 1024)
#define DP_READER_FRAME_MAX_BODY ((guint32) 256 * 1024 * 1024)
#define DP_READER_FRAME_START_SIZE (3 * sizeof (guint32))

/* (transfer full): start and head of a frame; the body follows them as it is. %NULL when @head or the
 * body is longer than may be. */
GBytes *dp_reader_frame_begin (JsonObject *head,
                               gsize body_size);

/* @start: of DP_READER_FRAME_START_SIZE bytes. %FALSE for what is no frame. */
gboolean dp_reader_frame_read_start (const guint8 *start,
                                     guint32 *head_size,
                                     guint32 *body_size);

/* (transfer full) (nullable) */
JsonObject *dp_reader_frame_read_head (const char *head,
                                       gsize size);

G_END_DECLS
