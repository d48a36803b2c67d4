/* dp-anchor-find.c: looking for the place of an anchor, and for reasons to doubt it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "text/dp-anchor.h"

#include <string.h>

/* A quote of this many code points is not there twice by chance. */
#define LONG_QUOTE 40
/* How many code points of context a shorter one must have about it. */
#define ENOUGH_CONTEXT 8
/* By how many code points of context the best of several must be ahead. */
#define CLEAR_LEAD 6

/* Sizes in bytes. */
typedef struct
{
  const char *text;
  gsize length;
  const DpAnchor *anchor;
  gsize n_exact;
  gsize n_prefix;
  gsize n_suffix;
} Search;

typedef struct
{
  gsize byte;
  guint agreement; /* code points of context that are the same */
} Candidate;

static gboolean
begins_char (char byte)
{
  return ((guchar) byte & 0xC0) != 0x80;
}

static guint
count_chars (const char *text,
             gsize length)
{
  guint n = 0;

  for (gsize i = 0; i < length; i++)
    n += begins_char (text[i]);
  return n;
}

/* Code points of the prefix, from its end, that stand before @byte. */
static guint
agree_before (const Search *search,
              gsize byte)
{
  gsize most = MIN (search->n_prefix, byte);
  const char *p = search->anchor->prefix + search->n_prefix;
  const char *q = search->text + byte;
  gsize same = 0;

  while (same < most && p[-1 - (gssize) same] == q[-1 - (gssize) same])
    same++;
  /* Whole characters only: the last byte that agrees must begin one. */
  while (same > 0 && !begins_char (*(p - same)))
    same--;
  return count_chars (p - same, same);
}

/* Code points of the suffix, from its start, that stand at @byte. */
static guint
agree_after (const Search *search,
             gsize byte)
{
  gsize most = MIN (search->n_suffix, search->length - byte);
  const char *p = search->anchor->suffix;
  const char *q = search->text + byte;
  gsize same = 0;

  while (same < most && p[same] == q[same])
    same++;
  while (same > 0 && same < search->n_suffix && !begins_char (p[same]))
    same--;
  return count_chars (p, same);
}

static gboolean
stands_at (const Search *search,
           gsize byte)
{
  return byte + search->n_exact <= search->length && memcmp (search->text + byte, search->anchor->exact, search->n_exact) == 0;
}

static gboolean
stands_with_context_at (const Search *search,
                        gsize byte)
{
  return stands_at (search, byte) && byte >= search->n_prefix &&
         byte + search->n_exact + search->n_suffix <= search->length &&
         memcmp (search->text + byte - search->n_prefix, search->anchor->prefix, search->n_prefix) == 0 &&
         memcmp (search->text + byte + search->n_exact, search->anchor->suffix, search->n_suffix) == 0;
}

/* How often (up to twice) the quote stands there with all of its context. */
static guint
count_with_context (const Search *search,
                    gsize *byte)
{
  g_autofree char *needle = g_strconcat (search->anchor->prefix, search->anchor->exact, search->anchor->suffix, NULL);
  gsize n_needle = search->n_prefix + search->n_exact + search->n_suffix;
  const char *end = search->text + search->length;
  const char *first = memmem (search->text, search->length, needle, n_needle);

  if (first == NULL)
    return 0;
  *byte = (gsize) (first - search->text) + search->n_prefix;
  return memmem (first + 1, (gsize) (end - first - 1), needle, n_needle) != NULL ? 2 : 1;
}

/* For each length of a beginning of @pattern the length of its longest proper border. */
static guint *
find_borders (const char *pattern,
              gsize n)
{
  guint *borders = g_new (guint, n + 1);
  guint border = 0;

  borders[0] = borders[1] = 0;
  for (gsize i = 1; i < n; i++)
    {
      while (border > 0 && pattern[i] != pattern[border])
        border = borders[border];
      if (pattern[i] == pattern[border])
        border++;
      borders[i + 1] = border;
    }
  return borders;
}

static void
consider (const Search *search,
          gsize byte,
          Candidate *best,
          Candidate *second)
{
  Candidate candidate = { byte, agree_before (search, byte) + agree_after (search, byte + search->n_exact) };

  if (best->byte == G_MAXSIZE || candidate.agreement > best->agreement)
    {
      *second = *best;
      *best = candidate;
    }
  else if (second->byte == G_MAXSIZE || candidate.agreement > second->agreement)
    *second = candidate;
}

/* The best two of all places where the quote stands, overlapping ones too, in time that grows with
 * the text alone (Knuth, Morris and Pratt). */
