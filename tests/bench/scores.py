#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Print how well sentences, anchors and articles come out on the development sets, by the scorers beside those.

  scores.py DISPROOF-CLI FOLDER

The sets hold texts of others, so they are not in the repository: FOLDER is where they are, if they are."""
import pathlib
import shlex
import subprocess
import sys

def list_sets(cli):
    """What is run in the folder of each set."""
    return {
        "sentences": ["score.py", "--", cli, "sentences"],
        "anchoring": ["score.py", "edits.jsonl", "--", cli, "anchor"],
        # F1 of the text, fields right, and milliseconds a page.
        "extraction": ["score.py", "--corpora", ".", "--bootstrap", "0", "run", "-b", f"disproof={shlex.quote(cli)} extract"],
    }


def main():
    cli, folder = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve()
    failed = False
    for name, command in list_sets(cli).items():
        place = folder / name
        if not (place / command[0]).is_file():
            print(f"{name}: there is no development set in {place}, so there are no scores", flush=True)
            continue
        print(f"{name}:", flush=True)
        failed |= subprocess.run([sys.executable, *command], cwd=place).returncode != 0
    sys.exit(failed)


if __name__ == "__main__":
    main()
