"""What maintainers are told at once, in one issue: a nightly job that failed, a published site that is old."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from affiche.desk.markdown import code
from affiche.desk.published import Published
from affiche.desk.standing_issue import StandingIssue, standing_issue
from affiche.desk.upkeep import reason_key
from affiche.locales import DESK, Words, load_words
from affiche.outputs.dates import Dates

#: What the marker begins with, and the whole of it.
SCOPE = "affiche:alarm:"
MARKER = f"{SCOPE}site"
#: After as many days a published site is old: one nightly build may fail.
OLD_AFTER = 2
#: The workflows that run by themselves, by the names in their files.
WATCHED = ("Publish", "Audit", "Upkeep", "Fuzz", "Announce", "Import")
#: How a run ends that says nothing: another one took its place.
UNDECIDED = frozenset({"", "cancelled", "skipped", "neutral"})


class Run(NamedTuple):
    """A run of a workflow, as `tools/runs.py` prints it; its conclusion is empty while it goes on."""

    workflow: str
    conclusion: str
    url: str


def parse_runs(text: str) -> list[Run]:
    """Runs from JSON, the newest first; raises ValueError for anything else."""
    try:
        return [Run(each["workflowName"], each["conclusion"] or "", each["url"]) for each in json.loads(text)]
    except (TypeError, KeyError) as error:
        raise ValueError(str(error)) from error


def alarm_issues(
    runs: Sequence[Run], published: Published, today: date, languages: Sequence[str]
) -> list[StandingIssue]:
    """The one issue that says what is wrong; none when all is well."""
    failed = [run for name in WATCHED if (run := _latest(runs, name)) and run.conclusion != "success"]
    every = [load_words(language, DESK) for language in languages]
    parts = [[*_told(failed, published, today, words)] for words in every]
    if not any(parts):
        return []
    body = "\n\n---\n\n".join(
        "\n\n".join([*part, words("alarm.done")]) for part, words in zip(parts, every, strict=True)
    )
    return [standing_issue(MARKER, " / ".join(words("alarm.title") for words in every), body)]


def _latest(runs: Sequence[Run], workflow: str) -> Run | None:
    """The newest run of a workflow that came to an end of its own."""
    return next((run for run in runs if run.workflow == workflow and run.conclusion not in UNDECIDED), None)


def _told(failed: Sequence[Run], published: Published, today: date, words: Words) -> Iterator[str]:
    for run in failed:
        yield words("alarm.failed", name=code(run.workflow), url=run.url)
    if published.built is None:
        yield words("alarm.unread", url=code(published.url), reason=words(reason_key(published.reason)))
    elif (today - published.built).days > OLD_AFTER:
        yield words("alarm.old", day=Dates(load_words(words.language)).day(published.built, weekday=False))
