"""What a browser chooses events by and says of them, from what contributors type."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from affiche.model.settings import Settings
from affiche.outputs.site import Site
from tests import factories as make
from tests.outputs.finder.reading import entries_of, entry_of, upcoming

HOUSE, PLACE = make.organisation(), make.venue(municipality="Bruxelles")
ABSENT = object()
HOSTILE = [
    "</script><script>alert(1)</script>",
    '"],"entries":[{"id":"x"}]',
    "a\\u003cb\\",
    "<img src=x onerror=alert(1)>",
    "{count} {0} %s",
    "__proto__",
]
LATE = datetime(2026, 12, 6, 2, 30, tzinfo=UTC)


def entry(language: str = "fr", now: datetime = make.NOW, **typed: Any) -> dict[str, Any]:
    """The entry of one event of Zinneke's."""
    return entry_of(make.site(make.event(**typed), HOUSE, PLACE, now=now), language)


@pytest.mark.parametrize(
    ("typed", "name", "value"),
    [
        ({"disciplines": ["dance", "music"]}, "discipline", ["dance", "music"]),
        ({"type": "debate"}, "type", "debate"),
        ({"venue": "la-vallee"}, "venue", ["la-vallee"]),
        ({"venue": "la-vallee"}, "municipality", ["bruxelles"]),
        ({"venue": {"name": "Cave", "municipality": "Elsene"}}, "municipality", ["ixelles"]),
        ({"venue": {"name": "Cave", "municipality": "Elsene"}}, "venue", ABSENT),
        ({"venue": {"name": "The Yard", "municipality": "London", "country": "GB"}}, "municipality", ABSENT),
        ({"organisers": ["zinneke", {"organisation": "zinneke", "role": "host"}]}, "organisation", ["zinneke"]),
        ({"spoken_languages": ["fr", "nl-BE", "nl"]}, "language", ["fr", "nl"]),
        ({"surtitles": ["en"]}, "surtitles", ["en"]),
        ({"sign_languages": ["sfb"]}, "sign", ["sfb"]),
        ({"no_language_needed": "true"}, "open", True),
        ({}, "open", ABSENT),
        ({"price": "free"}, "free", True),
        ({"price": "8.50"}, "free", ABSENT),
        ({}, "free", ABSENT),
        ({"social_tariffs": ["article27"]}, "tariff", ["article27"]),
        ({"typical_age_range": "6-12"}, "age", [6, 12]),
        ({"typical_age_range": "12-"}, "age", [12, None]),
        ({"typical_age_range": "-6"}, "age", [None, 6]),
        ({"participation": "take-part"}, "participation", "take-part"),
        ({"online_url": "https://example.org/live"}, "online", True),
        ({"status": "moved-online", "online_url": "https://example.org/live"}, "online", True),
        ({"venue": "la-vallee"}, "online", ABSENT),
        ({"audience": "schools"}, "audience", "schools"),
        ({}, "audience", ABSENT),
        ({"venue": {"name": "Cave", "municipality": "Elsene", "geo": ["50.83", "4.36"]}}, "geo", [50.83, 4.36]),
        ({"venue": "la-vallee"}, "geo", ABSENT),
        ({}, "published", "2026-09-01"),
        ({"published": "2026-11-20 23:30"}, "published", "2026-11-20"),
    ],
)
def test_an_entry_has_what_it_is_chosen_by(typed: dict[str, Any], name: str, value: object) -> None:
    assert entry(**typed).get(name, ABSENT) == value


def test_accessibility_has_three_values_and_comes_from_the_room_and_the_venue() -> None:
    room = {"id": "cave", "accessibility": {"wheelchair": "no", "seating": "partial"}}
    venue = make.venue(accessibility={"wheelchair": "yes", "guide-dogs": "yes"}, rooms=[room])
    event = make.event(venue="la-vallee", room="cave", accessibility={"quiet-room": "yes"})
    assert entry_of(make.site(event, HOUSE, venue))["access"] == {
        "wheelchair": "no",
        "seating": "partial",
        "guide-dogs": "yes",
        "quiet-room": "yes",
    }


