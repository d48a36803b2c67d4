/* dp-references-ris.c: references in RIS
 *
 * A line is a tag of two characters, two blanks, a hyphen, a blank and a value. A reference goes
 * from TY to ER. A line without a tag goes on with the value before it, as some programs break
 * long ones.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "formats/dp-references-private.h"

#include <stdlib.h>
#include <string.h>
#include <glib/gi18n-lib.h>

static const DpReferenceType types[] = {
  { "BILL", DP_SOURCE_OFFICIAL },
  { "CASE", DP_SOURCE_OFFICIAL },
  { "CONF", DP_SOURCE_RESEARCH },
  { "CPAPER", DP_SOURCE_RESEARCH },
  { "EJOUR", DP_SOURCE_RESEARCH },
  { "GOVDOC", DP_SOURCE_OFFICIAL },
  { "HEAR", DP_SOURCE_OFFICIAL },
  { "JOUR", DP_SOURCE_RESEARCH },
  { "LEGAL", DP_SOURCE_OFFICIAL },
  { "MGZN", DP_SOURCE_MEDIA },
  { "NEWS", DP_SOURCE_MEDIA },
  { "STAT", DP_SOURCE_OFFICIAL },
  { "THES", DP_SOURCE_RESEARCH },
  { NULL, DP_SOURCE_OTHER },
};

typedef struct
{
  /* In progress. */
  DpReferenceDraft *draft; /* (owned) (nullable): the reference that has begun */
  guint began;             /* its line */
  char tag[3];             /* of the value at hand; "" for none */
  guint line;              /* where that value began */
  GString *value;
  GString *container; /* wins over the publisher */
  GString *publisher;
  GString *doi;
  /* Results. */
  GPtrArray *pieces; /* (element-type DpEvidence) */
} Reading;

