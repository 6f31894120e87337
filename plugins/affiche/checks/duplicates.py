"""Two files of one thing: events, organisations and venues that are there already, whatever they are called."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from affiche.calendar import Calendar
from affiche.checks.keys import Key, shared_keys
from affiche.checks.same_event import are_in_series, are_related, days_with_house, event_keys
from affiche.checks.same_house import likeness_of, neighbourhoods, organisation_keys
from affiche.checks.scope import Scope, problem
from affiche.model.event import Event
from affiche.model.likeness import are_alike
from affiche.model.organisation import Organisation
from affiche.model.place import Venue
from affiche.model.record import Record
from affiche.model.written import written
from affiche.problems import Beside, Place, Problem, Severity, Value

R = TypeVar("R", bound=Record)

#: What two files may have in common, the surest sign first: only the first one is an error.
REASONS = ("external-id", "website", "page", "booking", "room", "title", "name", "street", "near")
#: The signs that are addresses of pages.
PAGES = ("page", "booking")
#: How many records of one day and house, or of one neighbourhood, each is compared with.
MOST_COMPARED = 40
#: An address that more events have is a ticket shop's, not that of one event.
MOST_SHARING = 2


class Duplicate(NamedTuple):
    """A record that is there already as `other`, the older one; `at` is where the sign of it stands."""

    record: Record
    other: Record
    reason: str
    at: Place


def check_duplicates(scope: Scope) -> Iterator[Problem]:
    """`duplicate`: an error for the same id in another system, else a warning; one a file, at its surest sign.

    A file that cannot be read is compared with none: what is left of it says too little.
    """
    surest: dict[str, Duplicate] = {}
    readable = [record for record in scope.records if record.origin.path not in scope.faulty]
    for duplicate in duplicates_among(readable, scope.calendar):
        surest.setdefault(duplicate.record.origin.path, duplicate)
    houses = scope.stems.get(Organisation.collection, frozenset())
    yield from (duplicate_problem(duplicate, houses) for duplicate in surest.values() if _has_house(duplicate, houses))


def duplicates_of(record: Record, records: Iterable[Record], calendar: Calendar) -> Sequence[Duplicate]:
    """The duplicates that a record makes with others, such as those of other proposals, the surest first."""
    found = duplicates_among([record, *(each for each in records if each is not record)], calendar)
    return [duplicate for duplicate in found if duplicate.record is record or duplicate.other is record]


def duplicates_among(records: Iterable[Record], calendar: Calendar) -> Sequence[Duplicate]:
    """Every two records that are one thing, each pair once, the surest first; renamed and withdrawn ones are none.

    Records meet by what they share, so that the time it takes grows as their number does.
    """
    known = [each for each in records if each.is_itself]
    ages = {id(each): (calendar.dates_of(each).published, each.origin.path) for each in known}
    known.sort(key=lambda each: ages[id(each)])
    found: dict[tuple[int, int], Duplicate] = {}
    for duplicate in sorted((*_same(known, calendar), *_alike(known, calendar)), key=_rank):
        found.setdefault((id(duplicate.record), id(duplicate.other)), duplicate)
    return sorted(found.values(), key=lambda each: (_rank(each), ages[id(each.record)], ages[id(each.other)]))


def duplicate_problem(duplicate: Duplicate, houses: frozenset[str]) -> Problem:
    """What is said of a duplicate: both files, and the line that leads from the younger one to the older.

    `houses` are the ids of organisations that have a file: no other is proposed.
    """
    record, other, reason, at = duplicate
    values = {"value": _called(record), "name": _called(other), "other": other.origin.path}
    if isinstance(record, Event) and isinstance(other, Event):
        reason, values = f"{reason}.event", values | {"organisers": written(_merged(record, other, houses))}
    severity = Severity.ERROR if duplicate.reason == REASONS[0] else Severity.WARNING
    hint = Beside({"replaced_by": other.id})
    return problem(record, at, "duplicate", severity=severity, hint=hint, reason=reason, **values)


def _has_house(duplicate: Duplicate, houses: frozenset[str]) -> bool:
    """Whether an organiser of two events is known: without any, neither of them stays."""
    events = [each for each in (duplicate.record, duplicate.other) if isinstance(each, Event)]
    return not events or not houses.isdisjoint(each.organisation for event in events for each in event.organisers)


def _called(record: Record) -> str:
    return next(iter(record.label.values()))


def _merged(record: Event, other: Event, houses: frozenset[str]) -> list[Value]:
    """The known organisers of two events as one file states them, those of the one that stays first."""
    roles = {each.organisation: each.role for each in (*record.organisers, *other.organisers)}
    merged = dict.fromkeys(each.organisation for each in (*other.organisers, *record.organisers))
    known = (each for each in merged if each in houses)
    return [each if roles[each] == "organiser" else {"organisation": each, "role": roles[each]} for each in known]


def _rank(duplicate: Duplicate) -> int:
    return REASONS.index(duplicate.reason)


def _same(records: Sequence[Record], calendar: Calendar) -> Iterator[Duplicate]:
    """Records with a sign that is one thing's alone: each with the oldest that has it."""
    shelves: dict[tuple[str, str, Hashable], list[tuple[Record, Place]]] = defaultdict(list)
    for record in records:
        signs = {(key.reason, key.value): key.at for key in reversed([*_keys(record, calendar)])}
        for (reason, value), at in signs.items():
            shelves[record.collection, reason, value].append((record, at))
    for (_, reason, _), ((first, _), *others) in shelves.items():
        if reason != "booking" or len(others) < MOST_SHARING:
            for record, at in others:
                if not _belong(record, first) and not (reason in PAGES and _may_share_pages(record, first)):
                    yield Duplicate(record, first, reason, at)


