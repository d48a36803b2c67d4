/* dp-case-facts.c: what the list shows of a case, as plain values
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/dp-case-facts.h"

static void
link_clear (gpointer data)
{
  DpLink *link = data;

  g_free (link->case_id);
}

DpCaseFacts *
dp_case_facts_new (const char *name,
                   DpStamp stamp)
{
  DpCaseFacts *self;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_atomic_rc_box_new0 (DpCaseFacts);
  self->name = g_strdup (name);
  self->stamp = stamp;
  self->id = g_strdup ("");
  self->title = g_strdup ("");
  self->outlet = g_strdup ("");
  self->date = g_strdup ("");
  self->narratives = g_new0 (char *, 1);
  self->narrative_ids = g_new0 (char *, 1);
  self->modified = g_strdup ("");
  self->problem = g_strdup ("");
  self->links = g_array_new (FALSE, FALSE, sizeof (DpLink));
  g_array_set_clear_func (self->links, link_clear);

  return self;
}

static void
clear (gpointer data)
{
  DpCaseFacts *self = data;

  g_free (self->name);
  g_free (self->id);
  g_free (self->title);
  g_free (self->outlet);
  g_free (self->date);
  g_strfreev (self->narratives);
  g_strfreev (self->narrative_ids);
  g_strfreev (self->shown_labels);
  g_strfreev (self->shown_ids);
  g_free (self->modified);
  g_free (self->problem);
  g_array_unref (self->links);
}

DpCaseFacts *
dp_case_facts_ref (DpCaseFacts *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
dp_case_facts_unref (DpCaseFacts *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

void
dp_case_facts_add_link (DpCaseFacts *self,
                        DpRelationKind kind,
                        const char *case_id)
{
  DpLink link = { kind, g_strdup (case_id) };

  g_array_append_val (self->links, link);
}

static void
assign (char **member,
        const char *value)
{
  g_free (*member);
  *member = g_strdup (value);
}

static void
take_article (DpCaseFacts *self,
              DpCase *dp_case)
{
  g_autoptr (DpArticle) article = g_list_model_get_item (dp_case_list_articles (dp_case), 0);

  assign (&self->title, dp_case_get_title (dp_case));
  if (article == NULL)
    return;

  assign (&self->outlet, dp_article_get_outlet (article));
  assign (&self->date, dp_article_get_published (article));
  if (*self->title == '\0')
    assign (&self->title, dp_article_get_title (article));
}

/* Those in use, which may be fewer than those kept with the case. */
static void
take_narratives (DpCaseFacts *self,
                 DpCase *dp_case)
{
  GListModel *highlights = dp_case_list_highlights (dp_case);
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < g_list_model_get_n_items (highlights); i++)
    {
      g_autoptr (DpHighlight) highlight = g_list_model_get_item (highlights, i);
      const char *const *used = dp_highlight_get_narratives (highlight);

      for (guint j = 0; used[j] != NULL; j++)
        {
          DpNarrative *narrative = dp_case_find_narrative (dp_case, used[j]);

          if (!g_hash_table_add (seen, (gpointer) used[j]))
            continue;
          g_strv_builder_add (ids, used[j]);
          g_strv_builder_add (labels, narrative != NULL ? dp_narrative_get_label (narrative) : used[j]);
        }
    }

  g_strfreev (self->narratives);
  self->narratives = g_strv_builder_end (labels);
  g_strfreev (self->narrative_ids);
  self->narrative_ids = g_strv_builder_end (ids);
}

DpCaseFacts *
dp_case_facts_new_for_case (const char *name,
                            DpStamp stamp,
                            DpCase *dp_case)
{
  DpCaseFacts *self = dp_case_facts_new (name, stamp);
  GListModel *relations = dp_case_list_relations (dp_case);

  assign (&self->id, dp_case_get_id (dp_case));
  assign (&self->modified, dp_case_get_modified (dp_case));
  self->state = dp_case_get_state (dp_case);
  take_article (self, dp_case);
  take_narratives (self, dp_case);

  for (guint i = 0; i < g_list_model_get_n_items (relations); i++)
    {
      g_autoptr (DpRelation) relation = g_list_model_get_item (relations, i);

      dp_case_facts_add_link (self, dp_relation_get_kind (relation), dp_relation_get_case_id (relation));
    }

  return self;
}

DpCaseFacts *
dp_case_facts_new_for_problem (const char *name,
                               DpStamp stamp,
                               const char *problem)
{
  DpCaseFacts *self = dp_case_facts_new (name, stamp);
  g_autoptr (GDateTime) modified = g_date_time_new_from_unix_utc (stamp.modified / 1000000000);

  g_free (self->title);
  self->title = g_filename_display_name (name);
  assign (&self->problem, problem);
  /* The file's own time puts it among those it was worked on with. */
  if (modified != NULL)
    {
      g_free (self->modified);
      self->modified = g_date_time_format (modified, "%Y-%m-%dT%H:%M:%SZ");
    }

  return self;
}

DpCaseFacts *
dp_case_facts_new_renamed (const DpCaseFacts *other,
                           const char *name)
{
  DpCaseFacts *self = dp_case_facts_new (name, other->stamp);

  assign (&self->id, other->id);
  assign (&self->title, other->title);
  assign (&self->outlet, other->outlet);
  assign (&self->date, other->date);
  self->state = other->state;
  g_strfreev (self->narratives);
  self->narratives = g_strdupv (other->narratives);
  g_strfreev (self->narrative_ids);
  self->narrative_ids = g_strdupv (other->narrative_ids);
  assign (&self->modified, other->modified);
  assign (&self->problem, other->problem);
  for (guint i = 0; i < other->links->len; i++)
    {
      const DpLink *link = &g_array_index (other->links, DpLink, i);

      dp_case_facts_add_link (self, link->kind, link->case_id);
    }

  return self;
}

int
dp_case_facts_compare (const DpCaseFacts *a,
                       const DpCaseFacts *b)
{
  int order = strcmp (b->modified, a->modified);

  return order != 0 ? order : strcmp (a->name, b->name);
}
