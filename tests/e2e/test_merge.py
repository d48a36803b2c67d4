"""A case that somebody else changes while it is open here."""
import contextlib
import json
import os
import signal
import unittest

from workbench import Scenario
from uidriver import act_until, active_title, wait_until

MINSK = 'The marches in Minsk were directed from abroad'
DECISION = 'Changed Here and Elsewhere'


@contextlib.contextmanager
def stopped(app):
    """What is done meanwhile comes to the program all at once, as if two people had worked at the same time."""
    os.kill(app.proc.pid, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(app.proc.pid, signal.SIGCONT)


class Merge(Scenario):
    def change(self, app, folder, **members):
        """What another program writes: the whole file, at once."""
        case = app.case(folder)
        case.update(members)
        path = os.path.join(app.library, folder, 'case.json')
        with open(path + '.new', 'w', encoding='utf-8') as f:
            json.dump(case, f, ensure_ascii=False, indent=2)
        os.replace(path + '.new', path)

    def folder_of(self, app, title):
        return next(f for f in app.folders() if app.case(f)['title'] == title)

    def test_taken_in(self):
        self.put_sample()
        with self.started() as app:
            folder = self.folder_of(app, MINSK)
            app.open(MINSK)
            self.change(app, folder, title='Told elsewhere')
            app.case_window('Told elsewhere')

            # And with something of ours that is not saved yet.
            app.find('text', 'Article', where=lambda n: n.in_front())
            app.keys('j', until=app.has_focus('text', 'Article'))
            before = len(app.case(folder)['highlights'])
            with stopped(app):
                app.key('u', 'Return')
                self.change(app, folder, title='Told once more')
            app.case_window('Told once more')
            case = app.wait_case(folder, lambda c: len(c['highlights']) == before + 1 and c['title'] == 'Told once more')
            self.assertEqual(case['title'], 'Told once more')

    def test_decided(self):
        self.put_sample()
        with self.started() as app:
            folder = self.folder_of(app, MINSK)
            app.open(MINSK)
            page = app.page(3)
            field = next(n for n in page.walk() if n.role == 'text' and n.name == 'Summary')
            act_until(lambda: app.click(field), app.has_focus('text', 'Summary'))
            ours = app.case(folder)['summary']
            with stopped(app):
                app.key('ctrl+a')
                app.type('Mine')
                self.change(app, folder, summary='Theirs')
            app.press('Decide…', until=lambda: active_title() == DECISION)
            app.keys('2', until=lambda: app.get('button', '2 Theirs', where=lambda n: n.has('pressed')))
            app.keys('ctrl+Return', until=lambda: active_title() == MINSK)
            app.wait_case(folder, lambda c: c['summary'] == 'Theirs')
            self.assertNotEqual(ours, 'Theirs')
            page = app.page(3)
            wait_until(lambda: next(n for n in app.page(3).walk() if n.role == 'text' and n.name == 'Summary').text() == 'Theirs',
                       what='theirs in the field')

            # Mine counts, where one says so.
            field = next(n for n in app.page(3).walk() if n.role == 'text' and n.name == 'Summary')
            act_until(lambda: app.click(field), app.has_focus('text', 'Summary'))
            with stopped(app):
                app.key('ctrl+a')
                app.type('Mine')
                self.change(app, folder, summary='Theirs again')
            app.press('Decide…', until=lambda: active_title() == DECISION)
            app.keys('1', until=lambda: app.get('button', '1 Yours', where=lambda n: n.has('pressed')))
            app.keys('ctrl+Return', until=lambda: active_title() == MINSK)
            app.wait_case(folder, lambda c: c['summary'] == 'Mine')


if __name__ == '__main__':
    unittest.main()
