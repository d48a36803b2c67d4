/* dp-words.c: the words of a text as numbers, so that two texts can be compared
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "text/dp-words.h"

#define NO_WORD G_MAXUINT

typedef struct
{
  guint64 hash;
  guint id;
} Slot;

/* Open addressing; the number of slots is a power of two. */
struct _DpVocabulary
{
  Slot *slots; /* (owned) */
  guint n_slots;
  guint n_words;
};

typedef enum
{
  KIND_SPACE,
  KIND_UNSEEN,
  KIND_LETTER,
  KIND_MARK,
  KIND_ALONE, /* a letter, or a symbol, that is a word by itself */
  KIND_POINT,
} Kind;

static Slot *
new_slots (guint n)
{
  Slot *slots = g_new (Slot, n);

  for (guint i = 0; i < n; i++)
    slots[i].id = NO_WORD;
  return slots;
}

DpVocabulary *
dp_vocabulary_new (void)
{
  DpVocabulary *self = g_new0 (DpVocabulary, 1);

  self->n_slots = 1024;
  self->slots = new_slots (self->n_slots);
  return self;
}

void
dp_vocabulary_free (DpVocabulary *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->slots);
  g_free (self);
}

guint
dp_vocabulary_get_n_words (DpVocabulary *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_words;
}

static Slot *
find_slot (DpVocabulary *self,
           guint64 hash)
{
  guint mask = self->n_slots - 1;
  guint i = (guint) (hash >> 32) & mask;

  while (self->slots[i].id != NO_WORD && self->slots[i].hash != hash)
    i = (i + 1) & mask;
  return &self->slots[i];
}

static void
grow (DpVocabulary *self)
{
  Slot *old = self->slots;
  guint n_old = self->n_slots;

  self->n_slots *= 2;
  self->slots = new_slots (self->n_slots);
  for (guint i = 0; i < n_old; i++)
    if (old[i].id != NO_WORD)
      *find_slot (self, old[i].hash) = old[i];
  g_free (old);
}

static guint
get_id (DpVocabulary *self,
        guint64 hash)
{
  Slot *slot = find_slot (self, hash);

  if (slot->id != NO_WORD)
    return slot->id;
  if (self->n_words >= self->n_slots / 2)
    {
      grow (self);
      slot = find_slot (self, hash);
    }
  slot->hash = hash;
  slot->id = self->n_words++;
  return slot->id;
}

static gboolean
is_unseen (gunichar c)
{
  return c == 0xAD || c == 0x34F || c == 0x61C || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2064) || (c >= 0x2066 && c <= 0x2069) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF;
}

