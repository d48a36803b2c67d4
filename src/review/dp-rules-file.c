/* dp-rules-file.c: a house's own rules: JSON beside the cases, written by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "review/dp-rules-file.h"

#include <glib/gi18n-lib.h>
#include "base/dp-file.h"
#include "base/dp-json.h"
#include "review/dp-review-error.h"

#define MAX_SIZE ((gsize) 4 * 1024 * 1024)

static gboolean
refuse (GFile *file,
        guint line,
        const char *why,
        GError **error)
{
  g_autofree char *name = g_file_get_basename (file);

  if (line > 0)
    /* Translators: first the name of a file, then a line of it, then what is wrong there */
    g_set_error (error, DP_REVIEW_ERROR, DP_REVIEW_ERROR_RULES, _ ("%s, line %u: %s. Until it is mended, the defaults are in force."), name, line, why);
  else
    /* Translators: first the name of a file, then what is wrong with it, with its line */
    g_set_error (error, DP_REVIEW_ERROR, DP_REVIEW_ERROR_RULES, _ ("%s: %s. Until it is mended, the defaults are in force."), name, why);
  return FALSE;
}

static void
read_root (DpMembersIn *root,
           const char *format,
           void (*read) (DpMembersIn *root, gpointer data),
           gpointer data)
{
  const char *found = dp_members_in_text (root, "format", DP_MEMBER_REQUIRED);

  if (dp_members_in_is_ok (root) && !g_str_equal (found, format))
    dp_members_in_fail (root, "format", -1, _ ("“%s” is needed here"), format);
  if (dp_members_in_number (root, "version", 1, DP_MEMBER_REQUIRED) != 1)
    dp_members_in_fail (root, "version", -1, "%s", _ ("versions begin with 1"));
  if (dp_members_in_is_ok (root))
    read (root, data);
  dp_members_in_refuse_unknown (root);
}

gboolean
dp_rules_file_read (GFile *file,
                    const char *format,
                    void (*read) (DpMembersIn *root, gpointer data),
                    gpointer data,
                    GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GBytes) bytes = dp_file_read (file, MAX_SIZE, NULL, &local);
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *place = NULL;
  DpMembersIn root;
  gsize length;
  const char *text;

  if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return FALSE;
  if (bytes == NULL)
    return refuse (file, 0, local->message, error);

  text = g_bytes_get_data (bytes, &length);
  node = dp_json_read (text, length, DP_JSON_STRICT, &local);
  if (node == NULL)
    return refuse (file, 0, local->message, error);
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return refuse (file, 1, _ ("an object is needed here"), error);

  dp_members_in_init (&root, json_node_get_object (node), &local);
  root.place = &place;
  read_root (&root, format, read, data);
  if (local != NULL)
    return refuse (file, dp_json_find_line (text, length, place != NULL ? place : ""), local->message, error);
  return TRUE;
}
