"""What the calendar knows of history: publication, changes, and the digest of all that is shown of an event."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from affiche.calendar import Calendar
from affiche.model.change import Change
from affiche.model.history import Dates, History
from affiche.model.record import Record
from affiche.model.settings import Settings
from tests.factories import NOW, PUBLISHED, REGION, UPDATED, calendar, event, history, organisation, venue

PICTURE = {"src": "a.jpg", "alt": {"fr": "Une scène"}, "credit": "Ana"}
MIDNIGHT = datetime(2026, 11, 21, tzinfo=UTC)
#: The first midnight of October in Brussels.
OCTOBER = datetime(2026, 9, 30, 22, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "dates"),
    [
        ({}, Dates(PUBLISHED, UPDATED)),
        ({"published": "2026-08-01 10:00"}, Dates(datetime(2026, 8, 1, 8, tzinfo=UTC), UPDATED)),
        ({"published": "2026-10-01"}, Dates(OCTOBER, OCTOBER)),
        ({"published": "2027-01-01"}, Dates(NOW, NOW)),
        ({"redirect_from": ["soir"]}, Dates(PUBLISHED - timedelta(days=9), UPDATED)),
        ({"redirect_from": ["jour"]}, Dates(PUBLISHED, UPDATED)),
    ],
)
def test_published_is_the_front_matter_s_or_the_first_commit_s(typed: dict[str, Any], dates: Dates) -> None:
    subject, earlier = event(**typed), PUBLISHED - timedelta(days=9)
    past = History({("events", "nuit-ouverte"): Dates(PUBLISHED, UPDATED), ("events", "soir"): Dates(earlier, earlier)})
    assert calendar(subject, past=past).dates_of(subject) == dates


@pytest.mark.parametrize(
    ("typed", "published"),
    [
        ({}, OCTOBER),
        ({"redirect_from": ["soir"]}, OCTOBER),
        ({"published": "2026-08-01 10:00"}, datetime(2026, 8, 1, 8, tzinfo=UTC)),
    ],
)
def test_published_is_the_end_of_the_draft_that_came_first(typed: dict[str, Any], published: datetime) -> None:
    subject, changed = event(**typed), OCTOBER + timedelta(days=1)
    known = {("events", name): Dates(PUBLISHED, changed) for name in ("nuit-ouverte", "soir")}
    past = History(known, opened={("events", "nuit-ouverte"): OCTOBER})
    assert calendar(subject, past=past).dates_of(subject) == Dates(published, changed)


def test_record_without_history_is_of_today_or_of_its_publication() -> None:
    subject, dated = event(), event("dated", published="2026-08-01 10:00")
    found = calendar(subject, dated, now=NOW.replace(microsecond=1), past=History())
    assert found.dates_of(subject) == Dates(MIDNIGHT, MIDNIGHT)
    assert found.dates_of(dated) == Dates(datetime(2026, 8, 1, 8, tzinfo=UTC), datetime(2026, 8, 1, 8, tzinfo=UTC))


local = datetime.fromisoformat
moments = st.datetimes(local("2020-01-01"), local("2030-12-31"), timezones=st.just(UTC))


@given(moments, moments, st.none() | moments)
def test_dates_are_never_after_now_and_in_order(first: datetime, last: datetime, stated: datetime | None) -> None:
    typed: dict[str, Any] = {"published": f"{stated:%Y-%m-%d %H:%M}+00:00"} if stated else {}
    subject = event(**typed)
    dates = calendar(subject, past=History({("events", subject.id): Dates(first, last)})).dates_of(subject)
    assert dates.published <= dates.updated <= NOW


def test_revision_is_the_newest_change_of_all_that_is_shown() -> None:
    day = timedelta(days=1)
    subject = event("a", venue="la-vallee", part_of="festival", organisers=["zinneke"])
    records = [subject, event("b"), event("festival"), venue(), organisation(), organisation("other")]
    changes = {"la-vallee": 2 * day, "festival": day, "other": 9 * day, "b": 3 * day}

    def revisions(**changed: timedelta) -> list[timedelta]:
        moments = {key.replace("-", "_"): UPDATED + step for key, step in {**changes, **changed}.items()}
        found = calendar(*records, past=history(*records, **moments)).revisions
        return [found["a"] - UPDATED, found["b"] - UPDATED]

    assert revisions() == [2 * day, 3 * day]
    assert revisions(festival=4 * day) == [4 * day, 3 * day]
    assert revisions(zinneke=5 * day) == [5 * day, 5 * day]


def test_revision_does_not_go_back_when_what_was_shown_is_hidden() -> None:
    subject, old = event(venue="old"), venue("old", replaced_by="new")
    for new in (venue("new"), venue("new", draft="true")):
        records = [subject, organisation(), old, new]
        past = history(*records, new=UPDATED + timedelta(days=1))
        assert calendar(*records, past=past).revisions[subject.id] == UPDATED + timedelta(days=1)


def digest_of(*records: Record, now: datetime = NOW, images: dict[str, str] | None = None, **updated: datetime) -> str:
    past = history(*records, **updated)
    found = Calendar.of(records, Settings(), now, region=REGION, history=past, image_digests=images or {})
    return found.digests["nuit-ouverte"]


def shown(**changed: Record) -> list[Record]:
    """An event and all that is shown of it, with what is changed by name."""
    plain: dict[str, Record] = {
        "event": event(venue="la-vallee", part_of="festival", image=PICTURE),
        "festival": event("festival"),
        "venue": venue(image=PICTURE),
        "organisation": organisation(),
        "stranger": organisation("stranger"),
    }
    return list({**plain, **changed}.values())


IMAGES = {"content/events/a.jpg": "1", "content/venues/a.jpg": "2", "content/events/other.jpg": "3"}
LATER = UPDATED + timedelta(days=1)
DIGEST = digest_of(*shown(), images=IMAGES)
CHANGED = {
    "the file": digest_of(
        *shown(event=event(venue="la-vallee", part_of="festival", image=PICTURE, price="8")), images=IMAGES
    ),
    "the venue": digest_of(*shown(venue=venue(image=PICTURE, url="https://la-vallee.example.org/")), images=IMAGES),
    "the organiser": digest_of(*shown(organisation=organisation(status="inactive")), images=IMAGES),
    "the festival": digest_of(*shown(festival=event("festival", title="Fête")), images=IMAGES),
    "the image": digest_of(*shown(), images=IMAGES | {"content/events/a.jpg": "9"}),
    "the venue's image": digest_of(*shown(), images=IMAGES | {"content/venues/a.jpg": "9"}),
    "its dates": digest_of(*shown(), images=IMAGES, nuit_ouverte=LATER),
    "the venue's dates": digest_of(*shown(), images=IMAGES, la_vallee=LATER),
    "the organiser's dates": digest_of(*shown(), images=IMAGES, zinneke=LATER),
    "no venue": digest_of(*shown(venue=organisation("la-vallee")), images=IMAGES),
    "the venue withdrawn": digest_of(
        *shown(venue=venue(withdrawn={"date": "2026-11-01", "reason": {"fr": "Fermé"}})), images=IMAGES
    ),
}
UNCHANGED = {
    "the order of files": digest_of(*reversed(shown()), images=IMAGES),
    "another organisation": digest_of(*shown(stranger=organisation("stranger", status="inactive")), images=IMAGES),
    "another organisation's dates": digest_of(*shown(), images=IMAGES, stranger=LATER),
    "one organisation more": digest_of(*shown(), organisation("newcomer"), images=IMAGES),
    "another image": digest_of(*shown(), images=IMAGES | {"content/events/other.jpg": "9"}),
    "the hour": digest_of(*shown(), images=IMAGES, now=NOW + timedelta(hours=9)),
}


@pytest.mark.parametrize("change", CHANGED)
def test_digest_changes_with_all_that_is_shown(change: str) -> None:
    assert CHANGED[change] != DIGEST


def test_digest_of_each_change_is_its_own() -> None:
    assert len({*CHANGED.values()}) == len(CHANGED) - 1, "no venue, and a venue withdrawn"


@pytest.mark.parametrize("change", UNCHANGED)
def test_digest_stays_whatever_else_changes(change: str) -> None:
    assert UNCHANGED[change] == DIGEST


def test_digest_changes_with_what_changed_of_the_event() -> None:
    records = shown()
    known, change = history(*records), Change("nuit-ouverte", "nuit-ouverte.a", "venue", UPDATED, "halles", "bozar")
    pasts = [
        (),
        (change,),
        (change, replace(change, kind="cancelled")),
        (replace(change, moment=LATER),),
        (replace(change, before="hangar"),),
        (replace(change, affected=("nuit-ouverte.b",)),),
    ]
    digests = {calendar(*records, past=replace(known, changes=past)).digests["nuit-ouverte"] for past in pasts}
    assert len(digests) == len(pasts)
    other = replace(known, changes=(replace(change, event_id="autre"), replace(change, event_id="zinneke")))
    assert calendar(*records, past=other).digests == calendar(*records, past=known).digests


def test_digest_changes_when_the_time_of_an_image_is_over() -> None:
    records = shown(event=event(venue="la-vallee", image=PICTURE | {"expires": "2026-11-21"}))
    before, on, after = (digest_of(*records, images=IMAGES, now=NOW + timedelta(days=step)) for step in (-1, 0, 1))
    assert before == on != after
