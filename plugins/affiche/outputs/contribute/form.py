"""What each form asks, step by step, as data: paths of the model's fields, the important first, the rest folded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from affiche.model.call import Call
from affiche.model.event import Event
from affiche.model.organisation import Organisation
from affiche.model.place import Venue
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
    """The form of a collection, and the key of its address."""

    model: type[Record]
    key: str
    steps: tuple[Step, ...]


def asks(*paths: str) -> tuple[Ask, ...]:
    """Questions that say nothing beyond their paths."""
    return tuple(Ask(path) for path in paths)


#: Fields that no form asks, as they are for what is published already, or too rare to burden anyone with.
UNASKED = frozenset(
    {
        *("redirect_from", "replaced_by", "withdrawn", "external_ids", "published", "verified"),
        *("dates.id", "dates.venue", "dates.accessibility", "dates.previous_start"),
        *("performers.organisation", "rooms.accessibility", "feeds.auto_import"),
        # Ids that nobody knows by heart: of what has no page yet, and of a room, which the form makes from its name.
        *("groups", "projects", "campaigns", "rooms.id"),
    }
)


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

WHEN = Switch(
    "when",
    {
        "one": (Ask("start", "start"), Ask("end", "end")),
        "several": (Ask("dates", below=DATE, more=DATE_MORE),),
        "run": (
            *asks("period.start", "period.end"),
            Switch("hours", {"own": (WEEK,), "venue": (Ask("opening_hours", "venue"),)}),
            Ask("dates", below=DATE, more=DATE_MORE, label="contribute.beside", empty=True),
            CLOSED,
            ADJUSTED,
        ),
        "rule": asks(*(f"recurrence.{name}" for name in ("every", "interval", "days", "nth", "from", "until", "count")))
        + asks("recurrence.start", "recurrence.end")
        + (each("recurrence.except"), each("recurrence.extra")),
    },
)
WHERE = Switch(
    "where",
    {
        "known": asks("venue", "room"),
        "other": asks(*(f"venue.{name}" for name in ("name", *(each.path for each in PLACE), "time_zone"))),
        "online": (),
    },
)
PRICE = Switch(
    "price",
    {
        "unknown": (),
        "free": (Ask("price", "free"),),
        "one": (Ask("price", "amount"),),
        "several": (Ask("price", "tariffs", below=asks("name", "price")),),
        "from": asks("price.from"),
        "chosen": asks("price.pay_what_you_can.minimum", "price.pay_what_you_can.suggested"),
    },
)

EVENT = Form(
    Event,
    "contribute",
    (
        Step(
            "what",
            "yellow",
            asks("type", "title", "disciplines"),
            asks("audience", "participation", "typical_age_range", "keywords", "part_of"),
        ),
        Step(
            "when",
            "orange",
            (WHEN,),
            (*asks("date_precision", "availability", "status", "status_reason"), each("previous_start")),
        ),
        Step("where", "sky", (WHERE, Ask("online_url"))),
        Step(
            "who",
            "mint",
            (Ask("organisers", below=asks("organisation", "role")), Ask("performers", below=asks("name", "url"))),
            (each("international.countries"), Ask("international.partners")),
        ),
        Step(
            "price",
            "pink",
            (PRICE, *asks("booking.requirement", "booking.url", "social_tariffs")),
            asks(*(f"booking.{name}" for name in ("label", "email", "phone", "opens", "closes"))),
        ),
        Step(
            "access",
            "blue",
            asks("spoken_languages", "no_language_needed", "surtitles", "sign_languages"),
            asks("accessibility", "accessibility_note"),
        ),
        Step(
            "text",
            "green",
            (Ask("summary"), Ask("body", "body")),
            (LINKS, *asks("video", "sustainability.labels", "sustainability.transport", "sustainability.note")),
        ),
        IMAGE_STEP,
        ORIGIN,
    ),
)
OFFERS = (*asks("kind", "text"), each("countries"), Ask("until"))
ORGANISATION = Form(
    Organisation,
    "contribute.organisation",
    (
        Step(
            "who",
            "yellow",
            asks("name", "url", "kind", "disciplines"),
            asks("alternate_names", "languages", "founded", "status", "member_of", "partners"),
        ),
        Step("contact", "orange", asks("email", "phone"), asks("social", "maintainers")),
        Step("where", "sky", PLACE[:3], (*PLACE[3:], each("venues"), Ask("accessibility"))),
        Step("text", "green", (Ask("mission"), Ask("body", "body")), (Ask("goals", below=(Ask(""),)), LINKS)),
        Step(
            "exchange",
            "mint",
            (Ask("offers", below=OFFERS, empty=True), Ask("seeks", below=OFFERS, empty=True)),
            (
                *(each("international.countries"), Ask("international.networks")),
                *asks("sustainability.labels", "sustainability.practices"),
                Ask("feeds", below=asks("type", "url")),
            ),
        ),
        Step("image", "violet", IMAGE_STEP.first, (Ask("logo", "file"), *IMAGE_STEP.more)),
        ORIGIN,
    ),
)
VENUE = Form(
    Venue,
    "contribute.venue",
    (
        Step("where", "yellow", (Ask("name"), *PLACE[:3]), (*PLACE[3:], *asks("alternate_names", "operator", "url"))),
        Step(
            "access",
            "sky",
            asks("transport", "accessibility"),
            (Ask("rooms", below=asks("name", "capacity")), Ask("time_zone")),
        ),
        Step("hours", "orange", (WEEK,), (CLOSED, ADJUSTED)),
        Step("text", "green", (Ask("body", "body"),), (LINKS,)),
        IMAGE_STEP,
        ORIGIN,
    ),
)
CALL = Form(
    Call,
    "contribute.call",
    (
        Step("what", "yellow", asks("kind", "title", "disciplines")),
        Step("deadline", "orange", asks("deadline", "rolling"), (Ask("start", "start"), Ask("end", "end"))),
        Step("who", "sky", (Ask("organisations", below=(Ask(""),)),)),
        Step("terms", "mint", asks("eligibility", "covered", "costs", "apply"), (Ask("languages"), each("countries"))),
        Step("text", "green", (Ask("body", "body"),), (LINKS,)),
        IMAGE_STEP,
        ORIGIN,
    ),
)
FORMS = (EVENT, ORGANISATION, VENUE, CALL)
