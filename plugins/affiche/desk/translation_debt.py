"""What a text owes its other languages: a wording that is missing, or that did not follow a change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from affiche.calendar import Calendar
from affiche.checks.translations import missing_translations
from affiche.model.collections import COLLECTIONS
from affiche.model.history import RecordKey
from affiche.model.record import Record
from affiche.model.text import NEUTRAL, Text
from affiche.model.texts import texts_of
from affiche.problems import Place
from affiche.sources.past_texts import PastTexts


class Debt(NamedTuple):
    """A text of a record that a language lacks; `since` (aware, UTC) the other changed, None where there is none."""

    record: Record
    place: Place
    language: str
    since: datetime | None


def find_debts(calendar: Calendar, past: Mapping[RecordKey, Sequence[PastTexts]]) -> Iterator[Debt]:
    """All that the records of a calendar owe; facts owe nothing."""
    languages = calendar.settings.languages
    for record in (record for model in COLLECTIONS for record in calendar.all(model)):
        for place, lacking in missing_translations(record, languages):
            yield from (Debt(record, place, language, None) for language in lacking)
        versions = [*past.get((record.collection, record.id), ()), PastTexts(calendar.now, dict(texts_of(record)))]
        for place in versions[-1].texts:
            told = ((moment, texts[place]) for moment, texts in versions if place in texts)
            for language, since in unfollowed(told).items():
                if language in languages:
                    yield Debt(record, place, language, since)


def unfollowed(versions: Iterable[tuple[datetime, Text]]) -> dict[str, datetime]:
    """The languages of a text to be read again, each with the moment since when; `versions` are oldest first.

    A change in one language is owed by the others until they change too. A translation that comes later, or catches up,
    changes nothing for the others.
    """
    owed: dict[str, datetime] = {}
    before: dict[str, str] = {}
    for moment, text in versions:
        now = {language: " ".join(said.split()) for language, said in text.items() if language != NEUTRAL}
        changed = {language for language in now.keys() & before.keys() if now[language] != before[language]}
        others = now.keys() & before.keys() - changed
        if changed - owed.keys():
            owed |= {language: moment for language in others if language not in owed}
        owed = {language: since for language, since in owed.items() if language in others}
        before = now
    return owed
