"""The feed of last chances: what is on, and about to end."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

import pytest

from affiche.outputs.last_chance import LAST_CHANCE
from tests import factories as make
from tests.outputs.agenda_feeds import dated, read

MONDAY = datetime(2026, 11, 30, 5, tzinfo=UTC)
NIGHTLY = {"every": "day", "from": "2026-11-10", "until": "2026-12-13", "start": "20:00"}


@pytest.mark.parametrize(
    ("typed", "monday"),
    [
        ({"period": {"start": "2026-09-01", "end": "2026-12-13"}}, "2026-11-30"),
        ({"period": {"start": "2026-09-01", "end": "2026-12-14"}}, "2026-11-30"),
        ({"period": {"start": "2026-09-01", "end": "2026-12-15"}}, ""),
        ({"period": {"start": "2026-09-01", "end": "2026-12-07"}}, "2026-11-23"),
        ({"period": {"end": "2026-12-13"}}, "2026-11-30"),
        ({"period": {"start": "2026-12-01", "end": "2026-12-13"}}, ""),
        ({"period": {"start": "2026-09-01"}}, ""),
        ({"period": {"start": "2026-09-01", "end": "2026-11-29"}}, ""),
        ({"period": {"start": "2026-09-01", "end": "2026-12-13"}, "status": "cancelled"}, ""),
        ({"period": {"start": "2026-09-01", "end": "2026-12-13"}, "audience": "members"}, ""),
        ({"period": {"start": "2026-09-01", "end": "2026-12-07"}, "published": "2026-11-24 10:00"}, "2026-11-30"),
        ({"recurrence": NIGHTLY}, "2026-11-30"),
        ({"dates": [{"start": "2026-11-20 20:00"}, {"start": "2026-12-06 20:00"}]}, "2026-11-23"),
        ({"dates": [{"start": "2026-11-20 20:00"}, {"start": "2026-12"}]}, ""),
        ({"dates": [{"start": "2026-12-03 20:00"}, {"start": "2026-12-04 20:00"}]}, ""),
        ({"dates": [{"start": "2026-11-20 20:00"}, {"start": "2026-12-06 20:00", "status": "cancelled"}]}, ""),
        ({"dates": [{"start": "2026-12-01 15:00"}, {"start": "2026-12-01 20:00"}]}, ""),
        ({"start": "2026-12-05 20:00"}, ""),
    ],
)
def test_last_chance_is_dated_by_the_first_monday_of_the_last_fortnight(typed: dict[str, Any], monday: str) -> None:
    found = dated(LAST_CHANCE, make.site(make.event(**typed), now=MONDAY))
    assert {key: str(moment.date()) for key, moment in found.items()} == (
        {"nuit-ouverte#last-chance": monday} if monday else {}
    )
    assert all(moment.time().isoformat() == "05:00:00" for moment in found.values())


def test_last_chance_comes_on_monday_at_six_and_leaves_with_the_event() -> None:
    event = make.event(period={"start": "2026-09-01", "end": "2026-12-13"})
    moments = (MONDAY - timedelta(seconds=1), MONDAY, datetime(2026, 12, 13, 22, tzinfo=UTC))
    assert [len(dated(LAST_CHANCE, make.site(event, now=now))) for now in moments] == [0, 1, 1]
    assert dated(LAST_CHANCE, make.site(event, now=datetime(2026, 12, 13, 23, tzinfo=UTC))) == {}


def test_last_chance_says_what_is_left() -> None:
    events = (
        make.event("expo", period={"start": "2026-09-01", "end": "2026-12-13"}),
        make.event("serie", dates=[{"start": f"2026-{day} 20:00"} for day in ("11-20", "12-05", "12-12")]),
    )
    entries = read(LAST_CHANCE, make.site(*events, now=datetime(2026, 12, 8, 12, tzinfo=UTC))).entries
    assert [(entry.title, entry.description, entry.link) for entry in entries] == [
        (
            "Nuit ouverte – jusqu’au 13 décembre 2026 inclus",
            "Jusqu’au 13 décembre 2026 inclus.",
            "https://example.org/fr/evenements/expo/#last-chance",
        ),
        (
            "Nuit ouverte – les 5 et 12 décembre 2026",
            "Samedi 12 décembre 2026 à 20 h.",
            "https://example.org/fr/evenements/serie/#last-chance",
        ),
    ]


def test_last_chance_is_sent_once_to_a_reader_of_what_is_dated_since_its_last_look() -> None:
    events = [
        make.event(f"e-{days:02}", period={"start": "2026-09-01", "end": str((MONDAY + timedelta(days)).date())})
        for days in range(8, 50)
    ]
    sent: list[str] = []
    for days in range(0, 70, 3):
        now = MONDAY + timedelta(days=days)
        entries = read(LAST_CHANCE, make.site(*events, now=now)).entries
        sent += [entry.id for entry in entries if parsedate_to_datetime(entry.published) > now - timedelta(days=3)]
    assert sorted(sent) == [f"e-{days:02}@example.org#last-chance" for days in range(8, 50)]
