/* dp-markdown.c: Markdown with citations, as runs of text for a view
 *
 * cmark takes brackets apart and would see a link where "[@key]: ..." stands. So each citation is
 * replaced before parsing by its number between two noncharacters of Unicode, which no text may hold,
 * and found again in the texts of the tree.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "formats/dp-markdown.h"

#include <string.h>

#include <cmark.h>
#include <glib/gi18n-lib.h>

#include "model/dp-citation.h"

/* U+FDD0, U+FDD1; and U+FFFD, as long, which takes their place where a text has them all the same. */
#define MARK_START "\xef\xb7\x90"
#define MARK_END "\xef\xb7\x91"
#define REPLACEMENT "\xef\xbf\xbd"
#define LINE_SEPARATOR "\xe2\x80\xa8"

typedef struct
{
  /* Input. */
  DpCase *dp_case;      /* (nullable) */
  const char *source;   /* what the citations' places refer to */
  GPtrArray *citations; /* DpCitation */
  /* In progress. */
  DpRunBlock block;
  guint level;
  guint n_strong;
  guint n_emphasis;
  guint n_quotes;
  GArray *lists;         /* int: next number of each open list; -1 for bullets */
  GString *bullet;       /* to be put before the next text */
  cmark_node *link_node; /* (nullable): the link we are in */
  char *link;            /* (nullable) */
  GHashTable *numbers;   /* id of evidence to its number */
  GPtrArray *cited;      /* DpEvidence */
  gboolean has_text;     /* whether the open block has any */
  GString *text;         /* of the last run */
  /* Results. */
  GPtrArray *runs;
} Writer;

static void
run_free (gpointer data)
{
  DpRun *run = data;

  g_free (run->text);
  g_free (run->link);
  g_free (run->evidence);
  g_free (run);
}

/* strstr(), but the sanitizers' strstr() reads to the end of the text at each call. */
static const char *
find (const char *text,
      const char *what)
{
  gsize length = strlen (what);

  for (text = strchr (text, *what); text != NULL; text = strchr (text + 1, *what))
    {
      if (strncmp (text, what, length) == 0)
        return text;
    }

  return NULL;
}

/* g_string_replace() of GLib 2.74 moves the whole rest for each find. */
static char *
replace_all (const char *text,
             const char *what,
             const char *with)
{
  g_autoptr (GString) string = g_string_new (NULL);

  for (const char *hit = find (text, what); hit != NULL; hit = find (text, what))
    {
      g_string_append_len (string, text, hit - text);
      g_string_append (string, with);
      text = hit + strlen (what);
    }
  g_string_append (string, text);

  return g_string_free (g_steal_pointer (&string), FALSE);
}

/* (transfer full): @text without our marks */
static char *
replace_marks (const char *text)
{
  g_autofree char *half = replace_all (text, MARK_START, REPLACEMENT);

  return replace_all (half, MARK_END, REPLACEMENT);
}

/* Runs. */

/* Whether text of this kind goes on in the last run. */
static gboolean
goes_on (Writer *writer,
         DpRunStyle style,
         const char *link,
         const char *evidence)
{
  const DpRun *last = writer->runs->len > 0 ? writer->runs->pdata[writer->runs->len - 1] : NULL;

  return last != NULL && writer->text->len > 0 && writer->text->str[writer->text->len - 1] != '\n' &&
         last->style == style && last->block == writer->block && last->level == writer->level &&
         (style & DP_RUN_CITATION) == 0 && *last->evidence == '\0' && *evidence == '\0' && strcmp (last->link, link) == 0;
}

/* The last run's text grows aside, until another begins. */
static void
finish_run (Writer *writer)
{
  DpRun *last;

  if (writer->runs->len == 0)
    return;

  last = writer->runs->pdata[writer->runs->len - 1];
  g_free (last->text);
  last->text = g_strndup (writer->text->str, writer->text->len);
}

