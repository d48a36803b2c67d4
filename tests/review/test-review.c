/* test-review.c: a case on its way, the approval that sticks to what was read, the history that shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "review/dp-review.h"

#include <glib/gstdio.h>
#include <string.h>
#include "base/dp-json.h"
#include "model/dp-case-text.h"
#include "../model/sample-case.h"
#include "review/dp-edition.h"
#include "review/dp-review-error.h"

#define MORNING 1768032000

typedef struct
{
  char *path;
  GFile *folder;
  DpClock *clock;
  DpPeople *people;
  DpPerson *ann;
  DpPerson *rob;
  DpCaseFile *file;
  DpCase *dp_case;
} Fixture;

static void
set_up (Fixture *self,
        gconstpointer data)
{
  g_autoptr (GFile) parent = NULL;
  g_autoptr (DpCase) dp_case = sample_case_new (4);
  g_autoptr (GError) error = NULL;

  self->path = g_dir_make_tmp ("dp-review-XXXXXX", NULL);
  parent = g_file_new_for_path (self->path);
  self->folder = g_file_get_child (parent, "case");
  self->clock = dp_clock_new_fixed (MORNING);
  self->people = dp_people_new ();
  self->ann = dp_person_parse ("Ann Author <ann@example.org>", NULL);
  self->rob = dp_person_parse ("Rob Reviewer <rob@example.org>", NULL);
  dp_case_set_state (dp_case, DP_CASE_STATE_DRAFT);
  self->file = dp_case_file_create (self->folder, dp_case, self->clock, &error);
  g_assert_no_error (error);
  self->dp_case = dp_case_file_get_case (self->file);
}

static void
remove_all (GFile *file)
{
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (file, "standard::name", G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  GFileInfo *info;
  GFile *child;

  while (children != NULL && g_file_enumerator_iterate (children, &info, &child, NULL, NULL) && info != NULL)
    remove_all (child);
  g_file_delete (file, NULL, NULL);
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  g_autoptr (GFile) parent = g_file_new_for_path (self->path);

  g_object_unref (self->file);
  remove_all (parent);
  g_object_unref (self->folder);
  g_object_unref (self->clock);
  dp_people_free (self->people);
  dp_person_free (self->ann);
  dp_person_free (self->rob);
  g_free (self->path);
}

static gboolean
try (Fixture *self,
     DpPerson *person,
     DpMove move,
     const char *words,
     GError **error)
{
  DpMoveRequest request = { person, self->people, self->clock, words };

  return dp_review_move (self->file, move, &request, error);
}

static void
do_move (Fixture *self,
         DpPerson *person,
         DpMove move,
         const char *words)
{
  g_autoptr (GError) error = NULL;

  dp_clock_advance (self->clock, 60);
  try (self, person, move, words, &error);
  g_assert_no_error (error);
}

static void
refused (Fixture *self,
         DpPerson *person,
         DpMove move,
         const char *words,
         DpReviewError code)
{
  g_autoptr (GError) error = NULL;
  DpCaseState state = dp_case_get_state (self->dp_case);
  guint n = g_list_model_get_n_items (dp_case_list_entries (self->dp_case));

  g_assert_false (try (self, person, move, words, &error));
  g_assert_error (error, DP_REVIEW_ERROR, (int) code);
  g_assert_cmpint (dp_case_get_state (self->dp_case), ==, state);
  g_assert_cmpuint (g_list_model_get_n_items (dp_case_list_entries (self->dp_case)), ==, n);
}

static DpApproval
get_approval (Fixture *self)
{
  g_autofree char *digest = dp_case_dup_content_digest (self->dp_case);

  return dp_review_get_approval (self->dp_case, digest);
}

static void
assert_sound (DpCase *dp_case)
{
  g_autoptr (GPtrArray) problems = dp_record_verify (dp_case);

  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (problems, i));
  g_assert_cmpuint (problems->len, ==, 0);
}

/* (transfer full) (nullable): what is kept as @version */
static char *
dup_version_title (Fixture *self,
                   const char *version)
{
  g_autoptr (JsonNode) node = dp_edition_read (self->folder, self->dp_case, version, NULL);

  return node != NULL ? g_strdup (json_object_get_string_member (json_node_get_object (node), "title")) : NULL;
}

