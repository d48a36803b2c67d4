"""The main job, step by step: from an empty window to a finished case. The end-to-end test and
main_job.py both do it."""
import re

import workbench  # noqa: F401 (finds the driver)
from uidriver import wait_until

HEADLINE = 'Kazakhstan: the old script of a colour revolution'
CLAIM = ('What happened in Kazakhstan was a colour revolution, prepared in Western capitals long before the first '
         'stone flew.')
PAID = ('The rise of fuel prices was only the pretext: crowds do not gather in a dozen cities within three days '
        'unless somebody pays for it.')
FIGHTERS = ('twenty thousand fighters who had been trained abroad and waited for a signal. Within one night they held '
            'the airport')
REVOLUTION = 'Colour revolutions are staged by the West'
FIGHTERS_PAID = 'Protesters are paid or foreign fighters'
SOURCE = {
    'Link': 'https://www.consilium.example.org/press/2022/kazakhstan',
    'Title': 'Statement on the latest developments in Kazakhstan',
    'Publisher': 'Council of the European Union',
    'Author': 'High Representative',
    'Date': '2022-01-08',
}
QUOTE = 'The violence must stop, and restraint is called for.'
SUMMARY = 'The outlet says that the protests of January 2022 were planned and paid for abroad.'
TRUTH = 'They began in Mangystau, over the price of liquefied petroleum gas.'
SILENCE = 'The European Union did speak out'
MODEL = ', and the country is no model democracy'
RE_STATEMENT = re.compile('^Statement on the latest')
RE_RANKING = re.compile('^Kazakhstan: 128 of 167')
RELATED = 'The Maidan was a coup ordered and paid for by Washington'


def highlight(app, folder):
    """Three passages, one by the pointer, one by keys, one dragged over two sentences; two narratives."""
    app.click_words(CLAIM[40:80])
    app.wait_case(folder, lambda c: len(c.get('highlights', [])) == 1, 'a click highlights')
    app.tag('colou', REVOLUTION)
    app.wait_case(folder, lambda c: 'narratives' in c['highlights'][0], 'the tag of the first')

    # J goes on from where the click was.
    app.key('j', 'Return')
    app.wait_case(folder, lambda c: len(c['highlights']) == 2, 'Enter highlights')
    app.tag('paid', FIGHTERS_PAID)
    app.wait_case(folder, lambda c: 'narratives' in c['highlights'][1], 'the tag of the second')

    app.drag_words(FIGHTERS[:30], FIGHTERS[-30:])
    app.wait_case(folder, lambda c: len(c['highlights']) == 3, 'a drag highlights')
    # The last used narrative has the number 1, the one before it 2.
    app.key('1', '2')
    app.wait_case(folder, lambda c: len(c['highlights'][2].get('narratives', [])) == 2, 'both tags of the third')


def back_to_list(app):
    app.press('Back to the evidence', app.find('filler', 'DpEvidenceEditor'))
    app.find(None, where=lambda n: 'focused' in n.states and any(a.name == 'Evidence' for a in n.ancestors()))


def attach_source(app, folder):
    page = app.page(2)
    app.press('Add a Source', page)
    form = app.find('list', 'Source', where=lambda n: n.has_place())
    for name, text in SOURCE.items():
        app.fill(form, name, text)
    app.choose('Kind of source', 'Official', form)
    app.fill(form, 'Quote', QUOTE)
    app.press_below('Undermines', app.find('list', 'Passages it bears on'))
    app.wait_case(folder, lambda c: c['evidence'][0].get('bearings'), 'the stance of the source')
    back_to_list(app)


def attach_ranking(app, folder):
    page = app.find('filler', 'DpEvidencePage')
    # The page for an empty list has such a button, too.
    app.click([n for n in page.walk() if n.name == 'Add a Ranking' and 'focusable' in n.states][-1])
    app.find('entry', where=lambda n: 'focused' in n.states and n.name.startswith('Country, index, year'))
    app.type('kazakhstan democracy 2020')
    app.find('label', '128 of 167 · Kazakhstan')
    app.key('Return')
    form = app.find('list', 'Ranking', where=lambda n: n.has_place())
    wait_until(lambda: app.find('text', 'Rank', root=form).text() == '128', what='the rank filled in')
    app.press_below('Gives context', app.find('list', 'Passages it bears on'))
    app.wait_case(folder, lambda c: len(c['evidence']) == 2 and c['evidence'][1].get('bearings'),
                  'the stance of the ranking')
    back_to_list(app)


def cite(app, page, letters, title):
    app.type('@')
    app.find('entry', 'Evidence to cite', where=lambda n: 'focused' in n.states)
    app.type(letters)
    app.find('list item', title, where=lambda n: 'selected' in n.states, root=page)
    app.key('Return')
    app.find('text', 'Disproof', where=lambda n: 'focused' in n.states)


def write(app, folder):
    page = app.page(3)
    summary, disproof = (app.find('text', name, root=page) for name in ('Summary', 'Disproof'))
    app.click(summary)
    app.find('text', 'Summary', where=lambda n: 'focused' in n.states)
    app.type(SUMMARY)
    wait_until(lambda: summary.text() == SUMMARY, what='the summary')
    app.click(disproof)
    app.find('text', 'Disproof', where=lambda n: 'focused' in n.states)
    app.type(f'{TRUTH} {SILENCE} ')
    cite(app, page, 'state', RE_STATEMENT)
    app.type(f'{MODEL} ')
    cite(app, page, 'democ', RE_RANKING)
    app.type('.')
    app.wait_case(folder, lambda c: c.get('summary') == SUMMARY and c.get('disproof', '').endswith('.'), 'the writing')


def relate(app, folder):
    page = app.page(4)
    app.press_below('Add a related case', page)
    app.find('entry', 'Title, outlet, narrative or date', where=lambda n: 'focused' in n.states)
    app.type('maidan')
    app.find('list item', re.compile('^' + RELATED), where=lambda n: 'selected' in n.states)
    app.key('Return')
    app.wait_case(folder, lambda c: len(c.get('relations', [])) == 1, 'the related case')


def make(app, link):
    """All of it; the name of the case's folder."""
    folder = app.new_from_link(link)
    app.case_window(HEADLINE)
    highlight(app, folder)
    attach_source(app, folder)
    attach_ranking(app, folder)
    write(app, folder)
    relate(app, folder)
    return folder
