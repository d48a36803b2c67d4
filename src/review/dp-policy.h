/* dp-policy.h: how strict a house is: checks switched off or to another severity, each with its reason
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The name of the file, in the folder of the library. */
#define DP_POLICY_FILE_NAME "policy.json"

typedef enum
{
  DP_SEVERITY_OFF,
  DP_SEVERITY_HINTS,  /* good to know */
  DP_SEVERITY_ASKS,   /* somebody looks at it before it goes on */
  DP_SEVERITY_BLOCKS, /* it does not go on */
} DpSeverity;

#define DP_TYPE_SEVERITY (dp_severity_get_type ())
GType dp_severity_get_type (void);

/* "off", "hints", "asks", "blocks" */
const char *dp_severity_to_nick (DpSeverity severity);

/* Translated. */
const char *dp_severity_get_label (DpSeverity severity);

typedef struct _DpPolicy DpPolicy;

/* @library, @problem: as for dp_people_load(); without a file, or with a mistake in it, every check has
 * its own severity, and nobody asks for a second verdict */
DpPolicy *dp_policy_load (GFile *library,
                          char **problem);
void dp_policy_free (DpPolicy *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpPolicy, dp_policy_free)

/* @reason: (out) (optional) (nullable) (transfer none): why it is not @normal */
DpSeverity dp_policy_get_severity (DpPolicy *self,
                                   const char *check,
                                   DpSeverity normal,
                                   const char **reason);

/* Whether an approval needs a second verdict, given without knowing the first. */
gboolean dp_policy_asks_second (DpPolicy *self);

G_END_DECLS
