"""A page that changes after it was highlighted: fetched again, compared, decided on; by keys."""
import os
import unittest

from workbench import Scenario
from served import Served
from uidriver import act_until, wait_until

HEADLINE = 'The harbour and the seven ships'
CLAIM = 'The minister said that seven ships had left the harbour before dawn with grain for the south.'
PRICE = 'Bread cost twice as much in the capital within a week, as every baker there could tell.'
GONE = 'Nobody on the quay had seen a single one of them, said the captain of the port.'
REST = ('Reporters who went to the harbour on the next morning found the gates closed and the guards silent about '
        'what had happened.')


def page(*paragraphs):
    body = ''.join(f'<p>{text}</p>' for text in paragraphs)
    return (f'<!DOCTYPE html><html lang="en"><head><title>{HEADLINE}</title></head>'
            f'<body><article><h1>{HEADLINE}</h1>{body}</article></body></html>')


OLD = page(f'{CLAIM} {REST}', PRICE, GONE, 'The inquiry goes on, and a report is promised for the spring of next year.')
CHANGED = CLAIM.replace('seven ships', 'two ships').replace('before dawn', 'after dawn')
NEW = page('This article was corrected: an earlier version gave another number of ships.', f'{CHANGED} {REST}',
           PRICE.replace('twice as much', 'a little more'),
           'The inquiry goes on, and a report is promised for the spring of next year.')


class Versions(Scenario):
    def highlight_all(self, app, folder):
        for n, words in enumerate((CLAIM, PRICE, GONE), 1):
            app.click_words(words[20:50], until=app.saved(folder, lambda c, n=n: len(c['highlights']) == n))

    def test_fetched_again(self):
        with Served() as site, self.started() as app:
            site.put['ships.html'] = OLD
            folder = app.new_from_link(site.link('ships.html'))
            app.case_window(HEADLINE)
            self.highlight_all(app, folder)
            first = app.case(folder)['articles'][0]['sealed']['sha256']

            # The same page: nothing to take, nothing to keep.
            app.key('ctrl+r')
            app.find('label', 'Nothing Changed')
            app.key('Escape')
            app.case_window(HEADLINE)
            self.assertNotIn('versions', app.case(folder)['articles'][0])

            site.put['ships.html'] = NEW
            app.key('ctrl+r')
            app.find('list', 'Paragraphs of both texts')
            case = app.wait_case(folder, lambda c: c['articles'][0].get('versions'), 'the new copy is kept')
            self.assertEqual(case['articles'][0]['sealed']['sha256'], first)
            second = case['articles'][0]['versions'][0]['sha256']
            app.key('Escape')
            app.case_window(HEADLINE)
            self.assertNotIn('candidates', app.case(folder)['highlights'][0])

            app.key('ctrl+r')
            app.press('Take the New Text')
            case = app.wait_case(folder, lambda c: c['articles'][0]['sealed']['sha256'] == second, 'the new text')
            self.assertEqual([v['sha256'] for v in case['articles'][0]['versions']], [first])
            for digest in (first, second):
                self.assertTrue(os.path.isfile(os.path.join(self.library, folder, 'sealed', digest)))
            claim, price, gone = case['highlights']
            self.assertEqual(claim['candidates'][0]['exact'], CHANGED)
            self.assertTrue(price['candidates'])
            self.assertTrue(gone['lost'])
            self.assertNotIn('candidates', gone)
            app.find('label', '2 highlights wait for your decision')

            # One key each, then one taken back, and everything to the first text.
            app.key('F8')
            app.find('label', '1 of 2')
            # The whole paragraph of the old text, from the copy that is kept.
            app.find('label', where=lambda n: n.label().startswith(f'{CLAIM} {REST}'))
            app.key('y')
            app.find('label', '2 of 2')
            app.key('n')
            app.find('label', 'All Decided')
            app.wait_case(folder, lambda c: not any('candidates' in h for h in c['highlights'])
                          and [h.get('lost', False) for h in c['highlights']].count(True) == 2, 'what was decided')
            app.key('ctrl+z')
            app.find('label', '2 of 2')
            app.key('p')
            app.find('button', 'Put It Here')
            app.key('j', 'Return')
            app.find('label', 'All Decided')
            app.wait_case(folder, lambda c: [h.get('lost', False) for h in c['highlights']].count(True) == 1, 'the place')
            app.key('Escape')
            app.case_window(HEADLINE)
            app.key('ctrl+z', 'ctrl+z', 'ctrl+z')
            app.wait_case(folder, lambda c: not any(h.get('lost') for h in c['highlights'])
                          and c['articles'][0]['sealed']['sha256'] == first, 'all as it was')
            wait_until(lambda: GONE in app.article().text(), what='the old text')

    def test_translation(self):
        with Served() as site, self.started() as app:
            site.put['ships.html'] = OLD
            folder = app.new_from_link(site.link('ships.html'))
            app.case_window(HEADLINE)
            app.key('shift+F7')
            app.press('Paste a Translation')
            text = app.find('text', 'Text of the translation')
            app.click(text)
            app.type('Der Hafen und die sieben Schiffe')
            app.key('Return')
            app.type('Der Minister sagte, dass es sieben Schiffe waren.')
            app.key('ctrl+Return')
            app.wait_case(folder, lambda c: len(c['articles'][0].get('translation', {}).get('blocks', [])) == 2, 'the translation')
            # Which window gets the keys when a dialog goes is the window manager's choice: take them.
            window = app.window('Original and Translation')
            act_until(lambda: app.click(app.find('label', 'Original · en', root=window)),
                      lambda: app.front() and app.front().name == window.name, 'the translation in front')
            app.find('list', 'Sentences and their translations')
            app.key('Home', 'Down', 'Return')
            case = app.wait_case(folder, lambda c: c.get('highlights'), 'a highlight made beside the translation')
            self.assertEqual(case['highlights'][0]['article'], case['articles'][0]['id'])
            app.key('m')
            app.wait_case(folder, lambda c: c['articles'][0]['translation'].get('pairs'), 'what was put together')
            app.key('ctrl+z', 'ctrl+z', 'ctrl+z')
            app.find('label', 'No Translation Yet')
            app.wait_case(folder, lambda c: 'translation' not in c['articles'][0] and not c.get('highlights'), 'all as it was')


if __name__ == '__main__':
    unittest.main(verbosity=2)
