"""RSS feeds as files: which there are, what each holds, and its bytes."""

from __future__ import annotations

import logging
import subprocess
import sys
from datetime import timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path

import feedparser
import pytest
from lxml import etree

from affiche.model.event import Event
from affiche.model.history import Dates, History
from affiche.model.settings import Settings
from affiche.model.text import Text
from affiche.outputs.rss import FEED, RSS, rss_artifacts
from affiche.outputs.rss_channel import MOST_BYTES
from affiche.outputs.site import Site
from affiche.writer.check import check_xml
from tests import factories as make
from tests.outputs.feed_rules import Limits, faults

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "golden"
LIMITS = Limits(make.NOW)
BODY = Text.of(
    fr="Une *fanfare*, puis [le programme](https://example.org/p?a=1&b=2).\n\n- l'été ; l'hiver\n- **20 h**",
    nl="Een *fanfare*, dan [het programma](https://example.org/p?a=1&b=2).",
)
EVENTS = (
    make.event(
        "nuit-ouverte",
        BODY,
        summary={"fr": "Musique & danse < minuit.", "nl": "Muziek & dans < middernacht."},
        disciplines=["music", "dance"],
        venue="la-vallee",
        start="2026-12-05 20:00",
        end="2026-12-06 02:00",
        publish_from="2026-11-02 09:00",
    ),
    make.event(
        "nachtbeeld",
        Text.of(nl="Alleen in het Nederlands."),
        title={"nl": "Nachtbeeld"},
        summary={"nl": "Foto's van de stad."},
        type="exhibition",
        disciplines=["photography"],
        venue="la-vallee",
        period={"start": "2026-11-07", "end": "2027-01-03"},
        published="2026-11-10 10:00",
    ),
    make.event(
        "trois-soirs",
        title="Trois soirs",
        type="performance",
        online_url="https://example.org/live",
        dates=[
            {"start": "2026-11-20 20:00"},
            {"start": "2026-12-12 20:00"},
            {"start": "2026-12-13 15:00", "status": "cancelled"},
        ],
    ),
)


def example(settings: Settings | None = None) -> Site:
    return make.site(*EVENTS, make.organisation(), make.venue(), settings=settings)


def files(site: Site) -> dict[str, bytes]:
    return {artifact.path: artifact.render() for artifact in rss_artifacts(site)}


def fingerprints(site: Site) -> dict[str, str]:
    return {artifact.path: artifact.fingerprint for artifact in rss_artifacts(site)}


def items(data: bytes) -> list[etree._Element]:
    return etree.fromstring(data)[0].findall("item")


def guids(data: bytes) -> list[str]:
    return [item.findtext("guid", "").removesuffix("@example.org") for item in items(data)]


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_rss_of_three_events_is_its_golden_file(language: str) -> None:
    assert files(example())[f"{language}/feed.xml"].decode() == (GOLDEN / f"feed.{language}.xml").read_text("utf-8")


def test_rss_has_no_fault() -> None:
    made = files(example())
    assert {path: list(faults(data, LIMITS)) for path, data in made.items()} == {path: [] for path in made}
    assert {path: list(check_xml(data)) for path, data in made.items()} == {path: [] for path in made}


def test_rss_stands_beside_every_list() -> None:
    assert {path for path in files(example()) if path.startswith("nl/")} == {
        "nl/feed.xml",
        "nl/professionals/feed.xml",
        "nl/disciplines/muziek/feed.xml",
        "nl/disciplines/dans/feed.xml",
        "nl/disciplines/fotografie/feed.xml",
        "nl/disciplines/muziek/gemeenten/brussel/feed.xml",
        "nl/disciplines/dans/gemeenten/brussel/feed.xml",
        "nl/disciplines/fotografie/gemeenten/brussel/feed.xml",
        "nl/gemeenten/brussel/feed.xml",
        "nl/organisaties/zinneke/feed.xml",
        "nl/locaties/la-vallee/feed.xml",
    }


def test_rss_artifacts_are_offered_as_a_subscription() -> None:
    assert (RSS.name, RSS.subscription) == ("rss", FEED)
    assert {artifact.media_type for artifact in rss_artifacts(example())} == {"application/rss+xml"}


