"""What is offered and sought, as pages tell of it."""

from __future__ import annotations

from typing import NamedTuple

from affiche.model.country import country_name
from affiche.model.organisation import Offer
from affiche.model.text import Wording
from affiche.outputs.site import Site


class Terms(NamedTuple):
    """Something that is offered or sought: its kind, its text, and the countries and last day that hold for it."""

    kind: str
    text: Wording
    terms: str


def offer_terms(site: Site, offer: Offer, language: str) -> Terms:
    """An offer in the words of a language."""
    words, dates = site.words[language], site.dates[language]
    countries = [country_name(code, language) for code in offer.countries]
    until = [dates.period(None, offer.until)] if offer.until else []
    return Terms(words(f"offer.{offer.kind}"), site.show(offer.text, language), ", ".join([*countries, *until]))
