/* dp-metadata.c: what a page says about its article, with where each was said
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "intake/dp-metadata.h"

#include <gio/gio.h>
#include <string.h>
#include "intake/dp-address.h"
#include "intake/dp-authors.h"
#include "intake/dp-bylines.h"
#include "intake/dp-date-words.h"
#include "intake/dp-json-ld.h"
#include "intake/dp-page-marks.h"
#include "intake/dp-page-text.h"
#include "intake/dp-title.h"
#include "text/dp-language.h"

/* What stands further down says nothing about the article any more. */
#define MOST_LINES 5000

/* meta elements by name or property, in lower case. */
static const struct
{
  const char *name;
  DpField field;
  DpOrigin origin;
} meta_names[] = {
  { "article:author", DP_FIELD_AUTHORS, DP_ORIGIN_OPEN_GRAPH },
  { "article:modified_time", DP_FIELD_MODIFIED, DP_ORIGIN_OPEN_GRAPH },
  { "article:published", DP_FIELD_PUBLISHED, DP_ORIGIN_OPEN_GRAPH },
  { "article:published_time", DP_FIELD_PUBLISHED, DP_ORIGIN_OPEN_GRAPH },
  { "article:section", DP_FIELD_SECTION, DP_ORIGIN_OPEN_GRAPH },
  { "article.created", DP_FIELD_PUBLISHED, DP_ORIGIN_META },
  { "article.published", DP_FIELD_PUBLISHED, DP_ORIGIN_META },
  { "application-name", DP_FIELD_SITE, DP_ORIGIN_META },
  { "article_author", DP_FIELD_AUTHORS, DP_ORIGIN_META },
  { "articleauthor", DP_FIELD_AUTHORS, DP_ORIGIN_META },
  { "author", DP_FIELD_AUTHORS, DP_ORIGIN_META },
  { "author_name", DP_FIELD_AUTHORS, DP_ORIGIN_META },
  { "authors", DP_FIELD_AUTHORS, DP_ORIGIN_META },
  { "bt:pubdate", DP_FIELD_PUBLISHED, DP_ORIGIN_META },
  { "byl", DP_FIELD_AUTHORS, DP_ORIGIN_META },
  { "byline", DP_FIELD_AUTHORS, DP_ORIGIN_META },
  { "citation_author", DP_FIELD_AUTHORS, DP_ORIGIN_META },
  { "citation_date", DP_FIELD_PUBLISHED, DP_ORIGIN_META },
  { "citation_online_date", DP_FIELD_PUBLISHED, DP_ORIGIN_META },
  { "citation_publication_date", DP_FIELD_PUBLISHED, DP_ORIGIN_META },
  { "citation_title", DP_FIELD_TITLE, DP_ORIGIN_META },
  { "cxenseparse:recs:publishtime", DP_FIELD_PUBLISHED, DP_ORIGIN_META },
  { "date", DP_FIELD_PUBLISHED, DP_ORIGIN_META },
  { "date.available", DP_FIELD_PUBLISHED, DP_ORIGIN_META },
  { "date.created", DP_FIELD_PUBLISHED, DP_ORIGIN_META },
  { "date_published", DP_FIELD_PUBLISHED, DP_ORIGIN_META },
  { "datepublished", DP_FIELD_PUBLISHED, DP_ORIGIN_META },
  { "datemodified", DP_FIELD_MODIFIED, DP_ORIGIN_META },
  { "dc.creator", DP_FIELD_AUTHORS, DP_ORIGIN_META },
  { "dc.date", DP_FIELD_PUBLISHED, DP_ORIGIN_META },
  { "dc.date.created", DP_FIELD_PUBLISHED, DP_ORIGIN_META },
  { "dc.date.issued", DP_FIELD_PUBLISHED, DP_ORIGIN_META },
  { "dc.date.modified", DP_FIELD_MODIFIED, DP_ORIGIN_META },
  { "dc.description", DP_FIELD_DESCRIPTION, DP_ORIGIN_META },
  { "dc.language", DP_FIELD_LANGUAGE, DP_ORIGIN_META },
  { "dc.publisher", DP_FIELD_SITE, DP_ORIGIN_META },
  { "dc.title", DP_FIELD_TITLE, DP_ORIGIN_META },
  { "dcsext.articlefirstpublished", DP_FIELD_PUBLISHED, DP_ORIGIN_META },
  { "dcterms.created", DP_FIELD_PUBLISHED, DP_ORIGIN_META },
  { "dcterms.creator", DP_FIELD_AUTHORS, DP_ORIGIN_META },
  { "dcterms.date", DP_FIELD_PUBLISHED, DP_ORIGIN_META },
  { "dcterms.issued", DP_FIELD_PUBLISHED, DP_ORIGIN_META },
  { "dcterms.modified", DP_FIELD_MODIFIED, DP_ORIGIN_META },
  { "dcterms.title", DP_FIELD_TITLE, DP_ORIGIN_META },
  { "description", DP_FIELD_DESCRIPTION, DP_ORIGIN_META },
  { "displaydate", DP_FIELD_PUBLISHED, DP_ORIGIN_META },
  { "language", DP_FIELD_LANGUAGE, DP_ORIGIN_META },
  { "last-modified", DP_FIELD_MODIFIED, DP_ORIGIN_META },
  { "lastmod", DP_FIELD_MODIFIED, DP_ORIGIN_META },
  { "og:article:author", DP_FIELD_AUTHORS, DP_ORIGIN_OPEN_GRAPH },
  { "og:article:modified_time", DP_FIELD_MODIFIED, DP_ORIGIN_OPEN_GRAPH },
  { "og:article:published_time", DP_FIELD_PUBLISHED, DP_ORIGIN_OPEN_GRAPH },
  { "og:description", DP_FIELD_DESCRIPTION, DP_ORIGIN_OPEN_GRAPH },
  { "og:image", DP_FIELD_IMAGE, DP_ORIGIN_OPEN_GRAPH },
  { "og:image:secure_url", DP_FIELD_IMAGE, DP_ORIGIN_OPEN_GRAPH },
  { "og:image:url", DP_FIELD_IMAGE, DP_ORIGIN_OPEN_GRAPH },
  { "og:locale", DP_FIELD_LANGUAGE, DP_ORIGIN_OPEN_GRAPH },
  { "og:pubdate", DP_FIELD_PUBLISHED, DP_ORIGIN_OPEN_GRAPH },
  { "og:published_time", DP_FIELD_PUBLISHED, DP_ORIGIN_OPEN_GRAPH },
  { "og:site_name", DP_FIELD_SITE, DP_ORIGIN_OPEN_GRAPH },
  { "og:title", DP_FIELD_TITLE, DP_ORIGIN_OPEN_GRAPH },
  { "og:updated_time", DP_FIELD_MODIFIED, DP_ORIGIN_OPEN_GRAPH },
  { "og:url", DP_FIELD_CANONICAL, DP_ORIGIN_OPEN_GRAPH },
  { "originalpublicationdate", DP_FIELD_PUBLISHED, DP_ORIGIN_META },
  { "parsely-author", DP_FIELD_AUTHORS, DP_ORIGIN_META },
  { "parsely-image-url", DP_FIELD_IMAGE, DP_ORIGIN_META },
  { "parsely-pub-date", DP_FIELD_PUBLISHED, DP_ORIGIN_META },
  { "parsely-section", DP_FIELD_SECTION, DP_ORIGIN_META },
  { "parsely-title", DP_FIELD_TITLE, DP_ORIGIN_META },
  { "pdate", DP_FIELD_PUBLISHED, DP_ORIGIN_META },
  { "pub_date", DP_FIELD_PUBLISHED, DP_ORIGIN_META },
  { "pubdate", DP_FIELD_PUBLISHED, DP_ORIGIN_META },
  { "publication_date", DP_FIELD_PUBLISHED, DP_ORIGIN_META },
  { "publicationdate", DP_FIELD_PUBLISHED, DP_ORIGIN_META },
  { "publish-date", DP_FIELD_PUBLISHED, DP_ORIGIN_META },
  { "publish_date", DP_FIELD_PUBLISHED, DP_ORIGIN_META },
  { "publishdate", DP_FIELD_PUBLISHED, DP_ORIGIN_META },
  { "published_at", DP_FIELD_PUBLISHED, DP_ORIGIN_META },
  { "published_date", DP_FIELD_PUBLISHED, DP_ORIGIN_META },
  { "published_time", DP_FIELD_PUBLISHED, DP_ORIGIN_META },
  { "publisher", DP_FIELD_SITE, DP_ORIGIN_META },
  { "rnews:datepublished", DP_FIELD_PUBLISHED, DP_ORIGIN_META },
  { "sailthru.author", DP_FIELD_AUTHORS, DP_ORIGIN_META },
  { "sailthru.date", DP_FIELD_PUBLISHED, DP_ORIGIN_META },
  { "sailthru.title", DP_FIELD_TITLE, DP_ORIGIN_META },
  { "shareaholic:article_published_time", DP_FIELD_PUBLISHED, DP_ORIGIN_META },
  { "section", DP_FIELD_SECTION, DP_ORIGIN_META },
  { "shareaholic:image", DP_FIELD_IMAGE, DP_ORIGIN_META },
  { "thumbnail", DP_FIELD_IMAGE, DP_ORIGIN_META },
  { "title", DP_FIELD_TITLE, DP_ORIGIN_META },
  { "twitter:description", DP_FIELD_DESCRIPTION, DP_ORIGIN_META },
  { "twitter:image", DP_FIELD_IMAGE, DP_ORIGIN_META },
  { "twitter:image:src", DP_FIELD_IMAGE, DP_ORIGIN_META },
  { "twitter:title", DP_FIELD_TITLE, DP_ORIGIN_META },
};

