"""A record of each collection with every field that its model has, so that a new field is tried without a word."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from affiche.outputs.contribute.rules import Rule, form_rules

PARTS: Mapping[str, Mapping[str, Rule]] = form_rules()["parts"]
FIELDS: Mapping[str, Mapping[str, Rule]] = {
    collection: each["fields"] for collection, each in form_rules()["collections"].items()
}
#: What a field of a kind holds that states no example of its own.
PLAIN: Mapping[str, Any] = {
    "text": "Un texte",
    "line": "Un texte",
    "moment": "2026-12-05 20:00",
    "day": "2026-12-05",
    "time": "20:00",
    "url": "https://example.org/",
    "amount": "8",
    "count": "4",
    "country": "BE",
    "language": "fr",
    "zone": "Europe/Brussels",
    "geo": ["50.85", "4.35"],
    "true": "true",
    "email": "info@example.org",
    "phone": "02 123 45 67",
    "reference": "zinneke",
}
#: The image that there is, for fields of its name.
IMAGE = {"src": "bleu.png", "logo": "bleu.png"}
#: What ends is later than what begins.
LATER = ("end", "closes")
#: Fields that the others of their part rule out.
LEFT_OUT = {"Recurrence": ("count", "nth")}
#: A price is typed in several forms, of which tariffs have a text.
PRICE: Rule = {"kind": "list", "of": {"kind": "part", "part": "Tariff"}}


def filled(rule: Rule, given: Mapping[str, Any], name: str = "") -> Any:
    """A value of a rule of `outputs/contribute/rules.py`, with all that it may hold; `name` is that of its field.

    `given` are the values of some kinds, names, or collections that are referred to, instead of plain ones. A text is
    there in two languages; what may be typed in several forms is in the last of them, unless `form` is given.
    """
    match rule:
        case {"kind": "price"}:
            return given.get("price") or filled(PRICE, given)
        case {"kind": "list", "of": inner}:
            return [filled(inner, given, name)]
        case {"kind": "either", "forms": forms}:
            return filled(forms[given.get("form", -1)], given, name)
        case {"kind": "part", "part": part}:
            return filled_fields(PARTS[part], given, LEFT_OUT.get(part, ()))
        case {"kind": "features", "choices": [feature, *_], "values": [value, *_]}:
            return {given.get("choice", feature): given.get("choice", value)}
    stated = rule.get("example") or rule.get("choices", [None])[0]
    named = (given[key] for key in (name, str(rule.get("to")), rule["kind"]) if key in given)
    value = next(named, None) or stated or PLAIN[rule["kind"]]
    if name in LATER and isinstance(value, str):
        value = value.replace("20:00", "22:00")
    return {"fr": value, "nl": value} if rule["kind"] == "text" else value


def filled_fields(rules: Mapping[str, Rule], given: Mapping[str, Any], but: tuple[str, ...] = ()) -> dict[str, Any]:
    """Values of all fields of a record or a part, but for some."""
    return {name: filled(rule, given, name) for name, rule in rules.items() if name not in but}


def written(typed: Mapping[str, Any], body: str = "") -> bytes:
    """The bytes of a file with typed fields; half a character is written as an escape."""
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in typed.items()]
    return "\n".join(("---", *lines, f"---\n{body}")).encode("utf-8", "backslashreplace")
