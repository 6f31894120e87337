"""A site with something for each indicator: houses that work together, events of all states, at home and abroad."""

from __future__ import annotations

from typing import Any

from affiche.model.record import Record
from affiche.model.text import Text
from affiche.outputs.site import Site
from tests import factories as make

HOUSES = ("ana", "bo", "cle", "den-hoek")
WHEELCHAIR = {"wheelchair": "yes", "seating": "partial", "induction-loop": "no"}


def busy_records() -> list[Record]:
    """The records: in 2025 and 2026, most of them in December."""
    houses = [make.organisation(each, name=each.title()) for each in HOUSES[:2]]
    houses.append(
        make.organisation(
            "cle", name={"fr": "La Clé", "nl": "De Sleutel"}, mission={"fr": "Ouvrir."}, verified="2026-11-01",
            international={"countries": ["FR", "MA"]}, sustainability={"labels": ["Ecodynamic"], "practices": "Vélo"},
        )
    )  # fmt: skip
    houses.append(make.organisation("den-hoek", name="Den Hoek", verified="2024-01-01", status="inactive"))
    venues = [
        make.venue(accessibility=WHEELCHAIR, verified="2025-01-01"),
        make.venue("ixelles", name="Flagey", postal_code="1050", municipality="Elsene"),
    ]
    return [*houses, *venues, *_events()]


def _events() -> list[Record]:
    both: dict[str, Any] = {"disciplines": ["music", "dance"], "venue": "la-vallee"}
    return [
        make.event("seul", organisers=["ana"], price="free", **both),
        make.event("deux", organisers=["ana", {"organisation": "bo", "role": "host"}], price="12", **both),
        make.event("trois", organisers=["ana", "bo", "cle"], venue="ixelles", summary={"fr": "Un soir."}),
        make.event("paye", organisers=["bo", {"organisation": "cle", "role": "funder"}], price={"from": "8"}),
        make.event("annule", organisers=["cle"], status="cancelled", availability="sold-out"),
        make.event(
            "tournee", organisers=["cle"], type="dance", spoken_languages=["fr"], availability="sold-out",
            dates=[
                {"start": "2026-12-06 20:00", "venue": "ixelles"},
                {"start": "2026-12-07 20:00", "venue": "la-vallee", "status": "cancelled"},
                {"start": "2026-12-08 20:00", "venue": {"name": "Loin", "municipality": "Lille", "country": "FR"}},
            ],
        ),
        make.event("gand", organisers=["ana"], venue={"name": "Vooruit", "municipality": "Gent"}),
        make.event("mission", organisers=["bo"], international={"countries": ["DE", "BE"]}, online_url="https://a.org/"),
        make.event("expo", organisers=["ana"], type="exhibition", period={"start": "2025-10-01", "end": "2026-02-01"},
                   dates=[{"start": "2025-09-30 18:00", "status": "cancelled"}]),
        make.event("clos", organisers=["ana"], type="exhibition", period={"start": "2025-04-02", "end": "2025-05-01"},
                   dates=[{"start": "2025-04-01 18:00", "availability": "sold-out"}]),
        make.event("presque", organisers=["ana"], availability="sold-out",
                   dates=[{"start": "2025-04-02 18:00"}, {"start": "2025-04-03 18:00", "availability": "available"}]),
        make.event("sans-debut", organisers=["ana"], type="exhibition", period={"end": "2025-03-01"}),
        make.event("hiver", organisers=["ana"], start="2025-winter"),
        make.event("avril", organisers=["ana"], start="2026-04", published="2026-01-15 10:00"),
        make.event("tot", organisers=["ana"], start="2025-06-01", published="2025-01-02 23:30"),
        make.event("tard", organisers=["ana"], start="2025-06-02", published="2025-06-03 09:00"),
        make.event("le-jour", organisers=["ana"], start="2025-06-03 20:00", published="2025-06-03 09:00"),
        make.event("soiree", organisers=["ana"], start="2025-12-31 23:30", price={"pay_what_you_can": {}}),
        make.event(
            "dehors", organisers=["ana"], accessibility={"tactile": "yes"}, booking={"requirement": "none"},
            sustainability={"labels": ["A"], "transport": "Tram", "note": "Réemploi"}, typical_age_range="6-12",
            body=Text.of(fr="Long. " * 50, nl="Lang. " * 50), summary={"fr": "Un", "nl": "Een"},
        ),
        make.event("entre-nous", organisers=["ana", "bo"], audience="members", type="meeting"),
        make.event("ecole", organisers=["bo"], audience="schools", type="workshop"),
        make.event("retire", organisers=["bo"], withdrawn={"date": "2026-11-20", "reason": "Double"}),
        make.event("vieux", organisers=["bo"], replaced_by="deux"),
    ]  # fmt: skip


def busy_site(**more: Any) -> Site:
    """Their site."""
    return make.site(*busy_records(), **more)
