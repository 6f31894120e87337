"""The text of an issue, as GitHub makes it of a filled form, divided into answers; nothing in it is trusted.

Each answer stands below the heading of its field: `### Titre`. What a person pastes may hold headings, fences, any
character; a heading of ours that comes a second time, or before its turn, is part of the answer it stands in.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from affiche.desk.issue.form import FILE_FIELDS, Field, form_fields, label_of
from affiche.locales import DESK, catalogue_languages

#: GitHub accepts 65,536 characters.
LONGEST = 70_000

_HEADING = re.compile(r"### +(.+?)\s*")
_NO_RESPONSE = re.compile(r"_no response_", re.IGNORECASE)
_FENCE = re.compile(r"(`{3,}|~{3,})[^\n]*\n(.*?)\n?\1\s*", re.DOTALL)
_TICKED = re.compile(r"^- \[[xX]\] ", re.MULTILINE)
_LINE_ENDS = re.compile(r"\r\n?|[\x85\u2028\u2029]")


class Answers(NamedTuple):
    """The language of the form, and what was answered, by the path of each field; nothing for an empty answer."""

    language: str
    by_path: Mapping[str, str]

    def ticked(self, path: str) -> int:
        """How many boxes of a field are ticked."""
        return len(_TICKED.findall(self.by_path.get(path, "")))


def parse_answers(body: str, languages: Sequence[str]) -> Answers:
    """The answers of an issue's text, by the form and the language that it has most headings of."""
    lines = lines_of(body)
    known = [language for language in languages if language in catalogue_languages(DESK)]
    forms = [(language, fields) for language in known for fields in (form_fields(language, languages), FILE_FIELDS)]
    found = (Answers(language, divided(lines, _headings(fields, language))) for language, fields in forms)
    return cleaned(max(found, key=lambda answers: len(answers.by_path)))


def cleaned(answers: Answers) -> Answers:
    """The same without empty answers, blanks around them, and fences that somebody put around all of one."""
    kept = {path: text for path, answer in answers.by_path.items() if (text := _cleaned(answer))}
    return Answers(answers.language, kept)


def lines_of(body: str) -> list[str]:
    """The lines of an issue's text, as far as it is read."""
    return _LINE_ENDS.sub("\n", body[:LONGEST]).split("\n")


def _headings(fields: Sequence[Field], language: str) -> list[tuple[str, str]]:
    return [(field.path, label_of(field, language)) for field in fields]


def divided(lines: Sequence[str], headings: Sequence[tuple[str, str]]) -> dict[str, str]:
    """The lines below each heading of a form, in the order of the form; `headings` are names of answers with theirs."""
    answers: dict[str, list[str]] = {}
    current: list[str] = []
    following = headings
    for line in lines:
        match = _HEADING.fullmatch(line)
        index = next((i for i, (_, heading) in enumerate(following) if match and heading == match[1]), None)
        if index is None:
            current.append(line)
        else:
            current = answers.setdefault(following[index][0], [])
            following = following[index + 1 :]
    return {path: "\n".join(answer) for path, answer in answers.items()}


def _cleaned(answer: str) -> str:
    """An answer without the blanks around it, and without the fence that somebody put around all of it."""
    text = answer.strip()
    if _NO_RESPONSE.fullmatch(text):
        return ""
    fenced = _FENCE.fullmatch(text)
    return fenced[2].strip() if fenced else text
