"""From an article to a saved case, in a real window, on real input."""
import os
import unittest

import job
from workbench import Scenario, sha256
from served import PAGES, Served
from uidriver import wait_equal


def content(case):
    """What undo and redo are about."""
    return {name: value for name, value in case.items() if name != 'modified'}


def labels(root):
    """What is shown there, in order, with the text of its fields."""
    seen = []
    for node in root.walk():
        if node.role == 'label' and node.name:
            seen.append(node.name)
        elif node.role == 'text':
            seen.append((node.name, node.text()))
    return seen


def look(app):
    """What the window shows of a case, page by page, with the first highlight selected."""
    article = app.article()
    runs, offset, text = [], 0, article.text()
    while offset < len(text):
        attributes, _, end = article.text_attributes(offset)
        runs.append((offset, end, {k: v for k, v in attributes.items() if k in ('bg-color', 'weight', 'underline')}))
        offset = max(end, offset + 1)
    shown = {'article': text, 'runs': runs}
    for number, name in enumerate(('Claims and highlights', 'Evidence'), 1):
        shown[name] = labels(app.find('list', name, root=app.page(number)))
    page = app.page(3)
    shown['writing'] = [app.find('text', name, root=page).text() for name in ('Summary', 'Disproof')]
    shown['details'] = labels(app.find('scroll pane', root=app.page(4)))
    return shown


class Spine(Scenario):
    def check_case(self, case, folder, link):
        article = case['articles'][0]
        self.assertEqual(case['title'], job.HEADLINE)
        self.assertEqual(article['outlet'], 'The Example Courier')
        self.assertEqual(article['link'], link)
        self.assertEqual(article['language'], 'en')
        text = '\n'.join(block['text'] for block in article['blocks'])

        # Quotes, and offsets in code points.
        highlights = case['highlights']
        for highlight, quote in zip(highlights, (job.CLAIM, job.PAID, job.FIGHTERS)):
            exact, place = highlight['selectors']
            self.assertEqual(exact['exact'], quote)
            self.assertEqual((place['start'], place['end']), (text.index(quote), text.index(quote) + len(quote)))
            self.assertTrue(text[:place['start']].endswith(exact['prefix']))
            self.assertTrue(text[place['end']:].startswith(exact['suffix']))
            self.assertEqual(highlight['article'], article['id'])
        self.assertEqual([sorted(h['narratives']) for h in highlights],
                         [['unrest/colour-revolution'], ['unrest/paid-protesters'],
                          ['unrest/colour-revolution', 'unrest/paid-protesters']])

        source, ranking = case['evidence']
        self.assertEqual({name: source[name] for name in
                          ('kind', 'source_kind', 'link', 'title', 'publisher', 'author', 'date', 'quote')},
                         {'kind': 'source', 'source_kind': 'official', 'quote': job.QUOTE,
                          **{name.lower(): text for name, text in job.SOURCE.items()}})
        self.assertEqual(source['bearings'], [{'highlight': highlights[2]['id'], 'stance': 'undermines'}])
        self.assertEqual([ranking[name] for name in ('kind', 'index', 'edition', 'iso3', 'rank', 'total', 'score')],
                         ['ranking', 'democracy-index', '2020', 'KAZ', 128, 167, '3.14'])
        self.assertIn('rank 128 of 167', ranking['citation'])
        self.assertEqual(ranking['bearings'], [{'highlight': highlights[2]['id'], 'stance': 'context'}])

        self.assertEqual(case['summary'], job.SUMMARY)
        self.assertEqual(case['disproof'], f'{job.TRUTH} {job.SILENCE} [@{source["key"]}]{job.MODEL} '
                                           f'[@{ranking["key"]}].')
        self.assertEqual([(r['kind'], r['title']) for r in case['relations']], [('see-also', job.RELATED)])

        # What was received is there to the byte, under its digest.
        with open(os.path.join(PAGES, 'kazakhstan.html'), 'rb') as f:
            served = f.read()
        sealed = article['sealed']
        self.assertEqual(sealed['sha256'], sha256(served))
        self.assertEqual(sealed['size'], len(served))
        self.assertEqual(sealed['origin'], 'link')
        with open(os.path.join(self.library, folder, 'sealed', sealed['sha256']), 'rb') as f:
            self.assertEqual(f.read(), served)

    def check_preview(self, app):
        page = app.page(3)
        toggle = app.button('Preview', page)
        app.press('Preview', page, until=lambda: toggle.has('pressed'))
        preview = app.find('text', 'Preview of the disproof', where=lambda n: n.in_front())
        wait_equal(lambda: preview.text().split('\n')[0],
                   f'{job.TRUTH} {job.SILENCE} [1]{job.MODEL} [2].')
        self.assertIn(job.SOURCE['Title'], preview.text())
        self.assertIn('128 of 167', preview.text())
        app.press('Preview', page, until=lambda: not toggle.has('pressed'))

    def test_from_an_article_to_a_case_and_back(self):
        self.put_sample()
        with Served() as site, self.started() as app:
            link = site.link('kazakhstan.html')
            app.row(job.RELATED)
            folder = app.new_from_link(link)
            app.case_window(job.HEADLINE)
            start = app.wait_case(folder, lambda c: c['articles'])
            job.highlight(app, folder)
            job.attach_source(app, folder)
            job.attach_ranking(app, folder)
            job.write(app, folder)
            self.check_preview(app)
            job.relate(app, folder)
            end = app.case(folder)
            self.check_case(end, folder, link)
            self.assertEqual([path for path, _ in site.asked], ['/kazakhstan.html'])

            # All of it can be taken back, and had again.
            app.keys('ctrl+0', until=app.has_focus('text', 'Article'))
            app.turn('Undo', 'ctrl+z')
            undone = app.wait_case(folder, lambda c: not set(c) - set(start), 'nothing but the article')
            self.assertEqual(content(undone), content(start))
            app.turn('Redo', 'ctrl+shift+z')
            redone = app.wait_case(folder, lambda c: content(c) == content(end), 'the case as it was made')

            # Closed and opened again from the library, it is the same, on disk and in the window.
            app.click_words(job.CLAIM[:40])
            before = look(app)
            app.keys('ctrl+w', until=lambda: not [w for w in app.windows() if w.name == job.HEADLINE])
            self.reopen(app, folder, before, redone)

        # So it is after a new start of the program.
        with self.started() as app:
            self.reopen(app, folder, before, redone)

    def reopen(self, app, folder, before, end):
        app.open(job.HEADLINE)
        app.click_words(job.CLAIM[:40])
        after = look(app)
        for part in before:
            self.assertEqual(after[part], before[part], part)
        self.assertEqual(app.case(folder), end)


if __name__ == '__main__':
    unittest.main()
