"""What the form in the browser is told of each field is what the models say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from affiche.model.collections import COLLECTIONS
from affiche.model.record import Record, field_names, names_below
from affiche.model.vocabulary import EVENT_TYPES, OFFER_KINDS
from affiche.outputs.contribute.rules import form_rules, rule_at

RULES = form_rules()


def parts_of(rule: Mapping[str, Any]) -> Iterator[str]:
    """The parts that a rule names."""
    if rule["kind"] == "part":
        yield rule["part"]
    for each in (*([rule["of"]] if "of" in rule else []), *rule.get("forms", ())):
        yield from parts_of(each)


@pytest.mark.parametrize("model", COLLECTIONS)
def test_every_field_has_its_rule(model: type[Record]) -> None:
    fields = RULES["collections"][model.collection]["fields"]
    assert tuple(fields) == field_names(model)
    assert {name for name in fields if fields[name].get("required")} == {
        name for name, declared in model.model_fields.items() if declared.is_required()
    }


@pytest.mark.parametrize("model", COLLECTIONS)
def test_every_part_has_the_names_that_may_be_typed(model: type[Record]) -> None:
    for name, rule in RULES["collections"][model.collection]["fields"].items():
        if parts := list(parts_of(rule)):
            assert [field for part in parts for field in RULES["parts"][part]] == [*names_below(model, (name,))]


@pytest.mark.parametrize(
    ("path", "rule"),
    [
        ("events.title", {"kind": "text", "limit": 90, "required": True}),
        ("events.type", {"kind": "choice", "choices": [*EVENT_TYPES], "required": True}),
        ("events.dates", {"kind": "part", "part": "Performance"}),
        ("events.dates.start", {"kind": "moment", "required": True}),
        ("events.dates.venue", {"kind": "reference", "to": "venues", "limit": 300}),
        ("events.venue.country", {"kind": "country"}),
        ("events.price", {"kind": "price"}),
        ("organisations.replaced_by", {"kind": "reference", "to": "", "limit": 300}),
        ("organisations.offers.kind", {"kind": "choice", "choices": [*OFFER_KINDS], "required": True}),
        ("venues.geo", {"kind": "geo"}),
        ("venues.rooms.capacity", {"kind": "count"}),
    ],
)
def test_the_rule_of_a_field_is_found_by_its_names(path: str, rule: dict[str, Any]) -> None:
    collection, _, names = path.partition(".")
    assert rule_at(collection, names) == rule


def test_lists_say_how_many_they_may_hold() -> None:
    fields = RULES["collections"]["events"]["fields"]
    assert {name: rule["most"] for name, rule in fields.items() if "most" in rule} == {
        "images": 5,
        "keywords": 20,
        "dates": 400,
    }


def test_no_field_has_no_rule() -> None:
    with pytest.raises(KeyError):
        rule_at("events", "titre")
