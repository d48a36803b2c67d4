/* dp-article.c: the text a claim appeared in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/dp-article.h"

#include "base/dp-id.h"
#include "model/dp-case-text.h"
#include "model/dp-model-private.h"
#include "model/dp-tracked.h"
#include "text/dp-sentences.h"

/* The texts come first, so that one array holds them. */
typedef enum
{
  PROP_ID = 1,
  PROP_LINK,
  PROP_CANONICAL,
  PROP_ARCHIVE_LINK,
  PROP_OUTLET,
  PROP_TITLE,
  PROP_PUBLISHED,
  PROP_MODIFIED,
  PROP_LANGUAGE,
  PROP_IMAGE,
  PROP_AUTHORS,
  PROP_BLOCKS,
  PROP_SEALED,
  PROP_SEALED_IMAGE,
  PROP_VERSIONS,
  PROP_TRANSLATION,
  PROP_TEXT,
} DpArticleProperty;
#define N_TEXTS (PROP_IMAGE + 1)
static GParamSpec *properties[PROP_TEXT + 1];

struct _DpArticle
{
  GObject parent_instance;

  char *texts[N_TEXTS]; /* by property */
  char **authors;
  GPtrArray *blocks;          /* (element-type DpBlock) */
  DpSealed *sealed;           /* (nullable) */
  DpSealed *sealed_image;     /* (nullable) */
  GPtrArray *versions;        /* (element-type DpSealed) */
  DpTranslation *translation; /* (nullable) */

  /* What follows from the blocks; made when first asked for. */
  char *text;
  DpOffsets *offsets;
  GArray *block_spans; /* (element-type DpSpan) */
  GArray *sentences;   /* (element-type DpSpan) */
};

G_DEFINE_FINAL_TYPE (DpArticle, dp_article, G_TYPE_OBJECT)

static void
set_text (DpArticle *self,
          DpArticleProperty property,
          const char *value)
{
  if (!dp_set_text (&self->texts[property], value))
    return;

  if (property == PROP_LANGUAGE)
    g_clear_pointer (&self->sentences, g_array_unref);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
forget_text (DpArticle *self)
{
  g_clear_pointer (&self->sentences, g_array_unref);
  g_clear_pointer (&self->block_spans, g_array_unref);
  g_clear_pointer (&self->offsets, dp_offsets_free);
  g_clear_pointer (&self->text, g_free);
}

static void
make_text (DpArticle *self)
{
  g_autoptr (GString) text = NULL;
  guint start = 0;

  if (self->text != NULL)
    return;

  text = g_string_new (NULL);
  self->block_spans = g_array_sized_new (FALSE, FALSE, sizeof (DpSpan), self->blocks->len);
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const DpBlock *block = g_ptr_array_index (self->blocks, i);
      DpSpan span;

      if (i > 0)
        {
          g_string_append_c (text, '\n');
          start++;
        }
      g_string_append (text, block->text);
      span.start = start;
      start += block->length;
      span.end = start;
      g_array_append_val (self->block_spans, span);
    }
  self->text = g_string_free (g_steal_pointer (&text), FALSE);
  self->offsets = dp_offsets_new (self->text, -1);
}

