/* test-narratives.c: the tree of narratives: those that are shipped, and the library's own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference/dp-narratives.h"

#include <string.h>

#include <glib/gstdio.h>

#include "base/dp-json.h"
#include "base/dp-paths.h"
#include "reference/dp-narratives-change.h"

static const char *const english[] = { "en", NULL };
static const char *const german[] = { "de_DE.UTF-8", "de_DE", "de", "C", NULL };

typedef struct
{
  char *folder;
  GFile *shipped;
  GFile *own;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autofree char *shipped = dp_paths_data ("narratives.json");

  fixture->folder = g_dir_make_tmp ("dp-narratives-XXXXXX", NULL);
  fixture->shipped = g_file_new_for_path (shipped);
  fixture->own = g_file_new_build_filename (fixture->folder, "narratives.json", NULL);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_file_delete (fixture->own, NULL, NULL);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_object_unref (fixture->shipped);
  g_object_unref (fixture->own);
  g_free (fixture->folder);
}

static DpNarratives *
open_narratives (Fixture *fixture,
                 const char *const *languages)
{
  g_autoptr (GError) error = NULL;
  DpNarratives *narratives = dp_narratives_new (fixture->shipped, fixture->own, languages, &error);

  g_assert_no_error (error);

  return narratives;
}

static void
write_own (Fixture *fixture,
           const char *text)
{
  g_assert_true (g_file_set_contents (g_file_peek_path (fixture->own), text, -1, NULL));
}

static char *
read_own (Fixture *fixture)
{
  char *text;

  g_assert_true (g_file_get_contents (g_file_peek_path (fixture->own), &text, NULL, NULL));

  return text;
}

static void
test_shipped (Fixture *fixture,
              gconstpointer data)
{
  const char *const *const languages[] = { english, german };

  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    {
      g_autoptr (DpNarratives) narratives = open_narratives (fixture, languages[l]);
      guint n = g_list_model_get_n_items (G_LIST_MODEL (narratives));
      guint n_top = 0;

      g_assert_cmpuint (n, >=, 40);
      for (guint i = 0; i < n; i++)
        {
          g_autoptr (DpNarrative) narrative = g_list_model_get_item (G_LIST_MODEL (narratives), i);
          const char *parent = dp_narrative_get_parent_id (narrative);

          g_assert_cmpstr (dp_narrative_get_label (narrative), !=, "");
          g_assert_cmpstr (dp_narrative_get_definition (narrative), !=, "");
          g_assert_false (dp_narrative_is_own (narrative));
          g_assert_true (dp_narratives_lookup (narratives, dp_narrative_get_id (narrative)) == narrative);
          n_top += *parent == '\0';

          /* What is seen side by side differs. */
          for (guint k = 0; k < n; k++)
            {
              g_autoptr (DpNarrative) other = g_list_model_get_item (G_LIST_MODEL (narratives), k);
              gboolean is_sister = k != i && strcmp (dp_narrative_get_parent_id (other), parent) == 0;
              gboolean is_parent = strcmp (dp_narrative_get_id (other), parent) == 0;

              if ((is_sister && *parent != '\0') || is_parent)
                g_assert_cmpuint (dp_narrative_get_colour (other), !=, dp_narrative_get_colour (narrative));
              if (is_parent)
                g_assert_cmpuint (k, <, i);
            }
        }
      g_assert_cmpuint (n_top, >=, 8);
    }
}

static void
assert_first (DpNarratives *narratives,
              const char *letters,
              const char *id)
{
  g_autoptr (GPtrArray) found = dp_narratives_search (narratives, letters);

  if (id == NULL)
    {
      g_assert_cmpuint (found->len, ==, 0);
      return;
    }

  g_assert_cmpuint (found->len, >, 0);
  g_assert_cmpstr (dp_narrative_get_id (found->pdata[0]), ==, id);
}

/* The tree that is shipped: two levels, several topics, each narrative with a definition in English and a label in
 * six languages. */
