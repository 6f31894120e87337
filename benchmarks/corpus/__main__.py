"""`python -m benchmarks.corpus --events 1000 --past 250 --to DIR`: a corpus as content files of Affiche."""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.corpus.content import write_content
from benchmarks.corpus.history import commit_history
from benchmarks.corpus.project import copy_project
from benchmarks.corpus.season import Season


def main() -> None:
    """Writes a project of Affiche."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.corpus", description=__doc__)
    parser.add_argument("--events", type=int, required=True, help="how many, past ones included")
    parser.add_argument("--past", type=int, default=0, help="how many of them are over")
    parser.add_argument("--to", type=Path, required=True, metavar="DIR", help="a folder, new or empty")
    parser.add_argument("--no-images", action="store_true")
    parser.add_argument("--history", action="store_true", help="a git history, in which each event came in its turn")
    options = parser.parse_args()
    season = Season(options.events, options.past, has_images=not options.no_images)
    copy_project(options.to, has_images=season.has_images)
    write_content(season, options.to)
    if options.history:
        commit_history(options.to)


if __name__ == "__main__":
    main()
