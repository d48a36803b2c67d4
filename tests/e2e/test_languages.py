"""A short day's work in another language, and from right to left."""
import os
import struct
import unittest

from workbench import Scenario
from served import Served
from uidriver import act_until, active_title, wait_until

FIRST = 'هذه هي الجملة الأولى من النص.'
SECOND = 'وهذه هي الجملة الثانية منه، وفيها رمز 🔥 واحد.'
MINSK = 'The marches in Minsk were directed from abroad'


def write_catalogue(folder, language):
    """A translation of nothing. Without one of the program's own GLib takes no other program's, so that GTK
    would not even learn that it is read from right to left."""
    header = b'Content-Type: text/plain; charset=UTF-8\n\0'
    path = os.path.join(folder, language, 'LC_MESSAGES')
    os.makedirs(path)
    with open(os.path.join(path, 'disproof.mo'), 'wb') as f:
        f.write(struct.pack('<7I', 0x950412de, 0, 1, 28, 36, 0, 44))
        f.write(struct.pack('<2I', 0, 44) + struct.pack('<2I', len(header) - 1, 45) + b'\0' + header)


class Languages(Scenario):
    def tag(self, app, letters):
        app.keys('t', until=app.has_focus('entry'))
        app.type(letters)
        app.find('list item', where=lambda n: 'selected' in n.states and 'Colour revolutions' in n.label())
        app.key('Return')

    def test_right_to_left(self):
        write_catalogue(self.temporary, 'ar')
        with Served() as site, self.started(
                site.link('arabic.html'), env={'LC_ALL': 'ar_EG.UTF-8', 'DP_LOCALE_PATH': self.temporary}) as app:
            folder = app.new_folder([])
            case = app.wait_case(folder, lambda c: c['articles'])
            app.case_window(case['title'])
            view = app.find('filler', 'DpArticleView', where=lambda n: n.has_place())
            pages = app.find('filler', 'DpClaimsPage', where=lambda n: n.has_place())
            # The article stands where reading begins: right.
            self.assertGreater(view.extents()[0], pages.extents()[0])

            text = next(n for n in view.walk() if n.role == 'text')
            start = text.text().index(FIRST)
            act_until(lambda: app.click(text, at=app.spot(text, start + 5)),
                      app.saved(folder, lambda c: len(c['highlights']) == 1))
            app.key('j')
            case = app.keys('Return', until=app.saved(folder, lambda c: len(c['highlights']) == 2))
            self.tag(app, 'colou')
            app.wait_case(folder, lambda c: c['highlights'][1]['narratives'] == ['unrest/colour-revolution'])
            places = [h['selectors'][1] for h in case['highlights']]
            self.assertEqual([(p['start'], p['end']) for p in places],
                             [(start, start + len(FIRST)),
                              (start + len(FIRST) + 1, start + len(FIRST) + 1 + len(SECOND))])
            self.assertNamed(app)

    def test_german(self):
        self.put_sample()
        with self.started(env={'LC_ALL': 'de_DE.UTF-8', 'LANGUAGE': 'de'}) as app:
            app.find('label', 'Neuer Fall')
            row = app.find('label', MINSK, where=lambda n: n.has_place())
            act_until(lambda: app.click(row, count=2), lambda: active_title() == MINSK)
            app.find('label', 'Behauptungen')
            self.assertNamed(app)
            # Narratives have German names in the library, too, whatever the language of who wrote the case.
            app.keys('alt+Home', until=lambda: active_title() == 'Bibliothek')
            app.row('Farbrevolutionen werden vom Westen inszeniert', 'Welche Fälle aufgeführt werden')
            app.keys('ctrl+shift+f', until=app.has_focus('entry'))
            app.enter('Farbrevolutionen')
            wait_until(lambda: MINSK in sum(app.rows('Fälle'), []), what='the case found by it')


if __name__ == '__main__':
    unittest.main()