static void
test_starter (Fixture *fixture,
              gconstpointer data)
{
  static const char *const languages[] = { "en", "de", "fr", "es", "ru", "uk" };
  g_autoptr (DpNarratives) narratives = open_narratives (fixture, english);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (narratives));
  guint n_top = 0;

  g_assert_cmpuint (n, >=, 40);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (DpNarrative) narrative = g_list_model_get_item (G_LIST_MODEL (narratives), i);
      const DpNarrativeDetails *details = dp_narrative_get_details (narrative);
      DpNarrative *parent = dp_narratives_lookup (narratives, dp_narrative_get_parent_id (narrative));
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint k = 0; k < details->labels->len; k++)
        {
          const DpNarrativeText *text = g_ptr_array_index (details->labels, k);

          g_assert_cmpstr (text->text, !=, "");
          g_hash_table_add (seen, text->note);
        }
      for (guint k = 0; k < G_N_ELEMENTS (languages); k++)
        g_assert_true (g_hash_table_contains (seen, languages[k]));
      g_assert_cmpuint (strlen (dp_narrative_get_definition (narrative)), >, 40);
      if (parent != NULL)
        g_assert_cmpstr (dp_narrative_get_parent_id (parent), ==, "");
      n_top += parent == NULL;
    }
  g_assert_cmpuint (n_top, >=, 6);
  g_assert_cmpuint (n - n_top, >=, n_top * 2);
}

/* What the library changes. */

static DpNarratives *
apply (Fixture *fixture,
       DpNarratives *narratives,
       DpNarrativesChange *change,
       GError *error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (change->label, !=, "");
  bytes = dp_json_write (change->after);
  g_assert_true (g_file_set_contents (g_file_peek_path (fixture->own), g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL));
  g_assert_true (dp_narratives_reload (narratives, &error));
  g_assert_no_error (error);
  dp_narratives_change_free (change);
  return narratives;
}

static void
test_rename (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (DpNarratives) narratives = open_narratives (fixture, english);
  g_autoptr (DpNarratives) in_german = NULL;
  g_autoptr (GError) error = NULL;
  DpNarrative *narrative;
  const DpNarrativeText *former;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (narratives));

  apply (fixture, narratives, dp_narratives_plan_rename (narratives, "elections/rigged", " The vote is fixed ", "2026-01-10", &error), error);
  narrative = dp_narratives_lookup (narratives, "elections/rigged");
  g_assert_cmpstr (dp_narrative_get_label (narrative), ==, "The vote is fixed");
  g_assert_cmpuint (dp_narrative_get_details (narrative)->former->len, ==, 1);
  former = g_ptr_array_index (dp_narrative_get_details (narrative)->former, 0);
  g_assert_cmpstr (former->text, ==, "Elections are rigged");
  g_assert_cmpstr (former->note, ==, "2026-01-10");
  g_assert_true (dp_narrative_has_label (narrative, "Wahlen sind manipuliert"));
  g_assert_false (dp_narrative_has_label (narrative, "Elections are rigged"));
  /* It stands where it stood, and is found by its old name. */
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (narratives)), ==, n);
  g_assert_cmpstr (dp_narrative_get_parent_id (narrative), ==, "elections");
  assert_first (narratives, "elections rigged", "elections/rigged");
  in_german = open_narratives (fixture, german);
  g_assert_cmpstr (dp_narrative_get_label (dp_narratives_lookup (in_german, "elections/rigged")), ==, "Wahlen sind manipuliert");

  g_assert_null (dp_narratives_plan_rename (narratives, "elections/rigged", "The vote is fixed", "2026-01-11", &error));
  g_assert_error (error, DP_NARRATIVES_ERROR, DP_NARRATIVES_ERROR_SAME);
  g_clear_error (&error);
  g_assert_null (dp_narratives_plan_rename (narratives, "elections/rigged", "Elections will be CANCELLED", "2026-01-11", &error));
  g_assert_error (error, DP_NARRATIVES_ERROR, DP_NARRATIVES_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_null (dp_narratives_plan_rename (narratives, "no-such", "X", "2026-01-11", &error));
  g_assert_error (error, DP_NARRATIVES_ERROR, DP_NARRATIVES_ERROR_UNKNOWN);
}

/* Where no language is set, English is written. */
static void
test_no_language (Fixture *fixture,
                  gconstpointer data)
{
  static const char *const none[] = { "C.UTF-8", "C", NULL };
  g_autoptr (DpNarratives) narratives = open_narratives (fixture, none);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  apply (fixture, narratives, dp_narratives_plan_rename (narratives, "media", "Nothing is true", "2026-01-10", &error), error);
  g_object_unref (dp_narratives_add (narratives, "New", "", "", &error));
  g_assert_no_error (error);
  g_assert_cmpstr (dp_narrative_get_label (dp_narratives_lookup (narratives, "media")), ==, "Nothing is true");
  text = read_own (fixture);
  g_assert_null (strstr (text, "\"C"));
}

