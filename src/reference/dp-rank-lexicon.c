/* dp-rank-lexicon.c: what the folder rank-words says of the words that state ranks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference/dp-rank-lexicon.h"

#include <string.h>

/* How many letters a word may have beyond a stem that ends in "*", and how few the stem. */
#define MAX_ENDING 5
#define MIN_STEM 2
#define MAX_WORD 64
#define NO_ENTRY G_MAXUINT32

/* All phrases of all languages are one tree: an edge for each word, kept in one table. */
typedef struct
{
  guint64 key; /* node above and word; 0 when free */
  guint32 node;
} Edge;

typedef struct
{
  guint32 first_entry;
} Node;

typedef struct
{
  DpRankEntry entry;
  guint32 next;
} Link;

struct _DpRankLexicon
{
  GPtrArray *languages; /* DpRankLanguage */
  GPtrArray *kinds;     /* DpRankKind */
  GPtrArray *countries; /* utf8 */
  GPtrArray *names;     /* DpRankName */
  GHashTable *country_places;

  GHashTable *words; /* utf8 (owned) to number, from 1 */
  GArray *nodes;     /* Node; the first is the root */
  GArray *links;     /* Link */
  Edge *edges;
  gsize n_slots; /* a power of two */
  gsize n_edges;
};

static void
language_free (DpRankLanguage *language)
{
  g_free (language->code);
  g_free (language->letters);
  g_free (language->citation);
  g_free (language->score_citation);
  g_free (language);
}

static void
alias_free (DpRankAlias *alias)
{
  g_free (alias->year);
  g_free (alias->edition);
  g_free (alias);
}

static void
name_free (DpRankName *name)
{
  g_free (name->id);
  g_free (name->name);
  g_free (name);
}

static void
kind_free (DpRankKind *kind)
{
  g_free (kind->id);
  g_ptr_array_unref (kind->aliases);
  g_ptr_array_unref (kind->parts);
  g_array_unref (kind->totals);
  g_free (kind);
}

static guint32
add_node (DpRankLexicon *self)
{
  Node node = { NO_ENTRY };

  g_array_append_val (self->nodes, node);

  return self->nodes->len - 1;
}

DpRankLexicon *
dp_rank_lexicon_new (void)
{
  DpRankLexicon *self = g_new0 (DpRankLexicon, 1);

  self->languages = g_ptr_array_new_with_free_func ((GDestroyNotify) language_free);
  self->kinds = g_ptr_array_new_with_free_func ((GDestroyNotify) kind_free);
  self->countries = g_ptr_array_new_with_free_func (g_free);
  self->names = g_ptr_array_new_with_free_func ((GDestroyNotify) name_free);
  self->country_places = g_hash_table_new (g_str_hash, g_str_equal);
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  self->links = g_array_new (FALSE, FALSE, sizeof (Link));
  self->n_slots = 1 << 12;
  self->edges = g_new0 (Edge, self->n_slots);
  add_node (self);

  return self;
}

void
dp_rank_lexicon_free (DpRankLexicon *self)
{
  g_ptr_array_unref (self->languages);
  g_ptr_array_unref (self->kinds);
  g_ptr_array_unref (self->names);
  g_hash_table_unref (self->country_places);
  g_ptr_array_unref (self->countries);
  g_hash_table_unref (self->words);
  g_array_unref (self->nodes);
  g_array_unref (self->links);
  g_free (self->edges);
  g_free (self);
}

/* Languages, indices, countries. */

guint
dp_rank_lexicon_get_n_languages (DpRankLexicon *self)
{
  return self->languages->len;
}

DpRankLanguage *
dp_rank_lexicon_get_language (DpRankLexicon *self,
                              guint i)
{
  return self->languages->pdata[i];
}

guint
dp_rank_lexicon_ensure_language (DpRankLexicon *self,
                                 const char *code)
{
  DpRankLanguage *language;

  for (guint i = 0; i < self->languages->len; i++)
    {
      if (strcmp (((DpRankLanguage *) self->languages->pdata[i])->code, code) == 0)
        return i;
    }

  language = g_new0 (DpRankLanguage, 1);
  language->code = g_strdup (code);
  language->letters = g_strdup ("");
  g_ptr_array_add (self->languages, language);

  return self->languages->len - 1;
}

guint
dp_rank_lexicon_ensure_kind (DpRankLexicon *self,
                             const char *id)
{
  DpRankKind *kind;

  for (guint i = 0; i < self->kinds->len; i++)
    {
      if (strcmp (((DpRankKind *) self->kinds->pdata[i])->id, id) == 0)
        return i;
    }

  kind = g_new0 (DpRankKind, 1);
  kind->id = g_strdup (id);
  kind->has_ranks = TRUE;
  kind->aliases = g_ptr_array_new_with_free_func ((GDestroyNotify) alias_free);
  kind->parts = g_ptr_array_new_with_free_func (g_free);
  kind->totals = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (self->kinds, kind);

  return self->kinds->len - 1;
}

