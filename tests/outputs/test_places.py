"""Where events are, in words."""

from __future__ import annotations

from typing import Any

import pytest

from affiche.outputs.places import whereabouts
from tests import factories as make

ABROAD = {"name": "Barbican", "municipality": "London", "country": "GB"}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ({"venue": "la-vallee"}, "La Vallée, Brussel"),
        ({"venue": {"municipality": "Ixelles"}}, "Elsene"),
        ({"venue": {"name": "Ixelles", "municipality": "Ixelles"}}, "Ixelles, Elsene"),
        ({"venue": ABROAD}, "Barbican, London"),
        ({}, ""),
        ({"online_url": "https://example.org/live"}, "Online"),
        ({"venue": "la-vallee", "online_url": "https://example.org/live"}, "La Vallée, Brussel"),
        ({"venue": "la-vallee", "status": "moved-online"}, "Online"),
        (
            {"dates": [{"start": "2026-12-05", "venue": "la-vallee"}, {"start": "2026-12-06", "venue": ABROAD}]},
            "La Vallée, Brussel / Barbican, London",
        ),
    ],
)
def test_whereabouts_name_each_place_once(typed: dict[str, Any], expected: str) -> None:
    event = make.event(**typed)
    assert whereabouts(make.site(event, make.venue()), event, "nl") == expected
