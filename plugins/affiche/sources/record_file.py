"""One file of content read as a record: bytes, text, front matter, values, body, images, one step after the other."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from affiche.model.language import codes_by_name
from affiche.model.record import Record, Source
from affiche.model.text import Text
from affiche.problems import Fault, Place, Problem
from affiche.sources.body import divide_body
from affiche.sources.files import ContentFile
from affiche.sources.front_matter import FrontMatter, parse_front_matter
from affiche.sources.markdown_faults import markdown_faults
from affiche.sources.paths import open_regular
from affiche.sources.pictures import Pictures
from affiche.sources.records import parse_record
from affiche.sources.text import clean_line, decode


def read_record(model: type[Record], file: ContentFile, pictures: Pictures) -> tuple[Record | None, list[Problem]]:
    """A file's record, None when it has none, and every problem of the file."""
    data = open_regular(file.disk, file.disk.parent)
    if isinstance(data, Fault):
        return None, [_problem(file, Source(), data)]
    text, faults = decode(data)
    matter = parse_front_matter(text)
    faults += matter.faults
    if not matter.values:
        return None, _problems(file, matter, faults)
    values, unclean = _clean(matter.values)
    parsed = parse_record(model, values, _language(values))
    body, body_faults = _read_body(matter, _language(values))
    faults += [*unclean, *parsed.faults, *body_faults]
    if parsed.record is None:
        return None, _problems(file, matter, faults)
    faults += _picture_faults(parsed.record, file, pictures)
    origin = Source(file.path, hashlib.blake2b(data, digest_size=16).hexdigest(), matter.places)
    return parsed.record.identified(file.stem, body, origin), _problems(file, matter, faults)


def _language(values: Mapping[str, Any]) -> str | None:
    language = values.get("language")
    return language if isinstance(language, str) else None


def _clean(value: Any, place: Place = ()) -> tuple[Any, list[Fault]]:
    """A tree of typed values with every text cleaned, and what was found in them."""
    if isinstance(value, str):
        text, faults = clean_line(value)
        return text, [Fault(fault.code, place, fault.severity, fault.values, fault.hint) for fault in faults]
    found: list[Fault] = []
    if isinstance(value, dict):
        tree: Any = {}
        for name, item in value.items():
            tree[name], faults = _clean(item, (*place, name))
            found += faults
        return tree, found
    if isinstance(value, list):
        tree = []
        for index, item in enumerate(value):
            cleaned, faults = _clean(item, (*place, index))
            tree.append(cleaned)
            found += faults
        return tree, found
    return value, found


def _read_body(matter: FrontMatter, language: str | None) -> tuple[Text | None, list[Fault]]:
    if not matter.body.strip():
        return None, []
    sections, faults = divide_body(matter.body, matter.body_line, language, codes_by_name())
    for section in sections.values():
        faults += markdown_faults(section.text, section.line)
    wordings = tuple((language, section.text) for language, section in sections.items() if section.text.strip())
    return (Text(wordings) if wordings else None), faults


def _picture_faults(record: Record, file: ContentFile, pictures: Pictures) -> Iterator[Fault]:
    for index, image in enumerate(record.pictures):
        at: Place = ("image", "src") if image is record.image else ("images", index - bool(record.image), "src")
        _, faults = pictures.find(image.src, file.disk)
        for fault in faults:
            yield Fault(fault.code, at, fault.severity, fault.values, fault.hint)


def _problems(file: ContentFile, matter: FrontMatter, faults: Iterable[Fault]) -> list[Problem]:
    source = Source(file.path, "", matter.places)
    return sorted(_problem(file, source, fault) for fault in faults)


def _problem(file: ContentFile, source: Source, fault: Fault) -> Problem:
    """A fault with its line: the one it states, else that of the value it is about."""
    line, column = (fault.line, fault.column) if fault.line else source.position(fault.at)
    field = ".".join(str(step) for step in fault.at)
    return Problem(file.path, line, column, fault.code, field, fault.severity, fault.values, fault.hint)
