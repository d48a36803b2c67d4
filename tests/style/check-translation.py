"""Every translation is whole: each message of the sources translated, none in doubt, all formats alike.

What is missing gets into po/ with `meson compile -C _build disproof-update-po`, to be translated there.

usage: check-translation.py SOURCE_ROOT
"""
import os
import re
import subprocess
import sys
import tempfile

# As i18n.gettext() of meson extracts them.
KEYWORDS = ['_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'g_dcgettext:2', 'g_dngettext:2,3', 'g_dpgettext2:2c,3']
FLAGS = ['N_:1:pass-c-format', 'C_:2:pass-c-format', 'NC_:2:pass-c-format', 'g_dngettext:2:pass-c-format',
         'g_strdup_printf:1:c-format', 'g_string_printf:2:c-format', 'g_string_append_printf:2:c-format',
         'g_set_error:4:c-format', 'g_error_new:3:c-format', 'g_markup_printf_escaped:1:c-format']


def run(*command, cwd=None):
    """(whether it worked, what it printed, what it complained of)"""
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True,
                          env=dict(os.environ, LC_ALL='C.UTF-8', LANGUAGE=''))
    return done.returncode == 0, done.stdout, done.stderr.strip()


def messages(catalogue):
    """the messages of a catalogue's text, each in one line"""
    for entry in catalogue.split('\n\n'):
        found = re.search(r'^msgid ((?:".*"\n?)+)', entry, re.M)
        text = ''.join(re.findall(r'"(.*)"', found[1])) if found else ''
        if text:
            yield text


def check_template(template):
    with open(template, encoding='utf-8') as f:
        for text in messages(f.read()):
            if len(re.findall('%+$', text)) and len(re.search('%+$', text)[0]) % 2:
                yield f'“{text}” ends within a format: a macro such as G_GSIZE_FORMAT cuts a message in two'


def check_language(root, language, template, folder):
    name = f'po/{language}.po'
    merged = os.path.join(folder, f'{language}.po')
    works, _, complaints = run('msgmerge', '--quiet', '--no-fuzzy-matching', '--output-file', merged,
                               os.path.join(root, name), template)
    if not works:
        yield f'{name}: {complaints}'
        return
    # In what is merged, the formats are marked as the sources have them now.
    for path in [os.path.join(root, name), merged]:
        works, _, complaints = run('msgfmt', '--check', '--output-file', os.devnull, path)
        if not works:
            yield f'{name}: {complaints}'
            return
    for option, what in [('--untranslated', 'not translated'), ('--only-fuzzy', 'marked as fuzzy')]:
        for text in messages(run('msgattrib', '--no-wrap', '--no-obsolete', option, merged)[1]):
            yield f'{name}: {what}: “{text}”'


def main(root):
    wrong = []
    with open(os.path.join(root, 'po/LINGUAS'), encoding='utf-8') as f:
        languages = re.sub('#.*', '', f.read()).split()
    there = [name[:-3] for name in os.listdir(os.path.join(root, 'po')) if name.endswith('.po')]
    wrong += [f'po/LINGUAS: there is no po/{language}.po' for language in languages if language not in there]
    wrong += [f'po/{language}.po: not listed in po/LINGUAS' for language in there if language not in languages]

    with tempfile.TemporaryDirectory(prefix='disproof-translation-') as folder:
        template = os.path.join(folder, 'disproof.pot')
        works, _, complaints = run('xgettext', '--from-code=UTF-8', '--files-from=po/POTFILES', '--output', template,
                                   *[f'--keyword={keyword}' for keyword in KEYWORDS],
                                   *[f'--flag={flag}' for flag in FLAGS], cwd=root)
        if works:
            wrong += check_template(template)
            for language in languages:
                if language in there:
                    wrong += check_language(root, language, template, folder)
        else:
            wrong.append(complaints)
    print('\n'.join(wrong))
    return 1 if wrong else 0


sys.exit(main(sys.argv[1]))
