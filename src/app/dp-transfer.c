/* dp-transfer.c: what was pasted or dropped, read without waiting
 *
 * A clipboard and a drop are read alike: the formats are asked for one after another, and each is
 * read as a stream, a piece at a time. Never read such a stream synchronously: it is the main loop
 * that fills it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-transfer.h"

#include <string.h>

#include <glib/gi18n.h>

#include "intake/dp-intake.h"

#define CHUNK_SIZE (64 * 1024)

/* The links beside a passage are short; nothing is lost when a longer one is left. */
#define MAX_SOURCE_SIZE (16 * 1024)

static const char *const uri_list_types[] = { "text/uri-list", NULL };
static const char *const html_types[] = { "text/html", "text/html;charset=utf-8", NULL };
static const char *const plain_types[] = { "text/plain;charset=utf-8", "text/plain", NULL };
static const char *const source_types[] = { "text/x-moz-url-priv", "chromium/x-source-url", NULL };

/* The steps, in order; one that finds nothing lets the next one try. */
typedef enum
{
  STEP_FILES,
  STEP_URI_LIST,
  STEP_PLAIN,
  STEP_HTML,
  STEP_SOURCE,
  STEP_DONE,
} Step;

typedef struct
{
  /* Input. */
  GObject *from; /* (owned): GdkClipboard or GdkDrop */
  GdkContentFormats *formats;
  /* In progress. */
  Step step;
  GInputStream *stream; /* (owned) (nullable) */
  GByteArray *received;
  char *received_type; /* (owned) (nullable) */
  /* Results. */
  DpTransfer *transfer; /* (owned) */
} Reading;

void
dp_transfer_free (DpTransfer *self)
{
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_free (self->link);
  g_clear_pointer (&self->data, g_bytes_unref);
  g_free (self->media_type);
  g_free (self->source);
  g_free (self);
}

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->from);
  gdk_content_formats_unref (reading->formats);
  g_clear_object (&reading->stream);
  g_byte_array_unref (reading->received);
  g_free (reading->received_type);
  g_clear_pointer (&reading->transfer, dp_transfer_free);
  g_free (reading);
}

GdkContentFormats *
dp_transfer_dup_formats (void)
{
  GdkContentFormatsBuilder *builder = gdk_content_formats_builder_new ();

  gdk_content_formats_builder_add_gtype (builder, GDK_TYPE_FILE_LIST);
  gdk_content_formats_builder_add_mime_type (builder, "text/uri-list");
  for (guint i = 0; html_types[i] != NULL; i++)
    gdk_content_formats_builder_add_mime_type (builder, html_types[i]);
  for (guint i = 0; plain_types[i] != NULL; i++)
    gdk_content_formats_builder_add_mime_type (builder, plain_types[i]);
  return gdk_content_formats_builder_free_to_formats (builder);
}

