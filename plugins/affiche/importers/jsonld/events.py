"""Events of web pages as schema.org/Event in JSON-LD 1.1, alone or in scripts of an HTML page.

An event with several dates has them in `subEvent` (schema.org/EventSeries), under one identity, or in `eventSchedule`.
Microdata and RDFa are not read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from affiche.importers.imported import MOST_DATES, Entry, Ground, Imported, Importer, NotRead, Reading, Skipped
from affiche.importers.jsonld.facts import offers, performers, where
from affiche.importers.jsonld.graph import Node, all_nodes, bare
from affiche.importers.jsonld.identity import distinct_events, identity_of, title_of, with_identities
from affiche.importers.jsonld.schedule import scheduled
from affiche.importers.jsonld.source import read_source
from affiche.importers.jsonld.when import Unreadable, when, with_details
from affiche.importers.texts import LONGEST_LINE, as_markdown, by_language, language_of, one_line, web_address
from affiche.model.age_words import guess_ages
from affiche.model.language import fold_name
from affiche.model.value_words import value_meant
from affiche.model.vocabulary import AUDIENCES, STATUSES

#: Subtypes of schema.org/Event that one of our types is; the others say too little.
TYPES = {
    "MusicEvent": "concert",
    "TheaterEvent": "performance",
    "DanceEvent": "dance",
    "ExhibitionEvent": "exhibition",
    "ScreeningEvent": "film",
    "Festival": "festival",
    "LiteraryEvent": "reading",
    "ChildrensEvent": "family",
    "SaleEvent": "market",
    "CourseInstance": "course",
}
#: Subtypes whose names do not end in `Event`, and those that nobody goes to.
OTHER_EVENTS = frozenset({"Festival", "EventSeries", "CourseInstance", "Hackathon"})
NO_EVENTS = frozenset({"PublicationEvent", "BroadcastEvent", "OnDemandEvent", "DeliveryEvent"})
#: What a visitor would miss, and no field of ours holds.
UNREAD = (
    *("image", "video", "recordedIn", "maximumAttendeeCapacity", "superEvent", "workPerformed", "workFeatured"),
    *("workPresented", "director", "actor", "composer", "contributor", "sponsor", "funder", "contactPoint"),
)
#: How much of a source is read at most, the latest events first; how deep they are nested; how long texts are.
MOST_TOLD, DEEPEST, LONGEST_TEXT = 800_000, 5, 40_000


def parse_jsonld(data: bytes, ground: Ground) -> Reading:
    """The events of a source, by the order of their dates; raises `NotRead` for what is no JSON-LD."""
    source = read_source(data)
    every = [*all_nodes(source)]
    found = distinct_events([node for node in every if _is_event(node)])
    if not found and not source.broken and not any(node.types for node in every):
        raise NotRead("JSON that is not of schema.org")
    read, is_whole = _bounded(found, ground)
    events = with_identities([each for each in read if isinstance(each, Imported)], source.page)
    skipped = [each for each in read if isinstance(each, Skipped)]
    skipped += [Skipped("unreadable", one_line(name)) for name in source.broken]
    return Reading(events, tuple(sorted(skipped)), 0 if is_whole else len(found))


JSONLD = Importer("jsonld", parse_jsonld)


def _bounded(found: Sequence[Node], ground: Ground) -> tuple[list[Imported | Skipped], bool]:
    """What the nodes tell, the latest first, until it is too much for one source; and whether that is all."""
    read: list[Imported | Skipped] = []
    told = 0
    for node in found:
        if told > MOST_TOLD:
            return read, False
        of_node = [*_read(node, ground)]
        told += sum(map(_weight, of_node))
        read += of_node
    return read, True


def _weight(read: Imported | Skipped) -> int:
    """What reading an event costs, about, in characters of a description."""
    if isinstance(read, Skipped):
        return 100
    return 300 + 20 * len(read.entry.get("dates", ())) + sum(map(len, read.bodies.values()))


def _is_event(node: Node) -> bool:
    types = {*node.types}
    return any(name.endswith("Event") or name in OTHER_EVENTS for name in types) and not types & NO_EVENTS


def _read(node: Node, ground: Ground, depth: int = 0, around: Node | None = None) -> Iterator[Imported | Skipped]:
    """An event and those that are part of it and have a title of their own."""
    title = title_of(node)
    children = [child for child in node.nodes("subEvent") if _is_event(child)] if depth < DEEPEST else []
    own = [child for child in children if fold_name(title_of(child)) in ("", fold_name(title))]
    others = [child for child in children if fold_name(title_of(child)) not in ("", fold_name(title))]
    try:
        times = _times(node, own, ground)
    except (Unreadable, ValueError, OverflowError):
        yield Skipped("unreadable", title)
    else:
        if not title:
            yield Skipped("untitled", "")
        elif not times:
            yield Skipped("undated", title)
        elif times.get("dates") == []:
            yield Skipped("past", title)
        else:
            yield _imported(node, times, around)
    for child in others:
        yield from _read(child, ground, depth + 1, node)


def _times(node: Node, own: Sequence[Node], ground: Ground) -> Entry:
    """When an event is: by the dates that are parts of it, by its schedule, by its own start and end."""
    parts = [_own_times(child, ground) for child in own]
    dates = [date for child, part in zip(own, parts, strict=True) for date in _told(child, part, node)]
    if dates:
        by_start = {date["start"]: date for date in reversed(dates)}
        return {"dates": [by_start[start] for start in sorted(by_start)[:MOST_DATES]]}
    return next((part for part in parts if part), {}) or _own_times(node, ground)


def _own_times(node: Node, ground: Ground) -> Entry:
    following = scheduled(node, ground)
    times = following if following is not None else when(node, ground.time_zone)
    if "dates" not in times:
        return times
    dates = sorted(with_details(times["dates"], node, ground.time_zone), key=lambda date: str(date["start"]))
    return {"dates": dates[:MOST_DATES]}


def _told(child: Node, part: Entry, node: Node) -> Iterator[Entry]:
    """The dates of a part, each with what it says of itself that the whole does not."""
    priced, _ = offers(child)
    placed, _ = where(child)
    said: Entry = {"status": status} if (status := _status(child)) else {}
    if "availability" in priced:
        said["availability"] = priced["availability"]
    if booking := priced.get("booking", {}).get("url"):
        said["booking_url"] = booking
    if "venue" in placed and placed["venue"] != where(node)[0].get("venue"):
        said["venue"] = placed["venue"]
    yield from (date | said for date in part.get("dates", ()))


def _status(node: Node) -> str:
    return value_meant(bare(node.word("eventStatus")), STATUSES)


def _imported(node: Node, times: Entry, around: Node | None) -> Imported:
    """The event of a node, at the place of the event around it where it has none of its own."""
    placed, is_place_left = where(node)
    if not placed and not is_place_left and around is not None:
        placed, _ = where(around)
    venue = placed.get("venue", {})
    priced, is_price_left = _priced(node, venue.get("country", ""))
    entry: Entry = {"title": by_language(node.texts("name")), **_described(node), **placed, **times, **priced}
    if status := _status(node):
        entry["status"] = status
    pages = [*(node.strings("url") or node.strings("mainEntityOfPage")[:1]), *node.strings("sameAs")]
    if links := [*dict.fromkeys(link for page in pages if (link := web_address(page)))]:
        entry["same_as"] = links
    entry = _with_place_of_dates(entry)
    bodies = {
        key: body for key, text in node.texts("description").items() if (body := as_markdown(text[:LONGEST_TEXT]))
    }
    left = {"location": is_place_left, "offers": is_price_left, "organizer": len({*node.strings("organizer")}) > 1}
    left |= {"description": any(len(text) > LONGEST_TEXT for text in node.texts("description").values())}
    unread = [name for name in left if left[name]] + [name for name in UNREAD if node.each(name)]
    return Imported(identity_of(node), entry, bodies, _categories(node), tuple(unread))


def _priced(node: Node, country: str) -> tuple[Entry, bool]:
    """What an event costs; where it does not say so, what all of its dates cost."""
    found, is_left = offers(node, country)
    children = [offers(child, country) for child in node.nodes("subEvent")]
    prices = [priced.get("price") for priced, _ in children]
    if "price" not in found and prices and all(price and price == prices[0] for price in prices):
        found["price"] = prices[0]
    is_child_left = any(is_left or "price" in priced for priced, is_left in children)
    return found, is_left or (is_child_left and "price" not in found)


def _with_place_of_dates(entry: Entry) -> Entry:
    """An entry without a place of its own whose dates have all the same one, at that place."""
    venues = [date.get("venue") for date in entry.get("dates", ())]
    if "venue" in entry or not venues or not venues[0] or any(venue != venues[0] for venue in venues):
        return entry
    dates = [{name: value for name, value in date.items() if name != "venue"} for date in entry["dates"]]
    return entry | {"venue": venues[0], "dates": dates}


def _described(node: Node) -> Entry:
    """Type, summary, performers, ages, audience and languages, those that are known."""
    stated = node.texts("disambiguatingDescription")
    summary = by_language(stated) if all(len(text) <= LONGEST_LINE for text in stated.values()) else ""
    ages = one_line(node.word("typicalAgeRange"))
    audience = [
        value_meant(word, AUDIENCES) for each in node.nodes("audience") for word in each.strings("audienceType")
    ]
    languages = [language_of(word) or language_of(one_line(word)) for word in node.strings("inLanguage")]
    found: dict[str, Any] = {
        "type": next((TYPES[name] for name in node.types if name in TYPES), ""),
        "summary": summary,
        "audience": next(filter(None, audience), ""),
        "typical_age_range": guess_ages(ages) if len(ages) < 40 else "",
        "performers": performers(node),
        "spoken_languages": [*dict.fromkeys(filter(None, languages))],
    }
    return {name: value for name, value in found.items() if value}


def _categories(node: Node) -> tuple[str, ...]:
    """The words by which the source sorts an event, each once."""
    stated = [*node.strings("keywords"), *node.strings("genre"), *node.strings("additionalType")]
    words = (one_line(word) for text in stated if "://" not in text for word in text[:LONGEST_TEXT].split(","))
    return tuple(dict.fromkeys(word for word in words if 0 < len(word) <= 100))
