"""The script that keeps issues up to date, with a stand-in for GitHub's program that notes what it is asked."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
#: Notes its arguments and what it reads; answers `issue list` with the issues beside it.
GH = """#!{python}
import json, pathlib, sys
here = pathlib.Path(__file__).parent
if sys.argv[1:3] == ["issue", "list"]:
    print((here / "there.json").read_text())
else:
    with (here / "calls.jsonl").open("a") as calls:
        calls.write(json.dumps([sys.argv[1:], sys.stdin.read()]) + "\\n")
"""
SCOPE = "affiche:upkeep:"


def issue(name: str, body: str = "Bonjour", title: str = "À relire") -> dict[str, str]:
    return {"marker": SCOPE + name, "title": title, "body": f"<!-- {SCOPE}{name} -->\n\n{body}\n"}


def there(number: int, name: str, author: str = "app/github-actions", **said: str) -> dict[str, Any]:
    """An open issue, as GitHub gives it: line ends of the web, no last one."""
    made = issue(name, **said)
    body = made["body"].strip().replace("\n", "\r\n")
    return {"number": number, "title": made["title"], "body": body, "author": {"login": author}}


def apply(folder: Path, wanted: list[dict[str, str]], known: list[dict[str, Any]]) -> list[list[Any]]:
    """What the script asks GitHub to do."""
    program = folder / "gh"
    program.write_text(GH.format(python=sys.executable), encoding="utf-8")
    program.chmod(0o755)
    (folder / "there.json").write_text(json.dumps(known), encoding="utf-8")
    (folder / "issues.json").write_text(json.dumps({"version": 1, "scope": SCOPE, "issues": wanted}), encoding="utf-8")
    command = [sys.executable, str(ROOT / "tools/issues.py"), str(folder / "issues.json"), "upkeep"]
    subprocess.run(
        command, check=True, stdin=subprocess.DEVNULL, env={"PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"}
    )
    calls = folder / "calls.jsonl"
    return [json.loads(line) for line in calls.read_text(encoding="utf-8").splitlines()] if calls.exists() else []


def test_a_new_issue_is_opened_with_its_text_on_standard_input(tmp_path: Path) -> None:
    made = issue("zinneke", title='$(touch here) "à relire"')
    assert apply(tmp_path, [made], []) == [
        [["label", "create", "upkeep"], ""],
        [["issue", "create", "--title", made["title"], "--label", "upkeep", "--body-file", "-"], made["body"]],
    ]


def test_an_issue_that_says_the_same_is_left_alone(tmp_path: Path) -> None:
    assert apply(tmp_path, [issue("zinneke")], [there(7, "zinneke")]) == []


def test_an_issue_that_says_something_else_is_changed_in_its_place(tmp_path: Path) -> None:
    changed = issue("zinneke", body="Dag")
    assert apply(tmp_path, [changed], [there(7, "zinneke")]) == [
        [["issue", "edit", "7", "--title", changed["title"], "--body-file", "-"], changed["body"]]
    ]


def test_an_issue_that_nothing_asks_for_any_more_is_closed(tmp_path: Path) -> None:
    assert apply(tmp_path, [], [there(7, "zinneke")]) == [[["issue", "close", "7", "--reason", "completed"], ""]]


def test_the_text_of_others_is_no_marker(tmp_path: Path) -> None:
    others = [
        there(7, "zinneke", author="somebody"),
        {**there(8, "kanal"), "body": "Not at the top:\n<!-- affiche:upkeep:kanal -->"},
        {**there(9, "wiels"), "body": "<!-- affiche:alarm:nightly -->\n"},
        {**there(10, "bozar"), "body": ""},
    ]
    assert apply(tmp_path, [], others) == []
