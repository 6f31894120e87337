"""Tables as spreadsheets save them (RFC 4180 and its relatives): which sign divides them, where their header is."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from io import StringIO
from itertools import accumulate, islice
from typing import NamedTuple

from affiche.importers.csv.columns import Column, columns_of, known_fields
from affiche.importers.imported import NotRead
from affiche.importers.texts import decoded

DELIMITERS = (",", ";", "\t")
#: How many rows may stand above the header, how many columns are read, how many broken rows are told.
MOST_TITLES, MOST_COLUMNS, MOST_BROKEN = 5, 100, 100
#: How much of a table is read, in characters, and what a row costs beside its own.
MOST_TOLD, ROW = 700_000, 150
#: How other formats begin.
_OTHERS = re.compile(r"\s*(?:[<{\[]|BEGIN:|PK\x03\x04|%PDF)")
#: What a table says at least: what an event is called, and when it is.
WHEN = frozenset({"start", "period"})


class Table(NamedTuple):
    """The columns of a table, its rows in order, how many cannot be read, how many there are if not all are taken."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    broken: int = 0
    total: int = 0


def read_table(data: bytes) -> Table:
    """The table of a file; raises `NotRead` where no row says what the columns hold."""
    text = decoded(data).replace("\0", "")
    if _OTHERS.match(text):
        raise NotRead("another format than a table")
    tried = [(*_header(text, delimiter), delimiter) for delimiter in DELIMITERS]
    columns, skipped, delimiter = max(tried, key=lambda each: len(known_fields(each[0])))
    fields = known_fields(columns)
    if "title" not in fields or not fields & WHEN:
        raise NotRead("no row with the names of columns, for a title and a date at least")
    rows: list[tuple[str, ...]] = []
    broken = 0
    for row in islice(_rows(text, delimiter), skipped, None):
        if row is None:
            broken += 1
        elif any(cell.strip() for cell in row):
            rows.append(tuple(row[:MOST_COLUMNS]))
    kept = _bounded(sorted(rows))
    return Table(columns, kept, min(broken, MOST_BROKEN), len(rows) if len(rows) > len(kept) else 0)


def _bounded(rows: Sequence[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """The first rows, until they are too much for one source."""
    weights = accumulate(ROW + sum(map(len, row)) for row in rows)
    return tuple(row for row, weight in zip(rows, weights, strict=True) if weight <= MOST_TOLD)


def _header(text: str, delimiter: str) -> tuple[tuple[Column, ...], int]:
    """The columns, and how many rows there are until the end of the header: the row that names most of our fields."""
    best: tuple[tuple[Column, ...], int] = ((), 0)
    filled = 0
    for number, row in enumerate(islice(_rows(text[:200_000], delimiter), 3 * MOST_TITLES), 1):
        if row is None or not any(cell.strip() for cell in row):
            continue
        columns = columns_of([cell[:100] for cell in row[:MOST_COLUMNS]])
        if len(known_fields(columns)) > len(known_fields(best[0])):
            best = columns, number
        filled += 1
        if filled > MOST_TITLES:
            break
    return best


def _rows(text: str, delimiter: str) -> Iterator[Sequence[str] | None]:
    """The rows of a table; None for one that cannot be read."""
    reader = csv.reader(StringIO(text, newline=None), delimiter=delimiter)
    while True:
        try:
            yield next(reader)
        except csv.Error:
            yield None
        except StopIteration:
            return
