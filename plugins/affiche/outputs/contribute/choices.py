"""What the values of closed lists are called: the words of the pages, found by the list itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from affiche.locales import Words
from affiche.model.language import NAMED_LANGUAGES, SIGN_LANGUAGES, language_name
from affiche.model.recurrence import NTHS
from affiche.model.vocabulary import (
    ACCESSIBILITY_FEATURES,
    ACCESSIBILITY_VALUES,
    AUDIENCES,
    AVAILABILITIES,
    BOOKING_REQUIREMENTS,
    CALL_KINDS,
    CHANNELS,
    DISCIPLINES,
    EVENT_TYPES,
    FEED_TYPES,
    IMAGE_LICENCES,
    OFFER_KINDS,
    ORGANISATION_KINDS,
    ORGANISATION_STATUSES,
    PARTICIPATIONS,
    PRECISIONS,
    ROLES,
    SEASONS,
    SOCIAL_TARIFFS,
    STAGES,
    STATUSES,
    THEMES,
    WEEKDAYS,
)

Choice = tuple[str, str]
#: How often a rule repeats.
PERIODS = ("day", "week", "month")
#: Where each list has its words: the start of their keys.
STARTS: Mapping[Sequence[str], str] = {
    tuple(EVENT_TYPES): "type.",
    DISCIPLINES: "discipline.",
    AUDIENCES: "audience.",
    PARTICIPATIONS: "participation.",
    ROLES: "role.",
    STATUSES: "status.",
    AVAILABILITIES: "availability.",
    PRECISIONS: "contribute.precision.",
    SOCIAL_TARIFFS: "tariff.",
    BOOKING_REQUIREMENTS: "booking.",
    ACCESSIBILITY_FEATURES: "access.",
    ACCESSIBILITY_VALUES: "access.value.",
    ORGANISATION_KINDS: "organisation.kind.",
    ORGANISATION_STATUSES: "organisation.status.",
    OFFER_KINDS: "offer.",
    FEED_TYPES: "feed.",
    CHANNELS: "channel.",
    STAGES: "stage.",
    CALL_KINDS: "call.kind.",
    THEMES: "theme.",
    IMAGE_LICENCES: "licence.",
    NTHS: "contribute.nth.",
    PERIODS: "contribute.every.",
}


def choices_of(values: Sequence[str], words: Words) -> Sequence[Choice]:
    """Each value of a closed list with its name, in the list's own order."""
    known = tuple(values)
    if known == WEEKDAYS:
        return [(value, words(f"weekday.{number}")) for number, value in enumerate(known)]
    return [(value, words(f"{STARTS[known]}{value}")) for value in known]


def stretches_of(words: Words) -> Sequence[Choice]:
    """The months, and the seasons, as the ends of a coarse date: `2027-03`, `2027-autumn`."""
    months = [(f"{number:02}", words(f"month.{number}")) for number in range(1, 13)]
    return [*months, *((season, words(f"contribute.season.{season}")) for season in SEASONS)]


def languages_of(words: Words, *, signed: bool = False) -> Sequence[Choice]:
    """The languages of Brussels, or its sign languages, by code."""
    return [(code, language_name(code, words.language)) for code in (SIGN_LANGUAGES if signed else NAMED_LANGUAGES)]
