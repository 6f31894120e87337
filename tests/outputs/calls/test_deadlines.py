"""The deadlines of calls in calendars, read by parsers that are not ours."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar as Vcalendar

from affiche.model.record import Record
from affiche.outputs.ics import ics_artifacts
from affiche.writer.check import check_calendar
from tests import factories as make
from tests.outputs.content_lines import faults
from tests.outputs.test_ics_readers import HOSTILE

GOLDEN = Path(__file__).parents[1] / "golden"
BRUSSELS = ZoneInfo("Europe/Brussels")
RESIDENCE = make.call(
    "residence",
    disciplines=["music", "dance"],
    eligibility={"fr": "Moins de 35 ans ; sans album", "nl": "Jonger dan 35, zonder album"},
    covered={"fr": "Un studio", "nl": "Een studio"},
)


def files(*records: Record, now: datetime = make.NOW) -> dict[str, bytes]:
    site = make.site(*records, make.organisation(), now=now)
    return {artifact.path: artifact.render() for artifact in ics_artifacts(site)}


def entries(data: bytes) -> list[Any]:
    return Vcalendar.from_ical(data).walk("VEVENT")


def uids(data: bytes) -> list[str]:
    return [str(entry["UID"]).removesuffix("@example.org") for entry in entries(data)]


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_the_deadline_of_a_call_is_its_golden_file(language: str) -> None:
    path = {"fr": "fr/appels/residence/residence.ics", "nl": "nl/oproepen/residence/residence.ics"}[language]
    assert files(RESIDENCE)[path] == (GOLDEN / f"deadline.{language}.ics").read_bytes()


def test_calendars_of_calls_have_no_fault_and_are_one_serialisation() -> None:
    made = files(RESIDENCE, make.call("jour", deadline="2026-12-24"), make.call("mois", deadline="2027-03"))
    assert {path: list(faults(data)) for path, data in made.items()} == {path: [] for path in made}
    assert {path: list(check_calendar(data)) for path, data in made.items()} == {path: [] for path in made}
    assert Vcalendar.from_ical(made["fr/appels/calendar.ics"]).to_ical() == made["fr/appels/calendar.ics"]


def test_a_deadline_is_a_moment_or_a_day_and_one_of_a_month_is_in_no_calendar() -> None:
    made = files(RESIDENCE, make.call("jour", deadline="2026-12-24"), make.call("mois", deadline="2027-03"))
    day, moment = entries(made["fr/appels/calendar.ics"])
    assert day.decoded("DTSTART") == date(2026, 12, 24)
    assert moment.decoded("DTSTART") == datetime(2026, 12, 31, 17, tzinfo=BRUSSELS)
    assert ("DTEND" in day, "DTEND" in moment) == (False, False)
    assert uids(made["fr/appels/mois/mois.ics"]) == []


def test_two_other_readers_see_the_same_moment() -> None:
    data = files(RESIDENCE)["fr/appels/calendar.ics"].decode()
    (seen,) = IcsCalendarStream.calendar_from_ics(data).events
    (also,) = vobject.readOne(data).vevent_list
    assert seen.dtstart == also.dtstart.value == datetime(2026, 12, 31, 16, tzinfo=UTC)


def test_a_uid_is_the_same_in_every_language_and_survives_another_id() -> None:
    made = files(make.call("nouveau", redirect_from=["premier"], disciplines=["music"]))
    holding = {path: uids(data) for path, data in made.items() if uids(data)}
    assert set(map(tuple, holding.values())) == {("premier.deadline",)}
    assert {path for path in holding if path.startswith("nl/")} == {
        "nl/oproepen/calendar.ics",
        "nl/oproepen/soorten/residentie/calendar.ics",
        "nl/disciplines/muziek/oproepen/calendar.ics",
        "nl/oproepen/nouveau/nouveau.ics",
        "nl/professionals/calendar.ics",
    }


def test_calendars_keep_a_deadline_for_thirty_days_and_its_file_for_good() -> None:
    call = make.call(deadline="2026-11-20")
    for days, expected in ((29, ["residence.deadline"]), (31, [])):
        made = files(call, now=datetime(2026, 11, 20, 12, tzinfo=UTC) + timedelta(days=days))
        assert uids(made["nl/professionals/calendar.ics"]) == expected
        assert uids(made["fr/appels/residence/residence.ics"]) == ["residence.deadline"]


def test_a_withdrawn_call_is_its_notice_alone() -> None:
    gone = make.call(
        title="Canular", covered="Un secret", withdrawn={"date": "2026-11-20", "reason": {"fr": "Demande d’un tiers"}}
    )
    (entry,) = entries(files(gone)["fr/appels/calendar.ics"])
    assert (entry["STATUS"], entry["SUMMARY"]) == ("CANCELLED", "ANNULÉ - Appel retiré")
    assert entry["DESCRIPTION"] == "Demande d’un tiers\n\nhttps://example.org/fr/appels/residence/"
    assert "CATEGORIES" not in entry


def test_a_revision_counts_what_changed_of_those_who_call() -> None:
    call, other = make.call(), make.organisation()
    newer = make.UPDATED + timedelta(hours=5)
    site = make.site(call, other, past=make.history(call, other, zinneke=newer))
    made = {artifact.path: artifact.render() for artifact in ics_artifacts(site)}
    (entry,) = entries(made["fr/appels/calendar.ics"])
    assert entry.decoded("DTSTAMP") == entry.decoded("LAST-MODIFIED") == newer
    assert entry["SEQUENCE"] == (newer - make.PUBLISHED) // timedelta(minutes=1)


@pytest.mark.parametrize("text", HOSTILE)
def test_texts_are_read_as_they_were_typed(text: str) -> None:
    data = files(make.call(title=text[:90], covered={"fr": text}))["fr/appels/residence/residence.ics"]
    (entry,) = entries(data)
    assert list(faults(data)) == []
    assert str(entry["SUMMARY"]) == f"Date limite : {text[:90].strip()}"
    assert f"Pris en charge : {' '.join(text.split())}" in entry["DESCRIPTION"]


@given(st.integers(0, 14 * 365 * 24 * 60))
def test_every_moment_is_the_one_that_was_typed(minutes: int) -> None:
    typed = make.NOW.replace(tzinfo=None) + timedelta(minutes=minutes)
    call = make.call(deadline=f"{typed:%Y-%m-%d %H:%M}+01:00")
    (entry,) = entries(files(call)["fr/appels/residence/residence.ics"])
    assert entry.decoded("DTSTART").astimezone(UTC) == typed.replace(tzinfo=UTC) - timedelta(hours=1)
