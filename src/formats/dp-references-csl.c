/* dp-references-csl.c: references in CSL-JSON
 *
 * Members and types as in csl-data.json of the Citation Style Language's schema, 1.0.2.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "formats/dp-references-private.h"

#include <glib/gi18n-lib.h>
#include "base/dp-date.h"
#include "base/dp-json.h"

static const DpReferenceType types[] = {
  { "article", DP_SOURCE_OTHER },
  { "article-journal", DP_SOURCE_RESEARCH },
  { "article-magazine", DP_SOURCE_MEDIA },
  { "article-newspaper", DP_SOURCE_MEDIA },
  { "bill", DP_SOURCE_OFFICIAL },
  { "book", DP_SOURCE_OTHER },
  { "broadcast", DP_SOURCE_MEDIA },
  { "chapter", DP_SOURCE_OTHER },
  { "classic", DP_SOURCE_OTHER },
  { "collection", DP_SOURCE_OTHER },
  { "dataset", DP_SOURCE_OTHER },
  { "document", DP_SOURCE_OTHER },
  { "entry", DP_SOURCE_OTHER },
  { "entry-dictionary", DP_SOURCE_OTHER },
  { "entry-encyclopedia", DP_SOURCE_OTHER },
  { "event", DP_SOURCE_OTHER },
  { "figure", DP_SOURCE_OTHER },
  { "graphic", DP_SOURCE_OTHER },
  { "hearing", DP_SOURCE_OFFICIAL },
  { "interview", DP_SOURCE_OTHER },
  { "legal_case", DP_SOURCE_OFFICIAL },
  { "legislation", DP_SOURCE_OFFICIAL },
  { "manuscript", DP_SOURCE_OTHER },
  { "map", DP_SOURCE_OTHER },
  { "motion_picture", DP_SOURCE_OTHER },
  { "musical_score", DP_SOURCE_OTHER },
  { "pamphlet", DP_SOURCE_OTHER },
  { "paper-conference", DP_SOURCE_RESEARCH },
  { "patent", DP_SOURCE_OTHER },
  { "performance", DP_SOURCE_OTHER },
  { "periodical", DP_SOURCE_MEDIA },
  { "personal_communication", DP_SOURCE_OTHER },
  { "post", DP_SOURCE_OTHER },
  { "post-weblog", DP_SOURCE_OTHER },
  { "regulation", DP_SOURCE_OFFICIAL },
  { "report", DP_SOURCE_OTHER },
  { "review", DP_SOURCE_OTHER },
  { "review-book", DP_SOURCE_OTHER },
  { "software", DP_SOURCE_OTHER },
  { "song", DP_SOURCE_OTHER },
  { "speech", DP_SOURCE_OTHER },
  { "standard", DP_SOURCE_OTHER },
  { "thesis", DP_SOURCE_RESEARCH },
  { "treaty", DP_SOURCE_OFFICIAL },
  { "webpage", DP_SOURCE_OTHER },
  { NULL, DP_SOURCE_OTHER },
};

/* What is read, and the item at hand for messages. */
typedef struct
{
  const char *text;
  gsize length;
  char *pointer; /* (owned): of the item */
} Reading;

static gboolean
fail (const Reading *self,
      const char *below,
      GError **error,
      const char *message)
{
  g_autofree char *pointer = g_strconcat (self->pointer, below, NULL);

  /* Translators: a number, a place within JSON such as "/3/title", and what is wrong there */
  g_set_error (error, DP_REFERENCES_ERROR, DP_REFERENCES_ERROR_INVALID, _ ("Line %u (%s): %s"),
               dp_json_find_line (self->text, self->length, pointer), pointer, message);

  return FALSE;
}

/* @text is written when the member is there and a string, trimmed; else it is NULL. */
static gboolean
read_text (const Reading *self,
           JsonObject *object,
           const char *name,
           const char *below,
           char **text,
           GError **error)
{
  JsonNode *node = json_object_get_member (object, name);

  *text = NULL;
  if (node == NULL)
    return TRUE;
  if (json_node_get_value_type (node) != G_TYPE_STRING)
    {
      g_autofree char *place = g_strconcat (below, "/", name, NULL);

      return fail (self, place, error, _ ("This should be text"));
    }
  *text = g_strstrip (g_strdup (json_node_get_string (node)));

  return TRUE;
}

