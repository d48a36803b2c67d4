"""The main job in the real window: python3 main_job.py PROGRAM OUT_DIR (under tests/ui/uisession).

Leaves the library with the case and a picture of the window in OUT_DIR, and the path of the case's
folder, relative to the repository, in OUT_DIR/case-path."""
import os
import shutil
import sys

from workbench import ROOT, SAMPLE, Workbench
import job
from served import Served


def main():
    program, out = (os.path.abspath(path) for path in sys.argv[1:])
    library = os.path.join(out, 'library')
    shutil.rmtree(library, ignore_errors=True)
    os.makedirs(library)
    for name in os.listdir(SAMPLE):
        shutil.copytree(os.path.join(SAMPLE, name), os.path.join(library, name))

    with Served() as site, Workbench(library, program=program) as app:
        folder = job.make(app, site.link('kazakhstan.html'))
        app.page(2)
        app.click_words(job.CLAIM[:40])
        app.find('list', 'Evidence')
        app.screenshot(os.path.join(out, 'screenshot.png'))
        if app.complaints():
            sys.exit('\n'.join(app.complaints()))
    with open(os.path.join(out, 'case-path'), 'w') as f:
        print(os.path.relpath(os.path.join(library, folder), ROOT), file=f)


if __name__ == '__main__':
    if len(sys.argv) != 3:
        sys.exit('usage: main_job.py PROGRAM OUT_DIR')
    main()
