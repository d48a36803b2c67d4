/* dp-index-info.h: what a catalogue says of one index
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Strings are "" where the catalogue says nothing. See data/rankings/README.md. */
typedef struct
{
  char *id;
  char *title;
  char *short_title;
  char *publisher;
  char *file; /* name of the table, in the catalogue's folder */
  char *link; /* to an edition: "{edition}" stands for its name */
  char *home; /* where there is no link to the edition */
  char *licence;
  char *scale;     /* how scores run, in words */
  char *direction; /* which end is good, in words */
  char *compare;   /* what the publisher says of comparing editions */
  char *licence_link;
  char *credit;
  char *retrieved;    /* ISO 8601 date */
  char *ranked_first; /* "highest" or "lowest": the score that ranks follow from; "": they do not */
  GPtrArray *names;   /* char **: folded words of each name it is known by, in any language */
} DpIndexInfo;

void dp_index_info_free (DpIndexInfo *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpIndexInfo, dp_index_info_free)

/**
 * dp_index_infos_read:
 *
 * Returns: (transfer full) (element-type DpIndexInfo): of a catalogue.json; or %NULL with an error
 *   that gives the place
 */
GPtrArray *dp_index_infos_read (GFile *catalogue,
                                GError **error);

/* A further name to search it by. */
void dp_index_info_add_name (DpIndexInfo *self,
                             const char *name);

/* The same of a sources.json, which has an object of indices by id and the link as "citation_url". */
GPtrArray *dp_index_infos_read_sources (GFile *sources,
                                        GError **error);

/* (transfer full): of an index that nothing is known of but its id */
DpIndexInfo *dp_index_info_new_plain (const char *id,
                                      const char *file);

/* (transfer full): the page of an edition; a name such as "2020" or "2012-2013" is put into the link
 * only when it is a plain year, since publishers name pages of other editions at will */
char *dp_index_info_dup_link (DpIndexInfo *self,
                              const char *edition);

G_END_DECLS
