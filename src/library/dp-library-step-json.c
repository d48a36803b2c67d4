/* dp-library-step-json.c: a step as it is written down
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/dp-library-step-private.h"

#include <glib/gi18n-lib.h>
#include "base/dp-file.h"
#include "base/dp-id.h"
#include "base/dp-json-change.h"
#include "base/dp-json.h"

#define FORMAT "disproof-step"
#define VERSION 1

static const char *const state_words[] = { "doing", "done", "undoing", "undone" };

static JsonNode *
file_to_json (const DpStepFile *self)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "name", self->name);
  if (self->empty != NULL)
    json_object_set_member (object, "empty", dp_json_dup (self->empty));
  json_object_set_member (object, "before", dp_json_dup (self->before));
  json_object_set_member (object, "after", dp_json_dup (self->after));
  return dp_json_take_object (object);
}

static JsonNode *
case_to_json (const DpStepCase *self)
{
  JsonObject *object = json_object_new ();
  JsonArray *edits = json_array_new ();
  g_autofree char *folder = g_uri_escape_string (self->folder, " ", TRUE);

  for (guint i = 0; i < self->edits->len; i++)
    json_array_add_element (edits, dp_case_edit_to_json (g_ptr_array_index (self->edits, i)));
  json_object_set_string_member (object, "folder", folder);
  json_object_set_string_member (object, "id", self->id);
  json_object_set_array_member (object, "edits", edits);
  return dp_json_take_object (object);
}

static GBytes *
make_bytes (DpLibraryStep *self)
{
  JsonObject *object = json_object_new ();
  g_autoptr (JsonNode) root = dp_json_take_object (object);
  JsonArray *files = json_array_new ();
  JsonArray *cases = json_array_new ();

  for (guint i = 0; i < self->files->len; i++)
    json_array_add_element (files, file_to_json (g_ptr_array_index (self->files, i)));
  for (guint i = 0; i < self->cases->len; i++)
    json_array_add_element (cases, case_to_json (g_ptr_array_index (self->cases, i)));

  json_object_set_string_member (object, "format", FORMAT);
  json_object_set_int_member (object, "version", VERSION);
  json_object_set_string_member (object, "kind", self->kind);
  json_object_set_string_member (object, "label", self->label);
  json_object_set_string_member (object, "who", self->who);
  json_object_set_string_member (object, "when", self->when);
  json_object_set_string_member (object, "state", state_words[self->state]);
  if (*self->undone_when != '\0')
    {
      json_object_set_string_member (object, "undone_by", self->undone_by);
      json_object_set_string_member (object, "undone_when", self->undone_when);
    }
  json_object_set_array_member (object, "files", files);
  json_object_set_array_member (object, "cases", cases);
  return dp_json_write (root);
}

/* (nullable) */
static const char *
get_text (JsonObject *object,
          const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

/* (nullable) */
static JsonNode *
get_node (JsonObject *object,
          const char *name,
          JsonNodeType type)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_node_type (node) == type ? node : NULL;
}

static gboolean
read_file (DpLibraryStep *self,
           JsonObject *object)
{
  const char *name = get_text (object, "name");
  JsonNode *empty = get_node (object, "empty", JSON_NODE_OBJECT);
  JsonNode *before = get_node (object, "before", JSON_NODE_OBJECT);
  JsonNode *after = get_node (object, "after", JSON_NODE_OBJECT);
  DpStepFile *file;

  if (name == NULL || *name == '\0' || *name == '.' || strchr (name, '/') != NULL || before == NULL || after == NULL)
    return FALSE;
  file = g_new0 (DpStepFile, 1);
  file->name = g_strdup (name);
  file->empty = empty != NULL ? json_node_ref (empty) : NULL;
  file->before = json_node_ref (before);
  file->after = json_node_ref (after);
  g_ptr_array_add (self->files, file);
  return TRUE;
}

static gboolean
read_case (DpLibraryStep *self,
           JsonObject *object)
{
  const char *folder = get_text (object, "folder");
  const char *id = get_text (object, "id");
  JsonNode *edits = get_node (object, "edits", JSON_NODE_ARRAY);
  g_autofree char *name = folder != NULL ? g_uri_unescape_string (folder, "/") : NULL;
  DpStepCase *step_case;

  if (name == NULL || *name == '\0' || *name == '.' || id == NULL || edits == NULL)
    return FALSE;
  step_case = g_new0 (DpStepCase, 1);
  step_case->folder = g_steal_pointer (&name);
  step_case->id = g_strdup (id);
  step_case->edits = g_ptr_array_new_with_free_func ((GDestroyNotify) dp_case_edit_free);
  g_ptr_array_add (self->cases, step_case);
  for (guint i = 0; i < json_array_get_length (json_node_get_array (edits)); i++)
    {
      DpCaseEdit *edit = dp_case_edit_from_json (json_array_get_element (json_node_get_array (edits), i));

      if (edit == NULL)
        return FALSE;
      g_ptr_array_add (step_case->edits, edit);
    }
  return TRUE;
}