static const char *const field_nicks[DP_N_FIELDS] = { "title", "authors", "published", "modified", "site",
                                                      "language", "canonical", "description", "section", "image", "body" };
static const char *const origin_nicks[] = { "json-ld", "open-graph", "meta", "microdata", "heading", "label",
                                            "profile", "class", "time", "title", "link", "element" };

const char *
dp_field_to_nick (DpField field)
{
  return field_nicks[field];
}

const char *
dp_origin_to_nick (DpOrigin origin)
{
  return origin_nicks[origin];
}

static void
field_value_free (DpFieldValue *self)
{
  g_free (self->value);
  g_free (self);
}

/* Takes @value. */
static void
add_value (DpMetadata *self,
           DpField field,
           DpOrigin origin,
           char *value)
{
  DpFieldValue *candidate;

  if (value == NULL || value[0] == '\0' || self->candidates->len > 1000)
    {
      g_free (value);
      return;
    }
  candidate = g_new0 (DpFieldValue, 1);
  candidate->field = field;
  candidate->origin = origin;
  candidate->value = value;
  g_ptr_array_add (self->candidates, candidate);
}

void
dp_metadata_add (DpMetadata *self,
                 DpField field,
                 DpOrigin origin,
                 const char *text)
{
  g_autofree char *clean = NULL;

  if (text == NULL)
    return;
  clean = dp_page_text_clean (text);
  switch (field)
    {
    case DP_FIELD_PUBLISHED:
    case DP_FIELD_MODIFIED:
      add_value (self, field, origin, dp_date_from_page (clean));
      break;
    case DP_FIELD_AUTHORS:
      add_value (self, field, origin, dp_authors_from_text (clean));
      break;
    case DP_FIELD_LANGUAGE:
      add_value (self, field, origin, dp_language_normalize (clean));
      break;
    case DP_FIELD_IMAGE:
      add_value (self, field, origin, dp_address_resolve (clean, self->base));
      break;
    default:
      add_value (self, field, origin, g_steal_pointer (&clean));
      break;
    }
}

