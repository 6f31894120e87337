from __future__ import annotations

import re
from pathlib import Path

import pytest

from affiche.build import MOST_REPAIRS
from affiche.problems import Problem
from affiche.sources.loader import load_content
from affiche.sources.repair import repair_content, repaired
from tests.test_cases import FOLDER, load_case, write

BROKEN = """---
title:
  fr: "Nuit"
  nl: "Nacht"
type:concert
organisers: zinneke
start: 2026-12-05 20h30
price: 8,50 €
---
"""
MENDED = """---
title:
  fr: "Nuit"
  nl: "Nacht"
type: "concert"
organisers:
  - zinneke
start: 2026-12-05 20:30
price: 8.50
---
"""


def written(root: Path, text: str) -> Path:
    path = root / "content/events/nuit.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_repair_content_mends_what_has_one_safe_answer(tmp_path: Path) -> None:
    path = written(tmp_path, BROKEN.replace("20h30", "20:30"))
    mended = repair_content(tmp_path / "content", load_content(tmp_path / "content").problems)
    assert mended == ["content/events/nuit.md"]
    assert path.read_text(encoding="utf-8") == MENDED
    assert repair_content(tmp_path / "content", load_content(tmp_path / "content").problems) == []


def test_repair_content_leaves_alone_what_may_be_meant_otherwise(tmp_path: Path) -> None:
    path = written(tmp_path, MENDED.replace("2026-12-05 20:30", "03/10/2026"))
    before = path.read_bytes()
    assert repair_content(tmp_path / "content", load_content(tmp_path / "content").problems) == []
    assert path.read_bytes() == before


def test_repaired_takes_one_of_two_hints_for_a_line() -> None:
    first = Problem("p", 1, 1, "price-format", hint="a: 1", last_line=1)
    second = Problem("p", 1, 5, "price-format", hint="a: 2", last_line=1)
    below = Problem("p", 2, 1, "price-format", hint="b: 3\nc: 4", last_line=2)
    assert repaired("x\ny\nz", [first, second, below]) == "a: 2\nb: 3\nc: 4\nz"


def test_repair_content_keeps_line_ends_and_mark_of_a_file(tmp_path: Path) -> None:
    path = written(tmp_path, "")
    path.write_bytes(b"\xef\xbb\xbf" + BROKEN.replace("\n", "\r\n").encode())
    mend(tmp_path)
    assert path.read_bytes() == b"\xef\xbb\xbf" + MENDED.replace("\n", "\r\n").encode()
    assert [each.name for each in path.parent.iterdir()] == ["nuit.md"]


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("titre: Nuit", "title: Nuit"),
        ("titel: Nuit", "title: Nuit"),
        ("titl: Nuit", ""),
        ("statut: annulé", "status: cancelled"),
        ("sold_out: true", "availability: sold-out"),
        ("type: tentoonstelling", "type: exhibition"),
        ("type: consert", ""),
        ("price: 8 à 12 €", ""),
        ("price: à partir de 8 €", "price:\n  from: 8"),
        ("price: 0 €", "price: free"),
        ("price: 8/12", ""),
        ("typical_age_range: vanaf 6 jaar", 'typical_age_range: "6-"'),
        ("draft: oui", "draft: true"),
        ("draft: non", ""),
        ("start: 03/10/2026", ""),
    ],
)
def test_repair_content_takes_known_words_and_no_slips(typed: str, mended: str, tmp_path: Path) -> None:
    path = written(tmp_path, f"---\n{typed}\n---\n")
    mend(tmp_path)
    assert path.read_text(encoding="utf-8") == f"---\n{mended or typed}\n---\n"


CASES = {
    str(path.relative_to(FOLDER).with_suffix("")): path
    for path in sorted(FOLDER.rglob("*.yml"))
    if path.name != "given.yml" and "bomb" not in path.name
}


@pytest.mark.parametrize("name", CASES)
def test_repair_ends_and_loses_no_word(name: str, tmp_path: Path) -> None:
    """What is mended is mended once; every word that was typed is still there, or stands for one of ours."""
    root = write(tmp_path, load_case(CASES[name])["files"])
    before = {path: path.read_bytes() for path in root.rglob("*.md")}
    problems = load_content(root).problems
    rounds = [repair_content(root, problems)]
    while rounds[-1] and len(rounds) < MOST_REPAIRS:
        rounds.append(repair_content(root, load_content(root).problems))
    assert rounds[-1] == []
    translated = (
        "price-",
        "time-",
        "age-",
        "field-",
        "value-",
        "true-",
        "closed-",
        "hours-",
        "url-tracking",
        "character-",
    )
    if not any(problem.code.startswith(translated) for problem in problems):
        assert {path.name: words(path.read_bytes()) for path in before} == {
            path.name: words(data) for path, data in before.items()
        }


def words(data: bytes) -> set[str]:
    return set(re.findall(r"\w+", data.decode("utf-8", "replace")))


def mend(root: Path) -> None:
    repair_content(root / "content", load_content(root / "content").problems)
