/* dp-sentences-stop.c: a stop and what stands around it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "text/dp-sentences-stop.h"

#include <string.h>

/* How far to look for what opens or closes. */
#define MAX_MARKS 16
#define MAX_REFERENCE 8
#define MAX_QUOTATION 1000

gboolean
dp_stop_is_at (const DpReading *reading,
               gunichar c,
               DpCharClass class)
{
  const GArray *stops = reading->rules->stops;

  if (dp_char_is_stop (class))
    return TRUE;
  for (guint i = 0; i < stops->len; i++)
    if (g_array_index (stops, gunichar, i) == c)
      return TRUE;
  return FALSE;
}

static DpCharClass
class_at (const DpReading *reading,
          const char *p)
{
  return dp_char_class_at (reading->classes, p, reading->end);
}

static gboolean
is_word_class (DpCharClass class)
{
  return dp_char_is_letter (class) || class == DP_CHAR_DIGIT;
}

/* " ." once more, which no word follows at once. */
static gboolean
is_spaced_dot (const DpReading *reading,
               const char *p)
{
  const char *next;

  if (class_at (reading, p) != DP_CHAR_SPACE)
    return FALSE;
  dp_char_read (p, reading->end, &next);
  return next < reading->end && *next == '.' && !is_word_class (class_at (reading, next + 1)) && !dp_char_is_stop (class_at (reading, next + 1));
}

static void
read_run (DpStop *self,
          const DpReading *reading)
{
  const char *p = self->run;

  while (p < reading->end)
    {
      const char *next;
      gunichar c = dp_char_read (p, reading->end, &next);
      DpCharClass class = dp_char_class (reading->classes, c);

      if (class == DP_CHAR_DOT)
        self->n_dots++;
      else if (class == DP_CHAR_ELLIPSIS)
        self->n_dots += 3;
      else if (dp_stop_is_at (reading, c, class))
        {
          self->is_strong = TRUE;
          self->is_wide = self->is_wide || (c >= 0x80 && class == DP_CHAR_STRONG);
        }
      else if (class == DP_CHAR_SPACE && self->n_dots > 0 && !self->is_strong && is_spaced_dot (reading, p))
        self->is_spaced = TRUE;
      else if (class != DP_CHAR_MARK)
        break;
      p = next;
    }
  self->run_end = p;
}

/* "[7]", "[note 2]", "[...]" after the stop; NULL when there is none. */
static const char *
skip_reference (const DpReading *reading,
                const char *p)
{
  guint n = 0;

  if (*p != '[')
    return NULL;
  p++;
  if (class_at (reading, p) == DP_CHAR_ELLIPSIS)
    dp_char_read (p, reading->end, &p);
  for (; p < reading->end && n < MAX_REFERENCE && (g_ascii_isalnum (*p) || *p == ' ' || *p == '.'); p++)
    n++;
  return p < reading->end && *p == ']' && p[-1] != '[' ? p + 1 : NULL;
}

static gboolean
is_superscript (gunichar c)
{
  return c == 0xB9 || c == 0xB2 || c == 0xB3 || (c >= 0x2070 && c <= 0x2079);
}

/* Whether the quotation mark @c, which @next follows, closes. */
static gboolean
quote_closes (const DpReading *reading,
              gunichar c,
              const char *next)
{
  if (!is_word_class (class_at (reading, next)))
    return TRUE;
  if (c == '"')
    return reading->is_quoting;
  if (c == '\'')
    return class_at (reading, next) == DP_CHAR_LOWER;
  return dp_char_is_final_quote (c);
}

/* The closing marks from @p on; @is_after_space: only what something closing can be follows. */
static const char *
read_closers (DpStop *self,
              DpReading *reading,
              const char *p)
{
  while (p < reading->end)
    {
      const char *next;
      gunichar c = dp_char_read (p, reading->end, &next);
      DpCharClass class = dp_char_class (reading->classes, c);
      const char *reference = skip_reference (reading, p);

      if (reference != NULL)
        {
          self->has_reference = TRUE;
          p = reference;
          continue;
        }
      if (class == DP_CHAR_CLOSE)
        self->is_closed = TRUE;
      else if (class == DP_CHAR_QUOTE && quote_closes (reading, c, next))
        {
          self->is_quoted = TRUE;
          if (c == '"')
            reading->is_quoting = !reading->is_quoting;
        }
      else if (is_superscript (c))
        self->has_reference = TRUE;
      else if (class != DP_CHAR_MARK)
        break;
      p = next;
    }
  return p;
}

