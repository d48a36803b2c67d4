/* dp-address.c: addresses in a page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "intake/dp-address.h"

#include <string.h>
#include "model/dp-block.h"

/* A head has its base element near the beginning. */
#define MOST_NODES_BEFORE_BASE 2000

static char *
tidy (const char *address)
{
  GString *out = g_string_new (NULL);
  gsize length = strlen (address);

  while (length > 0 && (guint8) address[length - 1] <= ' ')
    length--;
  for (gsize i = 0; i < length; i++)
    {
      if (address[i] == ' ' && out->len > 0)
        g_string_append (out, "%20");
      else if ((guint8) address[i] > ' ')
        g_string_append_c (out, address[i]);
    }
  return g_string_free (out, FALSE);
}

static gboolean
has_scheme (const char *address)
{
  gsize n = strspn (address, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "+.-");

  return n > 0 && g_ascii_isalpha (address[0]) && address[n] == ':';
}

char *
dp_address_resolve (const char *address,
                    const char *base)
{
  g_autofree char *clean = NULL;
  g_autofree char *absolute = NULL;

  g_return_val_if_fail (address != NULL, NULL);

  clean = tidy (address);
  if (clean[0] == '\0' || clean[0] == '#')
    return NULL;
  if (has_scheme (clean))
    absolute = g_steal_pointer (&clean);
  else if (base != NULL)
    absolute = g_uri_resolve_relative (base, clean, G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_ENCODED, NULL);
  if (absolute == NULL || !dp_block_link_may_open (absolute))
    return NULL;
  return g_steal_pointer (&absolute);
}

char *
dp_address_dup_base (const DpPage *page,
                     const char *link)
{
  for (guint i = 1; i < page->nodes->len && i < MOST_NODES_BEFORE_BASE; i++)
    {
      const char *href = dp_page_node (page, i)->tag == DP_TAG_BASE ? dp_page_get_attr (page, i, DP_ATTR_HREF) : NULL;
      char *base = href != NULL ? dp_address_resolve (href, link) : NULL;

      if (base != NULL)
        return base;
    }
  return g_strdup (link);
}

char *
dp_address_dup_host (const char *address)
{
  g_autoptr (GUri) uri = g_uri_parse (address, G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_ENCODED, NULL);
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  if (host == NULL || host[0] == '\0')
    return NULL;
  return g_ascii_strdown (g_str_has_prefix (host, "www.") ? host + 4 : host, -1);
}
