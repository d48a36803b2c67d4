/* dp-sentences-rules.c: what a language does at the ends of its sentences
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "text/dp-sentences-rules.h"

#include "base/dp-paths.h"

#include <string.h>
#include <gio/gio.h>

#define SUFFIX ".txt"
#define BASE_NAME "root"
#define CAPITALISED_SHIFT 16

static const struct
{
  const char *key;
  DpWordKind kind;
} word_keys[] = {
  { "title", DP_WORD_TITLE },
  { "never", DP_WORD_NEVER },
  { "number", DP_WORD_NUMBER },
  { "name", DP_WORD_NAME },
  { "end", DP_WORD_END },
  { "month", DP_WORD_MONTH },
  { "common", DP_WORD_COMMON },
  { "particle", DP_WORD_PARTICLE },
  { "brand", DP_WORD_BRAND },
  { "polite", DP_WORD_POLITE },
};

void
dp_sentence_rules_free (DpSentenceRules *self)
{
  g_free (self->language);
  g_free (self->script);
  dp_word_table_free (self->words);
  g_array_unref (self->word_list);
  g_ptr_array_unref (self->endings);
  g_array_unref (self->letters);
  g_strfreev (self->continuations);
  g_array_unref (self->stops);
  g_free (self);
}

static void
ending_free (gpointer data)
{
  DpWordEnding *ending = data;

  g_free (ending->text);
  g_free (ending);
}

static DpSentenceRules *
rules_new (const char *language)
{
  DpSentenceRules *self = g_new0 (DpSentenceRules, 1);

  self->language = g_strdup (language);
  self->script = g_strdup ("");
  self->words = dp_word_table_new ();
  self->word_list = g_array_new (FALSE, FALSE, sizeof (guint64));
  self->endings = g_ptr_array_new_with_free_func (ending_free);
  self->letters = g_array_new (FALSE, FALSE, sizeof (gunichar));
  self->continuations = g_new0 (char *, 1);
  self->stops = g_array_new (FALSE, FALSE, sizeof (gunichar));
  return self;
}

/* Letter by letter, as in the text. */
static char *
dup_lower (const char *word,
           gsize length)
{
  GString *lower = g_string_new (NULL);

  for (const char *p = word; p < word + length; p = g_utf8_next_char (p))
    g_string_append_unichar (lower, dp_word_lower (g_utf8_get_char (p)));
  return g_string_free (lower, FALSE);
}

/* "-str." is kept as "str" */
static void
add_ending (DpSentenceRules *self,
            const char *text,
            gsize length,
            DpWordKind kind)
{
  DpWordEnding *ending = g_new0 (DpWordEnding, 1);

  ending->text = dup_lower (text, length);
  ending->length = strlen (ending->text);
  ending->kind = kind;
  g_ptr_array_add (self->endings, ending);
}

/* "Prof." is kept as "prof"; a capital in the file asks for one in the text. */
static void
add_word (DpSentenceRules *self,
          const char *word,
          DpWordKind kind)
{
  gsize length = strlen (word);
  g_autofree char *lower = NULL;
  gboolean is_capitalised;
  guint64 hash;

  if (length > 1 && word[length - 1] == '.')
    length--;
  if (*word == '-' && length > 1)
    {
      add_ending (self, word + 1, length - 1, kind);
      return;
    }
  lower = dup_lower (word, length);
  is_capitalised = kind != DP_WORD_MONTH && g_unichar_isupper (g_utf8_get_char (word));
  hash = dp_word_hash (lower);
  if (dp_word_table_get (self->words, hash) == 0)
    g_array_append_val (self->word_list, hash);
  dp_word_table_add (self->words, hash, is_capitalised ? (guint64) kind << CAPITALISED_SHIFT : (guint64) kind);
}

static void
add_characters (GArray *characters,
                char **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    for (const char *p = words[i]; *p != '\0'; p = g_utf8_next_char (p))
      {
        gunichar c = g_utf8_get_char (p);

        g_array_append_val (characters, c);
      }
}

