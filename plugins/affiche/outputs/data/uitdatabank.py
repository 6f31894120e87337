"""The public events that are not over in the fields of UiTdatabank (its Entry API)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from affiche.model.event import Event
from affiche.model.occurrence import resolve
from affiche.model.place import Place, Venue
from affiche.model.uitdatabank_terms import AUDIENCES, FACILITIES, SIGN_LANGUAGE, THEMES
from affiche.model.vocabulary import EVENT_TYPES
from affiche.outputs.artifact import Artifact, Whole, long_artifact
from affiche.outputs.bodies import body_text
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
from affiche.outputs.data.records import town_text
from affiche.outputs.data.uitdatabank_calendar import calendar_fields
from affiche.outputs.data.uitdatabank_schema import event_schema
from affiche.outputs.data.values import Fields, known, price_value
from affiche.outputs.jsonld_node import identity_of
from affiche.outputs.site import Site

NAME = "uitdatabank"
#: The languages of UiTdatabank, its own first: a title is needed in one of them.
LANGUAGES = ("nl", "fr", "de", "en")
BASE_TARIFF = {"nl": "Basistarief", "fr": "Tarif de base", "de": "Basisrate", "en": "Base tariff"}


def uitdatabank_artifacts(data: EventData) -> Iterator[Artifact]:
    """The file and its JSON Schema."""
    site, events = data.site, data.public
    stamp = site.fingerprint("api", NAME, site.events_fingerprint(events))
    yield long_artifact(f"{FOLDER}{NAME}.json", JSON, stamp, partial(_whole, data, events))
    yield schema_artifact(site, NAME, collection_properties("events", event_schema()))


def _whole(data: EventData, events: Sequence[Event]) -> Whole:
    def render(event: Event) -> bytes:
        fields = uitdatabank_event(Told(data.site, event, data.fields(event.id)))
        return json_text(fields).encode() if fields else b""

    opened = opening(data.site, NAME, data.updated(events))
    return whole_collection(data.ground, opened, "events", data.parts(events, render))


def uitdatabank_event(told: Told) -> Fields | None:
    """An event as UiTdatabank has it; None without a calendar or a title that it could have."""
    calendar = calendar_fields(told)
    if calendar is None or not _own_languages(told.event.title, told.languages):
        return None
    return mapped(told, MAPPING) | calendar


def _own_languages(text: Mapping[str, str] | None, languages: Sequence[str]) -> dict[str, str]:
    return {code: said for code, said in by_language(text, languages).items() if code in LANGUAGES}


def _texts(told: Told, text: Mapping[str, str] | None) -> dict[str, str]:
    return _own_languages(text, told.languages)


def _main_language(told: Told) -> str:
    titles = _texts(told, told.event.title)
    return next(code for code in (*told.languages, *LANGUAGES) if code in titles)


def _description(told: Told) -> dict[str, str]:
    """The body as plain text, where there is none the summary."""
    bodies = {code: body_text(told.site, text) for code, text in _texts(told, told.event.body).items()}
    return _texts(told, told.event.summary) | bodies


def _terms(told: Told) -> list[Fields]:
    """Its eventtype, one theme and its facilities, by id."""
    themes = [THEMES[name] for name in told.event.disciplines if name in THEMES]
    features = told.fields.get("accessibility", {})
    facilities = [FACILITIES[name] for name, value in features.items() if value == "yes" and name in FACILITIES]
    language, interpreters = SIGN_LANGUAGE
    if language in told.event.sign_languages:
        facilities.append(interpreters)
    found = [("eventtype", EVENT_TYPES[told.event.type].uitdatabank)]
    found += [*(("theme", each) for each in themes[:1]), *(("facility", each) for each in facilities)]
    return [{"id": term, "domain": domain} for domain, term in found]


def _location(site: Site, place: Place | Venue) -> Fields:
    town = town_text(site, place)
    names = _own_languages(place.name or town, site.languages)
    geo = {"latitude": place.geo[0], "longitude": place.geo[1]} if place.geo else None
    identity = identity_of(site, place) if isinstance(place, Venue) else None
    address = {code: _address(place, town, code, site.languages) for code in names}
    return known({"@type": "Place", "@id": identity, "name": names, "address": address, "geo": geo})


def _address(place: Place | Venue, town: Mapping[str, str], language: str, languages: Sequence[str]) -> Fields:
    order = (language, *languages)
    stated = {"streetAddress": in_first(place.street, order), "addressLocality": in_first(town, order)}
    return known({**stated, "postalCode": place.postal_code, "addressCountry": place.country})


def _prices(told: Told) -> list[Fields]:
    """The base tariff, then the others; a lowest price and one of the visitor's choice have no form there."""
    stated = price_value(told.event.price) if told.event.price else None
    if stated == "free":
        return [_tariff("base", BASE_TARIFF, 0)]
    if isinstance(stated, int | float):
        return [_tariff("base", BASE_TARIFF, stated)]
    if not isinstance(stated, list):
        return []
    first, *others = stated
    base = _tariff("base", BASE_TARIFF, first["price"])
    return [base, *(_tariff("tariff", _texts(told, each["name"]), each["price"]) for each in others)]


