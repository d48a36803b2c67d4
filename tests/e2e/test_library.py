"""The library window: looking through cases, doubling them, throwing them away, and what is broken."""
import os
import unittest

from workbench import Scenario
from uidriver import act_until, active_title, wait_equal

MINSK = 'The marches in Minsk were directed from abroad'
MAIDAN = 'The Maidan was a coup ordered and paid for by Washington'
ROSES = 'The Rose Revolution was bought with money from overseas'
SAMPLE_CASE = 'The protests in Kazakhstan were a Western colour revolution'
ALL = [SAMPLE_CASE, MAIDAN, MINSK, ROSES]


def titles(app):
    return [labels[0] for labels in app.rows()]


class Library(Scenario):
    def test_sample_from_the_empty_page(self):
        with self.started() as app:
            app.press('Open the Sample', until=lambda: len(app.folders()) == 4)
            app.open(SAMPLE_CASE)
            app.find('text', 'Article', where=lambda n: 'focused' in n.states)

    def test_filter(self):
        self.put_sample()
        with self.started() as app:
            app.row(MINSK)
            self.assertEqual(sorted(titles(app)), sorted(ALL))
            self.assertNamed(app)
            app.keys('ctrl+shift+f', until=app.has_focus('entry', 'Search the library'))
            app.type('maidan')
            wait_equal(lambda: titles(app), [MAIDAN])
            app.keys('ctrl+a', 'BackSpace', until=lambda: sorted(titles(app)) == sorted(ALL))
            for name, shown in (('Published', [MAIDAN, MINSK, ROSES]), ('Drafts', [SAMPLE_CASE])):
                act_until(lambda: app.click(app.row(name, 'Which cases to list')),
                          lambda: sorted(titles(app)) == sorted(shown), f'the cases of {name}')

    def test_trash_and_undo(self):
        self.put_sample()
        with self.started() as app:
            app.select(MINSK)
            before = app.folders()
            app.keys('Delete', until=lambda: len(app.folders()) == 3)
            wait_equal(lambda: sorted(titles(app)), sorted([SAMPLE_CASE, MAIDAN, ROSES]))
            # libadwaita names the button of a toast twice.
            app.press('Undo Undo', until=lambda: app.folders() == before)
            wait_equal(lambda: sorted(titles(app)), sorted(ALL))

    def test_duplicate(self):
        self.put_sample()
        with self.started() as app:
            app.select(MINSK)
            before = app.folders()
            item = app.keys('shift+F10', until=lambda: app.get('menu item', 'Duplicate'))
            act_until(lambda: app.click(item), lambda: set(app.folders()) - set(before))
            folder = app.new_folder(before)
            original = next(f for f in before if app.case(f)['title'] == MINSK)
            first, second = app.wait_case(folder, lambda c: c['id'] and c['title']), app.case(original)
            self.assertNotEqual(first['id'], second['id'])
            self.assertEqual(first['articles'], second['articles'])
            for article in first['articles']:
                self.assertIn(article['sealed']['sha256'], os.listdir(os.path.join(self.library, folder, 'sealed')))
            wait_equal(lambda: len(titles(app)), 5)
            app.open(first['title'])

    def test_broken_case_is_listed_and_left_alone(self):
        self.put_sample()
        folder = os.path.join(self.library, 'broken')
        os.mkdir(folder)
        broken = b'{"format": "disproof-case", "version": 1, "title": "cut sho'
        with open(os.path.join(folder, 'case.json'), 'wb') as f:
            f.write(broken)
        with self.started() as app:
            row = app.row('broken')
            self.assertIn('line 1', ' '.join(n.name for n in row.walk()))
            app.select('broken')
            app.select(MINSK)
        with open(os.path.join(folder, 'case.json'), 'rb') as f:
            self.assertEqual(f.read(), broken)
        self.assertEqual(os.listdir(folder), ['case.json'])

    def test_two_cases_in_tabs(self):
        self.put_sample()
        with self.started() as app:
            app.open(MINSK)
            app.to_library()
            app.open(ROSES)
            self.assertEqual(len(app.windows()), 2)
            # Opened a second time, it is the tab that is shown.
            app.to_library()
            app.open(MINSK)
            self.assertEqual(len(app.find_all('filler', 'AdwTab', where=lambda n: n.description == MINSK)), 1)
            app.keys('ctrl+Tab', until=lambda: active_title() == ROSES)


if __name__ == '__main__':
    unittest.main()
