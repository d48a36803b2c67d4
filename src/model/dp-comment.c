/* dp-comment.c: what somebody remarks on a passage or on the whole case, for those who work on it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/dp-comment.h"

#include "base/dp-id.h"
#include "model/dp-model-private.h"
#include "model/dp-tracked.h"

/* The texts come first, so that one array holds them. */
typedef enum
{
  PROP_ID = 1,
  PROP_AUTHOR,
  PROP_CREATED,
  PROP_HIGHLIGHT,
  PROP_EVIDENCE,
  PROP_ABOUT,
  PROP_PART,
  PROP_REPLY_TO,
  PROP_TEXT,
  PROP_MODIFIED,
  PROP_RESOLVED,
  PROP_ANCHOR,
} DpCommentProperty;
#define N_TEXTS (PROP_MODIFIED + 1)
static GParamSpec *properties[PROP_ANCHOR + 1];

struct _DpComment
{
  GObject parent_instance;

  char *texts[N_TEXTS]; /* by property */
  gboolean resolved;
  DpAnchor *anchor; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (DpComment, dp_comment, G_TYPE_OBJECT)

static void
set_text (DpComment *self,
          DpCommentProperty property,
          const char *value)
{
  if (dp_set_text (&self->texts[property], value))
    g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
dp_comment_get_property (GObject *object,
                         guint prop_id,
                         GValue *value,
                         GParamSpec *pspec)
{
  DpComment *self = DP_COMMENT (object);

  switch ((DpCommentProperty) prop_id)
    {
    case PROP_ID:
    case PROP_AUTHOR:
    case PROP_CREATED:
    case PROP_HIGHLIGHT:
    case PROP_EVIDENCE:
    case PROP_ABOUT:
    case PROP_PART:
    case PROP_REPLY_TO:
    case PROP_TEXT:
    case PROP_MODIFIED:
      g_value_set_string (value, self->texts[prop_id]);
      break;
    case PROP_RESOLVED:
      g_value_set_boolean (value, self->resolved);
      break;
    case PROP_ANCHOR:
      g_value_set_boxed (value, self->anchor);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_comment_set_property (GObject *object,
                         guint prop_id,
                         const GValue *value,
                         GParamSpec *pspec)
{
  DpComment *self = DP_COMMENT (object);

  switch ((DpCommentProperty) prop_id)
    {
    case PROP_ID:
    case PROP_AUTHOR:
    case PROP_CREATED:
    case PROP_HIGHLIGHT:
    case PROP_EVIDENCE:
    case PROP_ABOUT:
    case PROP_PART:
    case PROP_REPLY_TO:
      dp_set_text (&self->texts[prop_id], g_value_get_string (value));
      break;
    case PROP_TEXT:
    case PROP_MODIFIED:
      set_text (self, prop_id, g_value_get_string (value));
      break;
    case PROP_RESOLVED:
      dp_comment_set_resolved (self, g_value_get_boolean (value));
      break;
    case PROP_ANCHOR:
      self->anchor = g_value_dup_boxed (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_comment_finalize (GObject *object)
{
  DpComment *self = DP_COMMENT (object);

  for (guint i = 0; i < N_TEXTS; i++)
    g_free (self->texts[i]);
  g_clear_pointer (&self->anchor, dp_anchor_free);

  G_OBJECT_CLASS (dp_comment_parent_class)->finalize (object);
}

static void
dp_comment_class_init (DpCommentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  static const char *const names[N_TEXTS] = {
    [PROP_ID] = "id",
    [PROP_AUTHOR] = "author",
    [PROP_CREATED] = "created",
    [PROP_HIGHLIGHT] = "highlight",
    [PROP_EVIDENCE] = "evidence",
    [PROP_ABOUT] = "about",
    [PROP_PART] = "part",
    [PROP_REPLY_TO] = "reply-to",
    [PROP_TEXT] = "text",
    [PROP_MODIFIED] = "modified",
  };

  object_class->get_property = dp_comment_get_property;
  object_class->set_property = dp_comment_set_property;
  object_class->finalize = dp_comment_finalize;

  for (guint i = PROP_ID; i <= PROP_REPLY_TO; i++)
    properties[i] = g_param_spec_string (names[i], NULL, NULL, "", DP_PARAM_FIXED);
  for (guint i = PROP_TEXT; i <= PROP_MODIFIED; i++)
    properties[i] = g_param_spec_string (names[i], NULL, NULL, "", DP_PARAM_MODEL);
  properties[PROP_RESOLVED] = g_param_spec_boolean ("resolved", NULL, NULL, FALSE, DP_PARAM_MODEL);
  properties[PROP_ANCHOR] = g_param_spec_boxed ("anchor", NULL, NULL, DP_TYPE_ANCHOR, DP_PARAM_FIXED);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
dp_comment_init (DpComment *self)
{
  for (guint i = 0; i < N_TEXTS; i++)
    dp_set_text (&self->texts[i], "");
}

DpComment *
dp_comment_new_with_id (const char *id,
                        const char *author,
                        const char *created,
                        const char *highlight_id,
                        const char *reply_to)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (DP_TYPE_COMMENT,
                       "id", id,
                       "author", author,
                       "created", created,
                       "highlight", highlight_id,
                       "reply-to", reply_to,
                       NULL);
}

DpComment *
dp_comment_new (const char *author,
                const char *created,
                const char *text,
                const char *highlight_id)
{
  g_autofree char *id = dp_id_new ();
  DpComment *self = dp_comment_new_with_id (id, author, created, highlight_id, "");

  dp_comment_set_text (self, text);
  return self;
}

DpComment *
dp_comment_new_on_evidence (const char *author,
                            const char *created,
                            const char *text,
                            const char *evidence_id,
                            const char *about)
{
  g_autofree char *id = dp_id_new ();

  return g_object_new (DP_TYPE_COMMENT, "id", id, "author", author, "created", created, "text", text, "evidence", evidence_id, "about", about, NULL);
}

DpComment *
dp_comment_new_on_passage (const char *author,
                           const char *created,
                           const char *text,
                           const char *part,
                           const DpAnchor *anchor)
{
  g_autofree char *id = dp_id_new ();

  g_return_val_if_fail (anchor != NULL, NULL);

  return g_object_new (DP_TYPE_COMMENT, "id", id, "author", author, "created", created, "text", text, "part", part, "anchor", anchor, NULL);
}

DpComment *
dp_comment_new_reply (DpComment *comment,
                      const char *author,
                      const char *created,
                      const char *text)
{
  g_autofree char *id = dp_id_new ();
  DpComment *self;

  g_return_val_if_fail (DP_IS_COMMENT (comment), NULL);

  self = dp_comment_new_with_id (id, author, created, dp_comment_get_highlight_id (comment), dp_comment_get_thread_id (comment));
  dp_comment_set_text (self, text);
  return self;
}

const char *
dp_comment_get_id (DpComment *self)
{
  g_return_val_if_fail (DP_IS_COMMENT (self), NULL);

  return self->texts[PROP_ID];
}

const char *
dp_comment_get_author (DpComment *self)
{
  g_return_val_if_fail (DP_IS_COMMENT (self), NULL);

  return self->texts[PROP_AUTHOR];
}

const char *
dp_comment_get_created (DpComment *self)
{
  g_return_val_if_fail (DP_IS_COMMENT (self), NULL);

  return self->texts[PROP_CREATED];
}

const char *
dp_comment_get_highlight_id (DpComment *self)
{
  g_return_val_if_fail (DP_IS_COMMENT (self), NULL);

  return self->texts[PROP_HIGHLIGHT];
}

const char *
dp_comment_get_evidence_id (DpComment *self)
{
  g_return_val_if_fail (DP_IS_COMMENT (self), NULL);

  return self->texts[PROP_EVIDENCE];
}

const char *
dp_comment_get_about (DpComment *self)
{
  g_return_val_if_fail (DP_IS_COMMENT (self), NULL);

  return self->texts[PROP_ABOUT];
}

const char *
dp_comment_get_part (DpComment *self)
{
  g_return_val_if_fail (DP_IS_COMMENT (self), NULL);

  return self->texts[PROP_PART];
}

const DpAnchor *
dp_comment_get_anchor (DpComment *self)
{
  g_return_val_if_fail (DP_IS_COMMENT (self), NULL);

  return self->anchor;
}

gboolean
dp_comment_is_on_case (DpComment *self)
{
  g_return_val_if_fail (DP_IS_COMMENT (self), FALSE);

  return *self->texts[PROP_HIGHLIGHT] == '\0' && *self->texts[PROP_EVIDENCE] == '\0' && *self->texts[PROP_PART] == '\0';
}

const char *
dp_comment_get_reply_to (DpComment *self)
{
  g_return_val_if_fail (DP_IS_COMMENT (self), NULL);

  return self->texts[PROP_REPLY_TO];
}

const char *
dp_comment_get_thread_id (DpComment *self)
{
  g_return_val_if_fail (DP_IS_COMMENT (self), NULL);

  return *self->texts[PROP_REPLY_TO] != '\0' ? self->texts[PROP_REPLY_TO] : self->texts[PROP_ID];
}

const char *
dp_comment_get_text (DpComment *self)
{
  g_return_val_if_fail (DP_IS_COMMENT (self), NULL);

  return self->texts[PROP_TEXT];
}

void
dp_comment_set_text (DpComment *self,
                     const char *text)
{
  g_return_if_fail (DP_IS_COMMENT (self));

  set_text (self, PROP_TEXT, text);
}

const char *
dp_comment_get_modified (DpComment *self)
{
  g_return_val_if_fail (DP_IS_COMMENT (self), NULL);

  return self->texts[PROP_MODIFIED];
}

void
dp_comment_set_modified (DpComment *self,
                         const char *modified)
{
  g_return_if_fail (DP_IS_COMMENT (self));

  set_text (self, PROP_MODIFIED, modified);
}

gboolean
dp_comment_is_resolved (DpComment *self)
{
  g_return_val_if_fail (DP_IS_COMMENT (self), FALSE);

  return self->resolved;
}

void
dp_comment_set_resolved (DpComment *self,
                         gboolean is_resolved)
{
  g_return_if_fail (DP_IS_COMMENT (self));

  is_resolved = !!is_resolved;
  if (self->resolved == is_resolved)
    return;

  self->resolved = is_resolved;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RESOLVED]);
}
