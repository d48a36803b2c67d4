/* dp-checks.c: running the checks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "review/dp-checks-private.h"

#include <string.h>
#include "text/dp-words.h"

struct _DpChecker
{
  DpHouse *house;
  DpLedger *ledger;
  GHashTable *folded; /* text to its folded form: those asked for in this run and the last */
  GPtrArray *findings;
  GHashTable *broken; /* (nullable) */
};

static void
finding_free (gpointer data)
{
  DpFinding *finding = data;

  g_free (finding->place);
  g_free (finding->object_id);
  g_free (finding->detail);
  g_free (finding);
}

DpChecker *
dp_checker_new (DpHouse *house,
                DpRankChecker *ranks)
{
  DpChecker *self = g_new0 (DpChecker, 1);

  self->house = house;
  self->ledger = dp_ledger_new (ranks);
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->findings = g_ptr_array_new_with_free_func (finding_free);
  return self;
}

void
dp_checker_free (DpChecker *self)
{
  g_clear_pointer (&self->broken, g_hash_table_unref);
  dp_ledger_free (self->ledger);
  g_hash_table_unref (self->folded);
  g_ptr_array_unref (self->findings);
  g_free (self);
}

static DpFinding *
add_finding (DpChecking *self,
             const char *detail,
             const char *object_id)
{
  DpFinding *finding = g_new0 (DpFinding, 1);
  DpWaiver *waiver = dp_case_find_waiver (self->dp_case, self->check->id);

  finding->check = self->check;
  finding->severity = self->severity;
  finding->object_id = g_strdup (object_id);
  finding->detail = g_strdup (detail != NULL ? detail : "");
  finding->waiver = waiver != NULL ? dp_waiver_get_reason (waiver) : NULL;
  g_ptr_array_add (self->findings, finding);
  return finding;
}

void
dp_checking_find (DpChecking *self,
                  const char *detail,
                  const char *object_id,
                  const char *place,
                  ...)
{
  DpFinding *finding = add_finding (self, detail, object_id);
  va_list list;

  va_start (list, place);
  finding->place = g_strdup_vprintf (place, list);
  va_end (list);
}

void
dp_checking_find_sentence (DpChecking *self,
                           const DpLedgerSentence *sentence,
                           const char *detail)
{
  DpFinding *finding = add_finding (self, detail, "");

  finding->place = g_strdup ("/disproof");
  finding->span = sentence->span;
}

const char *
dp_checking_fold (DpChecking *self,
                  const char *text)
{
  char *folded = g_hash_table_lookup (self->folded, text);

  if (folded == NULL)
    {
      folded = dp_words_fold (text, strlen (text));
      g_hash_table_insert (self->folded, g_strdup (text), folded);
    }
  return folded;
}

gpointer
dp_checking_get (GListModel *list,
                 guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (list, position);

  return item;
}

GPtrArray *
dp_checking_list_bearing (DpChecking *self,
                          DpClaim *claim,
                          DpStance stance)
{
  const char *const *ids = dp_claim_get_highlights (claim);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      GPtrArray *evidence = g_hash_table_lookup (self->bearings, ids[i]);

      for (guint j = 0; evidence != NULL && j < evidence->len; j++)
        {
          DpEvidence *piece = g_ptr_array_index (evidence, j);

          if ((stance == DP_STANCE_NONE || dp_evidence_get_stance (piece, ids[i]) == stance) && !g_ptr_array_find (found, piece, NULL))
            g_ptr_array_add (found, piece);
        }
    }
  return found;
}

static void
gather (DpChecking *self)
{
  GPtrArray *sentences = dp_ledger_get_sentences (self->ledger);
  GListModel *evidence = dp_case_list_evidence (self->dp_case);

  self->cited = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < sentences->len; i++)
    {
      const DpLedgerSentence *sentence = g_ptr_array_index (sentences, i);

      for (guint j = 0; sentence->keys[j] != NULL; j++)
        g_hash_table_add (self->cited, sentence->keys[j]);
    }
  self->bearings = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < g_list_model_get_n_items (evidence); i++)
    {
      DpEvidence *piece = dp_checking_get (evidence, i);
      GPtrArray *bearings = dp_evidence_get_bearings (piece);

      for (guint j = 0; j < bearings->len; j++)
        {
          const DpBearing *bearing = g_ptr_array_index (bearings, j);
          GPtrArray *list = g_hash_table_lookup (self->bearings, bearing->highlight);

          if (list == NULL)
            {
              list = g_ptr_array_new ();
              g_hash_table_insert (self->bearings, bearing->highlight, list);
            }
          g_ptr_array_add (list, piece);
        }
    }
}

/* The strictest first; a stable order else. */
static int
compare (gconstpointer a,
         gconstpointer b)
{
  const DpFinding *one = *(const DpFinding *const *) a;
  const DpFinding *other = *(const DpFinding *const *) b;

  if ((one->waiver == NULL) != (other->waiver == NULL))
    return one->waiver == NULL ? -1 : 1;
  return (int) other->severity - (int) one->severity;
}

void
dp_checker_run (DpChecker *self,
                DpCase *dp_case,
                GFile *folder,
                const char *today)
{
  DpChecking checking = { dp_case, folder, today, self->house, self->ledger };
  guint n_checks;
  const DpCheck *checks = dp_checks_get_all (&n_checks);

  dp_ledger_update (self->ledger, dp_case);
  g_ptr_array_set_size (self->findings, 0);
  /* Texts that were edited would pile up. */
  if (g_hash_table_size (self->folded) > 4096)
    g_hash_table_remove_all (self->folded);
  checking.broken = self->broken;
  checking.folded = self->folded;
  checking.findings = self->findings;
  gather (&checking);
  for (guint i = 0; i < n_checks; i++)
    {
      checking.check = &checks[i];
      checking.severity = dp_policy_get_severity (self->house->policy, checks[i].id, checks[i].severity, NULL);
      if (checking.severity != DP_SEVERITY_OFF)
        checks[i].run (&checking);
    }
  g_ptr_array_sort (self->findings, compare);
  g_hash_table_unref (checking.cited);
  g_hash_table_unref (checking.bearings);
}

void
dp_checker_set_broken_seals (DpChecker *self,
                             GHashTable *digests)
{
  g_clear_pointer (&self->broken, g_hash_table_unref);
  self->broken = digests != NULL ? g_hash_table_ref (digests) : NULL;
}

GPtrArray *
dp_checker_get_findings (DpChecker *self)
{
  return self->findings;
}

guint
dp_checker_count (DpChecker *self,
                  DpSeverity severity)
{
  guint n = 0;

  for (guint i = 0; i < self->findings->len; i++)
    {
      const DpFinding *finding = g_ptr_array_index (self->findings, i);

      n += finding->severity == severity && finding->waiver == NULL;
    }
  return n;
}

DpLedger *
dp_checker_get_ledger (DpChecker *self)
{
  return self->ledger;
}
