from __future__ import annotations

from typing import Any

import pytest

from affiche.model.facet import PROFESSIONAL, Facet, has_page, traits_of
from tests import factories as make


@pytest.mark.parametrize(
    ("typed", "traits"),
    [
        ({}, []),
        ({"price": "free"}, ["free"]),
        ({"price": "5"}, []),
        ({"price": {"pay_what_you_can": {"minimum": "0"}}}, []),
        ({"type": "family"}, ["children"]),
        ({"typical_age_range": "6-12"}, ["children"]),
        ({"typical_age_range": "-6"}, ["children"]),
        ({"typical_age_range": "8-"}, ["children"]),
        ({"typical_age_range": "12-"}, []),
        ({"typical_age_range": "18-99"}, []),
    ],
)
def test_traits_are_those_that_are_stated(typed: dict[str, Any], traits: list[str]) -> None:
    assert [facet.id for facet in traits_of(make.event(**typed), {})] == traits


@pytest.mark.parametrize(("value", "traits"), [("yes", ["wheelchair"]), ("partial", []), ("no", [])])
def test_wheelchair_is_a_trait_where_the_answer_is_yes(value: str, traits: list[str]) -> None:
    assert [facet.id for facet in traits_of(make.event(), {"wheelchair": value})] == traits


def test_a_facet_keeps_to_a_municipality_or_to_none() -> None:
    facets = Facet("municipality", "21004"), Facet("discipline", "music", "21009"), Facet("discipline", "music")
    assert [facet.place for facet in facets] == ["21004", "21009", ""]
    assert [has_page(facet) for facet in (*facets, PROFESSIONAL, Facet("trait", "free"))] == [
        *(True, False, True, True, False),
    ]
