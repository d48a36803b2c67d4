/* dp-countries.c: names of countries, from iso-codes and the ranking tables
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference/dp-countries.h"

#include <libintl.h>
#include <string.h>

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "base/dp-file.h"
#include "base/dp-json.h"
#include "reference/dp-fold.h"

#define ISO_DOMAIN "iso_3166-1"
#define ISO_FILE "iso_3166-1.json"
#define MAX_FILE_SIZE ((gsize) 8 * 1024 * 1024)

typedef struct
{
  char *iso3;
  char *iso2;       /* (nullable) */
  char *display;    /* (nullable): in the current locale */
  GPtrArray *names; /* utf8 */
} Country;

struct _DpCountries
{
  GHashTable *by_iso3; /* iso3 (borrowed) to Country (owned) */
  GHashTable *by_name; /* folded name (owned) to Country (borrowed) */
};

/* Where people and tables say it shorter than ISO 3166 does, or where ISO 3166 has nothing. The first
 * name of a country is the one to show. */
static const struct
{
  const char *iso3;
  const char *name;
} short_names[] = {
  { "BRN", N_ ("Brunei") },
  { "COD", N_ ("DR Congo") },
  { "COG", N_ ("Congo (Republic)") },
  { "FSM", N_ ("Micronesia") },
  { "PSE", N_ ("Palestine") },
  { "RUS", N_ ("Russia") },
  { "SCG", N_ ("Serbia and Montenegro") },
  { "XKX", N_ ("Kosovo") },
  { "YUG", N_ ("Yugoslavia") },
};

/* Names that people type and iso-codes does not list. */
static const struct
{
  const char *iso3;
  const char *name;
} other_names[] = {
  { "ARE", "UAE" },
  { "CIV", "Ivory Coast" },
  { "COD", "DRC" },
  { "COG", "Republic of the Congo" },
  { "CPV", "Cape Verde" },
  { "CZE", "Czech Republic" },
  { "GBR", "UK" },
  { "GBR", "Great Britain" },
  { "KOR", "South Korea" },
  { "MKD", "Macedonia" },
  { "MMR", "Burma" },
  { "PRK", "North Korea" },
  { "SWZ", "Swaziland" },
  { "TLS", "East Timor" },
  { "TUR", "Turkey" },
  { "USA", "USA" },
  { "USA", "United States of America" },
  { "VAT", "Vatican" },
};

static void
country_free (Country *country)
{
  g_free (country->iso3);
  g_free (country->iso2);
  g_free (country->display);
  g_ptr_array_unref (country->names);
  g_free (country);
}

static Country *
ensure_country (DpCountries *self,
                const char *iso3)
{
  Country *country = g_hash_table_lookup (self->by_iso3, iso3);

  if (country == NULL)
    {
      country = g_new0 (Country, 1);
      country->iso3 = g_strdup (iso3);
      country->names = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (self->by_iso3, country->iso3, country);
    }

  return country;
}

static void
add_key (DpCountries *self,
         Country *country,
         const char *name)
{
  g_autofree char *folded = dp_fold_text (name);

  if (*folded != '\0' && !g_hash_table_contains (self->by_name, folded))
    g_hash_table_insert (self->by_name, g_steal_pointer (&folded), country);
}

static void
add_name (DpCountries *self,
          Country *country,
          const char *name)
{
  if (*name == '\0' || g_ptr_array_find_with_equal_func (country->names, name, g_str_equal, NULL))
    return;

  g_ptr_array_add (country->names, g_strdup (name));
  add_key (self, country, name);
}

static const char *
find_short_name (const char *iso3)
{
  for (guint i = 0; i < G_N_ELEMENTS (short_names); i++)
    {
      if (strcmp (short_names[i].iso3, iso3) == 0)
        return short_names[i].name;
    }

  return NULL;
}

/* (nullable): our own short name, translated; %NULL too when it stands untranslated in a locale that
 * may well have a translation of the ISO name */
static const char *
translate_short_name (const char *iso3)
{
  const char *name = find_short_name (iso3);
  const char *translated = name != NULL ? _ (name) : NULL;

  return translated != name ? translated : NULL;
}

const char *
dp_country_translate (const char *iso3,
                      const char *english)
{
  const char *translated;

  g_return_val_if_fail (iso3 != NULL, NULL);
  g_return_val_if_fail (english != NULL, NULL);

  if (*english == '\0')
    return english;

  translated = translate_short_name (iso3);

  return translated != NULL ? translated : g_dgettext (ISO_DOMAIN, english);
}

/* iso-codes. */

static const char *
get_member (JsonObject *object,
            const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;

  return json_node_get_string (node);
}

static void
choose_display (Country *country,
                const char *name)
{
  const char *short_name = find_short_name (country->iso3);
  const char *display = translate_short_name (country->iso3);

  if (display == NULL && (short_name == NULL || g_dgettext (ISO_DOMAIN, name) != name))
    display = g_dgettext (ISO_DOMAIN, name);

  g_free (country->display);
  country->display = g_strdup (display != NULL ? display : short_name);
}