static const char *
skip_white (DpStop *self,
            const DpReading *reading,
            const char *p)
{
  while (p < reading->end)
    {
      const char *next;
      gunichar c = dp_char_read (p, reading->end, &next);
      DpCharClass class = dp_char_class (reading->classes, c);

      if (class == DP_CHAR_BREAK)
        {
          self->n_breaks += c == 0x2029 ? 2 : 1;
          if (c == '\r' && next < reading->end && *next == '\n')
            next++;
        }
      else if (class != DP_CHAR_SPACE)
        break;
      p = next;
    }
  return p;
}

gboolean
dp_stop_is_emoji (gunichar c)
{
  return (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x2600 && c <= 0x27BF);
}

/* A lone '"' or "'" with white space on both sides: it closes what is open, or, when nothing that
 * it could open is closed further on, what was opened out of sight. */
static gboolean
lone_quote_closes (const DpReading *reading,
                   gunichar c,
                   const char *next)
{
  gsize rest = MIN ((gsize) (reading->end - next), MAX_QUOTATION);

  if (next < reading->end && class_at (reading, next) != DP_CHAR_SPACE)
    return c == '"' && reading->is_quoting;
  return c == '\'' || reading->is_quoting || memchr (next, (int) c, rest) == NULL;
}

static gboolean
is_spaced_closer (const DpReading *reading,
                  gunichar c,
                  DpCharClass class,
                  const char *next)
{
  DpCharClass after = class_at (reading, next);

  if (next < reading->end && !dp_char_is_white (after) && after != DP_CHAR_CONTINUE && !dp_char_is_stop (after) && after != DP_CHAR_CLOSE && after != DP_CHAR_QUOTE)
    return FALSE;
  if (class == DP_CHAR_CLOSE)
    return TRUE;
  if (class != DP_CHAR_QUOTE)
    return FALSE;
  if (c == '"' || c == '\'')
    return lone_quote_closes (reading, c, next);
  return dp_char_is_final_quote (c);
}

/* Over " »" and the like: a mark that closes though a space is before it. */
static gboolean
skip_spaced_closer (DpStop *self,
                    DpReading *reading)
{
  const char *next;
  gunichar c;

  if (self->next >= reading->end || self->next == self->closed || self->n_breaks > 0)
    return FALSE;
  if (skip_reference (reading, self->next) != NULL)
    {
      const char *behind = read_closers (self, reading, self->next);

      if (behind < reading->end && !dp_char_is_white (class_at (reading, behind)))
        return FALSE;
      self->closed = behind;
      return TRUE;
    }
  c = dp_char_read (self->next, reading->end, &next);
  if (dp_stop_is_emoji (c) && (next >= reading->end || class_at (reading, next) == DP_CHAR_SPACE))
    {
      self->closed = next;
      return TRUE;
    }
  if (!is_spaced_closer (reading, c, dp_char_class (reading->classes, c), next))
    return FALSE;
  if (c == '"')
    reading->is_quoting = TRUE;
  self->closed = read_closers (self, reading, self->next);
  return self->closed > self->next;
}

/* "'s Morgens": over a letter that is left of a word and never has a capital. */
static const char *
skip_article (const DpReading *reading,
              const char *p)
{
  const char *letter = p;

  if (reading->end - p < 3 || !g_ascii_islower (*p) || p[1] != ' ' || (p[-1] != '\'' && (guint8) p[-1] != 0x99))
    return p;
  letter += 2;
  return class_at (reading, letter) == DP_CHAR_UPPER ? letter : p;
}

static void
read_next (DpStop *self,
           const DpReading *reading)
{
  const char *p = self->next;

  for (guint i = 0; i < MAX_MARKS && p < reading->end; i++)
    {
      const char *next;
      gunichar c = dp_char_read (p, reading->end, &next);
      DpCharClass class = dp_char_class (reading->classes, c);

      if (c == 0xBF || c == 0xA1)
        self->is_inverted = TRUE;
      else if (class == DP_CHAR_OPEN || class == DP_CHAR_QUOTE)
        self->is_opened = TRUE;
      else if (class == DP_CHAR_DASH)
        self->is_dashed = TRUE;
      else if (!(class == DP_CHAR_SPACE && (self->is_dashed || self->is_opened)) && class != DP_CHAR_MARK && c != '*' && c != '_')
        break;
      p = next;
    }
  if (p > self->next)
    p = skip_article (reading, p);
  self->letter = p;
  self->begins = p < reading->end ? class_at (reading, p) : DP_CHAR_OTHER;
}

void
dp_stop_read (DpStop *self,
              DpReading *reading,
              const char *run)
{
  *self = (DpStop){ .run = run };
  read_run (self, reading);
  self->closed = read_closers (self, reading, self->run_end);
  do
    self->next = skip_white (self, reading, self->closed);
  while (skip_spaced_closer (self, reading));
  read_next (self, reading);
}
