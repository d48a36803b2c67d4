"""Reading and highlighting with a real pointer and real keys, in several scripts."""
import json
import os
import unittest

from workbench import Scenario
from uidriver import act_until, wait_until

CASE = '00000000-0000-4000-8000-000000000001'
ARTICLE = '00000000-0000-4000-8000-000000000002'
ENGLISH = ['The first sentence stands here. The second one follows it. A third ends the paragraph.',
           'Another paragraph begins. It is short.']
ARABIC = ['قال الوزير إن الأرقام كانت معروفة منذ عام 2022. ولم يسأل أحد من أين جاءت.',
          'نشرت Example News التقرير (بالإنجليزية) يوم الاثنين.']
GEORGIAN = ['პირველი წინადადება აქ დგას. მეორე მას მოსდევს.', 'კიდევ ერთი აბზაცი.']
CHINESE = ['部长说这些数字早已为人所知。没有人问它们从哪里来。', '一周后同一句话出现在十一家报纸上。']
EMOJI = ['A 👩‍👩‍👧 family waved 🇬🇪 flags. Cafe\u0301 owners e\u0301tonnés looked on.']


class Article(Scenario):
    def put(self, language, paragraphs, **article):
        """A case in the library; its folder."""
        folder = os.path.join(self.library, 'case')
        os.mkdir(folder)
        with open(os.path.join(folder, 'case.json'), 'w', encoding='utf-8') as f:
            json.dump({'format': 'disproof-case', 'version': 1, 'id': CASE, 'title': 'A case',
                       'articles': [{'id': ARTICLE, 'language': language, 'outlet': 'Example News',
                                     'title': 'A title', 'link': 'https://example.org/a?b=1&c=2', **article,
                                     'blocks': [{'kind': 'paragraph', 'text': text} for text in paragraphs]}]}, f)
        return 'case'

    def open(self, app):
        app.open('A case')
        app.find('text', 'Article', where=lambda n: 'focused' in n.states)

    def quotes(self, app, folder):
        return [s['exact'] for h in app.case(folder).get('highlights', []) for s in h['selectors']
                if s['type'] == 'TextQuoteSelector']

    def has_quotes(self, app, folder, *quotes):
        return lambda: self.quotes(app, folder) == list(quotes)

    def test_clicks(self):
        folder = self.put('en', ENGLISH)
        with self.started() as app:
            self.open(app)
            nothing = self.has_quotes(app, folder)
            app.click_words('second', until=self.has_quotes(app, folder, 'The second one follows it.'))
            # J goes on from where the click was.
            app.key('j')
            app.keys('Return', until=self.has_quotes(app, folder, 'The second one follows it.', 'A third ends the paragraph.'))
            app.keys('ctrl+z', 'ctrl+z', until=nothing)
            for words, count, quote in (('second', 2, 'second'), ('second', 3, 'The second one follows it.'),
                                        ('short', 4, ENGLISH[1])):
                self.click_times(app, folder, words, count, quote)
                app.key('ctrl+z')
                wait_until(nothing, what='one step for each')

    def click_times(self, app, folder, words, count, quote):
        def click():
            # GTK counts clicks by its own clock: where it is too slow to see them as one, begin again.
            if self.quotes(app, folder):
                app.turn('Undo', 'ctrl+z')
                wait_until(self.has_quotes(app, folder), what='nothing highlighted')
            app.click_words(words, count=count)
        act_until(click, self.has_quotes(app, folder, quote), f'{count} clicks to take “{quote}”')

    def test_tag_thought_better_of(self):
        folder = self.put('en', ENGLISH)
        with self.started() as app:
            self.open(app)
            app.key('j')
            app.keys('t', until=app.has_focus('entry', 'Find or name a narrative'))
            app.keys('Escape', until=app.has_focus('text', 'Article'))
            self.assertNotIn('sensitive', app.find('button', 'Undo').states)
            app.tag('colou', 'Colour revolutions are staged by the West')
            app.wait_case(folder, lambda c: c['highlights'][0]['narratives'], 'tagged')
            app.keys('ctrl+z', until=app.saved(folder, lambda c: 'highlights' not in c))

    def test_bar_goes(self):
        self.put('en', ENGLISH)
        with self.started() as app:
            self.open(app)
            app.click_words('second')
            app.button('Tag', root=self.bar(app))
            app.key('ctrl+3')
            app.gone('filler', 'DpHighlightBar')

    def bar(self, app):
        return app.find('filler', 'DpHighlightBar', where=lambda n: n.has_place())

    def test_comment(self):
        folder = self.put('en', ENGLISH)
        with self.started() as app:
            self.open(app)
            app.key('j', 'm')
            app.find('text', 'Comment for those who work on the case', where=lambda n: 'focused' in n.states)
            app.type('Is this so?')
            app.key('Return')
            case = app.wait_case(folder, lambda c: c['comments'], 'the comment')
            self.assertEqual(case['comments'][0]['text'], 'Is this so?')
            self.assertEqual(case['comments'][0]['highlight'], case['highlights'][0]['id'])
            app.find('text', 'Article', where=lambda n: 'focused' in n.states)
            app.key('ctrl+z')
            app.wait_case(folder, lambda c: not {'comments', 'highlights'} & set(c), 'one step')

    def test_find_without_accents(self):
        folder = self.put('en', EMOJI)
        with self.started() as app:
            self.open(app)
            app.key('ctrl+f')
            app.find('entry', 'Find in the article', where=lambda n: 'focused' in n.states)
            app.type('etonnes')
            app.find('label', '1 of 1')
            app.key('Escape', 'Return')
            wait_until(self.has_quotes(app, folder, 'e\u0301tonn\u00e9s'), what='what was found, highlighted')

    def check_drags(self, language, paragraphs, *spans):
        folder = self.put(language, paragraphs)
        with self.started() as app:
            self.open(app)
            text = '\n'.join(paragraphs)
            for first, last in spans:
                words = text[text.index(first):text.index(last) + len(last)]
                act_until(lambda: app.drag_span(text.index(first), text.index(last) + len(last)),
                          self.has_quotes(app, folder, words), f'the highlight “{words}”')
                app.keys('Delete', until=app.saved(folder, lambda c: 'highlights' not in c))

    def test_drag_arabic(self):
        self.check_drags('ar', ARABIC, ('الأرقام', 'معروفة'), ('2022', '2022'), ('News', 'بالإنجليزية'),
                         ('منذ', '2022'), ('أحد', 'نشرت'))

    def test_drag_georgian(self):
        self.check_drags('ka', GEORGIAN, ('წინადადება', 'დგას'), ('მეორე', 'კიდევ'))

    def test_drag_chinese(self):
        self.check_drags('zh', CHINESE, ('数字', '所知'), ('从哪', '一周'))

    def test_drag_emoji(self):
        self.check_drags('en', EMOJI, ('👩‍👩‍👧', '👩‍👩‍👧'), ('🇬🇪', 'flags'), ('Cafe\u0301', 'e\u0301tonn'))


if __name__ == '__main__':
    unittest.main()
