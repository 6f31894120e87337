"""What a file said in its earlier versions, as far as news are made of it: unreadable ones say nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from functools import cache
from itertools import zip_longest
from typing import NamedTuple
from zoneinfo import ZoneInfo

from affiche.model.occurrence import resolve
from affiche.model.record import Record, field_names
from affiche.problems import Fault, Severity
from affiche.sources.front_matter import parse_front_matter
from affiche.sources.record_file import cleaned_values, language_of
from affiche.sources.records import parse_record
from affiche.sources.text import decode

#: The fields that are read: faults of others leave a version as it is, so that stricter rules do not rewrite the past.
NEWSWORTHY = frozenset(
    {"language", "draft", "publish_from", "withdrawn", "replaced_by", "start", "end", "dates", "period", "recurrence"}
    | {"date_precision", "status", "availability", "venue", "online_url", "previous_start"}
)

#: The bytes of a file from a moment on (aware, UTC).
PastFile = tuple[datetime, bytes]

_BOUNDARY = re.compile(r"^-{3,}\s*$", re.MULTILINE)


class PastVersion(NamedTuple):
    """A version of a file from a moment on (aware, UTC); `record` has its newsworthy fields alone."""

    moment: datetime
    record: Record


def read_versions(today: Record, files: Iterable[PastFile]) -> Iterator[PastVersion]:
    """The readable versions of a record's file, given with their moments, but those that say the same as the last.

    None where all say the same. `today` is the record as it is now, without errors: a version with its front matter is
    not read again.
    """
    model, now, before = type(today), today.origin.head, None
    texts = [(moment, past_text(data)) for moment, data in files]
    told = [_told(model, text) for _, text in texts]
    for (moment, text), heard in zip(texts, told if len({*told}) > 1 else (), strict=False):
        if not text or heard == before:
            continue
        record = today if now and text.startswith(now) else past_record(model, text)
        if record is not None:
            before = heard
            yield PastVersion(moment, record)


def past_text(data: bytes) -> str:
    """The text of a file's bytes; empty for what is none, or has a character that is refused."""
    text, faults = decode(data)
    return "" if _refuses(faults) else text


def past_record(model: type[Record], text: str) -> Record | None:
    """The newsworthy fields of a file's text; None when they, or the file, cannot be read."""
    matter = parse_front_matter(text)
    values, unclean = cleaned_values({name: matter.values[name] for name in _newsworthy(model) & matter.values.keys()})
    parsed = parse_record(model, values, language_of(values))
    own = [fault for fault in parsed.faults if fault.code != "field-missing" or fault.at]
    return None if _refuses([*matter.faults, *unclean, *own]) else parsed.record


def draft_ended(versions: Sequence[PastVersion]) -> datetime | None:
    """The moment at which a record that began as a draft was one no longer; None for any other."""
    if not versions or not versions[0].record.draft:
        return None
    return next((version.moment for version in versions if not version.record.draft), None)


def public_versions(versions: Sequence[PastVersion], zone: ZoneInfo) -> Iterator[PastVersion]:
    """The versions that anyone could see before the next one came: no draft, and not kept off the site so long."""
    ends = [version.moment for version in versions[1:]]
    for version, end in zip_longest(versions, ends):
        record = version.record
        is_in_time = record.publish_from is None or end is None or resolve(record.publish_from, zone) < end
        if is_in_time and not record.draft and record.replaced_by is None:
            yield version


def _told(model: type[Record], text: str) -> str:
    """The front matter but for entries that surely are of no interest: a cheap way to see that nothing changed."""
    head = _BOUNDARY.split(text, maxsplit=2)
    return _others(model).sub("", head[1]) if len(head) == 3 else text


@cache
def _others(model: type[Record]) -> re.Pattern[str]:
    """An entry of any other field: its line, and those below it that are indented, empty, items or comments."""
    names = "|".join(name for name in field_names(model) if name not in NEWSWORTHY)
    return re.compile(rf"^(?:{names}):.*\n(?:(?:[ \t#-].*)?\n)*", re.MULTILINE)


@cache
def _newsworthy(model: type[Record]) -> frozenset[str]:
    return NEWSWORTHY.intersection(field_names(model))


def _refuses(faults: Iterable[Fault]) -> bool:
    return any(fault.severity is Severity.ERROR for fault in faults)
