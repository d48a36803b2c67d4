/* dp-verb-new.c: disproof-cli new
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli/dp-verbs.h"

#include <glib/gi18n.h>
#include "intake/dp-intake.h"
#include "model/dp-case-file.h"
#include "text/dp-language.h"

typedef struct
{
  char *file;
  char *url;
  char *link;
  char *text;
  char *title;
  char *language;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->file);
  g_free (self->url);
  g_free (self->link);
  g_free (self->text);
  g_free (self->title);
  g_free (self->language);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static void
done_cb (GObject *object,
         GAsyncResult *result,
         gpointer user_data)
{
  GAsyncResult **place = user_data;

  *place = g_object_ref (result);
}

/* (transfer full): text is taken as UTF-8, and as nothing else; of a file it is found out what it is */
static GBytes *
read_bytes (const Options *options,
            GError **error)
{
  char *text;

  if (options->text == NULL)
    return dp_verb_read (options->file, error);

  text = dp_verb_read_text (options->text, error);

  return text != NULL ? g_bytes_new_take (text, strlen (text)) : NULL;
}

/* (transfer full) */
static DpIntakeResult *
take_in (const Options *options,
         GError **error)
{
  g_autoptr (DpClock) clock = dp_clock_new ();
  g_autoptr (DpIntake) intake = dp_intake_new (clock);
  g_autoptr (GAsyncResult) result = NULL;

  if (options->link != NULL)
    dp_intake_link_async (intake, options->link, NULL, NULL, NULL, done_cb, &result);
  else if (options->file != NULL && options->url == NULL)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (options->file);

      dp_intake_file_async (intake, file, "file", NULL, done_cb, &result);
    }
  else
    {
      g_autoptr (GBytes) bytes = read_bytes (options, error);
      const char *media_type = options->text != NULL ? "text/plain;charset=utf-8" : "";

      if (bytes == NULL)
        return NULL;
      dp_intake_data_async (intake, bytes, media_type, options->url, options->text != NULL ? "clipboard" : "file", NULL, done_cb, &result);
    }

  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return dp_intake_finish (intake, result, error);
}

static DpCaseFile *
make_case (const char *path,
           DpIntakeResult *taken,
           const Options *options,
           GError **error)
{
  g_autoptr (GFile) folder = g_file_new_for_commandline_arg (path);
  g_autoptr (DpClock) clock = dp_clock_new ();
  g_autoptr (DpCase) dp_case = dp_case_new ();

  if (options->language != NULL)
    {
      g_autofree char *tag = dp_language_normalize (options->language);

      dp_article_set_language (taken->article, tag);
    }
  dp_case_set_title (dp_case, options->title != NULL ? options->title : dp_article_get_title (taken->article));
  dp_case_add_article (dp_case, taken->article);

  return dp_case_file_create_sealed (folder, dp_case, taken->bytes, clock, error);
}

static void
print_answer (DpCaseFile *file,
              DpArticle *article)
{
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), json_object_new ());
  JsonObject *object = json_node_get_object (node);
  g_autofree char *path = g_file_get_path (dp_case_file_get_folder (file));
  g_autofree char *folder = g_filename_display_name (path);

  json_object_set_string_member (object, "folder", folder);
  json_object_set_string_member (object, "id", dp_case_get_id (dp_case_file_get_case (file)));
  json_object_set_string_member (object, "article", dp_article_get_id (article));
  json_object_unref (object);

  dp_verb_print_json (node);
}

static gboolean
check_options (const Options *options,
               GError **error)
{
  g_autofree char *tag = dp_language_normalize (options->language != NULL ? options->language : "");

  if ((options->file != NULL) + (options->link != NULL) + (options->text != NULL) != 1)
    return dp_verb_usage_error (error, _ ("Say where the article is with one of --file, --link and --text"));
  if (options->url != NULL && options->file == NULL && options->text == NULL)
    return dp_verb_usage_error (error, _ ("--url goes with --file and --text"));
  if (options->language != NULL && *tag == '\0')
    return dp_verb_usage_error (error, _ ("--lang is no language tag"));
  if (!dp_verb_check_text (options->url, "--url", error) || !dp_verb_check_text (options->link, "--link", error) || !dp_verb_check_text (options->title, "--title", error))
    return FALSE;
  if (options->url != NULL && !dp_intake_is_link (options->url))
    return dp_verb_usage_error (error, _ ("--url is no link"));

  return TRUE;
}

gboolean
dp_verb_new (const DpVerb *self,
             char **arguments,
             GError **error)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "file", 0, 0, G_OPTION_ARG_FILENAME, &options.file, N_ ("Take the article from this file: HTML or text"), N_ ("FILE") },
    { "url", 0, 0, G_OPTION_ARG_FILENAME, &options.url, N_ ("Where the file came from"), "URL" },
    { "link", 0, 0, G_OPTION_ARG_FILENAME, &options.link, N_ ("Fetch the article from this link"), "URL" },
    { "text", 0, 0, G_OPTION_ARG_FILENAME, &options.text, N_ ("Take plain text from this file, or from standard input (-)"), N_ ("FILE") },
    { "title", 0, 0, G_OPTION_ARG_FILENAME, &options.title, N_ ("The title of the case, if not the article's"), "T" },
    { "lang", 0, 0, G_OPTION_ARG_FILENAME, &options.language, N_ ("The language of the article (BCP 47), if not the one found"), "LL" },
    G_OPTION_ENTRY_NULL
  };
  g_auto (GStrv) words = NULL;
  g_autoptr (DpIntakeResult) taken = NULL;
  g_autoptr (DpCaseFile) file = NULL;

  if (!dp_verb_parse (self, arguments, entries, 1, 1, &words, error) || !check_options (&options, error))
    return FALSE;

  taken = take_in (&options, error);
  if (taken == NULL)
    return FALSE;
  file = make_case (words[0], taken, &options, error);
  if (file == NULL)
    return FALSE;
  print_answer (file, taken->article);

  return TRUE;
}
