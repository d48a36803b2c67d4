/* dp-rank-token.c: a sentence taken apart into words, numbers and signs, for finding stated ranks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference/dp-rank-token.h"

#include <string.h>

#define DASH 0x2014

typedef struct
{
  DpRankTokens *out;
  const char *at;
  const char *end;
  guint position; /* code points */

  /* What has stood since the last token. */
  gboolean has_space;
  gboolean has_apostrophe;
  gboolean has_quote;
} Reader;

void
dp_rank_tokens_init (DpRankTokens *self)
{
  self->tokens = g_array_new (FALSE, TRUE, sizeof (DpRankToken));
  self->text = g_string_new (NULL);
}

void
dp_rank_tokens_clear (DpRankTokens *self)
{
  g_array_unref (self->tokens);
  g_string_free (self->text, TRUE);
}

static gunichar
peek (Reader *reader)
{
  return reader->at < reader->end ? g_utf8_get_char (reader->at) : 0;
}

static void
step (Reader *reader)
{
  reader->at = g_utf8_next_char (reader->at);
  reader->position++;
}

static gboolean
is_digit (gunichar c)
{
  return c >= '0' && c <= '9';
}

static gboolean
is_ordinal_sign (gunichar c)
{
  /* º ª °, and the small raised letters */
  return c == 0xba || c == 0xaa || c == 0xb0 || (c >= 0x1d2c && c <= 0x1d6a) || (c >= 0x2b0 && c <= 0x2b8);
}

static gboolean
is_mark (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_SPACING_MARK || type == G_UNICODE_ENCLOSING_MARK;
}

static gboolean
is_letter (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalpha ((char) c);

  return !is_ordinal_sign (c) && (g_unichar_isalpha (c) || is_mark (c));
}

static gboolean
is_hyphen (gunichar c)
{
  return c == '-' || c == 0x2010 || c == 0x2011 || c == 0xad;
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x2bc || c == 0x60 || c == 0xb4 || c == 0x55a;
}

static gboolean
is_quote (gunichar c)
{
  return c == '"' || c == 0xab || c == 0xbb || c == 0x2018 || (c >= 0x201a && c <= 0x201f) || c == 0x2039 || c == 0x203a;
}

static gboolean
is_dash (gunichar c)
{
  return c == 0x2012 || c == 0x2013 || c == 0x2014 || c == 0x2015 || c == 0x2212 || c == 0x58a;
}

static void
put_folded (GString *text,
            gunichar c)
{
  gunichar parts[8];
  gsize n;

  if (c < 0x80)
    {
      g_string_append_c (text, g_ascii_tolower ((char) c));
      return;
    }
  c = g_unichar_tolower (c);
  switch (c)
    {
    case 0xdf: /* ß */
      g_string_append (text, "ss");
      return;
    case 0xe6: /* æ */
      g_string_append (text, "ae");
      return;
    case 0xf8: /* ø */
      g_string_append_c (text, 'o');
      return;
    case 0x142: /* ł */
      g_string_append_c (text, 'l');
      return;
    case 0x153: /* œ */
      g_string_append (text, "oe");
      return;
    case 0x439: /* й and ї are letters of their own, that endings differ in */
    case 0x457:
      g_string_append_unichar (text, c);
      return;
    default:
      break;
    }

  n = g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < n && i < G_N_ELEMENTS (parts); i++)
    {
      if (!is_mark (parts[i]))
        g_string_append_unichar (text, parts[i]);
    }
}

static DpRankToken *
add_token (Reader *reader,
           DpRankTokenKind kind)
{
  GArray *tokens = reader->out->tokens;
  DpRankToken *token;

  g_array_set_size (tokens, tokens->len + 1);
  token = &g_array_index (tokens, DpRankToken, tokens->len - 1);
  token->kind = kind;
  token->start = reader->position;
  token->text = (guint) reader->out->text->len;
  token->is_glued = tokens->len > 1 && !reader->has_space && !reader->has_apostrophe && !reader->has_quote;
  token->is_apostrophed = tokens->len > 1 && reader->has_apostrophe && !reader->has_space;
  token->is_quoted = reader->has_quote;
  reader->has_space = reader->has_apostrophe = reader->has_quote = FALSE;

  return token;
}

