/* dp-reading-document.c: a case from top to bottom, as it will be published or was
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-reading-document.h"

#include <string.h>

#include <glib/gi18n.h>

#include "app/dp-phrases.h"
#include "app/dp-reading-evidence.h"
#include "app/dp-reading-prose.h"
#include "app/dp-reading-quote.h"
#include "model/dp-citation.h"

struct _DpReadingDocument
{
  AdwBin parent_instance;

  DpSession *session; /* (owned) (nullable) */
  DpReadingKind kind;
  DpCase *shown;      /* (owned) (nullable) */
  DpCase *before;     /* (owned) (nullable) */
  GHashTable *places; /* "/summary", "/claims", "/claims/ID" ... to widgets, which are in the box */

  GtkBox *box;
};

G_DEFINE_FINAL_TYPE (DpReadingDocument, dp_reading_document, ADW_TYPE_BIN)

static void
add_place (DpReadingDocument *self,
           char *place,
           GtkWidget *widget)
{
  g_hash_table_insert (self->places, place, widget);
}

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* Nothing for no text. @was: (nullable): what it was, when that is known */
static GtkWidget *
add_text (GtkBox *box,
          const char *text,
          const char *was,
          const char *css_class)
{
  g_autofree char *markup = NULL;
  GtkWidget *label;

  if (*text == '\0' && (was == NULL || *was == '\0'))
    return NULL;
  label = make_label (css_class);
  markup = was != NULL && !g_str_equal (was, text) ? dp_phrase_change (was, text) : g_markup_escape_text (text, -1);
  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_selectable (GTK_LABEL (label), css_class == NULL);
  gtk_box_append (box, label);
  return label;
}

static GtkWidget *
add_heading (DpReadingDocument *self,
             const char *place,
             const char *text)
{
  GtkWidget *label = add_text (self->box, text, NULL, "title-3");

  gtk_widget_add_css_class (label, "reading-heading");
  add_place (self, g_strdup (place), label);
  return label;
}

static gpointer
get_item (GListModel *list,
          guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (list, position);

  return item; /* kept by the list */
}

/* The parts. */

/* @definition: (out) (optional) (nullable) */
static const char *
get_verdict (DpReadingDocument *self,
             DpCase *dp_case,
             const char **definition)
{
  const char *verdict = dp_case_get_verdict (dp_case);
  const DpRating *rating = dp_ratings_find (dp_review_desk_get_house (dp_session_get_desk (self->session))->ratings, verdict);

  if (definition != NULL)
    *definition = rating != NULL ? rating->definition : NULL;
  return rating != NULL ? rating->label : *verdict != '\0' ? verdict
                                                           : C_ ("verdict", "None yet");
}

static void
add_title (DpReadingDocument *self)
{
  const char *title = dp_case_get_title (self->shown);
  const char *definition;
  const char *label = get_verdict (self, self->shown, &definition);
  GtkWidget *widget;

  widget = add_text (self->box, *title != '\0' ? title : _ ("Untitled Case"), self->before != NULL ? dp_case_get_title (self->before) : NULL, "title-1");
  add_place (self, g_strdup ("/title"), widget);
  widget = add_text (self->box, label, self->before != NULL ? get_verdict (self, self->before, NULL) : NULL, "title-4");
  add_place (self, g_strdup ("/verdict"), widget);
  if (definition != NULL)
    add_text (self->box, definition, NULL, "dim-label");
}

/* (nullable): as it was */
static DpClaim *
find_old_claim (DpReadingDocument *self,
                DpClaim *claim)
{
  GListModel *claims = self->before != NULL ? dp_case_list_claims (self->before) : NULL;

  for (guint i = 0; claims != NULL && i < g_list_model_get_n_items (claims); i++)
    {
      DpClaim *old = get_item (claims, i);

      if (g_str_equal (dp_claim_get_id (old), dp_claim_get_id (claim)))
        return old;
    }
  return NULL;
}

static void
add_new_mark (DpReadingDocument *self,
              GtkBox *box,
              gboolean is_new)
{
  if (self->before != NULL && is_new)
    add_text (box, _ ("New since you read it"), NULL, "reading-new");
}

static void
add_quotes (DpReadingDocument *self,
            GtkBox *box,
            DpClaim *claim)
{
  const char *const *ids = dp_claim_get_highlights (claim);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      DpHighlight *highlight = dp_case_find_highlight (self->shown, ids[i]);
      GtkWidget *quote;

      if (highlight == NULL)
        continue;
      quote = dp_reading_quote_new (self->session, self->shown, highlight);
      gtk_box_append (box, quote);
      add_place (self, g_strconcat ("/highlights/", ids[i], NULL), quote);
    }
  if (ids[0] == NULL)
    add_text (box, _ ("It quotes no passage of an article"), NULL, "warning");
}

