"""What the guide promises of imports, tried: its table in each language, its lines of a file, its formats."""

from __future__ import annotations

import re
from datetime import date
from zoneinfo import ZoneInfo

import pytest

from affiche.importers.copies import without_copies
from affiche.importers.csv.events import parse_csv
from affiche.importers.imported import Ground
from affiche.importers.registry import IMPORTERS
from affiche.model.organisation import Organisation
from affiche.model.vocabulary import FEED_TYPES
from affiche.sources.front_matter import parse_front_matter
from tests.projects import ROOT
from tests.typed import faults_of

LANGUAGES = ("fr", "nl", "en")
GROUND = Ground(ZoneInfo("Europe/Brussels"), date(2026, 11, 1))


def guide(language: str) -> str:
    return (ROOT / "content/pages" / language / "import.md").read_text(encoding="utf-8")


def tables(language: str) -> list[list[list[str]]]:
    """The tables of the guide: rows of cells, without the line under their heads."""
    blocks = re.findall(r"(?:^\|.*\n)+", guide(language), re.MULTILINE)
    return [[line.strip("| ").split(" | ") for line in block.splitlines() if "---" not in line] for block in blocks]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_of_the_guide_is_one_event_with_two_dates(language: str) -> None:
    _, table = tables(language)
    data = "\n".join(";".join(row) for row in table).encode()
    (found,) = without_copies(parse_csv(data, GROUND).events)
    assert found.entry == {
        "title": table[1][0],
        "dates": [{"start": "2027-03-14 20:30"}, {"start": "2027-03-15 20:30"}],
        "venue": {"name": table[1][3]},
        "price": "8.50",
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lines_of_the_guide_are_those_of_a_file(language: str) -> None:
    (lines,) = re.findall(r"((?:^    .*\n)+)", guide(language), re.MULTILINE)
    typed = parse_front_matter("\n".join(["---", *(line[4:] for line in lines.splitlines()), "---", ""])).values
    assert faults_of(Organisation, name="Zinneke", url="https://zinneke.example.org/", **typed) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_names_every_format_that_a_feed_can_have(language: str) -> None:
    known = {importer.name for importer in IMPORTERS} & {*FEED_TYPES}
    (formats, _) = tables(language)
    assert {row[0].strip("`") for row in formats[1:]} == known
