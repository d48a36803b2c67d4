/* dp-prose.c: the sentences of one paragraph of Markdown, and what is cited in each
 *
 * Only as much of CommonMark is known here as stands between words: what is no text for a reader is left
 * out of the sentences, and remembered by where it stood.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "review/dp-prose.h"

#include <string.h>
#include "model/dp-citation.h"
#include "text/dp-sentences.h"

typedef enum
{
  LINE_BLANK,
  LINE_TEXT,
  LINE_ITEM,    /* begins an item of a list */
  LINE_HEADING, /* or a line that is none of the text: a rule, the definition of a link */
  LINE_UNDER,   /* makes a heading of the paragraph before it */
  LINE_FENCE,
} DpLineKind;

static gboolean
is_only (const char *line,
         gsize length,
         char c)
{
  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (line[i] != c && !g_ascii_isspace (line[i]))
        return FALSE;
      n += line[i] == c;
    }
  return n > 0;
}

static DpLineKind
classify (const char *line,
          gsize length)
{
  gsize digits;

  while (length > 0 && (*line == ' ' || *line == '\t' || *line == '>'))
    {
      line++;
      length--;
    }
  if (length == 0 || *line == '\r')
    return LINE_BLANK;
  if (length >= 3 && (strncmp (line, "```", 3) == 0 || strncmp (line, "~~~", 3) == 0))
    return LINE_FENCE;
  if (*line == '#')
    {
      gsize n = 1;

      while (n < length && line[n] == '#')
        n++;
      return n <= 6 && (n == length || g_ascii_isspace (line[n])) ? LINE_HEADING : LINE_TEXT;
    }
  if (is_only (line, length, '=') || is_only (line, length, '-'))
    return LINE_UNDER;
  if (length >= 3 && (is_only (line, length, '*') || is_only (line, length, '_')))
    return LINE_HEADING;
  if (length > 1 && strchr ("-*+", *line) != NULL && g_ascii_isspace (line[1]))
    return LINE_ITEM;
  for (digits = 0; digits < length && digits < 9 && g_ascii_isdigit (line[digits]); digits++)
    ;
  if (digits > 0 && digits + 1 < length && (line[digits] == '.' || line[digits] == ')') && g_ascii_isspace (line[digits + 1]))
    return LINE_ITEM;
  if (*line == '[' && length > 1 && line[1] != '@')
    {
      const char *close = memchr (line, ']', length);

      if (close != NULL && close + 1 < line + length && close[1] == ':')
        return LINE_HEADING;
    }
  return LINE_TEXT;
}

static void
end_block (GArray *blocks,
           DpProseBlock *block)
{
  if (block->end > block->start)
    g_array_append_val (blocks, *block);
  block->start = block->end = 0;
}

GArray *
dp_prose_find_blocks (const char *markdown)
{
  GArray *blocks = g_array_new (FALSE, FALSE, sizeof (DpProseBlock));
  DpProseBlock block = { 0, 0 };
  gboolean is_code = FALSE;

  for (const char *line = markdown; *line != '\0';)
    {
      const char *end = strchrnul (line, '\n');
      DpLineKind kind = classify (line, end - line);

      if (kind == LINE_FENCE)
        is_code = !is_code;
      if (is_code || kind == LINE_FENCE || kind == LINE_BLANK || kind == LINE_HEADING)
        {
          end_block (blocks, &block);
        }
      else if (kind == LINE_UNDER)
        {
          block.start = block.end = 0;
        }
      else
        {
          if (kind == LINE_ITEM)
            end_block (blocks, &block);
          if (block.end == 0)
            block.start = line - markdown;
          block.end = end - markdown;
        }
      line = *end == '\n' ? end + 1 : end;
    }
  end_block (blocks, &block);
  return blocks;
}

/* A mark that was left out of the text: a citation or a link. */
typedef struct
{
  guint position;             /* code points of the text before it */
  gsize end;                  /* bytes of the block */
  const DpCitation *citation; /* (nullable) */
  char *link;                 /* (nullable) */
} DpProseMark;

