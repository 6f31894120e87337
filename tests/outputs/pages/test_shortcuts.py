"""Shortcuts: which days each has, what is in the evening, which runs are open."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from affiche.outputs.pages.shortcuts import WHENS, shortcut_stretch, window_of
from affiche.outputs.pages.stretches import Window
from affiche.outputs.site import Site
from tests import factories as make
from tests.outputs.pages.test_lists import built, titles
from tests.pages import BuiltSite, text_of

#: A Thursday, and the weekend after it.
THURSDAY, FRIDAY, SUNDAY = date(2026, 11, 26), date(2026, 11, 27), date(2026, 11, 29)
NOON = make.NOW + timedelta(days=5)
OPEN_IN_THE_EVENING = [{"days": ["thu"], "opens": "10:00", "closes": "22:00"}]
OPEN_BY_DAY = [{"days": ["thu", "sat"], "opens": "10:00", "closes": "17:00"}]


def shown(site: Site, when: str) -> dict[str, list[str]]:
    """The ids of each day of a shortcut."""
    stretch = shortcut_stretch(site, when)
    return {str(day): [entry.event.id for entry in entries] for day, entries in stretch.days.items()}


@pytest.mark.parametrize(
    ("today", "weekend"),
    [
        (date(2026, 11, 23), Window(FRIDAY, SUNDAY, evening=True, night=True)),
        (FRIDAY, Window(FRIDAY, SUNDAY, evening=True, night=True)),
        (date(2026, 11, 28), Window(date(2026, 11, 28), SUNDAY, night=True)),
        (SUNDAY, Window(SUNDAY, SUNDAY, night=True)),
        (date(2026, 11, 30), Window(date(2026, 12, 4), date(2026, 12, 6), evening=True, night=True)),
    ],
)
def test_a_weekend_is_this_one_until_sunday_night(today: date, weekend: Window) -> None:
    assert window_of(today, "weekend") == weekend


def test_shortcuts_have_their_days() -> None:
    starts = {
        "matin": "2026-11-26 10:00",
        "soir": "2026-11-26 17:00",
        "nuit": "2026-11-27 01:00",
        "vendredi": "2026-11-27 16:59",
        "bal": "2026-11-27 20:00",
        "dimanche": "2026-11-29 11:00",
        "fin": "2026-11-30 04:59",
        "lundi": "2026-11-30 05:00",
        "sept": "2026-12-02",
        "huit": "2026-12-03",
    }
    site = make.site(*(make.event(name, start=start) for name, start in starts.items()), now=NOON)
    assert {when: [name for found in shown(site, when).values() for name in found] for when in WHENS} == {
        "today": ["matin", "soir"],
        "tonight": ["soir", "nuit"],
        "tomorrow": ["nuit", "vendredi", "bal"],
        "weekend": ["bal", "dimanche", "fin"],
        "7": ["matin", "soir", "nuit", "vendredi", "bal", "dimanche", "fin", "lundi", "sept"],
        "14": [*starts],
        "30": [*starts],
    }


def test_on_sunday_the_weekend_still_has_the_night_to_monday() -> None:
    starts = {"matin": "2026-11-29 10:00", "fin": "2026-11-30 04:59", "lundi": "2026-11-30 05:00"}
    events = [make.event(name, start=start) for name, start in starts.items()]
    site = make.site(*events, now=NOON + timedelta(days=3) - timedelta(hours=4))
    assert shown(site, "weekend") == {"2026-11-29": ["matin"], "2026-11-30": ["fin"]}


def test_what_has_no_hour_may_be_in_the_evening() -> None:
    site = make.site(make.event(start="2026-11-26"), now=NOON)
    assert shown(site, "tonight") == {"2026-11-26": ["nuit-ouverte"]}


def test_of_two_performances_the_evening_has_its_own() -> None:
    dates = [{"start": "2026-11-26 15:00"}, {"start": "2026-11-26 20:00"}]
    entries = shortcut_stretch(make.site(make.event(dates=dates), now=NOON), "tonight").days[THURSDAY]
    assert [occurrence.start and occurrence.start.hour for occurrence in entries[0].occurrences] == [20]


@pytest.mark.parametrize(
    ("hours", "on"),
    [
        ({}, ["today", "tomorrow", "weekend"]),
        ({"opening_hours": OPEN_BY_DAY}, ["today", "weekend"]),
        ({"opening_hours": OPEN_IN_THE_EVENING}, ["today", "tonight"]),
        ({"opening_hours": OPEN_BY_DAY, "closed": [{"from": "2026-11-26", "to": "2026-11-28"}]}, []),
        ({"opening_hours": [{"days": ["fri"], "opens": "18:00", "closes": "02:00"}]}, ["tomorrow", "weekend"]),
    ],
)
def test_a_run_is_on_unless_closed_in_the_evening_only_if_known_to_be_open(
    hours: dict[str, Any], on: list[str]
) -> None:
    run = make.event("expo", period={"start": "2026-11-01", "end": "2026-12-31"}, **hours)
    site = make.site(run, now=NOON)
    assert [when for when in WHENS[:4] if shortcut_stretch(site, when).runs] == on


def test_until_five_in_the_morning_tonight_is_still_last_night() -> None:
    night = datetime(2026, 11, 27, 3, 30, tzinfo=make.NOW.tzinfo)
    assert shortcut_stretch(make.site(now=night), "tonight").first == THURSDAY


def test_a_shortcut_says_its_days_in_its_heading(small: BuiltSite) -> None:
    assert {when: text_of(small.page(f"fr/agenda/{when}/").one("//h1")) for when in ("ce-soir", "7-jours")} == {
        "ce-soir": "Ce soir, samedi 21 novembre 2026",
        "7-jours": "7 jours, du 21 au 27 novembre 2026",
    }
    assert (
        text_of(small.page("nl/agenda/dit-weekend/").one("//h1")) == "Dit weekend, van 21 tot en met 22 november 2026"
    )


def test_a_shortcut_has_its_list_and_says_for_which_day(small: BuiltSite) -> None:
    page = small.page("fr/agenda/ce-soir/")
    listed = page.one("//div[@class='listed']")
    assert (listed.get("data-when"), listed.get("data-day")) == ("tonight", "2026-11-21")
    assert titles(page, "@aria-labelledby='d-2026-11-21'") == ["Ce soir"]
    assert small.page("fr/agenda/").one("//div[@class='listed']").get("data-when") == ""


@pytest.mark.parametrize("path", ["", "ce-soir/", "30-jours/"])
def test_shortcuts_lead_to_each_other_and_one_is_current(small: BuiltSite, path: str) -> None:
    nav = small.page(f"fr/agenda/{path}").one("//nav[@class='shortcuts']")
    assert [link.get("href").removeprefix("/fr/agenda/") for link in nav] == [
        *("aujourd-hui/", "ce-soir/", "demain/", "ce-week-end/", "7-jours/", "", "30-jours/"),
    ]
    current = [link.get("href") for link in nav if link.get("aria-current") == "page"]
    assert current == [f"/fr/agenda/{path}"]


def test_an_empty_shortcut_says_so_and_proposes_the_next_day(tmp_path: Path) -> None:
    site = built(tmp_path, NOON)
    page = site.page("nl/agenda/vanavond/")
    assert page.texts("//div[@class='listed']//p") == [
        "Geen datum aangekondigd. Eerstvolgende datum: zaterdag 5 december 2026."
    ]
    assert page.one("//div[@class='listed']//p/a/@href") == "/nl/agenda/2026/12/#d-2026-12-05"


def test_the_shortcuts_of_nothing_say_so(tmp_path: Path) -> None:
    site = built(tmp_path, NOON + timedelta(days=40))
    assert site.page("fr/agenda/ce-soir/").texts("//div[@class='listed']//p") == ["Aucune date annoncée."]


def test_what_is_on_tomorrow_is_not_said_to_be_on_now(small: BuiltSite) -> None:
    heads = {when: small.page(f"fr/agenda/{when}/").one("//h2[@id='runs']") for when in ("ce-soir", "demain")}
    assert {when: text_of(head).partition(" Expositions")[0] for when, head in heads.items()} == {
        "ce-soir": "En ce moment",
        "demain": "Sur la durée",
    }