static void
add_claim (DpReadingDocument *self,
           DpClaim *claim)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  DpClaim *old = find_old_claim (self, claim);
  g_autofree char *text = dp_phrase_claim (claim);
  const char *translation = dp_claim_get_translation (claim);
  const char *true_in_it = dp_claim_get_true_in_it (claim);
  g_autofree char *translator = *dp_claim_get_translator (claim) != '\0'
                                    /* Translators: a name */
                                    ? g_strdup_printf (_ ("Translated by %s"), dp_claim_get_translator (claim))
                                    : g_strdup ("");
  g_autofree char *second = *dp_claim_get_translation_checked_by (claim) != '\0'
                                ? g_strdup_printf (_ ("checked by %s"), dp_claim_get_translation_checked_by (claim))
                                : g_strdup ("");
  g_autofree char *translated = dp_phrase_join (translator, second, NULL);

  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "reading-card");
  add_new_mark (self, GTK_BOX (box), old == NULL);
  add_text (GTK_BOX (box), text, old != NULL ? dp_claim_get_text (old) : NULL, "heading");
  add_text (GTK_BOX (box), translation, old != NULL ? dp_claim_get_translation (old) : NULL, NULL);
  if (*translation != '\0')
    add_text (GTK_BOX (box), translated, NULL, "caption");
  if (*true_in_it != '\0' && self->kind != DP_READING_BLIND)
    {
      add_text (GTK_BOX (box), _ ("What is true in it"), NULL, "caption-heading");
      add_text (GTK_BOX (box), true_in_it, old != NULL ? dp_claim_get_true_in_it (old) : NULL, NULL);
    }
  add_quotes (self, GTK_BOX (box), claim);
  gtk_box_append (self->box, box);
  add_place (self, g_strconcat ("/claims/", dp_claim_get_id (claim), NULL), box);
}

static void
add_claims (DpReadingDocument *self)
{
  GListModel *claims = dp_case_list_claims (self->shown);

  add_heading (self, "/claims", _ ("Claims"));
  for (guint i = 0; i < g_list_model_get_n_items (claims); i++)
    add_claim (self, get_item (claims, i));
}

static void
citation_cb (DpReadingDocument *self,
             DpEvidence *evidence)
{
  dp_reading_document_go_to_evidence (self, dp_evidence_get_id (evidence), FALSE);
}

static void
add_prose (DpReadingDocument *self,
           const char *part,
           const char *heading)
{
  g_autofree char *place = g_strconcat ("/", part, NULL);
  GtkWidget *prose;

  if (*dp_case_get_part (self->shown, part) == '\0' && (self->before == NULL || *dp_case_get_part (self->before, part) == '\0'))
    return;
  add_heading (self, place, heading);
  prose = dp_reading_prose_new (self->session, part);
  g_signal_connect_object (prose, "citation-activated", G_CALLBACK (citation_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->box, prose);
  dp_reading_prose_show (DP_READING_PROSE (prose), self->shown, self->before);
  add_place (self, g_strdup (place), prose);
}

/* (transfer full): keys to their numbers, from 1, in the order in which the disproof cites them */
static GHashTable *
number_citations (DpCase *dp_case)
{
  g_autoptr (GPtrArray) citations = dp_citations_find (dp_case_get_disproof (dp_case));
  GHashTable *numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < citations->len; i++)
    {
      const DpCitation *citation = g_ptr_array_index (citations, i);

      for (guint j = 0; citation->keys[j] != NULL; j++)
        if (dp_case_find_evidence_by_key (dp_case, citation->keys[j]) != NULL && !g_hash_table_contains (numbers, citation->keys[j]))
          g_hash_table_insert (numbers, g_strdup (citation->keys[j]), GUINT_TO_POINTER (g_hash_table_size (numbers) + 1));
    }
  return numbers;
}

typedef struct
{
  DpEvidence *evidence;
  guint number;
} Numbered;

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  guint one = ((const Numbered *) a)->number;
  guint other = ((const Numbered *) b)->number;

  /* What is not cited comes last. */
  return one == other ? 0 : one == 0 || (other != 0 && one > other) ? 1
                                                                    : -1;
}

