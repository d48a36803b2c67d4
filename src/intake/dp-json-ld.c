/* dp-json-ld.c: what a page's JSON-LD says about its article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "intake/dp-json-ld.h"

#include <string.h>
#include "base/dp-json.h"
#include "intake/dp-page-text.h"

#define MAX_OBJECTS 4096

typedef struct
{
  DpJsonLd *out;
  GPtrArray *objects; /* (element-type JsonObject): all, in order, borrowed */
  GHashTable *by_id;  /* @id to JsonObject, borrowed */
} Reader;

/* (nullable): the member as one string: itself, the first of an array, the @value or name of an object */
static const char *
get_text (JsonNode *node)
{
  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_VALUE (node))
    return json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      return json_array_get_length (array) > 0 ? get_text (json_array_get_element (array, 0)) : NULL;
    }
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      static const char *const keys[] = { "@value", "name", "@id", "url" };
      JsonObject *object = json_node_get_object (node);

      for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
        {
          JsonNode *member = json_object_get_member (object, keys[i]);

          if (member != NULL && JSON_NODE_HOLDS_VALUE (member))
            return get_text (member);
        }
    }
  return NULL;
}

/* An image is its address, or an object or a list of objects that have one. */
static char *
dup_image (JsonNode *node)
{
  static const char *const keys[] = { "url", "contentUrl", "@id" };

  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      return json_array_get_length (array) > 0 ? dup_image (json_array_get_element (array, 0)) : NULL;
    }
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
        {
          const char *text = get_text (json_object_get_member (json_node_get_object (node), keys[i]));

          if (text != NULL)
            return g_strdup (text);
        }
      return NULL;
    }
  return g_strdup (get_text (node));
}

static char *
dup_member (JsonObject *object,
            const char *name)
{
  const char *text = get_text (json_object_get_member (object, name));

  return text != NULL ? dp_page_text_clean (text) : NULL;
}

/* Whether one of an object's types ends with @suffix. */
static gboolean
has_type (JsonObject *object,
          const char *suffix)
{
  JsonNode *node = json_object_get_member (object, "@type");

  if (node == NULL)
    return FALSE;
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          const char *type = get_text (json_array_get_element (array, i));

          if (type != NULL && g_str_has_suffix (type, suffix))
            return TRUE;
        }
      return FALSE;
    }
  return get_text (node) != NULL && g_str_has_suffix (get_text (node), suffix);
}

static gboolean
is_article (JsonObject *object)
{
  return has_type (object, "Article") || has_type (object, "Posting") || has_type (object, "Report") ||
         has_type (object, "BlogPost") || has_type (object, "ClaimReview");
}

static void
collect (Reader *self,
         JsonNode *node)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        collect (self, json_array_get_element (array, i));
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);
      g_autoptr (GList) members = json_object_get_members (object);
      const char *id = get_text (json_object_get_member (object, "@id"));

      if (self->objects->len >= MAX_OBJECTS)
        return;
      g_ptr_array_add (self->objects, object);
      /* A reference has nothing but its id. */
      if (id != NULL && json_object_get_size (object) > 1 && !g_hash_table_contains (self->by_id, id))
        g_hash_table_insert (self->by_id, (char *) id, object);
      for (GList *l = members; l != NULL; l = l->next)
        collect (self, json_object_get_member (object, l->data));
    }
}

static JsonObject *
follow (Reader *self,
        JsonObject *object)
{
  const char *id = get_text (json_object_get_member (object, "@id"));
  JsonObject *other = id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;

  return other != NULL && !json_object_has_member (object, "name") ? other : object;
}

static void
add_name (GPtrArray *names,
          const char *name)
{
  g_autofree char *clean = dp_page_text_clean (name);

  if (clean[0] == '\0' || strstr (clean, "://") != NULL)
    return;
  for (guint i = 0; i < names->len; i++)
    {
      if (g_str_equal (g_ptr_array_index (names, i), clean))
        return;
    }
  g_ptr_array_add (names, g_steal_pointer (&clean));
}

static void
add_authors (Reader *self,
             JsonNode *node,
             guint depth)
{
  if (node == NULL || depth > 8)
    return;
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array) && i < 64; i++)
        add_authors (self, json_array_get_element (array, i), depth + 1);
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = follow (self, json_node_get_object (node));
      JsonNode *name = json_object_get_member (object, "name");
      GPtrArray *names = has_type (object, "Organization") ? self->out->organizations : self->out->people;

      if (name != NULL && JSON_NODE_HOLDS_ARRAY (name))
        add_authors (self, name, depth + 1);
      else if (get_text (name) != NULL)
        add_name (names, get_text (name));
      else if (json_object_has_member (object, "givenName") || json_object_has_member (object, "familyName"))
        {
          const char *given = get_text (json_object_get_member (object, "givenName"));
          const char *family = get_text (json_object_get_member (object, "familyName"));
          g_autofree char *both = g_strdup_printf ("%s %s", given != NULL ? given : "", family != NULL ? family : "");

          add_name (names, both);
        }
    }
  else if (get_text (node) != NULL)
    add_name (self->out->people, get_text (node));
}

