"""When each record came and last changed, and what was announced of it: what the repository's history makes of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from affiche.model.change import Change, find_changes, in_order
from affiche.model.event import Event
from affiche.model.history import Dates, History, RecordKey
from affiche.model.place import Venue
from affiche.model.record import Record
from affiche.model.same_place import KnownVenues
from affiche.sources.history import Commit, load_blobs, load_state, parse_log
from affiche.sources.kept_log import load_kept_log
from affiche.sources.past import PastFile, draft_ended, public_versions, read_versions
from affiche.sources.past_texts import PastTexts, read_texts
from affiche.sources.paths import FILE_BYTES

UNIVERSAL = ZoneInfo("UTC")


def load_history(
    content: Path, records: Sequence[Record] = (), zone: ZoneInfo = UNIVERSAL, kept_in: Path | None = None
) -> History:
    """The first and newest first-parent commit of each record below `content`, and what has changed of `records`.

    By committer date. Empty, and without a word, where there is no git or no repository. Moving a file between folders
    is no change; `redirect_from` leads to earlier ids. Times without an offset are in `zone`. `records` have no error.
    `kept_in` is a file that keeps the log that was read.
    """
    state = load_state(content)
    commits = list(parse_log(load_kept_log(content, state, kept_in)))
    opened: dict[RecordKey, datetime] = {}
    changes: list[Change] = []
    venues = KnownVenues.of(record for record in records if isinstance(record, Venue))
    for record, files in _load_lives(content, records, commits):
        versions = list(read_versions(record, files))
        if ended := draft_ended(versions):
            opened[_key(record)] = ended
        if isinstance(record, Event):
            public = ((moment, seen) for moment, seen in public_versions(versions, zone) if isinstance(seen, Event))
            changes += find_changes(record, public, venues.is_same, zone)
    return History(_dates(commits), state.is_shallow, opened, in_order(changes))


def load_past_texts(content: Path, records: Sequence[Record]) -> dict[RecordKey, list[PastTexts]]:
    """What the texts of each record that was changed said in each version of its file, the oldest first."""
    commits = list(parse_log(load_kept_log(content, load_state(content))))
    lives = _load_lives(content, records, commits)
    return {_key(record): list(read_texts(record, files)) for record, files in lives}


def _dates(commits: Iterable[Commit]) -> dict[RecordKey, Dates]:
    found: dict[RecordKey, Dates] = {}
    blobs: dict[RecordKey, str] = {}
    for commit in commits:
        if blobs.get(commit.key) == commit.blob:
            continue
        blobs[commit.key] = commit.blob
        known = found.get(commit.key, Dates(commit.moment, commit.moment))
        found[commit.key] = Dates(known.published, max(known.updated, commit.moment))
    return found


def _load_lives(
    content: Path, records: Sequence[Record], commits: Iterable[Commit]
) -> Iterator[tuple[Record, list[PastFile]]]:
    """Each record that was changed, with all versions of its file, those under its earlier ids included."""
    lives = _lives(records, commits)
    files = load_blobs(content, (commit.blob for _, life in lives for commit in life), FILE_BYTES)
    for record, life in lives:
        yield record, [(commit.moment, next(files, b"")) for commit in life]


def _lives(records: Sequence[Record], commits: Iterable[Commit]) -> list[tuple[Record, list[Commit]]]:
    """Each record with its versions, where there are several; an id that a record has is no other's earlier one.

    Of those that came in one second, as rebased commits do, nobody saw but the last.
    """
    owners = {_key(record): record for record in records}
    for record in records:
        for earlier in record.redirect_from:
            owners.setdefault((record.collection, earlier), record)
    lives: Mapping[RecordKey, list[Commit]] = defaultdict(list)
    for commit in commits:
        if commit.is_file and commit.key in owners:
            life = lives[_key(owners[commit.key])]
            if life and life[-1].moment == commit.moment:
                life.pop()
            if not life or life[-1].blob != commit.blob:
                life.append(commit)
    return [(owners[key], life) for key, life in lives.items() if len(life) > 1]


def _key(record: Record) -> RecordKey:
    return record.collection, record.id
