/* dp-id.c: identifiers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "base/dp-id.h"

#define UUID_LENGTH 36

char *
dp_id_new (void)
{
  return g_uuid_string_random ();
}

gboolean
dp_id_is_valid (const char *id)
{
  guint i;

  if (id == NULL)
    return FALSE;
  for (i = 0; i < UUID_LENGTH; i++)
    {
      gboolean is_hyphen = i == 8 || i == 13 || i == 18 || i == 23;

      if (is_hyphen ? id[i] != '-' : !(g_ascii_isdigit (id[i]) || (id[i] >= 'a' && id[i] <= 'f')))
        return FALSE;
    }
  return id[i] == '\0';
}
