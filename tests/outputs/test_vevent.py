from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar as Vcalendar

from affiche.outputs.ics import ics_artifacts
from affiche.outputs.site import Site
from affiche.sources.images import ImageFacts
from tests import factories as make
from tests.outputs.content_lines import unfolded

BRUSSELS = ZoneInfo("Europe/Brussels")
PAGE = "https://example.org/fr/evenements/nuit-ouverte/"


def render(site: Site, language: str = "fr") -> bytes:
    """The event's own file."""
    folder = site.routes.of_id(language, "events", "nuit-ouverte")
    (artifact,) = (each for each in ics_artifacts(site) if each.path == f"{folder}nuit-ouverte.ics")
    return artifact.render()


def entries(site: Site) -> list[Any]:
    return Vcalendar.from_ical(render(site)).walk("VEVENT")


def site_of(**typed: Any) -> Site:
    return make.site(make.event(**typed), make.organisation(), make.venue())


def entry(**typed: Any) -> Any:
    (only,) = entries(site_of(**typed))
    return only


def lines(data: bytes, *names: str) -> list[str]:
    """Properties of entries as they are written, unfolded."""
    text = unfolded(data[data.index(b"BEGIN:VEVENT") :]).decode()
    return [line for line in text.split("\r\n") if line.partition(":")[0].partition(";")[0] in names]


ZONED = ";TZID=Europe/Brussels:"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ({"start": "2026-12-05 20:00"}, [f"DTSTART{ZONED}20261205T200000"]),
        (
            {"start": "2026-12-05 23:00", "end": "2026-12-06 05:00"},
            [f"DTSTART{ZONED}20261205T230000", f"DTEND{ZONED}20261206T050000"],
        ),
        (
            {"start": "2026-10-25 02:30+02:00", "end": "2026-10-25 02:30+01:00"},
            ["DTSTART:20261025T003000Z", "DTEND:20261025T013000Z"],
        ),
        ({"start": "2026-10-25 02:30+01:00"}, ["DTSTART:20261025T013000Z"]),
        ({"start": "2026-12-05 20:00+09:00"}, [f"DTSTART{ZONED}20261205T120000"]),
        (
            {"start": "2026-12-05 20:00", "venue": {"name": "Hall", "country": "JP", "time_zone": "Asia/Tokyo"}},
            ["DTSTART:20261205T110000Z"],
        ),
        ({"start": "1989-12-05 20:00"}, ["DTSTART:19891205T190000Z"]),
        ({"start": "2026-12-05"}, ["DTSTART;VALUE=DATE:20261205"]),
        ({"period": {"start": "2026-12-05"}}, ["DTSTART;VALUE=DATE:20261205"]),
        (
            {"period": {"start": "2026-12-05", "end": "2026-12-05"}},
            ["DTSTART;VALUE=DATE:20261205", "DTEND;VALUE=DATE:20261206"],
        ),
        (
            {"period": {"start": "2026-12-05", "end": "2027-02-28"}},
            ["DTSTART;VALUE=DATE:20261205", "DTEND;VALUE=DATE:20270301"],
        ),
        (
            {"recurrence": {"every": "day", "from": "2026-03-29", "count": "1", "start": "02:50", "end": "03:10"}},
            [f"DTSTART{ZONED}20260329T035000"],
        ),
    ],
)
def test_vevent_times(typed: dict[str, Any], expected: list[str]) -> None:
    assert lines(render(site_of(**typed)), "DTSTART", "DTEND") == expected


@pytest.mark.parametrize("typed", [{"start": "2026-12"}, {"start": "2026-winter"}, {"period": {"end": "2026-12-31"}}])
def test_vevent_is_none_without_a_day(typed: dict[str, Any]) -> None:
    assert entries(make.site(make.event(**typed))) == []


def test_vevent_of_a_recurrence_is_one_each_at_the_same_local_hour() -> None:
    rule = {"every": "week", "from": "2026-10-18", "count": "3", "start": "20:00", "except": ["2026-10-25"]}
    found = entries(make.site(make.event(recurrence=rule)))
    assert [item.decoded("DTSTART") for item in found] == [
        datetime(2026, 10, 18, 20, tzinfo=BRUSSELS),
        datetime(2026, 11, 1, 20, tzinfo=BRUSSELS),
    ]
    assert not {"RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"} & {name for item in found for name in item}


