/* dp-case-edit.h: one change of a case, written down so that it can be made again, and taken back
 *
 * For changes that are made in many cases at once, see library/dp-library-step.h: what a person does in an
 * open case is followed by DpHistory, without anybody having to write it down.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/dp-case.h"

G_BEGIN_DECLS

/* A value. Either a tracked property that is text or a list of texts; or a narrative that is put into the
 * case's list or taken out of it (property "narratives" of the case itself; the side on which it is not
 * there is null). */
typedef struct
{
  char *object; /* the id of an article, highlight, claim or piece of evidence; "" for the case itself */
  char *property;
  JsonNode *before;
  JsonNode *after;
} DpCaseEdit;

void dp_case_edit_free (DpCaseEdit *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpCaseEdit, dp_case_edit_free)

/* (transfer full): of an object of a case and its tracked property, as it is now, to something else */
DpCaseEdit *dp_case_edit_new_text (GObject *object,
                                   const char *property,
                                   const char *after);
DpCaseEdit *dp_case_edit_new_texts (GObject *object,
                                    const char *property,
                                    const char *const *after);
/* (transfer full) (element-type DpCaseEdit): that take the narrative @from off @highlight and put @to in its
 * place; empty when it has not @from */
GPtrArray *dp_case_edit_retag (DpCase *dp_case,
                               DpHighlight *highlight,
                               const char *from,
                               DpNarrative *to);

/* (transfer full) */
JsonNode *dp_case_edit_to_json (const DpCaseEdit *self);
/* (transfer full) (nullable): %NULL when @node is none */
DpCaseEdit *dp_case_edit_from_json (JsonNode *node);

/**
 * dp_case_edits_apply:
 * @edits: (element-type DpCaseEdit)
 * @backwards: from after to before
 * @n_left: (out) (optional): how many could not be made, since the object is gone or says a third thing
 *
 * Of a list of texts only what differs is put in and taken out, so that what others put into it stays. An
 * edit that is made already counts as made. A narrative that is still used is not taken out.
 *
 * Returns: whether @dp_case is another now
 */
gboolean dp_case_edits_apply (GPtrArray *edits,
                              DpCase *dp_case,
                              gboolean backwards,
                              guint *n_left);

G_END_DECLS
