/* test-case-text.c: the text of a case in parts that are kept: never another one than it would be now
 *
 * sample_case_dup_text() holds the parts against the case written anew.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/dp-case-text.h"

#include <string.h>
#include "base/dp-json.h"
#include "model/dp-history.h"
#include "model/dp-tracked.h"
#include "sample-case.h"

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr (DpClock) clock = dp_clock_new_fixed (1768032000);

  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (DpCase) dp_case = sample_case_new (4 * i);
      g_autoptr (DpHistory) history = dp_history_new (G_OBJECT (dp_case), clock);

      for (guint j = 0; j < 60; j++)
        {
          g_autofree char *text = NULL;

          switch (g_rand_int_range (random, 0, 6))
            {
            case 0:
              dp_history_undo (history);
              break;
            case 1:
              dp_history_redo (history);
              break;
            default:
              sample_case_edit (dp_case, random);
            }
          text = sample_case_dup_text (dp_case);
          g_assert_nonnull (text);
        }
    }
}

/* (transfer full): a new value for a property that holds a copy or a reference */
static void
change_boxed (GValue *value)
{
  GType type = G_VALUE_TYPE (value);

  if (type == G_TYPE_STRV)
    {
      static const char *const texts[] = { "another", NULL };

      g_value_set_boxed (value, texts);
    }
  else if (type == DP_TYPE_ANCHOR)
    g_value_take_boxed (value, dp_anchor_new ("another", "", "", 1, 8));
  else if (type == DP_TYPE_SEALED)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static ("another", 7);

      g_value_take_boxed (value, dp_sealed_new (bytes));
    }
  else if (type == DP_TYPE_TRANSLATION)
    {
      g_autoptr (GPtrArray) blocks = dp_blocks_from_plain_text ("Another.");

      g_value_take_boxed (value, dp_translation_new ("de", "A. Translator", blocks));
    }
  else
    g_assert_not_reached ();
}

static void
change_array (GValue *value,
              const char *name)
{
  GPtrArray *array;

  if (g_str_equal (name, "blocks"))
    {
      array = dp_blocks_new ();
      g_ptr_array_add (array, dp_block_new (DP_BLOCK_QUOTE, 0, "Another"));
    }
  else if (g_str_equal (name, "versions"))
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static ("another", 7);

      array = dp_seals_new ();
      g_ptr_array_add (array, dp_sealed_new (bytes));
    }
  else if (g_str_equal (name, "candidates"))
    {
      g_autoptr (DpAnchor) anchor = dp_anchor_new ("another", "", "", 1, 8);

      array = dp_candidates_new ();
      g_ptr_array_add (array, dp_candidate_new (anchor, 50));
    }
  else
    {
      g_assert_cmpstr (name, ==, "bearings");
      array = dp_bearings_new ();
      g_ptr_array_add (array, dp_bearing_new ("another", DP_STANCE_SUPPORTS));
    }
  g_value_take_boxed (value, array);
}

static void
change_value (GValue *value,
              const char *name)
{
  if (G_VALUE_HOLDS_STRING (value))
    g_value_take_string (value, g_strconcat ("another ", g_value_get_string (value), NULL));
  else if (G_VALUE_HOLDS_BOOLEAN (value))
    g_value_set_boolean (value, !g_value_get_boolean (value));
  else if (G_VALUE_HOLDS_UINT (value))
    g_value_set_uint (value, g_value_get_uint (value) + 1);
  else if (G_VALUE_HOLDS_ENUM (value))
    g_value_set_enum (value, g_value_get_enum (value) == 0 ? 1 : 0);
  else if (G_VALUE_HOLDS (value, G_TYPE_PTR_ARRAY))
    change_array (value, name);
  else
    change_boxed (value);
}

/* Every property there is now or will be: a change of it is in the text at once, and undone it is gone. */
static guint
change_properties (DpCase *dp_case,
                   GObject *object)
{
  guint n;
  g_autofree GParamSpec **properties = g_object_class_list_properties (G_OBJECT_GET_CLASS (object), &n);
  guint n_changed = 0;

  for (guint i = 0; i < n; i++)
    {
      GParamSpec *property = properties[i];
      g_autofree char *before = sample_case_dup_text (dp_case);
      g_autofree char *after = NULL;
      g_autofree char *undone = NULL;
      g_auto (GValue) old = G_VALUE_INIT;
      g_auto (GValue) value = G_VALUE_INIT;

      if ((property->flags & DP_PARAM_TRACKED) == 0 || (property->flags & G_PARAM_WRITABLE) == 0)
        continue;

      g_object_get_property (object, property->name, &old);
      g_value_init (&value, G_VALUE_TYPE (&old));
      g_value_copy (&old, &value);
      change_value (&value, property->name);
      g_object_set_property (object, property->name, &value);
      after = sample_case_dup_text (dp_case);
      g_assert_cmpstr (after, !=, before);
      g_object_set_property (object, property->name, &old);
      undone = sample_case_dup_text (dp_case);
      g_assert_cmpstr (undone, ==, before);
      n_changed++;
    }
  return n_changed;
}

static void
test_every_property (void)
{
  g_autoptr (DpCase) dp_case = sample_case_new (3);
  GListModel *lists[] = {
    dp_case_list_articles (dp_case),
    dp_case_list_highlights (dp_case),
    dp_case_list_claims (dp_case),
    dp_case_list_evidence (dp_case),
    dp_case_list_relations (dp_case),
  };

  g_assert_cmpuint (change_properties (dp_case, G_OBJECT (dp_case)), >, 3);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      guint n = g_list_model_get_n_items (lists[i]);

      g_assert_cmpuint (n, >, 0);
      for (guint j = 0; j < n; j++)
        {
          g_autoptr (GObject) item = g_list_model_get_item (lists[i], j);

          g_assert_cmpuint (change_properties (dp_case, item), >, 1);
        }
    }
}

