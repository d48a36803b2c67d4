"""The real application on a library of its own, and what a researcher does with it, as steps.

A test starts a Workbench, acts, and looks at two things: what the window shows, and what lies in the
library's folder. Run under tests/ui/uisession, with DISPROOF set to the program."""
import contextlib
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, 'tests', 'ui'))
from uidriver import App, UiError, act_until, active_title, wait_until  # noqa: E402

SAMPLE = os.path.join(ROOT, 'data', 'sample-library')
KEEP = os.environ.get('DISPROOF_FAILURES')  # where a failed scenario leaves its tree, output and picture


class Workbench(App):
    """with Workbench(library) as app: ..."""

    def __init__(self, library, *arguments, program=None, env=None):
        self.library = library
        program = program or os.environ['DISPROOF']
        # What the program keeps for itself lies beside the library, so that no test sees another's.
        own = library + '-own'
        for name in ('data', 'cache', 'state'):
            os.makedirs(os.path.join(own, name), exist_ok=True)
        super().__init__([program, '--library', library, *arguments],
                         env={'XDG_DATA_HOME': os.path.join(own, 'data'),
                              'XDG_CACHE_HOME': os.path.join(own, 'cache'),
                              'XDG_STATE_HOME': os.path.join(own, 'state'), **(env or {})})

    def __exit__(self, kind, error, tb):
        if error and KEEP:
            self.keep(re.sub(r'\W+', '-', f'{os.environ.get("DISPROOF_SCENARIO", "scenario")}'))
        self.close()

    def keep(self, name):
        """Leave what can be seen of it under the build folder."""
        os.makedirs(KEEP, exist_ok=True)
        path = os.path.join(KEEP, name)
        with contextlib.suppress(Exception):
            self.screenshot(path + '.png')
        with open(path + '.txt', 'w') as f:
            try:
                f.write(self.dump())
            except Exception as error:  # never hide the first error
                f.write(f'(no tree: {error})')
            f.write(f'\n--- output\n{self.output()}')
        print(f'what it looked like: {path}.txt, {path}.png')

    # -- the library's folder ------------------------------------------------
    def folders(self):
        return sorted(name for name in os.listdir(self.library)
                      if os.path.isfile(os.path.join(self.library, name, 'case.json')))

    def case(self, folder):
        with open(os.path.join(self.library, folder, 'case.json'), encoding='utf-8') as f:
            return json.load(f)

    def new_folder(self, before):
        """The one folder that was not there before."""
        return wait_until(lambda: next(iter(set(self.folders()) - set(before)), None), what='a new case on disk')

    def wait_case(self, folder, condition, what=None):
        """Wait until what is saved fulfils the condition; what is saved."""
        return wait_until(self.saved(folder, condition), what=what or 'the case on disk')

    def saved(self, folder, condition):
        """Whether what is saved fulfils the condition: as an effect to wait for."""
        def check():
            try:
                case = self.case(folder)
                return case if condition(case) else None
            except (OSError, ValueError, LookupError) as error:  # not yet there
                raise UiError(f'{folder}: {error!r}') from None
        return check

    # -- windows -----------------------------------------------------------
    def find_all(self, role=None, name=None, where=None, root=None, max_rows=25):
        """Look in the window in front, unless told where."""
        if root is None:
            root = self.front()
        return super().find_all(role, name, where, root, max_rows)

    def front(self):
        """The window that has the keys, or None. (The states of a window in the tree may miss it: ask X.)"""
        title = active_title()
        return next((w for w in self.windows() if w.name == title), None)

    def case_window(self, title):
        def check():
            window = self.front()
            return window if window and window.name == title else None
        return wait_until(check, what=f'the case window “{title}” in front')

    def button(self, name, root=None):
        """A button that can be pressed now. Of a menu button that is the inner one of its two nodes."""
        return self.find(None, name, root=root, where=lambda n: n.role in ('button', 'toggle button')
                         and {'focusable', 'sensitive'} <= n.states and n.has_place())

    def press(self, name, root=None, until=None):
        """Press a button, and wait for what comes of it (which until() tells)."""
        self.act(lambda: self.click(self.button(name, root)), until, f'“{name}” to do something')

    def press_below(self, name, root, until=None):
        """Press a button to which one may have to scroll."""
        def press():
            button = self.find(None, name, root=root, where=lambda n: n.role in ('button', 'toggle button')
                               and 'focusable' in n.states and n.has_place())
            self.scroll_into_view(button)
            self.click(button)
        self.act(press, until, f'“{name}” to do something')

    @staticmethod
    def act(act, until=None, what=None):
        if until:
            return act_until(act, until, what)
        return act()

    def keys(self, *chords, until, what=None):
        """Press keys until they have had their effect."""
        return act_until(lambda: self.key(*chords), until, what or f'{chords} to do something')

    def has_focus(self, role=None, name=None, where=None):
        """Whether such a node has the keyboard: as an effect to wait for."""
        return lambda: self.get(role, name, where=lambda n: 'focused' in n.states and (not where or where(n)))

    def row(self, text, list_name='Cases', root=None):
        """The row of a list in which a label shows that text."""
        def look():
            rows = self.get('list', list_name, root=root)
            if rows is None:
                return None
            return next((row for row in rows.children for n in row.walk() if n.role == 'label' and n.name == text), None)
        return wait_until(look, what=f'a row “{text}” in {list_name}')

    def select(self, text, list_name='Cases'):
        """Click a row of a list, and see it selected."""
        act_until(lambda: self.click(self.row(text, list_name)),
                  lambda: 'selected' in self.row(text, list_name).states, f'“{text}” selected')

    def open(self, title):
        """Open a case from the library."""
        act_until(lambda: self.click(self.row(title), count=2), lambda: active_title() == title, f'“{title}” opened')
        self.find('text', 'Article', where=lambda n: n.in_front())

    def to_library(self):
        self.keys('alt+Home', until=lambda: active_title() == 'Library')

    def rows(self, list_name='Cases'):
        rows = self.find('list', list_name)
        return [[n.name for n in row.walk() if n.role == 'label'] for row in rows.children]

    def page(self, number):
        """Go to a page of the right side: 1 claims, 2 evidence, 3 write, 4 details; read it."""
        kind = ('DpClaimsPage', 'DpEvidencePage', 'DpWritePage', 'DpDetailsPage')[number - 1]
        case = self.find('filler', 'DpCasePage')
        tabs = next(n for n in case.walk() if n.role == 'page tab list')
        self.keys(f'ctrl+{number}', until=lambda: tabs.children[number - 1].has('selected'), what=f'the page {kind}')
        return self.tree(next(n for n in case.walk() if n.name == kind))

    def turn(self, name, chord):
        """Undo or redo until there is nothing left of it."""
        button = self.find('button', name)
        act_until(lambda: self.key(*[chord] * 4), lambda: not button.has('sensitive'), f'the end of {name}', again=0.1)

    # -- steps: intake --------------------------------------------------------
    def new_from_link(self, link):
        """New Case, the link, Enter; the folder of the new case."""
        before = self.folders()
        self.press('New Case', until=self.has_focus('text', 'Link of an Article'))
        self.enter(link)
        self.key('Return')
        return self.new_folder(before)

    def new_empty(self):
        """New Case, start with an empty one; the folder of the new case, once its window is there."""
        before = self.folders()
        self.press('New Case', until=self.has_focus('text', 'Link of an Article'))
        self.press('Start Empty', until=lambda: set(self.folders()) - set(before))
        folder = self.new_folder(before)
        self.find('panel', 'No Text Yet', where=lambda n: n.in_front())
        return folder

    def enter(self, text):
        """Put text in the place of what stands in the field that has the focus, and see it there."""
        field = self.find(where=lambda n: n.role in ('text', 'entry') and 'focused' in n.states)
        field = next((n for n in reversed(list(field.walk())) if n.role == 'text'), field)

        def enter():
            self.key('ctrl+a')
            self.type(text)
        act_until(enter, lambda: field.text() == text, f'“{text}” in the field')

    # -- steps: the article -----------------------------------------------------
    def article(self):
        return self.find('text', 'Article', where=lambda n: n.has_place())

    def spot(self, text, offset):
        """Window coordinates of the middle of a character."""
        x, y, width, height = text.char_extents(offset)
        return x + max(width, 2) // 2, y + height // 2

    def click_words(self, words, until=None, **kw):
        """Click the middle of the words of the article, and wait for what comes of it."""
        def click():
            article = self.article()
            start = wait_until(lambda: article.text().find(words) + 1, what=f'“{words}” in the article') - 1
            self.click(article, at=self.spot(article, start + len(words) // 2), **kw)
        self.act(click, until, f'the click on “{words}”')

    def drag_words(self, first, last):
        """Drag from before the first of the words to behind the last; the words between."""
        article = self.article()
        text = article.text()
        start, end = text.index(first), text.index(last) + len(last)
        (x1, y1, _, h1), (x2, y2, _, h2) = article.char_extents(start), article.char_extents(end)
        self.drag(self._to_screen(article, x1 + 1, y1 + h1 // 2), self._to_screen(article, x2 + 1, y2 + h2 // 2))
        return text[start:end]

    def drag_span(self, start, end):
        """Drag from the edge of the character at start to that of the last one before end, whichever way they run."""
        article = self.article()

        def edge(offset, is_end):
            x, y, width, height = article.char_extents(offset)
            return self._to_screen(article, x + (width - (1 if width > 0 else -1) if is_end else (1 if width > 0 else -1)), y + height // 2)
        self.drag(edge(start, False), edge(end - 1, True))

    def tag(self, letters, narrative):
        """T, some letters, and Enter on the narrative that they find."""
        self.keys('t', until=self.has_focus('entry', 'Find or name a narrative'))
        self.type(letters)
        self.find('list item', re.compile(re.escape(narrative)), where=lambda n: 'selected' in n.states,
                  root=self.find('list', 'Narratives'))
        self.keys('Return', until=self.has_focus('text', 'Article'))

    # -- steps: evidence ----------------------------------------------------------
    def fill(self, root, name, text):
        """Type into a row of a form, and see it there."""
        row = self.find('text', name, root=root)

        def enter():
            self.click(row)
            self.key('ctrl+a')
            self.type(text)
        act_until(enter, lambda: row.text() == text, f'{name}: “{text}”')

    def choose(self, combo, choice, root=None):
        """From the field before it: Tab, space, and arrows to the choice."""
        row = self.find('combo box', combo, root=root)
        self.key('Tab')
        wait_until(lambda: row.has('focused'), what=f'the focus on {combo}')

        def choices():
            lists = [n for n in self.tree(row).walk() if n.role == 'list']
            return next((n.children for n in lists if any('focused' in c.states for c in n.children)), None)
        items = self.keys('space', until=choices, what=f'the choices of {combo}')
        steps = [n.label() for n in items].index(choice) - next(i for i, n in enumerate(items) if 'focused' in n.states)
        self.key(*['Down' if steps > 0 else 'Up'] * abs(steps), 'Return')
        wait_until(lambda: any(n.name == choice for n in self.tree(row).walk() if n.role == 'label'), what=choice)


class Scenario(unittest.TestCase):
    """A test with an empty library; sets DISPROOF_SCENARIO, by which a failure's files are named."""

    def setUp(self):
        self.temporary = tempfile.mkdtemp(prefix='disproof-e2e-')
        self.addCleanup(shutil.rmtree, self.temporary, ignore_errors=True)
        self.library = os.path.join(self.temporary, 'library')
        os.mkdir(self.library)
        os.environ['DISPROOF_SCENARIO'] = self.id()

    def put_sample(self):
        for name in os.listdir(SAMPLE):
            if os.path.isdir(os.path.join(SAMPLE, name)):
                shutil.copytree(os.path.join(SAMPLE, name), os.path.join(self.library, name))

    @contextlib.contextmanager
    def started(self, *arguments, **kw):
        """The program from start to end; it must have had nothing to complain about."""
        with Workbench(self.library, *arguments, **kw) as app:
            yield app
            self.assertEqual(app.complaints(), [])
        self.assertEqual(app.complaints(), [], 'while it ended')

    def assertNamed(self, app):
        """All that is in its windows can be announced by a screen reader."""
        self.assertEqual(app.audit(), [])


def sha256(data):
    return hashlib.sha256(data).hexdigest()
