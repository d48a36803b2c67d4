/* dp-workbench.h: what all windows share, handed to them instead of being reached for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include "base/dp-clock.h"
#include "intake/dp-intake.h"
#include "library/dp-library-step.h"
#include "library/dp-library.h"
#include "reference/dp-narratives-change.h"
#include "reference/dp-narratives.h"
#include "reference/dp-rank-checker.h"
#include "reference/dp-rankings.h"
#include "reference/dp-techniques.h"

G_BEGIN_DECLS

/* Properties: library (changes when another folder is opened), narratives (with it, and notified when they were
 * changed), rankings
 * (NULL until read, in a thread), problem ("" or why the library's own narratives are missing, for
 * people). */
#define DP_TYPE_WORKBENCH (dp_workbench_get_type ())
G_DECLARE_FINAL_TYPE (DpWorkbench, dp_workbench, DP, WORKBENCH, GObject)

DpWorkbench *dp_workbench_new (GSettings *settings,
                               DpClock *clock);

/* Opens the library in @folder, which need not exist yet; call once before any window is made. */
void dp_workbench_open_library (DpWorkbench *self,
                                GFile *folder);

/* Begins to read the ranking tables; best after the first frame. They are read again by themselves
 * when the setting "ranking-folders" changes. */
void dp_workbench_load_rankings (DpWorkbench *self);

GSettings *dp_workbench_get_settings (DpWorkbench *self);
DpClock *dp_workbench_get_clock (DpWorkbench *self);
DpIntake *dp_workbench_get_intake (DpWorkbench *self);
DpLibrary *dp_workbench_get_library (DpWorkbench *self);
DpNarratives *dp_workbench_get_narratives (DpWorkbench *self);
DpRankings *dp_workbench_get_rankings (DpWorkbench *self);

/* (transfer none) (nullable): over these rankings; changes when they do */
DpRankChecker *dp_workbench_get_rank_checker (DpWorkbench *self);

const char *dp_workbench_get_problem (DpWorkbench *self);

/* (transfer none): those shipped and the library's own, read when first asked for; valid until the library changes or
 * dp_workbench_forget_techniques() */
DpTechniques *dp_workbench_get_techniques (DpWorkbench *self);
/* After a set was taken in: they are read again. */
void dp_workbench_forget_techniques (DpWorkbench *self);

/* (transfer full): who works here, as people call it; "" when it is not known */
char *dp_workbench_dup_who (DpWorkbench *self);

/* Makes the change a step of the library, which can be undone. @change: (transfer full) (nullable): %NULL when
 * @error says already why there is none */
gboolean dp_workbench_run_change (DpWorkbench *self,
                                  DpNarrativesChange *change,
                                  GError **error);

/* (transfer none) (element-type DpNarrative): the last used, at most nine; the keys 1 to 9 stand for
 * them in this order. A narrative that is in the list keeps its place when used again. */
GListModel *dp_workbench_list_recent_narratives (DpWorkbench *self);
void dp_workbench_use_narrative (DpWorkbench *self,
                                 DpNarrative *narrative);

G_END_DECLS
