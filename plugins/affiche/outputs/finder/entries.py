"""An event as the browser finds and shows it: the words of its card, its days, what it is chosen by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from affiche.model.event import Event
from affiche.outputs.cards import Card, event_card
from affiche.outputs.data.values import Fields, known
from affiche.outputs.finder.days import when_fields
from affiche.outputs.finder.texts import more_to_search
from affiche.outputs.finder.values import chosen_by
from affiche.outputs.images import Picture
from affiche.outputs.markup import spaced
from affiche.outputs.site import Site


def entry_fields(site: Site, language: str, event: Event) -> Fields:
    """Everything of an event, the way its cards say it; what is empty is left out."""
    card = event_card(site, language, event)
    fields = {
        "id": event.id,
        **_card_fields(card, language),
        **when_fields(site, language, event, card),
        **choice_fields(site, event),
        "find": more_to_search(site, language, event, card),
    }
    return known(fields)


def choice_fields(site: Site, event: Event) -> Fields:
    """What an event is chosen by, made once for all languages."""
    return site.once(("chosen by", event.id), lambda: known(chosen_by(site, event)))


def _card_fields(card: Card, language: str) -> Mapping[str, Any]:
    """What a card shows, whatever the day it stands under, in the words and the spaces of the template."""
    return {
        "title": card.title.text,
        "lang": card.title.language,
        "label": card.label,
        "size": card.size,
        "colour": card.colour,
        "kind": card.kind,
        "date": spaced(card.date, language),
        "iso": card.iso,
        "state": spaced(card.state.text, language),
        "off": card.state.off,
        "by": [name.text for name in card.organisers],
        "by_lang": _languages(card),
        "where": card.where,
        "facts": [spaced(fact, language) for fact in card.facts],
        "picture": _picture(card.picture) if card.picture else None,
    }


def _languages(card: Card) -> list[str]:
    """The language of each organiser's name, empty for the page's own; nothing where all are."""
    languages = [name.language for name in card.organisers]
    return languages if any(languages) else []


def _picture(picture: Picture) -> Fields:
    """The attributes of an image, under their names."""
    shown = asdict(picture)
    del shown["credit"]
    return known({**shown, "sizes": picture.sizes("card"), "alt": picture.alt.text, "lang": picture.alt.language})