static void
test_move (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (DpNarratives) narratives = open_narratives (fixture, english);
  g_autoptr (GError) error = NULL;

  apply (fixture, narratives, dp_narratives_plan_move (narratives, "elections/rigged", "media", &error), error);
  g_assert_true (dp_narratives_is_under (narratives, "elections/rigged", "media"));
  apply (fixture, narratives, dp_narratives_plan_move (narratives, "elections/rigged", NULL, &error), error);
  g_assert_cmpstr (dp_narrative_get_parent_id (dp_narratives_lookup (narratives, "elections/rigged")), ==, "");
  g_assert_null (dp_narratives_plan_move (narratives, "media", "media/censorship", &error));
  g_assert_error (error, DP_NARRATIVES_ERROR, DP_NARRATIVES_ERROR_CIRCLE);
  g_clear_error (&error);
  g_assert_null (dp_narratives_plan_move (narratives, "media", "media", &error));
  g_assert_error (error, DP_NARRATIVES_ERROR, DP_NARRATIVES_ERROR_CIRCLE);
  g_clear_error (&error);
  g_assert_null (dp_narratives_plan_move (narratives, "media", "no-such", &error));
  g_assert_error (error, DP_NARRATIVES_ERROR, DP_NARRATIVES_ERROR_UNKNOWN);
}

static void
test_merge (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (DpNarratives) narratives = open_narratives (fixture, english);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) with_retired = NULL;
  g_autoptr (GError) error = NULL;
  DpNarrative *old;

  g_object_unref (dp_narratives_add (narratives, "Stolen vote", "", "elections/rigged", &error));
  g_assert_no_error (error);
  g_assert_null (dp_narratives_plan_merge (narratives, "elections/rigged", "own/stolen-vote", "2026-01-10", &error));
  g_assert_error (error, DP_NARRATIVES_ERROR, DP_NARRATIVES_ERROR_CIRCLE);
  g_clear_error (&error);

  apply (fixture, narratives, dp_narratives_plan_merge (narratives, "elections/rigged", "elections/cancelled", "2026-01-10", &error), error);
  old = dp_narratives_lookup (narratives, "elections/rigged");
  g_assert_true (dp_narrative_is_retired (old));
  g_assert_cmpstr (dp_narrative_get_details (old)->replaced_by, ==, "elections/cancelled");
  g_assert_cmpstr (dp_narrative_get_details (old)->retired, ==, "2026-01-10");
  g_assert_cmpstr (dp_narrative_get_id (dp_narratives_resolve (narratives, "elections/rigged")), ==, "elections/cancelled");
  /* Its names lead to the other, what stood under it stands there, and nobody tags with it any more. */
  assert_first (narratives, "rigged", "elections/cancelled");
  g_assert_cmpstr (dp_narrative_get_parent_id (dp_narratives_lookup (narratives, "own/stolen-vote")), ==, "elections/cancelled");
  found = dp_narratives_search (narratives, "");
  with_retired = dp_narratives_search_all (narratives, "", TRUE);
  g_assert_cmpuint (found->len + 1, ==, with_retired->len);

  /* A chain of them. */
  apply (fixture, narratives, dp_narratives_plan_merge (narratives, "elections/cancelled", "media", "2026-01-11", &error), error);
  g_assert_cmpstr (dp_narrative_get_id (dp_narratives_resolve (narratives, "elections/rigged")), ==, "media");
  g_assert_null (dp_narratives_plan_merge (narratives, "unrest", "elections/rigged", "2026-01-11", &error));
  g_assert_error (error, DP_NARRATIVES_ERROR, DP_NARRATIVES_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (dp_narratives_plan_merge (narratives, "elections/rigged", "media", "2026-01-11", &error));
  g_assert_error (error, DP_NARRATIVES_ERROR, DP_NARRATIVES_ERROR_SAME);
}

static void
test_retire (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (DpNarratives) narratives = open_narratives (fixture, english);
  g_autoptr (GError) error = NULL;

  g_assert_null (dp_narratives_plan_retire (narratives, "media", "2026-01-10", &error));
  g_assert_error (error, DP_NARRATIVES_ERROR, DP_NARRATIVES_ERROR_CHILDREN);
  g_clear_error (&error);
  apply (fixture, narratives, dp_narratives_plan_retire (narratives, "media/censorship", "2026-01-10", &error), error);
  apply (fixture, narratives, dp_narratives_plan_retire (narratives, "media/staged-atrocities", "2026-01-10", &error), error);
  apply (fixture, narratives, dp_narratives_plan_retire (narratives, "media", "2026-01-10", &error), error);
  g_assert_true (dp_narrative_is_retired (dp_narratives_lookup (narratives, "media")));
  g_assert_true (dp_narratives_resolve (narratives, "media") == dp_narratives_lookup (narratives, "media"));
  apply (fixture, narratives, dp_narratives_plan_restore (narratives, "media", &error), error);
  g_assert_false (dp_narrative_is_retired (dp_narratives_lookup (narratives, "media")));
  g_assert_null (dp_narratives_plan_restore (narratives, "media", &error));
  g_assert_error (error, DP_NARRATIVES_ERROR, DP_NARRATIVES_ERROR_SAME);
}

