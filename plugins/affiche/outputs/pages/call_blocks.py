"""Calls on pages of something else: of their disciplines and their organisations, and a line on the home."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from affiche.model.call import Call
from affiche.model.facet import Facet
from affiche.model.organisation import Organisation
from affiche.outputs.calls.lines import call_line, calls_stamp
from affiche.outputs.calls.listing import list_path
from affiche.outputs.calls.lists import ALL, CallList, calls_of
from affiche.outputs.site import Site

#: The home names calls that close within so many days, and not more than so many.
SOON, MOST_SOON = timedelta(days=14), 3


def discipline_calls(site: Site, facet: Facet) -> Sequence[Call]:
    """The open calls for a discipline."""
    return calls_of(site).current(CallList(discipline=facet.id)) if facet.kind == "discipline" else ()


def discipline_view(site: Site, language: str, facet: Facet) -> Mapping[str, Any]:
    """What the page of a discipline shows of calls: the open ones, and where their list is, if there is one."""
    chosen = CallList(discipline=facet.id)
    has_list = facet.kind == "discipline" and chosen in calls_of(site).lists
    return {
        "calls": [call_line(site, call, language) for call in discipline_calls(site, facet)],
        "calls_href": site.href(list_path(site, language, chosen)) if has_list else "",
    }


def discipline_stamp(site: Site, facet: Facet) -> str:
    """What that depends on."""
    has_list = CallList(discipline=facet.id) in calls_of(site).lists
    return f"{has_list} {calls_stamp(site, discipline_calls(site, facet))}"


def organisation_view(site: Site, language: str, organisation: Organisation) -> Mapping[str, Any]:
    """What the page of an organisation shows of its calls."""
    lines = [call_line(site, call, language) for call in calls_of(site).by(organisation)]
    return {
        "calls": [line for line in lines if not line.closing.is_closed],
        "closed_calls": [line for line in lines if line.closing.is_closed],
    }


def soon(site: Site) -> Sequence[Call]:
    """The open calls that close within two weeks, the first in front."""
    return calls_of(site).closing_before(site.calendar.now + SOON)[:MOST_SOON]


def soon_view(site: Site, language: str) -> Mapping[str, Any]:
    """What the home says of calls: nothing while none closes soon."""
    return {
        "calls": [call_line(site, call, language) for call in soon(site)],
        "calls_href": site.href(list_path(site, language, ALL)),
    }