static void
dp_article_get_property (GObject *object,
                         guint prop_id,
                         GValue *value,
                         GParamSpec *pspec)
{
  DpArticle *self = DP_ARTICLE (object);

  switch ((DpArticleProperty) prop_id)
    {
    case PROP_ID:
    case PROP_LINK:
    case PROP_CANONICAL:
    case PROP_ARCHIVE_LINK:
    case PROP_OUTLET:
    case PROP_TITLE:
    case PROP_PUBLISHED:
    case PROP_MODIFIED:
    case PROP_LANGUAGE:
    case PROP_IMAGE:
      g_value_set_string (value, self->texts[prop_id]);
      break;
    case PROP_AUTHORS:
      g_value_set_boxed (value, self->authors);
      break;
    case PROP_BLOCKS:
      g_value_set_boxed (value, self->blocks);
      break;
    case PROP_SEALED:
      g_value_set_boxed (value, self->sealed);
      break;
    case PROP_SEALED_IMAGE:
      g_value_set_boxed (value, self->sealed_image);
      break;
    case PROP_VERSIONS:
      g_value_set_boxed (value, self->versions);
      break;
    case PROP_TRANSLATION:
      g_value_set_boxed (value, self->translation);
      break;
    case PROP_TEXT:
      g_value_set_string (value, dp_article_get_text (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_article_set_property (GObject *object,
                         guint prop_id,
                         const GValue *value,
                         GParamSpec *pspec)
{
  DpArticle *self = DP_ARTICLE (object);

  switch ((DpArticleProperty) prop_id)
    {
    case PROP_ID:
      dp_set_text (&self->texts[PROP_ID], g_value_get_string (value));
      break;
    case PROP_LINK:
    case PROP_CANONICAL:
    case PROP_ARCHIVE_LINK:
    case PROP_OUTLET:
    case PROP_TITLE:
    case PROP_PUBLISHED:
    case PROP_MODIFIED:
    case PROP_LANGUAGE:
    case PROP_IMAGE:
      set_text (self, prop_id, g_value_get_string (value));
      break;
    case PROP_AUTHORS:
      dp_article_set_authors (self, g_value_get_boxed (value));
      break;
    case PROP_BLOCKS:
      dp_article_set_blocks (self, g_value_get_boxed (value));
      break;
    case PROP_SEALED:
      dp_article_set_sealed (self, g_value_get_boxed (value));
      break;
    case PROP_SEALED_IMAGE:
      dp_article_set_sealed_image (self, g_value_get_boxed (value));
      break;
    case PROP_VERSIONS:
      dp_article_set_versions (self, g_value_get_boxed (value));
      break;
    case PROP_TRANSLATION:
      dp_article_set_translation (self, g_value_get_boxed (value));
      break;
    case PROP_TEXT:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_article_finalize (GObject *object)
{
  DpArticle *self = DP_ARTICLE (object);

  forget_text (self);
  for (guint i = 0; i < N_TEXTS; i++)
    g_free (self->texts[i]);
  g_strfreev (self->authors);
  g_ptr_array_unref (self->blocks);
  g_clear_pointer (&self->sealed, dp_sealed_free);
  g_clear_pointer (&self->sealed_image, dp_sealed_free);
  g_ptr_array_unref (self->versions);
  g_clear_pointer (&self->translation, dp_translation_free);

  G_OBJECT_CLASS (dp_article_parent_class)->finalize (object);
}

static void
dp_article_class_init (DpArticleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  static const char *const names[N_TEXTS] = {
    [PROP_LINK] = "link",
    [PROP_CANONICAL] = "canonical",
    [PROP_ARCHIVE_LINK] = "archive-link",
    [PROP_OUTLET] = "outlet",
    [PROP_TITLE] = "title",
    [PROP_PUBLISHED] = "published",
    [PROP_MODIFIED] = "modified",
    [PROP_LANGUAGE] = "language",
    [PROP_IMAGE] = "image",
  };

  object_class->get_property = dp_article_get_property;
  object_class->set_property = dp_article_set_property;
  object_class->finalize = dp_article_finalize;
  object_class->notify = dp_case_text_notify;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, "", DP_PARAM_FIXED);
  for (guint i = PROP_LINK; i < N_TEXTS; i++)
    properties[i] = g_param_spec_string (names[i], NULL, NULL, "", DP_PARAM_MODEL);
  properties[PROP_AUTHORS] = g_param_spec_boxed ("authors", NULL, NULL, G_TYPE_STRV, DP_PARAM_MODEL);
  properties[PROP_BLOCKS] = g_param_spec_boxed ("blocks", NULL, NULL, G_TYPE_PTR_ARRAY, DP_PARAM_MODEL);
  properties[PROP_SEALED] = g_param_spec_boxed ("sealed", NULL, NULL, DP_TYPE_SEALED, DP_PARAM_MODEL);
  properties[PROP_SEALED_IMAGE] = g_param_spec_boxed ("sealed-image", NULL, NULL, DP_TYPE_SEALED, DP_PARAM_MODEL);
  properties[PROP_VERSIONS] = g_param_spec_boxed ("versions", NULL, NULL, G_TYPE_PTR_ARRAY, DP_PARAM_MODEL);
  properties[PROP_TRANSLATION] = g_param_spec_boxed ("translation", NULL, NULL, DP_TYPE_TRANSLATION, DP_PARAM_MODEL);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", DP_PARAM_DERIVED);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
dp_article_init (DpArticle *self)
{
  for (guint i = 0; i < N_TEXTS; i++)
    dp_set_text (&self->texts[i], "");
  dp_set_texts (&self->authors, NULL);
  self->blocks = dp_blocks_new ();
  self->versions = dp_seals_new ();
}

DpArticle *
dp_article_new (void)
{
  g_autofree char *id = dp_id_new ();

  return dp_article_new_with_id (id);
}

DpArticle *
dp_article_new_with_id (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (DP_TYPE_ARTICLE, "id", id, NULL);
}

const char *
dp_article_get_id (DpArticle *self)
{
  g_return_val_if_fail (DP_IS_ARTICLE (self), NULL);

  return self->texts[PROP_ID];
}

const char *
dp_article_get_link (DpArticle *self)
{
  g_return_val_if_fail (DP_IS_ARTICLE (self), NULL);

  return self->texts[PROP_LINK];
}

void
dp_article_set_link (DpArticle *self,
                     const char *link)
{
  g_return_if_fail (DP_IS_ARTICLE (self));

  set_text (self, PROP_LINK, link);
}

const char *
dp_article_get_canonical (DpArticle *self)
{
  g_return_val_if_fail (DP_IS_ARTICLE (self), NULL);

  return self->texts[PROP_CANONICAL];
}

void
dp_article_set_canonical (DpArticle *self,
                          const char *canonical)
{
  g_return_if_fail (DP_IS_ARTICLE (self));

  set_text (self, PROP_CANONICAL, canonical);
}

const char *
dp_article_get_archive_link (DpArticle *self)
{
  g_return_val_if_fail (DP_IS_ARTICLE (self), NULL);

  return self->texts[PROP_ARCHIVE_LINK];
}

void
dp_article_set_archive_link (DpArticle *self,
                             const char *archive_link)
{
  g_return_if_fail (DP_IS_ARTICLE (self));

  set_text (self, PROP_ARCHIVE_LINK, archive_link);
}

const char *
dp_article_get_outlet (DpArticle *self)
{
  g_return_val_if_fail (DP_IS_ARTICLE (self), NULL);

  return self->texts[PROP_OUTLET];
}

void
dp_article_set_outlet (DpArticle *self,
                       const char *outlet)
{
  g_return_if_fail (DP_IS_ARTICLE (self));

  set_text (self, PROP_OUTLET, outlet);
}

const char *
dp_article_get_title (DpArticle *self)
{
  g_return_val_if_fail (DP_IS_ARTICLE (self), NULL);

  return self->texts[PROP_TITLE];
}

void
dp_article_set_title (DpArticle *self,
                      const char *title)
{
  g_return_if_fail (DP_IS_ARTICLE (self));

  set_text (self, PROP_TITLE, title);
}

const char *
dp_article_get_published (DpArticle *self)
{
  g_return_val_if_fail (DP_IS_ARTICLE (self), NULL);

  return self->texts[PROP_PUBLISHED];
}

void
dp_article_set_published (DpArticle *self,
                          const char *published)
{
  g_return_if_fail (DP_IS_ARTICLE (self));

  set_text (self, PROP_PUBLISHED, published);
}

const char *
dp_article_get_modified (DpArticle *self)
{
  g_return_val_if_fail (DP_IS_ARTICLE (self), NULL);

  return self->texts[PROP_MODIFIED];
}

void
dp_article_set_modified (DpArticle *self,
                         const char *modified)
{
  g_return_if_fail (DP_IS_ARTICLE (self));

  set_text (self, PROP_MODIFIED, modified);
}

const char *
dp_article_get_language (DpArticle *self)
{
  g_return_val_if_fail (DP_IS_ARTICLE (self), NULL);

  return self->texts[PROP_LANGUAGE];
}

void
dp_article_set_language (DpArticle *self,
                         const char *language)
{
  g_return_if_fail (DP_IS_ARTICLE (self));

  set_text (self, PROP_LANGUAGE, language);
}

const char *
dp_article_get_image (DpArticle *self)
{
  g_return_val_if_fail (DP_IS_ARTICLE (self), NULL);

  return self->texts[PROP_IMAGE];
}

void
dp_article_set_image (DpArticle *self,
                      const char *image)
{
  g_return_if_fail (DP_IS_ARTICLE (self));

  set_text (self, PROP_IMAGE, image);
}

const char *const *
dp_article_get_authors (DpArticle *self)
{
  g_return_val_if_fail (DP_IS_ARTICLE (self), NULL);

  return (const char *const *) self->authors;
}

void
dp_article_set_authors (DpArticle *self,
                        const char *const *authors)
{
  g_return_if_fail (DP_IS_ARTICLE (self));

  if (dp_set_texts (&self->authors, authors))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AUTHORS]);
}

GPtrArray *
dp_article_get_blocks (DpArticle *self)
{
  g_return_val_if_fail (DP_IS_ARTICLE (self), NULL);

  return self->blocks;
}

static gboolean
blocks_equal (GPtrArray *a,
              GPtrArray *b)
{
  if (a == b)
    return TRUE;
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    if (!dp_block_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;
  return TRUE;
}

static void
add_sentences (DpArticle *self,
               guint nth,
               const DpBlock *block,
               GArray *sentences)
{
  guint start = g_array_index (self->block_spans, DpSpan, nth).start;
  g_autoptr (GArray) found = NULL;

  if (*block->language != '\0')
    found = dp_sentences_find_in (block->text, -1, block->language);
  else
    found = dp_sentences_find (block->text, -1, self->texts[PROP_LANGUAGE]);
  for (guint i = 0; i < found->len; i++)
    {
      DpSpan *span = &g_array_index (found, DpSpan, i);

      span->start += start;
      span->end += start;
    }
  g_array_append_vals (sentences, found->data, found->len);
}

/* Only in the blocks whose language is another one now. */
static void
renew_sentences (DpArticle *self,
                 GPtrArray *blocks)
{
  GArray *sentences = g_array_sized_new (FALSE, FALSE, sizeof (DpSpan), self->sentences->len);
  guint at = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const DpBlock *old = g_ptr_array_index (self->blocks, i);
      const DpBlock *block = g_ptr_array_index (blocks, i);
      guint end = g_array_index (self->block_spans, DpSpan, i).end;
      guint first = at;

      while (at < self->sentences->len && g_array_index (self->sentences, DpSpan, at).start < end)
        at++;
      if (g_str_equal (old->language, block->language))
        g_array_append_vals (sentences, &g_array_index (self->sentences, DpSpan, first), at - first);
      else
        add_sentences (self, i, block, sentences);
    }
  g_array_unref (self->sentences);
  self->sentences = sentences;
}

void
dp_article_set_blocks (DpArticle *self,
                       GPtrArray *blocks)
{
  g_autoptr (GPtrArray) value = NULL;
  gboolean has_other_text;

  g_return_if_fail (DP_IS_ARTICLE (self));

  value = blocks != NULL ? g_ptr_array_ref (blocks) : dp_blocks_new ();
  if (blocks_equal (self->blocks, value))
    return;

  has_other_text = !dp_blocks_same_content (self->blocks, value);
  if (has_other_text)
    forget_text (self);
  else if (self->sentences != NULL)
    renew_sentences (self, value);
  g_ptr_array_unref (self->blocks);
  self->blocks = g_steal_pointer (&value);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BLOCKS]);
  if (has_other_text)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

void
dp_article_set_block_languages (DpArticle *self,
                                guint first,
                                guint last,
                                const char *language)
{
  g_autoptr (GPtrArray) blocks = NULL;

  g_return_if_fail (DP_IS_ARTICLE (self));
  g_return_if_fail (first <= last && last < self->blocks->len);
  g_return_if_fail (language != NULL);

  blocks = dp_blocks_new ();
  for (guint i = 0; i < self->blocks->len; i++)
    {
      DpBlock *block = dp_block_copy (g_ptr_array_index (self->blocks, i));

      if (i >= first && i <= last)
        dp_set_text (&block->language, language);
      g_ptr_array_add (blocks, block);
    }
  dp_article_set_blocks (self, blocks);
}

const DpSealed *
dp_article_get_sealed (DpArticle *self)
{
  g_return_val_if_fail (DP_IS_ARTICLE (self), NULL);

  return self->sealed;
}

static void
set_sealed (DpArticle *self,
            DpSealed **field,
            const DpSealed *sealed,
            DpArticleProperty property)
{
  if (*field == sealed)
    return;

  g_clear_pointer (field, dp_sealed_free);
  *field = sealed != NULL ? dp_sealed_copy (sealed) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

void
dp_article_set_sealed (DpArticle *self,
                       const DpSealed *sealed)
{
  g_return_if_fail (DP_IS_ARTICLE (self));

  set_sealed (self, &self->sealed, sealed, PROP_SEALED);
}

const DpSealed *
dp_article_get_sealed_image (DpArticle *self)
{
  g_return_val_if_fail (DP_IS_ARTICLE (self), NULL);

  return self->sealed_image;
}

void
dp_article_set_sealed_image (DpArticle *self,
                             const DpSealed *sealed)
{
  g_return_if_fail (DP_IS_ARTICLE (self));

  set_sealed (self, &self->sealed_image, sealed, PROP_SEALED_IMAGE);
}

const DpTranslation *
dp_article_get_translation (DpArticle *self)
{
  g_return_val_if_fail (DP_IS_ARTICLE (self), NULL);

  return self->translation;
}

void
dp_article_set_translation (DpArticle *self,
                            const DpTranslation *translation)
{
  g_return_if_fail (DP_IS_ARTICLE (self));

  if (self->translation == translation)
    return;

  g_clear_pointer (&self->translation, dp_translation_free);
  self->translation = translation != NULL ? dp_translation_copy (translation) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TRANSLATION]);
}

GPtrArray *
dp_article_get_versions (DpArticle *self)
{
  g_return_val_if_fail (DP_IS_ARTICLE (self), NULL);

  return self->versions;
}

void
dp_article_set_versions (DpArticle *self,
                         GPtrArray *versions)
{
  g_autoptr (GPtrArray) value = NULL;

  g_return_if_fail (DP_IS_ARTICLE (self));

  value = versions != NULL ? g_ptr_array_ref (versions) : dp_seals_new ();
  if (self->versions == value || (self->versions->len == 0 && value->len == 0))
    return;

  g_ptr_array_unref (self->versions);
  self->versions = g_steal_pointer (&value);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VERSIONS]);
}