static void
test_edit (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (DpNarratives) narratives = open_narratives (fixture, english);
  g_autoptr (GError) error = NULL;
  g_autofree char *facts = NULL;
  g_autofree char *aliases = NULL;
  DpNarrative *narrative;

  apply (fixture, narratives, dp_narratives_plan_edit (narratives, "media", DP_NARRATIVE_COUNTER_FACTS, "One.\n\n Two. ", &error), error);
  apply (fixture, narratives, dp_narratives_plan_edit (narratives, "media", DP_NARRATIVE_DEFINITION, "Другое определение", &error), error);
  apply (fixture, narratives, dp_narratives_plan_edit (narratives, "elections/rigged", DP_NARRATIVE_ALIASES, "Ballot stuffing\nStolen election", &error), error);
  narrative = dp_narratives_lookup (narratives, "media");
  g_assert_cmpstr (dp_narrative_get_definition (narrative), ==, "Другое определение");
  g_assert_cmpuint (g_strv_length (dp_narrative_get_details (narrative)->counter_facts), ==, 2);
  facts = dp_narratives_dup_field (narratives, "media", DP_NARRATIVE_COUNTER_FACTS);
  g_assert_cmpstr (facts, ==, "One.\nTwo.");
  aliases = dp_narratives_dup_field (narratives, "elections/rigged", DP_NARRATIVE_ALIASES);
  g_assert_cmpstr (aliases, ==, "Ballot stuffing\nStolen election");
  assert_first (narratives, "stuffing", "elections/rigged");
  assert_first (narratives, "Wahlbetrug", "elections/rigged");
  g_assert_null (dp_narratives_plan_edit (narratives, "media", DP_NARRATIVE_COUNTER_FACTS, facts, &error));
  g_assert_error (error, DP_NARRATIVES_ERROR, DP_NARRATIVES_ERROR_SAME);
  g_clear_error (&error);
  {
    g_autoptr (DpNarratives) in_german = open_narratives (fixture, german);
    g_autofree char *written = NULL;

    apply (fixture, in_german, dp_narratives_plan_edit (in_german, "media", DP_NARRATIVE_COUNTER_FACTS, "Eins.", &error), error);
    written = dp_narratives_dup_field (in_german, "media", DP_NARRATIVE_COUNTER_FACTS);
    g_assert_cmpstr (written, ==, "Eins.");
  }
  apply (fixture, narratives, dp_narratives_plan_edit (narratives, "media", DP_NARRATIVE_COUNTER_FACTS, "", &error), error);
  /* Of the two languages, the other one is left. */
  g_assert_cmpuint (g_strv_length (dp_narrative_get_details (dp_narratives_lookup (narratives, "media"))->counter_facts), ==, 1);
}

static void
test_split (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (DpNarratives) narratives = open_narratives (fixture, english);
  g_autoptr (GError) error = NULL;
  DpNarrative *part;

  apply (fixture, narratives, dp_narratives_plan_split (narratives, "elections/rigged", "Voting machines are turned", &error), error);
  part = dp_narratives_lookup (narratives, "own/voting-machines-are-turned");
  g_assert_cmpstr (dp_narrative_get_parent_id (part), ==, "elections");
  g_assert_cmpstr (dp_narrative_get_details (part)->split_from, ==, "elections/rigged");
}

/* Far more than anybody keeps: read within the limit, refused beyond. */
static void
test_many (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("{\"format\": \"disproof-narratives\", \"version\": 1, \"narratives\": [");
  g_autoptr (DpNarratives) narratives = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "%s{\"id\": \"own/n-%u\", \"colour\": 1, \"labels\": {\"en\": \"Number %u\"}}", i > 0 ? "," : "", i, i);
  g_string_append (text, "]}");
  write_own (fixture, text->str);
  narratives = open_narratives (fixture, english);
  assert_first (narratives, "number 19999", "own/n-19999");

  g_string_insert (text, (gssize) text->len - 2, ",{\"id\": \"own/x\", \"colour\": 1, \"labels\": {\"en\": \"X\"}}");
  write_own (fixture, text->str);
  g_assert_false (dp_narratives_reload (narratives, &error));
  g_assert_error (error, DP_NARRATIVES_ERROR, DP_NARRATIVES_ERROR_INVALID);
  assert_first (narratives, "number 19999", "own/n-19999");
}