static void
add_evidence (DpReadingDocument *self)
{
  GListModel *evidence = dp_case_list_evidence (self->shown);
  g_autoptr (GHashTable) numbers = self->kind != DP_READING_BLIND ? number_citations (self->shown) : g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (Numbered));

  if (g_list_model_get_n_items (evidence) == 0)
    return;
  for (guint i = 0; i < g_list_model_get_n_items (evidence); i++)
    {
      Numbered one = { get_item (evidence, i), 0 };

      one.number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, dp_evidence_get_key (one.evidence)));
      g_array_append_val (sorted, one);
    }
  g_array_sort (sorted, compare_numbers);
  add_heading (self, "/evidence", _ ("Evidence"));
  for (guint i = 0; i < sorted->len; i++)
    {
      const Numbered *one = &g_array_index (sorted, Numbered, i);
      GtkWidget *widget = dp_reading_evidence_new (self->session, self->shown, one->evidence, self->kind == DP_READING_BLIND ? -1 : (int) one->number, self->kind == DP_READING_WORK);

      add_new_mark (self, self->box, self->before != NULL && dp_case_find_evidence (self->before, dp_evidence_get_id (one->evidence)) == NULL);
      gtk_box_append (self->box, widget);
      add_place (self, g_strconcat ("/evidence/", dp_evidence_get_id (one->evidence), NULL), widget);
    }
}

static void
add_replies (DpReadingDocument *self)
{
  GListModel *inquiries = dp_case_list_inquiries (self->shown);

  for (guint i = 0; i < g_list_model_get_n_items (inquiries); i++)
    {
      g_autofree char *sentence = dp_inquiry_dup_sentence (get_item (inquiries, i));

      if (*sentence == '\0')
        continue;
      if (!g_hash_table_contains (self->places, "/inquiries"))
        add_heading (self, "/inquiries", _ ("Right of reply"));
      add_text (self->box, sentence, NULL, NULL);
    }
}

static void
add_relations (DpReadingDocument *self)
{
  GListModel *relations = dp_case_list_relations (self->shown);

  if (g_list_model_get_n_items (relations) == 0)
    return;
  add_heading (self, "/relations", _ ("Related cases"));
  for (guint i = 0; i < g_list_model_get_n_items (relations); i++)
    {
      DpRelation *relation = get_item (relations, i);
      g_autofree char *line = dp_phrase_join (dp_relation_kind_get_label (dp_relation_get_kind (relation)), dp_relation_get_title (relation), dp_relation_get_note (relation), NULL);

      add_text (self->box, line, NULL, NULL);
    }
}

/* What readers are told of what was wrong: it stands in the history of the case, whichever version is shown. */
static void
add_errata (DpReadingDocument *self)
{
  GListModel *entries = dp_case_list_entries (dp_session_get_case (self->session));

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      DpEntry *entry = get_item (entries, i);
      g_autofree char *day = dp_phrase_date (dp_entry_get_when (entry));
      g_autofree char *line = NULL;
      DpMove move;

      if (!dp_move_from_nick (dp_entry_get_what (entry), &move) || (move != DP_MOVE_CORRECT && move != DP_MOVE_WITHDRAW))
        continue;
      if (!g_hash_table_contains (self->places, "/errata"))
        add_heading (self, "/errata", _ ("Corrections"));
      line = g_strdup_printf (move == DP_MOVE_CORRECT
                                  /* Translators: a date, then what was wrong */
                                  ? _ ("Corrected on %s: %s")
                                  : _ ("Withdrawn on %s: %s"),
                              day, dp_entry_get_words (entry));
      add_text (self->box, line, NULL, NULL);
    }
}

/* Going. */

static GtkWidget *
get_place (DpReadingDocument *self,
           const char *place)
{
  return g_hash_table_lookup (self->places, place);
}

static void
go_to (DpReadingDocument *self,
       GtkWidget *widget)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);
  GHashTableIter iter;
  gpointer other;
  double x, y;

  g_hash_table_iter_init (&iter, self->places);
  while (g_hash_table_iter_next (&iter, NULL, &other))
    gtk_widget_remove_css_class (other, "reading-here");
  gtk_widget_add_css_class (widget, "reading-here");
  if (!gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (widget);
  if (viewport != NULL && gtk_widget_translate_coordinates (widget, gtk_widget_get_first_child (viewport), 0, 0, &x, &y))
    gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)), MAX (y - 24, 0));
}

