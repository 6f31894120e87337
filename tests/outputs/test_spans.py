"""When events begin and end, as machines read it."""

from __future__ import annotations

from typing import Any

import pytest

from affiche.outputs.spans import Span, event_span
from tests import factories as make


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ({"start": "2026-12-05 20:00"}, Span("2026-12-05T20:00:00+01:00", "")),
        (
            {"start": "2026-07-05 20:00", "end": "2026-07-06 02:00"},
            Span("2026-07-05T20:00:00+02:00", "2026-07-06T02:00:00+02:00"),
        ),
        (
            {"start": "2026-10-25 01:30", "end": "2026-10-25 03:30"},
            Span("2026-10-25T01:30:00+02:00", "2026-10-25T03:30:00+01:00"),
        ),
        ({"start": "2026-12-05"}, Span("2026-12-05", "")),
        ({"start": "2026-12"}, Span("", "")),
        ({"start": "2026-winter"}, Span("", "")),
        ({"period": {"start": "2026-11-07", "end": "2027-01-03"}}, Span("2026-11-07", "2027-01-03")),
        ({"period": {"end": "2027-01-03"}}, Span("", "2027-01-03")),
        ({"period": {"start": "2026-11-07"}, "dates": [{"start": "2026-11-06 18:00"}]}, Span("2026-11-07", "")),
        (
            {"dates": [{"start": "2026-12-06 15:00"}, {"start": "2026-12-05 20:00"}]},
            Span("2026-12-05T20:00:00+01:00", "2026-12-06"),
        ),
        (
            {"dates": [{"start": "2026-12-05"}, {"start": "2026-12-06 15:00", "end": "2026-12-06 17:00"}]},
            Span("2026-12-05", "2026-12-06T17:00:00+01:00"),
        ),
        (
            {"dates": [{"start": "2026-11"}, {"start": "2026-12-05 20:00"}, {"start": "2026-12-06"}]},
            Span("2026-12-05T20:00:00+01:00", "2026-12-06"),
        ),
        ({"dates": [{"start": "2026-12"}, {"start": "2026-12-05 20:00"}]}, Span("2026-12-05T20:00:00+01:00", "")),
        ({"dates": [{"start": "2026-12-05"}, {"start": "2027-01"}]}, Span("2026-12-05", "")),
    ],
)
def test_span_goes_from_the_first_to_the_last_moment_that_is_known(typed: dict[str, Any], expected: Span) -> None:
    event = make.event(**typed)
    assert event_span(make.site(event), event) == expected


def test_span_has_the_offset_of_its_place() -> None:
    event = make.event(
        venue={"name": "Barbican", "municipality": "London", "country": "GB", "time_zone": "Europe/London"}
    )
    assert event_span(make.site(event), event) == Span("2026-12-05T20:00:00+00:00", "")