def test_vevent_of_a_run_stands_beside_its_dated_moments() -> None:
    opening = make.event(period={"start": "2026-12-05", "end": "2027-01-03"}, dates=[{"start": "2026-12-04 18:00"}])
    assert [str(item["UID"]) for item in entries(make.site(opening))] == [
        "nuit-ouverte.run@example.org",
        "nuit-ouverte.20261204T1800@example.org",
    ]


@pytest.mark.parametrize(
    ("status", "expected", "summary"),
    [
        ("scheduled", "CONFIRMED", "Nuit ouverte"),
        ("cancelled", "CANCELLED", "ANNULÉ - Nuit ouverte"),
        ("postponed", "TENTATIVE", "REPORTÉ - Nuit ouverte"),
        ("rescheduled", "CONFIRMED", "Nuit ouverte"),
        ("moved-online", "CONFIRMED", "Nuit ouverte"),
    ],
)
def test_vevent_status_and_prefix(status: str, expected: str, summary: str) -> None:
    component = entry(status=status)
    assert (component["STATUS"], component["SUMMARY"], component["TRANSP"]) == (expected, summary, "TRANSPARENT")


def test_vevent_status_of_the_performance_wins() -> None:
    event = make.event(
        status="cancelled", dates=[{"start": "2026-12-05 20:00", "status": "scheduled"}, {"start": "2026-12-06 20:00"}]
    )
    assert [str(item["STATUS"]) for item in entries(make.site(event))] == ["CONFIRMED", "CANCELLED"]


def test_vevent_names_the_language_of_the_text_shown() -> None:
    component = entry(title={"nl": "Open nacht"}, summary={"nl": "Muziek."}, venue="la-vallee")
    assert [component[name].params["LANGUAGE"] for name in ("SUMMARY", "DESCRIPTION", "LOCATION")] == ["nl", "nl", "fr"]
    assert component["DESCRIPTION"].startswith("[en néerlandais] Muziek.\nOrganisation : Zinneke\n")


def test_vevent_description_says_state_note_summary_and_facts_then_its_page() -> None:
    site = site_of(
        dates=[{"start": "2026-12-05 20:00", "status": "moved-online", "note": {"fr": "Finale"}}],
        status_reason={"fr": "Grève"},
        summary={"fr": "De la musique : «\u202fforte\u202f»."},
        venue="la-vallee",
        room={"fr": "Petite salle"},
        online_url="https://video.example.org/",
        price={"from": "8"},
    )
    assert entries(site)[0]["DESCRIPTION"].split("\n") == [
        "Se tient en ligne : Grève",
        "Finale",
        "De la musique : « forte ».",
        "Organisation : Zinneke",
        "En ligne : https://video.example.org/",
        "à partir de 8 €",
        "",
        PAGE,
    ]
    assert lines(render(site), "CONFERENCE", "LOCATION") == ["CONFERENCE;VALUE=URI:https://video.example.org/"]


def test_vevent_description_says_when_places_are_gone() -> None:
    assert entry(availability="sold-out")["DESCRIPTION"].split("\n")[0] == "Complet"


def test_vevent_description_says_what_is_left_apart_from_why_a_date_moved() -> None:
    moved = {"status": "rescheduled", "status_reason": {"fr": "Grève"}, "previous_start": ["2026-12-04 20:00"]}
    assert entry(**moved, availability="limited")["DESCRIPTION"].split("\n")[:2] == [
        "Nouvelle date : Grève",
        "Dernières places",
    ]


def test_vevent_description_of_a_run_says_open_and_closed_days() -> None:
    component = entry(
        period={"start": "2026-12-05", "end": "2027-01-03"},
        opening_hours=[{"days": ["wed"], "opens": "10:00", "closes": "18:00"}],
        closed=[{"from": "2026-12-24", "to": "2026-12-26"}],
    )
    assert component["DESCRIPTION"].split("\n")[1:4] == [
        "mercredi, de 10 h à 18 h",
        "du 24 au 26 décembre 2026 : fermé",
        "",
    ]


@pytest.mark.parametrize("word", ["interminable ", "x", "😀"])
def test_vevent_description_is_cut_before_its_address(word: str) -> None:
    closures = [{"from": "2026-12-24", "to": "2026-12-26", "note": (word * 99)[:300]} for _ in range(9)]
    description = entry(
        status="postponed",
        status_reason=(word * 999)[:999],
        period={"start": "2026-12-01", "end": "2026-12-31"},
        closed=closures,
    )["DESCRIPTION"]
    assert 900 < len(description) <= 1000
    assert description.endswith(f"…\n\n{PAGE}")
    assert "Organisation : Zinneke" in description


