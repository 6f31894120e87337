"""Sites with social kits, for tests."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from affiche.model.event import Event
from affiche.model.record import Record
from affiche.model.settings import Settings
from affiche.model.text import Wording
from affiche.outputs.site import Site
from affiche.outputs.social.event_subjects import event_subject
from affiche.outputs.social.subject import Subject
from tests import factories as make

SETTINGS = Settings(social_weeks=8)
LINK = "https://example.org/fr/evenements/nuit-ouverte/"
PLAIN = Subject(
    key="nuit-ouverte",
    path="fr/kit-social/nuit-ouverte/",
    versions=(("fr", "fr/kit-social/nuit-ouverte/"),),
    about="fr/evenements/nuit-ouverte/",
    language="fr",
    title=Wording("Nuit ouverte"),
    drawn="Nuit ouverte",
    kind="Concert",
    date="Samedi 5 décembre",
    when="Samedi 5 décembre 2026 à 20 h",
    colour="sky",
)


def kit_site(*records: Record, settings: Settings = SETTINGS) -> Site:
    """The site of some records, Zinneke among them."""
    return make.site(*records, make.organisation(), settings=settings)


def kit_of(language: str, event: Event, *others: Record) -> Subject:
    """The kit of an event."""
    return event_subject(kit_site(event, *others), language, event)


def subject(**changed: Any) -> Subject:
    """A plain kit with some parts of its own."""
    return replace(PLAIN, **changed)
