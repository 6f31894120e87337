"""The page for partners names every file, column, field of theirs, and field of ours that is lost."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest

from affiche.model.collections import COLLECTIONS
from affiche.outputs.data import openagenda, uitdatabank
from affiche.outputs.data.spreadsheet import column_names
from tests.projects import ROOT

LANGUAGES = ("fr", "nl")
#: The fields of UiTdatabank's calendar, which no table makes.
CALENDAR = {"calendarType", "startDate", "endDate", "subEvent", "openingHours", "status", "bookingAvailability"}


def section(language: str, number: int) -> str:
    """A section of the page, the introduction being the first."""
    text = (ROOT / f"content/pages/{language}/data.md").read_text(encoding="utf-8")
    return re.split("^## ", text, flags=re.MULTILINE)[number]


def codes(text: str) -> set[str]:
    return set(re.findall("`([^`]+)`", text))


def first_column(text: str) -> set[str]:
    return {name for line in text.splitlines() if line.startswith("| ") for name in codes(line.split(" | ")[0])}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_file_is_named(language: str) -> None:
    named = {re.sub("<[^>]+>", "*", name) for name in first_column(section(language, 1))}
    names = ("events/*", "archive/*", "upcoming", "upcoming/*/*", *(model.collection for model in COLLECTIONS))
    others = ("openagenda", "uitdatabank", "changes", "indicators/*", "status")
    assert named == {f"api/v1/{name}.json" for name in (*names, *others)} | {
        f"api/v1/{name}.csv" for name in ("events", "indicators/*")
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_column_is_named(language: str) -> None:
    assert first_column(section(language, 4)) == set(column_names([language]))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("number", "targets", "fields"),
    [
        (5, {field.target for field in openagenda.MAPPING} | {"timings"}, openagenda.LOST),
        (6, {field.target for field in uitdatabank.MAPPING} | CALENDAR, uitdatabank.LOST),
    ],
)
def test_every_field_of_theirs_and_every_lost_one_of_ours_is_named(
    language: str, number: int, targets: set[str], fields: Iterable[str]
) -> None:
    text = section(language, number)
    assert first_column(text) == targets
    (sentence,) = [line for line in text.splitlines() if line.startswith("**")]
    assert codes(sentence) == set(fields)
