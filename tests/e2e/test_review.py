"""Two people and one library: one writes, the other reviews, by keyboard, each with a profile of their own."""
import contextlib
import json
import os
import re
import unittest

from workbench import ROOT, Scenario
from uidriver import active_title, act_until, wait_until

CASE = '2022-01-10-kazakhstan-colour-revolution'
TITLE = 'The protests in Kazakhstan were a Western colour revolution'
ANN, ROB = 'Ann Author', 'Rob Reviewer'


def blocking_checks():
    with open(os.path.join(ROOT, 'data', 'library-files.md'), encoding='utf-8') as f:
        return re.findall(r'^\| `([a-z-]+)` \| blocks \|', f.read(), re.M)


class Review(Scenario):
    def setUp(self):
        super().setUp()
        self.put_sample()
        # A sample is no finished case: here it is the way that matters.
        policy = {'format': 'disproof-policy', 'version': 1,
                  'checks': [{'check': check, 'severity': 'hints', 'reason': 'A sample'} for check in blocking_checks()]}
        with open(os.path.join(self.library, 'policy.json'), 'w') as f:
            json.dump(policy, f)

    @contextlib.contextmanager
    def person(self, name):
        """The program with that person's settings, the case open at its review."""
        config = os.path.join(self.temporary, name.split()[0])
        settings = os.path.join(config, 'glib-2.0', 'settings')
        if not os.path.isdir(settings):
            os.makedirs(settings)
            with open(os.path.join(settings, 'keyfile'), 'w') as f:
                f.write(f"[io/github/disproof/Disproof]\nprofile-name='{name}'\nprofile-email='{name.split()[0].lower()}@example.org'\n")
        with self.started(env={'GSETTINGS_BACKEND': 'keyfile', 'XDG_CONFIG_HOME': config}) as app:
            if active_title() != TITLE and not app.get('text', 'Article'):
                app.open(TITLE)
            app.case_window(TITLE)
            yield app

    def case(self, app):
        return app.case(CASE)

    def wait_state(self, app, state):
        return app.wait_case(CASE, lambda case: case['state'] == state, f'the case {state}')

    # -- by keyboard ------------------------------------------------------------
    def tab_to(self, app, role, name, where=None):
        """Tab until that has the focus."""
        def there():
            return app.get(role, name, where=lambda n: 'focused' in n.states and (not where or where(n)))
        for _ in range(60):
            if there():
                return there()
            app.key('Tab')
            with contextlib.suppress(Exception):
                wait_until(there, timeout=0.4)
        self.fail(f'Tab does not reach {role} {name}')

    def review_page(self, app):
        app.keys('ctrl+5', until=lambda: app.get('list', 'What can be done now', where=lambda n: n.has_place()))

    def move(self, app, label):
        """To the row of a move, and Enter."""
        self.review_page(app)
        rows = app.find('list', 'What can be done now')

        def row():
            return next((r for r in app.tree(rows).children if any(n.name == label for n in r.walk())), None)

        def reached():
            found = row()
            return found and 'focused' in found.states
        wait_until(row, what=f'the move “{label}”')
        for _ in range(40):
            if reached():
                break
            app.key('Tab' if not any('focused' in r.states for r in app.tree(rows).children) else 'Down')
            with contextlib.suppress(Exception):
                wait_until(reached, timeout=0.4)
        self.assertTrue(reached(), f'the keyboard does not reach “{label}”')
        app.key('Return')

    def write(self, app, words):
        """At the end of the disproof."""
        app.keys('ctrl+3', until=lambda: app.get('text', 'Disproof', where=lambda n: n.has_place()))
        field = self.tab_to(app, 'text', 'Disproof')
        before = field.text()

        app.key('ctrl+End')
        app.type(words)
        wait_until(lambda: field.text() == before + words, what='the words in the disproof')
        app.wait_case(CASE, lambda case: case['disproof'].endswith(words))

    def read(self, app):
        app.keys('F4', until=lambda: active_title() == 'Reading View')
        app.find('text', 'Disproof', where=lambda n: n.has_place())

    def mark_read(self, app, person):
        def marked(case):
            last = [e for e in case['history'] if e['what'] == 'read' and e['who']['name'] == person]
            return last and last[-1]['content'] == case['history'][-1].get('content')
        app.keys('ctrl+d', until=app.saved(CASE, marked), what='the case marked as read')

    def approve(self, app):
        self.read(app)
        self.mark_read(app, ROB)
        app.keys('ctrl+Return', until=app.saved(CASE, lambda case: case['state'] == 'approved'), what='the approval')
        app.keys('Escape', until=lambda: active_title() == TITLE)

    # -- the way ---------------------------------------------------------------------
    def test_two_people(self):
        with self.person(ANN) as app:
            self.write(app, ' Nobody planned it.')
            self.move(app, 'Submit')
            self.wait_state(app, 'in-review')

        with self.person(ROB) as app:
            self.read(app)
            self.assertTrue(app.find('label', 'You have not read this case yet.'))
            self.tab_to(app, 'text', 'Disproof')
            app.key('j', 'j')
            app.keys('m', until=app.has_focus('text', 'Comment for those who work on the case'))
            app.type('Which week was that?')
            app.keys('Return', until=app.saved(CASE, lambda case: case.get('comments')), what='the comment')
            comment = self.case(app)['comments'][0]
            self.assertEqual((comment['author'], comment['part'], comment['text']), (ROB, 'disproof', 'Which week was that?'))
            self.assertIn(comment['selectors'][0]['exact'], self.case(app)['disproof'])
            self.mark_read(app, ROB)
            app.keys('ctrl+e', until=app.has_focus('text', 'Words for the history, or what should be another'))
            app.type('Say which week.')
            app.keys('ctrl+shift+Return', until=app.saved(CASE, lambda case: case['state'] == 'changes-requested'))

        with self.person(ANN) as app:
            self.review_page(app)
            row = app.find('list', 'Open comments').children[0]
            self.assertTrue(any('Which week was that?' in n.name for n in row.walk()))
            self.assertTrue(any('Say which week.' in n.name for n in app.tree().walk() if n.role == 'label'))
            self.write(app, ' It was the first week of January.')
            self.move(app, 'Submit')
            self.wait_state(app, 'in-review')

        with self.person(ROB) as app:
            self.read(app)
            changes = app.find('list', 'Changed since you read it')
            self.assertEqual([n.name for n in changes.walk() if n.role == 'label' and n.name in ('Disproof', 'Summary', 'Title')], ['Disproof'])
            disproof = app.find('text', 'Disproof')
            start = disproof.text().index('It was the first week of January.')
            self.assertIn('underline', disproof.text_attributes(start + 3)[0])
            app.keys('alt+Down', until=app.has_focus('text', 'Disproof'))
            app.keys('Escape', until=lambda: active_title() == TITLE)
            # What was not read cannot be approved; what was, can.
            self.read(app)
            app.find('label', 'The case is not what you read: read what changed first')
            app.keys('Escape', until=lambda: active_title() == TITLE)
            self.approve(app)

        with self.person(ANN) as app:
            # A change voids it at once, and holds again when it is taken back.
            self.write(app, ' Perhaps.')
            app.find('label', 'Approval Void')
            app.keys('ctrl+z', until=lambda: app.get('label', 'Approved') and not app.get('label', 'Approval Void'))
            self.move(app, 'Publish')
            self.wait_state(app, 'published')
            with open(os.path.join(self.library, CASE, 'versions', '1.json'), encoding='utf-8') as f:
                self.assertIn('first week of January', json.load(f)['disproof'])
            self.write(app, ' It was cold.')
            self.move(app, 'Submit')
            self.wait_state(app, 'in-review')

        with self.person(ROB) as app:
            self.approve(app)

        with self.person(ANN) as app:
            self.move(app, 'Publish Correction')
            app.find('text', 'Publish Correction')
            app.type('The weather was missing.')
            act_until(lambda: app.key('Tab', 'Tab', 'Return'), app.saved(CASE, lambda case: case['state'] == 'corrected'), 'the correction')
            case = self.case(app)
            self.assertEqual([e['version'] for e in case['history'] if 'version' in e], ['1', '2'])
            self.assertEqual(case['history'][-1]['words'], 'The weather was missing.')

            # What readers had first can be read again, without what came later.
            app.case_window(TITLE)
            self.review_page(app)
            buttons = [n for n in app.find('list', 'History').walk() if n.role == 'button' and n.label() == 'Read']
            self.assertEqual(len(buttons), 2)
            app.scroll_into_view(buttons[1])
            act_until(lambda: app.click(buttons[1]), lambda: active_title() == 'Reading View', 'the version')
            text = app.find('text', 'Disproof').text()
            self.assertIn('first week of January', text)
            self.assertNotIn('It was cold', text)
            self.assertNamed(app)


if __name__ == '__main__':
    unittest.main()
