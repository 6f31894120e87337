"""The home: what its blocks have, in which order, and where each leads."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from affiche.outputs.pages.home import MOST, home_blocks
from affiche.outputs.site import Site
from tests import factories as make
from tests.outputs.pages.test_lists import built, titles
from tests.pages import BuiltSite, text_of

#: A Thursday at noon.
NOON = make.NOW + timedelta(days=5)
UNTIL_EIGHT = [{"days": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"], "opens": "10:00", "closes": "20:00"}]


def blocks(site: Site) -> dict[str, list[str]]:
    return {block.key: [entry.event.id for entry in block.entries] for block in home_blocks(site)}


def run(name: str, first: str, last: str) -> object:
    """An exhibition that is open until eight in the evening."""
    return make.event(name, period={"start": first, "end": last}, opening_hours=UNTIL_EIGHT)


def test_each_event_stands_in_the_first_block_that_it_could() -> None:
    records = (
        make.event("soir", dates=[{"start": "2026-11-26 20:00"}, {"start": "2026-11-27 20:00"}]),
        make.event("samedi", start="2026-11-28 20:00"),
        make.event("mardi", start="2026-12-01 20:00"),
        make.event("loin", start="2027-02-01 20:00", published="2026-11-26 08:00"),
        *(make.event(f"e-{number}", start="2027-05-01") for number in range(9)),
        *(run(f"expo-{number}", "2026-10-01", f"2026-12-{number + 1:02}") for number in range(8)),
    )
    assert blocks(make.site(*records, now=NOON)) == {  # type: ignore[arg-type]
        "tonight": ["soir", "expo-0", "expo-1", "expo-2", "expo-3"],
        "weekend": ["samedi", "expo-4", "expo-5", "expo-6"],
        "last": ["expo-7"],
        "announced": ["loin", "mardi", "e-0", "e-1"],
    }


def test_without_anything_soon_the_next_dates_come_first() -> None:
    found = blocks(make.site(make.event("mai", start="2027-05-01"), make.event(start="2027-04-01"), now=NOON))
    assert found == {"coming": ["nuit-ouverte", "mai"]}


def test_runs_that_begin_at_the_weekend_stand_with_its_dates() -> None:
    records = [run(f"expo-{number}", f"2026-11-{number}", "2027-03-01") for number in (20, 26, 27, 28, 30)]
    found = blocks(make.site(*records, now=NOON))  # type: ignore[arg-type]
    assert found == {"tonight": ["expo-20", "expo-26"], "weekend": ["expo-27", "expo-28"], "announced": ["expo-30"]}


def test_no_block_is_longer_than_its_most() -> None:
    evening = [make.event(f"soir-{number}", start="2026-11-26 20:00") for number in range(30)]
    assert len(blocks(make.site(*evening, now=NOON))["tonight"]) == MOST["tonight"] == 9


def test_a_run_that_is_off_is_no_last_chance() -> None:
    off = make.event("expo", period={"start": "2026-10-01", "end": "2026-12-01"}, status="cancelled")
    site = make.site(off, *(make.event(f"e-{number}", start="2026-11-26 20:00") for number in range(9)), now=NOON)
    assert "last" not in blocks(site)


def test_every_block_says_when_and_leads_to_its_whole_list(small: BuiltSite) -> None:
    page = small.page("fr/")
    heads = page.all("//div[@class='section-head']")
    assert {text_of(head.find("h2")): head.find("a").get("href") for head in heads} == {
        "Ce soir samedi 21 novembre 2026": "/fr/agenda/ce-soir/",
        "Ce week-end du 21 au 22 novembre 2026": "/fr/agenda/ce-week-end/",
        "Les prochaines dates à partir du samedi 21 novembre 2026": "/fr/agenda/",
        "Campagnes en cours": "/fr/campagnes/",
        "Tout juste annoncé": "/fr/changements/",
        "Appels à clôture proche Pour les artistes et les organisations": "/fr/appels/",
        "Par discipline": "/fr/disciplines/",
        "Par commune": "/fr/communes/",
    }


def test_the_home_has_every_way_into_the_agenda(small: BuiltSite) -> None:
    page = small.page("nl/")
    assert titles(page, "@aria-labelledby='tonight'") == ["Vanavond", "Nachtbeelden"]
    assert len(titles(page, "@aria-labelledby='coming'")) == 9
    assert page.texts("//section[@aria-labelledby='disciplines']//li")[0] == "Beeldende kunst 1 evenement"
    assert page.texts("//section[@aria-labelledby='municipalities']//bdi") == ["Brussel", "Elsene"]
    assert page.all("//nav[@class='shortcuts']/a/@href")[1] == "/nl/agenda/vanavond/"
    assert page.all("//nav[@class='shortcuts']/a[@aria-current]") == []


def test_last_chances_and_runs_lead_to_the_runs_of_the_agenda(tmp_path: Path) -> None:
    runs = {f"fin-{number}": "period: {start: 2026-10-01, end: 2026-11-30}" for number in range(10)}
    page = built(tmp_path, make.NOW, **runs).page("fr/")
    assert [len(titles(page, f"@aria-labelledby='{key}'")) for key in ("weekend", "last", "announced")] == [4, 4, 2]
    assert page.all("//section[@aria-labelledby='last']//a[@class='more']/@href") == ["/fr/agenda/#runs"]


def test_the_home_searches_with_a_plain_form(small: BuiltSite) -> None:
    form = small.page("nl/").one("//main//form[@role='search']")
    field = form.find("input")
    assert (form.get("action"), form.get("method"), field.get("name")) == ("/nl/zoeken/", None, "q")
    assert text_of(form.find("label")) == "Een titel, een naam, een locatie"
    assert form.find("label").get("for") == field.get("id")
