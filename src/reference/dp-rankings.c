/* dp-rankings.c: the ranking tables, shipped and added, and how to look something up in them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference/dp-rankings.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "reference/dp-fold.h"
#include "reference/dp-rankings-private.h"

struct _DpRankings
{
  GObject parent_instance;

  char **folders;
  DpCountries *countries;
  char **problems;
  char *words_folder;   /* (nullable) */
  DpRankLexicon *words; /* (owned) (nullable) */

  GStringChunk *strings;
  GPtrArray *catalogues; /* GPtrArray of DpIndexInfo, one for each folder */
  DpRankedLists lists;
  GHashTable *by_key;  /* of index, edition and country (owned) to DpRankedRow (borrowed) */
  GHashTable *indices; /* id (borrowed) to DpRankedIndex (borrowed) */
};

G_DEFINE_FINAL_TYPE (DpRankings, dp_rankings, G_TYPE_OBJECT)

static void
ranked_edition_free (DpRankedEdition *edition)
{
  g_strfreev (edition->words);
  g_free (edition);
}

static void
ranked_index_free (DpRankedIndex *index)
{
  g_ptr_array_unref (index->editions);
  g_free (index);
}

static void
ranked_country_free (DpRankedCountry *country)
{
  g_free (country->iso2_folded);
  g_free (country->iso3_folded);
  g_ptr_array_unref (country->names);
  g_free (country);
}

static void
dp_rankings_finalize (GObject *object)
{
  DpRankings *self = DP_RANKINGS (object);

  g_hash_table_unref (self->by_key);
  g_hash_table_unref (self->indices);
  g_ptr_array_unref (self->lists.rows);
  g_ptr_array_unref (self->lists.indices);
  g_ptr_array_unref (self->lists.countries);
  g_ptr_array_unref (self->catalogues);
  g_string_chunk_free (self->strings);
  g_clear_pointer (&self->countries, dp_countries_free);
  g_clear_pointer (&self->words, dp_rank_lexicon_free);
  g_free (self->words_folder);
  g_strfreev (self->folders);
  g_strfreev (self->problems);

  G_OBJECT_CLASS (dp_rankings_parent_class)->finalize (object);
}

static void
dp_rankings_class_init (DpRankingsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dp_rankings_finalize;
}

static void
dp_rankings_init (DpRankings *self)
{
  self->strings = g_string_chunk_new (64 * 1024);
  self->problems = g_new0 (char *, 1);
  self->catalogues = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->lists.rows = g_ptr_array_new_with_free_func (g_free);
  self->lists.indices = g_ptr_array_new_with_free_func ((GDestroyNotify) ranked_index_free);
  self->lists.countries = g_ptr_array_new_with_free_func ((GDestroyNotify) ranked_country_free);
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->indices = g_hash_table_new (g_str_hash, g_str_equal);
}

DpRankings *
dp_rankings_new (const char *const *folders,
                 DpCountries *countries)
{
  DpRankings *self;

  g_return_val_if_fail (folders != NULL, NULL);
  g_return_val_if_fail (countries != NULL, NULL);

  self = g_object_new (DP_TYPE_RANKINGS, NULL);
  self->folders = g_strdupv ((char **) folders);
  self->countries = countries;

  return self;
}

void
dp_rankings_set_words (DpRankings *self,
                       const char *words)
{
  g_return_if_fail (DP_IS_RANKINGS (self));
  g_return_if_fail (self->lists.rows->len == 0);

  g_free (self->words_folder);
  self->words_folder = g_strdup (words);
}

DpRankLexicon *
dp_rankings_get_words (DpRankings *self)
{
  return self->words;
}

/* Loading. */

static char *
make_key (const char *index,
          const char *edition,
          const char *country)
{
  return g_strjoin ("\x1f", index, edition, country, NULL);
}

/* A row of a later folder takes the place of the one it repeats. */
static void
take_row (DpRankings *self,
          const DpRankingRow *row,
          DpIndexInfo *info)
{
  g_autofree char *key = make_key (row->index, row->edition, *row->iso3 != '\0' ? row->iso3 : row->country);
  DpRankedRow *ranked = g_hash_table_lookup (self->by_key, key);

  if (ranked == NULL)
    {
      ranked = g_new0 (DpRankedRow, 1);
      g_ptr_array_add (self->lists.rows, ranked);
      g_hash_table_insert (self->by_key, g_steal_pointer (&key), ranked);
    }

  ranked->row = *row;
  ranked->info = info;
}

