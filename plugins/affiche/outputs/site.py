"""What every output is made from: the calendar, each language's words and dates, the addresses, the lists."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from affiche.calendar import Calendar
from affiche.locales import Words, load_words
from affiche.model.call import Call
from affiche.model.campaign import Campaign
from affiche.model.event import Event
from affiche.model.facet import FACETS, PROFESSIONAL, TRAITS, Facet, has_page
from affiche.model.fingerprint import digest
from affiche.model.group import Group
from affiche.model.history import Dates as RecordDates
from affiche.model.indicators import Snapshot
from affiche.model.organisation import Organisation
from affiche.model.place import Venue
from affiche.model.record import Record
from affiche.model.remembered import Knowing, Recent, remembered
from affiche.model.text import Text, Wording
from affiche.model.vocabulary import DISCIPLINES
from affiche.outputs.dates import Dates
from affiche.outputs.listing import Listing, Subscription
from affiche.outputs.routes import Routes
from affiche.outputs.templates import Templates
from affiche.sources.assets import address, scripts_behind
from affiche.sources.images import ImageFacts
from affiche.sources.kept import Kept

T = TypeVar("T")
NOTHING = Wording("")
#: The collection of each kind of facet that is a record.
RECORDS: Mapping[str, type[Record]] = {
    "organisation": Organisation,
    "venue": Venue,
    "campaign": Campaign,
    "group": Group,
}


@dataclass(frozen=True, eq=False)
class Site(Knowing):
    """One build's input to the outputs.

    `design` is the digest of our own code, templates and catalogues; `images` and `image_files` are facts and files
    by path in the repository; `templates` is the environment of the public pages, `assets` the bytes and digests of
    styles, scripts and icons by name; `subscriptions` are the files that visitors may subscribe to; `texts` are the
    editorial pages by key, each with its languages; `left_out` has the codes of the errors of each file that is not in
    the site, by path, `former` since when an earlier version said what is shown in its place, where there is one;
    `gone` are the records, by collection and id, that once had a page and have none today; `programmes` are the PDFs
    that were made of the pages of an earlier build, by their paths; `snapshots` are the figures that were frozen,
    by year; `kept` has what was costly to make before.
    """

    calendar: Calendar
    design: str = ""
    images: Mapping[str, ImageFacts] = field(default_factory=dict)
    image_files: Mapping[str, Path] = field(default_factory=dict)
    templates: Templates = field(default_factory=Templates)
    assets: Mapping[str, tuple[bytes, str]] = field(default_factory=dict)
    subscriptions: Sequence[Subscription] = ()
    texts: Mapping[str, Sequence[str]] = field(default_factory=dict)
    left_out: Mapping[str, Sequence[str]] = field(default_factory=dict)
    former: Mapping[str, datetime] = field(default_factory=dict)
    gone: Sequence[tuple[str, str]] = ()
    programmes: Mapping[str, bytes] = field(default_factory=dict)
    snapshots: Mapping[int, Snapshot] = field(default_factory=dict)
    kept: Kept = field(default_factory=Kept)

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The site's languages, in the order in which texts fall back."""
        return self.calendar.settings.languages

    @cached_property
    def words(self) -> Mapping[str, Words]:
        """The catalogue of each language."""
        return {language: load_words(language) for language in self.languages}

    @cached_property
    def dates(self) -> Mapping[str, Dates]:
        """What writes dates in each language."""
        styles = dict(self.calendar.settings.hours_style)
        return {language: Dates(self.words[language], styles.get(language, "")) for language in self.languages}

    @cached_property
    def templates_in(self) -> Mapping[str, Templates]:
        """The environment for pages of each language."""
        return {language: self.templates.in_language(self.words[language]) for language in self.languages}

    @cached_property
    def routes(self) -> Routes:
        """The addresses of pages."""
        return Routes(self.words, self.calendar.region)

    @cached_property
    def once(self) -> Callable[[tuple[Hashable, ...], Callable[[], T]], T]:
        """What several artifacts show, made for the first of them: `once(key, make)`, where `key` says what it is."""
        return Recent().once

    @remembered
    def known_dates(self, record: Record) -> RecordDates | None:
        """When a record was published and last changed; None where that would be the day of the build."""
        is_known = record.published is not None or self.calendar.history.first_of(record) is not None
        return self.calendar.dates_of(record) if is_known else None

    def show(self, text: Text | None, language: str) -> Wording:
        """The wording of a text for a page in a language, with the language it is in where that is another."""
        return NOTHING if text is None else text.shown(language, self.languages)

    def href(self, path: str) -> str:
        """The address of a path from the site's root, as links on pages have it."""
        return self.root + path

    @cached_property
    def root(self) -> str:
        """The path that every address of the site begins with."""
        return self.calendar.settings.root

    def absolute(self, path: str) -> str:
        """The full address of a path, as feeds have it."""
        return self._base + path

    @cached_property
    def _base(self) -> str:
        return self.calendar.settings.absolute("")

    @cached_property
    def facets(self) -> Sequence[Facet]:
        """Every facet with a page: all that are a record, the disciplines and municipalities in use."""
        calendar = self.calendar
        used = {facet for facet in filter(has_page, calendar.by_facet) if facet.kind in ("discipline", "municipality")}
        makers: Sequence[Organisation | Call] = [*calendar.all(Organisation), *calendar.all(Call)]
        used |= {Facet("discipline", discipline) for maker in makers for discipline in maker.disciplines}
        for place in self.places:
            if municipality := calendar.municipality_of(place):
                used.add(Facet("municipality", municipality.id))
        used |= {
            PROFESSIONAL,
            *(Facet(kind, each.id) for kind, model in RECORDS.items() for each in calendar.all(model)),
        }
        return sorted(used, key=self._facet_order)

    @cached_property
    def places(self) -> Sequence[Venue | Organisation]:
        """Everything with an address: the venues, then the organisations."""
        return [*self.calendar.all(Venue), *self.calendar.all(Organisation)]

    @cached_property
    def combined(self) -> Sequence[Facet]:
        """Every facet without a page that has something to come: traits, and disciplines in a municipality."""
        found = (facet for facet in self.calendar.by_facet if not has_page(facet) and self.upcoming(facet))
        return sorted(found, key=self._facet_order)

    @staticmethod
    def _facet_order(facet: Facet) -> tuple[int, int, Facet]:
        ranks = {"discipline": DISCIPLINES, "trait": TRAITS}
        return FACETS.index(facet.kind), ranks[facet.kind].index(facet.id) if facet.kind in ranks else 0, facet

    def text_links(self, language: str, keys: Sequence[str]) -> Sequence[tuple[str, str, str]]:
        """The editorial pages that there are: key, language where it is another than the page's, and address."""
        there = [(key, self.texts[key]) for key in keys if key in self.texts]
        found = [(key, language if language in codes else codes[0]) for key, codes in there]
        return [(key, code if code != language else "", self.href(self.routes.page(code, key))) for key, code in found]

    def asset(self, name: str) -> str:
        """The address of an asset, which changes with what it holds."""
        return self.href(f"assets/{address(name, self.assets)}")

    def scripts_behind(self, name: str) -> Sequence[str]:
        """The addresses of all that a script imports, so that a page can ask for them at once."""
        return [self.href(f"assets/{each}") for each in scripts_behind(name, self.assets)]

    def facet_name(self, facet: Facet, language: str) -> Wording:
        """What a facet is called in a language."""
        if facet == PROFESSIONAL:
            return Wording(self.words[language]("nav.professionals"))
        if facet.municipality:
            whole, place = facet._replace(municipality=""), Facet("municipality", facet.municipality)
            return Wording(", ".join(self.facet_name(each, language).text for each in (whole, place)))
        if facet.kind in ("discipline", "trait"):
            return Wording(self.words[language](f"{facet.kind}.{facet.id}"))
        if facet.kind == "municipality":
            name = next(place.name for place in self.calendar.region.municipalities if place.id == facet.id)
            return self.show(name, language)
        record = self.calendar.find(RECORDS[facet.kind], facet.id)
        return self.show(record.label if record else None, language)

    def listings(self, language: str) -> Sequence[Listing]:
        """Every list of a language, the whole agenda first."""
        return self._listings[language]

    @cached_property
    def _listings(self) -> Mapping[str, Sequence[Listing]]:
        return {language: self._listings_in(language) for language in self.languages}

    def _listings_in(self, language: str) -> Sequence[Listing]:
        page, folder = self.routes.page(language, "agenda"), self.routes.home(language)
        agenda = Listing(language, None, page, folder, self.words[language]("agenda.title"))
        return [agenda, *(self.listing(language, facet) for facet in (*self.facets, *self.combined))]

    def subscriptions_of(self, listing: Listing) -> Sequence[Subscription]:
        """What stands beside a list."""
        return listing.own or [item for item in self.subscriptions if not (item.is_single and listing.facet)]

    def listing(self, language: str, facet: Facet) -> Listing:
        """The list of one facet in a language."""
        page, folder = self.routes.facet(language, facet), self.routes.folder(language, facet)
        return Listing(language, facet, page, folder, self.facet_name(facet, language).text)

    def upcoming(self, facet: Facet | None = None) -> Sequence[Event]:
        """The events of a facet that are not over, the next one first; runs stand by their first day."""
        return self._by_state[facet][0] if facet in self._by_state else ()

    def past(self, facet: Facet | None = None) -> Sequence[Event]:
        """The events of a facet that are over, the latest first."""
        return self._by_state[facet][1] if facet in self._by_state else ()

    @cached_property
    def _by_state(self) -> Mapping[Facet | None, tuple[Sequence[Event], Sequence[Event]]]:
        calendar = self.calendar
        found: dict[Facet | None, tuple[list[Event], list[Event]]] = defaultdict(lambda: ([], []))
        for event in sorted(calendar.all(Event), key=calendar.order):
            facets, is_over = calendar.facets_of(event), calendar.is_over(event)
            for facet in facets if PROFESSIONAL in facets else (None, *facets):
                found[facet][is_over].append(event)
        return {facet: (upcoming, past[::-1]) for facet, (upcoming, past) in found.items()}

    def fingerprint(self, *parts: object) -> str:
        """The fingerprint of an artifact: what it is, what it depends on, and what all depend on."""
        return digest([self._ground, *map(str, parts)])

    @cached_property
    def _ground(self) -> str:
        """What every artifact depends on: our own design, the settings, the municipalities."""
        return digest([self.design, str(self.calendar.settings), str(self.calendar.region), str(self.texts)])

    def events_fingerprint(self, events: Sequence[Event]) -> str:
        """What a list of events as shown depends on: their digests, in their order."""
        digests = self.calendar.digests
        return "".join([digests[event.id] for event in events])