static void
reading_clear (Reading *self)
{
  g_clear_pointer (&self->draft, dp_reference_draft_free);
  g_string_free (self->value, TRUE);
  g_string_free (self->container, TRUE);
  g_string_free (self->publisher, TRUE);
  g_string_free (self->doi, TRUE);
  g_clear_pointer (&self->pieces, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static gboolean
fail (guint line,
      DpReferencesError code,
      GError **error,
      const char *message)
{
  /* Translators: a number, and what is wrong there */
  g_set_error (error, DP_REFERENCES_ERROR, code, _ ("Line %u: %s"), line, message);

  return FALSE;
}

/* "Family, Given" or "Family, Given, Suffix", or a name in one piece */
static void
add_author (DpReferenceDraft *draft,
            const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value, ",", 3);
  guint n = g_strv_length (parts);
  g_autofree char *family = NULL;

  for (guint i = 0; i < n; i++)
    g_strstrip (parts[i]);
  family = n == 3 && *parts[2] != '\0' ? g_strdup_printf ("%s %s", parts[0], parts[2]) : g_strdup (n > 0 ? parts[0] : "");
  dp_reference_draft_add_author (draft, n > 1 ? parts[1] : "", family);
}

/* "2022", "2022/01", "2022/01/08/", and what a person added behind the third slash; the more exact
 * of several lines counts */
static gboolean
set_date (DpReferenceDraft *draft,
          const char *value,
          guint line,
          GError **error)
{
  g_auto (GStrv) parts = g_strsplit_set (value, "/-", 4);
  g_autofree char *before = g_strdup (dp_evidence_get_date (draft->piece));
  int numbers[3] = { 0 };

  if (!g_ascii_isdigit (value[0]))
    {
      dp_reference_draft_add_note (draft, value);
      return TRUE;
    }
  for (guint i = 0; i < 3 && parts[i] != NULL && *g_strstrip (parts[i]) != '\0'; i++)
    {
      guint64 number;

      if (!g_ascii_string_to_unsigned (parts[i], 10, 1, 9999, &number, NULL))
        return fail (line, DP_REFERENCES_ERROR_INVALID, error, _ ("This should be a date such as 2022/01/08"));
      numbers[i] = (int) number;
    }
  if (!dp_reference_draft_set_date (draft, numbers[0], numbers[1], numbers[2]))
    return fail (line, DP_REFERENCES_ERROR_INVALID, error, _ ("There is no such day"));
  if (strlen (before) > strlen (dp_evidence_get_date (draft->piece)))
    dp_evidence_set_date (draft->piece, before);

  return TRUE;
}

static gboolean
is_tag (const Reading *self,
        const char *tags)
{
  for (const char *p = tags; *p != '\0'; p += 3)
    {
      if (strncmp (p, self->tag, 2) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Takes the value at hand into the reference. */
static gboolean
end_value (Reading *self,
           GError **error)
{
  const char *value;

  if (self->tag[0] == '\0' || self->draft == NULL)
    return TRUE;

  value = g_strstrip (self->value->str);
  if (*value == '\0')
    return TRUE;
  if (is_tag (self, "TI T1 CT ") && *dp_evidence_get_title (self->draft->piece) == '\0')
    dp_evidence_set_title (self->draft->piece, value);
  else if (is_tag (self, "UR ") && *dp_evidence_get_link (self->draft->piece) == '\0')
    dp_evidence_set_link (self->draft->piece, value);
  else if (is_tag (self, "AU A1 "))
    add_author (self->draft, value);
  else if (is_tag (self, "T2 JO JF ") && self->container->len == 0)
    g_string_assign (self->container, value);
  else if (is_tag (self, "PB "))
    g_string_assign (self->publisher, value);
  else if (is_tag (self, "DO "))
    g_string_assign (self->doi, value);
  else if (is_tag (self, "N1 "))
    dp_reference_draft_add_note (self->draft, value);
  else if (is_tag (self, "PY Y1 DA "))
    return set_date (self->draft, value, self->line, error);

  return TRUE;
}

static gboolean
end_reference (Reading *self,
               GError **error)
{
  dp_evidence_set_publisher (self->draft->piece, self->container->len > 0 ? self->container->str : self->publisher->str);
  dp_reference_draft_set_doi (self->draft, self->doi->str);
  if (*dp_evidence_get_title (self->draft->piece) == '\0' && *dp_evidence_get_link (self->draft->piece) == '\0')
    return fail (self->began, DP_REFERENCES_ERROR_INVALID, error, _ ("This reference has neither title nor link"));

  g_ptr_array_add (self->pieces, dp_reference_draft_end (g_steal_pointer (&self->draft)));
  g_string_truncate (self->container, 0);
  g_string_truncate (self->publisher, 0);
  g_string_truncate (self->doi, 0);
  self->tag[0] = '\0';

  return TRUE;
}

static gboolean
begin_reference (Reading *self,
                 const char *type,
                 guint line,
                 GError **error)
{
  g_autofree char *name = g_strstrip (g_strdup (type));
  DpSourceKind kind = DP_SOURCE_OTHER;

  if (self->draft != NULL)
    return fail (line, DP_REFERENCES_ERROR_SYNTAX, error, _ ("A reference begins here before the one above has ended with “ER”"));
  if (self->pieces->len == DP_REFERENCES_MAX)
    return fail (line, DP_REFERENCES_ERROR_SIZE, error, _ ("This is too long for a list of references; take fewer at a time"));

  dp_reference_find_type (types, name, &kind);
  self->draft = dp_reference_draft_new (kind);
  self->began = line;

  return TRUE;
}

/* Two characters, two blanks and a hyphen; the blank behind it is lost at times where the value is empty. */
static gboolean
has_tag (const char *line)
{
  return g_ascii_isupper (line[0]) && (g_ascii_isupper (line[1]) || g_ascii_isdigit (line[1])) &&
         strncmp (line + 2, "  -", 3) == 0 && (line[5] == ' ' || line[5] == '\0');
}

static gboolean
read_line (Reading *self,
           const char *text,
           guint line,
           GError **error)
{
  const char *value;

  if (!has_tag (text))
    {
      if (strspn (text, " \t") == strlen (text))
        return TRUE;
      if (self->tag[0] == '\0')
        return fail (line, DP_REFERENCES_ERROR_SYNTAX, error, _ ("A line of RIS begins like “TY  - NEWS”"));
      g_string_append_printf (self->value, " %s", text);
      return TRUE;
    }

  if (!end_value (self, error))
    return FALSE;
  value = text[5] == ' ' ? text + 6 : "";
  if (g_str_has_prefix (text, "TY") && !begin_reference (self, value, line, error))
    return FALSE;
  if (self->draft == NULL)
    return fail (line, DP_REFERENCES_ERROR_SYNTAX, error, _ ("A reference of RIS begins with “TY  - ” and its type"));
  if (g_str_has_prefix (text, "ER"))
    return end_reference (self, error);

  memcpy (self->tag, text, 2);
  self->line = line;
  g_string_assign (self->value, value);

  return TRUE;
}

/* The length of the line at @text, and of what ends it. */
static gsize
measure_line (const char *text,
              gsize *ending)
{
  gsize length = strcspn (text, "\r\n");

  *ending = text[length] == '\0' ? 0 : text[length] == '\r' && text[length + 1] == '\n' ? 2
                                                                                        : 1;

  return length;
}

GPtrArray *
dp_ris_read (const char *text,
             gsize length,
             GError **error)
{
  g_auto (Reading) reading = { 0 };
  g_autofree char *copy = NULL;
  const char *invalid;
  guint line = 1;
  gsize n, ending;

  reading.value = g_string_new (NULL);
  reading.container = g_string_new (NULL);
  reading.publisher = g_string_new (NULL);
  reading.doi = g_string_new (NULL);
  reading.pieces = g_ptr_array_new_with_free_func (g_object_unref);
  if (!g_utf8_validate_len (text, length, &invalid))
    {
      for (const char *p = text; p < invalid; p++)
        line += *p == '\n';
      fail (line, DP_REFERENCES_ERROR_SYNTAX, error, _ ("This is no text in UTF-8"));
      return NULL;
    }

  copy = g_strndup (text, length);
  for (const char *p = copy; *p != '\0'; p += n + ending, line++)
    {
      g_autofree char *one = NULL;

      n = measure_line (p, &ending);
      one = g_strndup (p, n);
      if (!read_line (&reading, one, line, error))
        return NULL;
    }
  if (reading.draft != NULL)
    {
      fail (reading.began, DP_REFERENCES_ERROR_SYNTAX, error, _ ("The reference that begins here does not end with “ER”"));
      return NULL;
    }

  return g_steal_pointer (&reading.pieces);
}
