"""One file of content read as a record: bytes, text, front matter, values, body, images, one step after the other."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from affiche.model.fields import ID_PATTERN
from affiche.model.fingerprint import digest_bytes
from affiche.model.language import codes_by_name
from affiche.model.record import Record
from affiche.model.source import Source
from affiche.model.text import Text
from affiche.model.texts import BODY
from affiche.problems import Fault, Place, Problem, Severity, Span
from affiche.sources.body import Section, divide_body
from affiche.sources.body_languages import language_faults
from affiche.sources.files import ContentFile
from affiche.sources.front_matter import FrontMatter, parse_front_matter
from affiche.sources.hints import above, as_problem, within
from affiche.sources.markdown_faults import markdown_faults
from affiche.sources.pictures import Images, Pictures
from affiche.sources.records import parse_record
from affiche.sources.text import clean_line, decode, html_faults

_TOKEN = re.compile(rf"{ID_PATTERN}|[a-z]+:\S+")


@dataclass(frozen=True, slots=True)
class Body:
    """The text below the front matter by language, where it begins (at a heading, if it has any), and its faults."""

    text: Text | None = None
    places: Mapping[Place, Span] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def read_record(
    model: type[Record], file: ContentFile, data: bytes, pictures: Pictures
) -> tuple[Record | None, list[Problem]]:
    """The record of a file's bytes, None when it has none, and every problem of the file."""
    text, faults = decode(data)
    if faults and not text:
        return None, [as_problem(fault, Source(file.path)) for fault in faults]
    matter = parse_front_matter(text)
    head = text[: len(text) - len(matter.body)]
    images = Images(pictures, file)
    record, body, found = _read_matter(model, matter, images)
    digest = digest_bytes(data)
    places = {**body.places, **matter.places}
    origin = Source(file.path, digest, places, head, images.found)
    cleaned = text.split("\n")
    faults = [replace(fault, hint=cleaned[fault.line - 1]) if text else fault for fault in faults]
    problems = sorted(as_problem(fault, origin) for fault in (*faults, *found))
    return record and record.identified(file.stem, body.text, origin), problems


def _read_matter(model: type[Record], matter: FrontMatter, images: Images) -> tuple[Record | None, Body, list[Fault]]:
    """The record of front matter, its body, and all that is wrong with them."""
    if matter.faults and not matter.values:
        return None, Body(), matter.faults
    values, unclean = cleaned_values(matter.values)
    language = language_of(values)
    parsed = parse_record(model, values, language)
    body = _read_body(matter, language, images)
    found = (*unclean, *parsed.faults, *body.faults, *images.named_by(parsed.record, values))
    return parsed.record, body, [*matter.faults, *found]


def language_of(values: Mapping[str, Any]) -> str | None:
    """The language of a file's plain texts, as typed."""
    language = values.get("language")
    return language if isinstance(language, str) else None


def cleaned_values(value: Any, place: Place = ()) -> tuple[Any, list[Fault]]:
    """A tree of typed values with every text cleaned, and what was found in them."""
    if isinstance(value, str):
        text, faults = clean_line(value)
        of_value = [_of_value(fault, place, text) for fault in faults]
        return text, [*of_value, *(replace(fault, at=place) for fault in html_faults(text))]
    found: list[Fault] = []
    if isinstance(value, dict):
        tree: Any = {}
        for name, item in value.items():
            tree[name], faults = cleaned_values(item, (*place, name))
            found += faults
        return tree, found
    if isinstance(value, list):
        tree = []
        for index, item in enumerate(value):
            cleaned, faults = cleaned_values(item, (*place, index))
            tree.append(cleaned)
            found += faults
        return tree, found
    return value, found


def _of_value(fault: Fault, place: Place, text: str) -> Fault:
    """A fault of a value; invisible characters in an id or an address are no slip of typing, but a look-alike."""
    hidden = fault.code == "character-removed" and _TOKEN.fullmatch(text)
    hint = text if fault.code.startswith("character-") else ""
    return replace(fault, at=place, severity=Severity.ERROR if hidden else fault.severity, hint=hint)


def _read_body(matter: FrontMatter, language: str | None, images: Images) -> Body:
    if not matter.body.strip():
        return Body()
    sections, found = divide_body(matter.body, matter.body_line, language, codes_by_name())
    lines = matter.body.split("\n")
    faults = [above(fault, lines, matter.body_line) for fault in found]
    faults += language_faults(sections)
    for section in sections.values():
        shown = images.shown_in(section.text)
        found = list(markdown_faults(section.text, section.line, shown))
        faults += [within(fault, lines, matter.body_line) for fault in found]
    written = {code: section for code, section in sections.items() if section.text.strip()}
    if not written:
        return Body(faults=faults)
    first = next(iter(written.values()))
    line = first.heading or first.line
    span = Span(line, 1, line, 1, line, len(lines[line - matter.body_line]) + 1)
    places = {(*BODY, code): _span_of(section) for code, section in written.items()}
    text = Text(tuple((code, section.text) for code, section in written.items()))
    return Body(text, {BODY: span, **places}, faults)


def _span_of(section: Section) -> Span:
    """Where the text of a section stands."""
    lines = section.text.split("\n")
    last_line = section.line + len(lines) - 1
    return Span(section.line, 1, section.line, 1, last_line, len(lines[-1]) + 1)