static void
end_token (Reader *reader,
           DpRankToken *token)
{
  GString *text = reader->out->text;

  token->end = reader->position;
  token->length = (guint) text->len - token->text;
  g_string_append_c (text, '\0');
}

static void
read_word (Reader *reader)
{
  DpRankToken *token = add_token (reader, DP_RANK_WORD);
  guint n_letters = 0, n_upper = 0;
  gunichar c;

  token->is_capital = g_unichar_isupper (peek (reader));
  while ((c = peek (reader)) != 0 && is_letter (c))
    {
      n_letters++;
      n_upper += c < 0x80 ? g_ascii_isupper ((char) c) : g_unichar_isupper (c);
      put_folded (reader->out->text, c);
      step (reader);
    }
  token->is_upper = n_letters > 1 && n_upper == n_letters;
  end_token (reader, token);
}

static guint
read_digits (Reader *reader,
             guint *n_digits)
{
  guint64 value = 0;

  for (*n_digits = 0; is_digit (peek (reader)); (*n_digits)++)
    {
      if (value < G_MAXUINT)
        value = value * 10 + (peek (reader) - '0');
      g_string_append_c (reader->out->text, (char) peek (reader));
      step (reader);
    }

  return (guint) MIN (value, G_MAXUINT);
}

static void
read_number (Reader *reader)
{
  DpRankToken *token = add_token (reader, DP_RANK_NUMBER);
  gunichar c;

  token->whole = read_digits (reader, &token->n_digits);
  c = peek (reader);
  if ((c == '.' || c == ',') && reader->at + 1 < reader->end && g_ascii_isdigit (reader->at[1]))
    {
      g_string_append_c (reader->out->text, '.');
      step (reader);
      read_digits (reader, &token->n_decimals);
    }
  while (is_ordinal_sign (peek (reader)))
    {
      token->is_ordinal = TRUE;
      step (reader);
    }
  end_token (reader, token);
  token->value = g_ascii_strtod (reader->out->text->str + token->text, NULL);
}

static void
read_sign (Reader *reader,
           gunichar sign)
{
  DpRankToken *token = add_token (reader, DP_RANK_SIGN);

  token->sign = sign;
  g_string_append_unichar (reader->out->text, sign);
  step (reader);
  end_token (reader, token);
}

/* A dash between two years or places without spaces is a hyphen that was typeset well. */
static void
read_dash (Reader *reader)
{
  const char *next = g_utf8_next_char (reader->at);
  gboolean follows_digit = !reader->has_space && reader->out->tokens->len > 0 &&
                           dp_rank_tokens_get (reader->out, reader->out->tokens->len - 1)->kind == DP_RANK_NUMBER;
  gboolean precedes_digit = next < reader->end && g_ascii_isdigit (*next);

  if (follows_digit && precedes_digit)
    read_sign (reader, '-');
  else if (is_hyphen (peek (reader)))
    step (reader);
  else
    read_sign (reader, DASH);
}

void
dp_rank_tokens_read (DpRankTokens *self,
                     const char *text,
                     gsize length)
{
  Reader reader = { 0 };

  g_array_set_size (self->tokens, 0);
  g_string_truncate (self->text, 0);
  reader.out = self;
  reader.at = text;
  reader.end = text + length;

  while (reader.at < reader.end)
    {
      gunichar c = peek (&reader);

      if (is_digit (c))
        read_number (&reader);
      else if (is_letter (c))
        read_word (&reader);
      else if (is_hyphen (c) && reader.has_space && reader.at + 1 < reader.end && reader.at[1] == ' ')
        read_sign (&reader, DASH);
      else if (is_hyphen (c) || is_dash (c))
        read_dash (&reader);
      else if (is_apostrophe (c) || is_quote (c))
        {
          reader.has_apostrophe |= is_apostrophe (c);
          reader.has_quote |= is_quote (c);
          step (&reader);
        }
      else if (c == '\0' || g_unichar_isspace (c) || g_unichar_iscntrl (c))
        {
          reader.has_space = TRUE;
          step (&reader);
        }
      else
        read_sign (&reader, c);
    }
}
