"""What a new file is asked: the questions of each collection, one after the other, which follow what was answered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

from affiche.desk.answers import Entry, value_at
from affiche.desk.known import Known
from affiche.locales import DESK, load_words
from affiche.model.event import WHEN, Event
from affiche.model.organisation import Organisation
from affiche.model.place import Venue
from affiche.model.record import Record
from affiche.model.region import Region
from affiche.model.vocabulary import AUDIENCES, BOOKING_REQUIREMENTS, DISCIPLINES, EVENT_TYPES, ORGANISATION_KINDS
from affiche.problems import Place

#: Types that last for days, with or without hours of their own.
LASTING = frozenset({"exhibition", "festival", "fair", "market"})
#: Types at which somebody is on stage, on show or speaks.
WITH_PERFORMERS = frozenset(
    {"concert", "performance", "dance", "circus", "exhibition", "reading", "lecture", "debate", "party", "showcase"}
    | {"residency-showing", "knowledge-session"}
)
#: Types at which people listen to a language.
SPOKEN = frozenset(
    {"performance", "film", "reading", "lecture", "debate", "workshop", "course", "guided-tour", "family", "meeting"}
    | {"networking", "knowledge-session"}
)
#: Types for which people enrol.
BOOKED = frozenset({"workshop", "course", "guided-tour", "meeting", "networking", "knowledge-session", "mission"})
FOR_AN_AGE = frozenset({"family", "circus", "workshop", "course"})
FOR_PROFESSIONALS = frozenset({"meeting", "networking", "knowledge-session", "mission", "showcase"})


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to ask.

    `choices` are words of the contract; `collection` is the one whose ids are asked for. `several` answers stand on
    one line, with commas between them; `language` is that of a text in several. `label` and `hint` are said instead of
    the words of the field.
    """

    at: Place
    required: bool = False
    choices: tuple[str, ...] = ()
    collection: str = ""
    several: bool = False
    label: str = ""
    hint: str = ""
    language: str = ""

    @property
    def path(self) -> str:
        """The names that lead to the field, without positions in lists and the language of a text."""
        names = [step for step in self.at if isinstance(step, str)]
        return ".".join(names[:-1] if self.language else names)


@dataclass(slots=True)
class Form:
    """What was answered so far: `language` is the person's, `languages` are those of the site, the person's first."""

    model: type[Record]
    known: Known
    language: str
    languages: Sequence[str]
    region: Region = field(default_factory=Region)
    entry: Entry = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.languages = sorted(self.languages, key=lambda code: code != self.language)

    def has(self, *at: str | int) -> bool:
        """Whether there is something at a place."""
        return value_at(self.entry, at) not in (None, "", [], {})


def questions_for(form: Form) -> Iterator[Question]:
    """The questions of a form's collection; each is made when the one before it is answered."""
    return QUESTIONS[form.model](form)


def _wordings(form: Form, name: str, *, required: bool = False) -> Iterator[Question]:
    """A text in each language, one at least where it is required."""
    if not isinstance(form.entry.get(name), str):
        for language in form.languages:
            yield Question((name, language), required=required and not form.has(name), language=language)


def _each(form: Form, *place: str, required: bool = False, collection: str = "", label: str = "") -> Iterator[Question]:
    """Items of a list, until there is no further one."""
    if form.has(*place):
        return
    for index in count():
        yield Question((*place, index), required=required and not index, collection=collection, label=label)
        if not form.has(*place, index):
            return


def _event(form: Form) -> Iterator[Question]:
    yield from _wordings(form, "title", required=True)
    yield Question(("type",), required=True, choices=tuple(EVENT_TYPES))
    kind = str(form.entry.get("type"))
    yield Question(("disciplines",), several=True, choices=DISCIPLINES)
    yield from _each(form, "organisers", required=True, collection="organisations")
    if kind in WITH_PERFORMERS:
        yield from _each(form, "performers")
    yield from _place(form)
    yield from _when(form, kind)
    yield Question(("price",))
    if kind in BOOKED:
        yield Question(("booking", "requirement"), choices=BOOKING_REQUIREMENTS)
    if value_at(form.entry, ("booking", "requirement")) != "none":
        yield Question(("booking", "url"))
    if kind in SPOKEN:
        yield Question(("spoken_languages",), several=True)
    if kind in FOR_AN_AGE:
        yield Question(("typical_age_range",))
    if kind in FOR_PROFESSIONALS:
        yield Question(("audience",), choices=AUDIENCES)
    yield from _wordings(form, "summary")
    yield Question(("source", 0), required=True)


def _place(form: Form) -> Iterator[Question]:
    yield Question(("venue",), collection="venues")
    if isinstance(form.entry.get("venue"), dict):
        yield Question(("venue", "postal_code"))
        yield Question(("venue", "municipality"), required=True)
        for language in form.languages:
            yield Question(("venue", "street", language), language=language)
    if not form.has("venue"):
        yield Question(("online_url",))


def _when(form: Form, kind: str) -> Iterator[Question]:
    if any(map(form.has, WHEN)):
        return
    if kind in LASTING:
        yield from _period(form)
        return
    words = load_words(form.language, DESK)
    for index in count():
        label = words("new.next-date") if index else ""
        yield Question(("dates", index, "start"), required=not index, label=label)
        if not form.has("dates", index, "start"):
            return
        yield Question(("dates", index, "end"))
        if form.has("period"):
            return


def _period(form: Form) -> Iterator[Question]:
    words = load_words(form.language, DESK)
    yield Question(("period", "start"))
    yield Question(("period", "end"))
    if not form.has("period"):
        yield Question(("start",), required=True, label=words("new.stretch"), hint=words("new.stretch.hint"))
        return
    if form.entry.get("type") == "exhibition":
        yield Question(("dates", 0, "start"), label=words("new.opening"), hint=words("new.opening.hint"))
        if form.has("dates", 0, "start"):
            yield Question(("dates", 0, "end"))
            note = {language: load_words(language, DESK)("new.opening.note") for language in form.languages}
            form.entry["dates"][0]["note"] = note
    venue = form.known.records.get(("venues", str(form.entry.get("venue"))))
    if isinstance(venue, Venue) and venue.opening_hours:
        yield Question(("opening_hours",), choices=("venue",), label=words("new.hours"), hint=words("new.hours.hint"))


def _organisation(form: Form) -> Iterator[Question]:
    yield Question(("name",), required=True)
    yield Question(("url",), required=True)
    yield Question(("kind",), choices=ORGANISATION_KINDS)
    yield Question(("disciplines",), several=True, choices=DISCIPLINES)
    yield from _wordings(form, "mission")
    yield Question(("email",))
    for language in form.languages:
        yield Question(("street", language), language=language)
    yield Question(("postal_code",))
    yield Question(("municipality",))
    yield Question(("languages",), several=True)
    yield Question(("source", 0), required=True)


def _venue(form: Form) -> Iterator[Question]:
    yield Question(("name",), required=True)
    for language in form.languages:
        yield Question(("street", language), language=language)
    yield Question(("postal_code",), required=True)
    yield Question(("municipality",), required=True)
    yield Question(("operator",), collection="organisations")
    yield Question(("url",))
    yield Question(("source", 0), required=True)


QUESTIONS: Mapping[type[Record], Callable[[Form], Iterator[Question]]] = {
    Event: _event, Organisation: _organisation, Venue: _venue,
}  # fmt: skip