static DpIndexInfo *
find_info (GPtrArray *infos,
           const char *id)
{
  for (guint i = 0; i < infos->len; i++)
    {
      DpIndexInfo *info = infos->pdata[i];

      if (strcmp (info->id, id) == 0)
        return info;
    }

  return NULL;
}

static void
take_index (DpRankings *self,
            DpIndexInfo *info)
{
  DpRankedIndex *index = g_hash_table_lookup (self->indices, info->id);

  if (index == NULL)
    {
      index = g_new0 (DpRankedIndex, 1);
      index->id = g_string_chunk_insert_const (self->strings, info->id);
      index->editions = g_ptr_array_new_with_free_func ((GDestroyNotify) ranked_edition_free);
      g_ptr_array_add (self->lists.indices, index);
      g_hash_table_insert (self->indices, (char *) index->id, index);
    }

  index->info = info;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
load_table (DpRankings *self,
            const char *folder,
            const char *name,
            GPtrArray *infos,
            gboolean is_listed,
            GPtrArray *problems)
{
  g_autoptr (GFile) file = g_file_new_build_filename (folder, name, NULL);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GArray) rows = NULL;

  for (guint i = 0; i < infos->len; i++)
    {
      DpIndexInfo *info = infos->pdata[i];

      if (strcmp (info->file, name) == 0)
        g_ptr_array_add (ids, info->id);
    }
  g_ptr_array_add (ids, NULL);

  rows = dp_ranking_table_read (file, is_listed ? (const char *const *) ids->pdata : NULL, self->strings, problems);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const DpRankingRow *row = &g_array_index (rows, DpRankingRow, i);
      DpRankedIndex *known = g_hash_table_lookup (self->indices, row->index);
      DpIndexInfo *info = find_info (infos, row->index);

      /* A bare table adds to an index that is known; else there is nothing but its id. */
      if (info == NULL && known != NULL)
        info = known->info;
      if (info == NULL)
        info = (DpIndexInfo *) dp_rankings_get_info (self, row->index);
      if (info == NULL)
        {
          info = dp_index_info_new_plain (row->index, name);
          g_ptr_array_add (infos, info);
        }
      take_index (self, info);
      take_row (self, row, info);
    }
}

static GPtrArray *
read_infos (const char *folder,
            GError **error)
{
  g_autoptr (GFile) catalogue = g_file_new_build_filename (folder, "catalogue.json", NULL);
  g_autoptr (GFile) sources = g_file_new_build_filename (folder, "sources.json", NULL);
  GFile *file = !g_file_query_exists (catalogue, NULL) && g_file_query_exists (sources, NULL) ? sources : catalogue;
  g_autofree char *name = g_file_get_parse_name (file);
  GPtrArray *infos = file == catalogue ? dp_index_infos_read (file, error) : dp_index_infos_read_sources (file, error);

  if (infos == NULL)
    g_prefix_error (error, "%s: ", name);

  return infos;
}

/* Tables without a catalogue: each row says of which index it is. */
static gboolean
load_bare_folder (DpRankings *self,
                  const char *folder,
                  GPtrArray *problems)
{
  g_autofree char *catalogue = g_build_filename (folder, "catalogue.json", NULL);
  g_autoptr (GDir) dir = g_file_test (catalogue, G_FILE_TEST_EXISTS) ? NULL : g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *infos;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (*name != '.' && g_str_has_suffix (name, ".csv"))
        g_ptr_array_add (names, g_strdup (name));
    }
  if (names->len == 0)
    return FALSE;

  infos = g_ptr_array_new_with_free_func ((GDestroyNotify) dp_index_info_free);
  g_ptr_array_add (self->catalogues, infos);
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    load_table (self, folder, names->pdata[i], infos, FALSE, problems);

  return TRUE;
}