static void
add_run (Writer *writer,
         const char *text,
         DpRunStyle style,
         const char *link,
         const char *evidence)
{
  DpRun *run;

  if (*text == '\0')
    return;

  writer->has_text = TRUE;
  if (goes_on (writer, style, link, evidence))
    {
      g_string_append (writer->text, text);
      return;
    }

  finish_run (writer);
  g_string_assign (writer->text, text);
  run = g_new0 (DpRun, 1);
  run->style = style;
  run->block = writer->block;
  run->level = writer->level;
  run->link = g_strdup (link);
  run->evidence = g_strdup (evidence);
  g_ptr_array_add (writer->runs, run);
}

static void
add_bullet (Writer *writer)
{
  DpRunBlock block = writer->block;
  guint level = writer->level;

  if (writer->bullet->len == 0)
    return;

  writer->block = DP_RUN_IN_LIST;
  writer->level = writer->lists->len;
  add_run (writer, writer->bullet->str, 0, "", "");
  g_string_truncate (writer->bullet, 0);
  writer->block = block;
  writer->level = level;
}

static DpRunStyle
get_style (Writer *writer)
{
  DpRunStyle style = 0;

  if (writer->n_strong > 0)
    style |= DP_RUN_STRONG;
  if (writer->n_emphasis > 0)
    style |= DP_RUN_EMPHASIS;
  if (writer->link != NULL)
    style |= DP_RUN_LINK;

  return style;
}

static void
add_text (Writer *writer,
          const char *text,
          DpRunStyle style)
{
  add_bullet (writer);
  add_run (writer, text, get_style (writer) | style, writer->link != NULL ? writer->link : "", "");
}

/* Citations. */

static void
add_broken (Writer *writer,
            const char *key)
{
  g_autofree char *text = g_strdup_printf ("[@%s]", key);

  add_run (writer, text, (get_style (writer) & ~DP_RUN_LINK) | DP_RUN_CITATION | DP_RUN_BROKEN, "", "");
}

static void
add_citation (Writer *writer,
              const DpCitation *citation)
{
  add_bullet (writer);
  for (guint i = 0; citation->keys[i] != NULL; i++)
    {
      DpEvidence *evidence = writer->dp_case != NULL ? dp_case_find_evidence_by_key (writer->dp_case, citation->keys[i]) : NULL;
      const char *id = evidence != NULL ? dp_evidence_get_id (evidence) : NULL;
      g_autofree char *text = NULL;
      guint number;

      if (evidence == NULL)
        {
          add_broken (writer, citation->keys[i]);
          continue;
        }

      number = GPOINTER_TO_UINT (g_hash_table_lookup (writer->numbers, id));
      if (number == 0)
        {
          g_ptr_array_add (writer->cited, evidence);
          number = writer->cited->len;
          g_hash_table_insert (writer->numbers, (char *) id, GUINT_TO_POINTER (number));
        }
      text = g_strdup_printf ("[%u]", number);
      add_run (writer, text, (get_style (writer) & ~DP_RUN_LINK) | DP_RUN_CITATION, "", id);
    }
}

/* (nullable): the citation marked at @mark; @end is written to point behind it. An entity such as
 * "&#xFDD0;" makes a mark that is none of ours. */
static const DpCitation *
read_mark (Writer *writer,
           const char *mark,
           const char **end)
{
  char *behind;
  guint64 number = g_ascii_strtoull (mark + strlen (MARK_START), &behind, 10);

  if (!g_str_has_prefix (behind, MARK_END) || number >= writer->citations->len)
    {
      *end = mark + strlen (MARK_START);
      return NULL;
    }

  *end = behind + strlen (MARK_END);

  return writer->citations->pdata[number];
}

/* @text with its citations. */
static void
add_cited_text (Writer *writer,
                const char *text)
{
  g_autofree char *rest = NULL;

  for (const char *mark = find (text, MARK_START); mark != NULL; mark = find (text, MARK_START))
    {
      g_autofree char *before = g_strndup (text, mark - text);
      g_autofree char *shown = replace_marks (before);
      const DpCitation *citation = read_mark (writer, mark, &text);

      add_text (writer, shown, 0);
      if (citation != NULL)
        add_citation (writer, citation);
      else
        add_text (writer, REPLACEMENT, 0);
    }

  rest = replace_marks (text);
  add_text (writer, rest, 0);
}

