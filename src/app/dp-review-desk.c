/* dp-review-desk.c: what a case still lacks and what can be done with it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-review-desk.h"

#include "app/dp-review-look.h"

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
  GPtrArray *parts; /* the text of which they are */
  DpApproval approval;
  GHashTable *broken; /* (nullable): digests of sealed copies that are not what was sealed */
  char *alarm;        /* (nullable) */
  guint timer;
  gboolean is_looking; /* one at a time */
  gboolean seals_due;  /* the next look compares them, too */
  GQueue moves;        /* (element-type GTask): those that wait for it */
  gboolean is_moving;
};

G_DEFINE_FINAL_TYPE (DpReviewDesk, dp_review_desk, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_VOIDED,
  SIGNAL_ALARM,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static DpCase *
get_case (DpReviewDesk *self)
{
  return dp_case_file_get_case (self->file);
}

static DpReviewLook *
look_new (DpReviewDesk *self)
{
  DpReviewLook *look = dp_review_look_new (self->file, g_steal_pointer (&self->content), self->seals_due);

  self->seals_due = FALSE;
  return look;
}

/* When the history says otherwise, too. */
static void
tell (DpReviewDesk *self)
{
  DpApproval before = self->approval;

  self->approval = dp_review_get_approval (get_case (self), self->digest);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  if (before == DP_APPROVAL_INTACT && self->approval == DP_APPROVAL_VOID)
    g_signal_emit (self, signals[SIGNAL_VOIDED], 0);
}

static void
look_show (DpReviewDesk *self,
           DpReviewLook *look)
{
  g_autofree char *today = dp_clock_now_text (dp_workbench_get_clock (self->workbench));

  if (self->person != NULL && look->changed != 0)
    dp_record_contribution (get_case (self), self->person, look->changed, dp_workbench_get_clock (self->workbench));
  g_clear_pointer (&self->content, json_node_unref);
  self->content = g_steal_pointer (&look->content);
  g_free (self->digest);
  self->digest = g_steal_pointer (&look->digest);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  self->parts = g_ptr_array_ref (look->parts);
  if (look->broken != NULL)
    {
      g_clear_pointer (&self->broken, g_hash_table_unref);
      self->broken = g_steal_pointer (&look->broken);
      g_free (self->alarm);
      self->alarm = g_strdup (look->alarm);
    }
  dp_checker_set_broken_seals (self->checker, self->broken);
  dp_checker_run (self->checker, get_case (self), NULL, today);
  tell (self);
  if (look->alarm != NULL)
    g_signal_emit (self, signals[SIGNAL_ALARM], 0, look->alarm);
}

static void
look_thread (GTask *task,
             gpointer source_object,
             gpointer task_data,
             GCancellable *cancellable)
{
  dp_review_look_work (task_data);
  g_task_return_boolean (task, TRUE);
}

static void run_moves (DpReviewDesk *self);

static void
looked_cb (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  DpReviewDesk *self = DP_REVIEW_DESK (object);

  self->is_looking = FALSE;
  look_show (self, g_task_get_task_data (G_TASK (result)));
  run_moves (self);
}

static void
look (DpReviewDesk *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, looked_cb, NULL);

  g_clear_handle_id (&self->timer, g_source_remove);
  self->is_looking = TRUE;
  g_task_set_source_tag (task, look);
  g_task_set_task_data (task, look_new (self), (GDestroyNotify) dp_review_look_free);
  g_task_run_in_thread (task, look_thread);
}

