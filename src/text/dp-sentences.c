/* dp-sentences.c: where sentences begin and end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "text/dp-sentences.h"

#include "text/dp-sentences-guess.h"
#include "text/dp-sentences-item.h"
#include "text/dp-sentences-lines.h"
#include "text/dp-sentences-word.h"

#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/uloc.h>

/* What ends with a mark alone must be longer than a number or a name. */
#define MIN_MARKED 24
#define MAX_COMMON 20
#define MIN_HEADING 12
#define MAX_BRACKETED 600

/* Sentences, in code points, from their ends in bytes, which come in order. */
typedef struct
{
  const guint8 *classes;
  const char *from;    /* where the sentence begun starts, white space included */
  const char *end;     /* of the text */
  const char *counted; /* how far code points are counted */
  guint n_chars;
  GArray *spans;
} Collector;

typedef struct
{
  DpReading reading;
  Collector collector;
  DpLines lines;
  DpItem item;
  const char *line;
  /* Within brackets that belong to a sentence, up to here, none ends. */
  const char *bracketed_to;
  const char *searched_to; /* no bracket before this closes */
  const char *round_searched_to;
  const DpSentenceRules *given;
  gboolean is_stated;
  gboolean is_certain; /* no paragraph is taken for one in another language */
  guint8 is_dull[256];
  const DpSentenceRules *dull_for;
} Scan;

static guint
count_to (Collector *self,
          const char *to)
{
  guint n = 0;

  for (const char *p = self->counted; p < to; p++)
    n += ((guint8) *p & 0xC0) != 0x80;
  self->counted = to;
  self->n_chars += n;
  return self->n_chars;
}

static const char *
skip_back_white (const guint8 *classes,
                 const char *from,
                 const char *to)
{
  while (to > from)
    {
      const char *last = dp_char_back (to, from);

      if (!dp_char_is_white (dp_char_class_at (classes, last, to)))
        break;
      to = last;
    }
  return to;
}

/* A sentence ends before @to; the white space around it is left out, and nothing but that is no sentence. */
static void
collect (Collector *self,
         const char *to)
{
  const char *start = self->from;
  const char *end;
  const char *next;
  DpSpan span;

  g_assert (to == self->end || ((guint8) *to & 0xC0) != 0x80);
  while (start < to && dp_char_is_white (dp_char_class (self->classes, dp_char_read (start, to, &next))))
    start = next;
  end = skip_back_white (self->classes, start, to);
  self->from = to;
  if (end <= start)
    return;
  span.start = count_to (self, start);
  span.end = count_to (self, end);
  g_array_append_val (self->spans, span);
}

static const char *
skip_white (const Scan *self,
            const char *p)
{
  const char *next;

  while (p < self->reading.end && dp_char_is_white (dp_char_class (self->reading.classes, dp_char_read (p, self->reading.end, &next))))
    p = next;
  return p;
}

/* The next sentence begins at @next. */
static void
begin_sentence (Scan *self,
                const char *next)
{
  if (next > self->collector.from)
    collect (&self->collector, next);
  self->reading.sentence = skip_white (self, next);
  dp_item_read (&self->item, self->reading.classes, self->reading.sentence, self->reading.end);
}

static void
begin_line (Scan *self,
            const char *line)
{
  const char *line_end;

  self->line = line;
  if (self->is_certain)
    return;
  line_end = line < self->reading.end ? memchr (line, '\n', (gsize) (self->reading.end - line)) : NULL;
  if (line_end == NULL)
    line_end = self->reading.end;
  self->reading.rules = dp_sentences_guess (self->is_stated ? self->given : self->reading.rules, self->is_stated, line, line_end);
}

/* Where a line ends, and no stop is at its end. */
static const char *
read_break (Scan *self,
            const char *at)
{
  const char *next = at;
  guint n_breaks = 0;

  while (next < self->reading.end)
    {
      const char *after;
      gunichar c = dp_char_read (next, self->reading.end, &after);
      DpCharClass class = dp_char_class (self->reading.classes, c);

      if (!dp_char_is_white (class))
        break;
      if (class == DP_CHAR_BREAK)
        n_breaks += c == 0x2029 ? 2 : c == '\n' && next > at && next[-1] == '\r' ? 0
                                                                                 : 1;
      next = after;
    }
  if (next >= self->reading.end)
    return next;
  if (n_breaks < 2 && dp_lines_continue (&self->lines, self->reading.rules, self->line, at, next, self->reading.end, FALSE))
    self->line = next;
  else
    {
      begin_line (self, next);
      begin_sentence (self, next);
    }
  return next;
}