static void
add_vowels (DpSentenceRules *self,
            char **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    for (const char *p = words[i]; *p != '\0'; p = g_utf8_next_char (p))
      {
        gunichar c = g_utf8_get_char (p);

        if (c < DP_VOWEL_LIMIT)
          self->vowels[c / 8] |= (guint8) (1 << c % 8);
      }
}

static void
add_continuations (DpSentenceRules *self,
                   char **words)
{
  GStrvBuilder *builder = g_strv_builder_new ();

  g_strv_builder_addv (builder, (const char **) self->continuations);
  g_strv_builder_addv (builder, (const char **) words);
  g_strfreev (self->continuations);
  self->continuations = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
}

static gboolean
refuse (GError **error,
        const char *what,
        const char *wrong)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "“%s” %s", what, wrong);
  return FALSE;
}

static gboolean
set_ordinal (DpSentenceRules *self,
             const char *value,
             GError **error)
{
  static const char *const names[] = { "none", "month", "noun" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (value, names[i]))
      {
        self->ordinal = (DpOrdinal) i;
        return TRUE;
      }
  return refuse (error, value, "is none of: none, month, noun");
}

static gboolean
set_flag (gboolean *flag,
          const char *value,
          GError **error)
{
  *flag = g_str_equal (value, "yes");
  return *flag || g_str_equal (value, "no") || refuse (error, value, "is neither yes nor no");
}

static gboolean
set_script (DpSentenceRules *self,
            const char *value,
            GError **error)
{
  if (strlen (value) != 4 || !g_ascii_isupper (*value))
    return refuse (error, value, "is no code of a script, as Latn is");
  g_free (self->script);
  self->script = g_strdup (value);
  return TRUE;
}

static gboolean
apply_setting (DpSentenceRules *self,
               const char *key,
               char **words,
               GError **error)
{
  const char *first = words[0] != NULL ? words[0] : "";

  if (g_str_equal (key, "ordinal"))
    return set_ordinal (self, first, error);
  if (g_str_equal (key, "roman"))
    return set_flag (&self->has_roman, first, error);
  if (g_str_equal (key, "strict"))
    return set_flag (&self->is_strict, first, error);
  if (g_str_equal (key, "run-on"))
    return set_flag (&self->has_run_ons, first, error);
  if (g_str_equal (key, "script"))
    return set_script (self, first, error);
  if (g_str_equal (key, "stop"))
    add_characters (self->stops, words);
  else if (g_str_equal (key, "letter"))
    add_characters (self->letters, words);
  else if (g_str_equal (key, "vowel"))
    add_vowels (self, words);
  else if (g_str_equal (key, "continue"))
    add_continuations (self, words);
  else
    return refuse (error, key, "is no key");
  return TRUE;
}

static gboolean
apply_line (DpSentenceRules *self,
            char *line,
            GError **error)
{
  char *colon;
  g_autofree char *valid = g_utf8_make_valid (line, -1);
  g_auto (GStrv) split = NULL;
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  if (!g_str_equal (line, valid))
    return refuse (error, valid, "is not UTF-8");
  g_strstrip (line);
  if (*line == '\0' || *line == '#')
    return TRUE;
  colon = strchr (line, ':');
  if (colon == NULL)
    return refuse (error, line, "has no colon");

  *colon = '\0';
  split = g_strsplit_set (colon + 1, " \t", -1);
  for (guint i = 0; split[i] != NULL; i++)
    if (*split[i] != '\0')
      g_ptr_array_add (words, split[i]);
  for (guint i = 0; i < G_N_ELEMENTS (word_keys); i++)
    if (g_str_equal (line, word_keys[i].key))
      {
        for (guint j = 0; j < words->len; j++)
          add_word (self, g_ptr_array_index (words, j), word_keys[i].kind);
        return TRUE;
      }
  g_ptr_array_add (words, NULL);
  return apply_setting (self, line, (char **) words->pdata, error);
}

