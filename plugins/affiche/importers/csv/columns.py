"""Columns of spreadsheets by the words that people write above them, in French, Dutch and English."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from affiche.model.language import codes_by_name, fold_name
from affiche.model.synonyms import PARTS, STATES, SYNONYMS, by_word, fold_word

#: What a table has in columns of their own, and our fields not: by the words for them, which win over the model's.
_OF_TABLES = {
    "id": "id uid eventid identifiant identifier externalid externalids cdbid reference ref code numero nummer nr",
    "start": "date datum dates jour dag day datedebut datededebut startdate startdatum begindatum dtbegin dtstart debut"
    " begin aanvang quand wanneer when du van from",
    "hour": "heure uur time hour starttime heuredebut heurededebut startuur starttijd beginuur begintijd aanvangsuur"
    " heures uren horaire horaires tijd tijdstip",
    "end": "fin einde enddate einddatum eindedatum datefin datedefin dtend au tot until to jusquau",
    "last_hour": "heurefin heuredefin endtime einduur eindtijd",
    "description": "omschrijving beschrijving texte tekst text body contenu inhoud",
    "address": "adresse adres",
    "latitude": "lat",
    "longitude": "lon lng long",
    "booking_url": "reservation reservations reservatie reservaties bookinglink lienreservation lienbilletterie"
    " inscription inschrijving",
    "same_as": "url lien link website site siteweb web webpagina page pageweb permalink lienweb eventurl",
    "place": "lieu locatie location venue endroit plaats",
}
#: Our fields that a column may be, in the order in which a word that is of several is taken.
FIELDS = (
    *("title", "summary", "type", "disciplines", "keywords", "audience", "typical_age_range", "performers", "place"),
    *("room", "online_url", "period", "status", "availability", "price", "spoken_languages", "street", "postal_code"),
    *("municipality", "country", "geo", "doors", "same_as", "organisers", "image"),
)
#: What no visitor misses: who keeps the table, and when.
KEPT_BY = frozenset(
    (
        *("created", "dtcreated", "createdat", "modified", "dtmodified", "updated", "updatedat", "lastmodified"),
        *("cree", "modifie", "aangemaakt", "gewijzigd", "calendarsource", "source", "bron"),
    )
)

_TABLE_WORDS = by_word(_OF_TABLES)
_LANGUAGES = {code: code for code in ("fr", "nl", "en", "de")} | codes_by_name() | {"french": "fr", "dutch": "nl"}
_TOKEN = re.compile(r"[\s_()\[\]/:.-]+")
_EVENT = re.compile(r"^(?:event|evenement)(?=.)|(?:evenement|event)$")


class Column(NamedTuple):
    """A column: what it is called, the field it holds, or the value that a yes in it says, its language."""

    name: str
    field: str
    language: str = ""
    state: str = ""


def columns_of(header: Sequence[str]) -> tuple[Column, ...]:
    """What each column holds; of two that hold the same, the second holds nothing that is known."""
    found: list[Column] = []
    for name in header:
        column = _column(" ".join(name.split()))
        is_twice = any(each[1:] == column[1:] for each in found) and column.field != "keywords"
        found.append(column._replace(field="") if is_twice else column)
    return tuple(found)


def known_fields(columns: Sequence[Column]) -> set[str]:
    """The fields that some columns hold."""
    return {column.field for column in columns if column.field}


def _column(name: str) -> Column:
    if field := _field(fold_word(name)):
        return Column(name, field)
    tokens = [token for token in _TOKEN.split(fold_name(name)) if token and token not in ("eur", "euro", "€")]
    for position in (-1, 0):
        if len(tokens) > 1 and (language := _LANGUAGES.get(tokens[position], "")):
            rest = "".join(tokens[:-1] if position else tokens[1:])
            if field := _field(rest):
                return Column(name, field, language)
    word = "".join(tokens)
    if word in STATES:
        field, state = STATES[word]
        return Column(name, field, state=state)
    return Column(name, _field(word))


def _field(word: str) -> str:
    for each in dict.fromkeys((word, _EVENT.sub("", word, count=1))):
        if own := _TABLE_WORDS.get(each):
            return own[0]
        if each in STATES:
            return ""
        part = ".".join(PARTS.get(each, ()))
        if part in ("booking.url", "accessibility.wheelchair"):
            return "booking_url" if part == "booking.url" else "wheelchair"
        if meant := next((field for field in FIELDS if field in SYNONYMS.get(each, ())), ""):
            return meant
    return ""
