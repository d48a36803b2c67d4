/* dp-rank-lexicon-read.c: the files of the folder rank-words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference/dp-rank-lexicon.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/dp-file.h"

#define MAX_FILE_SIZE ((gsize) 4 * 1024 * 1024)
/* How many wordings a phrase with endings may stand for: more is a mistake. */
#define MAX_WORDINGS 2000

typedef enum
{
  NO_VALUE,
  NUMBER_VALUE,
  ID_VALUE,
  COUNTRY_VALUE,
} ValueKind;

static const struct
{
  const char *name;
  DpRankCategory category;
  ValueKind value;
  gboolean is_name; /* capitals count */
} keys[] = {
  { "common", DP_RANK_COMMON, NO_VALUE, FALSE },
  { "number", DP_RANK_CARDINAL, NUMBER_VALUE, FALSE },
  { "ordinal", DP_RANK_ORDINAL, NUMBER_VALUE, FALSE },
  { "part", DP_RANK_PART, NUMBER_VALUE, FALSE },
  { "suffix", DP_RANK_ORDINAL_SUFFIX, NO_VALUE, FALSE },
  { "joiner", DP_RANK_JOINER, NO_VALUE, FALSE },
  { "place", DP_RANK_PLACE, NO_VALUE, FALSE },
  { "places", DP_RANK_PLACES, NO_VALUE, FALSE },
  { "mark", DP_RANK_MARK, NO_VALUE, FALSE },
  { "verb", DP_RANK_VERB, NO_VALUE, FALSE },
  { "copula", DP_RANK_COPULA, NO_VALUE, FALSE },
  { "of", DP_RANK_OF, NO_VALUE, FALSE },
  { "countries", DP_RANK_COUNTRIES, NO_VALUE, FALSE },
  { "score", DP_RANK_SCORE, NO_VALUE, FALSE },
  { "points", DP_RANK_POINTS, NO_VALUE, FALSE },
  { "scored", DP_RANK_SCORED, NO_VALUE, FALSE },
  { "led", DP_RANK_LED, NO_VALUE, FALSE },
  { "last", DP_RANK_LAST, NO_VALUE, FALSE },
  { "best", DP_RANK_BEST, NO_VALUE, FALSE },
  { "worst", DP_RANK_WORST, NO_VALUE, FALSE },
  { "bottom", DP_RANK_BOTTOM, NUMBER_VALUE, FALSE },
  { "from-bottom", DP_RANK_FROM_BOTTOM, NO_VALUE, FALSE },
  { "not-place", DP_RANK_NOT_PLACE, NO_VALUE, FALSE },
  { "change", DP_RANK_DELTA, NO_VALUE, FALSE },
  { "change-after", DP_RANK_DELTA_AFTER, NO_VALUE, FALSE },
  { "hedge", DP_RANK_HEDGE, NO_VALUE, FALSE },
  { "range", DP_RANK_RANGE, NO_VALUE, FALSE },
  { "negation", DP_RANK_NEGATION, NO_VALUE, FALSE },
  { "denial", DP_RANK_DENIAL, NO_VALUE, FALSE },
  { "unreal", DP_RANK_UNREAL, NO_VALUE, FALSE },
  { "than", DP_RANK_THAN, NO_VALUE, FALSE },
  { "region", DP_RANK_REGION, NO_VALUE, FALSE },
  { "released", DP_RANK_RELEASED, NO_VALUE, FALSE },
  { "month", DP_RANK_MONTH, NUMBER_VALUE, FALSE },
  { "from", DP_RANK_FROM, NO_VALUE, FALSE },
  { "to", DP_RANK_TO, NO_VALUE, FALSE },
  { "year-before", DP_RANK_YEAR_BEFORE, NO_VALUE, FALSE },
  { "status", DP_RANK_STATUS, NUMBER_VALUE, FALSE },
  { "not-country", DP_RANK_SUBJECT, NO_VALUE, FALSE },
  { "part-of-index", DP_RANK_SUB_INDEX, NO_VALUE, FALSE },
  { "skip", DP_RANK_SKIP, NO_VALUE, FALSE },
  { "any-index", DP_RANK_GENERIC, NO_VALUE, FALSE },
  { "unit", DP_RANK_UNIT, NO_VALUE, FALSE },
  { "report", DP_RANK_REPORT, NO_VALUE, FALSE },
  { "world", DP_RANK_WORLD, NO_VALUE, FALSE },
  { "since", DP_RANK_SINCE, NO_VALUE, FALSE },
  { "plain", DP_RANK_HARMLESS, NO_VALUE, FALSE },
  { "spoils", DP_RANK_SPOILS, NO_VALUE, FALSE },
  { "index", DP_RANK_INDEX, ID_VALUE, FALSE },
  { "publisher", DP_RANK_PUBLISHER, ID_VALUE, TRUE },
  { "country", DP_RANK_COUNTRY, COUNTRY_VALUE, TRUE },
  { "people", DP_RANK_PEOPLE, COUNTRY_VALUE, TRUE },
};