static void
test_languages (Fixture *fixture,
                gconstpointer data)
{
  static const char *const none[] = { "fi", NULL };
  g_autoptr (DpNarratives) first = open_narratives (fixture, english);
  g_autoptr (DpNarratives) second = open_narratives (fixture, german);
  g_autoptr (DpNarratives) third = open_narratives (fixture, none);

  g_assert_cmpstr (dp_narrative_get_label (dp_narratives_lookup (first, "elections/rigged")), ==, "Elections are rigged");
  g_assert_cmpstr (dp_narrative_get_label (dp_narratives_lookup (second, "elections/rigged")), ==, "Wahlen sind manipuliert");
  g_assert_cmpstr (dp_narrative_get_label (dp_narratives_lookup (third, "elections/rigged")), ==, "Elections are rigged");
  g_assert_null (dp_narratives_lookup (first, "no-such"));
}

static void
test_path (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (DpNarratives) narratives = open_narratives (fixture, english);
  g_autofree char *child = dp_narratives_dup_path (narratives, dp_narratives_lookup (narratives, "elections/rigged"));
  g_autofree char *top = dp_narratives_dup_path (narratives, dp_narratives_lookup (narratives, "elections"));

  g_assert_cmpstr (child, ==, "Elections are worthless › Elections are rigged");
  g_assert_cmpstr (top, ==, "Elections are worthless");
}

static void
test_search (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (DpNarratives) narratives = open_narratives (fixture, english);
  g_autoptr (GPtrArray) all = dp_narratives_search (narratives, " ");

  g_assert_cmpuint (all->len, ==, g_list_model_get_n_items (G_LIST_MODEL (narratives)));
  assert_first (narratives, "col", "unrest/colour-revolution");
  assert_first (narratives, "REV colo", "unrest/colour-revolution");
  assert_first (narratives, "rig", "elections/rigged");
  /* By the narrative above it, by its German label, by its definition. */
  assert_first (narratives, "worthless rigged", "elections/rigged");
  assert_first (narratives, "manipuliert", "elections/rigged");
  assert_first (narratives, "ballots", "elections/rigged");
  assert_first (narratives, "igged", NULL);
  assert_first (narratives, "rigged zzz", NULL);
}

static void
test_search_order (Fixture *fixture,
                   gconstpointer data)
{
  g_autoptr (DpNarratives) narratives = open_narratives (fixture, english);
  g_autoptr (GPtrArray) found = dp_narratives_search (narratives, "elections");

  /* Labels that begin with it, then the rest of that branch. */
  g_assert_cmpuint (found->len, >=, 4);
  g_assert_cmpstr (dp_narrative_get_id (found->pdata[0]), ==, "elections");
  g_assert_cmpstr (dp_narrative_get_id (found->pdata[1]), ==, "elections/rigged");
}

static void
test_search_scripts (Fixture *fixture,
                     gconstpointer data)
{
  g_autoptr (DpNarratives) narratives = open_narratives (fixture, english);
  g_autoptr (DpNarrative) russian = dp_narratives_add (narratives, "Цветные революции ещё идут", "", "unrest", NULL);
  g_autoptr (DpNarrative) french = dp_narratives_add (narratives, "Été brûlant", "", "", NULL);

  assert_first (narratives, "РЕВОЛ", dp_narrative_get_id (russian));
  assert_first (narratives, "еще", dp_narrative_get_id (russian));
  assert_first (narratives, "brul ete", dp_narrative_get_id (french));
  assert_first (narratives, "ÉTÉ", dp_narrative_get_id (french));
}

typedef struct
{
  guint n;
  guint position;
  guint removed;
  guint added;
} Change;

static void
changed_cb (GListModel *list,
            guint position,
            guint removed,
            guint added,
            gpointer data)
{
  Change *change = data;

  *change = (Change){ change->n + 1, position, removed, added };
}

