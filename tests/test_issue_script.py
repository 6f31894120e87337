"""`tools/issue.sh` as the workflow runs it: on a clone of a repository made here, with a `gh` that notes its calls."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.desk.test_issue import HOSTILE, issue
from tests.factories import NOW
from tests.projects import ROOT, make_tiny
from tests.repositories import IDENTITY, make_repository

#: A `gh` that notes its arguments and the files that it is given; it knows of a pull request once it made one.
GH = """#!/usr/bin/env python3
import json, pathlib, sys
folder = pathlib.Path(__file__).parent
called = list(sys.argv[1:])
files = [each.removeprefix("--body-file=") for each in called if each.startswith("--body-file=")]
kept = [each for each in called if not each.startswith("--body-file=")]
with (folder / "calls").open("a") as calls:
    calls.write(json.dumps([kept, *(pathlib.Path(each).read_text() for each in files)]) + "\\n")
if called[:2] == ["pr", "create"] and (folder / "refuses").exists():
    sys.exit("GitHub Actions is not permitted to create pull requests")
if called[:2] == ["pr", "create"]:
    (folder / "open").touch()
if called[:2] == ["pr", "list"] and (folder / "open").exists():
    print(7)
"""

#: Of the pull requests of a branch, the one that is no fork's.
OURS = "map(select(.isCrossRepository | not))[0].number // empty"


@dataclass
class Desk:
    """A repository on a server, and runs of the workflow on fresh clones of it."""

    root: Path

    @property
    def origin(self) -> Path:
        return self.root / "origin.git"

    def git(self, *arguments: str) -> str:
        command = ["git", "-C", str(self.origin), *IDENTITY, *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()

    def run(self, body: str, number: int = 12, *, code: int = 0) -> list[Any]:
        """The calls of `gh` for an issue with this text."""
        clone = self.clone("main")
        (self.root / "event.json").write_text(
            json.dumps({"action": "opened", "issue": {"number": number, "body": body}})
        )
        (self.root / "bin" / "calls").unlink(missing_ok=True)
        path = os.pathsep.join([str(self.root / "bin"), str(Path(sys.executable).parent), os.environ["PATH"]])
        env = {"PATH": path, "HOME": str(self.root), "PYTHONPATH": str(ROOT / "plugins")}
        env["SOURCE_DATE_EPOCH"] = str(int(NOW.timestamp()))
        command = [str(ROOT / "tools" / "issue.sh"), str(self.root / "event.json")]
        ended = subprocess.run(command, cwd=clone, env=env, check=False, capture_output=True, text=True)
        assert ended.returncode == code, ended.stderr
        return [json.loads(line) for line in (self.root / "bin" / "calls").read_text().splitlines()]

    def clone(self, branch: str) -> Path:
        clone = self.root / f"clone-{len(list(self.root.iterdir()))}"
        self.git("clone", "--quiet", "--branch", branch, str(self.origin), str(clone))
        return clone

    def files(self, branch: str = "issue-12") -> list[str]:
        """The files that a branch adds to main or changes, with how."""
        return self.git("diff", "--name-status", f"main...{branch}").split("\n")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    root = make_tiny(tmp_path)
    repository = make_repository(root)
    repository.git("add", "--all")
    repository.git("commit", "--quiet", "--message", "All")
    repository.git("clone", "--quiet", "--bare", str(root), str(tmp_path / "origin.git"))
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "gh").write_text(GH)
    (tmp_path / "bin" / "gh").chmod(0o755)
    return Desk(tmp_path)


def test_issue_becomes_a_branch_a_pull_request_and_an_answer(desk: Desk) -> None:
    main = desk.git("rev-parse", "main")
    listed, created, commented = desk.run(issue(title="Nuit d’essai", dates="12/03/2027 20h"))
    assert listed == [
        ["pr", "list", "--head", "issue-12", "--state", "open", "--json", "number,isCrossRepository", "--jq", OURS]
    ]
    assert created[0] == ["pr", "create", "--base", "main", "--head", "issue-12", "--title=Nuit d’essai"]
    assert "closes #12" in created[1]
    assert commented[0] == ["issue", "comment", "12", "--edit-last", "--create-if-none"]
    assert commented[1].startswith("<!-- affiche: issue -->\n")
    assert desk.files() == ["A\tcontent/events/2027/nuit-d-essai.md"]
    assert desk.git("rev-parse", "main") == main


def test_edit_of_an_issue_mends_the_same_branch_and_pull_request(desk: Desk) -> None:
    desk.run(issue(title="Nuit", dates="12/03/2027 20h"))
    edited = desk.run(issue(title="Jour", dates="13/03/2027 20h"))
    assert [call[0][:3] for call in edited[1:]] == [["pr", "edit", "7"], ["issue", "comment", "12"]]
    assert desk.files() == ["A\tcontent/events/2027/jour.md"]


def test_work_of_a_person_on_the_branch_is_never_undone(desk: Desk) -> None:
    desk.run(issue(title="Nuit", dates="12/03/2027 20h"))
    clone = desk.clone("issue-12")
    (clone / "content/events/2027/nuit.md").write_text("---\n---\n")
    for arguments in (["commit", "--quiet", "--all", "--message", "Mended"], ["push", "--quiet"]):
        subprocess.run(["git", "-C", str(clone), *IDENTITY, *arguments], check=True)
    head = desk.git("rev-parse", "issue-12")
    (commented,) = desk.run(issue(title="Jour", dates="13/03/2027 20h"))
    assert "travaille déjà" in commented[1]
    assert desk.git("rev-parse", "issue-12") == head


def test_issue_without_a_title_is_only_answered(desk: Desk) -> None:
    (commented,) = desk.run(issue(title=""))
    assert commented[0][:2] == ["issue", "comment"]
    assert desk.git("branch", "--list", "issue-*") == ""


def test_author_is_answered_when_the_pull_request_cannot_be_opened(desk: Desk) -> None:
    (desk.root / "bin" / "refuses").touch()
    calls = desk.run(issue(title="Nuit", dates="12/03/2027 20h"), code=1)
    assert [call[0][:2] for call in calls] == [["pr", "list"], ["pr", "create"], ["issue", "comment"]]


def test_text_of_an_issue_reaches_no_shell(desk: Desk) -> None:
    title = f"--help $(touch {desk.root}/pwned) `touch {desk.root}/pwned` ; {HOSTILE}"[:88]
    _, created, _ = desk.run(issue(title=title, dates="12/03/2027 20h"))
    assert created[0][-1] == f"--title={title}"
    assert not (desk.root / "pwned").exists()
