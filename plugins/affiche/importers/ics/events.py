"""Calendars (RFC 5545): each VEVENT becomes an event, those of one UID are the dates of one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from warnings import catch_warnings

from icalendar import Event as Component
from icalendar.prop import vBroken, vCategory

from affiche.importers.ics.dates import PRIVATE, Undatable, dates_of, first_of, rule_of
from affiche.importers.ics.lines import Blocks, decode, divide
from affiche.importers.ics.zones import Zones
from affiche.importers.imported import Entry, Ground, Imported, Importer, NotRead, Reading, Skipped
from affiche.importers.texts import as_markdown, one_line, web_address
from affiche.model.language import fold_name
from affiche.model.place_words import guess_place

#: As many components are read of a calendar.
MOST = 2_000
LONGEST_ID = 300

TENTATIVE = "TENTATIVE"
#: STATUS in our words; what is tentative is no event yet.
STATUSES = {"CONFIRMED": "scheduled", "CANCELLED": "cancelled", "CANCELED": "cancelled"}
#: Properties that a reader of the event would miss, and which no field holds.
UNREAD = {"ATTACH": "image", "IMAGE": "image", "CONTACT": "contact"}

#: What is left of escapes in properties that the library takes for no text, and in those that were escaped twice.
_ESCAPED = re.compile(r"\\+([nN,;])")
#: What stands for a place where there is none.
NOWHERE = frozenset({"online", "en ligne", "virtual", "virtuel", "virtueel", "zoom", "tba", "tbc", "tbd"})
_ADDRESS = re.compile(r"https?://[^\s<>\"']+")


@dataclass(frozen=True, slots=True)
class _Calendar:
    """What holds for all events of a file.

    `tells_tentative` is whether TENTATIVE says something: Luma calls every event so, as its reader has not accepted it.
    """

    zones: Zones
    ground: Ground
    tells_tentative: bool


def parse_ics(data: bytes, ground: Ground) -> Reading:
    """The events of a calendar file; raises `NotRead` for what is none."""
    blocks = divide(decode(data))
    if not blocks.is_calendar:
        raise NotRead("no BEGIN:VCALENDAR")
    skipped: list[Skipped] = []
    components = [*_components(blocks, skipped)]
    calendar = _Calendar(
        Zones(blocks.zones, blocks.zone, ground.time_zone),
        ground,
        tells_tentative=any(_status(each) != TENTATIVE for each in components),
    )
    by_uid: dict[str, list[Component]] = defaultdict(list)
    for number, component in enumerate(components):
        by_uid[_text(component, "UID") or f"\0{number}"].append(component)
    events: list[Imported] = []
    for uid, alike in by_uid.items():
        for known, components_of_one in _apart(uid.partition("\0")[0], _newest(alike)):
            found = _event(known, components_of_one, calendar)
            if isinstance(found, Skipped):
                skipped.append(found)
            else:
                events.append(found)
    events.sort(key=lambda each: (first_of(each.entry), str(each.entry["title"]), each.external_id))
    total = len(blocks.events) if len(blocks.events) > MOST else 0
    return Reading(tuple(events), tuple(sorted(skipped)), total)


ICS = Importer("ics", parse_ics)


def _components(blocks: Blocks, skipped: list[Skipped]) -> Iterator[Component]:
    """Each VEVENT by itself, so that one that cannot be read costs no other."""
    for block in sorted(blocks.events)[:MOST]:
        try:
            with catch_warnings(action="ignore"):  # of zones with odd names, which are found here
                component = Component.from_ical(block)
        except (ValueError, KeyError, IndexError, TypeError, OverflowError):
            skipped.append(Skipped("unreadable", one_line(_stated(block, "SUMMARY"))))
        else:
            if isinstance(component, Component):
                yield component


def _stated(block: str, name: str) -> str:
    found = re.search(rf"^{name}[^:\n]*:(.*)$", block, re.MULTILINE | re.IGNORECASE)
    return found[1] if found else ""


def _newest(components: Sequence[Component]) -> list[Component]:
    """Components in the order of their revisions, without those that a later one stands for (RFC 5545, 3.8.7.4)."""
    latest = max((_revision(each) for each in components if "RECURRENCE-ID" not in each), default=0)
    kept = (each for each in components if "RECURRENCE-ID" in each or _revision(each) == latest)
    return sorted(kept, key=_revision)


def _revision(component: Component) -> int:
    stated = _text(component, "SEQUENCE")
    return int(stated) if re.fullmatch("[0-9]{1,9}", stated) else 0


def _event(uid: str, components: Sequence[Component], calendar: _Calendar) -> Imported | Skipped:
    """One event of the components that share a UID: its first one without RECURRENCE-ID says what it is.

    Of several, one that takes place; what is cancelled is one of its dates.
    """
    mains = [each for each in components if "RECURRENCE-ID" not in each] or [*components]
    main = next((each for each in mains if STATUSES.get(_status(each)) != "cancelled"), mains[0])
    title = one_line(_text(main, "SUMMARY"))
    if reason := _reason(main, title, calendar):
        return Skipped(reason, title)
    try:
        when = dates_of(main, [each for each in components if each is not main], calendar.zones, calendar.ground)
    except Undatable as error:
        return Skipped(error.reason, title)
    entry: Entry = {"title": _in_language(main, "SUMMARY", title), **when, **_place(main), **_links(main)}
    if status := STATUSES.get(_status(main), ""):
        entry["status"] = status
    unread = dict.fromkeys(name for each, name in UNREAD.items() if each in main)
    page = entry.get("same_as", [""])[0]
    since, goes_on = rule_of(main, calendar.zones, calendar.ground)
    return Imported(
        _external_id(uid, page),
        entry,
        _bodies(main),
        _categories(main),
        tuple(unread),
        since=since,
        goes_on=goes_on,
    )


def _apart(uid: str, components: Sequence[Component]) -> Iterator[tuple[str, Sequence[Component]]]:
    """The components of one event with its id; an id that several titles share is nobody's."""
    mains = [each for each in components if "RECURRENCE-ID" not in each]
    if len({fold_name(_text(each, "SUMMARY")) for each in mains}) <= 1:
        yield uid, components
    else:
        yield from (("", [each]) for each in mains)