static void
test_whole_way (Fixture *self,
                gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *title = g_strdup (dp_case_get_title (self->dp_case));
  g_autoptr (DpCaseFile) again = NULL;
  g_autoptr (JsonNode) approved = NULL;

  do_move (self, self->ann, DP_MOVE_SUBMIT, NULL);
  refused (self, self->ann, DP_MOVE_SUBMIT, NULL, DP_REVIEW_ERROR_UNCHANGED);
  refused (self, self->ann, DP_MOVE_APPROVE, NULL, DP_REVIEW_ERROR_OWN_HAND);
  refused (self, NULL, DP_MOVE_APPROVE, NULL, DP_REVIEW_ERROR_PERSON);
  refused (self, self->rob, DP_MOVE_REQUEST_CHANGES, " \n", DP_REVIEW_ERROR_WORDS);
  do_move (self, self->rob, DP_MOVE_REQUEST_CHANGES, "Which price cap?");
  dp_case_set_disproof (self->dp_case, "The cap on liquefied gas.");
  do_move (self, self->ann, DP_MOVE_SUBMIT, NULL);
  do_move (self, self->rob, DP_MOVE_APPROVE, NULL);
  g_assert_cmpint (get_approval (self), ==, DP_APPROVAL_INTACT);
  refused (self, self->ann, DP_MOVE_CORRECT, "x", DP_REVIEW_ERROR_UNPUBLISHED);
  do_move (self, self->ann, DP_MOVE_PUBLISH, NULL);
  refused (self, self->ann, DP_MOVE_SUBMIT, NULL, DP_REVIEW_ERROR_UNCHANGED);

  dp_case_set_title (self->dp_case, "A better title");
  do_move (self, self->ann, DP_MOVE_SUBMIT, NULL);
  do_move (self, self->rob, DP_MOVE_APPROVE, NULL);
  refused (self, self->ann, DP_MOVE_PUBLISH, NULL, DP_REVIEW_ERROR_PUBLISHED);
  refused (self, self->ann, DP_MOVE_CORRECT, NULL, DP_REVIEW_ERROR_WORDS);
  do_move (self, self->ann, DP_MOVE_CORRECT, "The title said too much.");
  g_assert_cmpint (dp_case_get_state (self->dp_case), ==, DP_CASE_STATE_CORRECTED);
  do_move (self, self->ann, DP_MOVE_WITHDRAW, "The source took its report back.");
  refused (self, self->ann, DP_MOVE_WITHDRAW, "Again", DP_REVIEW_ERROR_MOVE);

  approved = dp_edition_read (self->folder, self->dp_case, "approved", NULL);
  g_assert_nonnull (approved);
  g_assert_null (dp_edition_read (self->folder, self->dp_case, "../case", NULL));
  first = dup_version_title (self, "1");
  second = dup_version_title (self, "2");
  g_assert_cmpstr (first, ==, title);
  g_assert_cmpstr (second, ==, "A better title");
  assert_sound (self->dp_case);

  again = dp_case_file_load (self->folder, self->clock, NULL);
  assert_sound (dp_case_file_get_case (again));
  g_assert_cmpint (dp_case_get_state (dp_case_file_get_case (again)), ==, DP_CASE_STATE_WITHDRAWN);
}