static gboolean
read_list (DpLibraryStep *self,
           JsonObject *object,
           const char *name,
           gboolean (*read) (DpLibraryStep *, JsonObject *))
{
  JsonNode *list = get_node (object, name, JSON_NODE_ARRAY);

  if (list == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (json_node_get_array (list)); i++)
    {
      JsonNode *item = json_array_get_element (json_node_get_array (list), i);

      if (!JSON_NODE_HOLDS_OBJECT (item) || !read (self, json_node_get_object (item)))
        return FALSE;
    }
  return TRUE;
}

static DpLibraryStep *
parse (JsonNode *root)
{
  g_autoptr (DpLibraryStep) self = NULL;
  JsonObject *object;
  const char *state;
  char **members[6];
  static const char *const names[] = { "kind", "label", "who", "when", "undone_by", "undone_when" };

  if (!JSON_NODE_HOLDS_OBJECT (root))
    return NULL;
  object = json_node_get_object (root);
  if (g_strcmp0 (get_text (object, "format"), FORMAT) != 0 || json_object_get_int_member_with_default (object, "version", 0) != VERSION)
    return NULL;

  self = g_object_new (DP_TYPE_LIBRARY_STEP, NULL);
  members[0] = &self->kind;
  members[1] = &self->label;
  members[2] = &self->who;
  members[3] = &self->when;
  members[4] = &self->undone_by;
  members[5] = &self->undone_when;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *text = get_text (object, names[i]);

      if (text == NULL && i < 4)
        return NULL;
      g_free (*members[i]);
      *members[i] = g_strdup (text != NULL ? text : "");
    }

  state = get_text (object, "state");
  for (self->state = DP_STEP_DOING; self->state <= DP_STEP_UNDONE; self->state++)
    if (g_strcmp0 (state, state_words[self->state]) == 0)
      break;
  if (self->state > DP_STEP_UNDONE || !read_list (self, object, "files", read_file) || !read_list (self, object, "cases", read_case))
    return NULL;
  return g_steal_pointer (&self);
}

DpLibraryStep *
dp_library_step_read (GFile *file,
                      GError **error)
{
  g_autoptr (GBytes) bytes = dp_file_read (file, DP_JSON_MAX_SIZE, NULL, error);
  g_autoptr (JsonNode) root = NULL;
  DpLibraryStep *self;
  gsize length;
  const char *text;

  if (bytes == NULL)
    return NULL;
  text = g_bytes_get_data (bytes, &length);
  root = dp_json_read (text, length, DP_JSON_STRICT, error);
  if (root == NULL)
    return NULL;
  self = parse (root);
  if (self == NULL)
    {
      g_autofree char *name = g_file_get_parse_name (file);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("“%s” is no step of this version"), name);
      return NULL;
    }
  self->journal = g_object_ref (file);
  return self;
}

static int
compare_files (gconstpointer a,
               gconstpointer b)
{
  g_autofree char *name_a = g_file_get_basename (*(GFile **) a);
  g_autofree char *name_b = g_file_get_basename (*(GFile **) b);

  return strcmp (name_a, name_b);
}

GPtrArray *
dp_library_step_list_files (GFile *library)
{
  g_autoptr (GFile) folder = g_file_get_child (library, DP_STEPS_FOLDER);
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);
  GFileInfo *info;
  GFile *child;

  while (children != NULL && g_file_enumerator_iterate (children, &info, &child, NULL, NULL) && info != NULL)
    {
      if (g_str_has_suffix (g_file_info_get_name (info), ".json") && g_ascii_isdigit (*g_file_info_get_name (info)))
        g_ptr_array_add (files, g_object_ref (child));
    }
  g_ptr_array_sort (files, compare_files);
  return files;
}

/* (transfer full): behind all others; two that were made apart and brought together later have two names */
static GFile *
choose_file (GFile *library)
{
  g_autoptr (GPtrArray) files = dp_library_step_list_files (library);
  g_autofree char *last = files->len > 0 ? g_file_get_basename (g_ptr_array_index (files, files->len - 1)) : NULL;
  g_autofree char *id = dp_id_new ();
  g_autofree char *name = g_strdup_printf (DP_STEPS_FOLDER "/%08" G_GUINT64_FORMAT "-%.8s.json", (last != NULL ? g_ascii_strtoull (last, NULL, 10) : 0) + 1, id);

  return g_file_resolve_relative_path (library, name);
}

GFile *
dp_library_step_choose_file (DpLibraryStep *self,
                             GFile *library)
{
  if (self->journal == NULL)
    self->journal = choose_file (library);
  return self->journal;
}

gboolean
dp_library_step_write (DpLibraryStep *self,
                       GFile *library,
                       GError **error)
{
  g_autoptr (GBytes) bytes = make_bytes (self);

  return dp_file_replace (dp_library_step_choose_file (self, library), bytes, NULL, NULL, error);
}