DpSentenceRules *
dp_sentence_rules_parse (const char *language,
                         const char *text,
                         gsize length,
                         GError **error)
{
  g_autoptr (DpSentenceRules) self = rules_new (language);
  g_autofree char *copy = g_strndup (text, length);
  g_auto (GStrv) lines = g_strsplit (copy, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (!apply_line (self, lines[i], error))
      {
        g_prefix_error (error, "line %u: ", i + 1);
        return NULL;
      }
  return g_steal_pointer (&self);
}

static DpSentenceRules *
load (const char *name)
{
  g_autofree char *folder = dp_paths_data ("sentences");
  g_autofree char *file = g_strconcat (name, SUFFIX, NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  DpSentenceRules *rules;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, NULL))
    return NULL;
  rules = dp_sentence_rules_parse (name, text, length, &error);
  if (rules == NULL)
    g_warning ("%s, %s", path, error->message);
  return rules;
}

static GMutex mutex;
/* (element-type utf8 DpSentenceRules): NULL for what has no file; nothing is ever taken out */
static GHashTable *loaded;

/* With the mutex held. */
static DpSentenceRules *
get_loaded (const char *name)
{
  gpointer found = NULL;

  if (loaded == NULL)
    loaded = g_hash_table_new (g_str_hash, g_str_equal);
  if (!g_hash_table_lookup_extended (loaded, name, NULL, &found))
    {
      DpSentenceRules *rules = load (name);

      if (rules != NULL && !g_str_equal (name, BASE_NAME))
        rules->base = get_loaded (BASE_NAME);
      g_hash_table_insert (loaded, g_strdup (name), rules);
      found = rules;
    }
  return found;
}

/* "pt" of "pt-BR"; the file's name is made of it, so that nothing but letters gets in. */
static gboolean
copy_primary (const char *language,
              char primary[9])
{
  gsize n = 0;

  while (g_ascii_isalpha (language[n]) && n < 8)
    {
      primary[n] = g_ascii_tolower (language[n]);
      n++;
    }
  primary[n] = '\0';
  return n >= 2 && n <= 3 && (language[n] == '\0' || language[n] == '-' || language[n] == '_');
}

const DpSentenceRules *
dp_sentence_rules_get (const char *language)
{
  char primary[9];
  const DpSentenceRules *rules = NULL;

  g_mutex_lock (&mutex);
  if (copy_primary (language, primary))
    rules = get_loaded (primary);
  if (rules == NULL)
    rules = get_loaded (BASE_NAME);
  g_mutex_unlock (&mutex);
  return rules;
}

static int
compare_languages (gconstpointer a,
                   gconstpointer b)
{
  const DpSentenceRules *const *first = a;
  const DpSentenceRules *const *second = b;

  return strcmp ((*first)->language, (*second)->language);
}

GPtrArray *
dp_sentence_rules_list (void)
{
  GPtrArray *all = g_ptr_array_new ();
  g_autofree char *folder = dp_paths_data ("sentences");
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *language = g_str_has_suffix (name, SUFFIX) ? g_strndup (name, strlen (name) - strlen (SUFFIX)) : NULL;
      char primary[9];
      DpSentenceRules *rules;

      if (language == NULL || !copy_primary (language, primary))
        continue;
      g_mutex_lock (&mutex);
      rules = get_loaded (primary);
      g_mutex_unlock (&mutex);
      if (rules != NULL)
        g_ptr_array_add (all, rules);
    }
  g_ptr_array_sort (all, compare_languages);
  for (guint i = 0; i < all->len; i++)
    ((DpSentenceRules *) g_ptr_array_index (all, i))->number = i;
  return all;
}

DpWordKind
dp_sentence_rules_find (const DpSentenceRules *self,
                        guint64 word,
                        gboolean is_capitalised)
{
  for (; self != NULL; self = self->base)
    {
      guint kinds = (guint) dp_word_table_get (self->words, word);

      kinds = (kinds & 0xFFFF) | (is_capitalised ? kinds >> CAPITALISED_SHIFT : 0);
      if (kinds != 0)
        return (DpWordKind) kinds;
    }
  return 0;
}

DpWordKind
dp_sentence_rules_find_ending (const DpSentenceRules *self,
                               const char *word)
{
  gsize length = strlen (word);

  for (guint i = 0; i < self->endings->len; i++)
    {
      const DpWordEnding *ending = g_ptr_array_index (self->endings, i);

      if (length > ending->length && memcmp (word + length - ending->length, ending->text, ending->length) == 0)
        return ending->kind;
    }
  return 0;
}
