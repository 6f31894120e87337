"""The facts of an event beside its text: who plays, what it costs, how to book, for whom, how far it reaches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from affiche.model.country import country_name
from affiche.model.event import Event
from affiche.model.event_parts import Footprint
from affiche.model.moment import Moment, Precision
from affiche.model.occurrence import resolve
from affiche.model.organisation import Organisation
from affiche.model.price import Price
from affiche.model.text import Wording
from affiche.outputs.cards import language_words
from affiche.outputs.pages.record_parts import access_rows
from affiche.outputs.prices import amount_words, price_words
from affiche.outputs.site import Site


@dataclass(frozen=True, slots=True)
class Name:
    """Someone named on a page: with the address of a page of ours, or with their own."""

    name: Wording
    href: str = ""
    url: str = ""
    roles: Sequence[str] = ()


def organisers(site: Site, event: Event, language: str) -> list[Name]:
    """Who makes an event."""
    return partner_roles(site, site.calendar.organisers_of(event), language)


def partner_roles(site: Site, found: Sequence[tuple[Organisation, str]], language: str) -> list[Name]:
    """Organisations with their roles, each once, with the words for what they are beside organisers."""
    roles: dict[str, list[str]] = {}
    for organisation, role in found:
        stated = [] if role == "organiser" else [site.words[language](f"role.{role}")]
        roles[organisation.id] = [*roles.get(organisation.id, ()), *stated]
    return [
        Name(
            site.show(organisation.name, language),
            site.href(site.routes.record(language, organisation)),
            roles=list(dict.fromkeys(roles[organisation.id])),
        )
        for organisation in {organisation.id: organisation for organisation, _ in found}.values()
    ]


def performers(site: Site, event: Event, language: str) -> list[Name]:
    """Who is on stage, with the page of their organisation and their own."""
    return [
        Name(
            Wording(performer.name),
            site.href(site.routes.record(language, organisation))
            if (organisation := site.calendar.find(Organisation, performer.organisation))
            else "",
            performer.url or "",
        )
        for performer in event.performers
    ]


def for_whom(site: Site, event: Event, language: str) -> dict[str, Any]:
    """Its prices, booking, audience, languages and accessibility."""
    words = site.words[language]
    tariffs = event.price.tariffs if event.price else ()
    return {
        "price": price_words(words, event.price),
        "price_details": _price_details(site, event, language),
        "tariffs": [
            (site.show(tariff.name, language), price_words(words, Price(amount=tariff.price))) for tariff in tariffs
        ],
        "booking_label": site.show(event.booking.label if event.booking else None, language),
        "booking_window": _booking_window(site, event, language),
        "age": _age_words(site, event, language),
        "languages": language_words(site, language, event),
        "access": access_rows(site, site.calendar.accessibility_of(event), language, unknown=True),
        "access_note": site.show(event.accessibility_note, language),
    }


def reach(site: Site, event: Event, language: str) -> dict[str, Any]:
    """The countries and partners it reaches, and what it says of its sustainability."""
    abroad = event.international
    return {
        "countries": [country_name(code, language) for code in abroad.countries] if abroad else [],
        "partners": site.show(abroad.partners if abroad else None, language),
        "sustainability": _sustainability(site, event.sustainability, language),
    }


def _sustainability(site: Site, stated: Footprint | None, language: str) -> list[Wording]:
    """Its labels on one line, then how to come, then the rest."""
    if stated is None:
        return []
    texts = (site.show(text, language) for text in (stated.transport, stated.note))
    return [line for line in (Wording(", ".join(stated.labels)), *texts) if line.text]


def _price_details(site: Site, event: Event, language: str) -> list[str]:
    """The lowest and the suggested price where visitors choose."""
    words, chosen = site.words[language], event.price.pay_what_you_can if event.price else None
    if chosen is None:
        return []
    lowest, suggested = (
        words("price.amount", amount=amount_words(words, amount)) if amount is not None else ""
        for amount in (chosen.minimum, chosen.suggested)
    )
    return [
        *([words("price.minimum", price=lowest)] if lowest else []),
        *([words("price.suggested", price=suggested)] if suggested else []),
    ]


def _booking_window(site: Site, event: Event, language: str) -> list[str]:
    """From and until when one can book."""
    words, booking = site.words[language], event.booking
    opens, closes = (
        _moment_words(site, event, moment, language) if moment else ""
        for moment in ((booking.opens, booking.closes) if booking else (None, None))
    )
    return [
        *([words("booking.opens", date=opens)] if opens else []),
        *([words("booking.closes", date=closes)] if closes else []),
    ]


def _moment_words(site: Site, event: Event, moment: Moment, language: str) -> str:
    dates, words = site.dates[language], site.words[language]
    if moment.precision is Precision.MINUTE:
        local = resolve(moment, site.calendar.zone_of(event))
        return words("date.with_hour", day=dates.day(local.date()), hours=dates.hours(local, None))
    if moment.precision is Precision.DAY:
        return dates.day(moment.day)
    if moment.precision is Precision.MONTH:
        return dates.month(moment.day)
    return words(f"date.season.{moment.season}", year=moment.day.year)


def _age_words(site: Site, event: Event, language: str) -> str:
    """The ages it is for: `de 6 à 12 ans`, `à partir de 12 ans`, `jusqu’à 6 ans`."""
    youngest, _, oldest = (event.typical_age_range or "").partition("-")
    if youngest and oldest:
        return site.words[language]("age.between", youngest=int(youngest), oldest=int(oldest))
    if youngest:
        return site.words[language]("age.from", youngest=int(youngest))
    return site.words[language]("age.until", oldest=int(oldest)) if oldest else ""