/* A line is read into this before any of the file is taken over. */
typedef struct
{
  DpRankEntry entry;
  char **words;
  char *name; /* (nullable): as it is written, of the first wording of a country or an index */
} Phrase;

typedef struct
{
  DpRankLexicon *lexicon;
  const char *name; /* of the file */
  guint line;
  guint language;
  GHashTable *forms;   /* name (owned) to char ** (owned): endings */
  GHashTable *endings; /* the same, of country names, by the ending that they take the place of */
  GArray *phrases;
  DpRankTokens tokens;
} File;

G_GNUC_PRINTF (3, 4)
static gboolean
fail (File *file,
      GError **error,
      const char *format,
      ...)
{
  g_autofree char *reason = NULL;
  va_list arguments;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("%s, line %u: %s"), file->name, file->line, reason);

  return FALSE;
}

static void
phrase_clear (Phrase *phrase)
{
  g_strfreev (phrase->words);
  g_free (phrase->name);
}

static char *
fold_ending (File *file,
             const char *text)
{
  GString *folded = g_string_new (NULL);

  dp_rank_tokens_read (&file->tokens, text, strlen (text));
  for (guint i = 0; i < file->tokens.tokens->len; i++)
    g_string_append (folded, file->tokens.text->str + dp_rank_tokens_get (&file->tokens, i)->text);

  return g_string_free (folded, FALSE);
}

/* Endings, "-" being none; in those of country names "=" is the ending that they take the place of. */
static char **
read_endings (File *file,
              const char *values,
              const char *replaced)
{
  g_auto (GStrv) parts = g_strsplit_set (values, " \t", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *folded = NULL;
      g_autofree char *whole = NULL;

      if (*parts[i] == '\0')
        continue;
      folded = fold_ending (file, *parts[i] == '=' ? parts[i] + 1 : parts[i]);
      whole = g_strconcat (*parts[i] == '=' ? replaced : "", strcmp (parts[i], "-") != 0 ? folded : "", NULL);
      g_strv_builder_add (builder, whole);
    }

  return g_strv_builder_end (builder);
}

/* Of the ending of a country's name that is in the file, the longest; "*" is for all names. */
static char **
find_endings (File *file,
              const char *word,
              gsize *stem)
{
  gsize length = strlen (word);

  for (const char *at = word; *at != '\0'; at = g_utf8_next_char (at))
    {
      char **endings = at > word ? g_hash_table_lookup (file->endings, at) : NULL;

      *stem = (gsize) (at - word);
      if (endings != NULL)
        return endings;
    }
  *stem = length;

  return g_utf8_strlen (word, -1) > 2 ? g_hash_table_lookup (file->endings, "*") : NULL;
}

