"""The pages of calls, the professional agenda, and where else a visitor finds calls."""

from __future__ import annotations

import json
from typing import Any

import pytest

from affiche.outputs.pages.calls import call_artifacts
from affiche.outputs.pages.professionals import professional_artifacts, professional_parts
from tests import factories as make
from tests.outputs.pages.test_events import facts
from tests.pages import BuiltSite

CALLS, CALL = "fr/appels/", "fr/appels/residence-ouverte/"


def titles(small: BuiltSite, path: str, section: str) -> list[str]:
    return small.page(path).texts(f"//section[@aria-labelledby='{section}']//h3")


def test_calls_are_listed_by_deadline_then_those_without_one_then_closed_ones(small: BuiltSite) -> None:
    assert titles(small, CALLS, "open") == ["Résidence ouverte", "Tokyo Lab"]
    assert titles(small, CALLS, "rolling") == ["Coups de main au festival"]
    assert small.page(CALLS).texts("//section[@aria-labelledby='closed']//li") == [
        "Bourse de l’an dernier Financement · en juin 2025"
    ]


def test_each_kind_and_discipline_has_a_list_that_others_lead_to(small: BuiltSite) -> None:
    links = {link.get("href"): text for link, text in zip(*_links(small, "nl/oproepen/"), strict=True)}
    assert links == {
        "/nl/oproepen/soorten/residentie/": "Residentie (1)",
        "/nl/oproepen/soorten/missie/": "Missie (1)",
        "/nl/oproepen/soorten/financiering/": "Financiering",
        "/nl/oproepen/soorten/vrijwilligerswerk/": "Vrijwilligerswerk (1)",
        "/nl/disciplines/muziek/oproepen/": "Muziek (1)",
        "/nl/disciplines/dans/oproepen/": "Dans (1)",
        "/nl/disciplines/digitale-kunst/oproepen/": "Digitale kunst (1)",
    }
    for href in links:
        assert {f"{href[1:]}feed.xml", f"{href[1:]}calendar.ics"} <= small.files.keys()
    assert titles(small, "nl/disciplines/muziek/oproepen/", "open") == ["Open residentie"]


def _links(small: BuiltSite, path: str) -> tuple[list[Any], list[str]]:
    links = "//nav[class~shortcuts]//a"
    return small.page(path).all(links), small.page(path).texts(links)


def test_a_closed_call_stays_on_the_page_of_its_year(small: BuiltSite) -> None:
    (link,) = small.page(CALLS).all("//nav[class~pages]//a")
    assert link.get("href") == "/fr/appels/archives/2025/"
    page = small.page("fr/appels/archives/2025/")
    assert page.texts("//h1") == ["Appels clôturés en 2025"]
    assert [each.get("href") for each in page.all("//ul[class~names]//a")] == ["/fr/appels/bourse-ancienne/"]


def test_a_call_says_all_that_one_has_to_know(small: BuiltSite) -> None:
    page = small.page(CALL)
    assert page.texts("//div[class~call-closing]//p") == [
        "Clôture dans 5 jours",
        "Date limite : jeudi 26 novembre 2026 à 17 h",
    ]
    assert {name: " ".join(lines) for name, lines in facts(page).items()} == {
        "Période": "mars 2027 – mai 2027",
        "Pays": "Belgique, Pays-Bas",
        "Disciplines": "Musique , Danse",
        "Langues": "français, néerlandais, anglais",
        "Où répondre": "zinneke.example.org",
        "Liens": "Le studio",
    }
    assert page.texts("//section[@aria-labelledby='terms']//dd") == [
        "Les artistes de moins de 35 ans",
        "Un studio et 500 euros",
        "Les voyages",
    ]
    (answer,) = page.all("//div[class~bar]/a[@class='button']")
    assert (answer.get("href"), answer.get("rel")) == ("https://zinneke.example.org/residence", "nofollow ugc noopener")


def test_the_browser_knows_when_a_call_closes(small: BuiltSite) -> None:
    (strip,) = small.page("nl/oproepen/residence-ouverte/").all("//*[@data-closing]")
    data = json.loads(strip.get("data-closing"))
    assert (data["at"], data["day"], data["zone"]) == ("2026-11-26T17:00+01:00", "2026-11-26", "Europe/Brussels")


