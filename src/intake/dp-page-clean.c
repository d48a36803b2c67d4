/* dp-page-clean.c: a page without what must not reach its parser
 *
 * One pass over the source, each step of it linear: libxml2 is quadratic in the attributes of a tag,
 * in unmatched end tags over a deep stack and in unclosed elements, and its 2.9 and 2.14 disagree on
 * scripts, comments and charsets. What is written here holds none of these.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "intake/dp-page-clean.h"

#include <string.h>

/* How many open elements of one name are remembered; deeper ones are left out of the tree anyway. */
#define MAX_OPEN_OF_NAME 256

typedef struct
{
  DpPageClean *out;
  DpPageMode mode;
  const char *start;
  const char *end;

  guint16 n_open[DP_N_TAGS];
  gboolean p_is_open;

  gboolean has_no_comment_end;
  gboolean has_no_tag_end;
  gboolean has_no_title_end;

  /* Inside an element whose content is not wanted. */
  DpTag skip_tag;
  guint skip_depth;
  const char *skip_from;
  gboolean never_skip[DP_N_TAGS];
} Cleaner;

typedef struct
{
  DpTag tag;
  const char *name;
  gsize name_length;
  const char *attrs[DP_N_ATTRS]; /* raw values */
  gsize lengths[DP_N_ATTRS];
  const char *end; /* after '>' */
  gboolean is_cut;
  gboolean is_self_closing;
} Tag;

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

/* Reads a tag from its '<'. FALSE when there is no end of it in the whole source. */
static gboolean
read_tag (Cleaner *self,
          const char *p,
          Tag *tag)
{
  const char *limit = MIN (self->end, p + DP_PAGE_MAX_TAG);
  const char *first = p;
  guint n_attrs = 0;

  p++;
  if (*p == '/')
    p++;
  tag->name = p;
  while (p < limit && !is_space (*p) && *p != '/' && *p != '>')
    p++;
  tag->name_length = p - tag->name;
  tag->tag = dp_tag_lookup (tag->name, tag->name_length);

  while (p < limit)
    {
      const char *name, *value = NULL;
      gsize name_length, length = 0;
      DpAttr attr;

      while (p < limit && (is_space (*p) || (*p == '/' && p + 1 < limit && p[1] != '>')))
        p++;
      if (p >= limit)
        break;
      if (*p == '/' && p + 1 >= limit)
        break;
      if (*p == '>' || *p == '/')
        {
          tag->is_self_closing = *p == '/';
          tag->end = p + (*p == '/' ? 2 : 1);
          return TRUE;
        }
      name = p;
      p++;
      while (p < limit && !is_space (*p) && *p != '/' && *p != '>' && *p != '=')
        p++;
      name_length = p - name;
      while (p < limit && is_space (*p))
        p++;
      if (p < limit && *p == '=')
        {
          p++;
          while (p < limit && is_space (*p))
            p++;
          if (p < limit && (*p == '"' || *p == '\''))
            {
              const char *close = memchr (p + 1, *p, limit - p - 1);

              if (close == NULL)
                break;
              value = p + 1;
              length = close - value;
              p = close + 1;
            }
          else
            {
              value = p;
              while (p < limit && !is_space (*p) && *p != '>')
                p++;
              length = p - value;
            }
        }
      if (++n_attrs > DP_PAGE_MAX_ATTRIBUTES)
        {
          tag->is_cut = TRUE;
          continue;
        }
      attr = dp_attr_lookup (name, name_length);
      if (attr != DP_ATTR_NONE && tag->attrs[attr] == NULL)
        {
          tag->attrs[attr] = value != NULL ? value : "";
          tag->lengths[attr] = length;
        }
    }

  /* Too long, or a quotation mark too few: as far as the next '>', and nothing but the name. */
  memset (tag->attrs, 0, sizeof tag->attrs);
  tag->is_cut = TRUE;
  if (self->has_no_tag_end)
    return FALSE;
  p = memchr (first, '>', self->end - first);
  if (p == NULL)
    {
      self->has_no_tag_end = TRUE;
      return FALSE;
    }
  tag->end = p + 1;
  return TRUE;
}