const char *
dp_metadata_get_first (DpMetadata *self,
                       DpField field,
                       DpOrigin origin)
{
  for (guint i = 0; i < self->candidates->len; i++)
    {
      const DpFieldValue *c = g_ptr_array_index (self->candidates, i);

      if (c->field == field && c->origin == origin)
        return c->value;
    }
  return NULL;
}

/* Several meta elements of one name are several authors. */
static void
merge_authors (DpMetadata *self,
               DpOrigin origin,
               const char *text)
{
  for (guint i = 0; i < self->candidates->len; i++)
    {
      DpFieldValue *c = g_ptr_array_index (self->candidates, i);

      if (c->field == DP_FIELD_AUTHORS && c->origin == origin)
        {
          g_autofree char *clean = dp_page_text_clean (text);
          g_autofree char *more = dp_authors_from_text (clean);
          char *both;

          if (more == NULL || strlen (c->value) > 2000)
            return;
          both = dp_authors_join (c->value, more);
          g_free (c->value);
          c->value = both;
          return;
        }
    }
  dp_metadata_add (self, DP_FIELD_AUTHORS, origin, text);
}

/* "twitter:label1" and "twitter:data1", or "twitter:misc:Written by": a label in the language of the page, and
 * what it labels. */
static void
read_labelled (DpMetadata *self,
               const char *name,
               const char *content)
{
  if (g_str_has_prefix (name, "twitter:label"))
    {
      g_free (self->meta_label);
      self->meta_label = g_strdup (content);
    }
  else if (g_str_has_prefix (name, "twitter:data") && self->meta_label != NULL)
    {
      if (dp_authors_is_label (self->meta_label))
        dp_metadata_add (self, DP_FIELD_AUTHORS, DP_ORIGIN_META, content);
      g_clear_pointer (&self->meta_label, g_free);
    }
  else if (strrchr (name, ':') != NULL && strchr (name, ' ') != NULL && dp_authors_is_label (strrchr (name, ':') + 1))
    dp_metadata_add (self, DP_FIELD_AUTHORS, DP_ORIGIN_META, content);
}

