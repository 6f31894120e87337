"""The address of every page: one table, whose words are each language's own (`segment.*` in its catalogue)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from affiche.locales import Words
from affiche.model.facet import PROFESSIONAL, Facet
from affiche.model.record import Record
from affiche.model.region import Region

#: Which collection's pages a facet's pages are, where they are a record's own.
RECORD_FACETS = {"organisation": "organisations", "venue": "venues", "campaign": "campaigns", "group": "groups"}
#: The page that lists all facets of a kind.
FACET_PAGES = {
    "discipline": "disciplines",
    "municipality": "municipalities",
    "audience": "professionals",
} | RECORD_FACETS

#: Pages that stand below another: other forms, and those for contributors, below the form of events; newsletters below
#: their desk.
BELOW = dict.fromkeys(
    (
        "contribute.organisation",
        "contribute.venue",
        "contribute.call",
        "contribute.practice",
        "contribute.project",
        "contribute.group",
        "contribute.campaign",
        "guide",
        "recipes",
        "import",
        "file",
        "fields",
        "images",
        "kits",
        "campaign",
        "call",
        "together",
        "style",
    ),
    "contribute",
) | dict.fromkeys(
    (
        *("newsroom.week", "newsroom.weekend", "newsroom.fortnight", "newsroom.announced", "newsroom.last"),
        "newsroom.changes",
    ),
    "newsroom",
)

#: What the query calls the days of the agenda's own page.
AGENDA_DAYS = "14"


@dataclass(frozen=True, slots=True)
class Routes:
    """Paths of pages relative to the site, ending in `/`; `words` are the catalogues of the site's languages."""

    words: Mapping[str, Words]
    region: Region
    _pages: dict[tuple[str, str], str] = field(default_factory=dict, compare=False, repr=False)

    def home(self, language: str) -> str:
        """A language's home: `fr/`."""
        return f"{language}/"

    def page(self, language: str, key: str) -> str:
        """A page of its own, or a list: `fr/agenda/`, `fr/contribuer/guide/`; without a segment, under its key."""
        if (language, key) not in self._pages:
            words = self.words[language]
            above = self.page(language, BELOW[key]) if key in BELOW else self.home(language)
            segment = words(f"segment.{key}") if f"segment.{key}" in words else key
            self._pages[language, key] = f"{above}{segment}/"
        return self._pages[language, key]

    def shortcut(self, language: str, when: str) -> str:
        """The next days by their name in the query: `fr/agenda/ce-soir/`; fourteen of them are the agenda itself."""
        agenda = self.page(language, "agenda")
        return agenda if when == AGENDA_DAYS else f"{agenda}{self.words[language](f'segment.when.{when}')}/"

    def month(self, language: str, month: date) -> str:
        """A month, the same before and after: `fr/agenda/2026/10/`."""
        return f"{self.page(language, 'agenda')}{month.year}/{month.month:02}/"

    def month_table(self, language: str, month: date) -> str:
        """The table of a month: `fr/agenda/2026/10/mois/`."""
        return f"{self.month(language, month)}{self.words[language]('segment.month')}/"

    def changes_month(self, language: str, month: date) -> str:
        """All that changed in a month: `fr/changements/2026/10/`."""
        return f"{self.page(language, 'changes')}{month.year}/{month.month:02}/"

    def upcoming(self, language: str) -> str:
        """Everything upcoming, as the browser searches it: `fr/upcoming.json`."""
        return f"{self.home(language)}upcoming.json"

    def record(self, language: str, record: Record) -> str:
        """A record's page, under the same id in every language: `fr/evenements/zinneke/`."""
        return self.of_id(language, record.collection, record.id)

    def of_id(self, language: str, collection: str, record_id: str) -> str:
        """The page of an id in a collection, whether or not there is such a record."""
        return f"{self.page(language, collection)}{record_id}/"

    def entry(self, language: str, event: Record, name: str) -> str:
        """The calendar file of an event, under its id, or of one of its dates, under the local part of its UID."""
        return f"{self.record(language, event)}{name}.ics"

    def facet(self, language: str, facet: Facet) -> str:
        """A facet's page: `fr/disciplines/arts-visuels/`, `nl/gemeenten/elsene/`, or its organisation's or venue's.

        Of a facet without a page, the page that is nearest: its discipline's, or the agenda.
        """
        if facet == PROFESSIONAL:
            return self.page(language, PROFESSIONAL.id)
        if facet.kind == "trait":
            return self.page(language, "agenda")
        if facet.kind in RECORD_FACETS:
            return self.of_id(language, RECORD_FACETS[facet.kind], facet.id)
        return f"{self.page(language, FACET_PAGES[facet.kind])}{self._segment(language, facet)}/"

    def past(self, language: str, facet: Facet, year: int) -> str:
        """The past events of a facet in a year: `fr/disciplines/musique/archives/2025/`."""
        return f"{self.facet(language, facet)}{self.words[language]('segment.archive')}/{year}/"

    def calls(self, language: str, kind: str = "", year: int | None = None) -> str:
        """All calls, those of a kind, or those that closed in a year: `fr/appels/types/residence/`."""
        page, words = self.page(language, "calls"), self.words[language]
        if year:
            return f"{page}{words('segment.archive')}/{year}/"
        return f"{page}{words('segment.kinds')}/{words(f'segment.call.{kind}')}/" if kind else page

    def calls_of(self, language: str, facet: Facet) -> str:
        """The calls of a discipline: `fr/disciplines/musique/appels/`."""
        return f"{self.facet(language, facet)}{self.words[language]('segment.calls')}/"

    def newsletters(self, language: str, year: int | None = None) -> str:
        """The archive of newsletters, or a year of it: `fr/redaction/archives/2026/`."""
        archive = f"{self.page(language, 'newsroom')}{self.words[language]('segment.archive')}/"
        return f"{archive}{year}/" if year else archive

    def folder(self, language: str, facet: Facet) -> str:
        """Where a facet's feeds stand: beside its page; `fr/disciplines/musique/communes/ixelles/`, `fr/gratuit/`."""
        if facet.kind == "trait":
            return self.page(language, facet.id)
        page = self.facet(language, facet)
        if not facet.municipality:
            return page
        within = self.facet(language, Facet("municipality", facet.municipality))
        return f"{page}{within.removeprefix(self.home(language))}"

    def indicators(self, language: str, period: str) -> str:
        """The indicators of a year or a season: `fr/indicateurs/2026/`, `fr/indicateurs/2025-2026/`."""
        return f"{self.page(language, 'indicators')}{period}/"

    def _segment(self, language: str, facet: Facet) -> str:
        if facet.kind == "discipline":
            return self.words[language](f"segment.discipline.{facet.id}")
        return next(place.slug(language) for place in self.region.municipalities if place.id == facet.id)
