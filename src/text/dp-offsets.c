/* dp-offsets.c: code points and bytes of one UTF-8 text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "text/dp-offsets.h"

#include <string.h>

/* A checkpoint every so many code points: few enough to count between two, and 1 MB of text needs
 * but 64 kB. */
#define STEP 128

struct _DpOffsets
{
  const char *text;
  gsize length;
  guint n_chars;
  gsize *checkpoints; /* (owned) (nullable): byte of every STEPth code point; not for plain ASCII */
};

static gboolean
begins_char (char byte)
{
  return ((guchar) byte & 0xC0) != 0x80;
}

static guint
count_chars (const char *text,
             gsize length)
{
  guint n = 0;

  for (gsize i = 0; i < length; i++)
    n += begins_char (text[i]);
  return n;
}

DpOffsets *
dp_offsets_new (const char *text,
                gssize length)
{
  DpOffsets *self;
  guint n = 0;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (DpOffsets, 1);
  self->text = text;
  self->length = length < 0 ? strlen (text) : (gsize) length;
  self->n_chars = count_chars (text, self->length);
  if (self->n_chars == self->length)
    return self;

  self->checkpoints = g_new (gsize, self->n_chars / STEP + 1);
  self->checkpoints[0] = 0;
  for (gsize i = 0; i < self->length; i++)
    if (begins_char (text[i]))
      {
        if (n % STEP == 0)
          self->checkpoints[n / STEP] = i;
        n++;
      }
  return self;
}

void
dp_offsets_free (DpOffsets *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->checkpoints);
  g_free (self);
}

guint
dp_offsets_get_n_chars (DpOffsets *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_chars;
}

const char *
dp_offsets_get_text (DpOffsets *self,
                     gsize *length)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (length != NULL)
    *length = self->length;
  return self->text;
}

gsize
dp_offsets_to_byte (DpOffsets *self,
                    guint offset)
{
  gsize byte;

  g_return_val_if_fail (self != NULL, 0);

  if (offset >= self->n_chars)
    return self->length;
  if (self->checkpoints == NULL)
    return offset;
  byte = self->checkpoints[offset / STEP];
  for (guint left = offset % STEP; left > 0; left--)
    do
      byte++;
    while (!begins_char (self->text[byte]));
  return byte;
}

guint
dp_offsets_to_char (DpOffsets *self,
                    gsize byte)
{
  guint low = 0;
  guint high;

  g_return_val_if_fail (self != NULL, 0);

  if (byte >= self->length)
    return self->n_chars;
  if (self->checkpoints == NULL)
    return (guint) byte;
  /* The last checkpoint that is not behind the byte. */
  high = (self->n_chars - 1) / STEP;
  while (low < high)
    {
      guint middle = low + (high - low + 1) / 2;

      if (self->checkpoints[middle] <= byte)
        low = middle;
      else
        high = middle - 1;
    }
  /* Within a character: that character. */
  while (byte > self->checkpoints[low] && !begins_char (self->text[byte]))
    byte--;
  return low * STEP + count_chars (self->text + self->checkpoints[low], byte - self->checkpoints[low]);
}

char *
dp_offsets_dup_text (DpOffsets *self,
                     DpSpan span)
{
  gsize start, end;

  g_return_val_if_fail (self != NULL, NULL);

  start = dp_offsets_to_byte (self, span.start);
  end = dp_offsets_to_byte (self, span.end);
  return end > start ? g_strndup (self->text + start, end - start) : g_strdup ("");
}