static gboolean
style_hides (const char *style,
             gsize length)
{
  g_autofree char *squeezed = g_malloc (MIN (length, 512) + 1);
  gsize n = 0;

  for (gsize i = 0; i < length && n < 512; i++)
    {
      if (!is_space (style[i]))
        squeezed[n++] = g_ascii_tolower (style[i]);
    }
  squeezed[n] = '\0';
  return strstr (squeezed, "display:none") != NULL || strstr (squeezed, "visibility:hidden") != NULL;
}

static void
write_attr (GString *html,
            DpAttr attr,
            const char *value,
            gsize length)
{
  g_string_append_c (html, ' ');
  g_string_append (html, dp_attr_get_name (attr));
  g_string_append (html, "=\"");
  if (length > DP_PAGE_MAX_VALUE)
    {
      length = DP_PAGE_MAX_VALUE;
      while (length > 0 && ((guint8) value[length] & 0xc0) == 0x80)
        length--;
    }
  for (const char *p = value, *end = value + length; p < end;)
    {
      const char *q = p;

      while (q < end && *q != '"' && *q != '<')
        q++;
      g_string_append_len (html, p, q - p);
      if (q < end)
        g_string_append (html, *q == '"' ? "&quot;" : "&lt;");
      p = q + 1;
    }
  g_string_append_c (html, '"');
}

static void
write_start (Cleaner *self,
             Tag *tag)
{
  GString *html = self->out->html;

  g_string_append_c (html, '<');
  g_string_append (html, dp_tag_get_name (tag->tag));
  if (tag->tag == DP_TAG_NONE && memchr (tag->name, '-', tag->name_length) != NULL)
    {
      /* An element of the page's own making says with its name what others say with a class. */
      gsize length = MIN (tag->name_length, 64);

      for (gsize i = 0; i < length; i++)
        {
          if (!g_ascii_isalnum (tag->name[i]) && tag->name[i] != '-')
            length = i;
        }
      g_string_append (html, " class=\"");
      g_string_append_len (html, tag->name, length);
      if (tag->attrs[DP_ATTR_CLASS] != NULL)
        {
          GString *value = g_string_new (NULL);

          write_attr (value, DP_ATTR_CLASS, tag->attrs[DP_ATTR_CLASS], tag->lengths[DP_ATTR_CLASS]);
          g_string_append_c (html, ' ');
          g_string_append (html, value->str + strlen (" class=\""));
          g_string_free (value, TRUE);
        }
      else
        g_string_append_c (html, '"');
      tag->attrs[DP_ATTR_CLASS] = NULL;
    }
  for (guint i = DP_ATTR_NONE + 1; i < DP_N_ATTRS; i++)
    {
      if (tag->attrs[i] == NULL)
        continue;
      if (i == DP_ATTR_STYLE)
        {
          if (!style_hides (tag->attrs[i], tag->lengths[i]))
            continue;
          write_attr (html, i, "none", 4);
          continue;
        }
      write_attr (html, i, tag->attrs[i], tag->lengths[i]);
    }
  g_string_append_c (html, '>');
}

static void
close_paragraph (Cleaner *self)
{
  if (self->p_is_open)
    g_string_append (self->out->html, "</p>");
  self->p_is_open = FALSE;
}

static gboolean
ends_in_paragraph_start (const GString *html)
{
  return html->len >= 3 && memcmp (html->str + html->len - 3, "<p>", 3) == 0;
}

/* In the flat mode nothing is ever open. */
static void
add_flat (Cleaner *self,
          Tag *tag,
          gboolean is_end)
{
  guint flags = dp_tag_get_flags (tag->tag);

  switch (tag->tag)
    {
    case DP_TAG_META:
    case DP_TAG_LINK:
    case DP_TAG_BR:
      if (!is_end)
        write_start (self, tag);
      return;
    case DP_TAG_H1:
    case DP_TAG_H2:
    case DP_TAG_H3:
      close_paragraph (self);
      g_string_append (self->out->html, is_end ? "<p>" : "<h2>");
      self->p_is_open = is_end;
      return;
    default:
      /* A run of such tags makes one paragraph. */
      if ((flags & DP_TAG_IS_BLOCK) != 0 && !ends_in_paragraph_start (self->out->html))
        {
          g_string_append (self->out->html, "<p>");
          self->p_is_open = TRUE;
        }
    }
}