def _tariff(category: str, name: Mapping[str, str], price: float) -> Fields:
    return {"category": category, "name": dict(name), "price": price, "priceCurrency": "EUR"}


def _booking(told: Told) -> Fields | None:
    booking, zone = told.event.booking, told.site.calendar.zone_of(told.event)
    if booking is None:
        return None
    moments = {"availabilityStarts": booking.opens, "availabilityEnds": booking.closes}
    return known(
        {
            "url": booking.url,
            "urlLabel": _texts(told, booking.label) if booking.url else None,
            "phone": booking.phone,
            "email": booking.email,
            **{name: resolve(moment, zone).isoformat() for name, moment in moments.items() if moment},
        }
    )


def _organizer(told: Told) -> Fields | None:
    """The first organiser: there is room for one."""
    found = [each for each, role in told.site.calendar.organisers_of(told.event) if role == "organiser"]
    return known({"name": _texts(told, found[0].name), "url": found[0].url}) if found else None


def _media(told: Told) -> list[Fields]:
    """Each image, described in the main language."""
    language = _main_language(told)
    images = [*filter(None, [told.fields.get("image")]), *told.fields.get("images", ())]
    return [
        {
            "@type": "schema:ImageObject",
            "contentUrl": image["src"],
            "description": in_first(image["alt"], (language, *told.languages)),
            "copyrightHolder": image["credit"],
            "inLanguage": language,
        }
        for image in images
    ]


def _videos(told: Told) -> list[Fields]:
    return [{"url": told.event.video, "language": _main_language(told)}] if told.event.video else []


#: UiTdatabank's fields, one a line; its calendar is made apart.
MAPPING: tuple[Mapped, ...] = (
    Mapped("@id", ("guid",), lambda told: identity_of(told.site, told.event)),
    Mapped("@type", (), lambda _: "Event"),
    Mapped("mainLanguage", ("title",), _main_language),
    Mapped("name", ("title",), lambda told: _texts(told, told.event.title)),
    Mapped("description", ("body", "summary"), _description),
    Mapped("terms", ("type", "disciplines", "accessibility", "sign_languages"), _terms),
    Mapped("labels", ("keywords",), lambda told: list(told.event.keywords)),
    Mapped("audience", ("audience",), lambda told: {"audienceType": AUDIENCES[told.event.audience]}),
    Mapped("typicalAgeRange", ("typical_age_range",), lambda told: told.event.typical_age_range),
    Mapped("attendanceMode", ("online_url", "venue", "status"), lambda told: told.attendance),
    Mapped("onlineUrl", ("online_url",), lambda told: told.event.online_url),
    Mapped("location", ("venue",), lambda told: told.of_place(_location)),
    Mapped("organizer", ("organisers",), _organizer),
    Mapped("priceInfo", ("price",), _prices),
    Mapped("bookingInfo", ("booking",), _booking),
    Mapped("mediaObject", ("image", "images"), _media),
    Mapped("videos", ("video",), _videos),
    Mapped("sameAs", ("url", "same_as"), lambda told: [*told.fields["url"].values(), *told.event.same_as]),
    Mapped("seeAlso", ("links",), lambda told: [link.url for link in told.event.links]),
    Mapped("created", ("published",), lambda told: told.fields["published"]),
    Mapped("modified", ("revision",), lambda told: told.fields["revision"]),
)
#: The fields of ours that UiTdatabank has no place for.
LOST = (
    *("id", "language", "source", "external_ids", "verified", "redirect_from", "missing_languages", "updated"),
    *("participation", "performers", "groups", "projects", "campaigns", "part_of", "room", "previous_start"),
    *("social_tariffs", "is_accessible_for_free", "body_html", "spoken_languages", "surtitles"),
    *("no_language_needed", "accessibility_note", "international", "sustainability"),
)