def _keys(record: Record, calendar: Calendar) -> Iterator[Key]:
    if isinstance(record, Event):
        return event_keys(record, calendar)
    return organisation_keys(record) if isinstance(record, Organisation) else shared_keys(record)


def _alike(records: Sequence[Record], calendar: Calendar) -> Iterator[Duplicate]:
    """Events of one day and house with like titles, venues of one neighbourhood with like names or streets."""
    days: dict[Hashable, list[Event]] = defaultdict(list)
    places: dict[Hashable, list[Venue]] = defaultdict(list)
    for record in records:
        if isinstance(record, Event):
            for day in dict.fromkeys(days_with_house(record, calendar)):
                days[day].append(record)
        elif isinstance(record, Venue):
            for place in neighbourhoods(record):
                places[place].append(record)
    for event, other in _pairs(days.values()):
        if are_alike(event.title.values(), other.title.values()) and not _belong(event, other):
            yield Duplicate(event, other, "title", ("title",))
    for venue, neighbour in _pairs(places.values()):
        if reason := likeness_of(venue, neighbour):
            yield Duplicate(venue, neighbour, reason, ("street",) if reason == "street" else ("name",))


def _pairs(shelves: Iterable[Sequence[R]]) -> Iterator[tuple[R, R]]:
    """Each record with the ones before it on its shelves, each pair once."""
    seen: set[tuple[int, int]] = set()
    for shelf in shelves:
        for index, record in enumerate(shelf):
            for other in shelf[max(0, index - MOST_COMPARED) : index]:
                if (pair := (id(record), id(other))) not in seen:
                    seen.add(pair)
                    yield record, other


def _belong(one: Record, other: Record) -> bool:
    """Whether one is the festival of the other, or an id leads from one to the other, which is told already."""
    is_part = isinstance(one, Event) and isinstance(other, Event) and are_related(one, other)
    return is_part or not {one.id, *one.redirect_from}.isdisjoint((other.id, *other.redirect_from))


def _may_share_pages(one: Record, other: Record) -> bool:
    return isinstance(one, Event) and isinstance(other, Event) and are_in_series(one, other)