static void
test_add (Fixture *fixture,
          gconstpointer data)
{
  g_autoptr (DpNarratives) narratives = open_narratives (fixture, german);
  g_autoptr (DpNarratives) again = NULL;
  g_autoptr (DpNarrative) added = NULL;
  g_autoptr (DpNarrative) at_place = NULL;
  g_autoptr (GError) error = NULL;
  DpNarrative *read;
  Change change = { 0 };

  g_signal_connect (narratives, "items-changed", G_CALLBACK (changed_cb), &change);
  added = dp_narratives_add (narratives, "  Straßen & Plätze ", "Was darunter fällt", "unrest", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (dp_narrative_get_id (added), ==, "own/strassen-platze");
  g_assert_cmpstr (dp_narrative_get_label (added), ==, "Straßen & Plätze");
  g_assert_cmpstr (dp_narrative_get_parent_id (added), ==, "unrest");
  g_assert_true (dp_narrative_is_own (added));
  g_assert_true (dp_narratives_lookup (narratives, "own/strassen-platze") == added);

  /* Behind the sisters that are shipped. */
  g_assert_cmpuint (change.n, ==, 1);
  g_assert_cmpuint (change.removed, ==, 0);
  g_assert_cmpuint (change.added, ==, 1);
  g_assert_cmpuint (change.position, ==, 4);
  at_place = g_list_model_get_item (G_LIST_MODEL (narratives), 4);
  g_assert_true (at_place == added);

  again = open_narratives (fixture, english);
  read = dp_narratives_lookup (again, "own/strassen-platze");
  g_assert_nonnull (read);
  g_assert_cmpstr (dp_narrative_get_label (read), ==, "Straßen & Plätze");
  g_assert_cmpstr (dp_narrative_get_definition (read), ==, "Was darunter fällt");
  g_assert_cmpuint (dp_narrative_get_colour (read), ==, dp_narrative_get_colour (added));
}

static void
test_add_colours (Fixture *fixture,
                  gconstpointer data)
{
  g_autoptr (DpNarratives) narratives = open_narratives (fixture, english);
  guint seen = 1u << dp_narrative_get_colour (dp_narratives_lookup (narratives, "media"));

  seen |= 1u << dp_narrative_get_colour (dp_narratives_lookup (narratives, "media/staged-atrocities"));
  seen |= 1u << dp_narrative_get_colour (dp_narratives_lookup (narratives, "media/censorship"));
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *label = g_strdup_printf ("Sister %u", i);
      g_autoptr (DpNarrative) added = dp_narratives_add (narratives, label, "", "media", NULL);

      g_assert_nonnull (added);
      g_assert_cmpuint (seen & (1u << dp_narrative_get_colour (added)), ==, 0);
      seen |= 1u << dp_narrative_get_colour (added);
    }
}

static void
assert_add_fails (DpNarratives *narratives,
                  const char *label,
                  const char *parent,
                  DpNarrativesError code)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (narratives));
  g_autoptr (GError) error = NULL;

  g_assert_null (dp_narratives_add (narratives, label, "", parent, &error));
  g_assert_error (error, DP_NARRATIVES_ERROR, (int) code);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (narratives)), ==, n);
}

static void
test_add_refused (Fixture *fixture,
                  gconstpointer data)
{
  g_autoptr (DpNarratives) narratives = open_narratives (fixture, english);
  g_autoptr (DpNarratives) loose = NULL;

  assert_add_fails (narratives, "", "", DP_NARRATIVES_ERROR_NO_LABEL);
  assert_add_fails (narratives, " \t… ", "", DP_NARRATIVES_ERROR_NO_LABEL);
  assert_add_fails (narratives, "élections  are RIGGED!", "elections", DP_NARRATIVES_ERROR_EXISTS);
  assert_add_fails (narratives, "Something", "no-such", DP_NARRATIVES_ERROR_INVALID);
  g_assert_false (g_file_query_exists (fixture->own, NULL));

  /* The same label elsewhere is another narrative. */
  g_object_unref (dp_narratives_add (narratives, "Elections are rigged", NULL, "media", NULL));
  assert_add_fails (narratives, "Elections are rigged", "media", DP_NARRATIVES_ERROR_EXISTS);

  loose = dp_narratives_new (fixture->shipped, NULL, english, NULL);
  assert_add_fails (loose, "Something", "", DP_NARRATIVES_ERROR_NO_FILE);
}

static void
test_same_slug (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (DpNarratives) narratives = open_narratives (fixture, english);
  g_autoptr (DpNarrative) first = dp_narratives_add (narratives, "Bread", "", "", NULL);
  g_autoptr (DpNarrative) second = dp_narratives_add (narratives, "Bread", "", "media", NULL);
  g_autoptr (DpNarrative) nothing = dp_narratives_add (narratives, "日本", "", "", NULL);

  g_assert_cmpstr (dp_narrative_get_id (first), ==, "own/bread");
  g_assert_cmpstr (dp_narrative_get_id (second), ==, "own/bread-2");
  g_assert_cmpstr (dp_narrative_get_id (nothing), ==, "own/narrative");
}

