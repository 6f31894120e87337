"""An imported event becomes the entry of a file: its venue, its kind and its language by what the agenda knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from typing import Any

from affiche.desk.answers import Entry, corrected, faults_at, value_at
from affiche.desk.choices import chosen
from affiche.desk.known import Known
from affiche.importers.imported import Imported
from affiche.model.event import WHEN, Event
from affiche.model.guess_language import guess_language, likeliest_language
from affiche.model.organisation import Organisation
from affiche.model.record import AtMost
from affiche.model.value_words import value_meant
from affiche.model.vocabulary import DISCIPLINES, EVENT_TYPES
from affiche.problems import Fault, Place, Severity
from affiche.sources.repair import SAFE

#: What a file must have: a person completes it where the source has it wrong, or not at all.
NEEDED = frozenset({"title", "type", "organisers", "venue", *WHEN})
#: How often an entry is looked at again once something was taken out.
ROUNDS = 20
#: What an event says of all its dates, or a date of itself.
OF_DATES = ("status", "availability")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where events come from: whose they are, the address of the source, and what was said of all of them.

    `address` is empty for a file of somebody's disk; `language` and `type` where nobody said.
    """

    organisation: Organisation
    known: Known
    languages: Sequence[str]
    address: str = ""
    language: str = ""
    type: str = ""


@dataclass(frozen=True, slots=True)
class Completed:
    """The entry of a file with its descriptions by language, and the ids that it has in its source, perhaps several.

    `left_out` are the fields that could not be kept.
    """

    external_ids: tuple[str, ...]
    entry: Entry
    bodies: Mapping[str, str] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()


def complete(found: Imported, origin: Origin) -> Completed:
    """The entry that an event of a source makes; what the model refuses is left out where a file can be without it."""
    entry = deepcopy(found.entry)
    language = _language(found, origin)
    bodies = {code or language or _likeliest(text, origin): text for code, text in found.bodies.items()}
    if isinstance(entry.get("title"), str) and language:
        entry["title"] = {language: entry["title"]}
    entry["organisers"] = [origin.organisation.id]
    entry |= _place(entry, origin) | _kinds(found, origin)
    entry["source"] = [*entry.get("same_as", ())[:1]] or [origin.address]
    ids = tuple(each for each in (found.external_id, *found.other_ids) if each)
    if ids:
        entry["external_ids"] = [*ids]
    _shorten(entry)
    return Completed(ids, entry, bodies, tuple(_without_faults(entry)))


def together(found: Sequence[Completed]) -> Completed:
    """What several events of a source say of one file: the first speaks, each has its dates and its status for them."""
    first, *others = found
    dates = [{**_shared(each.entry), **one} for each in found for one in _dates(each.entry)]
    ids = tuple(dict.fromkeys(each for one in found for each in one.external_ids))
    if not others or any("period" in each.entry for each in found):
        return replace(first, external_ids=ids)
    entry = {name: value for name, value in first.entry.items() if name not in ("start", "end", *OF_DATES)}
    by_start = {each["start"]: each for each in dates}
    return replace(first, external_ids=ids, entry=entry | {"dates": [by_start[start] for start in sorted(by_start)]})


def titles_of(entry: Entry) -> Sequence[str]:
    """The wordings of an entry's title."""
    title = entry.get("title", "")
    return [title] if isinstance(title, str) else [*title.values()]


def _dates(entry: Entry) -> Sequence[Entry]:
    if "start" not in entry:
        return [*entry.get("dates", ())]
    return [{name: value for name, value in entry.items() if name in ("start", "end")}]


def _shared(entry: Entry) -> Entry:
    """What an entry says of all its dates."""
    return {name: entry[name] for name in OF_DATES if name in entry}


def _language(found: Imported, origin: Origin) -> str:
    """The language of texts that say none: as stated, as they read, or the only one of their organisation."""
    title = found.entry.get("title")
    texts = [title if isinstance(title, str) else "", found.bodies.get("", "")]
    spoken = origin.organisation.languages
    return origin.language or guess_language(" ".join(texts)) or (spoken[0] if len(spoken) == 1 else "")


def _likeliest(text: str, origin: Origin) -> str:
    """The language of a description that must stand under one: as it seems to read, else the first one here."""
    return likeliest_language(text) or next(iter((*origin.organisation.languages, *origin.languages)))