typedef struct
{
  const char *block;
  gsize length;
  GString *text;
  GArray *bytes; /* of each code point of the text: where it stands in the block */
  GArray *marks;
  guint n_chars;
} DpProseReading;

static void
mark_clear (gpointer data)
{
  g_free (((DpProseMark *) data)->link);
}

static void
add_char (DpProseReading *self,
          gsize at,
          gunichar c)
{
  guint32 byte = at;

  g_string_append_unichar (self->text, c);
  g_array_append_val (self->bytes, byte);
  self->n_chars++;
}

static void
add_mark (DpProseReading *self,
          gsize end,
          const DpCitation *citation,
          char *link)
{
  DpProseMark mark = { self->n_chars, end, citation, link };

  g_array_append_val (self->marks, mark);
}

/* The end of "](address)" that begins at @at; 0 when it is none. */
static gsize
find_link_end (DpProseReading *self,
               gsize at)
{
  gsize i = at + 2;
  guint depth = 1;

  if (at + 1 >= self->length || self->block[at + 1] != '(')
    return 0;
  for (; i < self->length && depth > 0; i++)
    depth += self->block[i] == '(' ? 1 : self->block[i] == ')' ? -1
                                                               : 0;
  return depth == 0 ? i : 0;
}

/* (transfer full): of "address \"title\"" */
static char *
dup_address (const char *text,
             gsize length)
{
  g_autofree char *inside = g_strndup (text, length);
  char *address = g_strstrip (inside);

  if (*address == '<')
    address++;
  address[strcspn (address, " \t\r\n>")] = '\0';
  return g_strdup (address);
}

static gboolean
is_word_byte (DpProseReading *self,
              gsize at)
{
  return at < self->length && ((guchar) self->block[at] >= 0x80 || g_ascii_isalnum (self->block[at]));
}

/* What stands at the beginning of the line is not for readers: signs of quotes, the mark of an item. */
static gsize
skip_line_start (DpProseReading *self,
                 gsize at)
{
  gsize digits;

  while (at < self->length && (self->block[at] == ' ' || self->block[at] == '\t' || self->block[at] == '>'))
    at++;
  if (at + 1 < self->length && strchr ("-*+", self->block[at]) != NULL && g_ascii_isspace (self->block[at + 1]))
    return at + 2;
  for (digits = at; digits < self->length && g_ascii_isdigit (self->block[digits]); digits++)
    ;
  if (digits > at && digits - at < 10 && digits + 1 < self->length && (self->block[digits] == '.' || self->block[digits] == ')') && g_ascii_isspace (self->block[digits + 1]))
    return digits + 2;
  return at;
}

/* A piece of markup at @at: where it ends; @at itself when there is none. */
static gsize
skip_markup (DpProseReading *self,
             gsize at)
{
  const char *p = self->block + at;
  const char *close;
  gsize end;

  switch (*p)
    {
    case '*':
    case '`':
      return at + 1;
    case '_':
      return at > 0 && is_word_byte (self, at - 1) && is_word_byte (self, at + 1) ? at : at + 1;
    case '!':
      return at + 1 < self->length && p[1] == '[' ? at + 1 : at;
    case '[':
      close = memchr (p, ']', self->length - at);
      return close != NULL && find_link_end (self, close - self->block) > 0 ? at + 1 : at;
    case ']':
      end = find_link_end (self, at);
      if (end > 0)
        add_mark (self, end, NULL, dup_address (p + 2, end - at - 3));
      return end > 0 ? end : at;
    case '<':
      if (self->length - at > 5 && (strncmp (p, "<http", 5) == 0) && memchr (p, '>', self->length - at) != NULL)
        {
          end = (const char *) memchr (p, '>', self->length - at) - self->block + 1;
          add_mark (self, end, NULL, dup_address (p, end - at));
          return end;
        }
      return at;
    default:
      return at;
    }
}

