"""The digest: one item for each week, told whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from PIL import Image

from affiche.outputs.digest import DIGEST
from affiche.outputs.site import Site
from affiche.sources.images import ImageFacts, inspect_image
from tests import factories as make
from tests.examples import examples
from tests.outputs.agenda_feeds import dated, feed_of, read
from tests.outputs.feed_rules import MEDIA
from tests.outputs.test_week import EVENTS, OPENS, WEDNESDAY

GOLDEN = Path(__file__).parent / "golden"
HOSTILE = "<b>A & B</b> \\ ]]> </script>"


def site(now: datetime = WEDNESDAY) -> Site:
    foreign = make.event("nacht", title={"nl": "Nacht"}, start="2026-12-03 22:00", availability="sold-out")
    return make.site(*EVENTS, foreign, make.organisation(), make.venue(), now=now)


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_digest_is_its_golden_file(language: str) -> None:
    assert feed_of(DIGEST, site(), language).decode() == (GOLDEN / f"digest.{language}.xml").read_text("utf-8")


def test_digest_has_the_last_eight_weeks_that_have_anything() -> None:
    events = [make.event(f"e-{day}", start=f"2026-{10 + day // 31}-{day % 31 + 1:02} 20:00") for day in range(0, 61, 7)]
    found = dated(DIGEST, make.site(*events, now=WEDNESDAY))
    assert list(found) == [f"week-2026-W{week}" for week in (48, 47, 46, 45, 44, 43, 42)]
    assert found["week-2026-W43"] == datetime(2026, 10, 19, 4, tzinfo=UTC)
    assert found["week-2026-W44"] == datetime(2026, 10, 26, 5, tzinfo=UTC)


def test_digest_of_a_year_with_53_weeks() -> None:
    events = make.event("un", start="2026-12-31 20:00"), make.event("deux", start="2027-01-04 20:00")
    found = read(DIGEST, make.site(*events, now=datetime(2027, 1, 4, 5, tzinfo=UTC)))
    assert [(entry.id, entry.title) for entry in found.entries] == [
        ("week-2027-W01@example.org", "Agenda du 4 au 10 janvier 2027 : 1 événement"),
        ("week-2026-W53@example.org", "Agenda du 28 décembre 2026 au 3 janvier 2027 : 1 événement"),
    ]


def test_digest_says_the_week_and_counts_its_events() -> None:
    (entry, *_) = read(DIGEST, site()).entries
    assert entry.title == "Agenda du 30 novembre au 6 décembre 2026 : 7 événements"
    assert entry.link == "https://example.org/fr/agenda/#week-2026-W49"
    assert entry.published == "Mon, 30 Nov 2026 05:00:00 +0000"


def test_digest_lists_each_day_then_the_runs() -> None:
    (entry, *_) = read(DIGEST, site()).entries
    assert entry.description.split("\n") == [
        "lundi 30 novembre",
        "• 20 h · Nuit ouverte",
        "mardi 1er décembre",
        "• 20 h · Nuit ouverte",
        "jeudi 3 décembre",
        "• 20 h · Nuit ouverte",
        "• 22 h · Nacht · en néerlandais · Complet",
        "vendredi 4 décembre",
        "• 20 h · Nuit ouverte",
        "samedi 5 décembre",
        "• 20 h · Nuit ouverte · La Vallée, Bruxelles",
        "dimanche 6 décembre",
        "• Nuit ouverte",
        "Sur la durée",
        "• Nuit ouverte · du 3 décembre 2026 au 31 janvier 2027",
        "• Nuit ouverte · jusqu’au 6 décembre 2026 inclus",
    ]
    assert '<li>22 h · <a href="https://example.org/fr/evenements/nacht/" lang="nl">Nacht</a>' in entry.content[0].value


def test_digest_of_a_crowded_day_counts_what_it_leaves_to_the_agenda() -> None:
    events = [make.event(f"e-{number:03}", start="2026-12-03 20:00") for number in range(63)]
    (entry,) = read(DIGEST, make.site(*events, now=WEDNESDAY)).entries
    lines = entry.description.split("\n")
    assert (len(lines), lines[-1]) == (62, "• et 3 autres")
    assert '<li><a href="https://example.org/fr/agenda/">et 3 autres</a></li>' in entry.content[0].value


def test_digest_gives_hostile_text_back_and_nothing_more() -> None:
    event = make.event(title=HOSTILE, venue={"name": HOSTILE, "municipality": "Gent"})
    data = feed_of(DIGEST, make.site(event, now=WEDNESDAY))
    assert etree.fromstring(data).findtext("channel/item/description", "").count("&lt;b&gt;A &amp; B&lt;/b&gt;") == 2
    assert "<b>" not in feedparser.parse(data).entries[0].content[0].value


def test_digest_has_one_image_of_the_first_event_that_has_one(tmp_path: Path) -> None:
    events, images, files = [make.event("avant", start="2026-12-02 20:00")], {}, {}
    for day, name in ((4, "autre.png"), (3, "affiche.png")):
        path, file = f"content/events/{name}", tmp_path / name
        Image.new("RGB", (1200, 630), "red").save(file)
        facts = inspect_image(file)
        assert isinstance(facts, ImageFacts)
        images[path], files[path] = facts, file
        typed = {"src": name, "alt": "Une fanfare", "credit": "Ana"}
        events.append(make.event(f"e-{day}", start=f"2026-12-0{day} 20:00", image=typed))
    data = feed_of(DIGEST, replace(make.site(*events, now=WEDNESDAY), images=images, image_files=files))
    item = etree.fromstring(data).find("channel/item")
    assert item is not None
    assert (len(item.findall("enclosure")), len(item.findall(f"{MEDIA}content"))) == (1, 1)
    assert (data.count(b"&lt;img "), data.count(b"media/affiche-")) == (1, 3)


def test_digest_changed_when_its_newest_week_opened_or_its_events_did() -> None:
    past = make.history(*EVENTS, samedi=OPENS + timedelta(hours=30))
    changed = make.site(*EVENTS, make.venue(), now=WEDNESDAY, past=past)
    assert [read(DIGEST, each).feed.updated for each in (site(), changed)] == [
        *("Mon, 30 Nov 2026 05:00:00 +0000", "Tue, 01 Dec 2026 11:00:00 +0000"),
    ]


@given(st.lists(st.integers(0, 100 * 24 * 60), min_size=2, max_size=5))
@examples(40)
def test_digest_of_a_week_never_changes_nor_lies_after_the_clock(minutes: list[int]) -> None:
    known: dict[str, bytes] = {}
    for minute in sorted(minutes):
        now = datetime(2026, 10, 23, tzinfo=UTC) + timedelta(minutes=minute)
        assert all(moment <= now for moment in dated(DIGEST, site(now)).values())
        for item in etree.fromstring(feed_of(DIGEST, site(now))).iter("item"):
            data = etree.tostring(item, method="c14n", exclusive=True)
            assert known.setdefault(item.findtext("guid", ""), data) == data


def test_digest_comes_with_its_week_to_the_second() -> None:
    assert list(dated(DIGEST, site(OPENS - timedelta(seconds=1)))) == []
    assert list(dated(DIGEST, site(OPENS))) == ["week-2026-W49"]


def test_digest_fingerprint_is_new_with_its_events_and_its_weeks_alone() -> None:
    def stamps(now: datetime, title: str = "Bal") -> list[str]:
        events = [
            make.event("bal", title=title, start="2026-12-01 20:00"),
            make.event("apres", start="2026-12-20 20:00"),
        ]
        return [artifact.fingerprint for artifact in DIGEST.artifacts(make.site(*events, now=now))]

    first = stamps(WEDNESDAY)
    assert stamps(WEDNESDAY + timedelta(days=3)) == first
    assert not set(stamps(WEDNESDAY, "Grand bal")) & set(first)
    assert not set(stamps(WEDNESDAY + timedelta(days=13))) & set(first)