static gboolean
read_author (const Reading *self,
             DpReferenceDraft *draft,
             JsonNode *node,
             const char *below,
             GError **error)
{
  g_autofree char *literal = NULL;
  g_autofree char *given = NULL;
  g_autofree char *family = NULL;
  g_autofree char *particle = NULL;
  g_autofree char *dropping = NULL;
  g_autofree char *suffix = NULL;
  g_autoptr (GString) name = g_string_new (NULL);
  JsonObject *object;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail (self, below, error, _ ("This should be a name: an object with “family” and “given”, or “literal”"));

  object = json_node_get_object (node);
  if (!read_text (self, object, "literal", below, &literal, error) ||
      !read_text (self, object, "given", below, &given, error) ||
      !read_text (self, object, "family", below, &family, error) ||
      !read_text (self, object, "non-dropping-particle", below, &particle, error) ||
      !read_text (self, object, "dropping-particle", below, &dropping, error) ||
      !read_text (self, object, "suffix", below, &suffix, error))
    return FALSE;

  if (literal != NULL && *literal != '\0')
    {
      dp_reference_draft_add_author (draft, "", literal);
      return TRUE;
    }
  if (dropping != NULL && *dropping != '\0')
    g_string_append_printf (name, "%s ", dropping);
  if (particle != NULL && *particle != '\0')
    g_string_append_printf (name, "%s ", particle);
  g_string_append (name, family != NULL ? family : "");
  if (suffix != NULL && *suffix != '\0')
    g_string_append_printf (name, " %s", suffix);
  dp_reference_draft_add_author (draft, given != NULL ? given : "", name->str);

  return TRUE;
}

static gboolean
read_authors (const Reading *self,
              DpReferenceDraft *draft,
              JsonObject *object,
              GError **error)
{
  JsonNode *node = json_object_get_member (object, "author");
  JsonArray *authors;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return fail (self, "/author", error, _ ("This should be a list of names"));

  authors = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (authors); i++)
    {
      g_autofree char *below = g_strdup_printf ("/author/%u", i);

      if (!read_author (self, draft, json_array_get_element (authors, i), below, error))
        return FALSE;
    }

  return TRUE;
}

/* A whole number, also as text ("2022"); -1 when it is none. */
static int
read_number (JsonNode *node)
{
  GType type = json_node_get_value_type (node);
  guint64 number;

  if (type == G_TYPE_INT64)
    return json_node_get_int (node) >= 0 && json_node_get_int (node) <= 9999 ? (int) json_node_get_int (node) : -1;
  if (type == G_TYPE_STRING && g_ascii_string_to_unsigned (json_node_get_string (node), 10, 0, 9999, &number, NULL))
    return (int) number;

  return -1;
}

/* The first of "date-parts"; a range's end says nothing about when a source appeared. */
static gboolean
read_date_parts (const Reading *self,
                 DpReferenceDraft *draft,
                 JsonNode *node,
                 GError **error)
{
  JsonArray *all = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  JsonNode *first = all != NULL && json_array_get_length (all) > 0 ? json_array_get_element (all, 0) : NULL;
  JsonArray *parts = first != NULL && JSON_NODE_HOLDS_ARRAY (first) ? json_node_get_array (first) : NULL;
  guint n = parts != NULL ? json_array_get_length (parts) : 0;
  int numbers[3] = { 0 };

  if (n < 1 || n > 3)
    return fail (self, "/issued/date-parts", error, _ ("This should be a date such as [[2022, 1, 8]]"));
  for (guint i = 0; i < n; i++)
    numbers[i] = read_number (json_array_get_element (parts, i));
  if (!dp_reference_draft_set_date (draft, numbers[0], numbers[1], numbers[2]))
    return fail (self, "/issued/date-parts/0", error, _ ("There is no such day"));

  return TRUE;
}

static void
set_date_text (DpReferenceDraft *draft,
               const char *text)
{
  DpDate date;

  if (dp_date_parse (text, &date))
    {
      g_autofree char *iso = dp_date_format_iso (&date);

      dp_evidence_set_date (draft->piece, iso);
    }
  else
    dp_reference_draft_add_note (draft, text);
}

static gboolean
read_date (const Reading *self,
           DpReferenceDraft *draft,
           JsonObject *object,
           GError **error)
{
  JsonNode *node = json_object_get_member (object, "issued");
  g_autofree char *raw = NULL;
  g_autofree char *literal = NULL;
  JsonObject *date;

  if (node == NULL)
    return TRUE;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    {
      set_date_text (draft, json_node_get_string (node));
      return TRUE;
    }
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail (self, "/issued", error, _ ("This should be a date such as {\"date-parts\": [[2022, 1, 8]]}"));

  date = json_node_get_object (node);
  if (json_object_has_member (date, "date-parts"))
    return read_date_parts (self, draft, json_object_get_member (date, "date-parts"), error);
  if (!read_text (self, date, "raw", "/issued", &raw, error) || !read_text (self, date, "literal", "/issued", &literal, error))
    return FALSE;
  if (raw != NULL)
    set_date_text (draft, raw);
  else if (literal != NULL)
    set_date_text (draft, literal);

  return TRUE;
}

