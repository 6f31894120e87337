"""`affiche import`: from a calendar to files of content, and what is said of each step."""

from __future__ import annotations

import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from affiche.cli import main
from affiche.importers.fetch import Fetcher
from affiche.importers.imported import Importer
from affiche.importers.registry import IMPORTERS
from fuzz.imports import GROUND
from fuzz.seeds import seeds_of
from tests.desk.importing.test_outcome import filed, outcome
from tests.factories import NOW
from tests.importers.servers import says, served
from tests.importers.test_ics import calendar, component
from tests.projects import make_tiny

EVENTS = (
    component("DTSTART:20261212T190000Z", "CATEGORIES:Concert", "LOCATION:Parc\\, 1000 Bruxelles"),
    component("DTSTART:20261213T190000Z", "CATEGORIES:Film", "LOCATION:Cour\\, 1000 Bruxelles", uid="2"),
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_tiny(tmp_path)


def run(root: Path, source: str, *options: str) -> Result:
    settings = ("--config-file", str(root / "mkdocs.yml"))
    command = ["import", "ics", source, "--organisation", "zinneke", *settings, *options]
    env = {"SOURCE_DATE_EPOCH": str(int(NOW.timestamp())), "LC_ALL": "fr_BE.UTF-8"}
    return CliRunner().invoke(main, command, env=env)


def save(root: Path, *components: str) -> str:
    (root / "agenda.ics").write_text(calendar(*components), encoding="utf-8")
    return str(root / "agenda.ics")


def files(root: Path) -> dict[str, str]:
    content = root / "content"
    found = sorted(content.rglob("events/**/*.md"))
    return {path.relative_to(content).as_posix(): path.read_text("utf-8") for path in found}


FILE = """---
title: "Nuit"
type: concert
organisers:
  - zinneke
venue:
  name: "Parc"
  postal_code: "1000"
  municipality: "Bruxelles"
start: 2026-12-12 20:00
source:
  - "https://zinneke.example.org/"
external_ids:
  - "ics:1"
---
"""


def test_each_event_becomes_a_file_that_passes_the_check(root: Path) -> None:
    done = run(root, save(root, *EVENTS))
    assert done.exit_code == 0, done.output
    assert done.stdout.splitlines()[:4] == [
        "2 nouvelles fiches",
        "",
        "- content/events/2026/nuit.md",
        "- content/events/2026/nuit-2026.md",
    ]
    assert files(root)["events/2026/nuit.md"] == FILE


def test_a_second_import_changes_no_byte_and_a_later_one_what_the_source_changed(root: Path) -> None:
    run(root, save(root, *EVENTS))
    before = files(root)
    assert (run(root, save(root, *reversed(EVENTS))).stdout, files(root)) == ("2 fiches sans changement\n\n", before)
    done = run(root, save(root, EVENTS[0].replace("T190000Z", "T200000Z"), EVENTS[1]))
    assert "- content/events/2026/nuit.md · previous_start, start\n" in done.stdout
    moved = before["events/2026/nuit.md"].replace("20:00\n", "21:00\nprevious_start:\n  - 2026-12-12 20:00\n")
    assert files(root) == before | {"events/2026/nuit.md": moved}


def test_a_dry_run_writes_nothing(root: Path) -> None:
    before = files(root)
    done = run(root, save(root, *EVENTS), "--dry-run")
    assert (done.exit_code, done.stdout.splitlines()[0], files(root)) == (0, "2 nouvelles fiches", before)


def test_what_is_said_of_all_events_is_in_each_of_them(root: Path) -> None:
    source = save(root, component("DTSTART:20261212T190000Z", "DESCRIPTION:Jazz."))
    run(root, source, "--type", "party", "--of-language", "nl")
    text = files(root)["events/2026/nuit.md"]
    assert text.startswith('---\ntitle:\n  nl: "Nuit"\ntype: party\n')
    assert text.endswith("---\n\n# Nederlands\n\nJazz.\n")


def test_a_file_with_a_mistake_is_written_and_told(root: Path) -> None:
    done = run(root, save(root, component("DTSTART:20261212T190000Z")))
    assert (done.exit_code, "[field-missing]" in done.stdout) == (1, True)


def test_an_address_is_asked_and_stands_in_the_file(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    local = partial(Fetcher, "test", is_allowed=lambda _address: True, resolve=lambda *_host: ["127.0.0.1"])
    monkeypatch.setattr("affiche.cli.import_events.fetcher_of", lambda _settings: local())
    with served(says("200 OK", body=calendar(*EVENTS).encode())) as port:
        url = f"http://calendar.example:{port}/a.ics"
        assert run(root, url).exit_code == 0
    assert f'source:\n  - "{url}"\n' in files(root)["events/2026/nuit.md"]


@pytest.mark.parametrize(
    ("source", "options", "said"),
    [
        ("nowhere.ics", (), "nowhere.ics ne s'ouvre pas, ou pèse plus de 10 Mo."),
        ("http://10.0.0.1/a.ics", (), "http://10.0.0.1/a.ics ne se lit pas (erreur du site)."),
        ("mkdocs.yml", (), "mkdocs.yml n'est pas du format ics : no BEGIN:VCALENDAR"),
        ("mkdocs.yml", ("--organisation", "zineke"), "Aucune organisation ne s'appelle zineke. Peut-être : zinneke"),
    ],
)
def test_what_cannot_be_imported_is_said_in_words(
    root: Path, monkeypatch: pytest.MonkeyPatch, source: str, options: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(root)
    done = run(root, source, *options)
    assert (done.exit_code, done.stderr) == (1, f"affiche: {said}\n")


def test_a_language_that_is_none_is_wrong_use(root: Path) -> None:
    assert run(root, save(root, *EVENTS), "--of-language", "klingon!").exit_code == 2


#: Runs the command with a format whose reader does harm, in a process of its own, as only one with one thread may fork.
PROGRAM = """
import sys
from affiche import importing
from affiche.importers.imported import Importer
from affiche.processes import Bounds

def parse(data, ground):
    return sum(iter(int, 1)) if b"loops" in data else len(bytearray(900_000_000))

importing.READING = Bounds(seconds=0.3, memory=200_000_000)
importing.FORMATS["ics"] = Importer("ics", parse)
from affiche.cli import main
main()
"""


@pytest.mark.parametrize("harm", ["loops", "eats"])
def test_a_source_that_takes_too_long_or_too_much_is_given_up(root: Path, harm: str) -> None:
    (root / "agenda.ics").write_text(harm)
    arguments = ["import", "ics", "agenda.ics", "--organisation", "zinneke", "--language", "en"]
    program = [sys.executable, "-c", PROGRAM, *arguments]
    done = subprocess.run(program, cwd=root, check=False, capture_output=True, text=True)
    said = "agenda.ics is not of the format ics: it takes too long to read, or too much memory"
    assert (done.returncode, done.stderr) == (1, f"affiche: {said}\n")


@pytest.mark.parametrize("importer", IMPORTERS, ids=lambda importer: importer.name)
def test_a_second_import_of_any_format_changes_nothing(importer: Importer) -> None:
    for data in seeds_of(importer.name):
        reading = importer.parse(data, GROUND)
        first = outcome(reading.events, past=True)
        second = outcome(reading.events, *filed(first))
        assert (len(first.drafts) > 0, second.drafts, second.changed) == (True, (), ())
