"""Every mistake of `tests/cases`, as a contributor makes it: what is said, where, and what to paste instead.

A case is a YAML file: `about` says it in a sentence; `event` is the text of `events/nuit-ouverte.md`, `files` are texts
by path; `problems` are all that is found, each with `at` (line:column), `code`, fragments of the message in `fr` and
`nl`, `hint`, and where they are not the usual ones `path` and `severity`; `left_out` are the files not published.
What an event of a case may name is in `given.yml`.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from PIL import Image

from affiche.calendar import Calendar
from affiche.checks.registry import check
from affiche.checks.scope import Scope
from affiche.desk.message import message
from affiche.desk.report import FORMATS, render_report
from affiche.model.history import History
from affiche.model.settings import Settings
from affiche.problems import Problem, Severity
from affiche.sources.loader import load_content
from affiche.sources.region import load_region

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "tests" / "cases"
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
EVENT = "events/nuit-ouverte.md"
REGION = load_region(ROOT / "data" / "municipalities.yaml")


def load_case(path: Path) -> dict[str, Any]:
    """A case, its event among its files, and every expected problem in full."""
    case = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    files = case.get("files", {}) | ({EVENT: case["event"]} if "event" in case else {})
    usual = {"path": EVENT, "severity": "error", "hint": ""}
    return {"left_out": [], **case, "files": files, "problems": [usual | each for each in case.get("problems", [])]}


GIVEN = load_case(FOLDER / "given.yml")["files"]
CASES = {
    str(path.relative_to(FOLDER).with_suffix("")): load_case(path)
    for path in sorted(FOLDER.rglob("*.yml"))
    if path.name != "given.yml"
}


def bytes_of(content: str | Mapping[str, Any]) -> bytes:
    """The bytes of a file: a text, bytes in hexadecimal digits, an image, or a text repeated."""
    if isinstance(content, str):
        return content.encode()
    if "hex" in content:
        return bytes.fromhex(str(content["hex"]))
    if "image" in content:
        stream = io.BytesIO()
        Image.new("RGB", (40, 30), "red").save(stream, content["image"])
        return stream.getvalue()
    return f"{content.get('before', '')}{content['repeat'] * content['times']}{content.get('after', '')}".encode()


def write(folder: Path, files: Mapping[str, Any]) -> Path:
    """A folder of content with these files and the given ones."""
    for path, content in (GIVEN | files).items():
        disk = folder / "content" / path
        disk.parent.mkdir(parents=True, exist_ok=True)
        disk.write_bytes(bytes_of(content))
    return folder / "content"


def problems_of(root: Path) -> list[Problem]:
    """Every problem of a folder of content, as `affiche check` finds them."""
    content = load_content(root)
    calendar = Calendar.of(content.records, Settings(), NOW, region=REGION, history=History(), image_digests={})
    return sorted([*content.problems, *check(Scope(content.records, content.stems, calendar, content.left_out))])


def told(problem: Problem) -> dict[str, Any]:
    """A problem as a case states it, with its whole messages."""
    return {
        "path": problem.path.removeprefix("content/"),
        "at": f"{problem.line}:{problem.column}",
        "code": problem.code,
        "severity": str(problem.severity),
        "fr": message(problem, "fr"),
        "nl": message(problem, "nl"),
        "hint": problem.hint,
    }


def with_fragments(found: dict[str, Any], expected: Sequence[dict[str, Any]], index: int) -> dict[str, Any]:
    """A found problem, its messages cut down to the fragments that are expected of them."""
    wanted = expected[index] if index < len(expected) else {}
    cut = {name: wanted[name] for name in ("fr", "nl") if wanted.get(name, "\0") in found[name]}
    return found | cut


@pytest.mark.parametrize("name", CASES)
def test_case_is_told_as_it_should_be(name: str, tmp_path: Path) -> None:
    case = CASES[name]
    found = problems_of(write(tmp_path, case["files"]))
    expected = case["problems"]
    assert [with_fragments(told(each), expected, index) for index, each in enumerate(found)] == expected
    assert sorted({each.path.removeprefix("content/") for each in found if each.is_error}) == sorted(case["left_out"])
    for style in FORMATS:
        render_report(found, format=style, languages=("fr", "nl", "en"), files=len(case["files"])).encode()


SINGLE = [name for name, case in CASES.items() if len(case["problems"]) == 1 and case["problems"][0]["hint"]]


@pytest.mark.parametrize("name", SINGLE)
def test_hint_leaves_no_problem(name: str, tmp_path: Path) -> None:
    files = CASES[name]["files"]
    (problem,) = problems_of(write(tmp_path / "before", files))
    path = problem.path.removeprefix("content/")
    if problem.last_line:
        text = bytes_of((GIVEN | files)[path]).decode()
        repaired = files | {path: pasted(text, problem)}
    else:
        repaired = {problem.hint.removeprefix("content/") if each == path else each: files[each] for each in files}
    left = problems_of(write(tmp_path / "after", repaired))
    assert [each for each in left if each.severity is not Severity.NOTICE] == []


def weighed(problems: Sequence[Problem]) -> Counter[tuple[str, str, str]]:
    """Problems by path, field and code, but for notices, which ask for more and say nothing is wrong."""
    return Counter((each.path, each.field, each.code) for each in problems if each.severity is not Severity.NOTICE)


SEVERAL = [name for name, case in CASES.items() if len(case["problems"]) > 1]


@pytest.mark.parametrize("name", SEVERAL)
def test_each_hint_alone_leaves_one_problem_less_and_brings_none(name: str, tmp_path: Path) -> None:
    files = CASES[name]["files"]
    found = problems_of(write(tmp_path / "before", files))
    for index, problem in enumerate(found):
        path = problem.path.removeprefix("content/")
        if problem.hint and problem.last_line:
            text = pasted(bytes_of((GIVEN | files)[path]).decode(), problem)
            left = problems_of(write(tmp_path / str(index), files | {path: text}))
            mended = weighed([problem])
            assert (problem, weighed(left) - (weighed(found) - mended)) == (problem, Counter())


def pasted(text: str, problem: Problem) -> str:
    """A file with the hint in the place of the lines that it is for."""
    lines = text.split("\n")
    lines[problem.line - 1 : problem.last_line] = problem.hint.split("\n")
    return "\n".join(lines)
