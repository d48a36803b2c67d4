/* dp-sealed.h: the bytes of an article as they were received, and how they came
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include "model/dp-unknown.h"

G_BEGIN_DECLS

/* A boxed value, immutable once in an article. The bytes lie in the case's folder as
 * "sealed/<sha256>". */
typedef struct
{
  char *sha256;     /* 64 lower-case hex digits */
  guint64 size;     /* bytes */
  char *media_type; /* "text/html; charset=utf-8", as received */
  char *retrieved;  /* RFC 3339, UTC */
  char *origin;     /* "link", "file", "clipboard", "drop" */
  char *link;       /* asked for; a file's name without its folders; "" for the clipboard */
  char *final_link; /* after redirects; "" when the same */
  guint status;     /* of HTTP; 0 when there was none */
  char **headers;   /* name, value, name, value ...; as received, in order; may be empty */

  DpUnknown *unknown; /* (nullable) (owned) */
} DpSealed;

#define DP_TYPE_SEALED (dp_sealed_get_type ())
GType dp_sealed_get_type (void);

/* Hashes and measures @bytes; the other members are "" and empty, to be filled in. */
DpSealed *dp_sealed_new (GBytes *bytes);
DpSealed *dp_sealed_copy (const DpSealed *self);
void dp_sealed_free (DpSealed *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpSealed, dp_sealed_free)

/* (transfer full) (element-type DpSealed): an empty array that frees what is in it */
GPtrArray *dp_seals_new (void);

/* Whether @sha256 is 64 lower-case hex digits; nothing else ever becomes a file's name. */
gboolean dp_sealed_is_digest (const char *sha256);

/* (transfer full): where the bytes lie */
GFile *dp_sealed_get_file (const DpSealed *self,
                           GFile *case_folder);

/* Whether the bytes are there and have the digest; else an error that says which is not so. */
gboolean dp_sealed_check (const DpSealed *self,
                          GFile *case_folder,
                          GError **error);

G_END_DECLS
