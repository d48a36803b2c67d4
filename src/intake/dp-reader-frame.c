/* dp-reader-frame.c: what passes between a program and the process that reads for it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "intake/dp-reader-frame.h"

#include <string.h>

#include "base/dp-json.h"

GBytes *
dp_reader_frame_begin (JsonObject *head,
                       gsize body_size)
{
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), head);
  g_autoptr (GBytes) text = dp_json_write (node);
  guint32 start[3];
  GByteArray *frame;

  if (text == NULL || g_bytes_get_size (text) > DP_READER_FRAME_MAX_HEAD || body_size > DP_READER_FRAME_MAX_BODY)
    return NULL;

  start[0] = GUINT32_TO_LE (DP_READER_FRAME_MAGIC);
  start[1] = GUINT32_TO_LE ((guint32) g_bytes_get_size (text));
  start[2] = GUINT32_TO_LE ((guint32) body_size);
  frame = g_byte_array_new ();
  g_byte_array_append (frame, (const guint8 *) start, sizeof start);
  g_byte_array_append (frame, g_bytes_get_data (text, NULL), (guint) g_bytes_get_size (text));
  return g_byte_array_free_to_bytes (frame);
}

gboolean
dp_reader_frame_read_start (const guint8 *start,
                            guint32 *head_size,
                            guint32 *body_size)
{
  guint32 numbers[3];

  memcpy (numbers, start, sizeof numbers);
  *head_size = GUINT32_FROM_LE (numbers[1]);
  *body_size = GUINT32_FROM_LE (numbers[2]);
  return GUINT32_FROM_LE (numbers[0]) == DP_READER_FRAME_MAGIC && *head_size <= DP_READER_FRAME_MAX_HEAD &&
         *body_size <= DP_READER_FRAME_MAX_BODY;
}

JsonObject *
dp_reader_frame_read_head (const char *head,
                           gsize size)
{
  g_autoptr (JsonNode) node = dp_json_read (head, size, DP_JSON_STRICT, NULL);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_dup_object (node) : NULL;
}
