"""The archive: every year and month that has been, with the number of its events, at the months' own addresses.

A year has no page of its own: it would repeat twelve links that stand here under its heading.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from itertools import groupby
from typing import Any

from affiche.outputs.artifact import Artifact
from affiche.outputs.pages.months import month_stretch, months
from affiche.outputs.pages.page import own_page, page_artifact
from affiche.outputs.site import Site

KEY = "archive"
#: The events of each month of each year, the latest year first, its months in their order.
Years = list[tuple[int, list[tuple[date, int]]]]


def archive_artifacts(site: Site) -> Iterator[Artifact]:
    """The archive in each language."""
    found = _years(site)
    for language in site.languages:
        words = site.words[language]
        page = own_page(site, language, KEY, title=words("nav.archive"), description=words("archive.description"))
        yield page_artifact(site, page, "archive.html", (found,), partial(_view, site, language, found))


def _years(site: Site) -> Years:
    this_month = site.calendar.today.date().replace(day=1)
    counted = [(month, _count(site, month)) for month in months(site) if month <= this_month]
    years = [(year, list(found)) for year, found in groupby(counted, key=lambda item: item[0].year)]
    return years[::-1]


def _count(site: Site, month: date) -> int:
    """The events of a month, each once."""
    return len({event.id for event in month_stretch(site, month).events})


def _view(site: Site, language: str, years: Years) -> Mapping[str, Any]:
    words = site.words[language]
    return {
        "years": [
            (
                year,
                [
                    (words(f"month.{month.month}"), site.href(site.routes.month(language, month)), count)
                    for month, count in found
                ],
            )
            for year, found in years
        ],
        "agenda_href": site.href(site.routes.page(language, "agenda")),
    }