static void
test_two_writers (Fixture *fixture,
                  gconstpointer data)
{
  g_autoptr (DpNarratives) one = open_narratives (fixture, english);
  g_autoptr (DpNarratives) two = open_narratives (fixture, english);
  g_autoptr (DpNarratives) last = NULL;
  g_autoptr (DpNarrative) first = dp_narratives_add (one, "First", "", "", NULL);
  g_autoptr (DpNarrative) second = dp_narratives_add (two, "Second", "", "", NULL);

  g_assert_nonnull (first);
  g_assert_nonnull (second);
  g_assert_nonnull (dp_narratives_lookup (two, "own/first"));
  g_assert_true (dp_narratives_reload (one, NULL));
  assert_add_fails (one, "second", "", DP_NARRATIVES_ERROR_EXISTS);

  last = open_narratives (fixture, english);
  g_assert_nonnull (dp_narratives_lookup (last, "own/first"));
  g_assert_nonnull (dp_narratives_lookup (last, "own/second"));
}

static void
test_unknown_members (Fixture *fixture,
                      gconstpointer data)
{
  g_autoptr (DpNarratives) narratives = NULL;
  g_autoptr (DpNarrative) added = NULL;
  g_autofree char *text = NULL;

  write_own (fixture,
             "{\"format\": \"disproof-narratives\", \"later\": {\"x\": [1]}, \"version\": 1, \"narratives\": ["
             "{\"id\": \"own/a\", \"colour\": 2, \"labels\": {\"tr\": \"Bir\"}, \"weight\": 7}]}");
  narratives = open_narratives (fixture, english);
  g_assert_cmpstr (dp_narrative_get_label (dp_narratives_lookup (narratives, "own/a")), ==, "Bir");

  added = dp_narratives_add (narratives, "Another", "", "own/a", NULL);
  g_assert_nonnull (added);
  text = read_own (fixture);
  g_assert_nonnull (strstr (text, "\"later\""));
  g_assert_nonnull (strstr (text, "\"weight\": 7"));
  g_assert_nonnull (strstr (text, "\"Bir\""));
}

static void
test_lost_parent (Fixture *fixture,
                  gconstpointer data)
{
  g_autoptr (DpNarratives) narratives = NULL;
  g_autoptr (DpNarrative) last = NULL;

  write_own (fixture,
             "{\"format\": \"disproof-narratives\", \"version\": 1, \"narratives\": ["
             "{\"id\": \"own/a\", \"parent\": \"gone\", \"colour\": 2, \"labels\": {\"en\": \"A\"}}]}");
  narratives = open_narratives (fixture, english);
  last = g_list_model_get_item (G_LIST_MODEL (narratives), g_list_model_get_n_items (G_LIST_MODEL (narratives)) - 1);
  g_assert_cmpstr (dp_narrative_get_id (last), ==, "own/a");
}

#define HEAD "{\"format\": \"disproof-narratives\", \"version\": 1, \"narratives\": ["

