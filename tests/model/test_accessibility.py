"""Facts on accessibility, inherited from the place."""

from __future__ import annotations

from affiche.model.accessibility import inherited


def test_accessibility_of_an_event_wins_over_its_venue_s() -> None:
    venue = {"wheelchair": "yes", "seating": "no", "tactile": "yes"}
    event = {"seating": "partial", "relaxed": "yes"}
    facts = {"wheelchair": "yes", "seating": "partial", "relaxed": "yes", "tactile": "yes"}
    assert list(inherited(venue, event).items()) == list(facts.items())


def test_feature_that_nobody_names_is_unknown() -> None:
    assert inherited({}, {}) == {}
