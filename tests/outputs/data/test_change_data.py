"""The changes of events as data: each once, for good, with what it was before."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import feedparser

from affiche.model.change import CANCELLED, MOVED_ONLINE, RESCHEDULED, VENUE, Change, Value
from affiche.model.event import Event
from affiche.model.moment import parse_moment
from affiche.model.place import Venue
from affiche.outputs.data.changes import change_data_artifacts
from affiche.outputs.event_changes import EVENT_CHANGES
from affiche.outputs.site import Site
from tests import factories as make
from tests.outputs.data.reading import refusals, rendered

OCTOBER = datetime(2026, 10, 1, 8, tzinfo=UTC)


def change(kind: str, after: timedelta, before: Value = None, became: Value = None) -> Change:
    """A change of the plain event, so long after the first of October."""
    uid = "nuit-ouverte.20261205T2000"
    return Change("nuit-ouverte", uid, kind, OCTOBER + after, before, became, (uid,))


def site(*changes: Change, event: Event | None = None, venue: Venue | None = None) -> Site:
    abroad = make.venue("new-york", country="US", postal_code="10001", time_zone="America/New_York")
    records = event or make.event(), make.organisation(), venue or make.venue(), abroad
    return make.site(*records, past=replace(make.history(*records), changes=changes))


def told(made: Site) -> list[dict[str, Any]]:
    files = rendered(change_data_artifacts(made))
    assert list(refusals(files)) == []
    found: list[dict[str, Any]] = json.loads(files["changes.json"])["changes"]
    return found


MOVED = change(RESCHEDULED, timedelta(days=1), parse_moment("2026-12-04 20:00"), parse_moment("2026-12-05 20:00"))
ELSEWHERE = change(VENUE, timedelta(days=2), "gone", "la-vallee")
ONLINE = change(MOVED_ONLINE, timedelta(days=3), make.event(venue={"name": "Serre"}).venue)
OFF = change(CANCELLED, timedelta(days=4))


def test_every_change_is_told_the_newest_first_with_what_it_was_and_became() -> None:
    online, elsewhere, moved = told(site(MOVED, ELSEWHERE, ONLINE))
    assert moved == {
        "guid": "nuit-ouverte.20261205T2000@example.org#rescheduled-20261002T080000Z",
        "event": "nuit-ouverte",
        "kind": "rescheduled",
        "moment": "2026-10-02T08:00:00+00:00",
        "uids": ["nuit-ouverte.20261205T2000@example.org"],
        "before": {"start": "2026-12-04T20:00:00+01:00"},
        "after": {"start": "2026-12-05T20:00:00+01:00"},
    }
    assert elsewhere["after"]["venue"]["name"] == {"und": "La Vallée"}
    assert "before" not in elsewhere
    assert online["before"]["venue"]["name"] == {"und": "Serre"}
    assert "after" not in online


def test_a_start_is_in_the_zone_of_its_event_and_as_exact_as_it_was_known() -> None:
    (coarse,) = told(site(replace(MOVED, before=parse_moment("2026-autumn")), event=make.event(venue="new-york")))
    assert (coarse["before"], coarse["after"]) == ({"start": "2026-autumn"}, {"start": "2026-12-05T20:00:00-05:00"})


def test_a_change_has_the_identity_of_its_item_in_the_feed() -> None:
    made = site(MOVED, OFF)
    feed = next(each for each in EVENT_CHANGES.artifacts(made) if each.path.startswith("fr/"))
    assert [item["guid"] for item in told(made)] == [entry.id for entry in feedparser.parse(feed.render()).entries]


def test_of_a_withdrawn_event_only_that_it_is_off_is_told_and_of_the_future_nothing() -> None:
    withdrawn = make.event(withdrawn={"date": "2026-10-05", "reason": {"fr": "Canular", "nl": "Grap"}})
    assert [each["kind"] for each in told(site(MOVED, OFF, event=withdrawn))] == ["cancelled"]
    assert told(site(replace(MOVED, moment=make.NOW + timedelta(hours=1)))) == []


def test_the_file_depends_on_the_changes_and_the_venues_that_they_name() -> None:
    def stamp(made: Site) -> str:
        return next(each.fingerprint for each in change_data_artifacts(made) if each.path.endswith("changes.json"))

    before = stamp(site(ELSEWHERE))
    assert before != stamp(site(ELSEWHERE, OFF))
    assert before == stamp(site(ELSEWHERE, event=make.event(title="Un autre titre")))
    assert before != stamp(site(ELSEWHERE, venue=make.venue(name="La Vallée 2")))
