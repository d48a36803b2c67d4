/* dp-verb-agreement.c: disproof-cli agreement
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli/dp-verbs.h"

#include <glib/gi18n.h>
#include "review/dp-agreement.h"

static void
print_json (const DpAgreementFigures *figures)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "cases", figures->n_cases);
  json_object_set_int_member (object, "verdicts", figures->n_checks);
  json_object_set_int_member (object, "agree", figures->n_agree);
  if (figures->n_checks > 0)
    json_object_set_double_member (object, "percent", 100.0 * figures->n_agree / figures->n_checks);
  else
    json_object_set_null_member (object, "percent");
  if (figures->has_alpha)
    json_object_set_double_member (object, "alpha", figures->alpha);
  else
    json_object_set_null_member (object, "alpha");
  json_node_take_object (node, object);
  dp_verb_print_json (node);
}

gboolean
dp_verb_agreement (const DpVerb *self,
                   char **arguments,
                   GError **error)
{
  gboolean as_json = FALSE;
  const GOptionEntry options[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print the figures as JSON"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_auto (GStrv) words = NULL;
  g_autoptr (GFile) library = NULL;
  g_autoptr (DpAgreement) agreement = dp_agreement_new ();
  DpAgreementFigures figures;

  if (!dp_verb_parse (self, arguments, options, 1, 1, &words, error))
    return FALSE;

  library = g_file_new_for_commandline_arg (words[0]);
  if (!dp_agreement_add_library (agreement, library, NULL, error))
    return FALSE;
  figures = dp_agreement_get_figures (agreement);
  if (as_json)
    {
      print_json (&figures);
    }
  else
    {
      g_autofree char *sentence = dp_agreement_dup_sentence (&figures);

      dp_verb_print (sentence);
      dp_verb_print ("\n");
    }
  return TRUE;
}