static void
load_folder (DpRankings *self,
             const char *folder,
             GPtrArray *problems)
{
  g_autoptr (GHashTable) read = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;
  GPtrArray *infos = read_infos (folder, &error);

  if (infos == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) || !load_bare_folder (self, folder, problems))
        g_ptr_array_add (problems, g_strdup (error->message));
      return;
    }

  g_ptr_array_add (self->catalogues, infos);
  for (guint i = 0; i < infos->len; i++)
    {
      DpIndexInfo *info = infos->pdata[i];

      /* One file may serve several indices. */
      if (g_hash_table_add (read, info->file))
        load_table (self, folder, info->file, infos, TRUE, problems);
    }
}

/* The words of an edition's name; of "2021-22" also "2022". */
static char **
get_edition_words (const char *name)
{
  g_auto (GStrv) words = dp_fold_words (name);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_strv_builder_add (builder, words[i]);
      if (i > 0 && strlen (words[i]) == 2 && strlen (words[i - 1]) == 4 && g_ascii_isdigit (*words[i]) && g_ascii_isdigit (*words[i - 1]))
        {
          g_autofree char *full = g_strdup_printf ("%.2s%s", words[i - 1], words[i]);

          g_strv_builder_add (builder, full);
        }
    }

  return g_strv_builder_end (builder);
}

static guint
get_edition_year (const char *name)
{
  while (*name != '\0' && !g_ascii_isdigit (*name))
    name++;

  return (guint) MIN (g_ascii_strtoull (name, NULL, 10), G_MAXUINT);
}

static int
compare_editions (gconstpointer a,
                  gconstpointer b)
{
  const DpRankedEdition *first = *(DpRankedEdition *const *) a;
  const DpRankedEdition *second = *(DpRankedEdition *const *) b;

  if (first->year != second->year)
    return first->year < second->year ? -1 : 1;

  return strcmp (first->name, second->name);
}

static DpRankedEdition *
find_edition (DpRankedIndex *index,
              const char *name,
              guint *position)
{
  for (guint i = 0; i < index->editions->len; i++)
    {
      DpRankedEdition *edition = index->editions->pdata[i];

      if (strcmp (edition->name, name) == 0)
        {
          *position = i;
          return edition;
        }
    }

  return NULL;
}

static void
add_edition (DpRankedIndex *index,
             const DpRankingRow *row)
{
  guint position;
  DpRankedEdition *edition = find_edition (index, row->edition, &position);

  if (edition == NULL)
    {
      edition = g_new0 (DpRankedEdition, 1);
      edition->name = row->edition;
      edition->words = get_edition_words (row->edition);
      edition->year = get_edition_year (row->edition);
      g_ptr_array_add (index->editions, edition);
    }
  if (edition->data_year == 0)
    edition->data_year = row->data_year;
}

static char *
fold_code (const char *code)
{
  return code != NULL && *code != '\0' ? dp_fold_text (code) : NULL;
}

static guint
add_country (DpRankings *self,
             const DpRankingRow *row)
{
  DpRankedCountry *country = g_new0 (DpRankedCountry, 1);
  GPtrArray *names;

  country->iso3 = row->iso3;
  country->name = row->country;
  country->names = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_ptr_array_add (country->names, dp_fold_words (row->country));
  g_ptr_array_add (self->lists.countries, country);
  if (*row->iso3 == '\0')
    return self->lists.countries->len - 1;

  dp_countries_add_name (self->countries, row->iso3, row->country);
  names = dp_countries_get_names (self->countries, row->iso3);
  for (guint i = 0; names != NULL && i < names->len; i++)
    g_ptr_array_add (country->names, dp_fold_words (names->pdata[i]));
  country->iso2_folded = fold_code (dp_countries_get_iso2 (self->countries, row->iso3));
  country->iso3_folded = fold_code (row->iso3);

  return self->lists.countries->len - 1;
}

static guint
find_index (DpRankings *self,
            const char *id)
{
  for (guint i = 0; i < self->lists.indices->len; i++)
    {
      if (strcmp (((DpRankedIndex *) self->lists.indices->pdata[i])->id, id) == 0)
        return i;
    }

  g_assert_not_reached ();
}

/* Rows of an edition mostly follow one another, and equal texts are one in the chunk of strings. */
static gboolean
is_same_edition (const DpRankedRow *ranked,
                 const DpRankedRow *other)
{
  return other != NULL && ranked->index == other->index && ranked->row.edition == other->row.edition;
}

