/* dp-table-take.c: a table that was looked at, written where tables are kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference/dp-table-proposal.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/dp-file.h"
#include "reference/dp-csv.h"
#include "reference/dp-ranking-table.h"

static const char *const columns[] = { "index", "edition", "iso3", "country", "rank", "ranked_total", "score", "scale_min", "scale_max", "rank_kind", "rank_alt", "score_alt", "data_year", "trust", "note", "link", "status" };

static void
append_field (GString *text,
              const char *field,
              gboolean is_first)
{
  if (!is_first)
    g_string_append_c (text, ',');
  if (strpbrk (field, ",\"\r\n") == NULL)
    {
      g_string_append (text, field);
      return;
    }
  g_string_append_c (text, '"');
  for (; *field != '\0'; field++)
    {
      if (*field == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *field);
    }
  g_string_append_c (text, '"');
}

static void
append_record (GString *text,
               const char *const *fields)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    append_field (text, fields[i], i == 0);
  g_string_append_c (text, '\n');
}

static void
append_row (GString *text,
            DpTableProposal *self,
            const DpTableRow *row)
{
  g_autofree char *rank = row->rank > 0 ? g_strdup_printf ("%u", row->rank) : g_strdup ("");
  g_autofree char *total = row->total > 0 ? g_strdup_printf ("%u", row->total) : g_strdup ("");
  gboolean has_scale = *self->scale_max != '\0';
  const char *kind = row->rank == 0 ? "none" : self->has_derived_ranks ? "derived"
                                                                       : "published";
  const char *const fields[] = { self->index, row->edition, row->iso3, row->country, rank, total, row->score, has_scale ? self->scale_min : "", has_scale ? self->scale_max : "", kind, row->rank_alt, "", "", "B", "", "", "" };

  G_STATIC_ASSERT (G_N_ELEMENTS (fields) == G_N_ELEMENTS (columns));
  append_record (text, fields);
}

static gboolean
has_edition (DpTableProposal *self,
             const char *edition)
{
  for (guint i = 0; i < self->editions->len; i++)
    {
      if (strcmp (self->editions->pdata[i], edition) == 0)
        return TRUE;
    }

  return FALSE;
}

/* What the file held of other editions. */
static void
append_others (GString *text,
               DpTableProposal *self,
               DpCsv *old)
{
  int edition = dp_csv_find_column (old, "edition");

  for (guint i = 0; i < dp_csv_get_n_rows (old); i++)
    {
      const char *fields[G_N_ELEMENTS (columns)];

      if (edition < 0 || has_edition (self, dp_csv_get (old, i, edition)))
        continue;
      for (guint j = 0; j < G_N_ELEMENTS (columns); j++)
        {
          int column = dp_csv_find_column (old, columns[j]);

          fields[j] = column >= 0 ? dp_csv_get (old, i, column) : "";
        }
      append_record (text, fields);
    }
}

gboolean
dp_table_proposal_take (DpTableProposal *self,
                        GFile *folder,
                        GError **error)
{
  g_autofree char *name = g_strconcat (self->index, ".csv", NULL);
  g_autofree char *old_name = g_strconcat (name, ".old", NULL);
  g_autoptr (GFile) file = g_file_get_child (folder, name);
  g_autoptr (GFile) old_file = g_file_get_child (folder, old_name);
  g_autoptr (GFile) catalogue = g_file_get_child (folder, "catalogue.json");
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) old_bytes = NULL;
  g_autoptr (DpCsv) old = NULL;
  g_autoptr (GError) local_error = NULL;

  if (self->refuses)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("The table cannot be taken as it is."));
      return FALSE;
    }
  if (g_file_query_exists (catalogue, NULL))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_EXISTS, _ ("This folder has a catalogue of its own; take the table into another one."));
      return FALSE;
    }
  if (!g_file_make_directory_with_parents (folder, NULL, &local_error) && !g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  append_record (text, columns);
  if (g_file_query_exists (file, NULL))
    {
      old_bytes = dp_file_read (file, DP_CSV_MAX_SIZE, NULL, error);
      if (old_bytes == NULL)
        return FALSE;
      old = dp_csv_read (g_bytes_get_data (old_bytes, NULL), g_bytes_get_size (old_bytes), NULL);
      if (old != NULL)
        append_others (text, self, old);
    }
  for (guint i = 0; i < self->rows->len; i++)
    append_row (text, self, self->rows->pdata[i]);

  if (old_bytes != NULL && !dp_file_replace (old_file, old_bytes, NULL, NULL, error))
    return FALSE;
  bytes = g_string_free_to_bytes (g_steal_pointer (&text));

  return dp_file_replace (file, bytes, NULL, NULL, error);
}
