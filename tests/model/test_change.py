"""What is announced of an event: each kind of news, and what is none."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from affiche.model.change import AGAIN, KINDS, Change, find_changes
from affiche.model.place import Venue
from affiche.model.same_place import KnownVenues
from affiche.model.vocabulary import AVAILABILITIES, STATUSES
from tests import factories as make

START = datetime(2026, 11, 1, 12, tzinfo=UTC)
DATE = "20261205T2000"
Typed = dict[str, Any]


def changes(*versions: Typed, venues: tuple[Venue, ...] = ()) -> list[Change]:
    """The changes of an event whose versions came one a day from the first of November on."""
    events = [(START + timedelta(days=number), make.event("nuit", **typed)) for number, typed in enumerate(versions)]
    known = KnownVenues.of(venues)
    return list(find_changes(events[-1][1], events, known.is_same, ZoneInfo("Europe/Brussels")))


def told(*versions: Typed, venues: tuple[Venue, ...] = ()) -> list[tuple[int, str, str]]:
    """Each change as the number of its version from 1 on, its date's part of the UID, and its kind."""
    found = changes(*versions, venues=venues)
    return [(each.moment.day, each.uid_local.removeprefix("nuit."), each.kind) for each in found]


def dates(**typed: Typed) -> list[Typed]:
    """Three dates in December, by id, with what is typed of each."""
    days = {"a": "2026-12-05 20:00", "b": "2026-12-06 20:00", "c": "2026-12-07 20:00"}
    return [{"id": key, "start": start, **typed.get(key, {})} for key, start in days.items()]


def test_kinds_are_words_of_the_contract() -> None:
    assert {*KINDS} - {*AGAIN} == {*STATUSES[1:], AVAILABILITIES[2], "venue"}


ONE = [
    ("cancelled", {}, {"status": "cancelled"}),
    ("postponed", {}, {"status": "postponed"}),
    ("moved-online", {"venue": "halles"}, {"venue": "halles", "status": "moved-online"}),
    ("moved-online", {"venue": "halles"}, {"online_url": "https://live.example.org/"}),
    ("venue", {"venue": "halles"}, {"venue": "hangar"}),
    ("venue", {"venue": "halles"}, {"venue": {"name": "Hangar"}}),
    ("venue", {"online_url": "https://live.example.org/"}, {"venue": "halles"}),
    ("sold-out", {}, {"availability": "sold-out"}),
    ("sold-out", {"availability": "limited"}, {"availability": "sold-out"}),
    ("rescheduled", {}, {"start": "2026-12-06 20:00", "previous_start": ["2026-12-05 20:00"]}),
    ("cancelled", {}, {"withdrawn": {"date": "2026-11-02", "reason": {"fr": "Un canular"}}}),
    ("on-again", {"status": "cancelled"}, {}),
    ("on-again", {"status": "postponed"}, {"status": "scheduled"}),
    ("on-again", {"withdrawn": {"date": "2026-11-02", "reason": {"fr": "Un canular"}}}, {}),
    ("on-site", {"venue": "halles", "status": "moved-online"}, {"venue": "halles"}),
    ("venue", {"venue": "halles", "status": "moved-online"}, {"venue": "hangar"}),
    ("places-again", {"availability": "sold-out"}, {}),
    ("places-again", {"availability": "sold-out"}, {"availability": "limited"}),
    ("places-again", {"availability": "waiting-list"}, {"availability": "available"}),
    ("cancelled", {"status": "postponed"}, {"status": "cancelled", "venue": "halles", "availability": "sold-out"}),
]


@pytest.mark.parametrize(("kind", "before", "after"), ONE)
def test_news_has_its_kind(kind: str, before: Typed, after: Typed) -> None:
    assert told(before, after, after) == [(2, DATE, kind)]