/* The wordings of one token, of which only the last of a written word takes its endings. */
static char **
get_wordings (File *file,
              const DpRankToken *token,
              DpRankCategory category,
              const char *mark)
{
  const char *word = file->tokens.text->str + token->text;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  char **endings = NULL;
  gsize stem = strlen (word);

  if (mark != NULL && *mark == '<')
    endings = g_hash_table_lookup (file->forms, mark);
  else if (mark == NULL && category == DP_RANK_COUNTRY && token->kind == DP_RANK_WORD && !token->is_upper)
    endings = find_endings (file, word, &stem);

  if (mark != NULL && *mark == '*')
    {
      g_autofree char *open = g_strconcat (word, "*", NULL);

      g_strv_builder_add (builder, open);
    }
  else if (endings == NULL)
    g_strv_builder_add (builder, word);
  for (guint i = 0; endings != NULL && endings[i] != NULL; i++)
    {
      g_autofree char *whole = g_strdup_printf ("%.*s%s", (int) stem, word, endings[i]);

      g_strv_builder_add (builder, whole);
    }

  return g_strv_builder_end (builder);
}

static DpRankCase
get_case (File *file,
          gboolean is_name)
{
  const DpRankToken *first = dp_rank_tokens_get (&file->tokens, 0);

  if (first->is_upper && file->tokens.tokens->len == 1)
    return DP_RANK_UPPER;

  return is_name && first->is_capital ? DP_RANK_CAPITAL : DP_RANK_ANY_CASE;
}

/* "индекс<n> восприятия коррупции" without its marks; what has an open end is no name */
static char *
dup_name (const char *written,
          const DpRankEntry *entry)
{
  g_autofree char *name = NULL;
  char *at;

  if (strchr (written, '*') != NULL || (entry->category != DP_RANK_COUNTRY && entry->category != DP_RANK_INDEX))
    return NULL;
  name = g_strstrip (g_strdup (written));
  while ((at = strchr (name, '<')) != NULL)
    {
      char *end = strchr (at, '>');

      if (end == NULL)
        return NULL;
      memmove (at, end + 1, strlen (end));
    }

  return g_steal_pointer (&name);
}

static void
add_wordings (File *file,
              GPtrArray *positions,
              const DpRankEntry *entry,
              const char *written)
{
  g_autofree guint *chosen = g_new0 (guint, positions->len);
  gboolean is_first = TRUE;
  guint i;

  do
    {
      g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
      Phrase phrase = { *entry, NULL, is_first ? dup_name (written, entry) : NULL };

      is_first = FALSE;
      for (i = 0; i < positions->len; i++)
        g_strv_builder_add (builder, ((char **) positions->pdata[i])[chosen[i]]);
      phrase.words = g_strv_builder_end (builder);
      g_array_append_val (file->phrases, phrase);

      for (i = 0; i < positions->len; i++)
        {
          if (((char **) positions->pdata[i])[++chosen[i]] != NULL)
            break;
          chosen[i] = 0;
        }
    }
  while (i < positions->len);
}

/* Splits the mark off a written word: "<adj>" or "*". */
static gboolean
split_mark (File *file,
            char *word,
            char **mark,
            GError **error)
{
  char *at = strpbrk (word, "<*");

  *mark = NULL;
  if (at == NULL)
    return TRUE;

  *mark = g_strdup (at);
  *at = '\0';
  if (**mark == '<' && !g_hash_table_contains (file->forms, *mark))
    return fail (file, error, _ ("no endings are named “%s”"), *mark);
  if (**mark == '*' && (*mark)[1] != '\0')
    return fail (file, error, _ ("“%s” must stand at the end of a word"), "*");
  if (*word == '\0')
    return fail (file, error, _ ("there is no word before “%s”"), *mark);

  return TRUE;
}

static gboolean
add_phrase (File *file,
            const char *text,
            const DpRankEntry *entry,
            gboolean is_name,
            GError **error)
{
  g_auto (GStrv) written = g_strsplit_set (text, " \t", -1);
  g_autoptr (GPtrArray) positions = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  DpRankEntry marked = *entry;
  guint n_wordings = 1;

  for (guint i = 0; written[i] != NULL; i++)
    {
      g_autofree char *mark = NULL;
      guint n;

      if (*written[i] == '\0')
        continue;
      if (!split_mark (file, written[i], &mark, error))
        return FALSE;
      dp_rank_tokens_read (&file->tokens, written[i], strlen (written[i]));
      n = file->tokens.tokens->len;
      if (positions->len == 0 && n > 0)
        marked.letters = get_case (file, is_name);
      for (guint k = 0; k < n; k++)
        {
          char **wordings = get_wordings (file, dp_rank_tokens_get (&file->tokens, k), (DpRankCategory) entry->category, k + 1 == n ? mark : NULL);

          g_ptr_array_add (positions, wordings);
          n_wordings *= g_strv_length (wordings);
        }
      /* An abbreviation of several letters with stops, or of several words, is as good as a name. */
      if (positions->len > 1 && marked.letters == DP_RANK_UPPER)
        marked.letters = DP_RANK_CAPITAL;
      if (n_wordings > MAX_WORDINGS)
        return fail (file, error, _ ("“%s” stands for too many wordings"), text);
    }

  if (positions->len == 0)
    return fail (file, error, _ ("a phrase is empty"));
  add_wordings (file, positions, &marked, text);

  return TRUE;
}

