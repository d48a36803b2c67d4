"""Includes name a room and point only downward; a library is included in its own rooms only.

usage: check-layers.py SOURCE_ROOT
"""
import os
import re
import sys

BELOW = {
    'base': [],
    'text': ['base'],
    'reference': ['base'],
    'model': ['base', 'text', 'reference'],
    'intake': ['base', 'text', 'reference', 'model'],
    'library': ['base', 'text', 'reference', 'model'],
    'review': ['base', 'text', 'reference', 'model'],
    'formats': ['base', 'text', 'reference', 'model'],
    'share': ['base', 'text', 'reference', 'model', 'intake', 'library', 'review', 'formats'],
    'reader': ['base', 'text', 'reference', 'model', 'intake'],
    'cli': ['base', 'text', 'reference', 'model', 'intake', 'library', 'review', 'formats', 'share'],
    'app': ['base', 'text', 'reference', 'model', 'intake', 'library', 'review', 'formats', 'share'],
}
LIBRARIES = {
    r'unicode/': ['text'],
    r'libsoup/': ['intake'],
    r'libxml/': ['intake'],
    r'sqlite3\.h': ['library'],
    r'cmark\.h': ['formats'],
    r'(gtk/|adwaita\.h|gdk/)': ['app'],
    r'git2': ['share'],
}


def main(root):
    wrong = []
    for folder, _, names in os.walk(os.path.join(root, 'src')):
        room = os.path.relpath(folder, os.path.join(root, 'src')).split(os.sep)[0]
        if room == '.':
            continue
        if room not in BELOW:
            wrong.append(f'src/{room}: a room that no layer is set for (BELOW in check-layers.py)')
            continue
        for name in names:
            if not name.endswith(('.c', '.h')):
                continue
            path = os.path.join(folder, name)
            with open(path, encoding='utf-8') as f:
                for number, line in enumerate(f, 1):
                    where = f'{os.path.relpath(path, root)}:{number}'
                    if own := re.match(r'#include "([^"]+)"', line):
                        target = own.group(1).split('/')[0]
                        if '/' not in own.group(1):
                            if own.group(1) not in ('dp-config.h', 'dp-resources.h', 'disproof-resources.h'):
                                wrong.append(f'{where}: "{own.group(1)}" does not name its room')
                        elif target != room and target not in BELOW[room]:
                            wrong.append(f'{where}: {room} may not include {target}')
                    elif foreign := re.match(r'#include <([^>]+)>', line):
                        for pattern, rooms in LIBRARIES.items():
                            if re.match(pattern, foreign.group(1)) and room not in rooms:
                                wrong.append(f'{where}: <{foreign.group(1)}> belongs to {", ".join(rooms)}')
    print('\n'.join(wrong))
    return 1 if wrong else 0


sys.exit(main(sys.argv[1]))
