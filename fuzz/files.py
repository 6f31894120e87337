"""A file of content, whatever its bytes: it gives a record or problems, and what is made of it can be read again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import islice
from pathlib import Path

from icalendar import Calendar as Vcalendar

from affiche.build import MOST_REPAIRS
from affiche.calendar import Calendar
from affiche.checks.registry import check
from affiche.checks.scope import Scope
from affiche.desk.report import FORMATS, render_report
from affiche.locales import load_words
from affiche.model.fingerprint import digest_bytes
from affiche.model.history import History
from affiche.model.record import Record
from affiche.model.settings import Settings
from affiche.outputs.artifact import Artifact
from affiche.outputs.markup import make_environment
from affiche.outputs.registry import OUTPUTS, subscriptions
from affiche.outputs.site import Site
from affiche.outputs.templates import Templates
from affiche.problems import Problem
from affiche.sources.assets import load_assets
from affiche.sources.files import ContentFile
from affiche.sources.loader import MODELS
from affiche.sources.paths import FILE_BYTES
from affiche.sources.pictures import Pictures
from affiche.sources.record_file import read_record
from affiche.sources.repair import is_safe, repaired
from affiche.sources.stored import NotStorable, restore_record, store_record
from affiche.sources.text import decode
from affiche.writer.check import check_bytes
from tests.pages import parse_page
from tests.projects import CONTENT, ROOT
from tests.test_cases import GIVEN, NOW, REGION, bytes_of

#: What a file is called that is tried.
STEM = "fuzzed"
#: Of the small site, what others name: a house, a place, a festival.
NAMED = ("organisations/*.md", "venues/*.md", "events/*/festival.md", "events/*/nuit-ouverte.md")
#: What is made of a file that is tried: its own, and the lists of all; so many at most, as each date has calendars.
OWN, MOST_TRIED = (f"/{STEM}/", f"/{STEM}.", "/fr/feed.xml", "/fr/calendar.ics", "/fr/upcoming.json"), 60
#: The most bytes of what is made that slow readers of others are given.
LONGEST_READ = 60_000
OVERRIDES = ROOT / "overrides"
#: What every problem is told in.
LANGUAGES = ("fr", "nl", "en")


def try_file(collection: str, data: bytes) -> None:
    """Reads a file, judges it beside others, tells what is wrong with it, makes what the site would have of it."""
    path, data = f"{collection}/{STEM}.md", data[:FILE_BYTES]
    record, problems = _read(path, data)
    _mend(path, data, problems)
    scope = _scope(record, collection, problems)
    problems = [*problems, *check(scope)]
    tell(problems)
    if record is None or any(problem.is_error for problem in problems):
        return
    _keep(record, data)
    for artifact in _made_of(scope.calendar):
        try_artifact(artifact.path, artifact.media_type, artifact.render())


def _read(path: str, data: bytes) -> tuple[Record | None, list[Problem]]:
    """The record of a file that lies in no folder, so that it has no image."""
    file = ContentFile("/nowhere", f"content/{path}")
    return read_record(MODELS[file.collection], file, data, Pictures(Path("/nowhere")))


@cache
def _others() -> Sequence[Record]:
    """What the file may name: what a case may, and what there is in the small site."""
    texts = {path: bytes_of(content) for path, content in GIVEN.items()}
    found = (path for pattern in NAMED for path in CONTENT.glob(pattern))
    texts |= {path.relative_to(CONTENT).as_posix(): path.read_bytes() for path in found}
    return [record for path, data in texts.items() if (record := _read(path, data)[0])]


def _scope(record: Record | None, collection: str, problems: Iterable[Problem]) -> Scope:
    records = sorted([*_others(), *([record] if record else [])], key=lambda each: each.origin.path)
    stems: dict[str, set[str]] = {name: {each.id for each in _others() if each.collection == name} for name in MODELS}
    stems[collection].add(STEM)
    calendar = Calendar.of(records, Settings(), NOW, region=REGION, history=History(), image_digests={})
    faulty = frozenset(problem.path for problem in problems if problem.is_error)
    return Scope(records, {name: frozenset(ids) for name, ids in stems.items()}, calendar, faulty)


def _mend(path: str, data: bytes, problems: Sequence[Problem]) -> None:
    """What has one safe answer is mended in the end, round by round, and a mended file can be read."""
    text, _ = decode(data)
    for _ in range(MOST_REPAIRS):
        safe = [problem for problem in problems if problem.hint and problem.last_line and is_safe(problem)]
        mended = repaired(text, safe)
        if mended == text:
            return
        text, _ = decode(mended.encode())
        _, problems = _read(path, text.encode())
    raise AssertionError("mending does not end")


def tell(problems: Sequence[Problem]) -> None:
    """Each problem has a place, and is told in each format."""
    assert all(problem.line >= 1 and problem.column >= 1 for problem in problems)
    for style in FORMATS:
        render_report(problems, format=style, languages=LANGUAGES, files=1).encode()


def _keep(record: Record, data: bytes) -> None:
    """What is kept of a record until the next build gives the same record again."""
    try:
        line = store_record(record)
    except NotStorable:
        return
    assert restore_record(line, record.origin.path, digest_bytes(data)) == record


class _Tried(Site):
    """A site whose templates are compiled once for all that are tried."""

    @property
    def templates_in(self) -> Mapping[str, Templates]:
        return _templates()


@cache
def _environment() -> Templates:
    return make_environment(OVERRIDES)


@cache
def _templates() -> Mapping[str, Templates]:
    return {language: _environment().in_language(load_words(language)) for language in Settings().languages}


@cache
def _assets() -> Mapping[str, tuple[bytes, str]]:
    return load_assets(OVERRIDES)


def _made_of(calendar: Calendar) -> Iterable[Artifact]:
    """The files of the site that are about the record alone, and the lists that hold it."""
    site = _Tried(calendar, templates=_environment(), assets=_assets(), subscriptions=subscriptions())
    made = (each for output in OUTPUTS for each in output.artifacts(site))
    return islice((each for each in made if any(part in f"/{each.path}" for part in OWN)), MOST_TRIED)


def try_artifact(path: str, media_type: str, data: bytes) -> None:
    """What is made is of its media type, and as others read it; those are slow, so they are given what is short."""
    assert list(check_bytes(media_type, data)) == []
    if len(data) > LONGEST_READ:
        return
    if path.endswith(".ics"):
        Vcalendar.from_ical(data.decode())
    if path.endswith("/index.html"):
        parse_page(path, data).data()
