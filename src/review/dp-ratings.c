/* dp-ratings.c: the verdicts that a house gives
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "review/dp-ratings.h"

#include <glib/gi18n-lib.h>
#include "review/dp-rules-file.h"

#define FORMAT "disproof-ratings"
#define MAX_VALUE 100

struct _DpRatings
{
  GPtrArray *all;
};

static void
rating_free (gpointer data)
{
  DpRating *rating = data;

  g_free (rating->id);
  g_free (rating->label);
  g_free (rating->definition);
  g_free (rating);
}

static void
add (GPtrArray *all,
     const char *id,
     const char *label,
     const char *definition,
     guint value)
{
  DpRating *rating = g_new0 (DpRating, 1);

  rating->id = g_strdup (id);
  rating->label = g_strdup (label);
  rating->definition = g_strdup (definition);
  rating->value = value;
  g_ptr_array_add (all, rating);
}

static DpRatings *
ratings_new (void)
{
  DpRatings *self = g_new0 (DpRatings, 1);

  self->all = g_ptr_array_new_with_free_func (rating_free);
  return self;
}

static DpRatings *
ratings_new_default (void)
{
  DpRatings *self = ratings_new ();

  /* Translators: verdicts on a claim, each with its definition. */
  add (self->all, "false", C_ ("verdict", "False"), _ ("The evidence shows that it is not so."), 1);
  add (self->all, "mostly-false", C_ ("verdict", "Mostly false"), _ ("A part of it is so, but not what it comes down to."), 2);
  add (self->all, "misleading", C_ ("verdict", "Misleading"), _ ("What it says is so, but it leads to a wrong conclusion by what it leaves out or puts together."), 3);
  add (self->all, "mostly-true", C_ ("verdict", "Mostly true"), _ ("What it comes down to is so, but a part of it is not."), 4);
  add (self->all, "true", C_ ("verdict", "True"), _ ("The evidence shows that it is so."), 5);
  add (self->all, "unproven", C_ ("verdict", "Unproven"), _ ("No evidence was found for it, and none that shows the opposite."), 0);
  return self;
}

static void
read_rating (DpMembersIn *in,
             DpRatings *self)
{
  const char *id = dp_members_in_id (in, "id");
  const char *label = dp_members_in_text (in, "label", DP_MEMBER_REQUIRED);
  const char *definition = dp_members_in_text (in, "definition", DP_MEMBER_REQUIRED);
  guint value = dp_members_in_number (in, "value", MAX_VALUE, DP_MEMBER_OPTIONAL);

  dp_members_in_refuse_unknown (in);
  if (!dp_members_in_is_ok (in))
    return;
  if (dp_ratings_find (self, id) != NULL)
    dp_members_in_fail (in, "id", -1, _ ("“%.128s” is given twice"), id);
  else
    add (self->all, id, label, definition, value);
}

static void
read_ratings (DpMembersIn *root,
              gpointer data)
{
  JsonArray *array = dp_members_in_array (root, "ratings", DP_MEMBER_REQUIRED);
  guint n = array != NULL ? json_array_get_length (array) : 0;
  DpMembersIn in;

  for (guint i = 0; i < n && dp_members_in_enter_element (&in, root, "ratings", array, i); i++)
    read_rating (&in, data);
  if (dp_members_in_is_ok (root) && n == 0)
    dp_members_in_fail (root, "ratings", -1, "%s", _ ("this must not be empty"));
}

DpRatings *
dp_ratings_load (GFile *library,
                 char **problem)
{
  g_autoptr (DpRatings) self = ratings_new ();
  g_autoptr (GFile) file = library != NULL ? g_file_get_child (library, DP_RATINGS_FILE_NAME) : NULL;
  g_autoptr (GError) error = NULL;

  if (problem != NULL)
    *problem = NULL;
  if (file != NULL && dp_rules_file_read (file, FORMAT, read_ratings, self, &error))
    return g_steal_pointer (&self);

  if (problem != NULL && error != NULL)
    *problem = g_strdup (error->message);
  return ratings_new_default ();
}

void
dp_ratings_free (DpRatings *self)
{
  g_ptr_array_unref (self->all);
  g_free (self);
}

GPtrArray *
dp_ratings_get_all (DpRatings *self)
{
  return self->all;
}

const DpRating *
dp_ratings_find (DpRatings *self,
                 const char *id)
{
  for (guint i = 0; i < self->all->len; i++)
    {
      const DpRating *rating = g_ptr_array_index (self->all, i);

      if (g_str_equal (rating->id, id))
        return rating;
    }
  return NULL;
}
