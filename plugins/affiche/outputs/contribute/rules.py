"""What the form in the browser must know of each field, read from the models: no rule is written twice.

    {"collections": {"events": {"label": "title", "fields": {"title": RULE, ...}}, ...},
     "parts": {"Performance": {"start": RULE, ...}, ...},
     "shared": ["language", ...]}                           the fields that every collection has

A RULE has its `kind`; `required` where it is; and by kind:

- `text` (`limit`): one text, or a text per language; `line` (`limit`); `choice` (`choices`)
- `pattern`, `id`, `email`, `phone`, `age` (`pattern`, `code` and `example` of what it must match)
- `moment`, `day`, `time`, `url`, `amount` (euros), `count`, `country`, `language`, `zone`, `geo`, `true`, `price`
- `reference` (`to`: a collection, empty for its own; `limit`)
- `list` (`of`: a RULE; `most`), `part` (`part`: one of `parts`), `features` (`choices`, `values`)
- `either` (`forms`: RULEs): one text or a part, one word or a list.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from affiche.model.collections import COLLECTIONS
from affiche.model.fields import Scalar
from affiche.model.forms import Forms
from affiche.model.localised import Localised
from affiche.model.record import AtMost, Part, Record, parts_at

Rule = dict[str, Any]


@cache
def form_rules() -> Mapping[str, Any]:
    """The rules of every field of every collection, and of the parts that they share."""
    collections = {model.collection: {"label": model.label_field, "fields": _fields(model)} for model in COLLECTIONS}
    parts = dict(sorted((_name(part), _fields(part)) for part in _parts(COLLECTIONS)))
    return {"collections": collections, "parts": parts, "shared": [*Record.model_fields]}


def rule_at(collection: str, path: str) -> Rule:
    """The rule of a field by the names that lead to it: `rule_at("events", "dates.start")["kind"]` is `moment`.

    Where it stands in a list, the rule of an item. Raises `KeyError` for no field.
    """
    model = next(model for model in COLLECTIONS if model.collection == collection)
    return next(rule for rule in _inside(rule_of(model, path.split("."))) if rule["kind"] not in ("list", "either"))


def rule_of(model: type[Record], path: Sequence[str]) -> Rule:
    """The rule of a field by the names that lead to it, as it is stated: a list's has its items' in it."""
    *place, name = path
    for part in parts_at(model, tuple(place)):
        if name in (fields := _fields(part)):
            return fields[name]
    raise KeyError(".".join(path))


def _inside(rule: Rule) -> Iterator[Rule]:
    """A rule, and those of its items or forms."""
    yield rule
    for each in (*([rule["of"]] if "of" in rule else []), *rule.get("forms", ())):
        yield from _inside(each)


def _fields(part: type[Part]) -> dict[str, Rule]:
    """The rules of a mapping by the names that are typed."""
    return {declared.alias or name: _declared(declared) for name, declared in part.model_fields.items()}


def _declared(declared: FieldInfo) -> Rule:
    rule = _rule(declared.annotation, declared.metadata)
    return {**rule, "required": True} if declared.is_required() else rule


def _rule(kind: Any, annotations: Any = ()) -> Rule:
    """The rule of a type with its annotations."""
    if get_origin(kind) is Annotated:
        return _rule(kind.__origin__, kind.__metadata__)
    stated = (_stated(each) for each in annotations)
    limits = (("most", each.limit) for each in annotations if isinstance(each, AtMost))
    return next((rule for rule in stated if rule), None) or {**_composed(kind), **dict(limits)}


def _stated(annotation: object) -> Rule:
    """The rule that an annotation states; empty where that is the type's own."""
    match annotation:
        case Scalar():
            return {**annotation.rule}
        case Localised():
            return {"kind": "text", "limit": annotation.limit}
        case Forms(kind="either"):
            return {"kind": "either", "forms": [_rule(form) for form in annotation.forms]}
        case Forms():
            return {"kind": annotation.kind}
    return {}


def _composed(kind: Any) -> Rule:
    """The rule of a type that is made of others: a list, a mapping, several forms, a part."""
    arguments = [each for each in get_args(kind) if each is not type(None) and each is not Ellipsis]
    if get_origin(kind) is tuple:
        return {"kind": "list", "of": _rule(arguments[0])}
    if get_origin(kind) is dict:
        features, values = map(_rule, arguments)
        return {"kind": "features", "choices": features["choices"], "values": values["choices"]}
    if get_origin(kind) in (Union, UnionType):
        forms = [_rule(each) for each in arguments]
        return forms[0] if len(forms) == 1 else {"kind": "either", "forms": forms}
    return {"kind": "part", "part": _name(kind)}


def _name(part: type[Part]) -> str:
    return part.__name__.lstrip("_")


def _parts(models: tuple[type[Record], ...]) -> set[type[Part]]:
    """Every kind of mapping that the models hold, at any depth."""
    found: set[type[Part]] = set()
    waiting = [each for model in models for each in _parts_of(model)]
    while waiting:
        part = waiting.pop()
        if part not in found:
            found.add(part)
            waiting += _parts_of(part)
    return found


def _parts_of(part: type[Part]) -> list[type[Part]]:
    fields = part.model_fields.values()
    return [each for declared in fields for each in _in_type(declared.annotation, declared.metadata)]


def _in_type(kind: Any, annotations: Any = ()) -> Iterator[type[Part]]:
    if isinstance(kind, type) and issubclass(kind, Part):
        yield from kind.forms or (kind,)
    forms = [form for each in annotations if isinstance(each, Forms) for form in each.forms]
    for each in (*get_args(kind), *(form for form in forms if not isinstance(form, dict))):
        yield from _in_type(each)
