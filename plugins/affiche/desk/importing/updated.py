"""The facts of a file follow its source: when, status, availability, price, booking. Texts are its people's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from affiche.desk.entry_file import field_lines
from affiche.desk.importing.completed import Completed
from affiche.desk.importing.when import when_now
from affiche.model.event import Event
from affiche.model.language import fold_name
from affiche.model.price import Price
from affiche.problems import Place, Span
from affiche.sources.front_matter import UNREADABLE, parse_front_matter
from affiche.sources.record_file import cleaned_values, language_of
from affiche.sources.records import parse_record
from affiche.sources.rewriting import Edit

#: Parts of a booking that are facts; its label is a text.
BOOKED = ("requirement", "url", "email", "phone", "opens", "closes")


@dataclass(frozen=True, slots=True)
class Update:
    """What a source changes in a file: the edits of its lines, and the fields that they are in.

    `gone` are dates to come that the source has no more, `apart` those that the form of the file leaves no room for;
    `texts` are the fields of words that are others there: they are proposed, and stay.
    """

    event: Event
    edits: tuple[Edit, ...] = ()
    fields: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()


def update_of(event: Event, new: Completed, today: date) -> Update:
    """What an event of a source changes in the file that it has already; nothing in one that cannot be read."""
    matter = parse_front_matter(event.origin.head)
    typed, _ = cleaned_values({name: value for name, value in matter.values.items() if value is not UNREADABLE})
    parsed = parse_record(Event, new.entry, language_of(new.entry)).record
    if len(typed) < len(matter.values) or not isinstance(parsed, Event):
        return Update(event)
    try:
        when = when_now(event, typed, new.entry, today)
    except ValueError:
        return Update(event)
    fields = {**when.fields, **dict(_facts(event, parsed, typed, new.entry))}
    edits = tuple(_edits(fields, matter.places))
    return Update(event, edits, tuple(sorted(fields)), when.gone, when.apart, tuple(_texts(event, parsed, new)))


def _facts(event: Event, new: Event, typed: Mapping[str, Any], entry: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """The other facts that are not those of the file, as they are to be typed."""
    if "status" in entry and new.status != event.status:
        yield "status", entry["status"]
    if new.availability and new.availability != event.availability:
        yield "availability", entry["availability"]
    if new.price and not (event.price and _is_same_price(event.price, new.price)):
        yield "price", entry["price"]
    if new.booking:
        stated = {name: entry["booking"][name] for name in BOOKED if name in entry["booking"]}
        before = event.booking
        changed = {name: stated[name] for name in stated if getattr(before, name, None) != getattr(new.booking, name)}
        if changed:
            yield "booking", {**typed.get("booking", {}), **changed}


def _is_same_price(one: Price, other: Price) -> bool:
    """Whether two prices are the same amounts: what they are called may have been translated by hand."""
    names_aside = [(each.free, each.amount, each.lowest, each.amounts) for each in (one, other)]
    return names_aside[0] == names_aside[1] and one.pay_what_you_can == other.pay_what_you_can


def _texts(event: Event, new: Event, completed: Completed) -> Iterator[str]:
    """The fields of words in which a source says something else than the file."""
    if not {*map(fold_name, new.title.values())} <= {*map(fold_name, event.title.values())}:
        yield "title"
    known: Mapping[str, str] = event.body or {}
    if any(_folded(text) != _folded(known.get(code, "")) for code, text in completed.bodies.items()):
        yield "body"
    if new.venue and new.venue != event.venue and not event.dates:
        yield "venue"


def _folded(text: str) -> str:
    return " ".join(text.split())


def _edits(fields: Mapping[str, Any], places: Mapping[Place, Span]) -> Iterator[Edit]:
    """The lines of fields: in the place of theirs, gone, or new behind the field that comes before them."""
    new: dict[int, list[str]] = defaultdict(list)
    for name in filter(fields.__contains__, Event.model_fields):
        lines = field_lines(Event, name, fields[name]) if fields[name] is not None else []
        if span := places.get((name,)):
            yield Edit(span.name_line, span.last_line, tuple(lines))
        else:
            new[_last_line_before(name, places)] += lines
    yield from (Edit(line + 1, line, tuple(lines)) for line, lines in new.items() if lines)


def _last_line_before(name: str, places: Mapping[Place, Span]) -> int:
    """The last line of the field of a file that stands nearest before another one in the order of the contract."""
    order = [*Event.model_fields]
    before = [each for each in order[: order.index(name)] if (each,) in places]
    return places[(before[-1],)].last_line if before else 1
