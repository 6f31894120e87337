"""Every page that search engines are to know."""

from __future__ import annotations

from datetime import datetime

from affiche.outputs.addresses import PageAddress, page_addresses
from affiche.outputs.pages import PAGES
from affiche.outputs.site import Site
from tests import factories as make

LATER = datetime(2026, 11, 1, 12, tzinfo=make.NOW.tzinfo)


def example() -> Site:
    records = (
        make.event("bal", title={"nl": "Bal"}, venue="la-vallee", disciplines=["dance"]),
        make.event("reunion", audience="members", start="2026-01-10 10:00"),
        make.event("ancien", replaced_by="bal"),
        make.event("retire", withdrawn={"date": "2026-11-01", "reason": {"fr": "Canular"}}),
        make.organisation(),
        make.venue(municipality="Ixelles"),
    )
    return make.site(*records, past=make.history(*records, bal=LATER))


def by_path(site: Site) -> dict[str, PageAddress]:
    return {page.paths["fr"]: page for page in page_addresses(site)}


def test_page_addresses_are_home_lists_facets_and_records() -> None:
    assert {path: page.updated for path, page in by_path(example()).items()} == {
        "fr/": LATER,
        "fr/agenda/": LATER,
        "fr/organisations/": make.UPDATED,
        "fr/lieux/": make.UPDATED,
        "fr/abonnement/": None,
        "fr/integrer/": None,
        "fr/disciplines/": LATER,
        "fr/communes/": LATER,
        "fr/disciplines/danse/": LATER,
        "fr/communes/ixelles/": LATER,
        "fr/professionnels/": make.UPDATED,
        "fr/organisations/zinneke/": make.UPDATED,
        "fr/lieux/la-vallee/": make.UPDATED,
        "fr/evenements/bal/": LATER,
        "fr/evenements/reunion/": make.UPDATED,
    }


def test_page_address_has_its_languages_and_those_that_are_canonical() -> None:
    page = by_path(example())["fr/evenements/bal/"]
    assert page.paths == {"fr": "fr/evenements/bal/", "nl": "nl/evenementen/bal/"}
    assert page.canonical == {"nl": "nl/evenementen/bal/"}


def test_page_address_of_an_empty_list_has_no_date() -> None:
    pages = by_path(make.site())
    assert {page.updated for page in pages.values()} == {None}
    assert "fr/professionnels/" in pages


def test_page_addresses_are_pages_that_are_built() -> None:
    site = example()
    built = {artifact.path for artifact in PAGES.artifacts(site)}
    named = {f"{path}index.html" for page in page_addresses(site) for path in page.paths.values()}
    assert named - built == set()
