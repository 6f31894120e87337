"""Events of spreadsheets: which columns hold what, days and hours as people type them, rows of one event."""

from __future__ import annotations

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from affiche.importers.csv.events import parse_csv
from affiche.importers.imported import Entry, Ground, Imported, NotRead, Reading, Skipped
from tests.importers.mutations import damaged

GROUND = Ground(ZoneInfo("Europe/Brussels"), date(2026, 11, 1))
EVENT = Imported("", {"title": "Été indien", "dates": [{"start": "2026-12-05 20:00"}]})


def read(text: str) -> Reading:
    return parse_csv(text.encode(), GROUND)


def one(**cells: str) -> Imported:
    """The event of one row whose columns are a title, a date and those that are given."""
    (event,) = read_rows({"titre": "Nuit", "date": "05/12/2026", **cells}).events
    return event


def read_rows(*rows: dict[str, str]) -> Reading:
    header = [*rows[0]]
    lines = [header, *([row.get(name, "") for name in header] for row in rows)]
    return read("\n".join(";".join(f'"{cell}"' for cell in line) for line in lines))


def entry(**cells: str) -> Entry:
    """What a row says beside its title and its dates."""
    return {name: value for name, value in one(**cells).entry.items() if name not in ("title", "dates")}


TABLE = "Titre;Date;Heure\nÉté indien;05/12/2026;20h00\n"


@pytest.mark.parametrize(
    "data",
    [
        TABLE.encode(),
        TABLE.encode("utf-8-sig"),
        TABLE.encode("cp1252"),
        TABLE.encode("utf-16"),
        TABLE.replace(";", ",").encode(),
        TABLE.replace(";", "\t").encode(),
        TABLE.replace("\n", "\r\n").encode(),
        TABLE.replace("\n", "\r").encode(),
        ("Programme;;\n\nautomne 2026;;\n" + TABLE).encode(),
        (TABLE + ";;\n\n ; ;\n").encode(),
        b"titel,datum,uur\n\xc3\x89t\xc3\xa9 indien,5 december 2026,20.00\n",
        b"Event name,Start date,Start time\n\xc3\x89t\xc3\xa9 indien,2026-12-05,20:00:00\n",
    ],
)
def test_the_forms_of_a_table_are_one_event(data: bytes) -> None:
    assert parse_csv(data, GROUND) == Reading((EVENT,))


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"date": "5/12/2026 20:00"}, [{"start": "2026-12-05 20:00"}]),
        ({"date": "2026-12-05T19:00:00Z"}, [{"start": "2026-12-05 20:00"}]),
        ({"date": "2026-12-05 00:00:00"}, [{"start": "2026-12-05"}]),
        ({"date": "samedi 5 décembre 2026"}, [{"start": "2026-12-05"}]),
        ({"heure": "20h30"}, [{"start": "2026-12-05 20:30"}]),
        ({"heure": "toute la journée"}, [{"start": "2026-12-05"}]),
        ({"heure": "20:00 - 22:00"}, [{"start": "2026-12-05 20:00", "end": "2026-12-05 22:00"}]),
        ({"heure": "22:00", "heure de fin": "02:00"}, [{"start": "2026-12-05 22:00", "end": "2026-12-06 02:00"}]),
        ({"heure": "20:00", "fin": "22h"}, [{"start": "2026-12-05 20:00", "end": "2026-12-05 22:00"}]),
        ({"heure": "20:00", "fin": "23:59"}, [{"start": "2026-12-05 20:00"}]),
        ({"heure": "20:00", "heure de fin": "20:00"}, [{"start": "2026-12-05 20:00"}]),
        (
            {"date": "5/12/2026 | 6/12/2026", "heure": "20:00"},
            [{"start": "2026-12-05 20:00"}, {"start": "2026-12-06 20:00"}],
        ),
        ({"heure": "20:00", "ouverture des portes": "19h30"}, [{"start": "2026-12-05 20:00", "doors": "19:30"}]),
        ({"date": "décembre 2026"}, [{"start": "2026-12"}]),
    ],
)
def test_dates(cells: dict[str, str], expected: list[Entry]) -> None:
    assert one(**cells).entry["dates"] == expected


