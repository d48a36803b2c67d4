/* dp-checked-row.c: an entry of a date, a link or a language, that says whether it is one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-checked-row.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/dp-date.h"
#include "text/dp-language.h"

struct _DpCheckedRow
{
  AdwEntryRow parent_instance;

  char *check; /* (owned) */
  char *value; /* (owned) */
  gboolean is_valid;
  gboolean is_setting;
  GtkLabel *meaning;
  GtkWidget *open;
};

typedef enum
{
  PROP_CHECK = 1,
  PROP_VALUE,
} DpCheckedRowProperty;

static GParamSpec *properties[PROP_VALUE + 1];

G_DEFINE_FINAL_TYPE (DpCheckedRow, dp_checked_row, ADW_TYPE_ENTRY_ROW)

static gboolean
read_date (const char *text,
           char **value,
           char **meaning)
{
  DpDate date;

  if (!dp_date_parse (text, &date))
    return FALSE;
  *value = dp_date_format_iso (&date);
  *meaning = dp_date_format_short (&date);
  return TRUE;
}

static gboolean
read_language (const char *text,
               char **value,
               char **meaning)
{
  g_autofree char *tag = dp_language_normalize (text);

  if (*tag == '\0')
    return FALSE;
  *meaning = dp_language_dup_name (tag);
  *value = g_steal_pointer (&tag);
  return TRUE;
}

static gboolean
is_web_address (const char *text)
{
  g_autoptr (GUri) uri = g_uri_parse (text, G_URI_FLAGS_NONE, NULL);

  return uri != NULL && g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0' &&
         (g_str_equal (g_uri_get_scheme (uri), "http") || g_str_equal (g_uri_get_scheme (uri), "https"));
}

/* A link is kept as it is written even while it is none yet: it is somebody's note of a place. */
static gboolean
read_text (DpCheckedRow *self,
           const char *text,
           char **value,
           char **meaning)
{
  if (*text == '\0')
    {
      *value = g_strdup ("");
      return TRUE;
    }
  if (g_str_equal (self->check, "date"))
    return read_date (text, value, meaning);
  if (g_str_equal (self->check, "language"))
    return read_language (text, value, meaning);
  *value = g_strdup (text);
  return is_web_address (text);
}

static void
show_validity (DpCheckedRow *self,
               const char *meaning)
{
  const char *hint = NULL;

  if (!self->is_valid)
    {
      if (g_str_equal (self->check, "date"))
        hint = _ ("Not a date. Write it as 2026-01-10, 2026-01 or 2026.");
      else if (g_str_equal (self->check, "language"))
        hint = _ ("Not a language. Write its code: en, de, ru, uk, ar.");
      else
        hint = _ ("Not a web address. It begins with https:// or http://.");
      gtk_widget_add_css_class (GTK_WIDGET (self), "error");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
    }

  gtk_label_set_label (self->meaning, meaning != NULL ? meaning : self->is_valid                      ? ""
                                                              : g_str_equal (self->check, "date")     ? _ ("not a date")
                                                              : g_str_equal (self->check, "language") ? _ ("not a language")
                                                                                                      : _ ("not a link"));
  gtk_widget_set_visible (GTK_WIDGET (self->meaning), *gtk_label_get_label (self->meaning) != '\0');
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), hint);
  gtk_widget_set_visible (self->open, g_str_equal (self->check, "link") && self->is_valid && *self->value != '\0');
}

static void
take_text (DpCheckedRow *self,
           gboolean is_typing)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self))));
  g_autofree char *value = NULL;
  g_autofree char *meaning = NULL;

  self->is_valid = read_text (self, text, &value, &meaning);
  /* Who types over a value empties the field first, and means nothing by it. */
  if (value != NULL && !g_str_equal (value, self->value) && !(is_typing && *text == '\0'))
    {
      g_free (self->value);
      self->value = g_steal_pointer (&value);
      if (!self->is_setting)
        g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
    }
  show_validity (self, meaning);
}

