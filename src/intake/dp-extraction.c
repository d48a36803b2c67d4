/* dp-extraction.c: what was found in a page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "intake/dp-extraction.h"

#include <string.h>
#include "intake/dp-blocks.h"
#include "intake/dp-body.h"
#include "intake/dp-charset.h"
#include "intake/dp-language-guess.h"
#include "text/dp-language.h"

static void
dropped_free (DpDropped *self)
{
  dp_block_free (self->block);
  g_free (self);
}

DpExtraction *
dp_extraction_new (void)
{
  DpExtraction *self = g_new0 (DpExtraction, 1);

  self->title = g_strdup ("");
  self->authors = g_new0 (char *, 1);
  self->published = g_strdup ("");
  self->modified = g_strdup ("");
  self->site = g_strdup ("");
  self->language = g_strdup ("");
  self->direction = g_strdup ("");
  self->canonical = g_strdup ("");
  self->description = g_strdup ("");
  self->section = g_strdup ("");
  self->image = g_strdup ("");
  self->blocks = dp_blocks_new ();
  self->dropped = g_ptr_array_new_with_free_func ((GDestroyNotify) dropped_free);
  self->candidates = g_ptr_array_new ();
  return self;
}

void
dp_extraction_free (DpExtraction *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_strfreev (self->authors);
  g_free (self->published);
  g_free (self->modified);
  g_free (self->site);
  g_free (self->language);
  g_free (self->direction);
  g_free (self->canonical);
  g_free (self->description);
  g_free (self->section);
  g_free (self->image);
  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->dropped);
  g_ptr_array_unref (self->candidates);
  g_free (self);
}

static void
take (char **field,
      char *value)
{
  g_free (*field);
  *field = value;
}

/* By the page's own word, else by the language, else by the letters. */
static char *
find_direction (DpExtraction *self,
                const char *declared)
{
  DpDirection direction = DP_DIRECTION_NEUTRAL;

  if (declared[0] != '\0')
    return g_strdup (declared);
  if (self->language[0] != '\0')
    direction = dp_language_get_direction (self->language);
  for (guint i = 0; i < self->blocks->len && direction == DP_DIRECTION_NEUTRAL; i++)
    {
      const DpBlock *block = g_ptr_array_index (self->blocks, i);

      direction = dp_text_get_direction (block->text, -1);
    }
  switch (direction)
    {
    case DP_DIRECTION_LTR:
      return g_strdup ("ltr");
    case DP_DIRECTION_RTL:
      return g_strdup ("rtl");
    case DP_DIRECTION_NEUTRAL:
    default:
      return g_strdup ("");
    }
}

static void
guess_language (DpExtraction *self)
{
  g_autofree char *text = NULL;

  if (self->language[0] != '\0')
    return;
  text = dp_extraction_dup_text (self);
  take (&self->language, g_strdup (dp_language_guess (text)));
}

