"""Work that takes memory, to be done in a process of its own: each function says how many bytes more that then held."""

from __future__ import annotations

import resource
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from affiche.model.event import Event
from affiche.processes import FILE_BOUNDS, bounded
from affiche.sources.files import ContentFile
from affiche.sources.image_copies import WEBP, can_copy, render_image
from affiche.sources.images import ImageFacts, inspect_image
from affiche.sources.markdown import plain_text, render_markdown
from affiche.sources.markdown_faults import markdown_faults
from affiche.sources.pictures import Pictures
from affiche.sources.record_file import read_record
from tests.hostile import payloads
from tests.large import large


def held() -> int:
    """The most bytes that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def read_hostile_files() -> int:
    """Reads files that ask for much work, each within what a file may take."""
    file, before = ContentFile("", "content/events/nuit.md"), held()
    for text in bounded(_hostile_texts(), FILE_BOUNDS):
        read_record(Event, file, text.encode("utf-8", "surrogatepass"), Pictures(Path("/nowhere")))
    return held() - before


def _hostile_texts() -> Iterator[str]:
    yield from (f"---\n{payload.text}\n---\n" for payload in payloads("own-yaml"))
    yield from map(large, ("unknown fields", "broken lines", "anchors"))
    for payload in payloads("own-slow-markdown"):
        yield f"---\ntitle: Nuit\nlanguage: fr\n---\n{payload.text}"


def make_bodies(few: int, many: int) -> int:
    """Reads and renders bodies, each another one; what `many` more of them take when a few have been made."""
    _make(range(few))
    before = held()
    _make(range(few, few + many))
    return held() - before


def _make(numbers: Iterable[int]) -> None:
    for number in numbers:
        text = f"Le *bal* {number}, [ici](https://example.org/{number}).\n\n- un\n- deux\n\n" * 12
        assert list(markdown_faults(text, 1)) == []
        assert render_markdown(text, {})
        assert plain_text(text)


def copy_image(path: str) -> int:
    """Inspects an image and makes a copy, each within what a file may take."""
    steps: tuple[Callable[[Path], object], ...] = (inspect_image, can_copy, _copy)
    before = held()
    facts, is_sound, _ = [step(Path(path)) for step in bounded(steps, FILE_BOUNDS)]
    assert (type(facts), is_sound) == (ImageFacts, True)
    return held() - before


def _copy(image: Path) -> bytes:
    return render_image(image, 640, WEBP)
