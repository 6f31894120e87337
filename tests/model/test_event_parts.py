"""Parts of an event."""

from __future__ import annotations

import pytest

from affiche.model.event_parts import Organiser, Performer, Period
from tests.factories import event
from tests.typed import read


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ({}, "period-empty"),
        ({"start": "2026-12-05", "end": "2026-12-04"}, "end-before-start"),
        ({"start": "2026-12"}, "date-format"),
    ],
)
def test_period_without_days_is_refused(typed: dict[str, str], code: str) -> None:
    assert read(Period, typed).code == code


def test_period_may_lack_an_end() -> None:
    assert read(Period, {"start": "2026-12-05"}).end is None
    assert read(Period, {"end": "2026-12-05"}).start is None


def test_organiser_and_performer_may_be_one_word() -> None:
    subject = event(
        organisers=["zinneke", {"organisation": "bozar", "role": "host"}], performers=["Nuit", {"name": "Jour"}]
    )
    assert subject.organisers == (Organiser(organisation="zinneke"), Organiser(organisation="bozar", role="host"))
    assert subject.performers == (Performer(name="Nuit"), Performer(name="Jour"))
