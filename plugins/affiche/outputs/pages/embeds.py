"""Pages for frames: what comes next of a list, for partners to show on pages of their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from functools import partial
from typing import Any

from markupsafe import Markup

from affiche.model.event import Event
from affiche.model.facet import Facet
from affiche.model.moment import Precision
from affiche.model.occurrence import Occurrence, standing
from affiche.model.text import Wording
from affiche.outputs.artifact import Artifact
from affiche.outputs.cards import language_label, where_words
from affiche.outputs.dates import Length
from affiche.outputs.listing import Listing
from affiche.outputs.pages.days import Entry
from affiche.outputs.pages.event_lists import is_on_now, runs_on_now
from affiche.outputs.pages.page import HTML
from affiche.outputs.site import Site
from affiche.outputs.stamps import cards_fingerprint
from affiche.outputs.states import State, run_state, state_of
from affiche.outputs.when import iso_of, when_words

FOLDER = "embed/"
#: How many dates an embed shows unless its address asks for another number, and how many it can show.
SHOWN, MOST = 12, 24
#: What its address can ask for: days from today on, a colour of the style sheet, light or dark.
PERIODS = (7, 14, 30)
COLOURS = ("yellow", "orange", "pink", "sky", "mint", "red", "blue", "green", "violet")
THEMES = ("light", "dark")


@dataclass(frozen=True, slots=True)
class Next:
    """What comes next of a list: its dates, one entry an event and day, and the runs that are on."""

    dates: Sequence[Entry]
    runs: Sequence[Event]

    @property
    def events(self) -> list[Event]:
        """The events of both."""
        return [*(entry.event for entry in self.dates), *self.runs]


@dataclass(frozen=True, slots=True)
class Line:
    """One date or run of an embed; `first` is its first day, `over` the moment after which it is over.

    `drawn` is its HTML once a template has made it: all embeds that have it show the same.
    """

    href: str
    title: Wording
    label: str
    date: str
    iso: str
    state: State
    where: str
    first: str
    over: str
    drawn: list[Markup] = field(default_factory=list, compare=False, repr=False)


def embed_artifacts(site: Site) -> Iterator[Artifact]:
    """The page for frames of every list in each language."""
    for facet in (None, *site.facets):
        shown = what_is_next(site, facet)
        chosen = [(entry.event.id, [item.id for item in entry.occurrences]) for entry in shown.dates]
        stamp = f"{chosen}{[event.id for event in shown.runs]}{cards_fingerprint(site, shown.events)}"
        for language in site.languages:
            listing = site.listing(language, facet) if facet else site.listings(language)[0]
            name = site.facet_name(facet, language) if facet else Wording(listing.title)
            yield Artifact(
                f"{embed_path(listing)}index.html",
                HTML,
                site.fingerprint("embed", listing, name.language, stamp),
                partial(_render, site, listing, name, shown),
            )


def embed_path(listing: Listing) -> str:
    """Where the page for frames of a list stands: `embed/fr/disciplines/musique/`."""
    return f"{FOLDER}{listing.page}"


def what_is_next(site: Site, facet: Facet | None) -> Next:
    """What comes next of a list, the next one first; what is known by month or season only stands last."""
    ranked = site.once(("ranked entries",), partial(_ranked_entries, site))
    dates = sorted(each for event in site.upcoming(facet) for each in ranked.get(event.id, ()))
    return Next([entry for _, entry in dates[:MOST]], runs_on_now(site, facet)[:MOST])


def _ranked_entries(site: Site) -> Mapping[str, Sequence[tuple[int, Entry]]]:
    """The entries of each event by its id, each after its place among those of all events."""
    found: dict[str, list[tuple[int, Entry]]] = defaultdict(list)
    entries = (entry for event in site.calendar.all(Event) for entry in _entries(site, event))
    for rank, entry in enumerate(sorted(entries, key=partial(_rank, site))):
        found[entry.event.id].append((rank, entry))
    return found


def _entries(site: Site, event: Event) -> Iterator[Entry]:
    """The days of an event that are not over, and the beginning of its run."""
    by_day: dict[object, list[Occurrence]] = defaultdict(list)
    for item in site.calendar.left_of(event):
        by_day[item.day if item.precision <= Precision.DAY else item.id].append(item)
    yield from (Entry(event, found) for found in by_day.values())
    run = site.calendar.run_of(event)
    if run and run.first and not is_on_now(site, event):
        yield Entry(event, ())


def _rank(site: Site, entry: Entry) -> tuple[object, ...]:
    if entry.occurrences:
        first = entry.occurrences[0]
        return first.precision > Precision.DAY, *first.sort_key, entry.event.id
    run = site.calendar.run_of(entry.event)
    day = (run and run.first) or site.calendar.today.date()
    return False, day, datetime.combine(day, time(), UTC), entry.event.id


def _render(site: Site, listing: Listing, name: Wording, shown: Next) -> bytes:
    language = listing.language
    context: Mapping[str, Any] = {
        "site": site,
        "words": site.words[language],
        "language": language,
        "name": name,
        "page": site.href(listing.page),
        "canonical": site.absolute(listing.page),
        "shown": SHOWN,
        "lists": [
            ("dates", [_line(site, language, entry.event, entry.occurrences) for entry in shown.dates]),
            ("runs", [_line(site, language, event, ()) for event in shown.runs]),
        ],
    }
    return site.templates_in[language].get_template("embed.html").render(context).encode()


def _line(site: Site, language: str, event: Event, shown: Sequence[Occurrence]) -> Line:
    """Some performances of an event, or without any its run."""
    key = ("line", language, event.id, tuple(item.index for item in shown))
    return site.once(key, partial(_make_line, site, language, event, shown))


def _make_line(site: Site, language: str, event: Event, shown: Sequence[Occurrence]) -> Line:
    title, run = site.show(event.title, language), None if shown else site.calendar.run_of(event)
    over = max(item.over_at for item in shown) if shown else run and run.over_at
    first = shown[0].day if shown else run and run.first
    return Line(
        href=site.href(site.routes.record(language, event)),
        title=title,
        label=language_label(site, title, language),
        date=when_words(site, language, event, Length.SHORT, shown),
        iso=iso_of(run, standing(shown)),
        state=run_state(site, language, event, run) if run else state_of(site, language, event, shown),
        where=where_words(site, language, event, shown),
        first=str(first or ""),
        over=over.isoformat() if over else "",
    )