/* (transfer full): @text as it was written, for code and links */
static char *
restore (Writer *writer,
         const char *text)
{
  g_autoptr (GString) restored = g_string_new (NULL);

  for (const char *mark = find (text, MARK_START); mark != NULL; mark = find (text, MARK_START))
    {
      const DpCitation *citation;

      g_string_append_len (restored, text, mark - text);
      citation = read_mark (writer, mark, &text);
      if (citation != NULL)
        g_string_append_len (restored, writer->source + citation->start, citation->end - citation->start);
      else
        g_string_append (restored, REPLACEMENT);
    }
  g_string_append (restored, text);

  return replace_marks (restored->str);
}

/* An entity may stand for a line feed; a run within a block has none. */
static void
add_inline (Writer *writer,
            const char *text)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\r\n", ' ');

  add_cited_text (writer, line);
}

/* (transfer full): @markdown with marks in place of citations */
static char *
mark_citations (const char *markdown,
                GPtrArray *citations)
{
  g_autoptr (GString) marked = g_string_new (NULL);
  gsize at = 0;

  for (guint i = 0; i < citations->len; i++)
    {
      const DpCitation *citation = citations->pdata[i];

      g_string_append_len (marked, markdown + at, citation->start - at);
      g_string_append_printf (marked, MARK_START "%u" MARK_END, i);
      at = citation->end;
    }
  g_string_append (marked, markdown + at);

  return g_string_free (g_steal_pointer (&marked), FALSE);
}

/* Links. */

static gboolean
is_safe_link (const char *link)
{
  g_autofree char *scheme = NULL;
  g_autofree char *host = NULL;

  for (const char *at = link; *at != '\0'; at++)
    {
      if ((guchar) *at <= 0x20 || *at == 0x7f)
        return FALSE;
    }

  if (!g_uri_split (link, G_URI_FLAGS_PARSE_RELAXED, &scheme, NULL, &host, NULL, NULL, NULL, NULL, NULL) || scheme == NULL || host == NULL)
    return FALSE;

  return *host != '\0' && (g_ascii_strcasecmp (scheme, "http") == 0 || g_ascii_strcasecmp (scheme, "https") == 0);
}

static void
enter_link (Writer *writer,
            cmark_node *node)
{
  const char *url = cmark_node_get_url (node);
  g_autofree char *link = restore (writer, url != NULL ? url : "");

  if (writer->link_node != NULL || !is_safe_link (link))
    return;

  writer->link_node = node;
  writer->link = g_steal_pointer (&link);
}

static void
leave_link (Writer *writer,
            cmark_node *node)
{
  if (writer->link_node != node)
    return;

  writer->link_node = NULL;
  g_clear_pointer (&writer->link, g_free);
}

/* Blocks. */

static void
begin_block (Writer *writer,
             cmark_node *node)
{
  cmark_node_type parent = cmark_node_get_type (cmark_node_parent (node));

  writer->has_text = FALSE;
  if (parent == CMARK_NODE_ITEM)
    {
      writer->block = DP_RUN_IN_LIST;
      writer->level = writer->lists->len;
    }
  else if (parent == CMARK_NODE_BLOCK_QUOTE)
    {
      writer->block = DP_RUN_IN_QUOTE;
      writer->level = writer->n_quotes;
    }
  else
    {
      writer->block = DP_RUN_IN_PARAGRAPH;
      writer->level = 0;
    }
}

static void
end_block (Writer *writer)
{
  if (writer->has_text)
    add_run (writer, "\n", 0, "", "");
  writer->has_text = FALSE;
}

static void
begin_heading (Writer *writer,
               cmark_node *node)
{
  writer->has_text = FALSE;
  writer->block = DP_RUN_IN_HEADING;
  writer->level = (guint) cmark_node_get_heading_level (node);
}

static void
begin_item (Writer *writer)
{
  int *number = &g_array_index (writer->lists, int, writer->lists->len - 1);

  if (*number < 0)
    g_string_append (writer->bullet, "• ");
  else
    g_string_append_printf (writer->bullet, "%d. ", (*number)++);
}

static void
end_item (Writer *writer)
{
  if (writer->bullet->len == 0)
    return;

  writer->block = DP_RUN_IN_LIST;
  writer->level = writer->lists->len;
  add_bullet (writer);
  end_block (writer);
}

