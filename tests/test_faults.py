"""What may go wrong on a machine, done to the processes of `affiche` itself: the site is always one whole build."""

from __future__ import annotations

import os
import random
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from affiche.sources.kept_folder import remove
from tests.commands import Command, Commands, Done
from tests.projects import files_of, make_tiny

TITLES = ("Bal", "Bals")
KILLS = 10
#: What stands in a project beside its sources, and what is kept there, once a build has ended.
BESIDE = {".affiche", "content", "data", "mkdocs.yml", "overrides", "site"}
KEPT = {"records.jsonl", "site-kept", "site.json", "site.json.lock"}
STATUS = "api/v1/status.json"
#: How a build begins to say that it waits for another one.
WAITING = "another build writes this site: waiting"


@dataclass
class Agenda:
    """A project whose only event has one title or the other, and its site with each."""

    root: Path
    commands: Commands
    title: str = TITLES[0]
    sites: dict[str, Mapping[str, bytes]] = field(default_factory=dict)

    def turn(self) -> None:
        """The event gets its other title."""
        event = self.root / "content/events/bal.md"
        new = TITLES[self.title == TITLES[0]]
        event.write_text(event.read_text(encoding="utf-8").replace(f'"{self.title}"', f'"{new}"'), encoding="utf-8")
        self.title = new

    @property
    def site(self) -> Mapping[str, bytes]:
        return files_of(self.root / "site")

    @property
    def is_whole(self) -> bool:
        """Whether the site is that of the title that the event has now, and nothing else is left of any build."""
        left = {path.name for path in self.root.iterdir()}, {path.name for path in (self.root / ".affiche").iterdir()}
        return self.site == self.sites[self.title] and left == (BESIDE, KEPT)


@pytest.fixture(scope="module")
def agenda(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Agenda]:
    root = make_tiny(tmp_path_factory.mktemp("faults"))
    with Commands(root) as commands:
        made = Agenda(root, commands)
        for _ in TITLES:
            made.turn()
            assert commands.run("build").code == 0
            made.sites[made.title] = made.site
        yield made


def warnings_of(done: Done) -> list[str]:
    """What a build said, but for its own two lines."""
    return [line for line in done.output.splitlines() if not line.startswith("affiche: ")]


def is_refused(done: Done) -> bool:
    """Whether a command ended with a reason, in words."""
    return done.code == 1 and done.output.splitlines()[-1].startswith("affiche: ")


def _close(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).chmod(0)


def _put_folders(folder: Path, *names: str) -> None:
    for name in names:
        remove(folder / name)
        (folder / name).mkdir()
        (folder / name / "below").touch()


def _put_files(folder: Path, *names: str) -> None:
    for name in names:
        remove(folder / name)
        (folder / name).touch()


def _put_files_for_folders(root: Path) -> None:
    """What is kept is also needed, as the site lacks what it is kept for."""
    _put_files(root, ".affiche/site-kept", ".site.affiche-new", ".site.affiche-old")
    for font in (root / "site").rglob("*.woff2"):
        font.unlink()