def _reason(component: Component, title: str, calendar: _Calendar) -> str:
    """Why a component is no event to announce; usually nothing."""
    if _text(component, "CLASS").upper() in PRIVATE:
        return "private"
    if calendar.tells_tentative and _status(component) == TENTATIVE:
        return "tentative"
    return "" if title else "untitled"


def _status(component: Component) -> str:
    return _text(component, "STATUS").upper()


def _external_id(uid: str, page: str) -> str:
    known = " ".join(uid.split()) or page
    return f"ics:{known}"[:LONGEST_ID] if known else ""


def _value(component: Component, name: str) -> Any:
    """A property that could be read; of several, the first."""
    found = component.get(name)
    first = found[0] if isinstance(found, list) else found
    return None if isinstance(first, vBroken) else first


def _text(component: Component, name: str) -> str:
    found = _value(component, name)
    return "" if found is None else str(found).strip()


def _in_language(component: Component, name: str, text: str) -> Any:
    """A text, by its language where the property says which (RFC 5545, 3.2.10)."""
    language = str(getattr(_value(component, name), "params", {}).get("LANGUAGE", "")).partition("-")[0].lower()
    return {language: text} if re.fullmatch("[a-z]{2,3}", language) else text


def _bodies(component: Component) -> Mapping[str, str]:
    """The description: as HTML where there is one (X-ALT-DESC), else as plain text, which may be HTML as well."""
    for name in ("X-ALT-DESC", "DESCRIPTION"):
        if text := as_markdown(_ESCAPED.sub(_unescaped, _text(component, name))):
            stated = _in_language(component, name, text)
            return {"": stated} if isinstance(stated, str) else stated
    return {}


def _unescaped(match: re.Match[str]) -> str:
    return "\n" if match[1] in "nN" else match[1]


def _categories(component: Component) -> tuple[str, ...]:
    found = component.get("CATEGORIES", [])
    lists = found if isinstance(found, list) else [found]
    words = (one_line(str(word)) for each in lists if isinstance(each, vCategory) for word in each.cats)
    return tuple(dict.fromkeys(filter(None, words)))


def _place(component: Component) -> Entry:
    """Where it is: LOCATION and GEO, or a page where LOCATION is an address; CONFERENCE (RFC 7986) is online."""
    typed = "\n".join(map(one_line, _ESCAPED.sub(_unescaped, _text(component, "LOCATION")).split("\n")))
    online = _ADDRESS.search(_text(component, "CONFERENCE")) or _ADDRESS.match(typed)
    page = web_address(online[0]) if online else ""
    where: Entry = {"online_url": page} if page else {}
    place: Entry = guess_place(_ADDRESS.sub("", typed))
    if fold_name(place.get("name", "")) in NOWHERE:
        place = {}
    geo = _value(component, "GEO")
    if place and geo is not None and (geo.latitude, geo.longitude) != (0, 0) and _is_on_earth(geo):
        place["geo"] = [f"{geo.latitude:.6f}", f"{geo.longitude:.6f}"]
    return where | ({"venue": place} if place else {})


def _is_on_earth(geo: Any) -> bool:
    return bool(abs(geo.latitude) <= 90 and abs(geo.longitude) <= 180)


def _links(component: Component) -> Entry:
    page = web_address(_text(component, "URL"))
    return {"same_as": [page]} if page else {}
