/* dp-case-entry.c: a case as the library lists it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/dp-case-entry-private.h"

#include "base/dp-date.h"

struct _DpCaseEntry
{
  GObject parent_instance;

  GFile *folder;
  DpCaseFacts *facts;
  char *search_text;
  char *folded; /* (nullable): search_text as matching compares it */
};

typedef enum
{
  PROP_ID = 1,
  PROP_FOLDER,
  PROP_TITLE,
  PROP_OUTLET,
  PROP_DATE,
  PROP_STATE,
  PROP_NARRATIVES,
  PROP_NARRATIVE_IDS,
  PROP_MODIFIED,
  PROP_PROBLEM,
  PROP_SEARCH_TEXT,
} DpCaseEntryProperty;

static GParamSpec *properties[PROP_SEARCH_TEXT + 1];

G_DEFINE_FINAL_TYPE (DpCaseEntry, dp_case_entry, G_TYPE_OBJECT)

static const char *const *
get_labels (const DpCaseFacts *facts)
{
  return (const char *const *) (facts->shown_labels != NULL ? facts->shown_labels : facts->narratives);
}

static const char *const *
get_ids (const DpCaseFacts *facts)
{
  return (const char *const *) (facts->shown_ids != NULL ? facts->shown_ids : facts->narrative_ids);
}

static void
dp_case_entry_get_property (GObject *object,
                            guint property_id,
                            GValue *value,
                            GParamSpec *pspec)
{
  DpCaseEntry *self = DP_CASE_ENTRY (object);

  switch ((DpCaseEntryProperty) property_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->facts->id);
      break;
    case PROP_FOLDER:
      g_value_set_object (value, self->folder);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->facts->title);
      break;
    case PROP_OUTLET:
      g_value_set_string (value, self->facts->outlet);
      break;
    case PROP_DATE:
      g_value_set_string (value, self->facts->date);
      break;
    case PROP_STATE:
      g_value_set_int (value, self->facts->state);
      break;
    case PROP_NARRATIVES:
      g_value_set_boxed (value, get_labels (self->facts));
      break;
    case PROP_NARRATIVE_IDS:
      g_value_set_boxed (value, get_ids (self->facts));
      break;
    case PROP_MODIFIED:
      g_value_set_string (value, self->facts->modified);
      break;
    case PROP_PROBLEM:
      g_value_set_string (value, self->facts->problem);
      break;
    case PROP_SEARCH_TEXT:
      g_value_set_string (value, self->search_text);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
dp_case_entry_finalize (GObject *object)
{
  DpCaseEntry *self = DP_CASE_ENTRY (object);

  g_clear_object (&self->folder);
  g_clear_pointer (&self->facts, dp_case_facts_unref);
  g_clear_pointer (&self->search_text, g_free);
  g_clear_pointer (&self->folded, g_free);

  G_OBJECT_CLASS (dp_case_entry_parent_class)->finalize (object);
}

