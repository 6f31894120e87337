"""The week's feed: which events, dated when, told how."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from affiche.outputs.site import Site
from affiche.outputs.week import WEEK
from tests import factories as make
from tests.examples import examples
from tests.outputs.agenda_feeds import dated, feed_of, read

GOLDEN = Path(__file__).parent / "golden"
#: Wednesday of week 49, a series, a run of its first week and one of its last.
WEDNESDAY = datetime(2026, 12, 2, 12, tzinfo=UTC)
OPENS = datetime(2026, 11, 30, 5, tzinfo=UTC)
EVENTS = (
    make.event("samedi", start="2026-12-05 20:00", end="2026-12-05 23:00", venue="la-vallee", disciplines=["music"]),
    make.event("lundi", start="2026-11-30 20:00"),
    make.event("serie", dates=[{"start": f"2026-12-{day:02} 20:00"} for day in (1, 3, 4, 10)]),
    make.event("commence", type="exhibition", period={"start": "2026-12-03", "end": "2027-01-31"}),
    make.event("finit", type="exhibition", period={"start": "2026-09-01", "end": "2026-12-06"}),
    make.event("dure", type="exhibition", period={"start": "2026-09-01", "end": "2026-12-31"}),
    make.event("annule", start="2026-12-01 18:00", status="cancelled"),
    make.event("dimanche", start="2026-12-06"),
    make.event("lundi-prochain", start="2026-12-07 10:00"),
    make.event("un-mois", start="2026-12"),
    make.event("entre-nous", start="2026-12-03 10:00", audience="professionals"),
)
PART = "#week-2026-W49"


def site(now: datetime = WEDNESDAY) -> Site:
    return make.site(*EVENTS, make.organisation(), make.venue(), now=now)


def expected(*ranks: tuple[str, int]) -> dict[str, datetime]:
    return {f"{name}{PART}": OPENS - timedelta(seconds=rank) for name, rank in ranks}


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_week_is_its_golden_file(language: str) -> None:
    assert feed_of(WEEK, site(), language).decode() == (GOLDEN / f"week.{language}.xml").read_text("utf-8")


def test_week_has_its_events_by_date_one_second_apart_so_that_the_earliest_is_the_newest() -> None:
    found = dated(WEEK, site(OPENS))
    assert found == expected(("lundi", 1), ("serie", 3), ("commence", 4), ("samedi", 5), ("dimanche", 6), ("finit", 7))
    assert list(found) == sorted(found, key=lambda key: found[key], reverse=True)


def test_week_loses_what_is_over_and_the_others_keep_their_dates() -> None:
    assert dated(WEEK, site()) == expected(("serie", 3), ("commence", 4), ("samedi", 5), ("dimanche", 6), ("finit", 7))
    assert dated(WEEK, site(WEDNESDAY + timedelta(days=4))) == expected(("commence", 4), ("dimanche", 6), ("finit", 7))


def test_week_begins_on_monday_at_six() -> None:
    before = dated(WEEK, site(datetime(2026, 12, 7, 4, 59, 59, tzinfo=UTC)))
    after = dated(WEEK, site(datetime(2026, 12, 7, 5, tzinfo=UTC)))
    assert {key.partition("#")[2] for key in before} == {"week-2026-W49"}
    assert list(after) == ["lundi-prochain#week-2026-W50", "serie#week-2026-W50"]


def test_week_tells_the_dates_of_the_week_and_nothing_of_others() -> None:
    entries = {entry.id.partition("@")[0]: entry for entry in read(WEEK, site()).entries}
    assert {key: entry.title.partition(" – ")[2] for key, entry in entries.items()} == {
        "serie": "les 1er, 3 et 4 décembre 2026",
        "commence": "du 3 décembre 2026 au 31 janvier 2027",
        "samedi": "samedi 5 décembre 2026 de 20 h à 23 h",
        "finit": "jusqu’au 6 décembre 2026 inclus",
        "dimanche": "le 6 décembre 2026, heure à confirmer",
    }
    assert entries["serie"].description == "Jeudi 3 décembre 2026 à 20 h. Vendredi 4 décembre 2026 à 20 h."
    assert (entries["serie"].ev_startdate, entries["serie"].ev_enddate[:10]) == (
        *("2026-12-01T20:00:00+01:00", "2026-12-04"),
    )
    assert entries["serie"].link == f"https://example.org/fr/evenements/serie/{PART}"


def test_week_of_a_tour_tells_the_places_of_the_week() -> None:
    dates = [{"start": "2026-12-05 20:00", "venue": "la-vallee"}, {"start": "2026-12-12 20:00", "venue": "ailleurs"}]
    away = make.venue("ailleurs", name="Ailleurs", municipality="Ixelles", postal_code="1050")
    found = read(WEEK, make.site(make.event(dates=dates), make.venue(), away, now=WEDNESDAY))
    assert found.entries[0].ev_location == "La Vallée, Bruxelles"


def test_week_without_events_is_a_feed() -> None:
    feed = read(WEEK, make.site(make.organisation()))
    assert (feed.entries, feed.feed.title) == ([], "La semaine – Affiche")


def test_week_feed_changed_when_it_opened_or_its_events_did() -> None:
    past = make.history(*EVENTS, samedi=OPENS + timedelta(hours=30))
    changed = make.site(*EVENTS, make.venue(), now=WEDNESDAY, past=past)
    assert [read(WEEK, each).feed.updated for each in (site(), changed)] == [
        *("Mon, 30 Nov 2026 05:00:00 +0000", "Tue, 01 Dec 2026 11:00:00 +0000"),
    ]


@given(st.lists(st.integers(0, 80 * 24 * 60), min_size=2, max_size=5))
@examples(60)
def test_week_dates_never_change_nor_lie_after_the_clock(minutes: list[int]) -> None:
    known: dict[str, datetime] = {}
    for minute in sorted(minutes):
        now = datetime(2026, 10, 23, tzinfo=UTC) + timedelta(minutes=minute)
        for key, moment in dated(WEEK, site(now)).items():
            assert known.setdefault(key, moment) == moment <= now
