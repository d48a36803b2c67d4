"""The main job, step by step: from an empty window to a finished case. The end-to-end test and
main_job.py both do it."""
import re

import workbench  # noqa: F401 (finds the driver)
from uidriver import act_until, wait_until

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
    def has(count):
        return app.saved(folder, lambda c: len(c['highlights']) == count)
    app.click_words(CLAIM[40:80], until=has(1))
    app.tag('colou', REVOLUTION)
    app.wait_case(folder, lambda c: 'narratives' in c['highlights'][0], 'the tag of the first')

    # J goes on from where the click was.
    app.key('j')
    app.keys('Return', until=has(2))
    app.tag('paid', FIGHTERS_PAID)
    app.wait_case(folder, lambda c: 'narratives' in c['highlights'][1], 'the tag of the second')

    act_until(lambda: app.drag_words(FIGHTERS[:30], FIGHTERS[-30:]), has(3), 'a drag to highlight')
    # The last used narrative has the number 1, the one before it 2.
    app.key('1', '2')
    app.wait_case(folder, lambda c: len(c['highlights'][2].get('narratives', [])) == 2, 'both tags of the third')


def back_to_list(app):
    app.press('Back to the evidence', app.find('filler', 'DpEvidenceEditor'),
              until=app.has_focus(where=lambda n: any(a.name == 'Evidence' for a in n.ancestors())))


def attach_source(app, folder):
    page = app.page(2)
    app.press('Add a Source', page, until=lambda: app.get('list', 'Source', where=lambda n: n.in_front()))
    form = app.find('list', 'Source')
    for name, text in SOURCE.items():
        app.fill(form, name, text)
    app.choose('Kind of source', 'Official', form)
    app.fill(form, 'Quote', QUOTE)
    app.press_below('Undermines', app.find('list', 'Passages it bears on'),
                    until=app.saved(folder, lambda c: c['evidence'][0]['bearings']))
    back_to_list(app)


def attach_ranking(app, folder):
    page = app.find('filler', 'DpEvidencePage')
    app.press('Add a Ranking', page, until=app.has_focus('entry', re.compile('^Country, index, year')))
    app.type('kazakhstan democracy 2020')
    app.find('label', '128 of 167 · Kazakhstan')
    app.keys('Return', until=lambda: app.get('list', 'Ranking', where=lambda n: n.in_front()))
    form = app.find('list', 'Ranking')
    wait_until(lambda: app.find('text', 'Rank', root=form).text() == '128', what='the rank filled in')
    app.press_below('Gives context', app.find('list', 'Passages it bears on'),
                    until=app.saved(folder, lambda c: c['evidence'][1]['bearings']))
    back_to_list(app)


def cite(app, page, letters, title):
    app.type('@')
    app.find('entry', 'Evidence to cite', where=lambda n: 'focused' in n.states)
    app.type(letters)
    app.find('list item', title, where=lambda n: 'selected' in n.states, root=page)
    app.keys('Return', until=app.has_focus('text', 'Disproof'))


def write(app, folder):
    page = app.page(3)
    summary, disproof = (app.find('text', name, root=page) for name in ('Summary', 'Disproof'))
    act_until(lambda: app.click(summary), app.has_focus('text', 'Summary'))
    app.type(SUMMARY)
    wait_until(lambda: summary.text() == SUMMARY, what='the summary')
    act_until(lambda: app.click(disproof), app.has_focus('text', 'Disproof'))
    app.type(f'{TRUTH} {SILENCE} ')
    cite(app, page, 'state', RE_STATEMENT)
    app.type(f'{MODEL} ')
    cite(app, page, 'democ', RE_RANKING)
    app.type('.')
    app.wait_case(folder, lambda c: c.get('summary') == SUMMARY and c.get('disproof', '').endswith('.'), 'the writing')


def relate(app, folder):
    page = app.page(4)
    app.press_below('Add a related case', page, until=app.has_focus('entry', 'Title, outlet, narrative or date'))
    app.type('maidan')
    app.find('list item', re.compile('^' + RELATED), where=lambda n: 'selected' in n.states)
    app.keys('Return', until=app.saved(folder, lambda c: len(c['relations']) == 1))


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
