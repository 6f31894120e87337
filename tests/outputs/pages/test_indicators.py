"""The pages of indicators: each number in a drawing and in its table, links to lists, names that stay text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from affiche.outputs.artifact import Artifact
from affiche.outputs.indicators.periods import freeze
from affiche.outputs.markup import make_environment
from affiche.outputs.pages.indicators import indicator_page_artifacts
from affiche.outputs.site import Site
from affiche.sources.assets import load_assets
from tests import factories as make
from tests.outputs.indicators.example import busy_records, busy_site
from tests.pages import BuiltSite, Page, parse_page, text_of
from tests.projects import ROOT

OVERRIDES = ROOT / "overrides"
HOSTILE = "</text></svg><script>alert(1)</script> \"onload=x ' & {{ 7 * 7 }}"


def drawn(site: Site) -> Site:
    """A site that can be drawn."""
    return replace(site, templates=make_environment(OVERRIDES), assets=load_assets(OVERRIDES))


def artifacts(site: Site) -> Iterator[Artifact]:
    return indicator_page_artifacts(drawn(site))


def page_of(site: Site, path: str) -> Page:
    (found,) = (each for each in artifacts(site) if each.path == f"{path}index.html")
    return parse_page(path, found.render())


@cache
def busy(path: str) -> Page:
    return page_of(busy_site(), path)


def table(page: Page, key: str) -> dict[str, str]:
    """The rows of a table by what they are about."""
    rows = page.all(f"//section[@id='{key}']//tbody/tr")
    return {text_in(row, "th"): text_in(row, "td[last()]") for row in rows}


def text_in(row: Any, path: str) -> str:
    (found,) = row.xpath(path)
    return text_of(found)


def test_a_year_says_its_figures_as_large_as_posters() -> None:
    tiles = busy("fr/indicateurs/2026/").all("//ul[class~figures]/li")
    said = [(text_in(tile, "p[1]"), text_in(tile, "h3")) for tile in tiles]
    assert said[:6] == [
        ("11", "Événements"),
        ("13", "Dates"),
        ("3", "Organisations actives"),
        ("91 %", "Dans toutes les langues"),
        ("27 %", "Prix indiqué"),
        ("33 %", "Gratuits"),
    ]
    assert text_in(tiles[0], "p[last()]") == "2025 : 9"


def test_the_table_beside_a_drawing_has_its_numbers() -> None:
    page = busy("nl/indicatoren/2026/")
    for figure in page.all("//section[class~figure][.//*[local-name()='svg']]"):
        key = figure.get("id")
        numbers = {"".join(each.itertext()) for each in figure.xpath(".//*[@class='number']")}
        beside = " ".join(table(page, key).values())
        if key != "partners":
            assert {number for number in numbers if number not in beside} == set(), key


def test_every_drawing_is_an_image_with_a_name() -> None:
    images = busy("fr/indicateurs/2026/").all("//main//*[local-name()='svg']")
    assert len(images) > 10
    assert {each.get("role") for each in images} == {"img"}
    assert all("le tableau qui suit" in each.get("aria-label") for each in images)


def test_every_figure_says_in_words_what_it_counts() -> None:
    page = busy("nl/indicatoren/2026/")
    about = page.texts("//section[class~figure]/p[class~figure-about]")
    assert len(about) == len(page.all("//section[class~figure]"))
    assert all(len(text) > 15 for text in (*about, *page.texts("//p[@class='figure-means']")))


def test_who_works_with_whom_is_a_matrix_of_numbered_organisations() -> None:
    page = busy("fr/indicateurs/2026/")
    assert table(page, "partners") == {"Ana": "2", "Bo": "2", "La Clé": "2"}
    cells = page.texts("//section[@id='partners']//*[@data-step]")
    assert sorted(cells) == ["1", "1", "1", "1", "2", "2"]
    assert table(page, "pairs") == {"Ana et Bo": "2", "Ana et La Clé": "1", "Bo et La Clé": "1"}


@pytest.mark.parametrize(
    ("key", "row", "href"),
    [
        ("months", "décembre 2026", "/fr/agenda/2026/12/"),
        ("disciplines", "Musique", "/fr/disciplines/musique/"),
        ("municipalities", "Ixelles", "/fr/communes/ixelles/"),
        ("organisations", "La Clé", "/fr/organisations/cle/"),
        ("professional", "Réunion", "/fr/professionnels/"),
        ("files", "Lieux", "/fr/lieux/"),
    ],
)
def test_a_figure_leads_to_its_list(key: str, row: str, href: str) -> None:
    links = busy("fr/indicateurs/2026/").all(f"//section[@id='{key}']//th/a")
    assert {text_of(link): link.get("href") for link in links}[row] == href


def test_what_has_no_list_has_no_link() -> None:
    page = busy("fr/indicateurs/2026/")
    assert page.all("//section[@id='types']//a | //section[@id='states']//a") == []
    assert page.texts("//section[@id='months']//a") == ["avril 2026", "décembre 2026"]


def test_the_index_compares_the_years() -> None:
    page = busy("fr/indicateurs/")
    assert page.texts("//section[@aria-labelledby='years']//a/strong") == ["2026", "2025"]
    assert page.texts("//section[@aria-labelledby='seasons']//a/strong")[0] == "2026-2027"
    first = page.all("//section[class~comparison]")[0]
    assert [text_in(row, "td") for row in first.xpath(".//tr")] == ["9", "11"]


def test_a_frozen_year_says_since_when_and_by_which_definitions() -> None:
    site = busy_site()
    page = page_of(replace(site, snapshots={2025: freeze(site, 2025)}), "fr/indicateurs/2025/")
    lead = page.texts("//p[class~lead]")[0]
    assert "Chiffres figés le 21 novembre 2026" in lead
    assert "version 1" in lead
    assert "aujourd’hui" not in lead
    assert page.texts("//section[@id='files']/h3") == ["Les fiches"]
    assert "figés" not in busy("fr/indicateurs/2025/").texts("//p[class~lead]")[0]


def test_a_frozen_year_leads_nowhere_that_is_gone() -> None:
    snapshot = freeze(busy_site(), 2025)
    page = page_of(replace(make.site(), snapshots={2025: snapshot}), "fr/indicateurs/2025/")
    assert table(page, "organisations") == {"Ana": "9"}
    assert page.all("//section[class~figure][not(@id='files')]//th/a") == []


@pytest.mark.parametrize("path", ["fr/indicateurs/2026/", "fr/indicateurs/", "nl/indicatoren/2026-2027/"])
def test_no_event_at_all_is_said(path: str) -> None:
    page = page_of(make.site(), path)
    assert len(page.all("//h1")) == 1
    assert ("Aucun événement" in " ".join(page.texts("//main"))) == (path == "fr/indicateurs/2026/")
    assert page.errors == ()


def test_one_event_draws_a_whole_page() -> None:
    page = page_of(make.site(make.event(), make.organisation()), "fr/indicateurs/2026/")
    assert (page.errors, table(page, "organisations")) == ((), {"Zinneke": "1"})


def test_hostile_names_are_text_in_drawings_and_tables() -> None:
    houses = [make.organisation(each, name=f"{HOSTILE} {each}") for each in ("ana", "bo", "cle")]
    site = make.site(*houses, make.event(organisers=["ana", "bo", "cle"]))
    (found,) = (each for each in artifacts(site) if each.path == "fr/indicateurs/2026/index.html")
    page = parse_page("fr/indicateurs/2026/", found.render())
    assert page.errors == ()
    assert page.all("//main//script | //main//*[@onload]") == []
    assert set(table(page, "organisations")) == {" ".join(f"{HOSTILE} {each}".split()) for each in ("ana", "bo", "cle")}
    assert any(
        "</text></svg><script>" in text for text in page.texts("//section[@id='organisations']//*[local-name()='text']")
    )


def test_a_name_that_is_too_long_is_shortened_in_its_drawing_only() -> None:
    name = "Bibliothèque " * 20
    page = page_of(make.site(make.organisation(name=name.strip()), make.event()), "fr/indicateurs/2026/")
    (label, _) = page.texts("//section[@id='organisations']//*[local-name()='text']")
    assert (len(label) <= 46, label[-1]) == (True, "…")
    assert table(page, "organisations") == {name.strip(): "1"}


def test_past_years_stay_as_they_are_while_days_go_by() -> None:
    records = [*busy_records(), make.event("jadis", organisers=["ana"], start="2023-05-01")]
    records.append(make.event("demain", organisers=["ana"], start="2027-05-01"))
    before, after = (
        {each.path: each.fingerprint for each in artifacts(make.site(*records, now=make.NOW.replace(day=day)))}
        for day in (21, 22)
    )
    changed = {path for path in before if before[path] != after[path]}
    assert changed == {
        f"{start}{year}index.html" for start in ("fr/indicateurs/", "nl/indicatoren/") for year in ("", "2026/")
    }


def test_a_built_site_has_the_page_in_its_footer_and_every_link_answers(small: BuiltSite) -> None:
    assert "/fr/indicateurs/" in [link.get("href") for link in small.page("fr/").all("//footer//a")]
    page = small.page("fr/indicateurs/2026/")
    hrefs = [link.get("href") for link in page.all("//main//a")]
    assert len(hrefs) > 5
    assert [href for href in hrefs if not there(small, href)] == []


def there(site: BuiltSite, href: str) -> bool:
    path = re.sub("#.*", "", href).removeprefix("/")
    return path in site.files or f"{path}index.html" in site.files