def test_rss_is_read_back_by_feedparser() -> None:
    feed = feedparser.parse(files(example())["fr/feed.xml"])
    assert (feed.bozo, feed.version, feed.feed.language, feed.feed.ttl) == (False, "rss20", "fr-BE", "60")
    assert feed.feed.link == "https://example.org/fr/agenda/"
    assert {(link.rel, link.get("hreflang"), link.href) for link in feed.feed.links} == {
        ("alternate", None, "https://example.org/fr/agenda/"),
        ("self", None, "https://example.org/fr/feed.xml"),
        ("alternate", "nl", "https://example.org/nl/feed.xml"),
    }
    assert [(entry.id, entry.published, entry.ev_startdate) for entry in feed.entries] == [
        ("nachtbeeld@example.org", "Tue, 10 Nov 2026 09:00:00 +0000", "2026-11-07"),
        ("nuit-ouverte@example.org", "Mon, 02 Nov 2026 08:00:00 +0000", "2026-12-05T20:00:00+01:00"),
        ("trois-soirs@example.org", "Tue, 01 Sep 2026 08:00:00 +0000", "2026-11-20T20:00:00+01:00"),
    ]


def test_rss_of_a_list_without_events_is_a_feed_without_date() -> None:
    data = files(make.site(make.organisation()))["fr/organisations/zinneke/feed.xml"]
    assert list(faults(data, LIMITS)) == []
    feed = feedparser.parse(data)
    assert (feed.bozo, feed.entries, "updated" in feed.feed) == (False, [], False)
    assert feed.feed.title == "Zinneke : nouveautés – Affiche"


def test_rss_date_of_the_channel_is_the_newest_change_or_arrival_of_an_item() -> None:
    past = make.history(make.event("a"), make.event("b"), b=make.NOW - timedelta(days=3))
    changed = make.site(make.event("a"), make.event("b"), past=past)
    came = make.site(make.event("a"), make.event("b", publish_from="2026-11-20 13:00"), past=past)
    dates = [feedparser.parse(files(site)["fr/feed.xml"]).feed.updated for site in (changed, came)]
    assert dates == ["Wed, 18 Nov 2026 12:00:00 +0000", "Fri, 20 Nov 2026 12:00:00 +0000"]


def test_rss_identity_is_the_same_in_every_language_and_feed_and_after_a_renaming() -> None:
    settings = Settings(site_url="https://agenda.example.net/a/", identity_host="example.org")
    renamed = make.event("porte-close", redirect_from=["nuit-ouverte"])
    made = files(make.site(renamed, make.organisation(), settings=settings))
    found = {path: guids(data) for path, data in made.items() if "profession" not in path}
    assert set(found) == {
        f"{code}/{rest}feed.xml"
        for code, rest in (("fr", ""), ("nl", ""), ("fr", "organisations/zinneke/"), ("nl", "organisaties/zinneke/"))
    }
    assert all(ids == ["nuit-ouverte"] for ids in found.values())
    assert b"<link>https://agenda.example.net/a/nl/evenementen/porte-close/</link>" in made["nl/feed.xml"]


def test_rss_leaves_out_an_event_that_cannot_be_made_and_says_so(caplog: pytest.LogCaptureFixture) -> None:
    broken = make.event("broken", title="A\x00B", published="2026-11-10 10:00")
    site = make.site(*EVENTS, broken, make.organisation(), make.venue())
    with caplog.at_level(logging.WARNING):
        data = files(site)["fr/feed.xml"]
    assert data == files(example())["fr/feed.xml"]
    assert {record.getMessage().partition(" is left out of the feeds (")[0] for record in caplog.records} == {"broken"}
    assert len(caplog.records) == len(site.languages)


def test_rss_of_too_many_bytes_loses_its_oldest_items() -> None:
    body = Text.of(fr="\n\n".join(["Un mot & un autre. " * 100] * 10))
    events = [
        make.event(f"event-{index:03}", body, published=f"2026-11-{index % 20 + 1:02} 10:00") for index in range(60)
    ]
    data = files(make.site(*events))["fr/feed.xml"]
    whole = [f"event-{index:03}" for index in sorted(range(60), key=lambda index: (-(index % 20), index))]
    assert MOST_BYTES * 0.9 < len(data) <= MOST_BYTES
    assert guids(data) == whole[: len(guids(data))]
    assert list(faults(data, LIMITS)) == []


