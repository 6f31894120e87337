"""What the texts of a file said in its earlier versions: a field that cannot be read says nothing there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import NamedTuple

from affiche.model.language import codes_by_name
from affiche.model.record import Record
from affiche.model.source import Source
from affiche.model.text import Text
from affiche.model.texts import texts_of
from affiche.problems import Place
from affiche.sources.body import divide_body
from affiche.sources.front_matter import parse_front_matter
from affiche.sources.past import PastFile, past_text
from affiche.sources.record_file import cleaned_values, language_of
from affiche.sources.records import parse_record


class PastTexts(NamedTuple):
    """The texts of a file from a moment on (aware, UTC), by place."""

    moment: datetime
    texts: Mapping[Place, Text]


def read_texts(today: Record, files: Iterable[PastFile]) -> Iterator[PastTexts]:
    """The texts of each readable version of a record's file."""
    for moment, data in files:
        if text := past_text(data):
            yield PastTexts(moment, dict(texts_of(_parse(today, text))))


def _parse(today: Record, text: str) -> Record:
    matter = parse_front_matter(text)
    values, _ = cleaned_values(matter.values)
    language = language_of(values)
    sections, _ = divide_body(matter.body, matter.body_line, language, codes_by_name())
    wordings = tuple((code, section.text) for code, section in sections.items() if section.text)
    body = Text(wordings) if wordings else None
    return parse_record(type(today), values, language).record.identified(today.id, body, Source())
