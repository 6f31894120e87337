"""Every page that search engines are to know."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from affiche.model.history import Dates, History
from affiche.outputs.addresses import PageAddress, page_addresses
from affiche.outputs.newsroom.output import NEWSROOM
from affiche.outputs.pages import PAGES
from affiche.outputs.site import Site
from tests import factories as make

TEXTS = {"about": ("fr", "nl"), "dates": ("nl",)}
LATER = datetime(2026, 11, 1, 12, tzinfo=make.NOW.tzinfo)


def example() -> Site:
    records = (
        make.event("bal", title={"nl": "Bal"}, venue="la-vallee", disciplines=["dance"]),
        make.event("reunion", audience="members", start="2026-01-10 10:00"),
        make.event("ancien", replaced_by="bal"),
        make.event("retire", withdrawn={"date": "2026-11-01", "reason": {"fr": "Canular"}}),
        make.organisation(),
        make.venue(municipality="Ixelles"),
        make.campaign(),
        make.group(),
        make.project(),
        make.practice(),
    )
    return make.site(*records, past=make.history(*records, bal=LATER))


def by_path(site: Site) -> dict[str, PageAddress]:
    return {page.paths["fr"]: page for page in page_addresses(site)}


def test_page_addresses_are_home_lists_facets_and_records() -> None:
    assert {path: page.updated for path, page in by_path(example()).items()} == {
        "fr/": LATER,
        "fr/archives/": LATER,
        "fr/agenda/": None,
        "fr/agenda/aujourd-hui/": None,
        "fr/agenda/ce-soir/": None,
        "fr/agenda/demain/": None,
        "fr/agenda/ce-week-end/": None,
        "fr/agenda/7-jours/": None,
        "fr/agenda/30-jours/": LATER,
        "fr/appels/": None,
        "fr/redaction/": LATER,
        "fr/redaction/cette-semaine/": None,
        "fr/redaction/ce-week-end/": None,
        "fr/redaction/deux-semaines/": None,
        "fr/redaction/tout-juste-annonce/": LATER,
        "fr/redaction/derniere-chance/": None,
        "fr/redaction/ce-qui-change/": None,
        "fr/redaction/archives/": None,
        "fr/changements/": LATER,
        "fr/recherche/": LATER,
        "fr/abonnement/": None,
        "fr/favoris/": None,
        "fr/votre-avis/": None,
        "fr/organisations/": make.UPDATED,
        "fr/lieux/": make.UPDATED,
        "fr/campagnes/": make.UPDATED,
        "fr/calendrier-commun/": make.UPDATED,
        "fr/groupes/": make.UPDATED,
        "fr/projets/": make.UPDATED,
        "fr/pratiques/": make.UPDATED,
        "fr/offres-et-demandes/": None,
        "fr/bruxelles-a-l-etranger/": None,
        "fr/plan-de-promotion/": LATER,
        "fr/programmes/": LATER,
        "fr/indicateurs/": LATER,
        "fr/indicateurs/2026/": None,
        "fr/indicateurs/2025-2026/": None,
        "fr/indicateurs/2026-2027/": None,
        "fr/programmes/2026-w47/": None,
        "fr/programmes/2026-w48/": None,
        "fr/programmes/2026-11/": None,
        "fr/programmes/2026-12/": None,
        "fr/programmes/communes/ixelles/2026-12/": None,
        "fr/integrer/": None,
        "fr/reseau/": None,
        "fr/durabilite/": None,
        "fr/contribuer/": None,
        "fr/contribuer/organisation/": None,
        "fr/contribuer/lieu/": None,
        "fr/contribuer/appel/": None,
        "fr/contribuer/lecon/": None,
        "fr/contribuer/projet/": None,
        "fr/contribuer/groupe/": None,
        "fr/contribuer/campagne/": None,
        "fr/disciplines/": LATER,
        "fr/communes/": LATER,
        "fr/agenda/2026/12/": LATER,
        "fr/agenda/2026/12/mois/": LATER,
        "fr/disciplines/danse/": LATER,
        "fr/communes/ixelles/": LATER,
        "fr/professionnels/": make.UPDATED,
        "fr/organisations/zinneke/": make.UPDATED,
        "fr/lieux/la-vallee/": make.UPDATED,
        "fr/campagnes/hiver/": make.UPDATED,
        "fr/groupes/theatre/": make.UPDATED,
        "fr/projets/parade/": make.UPDATED,
        "fr/pratiques/ateliers-ouverts/": make.UPDATED,
        "fr/evenements/bal/": LATER,
        "fr/evenements/reunion/": make.UPDATED,
    }


def test_page_address_has_its_languages_and_those_that_are_canonical() -> None:
    page = by_path(example())["fr/evenements/bal/"]
    assert page.paths == {"fr": "fr/evenements/bal/", "nl": "nl/evenementen/bal/"}
    assert page.canonical == {"nl": "nl/evenementen/bal/"}


def test_page_address_of_a_month_is_as_new_as_what_happens_in_it() -> None:
    run = make.event("expo", period={"start": "2026-11-07", "end": "2027-01-03"})
    records = run, make.event("nuit", start="2026-12-05"), make.event("printemps", start="2027-04")
    pages = by_path(make.site(*records, past=make.history(*records, nuit=LATER)))
    assert {path: page.updated for path, page in pages.items() if re.fullmatch(r"fr/agenda/20../../", path)} == {
        "fr/agenda/2026/11/": make.UPDATED,
        "fr/agenda/2026/12/": LATER,
        "fr/agenda/2027/04/": make.UPDATED,
    }


def test_page_addresses_have_every_part_of_a_list_and_what_each_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("affiche.outputs.pages.parts.MOST_CARDS", 2)
    records = [make.event(f"e-{day}", start=f"2026-12-{day:02}") for day in (1, 2, 3)]
    pages = by_path(make.site(*records, past=make.history(*records, e_3=LATER)))
    assert {path: page.updated for path, page in pages.items() if path.startswith("fr/agenda/") and page.updated} == {
        "fr/agenda/": make.UPDATED,
        "fr/agenda/2/": LATER,
        "fr/agenda/30-jours/": make.UPDATED,
        "fr/agenda/30-jours/2/": LATER,
        "fr/agenda/2026/12/": make.UPDATED,
        "fr/agenda/2026/12/2/": LATER,
        "fr/agenda/2026/12/mois/": LATER,
    }


def test_page_address_of_our_own_text_is_there_where_it_is_written() -> None:
    site = replace(make.site(past=History({("pages", "about"): Dates(make.PUBLISHED, LATER)})), texts=TEXTS)
    pages = {path: page for page in page_addresses(site) for path in page.paths.values()}
    about, dates = pages["fr/a-propos/"], pages["nl/data-en-uren/"]
    assert (about.canonical, about.updated) == ({"fr": "fr/a-propos/", "nl": "nl/over/"}, LATER)
    assert (dates.canonical, dates.updated) == ({"nl": "nl/data-en-uren/"}, None)


def test_page_address_of_what_was_never_committed_has_no_date() -> None:
    said = make.event("dit", published="2026-10-01 09:00")
    pages = by_path(make.site(make.event("bal"), said, make.venue(), past=History()))
    assert pages["fr/evenements/bal/"].updated is None
    assert pages["fr/lieux/la-vallee/"].updated is None
    assert pages["fr/evenements/dit/"].updated == datetime(2026, 10, 1, 7, tzinfo=UTC)
    assert pages["fr/agenda/30-jours/"].updated == datetime(2026, 10, 1, 7, tzinfo=UTC)


def test_page_address_of_an_empty_list_has_no_date() -> None:
    pages = by_path(make.site())
    assert {page.updated for page in pages.values()} == {None}
    assert "fr/professionnels/" in pages


def test_page_addresses_are_pages_that_are_built() -> None:
    site = example()
    built = {artifact.path for output in (PAGES, NEWSROOM) for artifact in output.artifacts(site)}
    named = {f"{path}index.html" for page in page_addresses(site) for path in page.paths.values()}
    assert named - built == set()
