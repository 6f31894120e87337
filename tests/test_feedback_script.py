"""The jobs of `feedback.yml`, with a `gh` that notes its calls: what one reads, the other tells the maintainers."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from affiche.cli import main
from tests.projects import ROOT, make_tiny

GH = """#!/usr/bin/env python3
import json, pathlib, sys
folder = pathlib.Path(__file__).parent
called = [pathlib.Path(each[12:]).read_text() if each.startswith("--body-file=") else each for each in sys.argv[1:]]
with (folder / "calls").open("a") as calls:
    calls.write(json.dumps(called) + "\\n")
if called[:2] == ["issue", "create"]:
    print("https://github.com/house/agenda/issues/31")
if "idea" in called:
    sys.exit("no such label")
"""


def read(root: Path, told: object) -> Path:
    """The first job: the folder that it hands on."""
    event, texts = root / "event.json", root / "texts"
    event.write_text(json.dumps(told), encoding="utf-8")
    names = ["read-feedback", str(event), "--config-file", str(root / "mkdocs.yml"), "--out", str(texts)]
    done = CliRunner().invoke(main, names)
    assert done.exit_code == 0, done.output
    return texts


def tell(root: Path, texts: Path, issue: str = "") -> tuple[int, list[Any]]:
    """The second job: how it ended, and the calls of `gh`."""
    folder = root / "bin"
    folder.mkdir()
    (folder / "gh").write_text(GH)
    (folder / "gh").chmod(0o755)
    path = os.pathsep.join([str(folder), os.environ["PATH"]])
    done = subprocess.run(
        [str(ROOT / "tools/answer-feedback.sh"), str(texts)],
        env={"PATH": path, **({"ISSUE": issue} if issue else {})}, check=False, capture_output=True,
    )  # fmt: skip
    calls = folder / "calls"
    return done.returncode, [json.loads(line) for line in calls.read_text().splitlines()] if calls.exists() else []


def handed(root: Path, **files: str) -> Path:
    texts = root / "texts"
    texts.mkdir()
    for name, text in files.items():
        (texts / name.replace("_", ".")).write_text(text, encoding="utf-8")
    return texts


def said(page: str, kind: str, message: str) -> Mapping[str, Any]:
    answers = {"À propos de quelle page ?": page, "De quoi s’agit-il ?": kind, "Votre message": message}
    body = "\n\n".join(f"### {heading}\n\n{answer}" for heading, answer in answers.items())
    return {"action": "opened", "issue": {"number": 12, "body": body}}


def test_an_issue_is_answered_and_labelled(tmp_path: Path) -> None:
    root = make_tiny(tmp_path)
    told = said("https://affiche.example/fr/evenements/bal/", "Un merci", "$(touch pwned) `touch pwned`")
    ended, (commented, *labelled) = tell(root, read(root, told), "12")
    assert ended == 0
    assert commented[:5] == ["issue", "comment", "12", "--edit-last", "--create-if-none"]
    assert "https://affiche.example/fr/evenements/bal/" in commented[5]
    assert labelled == [["issue", "edit", "12", "--add-label", label] for label in ("feedback", "praise")]
    assert not [*root.rglob("pwned")]


def test_what_a_form_sent_becomes_an_issue(tmp_path: Path) -> None:
    root = make_tiny(tmp_path)
    told = {"action": "feedback", "client_payload": {"page": "/nl/", "kind": "error", "message": "x", "language": "nl"}}
    ended, (created, *labelled) = tell(root, read(root, told))
    assert ended == 0
    assert created[:3] == ["issue", "create", "--title=Een fout: Affiche"]
    assert [call[2:] for call in labelled] == [["31", "--add-label", label] for label in ("feedback", "correction")]


def test_a_label_that_is_not_there_stops_nothing(tmp_path: Path) -> None:
    ended, calls = tell(tmp_path, handed(tmp_path, answer_md="Merci", labels="feedback\nidea\npraise\n"), "12")
    assert (ended, len(calls)) == (0, 4)


@pytest.mark.parametrize("label", ["agreed on behalf", "--remove-label=feedback", "feedback,published"])
def test_a_label_of_no_list_is_refused(tmp_path: Path, label: str) -> None:
    ended, calls = tell(tmp_path, handed(tmp_path, answer_md="Merci", labels=f"{label}\n"), "12")
    assert (ended, len(calls)) == (1, 1)
