"""The page to subscribe: every feed and calendar of the site in one place, and how newsletters use them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from affiche.model.facet import PROFESSIONAL, Facet, has_page
from affiche.model.language import fold_name
from affiche.model.text import Wording
from affiche.outputs.artifact import Artifact
from affiche.outputs.calls.listing import KEY as CALLS
from affiche.outputs.calls.listing import call_listing
from affiche.outputs.calls.lists import calls_of
from affiche.outputs.listing import Listing
from affiche.outputs.pages.page import own_page, page_artifact
from affiche.outputs.pages.practices import KEY as PRACTICES
from affiche.outputs.practice_feed import practice_listing
from affiche.outputs.routes import FACET_PAGES
from affiche.outputs.site import Site
from affiche.outputs.subscribing import ways

KEY = "subscribe"
#: The lists by kind, in the order of the page; `combined` are the disciplines of a municipality.
KINDS = ("trait", "discipline", "municipality", "organisation", "venue", "campaign", "group", "combined")
#: Services that send newsletters, by their keys in the catalogues.
SERVICES = {
    "mailchimp": "Mailchimp", "brevo": "Brevo", "mailerlite": "MailerLite", "mailjet": "Mailjet",
    "buttondown": "Buttondown",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """A list: its name, its page where it has one, and named links to its files.

    The page has the links of calendar services; without one, they are here.
    """

    name: Wording
    href: str
    links: Sequence[tuple[str, str]]


def subscribe_artifacts(site: Site) -> Iterator[Artifact]:
    """The page in each language."""
    for language in site.languages:
        words, groups = site.words[language], _groups(site, language)
        page = own_page(site, language, KEY, title=words("nav.subscribe"), description=words("subscribe.lead"))
        view = partial(_view, site, language, groups)
        yield page_artifact(site, page, "subscribe.html", (groups, site.subscriptions), view)


def _groups(site: Site, language: str) -> Mapping[str, Sequence[Row]]:
    """The lists of each kind by name, without the kinds that have none."""
    groups: dict[str, list[Row]] = {kind: [] for kind in KINDS}
    for listing in site.listings(language):
        if listing.facet and listing.facet != PROFESSIONAL:
            kind = "combined" if listing.facet.municipality else listing.facet.kind
            groups[kind].append(_row(site, listing, listing.facet))
    for kind in KINDS[1:]:
        groups[kind].sort(key=lambda row: fold_name(row.name.text))
    groups[CALLS] = [_named_row(site, call_listing(site, language, chosen)) for chosen in calls_of(site).lists]
    groups[PRACTICES] = [_named_row(site, practice_listing(site, language))]
    return {kind: rows for kind, rows in groups.items() if rows}


def _named_row(site: Site, listing: Listing) -> Row:
    links = [(item.label, site.href(item.path(listing))) for item in site.subscriptions_of(listing)]
    return Row(Wording(listing.title), site.href(listing.page), links)


def _row(site: Site, listing: Listing, facet: Facet) -> Row:
    links = [(item.label, site.href(item.path(listing))) for item in site.subscriptions_of(listing)]
    name = site.facet_name(facet, listing.language)
    if has_page(facet):
        return Row(name, site.href(listing.page), links)
    return Row(name, "", [*links, *(service for way in ways(site, listing) for service in way.services)])


def _view(site: Site, language: str, groups: Mapping[str, Sequence[Row]]) -> Mapping[str, Any]:
    words = site.words[language]
    titles = {kind: f"nav.{FACET_PAGES[kind]}" if kind in FACET_PAGES else f"subscribe.{kind}" for kind in KINDS}
    titles |= {CALLS: f"nav.{CALLS}", PRACTICES: f"nav.{PRACTICES}"}
    return {
        "agenda": ways(site, site.listings(language)[0]),
        "professional": ways(site, site.listing(language, PROFESSIONAL)),
        "groups": [(kind, words(titles[kind]), words(f"subscribe.{kind}.text"), rows) for kind, rows in groups.items()],
        "services": [(name, words(f"service.{key}")) for key, name in SERVICES.items()],
    }