char *
dp_transfer_parse_source (GBytes *bytes,
                          const char *media_type)
{
  gsize size;
  const char *data;
  g_autofree char *text = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (media_type != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  if (data == NULL || size > MAX_SOURCE_SIZE)
    return NULL;

  if (strcmp (media_type, "text/x-moz-url-priv") == 0)
    text = g_convert (data, size & ~(gsize) 1, "UTF-8", "UTF-16LE", NULL, NULL, NULL);
  else
    text = g_strndup (data, size);
  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return NULL;

  /* Some put a second line, the title, or a NUL behind it. */
  text[strcspn (text, "\r\n")] = '\0';
  g_strstrip (text);
  return dp_intake_is_link (text) ? g_steal_pointer (&text) : NULL;
}

gboolean
dp_transfer_parse_uri_list (DpTransfer *self,
                            const char *text)
{
  g_auto (GStrv) uris = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  uris = g_uri_list_extract_uris (text);
  for (guint i = 0; uris[i] != NULL; i++)
    if (g_ascii_strncasecmp (uris[i], "file:", strlen ("file:")) == 0)
      {
        if (self->files == NULL)
          self->files = g_ptr_array_new_with_free_func (g_object_unref);
        g_ptr_array_add (self->files, g_file_new_for_uri (uris[i]));
      }

  if (self->files == NULL && uris[0] != NULL && dp_intake_is_link (uris[0]))
    self->link = g_strdup (uris[0]);
  return self->files != NULL || self->link != NULL;
}

static void run_step (GTask *task);

static void
next_step (GTask *task)
{
  Reading *reading = g_task_get_task_data (task);

  reading->step++;
  run_step (task);
}

static char *
dup_received_text (Reading *reading)
{
  g_autofree char *text = g_strndup ((const char *) reading->received->data, reading->received->len);

  return g_utf8_validate (text, -1, NULL) ? g_steal_pointer (&text) : NULL;
}

static void
keep_received (Reading *reading)
{
  g_clear_pointer (&reading->transfer->data, g_bytes_unref);
  g_free (reading->transfer->media_type);
  reading->transfer->data = g_bytes_new (reading->received->data, reading->received->len);
  reading->transfer->media_type = g_steal_pointer (&reading->received_type);
}

/* A whole format is there. */
static void
take_received (GTask *task)
{
  Reading *reading = g_task_get_task_data (task);
  DpTransfer *transfer = reading->transfer;
  g_autofree char *text = NULL;

  switch (reading->step)
    {
    case STEP_URI_LIST:
      text = dup_received_text (reading);
      if (text != NULL && dp_transfer_parse_uri_list (transfer, text))
        reading->step = STEP_DONE - 1;
      break;
    case STEP_PLAIN:
      text = dup_received_text (reading);
      if (text != NULL && dp_intake_is_link (text))
        {
          transfer->link = g_strdup (g_strstrip (text));
          reading->step = STEP_DONE - 1;
        }
      else if (reading->received->len > 0)
        {
          keep_received (reading);
        }
      break;
    case STEP_HTML:
      if (reading->received->len > 0)
        keep_received (reading);
      break;
    case STEP_SOURCE:
      {
        g_autoptr (GBytes) bytes = g_bytes_new (reading->received->data, reading->received->len);

        transfer->source = dp_transfer_parse_source (bytes, reading->received_type);
        break;
      }
    case STEP_FILES:
    case STEP_DONE:
    default:
      g_assert_not_reached ();
    }
  next_step (task);
}

static void chunk_cb (GObject *source,
                      GAsyncResult *result,
                      gpointer user_data);

static void
read_chunk (GTask *task,
            GInputStream *stream)
{
  g_input_stream_read_bytes_async (stream, CHUNK_SIZE, G_PRIORITY_DEFAULT, g_task_get_cancellable (task), chunk_cb, g_object_ref (task));
}

static void
chunk_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Reading *reading = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);
  gsize size;
  gconstpointer data;

  if (bytes == NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  /* What breaks off is as good as not offered: perhaps another format is whole. */
  if (bytes == NULL)
    {
      next_step (task);
      return;
    }

  data = g_bytes_get_data (bytes, &size);
  if (size == 0)
    {
      take_received (task);
      return;
    }
  if (reading->received->len + size > DP_INTAKE_MAX_SIZE)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, _ ("This is more than %u MB, too much for one article. Take the part that matters."), (guint) (DP_INTAKE_MAX_SIZE / 1024 / 1024));
      return;
    }
  g_byte_array_append (reading->received, data, size);
  read_chunk (task, G_INPUT_STREAM (source));
}

static void
stream_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Reading *reading = g_task_get_task_data (task);
  const char *media_type = NULL;
  g_autoptr (GInputStream) stream = NULL;

  if (GDK_IS_CLIPBOARD (source))
    stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, &media_type, NULL);
  else
    stream = gdk_drop_read_finish (GDK_DROP (source), result, &media_type, NULL);
  if (stream == NULL)
    {
      next_step (task);
      return;
    }

  g_set_object (&reading->stream, stream);
  g_byte_array_set_size (reading->received, 0);
  g_free (reading->received_type);
  reading->received_type = g_strdup (media_type);
  read_chunk (task, stream);
}

static void
files_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Reading *reading = g_task_get_task_data (task);
  const GValue *value;

  if (GDK_IS_CLIPBOARD (source))
    value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);
  else
    value = gdk_drop_read_value_finish (GDK_DROP (source), result, NULL);

  if (value != NULL)
    {
      g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

      for (GSList *l = files; l != NULL; l = l->next)
        {
          if (reading->transfer->files == NULL)
            reading->transfer->files = g_ptr_array_new_with_free_func (g_object_unref);
          g_ptr_array_add (reading->transfer->files, g_object_ref (l->data));
        }
    }
  if (reading->transfer->files != NULL)
    reading->step = STEP_DONE - 1;
  next_step (task);
}

