/* dp-verb-anchor.c: disproof-cli anchor
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli/dp-verbs.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <glib/gi18n.h>
#include "base/dp-json.h"
#include "text/dp-anchor.h"

static const char *const status_names[] = {
  [DP_ANCHOR_EXACT] = "exact",
  [DP_ANCHOR_MOVED] = "moved",
  [DP_ANCHOR_CHANGED] = "changed",
  [DP_ANCHOR_LOST] = "lost",
};

static gboolean
is_given (JsonObject *object,
          const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && !JSON_NODE_HOLDS_NULL (node);
}

/* @text is left alone when the member is not there, or null. */
static gboolean
get_text (JsonObject *object,
          const char *member,
          const char **text,
          GError **error)
{
  JsonNode *node = json_object_get_member (object, member);

  if (!is_given (object, member))
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return dp_verb_error (error, _ ("“%s” is not a string"), member);
  *text = json_node_get_string (node);
  return TRUE;
}

static gboolean
get_offset (JsonObject *object,
            const char *member,
            guint *offset,
            GError **error)
{
  JsonNode *node = json_object_get_member (object, member);
  gint64 value;

  if (!is_given (object, member))
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return dp_verb_error (error, _ ("“%s” is not a whole number"), member);
  value = json_node_get_int (node);
  if (value < 0 || value > G_MAXINT)
    return dp_verb_error (error, _ ("“%s” is no place in a text"), member);
  *offset = (guint) value;
  return TRUE;
}

/* (transfer full) */
static DpAnchor *
read_quote (JsonNode *node,
            GError **error)
{
  JsonObject *quote;
  const char *exact = NULL;
  const char *prefix = "";
  const char *suffix = "";
  guint start = 0;
  guint end = 0;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      dp_verb_error (error, _ ("A quote is a JSON object"));
      return NULL;
    }
  quote = json_node_get_object (node);
  if (!get_text (quote, "exact", &exact, error) || !get_text (quote, "prefix", &prefix, error) || !get_text (quote, "suffix", &suffix, error) ||
      !get_offset (quote, "start", &start, error) || !get_offset (quote, "end", &end, error))
    return NULL;
  if (exact == NULL)
    {
      dp_verb_error (error, _ ("“%s” is missing"), "exact");
      return NULL;
    }
  return dp_anchor_new (exact, prefix, suffix, start, end);
}

/* (transfer full) (element-type DpAnchor) */
static GPtrArray *
read_quotes (JsonArray *quotes,
             GError **error)
{
  g_autoptr (GPtrArray) anchors = g_ptr_array_new_with_free_func ((GDestroyNotify) dp_anchor_free);

  for (guint i = 0; i < json_array_get_length (quotes); i++)
    {
      DpAnchor *anchor = read_quote (json_array_get_element (quotes, i), error);

      if (anchor == NULL)
        return NULL;
      g_ptr_array_add (anchors, anchor);
    }
  return g_steal_pointer (&anchors);
}

static void
print_match (JsonObject *quote,
             const DpAnchorMatch *match)
{
  g_autoptr (JsonObject) answer = json_object_new ();
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), answer);
  JsonNode *id = json_object_get_member (quote, "id");

  json_object_set_member (answer, "id", id != NULL ? json_node_copy (id) : json_node_new (JSON_NODE_NULL));
  if (match->status == DP_ANCHOR_LOST)
    {
      json_object_set_null_member (answer, "start");
      json_object_set_null_member (answer, "end");
    }
  else
    {
      json_object_set_int_member (answer, "start", match->span.start);
      json_object_set_int_member (answer, "end", match->span.end);
    }
  json_object_set_string_member (answer, "status", status_names[match->status]);
  json_object_set_double_member (answer, "score", match->score);
  dp_verb_print_json_line (node);
}

static gboolean
answer_job (JsonObject *job,
            GError **error)
{
  const char *old_text = NULL;
  const char *new_text = NULL;
  JsonNode *quotes = json_object_get_member (job, "quotes");
  g_autoptr (GPtrArray) anchors = NULL;
  g_autoptr (DpOffsets) old_offsets = NULL;
  g_autoptr (DpOffsets) new_offsets = NULL;
  g_autoptr (GArray) matches = NULL;

  if (!get_text (job, "old", &old_text, error) || !get_text (job, "new", &new_text, error))
    return FALSE;
  if (new_text == NULL)
    return dp_verb_error (error, _ ("“%s” is missing"), "new");
  if (quotes == NULL || !JSON_NODE_HOLDS_ARRAY (quotes))
    return dp_verb_error (error, _ ("“%s” is not an array"), "quotes");
  anchors = read_quotes (json_node_get_array (quotes), error);
  if (anchors == NULL)
    return FALSE;

  if (old_text != NULL)
    old_offsets = dp_offsets_new (old_text, -1);
  new_offsets = dp_offsets_new (new_text, -1);
  matches = dp_anchor_find_all (old_offsets, new_offsets, anchors);
  for (guint i = 0; i < matches->len; i++)
    print_match (json_array_get_object_element (json_node_get_array (quotes), i), &g_array_index (matches, DpAnchorMatch, i));
  return TRUE;
}

static gboolean
answer_line (const char *line,
             gsize length,
             GError **error)
{
  g_autoptr (JsonNode) node = dp_json_read (line, length, DP_JSON_GRAMMAR, error);

  if (node == NULL)
    return FALSE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return dp_verb_error (error, _ ("A job is a JSON object"));
  return answer_job (json_node_get_object (node), error);
}

/* The first line that makes no sense ends it: who reads the answers would not miss those of one job. */
static gboolean
answer_all (GError **error)
{
  char *line = NULL;
  size_t size = 0;
  ssize_t length;
  guint n = 0;
  gboolean is_well = TRUE;

  while (is_well && !ferror (stdout) && (length = getline (&line, &size, stdin)) >= 0)
    {
      n++;
      if (strspn (line, " \t\r\n") < (size_t) length)
        is_well = answer_line (line, (gsize) length, error);
    }
  free (line);
  if (!is_well)
    {
      /* Translators: before the message of what is wrong with line %u of the input. */
      g_prefix_error (error, _ ("Job %u: "), n);
      return FALSE;
    }
  return !ferror (stdin) || dp_verb_error (error, _ ("Standard input cannot be read: %s"), g_strerror (errno));
}

gboolean
dp_verb_anchor (const DpVerb *self,
                char **arguments,
                GError **error)
{
  g_auto (GStrv) words = NULL;

  if (!dp_verb_parse (self, arguments, NULL, 0, 0, &words, error))
    return FALSE;
  return answer_all (error);
}
