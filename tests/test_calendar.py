"""The calendar: when, where, for whom, and since when."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from dateutil import rrule

from affiche.model.event import Event
from affiche.model.facet import PROFESSIONAL, Facet
from affiche.model.organisation import Organisation
from affiche.model.place import Place, Venue
from affiche.model.record import Record
from affiche.model.settings import Settings
from affiche.model.text import Text
from tests import factories as make
from tests.factories import REGION, calendar, campaign, event, organisation, venue

BRUSSELS = ZoneInfo("Europe/Brussels")
local = datetime.fromisoformat


def at(moment: str) -> datetime:
    """A local moment of Brussels."""
    return local(moment).replace(tzinfo=BRUSSELS)


def starts(subject: Event, *others: Record) -> list[str]:
    found = calendar(subject, *others).occurrences[subject.id]
    return [str(occurrence.start or occurrence.day) for occurrence in found]


@pytest.mark.parametrize("year", range(2024, 2031))
@pytest.mark.parametrize("first", ["03-21", "10-17"])
def test_rule_keeps_its_local_hours_across_a_clock_change(year: int, first: str) -> None:
    rule = {"every": "day", "from": f"{year}-{first}", "count": "20", "start": "20:00", "end": "02:30"}
    found = calendar(event(recurrence=rule)).occurrences["nuit-ouverte"]
    beginning = at(f"{year}-{first} 20:00")
    assert [item.start for item in found] == list(rrule.rrule(rrule.DAILY, beginning, count=20))
    hours = [(item.start.time(), item.end.time()) for item in found if item.start and item.end]
    jumped_over = [(time(20), time(3, 30))] if first == "03-21" else []
    assert sorted(hours) == [(time(20), time(2, 30))] * (20 - len(jumped_over)) + jumped_over
    assert len({item.start.utcoffset() for item in found if item.start}) == 2
    assert [item.day for item in found] == [beginning.date() + timedelta(days=step) for step in range(20)]


def test_night_is_of_its_evening_and_over_in_the_morning() -> None:
    subject = event(start="2026-11-20 23:00", end="2026-11-21 05:30")
    [night] = calendar(subject).occurrences["nuit-ouverte"]
    assert (night.day, night.last_day) == (date(2026, 11, 20), date(2026, 11, 21))
    morning = at("2026-11-21 05:30").astimezone(UTC)
    assert not calendar(subject, now=morning - timedelta(seconds=1)).is_over(subject)
    assert calendar(subject, now=morning).is_over(subject)


def test_end_at_midnight_leaves_the_next_day_out() -> None:
    [evening] = calendar(event(start="2026-12-05 20:00", end="2026-12-06 00:00")).occurrences["nuit-ouverte"]
    assert evening.last_day == date(2026, 12, 5)


def test_occurrences_are_in_order_those_without_an_hour_first() -> None:
    dates = [{"start": "2026-12-06"}, {"start": "2026-12-05 20:00"}, {"start": "2026-12-05"}, {"start": "2026-12"}]
    assert starts(event(dates=dates)) == ["2026-12-01", "2026-12-05", "2026-12-05 20:00:00+01:00", "2026-12-06"]


def test_times_are_in_the_zone_of_their_place() -> None:
    abroad = venue("abroad", time_zone="America/New_York", country="US", municipality="New York", postal_code="10001")
    dates = [
        {"start": "2026-12-05 20:00", "venue": "abroad"},
        {"start": "2026-12-06 20:00"},
        {
            "start": "2026-12-07 20:00",
            "venue": {"municipality": "Lisboa", "country": "PT", "time_zone": "Europe/Lisbon"},
        },
        {"start": "2026-12-08 20:00+01:00", "venue": "abroad"},
    ]
    assert starts(event(dates=dates), abroad) == [
        "2026-12-05 20:00:00-05:00",
        "2026-12-06 20:00:00+01:00",
        "2026-12-07 20:00:00+00:00",
        "2026-12-08 14:00:00-05:00",
    ]


def test_times_are_else_in_the_zone_of_the_site() -> None:
    lisbon = Settings(time_zone=ZoneInfo("Europe/Lisbon"))
    found = calendar(event(), settings=lisbon).occurrences["nuit-ouverte"]
    assert str(found[0].start) == "2026-12-05 20:00:00+00:00"


@pytest.mark.parametrize(
    ("typed", "over_from"),
    [
        ({"start": "2026-11-20 20:00", "end": "2026-11-20 22:00"}, "2026-11-20 22:00"),
        ({"start": "2026-11-20 20:00"}, "2026-11-21 05:00"),
        ({"start": "2026-11-20"}, "2026-11-21 05:00"),
        ({"start": "2026-11"}, "2026-12-01 05:00"),
        ({"start": "2026-autumn"}, "2026-12-01 05:00"),
        ({"dates": [{"start": "2026-11-20 20:00"}, {"start": "2026-11-22 20:00"}]}, "2026-11-23 05:00"),
        ({"period": {"start": "2026-11-01", "end": "2026-11-20"}}, "2026-11-21 00:00"),
        ({"period": {"end": "2026-11-20"}, "dates": [{"start": "2026-11-25 18:00"}]}, "2026-11-26 05:00"),
        ({"start": "2026-11-20 20:00", "end": "2026-11-20 22:00", "date_precision": "month"}, "2026-12-01 05:00"),
    ],
)
def test_event_is_over_after_its_last_moment(typed: dict[str, Any], over_from: str) -> None:
    subject, moment = event(**typed), at(over_from)
    assert not calendar(subject, now=(moment - timedelta(seconds=1)).astimezone(UTC)).is_over(subject)
    assert calendar(subject, now=moment.astimezone(UTC)).is_over(subject)


def test_run_without_a_known_end_is_never_over() -> None:
    subject = event(period={"start": "2001-01-01"})
    assert not calendar(subject).is_over(subject)


def test_events_are_ordered_by_what_comes_next() -> None:
    subjects = [
        event("past-twice", dates=[{"start": "2026-01-05"}, {"start": "2026-03-05"}]),
        event("past", start="2026-02-05"),
        event("run", period={"start": "2026-11-01", "end": "2026-12-31"}),
        event("run-from-unknown", period={"end": "2026-11-30"}),
        event("again", dates=[{"start": "2026-01-06"}, {"start": "2026-12-05 19:00"}]),
        event("b-soon", start="2026-12-05 20:00"),
        event("a-soon", start="2026-12-05 20:00"),
        event("day", start="2026-12-05"),
        event("winter", start="2026-winter"),
    ]
    ordered = sorted(subjects, key=calendar(*subjects).order)
    assert [each.id for each in ordered] == [
        *("past", "past-twice", "run", "run-from-unknown"),
        *("winter", "day", "again", "a-soon", "b-soon"),
    ]


@pytest.mark.parametrize(
    ("now", "today"),
    [
        ("2026-11-21 04:59", "2026-11-20"),
        ("2026-11-21 05:00", "2026-11-21"),
        ("2026-11-21 23:59", "2026-11-21"),
        ("2027-03-28 03:00", "2027-03-27"),
        ("2026-10-25 05:00", "2026-10-25"),
    ],
)
def test_today_begins_when_the_night_ends(now: str, today: str) -> None:
    assert str(calendar(now=at(now).astimezone(UTC)).today.date()) == today


def test_place_of_a_performance_is_its_own_or_the_event_s() -> None:
    dates = [
        {"start": "2026-12-05"},
        {"start": "2026-12-06", "venue": "bozar"},
        {"start": "2026-12-07", "venue": "nowhere"},
    ]
    subject = event(venue="la-vallee", dates=dates)
    found = calendar(subject, venue(), venue("bozar"))
    places = [found.place_of(subject, performance) for performance in (None, *subject.performances)]
    assert [place and place.id for place in places if place is None or isinstance(place, Venue)] == [
        *("la-vallee", "la-vallee", "bozar"),
        None,
    ]
    assert [place.id for place in found.places_of(subject) if isinstance(place, Venue)] == ["la-vallee", "bozar"]


def test_place_may_be_given_in_the_event() -> None:
    subject = event(venue={"name": "Parc", "municipality": "Elsene"})
    place = calendar(subject).place_of(subject)
    assert isinstance(place, Place)
    assert place.name == Text.neutral("Parc")
    assert [each.id for each in REGION.municipalities if each == calendar(subject).municipality_of(subject)] == [
        "21009"
    ]


@pytest.mark.parametrize(
    ("typed", "municipality"),
    [
        ({"municipality": "Brussel"}, "21004"),
        ({"municipality": "Matonge", "postal_code": "1050"}, "21009"),
        ({"municipality": "Gent", "postal_code": "9000"}, None),
        ({"municipality": "Bruxelles", "country": "FR"}, None),
    ],
)
def test_municipality_is_known_by_name_or_code(typed: dict[str, Any], municipality: str | None) -> None:
    found = calendar().municipality_of(venue(**typed))
    assert (found.id if found else None) == municipality


def test_event_without_a_place_has_no_municipality() -> None:
    assert calendar(event()).municipality_of(event()) is None


def test_organisers_come_with_their_roles_as_far_as_they_are_known() -> None:
    subject = event(organisers=["zinneke", {"organisation": "bozar", "role": "host"}, "nobody"])
    found = calendar(subject, organisation(), organisation("bozar")).organisers_of(subject)
    assert [(each.id, role) for each, role in found] == [("zinneke", "organiser"), ("bozar", "host")]


def test_accessibility_is_the_event_s_over_the_venue_s() -> None:
    subject = event(venue="la-vallee", accessibility={"seating": "no"})
    place = venue(accessibility={"wheelchair": "yes", "seating": "yes"})
    assert calendar(subject, place).accessibility_of(subject) == {"wheelchair": "yes", "seating": "no"}


def test_record_that_was_replaced_is_found_under_its_old_id() -> None:
    records = [venue("a", replaced_by="b"), venue("b", replaced_by="c"), venue("c"), venue("d", replaced_by="d")]
    found = calendar(*records)
    assert [(found.find(Venue, each) or venue("none")).id for each in "abcde"] == ["c", "c", "c", "none", "none"]
    assert [each.id for each in found.all(Venue)] == ["c"]


def test_withdrawn_record_is_kept_for_its_notice_alone() -> None:
    subject = event(withdrawn={"date": "2026-11-20", "reason": {"fr": "Canular"}})
    found = calendar(subject)
    assert (found.all(Event), found.find(Event, subject.id)) == ([], None)
    assert found.records["events"] == {subject.id: subject}


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ({"draft": "true"}, False),
        ({"publish_from": "2026-11-21 13:00"}, True),
        ({"publish_from": "2026-11-21 13:01"}, False),
        ({"publish_from": "2026-11-21"}, True),
        ({"publish_from": "2026-12"}, False),
        ({"publish_from": "2026-11-21 12:00Z"}, True),
    ],
)
def test_record_is_kept_off_the_site_until_its_time(typed: dict[str, Any], *, seen: bool) -> None:
    records = event(**typed), organisation(**typed), venue(**typed)
    found = calendar(*records)
    assert [len(found.all(model)) for model in (Event, Organisation, Venue)] == [int(seen)] * 3
    assert (found.find(Organisation, "zinneke") is not None) is seen


def test_first_of_two_records_with_one_id_stands() -> None:
    first, second = event(title="Nuit"), event(title="Jour")
    assert calendar(first, second).all(Event) == [first]


def test_public_and_professionals_have_lists_apart() -> None:
    audiences = ("public", "schools", "professionals", "members")
    found = calendar(
        *(event(audience, audience=audience, disciplines=["music"]) for audience in audiences), organisation()
    )
    assert [each.id for each in found.public] == ["public", "schools"]
    assert {facet: [each.id for each in events] for facet, events in found.by_facet.items()} == {
        Facet("discipline", "music"): ["public", "schools"],
        Facet("organisation", "zinneke"): ["public", "schools"],
        PROFESSIONAL: ["members", "professionals"],
    }
    assert found.events(Facet("venue", "la-vallee")) == ()
    assert found.events() == found.public


def test_facets_of_an_event_are_all_its_places_and_organisers() -> None:
    dates = [{"start": "2026-12-05"}, {"start": "2026-12-06", "venue": "flagey"}]
    subject = event(
        venue="la-vallee",
        dates=dates,
        disciplines=["music", "dance"],
        organisers=["zinneke", {"organisation": "old", "role": "partner"}],
    )
    others = organisation(), organisation("old", replaced_by="bozar"), organisation("bozar")
    found = calendar(subject, *others, venue(), venue("flagey", municipality="Ixelles", postal_code="1050"))
    assert set(found.by_facet) == {
        Facet("discipline", "music"),
        Facet("discipline", "dance"),
        Facet("organisation", "zinneke"),
        Facet("organisation", "bozar"),
        Facet("venue", "la-vallee"),
        Facet("venue", "flagey"),
        Facet("municipality", "21004"),
        Facet("municipality", "21009"),
        *(Facet("discipline", name, town) for name in ("music", "dance") for town in ("21004", "21009")),
    }


@pytest.mark.parametrize(
    ("planned", "happens"),
    [
        ({"selection": ["bal"]}, {"start": "2020-01-01"}),
        ({}, {"start": "2020-01-01", "campaigns": ["hiver"]}),
        ({"types": ["concert"]}, {}),
        ({"municipalities": ["Elsene"]}, {"venue": "la-vallee"}),
        ({"types": ["exhibition"]}, {"type": "exhibition", "period": {"start": "2026-06-01", "end": "2027-06-01"}}),
        ({"types": ["concert"]}, {"dates": [{"start": "2026-10-05"}, {"start": "2026-12-31 22:00"}]}),
    ],
)
def test_event_is_in_a_campaign_that_picks_it_that_it_names_or_whose_rule_takes_it(
    planned: dict[str, Any], happens: dict[str, Any]
) -> None:
    found = calendar(campaign(**planned), event("bal", **happens), venue(municipality="Ixelles"))
    assert [each.id for each in found.events(Facet("campaign", "hiver"))] == ["bal"]


@pytest.mark.parametrize(
    ("planned", "happens"),
    [
        ({}, {}),
        ({"types": ["concert"]}, {"start": "2027-01-01"}),
        ({"types": ["concert"]}, {"audience": "members"}),
        ({"municipalities": ["Ixelles"]}, {"venue": {"name": "Bozar", "municipality": "Bruxelles"}}),
        ({"municipalities": ["Ixelles"]}, {"online_url": "https://example.org/"}),
    ],
)
def test_event_of_other_days_places_or_readers_is_in_no_campaign(
    planned: dict[str, Any], happens: dict[str, Any]
) -> None:
    found = calendar(campaign(**planned), event("bal", **happens))
    assert found.events(Facet("campaign", "hiver")) == ()


def test_parts_of_a_festival_name_it_by_its_id_or_an_old_one() -> None:
    festival, old = event("festival"), event("old", replaced_by="festival")
    parts = event("a", part_of="festival"), event("b", part_of="old"), event("c", part_of="nowhere")
    found = calendar(festival, old, *parts)
    assert [each.id for each in found.parts_of(festival)] == ["a", "b"]
    assert found.parts_of(parts[0]) == ()


def test_a_festival_for_the_public_has_parts_for_it_alone() -> None:
    """A meeting of members is in the programme of professionals, not in that of a festival, nor beside its concerts."""
    festival, council = make.event("fete"), make.event("conseil", audience="professionals")
    parts = [
        make.event(f"{name}-{of}", part_of=of, audience=name)
        for name in ("public", "members")
        for of in ("fete", "conseil")
    ]
    found = make.calendar(festival, council, *parts)
    assert [each.id for each in found.parts_of(festival)] == ["public-fete"]
    assert [each.id for each in found.parts_of(council)] == ["members-conseil", "public-conseil"]
