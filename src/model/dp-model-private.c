/* dp-model-private.c: what setters of the model share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/dp-model-private.h"

gboolean
dp_set_text (char **field,
             const char *value)
{
  char *text;

  if (value == NULL)
    value = "";
  if (g_strcmp0 (*field, value) == 0)
    return FALSE;

  text = g_utf8_make_valid (value, -1);
  g_free (*field);
  *field = text;
  return TRUE;
}

gboolean
dp_set_texts (char ***field,
              const char *const *values)
{
  static const char *const none[] = { NULL };
  char **texts;

  if (values == NULL)
    values = none;
  if (*field != NULL && g_strv_equal ((const char *const *) *field, values))
    return FALSE;

  texts = g_strdupv ((char **) values);
  for (char **text = texts; *text != NULL; text++)
    {
      char *valid = g_utf8_make_valid (*text, -1);

      g_free (*text);
      *text = valid;
    }
  g_strfreev (*field);
  *field = texts;
  return TRUE;
}

const char *
dp_enum_to_nick (GType type,
                 int value)
{
  GEnumClass *words = g_type_class_ref (type);
  const GEnumValue *found = g_enum_get_value (words, value);
  const char *nick = found != NULL ? found->value_nick : "";

  /* The nicks are static and outlive the class. */
  g_type_class_unref (words);
  return nick;
}

gboolean
dp_enum_from_nick (GType type,
                   const char *nick,
                   int *value)
{
  GEnumClass *words = g_type_class_ref (type);
  const GEnumValue *found = nick != NULL ? g_enum_get_value_by_nick (words, nick) : NULL;

  if (found != NULL)
    *value = found->value;
  g_type_class_unref (words);
  return found != NULL;
}