#: What is done to what is kept, and how many warnings the next build may give.
DAMAGES: dict[str, tuple[Callable[[Path], object], int]] = {
    "folders for files": (
        lambda root: _put_folders(
            root / ".affiche", "records.jsonl", "records.jsonl.new", "site.json", "site.json.new", "site.json.lock"
        ),
        5,
    ),
    "a file for all that is kept": (lambda root: _put_files(root, ".affiche"), 1),
    "files for folders": (_put_files_for_folders, 1),
    "closed files": (lambda root: _close(root / ".affiche", "records.jsonl", "site.json"), 1),
    "a closed folder": (lambda root: _close(root / ".affiche", "site-kept"), 1),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_is_kept_may_be_damaged_in_any_way(agenda: Agenda, damage: str) -> None:
    harm, warnings = DAMAGES[damage]
    harm(agenda.root)
    agenda.turn()
    done = agenda.commands.run("build", is_plain=True)
    assert (done.code, len(warnings_of(done))) == (0, warnings), done.output
    (agenda.root / ".affiche/site-kept").chmod(0o755)
    assert agenda.is_whole


@pytest.mark.parametrize("folder", [".affiche", "."])
def test_a_folder_that_may_not_be_written_leaves_the_site_as_it_was(agenda: Agenda, folder: str) -> None:
    before = agenda.site
    agenda.turn()
    (agenda.root / folder).chmod(0o555)
    refused = agenda.commands.run("build", is_plain=True)
    (agenda.root / folder).chmod(0o755)
    assert is_refused(refused), refused.output
    assert agenda.site == before
    assert agenda.commands.run("build", is_plain=True).code == 0
    assert agenda.is_whole


def test_content_that_cannot_be_opened_is_told_and_harms_nothing_else(agenda: Agenda) -> None:
    events = agenda.root / "content/events"
    (events / "ferme").mkdir()
    (events / "fermee.md").touch()
    _put_files(agenda.root, "content/venues")
    _close(events, "ferme", "fermee.md")
    try:
        checked, built = (agenda.commands.run(name, is_plain=True) for name in ("check", "build"))
    finally:
        for left in (events / "ferme", events / "fermee.md", agenda.root / "content/venues"):
            remove(left)
    told = ["events/ferme:1:1: erreur [folder-unreadable]", "events/fermee.md:1:1: erreur [file-unreadable]"]
    for done, code in ((checked, 1), (built, 0)):
        assert done.code == code
        for line in (*told, "venues:1:1: erreur [folder-is-file]"):
            assert f"content/{line}" in done.output.splitlines()
    whole = agenda.sites[agenda.title]
    assert {path for path, data in agenda.site.items() if data != whole.get(path)} == {STATUS}
    assert agenda.commands.run("build").code == 0
    assert agenda.is_whole


OWN: dict[str, tuple[str, Callable[[Path], object]]] = {
    "a table that is no text": ("data/municipalities.yaml", lambda place: place.write_bytes(b"\xff")),
    "a page that is no text": ("content/pages/fr/about.md", lambda place: place.write_bytes(b"\xff")),
    "a page that is a folder": ("content/pages/fr/about.md", lambda place: _put_folders(place.parent, place.name)),
    "pages that are closed": ("content/pages/fr", lambda place: place.mkdir(mode=0)),
}


@pytest.mark.parametrize("fault", OWN)
def test_a_fault_of_the_maintainers_own_files_is_said_in_words(agenda: Agenda, fault: str) -> None:
    path, put = OWN[fault]
    place, before = agenda.root / path, agenda.site
    kept = place.read_bytes() if place.is_file() else b""
    place.parent.mkdir(parents=True, exist_ok=True)
    put(place)
    refused = agenda.commands.run("build", is_plain=True)
    remove(agenda.root / "content/pages")
    if kept:
        place.write_bytes(kept)
    assert is_refused(refused), refused.output
    assert agenda.site == before


@pytest.mark.parametrize("size", [2_000, 18_000])
def test_files_that_may_not_grow_leave_the_site_as_it_was(agenda: Agenda, size: int) -> None:
    before = agenda.site
    agenda.turn()
    limited = agenda.commands.run("build", most_bytes=size)
    assert is_refused(limited), limited.output
    assert agenda.site == before
    assert agenda.commands.run("build").code == 0
    assert agenda.is_whole


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A folder with a file system of its own, of 64 MB."""
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", tmp_path], check=False)
    if mounted.returncode:
        pytest.skip("no file system may be mounted here: files that may not grow stand for a full one")
    yield tmp_path
    subprocess.run(["umount", tmp_path], check=True)


def test_a_full_disk_leaves_the_site_as_it_was(agenda: Agenda, small_disk: Path) -> None:
    root, ballast = make_tiny(small_disk), small_disk / "ballast"
    with Commands(root) as commands:
        full = Agenda(root, commands, sites=agenda.sites)
        assert commands.run("build").code == 0
        before = full.site
        full.turn()
        for free in (0, 200_000):
            with suppress(OSError), ballast.open("wb", buffering=0) as file:
                while file.write(bytes(1 << 16)):
                    pass
            os.truncate(ballast, ballast.stat().st_size - free)
            refused = commands.run("build")
            ballast.unlink()
            assert is_refused(refused), refused.output
            assert full.site == before
        assert commands.run("build").code == 0
        assert full.is_whole


def test_a_build_killed_at_any_moment_leaves_a_whole_site_and_the_next_one_clears_up(agenda: Agenda) -> None:
    chance = random.Random(8)  # noqa: S311 - moments, not secrets
    agenda.turn()
    usual = agenda.commands.run("build").wall_seconds
    for _ in range(KILLS):
        agenda.turn()
        agenda.commands.run("build", seconds=chance.uniform(0, usual))
        assert agenda.site in agenda.sites.values()
    done = agenda.commands.run("build")
    assert done.code == 0, done.output
    # A process of the last killed build may hold the lock until it sees that nobody waits for what it makes.
    assert [line for line in warnings_of(done) if not line.startswith(WAITING)] == []
    assert agenda.is_whole


def test_two_builds_at_once_both_end_and_leave_one_whole_site(agenda: Agenda) -> None:
    agenda.turn()
    both = agenda.commands.run_at_once([Command(), Command()])
    assert [done.code for done in both] == [0, 0]
    assert agenda.is_whole
