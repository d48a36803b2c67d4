/* dp-agreement.h: how far a team's verdicts agree, where two people gave them without knowing the other's
 *
 * Counted are the cross-checks in the histories of cases, of each person the first one of a case: later they
 * know the other verdict. Agreement by chance is taken out by Krippendorff's alpha for nominal data with any
 * number of observers and missing values: Klaus Krippendorff, "Computing Krippendorff's Alpha-Reliability"
 * (2011), section C, https://repository.upenn.edu/asc_papers/43. Verdicts that no scale puts in an order,
 * such as "unproven", are why it is the nominal one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include "model/dp-case.h"

G_BEGIN_DECLS

typedef struct
{
  guint n_cases;      /* that have a cross-check */
  guint n_checks;     /* verdicts that were given blind */
  guint n_agree;      /* of them, those that were that of the case */
  gboolean has_alpha; /* there is none without verdicts, or where all of them are the same */
  double alpha;       /* 1: they always agree; 0: as if by chance; below 0: less than that */
} DpAgreementFigures;

typedef struct _DpAgreement DpAgreement;

DpAgreement *dp_agreement_new (void);
void dp_agreement_free (DpAgreement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpAgreement, dp_agreement_free)

/* Values that were given to one thing; one value alone does not count. */
void dp_agreement_add_unit (DpAgreement *self,
                            const char *const *values);

/* What the history of a case has. */
void dp_agreement_add_case (DpAgreement *self,
                            DpCase *dp_case);

/* Every case of a library: the folders in @library. Those that cannot be read are left out. FALSE when
 * cancelled, or when the folder cannot be listed. Reads files: for a thread. */
gboolean dp_agreement_add_library (DpAgreement *self,
                                   GFile *library,
                                   GCancellable *cancellable,
                                   GError **error);

DpAgreementFigures dp_agreement_get_figures (DpAgreement *self);

/* (transfer full): for people, translated: "Of 12 verdicts given blind on 11 cases, 10 agree (83 %);
 * Krippendorff’s alpha is 0.71" */
char *dp_agreement_dup_sentence (const DpAgreementFigures *figures);

G_END_DECLS
