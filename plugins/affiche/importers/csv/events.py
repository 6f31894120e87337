"""Events of a spreadsheet saved as CSV: a row an event, or a row a performance of one.

There is no standard of its columns: they are known by the words that people write above them in French, Dutch and
English, in any order, with a language beside those words where a text is in several (`titre fr`, `titel (NL)`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from affiche.importers.csv.row import Row, bodies_of, categories_of, entry_of, read_row
from affiche.importers.csv.table import Table, read_table
from affiche.importers.csv.when import Unreadable
from affiche.importers.imported import MOST_DATES, Entry, Ground, Imported, Importer, Reading, Skipped
from affiche.importers.texts import one_line
from affiche.model.language import fold_name

#: What rows of one event may say of their own date.
OF_A_DATE = ("status", "availability", "venue", "room")
#: How long an id is at most.
LONGEST_ID = 300


class Told(NamedTuple):
    """A row that could be read, with what it says."""

    row: Row
    entry: Entry


def parse_csv(data: bytes, ground: Ground) -> Reading:
    """The events of a table in the order of their dates; raises `NotRead` for what is none."""
    table = read_table(data)
    skipped = [Skipped("unreadable", "")] * table.broken
    alike: dict[object, list[Told]] = defaultdict(list)
    for typed in table.rows:
        row = read_row(table.columns, typed)
        told = _told(row, ground)
        if isinstance(told, Skipped):
            skipped.append(told)
        else:
            alike[_likeness(told)].append(told)
    events = [_joined(copies, has_houses=_has_houses(table)) for copies in alike.values()]
    return Reading(tuple(sorted(events, key=_order)), tuple(sorted(skipped)), table.total)


CSV = Importer("csv", parse_csv)


def _told(row: Row, ground: Ground) -> Told | Skipped:
    title = row.stated("title")
    name = next(iter(title.values()), "") if isinstance(title, dict) else title
    try:
        entry = entry_of(row, ground.time_zone)
    except (Unreadable, ValueError, OverflowError):
        return Skipped("unreadable", name)
    if not name:
        return Skipped("untitled", "")
    is_dated = entry.get("dates") or entry.get("period")
    return Told(row, entry) if is_dated else Skipped("undated", name)


def _likeness(told: Told) -> object:
    """What rows of one event share: the id, where the table has any, else the title and the place."""
    known = told.row.text("id")
    venue, period = told.entry.get("venue", {}), told.entry.get("period", "")
    return known or (fold_name(str(told.entry["title"])), str(venue.get("name", "")), str(period))


def _has_houses(table: Table) -> bool:
    """Whether rows are of several organisers: a reader would miss who."""
    places = [number for number, column in enumerate(table.columns) if column.field == "organisers"]
    named = {fold_name(row[number]) for row in table.rows for number in places if number < len(row)} - {""}
    return len(named) > 1


def _joined(copies: Sequence[Told], *, has_houses: bool) -> Imported:
    """One event of the rows that are its dates: the first one by time says what it is."""
    first, *others = sorted(copies, key=lambda told: (_first_day(told.entry), str(told.entry)))
    entry = _shared([first.entry, *(told.entry for told in others)])
    dates: dict[str, Entry] = {}
    for told in (first, *others):
        said = {name: told.entry[name] for name in OF_A_DATE if told.entry.get(name, "") not in ("", entry.get(name))}
        link = told.entry.get("booking", {}).get("url")
        if link and link != entry["booking"]["url"]:
            said["booking_url"] = link
        for each in told.entry.get("dates", ()):
            dates.setdefault(each["start"], each | said)
    if dates:
        entry["dates"] = [dates[start] for start in sorted(dates)[:MOST_DATES]]
    rows = [told.row for told in (first, *others)]
    bodies = next((found for row in rows if (found := bodies_of(row))), {})
    words = dict.fromkeys(word for row in rows for word in categories_of(row))
    unread = dict.fromkeys(name for row in rows for name in row.unread)
    if has_houses:
        unread |= dict.fromkeys(row.names["organisers"] for row in rows if "organisers" in row.names)
    known = one_line(first.row.text("id"))
    return Imported(f"csv:{known}"[:LONGEST_ID] if known else _page(entry), entry, bodies, tuple(words), tuple(unread))


def _shared(entries: Sequence[Entry]) -> Entry:
    """What the first of several rows says, with what only the others say; a status and the like where all have it."""
    shared: Entry = {}
    for entry in reversed(entries):
        shared |= {name: value for name, value in entry.items() if name != "dates"}
    for name in ("status", "availability"):
        if any(entry.get(name) != shared.get(name) for entry in entries):
            del shared[name]
    return shared


def _page(entry: Entry) -> str:
    """What identifies an event without an id: its page."""
    pages = entry.get("same_as", ())
    return f"csv:{pages[0]}"[:LONGEST_ID] if pages else ""


def _first_day(entry: Entry) -> str:
    days = [each["start"] for each in entry.get("dates", ())] + [*entry.get("period", {}).values()]
    return str(min(days))


def _order(event: Imported) -> tuple[str, str, str, str]:
    return _first_day(event.entry), str(event.entry["title"]), event.external_id, repr(event)
