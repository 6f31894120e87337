"""The page to search: the finder, and, for whoever has no script, every way to browse what is to come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from affiche.model.organisation import Organisation
from affiche.model.place import Venue
from affiche.outputs.artifact import Artifact
from affiche.outputs.pages.directories import Entry, facet_entries
from affiche.outputs.pages.months import coming_months, month_link
from affiche.outputs.pages.page import own_page, page_artifact
from affiche.outputs.pages.shortcuts import shortcut_links
from affiche.outputs.site import Site

KEY = "search"
#: The facets whose pages it leads to.
FACETS = {"disciplines": "discipline", "municipalities": "municipality"}


def search_artifacts(site: Site) -> Iterator[Artifact]:
    """The page in each language.

    Search engines may list it: what is searched stands in the query, which its canonical address has not.
    """
    for language in site.languages:
        words, shown = site.words[language], _shown(site, language)
        page = own_page(site, language, KEY, title=words("search.title"), description=words("search.lead"))
        yield page_artifact(site, page, "search.html", (shown,), partial(dict, shown))


def _shown(site: Site, language: str) -> Mapping[str, Any]:
    """All that it says and leads to: dates, facets with something to come, the number of venues and organisations."""
    return {
        "count": len(site.upcoming()),
        "shortcuts": shortcut_links(site, language),
        "months": [month_link(site, language, month) for month in coming_months(site)],
        **{name: _with_something(site, language, kind) for name, kind in FACETS.items()},
        "lists": [
            (key, site.href(site.routes.page(language, key)), len(site.calendar.all(model)))
            for key, model in (("venues", Venue), ("organisations", Organisation))
        ],
    }


def _with_something(site: Site, language: str, kind: str) -> Sequence[Entry]:
    return [entry for entry in facet_entries(site, language, kind) if entry.count]
