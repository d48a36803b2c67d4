/* dp-techniques.h: sets of techniques that passages can be tagged with, as DISARM's
 *
 * A set is a file, JSON or CSV, see data/library-files.md. Those that are shipped lie in data/techniques, a
 * library's own in its folder "techniques". What a case keeps of a technique is its id and its name, as one
 * text: "T0023.001 Reframe Context".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* More than that is no set for people. */
#define DP_TECHNIQUES_MAX 20000
#define DP_TECHNIQUES_MAX_SIZE ((gsize) 32 * 1024 * 1024)

#define DP_TECHNIQUES_ERROR (dp_techniques_error_quark ())
GQuark dp_techniques_error_quark (void);

typedef enum
{
  DP_TECHNIQUES_ERROR_INVALID, /* the message gives the line and what is wrong there */
} DpTechniquesError;

typedef struct
{
  char *id;    /* "T0023.001" */
  char *name;  /* "Reframe Context" */
  char *group; /* "TA06 Develop Content", or "" */
  char *tag;   /* "T0023.001 Reframe Context": what a case keeps */
  char **words;
} DpTechnique;

typedef struct
{
  char *id; /* of the set: letters, digits, hyphens */
  char *name;
  char *source;          /* where it is from, or "" */
  char *licence;         /* SPDX, or "" */
  char *attribution;     /* whose it is, or "" */
  GPtrArray *techniques; /* (element-type DpTechnique) */
} DpTechniqueSet;

/**
 * dp_technique_set_parse:
 * @name: what to call it when it does not say so itself; also makes its id
 *
 * Reads our own form, CSV (columns id, name and perhaps group), a STIX 2.1 bundle with attack-patterns, as DISARM
 * publishes it, or a cluster of a MISP galaxy.
 *
 * Returns: (transfer full): or %NULL with %DP_TECHNIQUES_ERROR_INVALID or another error
 */
DpTechniqueSet *dp_technique_set_parse (const char *data,
                                        gsize length,
                                        const char *name,
                                        GError **error);
void dp_technique_set_free (DpTechniqueSet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpTechniqueSet, dp_technique_set_free)

typedef struct _DpTechniques DpTechniques;

/* @shipped, @own: folders; @own is (nullable) and need not exist
 * @problems: (element-type utf8): gets a sentence for each file that cannot be read */
DpTechniques *dp_techniques_new (GFile *shipped,
                                 GFile *own,
                                 GPtrArray *problems);
void dp_techniques_free (DpTechniques *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpTechniques, dp_techniques_free)

/* (transfer none) (element-type DpTechniqueSet) */
GPtrArray *dp_techniques_get_sets (DpTechniques *self);

/* (transfer none) (nullable): by its id */
const DpTechnique *dp_techniques_lookup (DpTechniques *self,
                                         const char *id);

/* (transfer container) (element-type DpTechnique): each word of @letters begins one of its id, name or group;
 * those whose name or id begins with it first; at most @max */
GPtrArray *dp_techniques_search (DpTechniques *self,
                                 const char *letters,
                                 guint max);

/* Reads and checks @file and keeps it, in our own form, in @own, a library's folder, which is made. The set that was
 * there under the same id is replaced.
 * Returns: (transfer full): the set */
DpTechniqueSet *dp_techniques_import (GFile *file,
                                      GFile *own,
                                      GError **error);

/* Whether @tag is what a case may keep: an id, a space, a name. */
gboolean dp_technique_tag_is_valid (const char *tag);
/* (transfer full): the id of it */
char *dp_technique_tag_dup_id (const char *tag);

G_END_DECLS
