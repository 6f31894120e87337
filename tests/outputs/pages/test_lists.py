"""The pages that list: home, agenda and months, disciplines and municipalities, directories, the chooser."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from affiche.build import prepare_site
from affiche.outputs.registry import site_artifacts
from tests.factories import NOW
from tests.pages import BuiltSite, Page, text_of
from tests.projects import make_tiny, plan_of

EVENING = datetime(2026, 7, 21, 22, 30, tzinfo=UTC)
EVENT = '---\ntitle: "{name}"\ntype: party\norganisers: [zinneke]\n{when}\nsource: ["Un tract"]\n---\n'


def built(root: Path, now: datetime, **when: str) -> BuiltSite:
    """A site of one organisation and events by name."""
    files = {name: EVENT.format(name=name, when=typed) for name, typed in when.items()}
    return pages_of(make_tiny(root, **files), now)


def pages_of(root: Path, now: datetime) -> BuiltSite:
    """The pages of a project, none of whose files is left out."""
    prepared = prepare_site(plan_of(root, now))
    assert prepared.left_out == frozenset()
    pages = (artifact for artifact in site_artifacts(prepared.site) if artifact.path.endswith(".html"))
    return BuiltSite({artifact.path: artifact.render() for artifact in pages})


def titles(page: Page, section: str) -> list[str]:
    return page.texts(f"//section[{section}]//article//h3")


def days(page: Page) -> dict[str, list[str]]:
    """The titles of each day of a list."""
    sections = page.all("//section[class~day]")
    return {section.xpath(".//time/@datetime")[0]: cards(section) for section in sections}


def cards(section: Any) -> list[str]:
    return [text_of(title) for title in section.xpath(".//article//h3")]


def test_the_agenda_has_the_next_days_and_the_runs_apart(small: BuiltSite) -> None:
    page = small.page("fr/agenda/")
    assert titles(page, "@aria-labelledby='runs'") == ["Stof", "Images de nuit", "Sans fin"]
    assert days(page) == {
        "2026-11-21": ["Ce soir"],
        "2026-11-26": ["La longue série"],
        "2026-11-27": ["La longue série"],
        "2026-11-28": ["La longue série", "Le grand silence"],
        "2026-11-29": ["Bal reporté"],
        "2026-12-01": ["Parler de la ville"],
        "2026-12-03": ["La radio du quartier", "La longue série", "Fanfare ouverte"],
        "2026-12-04": ["La longue série"],
    }


def test_two_performances_on_one_day_are_one_card_with_both_hours(small: BuiltSite) -> None:
    card = small.page("nl/agenda/2026/11/").one(
        "//section[@aria-labelledby='d-2026-11-28']//article[.//h3//bdi='De lange reeks']"
    )
    assert text_of(card.xpath(".//p[@class='card-date']")[0]) == "15 uur en 20 uur (geannuleerd)"
    assert card.xpath(".//p[@class='state']") == []


def test_a_run_is_in_every_month_that_it_meets_and_never_once_a_day(small: BuiltSite) -> None:
    months = [path for path in small.html if re.fullmatch("fr/agenda/20../../index.html", path)]
    counts = {
        path[10:17]: len(small.page(path).all("//article//a[contains(@href, 'images-de-nuit')]")) for path in months
    }
    assert {month: count for month, count in counts.items() if count} == {
        "2026/10": 2,  # with its opening
        "2026/11": 1,
        "2026/12": 2,  # with a guided tour
        "2027/01": 1,
    }


def test_a_month_leads_to_the_months_beside_it_its_table_and_the_archive(small: BuiltSite) -> None:
    page = small.page("fr/agenda/2026/12/")
    links = page.all("//nav[@aria-label='Autres mois']/a")
    assert [text_of(link) for link in links] == [
        "Précédent : novembre 2026",
        "Suivant : janvier 2027",
        "Archives",
    ]
    assert [link.get("href") for link in links] == ["/fr/agenda/2026/11/", "/fr/agenda/2027/01/", "/fr/archives/"]
    assert "/fr/agenda/2026/12/mois/" in page.all("//main//a/@href")


def test_the_first_and_the_last_month_lead_one_way(tmp_path: Path) -> None:
    site = built(tmp_path, NOW, hier="start: 2026-10-03", loin="start: 2027-02-03")
    links = {
        month: site.page(f"fr/agenda/{month}/").texts("//nav[@class='pages']/a") for month in ("2026/10", "2027/02")
    }
    assert links == {
        "2026/10": ["Suivant : décembre 2026", "Archives"],
        "2027/02": ["Précédent : décembre 2026", "Archives"],
    }


def test_the_agenda_leads_to_the_months_to_come(small: BuiltSite) -> None:
    links = small.page("nl/agenda/").texts("//nav[@aria-label='Komende maanden']/a")
    assert links[:2] == ["november 2026", "december 2026"]
    assert links[-1] == "Archief"


def test_until_five_in_the_morning_today_is_still_last_night(tmp_path: Path) -> None:
    site = built(tmp_path, EVENING, bal="start: 2026-07-21 23:30", matin="start: 2026-07-22 10:00")
    assert days(site.page("fr/agenda/")) == {"2026-07-21": ["bal"], "2026-07-22": ["matin"]}


def test_what_ends_after_midnight_stands_under_the_day_it_starts(tmp_path: Path) -> None:
    site = built(tmp_path, EVENING, nuit="start: 2026-07-24 23:00\nend: 2026-07-25 04:00")
    assert days(site.page("fr/agenda/")) == {"2026-07-24": ["nuit"]}


def test_the_home_and_the_agenda_of_nothing_say_so_or_stay_short(tmp_path: Path) -> None:
    root = make_tiny(tmp_path)
    (root / "content/events/bal.md").unlink()
    site = pages_of(root, NOW)
    assert site.page("fr/agenda/").texts("//main//p")[-1] == "Rien d’annoncé pour le moment."
    assert site.page("fr/").all("//article") == []


def test_a_municipality_has_both_names_and_all_that_lies_there(small: BuiltSite) -> None:
    page = small.page("fr/communes/ixelles/")
    assert [text_of(page.one("//h1")), page.one("//h1/span/@lang")] == ["Ixelles Elsene", "nl"]
    assert page.texts("//section[@aria-labelledby='venues']//li") == ["Scène om de hoek"]
    assert page.texts("//section[@aria-labelledby='organisations']//li") == ["Den Hoek"]


def test_a_discipline_has_its_events_and_organisations(small: BuiltSite) -> None:
    page = small.page("nl/disciplines/theater/")
    assert titles(page, "@aria-labelledby='events'") == ["De winter van de wolf", "De terugkeer"]
    assert page.texts("//section[@aria-labelledby='organisations']//li") == ["Den Hoek"]


def test_the_organisations_of_a_discipline_are_in_the_order_of_names(tmp_path: Path) -> None:
    root = make_tiny(tmp_path)
    for key, name in (("a-z", "Le Zinc"), ("m", "Éclat"), ("zz", "Fanfare")):
        facts = f'name: "{name}"\nurl: "https://{key}.example.org/"\ndisciplines: [music]\nsource: ["Un tract"]'
        (root / f"content/organisations/{key}.md").write_text(f"---\n{facts}\n---\n", encoding="utf-8")
    page = pages_of(root, NOW).page("fr/disciplines/musique/")
    assert page.texts("//section[@aria-labelledby='organisations']//li") == ["Éclat", "Fanfare", "Le Zinc"]


def test_past_events_stay_in_their_lists(small: BuiltSite) -> None:
    page = small.page("fr/disciplines/musique/")
    assert page.texts("//section[@aria-labelledby='past']//li") == ["Hier soir ven. 20 nov., 20 h"]


def test_a_directory_is_in_the_order_of_names_with_their_letters(small: BuiltSite) -> None:
    page = small.page("fr/organisations/")
    assert page.texts("//ul[@class='directory']/li//h2") == ["Bureau du Dehors", "Den Hoek", "Zinneke"]
    assert page.texts("//nav[@class='letters']/a") == ["B", "D", "Z"]
    assert page.texts("//p[@class='lead']") == ["3 organisations"]


@pytest.mark.parametrize(
    ("path", "links"),
    [
        ("", ["/fr/", "/nl/"]),
        (
            "404.html",
            ["/", "/fr/", "/fr/agenda/", "/fr/votre-avis/", "/nl/", "/nl/agenda/", "/nl/uw-mening/"],
        ),
    ],
)
def test_pages_of_no_language_lead_to_every_language(small: BuiltSite, path: str, links: list[str]) -> None:
    page = small.page(path)
    assert page.all("//body//a/@href") == links
    marked = page.all("//body//*[@lang]/@lang")
    assert marked == ["fr", "nl"]


def test_the_page_for_lost_addresses_is_not_to_be_found(small: BuiltSite) -> None:
    assert small.page("404.html").one("//meta[@name='robots']/@content") == "noindex"


def test_an_editorial_page_links_to_its_siblings(small: BuiltSite) -> None:
    page = small.page("nl/privacy/")
    assert page.all("//div[@class='prose']//a/@href") == ["/nl/charter/", "/nl/over/#een-deel"]
    assert page.one("//meta[@name='description']/@content") == "Privacy, in enkele woorden."


def test_a_page_of_the_guide_leads_to_the_others_that_there_are(small: BuiltSite) -> None:
    links = "//nav[@class='shortcuts']/a"
    guide = small.page("fr/contribuer/guide/")
    assert guide.all(f"{links}/@href") == ["/fr/contribuer/guide/", "/fr/charte/"]
    assert guide.texts(f"{links}[@aria-current='page']") == ["Guide pas à pas"]
    assert small.page("fr/charte/").texts(f"{links}[@aria-current='page']") == ["Charte"]
    assert small.page("fr/vie-privee/").all(links) == []


def test_a_directory_says_of_each_line_what_it_is_narrowed_by(small: BuiltSite) -> None:
    page = small.page("nl/organisaties/")
    lines = {text_of(line.find("h2")): dict(line.attrib) for line in page.all("//ul[@class='directory']/li")}
    assert lines["Den Hoek"] == {
        "id": "l-D",
        "data-kind": "venue",
        "data-discipline": "theatre",
        "data-municipality": "ixelles",
        "data-network": "reseau-des-ateliers",
        "data-seeks": "space",
    }
    options = page.texts("//select[@name='municipality']/option")
    assert options[0] == "Alles"
    assert options[1:] == sorted(options[1:])
    assert page.all("//select[@name='municipality']/option/@value")[-1] == "ixelles"