static void
take (char **field,
      char *value)
{
  if (*field == NULL && value != NULL && value[0] != '\0')
    *field = value;
  else
    g_free (value);
}

static void
read_article (Reader *self,
              JsonObject *object)
{
  DpJsonLd *out = self->out;
  JsonNode *publisher = json_object_get_member (object, "publisher");

  out->is_article = TRUE;
  take (&out->headline, dup_member (object, "headline"));
  take (&out->headline, dup_member (object, "name"));
  take (&out->alternative_headline, dup_member (object, "alternativeHeadline"));
  take (&out->alternative_headline, dup_member (object, "alternateName"));
  take (&out->description, dup_member (object, "description"));
  take (&out->body, dup_member (object, "articleBody"));
  take (&out->published, dup_member (object, "datePublished"));
  take (&out->published, dup_member (object, "dateCreated"));
  take (&out->modified, dup_member (object, "dateModified"));
  take (&out->language, dup_member (object, "inLanguage"));
  take (&out->section, dup_member (object, "articleSection"));
  take (&out->image, dup_image (json_object_get_member (object, "image")));
  take (&out->image, dup_image (json_object_get_member (object, "thumbnailUrl")));
  take (&out->url, dup_member (object, "url"));
  take (&out->url, dup_member (object, "mainEntityOfPage"));
  if (publisher != NULL && JSON_NODE_HOLDS_OBJECT (publisher))
    take (&out->publisher, dup_member (follow (self, json_node_get_object (publisher)), "name"));
  else if (publisher != NULL)
    take (&out->publisher, dup_member (object, "publisher"));
  add_authors (self, json_object_get_member (object, "author"), 0);
  if (out->people->len == 0 && out->organizations->len == 0)
    add_authors (self, json_object_get_member (object, "creator"), 0);
}

/* How well an object fits as "the" article of this page. */
static int
rate_article (JsonObject *object,
              const char *title)
{
  const char *headline = get_text (json_object_get_member (object, "headline"));
  int rating = 1;

  if (headline != NULL)
    rating += 2;
  if (json_object_has_member (object, "datePublished"))
    rating += 1;
  if (json_object_has_member (object, "author"))
    rating += 1;
  if (json_object_has_member (object, "articleBody"))
    rating += 1;
  if (headline != NULL && title != NULL)
    {
      g_autofree char *clean = dp_page_text_clean (headline);

      if (clean[0] != '\0' && strstr (title, clean) != NULL)
        rating += 6;
    }
  return rating;
}

static void
choose (Reader *self,
        const char *title)
{
  JsonObject *best = NULL;
  int best_rating = 0;

  for (guint i = 0; i < self->objects->len; i++)
    {
      JsonObject *object = g_ptr_array_index (self->objects, i);

      if (is_article (object))
        {
          int rating = rate_article (object, title);

          if (rating > best_rating)
            {
              best = object;
              best_rating = rating;
            }
        }
    }
  if (best != NULL)
    read_article (self, best);
  for (guint i = 0; i < self->objects->len; i++)
    {
      JsonObject *object = g_ptr_array_index (self->objects, i);

      if (has_type (object, "WebSite"))
        take (&self->out->site, dup_member (object, "name"));
      else if (has_type (object, "WebPage"))
        {
          take (&self->out->published, dup_member (object, "datePublished"));
          take (&self->out->modified, dup_member (object, "dateModified"));
          take (&self->out->language, dup_member (object, "inLanguage"));
          take (&self->out->description, dup_member (object, "description"));
          if (best == NULL)
            {
              take (&self->out->headline, dup_member (object, "headline"));
              add_authors (self, json_object_get_member (object, "author"), 0);
            }
        }
    }
}

