/* dp-narrative.c: one narrative: a recurring story that claims serve
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference/dp-narrative.h"

struct _DpNarrative
{
  GObject parent_instance;

  char *id;
  char *label;
  char *definition;
  char *parent_id;
  guint colour;
  gboolean is_own;
  DpNarrativeDetails *details; /* (owned) */
};

static void
text_free (gpointer data)
{
  DpNarrativeText *self = data;

  g_free (self->text);
  g_free (self->note);
  g_free (self);
}

DpNarrativeDetails *
dp_narrative_details_new (void)
{
  DpNarrativeDetails *self = g_new0 (DpNarrativeDetails, 1);

  self->labels = g_ptr_array_new_with_free_func (text_free);
  self->aliases = g_ptr_array_new_with_free_func (text_free);
  self->former = g_ptr_array_new_with_free_func (text_free);
  self->counter_facts = g_new0 (char *, 1);
  self->replaced_by = g_strdup ("");
  self->split_from = g_strdup ("");
  self->retired = g_strdup ("");
  return self;
}

void
dp_narrative_details_free (DpNarrativeDetails *self)
{
  g_ptr_array_unref (self->labels);
  g_ptr_array_unref (self->aliases);
  g_ptr_array_unref (self->former);
  g_strfreev (self->counter_facts);
  g_free (self->replaced_by);
  g_free (self->split_from);
  g_free (self->retired);
  g_free (self);
}

G_DEFINE_FINAL_TYPE (DpNarrative, dp_narrative, G_TYPE_OBJECT)

typedef enum
{
  PROP_ID = 1,
  PROP_LABEL,
  PROP_DEFINITION,
  PROP_PARENT_ID,
  PROP_COLOUR,
  PROP_IS_OWN,
} DpNarrativeProperty;

static GParamSpec *properties[PROP_IS_OWN + 1];

