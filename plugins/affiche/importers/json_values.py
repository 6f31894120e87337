"""The JSON of a service: read within bounds, its values of any kind, its events one after the other."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from affiche.importers.imported import Imported, NotRead, Reading, Skipped
from affiche.importers.texts import decoded, language_of

#: No service has so many events.
UNBELIEVABLE = 10**9
#: How much is read of a source at most: parts of JSON, and characters of what it tells, of which Markdown is made.
MOST_PARTS, MOST_TOLD = 60_000, 350_000


def load_json(data: bytes) -> Any:
    """A document of JSON, also with line breaks in its texts; raises `NotRead` for anything else, and for too much."""
    refuse_too_many(data)
    try:
        return json.loads(decoded(data), strict=False)
    except (ValueError, RecursionError) as error:
        raise NotRead("no JSON") from error


def refuse_too_many(data: bytes) -> None:
    """Raises `NotRead` for bytes that may hold more objects and lists than are read of a source."""
    if data.count(b"{") + data.count(b"[") > MOST_PARTS:
        raise NotRead(f"more than {MOST_PARTS} objects and lists")


def read_items(
    items: Sequence[dict[str, Any]], read: Callable[[dict[str, Any]], Imported | Skipped], stated: Any
) -> Reading:
    """What is read of the items of a document, as many as there is room for; `stated` is how many it says there are."""
    events, skipped, told = list[Imported](), list[Skipped](), 0
    for item in items:
        if told > MOST_TOLD:
            break
        found = read(item)
        if isinstance(found, Imported):
            events.append(found)
            told += 300 + 20 * len(found.entry.get("dates", ())) + sum(map(len, found.bodies.values()))
        else:
            skipped.append(found)
            told += 100
    total = max(len(items), stated) if type(stated) is int and stated < UNBELIEVABLE else len(items)
    is_whole = total <= len(events) + len(skipped)
    return Reading(tuple(sorted(events, key=_order)), tuple(sorted(skipped)), 0 if is_whole else total)


def _order(event: Imported) -> tuple[str, ...]:
    dates = event.entry.get("dates") or [event.entry["period"]]
    return dates[0].get("start", ""), str(event.entry["title"]), event.external_id, str(event)


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