def test_rss_item_of_an_event_is_the_same_whatever_else_there_is() -> None:
    def item(site: Site, path: str) -> bytes:
        found = (each for each in items(files(site)[path]) if each.findtext("guid") == "nuit-ouverte@example.org")
        return etree.tostring(next(found), method="c14n", exclusive=True)

    alone = make.site(EVENTS[0], make.organisation(), make.venue())
    expected = item(alone, "fr/feed.xml")
    assert [item(example(), path) for path in ("fr/feed.xml", "fr/lieux/la-vallee/feed.xml")] == [expected, expected]


def test_rss_fingerprint_is_new_where_an_event_changed_and_nowhere_else() -> None:
    changed = Event.known({**EVENTS[1].__dict__, "type": "fair"}).identified(
        "nachtbeeld", None, make.event(summary="x").origin
    )
    before = fingerprints(example())
    after = fingerprints(make.site(EVENTS[0], changed, EVENTS[2], make.organisation(), make.venue()))
    assert {path for path in before if path.startswith("fr/") and before[path] != after[path]} == {
        "fr/feed.xml",
        "fr/disciplines/photographie/feed.xml",
        "fr/disciplines/photographie/communes/bruxelles/feed.xml",
        "fr/communes/bruxelles/feed.xml",
        "fr/organisations/zinneke/feed.xml",
        "fr/lieux/la-vallee/feed.xml",
    }


@pytest.mark.parametrize(
    ("later", "is_new"),
    [
        (timedelta(hours=1), False),
        (timedelta(days=14), False),
        (timedelta(days=14, hours=16), True),  # the night of 5 December is over, and with it an event
        (timedelta(days=22), True),  # a performance of the series is
    ],
)
def test_rss_fingerprint_follows_what_is_shown_and_not_the_clock(later: timedelta, is_new: bool) -> None:  # noqa: FBT001
    now = make.NOW + later
    site = make.site(*EVENTS, make.organisation(), make.venue(), now=now)
    assert (fingerprints(site)["fr/feed.xml"] != fingerprints(example())["fr/feed.xml"]) == is_new
    assert (files(site)["fr/feed.xml"] != files(example())["fr/feed.xml"]) == is_new


@pytest.mark.parametrize(
    "settings",
    [Settings(site_url="https://example.net/"), Settings(identity_host="example.net"), Settings(site_name="Agenda")],
)
def test_rss_fingerprint_is_new_with_a_setting(settings: Settings) -> None:
    other = example(settings)
    assert not set(fingerprints(other).values()) & set(fingerprints(example()).values())


def test_rss_sends_each_event_once_to_a_reader_of_what_is_dated_since_its_last_look() -> None:
    days = range(40)
    events = [make.event(f"day-{day:02}", start=f"2026-12-{day % 20 + 1:02} 20:00") for day in days]
    moments = {f"day-{day:02}": make.NOW - timedelta(days=40 - day) for day in days}
    past = History({("events", key): Dates(moment, moment) for key, moment in moments.items()})
    sent: list[str] = []
    for look in range(0, 42, 7):
        now = make.NOW - timedelta(days=40 - look)
        known = [event for event in events if moments[event.id] <= now]
        feed = feedparser.parse(files(make.site(*known, now=now, past=past))["fr/feed.xml"])
        since = now - timedelta(days=7)
        sent += [entry.id for entry in feed.entries if parsedate_to_datetime(entry.published) > since]
    assert sorted(sent) == [f"day-{day:02}@example.org" for day in range(36)]


@pytest.mark.parametrize(
    "environment", [{"TZ": "Asia/Tokyo", "PYTHONHASHSEED": "1"}, {"LC_ALL": "fr_BE.UTF-8", "PYTHONHASHSEED": "2"}]
)
def test_rss_is_the_same_under_any_environment(environment: dict[str, str]) -> None:
    script = "from tests.outputs.test_rss import *; sys.stdout.buffer.write(files(example())['nl/feed.xml'])"
    path = {"PYTHONPATH": f"{ROOT}:{ROOT / 'plugins'}"}
    done = subprocess.run([sys.executable, "-c", script], env=path | environment, capture_output=True, check=True)
    assert done.stdout == files(example())["nl/feed.xml"]
