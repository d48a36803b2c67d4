/* dp-paths.c: where installed data lies
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "base/dp-paths.h"

#include "dp-config.h"

char *
dp_paths_data (const char *name)
{
  const char *folder = g_getenv ("DP_DATA_PATH");

  g_return_val_if_fail (name != NULL, NULL);

  if (folder == NULL || *folder == '\0')
    folder = DP_DATA_DIR;
  return g_build_filename (folder, name, NULL);
}
