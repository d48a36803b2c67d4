/* dp-review-desk.c: what a case still lacks and what can be done with it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-review-desk.h"

#include "base/dp-json.h"
#include "model/dp-case-text.h"
#include "review/dp-edition.h"

/* From a change to the look at what it means, in milliseconds: between two keystrokes. */
#define PAUSE 80

struct _DpReviewDesk
{
  GObject parent_instance;

  DpWorkbench *workbench; /* (owned) */
  DpCaseFile *file;       /* (owned) */
  DpPerson *person;       /* (nullable) */
  DpHouse *house;
  DpChecker *checker;
  JsonNode *content; /* (nullable): as of the last look; lent to the one that is under way */
  char *digest;
  DpApproval approval;
  guint timer;
  guint n_looks; /* those that were begun: the result of an older one counts no more */
  gboolean is_looking;
};

G_DEFINE_FINAL_TYPE (DpReviewDesk, dp_review_desk, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_VOIDED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static DpCase *
get_case (DpReviewDesk *self)
{
  return dp_case_file_get_case (self->file);
}

/* A look at what the case said at one moment. Its trees belong to one thread at a time. */
typedef struct
{
  guint number;
  GPtrArray *parts; /* (element-type GBytes): the text of the case */
  JsonNode *before; /* (nullable): the content of the last look */
  JsonNode *content;
  char *digest;
  DpPart changed; /* none at the first look */
} Look;

static void
look_free (Look *look)
{
  g_ptr_array_unref (look->parts);
  g_clear_pointer (&look->before, json_node_unref);
  g_clear_pointer (&look->content, json_node_unref);
  g_free (look->digest);
  g_free (look);
}

static Look *
look_new (DpReviewDesk *self)
{
  Look *look = g_new0 (Look, 1);

  look->number = ++self->n_looks;
  look->parts = dp_case_text_get_parts (get_case (self));
  look->before = g_steal_pointer (&self->content);
  return look;
}

static void
look_work (Look *look)
{
  g_autoptr (GBytes) text = dp_case_text_join (look->parts);
  g_autoptr (JsonNode) node = dp_json_read (g_bytes_get_data (text, NULL), g_bytes_get_size (text), DP_JSON_STRICT, NULL);

  /* What a case is written as can be read. */
  g_assert (node != NULL);
  look->content = dp_content_new_from_json (node);
  look->digest = dp_content_dup_digest (look->content);
  if (look->before != NULL)
    look->changed = dp_content_compare (look->before, look->content);
  /* Here and not in the main thread: a large tree takes its time to be freed. */
  g_clear_pointer (&look->before, json_node_unref);
}

static void
look_show (DpReviewDesk *self,
           Look *look)
{
  g_autofree char *today = dp_clock_now_text (dp_workbench_get_clock (self->workbench));
  DpApproval before = self->approval;

  if (self->person != NULL && look->changed != 0)
    dp_record_contribution (get_case (self), self->person, look->changed, dp_workbench_get_clock (self->workbench));
  g_clear_pointer (&self->content, json_node_unref);
  self->content = g_steal_pointer (&look->content);
  g_free (self->digest);
  self->digest = g_steal_pointer (&look->digest);
  self->approval = dp_review_get_approval (get_case (self), self->digest);
  dp_checker_run (self->checker, get_case (self), NULL, today);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  if (before == DP_APPROVAL_INTACT && self->approval == DP_APPROVAL_VOID)
    g_signal_emit (self, signals[SIGNAL_VOIDED], 0);
}

static void
look_at_once (DpReviewDesk *self)
{
  Look *look = look_new (self);

  look_work (look);
  look_show (self, look);
  look_free (look);
}

static void
look_thread (GTask *task,
             gpointer source_object,
             gpointer task_data,
             GCancellable *cancellable)
{
  look_work (task_data);
  g_task_return_boolean (task, TRUE);
}

static void
looked_cb (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  DpReviewDesk *self = DP_REVIEW_DESK (object);
  Look *look = g_task_get_task_data (G_TASK (result));

  self->is_looking = FALSE;
  if (look->number == self->n_looks)
    look_show (self, look);
}

static gboolean
timer_cb (gpointer user_data)
{
  DpReviewDesk *self = user_data;
  g_autoptr (GTask) task = NULL;

  /* One at a time; the next one begins a pause later. */
  if (self->is_looking)
    return G_SOURCE_CONTINUE;
  self->timer = 0;
  self->is_looking = TRUE;
  task = g_task_new (self, NULL, looked_cb, NULL);
  g_task_set_source_tag (task, timer_cb);
  g_task_set_task_data (task, look_new (self), (GDestroyNotify) look_free);
  g_task_run_in_thread (task, look_thread);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (DpReviewDesk *self)
{
  if (self->timer == 0)
    self->timer = g_timeout_add (PAUSE, timer_cb, self);
}

static void
rankings_cb (DpReviewDesk *self)
{
  g_clear_pointer (&self->checker, dp_checker_free);
  self->checker = dp_checker_new (self->house, dp_workbench_get_rank_checker (self->workbench));
  changed_cb (self);
}

static void
profile_cb (DpReviewDesk *self)
{
  GSettings *settings = dp_workbench_get_settings (self->workbench);
  g_autofree char *name = g_settings_get_string (settings, "profile-name");
  g_autofree char *email = g_settings_get_string (settings, "profile-email");
  g_autofree char *organisation = g_settings_get_string (settings, "profile-organisation");

  g_clear_pointer (&self->person, dp_person_free);
  self->person = dp_person_new (name, email, organisation, NULL);
  changed_cb (self);
}

static void
dp_review_desk_dispose (GObject *object)
{
  DpReviewDesk *self = DP_REVIEW_DESK (object);

  g_clear_handle_id (&self->timer, g_source_remove);

  G_OBJECT_CLASS (dp_review_desk_parent_class)->dispose (object);
}

static void
dp_review_desk_finalize (GObject *object)
{
  DpReviewDesk *self = DP_REVIEW_DESK (object);

  dp_checker_free (self->checker);
  dp_house_free (self->house);
  g_clear_pointer (&self->person, dp_person_free);
  g_clear_pointer (&self->content, json_node_unref);
  g_free (self->digest);
  g_object_unref (self->file);
  g_object_unref (self->workbench);

  G_OBJECT_CLASS (dp_review_desk_parent_class)->finalize (object);
}

static void
dp_review_desk_class_init (DpReviewDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dp_review_desk_dispose;
  object_class->finalize = dp_review_desk_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", DP_TYPE_REVIEW_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_VOIDED] = g_signal_new ("voided", DP_TYPE_REVIEW_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dp_review_desk_init (DpReviewDesk *self)
{
  self->digest = g_strdup ("");
}

DpReviewDesk *
dp_review_desk_new (DpWorkbench *workbench,
                    DpCaseFile *file)
{
  DpReviewDesk *self;
  g_autoptr (GFile) library = NULL;

  g_return_val_if_fail (DP_IS_WORKBENCH (workbench), NULL);
  g_return_val_if_fail (DP_IS_CASE_FILE (file), NULL);

  self = g_object_new (DP_TYPE_REVIEW_DESK, NULL);
  self->workbench = g_object_ref (workbench);
  self->file = g_object_ref (file);
  library = g_file_get_parent (dp_case_file_get_folder (file));
  self->house = dp_house_new (library);
  g_signal_connect_object (dp_case_file_get_history (file), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dp_case_list_entries (get_case (self)), "items-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workbench, "notify::rankings", G_CALLBACK (rankings_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dp_workbench_get_settings (workbench), "changed", G_CALLBACK (profile_cb), self, G_CONNECT_SWAPPED);
  profile_cb (self);
  rankings_cb (self);
  g_clear_handle_id (&self->timer, g_source_remove);
  look_at_once (self);
  return self;
}

GPtrArray *
dp_review_desk_get_findings (DpReviewDesk *self)
{
  g_return_val_if_fail (DP_IS_REVIEW_DESK (self), NULL);

  return dp_checker_get_findings (self->checker);
}

DpLedger *
dp_review_desk_get_ledger (DpReviewDesk *self)
{
  g_return_val_if_fail (DP_IS_REVIEW_DESK (self), NULL);

  return dp_checker_get_ledger (self->checker);
}

DpHouse *
dp_review_desk_get_house (DpReviewDesk *self)
{
  g_return_val_if_fail (DP_IS_REVIEW_DESK (self), NULL);

  return self->house;
}

DpApproval
dp_review_desk_get_approval (DpReviewDesk *self)
{
  g_return_val_if_fail (DP_IS_REVIEW_DESK (self), DP_APPROVAL_NONE);

  return self->approval;
}

const DpPerson *
dp_review_desk_get_person (DpReviewDesk *self)
{
  g_return_val_if_fail (DP_IS_REVIEW_DESK (self), NULL);

  return self->person;
}

GPtrArray *
dp_review_desk_list_changes (DpReviewDesk *self,
                             const char *version)
{
  g_autoptr (JsonNode) edition = NULL;
  g_autoptr (JsonNode) before = NULL;
  g_autoptr (JsonNode) content = NULL;

  g_return_val_if_fail (DP_IS_REVIEW_DESK (self), NULL);

  edition = dp_edition_read (dp_case_file_get_folder (self->file), get_case (self), version, NULL);
  if (edition == NULL)
    return NULL;
  before = dp_content_new_from_json (edition);
  content = dp_content_new (get_case (self));
  return dp_content_diff (before, content);
}

static void
fill (DpReviewDesk *self,
      DpMoveRequest *request)
{
  request->person = self->person;
  request->people = self->house->people;
  request->clock = dp_workbench_get_clock (self->workbench);
  request->n_blocking = dp_checker_count (self->checker, DP_SEVERITY_BLOCKS);
  request->asks_second = dp_policy_asks_second (self->house->policy);
}

/* (nullable) */
static const DpMoveRule *
find_rule (DpReviewDesk *self,
           DpMove move)
{
  guint n_rules;
  const DpMoveRule *rules = dp_moves_get_rules (&n_rules);

  for (guint i = 0; i < n_rules; i++)
    if (rules[i].move == move && (rules[i].from & (1u << dp_case_get_state (get_case (self)))) != 0)
      return &rules[i];
  return NULL;
}

gboolean
dp_review_desk_has (DpReviewDesk *self,
                    DpMove move)
{
  g_return_val_if_fail (DP_IS_REVIEW_DESK (self), FALSE);

  return find_rule (self, move) != NULL;
}

gboolean
dp_review_desk_needs_words (DpReviewDesk *self,
                            DpMove move)
{
  const DpMoveRule *rule = find_rule (self, move);

  return rule != NULL && (rule->needs & DP_NEED_WORDS) != 0;
}

gboolean
dp_review_desk_can (DpReviewDesk *self,
                    DpMove move,
                    GError **error)
{
  DpMoveRequest request = { NULL };

  g_return_val_if_fail (DP_IS_REVIEW_DESK (self), FALSE);

  fill (self, &request);
  request.words = "-";
  request.content = self->digest;
  return dp_review_can (get_case (self), move, &request, error);
}

gboolean
dp_review_desk_move (DpReviewDesk *self,
                     DpMove move,
                     const char *words,
                     GError **error)
{
  DpMoveRequest request = { NULL };
  g_autofree char *read = NULL;

  g_return_val_if_fail (DP_IS_REVIEW_DESK (self), FALSE);

  /* What was looked at is what is decided on: changes of the last moment are not in it. */
  read = g_strdup (self->digest);
  fill (self, &request);
  request.words = words;
  request.read = read;
  if (!dp_review_move (self->file, move, &request, error))
    return FALSE;
  g_clear_handle_id (&self->timer, g_source_remove);
  look_at_once (self);
  return TRUE;
}
