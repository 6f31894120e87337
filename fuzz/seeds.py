"""What fuzzing begins with: the cases, the hostile texts, the repository's own content, a whole one of each file."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from PIL import Image, ImageCms

from affiche.desk.proposal import PROBLEMS_FILE, PROPOSAL_FILE
from affiche.model.record import Part, field_names
from affiche.sources.loader import MODELS
from tests.broken_images import broken_png
from tests.desk.test_handing_on import proposal, report
from tests.desk.test_issue import EVENT_FILE, issue, whole
from tests.hostile import payloads
from tests.importers import test_openagenda
from tests.importers.test_csv import RICH as TABLE
from tests.importers.test_ics import LINES, START, ZONE, calendar, component
from tests.importers.test_jsonld import RICH, SCRIPT
from tests.importers.test_uitdatabank import RUN, SHOWN
from tests.projects import CONTENT, ROOT
from tests.sources.test_hostile_yaml import TOKENS
from tests.sources.test_image_copies import SMALL
from tests.sources.test_loader import WORDS
from tests.sources.test_snapshots import DATA as SNAPSHOT
from tests.test_cases import CASES, GIVEN, bytes_of


def seeds_of(target: str) -> Iterator[bytes]:
    """The first inputs of a target."""
    yield from (data for data in _SEEDS[target]() if len(data) < 20_000)


def words() -> Iterable[bytes]:
    """What texts are put together of."""
    names = {name for part in Part.__subclasses__() for name in part.model_fields}
    names |= {name for model in MODELS.values() for name in field_names(model)}
    typed = (*(f"{name}: " for name in sorted(names)), *TOKENS, *WORDS)
    return [word.encode("utf-8", "ignore") for word in typed if 0 < len(word) < 60]


def _texts(*sets: str) -> Iterator[bytes]:
    for name in sets:
        yield from (payload.text.encode("utf-8", "surrogatepass") for payload in payloads(name))


def _files(collection: str) -> Iterator[bytes]:
    cases = ((path, content) for case in CASES.values() for path, content in case["files"].items())
    for path, content in (*cases, *GIVEN.items()):
        if path.startswith(f"{collection}/") and path.endswith(".md"):
            yield bytes_of(content)
    for content in (CONTENT, ROOT / "content"):
        yield from (path.read_bytes() for path in sorted((content / collection).rglob("*.md")))


def _all_files() -> Iterator[bytes]:
    for collection in MODELS:
        yield from _files(collection)
    yield from (b"---\n" + text + b"\n---\n" for text in _texts("own-yaml"))


def _fields_of_time() -> Iterator[bytes]:
    """The front matter of events, but for what `HEAD` has."""
    given = re.compile(rb"^(?:title|type|organisers|language):.*(?:\n[ -].*)*\n", re.MULTILINE)
    for data in _files("events"):
        head = re.match(rb"---\n(.*?\n)---\n", data, re.DOTALL)
        if head:
            yield given.sub(b"", head[1])


def _bodies() -> Iterator[bytes]:
    yield from _texts("own-markdown", "own-slow-markdown", "own-hostile-strings")
    yield from (data.partition(b"\n---\n")[2] for collection in MODELS for data in _files(collection))


def _values() -> Iterator[bytes]:
    """Values of one line that have a digit in them: most are moments."""
    found = {value for data in _files("events") for value in re.findall(rb": *\"?([^\"\n]*\d[^\"\n]*)", data)}
    yield from sorted(found)


def _images() -> Iterator[bytes]:
    """Each way to store pixels, with a profile of colours: what decodes them is native, so nothing would lead there."""
    yield from (*SMALL.values(), broken_png())
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for kind, modes in (("PNG", ("1", "L", "LA", "P", "I;16", "RGBA")), ("JPEG", ("L", "CMYK")), ("WEBP", ("RGBA",))):
        for mode in modes:
            stream = io.BytesIO()
            Image.new(mode, (9, 7)).save(stream, kind, icc_profile=profile)
            yield stream.getvalue()


def _artefacts() -> Iterator[bytes]:
    for packing in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", packing) as files:
            files.writestr(PROBLEMS_FILE, report())
            files.writestr(PROPOSAL_FILE, proposal())
        yield stream.getvalue()


def _issues() -> Iterator[bytes]:
    for text in (issue(), issue("nl"), issue(dates="le 12 mars à 20h30", price="8,50 €"), whole(EVENT_FILE)):
        yield text.encode()


def _event_files() -> Iterator[bytes]:
    yield from (json.dumps({"issue": {"number": 3, "body": body}}).encode() for body in ("", None, "### Titre\n\nNuit"))


def _published() -> Iterator[bytes]:
    yield b'{"built": "2026-11-21", "left_out": [{"path": "content/events/bal.md", "codes": ["date-format"]}]}'


def _calendars() -> Iterator[bytes]:
    yield calendar(ZONE, component(*LINES)).encode()
    yield calendar(component(START, "DESCRIPTION:<p>Un <b>texte</b></p>")).encode()


def _openagenda() -> Iterator[bytes]:
    yield json.dumps({"events": [test_openagenda.RICH], "total": 1}).encode()


def _answers() -> Iterator[bytes]:
    """Answers of HTTP: whole, in chunks, that lead on, with what no header should hold."""
    for head, body in (
        ("200 OK\r\nContent-Type: text/calendar; charset=utf-8\r\nContent-Length: 5", "BEGIN"),
        ("200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: text/html", "5\r\nBEGIN\r\n0\r\nX: y\r\n\r\n"),
        ("302 Found\r\nLocation: //[::1/../é#part", ""),
        ('100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: é/\xff; a="b\r\n c"', ""),
    ):
        yield f"HTTP/1.1 {head}\r\n\r\n{body}".encode()


def _jsonld() -> Iterator[bytes]:
    yield json.dumps(RICH).encode()
    yield f'<html><link rel="canonical" href="https://example.org/nuit">{SCRIPT}</html>'.encode()


_SEEDS: Mapping[str, Callable[[], Iterator[bytes]]] = {
    **{name: partial(_files, name) for name in MODELS},
    "when": _fields_of_time,
    "front-matter": _all_files,
    "markdown": _bodies,
    "moment": _values,
    "address": partial(_texts, "own-urls"),
    "path": partial(_texts, "own-paths"),
    "image": _images,
    "artefact": _artefacts,
    "report": lambda: iter([report()]),
    "proposal": lambda: iter([proposal()]),
    "issue": _issues,
    "event-file": _event_files,
    "published": _published,
    "snapshot": lambda: iter([SNAPSHOT]),
    "answer": _answers,
    "ics": _calendars,
    "openagenda": _openagenda,
    "jsonld": _jsonld,
    "csv": lambda: iter([TABLE.encode()]),
    "uitdatabank": lambda: iter([json.dumps({"member": [SHOWN, RUN]}).encode()]),
}