static void
test_broken (Fixture *fixture,
             gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *place;
  } cases[] = {
    { "", "line 1" },
    { "{\"format\": \"disproof-narratives\",\n  \"version\": 1,\n  \"narr", "line 3" },
    { "[]", "/" },
    { "{\"format\": \"something\"}", "/format" },
    { "{\"format\": \"disproof-narratives\", \"version\": 2, \"narratives\": []}", "/version" },
    { "{\"format\": \"disproof-narratives\", \"version\": \"1\", \"narratives\": []}", "/version" },
    { "{\"format\": \"disproof-narratives\", \"version\": 1}", "/narratives" },
    { HEAD "7]}", "/narratives/0" },
    { HEAD "{\"id\": \"own/a\", \"colour\": 9, \"labels\": {\"en\": \"A\"}}]}", "/narratives/0" },
    { HEAD "{\"id\": \"own/a\", \"colour\": 1.5, \"labels\": {\"en\": \"A\"}}]}", "/narratives/0" },
    { HEAD "{\"id\": \"own/a\", \"colour\": 1, \"labels\": {\"en\": \" \"}}]}", "/narratives/0" },
    { HEAD "{\"id\": \"own/a\", \"colour\": 1, \"labels\": {}}]}", "/narratives/0" },
    { HEAD "{\"id\": \"own/a\", \"colour\": 1, \"labels\": {\"en\": 1}}]}", "/narratives/0" },
    { HEAD "{\"id\": \"a b\", \"colour\": 1, \"labels\": {\"en\": \"A\"}}]}", "/narratives/0" },
    { HEAD "{\"id\": \"own/a\", \"colour\": 1, \"labels\": {\"en\": \"A\"}, \"aliases\": {\"en\": \"B\"}}]}", "/narratives/0" },
    { HEAD "{\"id\": \"own/a\", \"colour\": 1, \"labels\": {\"en\": \"A\"}, \"counter_facts\": {\"en\": [1]}}]}", "/narratives/0" },
    { HEAD "{\"id\": \"own/a\", \"colour\": 1, \"labels\": {\"en\": \"A\"}, \"former\": [\"B\"]}]}", "/narratives/0" },
    { HEAD "\n{\"id\": \"own/a\", \"colour\": 1, \"labels\": {\"en\": \"A\"}},\n{\"id\": \"own/b\"}]}", "line 3: /narratives/1" },
    { HEAD "{\"id\": \"own/a\", \"replaced_by\": \"own/b\", \"colour\": 1, \"labels\": {\"en\": \"A\"}},"
           "{\"id\": \"own/b\", \"replaced_by\": \"own/a\", \"colour\": 1, \"labels\": {\"en\": \"B\"}}]}",
      "own/a" },
    { HEAD "{\"id\": \"own/ä\", \"colour\": 1, \"labels\": {\"en\": \"A\"}}]}", "/narratives/0" },
    { HEAD "{\"id\": \"own/a\", \"colour\": 1, \"labels\": {\"en\": \"A\"}},"
           "{\"id\": \"own/a\", \"colour\": 1, \"labels\": {\"en\": \"B\"}}]}",
      "own/a" },
    { HEAD "{\"id\": \"own/a\", \"parent\": \"own/b\", \"colour\": 1, \"labels\": {\"en\": \"A\"}},"
           "{\"id\": \"own/b\", \"parent\": \"own/a\", \"colour\": 1, \"labels\": {\"en\": \"B\"}}]}",
      "own/a" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;

      write_own (fixture, cases[i].text);
      g_assert_null (dp_narratives_new (fixture->shipped, fixture->own, english, &error));
      g_assert_nonnull (error);
      if (strstr (error->message, g_file_peek_path (fixture->own)) == NULL || strstr (error->message, cases[i].place) == NULL)
        g_error ("“%s” gives “%s”", cases[i].text, error->message);
      after = read_own (fixture);
      g_assert_cmpstr (after, ==, cases[i].text);
    }
}

/* Broken behind our back, while we are at work. */
static void
test_broken_later (Fixture *fixture,
                   gconstpointer data)
{
  g_autoptr (DpNarratives) narratives = open_narratives (fixture, english);
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;

  write_own (fixture, "{\"format\"");
  g_assert_null (dp_narratives_add (narratives, "Something", "", "", &error));
  g_assert_nonnull (strstr (error->message, g_file_peek_path (fixture->own)));
  after = read_own (fixture);
  g_assert_cmpstr (after, ==, "{\"format\"");
}

static void
test_initials (Fixture *fixture,
               gconstpointer data)
{
  static const char *const cases[][2] = {
    { "Colour revolutions are staged", "CR" },
    { "elections", "El" },
    { "  (no) source", "NS" },
    { "Цветные революции", "ЦР" },
    { "Fact-checkers lie", "FL" },
    { "d’Arc", "D" },
    { "X", "X" },
    { "7 lies", "7L" },
    { "日本", "日本" },
    { "…", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DpNarrative) narrative = dp_narrative_new ("x", cases[i][0], NULL, NULL, 0, FALSE);
      g_autofree char *initials = dp_narrative_dup_initials (narrative);

      g_assert_cmpstr (initials, ==, cases[i][1]);
    }
}

#define ADD(name, function) g_test_add ("/narratives/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("starter", test_starter);
  ADD ("rename", test_rename);
  ADD ("no-language", test_no_language);
  ADD ("move", test_move);
  ADD ("merge", test_merge);
  ADD ("retire", test_retire);
  ADD ("edit", test_edit);
  ADD ("split", test_split);
  ADD ("many", test_many);
  ADD ("shipped", test_shipped);
  ADD ("languages", test_languages);
  ADD ("path", test_path);
  ADD ("search", test_search);
  ADD ("search-order", test_search_order);
  ADD ("search-scripts", test_search_scripts);
  ADD ("add", test_add);
  ADD ("add-colours", test_add_colours);
  ADD ("add-refused", test_add_refused);
  ADD ("same-slug", test_same_slug);
  ADD ("two-writers", test_two_writers);
  ADD ("unknown-members", test_unknown_members);
  ADD ("lost-parent", test_lost_parent);
  ADD ("broken", test_broken);
  ADD ("broken-later", test_broken_later);
  ADD ("initials", test_initials);

  return g_test_run ();
}
