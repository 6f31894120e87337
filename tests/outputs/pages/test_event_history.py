"""What has changed of an event since it was announced, on its page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from affiche.model.change import Change
from affiche.model.event import Event
from affiche.model.moment import Moment, parse_moment
from affiche.outputs.pages.event_history import event_history, history_stamp
from affiche.outputs.site import Site
from tests import factories as make

FIRST = datetime(2026, 11, 1, 23, 30, tzinfo=UTC)


def change(
    kind: str, days: int = 0, before: object = None, after: object = None, affected: Sequence[str] = ()
) -> Change:
    """A change of `nuit-ouverte`, some days after 2 November, half past midnight in Brussels."""
    return Change("nuit-ouverte", "", kind, FIRST + timedelta(days=days), before, after, tuple(affected))  # type: ignore[arg-type]


def site(event: Event, *changes: Change) -> Site:
    records = event, make.organisation(), make.venue(), make.venue("scene", name="Scène")
    return make.site(*records, past=replace(make.history(*records), changes=changes))


def told(event: Event, *changes: Change, language: str = "fr") -> list[tuple[str, str, str]]:
    rows = event_history(site(event, *changes), event, language)
    return [(row.day, row.text, row.dates) for row in rows]


def moment(text: str) -> Moment:
    parsed = parse_moment(text)
    assert parsed
    return parsed


def test_changes_are_told_with_their_local_day_the_newest_first() -> None:
    found = told(make.event(), change("sold-out"), change("cancelled", days=3))
    assert found == [("5 novembre 2026", "Annulé", ""), ("2 novembre 2026", "Complet", "")]
    assert event_history(site(make.event(), change("sold-out")), make.event(), "fr")[0].iso == "2026-11-02"


def test_a_date_that_moved_twice_says_each_time_what_it_became() -> None:
    first = change("rescheduled", before=moment("2026-10-03 20:00"), after=moment("2026-11-14 20:00"))
    second = change("rescheduled", 5, moment("2026-11-14 20:00"), moment("2026-12-05 20:00"))
    assert [text.replace("\xa0", " ") for _, text, _ in told(make.event(), first, second)] == [
        "Nouvelle date : samedi 5 décembre 2026 à 20 h (avant : samedi 14 novembre 2026 à 20 h)",
        "Nouvelle date : samedi 14 novembre 2026 à 20 h (avant : samedi 3 octobre 2026 à 20 h)",
    ]


def test_of_several_dates_it_is_said_which() -> None:
    event = make.event(dates=[{"start": "2026-12-05 20:00"}, {"start": "2026-12-06 20:00"}])
    found = told(event, change("cancelled", affected=["nuit-ouverte.20261206T2000"]), language="nl")
    assert found == [("2 november 2026", "Geannuleerd", "zondag 6 december 2026 om 20 uur")]


def test_a_place_that_it_left_is_named_and_counts_for_the_page() -> None:
    event, moved = make.event(venue="la-vallee"), change("venue", before="scene", after="la-vallee")
    assert told(event, moved) == [("2 novembre 2026", "Autre lieu : La Vallée (avant : Scène)", "")]
    renamed = site(event, moved)
    shelf = {"scene": make.venue("scene", name="Théâtre")} | {"la-vallee": make.venue()}
    calendar = replace(renamed.calendar, records={**renamed.calendar.records, "venues": shelf})
    assert history_stamp(replace(renamed, calendar=calendar), event) != history_stamp(site(event, moved), event)


def test_a_change_to_come_is_not_told_yet() -> None:
    assert told(make.event(), change("cancelled", days=40)) == []
    assert history_stamp(site(make.event(), change("cancelled", days=40)), make.event()) == ["0"]
