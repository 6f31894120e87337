"""What an event's page shows beside it: what is around it, or what its organisers do next."""

from __future__ import annotations

from typing import Any

from affiche.model.record import Record
from affiche.outputs.pages.related import Related
from tests import factories as make


def related(subject: dict[str, Any], **others: dict[str, Any]) -> list[str]:
    """The ids of what is shown beside an event, of others by id."""
    plain = {"organisers": ["den-hoek"]}
    records: list[Record] = [make.organisation(), make.organisation("den-hoek"), make.venue(), make.venue("scene")]
    records += [make.event(name.replace("_", "-"), **{**plain, **typed}) for name, typed in others.items()]
    event = make.event("bal", **subject)
    return [other.id for other in Related(make.site(event, *records)).to(event)]


def test_first_the_same_festival_then_the_same_place_then_the_same_discipline_in_the_municipality() -> None:
    subject = {"part_of": "festival", "venue": "la-vallee", "disciplines": ["music", "dance"]}
    found = related(
        subject,
        festival={"period": {"start": "2026-12-01", "end": "2026-12-31"}, "type": "festival"},
        au_festival={"part_of": "festival", "start": "2026-12-30 20:00"},
        au_meme_lieu={"venue": "la-vallee", "start": "2026-12-19 20:00"},
        danse={"venue": "scene", "disciplines": ["dance"], "start": "2026-11-30 20:00"},
        musique={"venue": "scene", "disciplines": ["music"], "start": "2027-03-01 20:00"},
        ailleurs={"venue": {"name": "Ailleurs", "municipality": "Ixelles"}, "disciplines": ["music"]},
        rien_de_tel={"venue": "scene", "disciplines": ["film"]},
    )
    assert found == ["au-festival", "au-meme-lieu", "musique", "danse"]


def test_at_the_same_place_only_what_is_within_two_weeks() -> None:
    found = related(
        {"venue": "la-vallee"},
        avant={"venue": "la-vallee", "start": "2026-11-21 20:00"},
        trop_tard={"venue": "la-vallee", "start": "2026-12-20 20:00"},
        juste={"venue": "la-vallee", "start": "2026-12-19 20:00"},
        en_cours={"venue": "la-vallee", "period": {"start": "2026-01-01", "end": "2027-01-31"}},
    )
    assert found == ["en-cours", "avant", "juste"]


def test_nothing_that_is_over_or_off_nor_a_part_of_the_event_itself() -> None:
    found = related(
        {"venue": "la-vallee"},
        passe={"venue": "la-vallee", "start": "2026-11-20 20:00"},
        annule={"venue": "la-vallee", "status": "cancelled"},
        reporte={"venue": "la-vallee", "period": {"start": "2026-12-01"}, "status": "postponed"},
        un_soir_sur_deux={
            "venue": "la-vallee",
            "dates": [{"start": "2026-12-01 20:00", "status": "cancelled"}, {"start": "2026-12-02 20:00"}],
        },
        partie={"venue": "la-vallee", "part_of": "bal"},
    )
    assert found == ["un-soir-sur-deux"]


def test_beside_what_is_over_stands_what_its_organisers_do_next_four_at_most() -> None:
    others = {f"e-{day}": {"start": f"2026-12-0{day} 20:00", "organisers": ["zinneke"]} for day in range(1, 7)}
    found = related({"start": "2026-11-01 20:00", "venue": "la-vallee"}, meme_lieu={"venue": "la-vallee"}, **others)
    assert found == ["e-1", "e-2", "e-3", "e-4"]
