/* dp-selectors.c: the selectors of a highlight, or of a comment on a passage, in JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/dp-selectors.h"

#include <glib/gi18n-lib.h>
#include "model/dp-case-text.h"

#define QUOTE "TextQuoteSelector"
#define POSITION "TextPositionSelector"

/* A selector as it was in the file: one of ours with members of others, or one of another type. */
typedef struct
{
  char *type;
  DpUnknown *unknown; /* (nullable) */
  JsonNode *node;     /* (nullable): of another type */
} DpKept;

static G_DEFINE_QUARK (dp_selectors, dp_selectors)

static void
kept_free (gpointer data)
{
  DpKept *kept = data;

  g_free (kept->type);
  dp_unknown_unref (kept->unknown);
  g_clear_pointer (&kept->node, json_node_unref);
  g_free (kept);
}

/* What of the anchor was read so far. */
typedef struct
{
  const char *exact; /* (nullable) */
  const char *prefix;
  const char *suffix;
  gboolean has_position;
  guint start;
  guint end;
} DpParts;

static void
read_quote (DpMembersIn *in,
            DpParts *parts)
{
  if (parts->exact != NULL)
    dp_members_in_fail (in, "type", -1, "%s", _ ("a highlight has only one selector of this type"));
  parts->exact = dp_members_in_text (in, "exact", DP_MEMBER_REQUIRED);
  parts->prefix = dp_members_in_text (in, "prefix", DP_MEMBER_OPTIONAL);
  parts->suffix = dp_members_in_text (in, "suffix", DP_MEMBER_OPTIONAL);
}

static void
read_position (DpMembersIn *in,
               DpParts *parts)
{
  if (parts->has_position)
    dp_members_in_fail (in, "type", -1, "%s", _ ("a highlight has only one selector of this type"));
  parts->has_position = TRUE;
  parts->start = dp_members_in_number (in, "start", G_MAXINT32 - 1, DP_MEMBER_REQUIRED);
  parts->end = dp_members_in_number (in, "end", G_MAXINT32, DP_MEMBER_REQUIRED);
  if (parts->start >= parts->end)
    dp_members_in_fail (in, "end", -1, "%s", _ ("the end must lie behind the start"));
}

static DpKept *
read_selector (DpMembersIn *in,
               DpParts *parts)
{
  DpKept *kept = g_new0 (DpKept, 1);

  kept->type = g_strdup (dp_members_in_text (in, "type", DP_MEMBER_REQUIRED));
  if (g_str_equal (kept->type, QUOTE))
    read_quote (in, parts);
  else if (g_str_equal (kept->type, POSITION))
    read_position (in, parts);
  else
    {
      g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), in->object);

      kept->node = json_node_copy (node);
      return kept;
    }
  kept->unknown = dp_members_in_unknown (in);
  return kept;
}

gboolean
dp_selectors_read (DpSelectors *self,
                   DpMembersIn *highlight)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (kept_free);
  JsonArray *array = dp_members_in_array (highlight, "selectors", DP_MEMBER_REQUIRED);
  guint n = array != NULL ? json_array_get_length (array) : 0;
  DpParts parts = { NULL, "", "", FALSE, 0, 0 };
  gboolean keep = FALSE;

  for (guint i = 0; i < n; i++)
    {
      DpMembersIn in;
      DpKept *kept;

      if (!dp_members_in_enter_element (&in, highlight, "selectors", array, i))
        return FALSE;
      kept = read_selector (&in, &parts);
      g_ptr_array_add (all, kept);
      keep = keep || kept->unknown != NULL || kept->node != NULL;
    }
  if (parts.exact == NULL || !parts.has_position)
    dp_members_in_fail (highlight, "selectors", -1,
                        /* Translators: both are the names of types of selector. */
                        _ ("both a %s and a %s are needed here"), QUOTE, POSITION);
  if (!dp_members_in_is_ok (highlight))
    return FALSE;

  self->anchor = dp_anchor_new (parts.exact, parts.prefix, parts.suffix, parts.start, parts.end);
  self->kept = keep ? g_steal_pointer (&all) : NULL;
  return TRUE;
}

void
dp_selectors_clear (DpSelectors *self)
{
  g_clear_pointer (&self->anchor, dp_anchor_free);
  g_clear_pointer (&self->kept, g_ptr_array_unref);
}

void
dp_selectors_attach (DpSelectors *self,
                     gpointer owner)
{
  if (self->kept == NULL)
    return;

  g_object_set_qdata_full (G_OBJECT (owner), dp_selectors_quark (), g_ptr_array_ref (self->kept), (GDestroyNotify) g_ptr_array_unref);
  dp_case_text_forget (owner);
}

static JsonNode *
write_quote (const DpAnchor *anchor,
             DpUnknown *unknown)
{
  DpMembersOut out;

  dp_members_out_init (&out, unknown);
  dp_members_out_text (&out, "type", QUOTE);
  dp_members_out_text (&out, "exact", anchor->exact);
  dp_members_out_text (&out, "prefix", anchor->prefix);
  dp_members_out_text (&out, "suffix", anchor->suffix);
  return dp_members_out_end (&out);
}

static JsonNode *
write_position (const DpAnchor *anchor,
                DpUnknown *unknown)
{
  DpMembersOut out;

  dp_members_out_init (&out, unknown);
  dp_members_out_text (&out, "type", POSITION);
  dp_members_out_number_always (&out, "start", anchor->start);
  dp_members_out_number_always (&out, "end", anchor->end);
  return dp_members_out_end (&out);
}

JsonArray *
dp_selectors_write (gpointer owner,
                    const DpAnchor *anchor)
{
  GPtrArray *all = g_object_get_qdata (G_OBJECT (owner), dp_selectors_quark ());
  JsonArray *array = json_array_new ();

  if (all == NULL)
    {
      json_array_add_element (array, write_quote (anchor, NULL));
      json_array_add_element (array, write_position (anchor, NULL));
      return array;
    }

  for (guint i = 0; i < all->len; i++)
    {
      DpKept *kept = g_ptr_array_index (all, i);

      if (kept->node != NULL)
        json_array_add_element (array, json_node_copy (kept->node));
      else if (g_str_equal (kept->type, QUOTE))
        json_array_add_element (array, write_quote (anchor, kept->unknown));
      else
        json_array_add_element (array, write_position (anchor, kept->unknown));
    }
  return array;
}