static void
begin_list (Writer *writer,
            cmark_node *node)
{
  int number = cmark_node_get_list_type (node) == CMARK_ORDERED_LIST ? cmark_node_get_list_start (node) : -1;

  g_array_append_val (writer->lists, number);
}

static void
add_code_block (Writer *writer,
                const char *literal)
{
  g_autofree char *code = restore (writer, literal);

  if (g_str_has_suffix (code, "\n"))
    code[strlen (code) - 1] = '\0';

  writer->has_text = FALSE;
  writer->block = DP_RUN_IN_CODE;
  writer->level = writer->lists->len + writer->n_quotes;
  add_bullet (writer);
  add_run (writer, code, DP_RUN_CODE, "", "");
  if (writer->has_text)
    add_run (writer, "\n", DP_RUN_CODE, "", "");
  writer->has_text = FALSE;
}

static void
add_html_block (Writer *writer,
                cmark_node *node)
{
  g_autofree char *text = g_strchomp (g_strdup (cmark_node_get_literal (node)));
  g_autofree char *lines = replace_all (text, "\n", LINE_SEPARATOR);

  begin_block (writer, node);
  add_cited_text (writer, lines);
  end_block (writer);
}

static void
add_inline_code (Writer *writer,
                 cmark_node *node)
{
  g_autofree char *code = restore (writer, cmark_node_get_literal (node));

  add_text (writer, g_strdelimit (code, "\r\n", ' '), DP_RUN_CODE);
}

/* The walk. */

static void
enter (Writer *writer,
       cmark_node *node)
{
  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_PARAGRAPH:
      begin_block (writer, node);
      break;
    case CMARK_NODE_HEADING:
      begin_heading (writer, node);
      break;
    case CMARK_NODE_BLOCK_QUOTE:
      writer->n_quotes++;
      break;
    case CMARK_NODE_LIST:
      begin_list (writer, node);
      break;
    case CMARK_NODE_ITEM:
      begin_item (writer);
      break;
    case CMARK_NODE_CODE_BLOCK:
      add_code_block (writer, cmark_node_get_literal (node));
      break;
    case CMARK_NODE_HTML_BLOCK:
      add_html_block (writer, node);
      break;
    case CMARK_NODE_THEMATIC_BREAK:
      begin_block (writer, node);
      add_text (writer, "* * *", 0);
      end_block (writer);
      break;
    case CMARK_NODE_TEXT:
    case CMARK_NODE_HTML_INLINE:
      add_inline (writer, cmark_node_get_literal (node));
      break;
    case CMARK_NODE_CODE:
      add_inline_code (writer, node);
      break;
    case CMARK_NODE_SOFTBREAK:
      add_text (writer, " ", 0);
      break;
    case CMARK_NODE_LINEBREAK:
      add_text (writer, LINE_SEPARATOR, 0);
      break;
    case CMARK_NODE_STRONG:
      writer->n_strong++;
      break;
    case CMARK_NODE_EMPH:
      writer->n_emphasis++;
      break;
    case CMARK_NODE_LINK:
    case CMARK_NODE_IMAGE:
      enter_link (writer, node);
      break;
    default:
      break;
    }
}

static void
leave (Writer *writer,
       cmark_node *node)
{
  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_PARAGRAPH:
    case CMARK_NODE_HEADING:
      end_block (writer);
      break;
    case CMARK_NODE_BLOCK_QUOTE:
      writer->n_quotes--;
      break;
    case CMARK_NODE_LIST:
      g_array_set_size (writer->lists, writer->lists->len - 1);
      break;
    case CMARK_NODE_ITEM:
      end_item (writer);
      break;
    case CMARK_NODE_STRONG:
      writer->n_strong--;
      break;
    case CMARK_NODE_EMPH:
      writer->n_emphasis--;
      break;
    case CMARK_NODE_LINK:
    case CMARK_NODE_IMAGE:
      leave_link (writer, node);
      break;
    default:
      break;
    }
}

static void
walk (Writer *writer,
      const char *marked)
{
  cmark_node *document = cmark_parse_document (marked, strlen (marked), CMARK_OPT_DEFAULT);
  cmark_iter *iter;
  cmark_event_type event;

  cmark_consolidate_text_nodes (document);
  iter = cmark_iter_new (document);
  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      if (event == CMARK_EVENT_ENTER)
        enter (writer, cmark_iter_get_node (iter));
      else
        leave (writer, cmark_iter_get_node (iter));
    }
  cmark_iter_free (iter);
  cmark_node_free (document);
}

