/* fuzz-main.c: runs a fuzz target over its corpus and over mutations of it, as an ordinary test
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Usage: fuzz-NAME CORPUS-FOLDER [MUTATIONS]. The mutations are the same in every run; libFuzzer
 * (-Dfuzz=true) is for finding new ones.
 */

#include "fuzz.h"

#include <stdlib.h>
#include <string.h>

#define SEED 20260110
#define MAX_LENGTH 65536

static void
run (const guint8 *data,
     gsize length)
{
  /* Without anything behind it, so that a sanitizer sees a step too far. */
  guint8 *copy = malloc (length);

  if (length > 0)
    memcpy (copy, data, length);
  LLVMFuzzerTestOneInput (copy, length);
  free (copy);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* In the order of the names, so that every run is the same. */
static GPtrArray *
load_corpus (const char *folder)
{
  GPtrArray *inputs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  if (dir == NULL)
    g_error ("no corpus at %s", folder);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      char *content;
      gsize length;

      if (!g_file_get_contents (g_ptr_array_index (names, i), &content, &length, NULL))
        g_error ("cannot read %s", (char *) g_ptr_array_index (names, i));
      g_ptr_array_add (inputs, g_bytes_new_take (content, length));
    }
  return inputs;
}

static GBytes *
pick (GRand *random,
      GPtrArray *inputs)
{
  return g_ptr_array_index (inputs, g_rand_int_range (random, 0, (gint32) inputs->len));
}

static guint
random_place (GRand *random,
              guint length)
{
  return length == 0 ? 0 : (guint) g_rand_int_range (random, 0, (gint32) length);
}

static void
copy_piece_of_other (GRand *random,
                     GPtrArray *inputs,
                     guint size,
                     GByteArray *data)
{
  gsize n;
  const guint8 *other = g_bytes_get_data (pick (random, inputs), &n);
  guint from = random_place (random, (guint) n);

  g_byte_array_append (data, other + from, MIN ((guint) n - from, size));
}

static void
mutate_once (GRand *random,
             GPtrArray *inputs,
             GByteArray *data)
{
  static const guint8 telling[] = "\0\n\"\\{}[],:-0 9eE<>&;/.\x7F\x80\xBF\xC0\xE2\xED\xEF\xF0\xF4\xFF";
  guint place = random_place (random, data->len);
  guint8 byte = telling[random_place (random, sizeof telling)];
  guint size = random_place (random, 64) + 1;

  switch (g_rand_int_range (random, 0, 7))
    {
    case 0:
      if (data->len > 0)
        data->data[place] ^= (guint8) (1 << g_rand_int_range (random, 0, 8));
      break;
    case 1:
      if (data->len > 0)
        data->data[place] = byte;
      break;
    case 2:
      g_byte_array_append (data, &byte, 1);
      memmove (data->data + place + 1, data->data + place, data->len - 1 - place);
      data->data[place] = byte;
      break;
    case 3:
      if (data->len > 0)
        g_byte_array_remove_range (data, place, MIN (data->len - place, size));
      break;
    case 4:
      g_byte_array_set_size (data, place);
      break;
    case 5:
      copy_piece_of_other (random, inputs, size, data);
      break;
    default:
      if (data->len > 0)
        {
          guint length = MIN (data->len - place, size);
          g_autofree guint8 *piece = g_memdup2 (data->data + place, length);

          g_byte_array_append (data, piece, length);
        }
      break;
    }
}

static void
run_mutations (GPtrArray *inputs,
               guint n)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GByteArray) data = g_byte_array_new ();
      gsize length;
      const guint8 *start = g_bytes_get_data (pick (random, inputs), &length);
      guint n_steps = 1 + random_place (random, 8);

      g_byte_array_append (data, start, (guint) MIN (length, MAX_LENGTH));
      while (n_steps-- > 0)
        mutate_once (random, inputs, data);
      run (data->data, data->len);
    }
}

int
main (int argc,
      char *argv[])
{
  g_autoptr (GPtrArray) inputs = NULL;
  guint n_mutations = argc > 2 ? (guint) strtoul (argv[2], NULL, 10) : 20000;

  if (argc < 2)
    {
      g_printerr ("usage: %s CORPUS-FOLDER [MUTATIONS]\n", argv[0]);
      return 2;
    }
  inputs = load_corpus (argv[1]);
  g_assert_cmpuint (inputs->len, >, 0);
  run (NULL, 0);
  for (guint i = 0; i < inputs->len; i++)
    {
      gsize length;
      const guint8 *data = g_bytes_get_data (g_ptr_array_index (inputs, i), &length);

      run (data, length);
    }
  run_mutations (inputs, n_mutations);
  g_print ("%u files, %u mutations\n", inputs->len, n_mutations);
  return 0;
}