def test_a_closed_call_keeps_its_page_and_cannot_be_answered_any_more(small: BuiltSite) -> None:
    page = small.page("fr/appels/bourse-ancienne/")
    assert page.texts("//div[class~call-closing]//p") == ["Clôturé", "Date limite : en juin 2025"]
    assert page.all("//div[class~bar]") == []
    assert small.page("fr/appels/bourse-2025/").is_redirect


def test_a_withdrawn_call_is_a_notice(small: BuiltSite) -> None:
    assert "Deze beurs bestaat niet." in small.page("nl/oproepen/appel-retire/").texts("//main")[0]


def test_a_call_of_one_language_stands_in_all_and_one_is_canonical(small: BuiltSite) -> None:
    page = small.page("fr/appels/mission-lointaine/")
    assert page.one("//link[@rel='canonical']").get("href").endswith("/nl/oproepen/mission-lointaine/")
    assert page.all("//link[@rel='alternate'][@hreflang]") == []
    assert "en néerlandais" in page.texts("//p[@class='foreign']")


@pytest.mark.parametrize(
    ("path", "section"),
    [
        ("fr/disciplines/musique/", "calls"),
        ("fr/organisations/zinneke/", "calls"),
    ],
)
def test_a_call_is_on_the_pages_of_its_discipline_and_of_who_calls(small: BuiltSite, path: str, section: str) -> None:
    assert "Résidence ouverte" in titles(small, path, section)


def test_the_home_has_a_line_for_each_call_that_closes_within_two_weeks(small: BuiltSite) -> None:
    lines = small.page("nl/").texts("//section[@aria-labelledby='calls']//li/*")
    assert lines == ["Open residentie Residentie · donderdag 26 november 2026 om 17 uur", "Sluit over 5 dagen"]


def test_every_feed_of_calls_is_on_the_page_to_subscribe(small: BuiltSite) -> None:
    rows = small.page("fr/abonnement/").all("//details[@id='calls']//li")
    assert [link.get("href") for link in rows[0].findall("a")] == [
        "/fr/appels/",
        "/fr/appels/feed.xml",
        "/fr/appels/calendar.ics",
    ]
    assert len(rows) == 8


def test_the_professional_agenda_has_meetings_and_deadlines_by_month(small: BuiltSite) -> None:
    page = small.page("fr/professionnels/")
    assert page.texts("//section[class~diary-month]/h2") == ["novembre 2026", "décembre 2026", "février 2027"]
    assert [line.get("data-kind") for line in page.all("//ul[class~diary]/li")] == [
        "deadline",
        "meeting",
        "networking",
        "deadline",
    ]
    assert page.texts("//div[class~diary-when]/p") == [
        "jeudi 26",
        "17 h",
        "mardi 8",
        "10 h",
        "mercredi 9",
        "10 h",
        "lundi 15",
    ]
    assert page.texts("//p[class~diary-count]") == ["4 dates à venir"]


def test_a_run_that_is_on_stands_under_today_and_all_else_under_its_day() -> None:
    site = make.site(
        make.event("reunion", audience="members", type="meeting"),
        make.event("mission", audience="professionals", type="mission", period={"start": "2026-11-01"}),
        make.event("bal"),
        make.call(),
        make.call("aide", rolling="true"),
        make.organisation(),
    )
    found = [(each.about.id, str(each.day)) for part in professional_parts(site) for _, month in part for each in month]
    assert found == [("mission", "2026-11-21"), ("reunion", "2026-12-05"), ("residence", "2026-12-31")]


def test_pages_of_calls_change_with_what_they_show_and_with_the_days_that_are_left() -> None:
    far, near = make.call("loin", deadline="2027-06-01"), make.call("proche", deadline="2026-11-30")

    def stamps(now: int, *records: object) -> dict[str, str]:
        site = make.site(*records, make.organisation(), now=make.NOW.replace(day=now))  # type: ignore[arg-type]
        made = [*call_artifacts(site), *professional_artifacts(site)]
        return {each.path: each.fingerprint for each in made if each.path.startswith("fr/")}

    assert stamps(21, far) == stamps(22, far)
    before, after = stamps(21, far, near), stamps(22, far, near)
    assert {path for path in before if before[path] != after[path]} == {
        "fr/appels/index.html",
        "fr/appels/types/residence/index.html",
        "fr/appels/proche/index.html",
        "fr/professionnels/index.html",
    }