static void
read_meta (DpMetadata *self,
           const DpPage *page,
           guint index)
{
  const char *content = dp_page_get_attr (page, index, DP_ATTR_CONTENT);
  const char *equiv = dp_page_get_attr (page, index, DP_ATTR_EQUIV);
  const char *itemprop = dp_page_get_attr (page, index, DP_ATTR_ITEMPROP);
  const DpAttr attrs[] = { DP_ATTR_PROPERTY, DP_ATTR_NAME };

  if (content == NULL || content[0] == '\0')
    return;
  if (equiv != NULL && g_ascii_strcasecmp (equiv, "content-language") == 0)
    dp_metadata_add (self, DP_FIELD_LANGUAGE, DP_ORIGIN_META, content);
  if (itemprop != NULL)
    {
      if (g_str_equal (itemprop, "datePublished"))
        dp_metadata_add (self, DP_FIELD_PUBLISHED, DP_ORIGIN_MICRODATA, content);
      else if (g_str_equal (itemprop, "dateModified"))
        dp_metadata_add (self, DP_FIELD_MODIFIED, DP_ORIGIN_MICRODATA, content);
      else if (g_str_equal (itemprop, "headline"))
        dp_metadata_add (self, DP_FIELD_TITLE, DP_ORIGIN_MICRODATA, content);
      else if (g_str_equal (itemprop, "author"))
        dp_metadata_add (self, DP_FIELD_AUTHORS, DP_ORIGIN_MICRODATA, content);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (attrs); i++)
    {
      const char *name = dp_page_get_attr (page, index, attrs[i]);
      g_autofree char *lower = name != NULL ? g_ascii_strdown (name, -1) : NULL;

      if (lower == NULL)
        continue;
      g_strstrip (lower);
      read_labelled (self, lower, content);
      for (gsize k = 0; k < G_N_ELEMENTS (meta_names); k++)
        {
          if (meta_names[k].name[0] != lower[0] || !g_str_equal (meta_names[k].name, lower))
            continue;
          if (meta_names[k].field == DP_FIELD_AUTHORS)
            merge_authors (self, meta_names[k].origin, content);
          else
            dp_metadata_add (self, meta_names[k].field, meta_names[k].origin, content);
        }
    }
}

