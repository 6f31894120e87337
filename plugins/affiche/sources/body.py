"""A body divided into its languages: level-1 headings that hold nothing but a language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from affiche.model.guess_language import guess_language
from affiche.model.language import fold_name, is_language, own_name
from affiche.problems import Fault
from affiche.sources.commonmark import Heading, level_one_headings, line_faults, size_faults

_MAY_BE_DIVIDED = re.compile(r"^ {0,3}(?:#[ \t]|=+[ \t]*$)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Section:
    """The Markdown of one language, the line of the file on which it begins, and that of its heading; 0 for none."""

    text: str
    line: int
    heading: int = field(default=0, compare=False)


def divide_body(
    text: str, first_line: int, language: str | None, names: Mapping[str, str]
) -> tuple[dict[str, Section], list[Fault]]:
    """The sections of a body by language code, and what is wrong with its division or lengths.

    `first_line` is the body's first line in its file, `language` the file's own. `names` has the codes of languages
    by their own names, folded by `fold_name`. A section without text, or beyond the limits, is left out.
    """
    faults = list(line_faults(text, first_line))
    if faults or not text.strip():
        return {}, faults
    lines = text.split("\n")
    headings = list(_language_headings(text, names)) if _MAY_BE_DIVIDED.search(text) else []
    if headings:
        return _divided(lines, first_line, language, headings)
    return _undivided(_section(lines, 0, len(lines), first_line), language, names)


def _undivided(
    section: Section, language: str | None, names: Mapping[str, str]
) -> tuple[dict[str, Section], list[Fault]]:
    if language is None:
        heading = f"# {own_name(guess_language(section.text) or next(iter(names.values()), 'fr'))}"
        return {}, [Fault("body-language-missing", hint=heading, line=section.line)]
    faults = list(size_faults(section.text, section.line))
    return ({}, faults) if faults else ({language: section}, [])


def _divided(
    lines: list[str], first_line: int, language: str | None, headings: list[tuple[str, Heading]]
) -> tuple[dict[str, Section], list[Fault]]:
    faults: list[Fault] = []
    sections: dict[str, Section] = {}
    seen: dict[str, int] = {}
    ends = [*(heading.line for _, heading in headings[1:]), len(lines)]
    for (code, heading), end in zip(headings, ends, strict=True):
        line = first_line + heading.line
        if code in seen:
            faults.append(Fault("body-language-twice", values={"language": code, "line": str(seen[code])}, line=line))
            continue
        seen[code] = line
        section = _section(lines, heading.after, end, first_line)
        too_large = list(size_faults(section.text, section.line))
        faults += too_large
        if section.text and not too_large:
            sections[code] = replace(section, heading=line)
    before = _section(lines, 0, headings[0][1].line, first_line)
    if before.text:
        hint = f"# {language}" if language and language not in seen else ""
        faults.append(Fault("body-before-heading", hint=hint, line=before.line))
    return sections, faults


def _section(lines: list[str], start: int, end: int, first_line: int) -> Section:
    """The text of some lines without the blank lines around it."""
    while start < end and not lines[start].strip():
        start += 1
    while start < end and not lines[end - 1].strip():
        end -= 1
    return Section("\n".join(lines[start:end]), first_line + start)


def _language_headings(text: str, names: Mapping[str, str]) -> Iterator[tuple[str, Heading]]:
    for heading in level_one_headings(text):
        if code := _language_of(heading.text, names):
            yield code, heading


def _language_of(heading: str, names: Mapping[str, str]) -> str:
    folded = fold_name(heading)
    if folded in names:
        return names[folded]
    if folded in names.values():
        return folded
    return heading if is_language(heading) else ""
