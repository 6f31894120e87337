"""Which events answer to several choices at once, and how many would to one more."""

from __future__ import annotations

from typing import Any

import pytest

from tests.scripts.node import ask

TODAY = "2026-11-26"
EVENTS: list[dict[str, Any]] = [
    {"id": "concert", "discipline": ["music"], "type": "concert", "language": ["fr"], "access": {"wheelchair": "yes"}},
    {
        "id": "play",
        "discipline": ["theatre"],
        "type": "performance",
        "language": ["nl"],
        "surtitles": ["fr"],
        "age": [12, None],
    },
    {
        "id": "opera",
        "discipline": ["music", "theatre"],
        "type": "performance",
        "open": True,
        "access": {"wheelchair": "partial"},
    },
    {
        "id": "circus",
        "discipline": ["circus"],
        "free": True,
        "age": [4, 10],
        "access": {"wheelchair": "no", "relaxed": "yes"},
    },
    {"id": "talk", "online": True, "type": "lecture", "access": {"relaxed": "yes"}, "age": [None, 6]},
]
for event in EVENTS:
    event["days"] = [["2026-12-05", "20 h", "2026-12-05T20:00+01:00", [1200]]]
EVENTS += [
    {"id": "exhibition", "discipline": ["design"], "run": ["2026-10-01", "2026-12-31"]},
    {"id": "over", "discipline": ["music"], "run": ["2026-10-01", "2026-11-25"]},
    {"id": "spring", "discipline": ["music"], "vague": ["2027-03-01", "2027-05-31"]},
    {"id": "past", "discipline": ["music"], "days": [["2026-11-25", "20 h"]]},
]


def asked(expression: str, **choices: object) -> Any:
    """An expression about what was chosen among the events."""
    lists = ("discipline", "type", "municipality", "venue", "organisation", "group", "language", "surtitles", "access")
    plain = dict.fromkeys(("q", "when", "from", "to", "free", "age", "online", "runs", "sort"), "")
    state = {**{key: [] for key in (*lists, "tariff", "participation", "audience")}, **plain, **choices}
    ranges = {"30": {"first": TODAY, "last": "2026-12-25", "since": 0}}
    time = {"range": ranges.get(str(state["when"])), "today": TODAY, "hasRuns": state["runs"] != "0"}
    code = f"""(() => {{
      const [entries, state, time] = values, result = script.choose(entries, script.testsOf(state, time, null));
      return {expression};
    }})()"""
    return ask("filters.js", code, EVENTS, state, time)


@pytest.mark.parametrize(
    ("choices", "found"),
    [
        ({}, ["concert", "play", "opera", "circus", "talk", "exhibition", "spring"]),
        ({"discipline": ["music"]}, ["concert", "opera", "spring"]),
        ({"discipline": ["music", "circus"]}, ["concert", "opera", "circus", "spring"]),
        ({"discipline": ["music"], "type": ["performance"]}, ["opera"]),
        ({"language": ["fr"]}, ["concert"]),
        ({"language": ["fr"], "surtitles": ["fr"]}, ["concert", "play"]),  # what one understands
        ({"language": ["none"]}, ["opera"]),
        ({"access": ["wheelchair"]}, ["concert"]),
        ({"access": ["wheelchair", "partial"]}, ["concert", "opera"]),
        ({"access": ["wheelchair", "relaxed"]}, []),
        ({"access": ["partial"]}, ["concert", "play", "opera", "circus", "talk", "exhibition", "spring"]),
        ({"free": "1"}, ["circus"]),
        ({"online": "1"}, ["talk"]),
        ({"age": "6"}, ["circus", "talk"]),
        ({"age": "12"}, ["play"]),
        ({"age": "0"}, ["talk"]),
        ({"runs": "0"}, ["concert", "play", "opera", "circus", "talk", "spring"]),
        ({"when": "30"}, ["concert", "play", "opera", "circus", "talk", "exhibition"]),
    ],
)
def test_what_answers(choices: dict[str, object], found: list[str]) -> None:
    assert asked("result.chosen.map(({ id }) => id)", **choices) == found


def test_counts_are_those_that_the_other_choices_leave() -> None:
    counts = 'Object.fromEntries(script.counted("discipline", result))'
    assert asked(counts) == {"music": 3, "theatre": 2, "circus": 1, "design": 1}
    assert asked(counts, discipline=["circus"]) == asked(counts)
    assert asked(counts, type=["performance"]) == {"music": 1, "theatre": 2}


def test_features_are_counted_with_those_that_are_chosen() -> None:
    counts = 'Object.fromEntries(script.counted("access", result))'
    assert asked(counts) == {"wheelchair": 1, "relaxed": 2}
    assert asked(counts, access=["wheelchair"]) == {"wheelchair": 1}


def test_days_are_counted() -> None:
    counts = "Object.fromEntries(script.countedWhen(result, time))"
    none = {"today": 1, "tonight": 0, "tomorrow": 1, "weekend": 1, "7": 1}  # the exhibition, open as far as is known
    assert asked(counts) == {**none, "14": 6, "30": 6}
    assert asked(counts, when="30", runs="0") == {**dict.fromkeys(none, 0), "14": 5, "30": 5}


@pytest.mark.parametrize(
    ("choices", "silent"),
    [
        ({"access": ["wheelchair"]}, {"access": 4, "age": 0}),  # of seven one says yes, one in part, one no
        ({"access": ["wheelchair", "partial"]}, {"access": 4, "age": 0}),
        ({"access": ["wheelchair", "relaxed"]}, {"access": 5, "age": 0}),
        ({"age": "6"}, {"access": 0, "age": 4}),
        ({"age": "6", "access": ["wheelchair"]}, {"access": 1, "age": 1}),
    ],
)
def test_what_is_not_stated_is_counted_apart(choices: dict[str, object], silent: dict[str, int]) -> None:
    assert asked("script.unstated(state, result)", **choices) == silent
