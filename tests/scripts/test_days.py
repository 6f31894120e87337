"""Which days a choice of dates covers, and what stands in them."""

from __future__ import annotations

import pytest

from tests.scripts.node import ask

EVENING = 17 * 60
#: A Thursday.
TODAY = "2026-11-26"


@pytest.mark.parametrize(
    ("when", "today", "first", "last", "since"),
    [
        ("today", TODAY, TODAY, TODAY, 0),
        ("tonight", TODAY, TODAY, TODAY, EVENING),
        ("tomorrow", "2026-12-31", "2027-01-01", "2027-01-01", 0),
        ("weekend", "2026-11-23", "2026-11-27", "2026-11-29", EVENING),  # seen from Monday
        ("weekend", "2026-11-27", "2026-11-27", "2026-11-29", EVENING),  # on Friday itself
        ("weekend", "2026-11-28", "2026-11-28", "2026-11-29", 0),
        ("weekend", "2026-11-29", "2026-11-29", "2026-11-29", 0),
        ("7", TODAY, TODAY, "2026-12-02", 0),
        ("14", TODAY, TODAY, "2026-12-09", 0),
        ("30", TODAY, TODAY, "2026-12-25", 0),
    ],
)
def test_days_of_a_shortcut(when: str, today: str, first: str, last: str, since: int) -> None:
    found = ask("days.js", "script.rangeOf({ when: values[0] }, values[1])", when, today)
    night = {"night": True} if when in ("tonight", "weekend") else {}
    assert found == {"first": first, "last": last, "since": since, **night}


@pytest.mark.parametrize(
    ("day", "minutes", "when", "is_within"),
    [
        (TODAY, [20 * 60], "tonight", True),
        (TODAY, [17 * 60], "tonight", True),
        (TODAY, [11 * 60], "tonight", False),
        (TODAY, [11 * 60, 20 * 60], "tonight", True),
        (TODAY, [], "tonight", True),  # its hour is not known
        ("2026-11-27", [60], "tonight", True),  # after midnight
        ("2026-11-27", [6 * 60], "tonight", False),
        ("2026-11-27", [10 * 60], "weekend", False),
        ("2026-11-28", [10 * 60], "weekend", True),
        ("2026-11-30", [60], "weekend", True),  # the night of Sunday
        ("2026-11-27", [20 * 60], "today", False),
    ],
)
def test_a_date_is_in_a_shortcut(day: str, minutes: list[int], when: str, is_within: bool) -> None:  # noqa: FBT001
    expression = "script.isWithin([values[0], '', '', values[1]], script.rangeOf({ when: values[2] }, values[3]))"
    assert ask("days.js", expression, day, minutes, when, TODAY) is is_within


@pytest.mark.parametrize(("minutes", "is_within"), [([60], True), ([5 * 60], False), ([], False)])
def test_on_sunday_the_weekend_still_has_the_night_to_monday(minutes: list[int], is_within: bool) -> None:  # noqa: FBT001
    expression = "script.isWithin(['2026-11-30', '', '', values[0]], script.rangeOf({ when: 'weekend' }, '2026-11-29'))"
    assert ask("days.js", expression, minutes) is is_within


#: From Wednesday to Sunday, from 11:00 to 18:00.
WEEK = [[], [], *([["11:00", "18:00"]],) * 5]


@pytest.mark.parametrize(
    ("run", "week", "closed", "when", "is_on"),
    [
        (["2026-10-01", "2027-01-03"], WEEK, [], "today", True),
        (["2026-10-01", "2026-11-25"], WEEK, [], "today", False),
        (["2026-11-27", ""], WEEK, [], "today", False),
        (["", ""], WEEK, [], "today", True),
        (["2026-10-01", ""], WEEK, [["2026-11-20", "2026-11-26"]], "today", False),
        (["2026-10-01", ""], WEEK, [["2026-11-20", "2026-11-26"]], "7", True),
        (["2026-10-01", ""], WEEK, [], "tonight", True),
        (["2026-10-01", ""], [[["11:00", "17:00"]]] * 7, [], "tonight", False),
        (["2026-10-01", ""], [[["22:00", "02:00"]]] * 7, [], "tonight", True),
        (["2026-10-01", ""], [[]] * 7, [], "tonight", False),  # hours that are not known: most close before
        (["2026-10-01", ""], [[]] * 7, [], "today", True),
        (["2026-10-01", ""], [[]] * 7, [], "weekend", True),
    ],
)
def test_a_run_is_on_where_it_is_not_known_to_be_closed(
    run: list[str],
    week: list[list[list[str]]],
    closed: list[list[str]],
    when: str,
    is_on: bool,  # noqa: FBT001
) -> None:
    opening = {"week": week, "closed": closed, "adjusted": []}
    expression = "script.isOnWithin(values[0], script.rangeOf({ when: values[1] }, values[2]), values[2])"
    assert ask("days.js", expression, {"run": run, "opening": opening}, when, TODAY) is is_on