/* The lines between a stop and what comes next. */
static gboolean
stop_is_at_line_end (Scan *self,
                     const DpStop *stop,
                     gboolean ends)
{
  gboolean goes_on = stop->n_breaks == 1 && (dp_lines_continue (&self->lines, self->reading.rules, self->line, stop->closed, stop->next, self->reading.end, TRUE) ||
                                             (!ends && dp_stop_asks_for_more (stop, &self->reading)));

  if (goes_on)
    self->line = stop->next;
  else
    begin_line (self, stop->next);
  return ends || !goes_on;
}

/* ". . . ." after a word: its own stop, and then the dots of what is left out. A character for the
 * dots, or several in a row, are no stop of its own. */
static const char *
find_stop_before_dots (const DpReading *reading,
                       const DpStop *stop)
{
  const char *next;
  DpCharClass class;

  if (!stop->is_spaced || stop->n_dots != 4 || stop->is_strong || !dp_char_is_letter (stop->begins) || stop->begins == DP_CHAR_LOWER)
    return NULL;
  class = dp_char_class (reading->classes, dp_char_read (stop->run, reading->end, &next));
  if (class != DP_CHAR_DOT || dp_char_class_at (reading->classes, next, reading->end) != DP_CHAR_SPACE)
    return NULL;
  if (stop->run == reading->sentence || dp_char_is_white (dp_char_class_at (reading->classes, dp_char_back (stop->run, reading->sentence), reading->end)))
    return NULL;
  return next;
}

static const char *
read_stop (Scan *self,
           const char *at)
{
  DpReading *reading = &self->reading;
  DpStop stop;
  const char *own_end;
  gboolean ends;

  dp_stop_read (&stop, reading, at);
  own_end = find_stop_before_dots (reading, &stop);
  if (own_end != NULL)
    {
      begin_sentence (self, own_end);
      return reading->sentence;
    }
  if (dp_item_follows (&self->item, reading, at, stop.closed, stop.letter))
    {
      begin_sentence (self, dp_item_get_start (reading, at));
      return stop.closed;
    }
  ends = at >= self->bracketed_to && dp_stop_ends_sentence (&stop, reading);
  if (stop.n_breaks > 0 && stop.next < reading->end)
    ends = stop_is_at_line_end (self, &stop, ends);
  /* The line break behind a stop that ends nothing has been looked at. */
  if (!ends)
    return stop.n_breaks > 0 && stop.next < reading->end ? stop.next : stop.closed;
  begin_sentence (self, stop.closed);
  return stop.next;
}

/* ":-)" and faces end a sentence as a stop does, when a capital follows. */
static gboolean
is_smile (const DpReading *reading,
          const char *p,
          gunichar c)
{
  if ((c >= 0x1F600 && c <= 0x1F64F) || (c >= 0x1F910 && c <= 0x1F92F) || (c >= 0x1F970 && c <= 0x1F97A))
    return p > reading->sentence;
  if (c != ')' || p <= reading->sentence)
    return FALSE;
  p--;
  if (*p == '-' && p > reading->sentence)
    p--;
  return (*p == ':' || *p == ';') && p > reading->sentence && p[-1] == ' ';
}

static gboolean
ends_with_smile (const Scan *self,
                 const char *next)
{
  const DpReading *reading = &self->reading;
  const char *letter = skip_white (self, next);

  if (reading->rules->is_strict || letter == next || dp_char_class_at (reading->classes, letter, reading->end) != DP_CHAR_UPPER)
    return FALSE;
  return reading->rules->ordinal != DP_ORDINAL_NOUN || (dp_stop_word_find_next (reading, letter) & DP_WORD_COMMON) != 0;
}

/* "... (as before) The next", "« ... » Elle a": a closing mark, then a capital that only the first
 * word of a sentence has, and a small letter after that, so that it is no name ("La Paz"). */
