"""The months of the agenda: which have a page, what is on it, on which of its parts a day stands."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from functools import partial

from affiche.outputs.pages.days import Entry, runs_between
from affiche.outputs.pages.parts import Part, cut, part_of, part_path
from affiche.outputs.pages.stretches import Stretch, Window, all_days, all_undated, days_in, undated_in
from affiche.outputs.site import Site


def months(site: Site) -> Sequence[date]:
    """The first days of the months in which something is or may be performed or a run begins, earliest first."""
    return site.once(("months",), partial(_months, site))


def _months(site: Site) -> list[date]:
    begins = {event.period.start for event in site.calendar.public if event.period and event.period.start}
    open_dates = {entry.occurrences[0].day for entry in all_undated(site)}
    return sorted({day.replace(day=1) for day in (*all_days(site), *begins, *open_dates)})


def coming_months(site: Site) -> Sequence[date]:
    """The months that have a page from this one on."""
    this_month = site.calendar.today.date().replace(day=1)
    return [month for month in months(site) if month >= this_month]


def month_link(site: Site, language: str, month: date) -> tuple[str, str]:
    """A month in words, and where it stands."""
    return site.dates[language].month(month), site.href(site.routes.month(language, month))


def beside(site: Site, month: date) -> tuple[date | None, date | None]:
    """The months before and after one that have a page."""
    known = months(site)
    place = known.index(month)
    return known[place - 1] if place else None, known[place + 1] if place + 1 < len(known) else None


def month_stretch(site: Site, month: date) -> Stretch:
    """All of a month; whether a run is on now makes no difference."""
    return site.once(("month", month), partial(_month_stretch, site, month))


def _month_stretch(site: Site, month: date) -> Stretch:
    last = month.replace(day=monthrange(month.year, month.month)[1])
    days, open_dates = days_in(site, Window(month, last)), undated_in(site, month, last)
    return Stretch(month, last, days, open_dates, runs_between(site, month, last))


def month_parts(site: Site, month: date) -> Sequence[Part[date | str, Entry]]:
    """The parts of a month's page."""
    return site.once(("month parts", month), lambda: cut(month_stretch(site, month).groups))


def month_href(site: Site, language: str, month: date, key: date | str) -> str:
    """The address of a day or a block of a month, in the part that holds it: `…/agenda/2026/12/2/#d-2026-12-19`."""
    path = part_path(site.routes.month(language, month), part_of(month_parts(site, month), key))
    return f"{site.href(path)}#{anchor(key)}"


def day_href(site: Site, language: str, day: date) -> str:
    """The address of a day in the page of its month."""
    return month_href(site, language, day.replace(day=1), day)


def anchor(key: date | str) -> str:
    """The name of a day or a block on its page: `d-2026-12-19`, `runs`."""
    return f"d-{key.isoformat()}" if isinstance(key, date) else key
