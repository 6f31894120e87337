"""The jobs of `import.yml`: feeds that organisations declare become one pull request for each of them."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from affiche.cli import main
from affiche.desk.importing.outcome import Outcome
from affiche.importers.fetch import Fetcher
from affiche.importing import write_import
from tests.factories import NOW
from tests.importers.servers import says, served
from tests.importers.test_ics import calendar, component
from tests.projects import ROOT, make_tiny
from tests.repositories import IDENTITY, make_repository

#: A `gh` that notes its arguments and the text that it is given, and knows what pull requests are open.
GH = """#!/usr/bin/env python3
import json, pathlib, sys
folder = pathlib.Path(__file__).parent
called = list(sys.argv[1:])
if called[:2] == ["pr", "list"]:
    sys.exit(print((folder / "open").read_text()) if (folder / "open").exists() else None)
text = [pathlib.Path(each.partition("=")[2]).read_text() for each in called if each.startswith("--body-file=")]
with (folder / "calls").open("a") as calls:
    calls.write(json.dumps([[each for each in called if not each.startswith("--body-file=")], *text]) + "\\n")
"""


@dataclass
class Desk:
    """A repository on a server, and runs of the workflow on fresh clones of it."""

    root: Path
    clones: int = 0

    def git(self, *arguments: str) -> str:
        command = ["git", "-C", str(self.root / "origin.git"), *IDENTITY, *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()

    def clone(self, branch: str = "main") -> Path:
        self.clones += 1
        clone = self.root / f"clone-{self.clones}"
        self.git("clone", "--quiet", "--branch", branch, str(self.root / "origin.git"), str(clone))
        return clone

    @property
    def handed(self) -> Path:
        return self.root / "handed"

    def read(self) -> list[str]:
        """The first job, which may do nothing: what it says of the feeds that it could not read."""
        command = ["import-declared", "--config-file", str(self.clone() / "mkdocs.yml"), "--out", str(self.handed)]
        done = CliRunner().invoke(main, command, env={"SOURCE_DATE_EPOCH": str(int(NOW.timestamp()))})
        assert done.exit_code == 0, done.output
        return done.stderr.splitlines()

    def propose(self) -> tuple[int, list[Any]]:
        """The second job: how it ends, and the calls of `gh`."""
        path = os.pathsep.join([str(self.root / "bin"), os.environ["PATH"]])
        command = [str(ROOT / "tools/import.sh"), str(self.handed)]
        env = {"PATH": path, "HOME": str(self.root)}
        done = subprocess.run(command, cwd=self.clone(), env=env, check=False, capture_output=True, text=True)
        calls = self.root / "bin" / "calls"
        return done.returncode, [json.loads(each) for each in calls.read_text().splitlines()] if calls.exists() else []

    def branches(self) -> list[str]:
        return self.git("branch", "--list", "import-*", "--format", "%(refname:short)").split()

    def changed(self, branch: str) -> list[str]:
        return self.git("diff", "--name-status", f"main...{branch}").split("\n")


def feed(port: int) -> str:
    return f'feeds: [{{type: ics, url: "http://calendar.example:{port}/a.ics", auto_import: true}}]'


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    root = make_tiny(tmp_path)
    make_repository(root)
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "gh").write_text(GH)
    (tmp_path / "bin" / "gh").chmod(0o755)
    return Desk(tmp_path)


def declare(desk: Desk, monkeypatch: pytest.MonkeyPatch, **ports: int) -> None:
    """Gives organisations a feed each, and puts the repository on the server."""
    root = desk.root / "project"
    for name, port in ports.items():
        stated = f'name: "{name.title()}"\nurl: "https://{name}.example.org/"\nsource: ["Un tract"]'
        text = f"---\n{stated}\n{feed(port)}\n---\n"
        (root / "content/organisations" / f"{name}.md").write_text(text)
    for arguments in (["add", "--all"], ["commit", "--quiet", "--message", "All"]):
        subprocess.run(["git", "-C", str(root), *IDENTITY, *arguments], check=True)
    subprocess.run(["git", "clone", "--quiet", "--bare", str(root), str(desk.root / "origin.git")], check=True)
    local = partial(Fetcher, "test", is_allowed=lambda _address: True, resolve=lambda *_host: ["127.0.0.1"])
    monkeypatch.setattr("affiche.cli.import_declared.fetcher_of", lambda _settings: local())


EVENTS = calendar(
    component("DTSTART:20261212T190000Z", "CATEGORIES:Concert", "LOCATION:Parc\\, 1000 Bruxelles"),
    component("DTSTART:20261213T190000Z", "CATEGORIES:Film", uid="2"),
)


def test_a_feed_becomes_one_pull_request_of_its_organisation(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    with served(says("200 OK", "Content-Type: text/calendar", body=EVENTS.encode())) as port:
        declare(desk, monkeypatch, zinneke=port)
        assert desk.read() == []
    code, ((created, text),) = desk.propose()
    assert code == 0
    (branch,) = desk.branches()
    assert created == ["pr", "create", "--base", "main", "--head", branch, "--title=Agenda importé : Zinneke"]
    assert branch.startswith("import-zinneke-20")
    assert desk.changed(branch) == ["A\tcontent/events/2026/nuit-2026.md", "A\tcontent/events/2026/nuit.md"]
    assert "2 nouvelles fiches" in text
    assert "2 nieuwe fiches" in text


def test_files_that_a_pull_request_brought_are_not_proposed_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    with served(says("200 OK", body=EVENTS.encode())) as port:
        declare(desk, monkeypatch, zinneke=port)
        desk.read()
        desk.propose()
        desk.git("branch", "--force", "main", desk.branches()[0])
        desk.git("branch", "--delete", "--force", desk.branches()[0])
        for handed in desk.handed.iterdir():
            handed.rename(desk.root / "before")
        desk.read()
    assert [*desk.handed.iterdir()] == []


def test_what_one_organisation_is_asked_about_is_no_fact_for_the_next(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = calendar(component("DTSTART:20261212T200000Z", uid="7"))
    with served(says("200 OK", body=body.encode())) as port:
        root = desk.root / "project"
        stated = 'title: "Nuit"\ntype: party\norganisers: [zinneke]\nstart: 2026-12-12 20:00\nexternal_ids: ["ics:7"]'
        (root / "content/events/nuit.md").write_text(f"---\n{stated}\n---\n")
        declare(desk, monkeypatch, zinneke=port)
        desk.read()
    (handed,) = (desk.handed / "zinneke/files").rglob("*.md")
    assert "start: 2026-12-12 21:00\nprevious_start:\n" in handed.read_text()
    assert "previous_start" not in (desk.root / "clone-1/content/events/nuit.md").read_text()


def test_a_feed_that_cannot_be_read_costs_itself_alone(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    with served(says("200 OK", body=EVENTS.encode())) as port, served(says("404 Not Found")) as gone:
        declare(desk, monkeypatch, ballon=gone, zinneke=port)
        (said,) = desk.read()
    assert said == f"affiche: http://calendar.example:{gone}/a.ics a répondu 404."
    assert [each.name for each in desk.handed.iterdir()] == ["zinneke"]


def test_an_import_that_waits_is_left_to_its_people(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    (desk.root / "bin" / "open").write_text("7")
    with served(says("200 OK", body=EVENTS.encode())) as port:
        declare(desk, monkeypatch, zinneke=port)
        desk.read()
    assert (desk.propose(), desk.branches()) == ((0, []), [])


def hand_on(desk: Desk, organisation: str, *paths: str, text: str = "---\n---\n") -> None:
    """What the first job would leave for an organisation."""
    folder = desk.handed / organisation
    for path in paths:
        file = folder / "files" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    named = "".join(f"{path}\n" for path in paths)
    for name, kept in (("paths", named), ("title", "Agenda\n"), ("pull-request.md", "Texte\n")):
        (folder / name).write_text(kept)


GOOD = "content/events/2026/nuit.md"


def link(desk: Desk) -> None:
    hand_on(desk, "ballon", GOOD)
    place = desk.handed / "ballon" / "files" / GOOD
    place.unlink()
    place.symlink_to("/etc/passwd")


#: What the second job refuses, since it may write.
REFUSED: dict[str, Callable[[Desk], None]] = {
    "a page": lambda desk: hand_on(desk, "ballon", "content/pages/fr/about.md"),
    "a way out": lambda desk: hand_on(desk, "ballon", "content/events/../pages/fr/about.md"),
    "settings": lambda desk: hand_on(desk, "ballon", "mkdocs.yml"),
    "another name": lambda desk: hand_on(desk, "ballon", "content/events/é.md"),
    "a large file": lambda desk: hand_on(desk, "ballon", GOOD, text="x" * 128_001),
    "many files": lambda desk: hand_on(desk, "ballon", *(f"content/events/{number}.md" for number in range(101))),
    "a link": link,
    "no organisation": lambda desk: hand_on(desk, "-rf", GOOD),
    "nothing": lambda desk: (desk.handed / "ballon").mkdir(parents=True),
}


@pytest.mark.parametrize("harm", REFUSED)
def test_what_is_handed_on_is_looked_at_again(desk: Desk, monkeypatch: pytest.MonkeyPatch, harm: str) -> None:
    declare(desk, monkeypatch)
    REFUSED[harm](desk)
    hand_on(desk, "zinneke", GOOD)
    code, calls = desk.propose()
    assert (code, len(calls)) == (1, 1)
    (branch,) = desk.branches()
    assert desk.changed(branch) == [f"A\t{GOOD}"]


def test_a_branch_of_the_day_is_never_written_over(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    declare(desk, monkeypatch)
    hand_on(desk, "zinneke", GOOD)
    assert desk.propose()[0] == 0
    before = desk.git("rev-parse", *desk.branches())
    hand_on(desk, "zinneke", GOOD, "content/events/2026/jour.md")
    assert (desk.propose()[0], desk.git("rev-parse", *desk.branches())) == (1, before)


def test_what_cannot_be_written_costs_its_own_organisation(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(content: Path, outcome: Outcome) -> Sequence[Path]:
        if "ballon" in outcome.drafts[0].text:
            raise OSError("full")
        return write_import(content, outcome)

    monkeypatch.setattr("affiche.importing.write_import", fail)
    with served(says("200 OK", body=EVENTS.encode())) as port, served(says("200 OK", body=EVENTS.encode())) as other:
        declare(desk, monkeypatch, ballon=port, zinneke=other)
        (said,) = desk.read()
    assert said.endswith("ne s'écrit pas : OSError full")
    assert [each.name for each in desk.handed.iterdir()] == ["zinneke"]
