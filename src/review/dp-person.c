/* dp-person.c: who works on a case
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "review/dp-person.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include "review/dp-review-error.h"

GQuark
dp_review_error_quark (void)
{
  return g_quark_from_static_string ("dp-review-error-quark");
}

/* Enough to tell an address from something else, not more: who receives mail is not known here. */
static gboolean
is_address (const char *email)
{
  const char *at = strchr (email, '@');

  return at != NULL && at != email && at[1] != '\0' && strchr (at + 1, '@') == NULL &&
         strpbrk (email, " \t\r\n<>,;\"") == NULL;
}

static char *
dup_trimmed (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);

  return g_strdup (g_strstrip (valid));
}

DpPerson *
dp_person_new (const char *name,
               const char *email,
               const char *organisation,
               GError **error)
{
  g_autoptr (DpPerson) self = g_new0 (DpPerson, 1);

  self->name = dup_trimmed (name);
  self->email = dup_trimmed (email);
  self->organisation = dup_trimmed (organisation);
  if (*self->name == '\0')
    {
      g_set_error_literal (error, DP_REVIEW_ERROR, DP_REVIEW_ERROR_PERSON, _ ("Say who you are: a name is needed"));
      return NULL;
    }
  if (*self->email != '\0' && !is_address (self->email))
    {
      g_set_error (error, DP_REVIEW_ERROR, DP_REVIEW_ERROR_PERSON, _ ("“%s” is no e-mail address"), self->email);
      return NULL;
    }
  return g_steal_pointer (&self);
}

DpPerson *
dp_person_parse (const char *text,
                 GError **error)
{
  const char *open = strrchr (text, '<');
  const char *close = strrchr (text, '>');
  g_autofree char *name = NULL;
  g_autofree char *email = NULL;

  if (open == NULL || close == NULL || close < open)
    return dp_person_new (text, "", "", error);

  name = g_strndup (text, open - text);
  email = g_strndup (open + 1, close - open - 1);
  return dp_person_new (name, email, "", error);
}

DpPerson *
dp_person_from_environment (GError **error)
{
  return dp_person_new (g_getenv ("DISPROOF_NAME"), g_getenv ("DISPROOF_EMAIL"), g_getenv ("DISPROOF_ORGANISATION"), error);
}

DpPerson *
dp_person_of_entry (DpEntry *entry)
{
  return dp_person_new (dp_entry_get_name (entry), dp_entry_get_email (entry), dp_entry_get_organisation (entry), NULL);
}

DpPerson *
dp_person_copy (const DpPerson *self)
{
  DpPerson *copy = g_new0 (DpPerson, 1);

  copy->name = g_strdup (self->name);
  copy->email = g_strdup (self->email);
  copy->organisation = g_strdup (self->organisation);
  return copy;
}

void
dp_person_free (DpPerson *self)
{
  g_free (self->name);
  g_free (self->email);
  g_free (self->organisation);
  g_free (self);
}

/* (transfer full): names are the same that look the same */
static char *
dup_folded (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);

  return g_utf8_casefold (normal != NULL ? normal : text, -1);
}

gboolean
dp_person_is_same (const DpPerson *a,
                   const DpPerson *b)
{
  gboolean have_addresses = *a->email != '\0' && *b->email != '\0';
  g_autofree char *one = dup_folded (have_addresses ? a->email : a->name);
  g_autofree char *other = dup_folded (have_addresses ? b->email : b->name);

  return g_str_equal (one, other);
}
