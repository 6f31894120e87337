"""Problems as a report: for people, for GitHub's annotations, for programs, for a comment."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from affiche.desk.markdown import code, fenced
from affiche.desk.message import message, shown
from affiche.locales import MESSAGES, catalogue_languages, load_words
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


def render_report(
    problems: Sequence[Problem],
    *,
    format: str,  # noqa: A002 - the name of the option
    languages: Sequence[str],
    files: int | None = None,
) -> str:
    """The report of problems in a format of `FORMATS`, each in `languages`; with `files` read, a summary for people."""
    return _RENDERERS[format](problems, tuple(languages), files)


def render_summary(problems: Iterable[Problem], language: str, files: int) -> str:
    """How many problems there are, in a sentence."""
    words, severities = load_words(language, MESSAGES), [problem.severity for problem in problems]
    if not severities:
        return words.count("report.clean", files)
    counts = [words.count(key, severities.count(each)) for each, key in _COUNTS.items() if each in severities]
    return ", ".join([*counts, words.count("report.files", files)])


def _text(problems: Sequence[Problem], languages: tuple[str, ...], files: int | None) -> str:
    """Each problem with its line, and lines to paste after its first message."""
    blocks = [block for problem in problems for block in _text_blocks(problem, languages)]
    if files is not None:
        blocks.append("\n".join(render_summary(problems, language, files) for language in languages))
    return "".join(_COMMAND.sub(r"\g<0> ", f"{block}\n") + "\n" for block in blocks).removesuffix("\n")


def _text_blocks(problem: Problem, languages: tuple[str, ...]) -> Iterator[str]:
    for language in languages:
        words = load_words(language, MESSAGES)
        severity = words(f"severity.{problem.severity}")
        place = f"{shown(problem.path)}:{problem.line}:{problem.column}"
        lines = [f"{place}: {severity} [{problem.code}]", f"  {_with_field(problem, language)}"]
        if problem.hint and language == languages[0]:
            lines += [f"  {words(_label(problem))}", *(f"  {line}".rstrip() for line in _hint_lines(problem))]
        yield "\n".join(lines)


def _github(problems: Sequence[Problem], languages: tuple[str, ...], _files: int | None) -> str:
    """A workflow command of GitHub for each problem; contributed text can start none of its own."""
    return "".join(f"{_command(problem, languages)}\n" for problem in problems)


def _command(problem: Problem, languages: tuple[str, ...]) -> str:
    properties = {"file": shown(problem.path), "line": problem.line, "col": problem.column, "title": problem.code}
    listed = ",".join(f"{name}={_escaped_property(str(value))}" for name, value in properties.items())
    lines = [_with_field(problem, language) for language in languages]
    if problem.hint:
        lines += [load_words(languages[0], MESSAGES)(_label(problem)), *_hint_lines(problem)]
    return f"::{problem.severity} {listed}::" + _escaped("\n".join(lines))


def _json(problems: Sequence[Problem], _languages: tuple[str, ...], _files: int | None) -> str:
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
        for problem in problems
    ]
    return json.dumps({"version": VERSION, "problems": listed}, ensure_ascii=False, indent=2) + "\n"


def _markdown(problems: Sequence[Problem], languages: tuple[str, ...], files: int | None) -> str:
    """A list in which all that others wrote stands in code."""
    blocks = [_item(problem, languages) for problem in problems]
    if files is not None:
        blocks.insert(0, "  \n".join(render_summary(problems, language, files) for language in languages))
    return "".join(f"{block}\n\n" for block in blocks).removesuffix("\n")


def _item(problem: Problem, languages: tuple[str, ...]) -> str:
    every = [load_words(language, MESSAGES) for language in languages]
    severities = " / ".join(dict.fromkeys(words(f"severity.{problem.severity}") for words in every))
    place = code(f"{problem.path}:{problem.line}:{problem.column}")
    paragraphs = [f"- {place}: **{severities}** {code(problem.code)}"]
    paragraphs += [_with_field(problem, language, code) for language in languages]
    if problem.hint:
        paragraphs.append(" / ".join(words(_label(problem)) for words in every))
        paragraphs.append(fenced(_hint_lines(problem)))
    return "\n\n".join(paragraphs).replace("\n", "\n  ").replace("\n  \n", "\n\n")


def _with_field(problem: Problem, language: str, show: Callable[[str], str] = shown) -> str:
    said = message(problem, language, show)
    words = load_words(language, MESSAGES)
    return words("report.field", field=show(problem.field), message=said) if problem.field else said


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


_RENDERERS: dict[str, Callable[[Sequence[Problem], tuple[str, ...], int | None], str]] = {
    "text": _text,
    "github": _github,
    "json": _json,
    "markdown": _markdown,
}
#: The formats of a report.
FORMATS = tuple(_RENDERERS)