static gboolean
has_word (const char *value,
          const char *word)
{
  gsize n = strlen (word);

  for (const char *p = value; (p = strstr (p, word)) != NULL; p += n)
    {
      if ((p == value || g_ascii_isspace (p[-1])) && (p[n] == '\0' || g_ascii_isspace (p[n])))
        return TRUE;
    }
  return FALSE;
}

static void
read_link (DpMetadata *self,
           const DpPage *page,
           guint index)
{
  const char *rel = dp_page_get_attr (page, index, DP_ATTR_REL);

  if (rel != NULL && has_word (rel, "canonical"))
    dp_metadata_add (self, DP_FIELD_CANONICAL, DP_ORIGIN_ELEMENT, dp_page_get_attr (page, index, DP_ATTR_HREF));
  if (rel != NULL && has_word (rel, "image_src"))
    dp_metadata_add (self, DP_FIELD_IMAGE, DP_ORIGIN_ELEMENT, dp_page_get_attr (page, index, DP_ATTR_HREF));
}

static void
read_time (DpMetadata *self,
           const DpPage *page,
           const DpPassages *passages,
           guint index)
{
  const char *datetime = dp_page_get_attr (page, index, DP_ATTR_DATETIME);
  const char *itemprop = dp_page_get_attr (page, index, DP_ATTR_ITEMPROP);
  const char *names = dp_page_get_attr (page, index, DP_ATTR_CLASS);
  guint unwanted = DP_MARK_RELATED | DP_MARK_COMMENTS | DP_MARK_NAVIGATION | DP_MARK_ASIDE | DP_MARK_EMBED;
  DpField field = DP_FIELD_PUBLISHED;
  DpOrigin origin = DP_ORIGIN_TIME;

  if ((passages->marks[index] & unwanted) != 0 || ++self->n_times > MOST_LINES)
    return;
  if (itemprop != NULL && (strstr (itemprop, "datePublished") != NULL || strstr (itemprop, "dateModified") != NULL))
    origin = DP_ORIGIN_MICRODATA;
  if ((itemprop != NULL && strstr (itemprop, "dateModified") != NULL) ||
      (names != NULL && (strstr (names, "update") != NULL || strstr (names, "modified") != NULL)))
    field = DP_FIELD_MODIFIED;
  if (datetime != NULL)
    dp_metadata_add (self, field, origin, datetime);
  else
    {
      g_autofree char *text = dp_page_dup_text (page, index);

      dp_metadata_add (self, field, origin, text);
    }
}

static void
read_element (DpMetadata *self,
              const DpPage *page,
              const DpPassages *passages,
              guint index)
{
  const char *itemprop = dp_page_get_attr (page, index, DP_ATTR_ITEMPROP);
  const char *rel = dp_page_get_attr (page, index, DP_ATTR_REL);
  guint unwanted = DP_MARK_RELATED | DP_MARK_COMMENTS | DP_MARK_NAVIGATION | DP_MARK_ASIDE | DP_MARK_EMBED;

  if ((itemprop == NULL && rel == NULL) || (passages->marks[index] & unwanted) != 0)
    return;
  if (dp_page_node (page, index)->end - index > 64)
    return;
  if (itemprop != NULL && has_word (itemprop, "headline"))
    {
      g_autofree char *text = dp_page_dup_text (page, index);

      dp_metadata_add (self, DP_FIELD_TITLE, DP_ORIGIN_MICRODATA, text);
    }
  else if ((itemprop != NULL && has_word (itemprop, "author")) || (rel != NULL && has_word (rel, "author")))
    {
      g_autofree char *text = NULL;

      for (guint i = index + 1; i < dp_page_node (page, index)->end && text == NULL; i++)
        {
          const char *inner = dp_page_get_attr (page, i, DP_ATTR_ITEMPROP);

          if (inner != NULL && g_str_equal (inner, "name"))
            {
              const char *content = dp_page_get_attr (page, i, DP_ATTR_CONTENT);

              text = content != NULL ? g_strdup (content) : dp_page_dup_text (page, i);
            }
        }
      if (text == NULL)
        text = dp_page_dup_text (page, index);
      merge_authors (self, DP_ORIGIN_MICRODATA, text);
    }
  else if (itemprop != NULL && has_word (itemprop, "datePublished"))
    {
      const char *content = dp_page_get_attr (page, index, DP_ATTR_CONTENT);
      g_autofree char *text = content != NULL ? g_strdup (content) : dp_page_dup_text (page, index);

      dp_metadata_add (self, DP_FIELD_PUBLISHED, DP_ORIGIN_MICRODATA, text);
    }
}

