"""What is new: the window of the feeds, and the moment since which an event is public."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from affiche.model.event import Event
from affiche.model.facet import PROFESSIONAL, Facet
from affiche.model.history import Dates, History
from affiche.outputs.news import News
from affiche.outputs.site import Site
from tests import factories as make


def published(days_ago: float, name: str, **typed: Any) -> tuple[Event, Dates]:
    """An event that was published some days before now, and the dates that history knows."""
    moment = make.NOW - timedelta(days=days_ago)
    return make.event(name, **typed), Dates(moment, moment)


def news(*events: tuple[Event, Dates]) -> News:
    known = {("events", event.id): dates for event, dates in events}
    return News(make.site(*(event for event, _ in events), make.organisation(), past=History(known)))


def ids(news: News, facet: Facet | None = None) -> list[str]:
    return [event.id for event in news.of(facet)]


def test_news_are_in_order_of_publication_then_of_id() -> None:
    assert ids(news(published(2, "b"), published(1, "c"), published(2, "a"))) == ["c", "a", "b"]


def test_news_lose_what_is_over() -> None:
    past = published(1, "past", start="2026-11-20 20:00")
    partly = published(1, "partly", dates=[{"start": "2026-11-20 20:00"}, {"start": "2026-12-20 20:00"}])
    running = published(1, "running", period={"start": "2026-01-01"})
    assert ids(news(past, partly, running)) == ["partly", "running"]


def test_news_hold_every_recent_event_up_to_two_hundred() -> None:
    recent = [published(1 + index / 100, f"event-{index:03}") for index in range(230)]
    assert ids(news(*recent)) == [f"event-{index:03}" for index in range(200)]


def test_news_fill_up_to_twenty_with_older_events() -> None:
    recent = [published(1, f"recent-{index:02}") for index in range(3)]
    older = [published(100 + index, f"older-{index:02}") for index in range(30)]
    assert ids(news(*recent, *older)) == [f"recent-{n:02}" for n in range(3)] + [f"older-{n:02}" for n in range(17)]


@pytest.mark.parametrize(("days_ago", "count"), [(35, 21), (35.001, 20)])
def test_news_are_recent_for_thirty_five_days(days_ago: float, count: int) -> None:
    assert len(ids(news(*(published(days_ago, f"event-{index}") for index in range(21))))) == count


def test_news_of_professionals_are_in_their_own_agenda_alone() -> None:
    events = [published(1, name, audience=name) for name in ("public", "professionals", "schools", "members")]
    assert ids(news(*events)) == ["public", "schools"]
    assert ids(news(*events), Facet("organisation", "zinneke")) == ["public", "schools"]
    assert ids(news(*events), PROFESSIONAL) == ["members", "professionals"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ({}, make.PUBLISHED),
        ({"published": "2026-10-01 10:00"}, datetime(2026, 10, 1, 8, tzinfo=UTC)),
        ({"publish_from": "2026-11-02 09:00"}, datetime(2026, 11, 2, 8, tzinfo=UTC)),
        ({"publish_from": "2026-08-01 09:00"}, make.PUBLISHED),
        ({"published": "2026-11-10 10:00", "publish_from": "2026-11-02 09:00"}, datetime(2026, 11, 10, 9, tzinfo=UTC)),
        ({"published": "2027-01-01 10:00"}, make.NOW),
    ],
)
def test_event_is_public_since_the_later_of_its_two_moments(typed: dict[str, Any], expected: datetime) -> None:
    assert News(make.site(make.event(**typed))).public_since == {"nuit-ouverte": expected}


def test_event_is_public_since_the_same_moment_after_a_change() -> None:
    def since(site: Site) -> object:
        return News(site).public_since

    later = make.history(make.event(), nuit_ouverte=make.NOW)
    assert since(make.site(make.event(), past=later)) == since(make.site(make.event()))


def test_event_is_public_since_the_commit_that_ended_its_draft() -> None:
    opened = make.PUBLISHED + timedelta(days=3)
    past = replace(make.history(make.event()), opened={("events", "nuit-ouverte"): opened})
    assert News(make.site(make.event(), past=past)).public_since == {"nuit-ouverte": opened}
