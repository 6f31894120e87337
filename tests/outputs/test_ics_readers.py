"""What others read in our calendars: three readers that share no code with the writer's model, and our own octets."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from io import StringIO
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import recurring_ical_events
import vobject
from hypothesis import given
from hypothesis import strategies as st
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar as Vcalendar

from affiche.model.event import Event
from affiche.outputs.ics import ics_artifacts
from tests import factories as make
from tests.examples import examples
from tests.outputs.content_lines import faults
from tests.outputs.outside_readers import Seen, has_ical_js, has_libical, ical_js, libical

BRUSSELS = ZoneInfo("Europe/Brussels")
HOSTILE = [
    r"; , \ : & ]]> </script>",
    r"\n \N \\n \\N C:\Nuit; \, \;",
    'BEGIN:VEVENT\\nUID:x "quoted" ^n ^\' ’',
    "😀" * 40,
    "é" * 85,
    "👩‍👩‍👧‍👦 famille " * 5,
    "مرحبا بالعالم، هذا عنوان طويل",
    "a" * 33 + "\\" * 9 + ";" * 9,
]


def render(event: Event) -> bytes:
    site = make.site(event, make.organisation(), make.venue(), now=datetime(2026, 3, 1, 12, tzinfo=UTC))
    path = f"{site.routes.record('fr', event)}{event.id}.ics"
    return next(artifact.render() for artifact in ics_artifacts(site) if artifact.path == path)


def only_entry(data: bytes) -> Any:
    (entry,) = Vcalendar.from_ical(data).walk("VEVENT")
    return entry


def hostile_event(text: str) -> Event:
    place = {"name": text[:60], "street": text[:60], "municipality": "Gent"}
    return make.event(title=text[:90], summary={"fr": text}, keywords=[text], venue=place)


@pytest.mark.parametrize("text", HOSTILE)
def test_icalendar_reads_the_texts_that_were_typed(text: str) -> None:
    data = render(hostile_event(text))
    entry = only_entry(data)
    assert list(faults(data)) == []
    assert str(entry["SUMMARY"]) == text[:90].strip()
    assert entry["DESCRIPTION"].startswith(f"{text.strip()}\nOrganisation : ")
    assert list(map(str, entry["CATEGORIES"].cats)) == ["Concert", text.strip()]


@pytest.mark.parametrize("tail", ["\\" * 90, "\\;" * 40, "\\N" * 40, "é\\" * 40, "😀\\n" * 30])
def test_folding_cuts_no_escape_wherever_it_falls(tail: str) -> None:
    for length in range(8):
        title = ("a" * length + tail)[:90]
        data = render(make.event(title=title))
        entry = only_entry(data)
        assert list(faults(data)) == []
        assert str(entry["SUMMARY"]) == title


@pytest.mark.parametrize("text", HOSTILE)
def test_vobject_reads_the_texts_that_were_typed(text: str) -> None:
    entry = vobject.readOne(StringIO(render(hostile_event(text)).decode(), newline="")).vevent
    assert entry.summary.value == text[:90].strip()
    assert entry.description.value.startswith(f"{text.strip()}\n")
    assert entry.location.value.startswith(text[:60].strip())


@pytest.mark.parametrize("text", HOSTILE)
def test_ical_reads_the_texts_that_were_typed(text: str) -> None:
    (entry,) = IcsCalendarStream.calendar_from_ics(render(hostile_event(text)).decode()).events
    assert entry.summary == text[:90].strip()
    assert (entry.description or "").startswith(f"{text.strip()}\n")


def occurrences(event: Event) -> list[tuple[str, datetime | date]]:
    """What the model says, as identities and instants or days."""
    found = make.calendar(event, make.venue()).occurrences[event.id]
    return sorted(
        (f"{event.id}.{item.id}@example.org", item.start.astimezone(UTC) if item.start else item.day) for item in found
    )


def expanded(data: bytes) -> list[tuple[str, datetime | date]]:
    """What a client shows that expands every rule it finds."""
    calendar = Vcalendar.from_ical(data)
    del calendar["X-WR-TIMEZONE"]  # this reader converts UTC to it, and loses the second pass of a repeated hour
    query = recurring_ical_events.of(calendar)
    return sorted((str(item["UID"]), instant(item["DTSTART"].dt)) for item in query.between((1980, 1, 1), (2060, 1, 1)))


def instant(moment: datetime | date) -> datetime | date:
    return moment.astimezone(UTC) if isinstance(moment, datetime) else moment


AROUND_CHANGES = [
    {"every": "week", "from": "2026-03-15", "count": "5", "start": "02:30", "end": "03:30"},
    {"every": "week", "from": "2026-10-11", "count": "5", "start": "02:30", "end": "03:30"},
    {"every": "day", "from": "2026-03-27", "count": "5", "start": "23:30", "end": "05:30"},
    {"every": "month", "from": "2026-01-01", "until": "2026-12-31", "nth": "last", "days": ["sun"], "start": "02:00"},
]


@pytest.mark.parametrize("rule", AROUND_CHANGES)
def test_readers_see_every_occurrence_at_its_instant(rule: dict[str, Any]) -> None:
    event = make.event(recurrence=rule)
    data, expected = render(event), occurrences(event)
    assert list(faults(data)) == []
    assert expanded(data) == expected
    read_by_ical: Any = IcsCalendarStream.calendar_from_ics(data.decode()).events
    assert sorted((item.uid, instant(item.dtstart)) for item in read_by_ical) == expected
    read_by_vobject = vobject.readOne(data.decode()).vevent_list
    assert sorted((item.uid.value, instant(item.dtstart.value)) for item in read_by_vobject) == expected


def spans(event: Event) -> list[Seen]:
    """What the model says, in seconds since 1970."""
    found = make.calendar(event, make.venue()).occurrences[event.id]
    starts = [(f"{event.id}.{item.id}@example.org", item.start, item.end or item.start) for item in found]
    return sorted((uid, int(start.timestamp()), int(end.timestamp())) for uid, start, end in starts if start and end)


SECOND_PASS = {"start": "2026-10-25 02:30+02:00", "end": "2026-10-25 02:30+01:00"}
FAR_AWAY = {"start": "2026-07-01 20:00", "venue": {"name": "Hall", "country": "JP", "time_zone": "Asia/Tokyo"}}
AFTER_2038 = {"start": "2045-07-01 20:00", "end": "2045-07-01 22:00"}
OUTSIDE = [{"recurrence": rule} for rule in AROUND_CHANGES] + [{"dates": [SECOND_PASS, FAR_AWAY, AFTER_2038]}]


@pytest.mark.skipif(not has_libical(), reason="libical3 is not installed")
@pytest.mark.parametrize("typed", OUTSIDE)
def test_libical_sees_every_occurrence_at_its_instant(typed: dict[str, Any]) -> None:
    event = make.event(**typed, summary={"fr": HOSTILE[0]}, venue={"name": HOSTILE[1], "geo": ["50.8", "4.3"]})
    errors, seen = libical(render(event))
    assert (errors, sorted(seen)) == (0, spans(event))


@pytest.mark.skipif(not has_ical_js(), reason="ical.js is not installed")
@pytest.mark.parametrize("typed", OUTSIDE)
def test_ical_js_sees_every_occurrence_at_its_instant(typed: dict[str, Any]) -> None:
    event = make.event(**typed, summary={"fr": HOSTILE[0]})
    assert sorted(ical_js(render(event))) == spans(event)


MOMENTS = st.datetimes(datetime.fromisoformat("1990-01-01"), datetime.fromisoformat("2050-01-01"))
TYPED_MOMENTS = st.one_of(
    MOMENTS.map(lambda moment: f"{moment:%Y-%m-%d %H:%M}"),
    MOMENTS.map(lambda moment: f"{moment:%Y-%m-%d %H:%M}+01:00"),
    MOMENTS.map(lambda moment: f"{moment:%Y-%m-%d}"),
    st.sampled_from(
        ["2026-10-25 02:30+02:00", "2026-10-25 02:30+01:00", "2026-03-29 01:59", "2026-03-29 02:30", "2026-10-25 02:00"]
    ),
)
PLACES = st.sampled_from(
    [
        "la-vallee",
        {"name": "Hall", "country": "JP", "time_zone": "Asia/Tokyo"},
        {"name": "Salle", "country": "FR", "time_zone": "Europe/Paris"},
    ]
)


@st.composite
def events(draw: st.DrawFn) -> Event:
    """Events of several dates, typed in every precision and zone, with texts of any kind."""
    starts = draw(st.lists(TYPED_MOMENTS, min_size=1, max_size=6, unique_by=lambda typed: typed[:16]))
    dates: list[dict[str, Any]] = [{"start": start, "id": f"d{index}"} for index, start in enumerate(starts)]
    if draw(st.booleans()):
        dates[0]["venue"] = draw(PLACES)
    title = draw(st.text(st.characters(exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp")), min_size=1, max_size=90))
    return make.event(
        dates=dates, title=title, venue=draw(PLACES), status=draw(st.sampled_from(["scheduled", "cancelled"]))
    )


@examples(150)
@given(events())
def test_what_is_read_is_what_the_model_says(event: Event) -> None:
    data = render(event)
    assert list(faults(data)) == []
    assert expanded(data) == occurrences(event)
    titles = {str(entry["SUMMARY"]).removeprefix("ANNULÉ - ") for entry in Vcalendar.from_ical(data).walk("VEVENT")}
    assert titles == {" ".join(event.title["und"].split())}


def test_a_run_is_read_as_its_days() -> None:
    event = make.event(period={"start": "2026-03-20", "end": "2026-04-03"})
    (entry,) = IcsCalendarStream.calendar_from_ics(render(event).decode()).events
    assert (entry.dtstart, entry.dtend) == (date(2026, 3, 20), date(2026, 4, 4))
    assert entry.computed_duration == timedelta(days=15)