static void
add_iso_country (DpCountries *self,
                 JsonObject *object)
{
  static const char *const members[] = { "common_name", "name", "official_name" };
  const char *iso2 = get_member (object, "alpha_2");
  const char *iso3 = get_member (object, "alpha_3");
  const char *name = get_member (object, "common_name");
  Country *country;

  if (name == NULL)
    name = get_member (object, "name");
  if (iso3 == NULL || strlen (iso3) != 3 || name == NULL)
    return;

  country = ensure_country (self, iso3);
  if (iso2 != NULL && country->iso2 == NULL)
    {
      country->iso2 = g_strdup (iso2);
      add_key (self, country, iso2);
    }
  add_key (self, country, iso3);
  choose_display (country, name);

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const char *value = get_member (object, members[i]);

      if (value == NULL || *value == '\0')
        continue;
      add_name (self, country, value);
      add_name (self, country, dgettext (ISO_DOMAIN, value));
    }
}

static gboolean
read_iso_codes (DpCountries *self,
                const char *directory)
{
  g_autoptr (GFile) file = g_file_new_build_filename (directory, ISO_FILE, NULL);
  g_autoptr (GBytes) bytes = dp_file_read (file, MAX_FILE_SIZE, NULL, NULL);
  g_autoptr (JsonNode) root = NULL;
  JsonNode *list;
  gsize length;
  const char *data;

  if (bytes == NULL)
    return FALSE;

  data = g_bytes_get_data (bytes, &length);
  root = dp_json_read (data, length, DP_JSON_GRAMMAR, NULL);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return FALSE;
  list = json_object_get_member (json_node_get_object (root), "3166-1");
  if (list == NULL || !JSON_NODE_HOLDS_ARRAY (list))
    return FALSE;

  for (guint i = 0; i < json_array_get_length (json_node_get_array (list)); i++)
    {
      JsonNode *node = json_array_get_element (json_node_get_array (list), i);

      if (JSON_NODE_HOLDS_OBJECT (node))
        add_iso_country (self, json_node_get_object (node));
    }

  return TRUE;
}

static void
bind_translations (const char *data_directory)
{
  g_autofree char *locale_directory = g_build_filename (data_directory, "locale", NULL);

  bindtextdomain (ISO_DOMAIN, locale_directory);
  bind_textdomain_codeset (ISO_DOMAIN, "UTF-8");
}

static void
read_system_iso_codes (DpCountries *self)
{
  const char *const *folders = g_get_system_data_dirs ();

  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *directory = g_build_filename (folders[i], "iso-codes", "json", NULL);
      g_autofree char *path = g_build_filename (directory, ISO_FILE, NULL);

      if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
        continue;
      bind_translations (folders[i]);
      if (read_iso_codes (self, directory))
        return;
    }
}

DpCountries *
dp_countries_new (const char *directory)
{
  DpCountries *self = g_new0 (DpCountries, 1);

  self->by_iso3 = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) country_free);
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (directory != NULL)
    {
      bind_textdomain_codeset (ISO_DOMAIN, "UTF-8");
      read_iso_codes (self, directory);
    }
  else
    read_system_iso_codes (self);

  for (guint i = 0; i < G_N_ELEMENTS (short_names); i++)
    {
      Country *country = ensure_country (self, short_names[i].iso3);

      add_key (self, country, short_names[i].iso3);
      add_name (self, country, short_names[i].name);
      add_name (self, country, _ (short_names[i].name));
      if (country->display == NULL)
        country->display = g_strdup (_ (short_names[i].name));
    }
  for (guint i = 0; i < G_N_ELEMENTS (other_names); i++)
    add_name (self, ensure_country (self, other_names[i].iso3), other_names[i].name);

  return self;
}

void
dp_countries_free (DpCountries *self)
{
  g_hash_table_unref (self->by_name);
  g_hash_table_unref (self->by_iso3);
  g_free (self);
}

void
dp_countries_add_name (DpCountries *self,
                       const char *iso3,
                       const char *name)
{
  Country *country;

  g_return_if_fail (self != NULL);
  g_return_if_fail (iso3 != NULL && *iso3 != '\0');
  g_return_if_fail (name != NULL);

  country = ensure_country (self, iso3);
  add_key (self, country, iso3);
  add_name (self, country, name);
  if (country->display == NULL && *name != '\0')
    country->display = g_strdup (dp_country_translate (iso3, name));
}

const char *
dp_countries_find (DpCountries *self,
                   const char *name)
{
  g_autofree char *folded = NULL;
  Country *country;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  folded = dp_fold_text (name);
  country = g_hash_table_lookup (self->by_name, folded);

  return country != NULL ? country->iso3 : NULL;
}

const char *
dp_countries_get_name (DpCountries *self,
                       const char *iso3)
{
  Country *country;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (iso3 != NULL, NULL);

  country = g_hash_table_lookup (self->by_iso3, iso3);

  return country != NULL && country->display != NULL ? country->display : iso3;
}

GPtrArray *
dp_countries_get_names (DpCountries *self,
                        const char *iso3)
{
  Country *country;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (iso3 != NULL, NULL);

  country = g_hash_table_lookup (self->by_iso3, iso3);

  return country != NULL ? country->names : NULL;
}

const char *
dp_countries_get_iso2 (DpCountries *self,
                       const char *iso3)
{
  Country *country;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (iso3 != NULL, NULL);

  country = g_hash_table_lookup (self->by_iso3, iso3);

  return country != NULL ? country->iso2 : NULL;
}
