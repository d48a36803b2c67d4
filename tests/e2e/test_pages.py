"""Every page: all that can have the keyboard has a name and a role, by which a screen reader announces it."""
import unittest

from workbench import Scenario
from uidriver import act_until, active_title

SAMPLE_CASE = 'The protests in Kazakhstan were a Western colour revolution'


class Pages(Scenario):
    def visit(self, app):
        """Look at everything once; yields the name of what is shown."""
        app.row(SAMPLE_CASE)
        yield 'library'
        app.keys('ctrl+comma', until=lambda: active_title() == 'Preferences')
        yield 'preferences'
        app.keys('Escape', until=lambda: active_title() == 'Library')
        app.open(SAMPLE_CASE)
        for number in (1, 2, 3, 4):
            app.page(number)
            yield f'page-{number}'
        page = app.page(2)
        rows = next(n for n in page.walk() if n.role == 'list' and n.children)
        for row in range(len(rows.children)):
            # Into the editor of each piece of evidence, and back.
            title = next(n for n in app.tree(rows).children[row].walk() if n.role == 'label')
            editor = lambda: app.get('button', 'Back to the evidence', where=lambda n: n.in_front())  # noqa: E731
            app.scroll_into_view(title)
            act_until(lambda: app.click(title, count=2), editor, 'the editor of the evidence')
            yield 'evidence-editor'
            app.keys('Escape', until=lambda: not editor())

    def test_names(self):
        self.put_sample()
        with self.started() as app:
            for name in self.visit(app):
                self.assertEqual((name, app.audit()), (name, []))


if __name__ == '__main__':
    unittest.main()
