"""What maps an event to the fields of another database: a table of its fields, ours beside each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from affiche.model.event import Event
from affiche.model.moment import Precision
from affiche.model.occurrence import Occurrence
from affiche.model.place import Place, Venue
from affiche.model.text import NEUTRAL, Text
from affiche.outputs.data.values import Fields, known
from affiche.outputs.places import attendance
from affiche.outputs.site import Site
from affiche.outputs.states import agreed_state


@dataclass(frozen=True, eq=False)
class Told:
    """An event to be told in other fields: its record, and as the API has it."""

    site: Site
    event: Event
    fields: Fields

    @cached_property
    def languages(self) -> Sequence[str]:
        """The languages of the site."""
        return self.site.languages

    @cached_property
    def dated(self) -> Sequence[Occurrence]:
        """The performances whose day is known."""
        found = self.site.calendar.occurrences[self.event.id]
        return [occurrence for occurrence in found if occurrence.precision <= Precision.DAY]

    @cached_property
    def status(self) -> str:
        """The status of the whole: what all its performances agree on, else its own."""
        return self._agreed[0]

    @cached_property
    def availability(self) -> str | None:
        """What is left of the whole."""
        return self._agreed[1]

    @cached_property
    def attendance(self) -> str:
        """`offline`, `online` or `mixed`."""
        return attendance(self.site, self.event, self.status)

    @cached_property
    def place(self) -> Place | Venue | None:
        """The one place of the event: its own, else that of its first date."""
        return next(iter(self.site.calendar.places_of(self.event)), None)

    def of_place(self, make: Callable[[Site, Place | Venue], Fields]) -> Fields | None:
        """What its place is in other fields, made once for all the events of a venue; None where it has no place."""
        place = self.place
        if place is None or self.attendance == "online":
            return None
        made = partial(make, self.site, place)
        return self.site.once((make, place.id), made) if isinstance(place, Venue) else made()

    @cached_property
    def _agreed(self) -> tuple[str, str | None]:
        return agreed_state(self.event, self.dated)


@dataclass(frozen=True, slots=True)
class Mapped:
    """A field of another database: the fields of ours that it is made of, and how."""

    target: str
    sources: tuple[str, ...]
    value: Callable[[Told], Any]


def mapped(told: Told, table: Iterable[Mapped]) -> Fields:
    """An event in the fields of a table; what is unknown is absent."""
    return known({field.target: field.value(told) for field in table})


def by_language(text: Text | Mapping[str, str] | None, languages: Iterable[str]) -> dict[str, str]:
    """A text under each language that it is in; a neutral one under each of the site's, as others know no `und`."""
    stated = text or {}
    neutral = dict.fromkeys(languages, stated[NEUTRAL]) if NEUTRAL in stated else {}
    return neutral | {language: wording for language, wording in stated.items() if language != NEUTRAL}


def in_first(text: Text | Mapping[str, str] | None, languages: Sequence[str]) -> str | None:
    """One wording, for those who have room for no more: in the first of some languages that it is in, else any."""
    told = by_language(text, languages)
    return next((told[language] for language in (*languages, *told) if language in told), None)