static gboolean
is_dropped (Cleaner *self,
            DpTag tag)
{
  return self->mode == DP_PAGE_WITHOUT_FORMATTING &&
         ((dp_tag_get_flags (tag) & DP_TAG_IS_FORMATTING) != 0 || tag == DP_TAG_SPAN || tag == DP_TAG_NONE ||
          tag == DP_TAG_A || tag == DP_TAG_LABEL);
}

static void
add_start (Cleaner *self,
           Tag *tag)
{
  guint flags = dp_tag_get_flags (tag->tag);

  if (self->mode == DP_PAGE_FLAT)
    {
      add_flat (self, tag, FALSE);
      return;
    }
  if (is_dropped (self, tag->tag))
    return;
  if ((flags & DP_TAG_IS_HTML5) != 0)
    close_paragraph (self);
  else if ((flags & DP_TAG_IS_BLOCK) != 0)
    self->p_is_open = tag->tag == DP_TAG_P;
  write_start (self, tag);
  if ((flags & DP_TAG_IS_VOID) == 0)
    {
      if (self->n_open[tag->tag] < MAX_OPEN_OF_NAME)
        self->n_open[tag->tag]++;
      if (tag->is_self_closing && tag->tag == DP_TAG_NONE)
        {
          g_string_append (self->out->html, "</span>");
          self->n_open[tag->tag]--;
        }
    }
}

static void
add_end (Cleaner *self,
         Tag *tag)
{
  if (self->mode == DP_PAGE_FLAT)
    {
      add_flat (self, tag, TRUE);
      return;
    }
  if (is_dropped (self, tag->tag))
    return;
  if (tag->tag == DP_TAG_BR)
    {
      g_string_append (self->out->html, "<br>");
      return;
    }
  if (self->n_open[tag->tag] == 0)
    return;
  self->n_open[tag->tag]--;
  if ((dp_tag_get_flags (tag->tag) & DP_TAG_IS_HTML5) != 0)
    close_paragraph (self);
  if ((dp_tag_get_flags (tag->tag) & DP_TAG_IS_BLOCK) != 0)
    self->p_is_open = FALSE;
  g_string_append (self->out->html, "</");
  g_string_append (self->out->html, dp_tag_get_name (tag->tag));
  g_string_append_c (self->out->html, '>');
}

/* (nullable): where "</name" begins */
static const char *
find_raw_end (Cleaner *self,
              const char *p,
              const Tag *tag)
{
  while ((p = memchr (p, '<', self->end - p)) != NULL)
    {
      if ((gsize) (self->end - p) < tag->name_length + 3)
        return NULL;
      if (p[1] == '/' && g_ascii_strncasecmp (p + 2, tag->name, tag->name_length) == 0 &&
          !g_ascii_isalnum (p[2 + tag->name_length]))
        return p;
      p++;
    }
  return NULL;
}

static gboolean
is_json_ld (const Tag *tag)
{
  const char *type = tag->attrs[DP_ATTR_TYPE];

  return tag->tag == DP_TAG_SCRIPT && type != NULL && tag->lengths[DP_ATTR_TYPE] >= 19 &&
         g_ascii_strncasecmp (type, "application/ld+json", 19) == 0;
}

/* Returns where to go on: after the element, if it has an end at all. */
static const char *
pass_raw (Cleaner *self,
          const Tag *tag)
{
  const char *close = find_raw_end (self, tag->end, tag);
  const char *content_end = close != NULL ? close : self->end;

  if (is_json_ld (tag) && content_end - tag->end <= DP_PAGE_MAX_JSON && self->out->json_ld->len < 64)
    g_ptr_array_add (self->out->json_ld, g_bytes_new (tag->end, content_end - tag->end));
  if (close == NULL)
    return self->end;
  close = memchr (close, '>', self->end - close);
  return close != NULL ? close + 1 : self->end;
}

/* The content of <title> is text, whatever it looks like. */
static const char *
pass_title (Cleaner *self,
            const Tag *tag)
{
  const char *close = self->has_no_title_end ? NULL : find_raw_end (self, tag->end, tag);

  if (close == NULL)
    {
      self->has_no_title_end = TRUE;
      return tag->end;
    }
  if (self->skip_tag == DP_TAG_NONE)
    {
      GString *html = self->out->html;

      g_string_append (html, "<title>");
      for (const char *p = tag->end; p < close; p++)
        {
          if (*p == '<')
            g_string_append (html, "&lt;");
          else
            g_string_append_c (html, *p);
        }
      g_string_append (html, "</title>");
    }
  close = memchr (close, '>', self->end - close);
  return close != NULL ? close + 1 : self->end;
}

