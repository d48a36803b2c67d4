/* dp-intake.h: from a link, a file, the clipboard or a drop to a sealed article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include "base/dp-clock.h"
#include "model/dp-article.h"

G_BEGIN_DECLS

#define DP_INTAKE_ERROR (dp_intake_error_quark ())
GQuark dp_intake_error_quark (void);

typedef enum
{
  DP_INTAKE_ERROR_LINK,    /* not a link that can be fetched; only http and https are */
  DP_INTAKE_ERROR_NETWORK, /* no connection, time-out, TLS */
  DP_INTAKE_ERROR_STATUS,  /* the server answered with an error */
  DP_INTAKE_ERROR_TYPE,    /* neither HTML nor text */
  DP_INTAKE_ERROR_SIZE,    /* longer than DP_INTAKE_MAX_SIZE */
  DP_INTAKE_ERROR_EMPTY,   /* nothing to read in it */
  DP_INTAKE_ERROR_HOSTILE, /* a page made to hurt its reader */
  DP_INTAKE_ERROR_READER,  /* the process that reads pages did not start, died or took too long */
} DpIntakeError;

#define DP_INTAKE_MAX_SIZE ((gsize) 32 * 1024 * 1024)

/* What came of it. A boxed value. */
typedef struct
{
  DpArticle *article; /* sealed, with its headline block */
  GBytes *bytes;      /* what article's sealed names: as received; over HTTP the body after transfer
                       * and content decoding (gzip undone), while the headers stay as they came */
} DpIntakeResult;

void dp_intake_result_free (DpIntakeResult *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpIntakeResult, dp_intake_result_free)

/**
 * DpIntake:
 *
 * Fetches one thing at a time or many; each call is its own job. Nothing of a page is run or loaded, and
 * it is read by a process of its own: see dp-reader.h.
 *
 * Properties: idle-timeout (seconds a server may be silent, 20), total-timeout (seconds for a whole
 * link, 60), pause (milliseconds between two fetches from one host, and before one that the server put
 * off, 1000), proxy ("": the system's; "direct": none; or "socks5://host:port", "http://host:port"),
 * user-agent ("": one that says who we are).
 *
 * A server gets one request at a time; further ones wait for their turn. Servers of the own network are
 * not spared.
 */
#define DP_TYPE_INTAKE (dp_intake_get_type ())
G_DECLARE_FINAL_TYPE (DpIntake, dp_intake, DP, INTAKE, GObject)

DpIntake *dp_intake_new (DpClock *clock);

/* Bytes so far, and of how many (0: not known); in the main context of the caller. */
typedef void (*DpIntakeProgress) (guint64 received,
                                  guint64 total,
                                  gpointer user_data);

/* @link: as typed: white space around it and a missing "https://" are forgiven. */
void dp_intake_link_async (DpIntake *self,
                           const char *link,
                           DpIntakeProgress progress,
                           gpointer progress_data,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);

/* HTML or text, told apart by content. @origin: "file" or "drop". */
void dp_intake_file_async (DpIntake *self,
                           GFile *file,
                           const char *origin,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);

/**
 * dp_intake_data_async:
 * @media_type: "text/html" or "text/plain", perhaps with a charset, as the clipboard names it
 * @link: (nullable): the page it was copied from, when the clipboard says so
 * @origin: "clipboard" or "drop"
 */
void dp_intake_data_async (DpIntake *self,
                           GBytes *data,
                           const char *media_type,
                           const char *link,
                           const char *origin,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);

/* Whether it can be the property proxy; else a message for people. With one that cannot, no link is fetched. */
gboolean dp_intake_check_proxy (const char *proxy,
                                GError **error);

/* For all three. The error's message is for people: what happened and what to do. */
DpIntakeResult *dp_intake_finish (DpIntake *self,
                                  GAsyncResult *result,
                                  GError **error);

/* An image of an article, as it came. A boxed value. */
typedef struct
{
  GBytes *bytes;
  DpSealed *sealed; /* of these bytes */
} DpIntakeImage;

void dp_intake_image_free (DpIntakeImage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpIntakeImage, dp_intake_image_free)

/**
 * dp_intake_image_async:
 * @link: the image's address, absolute
 * @page_link: (nullable): of the page that names it: only one of the private network may name an image of
 *   the private network
 *
 * Only ever because somebody asked for this image. What is not a PNG, JPEG, GIF, WebP or AVIF by its
 * first bytes is refused.
 */
void dp_intake_image_async (DpIntake *self,
                            const char *link,
                            const char *page_link,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
DpIntakeImage *dp_intake_image_finish (DpIntake *self,
                                       GAsyncResult *result,
                                       GError **error);

/* Whether @text is one link and nothing else, so that pasting it means fetching it. */
gboolean dp_intake_is_link (const char *text);

/* Links of a list that are taken at once; more are refused with a message. */
#define DP_INTAKE_MOST_LINKS 200

/* (transfer full) (nullable): the links when @text is two or more of them, each on a line of its own, each
 * once and in order; else %NULL */
char **dp_intake_list_links (const char *text);

G_END_DECLS
