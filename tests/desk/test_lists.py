from __future__ import annotations

import json
from typing import Any

import pytest

from affiche.desk.list_formats import LIST_FORMATS, render_list
from affiche.desk.lists import LISTS, Basis
from affiche.locales import DESK, catalogue_languages
from affiche.problems import Problem, Severity
from tests.factories import calendar, event, organisation, venue

HOSTILE = "Zin|neke` @ana <!-- x -->"


def known(*problems: Problem) -> Basis:
    """A calendar with something for each list."""
    old, bare = organisation(name={"fr": HOSTILE}, verified="2020-01-01"), event()
    return Basis(calendar(old, bare), problems, dict)


def rows(name: str, *problems: Problem) -> list[dict[str, object]]:
    listed: list[dict[str, object]] = json.loads(render_list(name, known(*problems), "fr", "json"))["rows"]
    return listed


def test_completeness_lists_the_least_first_and_sums_up_with_the_means() -> None:
    told = render_list("completeness", known(), "fr", "text")
    assert [block.partition(" · ")[0] for block in told.split("\n\n")] == [
        "content/organisations/zinneke.md\n  20",
        "content/events/nuit-ouverte.md\n  44",
        "1 événement : 44 points sur 100\n1 organisation : 20 points sur 100\n",
    ]
    assert " · Indiquez le lieu de l’événement, ou son adresse en ligne (+8)\n" in told


def test_completeness_tells_programs_every_line_that_is_missing() -> None:
    (first, _) = rows("completeness")
    assert (first["path"], first["points"]) == ("content/organisations/zinneke.md", 20)
    assert {"key": "image", "points": 10} in first["missing"]  # type: ignore[operator]


def test_translations_and_freshness_name_the_file_and_what_is_the_matter() -> None:
    (owed,) = rows("translations")
    assert [owed[name] for name in ("path", "text", "language", "changed")] == [
        *("content/organisations/zinneke.md", "name", "nl"), None,
    ]  # fmt: skip
    (due,) = rows("freshness")
    assert due == {
        "path": "content/organisations/zinneke.md", "name": HOSTILE, "verified": "2020-01-01",
        "words": {"name": HOSTILE, "verified": "1er janvier 2020"},
    }  # fmt: skip


def test_what_others_wrote_stands_in_code_in_a_table() -> None:
    table = render_list("freshness", known(), "fr", "markdown").splitlines()
    assert table[-1] == r"| `content/organisations/zinneke.md` | ``Zin\|neke` @ana <!-- x -->`` | 1er janvier 2020 |"


def test_duplicates_are_the_problems_that_say_so() -> None:
    values = {"reason": "title.event", "value": "Nuit", "name": "b", "other": "content/events/b.md", "organisers": ""}
    twice = Problem("content/events/a.md", 3, 1, "duplicate", "", Severity.WARNING, values)
    other = Problem("content/events/a.md", 3, 1, "body-language-twice", "", Severity.ERROR, {})
    (row,) = rows("duplicates", twice, other)
    assert (row["path"], row["line"], row["other"]) == ("content/events/a.md", 3, "content/events/b.md")


def test_clashes_of_the_season_are_listed_once_with_quieter_days() -> None:
    plain: dict[str, Any] = {"disciplines": ["music"], "venue": "la-vallee"}
    one, two = event("bal", **plain), event("danse", organisers=["bureau"], start="2026-12-05 21:00", **plain)
    made = Basis(calendar(one, two, organisation(), organisation("bureau"), venue()), (), dict)
    (row,) = json.loads(render_list("clashes", made, "fr", "json"))["rows"]
    assert (row["path"], row["value"]) == ("content/events/bal.md", "2026-12-05 20:00")
    assert "content/events/danse.md" in row["others"]


@pytest.mark.parametrize("language", catalogue_languages(DESK))
@pytest.mark.parametrize("style", LIST_FORMATS)
@pytest.mark.parametrize("name", LISTS)
def test_every_list_is_told_in_every_language_and_format(name: str, style: str, language: str) -> None:
    told = render_list(name, known(), language, style)
    assert told.endswith("\n")
    assert told.strip()
