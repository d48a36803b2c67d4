/* dp-waiver.c: why a check does not apply to a case
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/dp-waiver.h"

#include "model/dp-model-private.h"
#include "model/dp-tracked.h"

typedef enum
{
  PROP_CHECK = 1,
  PROP_REASON,
  PROP_AUTHOR,
} DpWaiverProperty;
static GParamSpec *properties[PROP_AUTHOR + 1];

struct _DpWaiver
{
  GObject parent_instance;

  char *texts[PROP_AUTHOR + 1]; /* by property */
};

G_DEFINE_FINAL_TYPE (DpWaiver, dp_waiver, G_TYPE_OBJECT)

static void
set_text (DpWaiver *self,
          DpWaiverProperty property,
          const char *value)
{
  if (dp_set_text (&self->texts[property], value))
    g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
dp_waiver_get_property (GObject *object,
                        guint prop_id,
                        GValue *value,
                        GParamSpec *pspec)
{
  g_value_set_string (value, DP_WAIVER (object)->texts[prop_id]);
}

static void
dp_waiver_set_property (GObject *object,
                        guint prop_id,
                        const GValue *value,
                        GParamSpec *pspec)
{
  set_text (DP_WAIVER (object), prop_id, g_value_get_string (value));
}

static void
dp_waiver_finalize (GObject *object)
{
  DpWaiver *self = DP_WAIVER (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->texts); i++)
    g_free (self->texts[i]);

  G_OBJECT_CLASS (dp_waiver_parent_class)->finalize (object);
}

static void
dp_waiver_class_init (DpWaiverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = dp_waiver_get_property;
  object_class->set_property = dp_waiver_set_property;
  object_class->finalize = dp_waiver_finalize;

  properties[PROP_CHECK] = g_param_spec_string ("check", NULL, NULL, "", DP_PARAM_FIXED);
  properties[PROP_REASON] = g_param_spec_string ("reason", NULL, NULL, "", DP_PARAM_MODEL);
  properties[PROP_AUTHOR] = g_param_spec_string ("author", NULL, NULL, "", DP_PARAM_MODEL);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
dp_waiver_init (DpWaiver *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->texts); i++)
    dp_set_text (&self->texts[i], "");
}

DpWaiver *
dp_waiver_new (const char *check,
               const char *reason,
               const char *author)
{
  g_return_val_if_fail (check != NULL, NULL);

  return g_object_new (DP_TYPE_WAIVER, "check", check, "reason", reason, "author", author, NULL);
}

const char *
dp_waiver_get_check (DpWaiver *self)
{
  g_return_val_if_fail (DP_IS_WAIVER (self), NULL);

  return self->texts[PROP_CHECK];
}

const char *
dp_waiver_get_reason (DpWaiver *self)
{
  g_return_val_if_fail (DP_IS_WAIVER (self), NULL);

  return self->texts[PROP_REASON];
}

void
dp_waiver_set_reason (DpWaiver *self,
                      const char *reason)
{
  g_return_if_fail (DP_IS_WAIVER (self));

  set_text (self, PROP_REASON, reason);
}

const char *
dp_waiver_get_author (DpWaiver *self)
{
  g_return_val_if_fail (DP_IS_WAIVER (self), NULL);

  return self->texts[PROP_AUTHOR];
}

void
dp_waiver_set_author (DpWaiver *self,
                      const char *author)
{
  g_return_if_fail (DP_IS_WAIVER (self));

  set_text (self, PROP_AUTHOR, author);
}