static void
read_block (DpProseReading *self,
            GPtrArray *citations)
{
  guint next = 0;
  gsize at = skip_line_start (self, 0);

  while (at < self->length)
    {
      const DpCitation *citation = next < citations->len ? g_ptr_array_index (citations, next) : NULL;
      const char *p = self->block + at;
      gsize end;

      if (citation != NULL && at >= citation->start)
        {
          add_mark (self, citation->end, citation, NULL);
          at = MAX (at, citation->end);
          next++;
          continue;
        }
      if (*p == '\\' && at + 1 < self->length && g_ascii_ispunct (p[1]))
        {
          add_char (self, at + 1, p[1]);
          at += 2;
          continue;
        }
      end = skip_markup (self, at);
      if (end > at)
        {
          at = end;
          continue;
        }
      if (*p == '\n')
        {
          add_char (self, at, ' ');
          at = skip_line_start (self, at + 1);
          continue;
        }
      add_char (self, at, g_utf8_get_char (p));
      at = g_utf8_next_char (p) - self->block;
    }
}

static void
sentence_free (gpointer data)
{
  DpProseSentence *sentence = data;

  g_free (sentence->text);
  g_strfreev (sentence->keys);
  g_strfreev (sentence->links);
  g_free (sentence);
}

/* (transfer full): runs of white space as one space */
static char *
squeeze (const char *text)
{
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean is_space = TRUE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c))
        g_string_append_unichar (out, c);
      else if (!is_space)
        g_string_append_c (out, ' ');
      is_space = g_unichar_isspace (c);
    }
  if (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Marks up to where the next sentence begins belong to this one. */
static guint
take_marks (DpProseReading *self,
            DpProseSentence *sentence,
            guint first,
            guint next_start)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) links = g_strv_builder_new ();
  guint i;

  for (i = first; i < self->marks->len; i++)
    {
      const DpProseMark *mark = &g_array_index (self->marks, DpProseMark, i);

      if (mark->position > next_start)
        break;
      if (mark->citation != NULL)
        g_strv_builder_addv (keys, (const char **) mark->citation->keys);
      else
        g_strv_builder_add (links, mark->link);
      sentence->end = MAX (sentence->end, mark->end);
    }
  sentence->keys = g_strv_builder_end (keys);
  sentence->links = g_strv_builder_end (links);
  return i;
}

static GPtrArray *
make_sentences (DpProseReading *self,
                const char *language)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (sentence_free);
  g_autoptr (GArray) spans = dp_sentences_find (self->text->str, self->text->len, language);
  g_autoptr (DpOffsets) offsets = dp_offsets_new (self->text->str, self->text->len);
  guint mark = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      DpSpan span = g_array_index (spans, DpSpan, i);
      g_autofree char *text = dp_offsets_dup_text (offsets, span);
      guint32 last = g_array_index (self->bytes, guint32, span.end - 1);
      DpProseSentence *sentence = g_new0 (DpProseSentence, 1);

      sentence->start = g_array_index (self->bytes, guint32, span.start);
      sentence->end = g_utf8_next_char (self->block + last) - self->block;
      sentence->text = squeeze (text);
      mark = take_marks (self, sentence, mark, i + 1 < spans->len ? g_array_index (spans, DpSpan, i + 1).start : G_MAXUINT);
      g_ptr_array_add (sentences, sentence);
    }
  return sentences;
}

GPtrArray *
dp_prose_find_sentences (const char *block,
                         gsize length,
                         const char *language)
{
  g_autofree char *copy = g_strndup (block, length);
  g_autoptr (GPtrArray) citations = dp_citations_find (copy);
  DpProseReading reading = { copy, length, g_string_new (NULL), g_array_new (FALSE, FALSE, sizeof (guint32)), g_array_new (FALSE, FALSE, sizeof (DpProseMark)), 0 };
  GPtrArray *sentences;

  g_array_set_clear_func (reading.marks, mark_clear);
  read_block (&reading, citations);
  sentences = make_sentences (&reading, language);
  g_string_free (reading.text, TRUE);
  g_array_unref (reading.bytes);
  g_array_unref (reading.marks);
  return sentences;
}
