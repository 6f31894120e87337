"""The forms ask for the whole model, each field in words and choices of the page's language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from affiche.outputs.contribute.asks import Field, Ways, steps_of
from affiche.outputs.contribute.form import FORMS, UNASKED
from affiche.outputs.contribute.form_parts import Form
from affiche.outputs.contribute.rules import form_rules
from tests import factories as make

#: Fields that are asked otherwise: the language by the form itself, parts of a price by its ways.
OTHERWISE = {"language"}


def asked(items: Sequence[Field | Ways]) -> Iterator[Field]:
    """Every question, at any depth."""
    for item in items:
        if isinstance(item, Ways):
            for _, inner in item.cases:
                yield from asked(inner)
        else:
            yield item
            yield from asked((*item.below, *item.more))


def questions(form: Form, language: str = "fr") -> list[Field]:
    return [field for _, first, more in steps_of(make.site(), language, form) for field in asked((*first, *more))]


def paths_of(fields: dict[str, dict[str, object]], above: str = "") -> Iterator[str]:
    """The paths of the fields of a model, those of its parts below their own."""
    for name, rule in fields.items():
        path = f"{above}{name}"
        parts = [form_rules()["parts"][part] for part in parts_in(rule)]
        yield from [path] if not parts else [each for part in parts for each in paths_of(part, f"{path}.")]


def parts_in(rule: dict[str, object]) -> Iterator[str]:
    if rule["kind"] == "part":
        yield str(rule["part"])
    forms = rule.get("forms", [])
    assert isinstance(forms, list)
    for inner in (rule.get("of"), *forms):
        if isinstance(inner, dict):
            yield from parts_in(inner)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
def test_a_form_asks_for_every_field_of_its_model_but_those_that_are_named(form: Form) -> None:
    fields = form_rules()["collections"][form.model.collection]["fields"]
    whole = {path for path in paths_of(fields) if not is_unasked(path)} - OTHERWISE
    found = {field.path for field in questions(form)}
    assert sorted(whole - found) == []


def is_unasked(path: str) -> bool:
    return any(path == name or path.startswith(f"{name}.") for name in UNASKED)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
@pytest.mark.parametrize("language", ["fr", "nl"])
def test_no_two_questions_have_the_same_id(form: Form, language: str) -> None:
    ids = [field.id for field in questions(form, language) if "{n}" not in field.id]
    assert sorted(ids) == sorted(set(ids))


def test_a_question_has_the_choices_and_limits_of_the_model() -> None:
    found = {field.path: field for field in questions(FORMS[0], "nl")}
    title, price, days = found["title"], found["price"], found["opening_hours.days"]
    assert (title.kind, title.limit, title.required) == ("text", 90, True)
    assert (price.kind, found["organisers.organisation"].to) == ("tariffs", "organisations")
    assert days.choices[:2] == [("mon", "maandag"), ("tue", "dinsdag")]
    assert found["venue"].to == "venues"
    assert found["venue.municipality"].to == "municipalities"