static void
read_page (DpMetadata *self,
           const DpPage *page,
           const DpPassages *passages)
{
  for (guint i = 1; i < page->nodes->len; i++)
    {
      switch ((DpTag) dp_page_node (page, i)->tag)
        {
        case DP_TAG_TEXT:
          break;
        case DP_TAG_META:
          read_meta (self, page, i);
          break;
        case DP_TAG_LINK:
          read_link (self, page, i);
          break;
        case DP_TAG_HTML:
          dp_metadata_add (self, DP_FIELD_LANGUAGE, DP_ORIGIN_ELEMENT, dp_page_get_attr (page, i, DP_ATTR_LANG));
          G_GNUC_FALLTHROUGH;
        case DP_TAG_BODY:
          if (self->direction == NULL && dp_page_get_attr (page, i, DP_ATTR_DIR) != NULL)
            self->direction = g_ascii_strdown (dp_page_get_attr (page, i, DP_ATTR_DIR), -1);
          break;
        case DP_TAG_TITLE:
          {
            g_autofree char *text = dp_page_dup_text (page, i);

            if (dp_metadata_get_first (self, DP_FIELD_TITLE, DP_ORIGIN_TITLE) == NULL)
              dp_metadata_add (self, DP_FIELD_TITLE, DP_ORIGIN_TITLE, text);
            break;
          }
        case DP_TAG_TIME:
          read_time (self, page, passages, i);
          break;
        default:
          read_element (self, page, passages, i);
          break;
        }
    }
}

static void
join_names (GString *joined,
            GPtrArray *names,
            const char *publisher)
{
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *split = g_strcmp0 (name, publisher) != 0 ? dp_authors_from_text (name) : NULL;

      if (split == NULL)
        continue;
      if (joined->len > 0)
        g_string_append_c (joined, '\n');
      g_string_append (joined, split);
    }
}

/* People, then the agencies that they worked with; the outlet itself only where nobody else is named. */
static void
add_names (DpMetadata *self,
           const DpJsonLd *ld)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  join_names (joined, ld->people, NULL);
  join_names (joined, ld->organizations, ld->people->len > 0 ? ld->publisher : NULL);
  if (joined->len > 0)
    add_value (self, DP_FIELD_AUTHORS, DP_ORIGIN_JSON_LD, g_strdup (joined->str));
}

static void
read_json_ld (DpMetadata *self,
              const DpPage *page)
{
  g_autoptr (DpJsonLd) ld = dp_json_ld_read (page->json_ld, dp_metadata_get_first (self, DP_FIELD_TITLE, DP_ORIGIN_TITLE));

  dp_metadata_add (self, DP_FIELD_TITLE, DP_ORIGIN_JSON_LD, ld->headline);
  dp_metadata_add (self, DP_FIELD_TITLE, DP_ORIGIN_JSON_LD, ld->alternative_headline);
  add_names (self, ld);
  dp_metadata_add (self, DP_FIELD_PUBLISHED, DP_ORIGIN_JSON_LD, ld->published);
  dp_metadata_add (self, DP_FIELD_MODIFIED, DP_ORIGIN_JSON_LD, ld->modified);
  dp_metadata_add (self, DP_FIELD_SITE, DP_ORIGIN_JSON_LD, ld->publisher);
  dp_metadata_add (self, DP_FIELD_SITE, DP_ORIGIN_JSON_LD, ld->site);
  dp_metadata_add (self, DP_FIELD_LANGUAGE, DP_ORIGIN_JSON_LD, ld->language);
  dp_metadata_add (self, DP_FIELD_DESCRIPTION, DP_ORIGIN_JSON_LD, ld->description);
  dp_metadata_add (self, DP_FIELD_SECTION, DP_ORIGIN_JSON_LD, ld->section);
  dp_metadata_add (self, DP_FIELD_IMAGE, DP_ORIGIN_JSON_LD, ld->image);
  dp_metadata_add (self, DP_FIELD_BODY, DP_ORIGIN_JSON_LD, ld->body);
}