static gboolean
timer_cb (gpointer user_data)
{
  DpReviewDesk *self = user_data;

  /* One at a time; the next one begins a pause later. */
  if (self->is_looking)
    return G_SOURCE_CONTINUE;
  self->timer = 0;
  look (self);
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
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->broken, g_hash_table_unref);
  g_free (self->alarm);
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
  signals[SIGNAL_ALARM] = g_signal_new ("alarm", DP_TYPE_REVIEW_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_VOIDED] = g_signal_new ("voided", DP_TYPE_REVIEW_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dp_review_desk_init (DpReviewDesk *self)
{
  self->digest = g_strdup ("");
  g_queue_init (&self->moves);
}

/* What is shown first; the sealed copies are compared in a thread right after. */
static void
look_at_once (DpReviewDesk *self)
{
  DpReviewLook *first = look_new (self);

  g_clear_handle_id (&self->timer, g_source_remove);
  dp_review_look_work (first);
  look_show (self, first);
  dp_review_look_free (first);
  self->seals_due = TRUE;
  changed_cb (self);
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

DpCaseFile *
dp_review_desk_get_file (DpReviewDesk *self)
{
  g_return_val_if_fail (DP_IS_REVIEW_DESK (self), NULL);

  return self->file;
}

const char *
dp_review_desk_get_digest (DpReviewDesk *self)
{
  g_return_val_if_fail (DP_IS_REVIEW_DESK (self), "");

  return self->digest;
}

const char *
dp_review_desk_get_alarm (DpReviewDesk *self)
{
  g_return_val_if_fail (DP_IS_REVIEW_DESK (self), NULL);

  return self->alarm;
}

gboolean
dp_review_desk_is_looking (DpReviewDesk *self)
{
  g_return_val_if_fail (DP_IS_REVIEW_DESK (self), FALSE);

  return self->is_looking;
}

const DpPerson *
dp_review_desk_get_person (DpReviewDesk *self)
{
  g_return_val_if_fail (DP_IS_REVIEW_DESK (self), NULL);

  return self->person;
}

DpEntry *
dp_review_desk_get_read (DpReviewDesk *self)
{
  g_return_val_if_fail (DP_IS_REVIEW_DESK (self), NULL);

  return self->person != NULL ? dp_record_find_read (get_case (self), self->person, FALSE) : NULL;
}

gboolean
dp_review_desk_is_read (DpReviewDesk *self)
{
  DpEntry *read = dp_review_desk_get_read (self);

  return read != NULL && g_str_equal (dp_entry_get_content (read), self->digest);
}

gboolean
dp_review_desk_is_blind (DpReviewDesk *self)
{
  g_return_val_if_fail (DP_IS_REVIEW_DESK (self), FALSE);

  return dp_policy_asks_second (self->house->policy) && dp_review_desk_can (self, DP_MOVE_CROSS_CHECK, NULL) && !dp_record_has_checked (get_case (self), self->person);
}

/* Moves. */

static void
fill (DpReviewDesk *self,
      DpMoveRequest *request)
{
  request->person = self->person;
  request->people = self->house->people;
  request->ratings = self->house->ratings;
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
  DpEntry *read;

  g_return_val_if_fail (DP_IS_REVIEW_DESK (self), FALSE);

  read = dp_review_desk_get_read (self);
  fill (self, &request);
  request.words = "-";
  request.content = self->digest;
  request.read = read != NULL ? dp_entry_get_content (read) : "";
  return dp_review_can (get_case (self), move, &request, error);
}

typedef struct
{
  DpMove move;
  char *words;
  char *verdict;
  char *confidence;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_free (asked->words);
  g_free (asked->verdict);
  g_free (asked->confidence);
  g_free (asked);
}

static void
moved_cb (GObject *source_object,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  DpReviewDesk *self = g_task_get_source_object (task);
  GError *error = NULL;
  gboolean is_done = dp_review_move_finish (DP_CASE_FILE (source_object), result, &error);

  self->is_moving = FALSE;
  tell (self);
  if (is_done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
  run_moves (self);
}

/* The next one that waits, once what is known is what the case says. */
static void
run_moves (DpReviewDesk *self)
{
  DpMoveRequest request = { NULL };
  DpEntry *read;
  GTask *task;
  Asked *asked;

  if (self->is_moving || self->is_looking || g_queue_is_empty (&self->moves))
    return;
  if (self->timer != 0)
    {
      look (self);
      return;
    }
  task = g_queue_pop_head (&self->moves);
  asked = g_task_get_task_data (task);
  read = dp_review_desk_get_read (self);
  fill (self, &request);
  request.words = asked->words;
  request.verdict = asked->verdict;
  request.confidence = asked->confidence;
  request.read = read != NULL ? dp_entry_get_content (read) : "";
  request.content = self->digest;
  self->is_moving = TRUE;
  dp_review_move_async (self->file, asked->move, &request, self->parts, NULL, moved_cb, task);
}

void
dp_review_desk_move_async (DpReviewDesk *self,
                           DpMove move,
                           const char *words,
                           const char *verdict,
                           const char *confidence,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  Asked *asked = g_new0 (Asked, 1);

  g_return_if_fail (DP_IS_REVIEW_DESK (self));

  asked->move = move;
  asked->words = g_strdup (words);
  asked->verdict = g_strdup (verdict);
  asked->confidence = g_strdup (confidence);
  g_task_set_source_tag (task, dp_review_desk_move_async);
  g_task_set_task_data (task, asked, asked_free);
  g_queue_push_tail (&self->moves, task);
  self->seals_due = self->seals_due || move == DP_MOVE_APPROVE || move == DP_MOVE_PUBLISH || move == DP_MOVE_CORRECT;
  /* A look that is under way began before what was written last: another one follows it. */
  changed_cb (self);
  run_moves (self);
}

gboolean
dp_review_desk_move_finish (DpReviewDesk *self,
                            GAsyncResult *result,
                            GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
