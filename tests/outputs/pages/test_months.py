"""Months: their tables, and the archive of those that have been."""

from __future__ import annotations

from pathlib import Path

from affiche.outputs.pages.month_tables import month_table
from tests import factories as make
from tests.outputs.pages.test_lists import built
from tests.pages import BuiltSite, text_of


def test_a_month_is_whole_weeks_from_monday() -> None:
    site = make.site(make.event(start="2026-12-05"))
    found = month_table(site, "fr", make.NOW.date().replace(month=12, day=1)).weeks
    assert [len(week) for week in found] == [7] * 5
    numbers = [cell.number if cell else 0 for week in found for cell in week]
    assert numbers == [0, *range(1, 32), 0, 0, 0]
    assert {cell.number: cell.count for week in found for cell in week if cell and cell.count} == {5: 1}


def test_a_day_of_the_table_says_its_date_and_its_events_and_leads_to_them(tmp_path: Path) -> None:
    site = built(tmp_path, make.NOW, un="start: 2026-12-01", deux="start: 2026-12-01", trois="start: 2026-12-01 10:00")
    page = site.page("fr/agenda/2026/12/mois/")
    links = page.all("//table[class~month]//a")
    assert [(text_of(link), link.get("href")) for link in links] == [
        ("1er décembre, 3 événements", "/fr/agenda/2026/12/#d-2026-12-01"),
        ("5 décembre, 1 événement", "/fr/agenda/2026/12/#d-2026-12-05"),
    ]
    dutch = site.page("nl/agenda/2026/12/maand/").texts("//table[class~month]//a")
    assert dutch == ["1 december, 3 evenementen", "5 december, 1 evenement"]


def test_the_table_has_a_caption_and_names_its_columns(small: BuiltSite) -> None:
    page = small.page("nl/agenda/2026/12/maand/")
    assert text_of(page.one("//caption")) == "Evenementen per dag, december 2026"
    heads = page.all("//thead//th[@scope='col']")
    assert [head.get("abbr") for head in heads][::6] == ["maandag", "zondag"]


def test_the_table_leads_to_its_month_its_runs_and_the_tables_beside_it(small: BuiltSite) -> None:
    page = small.page("fr/agenda/2026/12/mois/")
    assert page.all("//main//ul[@class='links']//a/@href") == ["/fr/agenda/2026/12/", "/fr/agenda/2026/12/#runs"]
    assert page.all("//nav[@class='pages']/a/@href") == [
        "/fr/agenda/2026/11/mois/",
        "/fr/agenda/2027/01/mois/",
        "/fr/archives/",
    ]


def test_the_archive_has_each_month_that_has_been_with_its_events(small: BuiltSite) -> None:
    page = small.page("fr/archives/")
    assert page.texts("//section[@aria-labelledby='y-2026']//li") == [
        "février 1 événement",
        "septembre 1 événement",
        "octobre 2 événements",
        "novembre 9 événements",
    ]
    assert page.texts("//main//h2") == ["2026"]
    assert page.all("//section//li/a/@href")[0] == "/fr/agenda/2026/02/"


def test_the_archive_of_nothing_says_so(tmp_path: Path) -> None:
    site = built(tmp_path, make.NOW)
    assert site.page("nl/archief/").texts("//main//p")[-1] == "Nog niets."