@pytest.mark.parametrize("cells", [{"date de fin": "03/01/2027"}, {"date": "du 5 décembre 2026 au 3 janvier 2027"}])
def test_days_are_a_run(cells: dict[str, str]) -> None:
    assert one(**cells).entry == {"title": "Nuit", "period": {"start": "2026-12-05", "end": "2027-01-03"}}


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"genre": "spectacle"}, {"type": "performance"}),
        ({"prix": "8,50 €"}, {"price": "8.50"}),
        ({"prijs": "gratis"}, {"price": "free"}),
        (
            {"prix": "Adultes : 12 € | Élèves : 8 €"},
            {"price": [{"name": "Adultes", "price": "12"}, {"name": "Élèves", "price": "8"}]},
        ),
        ({"gratuit": "oui"}, {"price": "free"}),
        ({"gratuit": "non"}, {}),
        ({"complet": "x"}, {"availability": "sold-out"}),
        ({"âge": "6 à 12 ans"}, {"typical_age_range": "6-12"}),
        ({"status": "geannuleerd"}, {"status": "cancelled"}),
        ({"artistes": "Exemple; Voorbeeld"}, {"performers": ["Exemple", "Voorbeeld"]}),
        ({"langue": "français, nl"}, {"spoken_languages": ["fr", "nl"]}),
        ({"PMR": "oui"}, {}),
        ({"rolstoeltoegankelijk": "ja"}, {"accessibility": {"wheelchair": "yes"}}),
        ({"billetterie": "https://example.org/t"}, {"booking": {"url": "https://example.org/t"}}),
        ({"site web": "example.org/n?utm_source=x"}, {"same_as": ["https://example.org/n"]}),
        ({"lieu": "Salle Exemple"}, {"venue": {"name": "Salle Exemple"}}),
        (
            {"lieu": "Salle Exemple, Rue Exemple 1, 1080 Molenbeek-Saint-Jean"},
            {
                "venue": {
                    "name": "Salle Exemple",
                    "street": "Rue Exemple 1",
                    "postal_code": "1080",
                    "municipality": "Molenbeek-Saint-Jean",
                }
            },
        ),
        (
            {"lieu": "Salle", "code postal": "1080", "commune": "Molenbeek", "lat": "50,85", "lng": "4,33"},
            {"venue": {"name": "Salle", "postal_code": "1080", "municipality": "Molenbeek", "geo": ["50.85", "4.33"]}},
        ),
        ({"lieu": "https://example.org/live"}, {"online_url": "https://example.org/live"}),
        ({"salle": "Petite salle"}, {"room": "Petite salle"}),
    ],
)
def test_cells(cells: dict[str, str], expected: Entry) -> None:
    assert entry(**cells) == expected


def test_texts_are_by_language_where_the_column_says_so() -> None:
    found = read('titre fr,title_nl,description (FR),date\nNuit,Nacht,"Une <b>nuit</b>",2026-12-05\n').events
    dates = [{"start": "2026-12-05"}]
    assert found == (Imported("", {"title": {"fr": "Nuit", "nl": "Nacht"}, "dates": dates}, {"fr": "Une **nuit**"}),)


def test_columns_that_no_field_takes_are_named_once() -> None:
    found = one(jauge="120", prix="voir le site", photo="a.jpg", modified="2026-01-01", thème="jazz, swing")
    assert (found.unread, found.categories) == (("jauge", "prix", "image"), ("jazz", "swing"))


def test_rows_of_one_title_and_place_are_its_dates() -> None:
    rows = [
        {"titre": "Nuit", "lieu": "Salle", "date": "06/12/2026", "statut": "", "tickets": "https://example.org/6"},
        {
            "titre": "Nuit",
            "lieu": "Salle",
            "date": "05/12/2026",
            "statut": "annulé",
            "tickets": "https://example.org/5",
        },
        {"titre": "Nuit", "lieu": "Ailleurs", "date": "07/12/2026"},
    ]
    first, second = read_rows(*rows).events
    assert first.entry == {
        "title": "Nuit",
        "venue": {"name": "Salle"},
        "booking": {"url": "https://example.org/5"},
        "dates": [
            {"start": "2026-12-05", "status": "cancelled"},
            {"start": "2026-12-06", "booking_url": "https://example.org/6"},
        ],
    }
    assert second.entry["venue"] == {"name": "Ailleurs"}


