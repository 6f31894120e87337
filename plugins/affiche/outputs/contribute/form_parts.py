"""What forms are made of: questions as paths of the model's fields, steps of them; those that several forms share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from affiche.model.record import Record


@dataclass(frozen=True, slots=True)
class Ask:
    """A question: the path of a field, from the row it stands in where it stands in one.

    `kind` says how it is asked where the model's rule alone does not; `below` and `more`, which is folded, are the
    fields of each row of a list, `empty` where it has no row until one is added; `label` is a key of the catalogue, for
    a name that is not the field's own.
    """

    path: str
    kind: str = ""
    below: tuple[Ask | Switch, ...] = ()
    more: tuple[Ask | Switch, ...] = ()
    label: str = ""
    empty: bool = False


@dataclass(frozen=True, slots=True)
class Switch:
    """A choice of ways, of which one is asked at a time; its words are the catalogue's, `contribute.<key>.<case>`."""

    key: str
    cases: Mapping[str, tuple[Ask | Switch, ...]] = field(hash=False)


@dataclass(frozen=True, slots=True)
class Step:
    """A part of a form, with a colour of the posters: what is asked first, and what is folded."""

    key: str
    colour: str
    first: tuple[Ask | Switch, ...]
    more: tuple[Ask | Switch, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """The form of a collection, and the key of its address; `has_events` where it asks for any event by its title."""

    model: type[Record]
    key: str
    steps: tuple[Step, ...]
    has_events: bool = False


def asks(*paths: str) -> tuple[Ask, ...]:
    """Questions that say nothing beyond their paths."""
    return tuple(Ask(path) for path in paths)


def each(path: str, kind: str = "") -> Ask:
    """A list whose items are picked one by one, in a row each."""
    return Ask(path, below=(Ask("", kind),), empty=True)


HOURS = (*asks("days", "opens", "closes"),)
WEEK = Ask("opening_hours", below=HOURS)
CLOSED = Ask("closed", below=asks("from", "to", "note"), empty=True)
ADJUSTED = Ask("adjusted", below=(*asks("from", "to"), WEEK, Ask("note")), empty=True)
DATE = (Ask("start", "start"), Ask("end", "end"), Ask("note", "line-text"))
DATE_MORE = asks(
    *("doors", "room", "booking_url", "availability", "status", "status_reason", "surtitles", "sign_languages"),
)
PLACE = asks("street", "postal_code", "municipality", "country", "geo")
IMAGE = (Ask("src", "file"), *asks("alt", "credit", "licence", "expires"))
IMAGE_STEP = Step(
    "image", "violet", tuple(Ask(f"image.{each.path}", each.kind) for each in IMAGE), (Ask("images", below=IMAGE),)
)
LINKS = Ask("links", below=asks("url", "label"))
ORIGIN = Step("source", "pink", asks("source"), asks("same_as", "draft", "publish_from"))
OFFERS = (*asks("kind", "text"), each("countries"), Ask("until"))