static const char *
choose_first (DpMetadata *self,
              DpField field,
              const DpOrigin *order,
              guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const char *value = dp_metadata_get_first (self, field, order[i]);

      if (value != NULL)
        return value;
    }
  return "";
}

#define CHOOSE(self, field, ...)                             \
  g_strdup (choose_first (self,                              \
                          field,                             \
                          (const DpOrigin[]){ __VA_ARGS__ }, \
                          sizeof ((const DpOrigin[]){ __VA_ARGS__ }) / sizeof (DpOrigin)))

static char *
dup_host (const char *link)
{
  g_autoptr (GUri) uri = link != NULL ? g_uri_parse (link, G_URI_FLAGS_PARSE_RELAXED, NULL) : NULL;
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  if (host == NULL || host[0] == '\0')
    return NULL;
  return g_ascii_strdown (g_str_has_prefix (host, "www.") ? host + 4 : host, -1);
}

/* The last two labels of a host: what one owner usually has. */
static const char *
owner_of (const char *host)
{
  const char *p = host + strlen (host);
  guint n_dots = 0;

  while (p > host)
    {
      if (p[-1] == '.' && ++n_dots == 2)
        break;
      p--;
    }
  return p;
}

/* Resolved against @link; of another site it is not believed. */
static char *
choose_canonical (DpMetadata *self,
                  const char *link)
{
  const DpOrigin order[] = { DP_ORIGIN_ELEMENT, DP_ORIGIN_OPEN_GRAPH };
  g_autofree char *host = dup_host (link);

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    {
      const char *value = dp_metadata_get_first (self, DP_FIELD_CANONICAL, order[i]);
      g_autofree char *absolute = NULL, *other = NULL;

      if (value == NULL)
        continue;
      absolute = link != NULL ? g_uri_resolve_relative (link, value, G_URI_FLAGS_PARSE_RELAXED, NULL)
                              : g_strdup (value);
      if (absolute == NULL || (!g_str_has_prefix (absolute, "http://") && !g_str_has_prefix (absolute, "https://")))
        continue;
      other = dup_host (absolute);
      if (other == NULL || (host != NULL && !g_str_equal (owner_of (host), owner_of (other))))
        continue;
      return g_steal_pointer (&absolute);
    }
  return g_strdup (link != NULL ? link : "");
}

/* What was chosen may be a part of a value: a title without the site's name, a list without the outlet. It
 * becomes a value of its own, from where the whole came. */
static void
keep_chosen (DpMetadata *self,
             DpField field)
{
  const char *chosen = self->chosen[field];
  const DpFieldValue *whole = NULL;

  if (chosen[0] == '\0')
    return;
  for (guint i = 0; i < self->candidates->len; i++)
    {
      const DpFieldValue *c = g_ptr_array_index (self->candidates, i);

      if (c->field == field && g_str_equal (c->value, chosen))
        return;
      if (whole == NULL && (c->field == field || (field == DP_FIELD_PUBLISHED && c->field == DP_FIELD_MODIFIED)) &&
          strstr (c->value, chosen) != NULL)
        whole = c;
    }
  add_value (self, field, whole != NULL ? whole->origin : DP_ORIGIN_META, g_strdup (chosen));
}

