from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from affiche.model.settings import Settings
from affiche.outputs.data.event_data import EventData
from affiche.outputs.data.spreadsheet import column_names, harmless, spreadsheet_artifact
from affiche.outputs.site import Site
from tests import factories as make
from tests.hostile import payloads


def rendered(site: Site) -> bytes:
    return spreadsheet_artifact(EventData(site)).render()


def rows(data: bytes) -> list[dict[str, str]]:
    """The rows of a table, read by Python's own reader."""
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def only_row(*records: Any, **typed: Any) -> dict[str, str]:
    (row,) = rows(rendered(make.site(make.event(**typed), make.organisation(), *records)))
    return row


def test_a_table_is_what_the_standard_says() -> None:
    data = rendered(make.site(make.event(title='Le "grand" soir; suite, fin'), make.organisation()))
    assert data.startswith(b'\xef\xbb\xbf"event_id","uid","kind","title_fr","title_nl",')
    assert data.count(b"\r\n") == data.count(b"\n") == 2
    assert data.endswith(b'"\r\n')
    assert b'"Le ""grand"" soir; suite, fin"' in data


def test_a_performance_and_a_run_have_a_row_each() -> None:
    site = make.site(
        make.event("expo", period={"start": "2026-12-01"}, dates=[{"start": "2026-11-30 18:00"}]),
        make.event("serie", dates=[{"start": "2026-12-05 20:00"}, {"start": "2026-12-06 20:00"}]),
        make.event("passe", start="2024-05-01"),
    )
    assert [(row["event_id"], row["kind"], row["uid"]) for row in rows(rendered(site))] == [
        ("expo", "run", "expo.run@example.org"),
        ("expo", "performance", "expo.20261130T1800@example.org"),
        ("serie", "performance", "serie.20261205T2000@example.org"),
        ("serie", "performance", "serie.20261206T2000@example.org"),
    ]


def test_a_row_says_what_is_known_and_leaves_the_rest_empty() -> None:
    row = only_row(
        make.venue(accessibility={"wheelchair": "yes"}, geo=["50.85", "4.34"]),
        title={"fr": "Nuit"},
        venue="la-vallee",
        end="2026-12-05 22:00",
        start="2026-12-05 20:00",
        price=[{"name": "A", "price": "12.50"}, {"name": "B", "price": "8"}],
        disciplines=["music", "film"],
        availability="limited",
    )
    said = {name: value for name, value in row.items() if value}
    assert said == {
        "event_id": "nuit-ouverte",
        "uid": "nuit-ouverte.20261205T2000@example.org",
        "kind": "performance",
        "title_fr": "Nuit",
        "venue_fr": "La Vallée",
        "venue_nl": "La Vallée",
        "street_fr": "Rue de la Vallée 1",
        "street_nl": "Rue de la Vallée 1",
        "municipality_fr": "Bruxelles",
        "municipality_nl": "Brussel",
        "organisers_fr": "Zinneke",
        "organisers_nl": "Zinneke",
        "url_fr": "https://example.org/fr/evenements/nuit-ouverte/",
        "url_nl": "https://example.org/nl/evenementen/nuit-ouverte/",
        "type": "concert",
        "disciplines": "music; film",
        "audience": "public",
        "start": "2026-12-05T20:00:00+01:00",
        "end": "2026-12-05T22:00:00+01:00",
        "precision": "minute",
        "status": "scheduled",
        "availability": "limited",
        "venue_id": "la-vallee",
        "postal_code": "1000",
        "country": "BE",
        "latitude": "50.85",
        "longitude": "4.34",
        "organiser_ids": "zinneke",
        "is_accessible_for_free": "false",
        "lowest_price": "8",
        "highest_price": "12.5",
        "accessibility": "wheelchair=yes",
        "published": "2026-09-01T08:00:00+00:00",
        "revision": "2026-09-02T09:30:00+00:00",
    }


def test_a_date_elsewhere_has_nothing_of_the_usual_place() -> None:
    row = only_row(
        make.venue(accessibility={"wheelchair": "yes"}),
        venue="la-vallee",
        room="Salle 1",
        dates=[{"start": "2026-12-05 20:00", "venue": {"name": "Ailleurs", "municipality": "Gand"}}],
    )
    found = {name: row[name] for name in ("venue_fr", "municipality_nl", "room_fr", "accessibility", "postal_code")}
    assert found == {
        "venue_fr": "Ailleurs",
        "municipality_nl": "Gand",
        "room_fr": "",
        "accessibility": "",
        "postal_code": "",
    }


@pytest.mark.parametrize(
    ("price", "expected"),
    [
        ("free", ("0", "0")),
        ({"from": "10"}, ("10", "")),
        ({"pay_what_you_can": {"suggested": "5"}}, ("", "")),
        ("7.50", ("7.5", "7.5")),
    ],
)
def test_prices_are_the_lowest_and_the_highest_that_are_stated(price: Any, expected: tuple[str, str]) -> None:
    row = only_row(price=price)
    assert (row["lowest_price"], row["highest_price"]) == expected


def test_a_language_of_the_site_has_its_columns() -> None:
    settings = Settings(languages=("nl", "en"))
    (row,) = rows(rendered(make.site(make.event(), make.organisation(), settings=settings)))
    assert list(row) == column_names(("nl", "en"))
    assert (row["title_nl"], row["title_en"]) == ("Open nacht", "")


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("=1+1", "'=1+1"),
        ("+1+1", "'+1+1"),
        ("-1+1", "'-1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("＝1+1", "'＝1+1"),
        ("＋1", "'＋1"),
        ("－1", "'－1"),
        ("＠a", "'＠a"),
        ("-4.35", "-4.35"),
        ("+32 2 123 45 67", "+32 2 123 45 67"),
        ("Nuit = jour", "Nuit = jour"),
        ("", ""),
    ],
)
def test_a_cell_is_no_formula(cell: str, expected: str) -> None:
    assert harmless(cell) == expected


def test_hostile_texts_come_back_but_for_the_apostrophe_before_a_formula() -> None:
    texts = [payload.text.strip() for payload in payloads("own-hostile-strings")]
    said = [text for text in dict.fromkeys(texts) if 0 < len(text) <= 90 and text.isprintable()]
    events = [make.event(f"e-{number}", title={"fr": text, "nl": "Nacht"}) for number, text in enumerate(said)]
    events.append(make.event("formule", title={"fr": "=HYPERLINK(A1)", "nl": "Nacht"}))
    found = {row["event_id"]: row["title_fr"] for row in rows(rendered(make.site(*events)))}
    assert len(said) > 30
    assert found == {event.id: harmless(event.title["fr"]) for event in events}
    assert found["formule"] == "'=HYPERLINK(A1)"
