"""Pull requests without GitHub: a repository, a branch of a fork or of a member, and the scripts of the workflows."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.projects import ROOT, make_tiny
from tests.repositories import Repository, event_text, make_repository

HERE = "house/agenda"
FORK = "eve/agenda"
ZINNEKE = '---\nname: "Zinneke"\nurl: "https://zinneke.example.org/"\nmaintainers: [ana]\nsource: ["Un tract"]\n---\n'


@dataclass(frozen=True)
class Ran:
    """What a script printed, and how it ended."""

    code: int
    output: str


@dataclass
class PullRequest:
    """A pull request of a branch `proposal` on top of main; `repository` is the fork's, or our own for a member's.

    `beside` has the commits of other open ones by number; `again` who proposes this one's commit once more.
    """

    root: Path
    origin: Repository
    base: str
    head: str
    merge: str
    repository: str
    author: str
    reviews: list[Mapping[str, Any]] = field(default_factory=list)
    comments: list[Mapping[str, Any]] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    desk: Sequence[str] = ("dora",)
    beside: dict[int, str] = field(default_factory=dict)
    again: dict[int, str] = field(default_factory=dict)
    base_branch: str = "main"
    conclusion: str = "success"

    @property
    def artefact(self) -> Path:
        return self.root / "artefact"

    @property
    def answer(self) -> Path:
        return self.root / "answer" / "7"

    def approve(self, login: str, state: str = "APPROVED") -> None:
        self.reviews.append({"user": {"login": login}, "state": state, "commit_id": self.head})

    def open_beside(self, number: int, path: str, text: str) -> None:
        """Another pull request, with one file."""
        self.origin.write(path, text)
        self.origin.commit(2)
        self.beside[number] = self.origin.git("rev-parse", "HEAD").strip()
        self.origin.git("update-ref", f"refs/pull/{number}/head", self.beside[number])
        self.origin.git("checkout", "--quiet", "--detach", self.base)

    def check(self) -> Ran:
        """The first machine: the tool of the base, in a clone that does not have the proposal yet."""
        ran = self._run("proposal.sh", self.artefact, at=self.base, PROPOSED=self.merge)
        self.conclusion = "failure" if ran.code else "success"
        return ran

    def decide(self, commit: str = "", missing: str = "") -> Ran:
        """The second machine: the tool of main, and what GitHub says; of another commit, or without an answer."""
        self._hand_on()
        self._tell({path: answer for path, answer in self._answers().items() if path != f"repos/{HERE}/{missing}"})
        names = {"DEFAULT_BRANCH": "main", "HEAD_SHA": commit or self.head}
        return self._run("answer.sh", self.root / "answer", at="main", **names)

    def write(self) -> list[Any]:
        """What the last two jobs ask GitHub to change."""
        (self.root / "calls.jsonl").unlink(missing_ok=True)
        for script in ("comment.sh", "status.sh"):
            assert self._run(script, self.root / "answer", at="main").code == 0
        return [json.loads(line) for line in (self.root / "calls.jsonl").read_text(encoding="utf-8").splitlines()]

    def publish(self) -> Ran:
        """After the merge, once the site is online."""
        self.origin.git("update-ref", "refs/heads/main", self.merge)
        merged = {
            **self._pull(),
            "state": "closed",
            "merged_at": "2026-11-21T12:00:00Z",
            "merge_commit_sha": self.merge,
        }
        self._tell({**self._answers(), f"repos/{HERE}/pulls": [merged]})
        return self._run("published.sh", self.root / "answer", at="main", PUBLISHED=self.merge)

    def _hand_on(self) -> None:
        """The artefact as GitHub keeps it."""
        if self.artefact.exists():
            with zipfile.ZipFile(self.root / "proposal.zip", "w") as files:
                for path in sorted(self.artefact.rglob("*")):
                    files.write(path, path.relative_to(self.artefact))

    def _pull(self) -> dict[str, Any]:
        head = {"sha": self.head, "ref": "proposal", "repo": {"full_name": self.repository}}
        labels = [{"name": label} for label in self.labels]
        user = {"login": self.author}
        return {
            "number": 7,
            "state": "open",
            "head": head,
            "base": {"ref": self.base_branch},
            "user": user,
            "labels": labels,
            "changed_files": len(self._files()),
        }

    def _files(self) -> list[dict[str, str]]:
        listed = self.origin.git("diff", "--name-status", "--no-renames", self.base, self.head).splitlines()
        kinds = {"A": "added", "M": "modified", "D": "removed"}
        rows = (line.split("\t") for line in listed)
        return [{"filename": path, "status": kinds[kind]} for kind, path in rows]

    def _answers(self) -> dict[str, Any]:
        there, pull = f"repos/{HERE}", self._pull()
        others = [{**pull, "number": each, "head": {"sha": sha, "repo": None}} for each, sha in self.beside.items()]
        head = {**pull["head"], "repo": {"full_name": "mallory/agenda"}}
        again = {
            each: {**pull, "number": each, "user": {"login": who}, "head": head} for each, who in self.again.items()
        }
        run = {
            "id": 42, "conclusion": self.conclusion,
            "head_sha": self.head, "head_repository": {"full_name": self.repository},
        }  # fmt: skip
        artefact = {"id": 9, "name": "proposal", "expired": False, "size_in_bytes": 1000}
        return {
            f"{there}/pulls": [*again.values(), pull, *others],
            f"{there}/pulls/7": pull,
            f"{there}/pulls/7/files": self._files(),
            f"{there}/pulls/7/reviews": self.reviews,
            f"{there}/issues/7/comments": self.comments,
            **{f"{there}/pulls/{each}": twin for each, twin in again.items()},
            **{f"{there}/pulls/{each}/files": self._files() for each in again},
            **{f"{there}/pulls/{each}/reviews": [] for each in again},
            **{f"{there}/issues/{each}/comments": [] for each in again},
            **{f"{there}/collaborators/{login}/permission": {"permission": "write"} for login in self.desk},
            f"{there}/actions/workflows/proposal.yml/runs": {"workflow_runs": [run]},
            f"{there}/actions/runs/42/artifacts": {"artifacts": [artefact] if self.artefact.exists() else []},
        }

    def _tell(self, answers: Mapping[str, Any]) -> None:
        (self.root / "answers.json").write_text(json.dumps(answers), encoding="utf-8")

    def _run(self, script: str, out: Path, *, at: str, **names: str) -> Ran:
        """A script of the workflows, as they call it, in a fresh clone at a commit, as deep as that of its workflow."""
        clone = self.root / "clone"
        shutil.rmtree(clone, ignore_errors=True)
        depth = ["--depth=1", "--branch=main"] if script == "answer.sh" else []
        self.origin.git("clone", "--quiet", *depth, f"file://{self.origin.root}", str(clone))
        Repository(clone).git("checkout", "--quiet", at)
        environment = {
            "PATH": f"{_commands(self.root)}:{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT / "plugins"),
            "GITHUB_REPOSITORY": HERE,
            "FAKE_GITHUB": str(self.root),
            "SOURCE_DATE_EPOCH": "1795262400",
            "HOME": str(self.root),
        }
        command = [str(ROOT / "tools" / script), str(out)]
        done = subprocess.run(
            command, cwd=clone, env=environment | names, check=False, stdout=-1, stderr=subprocess.STDOUT, text=True
        )
        return Ran(done.returncode, done.stdout)


def _commands(root: Path) -> Path:
    """A folder with the commands that the scripts find before others: `gh` and `affiche`, as they are here."""
    folder = root / "bin"
    if not folder.exists():
        folder.mkdir()
        gh = f'#!/bin/sh\nexec "{sys.executable}" "{Path(__file__).with_name("gh.py")}" "$@"\n'
        affiche = f'#!/bin/sh\nexec "{sys.executable}" -c "from affiche.cli import main; main()" "$@"\n'
        for name, text in {"gh": gh, "affiche": affiche}.items():
            (folder / name).write_text(text, encoding="utf-8")
            (folder / name).chmod(0o755)
    return folder


def propose(
    root: Path, files: Mapping[str, str | None], *, repository: str = FORK, author: str = "eve", link: str = ""
) -> PullRequest:
    """A pull request with some files, none for those that go, on a main of one organisation and one event.

    `link` is the path of a symbolic link that it also brings.
    """
    project = make_tiny(root)
    origin = make_repository(project)
    origin.write("content/organisations/zinneke.md", ZINNEKE)
    origin.commit(1)
    base = origin.git("rev-parse", "HEAD").strip()
    origin.git("checkout", "--quiet", "-b", "proposal")
    for path, text in files.items():
        origin.write(path, text)
    if link:
        (origin.root / link).symlink_to("/etc/passwd")
    origin.commit(2)
    head = origin.git("rev-parse", "HEAD").strip()
    origin.git("checkout", "--quiet", "--detach", base)
    origin.merge(2, head)
    merge = origin.git("rev-parse", "HEAD").strip()
    for name, commit in {"pull/7/head": head, "pull/7/merge": merge}.items():
        origin.git("update-ref", f"refs/{name}", commit)
    origin.git("checkout", "--quiet", "--detach", base)
    origin.git("branch", "--quiet", "-D", "proposal")
    return PullRequest(root, origin, base, head, merge, repository, author)


def good_event(**typed: Any) -> str:
    return event_text(**{"title": {"fr": "Fête du printemps", "nl": "Lentefeest"}, "source": ["Un tract"], **typed})