DpRankKind *
dp_rank_lexicon_get_kind (DpRankLexicon *self,
                          guint i)
{
  return self->kinds->pdata[i];
}

guint
dp_rank_lexicon_ensure_country (DpRankLexicon *self,
                                const char *iso3)
{
  gpointer place;

  if (g_hash_table_lookup_extended (self->country_places, iso3, NULL, &place))
    return GPOINTER_TO_UINT (place);

  g_ptr_array_add (self->countries, g_strdup (iso3));
  g_hash_table_insert (self->country_places, self->countries->pdata[self->countries->len - 1], GUINT_TO_POINTER (self->countries->len - 1));

  return self->countries->len - 1;
}

const char *
dp_rank_lexicon_get_country (DpRankLexicon *self,
                             guint i)
{
  return self->countries->pdata[i];
}

const DpRankLanguage *
dp_rank_lexicon_find_language (DpRankLexicon *self,
                               const char *tag)
{
  gsize length = strcspn (tag, "-_");

  for (guint i = 0; i < self->languages->len; i++)
    {
      const DpRankLanguage *language = self->languages->pdata[i];

      if (strlen (language->code) == length && g_ascii_strncasecmp (language->code, tag, length) == 0)
        return language;
    }

  return NULL;
}

void
dp_rank_lexicon_add_name (DpRankLexicon *self,
                          guint language,
                          DpRankCategory category,
                          const char *id,
                          const char *name)
{
  DpRankName *added = g_new0 (DpRankName, 1);

  added->language = language;
  added->category = category;
  added->id = g_strdup (id);
  added->name = g_strdup (name);
  g_ptr_array_add (self->names, added);
}

const char *
dp_rank_lexicon_get_name (DpRankLexicon *self,
                          const char *code,
                          const char *id)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      const DpRankName *name = self->names->pdata[i];
      const DpRankLanguage *language = self->languages->pdata[name->language];

      if (strcmp (name->id, id) == 0 && strcmp (language->code, code) == 0)
        return name->name;
    }

  return NULL;
}

GPtrArray *
dp_rank_lexicon_get_names (DpRankLexicon *self)
{
  return self->names;
}

/* The tree. */

static gsize
find_slot (const Edge *edges,
           gsize n_slots,
           guint64 key)
{
  gsize slot = (gsize) ((key * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 20) & (n_slots - 1);

  while (edges[slot].key != 0 && edges[slot].key != key)
    slot = (slot + 1) & (n_slots - 1);

  return slot;
}

static void
grow (DpRankLexicon *self)
{
  gsize n_slots = self->n_slots * 2;
  Edge *edges = g_new0 (Edge, n_slots);

  for (gsize i = 0; i < self->n_slots; i++)
    {
      if (self->edges[i].key != 0)
        edges[find_slot (edges, n_slots, self->edges[i].key)] = self->edges[i];
    }
  g_free (self->edges);
  self->edges = edges;
  self->n_slots = n_slots;
}

static guint64
make_key (guint32 node,
          guint32 word)
{
  return ((guint64) node << 32) | word;
}

/* 0 when there is none; the root is nobody's child. */
static guint32
find_child (DpRankLexicon *self,
            guint32 node,
            guint32 word)
{
  const Edge *edge = &self->edges[find_slot (self->edges, self->n_slots, make_key (node, word))];

  return edge->key != 0 ? edge->node : 0;
}

static guint32
ensure_child (DpRankLexicon *self,
              guint32 node,
              guint32 word)
{
  guint32 child = find_child (self, node, word);
  gsize slot;

  if (child != 0)
    return child;

  if (self->n_edges * 2 >= self->n_slots)
    grow (self);
  child = add_node (self);
  slot = find_slot (self->edges, self->n_slots, make_key (node, word));
  self->edges[slot].key = make_key (node, word);
  self->edges[slot].node = child;
  self->n_edges++;

  return child;
}

static guint32
find_word (DpRankLexicon *self,
           const char *word)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->words, word));
}

static guint32
ensure_word (DpRankLexicon *self,
             const char *word)
{
  guint32 number = find_word (self, word);

  if (number == 0)
    {
      number = g_hash_table_size (self->words) + 1;
      g_hash_table_insert (self->words, g_strdup (word), GUINT_TO_POINTER (number));
    }

  return number;
}