NONE = [
    ({"status": "cancelled"}, {"withdrawn": {"date": "2026-11-02", "reason": {"fr": "Un canular"}}}),
    ({"status": "cancelled"}, {"status": "cancelled", "venue": "halles", "availability": "sold-out"}),
    ({"availability": "sold-out"}, {"availability": "waiting-list"}),
    ({"availability": "limited"}, {}),
    ({"start": "2026-11-01 20:00", "status": "cancelled"}, {"start": "2026-11-01 20:00"}),
    ({"start": "2026-11-01 20:00", "availability": "sold-out"}, {"start": "2026-11-01 20:00"}),
    ({}, {"venue": "halles"}),
    ({"venue": {"municipality": "Ixelles"}}, {"venue": "halles"}),
    ({"venue": "halles"}, {}),
    ({"venue": "halles"}, {"venue": "halles", "online_url": "https://live.example.org/"}),
    ({"online_url": "https://live.example.org/"}, {"venue": "halles", "online_url": "https://live.example.org/"}),
    ({"venue": {"name": "Halles"}}, {"venue": {"name": {"fr": "Halles", "nl": "Hallen"}, "geo": ["50.8", "4.3"]}}),
    ({"title": {"fr": "Nuit"}}, {"title": {"fr": "Jour"}, "price": "8", "end": "2026-12-05 22:00"}),
    ({"start": "2026-12"}, {"start": "2026-12-05 20:00", "previous_start": ["2026-12"]}),
    ({"start": "2026-12-05 20:00"}, {"start": "2026-12-05"}),
    ({"start": "2026-12-05 20:00"}, {"start": "2026-12-05 20:00", "date_precision": "month"}),
    ({"start": "2026-12-05 20:00"}, {"start": "2026-12-05 19:00Z", "previous_start": ["2026-12-05 20:00"]}),
    ({"dates": dates()}, {"dates": dates()[1:]}),
    ({"dates": dates()[1:]}, {"dates": dates(a={"status": "cancelled"})}),
    ({"period": {"end": "2026-12-20"}}, {"period": {"start": "2026-12-01", "end": "2027-01-20"}}),
    ({}, {"status": "rescheduled"}),
    ({"venue": "halles", "status": "moved-online"}, {"online_url": "https://live.example.org/"}),
    ({"venue": "halles", "status": "moved-online"}, {"venue": "hangar", "status": "moved-online"}),
]


@pytest.mark.parametrize(("before", "after"), NONE)
def test_what_no_newsletter_announces_is_no_change(before: Typed, after: Typed) -> None:
    assert told(before, after) == []


def test_several_kinds_at_once_are_one_each() -> None:
    moved = {"start": "2026-12-06 20:00", "previous_start": ["2026-12-05 20:00"], "status": "rescheduled"}
    found = told({"venue": "a"}, {**moved, "venue": "b", "availability": "sold-out"})
    assert found == [(2, DATE, "rescheduled"), (2, DATE, "venue"), (2, DATE, "sold-out")]


def test_only_date_that_starts_otherwise_has_moved_even_without_its_former_start() -> None:
    later = {"start": "2026-12-06 20:00"}
    kept = later | {"previous_start": ["2026-12-05 20:00"], "status": "rescheduled"}
    assert told({}, later, kept) == [(2, "20261206T2000", "rescheduled")]


def test_date_after_the_only_one_was_over_is_another() -> None:
    assert told({"start": "2026-11-01 20:00"}, {"start": "2027-11-01 20:00"}) == []


def test_date_that_is_found_again_is_compared_with_what_it_was() -> None:
    moved = [{"start": "2026-12-08 20:00"}, {"start": "2026-12-09 20:00"}]
    kept = [{"start": "2026-12-08 20:00", "previous_start": ["2026-12-05 20:00"]}, moved[1]]
    first = [{"start": "2026-12-05 20:00"}, moved[1]]
    assert told({"dates": first}, {"dates": moved}, {"dates": kept}) == [(3, DATE, "rescheduled")]


def test_news_of_what_is_off_wait_until_it_is_on_again() -> None:
    moved = {"start": "2026-12-06 20:00", "previous_start": ["2026-12-05 20:00"]}
    found = changes({}, {**moved, "status": "postponed"}, {**moved, "status": "rescheduled"})
    assert [(each.moment.day, each.kind, str(each.before)) for each in found] == [
        (2, "postponed", "None"),
        (3, "rescheduled", "2026-12-05 20:00"),
    ]


def test_what_is_on_again_on_another_day_is_told_by_that_day() -> None:
    moved = {"start": "2026-12-06 20:00", "previous_start": ["2026-12-05 20:00"]}
    assert told({"status": "cancelled"}, moved) == [(2, DATE, "rescheduled")]


def test_what_is_on_again_elsewhere_is_told_as_both() -> None:
    found = told({"venue": "a"}, {"venue": "a", "status": "cancelled"}, {"venue": "b"})
    assert found == [(2, DATE, "cancelled"), (3, DATE, "on-again"), (3, DATE, "venue")]


def test_dates_that_are_on_again_are_told_with_those_of_the_same_news() -> None:
    off = dates(a={"status": "cancelled"}, b={"status": "cancelled"})
    (change,) = [
        each for each in changes({"dates": dates()}, {"dates": off}, {"dates": dates()}) if each.moment.day == 3
    ]
    assert (change.kind, change.affected) == ("on-again", ("nuit.a", "nuit.b"))