/* Scripts written without spaces. */
static gboolean
is_spaceless (gunichar c)
{
  return (c >= 0xE00 && c <= 0xEFF) || (c >= 0x1000 && c <= 0x109F) || (c >= 0x1780 && c <= 0x17FF) ||
         (c >= 0x3040 && c <= 0x30FF) || (c >= 0x31F0 && c <= 0x31FF) || (c >= 0x3400 && c <= 0x9FFF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

static Kind
get_letter_kind (gunichar c)
{
  return is_spaceless (c) ? KIND_ALONE : KIND_LETTER;
}

static Kind
get_kind (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalnum (c) ? KIND_LETTER : g_ascii_isspace (c) || c == '\v' ? KIND_SPACE
                                                                                : KIND_POINT;
  if (is_unseen (c))
    return KIND_UNSEEN;
  if (c == 0x2BC)
    return KIND_POINT;
  switch (g_unichar_type (c))
    {
    case G_UNICODE_LOWERCASE_LETTER:
    case G_UNICODE_UPPERCASE_LETTER:
    case G_UNICODE_TITLECASE_LETTER:
    case G_UNICODE_MODIFIER_LETTER:
    case G_UNICODE_OTHER_LETTER:
    case G_UNICODE_DECIMAL_NUMBER:
    case G_UNICODE_LETTER_NUMBER:
    case G_UNICODE_OTHER_NUMBER:
      return get_letter_kind (c);
    case G_UNICODE_NON_SPACING_MARK:
    case G_UNICODE_SPACING_MARK:
    case G_UNICODE_ENCLOSING_MARK:
      return KIND_MARK;
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
    case G_UNICODE_SPACE_SEPARATOR:
      return KIND_SPACE;
    case G_UNICODE_CONTROL:
      return c == 0x85 ? KIND_SPACE : KIND_POINT;
    case G_UNICODE_CURRENCY_SYMBOL:
    case G_UNICODE_MATH_SYMBOL:
    case G_UNICODE_OTHER_SYMBOL:
    case G_UNICODE_PRIVATE_USE:
    case G_UNICODE_UNASSIGNED:
      return c == 0x2212 ? KIND_POINT : KIND_ALONE;
    default:
      return KIND_POINT;
    }
}

/* Made for the eye out of several letters, which count instead of it. */
static gboolean
is_ligature (gunichar c)
{
  return c == 0x132 || c == 0x133 || (c >= 0x1C4 && c <= 0x1CC) || (c >= 0x1F1 && c <= 0x1F3) ||
         (c >= 0xFB00 && c <= 0xFB4F) || (c >= 0xFB50 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC);
}

/* Room for every decomposition there is. */
#define MOST_PARTS 18

static gsize
decompose (gunichar c,
           gunichar parts[MOST_PARTS])
{
  if (c < 0xC0)
    {
      parts[0] = c;
      return 1;
    }
  return g_unichar_fully_decompose (c, is_ligature (c), parts, MOST_PARTS);
}

static guint64
mix (guint64 hash,
     gunichar c)
{
  hash = (hash ^ c) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
  return hash ^ (hash >> 29);
}

static guint64
mix_letter (guint64 hash,
            gunichar c)
{
  gunichar parts[MOST_PARTS];
  gsize n = decompose (c, parts);

  for (gsize i = 0; i < n; i++)
    if (parts[i] != ' ')
      hash = mix (hash, parts[i]);
  return hash;
}

/* What a character that is no word's lets begin. */
static guint
get_opening (gunichar c)
{
  switch (c)
    {
    case '\n':
    case 0x2028:
    case 0x2029:
      return DP_WORD_OPENS_LINE;
    case '.':
    case '!':
    case '?':
    case 0x61F:
    case 0x6D4:
    case 0x589:
    case 0x964:
    case 0x2026:
    case 0x3002:
    case 0xFF01:
    case 0xFF1F:
      return DP_WORD_OPENS_SENTENCE;
    case '\'':
    case '-':
    case 0x2019:
      return DP_WORD_OPENS_NOTHING;
    default:
      return g_unichar_ispunct (c) ? DP_WORD_OPENS_PART : DP_WORD_OPENS_NOTHING;
    }
}

static void
end_word (DpVocabulary *self,
          GArray *words,
          DpWord *word,
          guint64 hash,
          guint64 folded)
{
  word->id = get_id (self, hash);
  word->folded = folded == hash ? word->id : get_id (self, folded);
  g_array_append_val (words, *word);
}

GArray *
dp_words_find (DpVocabulary *self,
               const char *text,
               gsize length)
{
  GArray *words;
  const char *end = text + length;
  guint64 hash = 0;
  guint64 folded = 0;
  guint offset = 0;
  DpWord word = { .opens = DP_WORD_OPENS_LINE };
  gboolean in_word = FALSE;
  gboolean is_alone = FALSE;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  words = g_array_new (FALSE, FALSE, sizeof (DpWord));
  for (const char *p = text; p < end; p = g_utf8_next_char (p), offset++)
    {
      gunichar c = g_utf8_get_char (p);
      Kind kind = get_kind (c);
      gboolean goes_on = in_word && (kind == KIND_MARK || (kind == KIND_LETTER && !is_alone));

      if (kind == KIND_UNSEEN)
        continue;
      if (in_word && !goes_on)
        {
          end_word (self, words, &word, hash, folded);
          in_word = FALSE;
          word.opens = DP_WORD_OPENS_NOTHING;
        }
      if (kind == KIND_SPACE || kind == KIND_POINT)
        word.opens = MAX (word.opens, get_opening (c));
      if (kind == KIND_SPACE || kind == KIND_POINT)
        continue;
      if (!goes_on)
        {
          word.start = offset;
          hash = folded = 0;
          in_word = TRUE;
          is_alone = kind == KIND_ALONE;
        }
      hash = mix_letter (hash, c);
      folded = mix_letter (folded, c < 0x80 ? (gunichar) g_ascii_tolower ((char) c) : g_unichar_tolower (c));
      word.end = offset + 1;
    }
  if (in_word)
    end_word (self, words, &word, hash, folded);
  return words;
}

static gunichar
fold_point (gunichar c)
{
  switch (c)
    {
    case 0xAB:
    case 0xBB:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2033:
    case 0x301D:
    case 0x301E:
    case 0x301F:
    case 0xFF02:
      return '"';
    case 0x2BC:
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2032:
    case 0x2039:
    case 0x203A:
    case 0xFF07:
      return '\'';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
    case 0xFE58:
    case 0xFE63:
    case 0xFF0D:
      return '-';
    default:
      return c;
    }
}

/* A text, a comparable character after the other. */
typedef struct
{
  const char *p;
  const char *end;
  gunichar parts[MOST_PARTS];
  gsize n_parts;
  gsize next;
  gboolean has_begun;
} Reader;

static void
read_parts (Reader *self,
            gunichar c)
{
  self->next = 0;
  if (c == 0x2026)
    {
      self->n_parts = 3;
      self->parts[0] = self->parts[1] = self->parts[2] = '.';
      return;
    }
  self->parts[0] = fold_point (c);
  self->n_parts = self->parts[0] == c ? decompose (c, self->parts) : 1;
}

/* 0 at the end; one space for a run of them. */
static gunichar
read_next (Reader *self)
{
  gboolean after_space = FALSE;

  if (self->next < self->n_parts)
    return self->parts[self->next++];
  while (self->p < self->end)
    {
      gunichar c = g_utf8_get_char (self->p);
      Kind kind = get_kind (c);

      if (kind != KIND_SPACE && kind != KIND_UNSEEN && after_space && self->has_begun)
        return ' ';
      self->p = g_utf8_next_char (self->p);
      if (kind == KIND_SPACE)
        after_space = TRUE;
      if (kind == KIND_SPACE || kind == KIND_UNSEEN)
        continue;
      self->has_begun = TRUE;
      read_parts (self, c);
      return self->parts[self->next++];
    }
  return 0;
}

gboolean
dp_words_is_same_text (const char *a,
                       gsize a_length,
                       const char *b,
                       gsize b_length)
{
  Reader left = { .p = a, .end = a + a_length };
  Reader right = { .p = b, .end = b + b_length };

  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  for (;;)
    {
      gunichar x = read_next (&left);
      gunichar y = read_next (&right);

      if (x != y)
        return FALSE;
      if (x == 0)
        return TRUE;
    }
}

char *
dp_words_fold (const char *text,
               gsize length)
{
  Reader reader = { .p = text, .end = text + length };
  GString *folded;

  g_return_val_if_fail (text != NULL, NULL);

  folded = g_string_new (NULL);
  for (gunichar c = read_next (&reader); c != 0; c = read_next (&reader))
    g_string_append_unichar (folded, c);
  return g_string_free (folded, FALSE);
}

gboolean
dp_words_is_same_point (gunichar a,
                        gunichar b)
{
  return fold_point (a) == fold_point (b) || (get_kind (a) == KIND_SPACE && get_kind (b) == KIND_SPACE);
}