/* Without the comment or CDATA marks that once hid scripts, and without a trailing semicolon. */
static void
trim (const char **data,
      gsize *length)
{
  static const char *const heads[] = { "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA[", "<!--", "//", "/* <![CDATA[ */" };
  static const char *const tails[] = { "//]]>", "/*]]>*/", "]]>", "-->", "//", ";", "/* ]]> */" };
  gboolean again = TRUE;

  while (again)
    {
      again = FALSE;
      while (*length > 0 && g_ascii_isspace (**data))
        {
          (*data)++;
          (*length)--;
        }
      while (*length > 0 && g_ascii_isspace ((*data)[*length - 1]))
        (*length)--;
      for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
        {
          gsize n = strlen (heads[i]);

          if (*length >= n && memcmp (*data, heads[i], n) == 0)
            {
              *data += n;
              *length -= n;
              again = TRUE;
            }
        }
      for (gsize i = 0; i < G_N_ELEMENTS (tails); i++)
        {
          gsize n = strlen (tails[i]);

          if (*length >= n && memcmp (*data + *length - n, tails[i], n) == 0)
            {
              *length -= n;
              again = TRUE;
            }
        }
    }
}

/* (nullable): the string after "name" : in something that is no JSON */
static char *
find_member (const char *data,
             gsize length,
             const char *name)
{
  g_autofree char *key = g_strdup_printf ("\"%s\"", name);
  const char *end = data + length;
  const char *p = g_strstr_len (data, length, key);
  g_autoptr (GString) value = g_string_new (NULL);
  g_autofree char *valid = NULL;

  if (p == NULL)
    return NULL;
  p += strlen (key);
  while (p < end && (g_ascii_isspace (*p) || *p == ':' || *p == '['))
    p++;
  if (p >= end || *p != '"')
    return NULL;
  for (p++; p < end && *p != '"' && value->len < 4096; p++)
    {
      if (*p == '\\' && p + 1 < end)
        {
          p++;
          if (*p == 'u' && end - p > 4)
            {
              char digits[5] = { p[1], p[2], p[3], p[4], '\0' };
              gunichar c = g_ascii_strtoull (digits, NULL, 16);

              g_string_append_unichar (value, g_unichar_validate (c) && c != 0 ? c : 0xfffd);
              p += 4;
            }
          else
            g_string_append_c (value, *p == 'n' || *p == 't' || *p == 'r' ? ' ' : *p);
        }
      else
        g_string_append_c (value, *p);
    }
  valid = g_utf8_make_valid (value->str, value->len);
  return dp_page_text_clean (valid);
}

static void
search (Reader *self,
        const char *data,
        gsize length)
{
  const char *author = g_strstr_len (data, length, "\"author\"");

  take (&self->out->headline, find_member (data, length, "headline"));
  take (&self->out->published, find_member (data, length, "datePublished"));
  take (&self->out->modified, find_member (data, length, "dateModified"));
  take (&self->out->description, find_member (data, length, "description"));
  if (author != NULL && self->out->people->len == 0)
    {
      g_autofree char *name = find_member (author, MIN ((gsize) 400, length - (author - data)), "name");

      if (name != NULL)
        add_name (self->out->people, name);
    }
}

DpJsonLd *
dp_json_ld_read (GPtrArray *scripts,
                 const char *title)
{
  DpJsonLd *out = g_new0 (DpJsonLd, 1);
  g_autoptr (GPtrArray) objects = g_ptr_array_new ();
  g_autoptr (GPtrArray) roots = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  Reader self = { .out = out, .objects = objects, .by_id = by_id };

  out->people = g_ptr_array_new_with_free_func (g_free);
  out->organizations = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < scripts->len; i++)
    {
      gsize length;
      const char *data = g_bytes_get_data (g_ptr_array_index (scripts, i), &length);
      JsonNode *root;

      trim (&data, &length);
      if (length == 0)
        continue;
      root = dp_json_read (data, length, DP_JSON_FOREIGN, NULL);
      if (root != NULL)
        {
          g_ptr_array_add (roots, root);
          collect (&self, root);
        }
    }
  choose (&self, title);
  for (guint i = 0; i < scripts->len && (out->headline == NULL || out->published == NULL); i++)
    {
      gsize length;
      const char *data = g_bytes_get_data (g_ptr_array_index (scripts, i), &length);

      if (length > 0 && g_strstr_len (data, length, "Article\"") != NULL)
        search (&self, data, length);
    }
  return out;
}

void
dp_json_ld_free (DpJsonLd *self)
{
  if (self == NULL)
    return;
  g_free (self->headline);
  g_free (self->alternative_headline);
  g_free (self->description);
  g_free (self->body);
  g_free (self->published);
  g_free (self->modified);
  g_free (self->language);
  g_free (self->publisher);
  g_free (self->site);
  g_free (self->url);
  g_free (self->section);
  g_free (self->image);
  g_ptr_array_unref (self->people);
  g_ptr_array_unref (self->organizations);
  g_free (self);
}