def test_all_places_and_languages_of_the_dates_to_come_are_found() -> None:
    dates = [
        {"start": "2026-11-01 20:00", "surtitles": ["de"], "status": "moved-online"},
        {"start": "2026-12-01 20:00", "surtitles": ["en"]},
        {"start": "2026-12-02 20:00", "venue": {"name": "Cave", "municipality": "Ixelles"}, "sign_languages": ["vgt"]},
    ]
    found = entry(dates=dates, venue="la-vallee", surtitles=["nl"])
    assert (found["municipality"], found["venue"]) == (["bruxelles", "ixelles"], ["la-vallee"])
    assert (found["surtitles"], found["sign"]) == (["nl", "en"], ["vgt"])
    assert "online" not in found
    assert [day[6:] for day in found["days"]] == [[{"where": "La Vallée, Bruxelles"}], [{"where": "Cave, Ixelles"}]]


def test_one_date_to_come_that_moved_online_is_enough() -> None:
    dates = [{"start": "2026-12-01 20:00"}, {"start": "2026-12-02 20:00", "status": "moved-online"}]
    assert entry(dates=dates, venue="la-vallee")["online"] is True


def test_a_search_finds_names_in_every_language_and_what_a_card_does_not_show() -> None:
    venue = make.venue(
        name={"fr": "La Vallée", "nl": "De Vallei"},
        alternate_names=["L’ancienne blanchisserie"],
        municipality="Ixelles",
        postal_code="1050",
        rooms=[{"id": "cave", "name": {"fr": "La cave", "nl": "De kelder"}}],
    )
    house = make.organisation(name={"fr": "Le coin", "nl": "Den hoek"}, alternate_names=["Corner"])
    event = make.event(
        disciplines=["dance", "music"], venue="la-vallee", room="cave", performers=["Ana"], keywords=["swing"]
    )
    assert entry_of(make.site(event, house, venue))["find"] == (
        "Open nacht, Ana, swing, Musique, Concert, Dans, Muziek, Den hoek, Corner, De Vallei, "
        "L’ancienne blanchisserie, Elsene, La cave, De kelder"
    )


def test_a_title_in_another_language_says_so() -> None:
    found = entry(title={"nl": "Nacht"})
    assert (found["title"], found["lang"], found["label"]) == ("Nacht", "nl", "en néerlandais")
    assert entry("nl", title={"nl": "Nacht"}).keys() & {"lang", "label"} == set()


def test_names_of_organisers_keep_their_languages() -> None:
    houses = make.organisation(name={"nl": "Den hoek"}), make.organisation("autre", name="Autre")
    found = entry_of(make.site(make.event(organisers=["autre", "zinneke"]), *houses))
    assert (found["by"], found["by_lang"]) == (["Autre", "Den hoek"], ["", "nl"])


def test_a_run_has_its_days_its_hours_and_those_of_its_dates_that_are_to_come() -> None:
    hours = [{"days": ["wed"], "opens": "10:00", "closes": "18:00"}]
    found = entry(
        period={"start": "2026-11-01", "end": "2027-01-03"},
        opening_hours=hours,
        closed=[{"from": "2026-12-24", "to": "2026-12-25"}],
        dates=[{"start": "2026-10-31 18:00"}, {"start": "2026-12-12 15:00", "note": {"nl": "Rondleiding"}}],
    )
    assert found["run"] == ["2026-11-01", "2027-01-03"]
    assert found["opening"]["week"] == [[], [], [["10:00", "18:00"]], [], [], [], []]
    assert found["opening"]["closed"] == [["2026-12-24", "2026-12-25"]]
    assert [[day[0], day[6]] for day in found["days"]] == [["2026-12-12", {"note": "Rondleiding", "lang": "nl"}]]


@pytest.mark.parametrize(
    ("period", "run"),
    [({"start": "2026-12-01"}, ["2026-12-01", ""]), ({"end": "2026-12-01"}, ["", "2026-12-01"])],
)
def test_an_unknown_end_of_a_run_is_empty(period: dict[str, str], run: list[str]) -> None:
    found = entry(period=period)
    assert (found["run"], found.keys() & {"opening", "days"}) == (run, set())


def test_a_run_that_is_over_leaves_its_dates() -> None:
    found = entry(period={"start": "2026-10-01", "end": "2026-11-01"}, dates=[{"start": "2026-12-01 20:00"}])
    assert "run" not in found
    assert [day[0] for day in found["days"]] == ["2026-12-01"]


