/* dp-unknown.h: members of a case's JSON that this version does not know
 *
 * They are kept beside the object that they came with, and each remembers which known member stood
 * before it, so that a case written by a later minor version comes back with every one of them in its
 * place. Immutable once read, so a copy is a reference.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct _DpUnknown DpUnknown;

DpUnknown *dp_unknown_new (void);
DpUnknown *dp_unknown_ref (DpUnknown *self);
void dp_unknown_unref (DpUnknown *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpUnknown, dp_unknown_unref)

/* @after: the known member that stood before it, "" for none. */
void dp_unknown_add (DpUnknown *self,
                     const char *after,
                     const char *name,
                     JsonNode *node);

/* Adds to @object those that belong behind @after. @self may be %NULL. */
void dp_unknown_write (DpUnknown *self,
                       const char *after,
                       JsonObject *object);

/* Keeps it with an object of the model; (transfer none) (nullable) both ways. */
void dp_unknown_attach (DpUnknown *self,
                        gpointer object);
DpUnknown *dp_unknown_of (gpointer object);

G_END_DECLS
