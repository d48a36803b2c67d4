"""Articles are dropped: on the library, and on an open case that has none yet."""
import contextlib
import itertools
import os
import subprocess
import sys
import unittest

from workbench import ROOT, Scenario, sha256
from served import PAGES, Served
from uidriver import _x_windows, act_until, active_title, sh, wait_until

HEADLINE = 'Kazakhstan: the old script of a colour revolution'
PAGE = b'<html><body><h1>From a browser</h1><p>One sentence. Another one.</p></body></html>'
PLAIN = 'A headline that was typed\n\nThe first paragraph 🔥 of it. And a second sentence.'.encode()
FILE = os.path.join(PAGES, 'kazakhstan.html')


@contextlib.contextmanager
def dragged(media_type, data):
    """A window of another program, in the corner, with something to drag; the middle of it."""
    source = subprocess.Popen([sys.executable, os.path.join(ROOT, 'tests', 'e2e', 'drag_source.py'), media_type],
                              stdin=subprocess.PIPE)
    try:
        source.stdin.write(data)
        source.stdin.close()
        def find():
            return next((w for w in _x_windows(source.pid) if w.title == 'Something to Drag'), None)
        window = wait_until(find, what='the window to drag from')
        act_until(lambda: sh('xdotool', 'windowmove', window.id, '0', '0', 'windowactivate', window.id),
                  lambda: find().x < 20 and find().y < 60 and active_title() == 'Something to Drag', 'it in the corner')
        window = find()
        yield window.x + window.width // 2, window.y + window.height // 2
    finally:
        source.terminate()
        source.wait()


class Drop(Scenario):
    def sealed(self, folder, article):
        with open(os.path.join(self.library, folder, 'sealed', article['sealed']['sha256']), 'rb') as f:
            return f.read()

    def drop(self, app, media_type, data, place, effect):
        # The two programs talk about a drag while it moves. Let go before they have agreed, it is none: on a busy
        # machine it must be slower, so each attempt is.
        pauses = itertools.chain((0.3, 1, 2.5), itertools.repeat(6))
        with dragged(media_type, data) as start:
            act_until(lambda: app.drag(start, place, steps=15, hold=next(pauses)), effect, f'a drop of {media_type}',
                      timeout=240)

    def check_drop_on_library(self, media_type, data):
        """The case that comes of it."""
        with self.started() as app:
            place = app.find('list', 'Which cases to list')
            x, y = app._settled_point(place)
            self.drop(app, media_type, data, (x + 400, y + 100), app.folders)
            folder = app.new_folder([])
            wait_until(lambda: active_title() == app.case(folder)['title'], what='its window')
            article = app.case(folder)['articles'][0]
            self.assertEqual(len(app.folders()), 1)
        return article, self.sealed(folder, article)

    def test_link_on_library(self):
        with Served() as site:
            link = site.link('kazakhstan.html')
            article, sealed = self.check_drop_on_library('text/uri-list', f'{link}\r\n'.encode())
        self.assertEqual((article['link'], article['sealed']['origin']), (link, 'link'))

    def test_file_on_library(self):
        article, sealed = self.check_drop_on_library('text/uri-list', f'file://{FILE}\r\n'.encode())
        self.assertEqual((article['title'], article['sealed']['origin']), (HEADLINE, 'drop'))
        with open(FILE, 'rb') as f:
            self.assertEqual(sealed, f.read())

    def test_text_on_library(self):
        article, sealed = self.check_drop_on_library('text/plain;charset=utf-8', PLAIN)
        self.assertEqual([b['text'] for b in article['blocks']], PLAIN.decode().split('\n\n'))
        self.assertEqual((sealed, article['sealed']['origin']), (PLAIN, 'drop'))

    def test_html_on_library(self):
        article, sealed = self.check_drop_on_library('text/html', PAGE)
        self.assertEqual([b['text'] for b in article['blocks']], ['From a browser', 'One sentence. Another one.'])
        self.assertEqual((sealed, article['sealed']['origin']), (PAGE, 'drop'))

    def test_all_on_an_empty_case(self):
        """One after another, each undone."""
        with Served() as site, self.started() as app:
            folder = app.new_empty()
            link = site.link('kazakhstan.html')
            for media_type, data, first, origin in (
                    ('text/uri-list', f'{link}\r\n'.encode(), HEADLINE, 'link'),
                    ('text/uri-list', f'file://{FILE}\r\n'.encode(), HEADLINE, 'drop'),
                    ('text/plain;charset=utf-8', PLAIN, 'A headline that was typed', 'drop'),
                    ('text/html', PAGE, 'From a browser', 'drop')):
                place = app._settled_point(app.find('panel', 'No Text Yet', where=lambda n: n.in_front()))
                self.drop(app, media_type, data, place, app.saved(folder, lambda c: c['articles'][0]['blocks']))
                article = app.case(folder)['articles'][0]
                self.assertEqual((article['blocks'][0]['text'], article['sealed']['origin']), (first, origin))
                self.assertEqual(sha256(self.sealed(folder, article)), article['sealed']['sha256'])
                app.find('text', 'Article', where=lambda n: n.in_front())
                app.turn('Undo', 'ctrl+z')
                app.wait_case(folder, lambda c: not c['articles'][0].get('blocks'), 'the drop undone')


if __name__ == '__main__':
    unittest.main()
