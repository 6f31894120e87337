"""The municipalities of a region."""

from __future__ import annotations

import pytest

from affiche.model.region import Municipality, Region
from affiche.model.text import Text

BRUSSELS = Municipality(
    "21004",
    Text.of(fr="Bruxelles", nl="Brussel"),
    Text.of(fr="bruxelles", nl="brussel"),
    ("1000", "1020"),
    (50.85, 4.35),
    ("Bruxelles-Ville", "Laeken"),
)
EVERE = Municipality("21006", Text.of(fr="Evere", nl="Evere"), Text.of(fr="evere", nl="evere"), ("1140",), (50.87, 4.4))
REGION = Region((BRUSSELS, EVERE))


@pytest.mark.parametrize(
    ("typed", "municipality"),
    [
        ("Bruxelles", BRUSSELS),
        ("brussel", BRUSSELS),
        ("BRUXELLES", BRUSSELS),
        ("laeken", BRUSSELS),
        ("1020", BRUSSELS),
        ("Évere", EVERE),
        ("Gent", None),
        ("1050", None),
        ("", None),
    ],
)
def test_municipality_answers_to_each_of_its_names(typed: str, municipality: Municipality | None) -> None:
    assert REGION.find(typed) == municipality


def test_names_of_a_region_are_each_given_once() -> None:
    assert REGION.names == ("Bruxelles", "Brussel", "Evere")


def test_slug_of_another_language_joins_all() -> None:
    assert [BRUSSELS.slug(language) for language in ("fr", "nl", "en")] == ["bruxelles", "brussel", "bruxelles-brussel"]
    assert EVERE.slug("en") == "evere"


def test_site_without_a_region_has_no_municipality() -> None:
    assert Region().find("1000") is None
    assert Region().names == ()