void
dp_rank_lexicon_add (DpRankLexicon *self,
                     const char *const *words,
                     const DpRankEntry *entry)
{
  guint32 node = 0;
  Link link = { *entry, NO_ENTRY };
  Node *last;

  g_return_if_fail (words[0] != NULL);

  for (guint i = 0; words[i] != NULL; i++)
    node = ensure_child (self, node, ensure_word (self, words[i]));

  last = &g_array_index (self->nodes, Node, node);
  for (guint32 i = last->first_entry; i != NO_ENTRY; i = g_array_index (self->links, Link, i).next)
    {
      const DpRankEntry *other = &g_array_index (self->links, Link, i).entry;

      if (other->category == entry->category && other->language == entry->language && other->value == entry->value && other->letters <= entry->letters)
        return;
    }
  link.next = last->first_entry;
  last->first_entry = self->links->len;
  g_array_append_val (self->links, link);
}

/* Finding. */

typedef struct
{
  guint32 words[MAX_ENDING + 2]; /* the word itself, and stems that it may come from */
  guint n_words;
} Candidates;

static void
find_candidates (DpRankLexicon *self,
                 const char *text,
                 gsize length,
                 Candidates *candidates)
{
  char stem[MAX_WORD + 2];
  const char *end = text + length;
  guint32 word = find_word (self, text);

  candidates->n_words = 0;
  if (word != 0)
    candidates->words[candidates->n_words++] = word;
  if (length >= MAX_WORD)
    return;

  memcpy (stem, text, length);
  for (guint n = 0; n <= MAX_ENDING && end > text; n++)
    {
      gsize at = (gsize) (end - text);

      stem[at] = '*';
      stem[at + 1] = '\0';
      word = at >= MIN_STEM ? find_word (self, stem) : 0;
      if (word != 0)
        candidates->words[candidates->n_words++] = word;
      end = g_utf8_find_prev_char (text, end);
      if (end == NULL)
        return;
    }
}

static gboolean
has_letters (const DpRankToken *token,
             DpRankCase letters)
{
  switch (letters)
    {
    case DP_RANK_CAPITAL:
      return token->is_capital;
    case DP_RANK_UPPER:
      return token->is_upper;
    case DP_RANK_ANY_CASE:
      break;
    }

  return TRUE;
}

static void
take_entries (DpRankLexicon *self,
              const DpRankToken *token,
              guint32 node,
              guint first,
              guint last,
              GArray *matches)
{
  for (guint32 i = g_array_index (self->nodes, Node, node).first_entry; i != NO_ENTRY; i = g_array_index (self->links, Link, i).next)
    {
      const Link *link = &g_array_index (self->links, Link, i);
      DpRankMatch match = { link->entry, first, last };

      if (has_letters (token, link->entry.letters))
        g_array_append_val (matches, match);
    }
}

typedef struct
{
  DpRankLexicon *lexicon;
  const DpRankTokens *tokens;
  const Candidates *candidates;
  guint first;
  GArray *matches;
} Walk;

static void
walk (const Walk *self,
      guint32 node,
      guint at)
{
  if (at >= self->tokens->tokens->len)
    return;

  for (guint i = 0; i < self->candidates[at].n_words; i++)
    {
      guint32 child = find_child (self->lexicon, node, self->candidates[at].words[i]);

      if (child == 0)
        continue;
      take_entries (self->lexicon, dp_rank_tokens_get (self->tokens, self->first), child, self->first, at, self->matches);
      walk (self, child, at + 1);
    }
}

void
dp_rank_lexicon_match (DpRankLexicon *self,
                       const DpRankTokens *tokens,
                       GArray *matches)
{
  guint n = tokens->tokens->len;
  g_autofree Candidates *candidates = g_new (Candidates, n + 1);
  Walk run = { self, tokens, candidates, 0, matches };

  for (guint i = 0; i < n; i++)
    {
      const DpRankToken *token = dp_rank_tokens_get (tokens, i);

      find_candidates (self, tokens->text->str + token->text, token->length, &candidates[i]);
    }
  for (run.first = 0; run.first < n; run.first++)
    walk (&run, 0, run.first);
}

const DpRankEntry *
dp_rank_lexicon_find (DpRankLexicon *self,
                      const char *word,
                      DpRankCategory category,
                      guint language)
{
  guint32 number = find_word (self, word);
  guint32 node = number != 0 ? find_child (self, 0, number) : 0;

  if (node == 0)
    return NULL;

  for (guint32 i = g_array_index (self->nodes, Node, node).first_entry; i != NO_ENTRY; i = g_array_index (self->links, Link, i).next)
    {
      const DpRankEntry *entry = &g_array_index (self->links, Link, i).entry;

      if (entry->category == category && entry->language == language)
        return entry;
    }

  return NULL;
}
