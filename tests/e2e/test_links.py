"""Links of an article opened by real clicks and keys, and its lead image, loaded only on wish."""
import json
import os
import stat
import struct
import unittest
import zlib

from workbench import Scenario
from served import Served
from uidriver import wait_until

TEXT = 'The council decided so. Nobody was surprised by that at all.'
HREF = 'https://example.org/decision?a=b'


def png(width, height):
    """A picture of one colour."""
    def chunk(name, data):
        return struct.pack('>I', len(data)) + name + data + struct.pack('>I', zlib.crc32(name + data))
    rows = b''.join(b'\0' + b'\x33\x66\x99' * width for _ in range(height))
    return (b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', width, height, 8, 2, 0, 0, 0))
            + chunk(b'IDAT', zlib.compress(rows)) + chunk(b'IEND', b''))


class Links(Scenario):
    def put(self, **article):
        folder = os.path.join(self.library, 'case')
        os.mkdir(folder)
        block = {'kind': 'paragraph', 'text': TEXT,
                 'links': [{'start': 12, 'end': 19, 'href': HREF}, {'start': 24, 'end': 30, 'href': 'file:///etc/passwd'}]}
        with open(os.path.join(folder, 'case.json'), 'w', encoding='utf-8') as f:
            json.dump({'format': 'disproof-case', 'version': 1, 'id': '00000000-0000-4000-8000-000000000001', 'title': 'A case',
                       'articles': [{'id': '00000000-0000-4000-8000-000000000002', 'language': 'en', 'title': 'A title',
                                     **article, 'blocks': [block]}]}, f)
        return 'case'

    def put_browser(self):
        """What opens links: a program that writes down what it was asked for; where."""
        opened = os.path.join(self.temporary, 'opened')
        program = os.path.join(self.temporary, 'browser')
        applications = os.path.join(self.library + '-own', 'data', 'applications')
        os.makedirs(applications)
        with open(program, 'w', encoding='utf-8') as f:
            f.write(f'#!/bin/sh\nprintf "%s\\n" "$1" >> "{opened}"\n')
        os.chmod(program, stat.S_IRWXU)
        with open(os.path.join(applications, 'browser.desktop'), 'w', encoding='utf-8') as f:
            f.write(f'[Desktop Entry]\nType=Application\nName=Browser\nExec={program} %u\nMimeType=x-scheme-handler/https;\n')
        with open(os.path.join(applications, 'mimeapps.list'), 'w', encoding='utf-8') as f:
            f.write('[Default Applications]\nx-scheme-handler/https=browser.desktop\n')

        def read():
            if not os.path.exists(opened):
                return []
            with open(opened, encoding='utf-8') as f:
                return f.read().split()
        return read

    def test_open(self):
        folder = self.put()
        opened = self.put_browser()
        with self.started() as app:
            app.open('A case')
            app.find('text', 'Article', where=lambda n: 'focused' in n.states)
            app.click_words('decided', modifiers=('ctrl',))
            wait_until(lambda: opened() == [HREF], what='the link in the browser')
            # A place that is no web page is not opened, and what was clicked with Ctrl is not highlighted.
            app.click_words('Nobody', modifiers=('ctrl',))
            app.key('j', 'ctrl+Return')
            wait_until(lambda: opened() == [HREF] * 2, what='the link of the sentence in the browser')
            app.key('j', 'ctrl+Return')
            app.key('k', 'ctrl+Return')
            wait_until(lambda: opened() == [HREF] * 3, what='the link of the first sentence again')
            self.assertEqual(app.case(folder).get('highlights', []), [])

    def test_lead_image(self):
        with Served() as site:
            picture = png(320, 200)
            site.put_bytes('lead.png', 'image/png', picture)
            folder = self.put(link=site.link('page.html'), image=site.link('lead.png'))
            with self.started() as app:
                app.open('A case')
                app.find('text', 'Article', where=lambda n: 'focused' in n.states)
                self.assertEqual(site.asked, [])
                app.press('Show the Lead Image')
                case = app.wait_case(folder, lambda c: c['articles'][0]['sealed_image']['size'] == len(picture))
                self.assertEqual([path for path, _ in site.asked], ['/lead.png'])
                digest = case['articles'][0]['sealed_image']['sha256']
                with open(os.path.join(self.library, folder, 'sealed', digest), 'rb') as f:
                    self.assertEqual(f.read(), picture)
                app.find('image', 'The lead image of the article', where=lambda n: n.has_place())
                self.assertNamed(app)
                app.press('Take the lead image away')
                app.wait_case(folder, lambda c: 'sealed_image' not in c['articles'][0])
                app.key('ctrl+z')
                app.wait_case(folder, lambda c: 'sealed_image' in c['articles'][0])
                # Nothing is asked for twice: it is kept with the case.
                self.assertEqual(len(site.asked), 1)


if __name__ == '__main__':
    unittest.main(verbosity=2)
