"""The agenda by day, and what has no day yet."""

from __future__ import annotations

import pytest

from tests.pages import BuiltSite, Page, text_of

MONTH, SEASON = "/fr/evenements/un-mois/", "/fr/evenements/une-saison/"


def linked(page: Page, section: str) -> set[str]:
    return set(page.all(f"//section[{section}]//h3/a/@href"))


@pytest.mark.parametrize(
    ("path", "undated"),
    [("fr/agenda/2027/03/", {SEASON}), ("fr/agenda/2027/04/", {MONTH, SEASON}), ("fr/agenda/", set())],
)
def test_what_has_no_day_stands_in_a_block_of_its_own(small: BuiltSite, path: str, undated: set[str]) -> None:
    page = small.page(path)
    assert linked(page, "@aria-labelledby='undated'") == undated
    assert linked(page, "starts-with(@aria-labelledby, 'd-')") & {MONTH, SEASON} == set()


def test_the_block_without_days_says_what_is_known(small: BuiltSite) -> None:
    section = small.page("nl/agenda/2027/04/").one("//section[@aria-labelledby='undated']")
    assert text_of(section.find("h2")) == "Datum nog te bepalen"
    assert {text_of(date) for date in section.xpath(".//p[@class='card-date']")} == {
        "apr 2027",
        "in de lente van 2027",
    }