static void
find_candidates (const Search *search,
                 Candidate *best,
                 Candidate *second)
{
  const char *pattern = search->anchor->exact;
  const char *first = memmem (search->text, search->length, pattern, search->n_exact);
  g_autofree guint *borders = NULL;
  guint matched = 0;

  best->byte = second->byte = G_MAXSIZE;
  best->agreement = second->agreement = 0;
  /* Most often it is gone altogether, and the library's search is by far the faster one. */
  if (first == NULL)
    return;

  borders = find_borders (pattern, search->n_exact);
  for (gsize i = (gsize) (first - search->text); i < search->length; i++)
    {
      while (matched > 0 && (matched == search->n_exact || search->text[i] != pattern[matched]))
        matched = borders[matched];
      if (search->text[i] == pattern[matched])
        matched++;
      if (matched == search->n_exact)
        consider (search, i + 1 - search->n_exact, best, second);
    }
}

static gboolean
is_convincing (const Search *search,
               const Candidate *best,
               const Candidate *second,
               gboolean at_its_place)
{
  guint context = count_chars (search->anchor->prefix, search->n_prefix) + count_chars (search->anchor->suffix, search->n_suffix);
  guint enough = MIN (context, ENOUGH_CONTEXT);

  if (best->byte == G_MAXSIZE)
    return FALSE;
  if (second->byte != G_MAXSIZE)
    return best->agreement >= enough && best->agreement >= second->agreement + CLEAR_LEAD;
  return best->agreement >= enough || count_chars (search->anchor->exact, search->n_exact) >= LONG_QUOTE ||
         (at_its_place && best->agreement >= enough / 2);
}

static DpAnchorStatus
settle (const Search *search,
        DpOffsets *offsets,
        gsize byte,
        DpSpan *span)
{
  span->start = dp_offsets_to_char (offsets, byte);
  span->end = dp_offsets_to_char (offsets, byte + search->n_exact);
  return span->start == search->anchor->start ? DP_ANCHOR_EXACT : DP_ANCHOR_MOVED;
}

DpAnchorStatus
dp_anchor_find (const DpAnchor *self,
                DpOffsets *offsets,
                DpSpan *span)
{
  Search search = { .anchor = self };
  Candidate best, second;
  gsize place, byte;

  g_return_val_if_fail (self != NULL && offsets != NULL && span != NULL, DP_ANCHOR_LOST);

  search.text = dp_offsets_get_text (offsets, &search.length);
  search.n_exact = strlen (self->exact);
  search.n_prefix = strlen (self->prefix);
  search.n_suffix = strlen (self->suffix);
  if (search.n_exact == 0 || search.n_exact > search.length)
    return DP_ANCHOR_LOST;

  place = dp_offsets_to_byte (offsets, self->start);
  if (stands_with_context_at (&search, place))
    return settle (&search, offsets, place, span);
  switch (count_with_context (&search, &byte))
    {
    case 1:
      return settle (&search, offsets, byte, span);
    case 2:
      return DP_ANCHOR_LOST;
    default:
      break;
    }
  find_candidates (&search, &best, &second);
  if (!is_convincing (&search, &best, &second, best.byte == place))
    return DP_ANCHOR_LOST;
  return settle (&search, offsets, best.byte, span);
}

/* A quote of one letter is everywhere: that many of its places are looked at. */
#define MAX_PLACES 1000

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Candidate *left = a;
  const Candidate *right = b;

  if (left->agreement != right->agreement)
    return left->agreement > right->agreement ? -1 : 1;
  return (left->byte > right->byte) - (left->byte < right->byte);
}

GArray *
dp_anchor_list_places (const DpAnchor *self,
                       DpOffsets *offsets,
                       guint max)
{
  Search search = { .anchor = self };
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  GArray *places = g_array_new (FALSE, FALSE, sizeof (DpSpan));
  const char *place, *end;

  g_return_val_if_fail (self != NULL && offsets != NULL, places);

  search.text = dp_offsets_get_text (offsets, &search.length);
  search.n_exact = strlen (self->exact);
  search.n_prefix = strlen (self->prefix);
  search.n_suffix = strlen (self->suffix);
  if (search.n_exact == 0)
    return places;

  end = search.text + search.length;
  for (place = search.text;
       candidates->len < MAX_PLACES && (place = memmem (place, (gsize) (end - place), self->exact, search.n_exact)) != NULL;
       place += search.n_exact)
    {
      gsize byte = (gsize) (place - search.text);
      Candidate candidate = { byte, agree_before (&search, byte) + agree_after (&search, byte + search.n_exact) };

      g_array_append_val (candidates, candidate);
    }
  g_array_sort (candidates, compare_places);
  for (guint i = 0; i < candidates->len && i < max; i++)
    {
      gsize byte = g_array_index (candidates, Candidate, i).byte;
      DpSpan span = { dp_offsets_to_char (offsets, byte), dp_offsets_to_char (offsets, byte + search.n_exact) };

      g_array_append_val (places, span);
    }
  return places;
}