def test_event_s_own_news_is_one_change_for_all_dates_that_repeat_it() -> None:
    own = {"b": {"status": "postponed"}}
    (change,) = changes({"dates": dates(**own)}, {"dates": dates(**own), "status": "cancelled"})
    assert (change.uid_local, change.affected) == ("nuit.a", ("nuit.a", "nuit.c"))


def test_dates_news_are_one_change_each_whatever_the_number() -> None:
    each = {key: {"status": "cancelled"} for key in "abc"}
    assert told({"dates": dates()}, {"dates": dates(**each)}) == [(2, key, "cancelled") for key in "abc"]


def test_event_s_own_news_is_about_the_dates_to_come() -> None:
    shown = [{"start": "2026-11-01 20:00"}, *dates()]
    (change,) = changes({"dates": shown}, {"dates": shown, "venue": "a"}, {"dates": shown, "venue": "b"})
    assert change.affected == ("nuit.a", "nuit.b", "nuit.c")
    over = [{"start": "2026-11-01 20:00"}, {"start": "2026-11-01 22:00"}]
    (change,) = changes({"dates": over}, {"dates": over, "status": "cancelled"})
    assert change.affected == ("nuit.20261101T2000", "nuit.20261101T2200")


def test_place_of_before_and_after_is_in_the_change_of_those_who_had_it() -> None:
    touring = dates(b={"venue": "halles"}, c={"room": "a"})
    first, second = changes({"dates": touring, "venue": "a"}, {"dates": dates(b={"venue": "bozar"}), "venue": "c"})
    assert (first.affected, first.before, first.after) == (("nuit.a", "nuit.c"), "a", "c")
    assert (second.affected, second.before, second.after) == (("nuit.b",), "halles", "bozar")


def test_run_is_one_of_an_event_s_dates() -> None:
    run: Typed = {"period": {"start": "2026-12-01", "end": "2026-12-20"}, "dates": dates()[:1]}
    moved = run | {"period": {"start": "2026-12-03", "end": "2026-12-20"}}
    closed, late = changes(run, moved, moved | {"status": "cancelled"})[::-1]
    assert (late.uid_local, late.kind, str(late.before)) == ("nuit.run", "rescheduled", "2026-12-01")
    assert (closed.uid_local, closed.affected) == ("nuit.run", ("nuit.run", "nuit.a"))


def test_identity_is_the_first_that_the_event_had() -> None:
    (change,) = changes({}, {"status": "cancelled", "redirect_from": ["soir", "bal"]})
    assert (change.event_id, change.uid_local) == ("nuit", f"soir.{DATE}")


def test_dates_of_a_rule_are_dates() -> None:
    rule: Typed = {"recurrence": {"every": "week", "from": "2026-12-03", "count": "3", "start": "20:00"}}
    replaced = rule | {"dates": [{"start": "2026-12-10 20:00", "status": "cancelled"}]}
    assert told(rule, replaced) == [(2, "20261210T2000", "cancelled")]
    (change,) = changes(rule, rule | {"availability": "sold-out"})
    assert [each[-13:-5] for each in change.affected] == [f"{date(2026, 12, day):%Y%m%d}" for day in (3, 10, 17)]


HALL = make.venue("halle", name={"fr": "La Halle", "nl": "De Hal"}, redirect_from=["salle"])


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("salle", "halle", []),
        ({"name": "LA HALLE"}, "halle", []),
        ({"name": "De Hal", "postal_code": "1000"}, "salle", []),
        ({"name": "La Halle", "postal_code": "1050"}, "halle", [(2, DATE, "venue")]),
        ("halle", "hangar", [(2, DATE, "venue")]),
        ({"name": "Mairie", "postal_code": "1000"}, {"name": "mairie", "postal_code": "1050"}, [(2, DATE, "venue")]),
        ({"name": "Mairie", "postal_code": "1000"}, {"name": "mairie"}, []),
        ({"name": "Mairie"}, {"name": "Bibliothèque"}, [(2, DATE, "venue")]),
    ],
)
def test_place_is_the_same_under_any_name(before: Any, after: Any, expected: object) -> None:
    assert told({"venue": before}, {"venue": after}, venues=(HALL,)) == expected


def test_venue_that_another_replaces_is_that_one() -> None:
    double = make.venue("hal", replaced_by="halle")
    assert told({"venue": "hal"}, {"venue": "halle"}, venues=(HALL, double)) == []