DpExtraction *
dp_extract_html (GBytes *bytes,
                 const char *charset,
                 const char *link,
                 GError **error)
{
  g_autoptr (DpExtraction) self = dp_extraction_new ();
  g_autoptr (GString) html = NULL;
  g_autoptr (DpPage) page = NULL;
  g_autoptr (DpPassages) passages = NULL;
  g_autoptr (DpMetadata) metadata = NULL;
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  DpBodyHints hints;

  g_return_val_if_fail (bytes != NULL, NULL);

  html = dp_charset_decode (bytes, charset, TRUE);
  page = dp_page_parse (html->str, html->len, error);
  if (page == NULL)
    return NULL;
  passages = dp_passages_new (page);
  metadata = dp_metadata_new (page, passages, link);

  take (&self->title, g_strdup (metadata->chosen[DP_FIELD_TITLE]));
  take (&self->published, g_strdup (metadata->chosen[DP_FIELD_PUBLISHED]));
  take (&self->modified, g_strdup (metadata->chosen[DP_FIELD_MODIFIED]));
  take (&self->site, g_strdup (metadata->chosen[DP_FIELD_SITE]));
  take (&self->language, g_strdup (metadata->chosen[DP_FIELD_LANGUAGE]));
  take (&self->canonical, g_strdup (metadata->chosen[DP_FIELD_CANONICAL]));
  take (&self->description, g_strdup (metadata->chosen[DP_FIELD_DESCRIPTION]));
  take (&self->section, g_strdup (metadata->chosen[DP_FIELD_SECTION]));
  take (&self->image, g_strdup (metadata->chosen[DP_FIELD_IMAGE]));
  g_strfreev (self->authors);
  self->authors = metadata->chosen[DP_FIELD_AUTHORS][0] != '\0'
                      ? g_strsplit (metadata->chosen[DP_FIELD_AUTHORS], "\n", -1)
                      : g_new0 (char *, 1);

  for (guint i = 0; i < metadata->candidates->len; i++)
    {
      const DpFieldValue *candidate = g_ptr_array_index (metadata->candidates, i);

      if (candidate->field == DP_FIELD_TITLE)
        g_ptr_array_add (titles, candidate->value);
    }
  g_ptr_array_add (titles, self->title);
  g_ptr_array_add (titles, NULL);
  hints.titles = (const char *const *) titles->pdata;
  hints.authors = (const char *const *) self->authors;
  hints.description = metadata->chosen[DP_FIELD_DESCRIPTION];
  hints.site = metadata->chosen[DP_FIELD_SITE];
  hints.body = metadata->chosen[DP_FIELD_BODY];
  dp_body_choose (page, passages, &hints);
  g_ptr_array_unref (self->blocks);
  self->blocks = dp_blocks_from_passages (page, passages, metadata->base, self->dropped);
  g_ptr_array_unref (self->candidates);
  self->candidates = g_ptr_array_ref (metadata->candidates);
  guess_language (self);
  take (&self->direction, find_direction (self, metadata->direction));
  return g_steal_pointer (&self);
}

/* A first line that is short, stands alone and ends like no sentence. */
static gboolean
looks_like_title (const DpBlock *block)
{
  glong length = g_utf8_strlen (block->text, -1);
  const char *last = g_utf8_find_prev_char (block->text, block->text + strlen (block->text));

  return length >= 3 && length <= 160 && (last == NULL || strchr (".:;,", *last) == NULL);
}

DpExtraction *
dp_extract_plain (GBytes *bytes,
                  const char *charset,
                  GError **error)
{
  g_autoptr (DpExtraction) self = dp_extraction_new ();
  g_autoptr (GString) text = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  text = dp_charset_decode (bytes, charset, FALSE);
  g_ptr_array_unref (self->blocks);
  self->blocks = dp_blocks_from_plain_text (text->str);
  if (self->blocks->len >= 2 && looks_like_title (g_ptr_array_index (self->blocks, 0)))
    {
      const DpBlock *first = g_ptr_array_index (self->blocks, 0);

      take (&self->title, g_strdup (first->text));
      g_ptr_array_remove_index (self->blocks, 0);
    }
  guess_language (self);
  take (&self->direction, find_direction (self, ""));
  return g_steal_pointer (&self);
}

char *
dp_extraction_dup_text (DpExtraction *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const DpBlock *block = g_ptr_array_index (self->blocks, i);

      if (block->kind == DP_BLOCK_CAPTION)
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, block->text);
    }
  return g_string_free (text, FALSE);
}

DpArticle *
dp_extraction_to_article (DpExtraction *self)
{
  DpArticle *article = dp_article_new ();
  g_autoptr (GPtrArray) blocks = dp_blocks_new ();

  if (self->title[0] != '\0')
    g_ptr_array_add (blocks, dp_block_new (DP_BLOCK_HEADLINE, 0, self->title));
  for (guint i = 0; i < self->blocks->len; i++)
    g_ptr_array_add (blocks, dp_block_copy (g_ptr_array_index (self->blocks, i)));
  dp_article_set_blocks (article, blocks);
  dp_article_set_title (article, self->title);
  dp_article_set_authors (article, (const char *const *) self->authors);
  dp_article_set_published (article, self->published);
  dp_article_set_modified (article, self->modified);
  dp_article_set_outlet (article, self->site);
  dp_article_set_language (article, self->language);
  dp_article_set_canonical (article, self->canonical);
  dp_article_set_image (article, self->image);
  return article;
}