/* A list can go empty, fill again, and come in another order. */
static void
test_lists (void)
{
  g_autoptr (DpCase) empty = dp_case_new ();
  g_autoptr (DpCase) dp_case = sample_case_new (5);
  g_autofree char *text = sample_case_dup_text (empty);
  g_autofree char *before = sample_case_dup_text (dp_case);
  GListModel *lists[] = {
    dp_case_list_articles (dp_case),
    dp_case_list_narratives (dp_case),
    dp_case_list_highlights (dp_case),
    dp_case_list_claims (dp_case),
    dp_case_list_evidence (dp_case),
    dp_case_list_relations (dp_case),
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint n = g_list_model_get_n_items (lists[i]), j = 0; j < n; j++)
      {
        g_autoptr (GObject) first = g_list_model_get_item (lists[i], 0);
        g_autofree char *turned = NULL;

        g_list_store_remove (G_LIST_STORE (lists[i]), 0);
        g_free (sample_case_dup_text (dp_case));
        g_list_store_append (G_LIST_STORE (lists[i]), first);
        turned = sample_case_dup_text (dp_case);
        if (j == n - 1)
          g_assert_cmpstr (turned, ==, before);
      }
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_list_store_remove_all (G_LIST_STORE (lists[i]));
      g_free (sample_case_dup_text (dp_case));
    }
}

/* What looks like the place of a list is not taken for it. */
static void
test_look_alikes (void)
{
  static const char text[] =
      "{\"format\": \"disproof-case\", \"version\": 1, \"id\": \"a\","
      " \"early\": {\"articles\": [null], \"highlights\": [null]},"
      " \"title\": \"\\n  \\\"articles\\\": [\\n    null\", \"state\": \"draft\","
      " \"articles\": [{\"early\": [null], \"id\": \"b\", \"sub\": {\"blocks\": [null]},"
      "   \"blocks\": [{\"blocks\": [null], \"kind\": \"paragraph\", \"text\": \"[\\n null\"}]},"
      "  {\"id\": \"c\", \"blocks\": []}],"
      " \"narratives\": [{\"id\": \"n\", \"label\": \"null\", \"colour\": 0, \"claims\": [null]}],"
      " \"mark\": [null], \"claims\": [{\"id\": \"d\", \"text\": \"null\", \"claims\": [null]}],"
      " \"summary\": \"\\n  \\\"evidence\\\": [\\n    null\\n  ]\"}";
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = dp_json_read (text, strlen (text), DP_JSON_STRICT, &error);
  g_autoptr (DpCase) dp_case = NULL;
  g_autoptr (DpArticle) article = NULL;
  g_autofree char *written = NULL;

  g_assert_no_error (error);
  dp_case = dp_case_new_from_json (node, &error);
  g_assert_no_error (error);
  written = sample_case_dup_text (dp_case);
  g_assert_nonnull (strstr (written, "\"early\""));

  article = g_list_model_get_item (dp_case_list_articles (dp_case), 0);
  dp_article_set_title (article, "\"blocks\": [\n        null");
  g_free (sample_case_dup_text (dp_case));
  dp_article_set_blocks (article, NULL);
  g_free (sample_case_dup_text (dp_case));
}

/* Parts on their way to the disk stay what they were, also when their objects are gone. */
static void
test_parts_stay (void)
{
  DpCase *dp_case = sample_case_new (8);
  g_autofree char *text = sample_case_dup_text (dp_case);
  g_autoptr (GPtrArray) parts = dp_case_text_get_parts (dp_case);
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr (GBytes) joined = NULL;
  gsize length;
  const char *data;

  for (guint i = 0; i < 50; i++)
    {
      sample_case_edit (dp_case, random);
      g_ptr_array_unref (dp_case_text_get_parts (dp_case));
    }
  g_object_unref (dp_case);
  joined = dp_case_text_join (parts);
  data = g_bytes_get_data (joined, &length);
  g_assert_cmpmem (data, length, text, strlen (text));
}

static void
save_cb (DpCase *dp_case)
{
  g_free (sample_case_dup_text (dp_case));
}

/* Somebody who saves as soon as he hears of a change, before all others do. */
static void
test_saved_in_notify (void)
{
  g_autoptr (DpCase) dp_case = sample_case_new (3);
  g_autoptr (DpHighlight) highlight = g_list_model_get_item (dp_case_list_highlights (dp_case), 0);
  g_autoptr (DpArticle) article = g_list_model_get_item (dp_case_list_articles (dp_case), 0);

  g_free (sample_case_dup_text (dp_case));
  g_signal_connect_swapped (highlight, "notify::note", G_CALLBACK (save_cb), dp_case);
  g_signal_connect_swapped (article, "notify", G_CALLBACK (save_cb), dp_case);
  dp_highlight_set_note (highlight, "Heard at once");
  dp_article_set_title (article, "Heard at once");
  dp_article_set_blocks (article, NULL);
  g_free (sample_case_dup_text (dp_case));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/case-text/random", test_random);
  g_test_add_func ("/case-text/every-property", test_every_property);
  g_test_add_func ("/case-text/lists", test_lists);
  g_test_add_func ("/case-text/look-alikes", test_look_alikes);
  g_test_add_func ("/case-text/parts-stay", test_parts_stay);
  g_test_add_func ("/case-text/saved-in-notify", test_saved_in_notify);
  return g_test_run ();
}