def test_a_cancelled_run_has_no_hours() -> None:
    hours = [{"days": ["wed"], "opens": "10:00", "closes": "18:00"}]
    found = entry(period={"start": "2026-11-01", "end": "2027-01-03"}, opening_hours=hours, status="cancelled")
    assert (found["state"], found["off"], "opening" in found) == ("Annulé", True, False)


def test_performances_of_one_day_are_one_day_with_the_minutes_of_each() -> None:
    dates = [{"start": "2026-12-05 11:00"}, {"start": "2026-12-05 20:30"}, {"start": "2026-12-06"}]
    first, second = entry(dates=dates)["days"]
    assert first == ["2026-12-05", "11\u202fh et 20\u202fh\u202f30", "2026-12-05T11:00+01:00", [660, 1230]]
    assert second[0] == second[2] == "2026-12-06"
    assert second[3:] == [[]]


def test_each_day_has_its_own_state() -> None:
    dates = [
        {"start": "2026-12-05 20:00", "status": "cancelled"},
        {"start": "2026-12-06 20:00", "availability": "sold-out"},
        {"start": "2026-12-07 20:00"},
    ]
    found = entry(dates=dates)["days"]
    assert [day[4:] for day in found] == [["Annulé", True], ["Complet"], []]


def test_what_is_known_by_month_or_season_has_its_ends() -> None:
    assert entry(start="2027-02")["vague"] == ["2027-02-01", "2027-02-28"]
    both = entry(dates=[{"start": "2027-02"}, {"start": "2026-12-05 20:00"}, {"start": "2027-04"}])
    assert both["vague"] == ["2027-02-01", "2027-02-28", "2027-04-01", "2027-04-30"]
    assert [day[0] for day in both["days"]] == ["2026-12-05"]


def test_a_night_is_there_until_it_is_over_even_when_it_is_cancelled() -> None:
    party = make.event("bal", start="2026-12-05 23:00", status="cancelled")
    site = make.site(party, HOUSE, now=LATE)
    data = upcoming(site)
    assert data["day"] == "2026-12-05"
    assert [(found["id"], found["days"][0][0], found["off"]) for found in data["entries"]] == [
        ("bal", "2026-12-05", True)
    ]
    assert upcoming(make.site(party, HOUSE, now=LATE + timedelta(hours=2)))["entries"] == []


def test_a_day_is_whole_while_something_of_it_is_to_come() -> None:
    dates = [{"start": "2026-12-04 20:00"}, {"start": "2026-12-05 11:00", "end": "2026-12-05 12:00"}]
    dates.append({"start": "2026-12-05 20:00"})
    (day,) = entry(dates=dates, now=datetime(2026, 12, 5, 14, tzinfo=UTC))["days"]
    assert day[3] == [660, 1200]


def test_hours_elsewhere_are_those_of_the_place() -> None:
    yard = {"name": "The Yard", "municipality": "London", "country": "GB", "time_zone": "Europe/London"}
    (day,) = entry(venue=yard, start="2026-12-05 19:30")["days"]
    assert day[2:] == ["2026-12-05T19:30+00:00", [1170]]


def test_entries_stand_in_the_order_of_lists() -> None:
    events = [
        make.event("samedi", start="2026-12-05 20:00"),
        make.event("expo", period={"start": "2026-11-01", "end": "2027-01-03"}),
        make.event("vendredi", start="2026-12-04 20:00"),
        make.event("membres", audience="members"),
        make.event("passe", start="2026-11-20 20:00"),
    ]
    site = make.site(*events, HOUSE)
    assert [*entries_of(site)] == [event.id for event in site.upcoming()] == ["expo", "vendredi", "samedi"]


def test_hostile_texts_stay_texts() -> None:
    events = [make.event(f"e-{number}", title=text, keywords=[f"{text}."]) for number, text in enumerate(HOSTILE)]
    found = entries_of(make.site(*events, HOUSE))
    assert [found[event.id]["title"] for event in events] == HOSTILE
    assert [found[event.id]["find"] for event in events] == [f"{text}." for text in HOSTILE]


def test_a_site_in_other_languages_names_municipalities_by_its_first() -> None:
    settings = Settings(languages=("nl", "fr"))
    site: Site = make.site(make.event(venue="la-vallee"), HOUSE, PLACE, settings=settings)
    assert [entry_of(site, language)["municipality"] for language in ("nl", "fr")] == [["brussel"], ["brussel"]]