def test_rows_of_one_id_are_its_dates() -> None:
    rows = [
        {"id": "n-1", "titre": "Nuit", "lieu": "Salle", "date": "05/12/2026"},
        {"id": "n-1", "titre": "Nuit", "lieu": "Ailleurs", "date": "06/12/2026"},
    ]
    (event,) = read_rows(*rows).events
    assert event.external_id == "csv:n-1"
    assert event.entry["dates"] == [{"start": "2026-12-05"}, {"start": "2026-12-06", "venue": {"name": "Ailleurs"}}]


def test_organisers_are_missed_where_they_are_several() -> None:
    rows = [
        {"titre": "Nuit", "date": "05/12/2026", "organisateur": "Exemple"},
        {"titre": "Bal", "date": "06/12/2026", "organisateur": "Voorbeeld"},
    ]
    assert [event.unread for event in read_rows(*rows).events] == [("organisateur",), ("organisateur",)]
    assert [event.unread for event in read_rows(rows[0]).events] == [()]


@pytest.mark.parametrize(
    ("cells", "skipped"),
    [
        ({"date": "12/25/2026"}, Skipped("unreadable", "Nuit")),
        ({"date": "bientôt"}, Skipped("unreadable", "Nuit")),
        ({"heure": "le soir"}, Skipped("unreadable", "Nuit")),
        ({"fin": "plus tard"}, Skipped("unreadable", "Nuit")),
        ({"date": "05/12/1830"}, Skipped("unreadable", "Nuit")),
        ({"date": "", "lieu": "Salle"}, Skipped("undated", "Nuit")),
        ({"titre": ""}, Skipped("untitled", "")),
    ],
)
def test_a_row_that_cannot_be_announced_costs_itself_alone(cells: dict[str, str], skipped: Skipped) -> None:
    row = {"titre": "Nuit", "date": "05/12/2026", **cells}
    found = read_rows(row, {"titre": "Bal", "date": "05/12/2026"})
    assert ([event.entry["title"] for event in found.events], found.skipped) == (["Bal"], (skipped,))


@pytest.mark.parametrize(
    "data", [b"", b"<html>", b"[1]", b"BEGIN:VCALENDAR", b"PK\x03\x04", b"a;b\n1;2", b"titre;lieu\nNuit;Salle"]
)
def test_other_sources_are_refused(data: bytes) -> None:
    with pytest.raises(NotRead):
        parse_csv(data, GROUND)


RICH = (
    "id;Titre FR;Titel NL;Date;Heure;Fin;Lieu;Prix;Genre;Artistes;Gratuit;Site\n"
    '1;Nuit;Nacht;05/12/2026;20h;22h;"Salle, Rue Exemple 1, 1080 Molenbeek";8,50;concert;"A\nB";non;https://example.org/1\n'
    "1;Nuit;Nacht;06/12/2026;20h;;Salle;;concert;A|B;;\n"
    "2;Bal;;du 5 décembre 2026 au 3 janvier 2027;;;;0;;;oui;\n"
    ";Bal;;décembre 2026;;;;10-12;expo;;;\n"
)


def test_the_order_of_a_table_does_not_matter() -> None:
    header, *rows = RICH.replace("A\nB", "A|B").splitlines()
    whole = read("\n".join([header, *rows]))
    assert len(whole.events) == 3
    assert read("\n".join([header, *reversed(rows)])) == whole


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_no_bytes_raise_anything_else(data: st.DataObject) -> None:
    source = damaged(data, RICH.encode(), 8)
    try:
        parse_csv(source, GROUND)
    except NotRead:
        return


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text(max_size=12).map(lambda text: text.replace('"', "")), min_size=12, max_size=12))
def test_no_cells_raise_anything_else(cells: list[Any]) -> None:
    read("\n".join([RICH.split("\n", maxsplit=1)[0], ";".join(f'"{cell}"' for cell in cells)]))
