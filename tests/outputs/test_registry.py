from __future__ import annotations

import ast
from pathlib import Path

from affiche.outputs.registry import OUTPUTS, subscriptions
from tests.projects import ROOT

#: What makes an output.
MAKERS = ("Output(", "agenda_feed(")
FOLDER = ROOT / "plugins/affiche/outputs"


def outputs_declared(path: Path) -> list[str]:
    """The names of a module's own outputs: `NAME = Output(...)`, or a feed of the agenda."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assigned = [node for node in tree.body if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call)]
    return [ast.unparse(node.targets[0]) for node in assigned if ast.unparse(node.value).startswith(MAKERS)]


def test_every_output_declared_is_in_the_registry() -> None:
    declared = [name for path in sorted(FOLDER.rglob("*.py")) for name in outputs_declared(path)]
    assert len(declared) == len(OUTPUTS)
    assert len({output.name for output in OUTPUTS}) == len(OUTPUTS)


def test_what_visitors_may_subscribe_to_follows_from_the_registry() -> None:
    assert [(item.file_name, item.media_type, item.is_single) for item in subscriptions()] == [
        ("feed.xml", "application/rss+xml", False),
        ("calendar.ics", "text/calendar", False),
        ("week.xml", "application/rss+xml", True),
        ("digest.xml", "application/rss+xml", True),
        ("last-chance.xml", "application/rss+xml", True),
        ("changes.xml", "application/rss+xml", True),
    ]
