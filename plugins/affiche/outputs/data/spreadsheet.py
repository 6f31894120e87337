"""The events that are not over as a table (CSV, RFC 4180): a row for each performance and each run."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from affiche.model.text import NEUTRAL
from affiche.outputs.artifact import Artifact, Whole, long_artifact
from affiche.outputs.data.event_data import EventData
from affiche.outputs.data.files import FOLDER
from affiche.outputs.data.spreadsheet_columns import BY_LANGUAGE, COLUMNS, IDENTITY, Row
from affiche.outputs.data.values import Fields

PATH = f"{FOLDER}events.csv"
MEDIA_TYPE = "text/csv"
#: What spreadsheets know UTF-8 by.
BOM = "\ufeff"
#: What spreadsheets take for the beginning of a formula, and its full-width forms.
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
_NUMBER_OR_TELEPHONE = re.compile(r"[+-]?[0-9]+([.,][0-9]+)?|[+]?[0-9][0-9 ./()]{5,20}")


def spreadsheet_artifact(data: EventData) -> Artifact:
    """The table."""
    stamp = data.site.fingerprint("api", PATH, data.site.events_fingerprint(data.current))
    return long_artifact(PATH, MEDIA_TYPE, stamp, partial(whole_spreadsheet, data))


def whole_spreadsheet(data: EventData) -> Whole:
    """The table: all cells quoted, the first row names the columns."""
    languages = data.site.languages
    names = BOM.encode() + _lines([column_names(languages)])
    parts = data.parts(data.current, lambda event: _lines(_rows(data.fields(event.id), languages)))
    return Whole(data.ground, names, parts, b"")


def render_table(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> bytes:
    """A whole table as spreadsheets open it: the names of its columns, then rows of which no cell is a formula."""
    return BOM.encode() + _lines([[*columns], *([harmless(cell) for cell in row] for row in rows)])


def _lines(rows: Iterable[Sequence[str]]) -> bytes:
    """Rows as RFC 4180 has them, all cells quoted."""
    written = io.StringIO(newline="")
    csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(rows)
    return written.getvalue().encode()


def column_names(languages: Sequence[str]) -> list[str]:
    """The columns in their order."""
    return [*IDENTITY, *(f"{name}_{language}" for name in BY_LANGUAGE for language in languages), *COLUMNS]


def _rows(event: Fields, languages: Sequence[str]) -> Iterator[list[str]]:
    for date in (*([event["run"]] if "run" in event else []), *event.get("performances", [])):
        row = Row(event, date)
        texts = [value(row) for value in BY_LANGUAGE.values()]
        said = (_said(text, language) for text in texts for language in languages)
        first, others = ([value(row) for value in columns.values()] for columns in (IDENTITY, COLUMNS))
        yield ["" if value is None else harmless(_cell(value)) for value in (*first, *said, *others)]


def _said(text: Any, language: str) -> str | None:
    """A text in a language or in neutral words; of several, each in any language rather than not at all."""
    if isinstance(text, list):
        return "; ".join(_said(each, language) or next(iter(each.values())) for each in text)
    return (text or {}).get(language) or (text or {}).get(NEUTRAL)


def _cell(value: object) -> str:
    """A value in a cell: several divided by semicolons."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe stands before what would begin one."""
    return f"'{cell}" if cell.startswith(_FORMULA) and not _NUMBER_OR_TELEPHONE.fullmatch(cell) else cell
