/* test-right-of-reply.c: inquiries on the Write page: added, filled in, overdue, into the disproof, removed, undone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "test-display.h"

#include "app/dp-inquiry-row.h"
#include "app/dp-write-page.h"

static DpInquiryRow *
find_row (GtkWidget *widget)
{
  if (DP_IS_INQUIRY_ROW (widget))
    return DP_INQUIRY_ROW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      DpInquiryRow *row = find_row (child);

      if (row != NULL)
        return row;
    }
  return NULL;
}

static void
test_inquiry (void)
{
  g_autoptr (DpWorkbench) workbench = dp_test_workbench_new ();
  g_autoptr (DpSession) session = dp_test_session_new (workbench, "en", (const char *const[]){ "One stands here.", NULL });
  DpCase *dp_case = dp_session_get_case (session);
  GListModel *inquiries = dp_case_list_inquiries (dp_case);
  GtkWidget *page = g_object_new (DP_TYPE_WRITE_PAGE, "session", session, "is-replies", TRUE, NULL);
  GtkWindow *window = dp_test_present (page, 360, 600);
  g_autoptr (DpInquiry) inquiry = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *asked = NULL;
  DpInquiryRow *row;
  gboolean is_shown;

  g_assert_null (find_row (page));
  g_assert_true (gtk_widget_activate_action (page, "write.add-inquiry", NULL));
  g_assert_cmpuint (g_list_model_get_n_items (inquiries), ==, 1);
  inquiry = g_list_model_get_item (inquiries, 0);
  row = find_row (page);
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)));

  /* Whoever asks for it from elsewhere sees it open. */
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), FALSE);
  g_object_set (page, "is-replies", FALSE, NULL);
  dp_session_show_inquiry (session, dp_inquiry_get_id (inquiry));
  g_object_get (page, "is-replies", &is_shown, NULL);
  g_assert_true (is_shown);
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)));

  dp_inquiry_set_contact (inquiry, "Press <office> & co");
  dp_inquiry_set_outcome (inquiry, DP_INQUIRY_ASKED);
  dp_inquiry_set_deadline (inquiry, "2999-12");
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Press <office> & co");
  asked = g_strdup (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)));
  dp_inquiry_set_deadline (inquiry, "2001-02-03");
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), !=, asked);
  dp_inquiry_set_outcome (inquiry, DP_INQUIRY_NO_ANSWER);

  sentence = dp_inquiry_dup_sentence (inquiry);
  g_assert_cmpstr (sentence, !=, "");
  dp_case_set_disproof (dp_case, "First.");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (row), "write.append", "s", sentence));
  g_assert_true (g_str_has_prefix (dp_case_get_disproof (dp_case), "First.\n\n"));
  g_assert_true (g_str_has_suffix (dp_case_get_disproof (dp_case), sentence));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (row), "inquiry.remove", NULL));
  g_assert_cmpuint (g_list_model_get_n_items (inquiries), ==, 0);
  g_assert_null (find_row (page));
  dp_history_undo (dp_session_get_history (session));
  g_assert_cmpuint (g_list_model_get_n_items (inquiries), ==, 1);
  g_assert_nonnull (find_row (page));
  dp_test_finish (window);
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/right-of-reply/inquiry", test_inquiry);
  return g_test_run ();
}