const char *
dp_article_get_text (DpArticle *self)
{
  g_return_val_if_fail (DP_IS_ARTICLE (self), NULL);

  make_text (self);
  return self->text;
}

DpOffsets *
dp_article_get_offsets (DpArticle *self)
{
  g_return_val_if_fail (DP_IS_ARTICLE (self), NULL);

  make_text (self);
  return self->offsets;
}

GArray *
dp_article_get_block_spans (DpArticle *self)
{
  g_return_val_if_fail (DP_IS_ARTICLE (self), NULL);

  make_text (self);
  return self->block_spans;
}

guint
dp_article_get_block_at (DpArticle *self,
                         guint offset)
{
  guint low = 0, high;

  g_return_val_if_fail (DP_IS_ARTICLE (self), G_MAXUINT);

  if (self->blocks->len == 0)
    return G_MAXUINT;

  make_text (self);
  /* The first one that ends at or behind it. */
  high = self->blocks->len - 1;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->block_spans, DpSpan, middle).end >= offset)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

const DpBlockLink *
dp_article_get_link_at (DpArticle *self,
                        guint offset,
                        DpSpan *span)
{
  guint index = dp_article_get_block_at (self, offset);
  const DpBlock *block = index != G_MAXUINT ? g_ptr_array_index (self->blocks, index) : NULL;
  guint start;

  if (block == NULL || block->links == NULL)
    return NULL;

  start = g_array_index (self->block_spans, DpSpan, index).start;
  for (guint i = 0; i < block->links->len; i++)
    {
      const DpBlockLink *link = g_ptr_array_index (block->links, i);

      if (start + link->start > offset || start + link->end <= offset)
        continue;
      if (span != NULL)
        *span = (DpSpan){ start + link->start, start + link->end };
      return link;
    }
  return NULL;
}

GArray *
dp_article_get_sentences (DpArticle *self)
{
  g_return_val_if_fail (DP_IS_ARTICLE (self), NULL);

  if (self->sentences != NULL)
    return self->sentences;

  make_text (self);
  self->sentences = g_array_new (FALSE, FALSE, sizeof (DpSpan));
  for (guint i = 0; i < self->blocks->len; i++)
    add_sentences (self, i, g_ptr_array_index (self->blocks, i), self->sentences);
  return self->sentences;
}
