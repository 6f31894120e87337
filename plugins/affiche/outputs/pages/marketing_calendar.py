"""The shared marketing calendar as a page, for professionals: who says what, where and when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from affiche.model.campaign import Campaign
from affiche.outputs.artifact import Artifact
from affiche.outputs.pages.page import own_page, page_artifact
from affiche.outputs.site import Site
from affiche.outputs.steps import CALENDAR, PAGE, TABLE, by_month, step_lines, steps_stamp


def marketing_calendar_artifacts(site: Site) -> Iterator[Artifact]:
    """The page in each language."""
    stamp = (steps_stamp(site, site.calendar.all(Campaign)), site.calendar.today.date())
    for language in site.languages:
        words = site.words[language]
        page = own_page(site, language, PAGE, title=words(f"nav.{PAGE}"), description=words("steps.lead"))
        yield page_artifact(site, page, "marketing_calendar.html", stamp, partial(_view, site, language))


def _view(site: Site, language: str) -> Mapping[str, Any]:
    lines, today = step_lines(site, site.calendar.all(Campaign), language), site.calendar.today.date()
    folder = site.href(site.routes.page(language, PAGE))
    dates = site.dates[language]
    coming = by_month([line for line in lines if line.step.date >= today])
    past = by_month([line for line in lines if line.step.date < today])[::-1]
    return {
        "calendar_href": f"{folder}{CALENDAR}",
        "table_href": f"{folder}{TABLE}",
        "campaigns_href": site.href(site.routes.page(language, "campaigns")),
        "months": [(dates.month(month), found) for month, found in coming],
        "past": [(dates.month(month), found) for month, found in past],
    }
