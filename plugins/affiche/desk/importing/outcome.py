"""What an import does to the files of an organisation: which are new, which change, what it passes over and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from affiche.desk.answers import Entry
from affiche.desk.importing.completed import Completed, Origin, complete, titles_of, together
from affiche.desk.importing.matched import Filed
from affiche.desk.importing.updated import Update, update_of
from affiche.desk.new import Draft, draft_named
from affiche.desk.new_id import free_id, is_good_id, proposed_id
from affiche.desk.questions import Form
from affiche.importers.copies import without_copies
from affiche.importers.imported import Reading, Skipped
from affiche.model.event import Event
from affiche.model.moment import parse_moment


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an import does: files that are new, what changes in those that are there, and how many stay the same.

    `left_out` has, by the path of a new file, the fields whose values could not be kept; `unread` what the source says
    and no field holds, with how often. `elsewhere` are files of others that have an event already, `absent` events to
    come of this source that it has no more: neither deleted nor cancelled. Of `total` events a source gave `given`; 0
    where it says no total.
    """

    drafts: tuple[Draft, ...] = ()
    updates: tuple[Update, ...] = ()
    same: int = 0
    skipped: tuple[Skipped, ...] = ()
    left_out: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unread: Mapping[str, int] = field(default_factory=dict)
    elsewhere: tuple[Event, ...] = ()
    absent: tuple[Event, ...] = ()
    given: int = 0
    total: int = 0

    @property
    def changed(self) -> tuple[Update, ...]:
        """The files that change."""
        return tuple(update for update in self.updates if update.edits)


def outcome_of(reading: Reading, format_name: str, origin: Origin, today: date, *, past: bool = False) -> Outcome:
    """What the events of a source do to the files; those that are over make none, unless `past` asks for them."""
    taking = _Import(origin, today, takes_past=past)
    taking.take([complete(imported, origin) for imported in without_copies(reading.events)])
    return Outcome(
        drafts=tuple(taking.drafts),
        updates=tuple(taking.updates.values()),
        same=sum(not update.edits for update in taking.updates.values()),
        skipped=(*reading.skipped, *taking.past),
        left_out=taking.left_out,
        unread=Counter(name for each in reading.events for name in each.unread),
        elsewhere=tuple(taking.elsewhere),
        absent=tuple(taking.missing(format_name)) if _is_whole(reading, format_name, origin) else (),
        given=len(reading.events),
        total=reading.total,
    )


def _is_whole(reading: Reading, format_name: str, origin: Origin) -> bool:
    """Whether what a source has not is nowhere: it is the only one of its format that its organisation lists."""
    declared = [feed.url for feed in origin.organisation.feeds if feed.type == format_name]
    return declared == [origin.address] and 0 < len(reading.events) >= reading.total


class _Import:
    """An import that is made: `taken` are the ids that no new file may have."""

    def __init__(self, origin: Origin, today: date, *, takes_past: bool) -> None:
        self.origin, self.today, self._takes_past = origin, today, takes_past
        self._events = [each for each in origin.known.records.values() if isinstance(each, Event)]
        self._taken = {*origin.known.stems.get("events", ()), *origin.known.stems.get("calls", ())}
        self.drafts: list[Draft] = []
        self.updates: dict[str, Update] = {}
        self.elsewhere: list[Event] = []
        self.past: list[Skipped] = []
        self.left_out: dict[str, tuple[str, ...]] = {}

    def take(self, news: Sequence[Completed]) -> None:
        """Finds the file of each event, or makes one; several that have one file speak for it together."""
        of_file: dict[str, tuple[Event, list[Completed]]] = {}
        for new, event in Filed(self._events, self.origin.organisation.id).pair(news):
            if event:
                of_file.setdefault(event.id, (event, []))[1].append(new)
            elif self._takes_past or _is_ahead(new.entry, self.today):
                self._take_new(new)
            else:
                self.past.append(Skipped("past", next(iter(titles_of(new.entry)), "")))
        for event, found in of_file.values():
            if event.organisers and event.organisers[0].organisation == self.origin.organisation.id:
                self.updates[event.id] = update_of(event, together(found), self.today)
            else:
                self.elsewhere.append(event)

    def _take_new(self, new: Completed) -> None:
        """The file of an event that has none: its id is made of its title, else of its organisation and its day."""
        first = min(_days(new.entry), default=self.today)
        wordings = (proposed_id(title) for title in titles_of(new.entry))
        by_day = f"{self.origin.organisation.id}-{first}"
        proposed = next((each for each in wordings if each and is_good_id(each)), by_day)
        record_id = free_id(proposed, str(first.year), self._taken)
        self._taken.add(record_id)
        form = Form(Event, self.origin.known, "", self.origin.languages, entry=new.entry)
        draft = draft_named(form, new.bodies, record_id, first.year)
        self.drafts.append(draft)
        if new.left_out:
            self.left_out[draft.path] = new.left_out

    def missing(self, format_name: str) -> Iterator[Event]:
        """The events to come that came from such a source, and did not now."""
        for event in self._events:
            is_of = any(each.startswith(f"{format_name}:") for each in event.external_ids)
            is_own = is_of and _is_by(event, self.origin) and not event.replaced_by
            if is_own and event.id not in self.updates and _is_to_come(event, self.today):
                yield event


def _is_by(event: Event, origin: Origin) -> bool:
    return origin.organisation.id in {each.organisation for each in event.organisers}


def _days(entry: Entry) -> Iterator[date]:
    """The days that an entry names: first and last ones of its dates and its period."""
    period = entry.get("period", {})
    stretches = [entry, period, *entry.get("dates", ())]
    typed = (each[name] for each in stretches for name in ("start", "end") if name in each)
    yield from (moment.last_day for each in typed if (moment := parse_moment(str(each))))


def _is_ahead(entry: Entry, today: date) -> bool:
    """Whether an entry has a day to come; a run without an end goes on."""
    is_open = "period" in entry and "end" not in entry["period"]
    return is_open or max(_days(entry), default=today) >= today


def _is_to_come(event: Event, today: date) -> bool:
    ends = [performance.start.last_day for performance in event.performances]
    run = event.period
    return (run is not None and (run.end is None or run.end >= today)) or any(day >= today for day in ends)
