"""Which events a newsletter tells of: those that the feed or the list of the same name has."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

import feedparser
import pytest

from affiche.model.event import Event
from affiche.outputs.digest import DIGEST
from affiche.outputs.last_chance import LAST_CHANCE
from affiche.outputs.newsroom.edition import Edition
from affiche.outputs.newsroom.issues import ISSUES
from affiche.outputs.output import Output
from affiche.outputs.pages.agenda import agenda_stretch
from affiche.outputs.pages.shortcuts import shortcut_stretch
from affiche.outputs.pages.stretches import Stretch
from affiche.outputs.rss import RSS
from affiche.outputs.site import Site
from affiche.outputs.week import WEEK
from tests.outputs.newsroom.letters import desk
from tests.outputs.test_week import EVENTS, OPENS, WEDNESDAY

MOMENTS = (OPENS, WEDNESDAY, WEDNESDAY + timedelta(days=4), WEDNESDAY + timedelta(days=30))


def edition(site: Site, key: str) -> Edition:
    return next(issue for issue in ISSUES if issue.key == key).edition(site)


def ids(events: Sequence[Event]) -> list[str]:
    return [event.id for event in events]


def in_feed(output: Output, site: Site) -> list[str]:
    """The events of a feed, in its order."""
    data = next(each.render() for each in output.artifacts(site) if each.path.startswith("fr/"))
    return [entry.id.partition("@")[0] for entry in feedparser.parse(data).entries]


@pytest.mark.parametrize("now", MOMENTS)
@pytest.mark.parametrize(("key", "feed"), [("week", WEEK), ("announced", RSS), ("last", LAST_CHANCE)])
def test_a_newsletter_tells_of_what_its_feed_has(key: str, feed: Output, now: datetime) -> None:
    site = desk(*EVENTS, now=now)
    assert sorted(ids(edition(site, key).events)) == sorted(in_feed(feed, site))


@pytest.mark.parametrize("now", MOMENTS)
@pytest.mark.parametrize(
    ("key", "stretch"), [("fortnight", agenda_stretch), ("weekend", lambda site: shortcut_stretch(site, "weekend"))]
)
def test_a_newsletter_of_days_tells_of_what_the_agenda_has_each_once(
    key: str, stretch: Callable[[Site], Stretch], now: datetime
) -> None:
    site = desk(*EVENTS, now=now)
    assert sorted(ids(edition(site, key).events)) == sorted({event.id for event in stretch(site).events})


def test_every_feed_of_the_agenda_stands_beside_a_newsletter() -> None:
    assert {feed.name for issue in ISSUES for feed in issue.feeds} == {
        "week",
        "digest",
        "rss",
        "last-chance",
        "changes",
    }
    assert DIGEST in ISSUES[0].feeds


def test_the_week_stands_by_its_days_and_a_series_under_the_first_of_hers() -> None:
    groups = [
        (str(group.heading), [each.event.id for each in group.mentions])
        for group in edition(desk(*EVENTS, now=OPENS), "week").groups
    ]
    assert groups == [
        ("2026-11-30", ["lundi"]),
        ("2026-12-01", ["serie"]),
        ("2026-12-05", ["samedi"]),
        ("2026-12-06", ["dimanche"]),
        ("agenda.runs.month", ["commence", "finit"]),
    ]


def test_an_edition_without_events_has_no_group() -> None:
    assert [edition(desk(), issue.key).groups for issue in ISSUES] == [[]] * len(ISSUES)


def test_a_newsletter_is_made_again_only_when_what_it_tells_of_changes() -> None:
    def stamps(now: datetime) -> list[str]:
        site = desk(*EVENTS, now=now)
        return [edition(site, issue.key).stamp for issue in ISSUES]

    sunday = datetime(2026, 12, 6, 20, tzinfo=UTC)
    assert stamps(sunday) == stamps(sunday + timedelta(hours=1))
