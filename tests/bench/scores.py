#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Print how well sentences and anchors come out on the development sets, by the scorers beside those.

  scores.py DISPROOF-CLI FOLDER

The sets hold texts of others, so they are not in the repository: FOLDER is where they are, if they are."""
import pathlib
import subprocess
import sys

SETS = {
    "sentences": (["score.py"], ["sentences"]),
    "anchoring": (["score.py", "edits.jsonl"], ["anchor"]),
}


def main():
    cli, folder = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve()
    failed = False
    for name, (scorer, verb) in SETS.items():
        place = folder / name
        if not (place / scorer[0]).is_file():
            print(f"{name}: there is no development set in {place}, so there are no scores", flush=True)
            continue
        print(f"{name}:", flush=True)
        failed |= subprocess.run([sys.executable, *scorer, "--", cli, *verb], cwd=place).returncode != 0
    sys.exit(failed)


if __name__ == "__main__":
    main()
