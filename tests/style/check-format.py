"""clang-format leaves every source file as it is.

usage: check-format.py SOURCE_ROOT CLANG_FORMAT
"""
import os
import subprocess
import sys


def main(root, clang_format):
    paths = []
    for top in ('src', 'tests'):
        for folder, _, names in os.walk(os.path.join(root, top)):
            paths += [os.path.join(folder, n) for n in names if n.endswith(('.c', '.h'))]
    done = subprocess.run([clang_format, '--dry-run', '-Werror', *sorted(paths)],
                          stderr=subprocess.PIPE, text=True, check=False)
    places = [line for line in done.stderr.splitlines() if 'error:' in line]
    print('\n'.join(places[:40]))
    return 1 if done.returncode else 0


sys.exit(main(*sys.argv[1:]))
