"""Events of others' calendars become files: of a source that somebody names, or of feeds that organisations declare."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from http import HTTPStatus
from itertools import groupby
from pathlib import Path

from affiche.build import Prepared, prepare_site, problems_in
from affiche.desk.importing.completed import Origin
from affiche.desk.importing.outcome import Outcome, outcome_of
from affiche.desk.importing.report import render_request, request_title
from affiche.desk.importing.updated import Update
from affiche.desk.known import Known
from affiche.desk.report import render_report
from affiche.importers.fetch import Fetcher, Unfetched
from affiche.importers.imported import Ground, Importer, NotRead, Reading
from affiche.importers.registry import IMPORTERS
from affiche.model.organisation import Organisation
from affiche.plan import Plan
from affiche.processes import Bounds, can_fork, try_out
from affiche.sources.given_file import load_given
from affiche.sources.new_file import write_new
from affiche.sources.paths import content_path
from affiche.sources.rewriting import edited, put_back, rewrite

#: What reading a source may take.
TOO_MUCH = "it takes too long to read, or too much memory"
READING = Bounds(seconds=20, memory=500_000_000)
#: Formats by name.
FORMATS = {importer.name: importer for importer in IMPORTERS}


class NotImported(Exception):
    """Why nothing is imported: `key` is a word of `REFUSALS`, `values` are what its sentence names."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self.key, self.values = key, values


@dataclass(frozen=True, slots=True)
class Source:
    """Events to import: their format, the address or file they are at, whose they are, what is said of all of them."""

    importer: Importer
    address: str
    organisation: str
    text_language: str = ""
    event_type: str = ""

    @property
    def is_online(self) -> bool:
        """Whether it is an address, and no file."""
        return self.address.startswith(("http://", "https://"))


@dataclass(frozen=True, slots=True)
class Request:
    """What an import asks an organisation to agree with: the title and text of a pull request, its files by path."""

    organisation: str
    title: str
    text: str
    files: Mapping[str, str]


def declared_sources(prepared: Prepared) -> Iterator[Source]:
    """The feeds with `auto_import` of active organisations; those without dates (`rss`) are passed over."""
    for organisation in prepared.site.calendar.all(Organisation):
        for feed in organisation.feeds if organisation.status == "active" else ():
            if feed.auto_import and feed.type in FORMATS:
                yield Source(FORMATS[feed.type], feed.url, organisation.id)


def plan_import(prepared: Prepared, source: Source, fetcher: Fetcher, *, past: bool = False) -> Outcome:
    """What a source does to the files of its organisation, of which none is touched. Raises `NotImported`."""
    calendar, content = prepared.site.calendar, prepared.content
    organisation = calendar.find(Organisation, source.organisation)
    known = Known(content.records, content.stems)
    if organisation is None:
        near = ", ".join(known.near("organisations", source.organisation)) or "-"
        raise NotImported("organisation", value=source.organisation, near=near)
    data = _load(source, fetcher)
    today = calendar.today.date()
    reading = _read(source.importer, data, Ground(calendar.settings.time_zone, today))
    if isinstance(reading, str):
        raise NotImported("format", source=source.address, format=source.importer.name, reason=reading)
    address = source.address if source.is_online else organisation.url
    origin = Origin(organisation, known, calendar.settings.languages, address, source.text_language, source.event_type)
    return outcome_of(reading, source.importer.name, origin, today, past=past)


def _read(importer: Importer, data: bytes, ground: Ground) -> Reading | str:
    """The events of some bytes, or why there are none; a source that takes too much is stopped in its own process."""

    def parse(data: bytes) -> Reading | str:
        try:
            return importer.parse(data, ground)
        except NotRead as error:
            return error.reason
        except (MemoryError, RecursionError):
            return TOO_MUCH

    if not can_fork():
        return parse(data)
    (found,) = try_out([data], parse, READING)
    return found or TOO_MUCH


def _load(source: Source, fetcher: Fetcher) -> bytes:
    """The bytes of an address or of a file."""
    if not source.is_online:
        try:
            return load_given(Path(source.address))
        except OSError:
            raise NotImported("file", source=source.address) from None
    try:
        answer = fetcher.fetch(source.address)
    except Unfetched as error:
        raise NotImported("fetch", source=source.address, reason=error.reason) from None
    if answer.status != HTTPStatus.OK:
        raise NotImported("status", source=source.address, status=str(answer.status))
    return answer.body


def write_import(content: Path, outcome: Outcome) -> Sequence[Path]:
    """Writes the files that an import makes and those that it changes; where they are on the disk.

    Raises `NotWritten`, and `OSError` for what the disk refuses.
    """
    written = [write_new(content, draft.path, draft.text) for draft in outcome.drafts]
    for update in outcome.changed:
        rewrite(_disk(content, update), partial(edited, edits=update.edits))
    return [*written, *(_disk(content, update) for update in outcome.changed)]


def _disk(content: Path, update: Update) -> Path:
    """Where a file that changes lies."""
    return content.joinpath(*update.event.origin.path.split("/")[1:])


def propose_imports(plan: Plan, fetcher: Fetcher, most: int) -> Iterator[Request | NotImported]:
    """Writes what the declared feeds bring, one organisation after the other: a request for each that has any.

    What cannot be imported costs itself alone. Of an organisation with more than `most` new and changed files, the
    others come with the next import: a pull request may have no more.
    """
    prepared = prepare_site(plan)
    for organisation, sources in groupby(declared_sources(prepared), key=lambda source: source.organisation):
        before, outcomes, files = dict[Path, bytes](), list[Outcome](), list[Path]()
        for source in sources:
            try:
                outcome = first_files(plan_import(prepared, source, fetcher), most - len(files))
                changed = [_disk(plan.folders.content, update) for update in outcome.changed]
                before = {disk: load_given(disk) for disk in changed} | before
                files += write_import(plan.folders.content, outcome)
                outcomes.append(outcome)
            except NotImported as error:
                yield error
            except Exception as error:  # noqa: BLE001 - a fault of ours costs one source, and is told
                yield NotImported("write", source=source.address, reason=f"{type(error).__name__} {error}")
                prepared = prepare_site(plan)
            else:
                prepared = prepare_site(plan) if outcome.drafts or outcome.changed else prepared
        if files:
            yield _request(prepared, organisation, outcomes, list(dict.fromkeys(files)))
        for disk, data in before.items():
            put_back(disk, data)  # what one organisation is asked about is no fact for the next
        if before:
            prepared = prepare_site(plan)


def _request(prepared: Prepared, organisation: str, outcomes: Sequence[Outcome], files: Sequence[Path]) -> Request:
    calendar = prepared.site.calendar
    languages, house = calendar.settings.languages, calendar.find(Organisation, organisation)
    problems = render_report(
        problems_in(prepared, prepared.problems, files), format="markdown", languages=tuple(languages)
    )
    name = house.name.shown(languages[0], languages).text if house else organisation
    text = render_request(outcomes, problems, languages)
    by_path = {content_path(each, prepared.folders[0]): load_given(each).decode() for each in files}
    return Request(organisation, request_title(name, languages[0]), text, by_path)


def first_files(outcome: Outcome, most: int) -> Outcome:
    """An outcome with at most so many files, those that change first."""
    changed = {id(update) for update in outcome.changed[:most]}
    kept = tuple(update for update in outcome.updates if not update.edits or id(update) in changed)
    return replace(outcome, updates=kept, drafts=outcome.drafts[: most - len(changed)])
