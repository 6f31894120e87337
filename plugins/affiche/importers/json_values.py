"""Values in the JSON of a service, which may be of any kind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from affiche.importers.jsonld.graph import language_of


def listed(value: Any) -> list[Any]:
    """A value that may be one, several, or none, as a list."""
    return value if isinstance(value, list) else [] if value is None else [value]


def objects(value: Any) -> list[dict[str, Any]]:
    """Those of a value's parts that are objects."""
    return [each for each in listed(value) if isinstance(each, dict)]


def word(item: Mapping[str, Any], name: str) -> str:
    """A value that is a text; empty for everything else."""
    value = item.get(name)
    return value.strip() if isinstance(value, str) else ""


def texts_of(item: Mapping[str, Any], name: str, language: str = "") -> dict[str, str]:
    """The text of a property by language; one without is in the main language, where that is known."""
    value = item.get(name)
    if isinstance(value, str):
        return {language_of(language) or "": value} if value.strip() else {}
    if not isinstance(value, dict):
        return {}
    said = {language_of(code): text for code, text in value.items() if isinstance(text, str) and text.strip()}
    return {code: text for code, text in said.items() if code}
