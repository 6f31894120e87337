"""Each kind of mistake among 10,000 sound files: what is wrong is left out, and nothing else is read otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from affiche.model.record import Record
from affiche.sources.loader import Content, load_content
from audit.outcome import Outcome, at_least, nothing
from tests.test_cases import CASES, EVENT, write

#: How many files have no mistake.
SOUND = 10_000
TEXT = 'title: "Bal {}"\ntype: party\norganisers: [zinneke]\nstart: 2027-03-0{} 20:00'


def measure() -> Iterator[Outcome]:
    """The files of the tables of mistakes, each under a name of its own, beside the sound ones."""
    events = {name: case["files"][EVENT] for name, case in CASES.items() if EVENT in case["files"]}
    with TemporaryDirectory() as folder:
        alone = {name: _is_left_out(Path(folder) / str(at), text) for at, (name, text) in enumerate(events.items())}
        sound = {f"events/sound/bal-{at}.md": _file(TEXT.format(at, 1 + at % 9)) for at in range(SOUND)}
        before = load_content(write(Path(folder) / "sound", sound))
        faulty = {f"events/faulty/case-{at}.md": text for at, text in enumerate(events.values())}
        crowd = load_content(write(Path(folder) / "crowd", sound | faulty))
    yield at_least("kinds of files", len(events), 250)
    left = {path: f"content/{path}" in crowd.left_out for path in faulty}
    named = zip(alone.items(), left.values(), strict=True)
    yield nothing("judged otherwise than alone", [name for (name, is_left), other in named if is_left != other])
    yield nothing("sound files left out", [path for path in crowd.left_out if "/sound/" in path])
    known = _sound(before)
    yield nothing("sound files read otherwise", [key for key, each in _sound(crowd).items() if known.get(key) != each])
    yield at_least("sound files", len(_sound(crowd)), SOUND)


def _is_left_out(folder: Path, text: str | Mapping[str, Any]) -> bool:
    path = "events/faulty/case.md"
    return f"content/{path}" in load_content(write(folder, {path: text})).left_out


def _sound(content: Content) -> dict[str, Record]:
    return {each.id: each for each in content.records if "/sound/" in each.origin.path}


def _file(head: str) -> str:
    return f'---\n{head}\nsource: ["Un tract"]\n---\n'
