"""What the cards of events depend on."""

from __future__ import annotations

from datetime import timedelta

from affiche.outputs.stamps import cards_fingerprint
from tests import factories as make


def test_a_fingerprint_changes_when_a_date_is_over_and_not_with_the_day() -> None:
    event = make.event(start="2026-11-28 20:00", end="2026-11-28 22:00")
    over_at = make.calendar(event).occurrences[event.id][0].over_at
    moments = (make.NOW, make.NOW + timedelta(days=3), over_at - timedelta(seconds=1), over_at)
    first, later, before, after = (cards_fingerprint(make.site(event, now=now), [event]) for now in moments)
    assert first == later
    assert before != after
