"""The jobs of `issue.yml`: each in a clone of its own of a repository made here, with a `gh` that notes its calls."""

from __future__ import annotations

import json
import os
import shutil
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
marks = ("--body-file=", "--field=body=@")
files = [each.removeprefix(mark) for each in called for mark in marks if each.startswith(mark)]
kept = [each for each in called if not each.startswith(marks)]
with (folder / "calls").open("a") as calls:
    calls.write(json.dumps([kept, *(pathlib.Path(each).read_text() for each in files)]) + "\\n")
if called[:2] == ["pr", "create"] and (folder / "refuses").exists():
    sys.exit("GitHub Actions is not permitted to create pull requests")
if called[:2] == ["pr", "create"]:
    (folder / "open").touch()
if called[:2] == ["pr", "list"] and (folder / "open").exists():
    print(7)
"""

#: What is called last when all went well, and when not.
WELL, NOT_WELL = ([["issue", "edit", "12", change, "to-check"]] for change in ("--remove-label", "--add-label"))
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

    def run(self, body: str, number: int = 12, *, ended: str = "success") -> list[Any]:
        """The calls of `gh` for an issue with this text, after which its pull request has ended so."""
        self.read(body, number)
        proposed = self.propose(number)
        assert ("success" if proposed.returncode == 0 else "failure") == ended, proposed.stderr
        return self.answer(number, ended)

    def read(self, body: str, number: int = 12) -> None:
        """The first job, which may do nothing."""
        told = {"action": "opened", "issue": {"number": number, "body": body}}
        (self.root / "event.json").write_text(json.dumps(told), encoding="utf-8")
        for name in ("bin/calls", "output"):
            (self.root / name).unlink(missing_ok=True)
        shutil.rmtree(self.texts, ignore_errors=True)
        affiche = [sys.executable, "-c", "from affiche.cli import main; main()"]
        done = self._call([*affiche, "read-issue", str(self.root / "event.json"), "--out", str(self.texts)])
        assert done.returncode == 0, done.stderr

    def propose(self, number: int = 12) -> subprocess.CompletedProcess[str]:
        """The second job, on what the first handed on."""
        output = {"ISSUE": str(number), "GITHUB_OUTPUT": str(self.root / "output"), "GITHUB_REPOSITORY": "house/agenda"}
        return self._call([str(ROOT / "tools/issue.sh"), str(self.texts)], **output)

    def answer(self, number: int = 12, ended: str = "success") -> list[Any]:
        """The third job, and all calls of `gh` until now."""
        output = self.root / "output"
        chosen = output.read_text(encoding="utf-8").strip().removeprefix("answer=") if output.exists() else ""
        names = {"ISSUE": str(number), "ANSWER": chosen, "PROPOSED": ended}
        done = self._call([str(ROOT / "tools/answer-issue.sh"), str(self.texts)], **names)
        assert done.returncode == 0, done.stderr
        return [json.loads(line) for line in (self.root / "bin" / "calls").read_text().splitlines()]

    @property
    def texts(self) -> Path:
        return self.root / "texts"

    def _call(self, command: list[str], **names: str) -> subprocess.CompletedProcess[str]:
        path = os.pathsep.join([str(self.root / "bin"), os.environ["PATH"]])
        env = {"PATH": path, "HOME": str(self.root), "PYTHONPATH": str(ROOT / "plugins")}
        env |= {"SOURCE_DATE_EPOCH": str(int(NOW.timestamp())), **names}
        return subprocess.run(command, cwd=self.clone("main"), env=env, check=False, capture_output=True, text=True)

    def clone(self, branch: str) -> Path:
        clone = self.root / f"clone-{len([*self.root.glob('clone-*')])}"
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
    listed, created, commented, labelled = desk.run(issue(title="Nuit d’essai", dates="12/03/2027 20h"))
    assert listed == [
        ["pr", "list", "--head", "issue-12", "--state", "open", "--json", "number,isCrossRepository", "--jq", OURS]
    ]
    assert created[0] == ["pr", "create", "--base", "main", "--head", "issue-12", "--title=Nuit d’essai"]
    assert "closes #12" in created[1]
    assert commented[0] == ["issue", "comment", "12", "--edit-last", "--create-if-none"]
    assert commented[1].startswith("<!-- affiche: issue -->\n")
    assert labelled == WELL
    assert desk.files() == ["A\tcontent/events/2027/nuit-d-essai.md"]
    assert desk.git("rev-parse", "main") == main


def test_edit_of_an_issue_mends_the_same_branch_and_pull_request(desk: Desk) -> None:
    desk.run(issue(title="Nuit", dates="12/03/2027 20h"))
    edited = desk.run(issue(title="Jour", dates="13/03/2027 20h"))
    changed, commented = edited[1:-1]
    pull = ["repos/house/agenda/pulls/7", "--raw-field=title=Jour"]
    assert changed[0] == ["api", "--silent", "--method", "PATCH", *pull]
    assert "closes #12" in changed[1]
    assert commented[0][:3] == ["issue", "comment", "12"]
    assert desk.files() == ["A\tcontent/events/2027/jour.md"]


def test_work_of_a_person_on_the_branch_is_never_undone(desk: Desk) -> None:
    desk.run(issue(title="Nuit", dates="12/03/2027 20h"))
    clone = desk.clone("issue-12")
    (clone / "content/events/2027/nuit.md").write_text("---\n---\n")
    for arguments in (["commit", "--quiet", "--all", "--message", "Mended"], ["push", "--quiet"]):
        subprocess.run(["git", "-C", str(clone), *IDENTITY, *arguments], check=True)
    head = desk.git("rev-parse", "issue-12")
    commented, _ = desk.run(issue(title="Jour", dates="13/03/2027 20h"))
    assert "travaille déjà" in commented[1]
    assert desk.git("rev-parse", "issue-12") == head


def test_issue_without_a_title_is_only_answered(desk: Desk) -> None:
    commented, labelled = desk.run(issue(title=""))
    assert labelled == WELL
    assert commented[0][:2] == ["issue", "comment"]
    assert desk.git("branch", "--list", "issue-*") == ""


def test_author_is_answered_when_the_pull_request_cannot_be_opened(desk: Desk) -> None:
    (desk.root / "bin" / "refuses").touch()
    calls = desk.run(issue(title="Nuit", dates="12/03/2027 20h"), ended="failure")
    assert [call[0][:2] for call in calls[:-1]] == [["pr", "list"], ["pr", "create"], ["issue", "comment"]]
    assert calls[-1] == NOT_WELL


def test_issue_that_could_not_be_read_is_shown_to_the_team(desk: Desk) -> None:
    assert desk.answer(ended="skipped") == [NOT_WELL]


@pytest.mark.parametrize(
    "path",
    [
        "content/events/2026/../../../mkdocs.md", "content/../.github/workflows/x.yml", "/etc/content/events/a.md",
        "content/events\n/a.md", "content/pages/fr/a.md", "content/Events/a.md", "content/a.md",
        "content/organisations/zinneke.md",
    ],
)  # fmt: skip
def test_what_is_no_new_file_of_content_is_never_proposed(desk: Desk, path: str) -> None:
    desk.texts.mkdir()
    for name, text in {"path": f"{path}\n", "file.md": "---\n---\n", "title": "Nuit\n"}.items():
        (desk.texts / name).write_text(text, encoding="utf-8")
    refused = desk.propose()
    assert (refused.returncode, refused.stderr) == (1, "What was handed on is not one new file of content.\n")
    assert desk.git("branch", "--list", "issue-*") == ""


def test_text_of_an_issue_reaches_no_shell(desk: Desk) -> None:
    title = f"--help $(touch {desk.root}/pwned) `touch {desk.root}/pwned` ; {HOSTILE}"[:88]
    _, created, *_ = desk.run(issue(title=title, dates="12/03/2027 20h"))
    assert created[0][-1] == f"--title={title}"
    assert not (desk.root / "pwned").exists()