static void
dp_narrative_get_property (GObject *object,
                           guint property_id,
                           GValue *value,
                           GParamSpec *pspec)
{
  DpNarrative *self = DP_NARRATIVE (object);

  switch ((DpNarrativeProperty) property_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_DEFINITION:
      g_value_set_string (value, self->definition);
      break;
    case PROP_PARENT_ID:
      g_value_set_string (value, self->parent_id);
      break;
    case PROP_COLOUR:
      g_value_set_uint (value, self->colour);
      break;
    case PROP_IS_OWN:
      g_value_set_boolean (value, self->is_own);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
dp_narrative_set_property (GObject *object,
                           guint property_id,
                           const GValue *value,
                           GParamSpec *pspec)
{
  DpNarrative *self = DP_NARRATIVE (object);

  switch ((DpNarrativeProperty) property_id)
    {
    case PROP_ID:
      self->id = g_value_dup_string (value);
      break;
    case PROP_LABEL:
      self->label = g_value_dup_string (value);
      break;
    case PROP_DEFINITION:
      self->definition = g_value_dup_string (value);
      break;
    case PROP_PARENT_ID:
      self->parent_id = g_value_dup_string (value);
      break;
    case PROP_COLOUR:
      self->colour = g_value_get_uint (value);
      break;
    case PROP_IS_OWN:
      self->is_own = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
dp_narrative_constructed (GObject *object)
{
  DpNarrative *self = DP_NARRATIVE (object);
  char **texts[] = { &self->id, &self->label, &self->definition, &self->parent_id };

  G_OBJECT_CLASS (dp_narrative_parent_class)->constructed (object);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (*texts[i] == NULL)
        *texts[i] = g_strdup ("");
    }
}

static void
dp_narrative_finalize (GObject *object)
{
  DpNarrative *self = DP_NARRATIVE (object);

  g_free (self->id);
  g_free (self->label);
  g_free (self->definition);
  g_free (self->parent_id);
  dp_narrative_details_free (self->details);

  G_OBJECT_CLASS (dp_narrative_parent_class)->finalize (object);
}

static void
dp_narrative_class_init (DpNarrativeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = dp_narrative_get_property;
  object_class->set_property = dp_narrative_set_property;
  object_class->constructed = dp_narrative_constructed;
  object_class->finalize = dp_narrative_finalize;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, "", flags);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, "", flags);
  properties[PROP_DEFINITION] = g_param_spec_string ("definition", NULL, NULL, "", flags);
  properties[PROP_PARENT_ID] = g_param_spec_string ("parent-id", NULL, NULL, "", flags);
  properties[PROP_COLOUR] = g_param_spec_uint ("colour", NULL, NULL, 0, DP_NARRATIVE_N_COLOURS - 1, 0, flags);
  properties[PROP_IS_OWN] = g_param_spec_boolean ("is-own", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
dp_narrative_init (DpNarrative *self)
{
  self->details = dp_narrative_details_new ();
}

DpNarrative *
dp_narrative_new (const char *id,
                  const char *label,
                  const char *definition,
                  const char *parent_id,
                  guint colour,
                  gboolean is_own)
{
  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (label != NULL, NULL);
  g_return_val_if_fail (colour < DP_NARRATIVE_N_COLOURS, NULL);

  return g_object_new (DP_TYPE_NARRATIVE,
                       "id",
                       id,
                       "label",
                       label,
                       "definition",
                       definition,
                       "parent-id",
                       parent_id,
                       "colour",
                       colour,
                       "is-own",
                       is_own,
                       NULL);
}

const char *
dp_narrative_get_id (DpNarrative *self)
{
  g_return_val_if_fail (DP_IS_NARRATIVE (self), NULL);

  return self->id;
}

const char *
dp_narrative_get_label (DpNarrative *self)
{
  g_return_val_if_fail (DP_IS_NARRATIVE (self), NULL);

  return self->label;
}

const char *
dp_narrative_get_definition (DpNarrative *self)
{
  g_return_val_if_fail (DP_IS_NARRATIVE (self), NULL);

  return self->definition;
}

const char *
dp_narrative_get_parent_id (DpNarrative *self)
{
  g_return_val_if_fail (DP_IS_NARRATIVE (self), NULL);

  return self->parent_id;
}

guint
dp_narrative_get_colour (DpNarrative *self)
{
  g_return_val_if_fail (DP_IS_NARRATIVE (self), 0);

  return self->colour;
}

gboolean
dp_narrative_is_own (DpNarrative *self)
{
  g_return_val_if_fail (DP_IS_NARRATIVE (self), FALSE);

  return self->is_own;
}

/* The letter a word begins with, with the marks that belong to it. */
static void
append_letter (GString *letters,
               const char *word,
               gboolean is_first)
{
  gunichar c = g_utf8_get_char (word);

  g_string_append_unichar (letters, is_first ? g_unichar_totitle (c) : c);
  for (word = g_utf8_next_char (word); g_unichar_ismark (g_utf8_get_char (word)); word = g_utf8_next_char (word))
    g_string_append_unichar (letters, g_utf8_get_char (word));
}

const DpNarrativeDetails *
dp_narrative_get_details (DpNarrative *self)
{
  g_return_val_if_fail (DP_IS_NARRATIVE (self), NULL);

  return self->details;
}

void
dp_narrative_take_details (DpNarrative *self,
                           DpNarrativeDetails *details)
{
  g_return_if_fail (DP_IS_NARRATIVE (self));
  g_return_if_fail (details != NULL);

  dp_narrative_details_free (self->details);
  self->details = details;
}

gboolean
dp_narrative_is_retired (DpNarrative *self)
{
  g_return_val_if_fail (DP_IS_NARRATIVE (self), FALSE);

  return *self->details->retired != '\0' || *self->details->replaced_by != '\0';
}

gboolean
dp_narrative_has_label (DpNarrative *self,
                        const char *label)
{
  g_return_val_if_fail (DP_IS_NARRATIVE (self), FALSE);

  for (guint i = 0; i < self->details->labels->len; i++)
    {
      const DpNarrativeText *text = g_ptr_array_index (self->details->labels, i);

      if (g_str_equal (text->text, label))
        return TRUE;
    }
  return g_str_equal (self->label, label);
}

char *
dp_narrative_dup_initials (DpNarrative *self)
{
  g_autofree char *label = NULL;
  g_autoptr (GString) letters = NULL;
  const char *first_word = NULL;
  guint n_words = 0;
  gboolean in_word = FALSE;

  g_return_val_if_fail (DP_IS_NARRATIVE (self), NULL);

  label = g_utf8_make_valid (self->label, -1);
  letters = g_string_new (NULL);
  for (const char *at = label; *at != '\0' && n_words < 2; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      gboolean is_letter = g_unichar_isalnum (c);

      if (is_letter && !in_word)
        {
          append_letter (letters, at, TRUE);
          if (n_words++ == 0)
            first_word = at;
        }
      /* An apostrophe or a hyphen does not begin a word that people would abbreviate. */
      in_word = is_letter || g_unichar_ismark (c) || (in_word && (c == '\'' || c == 0x2019 || c == '-'));
    }

  if (n_words == 1)
    {
      const char *second = g_utf8_next_char (first_word);

      while (g_unichar_ismark (g_utf8_get_char (second)))
        second = g_utf8_next_char (second);
      if (g_unichar_isalnum (g_utf8_get_char (second)))
        append_letter (letters, second, FALSE);
    }

  return g_string_free (g_steal_pointer (&letters), FALSE);
}
