/* dp-scope.c: which cases the library window lists: a line of its side bar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-scope.h"

#include <glib/gi18n.h>

struct _DpScope
{
  GObject parent_instance;

  DpScopeKind kind;
  char *narrative_id; /* (owned): "" for the fixed kinds */
  char *title;        /* (owned) */
  guint count;
};

typedef enum
{
  PROP_KIND = 1,
  PROP_NARRATIVE_ID,
  PROP_TITLE,
  PROP_COUNT,
} DpScopeProperty;

static GParamSpec *properties[PROP_COUNT + 1];

G_DEFINE_FINAL_TYPE (DpScope, dp_scope, G_TYPE_OBJECT)

static void
dp_scope_get_property (GObject *object,
                       guint prop_id,
                       GValue *value,
                       GParamSpec *pspec)
{
  DpScope *self = DP_SCOPE (object);

  switch ((DpScopeProperty) prop_id)
    {
    case PROP_KIND:
      g_value_set_int (value, self->kind);
      break;
    case PROP_NARRATIVE_ID:
      g_value_set_string (value, self->narrative_id);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_COUNT:
      g_value_set_uint (value, self->count);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_scope_set_property (GObject *object,
                       guint prop_id,
                       const GValue *value,
                       GParamSpec *pspec)
{
  DpScope *self = DP_SCOPE (object);

  switch ((DpScopeProperty) prop_id)
    {
    case PROP_KIND:
      self->kind = g_value_get_int (value);
      break;
    case PROP_NARRATIVE_ID:
      self->narrative_id = g_value_dup_string (value);
      break;
    case PROP_TITLE:
      self->title = g_value_dup_string (value);
      break;
    case PROP_COUNT:
      dp_scope_set_count (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_scope_finalize (GObject *object)
{
  DpScope *self = DP_SCOPE (object);

  g_free (self->narrative_id);
  g_free (self->title);

  G_OBJECT_CLASS (dp_scope_parent_class)->finalize (object);
}

static void
dp_scope_class_init (DpScopeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = dp_scope_get_property;
  object_class->set_property = dp_scope_set_property;
  object_class->finalize = dp_scope_finalize;

  properties[PROP_KIND] =
      g_param_spec_int ("kind", NULL, NULL, DP_SCOPE_ALL, DP_SCOPE_NARRATIVE, DP_SCOPE_ALL, once);
  properties[PROP_NARRATIVE_ID] = g_param_spec_string ("narrative-id", NULL, NULL, "", once);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", once);
  properties[PROP_COUNT] =
      g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
dp_scope_init (DpScope *self)
{
}

static const char *
get_fixed_title (DpScopeKind kind)
{
  switch (kind)
    {
    case DP_SCOPE_ALL:
      return _ ("All Cases");
    case DP_SCOPE_DRAFTS:
      return _ ("Drafts");
    case DP_SCOPE_IN_REVIEW:
      return _ ("In Review");
    case DP_SCOPE_PUBLISHED:
      return _ ("Published");
    case DP_SCOPE_UNREADABLE:
      /* Translators: the cases whose files are broken. */
      return _ ("Cannot Be Read");
    case DP_SCOPE_NARRATIVE:
    default:
      g_assert_not_reached ();
    }
}

DpScope *
dp_scope_new (DpScopeKind kind)
{
  g_return_val_if_fail (kind != DP_SCOPE_NARRATIVE, NULL);

  return g_object_new (DP_TYPE_SCOPE,
                       "kind", (int) kind,
                       "narrative-id", "",
                       "title", get_fixed_title (kind),
                       NULL);
}

DpScope *
dp_scope_new_for_narrative (const char *id,
                            const char *label)
{
  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (label != NULL, NULL);

  return g_object_new (DP_TYPE_SCOPE,
                       "kind", (int) DP_SCOPE_NARRATIVE,
                       "narrative-id", id,
                       "title", label,
                       NULL);
}

DpScopeKind
dp_scope_get_kind (DpScope *self)
{
  g_return_val_if_fail (DP_IS_SCOPE (self), DP_SCOPE_ALL);

  return self->kind;
}

const char *
dp_scope_get_narrative_id (DpScope *self)
{
  g_return_val_if_fail (DP_IS_SCOPE (self), NULL);

  return self->narrative_id;
}

const char *
dp_scope_get_title (DpScope *self)
{
  g_return_val_if_fail (DP_IS_SCOPE (self), NULL);

  return self->title;
}

const char *
dp_scope_get_icon_name (DpScope *self)
{
  static const char *const names[] = {
    [DP_SCOPE_ALL] = "view-list-symbolic",
    [DP_SCOPE_DRAFTS] = "document-edit-symbolic",
    [DP_SCOPE_IN_REVIEW] = "system-search-symbolic",
    [DP_SCOPE_PUBLISHED] = "emblem-ok-symbolic",
    [DP_SCOPE_UNREADABLE] = "dialog-warning-symbolic",
    [DP_SCOPE_NARRATIVE] = "",
  };

  g_return_val_if_fail (DP_IS_SCOPE (self), NULL);

  return names[self->kind];
}

guint
dp_scope_get_count (DpScope *self)
{
  g_return_val_if_fail (DP_IS_SCOPE (self), 0);

  return self->count;
}

void
dp_scope_set_count (DpScope *self,
                    guint count)
{
  g_return_if_fail (DP_IS_SCOPE (self));

  if (self->count == count)
    return;

  self->count = count;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
}

static DpScopeKind
find_kind_of_state (DpCaseState state)
{
  switch (state)
    {
    case DP_CASE_STATE_IN_REVIEW:
    case DP_CASE_STATE_APPROVED:
      return DP_SCOPE_IN_REVIEW;
    case DP_CASE_STATE_PUBLISHED:
    case DP_CASE_STATE_CORRECTED:
    case DP_CASE_STATE_WITHDRAWN:
      return DP_SCOPE_PUBLISHED;
    case DP_CASE_STATE_DRAFT:
    case DP_CASE_STATE_CHANGES_REQUESTED:
    default:
      return DP_SCOPE_DRAFTS;
    }
}

gboolean
dp_scope_contains (DpScope *self,
                   DpCaseEntry *entry)
{
  gboolean is_readable;

  g_return_val_if_fail (DP_IS_SCOPE (self), FALSE);
  g_return_val_if_fail (DP_IS_CASE_ENTRY (entry), FALSE);

  is_readable = *dp_case_entry_get_problem (entry) == '\0';
  switch (self->kind)
    {
    case DP_SCOPE_ALL:
      return TRUE;
    case DP_SCOPE_UNREADABLE:
      return !is_readable;
    case DP_SCOPE_NARRATIVE:
      return is_readable && g_strv_contains (dp_case_entry_get_narrative_ids (entry), self->narrative_id);
    case DP_SCOPE_DRAFTS:
    case DP_SCOPE_IN_REVIEW:
    case DP_SCOPE_PUBLISHED:
    default:
      return is_readable && find_kind_of_state (dp_case_entry_get_state (entry)) == self->kind;
    }
}
