"""What an event is chosen by: values that are the same in every language, as addresses of searches have them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from affiche.model.event import Event
from affiche.model.performance import Performance
from affiche.model.place import Place, Venue
from affiche.model.region import Municipality
from affiche.outputs.data.values import Fields
from affiche.outputs.site import Site


def chosen_by(site: Site, event: Event) -> Fields:
    """The values of each filter; accessibility is three-valued, what is not named is unknown."""
    calendar, places = site.calendar, site.calendar.places_of(event)
    published = calendar.dates_of(event).published.astimezone(calendar.settings.time_zone)
    ahead = calendar.left_of(event)
    parts: Sequence[Event | Performance] = (event, *(event.performances[item.index] for item in ahead))
    return {
        "published": str(published.date()),
        "discipline": event.disciplines,
        "type": event.type,
        "municipality": _unique(municipality_value(site, place) for place in municipalities_of(site, places)),
        "venue": _unique(place.id for place in places if isinstance(place, Venue)),
        "organisation": _unique(organisation.id for organisation, _ in calendar.organisers_of(event)),
        "language": _languages(event.spoken_languages),
        "surtitles": _languages(code for part in parts for code in part.surtitles),
        "sign": _languages(code for part in parts for code in part.sign_languages),
        "open": event.no_language_needed,
        "access": calendar.accessibility_of(event),
        "free": event.price is not None and event.price.free,
        "tariff": event.social_tariffs,
        "age": _ages(event),
        "participation": event.participation,
        "online": bool(event.online_url) or "moved-online" in (event.status, *(item.status for item in ahead)),
        "audience": event.audience if event.audience != "public" else "",
        "geo": next((place.geo for place in places if place.geo), None),
    }


def municipalities_of(site: Site, places: Iterable[Place | Venue]) -> list[Municipality]:
    """The municipalities of the region in which some places are."""
    found = (site.calendar.municipality_of(place) for place in places)
    return [municipality for municipality in found if municipality]


def municipality_value(site: Site, municipality: Municipality) -> str:
    """What a municipality is called in addresses of searches, the same in every language: its first slug."""
    return municipality.slug(site.languages[0])


def _unique(values: Iterable[str]) -> Sequence[str]:
    return tuple(dict.fromkeys(values))


def _languages(codes: Iterable[str]) -> Sequence[str]:
    """Languages without their countries and scripts, which their names do not say."""
    return _unique(code.partition("-")[0] for code in codes)


def _ages(event: Event) -> Sequence[int | None]:
    """The youngest and the oldest age, None where there is no limit; empty where nothing is said."""
    youngest, _, oldest = (event.typical_age_range or "").partition("-")
    return [int(age) if age else None for age in (youngest, oldest)] if youngest or oldest else ()
