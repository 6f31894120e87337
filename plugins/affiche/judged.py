"""The content read and judged: what of it is in the site, what is wrong with it, and what answers for the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import takewhile
from pathlib import Path, PurePosixPath

from affiche.calendar import Calendar
from affiche.checks.registry import check
from affiche.checks.scope import Scope
from affiche.model.fields import ID_PATTERN
from affiche.model.history import History, RecordKey
from affiche.model.indicators import Snapshot
from affiche.model.occurrence import resolve
from affiche.model.record import Record
from affiche.model.region import Region
from affiche.plan import Plan
from affiche.problems import Problem
from affiche.sources.decoded import DecodedImages
from affiche.sources.former import Former, load_former, load_last
from affiche.sources.kept_folder import OURS
from affiche.sources.lives import load_history
from affiche.sources.loader import MODELS, Content, load_content
from affiche.sources.pictures import Pictures
from affiche.sources.region import load_region
from affiche.sources.snapshots import load_snapshots

_ID = re.compile(ID_PATTERN)


@dataclass(frozen=True, slots=True)
class Judged:
    """The content, the calendar of what is in the site, and every problem.

    `former` has the files with errors in whose place an earlier version is shown, and since when it said so; `gone` are
    the records that once had a page and have none today. `snapshots` are the figures that were frozen, by year.
    """

    content: Content
    calendar: Calendar
    problems: Sequence[Problem]
    former: Mapping[str, datetime] = field(default_factory=dict)
    gone: Sequence[RecordKey] = ()
    snapshots: Mapping[int, Snapshot] = field(default_factory=dict)

    @property
    def left_out(self) -> frozenset[str]:
        """The files with an error."""
        return left_out(self.problems)


def judge_content(plan: Plan) -> Judged:
    """Reads and checks all content; an address once published goes on answering, whatever became of its file."""
    folder = plan.folders.content
    content = load_content(folder, _beside(plan) / "records.jsonl")
    history = _history(plan, content.without(content.left_out))
    region = load_region(plan.folders.data / "municipalities.yaml")
    calendar = _calendar(plan, content, content.records, history, region)
    scope = Scope(content.records, content.stems, calendar, content.left_out)
    snapshots = load_snapshots(folder)
    problems = sorted((*content.problems, *snapshots.problems, *check(scope)))
    if wrong := left_out(problems):
        calendar = _calendar(plan, content, content.without(wrong), history, region)
    judged = Judged(content, calendar, problems, snapshots=snapshots.by_year)
    absent = _absent(judged)
    return _answered(plan, judged, absent) if absent else judged


def left_out(problems: Iterable[Problem]) -> frozenset[str]:
    """The paths of files with an error."""
    return frozenset(problem.path for problem in problems if problem.is_error)


def _beside(plan: Plan) -> Path:
    """The folder of what is kept between builds, beside the content."""
    return plan.folders.content.parent / OURS


def _log(plan: Plan) -> Path:
    return _beside(plan) / "history.log"


def _history(plan: Plan, records: Sequence[Record]) -> History:
    return load_history(plan.folders.content, records, plan.settings.time_zone, _log(plan))


def _calendar(plan: Plan, content: Content, records: Iterable[Record], history: History, region: Region) -> Calendar:
    return Calendar.of(
        records,
        plan.settings,
        plan.now,
        region=region,
        history=history,
        image_digests={path: facts.digest for path, facts in content.images.items()},
    )


def _absent(judged: Judged) -> frozenset[RecordKey]:
    """The records that the main branch has had and the site has not, under no other id either."""
    sound = judged.content.without(judged.left_out)
    there = {(record.collection, each) for record in sound for each in (record.id, *record.redirect_from)}
    known = judged.calendar.history.dates.keys() - there
    return frozenset(key for key in known if key[0] in MODELS and _ID.fullmatch(key[1]))


def _answered(plan: Plan, judged: Judged, absent: frozenset[RecordKey]) -> Judged:
    """The same, with earlier versions in the place of broken files, and what else the site has to answer for."""
    folder, pictures = plan.folders.content, Pictures(plan.folders.content, DecodedImages())
    paths = {_key_of(path): path for path in judged.left_out if path.endswith(".md")}
    broken = {key: paths[key] for key in absent & paths.keys()}
    versions = load_former(folder, broken, pictures, _log(plan))
    shown = _fitting(plan, judged, versions)
    renamed = {(key[0], old) for key, former in shown.items() for old in former.record.redirect_from}
    last = load_last(folder, absent - broken.keys() - renamed, _log(plan))
    last |= {key: found[0].record if found else None for key, found in versions.items() if key not in shown}
    gone = [key for key, record in last.items() if _was_seen(plan, record)]
    if shown:
        content = replace(judged.content, images={**judged.content.images, **pictures.used})
        records = _with(judged, shown)
        calendar = _calendar(plan, content, records, _history(plan, records), judged.calendar.region)
        judged = replace(judged, content=content, calendar=calendar)
    return replace(judged, former={paths[key]: each.moment for key, each in shown.items()}, gone=sorted(gone))


def _key_of(path: str) -> RecordKey:
    parts = PurePosixPath(path)
    return parts.parts[1], parts.stem


def _fitting(plan: Plan, judged: Judged, versions: Mapping[RecordKey, list[Former]]) -> dict[RecordKey, Former]:
    """The newest version of each file that stands beside all that is in the site without an error."""
    left = {
        key: list(takewhile(lambda former: _was_seen(plan, former.record), found)) for key, found in versions.items()
    }
    while chosen := {key: found[0] for key, found in left.items() if found}:
        records = _with(judged, chosen)
        calendar = _calendar(plan, judged.content, records, judged.calendar.history, judged.calendar.region)
        wrong = left_out(check(Scope(records, judged.content.stems, calendar)))
        own = {key for key, former in chosen.items() if former.record.origin.path in wrong}
        if not wrong:
            return chosen
        if not own:
            # An earlier version never costs somebody else a page.
            return {}
        left = {key: found[1:] if key in own else found for key, found in left.items()}
    return {}


def _with(judged: Judged, shown: Mapping[RecordKey, Former]) -> list[Record]:
    """The records without an error and some earlier ones, in the order of their paths."""
    records = [*judged.content.without(judged.left_out), *(former.record for former in shown.values())]
    return sorted(records, key=lambda record: record.origin.path)


def _was_seen(plan: Plan, record: Record | None) -> bool:
    """Whether a record was no draft and its moment has come, as far as it can be read."""
    if record is None:
        return True
    opens = record.publish_from
    return not record.draft and (opens is None or resolve(opens, plan.settings.time_zone) <= plan.now)
