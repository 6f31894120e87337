"""What rules across files look at, made from files on the disk; what they found, in a form that compares."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from affiche.calendar import Calendar
from affiche.checks.scope import Scope
from affiche.model.history import History
from affiche.model.settings import Settings
from affiche.problems import Problem
from affiche.sources.loader import load_content
from tests.factories import NOW, REGION


class Told(NamedTuple):
    """A problem: its file below `content/`, where in it, of which field, the code, and the lines to paste."""

    path: str
    at: str
    field: str
    code: str
    hint: str = ""


def scope_of(root: Path, files: Mapping[str, str], settings: Settings | None = None) -> Scope:
    """The scope of some files by path, the front matter and body of each."""
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    content = load_content(root)
    calendar = Calendar.of(
        content.records, settings or Settings(), NOW, region=REGION, history=History(), image_digests={}
    )
    return Scope(content.records, content.stems, calendar, content.left_out)


def told(problems: Iterable[Problem]) -> list[Told]:
    return [
        Told(each.path.removeprefix("content/"), f"{each.line}:{each.column}", each.field, each.code, each.hint)
        for each in problems
    ]


def event(*lines: str, title: str = "Nuit") -> str:
    """An event of Zinneke's, the lines given standing from line 5 on."""
    return "\n".join(["---", f"title: {title}", "type: concert", "organisers: [zinneke]", *lines, "---", ""])


def organisation(*lines: str, name: str = "Zinneke", url: str = "https://zinneke.example.org/") -> str:
    """An organisation, the lines given standing from line 4 on."""
    return "\n".join(["---", f"name: {name}", f"url: {url}", *lines, "---", ""])


def venue(*lines: str, name: str = "La Vallée", where: str = '"1000"', municipality: str = "Bruxelles") -> str:
    """A venue, the lines given standing from line 5 on."""
    return "\n".join(
        ["---", f"name: {name}", f"postal_code: {where}", f"municipality: {municipality}", *lines, "---", ""]
    )
