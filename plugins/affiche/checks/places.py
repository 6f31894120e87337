"""Municipalities: inside the region a name of the table, in either language."""

from __future__ import annotations

from collections.abc import Iterator

from affiche.checks.scope import Scope, problem
from affiche.model.campaign import Campaign
from affiche.model.event import Event
from affiche.model.nearest import nearest
from affiche.model.organisation import Organisation
from affiche.model.place import Place, Venue
from affiche.model.record import Record
from affiche.problems import Place as At
from affiche.problems import Problem, Severity

#: Postal codes of the region; elsewhere the municipality is free text.
REGION_CODES = range(1000, 1300)


def check_municipalities(scope: Scope) -> Iterator[Problem]:
    """`municipality-unknown` inside the region, `municipality-doubtful` (warning) where the code says another."""
    if not scope.calendar.region.municipalities:
        return
    for record in scope.records:
        for at, place in _places(record):
            if place.country == "BE":
                yield from _judge(scope, record, at, place)
        if isinstance(record, Campaign):
            yield from _judge_rule(scope, record)


def _places(record: Record) -> Iterator[tuple[At, Place | Venue | Organisation]]:
    if isinstance(record, Venue | Organisation):
        yield (), record
    if isinstance(record, Event):
        if isinstance(record.venue, Place):
            yield ("venue",), record.venue
        for index, performance in enumerate(record.dates):
            if isinstance(performance.venue, Place):
                yield ("dates", index, "venue"), performance.venue


def _judge(scope: Scope, record: Record, at: At, place: Place | Venue | Organisation) -> Iterator[Problem]:
    typed, code = place.municipality, place.postal_code or ""
    if not typed or (code and not _in_region(code)):
        return
    region = scope.calendar.region
    named = region.find(typed)
    if named is None:
        near = nearest(typed, region.names)
        if code or near:
            yield problem(record, (*at, "municipality"), "municipality-unknown", hint=near, value=typed)
    elif code and code not in named.postal_codes and (other := region.find(code)):
        names = " / ".join(dict.fromkeys(other.name.values()))
        yield problem(
            record, (*at, "municipality"), "municipality-doubtful",
            severity=Severity.WARNING, value=typed, postal_code=code, other=names,
        )  # fmt: skip


def _judge_rule(scope: Scope, campaign: Campaign) -> Iterator[Problem]:
    """A campaign's rule finds nothing in a municipality that is none."""
    region = scope.calendar.region
    for index, typed in enumerate(campaign.municipalities):
        if region.find(typed) is None:
            near = nearest(typed, region.names)
            yield problem(campaign, ("municipalities", index), "municipality-unknown", hint=near, value=typed)


def _in_region(code: str) -> bool:
    return code.isascii() and code.isdecimal() and int(code) in REGION_CODES
