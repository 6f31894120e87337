"""What an import does to the files of an organisation: which are new, which change, what it passes over and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from affiche.desk.answers import Entry
from affiche.desk.importing.completed import Completed, Origin, complete
from affiche.desk.importing.matched import Filed
from affiche.desk.importing.updated import Update, update_of
from affiche.desk.new import Draft, draft_named
from affiche.desk.new_id import free_id, proposed_id
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


@dataclass(slots=True)
class _Found:
    """An outcome that is being made."""

    drafts: list[Draft] = field(default_factory=list)
    updates: list[Update] = field(default_factory=list)
    elsewhere: list[Event] = field(default_factory=list)
    past: list[Skipped] = field(default_factory=list)
    left_out: dict[str, tuple[str, ...]] = field(default_factory=dict)


def outcome_of(reading: Reading, format_name: str, origin: Origin, today: date, *, past: bool = False) -> Outcome:
    """What the events of a source do to the files; those that are over make none, unless `past` asks for them."""
    events = [each for each in origin.known.records.values() if isinstance(each, Event)]
    filed, taken = Filed(events), {*origin.known.stems.get("events", ()), *origin.known.stems.get("calls", ())}
    found, met = _Found(), set[str]()
    for imported in without_copies(reading.events):
        new = complete(imported, origin)
        event = filed.find(new.external_id, origin.organisation.id, new.entry)
        if event is None:
            if past or _is_ahead(new.entry, today):
                _take_new(found, new, origin, taken, today)
            else:
                found.past.append(Skipped("past", _title(new.entry)))
        elif origin.organisation.id not in {each.organisation for each in event.organisers}:
            found.elsewhere.append(event)
        elif event.id not in met:
            met.add(event.id)
            found.updates.append(update_of(event, new, today))
    own = (each for each in events if _is_of(each, format_name, origin) and each.id not in met)
    return Outcome(
        drafts=tuple(found.drafts),
        updates=tuple(found.updates),
        same=sum(not update.edits for update in found.updates),
        skipped=(*reading.skipped, *found.past),
        left_out=found.left_out,
        unread=Counter(name for each in reading.events for name in each.unread),
        elsewhere=tuple(found.elsewhere),
        absent=tuple(each for each in own if _is_to_come(each, today)) if reading.events else (),
        given=len(reading.events),
        total=reading.total,
    )


def _take_new(found: _Found, new: Completed, origin: Origin, taken: set[str], today: date) -> None:
    """The file of an event that has none: its id is ours, made of its title, else of its organisation and its day."""
    form = Form(Event, origin.known, "", origin.languages, entry=new.entry)
    year = min(_days(new.entry), default=today).year
    wordings = (proposed_id(title) for title in _titles(new.entry))
    proposed = next(filter(None, wordings), f"{origin.organisation.id}-{min(_days(new.entry), default=today)}")
    record_id = free_id(proposed, str(year), taken)
    taken.add(record_id)
    draft = draft_named(form, new.bodies, record_id, year)
    found.drafts.append(draft)
    if new.left_out:
        found.left_out[draft.path] = new.left_out


def _titles(entry: Entry) -> Iterable[str]:
    title = entry.get("title", "")
    return [title] if isinstance(title, str) else title.values()


def _title(entry: Entry) -> str:
    return next(iter(_titles(entry)), "")


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


def _is_of(event: Event, format_name: str, origin: Origin) -> bool:
    """Whether an event came from such a source of the organisation."""
    is_own = origin.organisation.id in {each.organisation for each in event.organisers}
    return is_own and any(each.startswith(f"{format_name}:") for each in event.external_ids)


def _is_to_come(event: Event, today: date) -> bool:
    ends = [performance.start.last_day for performance in event.performances]
    run = event.period
    return (run is not None and (run.end is None or run.end >= today)) or any(day >= today for day in ends)