/* Whoever had a hand in it, and the refusal says which. */
static void
test_hands (Fixture *self,
            gconstpointer data)
{
  static const struct
  {
    DpPart part;
    const char *says;
  } parts[] = {
    { DP_PART_TEXT, "wrote" },
    { DP_PART_TRANSLATION, "translated" },
    { DP_PART_EVIDENCE, "evidence" },
  };
  g_autoptr (DpPerson) marker = dp_person_parse ("Mia Marker", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *name = g_strdup_printf ("Helper %u <helper%u@example.org>", i, i);
      g_autoptr (DpPerson) helper = dp_person_parse (name, NULL);

      g_assert_true (dp_record_contribution (self->dp_case, helper, parts[i].part, self->clock));
      g_assert_false (dp_record_contribution (self->dp_case, helper, parts[i].part, self->clock));
    }
  g_assert_true (dp_record_contribution (self->dp_case, marker, DP_PART_ARTICLE, self->clock));
  do_move (self, self->ann, DP_MOVE_SUBMIT, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *name = g_strdup_printf ("Another Name <HELPER%u@example.org>", i);
      g_autoptr (DpPerson) helper = dp_person_parse (name, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_false (try (self, helper, DP_MOVE_APPROVE, NULL, &error));
      g_assert_error (error, DP_REVIEW_ERROR, DP_REVIEW_ERROR_OWN_HAND);
      g_assert_nonnull (strstr (error->message, parts[i].says));
    }
  do_move (self, marker, DP_MOVE_APPROVE, NULL);
}

/* What changes after the submission is submitted first, and what changes after reading is read first. */
static void
test_changed (Fixture *self,
              gconstpointer data)
{
  g_autofree char *digest = NULL;
  g_autoptr (GError) error = NULL;
  DpMoveRequest request = { self->rob, self->people, self->clock };

  do_move (self, self->ann, DP_MOVE_SUBMIT, NULL);
  digest = dp_case_dup_content_digest (self->dp_case);
  dp_case_set_summary (self->dp_case, "Something else.");
  refused (self, self->rob, DP_MOVE_APPROVE, NULL, DP_REVIEW_ERROR_CHANGED);
  do_move (self, self->ann, DP_MOVE_SUBMIT, NULL);
  request.read = digest;
  g_assert_false (dp_review_move (self->file, DP_MOVE_APPROVE, &request, &error));
  g_assert_error (error, DP_REVIEW_ERROR, DP_REVIEW_ERROR_CHANGED);
  do_move (self, self->rob, DP_MOVE_APPROVE, NULL);

  dp_case_set_summary (self->dp_case, "And something else again.");
  g_assert_cmpint (get_approval (self), ==, DP_APPROVAL_VOID);
  refused (self, self->ann, DP_MOVE_PUBLISH, NULL, DP_REVIEW_ERROR_VOID);
  g_assert_true (dp_history_undo (dp_case_file_get_history (self->file)));
  g_assert_cmpint (get_approval (self), ==, DP_APPROVAL_INTACT);
  do_move (self, self->ann, DP_MOVE_PUBLISH, NULL);
}

static void
test_clock (Fixture *self,
            gconstpointer data)
{
  g_autoptr (DpClock) behind = dp_clock_new_fixed (MORNING - 3600);
  DpMoveRequest request = { self->rob, self->people, behind };
  g_autoptr (GError) error = NULL;

  do_move (self, self->ann, DP_MOVE_SUBMIT, NULL);
  g_assert_false (dp_review_can (self->dp_case, DP_MOVE_APPROVE, &request, NULL));
  g_assert_false (dp_review_move (self->file, DP_MOVE_APPROVE, &request, &error));
  g_assert_error (error, DP_REVIEW_ERROR, DP_REVIEW_ERROR_CLOCK);
  do_move (self, self->rob, DP_MOVE_APPROVE, NULL);
}

/* A second verdict: of the house's scale, by somebody who does not know the first; another one sends the
 * case back. */
static void
test_second (Fixture *self,
             gconstpointer data)
{
  g_autoptr (DpPerson) second = dp_person_parse ("Sam Second", NULL);
  g_autoptr (DpPerson) knowing = dp_person_parse ("Kim Knowing", NULL);
  g_autoptr (DpRatings) ratings = dp_ratings_load (NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (DpEntry) entry = NULL;
  DpMoveRequest verdict = { second, self->people, self->clock, "Sure", "half-sure" };
  DpMoveRequest approve = { self->rob, self->people, self->clock };
  GPtrArray *all = dp_ratings_get_all (ratings);
  const char *ours = ((const DpRating *) g_ptr_array_index (all, 0))->id;
  const char *theirs = ((const DpRating *) g_ptr_array_index (all, 1))->id;

  approve.asks_second = TRUE;
  verdict.ratings = ratings;
  dp_case_set_verdict (self->dp_case, ours);
  do_move (self, self->ann, DP_MOVE_SUBMIT, NULL);
  g_assert_false (dp_review_move (self->file, DP_MOVE_CROSS_CHECK, &verdict, &error));
  g_assert_error (error, DP_REVIEW_ERROR, DP_REVIEW_ERROR_VERDICT);
  g_assert_nonnull (strstr (error->message, theirs));
  g_clear_error (&error);
  verdict.verdict = theirs;
  verdict.confidence = "certain";
  g_assert_false (dp_review_move (self->file, DP_MOVE_CROSS_CHECK, &verdict, &error));
  g_assert_error (error, DP_REVIEW_ERROR, DP_REVIEW_ERROR_VERDICT);
  g_clear_error (&error);

  do_move (self, knowing, DP_MOVE_READ, NULL);
  verdict.confidence = "high";
  verdict.person = knowing;
  g_assert_false (dp_review_move (self->file, DP_MOVE_CROSS_CHECK, &verdict, &error));
  g_assert_error (error, DP_REVIEW_ERROR, DP_REVIEW_ERROR_BLIND);
  g_clear_error (&error);

  verdict.person = second;
  g_assert_true (dp_review_move (self->file, DP_MOVE_CROSS_CHECK, &verdict, NULL));
  g_assert_cmpint (dp_case_get_state (self->dp_case), ==, DP_CASE_STATE_CHANGES_REQUESTED);
  entry = g_list_model_get_item (dp_case_list_entries (self->dp_case), g_list_model_get_n_items (dp_case_list_entries (self->dp_case)) - 1);
  g_assert_cmpstr (dp_entry_get_verdict (entry), ==, theirs);
  g_assert_cmpstr (dp_entry_get_case_verdict (entry), ==, ours);
  g_assert_cmpstr (dp_entry_get_confidence (entry), ==, "high");

  /* By who gave one blind it may be given again, once the two have talked. */
  do_move (self, self->ann, DP_MOVE_SUBMIT, NULL);
  g_assert_false (dp_review_move (self->file, DP_MOVE_APPROVE, &approve, &error));
  g_assert_error (error, DP_REVIEW_ERROR, DP_REVIEW_ERROR_SECOND);
  do_move (self, second, DP_MOVE_READ, NULL);
  verdict.verdict = ours;
  g_assert_true (dp_review_move (self->file, DP_MOVE_CROSS_CHECK, &verdict, NULL));
  g_assert_cmpint (dp_case_get_state (self->dp_case), ==, DP_CASE_STATE_IN_REVIEW);
  g_assert_true (dp_review_move (self->file, DP_MOVE_APPROVE, &approve, NULL));
  assert_sound (self->dp_case);
}

/* What somebody marked as read is what they can approve, and is kept to be compared with. */
static void
test_read (Fixture *self,
           gconstpointer data)
{
  g_autoptr (DpPerson) other = dp_person_parse ("Olga Other <olga@example.org>", NULL);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *name = NULL;
  g_autofree char *title = g_strdup (dp_case_get_title (self->dp_case));
  g_autoptr (JsonNode) kept = NULL;
  g_autoptr (JsonNode) still = NULL;
  g_autoptr (JsonNode) gone = NULL;
  g_autoptr (GError) error = NULL;

  do_move (self, self->ann, DP_MOVE_SUBMIT, NULL);
  g_assert_null (dp_record_find_read (self->dp_case, self->rob, FALSE));
  do_move (self, self->rob, DP_MOVE_READ, NULL);
  do_move (self, other, DP_MOVE_READ, NULL);
  first = g_strdup (dp_entry_get_content (dp_record_find_read (self->dp_case, self->rob, TRUE)));
  dp_case_set_title (self->dp_case, "Another title");
  do_move (self, self->ann, DP_MOVE_SUBMIT, NULL);
  refused (self, self->rob, DP_MOVE_APPROVE, NULL, DP_REVIEW_ERROR_CHANGED);
  name = dp_edition_dup_read_name (first);
  kept = dp_edition_read_digest (self->folder, name, first, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (kept), "title"), ==, title);

  /* It is kept as long as it is what somebody read last. */
  do_move (self, self->rob, DP_MOVE_READ, NULL);
  second = g_strdup (dp_entry_get_content (dp_record_find_read (self->dp_case, self->rob, TRUE)));
  still = dp_edition_read_digest (self->folder, name, first, NULL);
  g_assert_nonnull (still);
  do_move (self, other, DP_MOVE_READ, NULL);
  gone = dp_edition_read_digest (self->folder, name, first, &error);
  g_assert_null (gone);
  g_assert_error (error, DP_REVIEW_ERROR, DP_REVIEW_ERROR_VERSION);
  g_assert_null (dp_edition_read_digest (self->folder, "../case", first, NULL));
  do_move (self, self->rob, DP_MOVE_APPROVE, NULL);
  g_assert_cmpstr (dp_entry_get_what (dp_record_find_read (self->dp_case, self->rob, FALSE)), ==, "approve");
  g_assert_cmpstr (dp_entry_get_content (dp_record_find_read (self->dp_case, self->rob, FALSE)), ==, second);
  assert_sound (self->dp_case);
}

static void
moved_cb (GObject *source_object,
          GAsyncResult *result,
          gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
move_async (Fixture *self,
            DpPerson *person,
            DpMove move,
            const char *words,
            gboolean edits,
            GError **error)
{
  g_autofree char *content = dp_case_dup_content_digest (self->dp_case);
  g_autoptr (GPtrArray) parts = dp_case_text_get_parts (self->dp_case);
  DpMoveRequest request = { person, self->people, self->clock, words };
  g_autoptr (GAsyncResult) result = NULL;

  dp_clock_advance (self->clock, 60);
  request.content = content;
  dp_review_move_async (self->file, move, &request, parts, NULL, moved_cb, &result);
  if (edits)
    dp_case_set_title (self->dp_case, "Written while it was under way");
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return dp_review_move_finish (self->file, result, error);
}

/* Bound to what it was asked for, whatever is written meanwhile. */
static void
test_async (Fixture *self,
            gconstpointer data)
{
  g_autofree char *title = g_strdup (dp_case_get_title (self->dp_case));
  g_autofree char *published = NULL;
  g_autofree char *broken = NULL;
  g_autoptr (GFile) versions = g_file_get_child (self->folder, "versions");
  g_autoptr (GError) error = NULL;
  guint n;

  g_assert_true (move_async (self, self->ann, DP_MOVE_SUBMIT, NULL, FALSE, &error));
  g_assert_false (move_async (self, self->ann, DP_MOVE_APPROVE, NULL, FALSE, &error));
  g_assert_error (error, DP_REVIEW_ERROR, DP_REVIEW_ERROR_OWN_HAND);
  g_clear_error (&error);
  g_assert_true (move_async (self, self->rob, DP_MOVE_APPROVE, NULL, FALSE, &error));
  g_assert_cmpint (get_approval (self), ==, DP_APPROVAL_INTACT);
  g_assert_true (move_async (self, self->ann, DP_MOVE_PUBLISH, NULL, TRUE, &error));
  g_assert_no_error (error);
  published = dup_version_title (self, "1");
  g_assert_cmpstr (published, ==, title);
  assert_sound (self->dp_case);

  /* What cannot be kept does not happen. */
  do_move (self, self->ann, DP_MOVE_SUBMIT, NULL);
  do_move (self, self->rob, DP_MOVE_APPROVE, NULL);
  broken = g_file_get_path (versions);
  remove_all (versions);
  g_assert_true (g_file_set_contents (broken, "no folder", -1, NULL));
  n = g_list_model_get_n_items (dp_case_list_entries (self->dp_case));
  g_assert_false (move_async (self, self->ann, DP_MOVE_CORRECT, "The title.", FALSE, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (g_list_model_get_n_items (dp_case_list_entries (self->dp_case)), ==, n);
  g_assert_cmpint (dp_case_get_state (self->dp_case), ==, DP_CASE_STATE_APPROVED);
}

/* (transfer full): the case after somebody wrote in its file: of the history, what @change says */
static DpCase *
tamper (DpCase *dp_case,
        guint change)
{
  g_autoptr (JsonNode) shared = dp_case_to_json (dp_case);
  g_autoptr (GBytes) bytes = dp_json_write (shared);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autoptr (JsonNode) node = dp_json_read (text, length, DP_JSON_STRICT, NULL);
  JsonObject *object = json_node_get_object (node);
  JsonArray *history = json_object_get_array_member (object, "history");
  guint last = json_array_get_length (history) - 1;
  g_autoptr (GError) error = NULL;
  DpCase *tampered;

  switch (change)
    {
    case 0:
      json_object_set_string_member (json_array_get_object_element (history, 1), "words", "Fine as it is.");
      break;
    case 1:
      json_object_set_string_member (json_object_get_object_member (json_array_get_object_element (history, last), "who"), "name", "Somebody Else");
      break;
    case 2:
      json_array_remove_element (history, 0);
      break;
    case 3:
      json_array_remove_element (history, 2);
      break;
    case 4:
      json_array_remove_element (history, last);
      break;
    case 5:
      json_object_remove_member (object, "history");
      break;
    case 6:
      json_object_remove_member (object, "history");
      json_object_remove_member (object, "history_digest");
      break;
    case 7:
      json_object_set_string_member (object, "state", "published");
      break;
    case 8:
      json_object_set_string_member (json_array_get_object_element (history, 2), "later", "A member of another version");
      break;
    case 9:
      json_object_set_string_member (json_array_get_object_element (history, last), "when", "2020-01-01T00:00:00Z");
      break;
    case 10:
      json_object_remove_member (object, "history_digest");
      break;
    default:
      return NULL;
    }
  tampered = dp_case_new_from_json (node, &error);
  g_assert_no_error (error);
  return tampered;
}

static void
test_tampering (Fixture *self,
                gconstpointer data)
{
  guint n = 0;

  do_move (self, self->ann, DP_MOVE_SUBMIT, NULL);
  do_move (self, self->rob, DP_MOVE_REQUEST_CHANGES, "No.");
  do_move (self, self->ann, DP_MOVE_SUBMIT, NULL);
  do_move (self, self->rob, DP_MOVE_APPROVE, NULL);
  assert_sound (self->dp_case);
  for (;; n++)
    {
      g_autoptr (DpCase) tampered = tamper (self->dp_case, n);
      g_autoptr (GPtrArray) problems = tampered != NULL ? dp_record_verify (tampered) : NULL;
      g_autoptr (GError) error = NULL;

      if (tampered == NULL)
        break;
      g_test_message ("%u: %s", n, problems->len > 0 ? (char *) g_ptr_array_index (problems, 0) : "nothing found");
      g_assert_cmpuint (problems->len, >, 0);
      /* One that is gone altogether is as that of a case from before there were any. */
      if (n == 6)
        continue;
      g_assert_false (dp_record_can_add (tampered, self->clock, &error));
      g_assert_error (error, DP_REVIEW_ERROR, DP_REVIEW_ERROR_HISTORY);
    }
  g_assert_cmpuint (n, ==, 11);
}

/* Somebody who forges a whole chain can still not have approved their own work by it. */
static void
test_forged (Fixture *self,
             gconstpointer data)
{
  DpCaseState to = DP_CASE_STATE_APPROVED;
  DpRecordLine line = { "approve" };
  g_autoptr (GPtrArray) problems = NULL;

  do_move (self, self->ann, DP_MOVE_SUBMIT, NULL);
  line.to = &to;
  g_assert_true (dp_record_add (self->dp_case, self->ann, &line, self->clock, NULL));
  problems = dp_record_verify (self->dp_case);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (problems, 0), "their own work"));
}

static void
test_version_gone (Fixture *self,
                   gconstpointer data)
{
  g_autoptr (GFile) file = g_file_resolve_relative_path (self->folder, "versions/1.json");
  g_autoptr (GPtrArray) other = NULL;
  g_autoptr (GPtrArray) gone = NULL;
  g_autoptr (GPtrArray) sound = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GString) changed = NULL;
  g_autoptr (GError) error = NULL;

  do_move (self, self->ann, DP_MOVE_SUBMIT, NULL);
  do_move (self, self->rob, DP_MOVE_APPROVE, NULL);
  do_move (self, self->ann, DP_MOVE_PUBLISH, NULL);
  sound = dp_editions_verify (self->folder, self->dp_case);
  g_assert_cmpuint (sound->len, ==, 0);
  g_assert_null (dp_edition_read (self->folder, self->dp_case, "2", &error));
  g_assert_error (error, DP_REVIEW_ERROR, DP_REVIEW_ERROR_VERSION);

  g_assert_true (g_file_load_contents (file, NULL, &text, NULL, NULL, NULL));
  changed = g_string_new (text);
  g_assert_cmpuint (g_string_replace (changed, "Mangystau", "Almaty", 1), ==, 1);
  g_assert_true (g_file_replace_contents (file, changed->str, changed->len, NULL, FALSE, 0, NULL, NULL, NULL));
  other = dp_editions_verify (self->folder, self->dp_case);
  g_assert_cmpuint (other->len, ==, 1);
  g_file_delete (file, NULL, NULL);
  gone = dp_editions_verify (self->folder, self->dp_case);
  g_assert_cmpuint (gone->len, ==, 1);
}

/* (transfer full): the content's text without what it does not cover, by another way than the one tested:
 * line by line of the file */
static char *
dup_content_text (DpCase *dp_case)
{
  g_autoptr (JsonNode) shared = dp_case_to_json (dp_case);
  g_autoptr (GBytes) bytes = dp_json_write (shared);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean is_inside = TRUE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (g_str_has_prefix (lines[i], "  \""))
        {
          static const char *const left_out[] = { "  \"state\"", "  \"created\"", "  \"modified\"", "  \"comments\"", "  \"history\"", "  \"history_digest\"" };

          is_inside = TRUE;
          for (guint j = 0; j < G_N_ELEMENTS (left_out); j++)
            if (g_str_has_prefix (lines[i], left_out[j]))
              is_inside = FALSE;
        }
      if (is_inside && !g_str_has_prefix (lines[i], "      \"colour\""))
        g_string_append_printf (out, "%s\n", lines[i]);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
add_passage_comment (DpCase *dp_case,
                     const char *time)
{
  g_autoptr (DpAnchor) anchor = dp_anchor_new ("liquefied gas", "The cap on ", ".", 11, 24);
  g_autoptr (DpComment) comment = dp_comment_new_on_passage ("Rob", time, "Which cap?", "disproof", anchor);

  dp_case_add_comment (dp_case, comment);
}

/* What does not change what the case says. */
static void
change_presentation (DpCase **dp_case,
                     GRand *random)
{
  g_autofree char *time = g_strdup_printf ("2026-01-10T08:%02d:00Z", g_rand_int_range (random, 0, 60));
  g_autoptr (DpComment) comment = dp_comment_new ("Rob", time, "Well.", NULL);
  g_autoptr (DpComment) first = g_list_model_get_item (dp_case_list_comments (*dp_case), 0);
  GListStore *narratives = G_LIST_STORE (dp_case_list_narratives (*dp_case));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (narratives));

  switch (g_rand_int_range (random, 0, 3))
    {
    case 0:
      dp_case_set_modified (*dp_case, time);
      break;
    case 1:
      if (first != NULL)
        dp_case_remove_comment (*dp_case, first);
      else if (g_rand_int_range (random, 0, 2) == 0)
        dp_case_add_comment (*dp_case, comment);
      else
        add_passage_comment (*dp_case, time);
      break;
    default:
      if (n > 0)
        {
          guint i = g_rand_int_range (random, 0, n);
          g_autoptr (DpNarrative) old = g_list_model_get_item (G_LIST_MODEL (narratives), i);
          g_autoptr (DpNarrative) other = dp_narrative_new (dp_narrative_get_id (old), dp_narrative_get_label (old), "", dp_narrative_get_parent_id (old), g_rand_int_range (random, 0, DP_NARRATIVE_N_COLOURS), FALSE);
          gpointer items[] = { other };

          g_list_store_splice (narratives, i, 1, items, 1);
        }
    }
}

/* 10,000 edits after an approval: it is void each time that the content is another, and intact each time
 * that only its presentation is. */
static void
test_void (Fixture *self,
           gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  g_autofree char *approved = NULL;
  DpCase *edited = self->dp_case;
  guint n_void = 0;
  guint n_intact = 0;

  do_move (self, self->ann, DP_MOVE_SUBMIT, NULL);
  do_move (self, self->rob, DP_MOVE_APPROVE, NULL);
  approved = dup_content_text (edited);
  for (guint i = 0; i < 10000; i++)
    {
      gboolean is_presentation = g_rand_int_range (random, 0, 2) == 0;
      g_autofree char *text = NULL;
      gboolean is_same;

      if (is_presentation)
        change_presentation (&edited, random);
      else
        sample_case_edit (edited, random);
      text = dup_content_text (edited);
      is_same = g_str_equal (text, approved);
      g_assert_cmpint (get_approval (self), ==, is_same ? DP_APPROVAL_INTACT : DP_APPROVAL_VOID);
      n_void += !is_same;
      n_intact += is_same;
      /* Back now and then, so that both happen, and the case stays small. */
      if (!is_same && g_rand_int_range (random, 0, 3) == 0)
        {
          while (!g_str_equal (text, approved) && dp_history_undo (dp_case_file_get_history (self->file)))
            {
              g_free (text);
              text = dup_content_text (edited);
            }
          g_assert_cmpstr (text, ==, approved);
          g_assert_cmpint (get_approval (self), ==, DP_APPROVAL_INTACT);
        }
    }
  g_test_message ("void %u times, intact %u times", n_void, n_intact);
  g_assert_cmpuint (n_void, >, 1000);
  g_assert_cmpuint (n_intact, >, 1000);
}

static JsonNode *
parse (const char *text)
{
  return dp_json_read (text, strlen (text), DP_JSON_STRICT, NULL);
}

/* The digest is of what the JSON means: order of members, white space and escapes are nothing to it. */
static void
test_digest_of_json (Fixture *self,
                     gconstpointer data)
{
  g_autoptr (JsonNode) one = parse ("{\"b\":\"\\u00e9\",\"a\":[1,2.0]}");
  g_autoptr (JsonNode) other = parse ("{ \"a\" : [1.0, 2],\n \"b\": \"é\" }");
  g_autoptr (JsonNode) third = parse ("{\"a\":[2,1],\"b\":\"é\"}");
  g_autofree char *one_digest = NULL;
  g_autofree char *other_digest = NULL;
  g_autofree char *third_digest = NULL;

  g_assert_nonnull (one);
  g_assert_nonnull (other);
  g_assert_nonnull (third);
  one_digest = dp_content_dup_digest (one);
  other_digest = dp_content_dup_digest (other);
  third_digest = dp_content_dup_digest (third);
  g_assert_cmpstr (one_digest, ==, other_digest);
  g_assert_cmpstr (one_digest, !=, third_digest);
}

static gboolean
has_change (GPtrArray *changes,
            DpChangeKind kind,
            const char *place)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const DpChange *change = g_ptr_array_index (changes, i);

      if (change->kind == kind && g_str_equal (change->place, place))
        return TRUE;
    }
  return FALSE;
}

