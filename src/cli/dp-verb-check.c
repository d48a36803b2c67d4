/* dp-verb-check.c: disproof-cli check
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli/dp-verbs.h"

#include <glib/gi18n.h>
#include "cli/dp-desk.h"

static JsonObject *
finding_to_json (const DpFinding *finding)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "check", finding->check->id);
  json_object_set_string_member (object, "severity", dp_severity_to_nick (finding->severity));
  json_object_set_string_member (object, "authority", finding->check->authority);
  json_object_set_string_member (object, "title", gettext (finding->check->title));
  json_object_set_string_member (object, "why", gettext (finding->check->why));
  json_object_set_string_member (object, "mend", gettext (finding->check->mend));
  json_object_set_string_member (object, "place", finding->place);
  json_object_set_string_member (object, "object", finding->object_id);
  json_object_set_string_member (object, "detail", finding->detail);
  if (finding->span.end > finding->span.start)
    {
      JsonArray *span = json_array_new ();

      json_array_add_int_element (span, finding->span.start);
      json_array_add_int_element (span, finding->span.end);
      json_object_set_array_member (object, "span", span);
    }
  if (finding->waiver != NULL)
    json_object_set_string_member (object, "waived", finding->waiver);
  return object;
}

static JsonObject *
ledger_to_json (DpLedger *ledger)
{
  static const char *const statuses[] = { "carried", "reasoning", "uncovered" };
  GPtrArray *sentences = dp_ledger_get_sentences (ledger);
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_new ();

  for (DpLedgerStatus status = 0; status < DP_N_LEDGER_STATUS; status++)
    json_object_set_int_member (object, statuses[status], dp_ledger_count (ledger, status));
  for (guint i = 0; i < sentences->len; i++)
    {
      const DpLedgerSentence *sentence = g_ptr_array_index (sentences, i);
      JsonObject *line = json_object_new ();
      JsonArray *keys = json_array_new ();

      for (guint j = 0; sentence->keys[j] != NULL; j++)
        json_array_add_string_element (keys, sentence->keys[j]);
      json_object_set_string_member (line, "text", sentence->text);
      json_object_set_string_member (line, "status", statuses[sentence->status]);
      json_object_set_array_member (line, "evidence", keys);
      if (sentence->conflict != NULL)
        json_object_set_string_member (line, "conflict", sentence->conflict);
      json_array_add_object_element (array, line);
    }
  json_object_set_array_member (object, "sentences", array);
  return object;
}

/* One line for each case. */
static void
print_json (DpDesk *desk,
            DpCase *dp_case)
{
  GPtrArray *findings = dp_checker_get_findings (desk->checker);
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < findings->len; i++)
    json_array_add_object_element (array, finding_to_json (g_ptr_array_index (findings, i)));
  json_object_set_string_member (object, "case", dp_case_get_id (dp_case));
  json_object_set_boolean_member (object, "ok", dp_checker_count (desk->checker, DP_SEVERITY_BLOCKS) == 0);
  json_object_set_int_member (object, "blocks", dp_checker_count (desk->checker, DP_SEVERITY_BLOCKS));
  json_object_set_int_member (object, "asks", dp_checker_count (desk->checker, DP_SEVERITY_ASKS));
  json_object_set_int_member (object, "hints", dp_checker_count (desk->checker, DP_SEVERITY_HINTS));
  json_object_set_array_member (object, "findings", array);
  json_object_set_object_member (object, "ledger", ledger_to_json (dp_checker_get_ledger (desk->checker)));
  json_node_take_object (node, object);
  dp_verb_print_json_line (node);
}

static void
print_text (DpDesk *desk)
{
  GPtrArray *findings = dp_checker_get_findings (desk->checker);
  DpLedger *ledger = dp_checker_get_ledger (desk->checker);
  g_autofree char *meter = NULL;

  for (guint i = 0; i < findings->len; i++)
    {
      const DpFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *detail = *finding->detail != '\0' ? g_strdup_printf (" “%s”", finding->detail) : g_strdup ("");
      g_autofree char *line = g_strdup_printf ("%s\t%s\t%s\t%s%s\n",
                                               finding->waiver != NULL ? "waived" : dp_severity_to_nick (finding->severity),
                                               finding->check->id, finding->place, gettext (finding->check->title), detail);

      dp_verb_print (line);
    }
  /* Translators: three numbers of sentences */
  meter = g_strdup_printf (_ ("Sentences: %u carried by evidence, %u of reasoning, %u uncovered\n"),
                           dp_ledger_count (ledger, DP_LEDGER_CARRIED), dp_ledger_count (ledger, DP_LEDGER_REASONING), dp_ledger_count (ledger, DP_LEDGER_UNCOVERED));
  dp_verb_print (meter);
}

static void
print_table (void)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_new ();
  guint n_checks;
  const DpCheck *checks = dp_checks_get_all (&n_checks);

  for (guint i = 0; i < n_checks; i++)
    {
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "check", checks[i].id);
      json_object_set_string_member (object, "severity", dp_severity_to_nick (checks[i].severity));
      json_object_set_string_member (object, "authority", checks[i].authority);
      json_object_set_string_member (object, "title", gettext (checks[i].title));
      json_object_set_string_member (object, "why", gettext (checks[i].why));
      json_object_set_string_member (object, "mend", gettext (checks[i].mend));
      json_array_add_object_element (array, object);
    }
  json_node_take_array (node, array);
  dp_verb_print_json (node);
}

/* Whether nothing that blocks was found. */
static gboolean
check_case (const char *path,
            gboolean as_json,
            gboolean *is_ok,
            GError **error)
{
  g_autoptr (DpCase) dp_case = dp_verb_read_case (path, error);
  g_autoptr (GFile) folder = dp_verb_find_case (path);
  g_autoptr (DpDesk) desk = NULL;

  if (dp_case == NULL)
    return FALSE;

  desk = dp_desk_new (folder);
  dp_desk_check (desk, dp_case, folder);
  if (as_json)
    print_json (desk, dp_case);
  else
    print_text (desk);
  *is_ok = *is_ok && dp_checker_count (desk->checker, DP_SEVERITY_BLOCKS) == 0;
  return TRUE;
}

gboolean
dp_verb_check (const DpVerb *self,
               char **arguments,
               GError **error)
{
  gboolean as_json = FALSE;
  gboolean list = FALSE;
  const GOptionEntry options[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print a line of JSON for each case"), NULL },
    { "list", 0, 0, G_OPTION_ARG_NONE, &list, N_ ("Print the table of checks as JSON"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_auto (GStrv) words = NULL;
  gboolean is_ok = TRUE;

  if (!dp_verb_parse (self, arguments, options, 0, G_MAXUINT, &words, error))
    return FALSE;
  if (list == (words[0] != NULL))
    return dp_verb_usage_error (error, _ ("Either --list or the cases to check"));
  if (list)
    {
      print_table ();
      return TRUE;
    }

  for (guint i = 0; words[i] != NULL; i++)
    if (!check_case (words[i], as_json, &is_ok, error))
      return FALSE;
  if (!is_ok)
    g_set_error_literal (error, DP_VERB_ERROR, DP_VERB_ERROR_SAID, "");
  return is_ok;
}
