"""Values as they are typed, read by one type of field or by a whole collection."""

from __future__ import annotations

from typing import Any, NamedTuple

from pydantic import TypeAdapter, ValidationError

from affiche.model.call import Call
from affiche.model.campaign import Campaign
from affiche.model.event import Event
from affiche.model.group import Group
from affiche.model.organisation import Organisation
from affiche.model.place import Venue
from affiche.model.practice import Practice
from affiche.model.project import Project
from affiche.model.reading import Reading
from affiche.model.record import Record
from affiche.problems import Fault
from affiche.sources.records import parse_record

#: The least that a record of each collection needs.
LEAST: dict[type[Record], dict[str, Any]] = {
    Event: {"title": "Nuit", "type": "concert", "organisers": ["zinneke"]},
    Organisation: {"name": "Zinneke", "url": "https://zinneke.example.org/"},
    Campaign: {"name": "L’hiver"},
    Group: {"name": "Théâtre"},
    Project: {"name": "Parade", "organisations": ["zinneke"]},
    Call: {"title": "Résidence", "kind": "residency", "rolling": "true", "apply": "https://example.org/appel"},
    Practice: {"title": "Ouvrir les ateliers"},
    Venue: {"name": "La Vallée", "postal_code": "1000", "municipality": "Bruxelles"},
}


class Refused(NamedTuple):
    """Why a value cannot stand, and what should stand there."""

    code: str
    hint: Any = ""


def read(kind: Any, typed: object, language: str | None = None) -> Any:
    """What a type of field makes of a typed value: a value, or the first refusal."""
    try:
        return TypeAdapter(kind).validate_python(typed, context=Reading(language).as_context())
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        return Refused(first["type"], first.get("ctx", {}).get("hint", ""))


def faults_of(model: type[Record], **typed: Any) -> list[Fault]:
    """What is wrong with fields typed beside the least that a record needs; None leaves a field out."""
    return parse_record(model, {**LEAST[model], **typed}, typed.get("language")).faults


def codes_of(model: type[Record], **typed: Any) -> list[tuple[str, str]]:
    """The code and the field of each of these faults."""
    return [(fault.code, ".".join(map(str, fault.at))) for fault in faults_of(model, **typed)]
