"""What a row of a spreadsheet says: the cells of an event as fields of the model."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from zoneinfo import ZoneInfo

from affiche.importers.csv.columns import KEPT_BY, Column
from affiche.importers.csv.when import Cells, read_hour, when_of
from affiche.importers.imported import Entry
from affiche.importers.texts import as_markdown, one_line, web_address
from affiche.model.age_words import guess_ages
from affiche.model.country import country_named
from affiche.model.language import codes_by_any_name, fold_name, is_language
from affiche.model.place_words import guess_place
from affiche.model.price_words import guess_amount, guess_price
from affiche.model.synonyms import fold_word
from affiche.model.value_words import value_meant
from affiche.model.vocabulary import ACCESSIBILITY_VALUES, AUDIENCES, AVAILABILITIES, EVENT_TYPES, STATUSES

#: How long a description is at most, and a text of one line; how many values a cell has.
LONGEST_TEXT, LONGEST_LINE, MOST_VALUES = 40_000, 1000, 400

_BETWEEN = re.compile(r"\s*[;|\n]\s*")
_BETWEEN_WORDS = re.compile(r"\s*[,;|\n]\s*")
_TARIFF = re.compile(
    r"(?P<name>[^0-9€:=]*[^0-9€:=\s])\s*[:=]?\s*(?P<price>€?\s*[0-9][0-9.,]*\s*(?:€|euros?|eur)?)", re.IGNORECASE
)
_DEGREES = re.compile(r"-?[0-9]{1,3}(?:[.,][0-9]+)?")
_YES = frozenset({"x", "1", "✓", "✔", "y", "o"})


@dataclass(slots=True)
class Row:
    """The cells of a row by what they hold; `unread` are the columns whose cells no field takes."""

    cells: dict[str, str] = field(default_factory=dict)
    texts: dict[str, dict[str, str]] = field(default_factory=dict)
    states: Entry = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)

    def text(self, name: str) -> str:
        """A cell as one line; empty where there is none."""
        return one_line(self.cells.get(name, "")[:LONGEST_LINE])

    def each(self, name: str) -> list[str]:
        """The values of a cell that has several, divided by semicolons, bars or line breaks."""
        values = _BETWEEN.split(self.cells.get(name, "")[:LONGEST_TEXT])[:MOST_VALUES]
        return [line for value in values if (line := " ".join(value.split()))]

    def stated(self, name: str) -> Any:
        """A text that may be in several languages: itself, or by language."""
        lines = {code: one_line(text[:LONGEST_LINE]) for code, text in self.texts.get(name, {}).items()}
        found = {code: line for code, line in lines.items() if line}
        return found[""] if [*found] == [""] else {code: line for code, line in found.items() if code} or ""

    def leave(self, name: str) -> None:
        """Says that no field takes a cell."""
        self.unread.append(self.names.get(name, name))


def read_row(columns: Sequence[Column], typed: Sequence[str]) -> Row:
    """The cells of a row, sorted by what its columns hold."""
    row = Row()
    for column, cell in zip(columns, typed, strict=False):
        value = cell.strip()
        if not value:
            continue
        if column.state:
            if _is_yes(value):
                row.states[column.field] = column.state
        elif column.field:
            row.names.setdefault(column.field, column.name)
            row.cells.setdefault(column.field, value)
            row.texts.setdefault(column.field, {})[column.language] = value
        elif column.name and fold_word(column.name) not in KEPT_BY:
            row.unread.append(column.name)
    return row


def _is_yes(typed: str) -> bool:
    return fold_name(typed) in _YES or value_meant(typed, ("yes",)) == "yes"


def entry_of(row: Row, zone: ZoneInfo) -> Entry:
    """Everything that a row says of its event, its dates included; may raise `csv_when.Unreadable`."""
    kind = value_meant(row.text("type"), tuple(EVENT_TYPES))
    cells = Cells(row.each("start"), row.each("hour"), row.each("end"), row.each("last_hour"), row.text("period"))
    times = when_of(cells, zone, is_run=kind == "exhibition")
    for each in times.get("dates", ()):
        if (doors := read_hour(row.text("doors"))) and len(each["start"]) > len("2026-12-05"):
            each["doors"] = f"{doors:%H:%M}"
    found: Entry = {
        "title": row.stated("title"),
        "summary": row.stated("summary"),
        "type": kind,
        "performers": row.each("performers"),
        "spoken_languages": [*_languages(row)],
        "room": row.stated("room"),
        "accessibility": _accessibility(row),
        "price": _price(row),
        "same_as": [link for each in row.each("same_as") if (link := web_address(each))],
        "online_url": web_address(row.text("online_url")),
        **{name: _meant(row, name, read) for name, read in _READERS.items()},
        **_place(row),
        **_booking(row),
        **row.states,
    }
    if row.cells.get("image"):
        row.unread.append("image")
    return {name: value for name, value in found.items() if value} | times


_READERS: Mapping[str, Callable[[str], str]] = {
    "audience": lambda typed: value_meant(typed, AUDIENCES),
    "typical_age_range": guess_ages,
    "status": lambda typed: value_meant(typed, STATUSES),
    "availability": lambda typed: value_meant(typed, AVAILABILITIES),
}


def _meant(row: Row, name: str, read: Callable[[str], str]) -> str:
    """The value that a cell means; where it means none, its column is unread."""
    typed = row.text(name)
    found = read(typed) if typed else ""
    if typed and not found:
        row.leave(name)
    return found


def bodies_of(row: Row) -> dict[str, str]:
    """The descriptions of a row by language."""
    texts = row.texts.get("description", {})
    if any(len(text) > LONGEST_TEXT for text in texts.values()):
        row.leave("description")
    return {code: body for code, text in texts.items() if (body := as_markdown(text[:LONGEST_TEXT]))}


def categories_of(row: Row) -> tuple[str, ...]:
    """The words by which a row sorts its event, but for the one that is a type of ours."""
    is_type = value_meant(row.text("type"), tuple(EVENT_TYPES))
    names = ("disciplines", "keywords") if is_type else ("type", "disciplines", "keywords")
    words = (one_line(word) for name in names for word in _BETWEEN_WORDS.split(row.cells.get(name, "")[:LONGEST_LINE]))
    return tuple(dict.fromkeys(word for word in words if word))


def _languages(row: Row) -> Iterator[str]:
    for typed in _BETWEEN_WORDS.split(row.text("spoken_languages").replace("/", ",")):
        code = codes_by_any_name().get(fold_name(typed), "") or (typed.lower() if is_language(typed.lower()) else "")
        if code:
            yield code
        elif typed:
            row.leave("spoken_languages")


def _accessibility(row: Row) -> Entry:
    typed = row.text("wheelchair")
    meant = ("yes" if _is_yes(typed) else value_meant(typed, ACCESSIBILITY_VALUES)) if typed else ""
    if typed and not meant:
        row.leave("wheelchair")
    return {"wheelchair": meant} if meant else {}


def _price(row: Row) -> Any:
    """One price, or the tariffs of a cell such as `Plein : 12 € | Réduit : 8 €`."""
    typed = row.text("price")
    found: Any = guess_price(typed) if typed else ""
    if not found and len(parts := row.each("price")) > 1:
        tariffs = [_TARIFF.fullmatch(part[:100]) for part in parts]
        amounts = [guess_amount(each["price"].strip()) if each else "" for each in tariffs]
        if all(amounts):
            found = [
                {"name": each["name"].strip(), "price": amount}
                for each, amount in zip(tariffs, amounts, strict=True)
                if each
            ]
    if typed and not found:
        row.leave("price")
    return found.removesuffix(".00") if isinstance(found, str) else found


def _booking(row: Row) -> Entry:
    typed = row.text("booking_url")
    link = web_address(typed) if typed else ""
    if typed and not link:
        row.leave("booking_url")
    return {"booking": {"url": link}} if link else {}


def _place(row: Row) -> Entry:
    """The place of a row, from columns of its own or from a cell with all of it."""
    name, address = row.stated("place"), row.text("address")
    if isinstance(name, str) and "://" in name:
        return {"online_url": web_address(name)}
    whole = guess_place(name) if isinstance(name, str) else {}
    place: Entry = dict(whole) if "postal_code" in whole else {"name": name} if name else {}
    if address:
        place |= {key: text for key, text in guess_place(f"?, {address}").items() if key != "name"}
    stated = {key: row.text(key) for key in ("street", "postal_code", "municipality")}
    country = country_named(row.text("country"))
    stated |= {"street": row.stated("street"), "country": country if country != "BE" else ""}
    place |= {key: text for key, text in stated.items() if text} | _point(row)
    if place and not ("name" in place or "municipality" in place):
        row.leave("place" if "place" in row.names else "address")
        return {}
    return {"venue": place}


def _point(row: Row) -> Entry:
    pair = [row.text("latitude"), row.text("longitude")]
    if not all(pair):
        pair = re.split(r"\s*[,;]\s*|\s+", row.text("geo"))
    if len(pair) != 2 or not all(map(_DEGREES.fullmatch, pair)):
        return {}
    degrees = [each.replace(",", ".") for each in pair]
    is_on_earth = abs(float(degrees[0])) <= 90 and abs(float(degrees[1])) <= 180
    return {"geo": degrees} if is_on_earth and any(map(float, degrees)) else {}