/* Gives each row its place among the editions and countries, once all are known. */
static void
link_rows (DpRankings *self)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  const DpRankedRow *last = NULL;

  for (guint i = 0; i < self->lists.rows->len; i++)
    {
      DpRankedRow *ranked = self->lists.rows->pdata[i];

      ranked->index = find_index (self, ranked->row.index);
      if (!is_same_edition (ranked, last))
        add_edition (self->lists.indices->pdata[ranked->index], &ranked->row);
      last = ranked;
    }
  last = NULL;

  for (guint i = 0; i < self->lists.indices->len; i++)
    g_ptr_array_sort (((DpRankedIndex *) self->lists.indices->pdata[i])->editions, compare_editions);

  for (guint i = 0; i < self->lists.rows->len; i++)
    {
      DpRankedRow *ranked = self->lists.rows->pdata[i];
      const char *key = *ranked->row.iso3 != '\0' ? ranked->row.iso3 : ranked->row.country;
      gpointer place;

      if (is_same_edition (ranked, last))
        ranked->edition = last->edition;
      else
        find_edition (self->lists.indices->pdata[ranked->index], ranked->row.edition, &ranked->edition);
      last = ranked;
      if (!g_hash_table_lookup_extended (places, key, NULL, &place))
        {
          place = GUINT_TO_POINTER (add_country (self, &ranked->row));
          g_hash_table_insert (places, (char *) key, place);
        }
      ranked->country = GPOINTER_TO_UINT (place);
    }
}

/* What is searched by in all languages. */
static void
take_names (DpRankings *self)
{
  GPtrArray *names = dp_rank_lexicon_get_names (self->words);

  for (guint i = 0; i < names->len; i++)
    {
      const DpRankName *name = names->pdata[i];
      DpRankedIndex *index = name->category == DP_RANK_INDEX ? g_hash_table_lookup (self->indices, name->id) : NULL;

      if (name->category == DP_RANK_COUNTRY)
        dp_countries_add_name (self->countries, name->id, name->name);
      else if (index != NULL)
        dp_index_info_add_name (index->info, name->name);
    }
}

void
dp_rankings_load (DpRankings *self)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new ();

  g_return_if_fail (DP_IS_RANKINGS (self));
  g_return_if_fail (self->lists.rows->len == 0);

  for (guint i = 0; self->folders[i] != NULL; i++)
    load_folder (self, self->folders[i], problems);
  if (self->words_folder != NULL)
    {
      self->words = dp_rank_lexicon_read (self->words_folder, problems);
      take_names (self);
    }
  link_rows (self);

  g_ptr_array_add (problems, NULL);
  g_strfreev (self->problems);
  self->problems = (char **) g_ptr_array_free (g_steal_pointer (&problems), FALSE);
}

const char *const *
dp_rankings_get_problems (DpRankings *self)
{
  g_return_val_if_fail (DP_IS_RANKINGS (self), NULL);

  return (const char *const *) self->problems;
}

/* Looking up. */

static void
append_sentence (GString *note,
                 const char *sentence)
{
  if (note->len > 0)
    g_string_append_c (note, ' ');
  g_string_append (note, sentence);
}

G_GNUC_PRINTF (2, 0)
static void
append_value (GString *note,
              const char *format,
              const char *value)
{
  g_autofree char *sentence = NULL;

  if (*value == '\0')
    return;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  sentence = g_strdup_printf (format, value);
#pragma GCC diagnostic pop
  append_sentence (note, sentence);
}

static char *
dup_note (const DpRankingRow *row)
{
  g_autoptr (GString) note = g_string_new (NULL);

  if (row->is_derived)
    append_sentence (note, _ ("The rank is worked out from the published scores."));
  append_value (note, _ ("The publisher has also given rank %s for this edition."), row->rank_alt);
  append_value (note, _ ("The publisher has also given score %s for this edition."), row->score_alt);
  if (row->is_secondary)
    append_sentence (note, _ ("Known only from a copy, not from the publisher."));
  if (*row->note != '\0')
    append_sentence (note, row->note);

  return g_string_free (g_steal_pointer (&note), FALSE);
}