static gboolean
ends_with_mark (const Scan *self,
                const char *mark,
                const char *next)
{
  const DpReading *reading = &self->reading;
  const char *letter = skip_white (self, next);
  const char *p = letter;
  guint n = 0;
  DpWordKind kinds;

  if (reading->rules->is_strict || letter == next || dp_char_class_at (reading->classes, letter, reading->end) != DP_CHAR_UPPER)
    return FALSE;
  /* "(9) In ..." is the number of what follows. */
  if (mark - reading->sentence < MIN_MARKED || dp_char_class_at (reading->classes, dp_char_back (mark, reading->sentence), mark) == DP_CHAR_CONTINUE)
    return FALSE;
  kinds = dp_stop_word_find_next (reading, letter);
  if ((kinds & DP_WORD_COMMON) == 0)
    return FALSE;
  for (; p < reading->end && n < MAX_COMMON && dp_char_is_letter (dp_char_class_at (reading->classes, p, reading->end)); n++)
    dp_char_read (p, reading->end, &p);
  /* "I" has a capital anywhere. */
  if (n == 1 && *letter == 'I')
    return FALSE;
  return p < reading->end && *p == ' ' && dp_char_class_at (reading->classes, p + 1, reading->end) == DP_CHAR_LOWER;
}

/* "Veda a výskum V roku 1950 ...": a heading that ended without a stop, before a capital that only the first
 * word of a sentence has. */
static gboolean
ends_with_heading (const Scan *self,
                   const char *p)
{
  const DpReading *reading = &self->reading;
  const char *end = p;
  guint n_letters = 0;
  DpStopWord word;

  if (p - reading->sentence < MIN_HEADING || p[-1] != ' ')
    return FALSE;
  if ((dp_stop_word_find_next (reading, p) & (DP_WORD_COMMON | DP_WORD_PARTICLE | DP_WORD_POLITE)) != DP_WORD_COMMON)
    return FALSE;
  for (; end < reading->end && n_letters < MAX_COMMON && dp_char_is_letter (dp_char_class_at (reading->classes, end, reading->end)); n_letters++)
    dp_char_read (end, reading->end, &end);
  if (end >= reading->end || *end != ' ' || dp_char_class_at (reading->classes, end + 1, reading->end) != DP_CHAR_LOWER)
    return FALSE;
  dp_stop_word_read (&word, reading, p - 1);
  if (word.n_letters + word.n_digits < 2 || (dp_stop_word_find (&word, reading->rules) & DP_WORD_COMMON) != 0)
    return FALSE;
  /* A single letter may be the name of something: "curve A", "Karel V". */
  return n_letters > 1 || (!word.is_capitalised && word.n_digits == 0 && strchr ("AIBCD", *p) == NULL && dp_char_read (p, reading->end, &end) != 0x410);
}

/* "(...) and", "(...), ": whether the sentence goes on behind a bracket. */
static gboolean
goes_on_after_bracket (const DpReading *reading,
                       const char *p)
{
  DpCharClass class = dp_char_class_at (reading->classes, p, reading->end);

  if (class == DP_CHAR_SPACE)
    class = dp_char_class_at (reading->classes, p + 1, reading->end) == DP_CHAR_LOWER ? DP_CHAR_LOWER : DP_CHAR_OTHER;
  return class == DP_CHAR_LOWER || class == DP_CHAR_CONTINUE;
}

/* "He left (he was tired. Very tired.) and slept." */
static void
read_round_bracket (Scan *self,
                    const char *from)
{
  const DpReading *reading = &self->reading;
  const char *end = from + MIN (reading->end - from, MAX_BRACKETED);
  const char *p;
  guint depth = 0;

  if (from < self->bracketed_to || from < self->round_searched_to || from == reading->sentence)
    return;
  for (p = from; p < end && *p != '\n'; p++)
    {
      depth += *p == '(';
      depth -= *p == ')';
      if (depth == 0)
        break;
    }
  if (depth > 0)
    self->round_searched_to = p;
  else if (goes_on_after_bracket (reading, p + 1))
    self->bracketed_to = p;
}

