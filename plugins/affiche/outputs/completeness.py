"""How complete a file is, from 0 to 100: for its contributors and the desk; visitors see a mean of many at most."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from affiche.calendar import Calendar
from affiche.checks.translations import missing_translations
from affiche.model.event import WHEN, Event
from affiche.model.organisation import Organisation
from affiche.model.record import Record
from affiche.model.text import Text
from affiche.outputs.freshness import YEAR, is_verified_since

#: What has points.
Scorable = Event | Organisation
R = TypeVar("R", bound=Record)

#: A description has as many characters, and an event's accessibility as many features that are known.
FULL_TEXT, FULL_ACCESS = 200, 3


@dataclass(frozen=True, slots=True)
class Line(Generic[R]):
    """Something that a file may tell, and the points it gives."""

    key: str
    points: int
    is_told: Callable[[R, Calendar], bool]


class Missing(NamedTuple):
    """A line that a file does not have yet."""

    key: str
    points: int


class Completeness(NamedTuple):
    """Points of 100, and the lines that are missing, the heaviest first."""

    points: int
    missing: tuple[Missing, ...]


def completeness_of(record: Scorable, calendar: Calendar) -> Completeness:
    """How complete a record is, from its file, and for accessibility from its venue's."""
    return _counted(EVENT, record, calendar) if isinstance(record, Event) else _counted(ORGANISATION, record, calendar)


def event_points(event: Event, calendar: Calendar, *, is_translated: bool) -> int:
    """The points of an event of which it is known whether all its texts are in every language: for many at once."""
    told = sum(line.points for line in _UNTRANSLATED if line.is_told(event, calendar))
    return told + (_TRANSLATED.points if is_translated else 0)


def _counted(lines: Sequence[Line[R]], record: R, calendar: Calendar) -> Completeness:
    missing = [Missing(line.key, line.points) for line in lines if not line.is_told(record, calendar)]
    heaviest = sorted(missing, key=lambda line: -line.points)
    return Completeness(sum(line.points for line in lines) - sum(line.points for line in missing), tuple(heaviest))


def _tells(record: Record, *names: str) -> bool:
    """Whether a record's file has one of some fields, with something in it."""
    typed = record.__pydantic_fields_set__
    return any(name in typed and getattr(record, name) for name in names)


def _is_somewhere(event: Event) -> bool:
    return _tells(event, "venue", "online_url") or any(performance.venue for performance in event.dates)


def _has_picture(record: Record, calendar: Calendar) -> bool:
    """Whether a file has an image that may still be shown."""
    today = calendar.today.date()
    return any(image.expires is None or image.expires >= today for image in record.pictures)


def _has_text(text: Text | None, length: int = 1) -> bool:
    return bool(text) and max(len(wording.strip()) for wording in (text or {}).values()) >= length


def _is_translated(text: Text | None, languages: Sequence[str]) -> bool:
    return text is not None and all(map(text.says, languages))


#: contributing.md's table, in its order.
EVENT: tuple[Line[Event], ...] = (
    Line("title", 8, lambda event, _: _tells(event, "title")),
    Line("type", 6, lambda event, _: _tells(event, "type")),
    Line("when", 10, lambda event, _: _tells(event, *WHEN)),
    Line("organisers", 6, lambda event, _: _tells(event, "organisers")),
    Line("place", 8, lambda event, _: _is_somewhere(event)),
    Line("summary", 6, lambda event, _: _tells(event, "summary")),
    Line("body", 8, lambda event, _: _has_text(event.body, FULL_TEXT)),
    Line("translations", 14, lambda event, site: not any(missing_translations(event, site.settings.languages))),
    Line("image", 8, _has_picture),
    Line("price", 6, lambda event, _: _tells(event, "price")),
    Line("booking", 3, lambda event, _: _tells(event, "booking")),
    Line("accessibility", 6, lambda event, site: len(site.accessibility_of(event)) >= FULL_ACCESS),
    Line("languages", 4, lambda event, _: _tells(event, "spoken_languages", "no_language_needed")),
    Line("disciplines", 4, lambda event, _: _tells(event, "disciplines")),
    Line("age", 3, lambda event, _: _tells(event, "typical_age_range")),
)
(_TRANSLATED,) = (line for line in EVENT if line.key == "translations")
_UNTRANSLATED = tuple(line for line in EVENT if line is not _TRANSLATED)
ORGANISATION: tuple[Line[Organisation], ...] = (
    Line("name", 10, lambda organisation, _: _tells(organisation, "name")),
    Line("url", 10, lambda organisation, _: _tells(organisation, "url")),
    Line("contact", 10, lambda organisation, _: _tells(organisation, "email", "phone")),
    Line("mission", 10, lambda organisation, _: _tells(organisation, "mission")),
    Line("translations", 10, lambda each, site: _is_translated(each.mission, site.settings.languages)),
    Line("body", 10, lambda organisation, _: _has_text(organisation.body)),
    Line("image", 10, lambda each, site: bool(each.logo) or _has_picture(each, site)),
    Line("address", 8, lambda each, _: _tells(each, "street") and _tells(each, "municipality")),
    Line("disciplines", 6, lambda organisation, _: _tells(organisation, "disciplines")),
    Line("kind", 4, lambda organisation, _: _tells(organisation, "kind")),
    Line("accessibility", 6, lambda organisation, _: _tells(organisation, "accessibility")),
    Line("exchange", 3, lambda organisation, _: _tells(organisation, "offers", "seeks", "feeds")),
    Line("verified", 3, lambda organisation, site: is_verified_since(organisation, site, YEAR)),
)
#: The keys of the lines of each collection.
KEYS: Mapping[str, tuple[str, ...]] = {
    Event.collection: tuple(line.key for line in EVENT),
    Organisation.collection: tuple(line.key for line in ORGANISATION),
}
