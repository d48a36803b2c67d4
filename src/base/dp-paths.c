/* dp-paths.c: where data and programs lie
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "base/dp-paths.h"

#include "dp-config.h"

/* (transfer full) (nullable): the nearest folder above @path that has @child */
static char *
find_above (const char *path,
            const char *child)
{
  g_autofree char *folder = g_path_get_dirname (path);

  while (TRUE)
    {
      g_autofree char *candidate = g_build_filename (folder, child, NULL);
      char *above;

      if (g_file_test (candidate, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&folder);
      above = g_path_get_dirname (folder);
      if (g_str_equal (above, folder))
        {
          g_free (above);
          return NULL;
        }
      g_free (folder);
      folder = above;
    }
}

const char *
dp_paths_build_folder (void)
{
  static gsize is_known = 0;
  static char *build_folder = NULL;

  if (g_once_init_enter (&is_known))
    {
      g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

      if (program != NULL)
        build_folder = find_above (program, "meson-private");
      g_once_init_leave (&is_known, 1);
    }
  return build_folder;
}

/* (transfer full) (nullable) */
static char *
get_source_data (void)
{
  g_autofree char *source = NULL;

  if (dp_paths_build_folder () != NULL)
    source = find_above (dp_paths_build_folder (), "data/case.schema.json");
  return source != NULL ? g_build_filename (source, "data", NULL) : NULL;
}

char *
dp_paths_data (const char *name)
{
  const char *folder = g_getenv ("DP_DATA_PATH");
  g_autofree char *source_data = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  if (folder == NULL || *folder == '\0')
    folder = source_data = get_source_data ();
  if (folder == NULL)
    folder = DP_DATA_DIR;
  return g_build_filename (folder, name, NULL);
}

char *
dp_paths_locale (void)
{
  const char *folder = g_getenv ("DP_LOCALE_PATH");

  if (folder != NULL && *folder != '\0')
    return g_strdup (folder);
  if (dp_paths_build_folder () != NULL)
    return g_build_filename (dp_paths_build_folder (), "po", NULL);
  return g_strdup (DP_LOCALE_DIR);
}

char *
dp_paths_program (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  if (dp_paths_build_folder () != NULL)
    return g_build_filename (dp_paths_build_folder (), "src", "reader", name, NULL);
  return g_build_filename (DP_LIBEXEC_DIR, name, NULL);
}
