"""The public events that are not over in the fields of OpenAgenda (its API, version 2)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from affiche.model.event import Event
from affiche.model.fingerprint import digest
from affiche.model.openagenda_terms import FULL, PUBLISHED, STATUSES
from affiche.model.place import Place, Venue
from affiche.outputs.artifact import Artifact, Whole, long_artifact
from affiche.outputs.data.event_data import EventData
from affiche.outputs.data.files import (
    FOLDER,
    JSON,
    collection_properties,
    json_text,
    opening,
    schema_artifact,
    whole_collection,
)
from affiche.outputs.data.mapping import Mapped, Told, by_language, in_first, mapped
from affiche.outputs.data.openagenda_schema import event_schema
from affiche.outputs.data.openagenda_timings import monday_of, timings
from affiche.outputs.data.records import town_text
from affiche.outputs.data.values import Fields, known
from affiche.outputs.prices import price_words
from affiche.outputs.site import Site

NAME = "openagenda"
ATTENDANCE = {"offline": 1, "online": 2, "mixed": 3}
#: The kinds of handicap that a feature is there for: intellectual, hearing, visual, psychic, motor.
ACCESSIBILITY = {
    "wheelchair": "mi", "step-free": "mi", "accessible-toilet": "mi", "reserved-parking": "mi",
    "induction-loop": "hi", "surtitles": "hi", "sign-language": "hi",
    "audio-description": "vi", "tactile": "vi", "guide-dogs": "vi",
    "easy-language": "ii", "relaxed": "pi", "low-stimulus": "pi", "quiet-room": "pi",
}  # fmt: skip


def openagenda_artifacts(data: EventData) -> Iterator[Artifact]:
    """The file and its JSON Schema; of the clock, the week shows where there is a run."""
    site, events = data.site, data.public
    monday = monday_of(site.calendar.today.date())
    shown = monday if any(event.period for event in events) else ""
    stamp = site.fingerprint("api", NAME, shown, site.events_fingerprint(events))
    yield long_artifact(f"{FOLDER}{NAME}.json", JSON, stamp, partial(_whole, data, events, monday))
    yield schema_artifact(site, NAME, collection_properties("events", event_schema()))


def _whole(data: EventData, events: Sequence[Event], monday: date) -> Whole:
    def render(event: Event) -> bytes:
        fields = openagenda_event(Told(data.site, event, data.fields(event.id)), monday)
        return json_text(fields).encode() if "timings" in fields else b""

    opened = opening(data.site, NAME, data.updated(events))
    return whole_collection(digest([data.ground, str(monday)]), opened, "events", data.parts(events, render))


def openagenda_event(told: Told, monday: date) -> Fields:
    """An event as OpenAgenda has it; without `timings` it has no place there."""
    return mapped(told, MAPPING) | known({"timings": list(timings(told, monday))})


def _external_ids(told: Told) -> list[Fields]:
    return [{"key": told.site.calendar.settings.identity_host, "value": told.event.identity}]


def _keywords(told: Told) -> dict[str, list[str]]:
    """The type, the disciplines and the keywords, in words."""
    keys = [f"type.{told.event.type}", *(f"discipline.{name}" for name in told.event.disciplines)]
    return {code: [*map(told.site.words[code], keys), *told.event.keywords] for code in told.languages}


def _conditions(told: Told) -> dict[str, str]:
    words = {code: price_words(told.site.words[code], told.event.price) for code in told.languages}
    return {code: said for code, said in words.items() if said}


def _image(told: Told) -> Fields | None:
    image = told.fields.get("image")
    if not image:
        return None
    base, _, filename = image["src"].rpartition("/")
    return {"base": f"{base}/", "filename": filename, "size": {"width": image["width"], "height": image["height"]}}


def _registration(told: Told) -> list[Fields]:
    """Every way to book, those of single dates included."""
    booking = told.event.booking
    links = [booking and booking.url, *(each.booking_url for each in told.event.performances)]
    found = [*(("link", link) for link in links)]
    found += [("email", booking.email), ("phone", booking.phone)] if booking else []
    return [{"type": kind, "value": value} for kind, value in dict.fromkeys(found) if value]


def _accessibility(told: Told) -> dict[str, bool]:
    features = told.fields.get("accessibility", {})
    return {ACCESSIBILITY[name]: True for name, value in features.items() if value == "yes" and name in ACCESSIBILITY}


def _age(told: Told) -> dict[str, int]:
    youngest, _, oldest = (told.event.typical_age_range or "-").partition("-")
    return {name: int(value) for name, value in (("min", youngest), ("max", oldest)) if value}


def _location(site: Site, place: Place | Venue) -> Fields:
    town = in_first(town_text(site, place), site.languages)
    street = in_first(place.street, site.languages)
    city = " ".join(part for part in (place.postal_code, town) if part)
    own = {} if isinstance(place, Place) else {"slug": place.id, "website": place.url}
    geo = place.geo or (None, None)
    return known(
        {
            "name": in_first(place.name, site.languages) or town,
            "address": ", ".join(part for part in (street, city) if part),
            "city": town,
            "postalCode": place.postal_code,
            "countryCode": place.country,
            "latitude": geo[0],
            "longitude": geo[1],
            "timezone": (place.time_zone or site.calendar.settings.time_zone).key,
            **own,
        }
    )


def _status(told: Told) -> int:
    is_full = told.status == "scheduled" and told.availability in ("sold-out", "waiting-list")
    return FULL if is_full else STATUSES[told.status]


def _links(told: Told) -> list[Fields]:
    """Its pages, its own links and its video."""
    addresses = (*told.fields["url"].values(), *(link.url for link in told.event.links), told.event.video)
    return [{"link": address} for address in dict.fromkeys(addresses) if address]


#: OpenAgenda's fields, one a line. `timings` are made apart: they alone depend on the clock.
MAPPING: tuple[Mapped, ...] = (
    Mapped("extIds", ("guid",), _external_ids),
    Mapped("slug", ("id",), lambda told: told.event.id),
    Mapped("title", ("title",), lambda told: by_language(told.event.title, told.languages)),
    Mapped(
        "description",
        ("summary",),
        lambda told: by_language(told.event.summary or told.event.title, told.languages),
    ),
    Mapped("longDescription", ("body",), lambda told: by_language(told.event.body, told.languages)),
    Mapped("keywords", ("type", "disciplines", "keywords"), _keywords),
    Mapped("conditions", ("price",), _conditions),
    Mapped("image", ("image",), _image),
    Mapped("imageCredits", ("image",), lambda told: told.fields.get("image", {}).get("credit")),
    Mapped("registration", ("booking", "performances"), _registration),
    Mapped("accessibility", ("accessibility",), _accessibility),
    Mapped("age", ("typical_age_range",), _age),
    Mapped("attendanceMode", ("online_url", "venue", "status"), lambda told: ATTENDANCE[told.attendance]),
    Mapped("onlineAccessLink", ("online_url",), lambda told: told.event.online_url),
    Mapped("location", ("venue",), lambda told: told.of_place(_location)),
    Mapped("timezone", ("venue",), lambda told: told.site.calendar.zone_of(told.event).key),
    Mapped("status", ("status", "availability"), _status),
    Mapped("state", (), lambda _: PUBLISHED),
    Mapped("links", ("url", "links", "video"), _links),
    Mapped("createdAt", ("published",), lambda told: told.fields["published"]),
    Mapped("updatedAt", ("revision",), lambda told: told.fields["revision"]),
)
TIMINGS = ("run", "performances")
#: The fields of ours that OpenAgenda has no place for.
LOST = (
    *("language", "source", "same_as", "external_ids", "verified", "redirect_from", "missing_languages", "updated"),
    *("audience", "participation", "organisers", "performers", "groups", "projects", "campaigns", "part_of", "room"),
    *("start", "end", "status_reason", "previous_start", "social_tariffs", "is_accessible_for_free", "body_html"),
    *("spoken_languages", "surtitles", "sign_languages", "no_language_needed", "accessibility_note", "images"),
    *("international", "sustainability"),
)
