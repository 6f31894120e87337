"""Local times at clock changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from affiche.checks.local_time import check_local_times
from tests.scopes import Told, event, scope_of, told, venue

WEEKLY = "recurrence: {every: week, from: 2027-10-24, count: 3, start: '02:30'}"
NIGHTLY = ("recurrence:", "  every: day", "  from: 2027-10-30", "  count: 3")
NIGHT_OF_TWO_HOURS = """  end: 02:30
  extra: [2027-03-28 02:30]
dates:
  - start: 2027-10-31 01:30
    end: 2027-10-31 02:30+02:00"""


@pytest.mark.parametrize(
    ("lines", "problems"),
    [
        (["start: 2027-03-28 02:30"], [("5:8", "start", "moment-impossible", "start: 2027-03-28 03:30")]),
        (["start: 2027-03-28 01:59", "end: 2027-03-28 03:00"], []),
        (["start: 2027-10-31 02:30"], [("5:8", "start", "moment-ambiguous", "start: 2027-10-31 02:30+02:00")]),
        (["start: 2027-10-31 02:30+02:00"], []),
        (["start: 2027-10-31 02:30+01:00"], []),
        (
            ["start: 2027-10-30 22:00", "end: 2027-10-31 02:00"],
            [("6:6", "end", "moment-ambiguous", "end: 2027-10-31 02:00+02:00")],
        ),
        (["start: 2026-12-05 20:00+01:00"], []),
        (["start: 2026-12-05 20:00+02:00"], [("5:8", "start", "offset-wrong", "start: 2026-12-05 20:00")]),
        (["start: 2026-07-05 20:00+01:00"], [("5:8", "start", "offset-wrong", "start: 2026-07-05 20:00")]),
        (["start: 2026-12-05 14:00-05:00"], []),
        (["start: 2026-12-05 19:00Z"], []),
        (["start: 2027-03-28"], []),
        (["start: 2027-03"], []),
        (
            ["dates:", "  - start: 2027-03-27 20:00", "  - {start: 2027-03-28 00:30, end: 2027-03-28 02:45}"],
            [
                (
                    "7:36",
                    "dates.1.end",
                    "moment-impossible",
                    "  - {start: 2027-03-28 00:30, end: 2027-03-28 03:45}",
                )
            ],
        ),
        (
            ["recurrence:", "  every: week", "  from: 2027-03-21", "  count: 3", '  start: "02:30"'],
            [("9:10", "recurrence.start", "moment-impossible", "")],
        ),
        (
            [WEEKLY],
            [
                (
                    "5:62",
                    "recurrence.start",
                    "moment-ambiguous",
                    f"{WEEKLY}\ndates:\n  - start: 2027-10-31 02:30+02:00",
                )
            ],
        ),
        (
            [
                "recurrence: {every: day, from: 2027-10-30, count: 2, start: '02:30'}",
                "dates: [{start: 2027-10-30 20:00}]",
            ],
            [
                (
                    "6:8",
                    "dates",
                    "moment-ambiguous",
                    "dates: [{start: 2027-10-30 20:00}, {start: 2027-10-31 02:30+02:00}]",
                )
            ],
        ),
        (
            [
                "recurrence: {every: day, from: 2027-10-30, count: 2, start: '02:30'}",
                "dates: [{start: 2027-10-31 02:30+01:00}]",
            ],
            [],
        ),
        (
            [*NIGHTLY, "  start: 01:30", "  end: 02:30", "  extra: [2027-03-28 02:30]"],
            [
                ("11:11", "recurrence.extra.0", "moment-impossible", "  extra: [2027-03-28 03:30]"),
                ("10:8", "recurrence.end", "moment-ambiguous", NIGHT_OF_TWO_HOURS),
            ],
        ),
        (
            ["recurrence:", "  every: week", "  from: 2027-03-20", "  count: 3", "  start: 22:00", "  end: 02:30"],
            [
                (
                    "10:8",
                    "recurrence.end",
                    "moment-impossible",
                    "  end: 02:30\ndates:\n  - start: 2027-03-27 22:00\n    end: 2027-03-28 03:30",
                )
            ],
        ),
        (
            ["start: 2027-03-29 20:00", "previous_start: [2027-03-28 02:30]"],
            [("6:18", "previous_start.0", "moment-impossible", "previous_start: [2027-03-28 03:30]")],
        ),
        (
            ["dates:", "  - start: 2027-11-05 20:00", "    previous_start: [2027-10-31 02:30]"],
            [
                (
                    "7:22",
                    "dates.0.previous_start.0",
                    "moment-ambiguous",
                    "    previous_start: [2027-10-31 02:30+02:00]",
                )
            ],
        ),
        (
            ["start: 2027-04-02", "booking:", "  opens: 2027-03-28 02:00", "  closes: 2027-04-01 20:00+01:00"],
            [
                ("7:10", "booking.opens", "moment-impossible", "  opens: 2027-03-28 03:00"),
                ("8:11", "booking.closes", "offset-wrong", "  closes: 2027-04-01 20:00"),
            ],
        ),
        (
            ["start: 2027-04-02", "published: 2026-10-25 02:00", "publish_from: 2026-10-25 02:10+02:00"],
            [("6:12", "published", "moment-ambiguous", "published: 2026-10-25 02:00+02:00")],
        ),
    ],
)
def test_local_time_is_judged_where_it_stands(
    tmp_path: Path, lines: list[str], problems: list[tuple[str, str, str, str]]
) -> None:
    found = told(check_local_times(scope_of(tmp_path, {"events/nuit.md": event(*lines)})))
    assert found == [Told("events/nuit.md", *problem) for problem in problems]


def test_local_time_is_judged_in_the_zone_of_its_place(tmp_path: Path) -> None:
    files = {
        "venues/abroad.md": venue("time_zone: America/New_York", "country: US"),
        "events/a.md": event("start: 2027-03-28 02:30", "venue: abroad"),
        "events/b.md": event("start: 2027-03-14 02:30", "venue: abroad"),
        "events/c.md": event("dates: [{start: 2027-03-14 02:30, venue: abroad}, {start: 2027-03-14 02:45}]"),
    }
    assert [(each.path, each.field, each.code) for each in told(check_local_times(scope_of(tmp_path, files)))] == [
        ("events/b.md", "start", "moment-impossible"),
        ("events/c.md", "dates.0.start", "moment-impossible"),
    ]


def test_every_record_says_when_it_is_published(tmp_path: Path) -> None:
    files = {"venues/abroad.md": venue("time_zone: Asia/Tokyo", "country: JP", "publish_from: 2027-03-28 02:30")}
    assert [(each.at, each.code) for each in told(check_local_times(scope_of(tmp_path, files)))] == [
        ("7:15", "moment-impossible")
    ]


def test_both_readings_of_an_hour_are_named(tmp_path: Path) -> None:
    [problem] = check_local_times(scope_of(tmp_path, {"events/nuit.md": event("start: 2026-10-25 02:30")}))
    assert problem.values == {
        "value": "2026-10-25 02:30",
        "first": "2026-10-25 02:30+02:00",
        "second": "2026-10-25 02:30+01:00",
    }


def test_wrong_offset_is_told_with_what_it_would_be(tmp_path: Path) -> None:
    [problem] = check_local_times(scope_of(tmp_path, {"events/nuit.md": event("start: 2026-12-05 20:00+02:00")}))
    assert problem.values == {
        "value": "2026-12-05 20:00+02:00",
        "converted": "2026-12-05 19:00",
        "zone": "Europe/Brussels",
    }
