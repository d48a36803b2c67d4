/* test-charset.c: bytes to UTF-8, whatever was declared
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>
#include "intake/dp-charset.h"

static void
check (gconstpointer data,
       gssize length,
       const char *declared,
       gboolean is_html,
       const char *expected)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length < 0 ? strlen (data) : (gsize) length);
  g_autoptr (GString) text = dp_charset_decode (bytes, declared, is_html);

  g_assert_cmpstr (text->str, ==, expected);
  g_assert_cmpuint (text->len, ==, strlen (expected));
}

/* Encodes @text as @charset says, then decodes it with no more help than @declared and the bytes. */
static void
check_round (const char *text,
             const char *charset,
             const char *declared)
{
  gsize length;
  g_autofree char *encoded = g_convert (text, -1, charset, "UTF-8", NULL, &length, NULL);

  g_assert_nonnull (encoded);
  check (encoded, length, declared, FALSE, text);
}

static void
test_marks (void)
{
  check ("\xef\xbb\xbfGrüße", -1, NULL, FALSE, "Grüße");
  check ("\xff\xfeh\0i\0", 6, NULL, FALSE, "hi");
  check ("\xfe\xff\0h\0i", 6, NULL, FALSE, "hi");
  check ("\xef\xbb\xbfx", -1, "windows-1251", FALSE, "x");
}

static void
test_utf16_without_mark (void)
{
  check ("w\0o\0r\0d\0s\0", 10, NULL, FALSE, "words");
  check ("\0w\0o\0r\0d\0s", 10, "utf-8", FALSE, "words");
}

static void
test_declared (void)
{
  check ("caf\xe9", -1, "iso-8859-1", FALSE, "café");
  check ("\x93quoted\x94", -1, "ISO-8859-1", FALSE, "“quoted”");
  check ("\xcf\xf0\xe8", -1, " Windows-1251 ", FALSE, "При");
  /* The bytes are UTF-8, whatever the header says. */
  check ("Привет", -1, "windows-1251", FALSE, "Привет");
  check ("caf\xe9", -1, "no-such-charset", FALSE, "café");
}

static void
test_meta (void)
{
  check ("<meta charset=koi8-r>\xf0\xd2\xc9", -1, NULL, TRUE, "<meta charset=koi8-r>При");
  check ("<META http-equiv='Content-Type' content='text/html; charset=windows-1251'>\xcf\xf0\xe8",
         -1,
         NULL,
         TRUE,
         "<META http-equiv='Content-Type' content='text/html; charset=windows-1251'>При");
  /* Not markup: then it is only text. */
  check ("<meta charset=koi8-r>caf\xe9", -1, NULL, FALSE, "<meta charset=koi8-r>café");
  /* A header that says UTF-8 over bytes that are not gives way to the page. */
  check ("<meta charset=windows-1251>\xcf\xf0\xe8", -1, "utf-8", TRUE, "<meta charset=windows-1251>При");
}

static void
test_guess (void)
{
  const char *russian = "Правительство страны сообщило, что выборы пройдут в воскресенье по всей территории.";
  const char *arabic = "أعلنت الحكومة أن الانتخابات ستجرى يوم الأحد في جميع أنحاء البلاد";
  const char *japanese = "政府は日曜日に選挙を行うと発表しました。これは多くの人にとって大切なことです。";
  const char *chinese = "政府说选举将在星期日举行，这是我们国家的大事，人们都在等着看结果。";

  check_round (russian, "WINDOWS-1251", NULL);
  check_round (russian, "KOI8-R", NULL);
  check_round (russian, "CP866", NULL);
  check_round (arabic, "WINDOWS-1256", NULL);
  check_round (japanese, "CP932", NULL);
  check_round (japanese, "EUC-JP", NULL);
  check_round (chinese, "GB18030", NULL);
  check_round ("Un café très agréable à l’été", "WINDOWS-1252", NULL);
  check_round (japanese, "ISO-2022-JP", "iso-2022-jp");
}

static void
test_broken (void)
{
  check ("caf\xc3\xa9 und \xff Tee und Br\xc3\xb6tchen, S\xc3\xbc\xc3\x9f, \xc3\xa4", -1, NULL, FALSE, "café und \xef\xbf\xbd Tee und Brötchen, Süß, ä");
  check ("a\0b\0", 4, "utf-8", FALSE, "ab");
  check ("<html>\0", 7, NULL, TRUE, "<html>");
  check ("", 0, NULL, TRUE, "");
}

static void
test_media_type (void)
{
  g_autofree char *plain = dp_charset_dup_from_media_type ("text/html; charset=UTF-8");
  g_autofree char *quoted = dp_charset_dup_from_media_type ("text/html;version=5; Charset = \"koi8-r\"; x=y");
  g_autofree char *none = dp_charset_dup_from_media_type ("text/html; x=charset");

  g_assert_cmpstr (plain, ==, "UTF-8");
  g_assert_cmpstr (quoted, ==, "koi8-r");
  g_assert_null (none);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charset/marks", test_marks);
  g_test_add_func ("/charset/utf16-without-mark", test_utf16_without_mark);
  g_test_add_func ("/charset/declared", test_declared);
  g_test_add_func ("/charset/meta", test_meta);
  g_test_add_func ("/charset/guess", test_guess);
  g_test_add_func ("/charset/broken", test_broken);
  g_test_add_func ("/charset/media-type", test_media_type);
  return g_test_run ();
}
