"""Dates that a change takes from people's calendars, and what to paste so that it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from affiche.checks.base import check_base
from affiche.checks.registry import check
from affiche.problems import Problem
from affiche.sources.base import Base
from affiche.sources.loader import load_content
from affiche.sources.repair import repaired
from tests.scopes import event, organisation, scope_of

PATH = "events/nuit.md"
SHORT = ["start: 2026-12-05 20:00"]
TWO = ["dates:", "  - start: 2026-12-05 20:00", "  - start: 2026-12-06 15:00", "    end: 2026-12-06 17:00"]
FLOW = ["dates: [{start: 2026-12-05 20:00}, {start: 2026-12-06 15:00}]"]
RULE = ["recurrence:", "  every: week", "  from: 2026-12-03", "  count: 3", "  start: 20:00", "  end: 22:00"]
LATER = [line.replace("20:00", "20:30") for line in RULE]
MOVED = "  - start: {0} 20:30\n    end: {0} 22:00\n    previous_start:\n      - {0} 20:00"
SHORTER = [line.replace("count: 3", "count: 2") for line in RULE]
RUN = ["period:", "  start: 2026-12-01", "  end: 2026-12-31"]


def compared(folder: Path, before: str, after: str) -> list[Problem]:
    """What a change of an event does, and all that is wrong with it now."""
    others = {"organisations/zinneke.md": organisation()}
    scope_of(folder / "before", others | {PATH: before})
    old = load_content(folder / "before")
    scope = scope_of(folder / "after", others | {PATH: after})
    assert old.problems == ()
    return sorted((*check_base(Base(old.records, old.stems), scope), *check(scope)))


CHANGES = {
    "the short form moves": (
        SHORT,
        ["start: 2026-12-12 20:00", "end: 2026-12-12 23:00"],
        "5 start start-moved",
        "start: 2026-12-12 20:00\nprevious_start:\n  - 2026-12-05 20:00",
    ),
    "the short form moves again": (
        ["start: 2026-12-12 20:00", "previous_start: [2026-12-05 20:00]"],
        ["start: 2026-12-19 20:00", "previous_start: [2026-12-12 20:00]"],
        "6 previous_start start-moved",
        "previous_start:\n  - 2026-12-05 20:00\n  - 2026-12-12 20:00",
    ),
    "the short form moves to an earlier day, and again": (
        ["start: 2026-12-04 20:00", "previous_start: [2026-12-05 20:00]"],
        ["start: 2026-12-19 20:00", "end: 2026-12-19 22:00"],
        "5 start start-moved",
        "dates:\n  - start: 2026-12-19 20:00\n    end: 2026-12-19 22:00\n    id: 20261205T2000",
    ),
    "an hour becomes known": (
        ["start: 2026-12-05"],
        SHORT,
        "5 start start-moved",
        "start: 2026-12-05 20:00\nprevious_start:\n  - 2026-12-05",
    ),
    "one of several dates moves": (
        TWO,
        [*TWO[:2], "  - start: 2026-12-13 15:00"],
        "7 dates.1.previous_start start-moved",
        "  - start: 2026-12-13 15:00\n    previous_start:\n      - 2026-12-06 15:00",
    ),
    "a date between braces moves": (
        FLOW,
        ["dates: [{start: 2026-12-05 20:00}, {start: 2026-12-13 15:00}]"],
        "5 dates.1.previous_start start-moved",
        "dates: [{start: 2026-12-05 20:00}, {start: 2026-12-13 15:00, previous_start: [2026-12-06 15:00]}]",
    ),
    "a date with an id moves and loses it": (
        ["dates: [{start: 2026-12-05 20:00, id: gala}]"],
        ["dates: [{start: 2026-12-12 20:00}]"],
        "5 dates.0.id start-moved",
        "dates: [{start: 2026-12-12 20:00, id: gala}]",
    ),
    "a date gets another id": (
        SHORT,
        ["dates:", "  - start: 2026-12-05 20:00", "    id: gala"],
        "7 dates.0.id id-changed",
        "    id: 20261205T2000",
    ),
    "the old date of a moved one is lost": (
        ["start: 2026-12-12 20:00", "previous_start: [2026-12-05 20:00]"],
        ["dates:", "  - start: 2026-12-12 20:00"],
        "6 dates.0.previous_start id-changed",
        "  - start: 2026-12-12 20:00\n    previous_start:\n      - 2026-12-05 20:00",
    ),
    "a rule moves": (
        RULE,
        LATER,
        "5 recurrence start-moved",
        "\n".join([*LATER, "dates:", *(MOVED.format(day) for day in ("2026-12-03", "2026-12-10", "2026-12-17"))]),
    ),
    "one of several dates is gone": (
        TWO,
        TWO[:2],
        "5 dates performance-removed",
        "\n".join([*TWO[:2], "  - start: 2026-12-06 15:00", "    end: 2026-12-06 17:00", "    status: cancelled"]),
    ),
    "a date between braces is gone": (
        FLOW,
        ["dates: [{start: 2026-12-05 20:00}]"],
        "5 dates performance-removed",
        "dates: [{start: 2026-12-05 20:00}, {start: 2026-12-06 15:00, status: cancelled}]",
    ),
    "one of two is gone, the other is in the short form": (
        TWO,
        ["start: 2026-12-05 20:00", "end: 2026-12-05 22:00", "venue: {name: Ici, municipality: Liège}"],
        "5 start performance-removed",
        "\n".join([*TWO[:2], "    end: 2026-12-05 22:00", *TWO[2:], "    status: cancelled"]),
    ),
    "a date that took place is gone": (
        ["dates: [{start: 2026-11-05 20:00}, {start: 2026-12-05 20:00}]"],
        ["dates: [{start: 2026-12-05 20:00}, {start: 2026-12-12 20:00}]"],
        "5 dates performance-removed",
        "dates: [{start: 2026-12-05 20:00}, {start: 2026-12-12 20:00}, {start: 2026-11-05 20:00}]",
    ),
    "a rule gets shorter": (
        RULE,
        SHORTER,
        "5 recurrence performance-removed",
        "\n".join(
            [*SHORTER, "dates:", "  - start: 2026-12-17 20:00", "    end: 2026-12-17 22:00", "    status: cancelled"]
        ),
    ),
    "dates become a period that ends before them": (
        TWO,
        ["period: {start: 2026-12-01, end: 2026-12-05}"],
        "5 period performance-removed",
        "\n".join(["period: {start: 2026-12-01, end: 2026-12-05}", TWO[0], *TWO[2:], "    status: cancelled"]),
    ),
    "a period becomes dates": (
        RUN,
        TWO,
        "5 dates performance-removed",
        "\n".join([*TWO, *RUN]),
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_change_of_dates_is_told_with_what_keeps_them(change: str, tmp_path: Path) -> None:
    before, after, place, hint = CHANGES[change]
    texts = event(*before), event(*after)
    (problem,) = compared(tmp_path, *texts)
    assert (f"{problem.line} {problem.field} {problem.code}", problem.hint) == (place, hint)
    assert compared(tmp_path / "mended", texts[0], repaired(texts[1], [problem])) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (SHORT, TWO),
        (SHORT, ["dates: [{start: 2026-12-12 20:00, previous_start: [2026-12-05 20:00]}]"]),
        (["dates: [{start: 2026-12-05 20:00, id: gala}]"], ["dates: [{start: 2026-12-12 20:00, id: gala}]"]),
        (["start: 2026-12"], SHORT),
        (["start: 2026-winter"], ["start: 2027-01-12 20:00"]),
        (RULE, [*RULE, "  except: [2026-12-10]", "dates:", "  - {start: 2026-12-10 20:00, status: cancelled}"]),
        (RULE, [*RULE, "dates:", "  - {start: 2026-12-10 20:30, previous_start: [2026-12-10 20:00]}"]),
        (TWO, RUN),
        (RUN, [*RUN[:2], "  end: 2027-01-31", *TWO]),
        ([*SHORT, "draft: true"], ["start: 2027-01-12 20:00"]),
        ([*SHORT, "publish_from: 2026-12-01 10:00"], ["start: 2027-01-12 20:00"]),
    ],
)
def test_change_that_keeps_identities_is_no_problem(tmp_path: Path, before: list[str], after: list[str]) -> None:
    assert compared(tmp_path, event(*before), event(*after)) == []


def test_period_that_becomes_the_short_form_is_told(tmp_path: Path) -> None:
    (problem,) = compared(tmp_path, event(*RUN), event(*SHORT))
    assert (problem.code, problem.hint, problem.values["reason"]) == ("performance-removed", "", "run")


def test_many_dates_are_named_by_the_first_and_not_written_out(tmp_path: Path) -> None:
    long = [line.replace("count: 3", "count: 40") for line in RULE]
    (problem,) = compared(tmp_path, event(*long), event(*RULE))
    assert problem.values["value"] == "2026-12-24 20:00, 2026-12-31 20:00, 2027-01-07 20:00, …"
    assert problem.hint == ""


def test_unreadable_dates_are_not_also_gone(tmp_path: Path) -> None:
    assert compared(tmp_path, event(*SHORT), event("start: 05/12/2026")) == []
