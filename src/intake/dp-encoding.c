/* dp-encoding.c: what a server did to the bytes of an answer, undone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "intake/dp-encoding.h"

#include <brotli/decode.h>
#include <string.h>

#define CHUNK (64 * 1024)

/* Nobody packs more than twice in earnest. */
#define MOST_LAYERS 3

static gboolean
take (GByteArray *out,
      const guint8 *data,
      gsize size,
      gsize limit,
      GError **error)
{
  if (size > limit - out->len)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, "more than %" G_GSIZE_FORMAT " bytes come out", limit);
      return FALSE;
    }
  g_byte_array_append (out, data, size);
  return TRUE;
}

static void
set_damaged (GError **error,
             const char *encoding)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "the %s encoding is damaged or not complete", encoding);
}

static gboolean
undo_zlib (GBytes *bytes,
           GZlibCompressorFormat format,
           gsize limit,
           GByteArray *out,
           GError **error)
{
  g_autoptr (GZlibDecompressor) decompressor = g_zlib_decompressor_new (format);
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  gsize size, at = 0;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  GConverterResult result = G_CONVERTER_CONVERTED;

  while (result != G_CONVERTER_FINISHED)
    {
      gsize n_read, n_written;

      result = g_converter_convert (G_CONVERTER (decompressor),
                                    data + at,
                                    size - at,
                                    chunk,
                                    CHUNK,
                                    G_CONVERTER_INPUT_AT_END,
                                    &n_read,
                                    &n_written,
                                    NULL);
      if (result == G_CONVERTER_ERROR)
        {
          set_damaged (error, format == G_ZLIB_COMPRESSOR_FORMAT_GZIP ? "gzip" : "deflate");
          return FALSE;
        }
      at += n_read;
      if (!take (out, chunk, n_written, limit, error))
        return FALSE;
      /* A gzip file may be several, one after the other. */
      if (result == G_CONVERTER_FINISHED && format == G_ZLIB_COMPRESSOR_FORMAT_GZIP && size - at > 2 && data[at] == 0x1f && data[at + 1] == 0x8b)
        {
          g_converter_reset (G_CONVERTER (decompressor));
          result = G_CONVERTER_CONVERTED;
        }
    }
  return TRUE;
}

static gboolean
undo_brotli (GBytes *bytes,
             gsize limit,
             GByteArray *out,
             GError **error)
{
  BrotliDecoderState *state = BrotliDecoderCreateInstance (NULL, NULL, NULL);
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  BrotliDecoderResult result;
  gboolean fits;

  do
    {
      guint8 *end = chunk;
      gsize room = CHUNK;

      result = BrotliDecoderDecompressStream (state, &size, &data, &room, &end, NULL);
      fits = take (out, chunk, CHUNK - room, limit, error);
    }
  while (fits && result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT);
  BrotliDecoderDestroyInstance (state);
  if (fits && result != BROTLI_DECODER_RESULT_SUCCESS)
    {
      set_damaged (error, "br");
      return FALSE;
    }
  return fits;
}

/* What is called deflate is a zlib stream by the standard, and a bare one by some servers. */
static gboolean
has_zlib_frame (GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  return size >= 2 && (data[0] & 0x0f) == 8 && (data[0] * 256 + data[1]) % 31 == 0;
}

static GBytes *
undo_one (GBytes *bytes,
          const char *encoding,
          gsize limit,
          GError **error)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  gboolean done;

  if (g_bytes_get_size (bytes) == 0)
    return g_bytes_ref (bytes);
  if (g_ascii_strcasecmp (encoding, "gzip") == 0 || g_ascii_strcasecmp (encoding, "x-gzip") == 0)
    done = undo_zlib (bytes, G_ZLIB_COMPRESSOR_FORMAT_GZIP, limit, out, error);
  else if (g_ascii_strcasecmp (encoding, "deflate") == 0)
    done = undo_zlib (bytes,
                      has_zlib_frame (bytes) ? G_ZLIB_COMPRESSOR_FORMAT_ZLIB : G_ZLIB_COMPRESSOR_FORMAT_RAW,
                      limit,
                      out,
                      error);
  else if (g_ascii_strcasecmp (encoding, "br") == 0)
    done = undo_brotli (bytes, limit, out, error);
  else
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "“%s” is not an encoding that was asked for", encoding);
      done = FALSE;
    }
  return done ? g_byte_array_free_to_bytes (g_steal_pointer (&out)) : NULL;
}

GBytes *
dp_encoding_undo (GBytes *bytes,
                  const char *encodings,
                  gsize limit,
                  GError **error)
{
  g_auto (GStrv) names = NULL;
  g_autoptr (GBytes) now = NULL;
  guint n_layers = 0;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (encodings != NULL, NULL);

  names = g_strsplit (encodings, ",", -1);
  now = g_bytes_ref (bytes);
  for (guint i = g_strv_length (names); i-- > 0;)
    {
      const char *name = g_strstrip (names[i]);
      GBytes *next;

      if (name[0] == '\0' || g_ascii_strcasecmp (name, "identity") == 0)
        continue;
      if (++n_layers > MOST_LAYERS)
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "encoded more often than anybody does");
          return NULL;
        }
      next = undo_one (now, name, limit, error);
      if (next == NULL)
        return NULL;
      g_bytes_unref (now);
      now = next;
    }
  return g_steal_pointer (&now);
}
