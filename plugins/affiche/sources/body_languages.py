"""Descriptions under the heading of another language than they are in, as a whole or from a paragraph on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from affiche.model.guess_language import LANGUAGES, guess_language, may_be_mixed
from affiche.model.language import own_name
from affiche.problems import Fault, Severity
from affiche.sources.body import Section

_PARAGRAPH = re.compile(r"\S.*?(?=\n[ \t]*\n|\Z)", re.DOTALL)


def language_faults(sections: Mapping[str, Section]) -> Iterator[Fault]:
    """`body-language-doubtful` (warning), one for a section, with the heading that it lacks where no other has it."""
    for language, section in sections.items():
        if language not in LANGUAGES:
            continue
        if (other := guess_language(section.text)) and other != language:
            yield _of_section(section, language, other, sections)
        else:
            yield from _of_paragraphs(section, language, sections)


def _of_section(section: Section, language: str, other: str, sections: Mapping[str, Section]) -> Fault:
    line, hint = section.heading or section.line, f"# {own_name(other)}"
    if not section.heading:
        hint = "\n\n".join([hint, section.text.partition("\n")[0]])
    values = {"language": language, "meant": other}
    return _doubt(line, values, "" if other in sections else hint)


def _of_paragraphs(section: Section, language: str, sections: Mapping[str, Section]) -> Iterator[Fault]:
    """The first paragraph from which on everything is in one other language."""
    paragraphs = [*_PARAGRAPH.finditer(section.text)] if may_be_mixed(section.text) else []
    guesses = [guess_language(paragraph[0]) for paragraph in paragraphs]
    for index, (paragraph, other) in enumerate(zip(paragraphs, guesses, strict=True)):
        if index and other not in ("", language) and set(guesses[index:]) <= {other, ""}:
            line = section.line + section.text.count("\n", 0, paragraph.start())
            first = paragraph[0].partition("\n")[0]
            hint = "" if other in sections else f"# {own_name(other)}\n\n{first}"
            yield _doubt(line, {"language": language, "meant": other, "reason": "from"}, hint)
            return


def _doubt(line: int, values: Mapping[str, str], hint: str) -> Fault:
    return Fault("body-language-doubtful", severity=Severity.WARNING, values=values, hint=hint, line=line)
