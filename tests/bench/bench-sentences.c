/* bench-sentences.c: how long sentences take, against ICU's alone on the same text in the same run
 *
 * What the processor spent is counted, and the best of some rounds in turn, so that what else the machine
 * does matters little.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "text/dp-sentences.h"

#include <time.h>
#include <unicode/ubrk.h>

#define N_BYTES (4 * 1024 * 1024)
#define N_ROUNDS 12

static const struct
{
  const char *language;
  const char *text;
} samples[] = {
  { "en", "The council met on Tuesday, and Dr. Bell spoke for the first time. “We have waited for 3.5 years,” she said, “and nothing was done!” Nobody at Keller & Co. would say why. " },
  { "en", "The council met on Tuesday.\n\nDr. Bell spoke.\n\nNobody at Keller & Co. would say why it took so long.\n\n" },
  { "de", "Am 3. Oktober tagte der Rat, d. h. der halbe, denn viele waren krank. Prof. Brandt fragte, was u. a. die Brücke kostet. „Zu viel“, sagte der Bürgermeister. " },
  { "ru", "В 1998 г. она уехала на юг, а потом вернулась в город на берегу. «Это неправда!» — сказал он тогда. Никто не знал, что будет дальше, и никто не спросил. " },
  { "fr", "« Ce n’est pas vrai ! » a dit M. Brun, selon l’art. 5 de la loi, p. ex. devant le conseil. Mme Petit, elle, n’a rien dit jusqu’à 18 h 30, etc. Il pleuvait. " },
  { "pl", "Dr hab. Jan Nowak przyjechał o godz. 18.30, tj. za późno, m.in. z powodu deszczu. – Czy to prawda? – zapytał prof. Lis. W 1999 r. było inaczej. " },
  { "cs", "Podle § 5 odst. 2 zák. č. 40 to tak není, tzn. že se nic nestalo. Karel IV. žil ve 14. století. Dne 5. října přišel Ing. Novák a nikdo nevěděl proč. " },
  { "en", "The council met on Tuesday to hear what the mayor\nhad to say about the bridge. It was closed in\nMarch after a barge had struck one of its piers.\n\n" },
  { "en", "The council met on Tuesday, and it was late.\n\nDer Rat tagt am 3. Oktober in der Stadt, und das war der Plan.\n\nВ 1998 г. она уехала на юг, а потом вернулась.\n\n" },
  { "zh", "他昨天来了，可是没有人等他。“这是为什么？”他问道。大家都不知道，因为那天雨下得很大，路上没有车。" },
  { "ja", "昨日、彼は町に来たが、誰も待っていなかった。「どうしてですか？」と彼は聞いた。雨がひどく降っていて、道には車がなかった。" },
  { "ar", "جاء الرجل أمس إلى المدينة ولم يكن أحد في انتظاره. هل هذا صحيح؟ قال إنه لا يعرف، ثم مضى في طريقه إلى البيت القديم. " },
};

/* In nanoseconds. */
static gint64
get_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * 1000000000 + now.tv_nsec;
}

static gint64
time_icu (const char *language,
          const GString *text)
{
  UErrorCode status = U_ZERO_ERROR;
  UText input = UTEXT_INITIALIZER;
  UBreakIterator *iterator = ubrk_open (UBRK_SENTENCE, language, NULL, 0, &status);
  gint64 start = get_time ();

  utext_openUTF8 (&input, text->str, (gint64) text->len, &status);
  ubrk_setUText (iterator, &input, &status);
  ubrk_first (iterator);
  while (ubrk_next (iterator) != UBRK_DONE)
    ;
  start = get_time () - start;
  ubrk_close (iterator);
  utext_close (&input);
  g_assert_true (U_SUCCESS (status));
  return start;
}

static gint64
time_ours (const char *language,
           const GString *text)
{
  gint64 start = get_time ();
  g_autoptr (GArray) sentences = dp_sentences_find (text->str, (gssize) text->len, language);

  g_assert_cmpuint (sentences->len, >, 1000);
  return get_time () - start;
}

int
main (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      gint64 icu = G_MAXINT64, ours = G_MAXINT64, guessed = G_MAXINT64;

      while (text->len < N_BYTES)
        g_string_append (text, samples[i].text);
      for (guint round = 0; round < N_ROUNDS; round++)
        {
          icu = MIN (icu, time_icu (samples[i].language, text));
          ours = MIN (ours, time_ours (samples[i].language, text));
          guessed = MIN (guessed, time_ours ("", text));
        }
      g_print ("%s %7.1f MB/s, %4.2f of ICU's time; language not given: %4.2f\n",
               samples[i].language,
               (double) text->len * 1000 / (double) MAX (ours, 1),
               (double) ours / (double) MAX (icu, 1),
               (double) guessed / (double) MAX (icu, 1));
    }
  return 0;
}
