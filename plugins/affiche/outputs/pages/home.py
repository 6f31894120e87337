"""A language's home: what is on tonight and at the weekend, what ends, what is new, and every way into the agenda."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from types import SimpleNamespace
from typing import Any

from affiche.model.event import Event
from affiche.model.occurrence import OFF
from affiche.outputs.artifact import Artifact
from affiche.outputs.calls.lines import calls_stamp
from affiche.outputs.cards import event_card
from affiche.outputs.jsonld import website_jsonld
from affiche.outputs.last_chance import ENDS_WITHIN
from affiche.outputs.municipality_map import tile_map
from affiche.outputs.pages.agenda import agenda_stretch
from affiche.outputs.pages.call_blocks import soon, soon_view
from affiche.outputs.pages.campaigns import campaign_line, campaigns_on
from affiche.outputs.pages.days import Entry, days_fingerprint
from affiche.outputs.pages.directories import facet_entries
from affiche.outputs.pages.event_lists import RUNS
from affiche.outputs.pages.months import anchor
from affiche.outputs.pages.page import Page, everywhere, page_artifact
from affiche.outputs.pages.parts import cut, part_of, part_path
from affiche.outputs.pages.shortcuts import dated_words, shortcut_links, shortcut_stretch
from affiche.outputs.site import Site
from affiche.outputs.stamps import cards_fingerprint

#: The most cards of each block, in their order on the page.
MOST = {"tonight": 9, "weekend": 8, "coming": 9, "last": 4, "announced": 4, "runs": 8}
#: With fewer cards of tonight and the weekend, the next dates follow.
ENOUGH = 6
#: Fewer dates than these, which fill two rows and one, are followed by runs that are open then.
FILLED = {"tonight": 5, "weekend": 4}
#: Blocks that are pages of their own.
DATED = tuple(FILLED)


@dataclass(frozen=True, slots=True)
class Block:
    """Some cards under a heading; `entries` have the performances that stand under it, none for all to come."""

    key: str
    entries: Sequence[Entry]


def home_artifacts(site: Site) -> Iterator[Artifact]:
    """The home page of each language."""
    blocks = home_blocks(site)
    stamp = _stamp(site, blocks)
    for language in site.languages:
        page = Page(
            language=language,
            paths=everywhere(site, site.routes.home),
            title=site.words[language]("site.title"),
            description=site.words[language]("home.lead"),
        )
        ways = {
            "disciplines": facet_entries(site, language, "discipline"),
            "municipalities": facet_entries(site, language, "municipality"),
            "map": tile_map(site, language),
            "campaigns": [campaign_line(site, campaign, language) for campaign in campaigns_on(site)],
        }
        yield page_artifact(site, page, "home.html", (*stamp, ways), partial(_view, site, language, blocks, ways))


def _stamp(site: Site, blocks: Sequence[Block]) -> Sequence[object]:
    """What the blocks of the page depend on."""
    today = site.calendar.today.date()
    tonight = [(today, block.entries) for block in blocks if block.key == "tonight"]
    shown = [(block.key, [entry.event.id for entry in block.entries]) for block in blocks]
    cards = cards_fingerprint(site, [entry.event for block in blocks for entry in block.entries])
    return cards, days_fingerprint(site, tonight, ()), shown, today, _runs_part(site), calls_stamp(site, soon(site))


def home_blocks(site: Site) -> Sequence[Block]:
    """The blocks that have something, each event in the first of them that it could stand in."""
    seen: set[str] = set()
    blocks = []
    for key, find in FINDERS.items():
        if key == "coming" and len(seen) >= ENOUGH:
            continue
        entries = _first(find(site), seen, MOST[key])
        seen |= {entry.event.id for entry in entries}
        if key in FILLED:
            entries += _first(_whole(shortcut_stretch(site, key).runs), seen, max(FILLED[key] - len(entries), 0))
            seen |= {entry.event.id for entry in entries}
        blocks.append(Block(key, entries))
    return [block for block in blocks if block.entries]


def _first(entries: Iterable[Entry], seen: set[str], most: int) -> list[Entry]:
    """The first entries of events that are not seen yet, one an event."""
    found: dict[str, Entry] = {}
    for entry in entries:
        if entry.event.id not in seen:
            found.setdefault(entry.event.id, entry)
    return list(found.values())[:most]


def _tonight(site: Site) -> Iterable[Entry]:
    stretch = shortcut_stretch(site, "tonight")
    return (entry for entries in stretch.days.values() for entry in entries)


def _weekend(site: Site) -> Iterable[Entry]:
    """The dates of the weekend, and the runs that begin in it."""
    stretch = shortcut_stretch(site, "weekend")
    begin = [event for event in stretch.runs if event.period and (event.period.start or date.min) >= stretch.first]
    dated = [replace(entry, occurrences=()) for entries in stretch.days.values() for entry in entries]
    return [*dated, *_whole(begin)]


def _coming(site: Site) -> Iterable[Entry]:
    return _whole(event for event in site.upcoming() if event.period is None)


def _last(site: Site) -> Iterable[Entry]:
    """The runs that are on and end within two weeks, the first to end in front."""
    return _whole(event for event in agenda_stretch(site).runs if _is_ending(site, event))


def _is_ending(site: Site, event: Event) -> bool:
    run = site.calendar.run_of(event)
    ends = site.calendar.today.date() + ENDS_WITHIN
    return run is not None and run.last is not None and run.last <= ends and run.status not in OFF


def _announced(site: Site) -> Iterable[Entry]:
    """The latest published of the events to come."""
    published = site.calendar.dates_of
    return _whole(sorted(site.upcoming(), key=lambda event: published(event).published, reverse=True))


def _runs(site: Site) -> Iterable[Entry]:
    return _whole(agenda_stretch(site).runs)


def _whole(events: Iterable[Event]) -> Iterable[Entry]:
    return (Entry(event, ()) for event in events)


FINDERS: Mapping[str, Callable[[Site], Iterable[Entry]]] = {
    "tonight": _tonight,
    "weekend": _weekend,
    "coming": _coming,
    "last": _last,
    "announced": _announced,
    "runs": _runs,
}


def _view(site: Site, language: str, blocks: Sequence[Block], ways: Mapping[str, object]) -> Mapping[str, Any]:
    return {
        "data": [website_jsonld(site)],
        "search_href": site.href(site.routes.page(language, "search")),
        "shortcuts": shortcut_links(site, language),
        "blocks": [_block(site, language, block) for block in blocks],
        "disciplines_href": site.href(site.routes.page(language, "disciplines")),
        "campaigns_href": site.href(site.routes.page(language, "campaigns")),
        "municipalities_href": site.href(site.routes.page(language, "municipalities")),
        **ways,
        **soon_view(site, language),
    }


def _block(site: Site, language: str, block: Block) -> SimpleNamespace:
    words, today = site.words[language], site.calendar.today.date()
    name, days = dated_words(site, language, block.key) if block.key in DATED else (words(f"home.{block.key}"), "")
    return SimpleNamespace(
        key=block.key,
        name=name,
        days=words("home.since", day=site.dates[language].day(today)) if block.key == "coming" else days,
        until=shortcut_stretch(site, block.key).last.isoformat() if block.key in DATED else "",
        href=_href(site, language, block.key),
        more=words(f"home.{block.key}.all"),
        cards=[event_card(site, language, entry.event, entry.occurrences, day=today) for entry in block.entries],
    )


def _href(site: Site, language: str, key: str) -> str:
    """Where the whole list of a block is."""
    if key in DATED:
        return site.href(site.routes.shortcut(language, key))
    if key == "announced":
        return site.href(site.routes.page(language, "changes"))
    agenda = site.routes.page(language, "agenda")
    if key == "coming":
        return site.href(agenda)
    return f"{site.href(part_path(agenda, _runs_part(site)))}#{anchor(RUNS)}"


def _runs_part(site: Site) -> int:
    """The part of the agenda in which the runs begin."""
    return part_of(cut(agenda_stretch(site).groups), RUNS)
