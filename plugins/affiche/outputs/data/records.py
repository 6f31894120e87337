"""A record of any collection as JSON: its own fields, and what follows from them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from affiche.checks.translations import missing_translations
from affiche.model.organisation import Organisation
from affiche.model.place import Place, Venue
from affiche.model.record import Image, Record
from affiche.model.text import NEUTRAL
from affiche.outputs.bodies import body_html
from affiche.outputs.data.values import Fields, fields_of, known
from affiche.outputs.feed_images import jpeg_copy
from affiche.outputs.images import shown_images
from affiche.outputs.site import Site
from affiche.sources.markdown import PublishedImage

#: What is about a file and not about its subject, or is said in another form below.
OMITTED = frozenset({"draft", "publish_from", "replaced_by", "withdrawn", "maintainers", "image", "images", "logo"})
Located = Organisation | Venue | Place


def record_fields(site: Site, record: Record, omitted: frozenset[str] = frozenset()) -> Fields:
    """All that is known of a record but its body; the times of one without a place are the site's."""
    calendar, dates = site.calendar, site.calendar.dates_of(record)
    zone = getattr(record, "time_zone", None) or calendar.settings.time_zone
    return {
        "id": record.id,
        page_key(type(record)): page_addresses(site, record),
        **fields_of(record, zone, OMITTED | omitted),
        **(municipality_fields(site, record) if isinstance(record, Organisation | Venue) else {}),
        **image_fields(site, record),
        "published": dates.published.isoformat(),
        "updated": dates.updated.isoformat(),
        **known({"missing_languages": missing_languages(site, record)}),
    }


def page_key(model: type[Record]) -> str:
    """The field with the addresses of a record's pages: `url`, unless that is its own website."""
    return "page_url" if "url" in model.model_fields else "url"


def page_addresses(site: Site, record: Record) -> Mapping[str, str]:
    """The full address of a record's page in each language of the site."""
    return {language: site.absolute(site.routes.record(language, record)) for language in site.languages}


def municipality_fields(site: Site, place: Located) -> Fields:
    """The municipality of a place in all its languages with its NIS code; outside the region as it was typed."""
    municipality = site.calendar.municipality_of(place)
    return known({"municipality": town_text(site, place), "municipality_id": municipality and municipality.id})


def town_text(site: Site, place: Located) -> dict[str, str]:
    """The municipality of a place in all its languages, outside the region as it was typed; empty where not known."""
    municipality = site.calendar.municipality_of(place)
    return dict(municipality.name) if municipality else {NEUTRAL: place.municipality} if place.municipality else {}


def image_fields(site: Site, record: Record) -> Fields:
    """The images of a record that may be shown today, the main one first, and its logo."""
    shown = shown_images(site, record)
    described = [_image(site, image, shown[image.src]) for image in record.pictures if image.src in shown]
    main = bool(described) and record.image is not None and record.image.src in shown
    logo = shown.get(getattr(record, "logo", None) or "")
    return known(
        {
            "image": described[0] if main else None,
            "images": described[1:] if main else described,
            "logo": jpeg_copy(site, logo).url if logo else None,
        }
    )


def _image(site: Site, image: Image, path: str) -> Fields:
    """An image with all that must be said of it; without a `licence` it may only be shown with its event."""
    copy = jpeg_copy(site, path)
    described = {"alt": dict(image.alt), "credit": image.credit, "licence": image.licence}
    expires = image.expires.isoformat() if image.expires else None
    return {"src": copy.url, "width": copy.width, "height": copy.height, **known({**described, "expires": expires})}


def body_fields(site: Site, record: Record) -> Fields:
    """The body of a record as Markdown and as HTML that is safe to publish, by language."""
    if not record.body:
        return {}
    images = {name: _published(site, path) for name, path in shown_images(site, record).items()}
    html = {language: body_html(site, text, images) for language, text in record.body.items()}
    return {"body": dict(record.body), "body_html": html}


def _published(site: Site, path: str) -> PublishedImage:
    copy = jpeg_copy(site, path)
    return PublishedImage(copy.url, copy.width, copy.height)


def missing_languages(site: Site, record: Record) -> Mapping[str, list[str]]:
    """For each language of the site, the fields of a record that lack it; languages that lack nothing are absent."""
    lacking: dict[str, list[str]] = {}
    for place, languages in missing_translations(record, site.languages):
        for language in languages:
            lacking.setdefault(language, []).append(".".join(map(str, place)))
    return {language: sorted(lacking[language]) for language in site.languages if language in lacking}


def place_fields(site: Site, place: Place | Venue) -> Fields:
    """A place inside an event: of a venue with a file of its own, its id, its page and what a visitor needs."""
    if isinstance(place, Venue):
        return site.once(("venue in an event", place.id), partial(_venue_fields, site, place))
    zone = place.time_zone or site.calendar.settings.time_zone
    return {**fields_of(place, zone), **municipality_fields(site, place)}


def _venue_fields(site: Site, place: Venue) -> Fields:
    stated: dict[str, Any] = {name: getattr(place, name) for name in ("name", "street")}
    return known(
        {
            "id": place.id,
            "page_url": page_addresses(site, place),
            **{name: dict(text) for name, text in stated.items() if text},
            "postal_code": place.postal_code,
            **municipality_fields(site, place),
            "country": place.country,
            "geo": list(place.geo or ()),
            "time_zone": place.time_zone.key if place.time_zone else None,
            "url": place.url,
        }
    )


def organisation_fields(site: Site, organisation: Organisation, role: str) -> Fields:
    """An organisation inside an event, with its part in it."""
    key = ("organisation in an event", organisation.id, role)
    return site.once(key, partial(_organisation_fields, site, organisation, role))


def _organisation_fields(site: Site, organisation: Organisation, role: str) -> Fields:
    return {
        "organisation": organisation.id,
        "role": role,
        "name": dict(organisation.name),
        "url": organisation.url,
        "page_url": page_addresses(site, organisation),
    }
