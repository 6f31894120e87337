from __future__ import annotations

from datetime import UTC, datetime, timedelta
from io import StringIO
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import tzical
from icalendar import Timezone

from affiche.outputs.vtimezone import VTIMEZONE, written_moment

BRUSSELS = ZoneInfo("Europe/Brussels")
CLOCK_CHANGES_2026 = (datetime(2026, 3, 29, 1, tzinfo=UTC), datetime(2026, 10, 25, 1, tzinfo=UTC))


def test_vtimezone_is_one_component_of_two_rules() -> None:
    zone: Any = Timezone.from_ical(VTIMEZONE)
    assert zone.to_ical() == VTIMEZONE
    assert [(each.name, each["TZNAME"], each.rdates, "UNTIL" in each["RRULE"]) for each in zone.subcomponents] == [
        ("STANDARD", "CET", [], False),
        ("DAYLIGHT", "CEST", [], False),
    ]


@pytest.mark.parametrize("year", [1996, 2026, 2037, 2038, 2045, 2099])
def test_vtimezone_agrees_with_the_tz_database_around_every_change(year: int) -> None:
    zone = tzical(StringIO(VTIMEZONE.decode())).get()
    assert zone is not None
    for month in (3, 10):
        for hour in range(24 * 25, 24 * 31):
            local = datetime(year, month, 1) + timedelta(hours=hour)  # noqa: DTZ001
            if local.hour not in (2, 3):
                assert zone.utcoffset(local) == local.replace(tzinfo=BRUSSELS).utcoffset()


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (datetime(2026, 12, 5, 20, tzinfo=BRUSSELS), "20261205T200000"),
        (datetime(2026, 10, 25, 1, 59, tzinfo=BRUSSELS), "20261025T015900"),
        (datetime(2026, 10, 25, 2, 30, tzinfo=BRUSSELS), "20261025T003000Z"),
        (datetime(2026, 10, 25, 2, 30, tzinfo=BRUSSELS, fold=1), "20261025T013000Z"),
        (datetime(2026, 10, 25, 3, 0, tzinfo=BRUSSELS), "20261025T030000"),
        (datetime(2026, 3, 29, 2, 30, tzinfo=BRUSSELS), "20260329T033000"),
        (datetime(2026, 12, 5, 20, tzinfo=ZoneInfo("Europe/Paris")), "20261205T190000Z"),
        (datetime(2026, 12, 5, 20, tzinfo=ZoneInfo("Asia/Tokyo")), "20261205T110000Z"),
        (datetime(1996, 1, 1, 0, 0, tzinfo=BRUSSELS), "19960101T000000"),
        (datetime(1995, 10, 1, 20, tzinfo=BRUSSELS), "19951001T190000Z"),
        (datetime(2045, 7, 1, 20, tzinfo=BRUSSELS), "20450701T200000"),
    ],
)
def test_written_moment_is_local_only_where_it_is_told(moment: datetime, expected: str) -> None:
    written = written_moment(moment)
    zone = "Z" if written.tzinfo is UTC else ""
    assert f"{written:%Y%m%dT%H%M%S}{zone}" == expected
    assert written.astimezone(UTC) == moment.astimezone(UTC)


@pytest.mark.parametrize("change", CLOCK_CHANGES_2026)
def test_written_moment_names_each_instant_around_a_change_once(change: datetime) -> None:
    moments = [(change + timedelta(minutes=10 * step)).astimezone(BRUSSELS) for step in range(-30, 30)]
    written = [written_moment(moment) for moment in moments]
    assert len({(item.replace(tzinfo=None), item.tzinfo is UTC) for item in written}) == len(moments)
