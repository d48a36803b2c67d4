"""What every source file has: its header and licence, one type a file, its strings listed for translators.

usage: check-sources.py SOURCE_ROOT
"""
import os
import re
import sys


def files(root, folders, endings):
    for top in folders:
        for folder, _, names in os.walk(os.path.join(root, top)):
            for name in sorted(names):
                if name.endswith(endings):
                    yield os.path.relpath(os.path.join(folder, name), root)


def main(root):
    wrong = []
    with open(os.path.join(root, 'po/POTFILES'), encoding='utf-8') as f:
        listed = [line.strip() for line in f if line.strip() and not line.startswith('#')]
    for name in listed:
        if not os.path.exists(os.path.join(root, name)):
            wrong.append(f'po/POTFILES: {name} is not there')

    for name in files(root, ['src', 'tests'], ('.c', '.h')):
        with open(os.path.join(root, name), encoding='utf-8') as f:
            text = f.read()
        base = os.path.basename(name)
        if not text.startswith(f'/* {base}: '):
            wrong.append(f'{name}: does not begin with "/* {base}: what it is"')
        if 'SPDX-License-Identifier: GPL-3.0-or-later' not in text:
            wrong.append(f'{name}: no licence')
        if len(re.findall(r'^G_DEFINE_(?:FINAL_)?TYPE', text, re.M)) > 1:
            wrong.append(f'{name}: more than one type')
        if name.startswith('src/') and name.endswith('.c') and name not in listed \
                and re.search(r'\b(?:_|N_|C_|Q_|ngettext|dngettext|g_dpgettext2)\s*\("', text):
            wrong.append(f'{name}: has strings for people and is not in po/POTFILES')

    for name in files(root, ['ui'], ('.ui',)):
        with open(os.path.join(root, name), encoding='utf-8') as f:
            text = f.read()
        if 'translatable="yes"' in text and name not in listed:
            wrong.append(f'{name}: has strings for people and is not in po/POTFILES')
        if 'translatable="yes"' in text and 'domain="disproof"' not in text:
            wrong.append(f'{name}: <interface domain="disproof"> is missing')
    print('\n'.join(wrong))
    return 1 if wrong else 0


sys.exit(main(sys.argv[1]))