static void
dp_case_entry_class_init (DpCaseEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = dp_case_entry_get_property;
  object_class->finalize = dp_case_entry_finalize;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, "", flags);
  properties[PROP_FOLDER] = g_param_spec_object ("folder", NULL, NULL, G_TYPE_FILE, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_OUTLET] = g_param_spec_string ("outlet", NULL, NULL, "", flags);
  properties[PROP_DATE] = g_param_spec_string ("date", NULL, NULL, "", flags);
  properties[PROP_STATE] = g_param_spec_int ("state", NULL, NULL, 0, DP_N_CASE_STATES - 1, 0, flags);
  properties[PROP_NARRATIVES] = g_param_spec_boxed ("narratives", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_NARRATIVE_IDS] = g_param_spec_boxed ("narrative-ids", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_MODIFIED] = g_param_spec_string ("modified", NULL, NULL, "", flags);
  properties[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, "", flags);
  properties[PROP_SEARCH_TEXT] = g_param_spec_string ("search-text", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
dp_case_entry_init (DpCaseEntry *self)
{
}

/* A line feed between the fields, so that no word is found across two of them. */
static char *
make_search_text (const DpCaseFacts *facts)
{
  g_autofree char *narratives = g_strjoinv ("\n", (char **) get_labels (facts));
  g_autofree char *short_date = NULL;
  DpDate date;

  if (dp_date_parse (facts->date, &date))
    short_date = dp_date_format_short (&date);

  return g_strjoin ("\n",
                    facts->title,
                    facts->outlet,
                    narratives,
                    *facts->problem == '\0' ? dp_case_state_get_label (facts->state) : facts->problem,
                    facts->date,
                    short_date != NULL ? short_date : "",
                    NULL);
}

DpCaseEntry *
dp_case_entry_new (GFile *folder,
                   DpCaseFacts *facts)
{
  DpCaseEntry *self = g_object_new (DP_TYPE_CASE_ENTRY, NULL);

  self->folder = g_object_ref (folder);
  self->facts = dp_case_facts_ref (facts);
  self->search_text = make_search_text (facts);

  return self;
}

DpCaseFacts *
dp_case_entry_get_facts (DpCaseEntry *self)
{
  return self->facts;
}

static void
notify_unless (DpCaseEntry *self,
               DpCaseEntryProperty property,
               gboolean is_same)
{
  if (!is_same)
    g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

void
dp_case_entry_set_facts (DpCaseEntry *self,
                         DpCaseFacts *facts)
{
  g_autoptr (DpCaseFacts) old = NULL;
  g_autofree char *old_search_text = NULL;

  if (self->facts == facts)
    return;

  old = g_steal_pointer (&self->facts);
  self->facts = dp_case_facts_ref (facts);
  old_search_text = g_steal_pointer (&self->search_text);
  self->search_text = make_search_text (facts);
  g_clear_pointer (&self->folded, g_free);

  g_object_freeze_notify (G_OBJECT (self));
  notify_unless (self, PROP_ID, g_str_equal (old->id, facts->id));
  notify_unless (self, PROP_TITLE, g_str_equal (old->title, facts->title));
  notify_unless (self, PROP_OUTLET, g_str_equal (old->outlet, facts->outlet));
  notify_unless (self, PROP_DATE, g_str_equal (old->date, facts->date));
  notify_unless (self, PROP_STATE, old->state == facts->state);
  notify_unless (self, PROP_NARRATIVES, g_strv_equal (get_labels (old), get_labels (facts)));
  notify_unless (self, PROP_NARRATIVE_IDS, g_strv_equal (get_ids (old), get_ids (facts)));
  notify_unless (self, PROP_MODIFIED, g_str_equal (old->modified, facts->modified));
  notify_unless (self, PROP_PROBLEM, g_str_equal (old->problem, facts->problem));
  notify_unless (self, PROP_SEARCH_TEXT, g_str_equal (old_search_text, self->search_text));
  g_object_thaw_notify (G_OBJECT (self));
}

void
dp_case_entry_set_folder (DpCaseEntry *self,
                          GFile *folder)
{
  if (g_file_equal (self->folder, folder))
    return;

  g_set_object (&self->folder, folder);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDER]);
}

const char *
dp_case_entry_get_id (DpCaseEntry *self)
{
  g_return_val_if_fail (DP_IS_CASE_ENTRY (self), "");

  return self->facts->id;
}

GFile *
dp_case_entry_get_folder (DpCaseEntry *self)
{
  g_return_val_if_fail (DP_IS_CASE_ENTRY (self), NULL);

  return self->folder;
}

const char *
dp_case_entry_get_title (DpCaseEntry *self)
{
  g_return_val_if_fail (DP_IS_CASE_ENTRY (self), "");

  return self->facts->title;
}

const char *
dp_case_entry_get_outlet (DpCaseEntry *self)
{
  g_return_val_if_fail (DP_IS_CASE_ENTRY (self), "");

  return self->facts->outlet;
}

const char *
dp_case_entry_get_date (DpCaseEntry *self)
{
  g_return_val_if_fail (DP_IS_CASE_ENTRY (self), "");

  return self->facts->date;
}

DpCaseState
dp_case_entry_get_state (DpCaseEntry *self)
{
  g_return_val_if_fail (DP_IS_CASE_ENTRY (self), DP_CASE_STATE_DRAFT);

  return self->facts->state;
}

const char *const *
dp_case_entry_get_narratives (DpCaseEntry *self)
{
  g_return_val_if_fail (DP_IS_CASE_ENTRY (self), NULL);

  return get_labels (self->facts);
}

const char *const *
dp_case_entry_get_narrative_ids (DpCaseEntry *self)
{
  g_return_val_if_fail (DP_IS_CASE_ENTRY (self), NULL);

  return get_ids (self->facts);
}

const char *
dp_case_entry_get_modified (DpCaseEntry *self)
{
  g_return_val_if_fail (DP_IS_CASE_ENTRY (self), "");

  return self->facts->modified;
}

const char *
dp_case_entry_get_problem (DpCaseEntry *self)
{
  g_return_val_if_fail (DP_IS_CASE_ENTRY (self), "");

  return self->facts->problem;
}

/* Without case and without marks: decomposed, marks dropped, case folded. */
static char *
fold (const char *text)
{
  g_autofree char *decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *p = decomposed != NULL ? decomposed : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (!g_unichar_ismark (character))
        g_string_append_unichar (plain, character);
    }

  return g_utf8_casefold (plain->str, plain->len);
}

gboolean
dp_case_entry_matches (DpCaseEntry *self,
                       const char *query)
{
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (DP_IS_CASE_ENTRY (self), FALSE);
  g_return_val_if_fail (query != NULL, FALSE);

  if (self->folded == NULL)
    self->folded = fold (self->search_text);
  folded = fold (query);
  words = g_strsplit_set (folded, " \t\n", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (strstr (self->folded, words[i]) == NULL)
        return FALSE;
    }

  return TRUE;
}
