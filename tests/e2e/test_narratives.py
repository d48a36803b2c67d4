"""The narratives of a library: found, made, renamed, merged, taken back, and an open case that follows."""
import json
import os
import re
import unittest

from workbench import Scenario
from uidriver import act_until, active_title, wait_until

CASE = '00000000-0000-4000-8000-000000000001'
ARTICLE = '00000000-0000-4000-8000-000000000002'
PASSAGES = (('first', 'The first sentence stands here.', 0), ('second', 'The second one follows it.', 32))
TEXT = ' '.join(words for _, words, _ in PASSAGES)


class Narratives(Scenario):
    def put(self):
        folder = os.path.join(self.library, 'case')
        os.mkdir(folder)
        with open(os.path.join(folder, 'case.json'), 'w', encoding='utf-8') as f:
            json.dump({'format': 'disproof-case', 'version': 1, 'id': CASE, 'title': 'A case',
                       'articles': [{'id': ARTICLE, 'language': 'en', 'outlet': 'Example News', 'title': 'A title',
                                     'published': '2024-05-01', 'blocks': [{'kind': 'paragraph', 'text': TEXT}]}],
                       'narratives': [{'id': 'elections/rigged', 'label': 'Elections are rigged', 'parent': 'elections', 'colour': 6}],
                       'highlights': [{'id': name, 'article': ARTICLE, 'narratives': ['elections/rigged'],
                                       'selectors': [{'type': 'TextQuoteSelector', 'exact': words},
                                                     {'type': 'TextPositionSelector', 'start': start, 'end': start + len(words)}]}
                                      for name, words, start in PASSAGES]}, f)

    def own(self):
        """What the library keeps of narratives of its own, by their ids."""
        try:
            with open(os.path.join(self.library, 'narratives.json'), encoding='utf-8') as f:
                return {n['id']: n for n in json.load(f)['narratives']}
        except OSError:
            return {}

    def to_narratives(self, app):
        app.keys('ctrl+t', until=lambda: active_title() == 'Narratives')
        app.find('list', 'Narratives')

    def find(self, app, letters, label):
        """Type, and Enter on the best answer."""
        app.keys('ctrl+f', until=app.has_focus('entry', 'Find a narrative'))
        app.enter(letters)
        app.keys('Return', until=lambda: self.shows(app, label))

    def shows(self, app, label):
        """Whether the page is that of the narrative."""
        page = app.get('panel', 'Where It Was Seen') or app.get('label', 'Where It Was Seen')
        return page and app.get('label', label)

    def answer(self, app, chord, name):
        app.keys(chord, until=app.has_focus('text', 'Name of the narrative'))
        app.enter(name)
        app.key('Return')

    def test_all(self):
        self.put()
        with self.started() as app:
            app.row('A case')
            self.to_narratives(app)
            self.assertNamed(app)

            # By a name in another language.
            self.find(app, 'сфальсифи', 'Elections are rigged')
            app.find('label', re.compile('The first sentence stands here.'))
            app.find('label', re.compile('Seen on .?1 May 2024.* · .?2 passages.? · .?1 case'))

            # A new one under it, and back.
            self.answer(app, 'Insert', 'Machines are turned')
            wait_until(lambda: 'own/machines-are-turned' in self.own(), what='the new narrative on disk')
            self.assertEqual(self.own()['own/machines-are-turned']['parent'], 'elections/rigged')
            app.keys('ctrl+z', until=lambda: not self.own())

            # Another name: the case that is open says both.
            app.to_library()
            app.open('A case')
            app.keys('ctrl+t', until=lambda: active_title() == 'Narratives')
            self.find(app, 'rigged', 'Elections are rigged')
            self.answer(app, 'F2', 'The vote is fixed')
            wait_until(lambda: self.own().get('elections/rigged', {}).get('labels', {}).get('en') == 'The vote is fixed', what='renamed on disk')
            app.find('label', 'The vote is fixed')
            before = app.case('case')
            self.in_case(app, 'Elections are rigged (now: The vote is fixed)')

            # Merged into another.
            self.merge(app, 'cancelled')
            wait_until(lambda: self.own()['elections/rigged'].get('replaced_by') == 'elections/cancelled', what='merged on disk')
            self.in_case(app, 'Elections are rigged (now: Elections will be cancelled)')
            # Not a word of the case was changed.
            self.assertEqual(app.case('case'), before)

            # Back, one step after another.
            app.keys('ctrl+z', until=lambda: 'replaced_by' not in self.own()['elections/rigged'])
            app.keys('ctrl+z', until=lambda: not self.own())
            self.in_case(app, 'Elections are rigged')
            self.assertEqual(app.case('case'), before)

    def merge(self, app, letters):
        app.keys('ctrl+shift+m', until=app.has_focus('entry', 'Find a narrative'))
        app.enter(letters)
        app.find('list item', where=lambda n: 'selected' in n.states)
        app.key('Return')
        wait_until(lambda: active_title() == 'Narratives', what='the narratives in front again')

    def in_case(self, app, label):
        """What the case shows, whose window stays where it is."""
        window = next(w for w in app.windows() if w.name == 'A case')
        wait_until(lambda: app.find_all('label', label, root=window), what=f'“{label}” in the case')

    def test_split(self):
        self.put()
        with self.started() as app:
            app.row('A case')
            self.to_narratives(app)
            self.find(app, 'rigged', 'Elections are rigged')
            tick = app.find('check box', 'The second one follows it.')
            app.scroll_into_view(tick)
            act_until(lambda: app.click(tick), lambda: tick.has('checked'), 'ticked')
            self.answer(app, 'ctrl+shift+s', 'Counting is done in secret')
            app.wait_case('case', lambda c: c['highlights'][1]['narratives'] == ['own/counting-is-done-in-secret'])
            self.assertEqual(app.case('case')['highlights'][0]['narratives'], ['elections/rigged'])
            app.keys('ctrl+z', until=app.saved('case', lambda c: c['highlights'][1]['narratives'] == ['elections/rigged']))
            self.assertEqual(self.own(), {})


    def tree_row(self, app, label):
        return app.find('label', label, root=app.find('list', 'Narratives'), where=lambda n: n.has_place())

    def test_move(self):
        """Dragged onto another, and back to the top by key."""
        self.put()
        with self.started() as app:
            app.row('A case')
            self.to_narratives(app)
            self.find(app, 'rigged', 'Elections are rigged')
            app.keys('ctrl+f', until=app.has_focus('entry', 'Find a narrative'))
            app.enter('elections')
            start = self.tree_row(app, 'Elections will be cancelled')
            end = self.tree_row(app, 'Foreign meddling is invented')

            def drag():
                app.drag(start.screen_center(), end.screen_center())
            act_until(drag, lambda: self.own().get('elections/cancelled', {}).get('parent') == 'elections/foreign-meddling-invented', 'moved')
            wait_until(lambda: app.get('label', 'Elections are worthless › Foreign meddling is invented'), what='shown where it is now')
            app.keys('ctrl+m', until=app.has_focus('entry', 'Find a narrative'))
            app.enter('to the top')
            app.find('list item', where=lambda n: 'selected' in n.states)
            app.key('Return')
            wait_until(lambda: self.own()['elections/cancelled']['parent'] == '', what='at the top')
            app.keys('ctrl+z', until=lambda: self.own()['elections/cancelled']['parent'] == 'elections/foreign-meddling-invented')
            app.keys('ctrl+z', until=lambda: not self.own())
            app.keys('ctrl+shift+z', until=lambda: self.own().get('elections/cancelled', {}).get('parent') == 'elections/foreign-meddling-invented')

    def test_technique(self):
        """A passage is tagged with a technique by typing its id, beside its narrative; and a set of the house is taken in."""
        self.put()
        with self.started() as app:
            app.open('A case')
            app.click_words('second')
            app.keys('t', until=app.has_focus('entry', 'Find or name a narrative'))
            app.type('T0023.001')
            app.find('list item', re.compile('T0023.001 Reframe Context'), where=lambda n: 'selected' in n.states)
            app.keys('Return', until=app.saved('case', lambda c: c['highlights'][1]['techniques'] == ['T0023.001 Reframe Context']))
            app.find('label', 'T0023.001 Reframe Context')
            self.assertNamed(app)
            app.keys('ctrl+z', until=app.saved('case', lambda c: 'techniques' not in c['highlights'][1]))

            source = os.path.join(self.temporary, 'house.csv')
            with open(source, 'w', encoding='utf-8') as f:
                f.write('id,name\nH-1,Invented quote\n')
            self.to_narratives(app)
            app.keys('F10', until=lambda: app.get('menu item', re.compile('Take In a Set')) or app.get(None, re.compile('Take In a Set')))
            app.click(app.find(None, re.compile('Take In a Set'), where=lambda n: n.has_place() and n.role != 'menu'))
            app.choose_file(source, 'Take In a Set of Techniques')
            wait_until(lambda: os.path.exists(os.path.join(self.library, 'techniques', 'house.json')), what='the set in the library')


if __name__ == '__main__':
    unittest.main()