static void
changed_cb (DpCheckedRow *self)
{
  gboolean has_focus = (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;

  take_text (self, has_focus && !self->is_setting);
}

/* What has been left empty is meant to be. */
static void
left_cb (DpCheckedRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));

  /* What stands there otherwise is in the value already, or is what a file has, which stays. */
  if (text[strspn (text, " \t\n")] == '\0')
    take_text (self, FALSE);
}

static void
open_cb (DpCheckedRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (is_web_address (self->value))
    gtk_show_uri (GTK_WINDOW (root), self->value, GDK_CURRENT_TIME);
}

/* The button is left out of the way of Tab, which goes from field to field; this is its key. */
static gboolean
open_shortcut (GtkWidget *widget,
               GVariant *args,
               gpointer user_data)
{
  open_cb (DP_CHECKED_ROW (widget));
  return TRUE;
}

static void
dp_checked_row_get_property (GObject *object,
                             guint prop_id,
                             GValue *value,
                             GParamSpec *pspec)
{
  DpCheckedRow *self = DP_CHECKED_ROW (object);

  switch ((DpCheckedRowProperty) prop_id)
    {
    case PROP_CHECK:
      g_value_set_string (value, self->check);
      break;
    case PROP_VALUE:
      g_value_set_string (value, self->value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_checked_row_set_property (GObject *object,
                             guint prop_id,
                             const GValue *value,
                             GParamSpec *pspec)
{
  DpCheckedRow *self = DP_CHECKED_ROW (object);

  switch ((DpCheckedRowProperty) prop_id)
    {
    case PROP_CHECK:
      g_free (self->check);
      self->check = g_value_dup_string (value);
      if (g_str_equal (self->check, "link"))
        adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (self), GTK_INPUT_PURPOSE_URL);
      break;
    case PROP_VALUE:
      dp_checked_row_set_value (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_checked_row_unmap (GtkWidget *widget)
{
  left_cb (DP_CHECKED_ROW (widget));
  GTK_WIDGET_CLASS (dp_checked_row_parent_class)->unmap (widget);
}

static void
dp_checked_row_finalize (GObject *object)
{
  DpCheckedRow *self = DP_CHECKED_ROW (object);

  g_free (self->check);
  g_free (self->value);

  G_OBJECT_CLASS (dp_checked_row_parent_class)->finalize (object);
}

static void
dp_checked_row_class_init (DpCheckedRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = dp_checked_row_get_property;
  object_class->set_property = dp_checked_row_set_property;
  object_class->finalize = dp_checked_row_finalize;
  widget_class->unmap = dp_checked_row_unmap;

  properties[PROP_CHECK] =
      g_param_spec_string ("check", NULL, NULL, "link", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_VALUE] =
      g_param_spec_string ("value", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_ALT_MASK, open_shortcut, NULL);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-checked-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DpCheckedRow, meaning);
  gtk_widget_class_bind_template_child (widget_class, DpCheckedRow, open);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
}

static void
dp_checked_row_init (DpCheckedRow *self)
{
  self->check = g_strdup ("link");
  self->value = g_strdup ("");
  self->is_valid = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_editable_set_enable_undo (GTK_EDITABLE (self), FALSE);
}

const char *
dp_checked_row_get_value (DpCheckedRow *self)
{
  g_return_val_if_fail (DP_IS_CHECKED_ROW (self), NULL);

  return self->value;
}

void
dp_checked_row_set_value (DpCheckedRow *self,
                          const char *value)
{
  g_return_if_fail (DP_IS_CHECKED_ROW (self));

  if (value == NULL)
    value = "";
  if (g_str_equal (self->value, value))
    return;

  self->is_setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self), value);
  self->is_setting = FALSE;
  /* A file may hold what is no date to us; it is shown, and stays. */
  g_free (self->value);
  self->value = g_strdup (value);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
}

gboolean
dp_checked_row_is_valid (DpCheckedRow *self)
{
  g_return_val_if_fail (DP_IS_CHECKED_ROW (self), FALSE);

  return self->is_valid;
}