/* Whether cmark gets through @text without delay. */
static gboolean
is_bounded (const char *text)
{
  guint n_brackets = 0;
  guint indent = 0; /* columns that may open blocks, since the line's start */
  gboolean in_indent = TRUE;

  if (strlen (text) > DP_MARKDOWN_MAX_SIZE)
    return FALSE;

  for (; *text != '\0'; text++)
    {
      if (*text == '\n' || *text == '\r')
        {
          indent = 0;
          in_indent = TRUE;
        }
      else if (in_indent && strchr (" \t>-+*.)0123456789", *text) != NULL)
        indent += *text == '\t' ? 4 : 1;
      else
        in_indent = FALSE;

      n_brackets += *text == '[';
      if (indent > DP_MARKDOWN_MAX_INDENT || n_brackets > DP_MARKDOWN_MAX_BRACKETS)
        return FALSE;
    }

  return TRUE;
}

static void
add_plain (Writer *writer,
           const char *marked)
{
  g_autofree char *text = g_strchomp (g_strdup (marked));
  g_autofree char *unix_text = replace_all (text, "\r", "");
  g_autofree char *lines = replace_all (unix_text, "\n", LINE_SEPARATOR);

  writer->block = DP_RUN_IN_PARAGRAPH;
  writer->has_text = FALSE;
  add_cited_text (writer, lines);
  end_block (writer);
}

static void
add_references (Writer *writer)
{
  if (writer->cited->len == 0)
    return;

  writer->block = DP_RUN_IN_HEADING;
  writer->level = 2;
  add_run (writer, _ ("References"), 0, "", "");
  add_run (writer, "\n", 0, "", "");

  writer->block = DP_RUN_IN_REFERENCES;
  writer->level = 0;
  for (guint i = 0; i < writer->cited->len; i++)
    {
      DpEvidence *evidence = writer->cited->pdata[i];
      const char *link = dp_evidence_get_link (evidence);
      gboolean is_link = is_safe_link (link);
      g_autofree char *reference = g_strdelimit (dp_evidence_dup_reference (evidence), "\r\n", ' ');
      g_autofree char *text = g_strdup_printf ("%u. %s\n", i + 1, reference);

      add_run (writer, text, is_link ? DP_RUN_LINK : 0, is_link ? link : "", dp_evidence_get_id (evidence));
    }
}

/* (transfer full): valid UTF-8 without our marks */
static char *
clean (const char *markdown)
{
  g_autofree char *valid = g_utf8_make_valid (markdown, -1);

  return replace_marks (valid);
}

GPtrArray *
dp_markdown_to_runs (const char *markdown,
                     DpCase *dp_case)
{
  g_autofree char *source = NULL;
  g_autofree char *marked = NULL;
  g_autoptr (GPtrArray) citations = NULL;
  Writer writer = { 0 };

  g_return_val_if_fail (markdown != NULL, NULL);
  g_return_val_if_fail (dp_case == NULL || DP_IS_CASE (dp_case), NULL);

  source = clean (markdown);
  citations = dp_citations_find (source);
  marked = mark_citations (source, citations);

  writer.dp_case = dp_case;
  writer.source = source;
  writer.citations = citations;
  writer.lists = g_array_new (FALSE, FALSE, sizeof (int));
  writer.bullet = g_string_new (NULL);
  writer.text = g_string_new (NULL);
  writer.numbers = g_hash_table_new (g_str_hash, g_str_equal);
  writer.cited = g_ptr_array_new ();
  writer.runs = g_ptr_array_new_with_free_func (run_free);

  if (is_bounded (marked))
    walk (&writer, marked);
  else
    add_plain (&writer, marked);
  add_references (&writer);
  finish_run (&writer);

  g_array_unref (writer.lists);
  g_string_free (writer.bullet, TRUE);
  g_string_free (writer.text, TRUE);
  g_hash_table_unref (writer.numbers);
  g_ptr_array_unref (writer.cited);

  return writer.runs;
}
