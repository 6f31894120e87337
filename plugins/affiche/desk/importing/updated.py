"""The facts of a file follow its source: when, status, availability, price, booking. Texts are its people's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from affiche.desk.entry_file import field_lines, filled
from affiche.desk.importing.completed import Completed
from affiche.desk.importing.when import when_now
from affiche.importers.copies import MOST_IDS
from affiche.model.event import Event
from affiche.model.language import fold_name
from affiche.model.moment import parse_moment
from affiche.model.price import Price
from affiche.problems import Place, Span
from affiche.sources.front_matter import UNREADABLE, parse_front_matter
from affiche.sources.record_file import cleaned_values, language_of
from affiche.sources.records import parse_record
from affiche.sources.rewriting import Edit

#: Parts of a booking that are facts; its label is a text.
BOOKED = ("requirement", "url", "email", "phone", "opens", "closes")
#: The forms of fields that an import may change; of others any is put in their place.
FORMS = {"dates": list, "previous_start": list, "closed": list, "adjusted": list, "period": dict, "booking": dict}


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
    """What an event of a source changes in the file that it has already; nothing in one that is not plain to read."""
    matter = parse_front_matter(event.origin.head)
    readable = {name: value for name, value in matter.values.items() if value is not UNREADABLE}
    typed = filled(cleaned_values(readable)[0])
    parsed = parse_record(Event, new.entry, language_of(new.entry)).record
    is_plain = len(readable) == len(matter.values) and _has_own_lines(matter.places)
    if not (isinstance(typed, dict) and is_plain and _is_well_formed(typed) and isinstance(parsed, Event)):
        return Update(event)
    try:
        when = when_now(event, typed, new.entry, today)
    except ValueError:
        return Update(event)
    price, is_price_left = _price(event, parsed, typed, new.entry)
    fields = {**when.fields, **_state(event, parsed, new.entry), **price, **_booking(event, parsed, typed, new.entry)}
    if fields and (ids := _ids(event, new)):
        fields["external_ids"] = ids
    edits = tuple(_edits(fields, matter.places))
    texts = (*_texts(event, parsed, new), *(("price",) if is_price_left else ()))
    return Update(event, edits, tuple(sorted(fields)), when.gone, when.apart, texts)


def _has_own_lines(places: Mapping[Place, Span]) -> bool:
    """Whether each field stands on lines of its own, so that these can be exchanged."""
    spans = sorted((span.name_line, span.last_line) for place, span in places.items() if len(place) == 1)
    return all(before[1] < after[0] for before, after in pairwise(spans))


def _is_well_formed(typed: Mapping[str, Any]) -> bool:
    """Whether the fields that an import may change have the forms that the model reads, and each date is one."""
    if not all(isinstance(typed[name], form) for name, form in FORMS.items() if name in typed):
        return False
    dates, days = typed.get("dates", ()), (*typed.get("closed", ()), *typed.get("adjusted", ()))
    are_mappings = all(isinstance(each, dict) for each in (*dates, *days))
    starts = [each.get("start") for each in dates] if are_mappings else []
    starts += [typed["start"]] if "start" in typed else []
    are_listed = are_mappings and all(isinstance(each.get("previous_start", []), list) for each in dates)
    return are_listed and all(isinstance(each, str) and parse_moment(each) for each in starts)


def _ids(event: Event, new: Completed) -> list[str]:
    """The ids of a file with those that it has not yet, the newest; empty where it has all of them."""
    known = {each.casefold() for each in event.external_ids}
    more = [each for each in new.external_ids if each.casefold() not in known]
    return [*event.external_ids, *more][-MOST_IDS:] if more else []


def _state(event: Event, new: Event, entry: Mapping[str, Any]) -> dict[str, Any]:
    """The status and the availability that are not those of the file."""
    found = {"status": entry["status"]} if "status" in entry and new.status != event.status else {}
    if new.availability and new.availability != event.availability:
        found["availability"] = entry["availability"]
    return found


def _booking(event: Event, new: Event, typed: Mapping[str, Any], entry: Mapping[str, Any]) -> dict[str, Any]:
    """How to book, with what is not so in the file."""
    stated = entry.get("booking", {}) if new.booking else {}
    names = [
        name for name in BOOKED if name in stated and getattr(event.booking, name, None) != getattr(new.booking, name)
    ]
    return {"booking": {**typed.get("booking", {}), **{name: stated[name] for name in names}}} if names else {}


def _price(event: Event, new: Event, typed: Mapping[str, Any], entry: Mapping[str, Any]) -> tuple[dict[str, Any], bool]:
    """The price, if it is not that of the file, and whether only a person can say how it is to be changed."""
    if not new.price or (event.price and _is_same_price(event.price, new.price)):
        return {}, False
    price = _priced(typed.get("price"), entry["price"])
    return ({}, True) if price is None else ({"price": price}, False)


def _priced(old: Any, new: Any) -> Any:
    """A price with the amounts of a source and the names of the file; None where these are not told apart by name."""
    if not isinstance(old, list) or not all(isinstance(each, dict) for each in old):
        return new
    if not isinstance(new, list) or len(new) != len(old):
        return None
    amounts = {name: each["price"] for each in new for name in _names(each)}
    merged = [
        each | {"price": amounts[name]}
        for each in old
        if (name := next(filter(amounts.__contains__, _names(each)), ""))
    ]
    return merged if len(merged) == len(old) else None


def _names(tariff: Mapping[str, Any]) -> list[str]:
    name = tariff.get("name", "")
    return [fold_name(str(each)) for each in (name.values() if isinstance(name, dict) else [name])]


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
