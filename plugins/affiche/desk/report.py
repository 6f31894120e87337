"""Problems as a report: for people, for GitHub's annotations, for programs, for a comment."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from affiche.desk.field_labels import tell_with_field
from affiche.desk.markdown import code, fenced
from affiche.desk.message import message, shown
from affiche.desk.own_language import own_first, own_languages, told_languages
from affiche.locales import MESSAGES, catalogue_languages, load_words
from affiche.model.record import Record
from affiche.problems import Problem, Severity

#: The version of the JSON report.
VERSION = 1

_COUNTS = {
    Severity.ERROR: "report.errors",
    Severity.WARNING: "report.warnings",
    Severity.NOTICE: "report.notices",
}
#: What GitHub takes for a command: `::` at the start of a line, `##[` anywhere.
_COMMAND = re.compile(r"^(\s*):(?=:)|#(?=#\[)", re.MULTILINE)


class Told(NamedTuple):
    """A problem, and the languages that it is told in, in order."""

    problem: Problem
    languages: tuple[str, ...]


def render_report(
    problems: Sequence[Problem],
    *,
    format: str,  # noqa: A002 - the name of the option
    languages: Sequence[str],
    own: Mapping[str, str] | None = None,
    files: int | None = None,
) -> str:
    """The report of problems in a format of `FORMATS`, each in `languages`; with `files` read, a summary for people.

    `own` has the language of files by path: that of its file comes first.
    """
    stated = own or {}
    told = [Told(problem, own_first(languages, stated.get(problem.path, ""))) for problem in problems]
    return _RENDERERS[format](told, tuple(languages), files)


def render_each(
    problems: Iterable[Problem], languages: Sequence[str], records: Iterable[Record]
) -> Iterator[tuple[Problem, str]]:
    """Errors and warnings, each with its own report for people: in every language, that of its file first."""
    told, own = told_languages(languages), own_languages(records)
    for problem in problems:
        if problem.severity is not Severity.NOTICE:
            yield problem, render_report([problem], format="text", languages=told, own=own).rstrip()


def render_summary(problems: Iterable[Problem], language: str, files: int) -> str:
    """How many problems there are, in a sentence."""
    words, severities = load_words(language, MESSAGES), [problem.severity for problem in problems]
    if not severities:
        return words.count("report.clean", files)
    counts = [words.count(key, severities.count(each)) for each, key in _COUNTS.items() if each in severities]
    return ", ".join([*counts, words.count("report.files", files)])


def _text(told: Sequence[Told], languages: tuple[str, ...], files: int | None) -> str:
    """Each problem with its line, and lines to paste after its first message."""
    blocks = [block for each in told for block in _text_blocks(each)]
    if files is not None:
        blocks.append("\n".join(_summaries(told, languages, files)))
    return "".join(_COMMAND.sub(r"\g<0> ", f"{block}\n") + "\n" for block in blocks).removesuffix("\n")


def _summaries(told: Sequence[Told], languages: tuple[str, ...], files: int) -> list[str]:
    return [render_summary([each.problem for each in told], language, files) for language in languages]


def _text_blocks(told: Told) -> Iterator[str]:
    problem, languages = told
    for language in languages:
        words = load_words(language, MESSAGES)
        severity = words(f"severity.{problem.severity}")
        place = f"{shown(problem.path)}:{problem.line}:{problem.column}"
        lines = [f"{place}: {severity} [{problem.code}]", f"  {tell_with_field(problem, language)}"]
        if problem.hint and language == languages[0]:
            lines += [f"  {words(_label(problem))}", *(f"  {line}".rstrip() for line in _hint_lines(problem))]
        yield "\n".join(lines)


def _github(told: Sequence[Told], _languages: tuple[str, ...], _files: int | None) -> str:
    """A workflow command of GitHub for each problem; contributed text can start none of its own."""
    return "".join(f"{_command(each)}\n" for each in told)


def _command(told: Told) -> str:
    problem, languages = told
    properties = {"file": shown(problem.path), "line": problem.line, "col": problem.column, "title": problem.code}
    listed = ",".join(f"{name}={_escaped_property(str(value))}" for name, value in properties.items())
    lines = [tell_with_field(problem, language) for language in languages]
    if problem.hint:
        lines += [load_words(languages[0], MESSAGES)(_label(problem)), *_hint_lines(problem)]
    return f"::{problem.severity} {listed}::" + _escaped("\n".join(lines))


def _json(told: Sequence[Told], _languages: tuple[str, ...], _files: int | None) -> str:
    """Every problem with its message in every language."""
    listed = [
        {
            "path": _utf8(problem.path),
            "line": problem.line,
            "column": problem.column,
            "last_line": problem.last_line,
            "field": _utf8(problem.field),
            "code": problem.code,
            "severity": str(problem.severity),
            "values": {name: _utf8(value) for name, value in problem.values.items()},
            "message": {language: message(problem, language) for language in catalogue_languages(MESSAGES)},
            "hint": _utf8(problem.hint),
        }
        for problem, _ in told
    ]
    return json.dumps({"version": VERSION, "problems": listed}, ensure_ascii=False, indent=2) + "\n"


def _markdown(told: Sequence[Told], languages: tuple[str, ...], files: int | None) -> str:
    """A list in which all that others wrote stands in code."""
    blocks = [_item(each) for each in told]
    if files is not None:
        blocks.insert(0, "  \n".join(_summaries(told, languages, files)))
    return "".join(f"{block}\n\n" for block in blocks).removesuffix("\n")


def _item(told: Told) -> str:
    problem, languages = told
    every = [load_words(language, MESSAGES) for language in languages]
    severities = " / ".join(dict.fromkeys(words(f"severity.{problem.severity}") for words in every))
    place = code(f"{problem.path}:{problem.line}:{problem.column}")
    paragraphs = [f"- {place}: **{severities}** {code(problem.code)}"]
    paragraphs += [tell_with_field(problem, language, code) for language in languages]
    if problem.hint:
        paragraphs.append(" / ".join(words(_label(problem)) for words in every))
        paragraphs.append(fenced(_hint_lines(problem)))
    return "\n\n".join(paragraphs).replace("\n", "\n  ").replace("\n  \n", "\n\n")


def _label(problem: Problem) -> str:
    return "report.instead" if problem.last_line else "report.rename"


def _hint_lines(problem: Problem) -> list[str]:
    return [shown(line) for line in problem.hint.split("\n")]


def _utf8(text: str) -> str:
    """A text that can be encoded: the name of a file may hold any byte."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped_property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


_RENDERERS: dict[str, Callable[[Sequence[Told], tuple[str, ...], int | None], str]] = {
    "text": _text,
    "github": _github,
    "json": _json,
    "markdown": _markdown,
}
#: The formats of a report.
FORMATS = tuple(_RENDERERS)
