from __future__ import annotations

from pathlib import Path

from affiche.problems import Problem
from affiche.sources.loader import load_content
from affiche.sources.repair import repair_content, repaired

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
    path.parent.mkdir(parents=True)
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
