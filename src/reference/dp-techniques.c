/* dp-techniques.c: the sets of techniques at hand, and taking in others
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference/dp-techniques.h"

#include <string.h>
#include <glib/gi18n-lib.h>
#include "base/dp-file.h"
#include "base/dp-json.h"
#include "reference/dp-fold.h"

struct _DpTechniques
{
  GPtrArray *sets;   /* (element-type DpTechniqueSet) */
  GHashTable *by_id; /* (element-type utf8 DpTechnique): both borrowed */
};

/* (transfer full): the set of a file, with its name in the error */
static DpTechniqueSet *
read_set (GFile *file,
          GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GBytes) bytes = dp_file_read (file, DP_TECHNIQUES_MAX_SIZE, NULL, &cause);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *display = g_filename_display_name (base);
  g_autofree char *name = g_strndup (display, strcspn (display, "."));
  DpTechniqueSet *set = NULL;
  gsize length;

  if (bytes != NULL)
    {
      const char *data = g_bytes_get_data (bytes, &length);

      set = dp_technique_set_parse (data != NULL ? data : "", length, name, &cause);
    }
  if (set == NULL)
    g_set_error (error, cause->domain, cause->code, "%s: %s", display, cause->message);
  return set;
}

static int
compare_files (gconstpointer a,
               gconstpointer b)
{
  g_autofree char *name_a = g_file_get_basename (*(GFile **) a);
  g_autofree char *name_b = g_file_get_basename (*(GFile **) b);

  return strcmp (name_a, name_b);
}

static gboolean
is_set_file (const char *name)
{
  return *name != '.' && (g_str_has_suffix (name, ".json") || g_str_has_suffix (name, ".csv"));
}

static void
read_folder (DpTechniques *self,
             GFile *folder,
             GPtrArray *problems)
{
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  GFileInfo *info;
  GFile *child;

  while (children != NULL && g_file_enumerator_iterate (children, &info, &child, NULL, NULL) && info != NULL)
    {
      if (is_set_file (g_file_info_get_name (info)))
        g_ptr_array_add (files, g_object_ref (child));
    }
  g_ptr_array_sort (files, compare_files);
  for (guint i = 0; i < files->len; i++)
    {
      g_autoptr (GError) error = NULL;
      DpTechniqueSet *set = read_set (g_ptr_array_index (files, i), &error);

      if (set != NULL)
        g_ptr_array_add (self->sets, set);
      else
        g_ptr_array_add (problems, g_strdup (error->message));
    }
}

DpTechniques *
dp_techniques_new (GFile *shipped,
                   GFile *own,
                   GPtrArray *problems)
{
  DpTechniques *self;

  g_return_val_if_fail (G_IS_FILE (shipped), NULL);
  g_return_val_if_fail (own == NULL || G_IS_FILE (own), NULL);

  self = g_new0 (DpTechniques, 1);
  self->sets = g_ptr_array_new_with_free_func ((GDestroyNotify) dp_technique_set_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  /* A library's own set, perhaps a newer edition, goes before the shipped one. */
  if (own != NULL)
    read_folder (self, own, problems);
  read_folder (self, shipped, problems);
  for (guint s = 0; s < self->sets->len; s++)
    {
      DpTechniqueSet *set = g_ptr_array_index (self->sets, s);

      for (guint i = 0; i < set->techniques->len; i++)
        {
          DpTechnique *technique = g_ptr_array_index (set->techniques, i);

          if (!g_hash_table_contains (self->by_id, technique->id))
            g_hash_table_insert (self->by_id, technique->id, technique);
        }
    }
  return self;
}

void
dp_techniques_free (DpTechniques *self)
{
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->sets);
  g_free (self);
}

GPtrArray *
dp_techniques_get_sets (DpTechniques *self)
{
  return self->sets;
}

const DpTechnique *
dp_techniques_lookup (DpTechniques *self,
                      const char *id)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->by_id, id);
}

static gboolean
fits (const DpTechnique *technique,
      char **typed)
{
  for (guint i = 0; typed[i] != NULL; i++)
    {
      gboolean is_found = FALSE;

      for (guint k = 0; technique->words[k] != NULL && !is_found; k++)
        is_found = dp_fold_begins (technique->words[k], typed[i]);
      if (!is_found)
        return FALSE;
    }
  return TRUE;
}

static gboolean
begins (const DpTechnique *technique,
        const char *typed)
{
  g_autofree char *name = dp_fold_text (technique->name);
  g_autofree char *id = dp_fold_text (technique->id);

  return g_str_has_prefix (name, typed) || g_str_has_prefix (id, typed);
}

GPtrArray *
dp_techniques_search (DpTechniques *self,
                      const char *letters,
                      guint max)
{
  g_auto (GStrv) typed = NULL;
  g_autofree char *folded = NULL;
  GPtrArray *found = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL, found);
  g_return_val_if_fail (letters != NULL, found);

  typed = dp_fold_words (letters);
  folded = dp_fold_text (letters);
  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint s = 0; s < self->sets->len; s++)
        {
          DpTechniqueSet *set = g_ptr_array_index (self->sets, s);

          for (guint i = 0; i < set->techniques->len && found->len < max; i++)
            {
              DpTechnique *technique = g_ptr_array_index (set->techniques, i);

              if (g_hash_table_lookup (self->by_id, technique->id) == technique && fits (technique, typed) && begins (technique, folded) == (pass == 0))
                g_ptr_array_add (found, technique);
            }
        }
    }
  return found;
}

static void
add_text (JsonObject *object,
          const char *name,
          const char *text)
{
  if (*text != '\0')
    json_object_set_string_member (object, name, text);
}

static GBytes *
make_bytes (DpTechniqueSet *set)
{
  JsonObject *root = json_object_new ();
  JsonArray *list = json_array_new ();
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  for (guint i = 0; i < set->techniques->len; i++)
    {
      DpTechnique *technique = g_ptr_array_index (set->techniques, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "id", technique->id);
      json_object_set_string_member (object, "name", technique->name);
      add_text (object, "group", technique->group);
      json_array_add_object_element (list, object);
    }
  json_object_set_string_member (root, "format", "disproof-techniques");
  json_object_set_int_member (root, "version", 1);
  json_object_set_string_member (root, "id", set->id);
  json_object_set_string_member (root, "name", set->name);
  add_text (root, "source", set->source);
  add_text (root, "licence", set->licence);
  add_text (root, "attribution", set->attribution);
  json_object_set_array_member (root, "techniques", list);
  json_node_take_object (node, root);
  return dp_json_write (node);
}

DpTechniqueSet *
dp_techniques_import (GFile *file,
                      GFile *own,
                      GError **error)
{
  g_autoptr (DpTechniqueSet) set = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) cause = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GFile) target = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (G_IS_FILE (own), NULL);

  set = read_set (file, error);
  if (set == NULL)
    return NULL;
  if (!g_file_make_directory_with_parents (own, NULL, &cause) && !g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_EXISTS))
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return NULL;
    }
  name = g_strconcat (set->id, ".json", NULL);
  target = g_file_get_child (own, name);
  bytes = make_bytes (set);
  return dp_file_replace (target, bytes, NULL, NULL, error) ? g_steal_pointer (&set) : NULL;
}
