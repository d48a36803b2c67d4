/* dp-references.c: sources from references that other programs keep: CSL-JSON and RIS
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "formats/dp-references-private.h"

#include <string.h>
#include <glib/gi18n-lib.h>
#include "base/dp-date.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

GQuark
dp_references_error_quark (void)
{
  return g_quark_from_static_string ("dp-references-error");
}

gboolean
dp_reference_find_type (const DpReferenceType *types,
                        const char *name,
                        DpSourceKind *kind)
{
  for (; types->name != NULL; types++)
    {
      if (strcmp (types->name, name) == 0)
        {
          *kind = types->kind;
          return TRUE;
        }
    }

  return FALSE;
}

DpReferenceDraft *
dp_reference_draft_new (DpSourceKind kind)
{
  DpReferenceDraft *self = g_new0 (DpReferenceDraft, 1);

  self->piece = dp_evidence_new (DP_EVIDENCE_SOURCE);
  self->author = g_string_new (NULL);
  self->note = g_string_new (NULL);
  dp_evidence_set_source_kind (self->piece, kind);

  return self;
}

void
dp_reference_draft_free (DpReferenceDraft *self)
{
  g_clear_object (&self->piece);
  g_string_free (self->author, TRUE);
  g_string_free (self->note, TRUE);
  g_free (self);
}

DpEvidence *
dp_reference_draft_end (DpReferenceDraft *self)
{
  DpEvidence *piece = g_steal_pointer (&self->piece);

  dp_evidence_set_author (piece, self->author->str);
  dp_evidence_set_note (piece, self->note->str);
  dp_reference_draft_free (self);

  return piece;
}

gboolean
dp_reference_draft_set_date (DpReferenceDraft *self,
                             int year,
                             int month,
                             int day)
{
  g_autofree char *text = NULL;

  if (year < 1 || year > 9999 || month < 0 || month > 12 || day < 0 || (day > 0 && month == 0) ||
      (day > 0 && !g_date_valid_dmy ((GDateDay) MIN (day, 255), (GDateMonth) month, (GDateYear) year)))
    return FALSE;

  if (day > 0)
    text = g_strdup_printf ("%04d-%02d-%02d", year, month, day);
  else if (month > 0)
    text = g_strdup_printf ("%04d-%02d", year, month);
  else
    text = g_strdup_printf ("%04d", year);
  dp_evidence_set_date (self->piece, text);

  return TRUE;
}

void
dp_reference_draft_add_author (DpReferenceDraft *self,
                               const char *given,
                               const char *family)
{
  if (*given == '\0' && *family == '\0')
    return;
  if (self->author->len > 0)
    g_string_append (self->author, ", ");
  g_string_append_printf (self->author, "%s%s%s", given, *given != '\0' && *family != '\0' ? " " : "", family);
}

void
dp_reference_draft_add_note (DpReferenceDraft *self,
                             const char *line)
{
  if (self->note->len > 0 && *line != '\0')
    g_string_append_c (self->note, '\n');
  g_string_append (self->note, line);
}

void
dp_reference_draft_set_doi (DpReferenceDraft *self,
                            const char *doi)
{
  g_autofree char *link = NULL;

  if (*doi == '\0' || *dp_evidence_get_link (self->piece) != '\0')
    return;
  if (g_ascii_strncasecmp (doi, "doi:", 4) == 0)
    doi += 4;
  while (*doi == ' ')
    doi++;
  link = g_str_has_prefix (doi, "http") ? g_strdup (doi) : g_strconcat ("https://doi.org/", doi, NULL);
  dp_evidence_set_link (self->piece, link);
}

GPtrArray *
dp_references_read (const char *text,
                    gsize length,
                    GError **error)
{
  gsize start = 0;

  g_return_val_if_fail (text != NULL || length == 0, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (length > DP_REFERENCES_MAX_SIZE)
    {
      g_set_error_literal (error, DP_REFERENCES_ERROR, DP_REFERENCES_ERROR_SIZE, _ ("This is too long for a list of references; take fewer at a time"));
      return NULL;
    }
  if (length >= 3 && memcmp (text, BYTE_ORDER_MARK, 3) == 0)
    {
      text += 3;
      length -= 3;
    }
  while (start < length && g_ascii_isspace (text[start]))
    start++;
  if (start == length)
    {
      g_set_error_literal (error, DP_REFERENCES_ERROR, DP_REFERENCES_ERROR_SYNTAX, _ ("There is no reference in this text"));
      return NULL;
    }

  return text[start] == '[' || text[start] == '{' ? dp_csl_read (text, length, error) : dp_ris_read (text, length, error);
}
