"""Records, calendars and sites for tests, made as a contributor types them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, TypeVar

from affiche.calendar import Calendar
from affiche.model.call import Call
from affiche.model.campaign import Campaign
from affiche.model.event import Event
from affiche.model.fingerprint import digest
from affiche.model.group import Group
from affiche.model.history import Dates, History
from affiche.model.organisation import Organisation
from affiche.model.place import Venue
from affiche.model.practice import Practice
from affiche.model.project import Project
from affiche.model.record import Record
from affiche.model.region import Municipality, Region
from affiche.model.settings import Settings
from affiche.model.source import Source
from affiche.model.text import Text
from affiche.outputs.site import Site
from affiche.sources.records import parse_record

R = TypeVar("R", bound=Record)

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
PUBLISHED = datetime(2026, 9, 1, 8, tzinfo=UTC)
UPDATED = datetime(2026, 9, 2, 9, 30, tzinfo=UTC)
REGION = Region(
    tuple(
        Municipality(nis, Text.of(fr=fr, nl=nl), Text.of(fr=fr.lower(), nl=nl.lower()), (code,), (50.85, 4.35))
        for nis, fr, nl, code in (("21004", "Bruxelles", "Brussel", "1000"), ("21009", "Ixelles", "Elsene", "1050"))
    )
)


def record(model: type[R], record_id: str, body: Text | None = None, **typed: Any) -> R:
    """A record of typed fields, without fault; its digest follows from them."""
    parsed = parse_record(model, typed, typed.get("language"))
    assert parsed.faults == []
    assert isinstance(parsed.record, model)
    path = f"content/{model.collection}/{record_id}.md"
    images = {name: f"content/{model.collection}/{name}" for _, name in parsed.record.image_names}
    source = Source(path, digest([record_id, repr(typed), repr(body)]), images=images)
    return parsed.record.identified(record_id, body, source)


def event(record_id: str = "nuit-ouverte", body: Text | None = None, **typed: Any) -> Event:
    """A concert of Zinneke's, on 5 December 2026 at 20:00 unless it is typed otherwise."""
    plain = {"title": {"fr": "Nuit ouverte", "nl": "Open nacht"}, "type": "concert", "organisers": ["zinneke"]}
    when = {} if typed.keys() & {"start", "dates", "period", "recurrence"} else {"start": "2026-12-05 20:00"}
    return record(Event, record_id, body, **{**plain, **when, **typed})


def organisation(record_id: str = "zinneke", body: Text | None = None, **typed: Any) -> Organisation:
    """An organisation with a name and a website."""
    return record(
        Organisation, record_id, body, **{"name": "Zinneke", "url": f"https://{record_id}.example.org/", **typed}
    )


def venue(record_id: str = "la-vallee", body: Text | None = None, **typed: Any) -> Venue:
    """A venue in Brussels."""
    plain = {"name": "La Vallée", "street": "Rue de la Vallée 1", "postal_code": "1000", "municipality": "Bruxelles"}
    return record(Venue, record_id, body, **{**plain, **typed})


def campaign(record_id: str = "hiver", body: Text | None = None, **typed: Any) -> Campaign:
    """A campaign of December 2026, without a rule."""
    plain = {"name": {"fr": "L’hiver", "nl": "De winter"}, "from": "2026-12-01", "until": "2026-12-31"}
    return record(Campaign, record_id, body, **{**plain, **typed})


def group(record_id: str = "theatre", body: Text | None = None, **typed: Any) -> Group:
    """A working group of Zinneke's."""
    plain = {"name": {"fr": "Théâtre", "nl": "Theater"}, "chairs": ["zinneke"]}
    return record(Group, record_id, body, **{**plain, **typed})


def project(record_id: str = "parade", body: Text | None = None, **typed: Any) -> Project:
    """A running project of Zinneke's."""
    plain = {"name": {"fr": "La parade", "nl": "De parade"}, "organisations": ["zinneke"], "stage": "running"}
    return record(Project, record_id, body, **{**plain, **typed})


def call(record_id: str = "residence", body: Text | None = None, **typed: Any) -> Call:
    """A residency of Zinneke's, open until 31 December 2026 at 17:00 unless it is typed otherwise."""
    plain = {
        "title": {"fr": "Résidence ouverte", "nl": "Open residentie"},
        "kind": "residency",
        "organisations": ["zinneke"],
        "apply": "https://zinneke.example.org/appel",
    }
    when = {} if "rolling" in typed else {"deadline": "2026-12-31 17:00"}
    return record(Call, record_id, body, **{**plain, **when, **typed})


def practice(record_id: str = "ateliers-ouverts", body: Text | None = None, **typed: Any) -> Practice:
    """A lesson of Zinneke's."""
    plain = {"title": {"fr": "Ouvrir les ateliers", "nl": "De ateliers openen"}, "organisations": ["zinneke"]}
    return record(Practice, record_id, body, **{**plain, **typed})


def history(*records: Record, **updated: datetime) -> History:
    """Every record published on 1 September 2026 and changed the day after, unless a moment is given for its id."""
    moments = {key.replace("_", "-"): moment for key, moment in updated.items()}
    dates = {(each.collection, each.id): Dates(PUBLISHED, moments.get(each.id, UPDATED)) for each in records}
    return History(dates)


def calendar(
    *records: Record, now: datetime = NOW, settings: Settings | None = None, past: History | None = None
) -> Calendar:
    """The calendar of some records at a moment."""
    known: Mapping[str, str] = {}
    chosen = settings or Settings()
    return Calendar.of(records, chosen, now, region=REGION, history=past or history(*records), image_digests=known)


def site(*records: Record, now: datetime = NOW, settings: Settings | None = None, past: History | None = None) -> Site:
    """The site of some records at a moment."""
    return Site(calendar(*records, now=now, settings=settings, past=past))
