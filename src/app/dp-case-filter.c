/* dp-case-filter.c: the quick filter of the library window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-case-filter.h"

#include <string.h>

struct _DpCaseFilter
{
  GtkFilter parent_instance;

  char *query;    /* (owned) */
  DpScope *scope; /* (owned) (nullable) */
};

typedef enum
{
  PROP_QUERY = 1,
  PROP_SCOPE,
} DpCaseFilterProperty;

static GParamSpec *properties[PROP_SCOPE + 1];

G_DEFINE_FINAL_TYPE (DpCaseFilter, dp_case_filter, GTK_TYPE_FILTER)

static gboolean
dp_case_filter_match (GtkFilter *filter,
                      gpointer item)
{
  DpCaseFilter *self = DP_CASE_FILTER (filter);

  return (self->scope == NULL || dp_scope_contains (self->scope, item)) &&
         (*self->query == '\0' || dp_case_entry_matches (item, self->query));
}

static GtkFilterMatch
dp_case_filter_get_strictness (GtkFilter *filter)
{
  DpCaseFilter *self = DP_CASE_FILTER (filter);
  gboolean is_open = self->scope == NULL || dp_scope_get_kind (self->scope) == DP_SCOPE_ALL;

  return is_open && *self->query == '\0' ? GTK_FILTER_MATCH_ALL : GTK_FILTER_MATCH_SOME;
}

static void
dp_case_filter_get_property (GObject *object,
                             guint prop_id,
                             GValue *value,
                             GParamSpec *pspec)
{
  DpCaseFilter *self = DP_CASE_FILTER (object);

  switch ((DpCaseFilterProperty) prop_id)
    {
    case PROP_QUERY:
      g_value_set_string (value, self->query);
      break;
    case PROP_SCOPE:
      g_value_set_object (value, self->scope);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_case_filter_set_property (GObject *object,
                             guint prop_id,
                             const GValue *value,
                             GParamSpec *pspec)
{
  DpCaseFilter *self = DP_CASE_FILTER (object);

  switch ((DpCaseFilterProperty) prop_id)
    {
    case PROP_QUERY:
      dp_case_filter_set_query (self, g_value_get_string (value));
      break;
    case PROP_SCOPE:
      dp_case_filter_set_scope (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_case_filter_finalize (GObject *object)
{
  DpCaseFilter *self = DP_CASE_FILTER (object);

  g_free (self->query);
  g_clear_object (&self->scope);

  G_OBJECT_CLASS (dp_case_filter_parent_class)->finalize (object);
}

static void
dp_case_filter_class_init (DpCaseFilterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkFilterClass *filter_class = GTK_FILTER_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = dp_case_filter_get_property;
  object_class->set_property = dp_case_filter_set_property;
  object_class->finalize = dp_case_filter_finalize;
  filter_class->match = dp_case_filter_match;
  filter_class->get_strictness = dp_case_filter_get_strictness;

  properties[PROP_QUERY] = g_param_spec_string ("query", NULL, NULL, "", flags);
  properties[PROP_SCOPE] = g_param_spec_object ("scope", NULL, NULL, DP_TYPE_SCOPE, flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
dp_case_filter_init (DpCaseFilter *self)
{
  self->query = g_strdup ("");
}

DpCaseFilter *
dp_case_filter_new (void)
{
  return g_object_new (DP_TYPE_CASE_FILTER, NULL);
}

const char *
dp_case_filter_get_query (DpCaseFilter *self)
{
  g_return_val_if_fail (DP_IS_CASE_FILTER (self), NULL);

  return self->query;
}

void
dp_case_filter_set_query (DpCaseFilter *self,
                          const char *query)
{
  GtkFilterChange change = GTK_FILTER_CHANGE_DIFFERENT;

  g_return_if_fail (DP_IS_CASE_FILTER (self));

  if (query == NULL)
    query = "";
  if (strcmp (self->query, query) == 0)
    return;

  /* A letter more can only take lines away, and those that went need not be looked at again. */
  if (g_str_has_prefix (query, self->query))
    change = GTK_FILTER_CHANGE_MORE_STRICT;
  else if (g_str_has_prefix (self->query, query))
    change = GTK_FILTER_CHANGE_LESS_STRICT;

  g_free (self->query);
  self->query = g_strdup (query);
  gtk_filter_changed (GTK_FILTER (self), change);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_QUERY]);
}

DpScope *
dp_case_filter_get_scope (DpCaseFilter *self)
{
  g_return_val_if_fail (DP_IS_CASE_FILTER (self), NULL);

  return self->scope;
}

void
dp_case_filter_set_scope (DpCaseFilter *self,
                          DpScope *scope)
{
  g_return_if_fail (DP_IS_CASE_FILTER (self));
  g_return_if_fail (scope == NULL || DP_IS_SCOPE (scope));

  if (!g_set_object (&self->scope, scope))
    return;

  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCOPE]);
}
