/* dp-narrative-choice.c: one line to choose from when tagging
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-narrative-choice.h"

struct _DpNarrativeChoice
{
  GObject parent_instance;

  DpNarrative *narrative; /* (owned) (nullable) */
  char *title;
  char *place;
  guint key;
  gboolean is_checked;
  gboolean is_technique;
};

G_DEFINE_FINAL_TYPE (DpNarrativeChoice, dp_narrative_choice, G_TYPE_OBJECT)

static void
dp_narrative_choice_finalize (GObject *object)
{
  DpNarrativeChoice *self = DP_NARRATIVE_CHOICE (object);

  g_clear_object (&self->narrative);
  g_free (self->title);
  g_free (self->place);

  G_OBJECT_CLASS (dp_narrative_choice_parent_class)->finalize (object);
}

static void
dp_narrative_choice_class_init (DpNarrativeChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dp_narrative_choice_finalize;
}

static void
dp_narrative_choice_init (DpNarrativeChoice *self)
{
}

DpNarrativeChoice *
dp_narrative_choice_new (DpNarrative *narrative,
                         const char *title,
                         const char *place,
                         guint key,
                         gboolean is_checked)
{
  DpNarrativeChoice *self;

  g_return_val_if_fail (narrative == NULL || DP_IS_NARRATIVE (narrative), NULL);
  g_return_val_if_fail (title != NULL && place != NULL, NULL);

  self = g_object_new (DP_TYPE_NARRATIVE_CHOICE, NULL);
  g_set_object (&self->narrative, narrative);
  self->title = g_strdup (title);
  self->place = g_strdup (place);
  self->key = key;
  self->is_checked = is_checked;
  return self;
}

DpNarrativeChoice *
dp_narrative_choice_new_technique (const char *tag,
                                   const char *group,
                                   gboolean is_checked)
{
  DpNarrativeChoice *self = dp_narrative_choice_new (NULL, tag, group, 0, is_checked);

  self->is_technique = TRUE;
  return self;
}

const char *
dp_narrative_choice_get_technique (DpNarrativeChoice *self)
{
  g_return_val_if_fail (DP_IS_NARRATIVE_CHOICE (self), NULL);

  return self->is_technique ? self->title : NULL;
}

DpNarrative *
dp_narrative_choice_get_narrative (DpNarrativeChoice *self)
{
  g_return_val_if_fail (DP_IS_NARRATIVE_CHOICE (self), NULL);

  return self->narrative;
}

const char *
dp_narrative_choice_get_title (DpNarrativeChoice *self)
{
  g_return_val_if_fail (DP_IS_NARRATIVE_CHOICE (self), NULL);

  return self->title;
}

const char *
dp_narrative_choice_get_place (DpNarrativeChoice *self)
{
  g_return_val_if_fail (DP_IS_NARRATIVE_CHOICE (self), NULL);

  return self->place;
}

guint
dp_narrative_choice_get_key (DpNarrativeChoice *self)
{
  g_return_val_if_fail (DP_IS_NARRATIVE_CHOICE (self), 0);

  return self->key;
}

gboolean
dp_narrative_choice_is_checked (DpNarrativeChoice *self)
{
  g_return_val_if_fail (DP_IS_NARRATIVE_CHOICE (self), FALSE);

  return self->is_checked;
}
