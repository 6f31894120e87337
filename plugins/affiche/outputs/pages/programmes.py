"""Printed programmes: the week and the month, the month of a municipality, a campaign; and the page that lists them.

Each is a page of its own, plain enough to be printed; the PDF that `make programme` makes of it stands beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from typing import Any

from affiche.model.campaign import Campaign
from affiche.model.event import Event
from affiche.model.facet import Facet
from affiche.model.text import Wording
from affiche.model.week import Week
from affiche.outputs.artifact import Artifact, file_artifact
from affiche.outputs.cards import event_card
from affiche.outputs.entry_texts import capitalised
from affiche.outputs.pages.days import Day, Entry, day_view, days_fingerprint
from affiche.outputs.pages.page import Page, everywhere, own_page, page_artifact
from affiche.outputs.pages.stretches import Window, days_in, open_runs
from affiche.outputs.site import Site

KEY = "programmes"
#: What a programme holds: its days with their entries, its runs.
Held = tuple[Mapping[date, Sequence[Entry]], Sequence[Event]]
#: How many weeks and how many months have a programme, the present one included.
WEEKS, MONTHS = 2, 2
#: What programmes are of, in the order of the list.
GROUPS = ("all", "campaign", "municipality")


@dataclass(frozen=True, slots=True)
class Programme:
    """What is on from a first to a last day, of a facet or of all; `name` is the end of its address."""

    name: str
    first: date
    last: date
    facet: Facet | None = None

    def path(self, site: Site, language: str) -> str:
        """The path of its page: `fr/programmes/2026-12/`, `fr/programmes/communes/ixelles/2026-12/`."""
        within = site.routes.facet(language, self.facet).removeprefix(site.routes.home(language)) if self.facet else ""
        return f"{site.routes.page(language, KEY)}{within}{self.name}"

    def pdf(self, site: Site, language: str) -> str:
        """The path of its PDF, whether or not there is one."""
        return f"{self.path(site, language).rstrip('/')}.pdf"


@dataclass(frozen=True, slots=True)
class ProgrammeLine:
    """A programme in the list: its title, its days, its PDF where there is one."""

    title: Wording
    days: str
    href: str
    pdf: str


def programme_artifacts(site: Site) -> Iterator[Artifact]:
    """The programmes in each language, their PDFs, and the list of all."""
    found = [*programmes(site)]
    for language in site.languages:
        for programme in found:
            yield _programme_artifact(site, programme, language)
            if data := site.programmes.get(programme.pdf(site, language)):
                yield file_artifact(programme.pdf(site, language), data)
        words = site.words[language]
        groups = _groups(site, found, language)
        page = own_page(site, language, KEY, title=words(f"nav.{KEY}"), description=words("programmes.lead"))
        yield page_artifact(site, page, "programmes.html", (groups,), partial(dict, groups=groups))


def programmes(site: Site) -> Iterator[Programme]:
    """The weeks and months from today on, the months of each municipality, the campaigns; no empty ones of a facet."""
    today = site.calendar.today.date()
    months = list(_months(today))
    for number in range(WEEKS):
        week = Week.of(today).back(-number)
        yield Programme(f"{week}/".lower(), max(week.monday, today), week.sunday)
    yield from months
    for facet in site.facets:
        if facet.kind == "municipality":
            yield from (each for month in months if _has_any(site, each := replace(month, facet=facet)))
    for campaign in site.calendar.all(Campaign):
        last = campaign.last or months[-1].last
        programme = Programme("", max(campaign.first or today, today), last, Facet("campaign", campaign.id))
        if programme.first <= last and _has_any(site, programme):
            yield programme


def _months(today: date) -> Iterator[Programme]:
    first = today.replace(day=1)
    for _ in range(MONTHS):
        following = (first + timedelta(days=31)).replace(day=1)
        yield Programme(f"{first:%Y-%m}/", max(first, today), following - timedelta(days=1))
        first = following


def _has_any(site: Site, programme: Programme) -> bool:
    days, runs = _content(site, programme)
    return bool(days or runs)


def _content(site: Site, programme: Programme) -> Held:
    """What a programme holds, found once for all languages."""
    return site.once(("programme", programme), partial(_found, site, programme))


def _found(site: Site, programme: Programme) -> Held:
    window, wanted = Window(programme.first, programme.last), programme.facet
    days = {
        day: kept
        for day, entries in days_in(site, window).items()
        if (kept := [each for each in entries if wanted is None or wanted in site.calendar.facets_of(each.event)])
    }
    runs = [each for each in open_runs(site, window) if wanted is None or wanted in site.calendar.facets_of(each)]
    return days, runs


def _programme_artifact(site: Site, programme: Programme, language: str) -> Artifact:
    days, runs = _content(site, programme)
    page = Page(
        language=language,
        paths=everywhere(site, lambda code: programme.path(site, code)),
        title=site.words[language](
            "programme.title",
            name=_title(site, programme, language).text,
            days=_days_words(site, programme, language),
        ),
        description=site.words[language]("programmes.lead"),
        section=KEY,
    )
    pdf = programme.pdf(site, language) in site.programmes
    stamp = (days_fingerprint(site, days.items(), runs), programme, pdf)
    return page_artifact(site, page, "programme.html", stamp, partial(_view, site, programme, language))


def _title(site: Site, programme: Programme, language: str) -> Wording:
    """What it is of: a week, a month, a municipality or a campaign."""
    words, dates = site.words[language], site.dates[language]
    if programme.facet:
        return site.facet_name(programme.facet, language)
    if "-w" in programme.name:
        return Wording(words("programme.week", number=programme.last.isocalendar().week))
    return Wording(capitalised(dates.month(programme.last)))


def _view(site: Site, programme: Programme, language: str) -> Mapping[str, Any]:
    days, runs = _content(site, programme)
    pdf = programme.pdf(site, language)
    return {
        "name": _title(site, programme, language),
        "days": _days_words(site, programme, language),
        "entries": [_day(site, language, day, found) for day, found in days.items()],
        "runs": [event_card(site, language, event) for event in runs],
        "pdf": site.href(pdf) if pdf in site.programmes else "",
        "list_href": site.href(site.routes.page(language, KEY)),
    }


def _day(site: Site, language: str, day: date, entries: Sequence[Entry]) -> tuple[str, Day]:
    """A day in words, and what is on."""
    return site.dates[language].day(day), day_view(site, language, day, entries)


def _days_words(site: Site, programme: Programme, language: str) -> str:
    return site.dates[language].period(programme.first, programme.last)


def _groups(site: Site, found: Sequence[Programme], language: str) -> Mapping[str, Sequence[ProgrammeLine]]:
    """The programmes by what they are of, without the groups that are empty."""
    groups: dict[str, list[ProgrammeLine]] = {name: [] for name in GROUPS}
    for programme in found:
        pdf = programme.pdf(site, language)
        line = ProgrammeLine(
            _title(site, programme, language),
            _days_words(site, programme, language),
            site.href(programme.path(site, language)),
            site.href(pdf) if pdf in site.programmes else "",
        )
        groups[programme.facet.kind if programme.facet else "all"].append(line)
    return {name: lines for name, lines in groups.items() if lines}