/* 「...。...」と: a quotation that the sentence goes on after is all within it. */
static void
read_corner_bracket (Scan *self,
                     const char *from)
{
  const DpReading *reading = &self->reading;
  const char *end = from + MIN (reading->end - from, MAX_BRACKETED);
  const char *p = from;
  guint depth = 0;

  if (from < self->bracketed_to || from < self->searched_to)
    return;
  while (p < end)
    {
      gunichar c = dp_char_read (p, reading->end, &p);

      depth += c == 0x300C || c == 0x300E;
      depth -= c == 0x300D || c == 0x300F;
      if (depth == 0)
        break;
      if (c == '\n')
        return;
    }
  if (depth > 0)
    self->searched_to = p;
  else if (p > from && dp_stop_goes_on (reading, p))
    self->bracketed_to = p;
}

static const char *
read_character (Scan *self,
                const char *p)
{
  DpReading *reading = &self->reading;
  const char *next;
  gunichar c = dp_char_read (p, reading->end, &next);
  DpCharClass class = dp_char_class (reading->classes, c);

  if (dp_stop_is_at (reading, c, class))
    return read_stop (self, p);
  switch (class)
    {
    case DP_CHAR_BREAK:
      return read_break (self, p);
    case DP_CHAR_BULLET:
      if (dp_item_is_bullet (&self->item, reading, p))
        begin_sentence (self, p);
      break;
    case DP_CHAR_CLOSE:
      if (c == ')' && dp_item_follows (&self->item, reading, p, next, skip_white (self, next)))
        begin_sentence (self, dp_item_get_start (reading, p));
      else if (is_smile (reading, p, c) ? ends_with_smile (self, next) : ends_with_mark (self, p, next))
        begin_sentence (self, next);
      break;
    case DP_CHAR_OPEN:
      if (c == 0x300C || c == 0x300E)
        read_corner_bracket (self, p);
      else if (c == '(')
        read_round_bracket (self, p);
      break;
    case DP_CHAR_QUOTE:
      if ((c == '"' ? reading->is_quoting : dp_char_is_final_quote (c)) && ends_with_mark (self, p, next))
        begin_sentence (self, next);
      if (c == '"')
        reading->is_quoting = !reading->is_quoting;
      break;
    case DP_CHAR_UPPER:
      if (reading->rules->has_run_ons && ends_with_heading (self, p))
        begin_sentence (self, p);
      break;
    default:
      if (c >= 0x1F600 && is_smile (reading, p, c) && ends_with_smile (self, next))
        begin_sentence (self, next);
    }
  return next;
}

/* What can be passed over without a look: letters, digits, spaces and most signs of ASCII. */
static void
mark_dull (Scan *self)
{
  static const char signs[] = ".!?\"\n\r()";
  const GArray *stops = self->reading.rules->stops;

  if (self->dull_for == self->reading.rules)
    return;
  self->dull_for = self->reading.rules;
  memset (self->is_dull, 1, 0x80);
  memset (self->is_dull + 0x80, 0, 0x80);
  for (gsize i = 0; signs[i] != '\0'; i++)
    self->is_dull[(guint8) signs[i]] = FALSE;
  for (guint i = 0; i < stops->len; i++)
    if (g_array_index (stops, gunichar, i) < 0x80)
      self->is_dull[g_array_index (stops, gunichar, i)] = FALSE;
  if (self->reading.rules->has_run_ons)
    memset (self->is_dull + 'A', 0, 26);
}

static void
scan_paragraph (Scan *self,
                const char *from,
                const char *to)
{
  const char *end = skip_back_white (self->collector.classes, from, to);

  self->reading.end = to;
  self->reading.is_quoting = FALSE;
  self->lines = (DpLines){ .classes = self->reading.classes };
  if (memchr (from, '\n', (gsize) (end - from)) != NULL || memchr (from, '\r', (gsize) (end - from)) != NULL)
    dp_lines_measure (&self->lines, self->reading.classes, from, to);
  begin_sentence (self, from);
  begin_line (self, from);
  for (const char *p = self->reading.sentence; p < to;)
    {
      mark_dull (self);
      while (p < to && self->is_dull[(guint8) *p])
        p++;
      if (p < to)
        p = read_character (self, p);
    }
  collect (&self->collector, to);
}

/* Behind the next empty line. */
static const char *
find_paragraph_end (const char *from,
                    const char *end)
{
  const char *line = from;

  while ((line = memchr (line, '\n', (gsize) (end - line))) != NULL)
    {
      const char *p = line + 1;

      while (p < end && (*p == ' ' || *p == '\t' || *p == '\r' || *p == '\f' || *p == '\v'))
        p++;
      if (p < end && *p == '\n')
        return p + 1;
      line = p;
    }
  return end;
}