static DpRanking *
make_ranking (const DpRankedRow *ranked)
{
  const DpRankingRow *row = &ranked->row;
  DpRanking *ranking = g_new0 (DpRanking, 1);

  ranking->index = g_strdup (row->index);
  ranking->index_title = g_strdup (ranked->info->title);
  ranking->publisher = g_strdup (ranked->info->publisher);
  ranking->edition = g_strdup (row->edition);
  ranking->iso3 = g_strdup (row->iso3);
  ranking->country = g_strdup (row->country);
  ranking->rank = row->rank;
  ranking->total = row->total;
  ranking->score = g_strdup (row->score);
  ranking->scale = g_strdup (row->scale);
  ranking->link = *row->link != '\0' ? g_strdup (row->link) : dp_index_info_dup_link (ranked->info, row->edition);
  ranking->licence = g_strdup (ranked->info->licence);
  ranking->note = dup_note (row);

  return ranking;
}

const DpIndexInfo *
dp_rankings_get_info (DpRankings *self,
                      const char *index)
{
  const DpIndexInfo *info = NULL;

  for (guint i = self->catalogues->len; i > 0 && info == NULL; i--)
    info = find_info (self->catalogues->pdata[i - 1], index);

  return info;
}

const DpRankedLists *
dp_rankings_get_lists (DpRankings *self)
{
  return &self->lists;
}

const DpRankedRow *
dp_rankings_find_row (DpRankings *self,
                      const char *index,
                      const char *edition,
                      const char *iso3)
{
  g_autofree char *key = make_key (index, edition, iso3);

  return g_hash_table_lookup (self->by_key, key);
}

DpRanking *
dp_rankings_lookup (DpRankings *self,
                    const char *index,
                    const char *edition,
                    const char *iso3)
{
  const DpRankedRow *ranked;

  g_return_val_if_fail (DP_IS_RANKINGS (self), NULL);
  g_return_val_if_fail (index != NULL && edition != NULL && iso3 != NULL, NULL);

  ranked = dp_rankings_find_row (self, index, edition, iso3);

  return ranked != NULL ? make_ranking (ranked) : NULL;
}

GPtrArray *
dp_rankings_search (DpRankings *self,
                    const char *query,
                    guint max_results)
{
  g_autoptr (GPtrArray) rankings = g_ptr_array_new_with_free_func ((GDestroyNotify) dp_ranking_free);
  g_autoptr (GPtrArray) rows = NULL;

  g_return_val_if_fail (DP_IS_RANKINGS (self), NULL);
  g_return_val_if_fail (query != NULL, NULL);

  rows = dp_ranked_lists_search (&self->lists, query, max_results);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (rankings, make_ranking (rows->pdata[i]));

  return g_steal_pointer (&rankings);
}

char **
dp_rankings_list_indices (DpRankings *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (DP_IS_RANKINGS (self), NULL);

  for (guint i = 0; i < self->lists.indices->len; i++)
    g_strv_builder_add (builder, ((DpRankedIndex *) self->lists.indices->pdata[i])->id);

  return g_strv_builder_end (builder);
}

char **
dp_rankings_list_editions (DpRankings *self,
                           const char *index)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  DpRankedIndex *ranked;

  g_return_val_if_fail (DP_IS_RANKINGS (self), NULL);
  g_return_val_if_fail (index != NULL, NULL);

  ranked = g_hash_table_lookup (self->indices, index);
  for (guint i = 0; ranked != NULL && i < ranked->editions->len; i++)
    g_strv_builder_add (builder, ((DpRankedEdition *) ranked->editions->pdata[i])->name);

  return g_strv_builder_end (builder);
}

const char *
dp_rankings_get_title (DpRankings *self,
                       const char *index)
{
  DpRankedIndex *ranked;

  g_return_val_if_fail (DP_IS_RANKINGS (self), NULL);
  g_return_val_if_fail (index != NULL, NULL);

  ranked = g_hash_table_lookup (self->indices, index);

  return ranked != NULL ? ranked->info->title : NULL;
}

const char *
dp_rankings_get_publisher (DpRankings *self,
                           const char *index)
{
  DpRankedIndex *ranked;

  g_return_val_if_fail (DP_IS_RANKINGS (self), NULL);
  g_return_val_if_fail (index != NULL, NULL);

  ranked = g_hash_table_lookup (self->indices, index);

  return ranked != NULL ? ranked->info->publisher : NULL;
}

DpCountries *
dp_rankings_get_countries (DpRankings *self)
{
  g_return_val_if_fail (DP_IS_RANKINGS (self), NULL);

  return self->countries;
}
