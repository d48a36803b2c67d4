"""Articles come in: from the clipboard, from a file, from the command line; and some do not come in."""
import os
import unittest

from workbench import Scenario, sha256
from served import PAGES, Served
from uidriver import act_until, active_title, set_clipboard

HEADLINE = 'Kazakhstan: the old script of a colour revolution'
PLAIN = 'A headline that was typed\n\nThe first paragraph 🔥 of it. And a second sentence.\n\nThe end.'
PAGE = b'<html><body><h1>From a browser</h1><p>One sentence. Another one.</p></body></html>'


class Intake(Scenario):
    def read_page(self):
        with open(os.path.join(PAGES, 'kazakhstan.html'), 'rb') as f:
            return f.read()

    def ready(self, app):
        """Until it can be pasted into: the focus is in the list at the side."""
        app.find(None, 'Open the Sample', where=lambda n: n.has_place())
        row = app.find('list', 'Which cases to list').children[0]
        act_until(lambda: app.click(row), lambda: row.has('focused'), 'the focus on the first row')

    def paste(self, app):
        """Ctrl+V; the folder of the case that it starts, once its window is there."""
        app.keys('ctrl+v', until=app.folders)
        folder = app.new_folder([])
        app.case_window(app.case(folder)['title'])
        return folder

    def test_list_of_links_pasted(self):
        with Served() as site, self.started() as app:
            names = ('kazakhstan.html', 'arabic.html', 'none.html')
            set_clipboard('\n'.join(site.link(name) for name in names) + '\n')
            self.ready(app)
            app.keys('ctrl+v', until=lambda: len(app.folders()) == 2)
            # Neither case is opened; what failed stays, with its reason, until it is sent away.
            app.find('label', '2 of 3 links fetched · 1 failed', where=lambda n: n.has_place())
            self.assertEqual(active_title(), 'Library')
            app.press('Cancel All', until=lambda: not app.get('label', '2 of 3 links fetched · 1 failed', where=lambda n: n.has_place()))
            self.assertEqual(len(app.rows()), 2)

    def test_plain_text_pasted(self):
        set_clipboard(PLAIN)
        with self.started() as app:
            self.ready(app)
            folder = self.paste(app)
            article = app.case(folder)['articles'][0]
            self.assertEqual([b['text'] for b in article['blocks']],
                             ['A headline that was typed', 'The first paragraph 🔥 of it. And a second sentence.',
                              'The end.'])
            self.assertEqual(article['sealed']['origin'], 'clipboard')
            # Offsets are in code points, beyond the first plane, too.
            app.click_words('And a second sentence.', until=app.saved(folder, lambda c: c['highlights']))
            case = app.case(folder)
            text = '\n'.join(b['text'] for b in article['blocks'])
            start = text.index('And a second')
            self.assertEqual({k: case['highlights'][0]['selectors'][1][k] for k in ('start', 'end')},
                             {'start': start, 'end': start + len('And a second sentence.')})

    def test_html_pasted(self):
        set_clipboard(PAGE, 'text/html')
        with self.started() as app:
            self.ready(app)
            folder = self.paste(app)
            article = app.case(folder)['articles'][0]
            self.assertEqual([b['text'] for b in article['blocks']], ['From a browser', 'One sentence. Another one.'])
            with open(os.path.join(self.library, folder, 'sealed', article['sealed']['sha256']), 'rb') as f:
                self.assertEqual(f.read(), PAGE)

    def test_link_pasted_is_fetched(self):
        with Served() as site, self.started() as app:
            set_clipboard(site.link('kazakhstan.html'))
            self.ready(app)
            folder = self.paste(app)
            app.case_window(HEADLINE)
            sealed = app.case(folder)['articles'][0]['sealed']
            self.assertEqual((sealed['origin'], sealed['sha256']), ('link', sha256(self.read_page())))

    def test_file_chosen(self):
        with self.started() as app:
            self.ready(app)
            app.keys('ctrl+o', until=lambda: active_title() == 'Start a Case From a File')
            app.choose_file(os.path.join(PAGES, 'kazakhstan.html'), 'Start a Case From a File')
            app.new_folder([])
            app.case_window(HEADLINE)

    def test_link_and_file_on_the_command_line(self):
        with Served() as site, self.started(site.link('kazakhstan.html')) as app:
            app.new_folder([])
            app.case_window(HEADLINE)
        before = os.listdir(self.library)
        with self.started(os.path.join(PAGES, 'kazakhstan.html')) as app:
            folder = app.new_folder(before)
            app.case_window(HEADLINE)
            self.assertEqual(app.case(folder)['articles'][0]['sealed']['origin'], 'file')

    def test_text_and_case_on_the_command_line(self):
        path = os.path.join(self.temporary, 'typed.txt')
        with open(path, 'w', encoding='utf-8') as f:
            f.write(PLAIN)
        with self.started(path) as app:
            folder = app.new_folder([])
            article = app.case(folder)['articles'][0]
            self.assertEqual([b['text'] for b in article['blocks']], PLAIN.split('\n\n'))
            app.case_window(app.case(folder)['title'])
        # The folder of a case is opened as it is, and what is none is said to be none.
        with self.started(os.path.join(self.library, folder)) as app:
            app.case_window(app.case(folder)['title'])
            self.assertEqual(app.folders(), [folder])
        with self.started(os.path.join(self.temporary, 'nowhere.html')) as app:
            app.find('label', where=lambda n: 'nowhere.html' in n.name)
            self.assertEqual(app.folders(), [folder])

    def test_pasted_into_an_empty_case(self):
        with self.started() as app:
            folder = app.new_empty()
            for data, mime, first in ((PLAIN, 'UTF8_STRING', 'A headline that was typed'),
                                      (PAGE, 'text/html', 'From a browser')):
                set_clipboard(data, mime)
                app.press('Paste the Article', until=app.saved(folder, lambda c: c['articles'][0]['blocks']))
                article = app.case(folder)['articles'][0]
                self.assertEqual((article['blocks'][0]['text'], article['sealed']['origin']), (first, 'clipboard'))
                app.turn('Undo', 'ctrl+z')
                app.wait_case(folder, lambda c: not c['articles'][0].get('blocks'), 'the paste undone')

    def test_slow_fetch_is_stopped(self):
        with Served() as site, self.started() as app:
            self.ready(app)
            app.keys('ctrl+l', until=app.has_focus('text', 'Link of an Article'))
            app.enter(site.link('stall'))
            app.key('Return')
            # The window lives on meanwhile.
            stop = app.button('Cancel')
            app.keys('ctrl+shift+f', until=app.has_focus('entry', 'Search the library'))
            act_until(lambda: app.click(stop), lambda: not app.get('button', 'Cancel', where=lambda n: n.in_front()))
            self.assertEqual(app.folders(), [])

    def test_what_cannot_be_had(self):
        with Served() as site, self.started() as app:
            self.ready(app)
            for name, words in (('missing.html', '404'), ('picture', 'This is an image')):
                app.keys('ctrl+l', until=app.has_focus('text', 'Link of an Article'))
                app.enter(site.link(name))
                app.key('Return')
                app.find('label', where=lambda n: words in n.name)
            self.assertEqual(app.folders(), [])


if __name__ == '__main__':
    unittest.main()
