"""Hostile and broken front matter: every file ends in a record or in problems, in time."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from affiche.desk.report import FORMATS, render_report
from affiche.problems import Problem
from tests.examples import examples
from tests.hostile import Payload, payloads
from tests.large import LARGE, large
from tests.test_cases import CASES, EVENT, problems_of, write

#: What contributors' slips and attacks are made of.
TOKENS = (
    *(
        '"',
        "'",
        "{",
        "}",
        "[",
        "]",
        ":",
        ": ",
        ",",
        " ",
        "\t",
        "- ",
        "\n",
        "#",
        "&a",
        "*a",
        "!x",
        "|",
        ">",
        "%",
        "@",
        "`",
    ),
    *(
        "---\n",
        "...\n",
        "? ",
        "<<: ",
        "\u00a0",
        "\u202e",
        "\u200b",
        "\x00",
        "\u2028",
        "\ufeff",
        "\\u202e",
        "\\x00",
        "²",
    ),
    *("~", "null", "0", "-1", "9" * 400, "2026-02-30", "99:99", "2027-03-28 02:30", "é", "😀", "{{", "%s", "::error"),
    *(
        "title:",
        "dates:\n  - ",
        "start: ",
        "price: {",
        "period: {start: 9999-12-31}\n",
        "venue: {}\n",
        "organisers: []\n",
    ),
    *("recurrence: {every: month, interval: 99999, from: 2026-01-01, count: 400}\n", "time_zone: ../../etc/passwd\n"),
    *(
        'image: {src: "a/../b.jpg"}\n',
        "opening_hours: {a: b}\n",
        "geo: nan\n",
        "# fr\n",
        "![x](y.jpg)",
        "[x](javascript:a)",
    ),
)
TEXTS = sorted(text for case in CASES.values() for text in case["files"].values() if isinstance(text, str))


def found_in(folder: Path, text: str) -> list[Problem]:
    """The problems of an event's text, found within two seconds of the processor."""
    root = write(folder, {EVENT: {"hex": text.encode("utf-8", "surrogatepass").hex()}})
    started = time.process_time()
    found = problems_of(root)
    assert time.process_time() - started < 2
    assert all(problem.line >= 1 and problem.column >= 1 for problem in found)
    return found


@pytest.mark.parametrize("payload", payloads("own-yaml"), ids=lambda payload: payload.id)
def test_payload_ends_in_problems_in_time(payload: Payload, tmp_path: Path) -> None:
    assert found_in(tmp_path, f"---\n{payload.text}\n---\n") != []


@pytest.mark.parametrize("kind", LARGE)
def test_large_front_matter_ends_in_problems_in_time(kind: str, tmp_path: Path) -> None:
    assert found_in(tmp_path, large(kind)) != []


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A text of a case with some slips: tokens put in, stretches cut out, lines exchanged."""
    text = draw(st.sampled_from(TEXTS))
    for _ in range(draw(st.integers(1, 5))):
        text = "".join(_slip(draw, text))
    return text


def _slip(draw: st.DrawFn, text: str) -> Iterator[str]:
    start = draw(st.integers(0, len(text)))
    end = min(len(text), start + draw(st.integers(0, 12)))
    yield text[:start]
    match draw(st.sampled_from(("insert", "cut", "double", "move"))):
        case "insert":
            yield draw(st.sampled_from(TOKENS)) + text[start:]
        case "cut":
            yield text[end:]
        case "double":
            yield text[start:end] * 2 + text[end:]
        case "move":
            yield text[end:] + text[start:end]


@examples(150, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(text=mutated())
def test_slips_never_raise(text: str, tmp_path: Path) -> None:
    found = found_in(tmp_path, text)
    for style in FORMATS:
        render_report(found, format=style, languages=("fr", "nl", "en")).encode()