static void
choose (DpMetadata *self,
        const char *link)
{
  self->chosen[DP_FIELD_TITLE] = dp_title_choose (self);
  self->chosen[DP_FIELD_PUBLISHED] = CHOOSE (self,
                                             DP_FIELD_PUBLISHED,
                                             DP_ORIGIN_JSON_LD,
                                             DP_ORIGIN_OPEN_GRAPH,
                                             DP_ORIGIN_MICRODATA,
                                             DP_ORIGIN_META,
                                             DP_ORIGIN_TIME,
                                             DP_ORIGIN_LINK,
                                             DP_ORIGIN_LABEL,
                                             DP_ORIGIN_CLASS);
  self->chosen[DP_FIELD_MODIFIED] = CHOOSE (self,
                                            DP_FIELD_MODIFIED,
                                            DP_ORIGIN_JSON_LD,
                                            DP_ORIGIN_OPEN_GRAPH,
                                            DP_ORIGIN_MICRODATA,
                                            DP_ORIGIN_META,
                                            DP_ORIGIN_TIME,
                                            DP_ORIGIN_LABEL);
  /* A page that shows nothing but when it was last changed. */
  if (self->chosen[DP_FIELD_PUBLISHED][0] == '\0')
    {
      g_free (self->chosen[DP_FIELD_PUBLISHED]);
      self->chosen[DP_FIELD_PUBLISHED] = CHOOSE (self, DP_FIELD_MODIFIED, DP_ORIGIN_TIME, DP_ORIGIN_LABEL);
    }
  self->chosen[DP_FIELD_SITE] = CHOOSE (self, DP_FIELD_SITE, DP_ORIGIN_JSON_LD, DP_ORIGIN_OPEN_GRAPH, DP_ORIGIN_META, DP_ORIGIN_LINK);
  self->chosen[DP_FIELD_AUTHORS] = dp_authors_choose (self);
  self->chosen[DP_FIELD_LANGUAGE] = CHOOSE (self,
                                            DP_FIELD_LANGUAGE,
                                            DP_ORIGIN_ELEMENT,
                                            DP_ORIGIN_OPEN_GRAPH,
                                            DP_ORIGIN_META,
                                            DP_ORIGIN_JSON_LD);
  self->chosen[DP_FIELD_CANONICAL] = choose_canonical (self, link);
  self->chosen[DP_FIELD_DESCRIPTION] = CHOOSE (self, DP_FIELD_DESCRIPTION, DP_ORIGIN_JSON_LD, DP_ORIGIN_OPEN_GRAPH, DP_ORIGIN_META);
  self->chosen[DP_FIELD_SECTION] = CHOOSE (self, DP_FIELD_SECTION, DP_ORIGIN_JSON_LD, DP_ORIGIN_OPEN_GRAPH, DP_ORIGIN_META);
  self->chosen[DP_FIELD_IMAGE] = CHOOSE (self,
                                         DP_FIELD_IMAGE,
                                         DP_ORIGIN_OPEN_GRAPH,
                                         DP_ORIGIN_JSON_LD,
                                         DP_ORIGIN_META,
                                         DP_ORIGIN_ELEMENT);
  self->chosen[DP_FIELD_BODY] = CHOOSE (self, DP_FIELD_BODY, DP_ORIGIN_JSON_LD);
  keep_chosen (self, DP_FIELD_TITLE);
  keep_chosen (self, DP_FIELD_AUTHORS);
  keep_chosen (self, DP_FIELD_PUBLISHED);
}

DpMetadata *
dp_metadata_new (const DpPage *page,
                 const DpPassages *passages,
                 const char *link)
{
  DpMetadata *self = g_new0 (DpMetadata, 1);

  self->candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) field_value_free);
  self->base = dp_address_dup_base (page, link);
  read_page (self, page, passages);
  read_json_ld (self, page);
  dp_bylines_read (self, page, passages);
  if (link != NULL)
    {
      add_value (self, DP_FIELD_PUBLISHED, DP_ORIGIN_LINK, dp_date_from_link (link));
      add_value (self, DP_FIELD_SITE, DP_ORIGIN_LINK, dup_host (link));
    }
  choose (self, link);
  if (self->direction == NULL ||
      (!g_str_equal (self->direction, "rtl") && !g_str_equal (self->direction, "ltr")))
    {
      g_free (self->direction);
      self->direction = g_strdup ("");
    }
  return self;
}

void
dp_metadata_free (DpMetadata *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->candidates);
  for (guint i = 0; i < DP_N_FIELDS; i++)
    g_free (self->chosen[i]);
  g_free (self->direction);
  g_free (self->base);
  g_free (self->meta_label);
  g_free (self);
}
