"""What an event costs, as schema.org's offers: in euros, and nothing where nothing is known."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from affiche.model.event import Event
from affiche.model.price import Price
from affiche.outputs.jsonld_node import SCHEMA, Node, iso_moment, node
from affiche.outputs.site import Site

#: A waiting list is for who comes after the last place is sold.
AVAILABILITIES = {
    "available": f"{SCHEMA}InStock",
    "limited": f"{SCHEMA}LimitedAvailability",
    "sold-out": f"{SCHEMA}SoldOut",
    "waiting-list": f"{SCHEMA}SoldOut",
}


def offers(site: Site, event: Event, availability: str | None, language: str, url: str | None = None) -> list[Node]:
    """One Offer for each price of an event, one AggregateOffer for a lowest price; none if nothing is known of them.

    `url` is where one performance is booked, if not where the event is.
    """
    booking, zone = event.booking, site.calendar.zone_of(event)
    terms = {
        "availability": AVAILABILITIES[availability] if availability else None,
        "url": url or (booking.url if booking else None),
        "validFrom": iso_moment(booking.opens, zone) if booking else None,
        "validThrough": iso_moment(booking.closes, zone) if booking else None,
    }
    if event.price is not None:
        return [price | node(price["@type"], **terms) for price in _prices(site, event.price, language)]
    return [node("Offer", **terms)] if any(terms.values()) else []


def is_free(price: Price | None) -> bool | None:
    """Whether it costs nothing, None where that is not known; a price that the visitor chooses may be nothing."""
    if price is None or (price.pay_what_you_can and not price.pay_what_you_can.minimum):
        return None
    return price.free or (bool(price.amounts) and price.amounts[-1] == 0)


def _prices(site: Site, price: Price, language: str) -> Iterator[Node]:
    chosen = price.pay_what_you_can
    if price.free:
        yield node("Offer", **_amount("price", Decimal(0)))
    elif price.amount is not None:
        yield node("Offer", **_amount("price", price.amount))
    elif price.lowest is not None:
        yield node("AggregateOffer", **_amount("lowPrice", price.lowest))
    elif chosen is not None:
        yield node("AggregateOffer", **_amount("lowPrice", chosen.minimum or Decimal(0)))
    for tariff in price.tariffs:
        yield node("Offer", name=site.show(tariff.name, language).text, **_amount("price", tariff.price))


def _amount(name: str, amount: Decimal) -> dict[str, str]:
    return {name: f"{amount:.2f}", "priceCurrency": "EUR"}