static gboolean
read_texts (const Reading *self,
            DpReferenceDraft *draft,
            JsonObject *object,
            GError **error)
{
  g_autofree char *title = NULL;
  g_autofree char *link = NULL;
  g_autofree char *doi = NULL;
  g_autofree char *container = NULL;
  g_autofree char *publisher = NULL;
  g_autofree char *note = NULL;

  if (!read_text (self, object, "title", "", &title, error) ||
      !read_text (self, object, "URL", "", &link, error) ||
      !read_text (self, object, "DOI", "", &doi, error) ||
      !read_text (self, object, "container-title", "", &container, error) ||
      !read_text (self, object, "publisher", "", &publisher, error) ||
      !read_text (self, object, "note", "", &note, error))
    return FALSE;

  dp_evidence_set_title (draft->piece, title != NULL ? title : "");
  dp_evidence_set_link (draft->piece, link != NULL ? link : "");
  if (doi != NULL)
    dp_reference_draft_set_doi (draft, doi);
  if (container == NULL || *container == '\0')
    {
      g_free (container);
      container = g_steal_pointer (&publisher);
    }
  dp_evidence_set_publisher (draft->piece, container != NULL ? container : "");
  if (note != NULL)
    dp_reference_draft_add_note (draft, note);
  if (*dp_evidence_get_title (draft->piece) == '\0' && *dp_evidence_get_link (draft->piece) == '\0')
    return fail (self, "", error, _ ("This reference has neither title nor link"));

  return TRUE;
}

/* (transfer full) (nullable) */
static DpEvidence *
read_item (const Reading *self,
           JsonNode *node,
           GError **error)
{
  g_autoptr (DpReferenceDraft) draft = NULL;
  g_autofree char *type = NULL;
  DpSourceKind kind;
  JsonObject *object;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      fail (self, "", error, _ ("This should be a reference, an object"));
      return NULL;
    }

  object = json_node_get_object (node);
  if (!read_text (self, object, "type", "", &type, error))
    return NULL;
  if (type == NULL || !dp_reference_find_type (types, type, &kind))
    {
      fail (self, type != NULL ? "/type" : "", error, _ ("A reference has a “type” that CSL knows, such as “webpage”"));
      return NULL;
    }
  draft = dp_reference_draft_new (kind);
  if (!read_texts (self, draft, object, error) || !read_authors (self, draft, object, error) ||
      !read_date (self, draft, object, error))
    return NULL;

  return dp_reference_draft_end (g_steal_pointer (&draft));
}

GPtrArray *
dp_csl_read (const char *text,
             gsize length,
             GError **error)
{
  g_autoptr (GPtrArray) pieces = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (JsonNode) root = dp_json_read (text, length, DP_JSON_GRAMMAR, error);
  JsonArray *items;

  if (root == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_ARRAY (root))
    {
      const Reading reading = { text, length, (char *) "" };
      DpEvidence *piece = read_item (&reading, root, error);

      if (piece == NULL)
        return NULL;
      g_ptr_array_add (pieces, piece);
      return g_steal_pointer (&pieces);
    }

  items = json_node_get_array (root);
  if (json_array_get_length (items) == 0)
    {
      g_set_error_literal (error, DP_REFERENCES_ERROR, DP_REFERENCES_ERROR_SYNTAX, _ ("There is no reference in this text"));
      return NULL;
    }
  if (json_array_get_length (items) > DP_REFERENCES_MAX)
    {
      g_set_error_literal (error, DP_REFERENCES_ERROR, DP_REFERENCES_ERROR_SIZE, _ ("This is too long for a list of references; take fewer at a time"));
      return NULL;
    }
  for (guint i = 0; i < json_array_get_length (items); i++)
    {
      g_autofree char *pointer = g_strdup_printf ("/%u", i);
      const Reading reading = { text, length, pointer };
      DpEvidence *piece = read_item (&reading, json_array_get_element (items, i), error);

      if (piece == NULL)
        return NULL;
      g_ptr_array_add (pieces, piece);
    }

  return g_steal_pointer (&pieces);
}