def _place(entry: Mapping[str, Any], origin: Origin) -> Entry:
    """The venue: of those that have a file the one of that name; without a place, the only one of its organisation."""
    place = entry.get("venue")
    if not place:
        own = origin.organisation.venues
        return {"venue": own[0]} if len(own) == 1 and "online_url" not in entry else {}
    names = place.get("name", "")
    found = (_venue_named(name, origin) for name in ([names] if isinstance(names, str) else names.values()))
    return {"venue": next(filter(None, found), place)}


def _venue_named(name: str, origin: Origin) -> str:
    """The id of a venue by its name, or by that of the organisation that has it alone."""
    venue = origin.known.find("venues", name)
    house = origin.known.records.get(("organisations", origin.known.find("organisations", name)))
    return venue or (house.venues[0] if isinstance(house, Organisation) and len(house.venues) == 1 else "")


def _kinds(found: Imported, origin: Origin) -> Entry:
    """The type, the disciplines and the keywords that the words of a source mean; a type that it states wins."""
    words = [*found.categories, *found.entry.get("keywords", ())]
    types = [_meant(word, tuple(EVENT_TYPES)) for word in words]
    of_words = [_meant(word, DISCIPLINES) for word in words]
    disciplines = [*found.entry.get("disciplines", ()), *of_words]
    other = [word for word, *meant in zip(words, types, of_words, strict=True) if not any(meant)]
    kinds = {
        "type": found.entry.get("type") or origin.type or next(filter(None, types), ""),
        "disciplines": [*dict.fromkeys(filter(None, disciplines))],
        "keywords": [*dict.fromkeys(other)][: _most("keywords")],
    }
    return {name: value for name, value in kinds.items() if value or name in found.entry}


def _meant(word: str, choices: Sequence[str]) -> str:
    """The value of a list that a word means, in any language; empty where none does."""
    found = value_meant(word, choices) or chosen(word, choices, "")
    return found if found in choices and not word.isdecimal() else ""


def _most(name: str) -> int:
    return next(each.limit for each in Event.model_fields[name].metadata if isinstance(each, AtMost))


def _shorten(entry: Entry) -> None:
    """The short form for one date that says no more than its times; a status that is the usual one is not written."""
    for each in (entry, *entry.get("dates", ())):
        if each.get("status") == "scheduled":
            del each["status"]
    dates = entry.get("dates", ())
    if len(dates) == 1 and dates[0].keys() <= {"start", "end"} and "period" not in entry:
        del entry["dates"]
        entry |= dates[0]


def _without_faults(entry: Entry) -> Iterator[str]:
    """Corrects an entry where there is one way to, and takes out what is refused: the names of what was."""
    for _ in range(ROUNDS):
        faults = [each for each in faults_at(Event, entry, ()) if each.severity is not Severity.NOTICE and each.at]
        fault = next((each for each in faults if _may_go(each)), None)
        if fault is None:
            return
        name = str(fault.at[0])
        of_field = [each for each in faults if each.at[0] == name]
        meant = corrected(Event, entry, (name,), of_field) if all(each.code in SAFE for each in of_field) else None
        if meant is not None:
            entry[name] = meant
        else:
            yield ".".join(step for step in _take_out(entry, fault.at) if isinstance(step, str))


def _may_go(fault: Fault) -> bool:
    """Whether a file can be without what is wrong; of what it cannot be without, what is below its names."""
    is_refused = fault.severity is Severity.ERROR or fault.code in SAFE
    return is_refused and (fault.at[0] not in NEEDED or _is_detail(fault.at))


def _is_detail(at: Place) -> bool:
    return (at[0] == "dates" and len(at) > 2 and at[2] != "start") or (at[0] == "venue" and len(at) > 1)


def _take_out(entry: Entry, at: Place) -> Place:
    """Takes a value out of an entry, what it is in where that is then empty or was wrong without it; where it was."""
    depth = next(depth for depth in range(len(at), 0, -1) if value_at(entry, at[:depth]) is not None)
    while True:
        around: Any = value_at(entry, at[: depth - 1])
        del around[at[depth - 1]]
        if around or depth == 1:
            return at[:depth]
        depth -= 1
