/* dp-verb.h: what the verbs of the command line have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include "model/dp-case-file.h"
#include "review/dp-person.h"

G_BEGIN_DECLS

#define DP_VERB_ERROR (dp_verb_error_quark ())
GQuark dp_verb_error_quark (void);

typedef enum
{
  DP_VERB_ERROR_USAGE,  /* the command line makes no sense: exit code 2 */
  DP_VERB_ERROR_FAILED, /* exit code 1, as with the errors of all other domains */
  DP_VERB_ERROR_SAID,   /* exit code 1, and what there is to say stands in the output */
} DpVerbError;

typedef struct _DpVerb DpVerb;

struct _DpVerb
{
  const char *name;
  const char *arguments; /* as in the line of usage: "FILE [URL]" */
  const char *summary;   /* translatable */
  gboolean (*run) (const DpVerb *self,
                   char **arguments,
                   GError **error);
  gboolean by_somebody; /* takes --as: what it does goes into the history of a case */
};

/**
 * dp_verb_parse:
 * @arguments: the program's, with the verb in place of its name
 * @options: (nullable): ends with %G_OPTION_ENTRY_NULL. Texts are of type FILENAME: as they stand on the
 *   command line, whatever the locale; see dp_verb_check_text()
 * @min: how many words there must be besides options
 * @max: how many there may be
 * @words: (out) (transfer full)
 *
 * Answers --help by itself, and ends the program then.
 */
gboolean dp_verb_parse (const DpVerb *self,
                        char **arguments,
                        const GOptionEntry *options,
                        guint min,
                        guint max,
                        char ***words,
                        GError **error);

gboolean dp_verb_usage_error (GError **error,
                              const char *format,
                              ...) G_GNUC_PRINTF (2, 3);
gboolean dp_verb_error (GError **error,
                        const char *format,
                        ...) G_GNUC_PRINTF (2, 3);

/* Whether @text, the value of the option or word @name, is UTF-8. %NULL passes. */
gboolean dp_verb_check_text (const char *text,
                             const char *name,
                             GError **error);

/* (transfer full): all of the file, or of standard input for "-" */
GBytes *dp_verb_read (const char *path,
                      GError **error);

/* (transfer full): the same as text; what is not UTF-8 is an error that gives the byte */
char *dp_verb_read_text (const char *path,
                         GError **error);

/* Standard output is always UTF-8. */
void dp_verb_print (const char *text);
void dp_verb_print_json (JsonNode *node);
/* On one line, and flushed. */
void dp_verb_print_json_line (JsonNode *node);

/* (transfer full): what a verb answers that adds @piece: its id, key and heading */
JsonNode *dp_verb_evidence_to_json (DpEvidence *piece);

/* (transfer full): the folder of the case that @path names: that folder, or the case.json in it */
GFile *dp_verb_find_case (const char *path);
/* (transfer full) */
DpCase *dp_verb_read_case (const char *path,
                           GError **error);
/* (transfer full) */
DpCaseFile *dp_verb_open_case (const char *path,
                               GError **error);

/* Saves, and notes in the case's history who worked on what since it was opened, if anybody said who
 * they are. */
gboolean dp_verb_save_case (DpCaseFile *file,
                            GError **error);

/* @person: (out) (transfer full) (nullable): who says so by --as, or in the environment; %NULL for nobody */
gboolean dp_verb_get_person (DpPerson **person,
                             GError **error);

/* (transfer none): by id, or by a beginning of it that no other one has */
DpHighlight *dp_verb_find_highlight (DpCase *dp_case,
                                     const char *id,
                                     GError **error);

G_END_DECLS