def test_vevent_description_has_a_thousand_characters_at_most() -> None:
    gone = make.event(withdrawn={"date": "2026-11-20", "reason": "x" * 999})
    (found,) = entries(make.site(gone))
    assert len(found["DESCRIPTION"]) == 1000
    assert found["DESCRIPTION"].endswith(f"x…\n\n{PAGE}")


def test_vevent_place_is_one_line_and_six_decimals() -> None:
    site = site_of(venue={
        "name": {"fr": "Maison", "nl": "Huis;  thuis"}, "street": {"nl": "Straat 1, bus 2"},
        "postal_code": "1050", "municipality": "Ixelles", "geo": ["50.827461234", "0.00001"],
    })  # fmt: skip
    assert lines(render(site, "nl"), "LOCATION", "GEO") == [
        "GEO:50.827461;0.0",
        r"LOCATION;LANGUAGE=nl:Huis\; thuis\, Straat 1\, bus 2\, 1050 Elsene",
    ]


def test_vevent_categories_are_one_property() -> None:
    site = site_of(disciplines=["music"], keywords=["a,b", "Concert", r"C:\Nuit"])
    assert lines(render(site, "nl"), "CATEGORIES") == [r"CATEGORIES:Concert,Muziek,a\,b,C:\\Nuit"]


def test_vevent_image_is_the_published_jpeg() -> None:
    image = {"src": "affiche.jpg", "alt": "Une affiche", "credit": "Z", "expires": "2026-12-01"}
    facts = ImageFacts(2400, 1600, "image/jpeg", "0123456789abcdef")
    event = make.event(image=image)
    shown, expired = (
        Site(make.calendar(event, now=moment), images={"content/events/affiche.jpg": facts})
        for moment in (make.NOW, datetime(2026, 12, 3, tzinfo=UTC))
    )
    assert lines(render(shown), "IMAGE") == [
        "IMAGE;DISPLAY=BADGE;FMTTYPE=image/jpeg;VALUE=URI:https://example.org/media/affiche-0123456789-1200.jpg"
    ]
    assert lines(render(expired), "IMAGE") == []


def test_vevent_image_over_its_time_is_a_new_fingerprint() -> None:
    event = make.event(image={"src": "affiche.jpg", "alt": "Une affiche", "credit": "Z", "expires": "2026-12-01"})
    images = {"content/events/affiche.jpg": ImageFacts(2400, 1600, "image/jpeg", "0123456789abcdef")}
    before, after = (
        {each.path: each.fingerprint for each in ics_artifacts(Site(make.calendar(event, now=moment), images=images))}
        for moment in (make.NOW, datetime(2026, 12, 3, tzinfo=UTC))
    )
    own = "fr/evenements/nuit-ouverte/nuit-ouverte.ics"
    assert before[own] != after[own]


def test_vevent_names_the_run_it_is_part_of() -> None:
    festival = make.event("festival", period={"start": "2026-12-01", "end": "2026-12-31"}, redirect_from=["fete"])
    site = make.site(make.event(part_of="festival"), festival)
    assert lines(render(site), "RELATED-TO") == ["RELATED-TO:fete.run@example.org"]


def test_vevent_holds_nothing_that_asks_for_an_answer() -> None:
    names = set(entry(venue="la-vallee", booking={"email": "info@example.org"}))
    assert not {"ORGANIZER", "ATTENDEE", "VALARM", "RRULE"} & names


def test_vevent_days_have_no_hour() -> None:
    assert entry(start="2026-12-05").decoded("DTSTART") == date(2026, 12, 5)


def test_vevent_names_the_room_that_its_venue_has_by_that_id() -> None:
    rooms = [{"id": "grande", "name": {"fr": "Grande salle", "nl": "Grote zaal"}}]
    event = make.event(venue="la-vallee", room="grande")
    (found,) = entries(make.site(event, make.organisation(), make.venue(rooms=rooms)))
    assert found["LOCATION"] == "La Vallée, Grande salle, Rue de la Vallée 1, 1000 Bruxelles"
    assert "Lieu : La Vallée, Grande salle, Bruxelles" in found["DESCRIPTION"].split("\n")
