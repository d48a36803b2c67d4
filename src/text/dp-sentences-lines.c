/* dp-sentences-lines.c: whether a line break is one of the text or one of the paper it stood on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "text/dp-sentences-lines.h"

#include "text/dp-sentences-char.h"

#include <string.h>

/* Narrower than this nobody sets a text; wider, and each line is a paragraph. */
#define MIN_WIDTH 30
#define MAX_WIDTH 160

static guint
count_columns (const char *from,
               const char *to)
{
  guint n = 0;

  while (from < to)
    n += dp_char_read (from, to, &from) >= 0x2E80 ? 2 : 1;
  return n;
}

static const char *
skip_white (const guint8 *classes,
            const char *p,
            const char *end)
{
  while (p < end && dp_char_is_white (dp_char_class_at (classes, p, end)))
    dp_char_read (p, end, &p);
  return p;
}

static const char *
trim_white (const guint8 *classes,
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

/* The class of the last character before @to that is no closing mark. */
static DpCharClass
find_last_class (const guint8 *classes,
                 const char *from,
                 const char *to)
{
  for (guint i = 0; i < 8 && to > from; i++)
    {
      const char *last = dp_char_back (to, from);
      DpCharClass class = dp_char_class_at (classes, last, to);

      if (class != DP_CHAR_QUOTE && class != DP_CHAR_CLOSE && class != DP_CHAR_MARK)
        return class;
      to = last;
    }
  return DP_CHAR_OTHER;
}

static void
add_line (DpLines *self,
          const char *line,
          const char *line_end,
          const char *end)
{
  const char *next = skip_white (self->classes, line_end, end);

  line = skip_white (self->classes, line, line_end);
  line_end = trim_white (self->classes, line, line_end);
  self->max_length = MAX (self->max_length, count_columns (line, line_end));
  self->n_lines++;
  self->is_closed = dp_char_is_stop (find_last_class (self->classes, line, line_end));
  if (next < end && !self->is_closed)
    {
      self->n_open++;
      if (dp_char_class_at (self->classes, next, end) == DP_CHAR_LOWER)
        self->n_continued++;
    }
}

void
dp_lines_measure (DpLines *self,
                  const guint8 *classes,
                  const char *from,
                  const char *to)
{
  *self = (DpLines){ .classes = classes };
  while (from < to)
    {
      const char *line_end = memchr (from, '\n', (gsize) (to - from));

      if (line_end == NULL)
        line_end = to;
      add_line (self, from, line_end, to);
      from = line_end < to ? line_end + 1 : to;
    }
}

gboolean
dp_lines_begins_item (const guint8 *classes,
                      const char *line,
                      const char *end)
{
  const char *p;
  gunichar c = line < end ? dp_char_read (line, end, &p) : 0;
  guint n = 0;

  if (c == 0)
    return FALSE;
  if (dp_char_class (classes, c) == DP_CHAR_BULLET)
    return TRUE;
  if (c == '-' || c == '*' || c == '+' || c == 0xB7 || c == 0x2013)
    return p < end && (*p == ' ' || *p == '\t');
  if (*line == '(')
    line++;
  while (line + n < end && n < 4 && g_ascii_isalnum (line[n]))
    n++;
  if (n == 0 || line + n + 1 >= end || (line[n] != '.' && line[n] != ')'))
    return FALSE;
  if (!g_ascii_isdigit (line[0]) && n > 1 && strspn (line, "ivxIVX") < n)
    return FALSE;
  p = line + n + 1;
  if (line[n] == '.' && *p == ')')
    p++;
  return p < end && (*p == ' ' || *p == '\t');
}

/* The first word of the line at @next, in columns, and whether it is one of the common ones. */
static guint
measure_first_word (const DpLines *self,
                    const DpSentenceRules *rules,
                    const char *next,
                    const char *end,
                    gboolean *is_common)
{
  guint64 word = DP_WORD_HASH_EMPTY;
  guint columns = 0;

  while (next < end && columns < 60)
    {
      gunichar c = dp_char_read (next, end, &next);
      DpCharClass class = dp_char_class (self->classes, c);

      if (dp_char_is_white (class) || (c >= 0x2E80 && columns > 0))
        break;
      columns += c >= 0x2E80 ? 2 : 1;
      if (dp_char_is_letter (class) || class == DP_CHAR_MARK)
        word = dp_word_hash_add (word, dp_word_lower (c));
    }
  *is_common = (dp_sentence_rules_find (rules, word, FALSE) & DP_WORD_COMMON) != 0;
  return columns;
}

/* "of the" at the end of a line: whoever wrote it was not done. */
static gboolean
ends_with_common_word (const DpLines *self,
                       const DpSentenceRules *rules,
                       const char *from,
                       const char *to)
{
  const char *word = to;
  guint64 hash = DP_WORD_HASH_EMPTY;

  while (word > from && to - word < 24)
    {
      const char *previous = dp_char_back (word, from);
      DpCharClass class = dp_char_class_at (self->classes, previous, to);

      if (class != DP_CHAR_LOWER && class != DP_CHAR_LETTER && class != DP_CHAR_MARK)
        {
          if (!dp_char_is_white (class))
            return FALSE;
          break;
        }
      word = previous;
    }
  if (word == to || word == from)
    return FALSE;
  while (word < to)
    hash = dp_word_hash_add (hash, dp_word_lower (dp_char_read (word, to, &word)));
  return (dp_sentence_rules_find (rules, hash, FALSE) & DP_WORD_COMMON) != 0;
}

/* Neither the line @next is one nor the one before it ended on purpose, by what it begins with. */
static gboolean
continues_in_lower (const DpLines *self,
                    guint length,
                    guint width,
                    gboolean has_space)
{
  return has_space || length >= MIN_WIDTH || (self->max_length >= MIN_WIDTH && width * 5 > self->max_length * 4);
}

static gboolean
is_wrapped (const DpLines *self)
{
  return self->max_length >= MIN_WIDTH && self->max_length <= MAX_WIDTH;
}

static gboolean
continues_in_capital (const DpLines *self,
                      guint width,
                      gboolean is_common)
{
  gboolean is_full = width * 100 > self->max_length * 85;

  if (!is_wrapped (self) || !is_full || self->n_continued == 0 || self->n_continued * 2 < self->n_open)
    return FALSE;
  return !is_common || self->n_continued >= 3;
}

static gboolean
continues_without_case (const DpLines *self,
                        guint width)
{
  gboolean is_full = width * 100 > self->max_length * 85;

  return is_wrapped (self) && is_full && self->n_lines >= 3 && self->n_open * 2 >= self->n_lines - 1 &&
         (self->is_closed || self->n_lines >= 5);
}

gboolean
dp_lines_continue (const DpLines *self,
                   const DpSentenceRules *rules,
                   const char *line,
                   const char *line_end,
                   const char *next,
                   const char *end,
                   gboolean is_stopped)
{
  const char *trimmed, *first = next, *after;
  DpCharClass last, begins;
  guint length, width;
  gboolean is_common, has_space;

  line = skip_white (self->classes, line, line_end);
  trimmed = trim_white (self->classes, line, line_end);
  if (trimmed == line || next >= end || dp_lines_begins_item (self->classes, next, end))
    return FALSE;

  has_space = trimmed < line_end && *trimmed == ' ';
  length = count_columns (line, trimmed);
  width = length + 1 + measure_first_word (self, rules, next, end, &is_common);
  begins = dp_char_class_at (self->classes, next, end);
  for (guint i = 0; i < 3 && (begins == DP_CHAR_QUOTE || begins == DP_CHAR_OPEN || begins == DP_CHAR_DASH) && first < end; i++)
    {
      dp_char_read (first, end, &after);
      first = after;
      begins = dp_char_class_at (self->classes, first, end);
    }
  if (is_stopped)
    return begins == DP_CHAR_LOWER || (is_wrapped (self) && width * 100 > self->max_length * 85 && self->n_continued > 0);

  last = dp_char_class_at (self->classes, dp_char_back (trimmed, line), trimmed);
  if (begins == DP_CHAR_LOWER)
    return last == DP_CHAR_CONTINUE || last == DP_CHAR_DASH || ends_with_common_word (self, rules, line, trimmed) || continues_in_lower (self, length, width, has_space);
  if (ends_with_common_word (self, rules, line, trimmed) && is_wrapped (self))
    return TRUE;
  if (begins == DP_CHAR_UPPER)
    return continues_in_capital (self, width, is_common);
  if (begins == DP_CHAR_LETTER)
    return continues_without_case (self, width);
  return (has_space && begins != DP_CHAR_DIGIT) || continues_in_capital (self, width, FALSE);
}