static gboolean
offers (Reading *reading,
        const char *const *types)
{
  for (guint i = 0; types[i] != NULL; i++)
    if (gdk_content_formats_contain_mime_type (reading->formats, types[i]))
      return TRUE;
  return FALSE;
}

static void
read_types (GTask *task,
            const char *const *types)
{
  Reading *reading = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (!offers (reading, types))
    next_step (task);
  else if (GDK_IS_CLIPBOARD (reading->from))
    gdk_clipboard_read_async (GDK_CLIPBOARD (reading->from), (const char **) types, G_PRIORITY_DEFAULT, cancellable, stream_cb, g_object_ref (task));
  else
    gdk_drop_read_async (GDK_DROP (reading->from), (const char **) types, G_PRIORITY_DEFAULT, cancellable, stream_cb, g_object_ref (task));
}

/* In a sandbox files come through a portal, which only GDK's own value knows to ask. From elsewhere the
 * plain list is better: it has links as they were written. */
static void
read_files (GTask *task)
{
  Reading *reading = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  gboolean is_wanted = gdk_content_formats_contain_mime_type (reading->formats, "application/vnd.portal.filetransfer") ||
                       gdk_content_formats_contain_mime_type (reading->formats, "application/vnd.portal.files") ||
                       (gdk_content_formats_contain_gtype (reading->formats, GDK_TYPE_FILE_LIST) && !offers (reading, uri_list_types));

  if (!is_wanted)
    next_step (task);
  else if (GDK_IS_CLIPBOARD (reading->from))
    gdk_clipboard_read_value_async (GDK_CLIPBOARD (reading->from), GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, cancellable, files_cb, g_object_ref (task));
  else
    gdk_drop_read_value_async (GDK_DROP (reading->from), GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, cancellable, files_cb, g_object_ref (task));
}

static void
finish_reading (GTask *task)
{
  Reading *reading = g_task_get_task_data (task);
  DpTransfer *transfer = reading->transfer;

  if (transfer->files == NULL && transfer->link == NULL && transfer->data == NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("There is neither text nor a link nor a file in it."));
  else
    g_task_return_pointer (task, g_steal_pointer (&reading->transfer), (GDestroyNotify) dp_transfer_free);
}

static void
run_step (GTask *task)
{
  Reading *reading = g_task_get_task_data (task);

  switch (reading->step)
    {
    case STEP_FILES:
      read_files (task);
      break;
    case STEP_URI_LIST:
      read_types (task, uri_list_types);
      break;
    case STEP_PLAIN:
      read_types (task, plain_types);
      break;
    case STEP_HTML:
      read_types (task, html_types);
      break;
    case STEP_SOURCE:
      read_types (task, source_types);
      break;
    case STEP_DONE:
      finish_reading (task);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
start_reading (GObject *from,
               GdkContentFormats *formats,
               GCancellable *cancellable,
               GAsyncReadyCallback callback,
               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (from, cancellable, callback, user_data);
  Reading *reading = g_new0 (Reading, 1);

  reading->from = g_object_ref (from);
  /* What this program itself offers as values it can also serialize. */
  reading->formats = gdk_content_formats_union_serialize_mime_types (gdk_content_formats_ref (formats));
  reading->received = g_byte_array_new ();
  reading->transfer = g_new0 (DpTransfer, 1);

  g_task_set_source_tag (task, start_reading);
  g_task_set_task_data (task, reading, (GDestroyNotify) reading_free);
  run_step (task);
}

void
dp_transfer_read_clipboard_async (GdkClipboard *clipboard,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_return_if_fail (GDK_IS_CLIPBOARD (clipboard));

  start_reading (G_OBJECT (clipboard), gdk_clipboard_get_formats (clipboard), cancellable, callback, user_data);
}

void
dp_transfer_read_drop_async (GdkDrop *drop,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_return_if_fail (GDK_IS_DROP (drop));

  start_reading (G_OBJECT (drop), gdk_drop_get_formats (drop), cancellable, callback, user_data);
}

DpTransfer *
dp_transfer_read_finish (GAsyncResult *result,
                         GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, start_reading), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