/* (transfer full) (nullable): "/claims/3/text" as "/claims/ID", by the case that has it there */
static char *
dup_item_place (DpCase *dp_case,
                const char *member,
                const char *number)
{
  static const struct
  {
    const char *member;
    GListModel *(*list) (DpCase *dp_case);
  } lists[] = {
    { "claims", dp_case_list_claims },
    { "evidence", dp_case_list_evidence },
    { "highlights", dp_case_list_highlights },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (g_str_equal (lists[i].member, member))
      {
        g_autoptr (GObject) item = g_list_model_get_item (lists[i].list (dp_case), (guint) g_ascii_strtoull (number, NULL, 10));
        g_autofree char *id = NULL;

        if (item == NULL)
          return NULL;
        g_object_get (item, "id", &id, NULL);
        return g_strdup_printf ("/%s/%s", member, id);
      }
  return NULL;
}

void
dp_reading_document_go (DpReadingDocument *self,
                        const char *place)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *part = NULL;
  g_autofree char *item = NULL;
  GtkWidget *widget = NULL;

  g_return_if_fail (DP_IS_READING_DOCUMENT (self));

  parts = g_strsplit (place, "/", 4);
  if (parts[0] == NULL || parts[1] == NULL)
    return;
  part = g_strconcat ("/", g_str_equal (parts[1], "reasoning") ? "disproof" : parts[1], NULL);
  if (parts[2] != NULL)
    item = dup_item_place (self->shown, parts[1], parts[2]);
  if (item != NULL)
    widget = get_place (self, item);
  if (widget == NULL)
    widget = get_place (self, part);
  if (widget == NULL && g_str_equal (part, "/highlights"))
    widget = get_place (self, "/claims");
  if (widget == NULL)
    widget = get_place (self, "/title");
  if (widget == NULL)
    return;
  if (!DP_IS_READING_PROSE (widget) || !dp_reading_prose_go_to_change (DP_READING_PROSE (widget)))
    go_to (self, widget);
}

void
dp_reading_document_go_to_passage (DpReadingDocument *self,
                                   const char *part,
                                   DpSpan span)
{
  g_autofree char *place = g_strconcat ("/", part, NULL);
  GtkWidget *prose;

  g_return_if_fail (DP_IS_READING_DOCUMENT (self));

  prose = get_place (self, place);
  if (prose != NULL)
    dp_reading_prose_go (DP_READING_PROSE (prose), span);
}

void
dp_reading_document_go_to_evidence (DpReadingDocument *self,
                                    const char *id,
                                    gboolean opens_comments)
{
  g_autofree char *place = g_strconcat ("/evidence/", id, NULL);
  GtkWidget *widget;

  g_return_if_fail (DP_IS_READING_DOCUMENT (self));

  widget = get_place (self, place);
  if (widget == NULL)
    return;
  go_to (self, widget);
  if (opens_comments)
    dp_reading_evidence_open_comments (DP_READING_EVIDENCE (widget));
}

void
dp_reading_document_show (DpReadingDocument *self,
                          DpCase *dp_case,
                          DpCase *before)
{
  GtkWidget *child;

  g_return_if_fail (DP_IS_READING_DOCUMENT (self));
  g_return_if_fail (DP_IS_CASE (dp_case));

  g_set_object (&self->shown, dp_case);
  g_set_object (&self->before, before);
  g_hash_table_remove_all (self->places);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  if (self->kind != DP_READING_BLIND)
    add_title (self);
  add_claims (self);
  if (self->kind != DP_READING_BLIND)
    {
      add_prose (self, "summary", _ ("Summary"));
      add_prose (self, "disproof", C_ ("case text", "Disproof"));
    }
  add_evidence (self);
  if (self->kind == DP_READING_BLIND)
    return;
  add_replies (self);
  add_relations (self);
  add_errata (self);
}

static gboolean
dp_reading_document_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (GTK_WIDGET (DP_READING_DOCUMENT (widget)->box), GTK_DIR_TAB_FORWARD);
}

static void
dp_reading_document_dispose (GObject *object)
{
  DpReadingDocument *self = DP_READING_DOCUMENT (object);

  g_hash_table_remove_all (self->places);
  g_clear_object (&self->shown);
  g_clear_object (&self->before);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dp_reading_document_parent_class)->dispose (object);
}

static void
dp_reading_document_finalize (GObject *object)
{
  g_hash_table_unref (DP_READING_DOCUMENT (object)->places);

  G_OBJECT_CLASS (dp_reading_document_parent_class)->finalize (object);
}

static void
dp_reading_document_class_init (DpReadingDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dp_reading_document_dispose;
  G_OBJECT_CLASS (klass)->finalize = dp_reading_document_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = dp_reading_document_grab_focus;
}

static void
dp_reading_document_init (DpReadingDocument *self)
{
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "reading-document");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

GtkWidget *
dp_reading_document_new (DpSession *session,
                         DpReadingKind kind)
{
  DpReadingDocument *self = g_object_new (DP_TYPE_READING_DOCUMENT, NULL);

  g_return_val_if_fail (DP_IS_SESSION (session), NULL);

  self->session = g_object_ref (session);
  self->kind = kind;
  return GTK_WIDGET (self);
}