static void
find_by_rules (Scan *self,
               const char *text,
               const char *end)
{
  self->reading.classes = self->collector.classes;
  self->reading.rules = self->given;
  self->bracketed_to = text;
  self->searched_to = text;
  self->round_searched_to = text;
  while (text < end)
    {
      const char *to = find_paragraph_end (text, end);

      scan_paragraph (self, text, to);
      text = to;
    }
}

static UBreakIterator *
open_iterator (const char *language)
{
  UErrorCode status = U_ZERO_ERROR;
  char locale[ULOC_FULLNAME_CAPACITY] = "";
  UBreakIterator *iterator;

  uloc_forLanguageTag (language, locale, sizeof locale, NULL, &status);
  if (U_FAILURE (status) || status == U_STRING_NOT_TERMINATED_WARNING)
    locale[0] = '\0';
  status = U_ZERO_ERROR;
  iterator = ubrk_open (UBRK_SENTENCE, locale, NULL, 0, &status);
  if (U_FAILURE (status))
    g_error ("ICU has no rules for sentences: %s", u_errorName (status));
  return iterator;
}

/* Without our rules, ICU's. */
static void
find_by_icu (Collector *collector,
             const char *text,
             gsize length,
             const char *language)
{
  UErrorCode status = U_ZERO_ERROR;
  UText input = UTEXT_INITIALIZER;
  UBreakIterator *iterator = open_iterator (language);

  utext_openUTF8 (&input, text, (gint64) length, &status);
  ubrk_setUText (iterator, &input, &status);
  for (int32_t to = ubrk_first (iterator); to != UBRK_DONE && U_SUCCESS (status); to = ubrk_next (iterator))
    collect (collector, text + to);
  ubrk_close (iterator);
  utext_close (&input);
}

static GArray *
find (const char *text,
      gssize length,
      const char *language,
      gboolean is_certain)
{
  GArray *sentences = g_array_new (FALSE, FALSE, sizeof (DpSpan));
  Scan scan = { 0 };

  g_return_val_if_fail (text != NULL, sentences);
  g_return_val_if_fail (language != NULL, sentences);

  if (length < 0)
    length = (gssize) strlen (text);
  /* ICU counts in 32 bits. */
  g_return_val_if_fail (length <= G_MAXINT32, sentences);

  scan.collector = (Collector){ .classes = dp_char_get_classes (), .from = text, .end = text + length, .counted = text, .spans = sentences };
  scan.given = dp_sentence_rules_get (language);
  scan.is_stated = *language != '\0';
  scan.is_certain = is_certain;
  if (scan.given == NULL)
    find_by_icu (&scan.collector, text, (gsize) length, language);
  else
    find_by_rules (&scan, text, text + length);
  return sentences;
}

GArray *
dp_sentences_find (const char *text,
                   gssize length,
                   const char *language)
{
  return find (text, length, language, FALSE);
}

GArray *
dp_sentences_find_in (const char *text,
                      gssize length,
                      const char *language)
{
  return find (text, length, language, TRUE);
}

char *
dp_sentences_dup_language (const char *text,
                           gssize length,
                           const char *language)
{
  const DpSentenceRules *given, *guessed;
  const char *end;

  g_return_val_if_fail (text != NULL, g_strdup (""));
  g_return_val_if_fail (language != NULL, g_strdup (""));

  end = text + (length < 0 ? strlen (text) : (gsize) length);
  given = dp_sentence_rules_get (language);
  guessed = given != NULL && text < end ? dp_sentences_guess (given, *language != '\0', text, end) : given;
  if (guessed == given)
    return g_strdup (language);
  return g_strdup (guessed->base != NULL ? guessed->language : "");
}

GStrv
dp_sentences_list_languages (void)
{
  GPtrArray *rules = dp_sentence_rules_list ();
  g_autoptr (GStrvBuilder) tags = g_strv_builder_new ();

  for (guint i = 0; i < rules->len; i++)
    g_strv_builder_add (tags, ((const DpSentenceRules *) g_ptr_array_index (rules, i))->language);
  return g_strv_builder_end (tags);
}