static void
test_diff (Fixture *self,
           gconstpointer data)
{
  g_autoptr (JsonNode) before = dp_content_new (self->dp_case);
  g_autoptr (DpEvidence) first = g_list_model_get_item (dp_case_list_evidence (self->dp_case), 0);
  g_autoptr (DpEvidence) second = g_list_model_get_item (dp_case_list_evidence (self->dp_case), 1);
  g_autoptr (DpClaim) claim = g_list_model_get_item (dp_case_list_claims (self->dp_case), 0);
  g_autoptr (DpClaim) another = dp_claim_new ("Another one");
  g_autoptr (JsonNode) after = NULL;
  g_autoptr (JsonNode) translated = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GPtrArray) nothing = dp_content_diff (before, before);

  g_assert_cmpuint (nothing->len, ==, 0);
  dp_case_set_title (self->dp_case, "Another title");
  dp_case_remove_evidence (self->dp_case, first);
  dp_evidence_set_rank (second, dp_evidence_get_rank (second) + 1);
  dp_case_add_claim (self->dp_case, another);
  after = dp_content_new (self->dp_case);
  changes = dp_content_diff (before, after);
  g_assert_cmpuint (changes->len, ==, 4);
  g_assert_true (has_change (changes, DP_CHANGE_CHANGED, "/title"));
  g_assert_true (has_change (changes, DP_CHANGE_REMOVED, "/evidence/0"));
  g_assert_true (has_change (changes, DP_CHANGE_CHANGED, "/evidence/0/rank"));
  g_assert_true (has_change (changes, DP_CHANGE_ADDED, "/claims/1"));
  g_assert_cmpuint (dp_content_compare (before, after), ==, DP_PART_TEXT | DP_PART_EVIDENCE);

  dp_claim_set_translation (claim, "Otherwise");
  translated = dp_content_new (self->dp_case);
  g_assert_cmpuint (dp_content_compare (after, translated), ==, DP_PART_TRANSLATION);
}

#define add(name, function) g_test_add ("/review/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("whole-way", test_whole_way);
  add ("hands", test_hands);
  add ("changed", test_changed);
  add ("clock", test_clock);
  add ("second", test_second);
  add ("read", test_read);
  add ("async", test_async);
  add ("tampering", test_tampering);
  add ("forged", test_forged);
  add ("version-gone", test_version_gone);
  add ("void", test_void);
  add ("digest-of-json", test_digest_of_json);
  add ("diff", test_diff);
  return g_test_run ();
}