static gboolean
read_value (File *file,
            ValueKind kind,
            const char *key,
            const char *argument,
            DpRankEntry *entry,
            GError **error)
{
  guint64 number;

  if ((kind == NO_VALUE) != (*argument == '\0'))
    return kind == NO_VALUE ? fail (file, error, _ ("“%s” takes no value"), key) : fail (file, error, _ ("“%s” needs a value"), key);

  switch (kind)
    {
    case NUMBER_VALUE:
      if (!g_ascii_string_to_unsigned (argument, 10, 0, 1000, &number, NULL))
        return fail (file, error, _ ("“%s” is no number"), argument);
      entry->value = (int) number;
      break;
    case ID_VALUE:
      entry->value = (int) dp_rank_lexicon_ensure_kind (file->lexicon, argument);
      break;
    case COUNTRY_VALUE:
      if (strcmp (argument, "-") == 0)
        entry->value = -1;
      else if (strlen (argument) != 3 || strspn (argument, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != 3)
        return fail (file, error, _ ("“%s” is no country code of three capital letters"), argument);
      else
        entry->value = (int) dp_rank_lexicon_ensure_country (file->lexicon, argument);
      break;
    case NO_VALUE:
      break;
    }

  return TRUE;
}

static gboolean
read_phrases (File *file,
              guint k,
              const char *argument,
              const char *values,
              GError **error)
{
  g_auto (GStrv) phrases = g_strsplit (values, ",", -1);
  gboolean is_everywhere = keys[k].category == DP_RANK_INDEX || keys[k].category == DP_RANK_PUBLISHER;
  DpRankEntry entry = { keys[k].category, is_everywhere ? DP_RANK_ALL_LANGUAGES : (guint8) file->language, DP_RANK_ANY_CASE, 0 };

  if (!read_value (file, keys[k].value, keys[k].name, argument, &entry, error))
    return FALSE;

  for (guint i = 0; phrases[i] != NULL; i++)
    {
      if (!add_phrase (file, phrases[i], &entry, keys[k].is_name, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_forms (File *file,
            const char *argument,
            const char *values,
            GError **error)
{
  if (*argument == '\0')
    return fail (file, error, _ ("“%s” needs a value"), "forms");

  g_hash_table_insert (file->forms, g_strdup_printf ("<%s>", argument), read_endings (file, values, ""));

  return TRUE;
}

static gboolean
read_country_endings (File *file,
                      const char *argument,
                      const char *values,
                      GError **error)
{
  g_auto (GStrv) replaced = g_strsplit (argument, "/", -1);

  if (*argument == '\0')
    return fail (file, error, _ ("“%s” needs a value"), "ending");

  for (guint i = 0; replaced[i] != NULL; i++)
    {
      gboolean is_rest = strcmp (replaced[i], "*") == 0;
      char *folded = is_rest ? g_strdup ("*") : fold_ending (file, replaced[i]);

      g_hash_table_insert (file->endings, folded, read_endings (file, values, is_rest ? "" : folded));
    }

  return TRUE;
}

static gboolean
read_setting (File *file,
              const char *key,
              const char *argument,
              const char *values,
              gboolean *is_known,
              GError **error)
{
  DpRankLanguage *language = dp_rank_lexicon_get_language (file->lexicon, file->language);

  *is_known = TRUE;
  if (strcmp (key, "forms") == 0)
    return read_forms (file, argument, values, error);
  if (strcmp (key, "ending") == 0)
    return read_country_endings (file, argument, values, error);
  if (strcmp (key, "letters") == 0)
    {
      g_free (language->letters);
      language->letters = g_strdup (values);
      return TRUE;
    }
  if (strcmp (key, "citation") == 0 || strcmp (key, "score-citation") == 0)
    {
      char **setting = *key == 'c' ? &language->citation : &language->score_citation;

      g_free (*setting);
      *setting = g_strdup (values);
      return TRUE;
    }
  if (strcmp (key, "dot") == 0 || strcmp (key, "joined") == 0)
    {
      gboolean *setting = *key == 'd' ? &language->has_dot : &language->is_joined;

      if (strcmp (values, "yes") != 0 && strcmp (values, "no") != 0)
        return fail (file, error, _ ("“%s” is “yes” or “no”"), key);
      *setting = *values == 'y';
      return TRUE;
    }
  *is_known = FALSE;

  return TRUE;
}

static gboolean
read_line (File *file,
           char *line,
           GError **error)
{
  char *colon = strchr (line, ':');
  char *argument;
  const char *values;
  gboolean is_known;

  if (colon == NULL)
    return fail (file, error, _ ("there is no colon"));
  *colon = '\0';
  values = g_strstrip (colon + 1);
  g_strstrip (line);
  argument = strpbrk (line, " \t");
  if (argument != NULL)
    {
      *argument++ = '\0';
      g_strchug (argument);
    }
  else
    argument = line + strlen (line);
  if (*values == '\0')
    return fail (file, error, _ ("nothing stands behind the colon"));

  if (!read_setting (file, line, argument, values, &is_known, error))
    return FALSE;
  for (guint i = 0; !is_known && i < G_N_ELEMENTS (keys); i++)
    {
      if (strcmp (keys[i].name, line) == 0)
        return read_phrases (file, i, argument, values, error);
    }

  return is_known || fail (file, error, _ ("there is no key “%s”"), line);
}

typedef gboolean (*LineReader) (File *file,
                                char *line,
                                GError **error);

static gboolean
read_lines (File *file,
            const char *path,
            LineReader reader,
            GError **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = dp_file_read (source, MAX_FILE_SIZE, NULL, error);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (bytes == NULL)
    return FALSE;
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  lines = g_strsplit (text, "\n", -1);
  if (lines[0] != NULL && g_str_has_prefix (lines[0], "\xef\xbb\xbf"))
    memmove (lines[0], lines[0] + 3, strlen (lines[0]) - 2);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      file->line = i + 1;
      if (!g_utf8_validate (lines[i], -1, NULL))
        return fail (file, error, _ ("not UTF-8"));
      g_strstrip (lines[i]);
      if (*lines[i] != '\0' && *lines[i] != '#' && !reader (file, lines[i], error))
        return FALSE;
    }

  return TRUE;
}

/* indices.txt: what indices are like, whatever the language. */
static gboolean
read_index_line (File *file,
                 char *line,
                 GError **error)
{
  char *colon = strchr (line, ':');
  g_auto (GStrv) head = NULL;
  g_auto (GStrv) values = NULL;
  DpRankKind *kind;

  if (colon == NULL)
    return fail (file, error, _ ("there is no colon"));
  *colon = '\0';
  head = g_strsplit (g_strstrip (line), " ", 2);
  values = g_strsplit (g_strstrip (colon + 1), " ", -1);
  if (head[0] == NULL || head[1] == NULL || values[0] == NULL)
    return fail (file, error, _ ("a line has a key, the id of an index, a colon and a value"));

  kind = dp_rank_lexicon_get_kind (file->lexicon, dp_rank_lexicon_ensure_kind (file->lexicon, head[1]));
  if (strcmp (head[0], "edition") == 0)
    {
      DpRankAlias *alias;

      if (values[1] == NULL)
        return fail (file, error, _ ("“%s” needs a value"), "edition");
      alias = g_new0 (DpRankAlias, 1);
      alias->year = g_strdup (values[0]);
      alias->edition = g_strjoinv (" ", values + 1);
      g_ptr_array_add (kind->aliases, alias);
    }
  else if (strcmp (head[0], "next-year") == 0)
    kind->next_year = (guint) g_ascii_strtoull (values[0], NULL, 10);
  else if (strcmp (head[0], "ranks") == 0)
    kind->has_ranks = strcmp (values[0], "no") != 0;
  else if (strcmp (head[0], "worst-first") == 0)
    kind->worst_first = strcmp (values[0], "yes") == 0;
  else if (strcmp (head[0], "year") == 0 && strcmp (values[0], "report-or-data") == 0)
    kind->by_data = TRUE;
  else if (strcmp (head[0], "year") == 0 && strcmp (values[0], "data") == 0)
    kind->by_report = TRUE;
  else if (strcmp (head[0], "publishes") == 0)
    {
      for (guint i = 0; values[i] != NULL; i++)
        g_ptr_array_add (kind->parts, g_strdup (values[i]));
    }
  else if (strcmp (head[0], "totals") == 0)
    {
      for (guint i = 0; values[i] != NULL; i++)
        {
          guint total = (guint) g_ascii_strtoull (values[i], NULL, 10);

          g_array_append_val (kind->totals, total);
        }
    }
  else
    return fail (file, error, _ ("there is no key “%s”"), head[0]);

  return TRUE;
}

/* "fr" of "fr.txt" and "countries-fr.txt" */
static char *
dup_code (const char *name)
{
  const char *code = g_str_has_prefix (name, "countries-") ? name + strlen ("countries-") : name;

  return g_strndup (code, strlen (code) - strlen (".txt"));
}

static void
add_name (File *file,
          const Phrase *phrase)
{
  const char *id;

  if (phrase->name == NULL || phrase->entry.value < 0)
    return;

  id = phrase->entry.category == DP_RANK_COUNTRY ? dp_rank_lexicon_get_country (file->lexicon, (guint) phrase->entry.value)
                                                 : dp_rank_lexicon_get_kind (file->lexicon, (guint) phrase->entry.value)->id;
  dp_rank_lexicon_add_name (file->lexicon, file->language, (DpRankCategory) phrase->entry.category, id, phrase->name);
}

static void
read_file (DpRankLexicon *lexicon,
           const char *folder,
           const char *name,
           GPtrArray *problems)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  gboolean is_indices = strcmp (name, "indices.txt") == 0;
  g_autofree char *code = is_indices ? NULL : dup_code (name);
  g_autoptr (GError) error = NULL;
  File file = { lexicon, name, 0, 0 };

  file.language = is_indices ? 0 : dp_rank_lexicon_ensure_language (lexicon, code);
  file.forms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);
  file.endings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);
  file.phrases = g_array_new (FALSE, FALSE, sizeof (Phrase));
  g_array_set_clear_func (file.phrases, (GDestroyNotify) phrase_clear);
  dp_rank_tokens_init (&file.tokens);

  if (read_lines (&file, path, is_indices ? read_index_line : read_line, &error))
    {
      for (guint i = 0; i < file.phrases->len; i++)
        {
          const Phrase *phrase = &g_array_index (file.phrases, Phrase, i);

          dp_rank_lexicon_add (lexicon, (const char *const *) phrase->words, &phrase->entry);
          add_name (&file, phrase);
        }
    }
  else
    g_ptr_array_add (problems, g_strdup (error->message));

  dp_rank_tokens_clear (&file.tokens);
  g_array_unref (file.phrases);
  g_hash_table_unref (file.endings);
  g_hash_table_unref (file.forms);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

DpRankLexicon *
dp_rank_lexicon_read (const char *folder,
                      GPtrArray *problems)
{
  g_autoptr (DpRankLexicon) self = dp_rank_lexicon_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_return_val_if_fail (folder != NULL && problems != NULL, NULL);

  dir = g_dir_open (folder, 0, &error);
  if (dir == NULL)
    {
      g_ptr_array_add (problems, g_strdup (error->message));
      return g_steal_pointer (&self);
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_suffix (name, ".txt") && *name != '.')
        g_ptr_array_add (names, g_strdup (name));
    }
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    read_file (self, folder, names->pdata[i], problems);

  return g_steal_pointer (&self);
}
