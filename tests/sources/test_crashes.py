"""A file at which a native parser aborts, loops or takes all memory is left out and named: it costs no other one.

Nothing is known that does this to the parsers of today, so programs put in their place some that a word, or the width
of an image, sets off.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.repositories import event_text

PROGRAM = """
import json, os, signal, sys
from pathlib import Path
import comrak
from affiche.sources.loader import load_content

class Panic(BaseException):
    pass

sound = comrak.render_markdown

def parser(text, *arguments, **options):
    if "aborts" in text:
        os.abort()
    if "loops" in text:
        sum(iter(int, 1))
    if "panics" in text:
        raise Panic
    if "eats" in text:
        bytearray(2_000_000_000)
    return sound(text, *arguments, **options)

comrak.render_markdown = parser
sys.modules["affiche.sources.commonmark"].comrak.render_markdown = parser
root = Path(sys.argv[1])
content = load_content(root, root.parent / "records.jsonl")
print(json.dumps([[record.id for record in content.records], [(each.path, each.code) for each in content.problems]]))
"""


def loaded(root: Path, program: str = PROGRAM) -> Any:
    """What a program says of a folder of content."""
    command = [sys.executable, "-c", program, str(root)]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout)


@pytest.mark.parametrize("many", [3, 260])
def test_a_file_that_stops_the_reader_is_left_out_and_named(tmp_path: Path, many: int) -> None:
    events = tmp_path / "content/events"
    events.mkdir(parents=True)
    for number in range(many):
        (events / f"nuit-{number:03}.md").write_text(
            event_text(language="fr", source=["Un tract"]) + "Un texte.\n", encoding="utf-8"
        )
    harms = ("aborts", "eats", "loops", "panics")
    for harm in harms:
        (events / f"{harm}.md").write_text(
            event_text(language="fr", source=["Un tract"]) + f"It {harm}.\n", encoding="utf-8"
        )
    expected = [
        [f"nuit-{number:03}" for number in range(many)],
        [[f"content/events/{harm}.md", "file-crashes"] for harm in harms],
    ]
    found, problems = loaded(tmp_path / "content")
    assert [found, [each for each in problems if each[1] == "file-crashes"]] == expected
    assert loaded(tmp_path / "content") == [found, problems]


IMAGE_PROGRAM = """
import json, os, sys
from pathlib import Path
from PIL import Image
from affiche.sources.loader import load_content

sound = Image.Image.resize

def resize(image, *arguments):
    if image.width == 66:
        os.abort()
    if image.width == 67:
        sum(iter(int, 1))
    if image.width == 68:
        bytearray(2_000_000_000)
    return sound(image, *arguments)

Image.Image.resize = resize
root = Path(sys.argv[1])
content = load_content(root, root.parent / "records.jsonl")
print(json.dumps(sorted((each.path, each.values.get("reason")) for each in content.problems if each.is_error)))
"""


def test_an_image_that_stops_the_decoder_costs_the_file_that_names_it(tmp_path: Path) -> None:
    events = tmp_path / "content/events"
    events.mkdir(parents=True)
    for width in range(64, 70):
        Image.new("RGB", (width, 40)).save(events / f"a{width}.png")
        image = {"src": f"a{width}.png", "alt": {"fr": "Une scène"}, "credit": "Ana"}
        (events / f"nuit-{width}.md").write_text(event_text(image=image, source=["Un tract"]), encoding="utf-8")
    expected = [[f"content/events/nuit-{width}.md", "unreadable"] for width in (66, 67, 68)]
    assert loaded(tmp_path / "content", IMAGE_PROGRAM) == expected
