/* dp-policy.c: how strict a house is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "review/dp-policy.h"

#include <glib/gi18n-lib.h>
#include "review/dp-checks.h"
#include "review/dp-rules-file.h"

#define FORMAT "disproof-policy"

G_DEFINE_ENUM_TYPE (DpSeverity, dp_severity, G_DEFINE_ENUM_VALUE (DP_SEVERITY_OFF, "off"), G_DEFINE_ENUM_VALUE (DP_SEVERITY_HINTS, "hints"), G_DEFINE_ENUM_VALUE (DP_SEVERITY_ASKS, "asks"), G_DEFINE_ENUM_VALUE (DP_SEVERITY_BLOCKS, "blocks"))

typedef struct
{
  DpSeverity severity;
  char *reason;
} DpSetting;

struct _DpPolicy
{
  GHashTable *settings; /* check to DpSetting */
  gboolean asks_second;
};

static void
setting_free (gpointer data)
{
  g_free (((DpSetting *) data)->reason);
  g_free (data);
}

const char *
dp_severity_to_nick (DpSeverity severity)
{
  static const char *const nicks[] = { "off", "hints", "asks", "blocks" };

  return nicks[severity];
}

const char *
dp_severity_get_label (DpSeverity severity)
{
  switch (severity)
    {
    case DP_SEVERITY_HINTS:
      /* Translators: how strict a check is; this one only gives a hint. */
      return C_ ("severity", "Hint");
    case DP_SEVERITY_ASKS:
      /* Translators: how strict a check is; this one asks somebody to look. */
      return C_ ("severity", "Please look");
    case DP_SEVERITY_BLOCKS:
      /* Translators: how strict a check is; with this one the case cannot go on. */
      return C_ ("severity", "Must not be missing");
    case DP_SEVERITY_OFF:
    default:
      return C_ ("severity", "Off");
    }
}

static DpPolicy *
policy_new (void)
{
  DpPolicy *self = g_new0 (DpPolicy, 1);

  self->settings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, setting_free);
  return self;
}

static void
read_setting (DpMembersIn *in,
              DpPolicy *self)
{
  const char *check = dp_members_in_id (in, "check");
  DpSeverity severity = dp_members_in_word (in, "severity", DP_TYPE_SEVERITY, DP_MEMBER_REQUIRED, DP_SEVERITY_OFF);
  const char *reason = dp_members_in_text (in, "reason", DP_MEMBER_REQUIRED);
  DpSetting *setting;

  dp_members_in_refuse_unknown (in);
  if (!dp_members_in_is_ok (in))
    return;
  if (dp_checks_find (check) == NULL)
    {
      dp_members_in_fail (in, "check", -1, _ ("there is no check “%.64s”"), check);
      return;
    }
  if (g_hash_table_contains (self->settings, check))
    {
      dp_members_in_fail (in, "check", -1, _ ("“%.128s” is given twice"), check);
      return;
    }
  setting = g_new0 (DpSetting, 1);
  setting->severity = severity;
  setting->reason = g_strdup (reason);
  g_hash_table_insert (self->settings, g_strdup (check), setting);
}

static void
read_policy (DpMembersIn *root,
             gpointer data)
{
  DpPolicy *self = data;
  JsonArray *array;
  guint n;
  DpMembersIn in;

  self->asks_second = dp_members_in_flag (root, "second_verdict");
  array = dp_members_in_array (root, "checks", DP_MEMBER_OPTIONAL);
  n = array != NULL ? json_array_get_length (array) : 0;
  for (guint i = 0; i < n && dp_members_in_enter_element (&in, root, "checks", array, i); i++)
    read_setting (&in, self);
}

DpPolicy *
dp_policy_load (GFile *library,
                char **problem)
{
  g_autoptr (DpPolicy) self = policy_new ();
  g_autoptr (GFile) file = library != NULL ? g_file_get_child (library, DP_POLICY_FILE_NAME) : NULL;
  g_autoptr (GError) error = NULL;

  if (problem != NULL)
    *problem = NULL;
  if (file == NULL || dp_rules_file_read (file, FORMAT, read_policy, self, &error))
    return g_steal_pointer (&self);

  if (problem != NULL && error != NULL)
    *problem = g_strdup (error->message);
  return policy_new ();
}

void
dp_policy_free (DpPolicy *self)
{
  g_hash_table_unref (self->settings);
  g_free (self);
}

DpSeverity
dp_policy_get_severity (DpPolicy *self,
                        const char *check,
                        DpSeverity normal,
                        const char **reason)
{
  const DpSetting *setting = g_hash_table_lookup (self->settings, check);

  if (reason != NULL)
    *reason = setting != NULL ? setting->reason : NULL;
  return setting != NULL ? setting->severity : normal;
}

gboolean
dp_policy_asks_second (DpPolicy *self)
{
  return self->asks_second;
}