static const char *
pass_markup_declaration (Cleaner *self,
                         const char *p)
{
  if (self->end - p >= 4 && memcmp (p, "<!--", 4) == 0)
    {
      const char *close = NULL;

      if (self->end - p >= 5 && p[4] == '>')
        return p + 5;
      if (!self->has_no_comment_end)
        close = g_strstr_len (p + 2, self->end - p - 2, "-->");
      if (close != NULL)
        return close + 3;
      self->has_no_comment_end = TRUE;
    }
  if (self->has_no_tag_end)
    return self->end;
  p = memchr (p, '>', self->end - p);
  if (p == NULL)
    self->has_no_tag_end = TRUE;
  return p != NULL ? p + 1 : self->end;
}

/* Returns where to go on. */
static const char *
pass_tag (Cleaner *self,
          const char *p)
{
  gboolean is_end = p[1] == '/';
  Tag tag = { 0 };
  guint flags;

  if (!read_tag (self, p, &tag))
    return self->end;
  if (!is_end)
    self->out->n_seen_tags++;
  if (tag.is_cut)
    self->out->n_cut_tags++;
  flags = dp_tag_get_flags (tag.tag);

  if (self->skip_tag != DP_TAG_NONE)
    {
      if (tag.tag == self->skip_tag && !tag.is_self_closing)
        {
          self->skip_depth += is_end ? -1 : 1;
          if (self->skip_depth == 0)
            self->skip_tag = DP_TAG_NONE;
        }
      else if (!is_end && (flags & DP_TAG_IS_RAW) != 0)
        return pass_raw (self, &tag);
      return tag.end;
    }
  if ((flags & DP_TAG_IS_RAW) != 0)
    return is_end ? tag.end : pass_raw (self, &tag);
  if (tag.tag == DP_TAG_TITLE)
    return is_end ? tag.end : pass_title (self, &tag);
  if ((flags & DP_TAG_IS_UNWANTED) != 0)
    {
      if (!is_end && !tag.is_self_closing && !self->never_skip[tag.tag])
        {
          self->skip_tag = tag.tag;
          self->skip_depth = 1;
          self->skip_from = tag.end;
        }
      return tag.end;
    }
  if (is_end)
    add_end (self, &tag);
  else
    add_start (self, &tag);
  return tag.end;
}

static void
clean (Cleaner *self)
{
  GString *html = self->out->html;
  const char *p = self->start;

  for (;;)
    {
      const char *q;

      if (p >= self->end)
        {
          /* An element that is never closed does not swallow the page. */
          if (self->skip_tag == DP_TAG_NONE)
            break;
          self->never_skip[self->skip_tag] = TRUE;
          self->skip_tag = DP_TAG_NONE;
          p = self->skip_from;
          continue;
        }
      q = memchr (p, '<', self->end - p);
      if (q == NULL)
        q = self->end;
      if (self->skip_tag == DP_TAG_NONE)
        g_string_append_len (html, p, q - p);
      p = q;
      if (p >= self->end)
        continue;
      if (p + 1 < self->end && (p[1] == '!' || p[1] == '?'))
        p = pass_markup_declaration (self, p);
      else if (p + 1 < self->end && g_ascii_isalpha (p[1]))
        p = pass_tag (self, p);
      else if (p + 2 < self->end && p[1] == '/' && g_ascii_isalpha (p[2]))
        p = pass_tag (self, p);
      else
        {
          if (self->skip_tag == DP_TAG_NONE)
            g_string_append (html, "&lt;");
          p++;
        }
    }
}

DpPageClean *
dp_page_clean (const char *text,
               gsize length,
               DpPageMode mode)
{
  DpPageClean *out = g_new0 (DpPageClean, 1);
  g_autofree Cleaner *self = g_new0 (Cleaner, 1);

  out->html = g_string_sized_new (length / 2 + 64);
  out->json_ld = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  self->out = out;
  self->mode = mode;
  self->start = text;
  self->end = text + length;
  clean (self);
  return out;
}

void
dp_page_clean_free (DpPageClean *self)
{
  if (self == NULL)
    return;
  g_string_free (self->html, TRUE);
  g_ptr_array_unref (self->json_ld);
  g_free (self);
}
