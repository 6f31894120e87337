"""The feeds of calls: which there are, what each holds, and their bytes."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import feedparser
import pytest

from affiche.model.record import Record
from affiche.model.text import Text
from affiche.outputs.calls.feed import CALLS
from affiche.outputs.rss import RSS
from affiche.outputs.site import Site
from affiche.writer.check import check_xml
from tests import factories as make
from tests.outputs.feed_rules import Limits, faults

GOLDEN = Path(__file__).parents[1] / "golden"
BODY = Text.of(fr="Trois mois dans un studio, **sans obligation**.", nl="Drie maanden in een studio.")
RESIDENCE = make.call(
    "residence",
    BODY,
    disciplines=["music", "dance"],
    countries=["BE", "NL"],
    eligibility={"fr": "Moins de 35 ans & < 3 albums", "nl": "Jonger dan 35 & < 3 albums"},
    covered={"fr": "Un studio", "nl": "Een studio"},
    published="2026-11-10 09:00",
)
OTHERS = (
    make.call("aide", rolling="true", kind="volunteering", title="Coups de main", published="2026-11-12 09:00"),
    make.call("passe", deadline="2026-11-21 13:30", kind="funding"),
)


def example(*records: Record, now: datetime = make.NOW) -> Site:
    return make.site(*records, make.organisation(), now=now)


def files(site: Site) -> dict[str, bytes]:
    return {artifact.path: artifact.render() for artifact in CALLS.artifacts(site)}


def guids(data: bytes) -> list[str]:
    return [entry.id.removesuffix("@example.org") for entry in feedparser.parse(data).entries]


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_the_feed_of_calls_is_its_golden_file(language: str) -> None:
    path = {"fr": "fr/appels/feed.xml", "nl": "nl/oproepen/feed.xml"}[language]
    golden = (GOLDEN / f"calls.{language}.xml").read_text("utf-8")
    assert files(example(RESIDENCE, *OTHERS))[path].decode() == golden


def test_the_feeds_of_calls_have_no_fault() -> None:
    made = files(example(RESIDENCE, *OTHERS))
    assert {path: list(faults(data, Limits(make.NOW))) for path, data in made.items()} == {path: [] for path in made}
    assert {path: list(check_xml(data)) for path, data in made.items()} == {path: [] for path in made}


def test_each_list_has_a_feed_with_its_own_calls() -> None:
    made = files(example(RESIDENCE, *OTHERS))
    assert {path: guids(data) for path, data in made.items() if path.startswith("nl/")} == {
        "nl/oproepen/feed.xml": ["aide", "residence", "passe"],
        "nl/oproepen/soorten/residentie/feed.xml": ["residence"],
        "nl/oproepen/soorten/financiering/feed.xml": ["passe"],
        "nl/oproepen/soorten/vrijwilligerswerk/feed.xml": ["aide"],
        "nl/disciplines/muziek/oproepen/feed.xml": ["residence"],
        "nl/disciplines/dans/oproepen/feed.xml": ["residence"],
    }


def test_an_item_opens_with_its_deadline_and_leaves_when_that_has_passed() -> None:
    for now, expected in ((make.NOW, ["passe"]), (make.NOW + timedelta(minutes=30), [])):
        data = files(example(OTHERS[1], now=now))["fr/appels/feed.xml"]
        assert guids(data) == expected
        for entry in feedparser.parse(data).entries:
            assert entry.description.startswith("Date limite : samedi 21 novembre 2026 à 13 h 30. ")


def test_a_renamed_call_keeps_its_guid_and_a_corrected_one_its_date() -> None:
    renamed = make.call("nouveau", redirect_from=["premier"])
    before, after = (
        feedparser.parse(files(make.site(renamed, past=make.history(renamed, nouveau=moment)))["fr/appels/feed.xml"])
        for moment in (make.UPDATED, make.UPDATED + timedelta(days=9))
    )
    assert [entry.id for entry in before.entries] == ["premier@example.org"]
    assert [entry.published for entry in before.entries] == [entry.published for entry in after.entries]


def test_professionals_read_of_calls_and_meetings_the_newest_first() -> None:
    meeting = make.event("reunion", audience="professionals", published="2026-11-11 09:00")
    site = example(RESIDENCE, OTHERS[0], meeting, make.event("bal"))
    made = {artifact.path: artifact.render() for artifact in RSS.artifacts(site)}
    assert guids(made["fr/professionnels/feed.xml"]) == ["aide", "reunion", "residence"]
    assert guids(made["fr/feed.xml"]) == ["bal"]
    assert list(faults(made["nl/professionals/feed.xml"], Limits(make.NOW))) == []
