/* dp-sentences-rules.c: what a language does at the ends of its sentences
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "text/dp-sentences-rules.h"

#include "base/dp-paths.h"

#include <string.h>

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
};

void
dp_sentence_rules_free (DpSentenceRules *self)
{
  g_free (self->language);
  g_free (self->script);
  g_hash_table_unref (self->words);
  g_strfreev (self->continuations);
  g_array_unref (self->stops);
  g_free (self);
}

static DpSentenceRules *
rules_new (const char *language)
{
  DpSentenceRules *self = g_new0 (DpSentenceRules, 1);

  self->language = g_strdup (language);
  self->script = g_strdup ("");
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->continuations = g_new0 (char *, 1);
  self->stops = g_array_new (FALSE, FALSE, sizeof (gunichar));
  return self;
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
  guint known, added;

  if (length > 1 && word[length - 1] == '.')
    length--;
  lower = g_utf8_strdown (word, (gssize) length);
  is_capitalised = kind != DP_WORD_MONTH && g_unichar_isupper (g_utf8_get_char (word));
  known = GPOINTER_TO_UINT (g_hash_table_lookup (self->words, lower));
  added = is_capitalised ? (guint) kind << CAPITALISED_SHIFT : (guint) kind;
  g_hash_table_replace (self->words, g_steal_pointer (&lower), GUINT_TO_POINTER (known | added));
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
set_ordinal (DpSentenceRules *self,
             const char *value)
{
  static const char *const names[] = { "none", "month", "noun" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (value, names[i]))
      {
        self->ordinal = (DpOrdinal) i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
apply_setting (DpSentenceRules *self,
               const char *key,
               char **words)
{
  const char *first = words[0] != NULL ? words[0] : "";

  if (g_str_equal (key, "stop"))
    add_characters (self->stops, words);
  else if (g_str_equal (key, "vowel"))
    add_vowels (self, words);
  else if (g_str_equal (key, "continue"))
    add_continuations (self, words);
  else if (g_str_equal (key, "ordinal"))
    return set_ordinal (self, first);
  else if (g_str_equal (key, "roman"))
    self->has_roman = g_str_equal (first, "yes");
  else if (g_str_equal (key, "strict"))
    self->is_strict = g_str_equal (first, "yes");
  else if (g_str_equal (key, "script"))
    {
      g_free (self->script);
      self->script = g_strdup (first);
    }
  else
    return FALSE;
  return TRUE;
}

/* A new key that this version does not know is no reason to do without the others. */
static gboolean
apply_line (DpSentenceRules *self,
            char *line)
{
  char *colon;
  g_auto (GStrv) split = NULL;
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  g_strstrip (line);
  if (*line == '\0' || *line == '#')
    return TRUE;
  colon = strchr (line, ':');
  if (colon == NULL)
    return FALSE;

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
  apply_setting (self, line, (char **) words->pdata);
  return TRUE;
}

DpSentenceRules *
dp_sentence_rules_parse (const char *language,
                         const char *text,
                         gsize length)
{
  g_autoptr (DpSentenceRules) self = NULL;
  g_autofree char *copy = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_utf8_validate (text, (gssize) length, NULL))
    return NULL;

  self = rules_new (language);
  copy = g_strndup (text, length);
  lines = g_strsplit (copy, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (!apply_line (self, lines[i]))
      return NULL;
  return g_steal_pointer (&self);
}

static DpSentenceRules *
load (const char *name)
{
  g_autofree char *folder = dp_paths_data ("sentences");
  g_autofree char *file = g_strconcat (name, SUFFIX, NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, NULL))
    return NULL;
  return dp_sentence_rules_parse (name, text, length);
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
  return all;
}

DpWordKind
dp_sentence_rules_find (const DpSentenceRules *self,
                        const char *word,
                        gboolean is_capitalised)
{
  for (; self != NULL; self = self->base)
    {
      guint kinds = GPOINTER_TO_UINT (g_hash_table_lookup (self->words, word));

      kinds = (kinds & 0xFFFF) | (is_capitalised ? kinds >> CAPITALISED_SHIFT : 0);
      if (kinds != 0)
        return (DpWordKind) kinds;
    }
  return 0;
}
