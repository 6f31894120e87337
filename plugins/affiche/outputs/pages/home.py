"""A language's home: what comes next, what is on, and every way into the agenda."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from affiche.model.event import Event
from affiche.outputs.artifact import Artifact
from affiche.outputs.cards import cards_fingerprint, event_card
from affiche.outputs.jsonld import website_jsonld
from affiche.outputs.municipality_map import tile_map
from affiche.outputs.pages.days import runs_between
from affiche.outputs.pages.directories import facet_entries
from affiche.outputs.pages.page import Page, everywhere, page_artifact
from affiche.outputs.site import Site

NEXT, ON_NOW, ANNOUNCED = 9, 8, 4


def home_artifacts(site: Site) -> Iterator[Artifact]:
    """The home page of each language."""
    today = site.calendar.today.date()
    coming = [event for event in site.upcoming() if event.period is None][:NEXT]
    runs = runs_between(site, today, today)[:ON_NOW]
    announced = _announced(site, (*coming, *runs))
    for language in site.languages:
        page = Page(
            language=language,
            paths=everywhere(site, site.routes.home),
            title=site.words[language]("site.title"),
            description=site.words[language]("home.lead"),
        )
        disciplines = facet_entries(site, language, "discipline")
        municipalities, drawn = facet_entries(site, language, "municipality"), tile_map(site, language)
        stamp = (cards_fingerprint(site, (*coming, *runs, *announced)), today, disciplines, municipalities, drawn)
        lists = {"coming": coming, "runs": runs, "announced": announced}
        entries = {"disciplines": disciplines, "municipalities": municipalities, "map": drawn}
        yield page_artifact(site, page, "home.html", stamp, partial(_view, site, language, lists, entries))


def _announced(site: Site, shown: Sequence[Event]) -> list[Event]:
    """The latest published of the events to come, without those that the page already shows."""
    ids = {event.id for event in shown}
    others = [event for event in site.upcoming() if event.id not in ids]
    return sorted(others, key=lambda event: site.calendar.dates_of(event).published, reverse=True)[:ANNOUNCED]


def _view(
    site: Site, language: str, lists: Mapping[str, Sequence[Event]], entries: Mapping[str, object]
) -> Mapping[str, Any]:
    today = site.calendar.today.date()
    return {
        "data": [website_jsonld(site)],
        "today": site.dates[language].day(today),
        "agenda_href": site.href(site.routes.page(language, "agenda")),
        **{name: [event_card(site, language, event, day=today) for event in events] for name, events in lists.items()},
        **entries,
    }
