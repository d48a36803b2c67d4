/* dp-agreement.c: how far a team's verdicts agree, where two people gave them without knowing the other's
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "review/dp-agreement.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include "base/dp-file.h"
#include "base/dp-json.h"
#include "model/dp-case-file.h"
#include "review/dp-moves.h"
#include "review/dp-person.h"

struct _DpAgreement
{
  DpAgreementFigures figures; /* but alpha */
  GHashTable *columns;        /* from a value to its number, from 1 */
  GArray *totals;             /* (element-type double): of each value, by its number: n with index c */
  double n;                   /* of all pairable values */
  double apart;               /* of the coincidences, those of two different values */
};

DpAgreement *
dp_agreement_new (void)
{
  DpAgreement *self = g_new0 (DpAgreement, 1);

  self->columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->totals = g_array_new (FALSE, TRUE, sizeof (double));
  return self;
}

void
dp_agreement_free (DpAgreement *self)
{
  g_hash_table_unref (self->columns);
  g_array_unref (self->totals);
  g_free (self);
}

static guint
get_column (DpAgreement *self,
            const char *value)
{
  guint column = GPOINTER_TO_UINT (g_hash_table_lookup (self->columns, value));

  if (column == 0)
    {
      column = g_hash_table_size (self->columns) + 1;
      g_hash_table_insert (self->columns, g_strdup (value), GUINT_TO_POINTER (column));
      g_array_set_size (self->totals, column);
    }
  return column - 1;
}

/* The coincidences of a unit are its ordered pairs of values, each divided by the number of values less
 * one, so that each value counts once. */
void
dp_agreement_add_unit (DpAgreement *self,
                       const char *const *values)
{
  guint n = g_strv_length ((char **) values);
  guint n_apart = 0;

  if (n < 2)
    return;

  for (guint i = 0; i < n; i++)
    {
      guint column = get_column (self, values[i]); /* may move the totals */

      g_array_index (self->totals, double, column) += 1;
      for (guint j = 0; j < n; j++)
        n_apart += !g_str_equal (values[i], values[j]);
    }
  self->n += n;
  self->apart += (double) n_apart / (n - 1);
}

static gboolean
has_given (GPtrArray *people,
           const DpPerson *person)
{
  for (guint i = 0; i < people->len; i++)
    if (dp_person_is_same (g_ptr_array_index (people, i), person))
      return TRUE;
  return FALSE;
}

/* One unit: the verdict that the case had, and those that were given while it had it. */
static void
end_unit (DpAgreement *self,
          GPtrArray *unit)
{
  if (unit->len > 1)
    {
      g_ptr_array_add (unit, NULL);
      dp_agreement_add_unit (self, (const char *const *) unit->pdata);
    }
  g_ptr_array_set_size (unit, 0);
}

void
dp_agreement_add_case (DpAgreement *self,
                       DpCase *dp_case)
{
  GListModel *entries = dp_case_list_entries (dp_case);
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func ((GDestroyNotify) dp_person_free);
  g_autoptr (GPtrArray) unit = g_ptr_array_new (); /* borrowed from the entries, which the case keeps */
  guint n_checks = self->figures.n_checks;

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (DpEntry) entry = g_list_model_get_item (entries, i);
      const char *case_verdict = dp_entry_get_case_verdict (entry);
      const char *verdict = dp_entry_get_verdict (entry);
      g_autoptr (DpPerson) who = NULL;

      if (!g_str_equal (dp_entry_get_what (entry), dp_move_to_nick (DP_MOVE_CROSS_CHECK)) || *case_verdict == '\0' || *verdict == '\0')
        continue;
      who = dp_person_of_entry (entry);
      if (who == NULL || has_given (people, who))
        continue;
      g_ptr_array_add (people, g_steal_pointer (&who));
      if (unit->len > 0 && !g_str_equal (g_ptr_array_index (unit, 0), case_verdict))
        end_unit (self, unit);
      if (unit->len == 0)
        g_ptr_array_add (unit, (gpointer) case_verdict);
      g_ptr_array_add (unit, (gpointer) verdict);
      self->figures.n_checks++;
      self->figures.n_agree += g_str_equal (case_verdict, verdict);
    }
  end_unit (self, unit);
  self->figures.n_cases += self->figures.n_checks > n_checks;
}

/* Most cases have no cross-check, and need not be understood to see that. */
static void
add_folder (DpAgreement *self,
            GFile *folder,
            GCancellable *cancellable)
{
  static const char needle[] = "\"cross-check\"";
  g_autoptr (GFile) file = g_file_get_child (folder, DP_CASE_FILE_NAME);
  g_autoptr (GBytes) bytes = dp_file_read (file, DP_JSON_MAX_SIZE, cancellable, NULL);
  g_autoptr (DpCase) dp_case = NULL;

  if (bytes == NULL || memmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), needle, strlen (needle)) == NULL)
    return;
  dp_case = dp_case_read (folder, NULL);
  if (dp_case != NULL)
    dp_agreement_add_case (self, dp_case);
}

gboolean
dp_agreement_add_library (DpAgreement *self,
                          GFile *library,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (library, G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, cancellable, error);
  GFileInfo *info;
  GFile *child;

  if (children == NULL)
    return FALSE;
  for (;;)
    {
      if (!g_file_enumerator_iterate (children, &info, &child, cancellable, error))
        return FALSE;
      if (info == NULL)
        return TRUE;
      if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY && *g_file_info_get_name (info) != '.')
        add_folder (self, child, cancellable);
    }
}

DpAgreementFigures
dp_agreement_get_figures (DpAgreement *self)
{
  DpAgreementFigures figures = self->figures;
  double expected = self->n * self->n;

  for (guint i = 0; i < self->totals->len; i++)
    {
      double total = g_array_index (self->totals, double, i);

      expected -= total * total;
    }
  figures.has_alpha = expected > 0;
  figures.alpha = figures.has_alpha ? 1 - (self->n - 1) * self->apart / expected : 0;
  return figures;
}

char *
dp_agreement_dup_sentence (const DpAgreementFigures *figures)
{
  g_autofree char *checks = NULL;
  g_autofree char *agree = NULL;

  if (figures->n_checks == 0)
    return g_strdup (_ ("No case has been cross-checked yet"));

  checks = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u verdict was given blind", "%u verdicts were given blind", figures->n_checks), figures->n_checks);
  agree = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u agrees (%.0f %%)", "%u agree (%.0f %%)", figures->n_agree), figures->n_agree, 100.0 * figures->n_agree / figures->n_checks);
  if (!figures->has_alpha)
    /* Translators: both are whole phrases: "3 verdicts were given blind", "3 agree (100 %)" */
    return g_strdup_printf (_ ("%s; %s. Whether more than by chance cannot be told: all of them are the same"), checks, agree);
  /* Translators: two whole phrases, "12 verdicts were given blind", "10 agree (83 %)", and a number */
  return g_strdup_printf (_ ("%s; %s. Krippendorff’s alpha, which leaves out agreement by chance, is %.2f"), checks, agree, figures->alpha);
}
