/* dp-extraction-json.c: what was found in a page, for programs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "intake/dp-extraction.h"

static void
set_string (JsonObject *object,
            const char *name,
            const char *value)
{
  if (value[0] != '\0')
    json_object_set_string_member (object, name, value);
  else
    json_object_set_null_member (object, name);
}

/* Only what there is. */
static void
set_some (JsonObject *object,
          const char *name,
          const char *value)
{
  if (value[0] != '\0')
    json_object_set_string_member (object, name, value);
}

static JsonObject *
block_to_json (const DpBlock *block)
{
  JsonObject *object = json_object_new ();
  JsonArray *links;

  json_object_set_string_member (object, "kind", dp_block_kind_to_nick (block->kind));
  json_object_set_int_member (object, "level", block->level);
  json_object_set_string_member (object, "text", block->text);
  set_some (object, "source", block->source);
  set_some (object, "source_link", block->source_link);
  if (block->links == NULL)
    return object;

  links = json_array_new ();
  for (guint i = 0; i < block->links->len; i++)
    {
      const DpBlockLink *link = g_ptr_array_index (block->links, i);
      JsonObject *item = json_object_new ();

      json_object_set_int_member (item, "start", link->start);
      json_object_set_int_member (item, "end", link->end);
      json_object_set_string_member (item, "href", link->href);
      json_array_add_object_element (links, item);
    }
  json_object_set_array_member (object, "links", links);
  return object;
}

/* The texts of all blocks of one kind. */
static JsonArray *
list_texts (DpExtraction *self,
            DpBlockKind kind)
{
  JsonArray *texts = json_array_new ();

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const DpBlock *block = g_ptr_array_index (self->blocks, i);

      if (block->kind == kind)
        json_array_add_string_element (texts, block->text);
    }
  return texts;
}

static JsonArray *
list_links (DpExtraction *self)
{
  JsonArray *array = json_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const DpBlock *block = g_ptr_array_index (self->blocks, i);

      for (guint k = 0; block->links != NULL && k < block->links->len; k++)
        {
          const DpBlockLink *link = g_ptr_array_index (block->links, k);

          if (g_hash_table_add (seen, link->href))
            json_array_add_string_element (array, link->href);
        }
    }
  return array;
}

static const char *
get_chosen (DpExtraction *self,
            DpField field,
            const char *authors)
{
  switch (field)
    {
    case DP_FIELD_TITLE:
      return self->title;
    case DP_FIELD_AUTHORS:
      return authors;
    case DP_FIELD_PUBLISHED:
      return self->published;
    case DP_FIELD_MODIFIED:
      return self->modified;
    case DP_FIELD_SITE:
      return self->site;
    case DP_FIELD_LANGUAGE:
      return self->language;
    case DP_FIELD_CANONICAL:
      return self->canonical;
    case DP_FIELD_DESCRIPTION:
      return self->description;
    case DP_FIELD_SECTION:
      return self->section;
    case DP_FIELD_IMAGE:
      return self->image;
    case DP_FIELD_BODY:
    case DP_N_FIELDS:
    default:
      return "";
    }
}

/* The text of JSON-LD is no field that anybody would choose from. */
static JsonObject *
candidates_to_json (DpExtraction *self)
{
  JsonObject *object = json_object_new ();
  g_autofree char *authors = g_strjoinv ("\n", self->authors);

  for (guint field = 0; field < DP_N_FIELDS; field++)
    {
      JsonArray *array;
      gboolean is_chosen = FALSE;

      if (field == DP_FIELD_BODY)
        continue;
      array = json_array_new ();
      for (guint i = 0; i < self->candidates->len; i++)
        {
          const DpFieldValue *candidate = g_ptr_array_index (self->candidates, i);
          g_auto (GStrv) lines = NULL;
          g_autofree char *value = NULL;
          JsonObject *item;

          if (candidate->field != field)
            continue;
          lines = g_strsplit (candidate->value, "\n", -1);
          value = g_strjoinv (", ", lines);
          item = json_object_new ();
          json_object_set_string_member (item, "value", value);
          json_object_set_string_member (item, "from", dp_origin_to_nick (candidate->origin));
          if (!is_chosen && g_str_equal (candidate->value, get_chosen (self, field, authors)))
            {
              json_object_set_boolean_member (item, "chosen", TRUE);
              is_chosen = TRUE;
            }
          json_array_add_object_element (array, item);
        }
      json_object_set_array_member (object, dp_field_to_nick (field), array);
    }
  return object;
}

static JsonArray *
dropped_to_json (DpExtraction *self)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < self->dropped->len; i++)
    {
      const DpDropped *dropped = g_ptr_array_index (self->dropped, i);
      JsonObject *item = json_object_new ();

      json_object_set_string_member (item, "kind", dp_block_kind_to_nick (dropped->block->kind));
      json_object_set_string_member (item, "text", dropped->block->text);
      json_object_set_string_member (item, "reason", dropped->reason);
      json_object_set_int_member (item, "before", dropped->before);
      json_array_add_object_element (array, item);
    }
  return array;
}

JsonNode *
dp_extraction_to_json (DpExtraction *self)
{
  JsonObject *object = json_object_new ();
  JsonArray *blocks = json_array_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *text = dp_extraction_dup_text (self);
  g_autofree char *byline = g_strjoinv (", ", self->authors);

  set_string (object, "title", self->title);
  set_string (object, "byline", byline);
  set_string (object, "published", self->published);
  set_string (object, "modified", self->modified);
  set_string (object, "site", self->site);
  set_string (object, "lang", self->language);
  set_string (object, "dir", self->direction);
  set_string (object, "canonical", self->canonical);
  set_string (object, "description", self->description);
  set_string (object, "section", self->section);
  set_string (object, "image", self->image);
  json_object_set_string_member (object, "text", text);
  for (guint i = 0; i < self->blocks->len; i++)
    json_array_add_object_element (blocks, block_to_json (g_ptr_array_index (self->blocks, i)));
  json_object_set_array_member (object, "blocks", blocks);
  json_object_set_array_member (object, "headings", list_texts (self, DP_BLOCK_HEADING));
  json_object_set_array_member (object, "quotes", list_texts (self, DP_BLOCK_QUOTE));
  json_object_set_array_member (object, "links", list_links (self));
  json_object_set_object_member (object, "candidates", candidates_to_json (self));
  json_object_set_array_member (object, "dropped", dropped_to_json (self));
  json_node_take_object (node, object);
  return node;
}
