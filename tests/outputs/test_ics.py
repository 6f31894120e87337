"""Calendars as files: which there are, what each holds, and its bytes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar as Vcalendar

from affiche.model.history import Dates, History
from affiche.model.settings import Settings
from affiche.outputs import ics
from affiche.outputs.entries import Entry
from affiche.outputs.ics import ics_artifacts
from affiche.outputs.site import Site
from affiche.outputs.vevent import render_vevent
from affiche.writer.check import check_calendar
from tests import factories as make
from tests.outputs.content_lines import faults, unfolded

GOLDEN = Path(__file__).parent / "golden"
AGENDA = "fr/calendar.ics"
HOURS = [{"days": ["tue", "wed", "thu", "fri", "sat", "sun"], "opens": "10:00", "closes": "18:00"}]

FLOOD = {"fr": "Salle inondée", "nl": "Zaal onder water"}
EXAMPLES = {
    "one-performance": make.event(
        summary={"fr": "Musique, danse ; et la suite.", "nl": "Muziek, dans; en de rest."},
        disciplines=["music", "dance"],
        keywords=["fanfare"],
        venue="la-vallee",
        start="2026-12-05 20:00",
        end="2026-12-05 23:30",
        price="8.50",
    ),
    "several-one-cancelled": make.event(
        venue="la-vallee",
        dates=[
            {"start": "2026-12-05 20:00"},
            {"start": "2026-12-06 15:00", "status": "cancelled", "status_reason": FLOOD},
            {"start": "2026-12-07 20:00", "id": "derniere", "note": {"fr": "Dernière", "nl": "Laatste"}},
        ],
    ),
    "run-with-opening-hours": make.event(
        type="exhibition",
        venue="la-vallee",
        period={"start": "2026-11-07", "end": "2027-01-03"},
        opening_hours=HOURS,
        closed=[{"from": "2026-12-25", "to": "2026-12-25", "note": {"fr": "Noël", "nl": "Kerstmis"}}],
    ),
    "day-precision": make.event(start="2026-12-05", status="postponed"),
}  # fmt: skip


def files(site: Site) -> dict[str, bytes]:
    return {artifact.path: artifact.render() for artifact in ics_artifacts(site)}


def fingerprints(site: Site) -> dict[str, str]:
    return {artifact.path: artifact.fingerprint for artifact in ics_artifacts(site)}


def entries(data: bytes) -> list[Any]:
    return Vcalendar.from_ical(data).walk("VEVENT")


def uids(data: bytes) -> list[str]:
    return [str(entry["UID"]).removesuffix("@example.org") for entry in entries(data)]


@pytest.mark.parametrize("language", ["fr", "nl"])
@pytest.mark.parametrize("name", EXAMPLES)
def test_ics_of_an_event_is_its_golden_file(name: str, language: str) -> None:
    site = make.site(EXAMPLES[name], make.organisation(), make.venue(geo=["50.85123456", "4.3"]))
    path = f"{site.routes.record(language, EXAMPLES[name])}nuit-ouverte.ics"
    assert files(site)[path] == (GOLDEN / f"{name}.{language}.ics").read_bytes()


def test_ics_has_no_fault_in_its_octets() -> None:
    events = [event.model_copy().identified(name, None, event.origin) for name, event in EXAMPLES.items()]
    made = files(make.site(*events, make.organisation(), make.venue()))
    assert {path: list(faults(data)) for path, data in made.items()} == {path: [] for path in made}
    assert {path: list(check_calendar(data)) for path, data in made.items()} == {path: [] for path in made}


def test_ics_stands_beside_every_list_and_event() -> None:
    several = make.event(
        "deux", venue="la-vallee", disciplines=["music"], dates=[{"start": "2026-12-05 20:00"}, {"start": "2026-12-06"}]
    )
    made = files(make.site(several, make.event(), make.organisation(), make.venue()))
    assert {path for path in made if path.startswith("fr/")} == {
        "fr/calendar.ics",
        "fr/professionnels/calendar.ics",
        "fr/appels/calendar.ics",
        "fr/disciplines/musique/calendar.ics",
        "fr/disciplines/musique/communes/bruxelles/calendar.ics",
        "fr/communes/bruxelles/calendar.ics",
        "fr/organisations/zinneke/calendar.ics",
        "fr/lieux/la-vallee/calendar.ics",
        "fr/evenements/nuit-ouverte/nuit-ouverte.ics",
        "fr/evenements/deux/deux.ics",
        "fr/evenements/deux/deux.20261205T2000.ics",
        "fr/evenements/deux/deux.20261206.ics",
    }  # fmt: skip
    assert len([path for path in made if path.startswith("nl/")]) == 12


def test_ics_of_a_list_without_events_has_its_time_zone_alone() -> None:
    data = files(make.site(make.organisation()))["nl/organisaties/zinneke/calendar.ics"]
    assert [component.name for component in Vcalendar.from_ical(data).subcomponents] == ["VTIMEZONE"]
    assert b"LAST-MODIFIED" not in data


def test_ics_is_the_serialisation_of_one_calendar() -> None:
    events = [event.model_copy().identified(name, None, event.origin) for name, event in EXAMPLES.items()]
    data = files(make.site(*events, make.organisation(), make.venue()))[AGENDA]
    assert Vcalendar.from_ical(data).to_ical() == data


def test_ics_uid_is_the_same_in_every_language_and_place() -> None:
    made = files(make.site(EXAMPLES["several-one-cancelled"], make.organisation(), make.venue()))
    expected = ["nuit-ouverte.20261205T2000", "nuit-ouverte.20261206T1500", "nuit-ouverte.derniere"]
    for path in (
        AGENDA,
        "nl/calendar.ics",
        "nl/evenementen/nuit-ouverte/nuit-ouverte.ics",
        "fr/lieux/la-vallee/calendar.ics",
    ):
        assert uids(made[path]) == expected


def test_ics_uid_survives_a_new_name_and_a_new_date() -> None:
    renamed = make.event(
        "porte-close",
        redirect_from=["nuit-ouverte"],
        dates=[{"start": "2027-01-09 20:00", "previous_start": ["2026-12-05 20:00"]}],
    )
    made = files(
        make.site(renamed, settings=Settings(site_url="https://agenda.example.net/a/", identity_host="example.org"))
    )
    assert uids(made["fr/evenements/porte-close/porte-close.ics"]) == ["nuit-ouverte.20261205T2000"]


def test_ics_keeps_one_entry_of_two_with_one_identity() -> None:
    twice = make.event(
        recurrence={"every": "day", "from": "2026-12-05", "count": "2", "start": "20:00", "extra": ["2026-12-05 20:00"]}
    )
    assert uids(files(make.site(twice))[AGENDA]) == ["nuit-ouverte.20261205T2000", "nuit-ouverte.20261206T2000"]


@pytest.mark.parametrize(
    ("typed", "is_there"),
    [
        ({"start": "2026-10-22 20:00"}, True),
        ({"start": "2026-10-21 20:00"}, False),
        ({"start": "2026-10-21 20:00", "end": "2026-10-22 02:00"}, True),
        ({"start": "2027-11-21"}, True),
        ({"start": "2027-11-22"}, False),
        ({"start": "2027-02"}, False),
        ({"start": "2026-winter"}, False),
        ({"period": {"start": "2026-01-01", "end": "2026-10-22"}}, True),
        ({"period": {"start": "2026-01-01", "end": "2026-10-21"}}, False),
        ({"period": {"start": "2026-01-01"}}, True),
        ({"period": {"end": "2026-12-31"}}, False),
        ({"start": "2026-12-05 20:00", "audience": "professionals"}, False),
        ({"start": "2026-12-05 20:00", "draft": "true"}, False),
    ],
)
def test_ics_of_a_list_holds_thirty_days_back_and_a_year_ahead(typed: dict[str, Any], is_there: bool) -> None:  # noqa: FBT001
    assert bool(uids(files(make.site(make.event(**typed)))[AGENDA])) is is_there


@pytest.mark.parametrize(("hour", "count"), [(3, 1), (4, 0)])
def test_ics_of_a_list_begins_a_new_day_when_the_night_ends(hour: int, count: int) -> None:
    site = make.site(make.event(start="2026-10-22 20:00"), now=datetime(2026, 11, 22, hour, tzinfo=UTC))
    assert len(uids(files(site)[AGENDA])) == count


def test_ics_of_a_list_is_in_order_of_start_then_uid() -> None:
    events = [
        make.event("soir", start="2026-12-05 20:00"),
        make.event("jour", start="2026-12-05"),
        make.event("meme-soir", start="2026-12-05 20:00"),
        make.event(
            "tokyo", start="2026-12-06 01:00", venue={"name": "Hall", "country": "JP", "time_zone": "Asia/Tokyo"}
        ),
    ]
    ordered = ["jour.20261205", "tokyo.20261206T0100", "meme-soir.20261205T2000", "soir.20261205T2000"]
    renamed = make.event("a-renomme", start="2026-12-05 20:00", redirect_from=["zut"])
    assert uids(files(make.site(*events, renamed))[AGENDA]) == [*ordered, "zut.20261205T2000"]


def test_ics_of_a_place_leaves_out_the_dates_elsewhere() -> None:
    tour = make.event(
        dates=[{"start": "2026-12-05 20:00", "venue": "la-vallee"}, {"start": "2026-12-06 20:00", "venue": "ailleurs"}]
    )
    elsewhere = make.venue("ailleurs", municipality="Ixelles", postal_code="1050")
    made = files(make.site(tour, make.venue(), elsewhere, make.organisation()))
    first, second = "nuit-ouverte.20261205T2000", "nuit-ouverte.20261206T2000"
    assert uids(made["fr/lieux/la-vallee/calendar.ics"]) == [first]
    assert uids(made["fr/communes/ixelles/calendar.ics"]) == [second]
    assert uids(made["fr/organisations/zinneke/calendar.ics"]) == [first, second]


@pytest.mark.parametrize("audience", ["members", "professionals"])
@pytest.mark.parametrize("state", [{}, {"withdrawn": {"date": "2026-11-20", "reason": "Canular"}}])
def test_ics_of_professionals_is_theirs_alone(audience: str, state: dict[str, Any]) -> None:
    made = files(make.site(make.event(audience=audience, **state), make.organisation()))
    holding = {path for path, data in made.items() if path.endswith("/calendar.ics") and uids(data)}
    assert holding == {"fr/professionnels/calendar.ics", "nl/professionals/calendar.ics"}


def test_ics_files_of_an_event_outlive_the_window() -> None:
    made = files(make.site(make.event(start="2019-03-02 20:00")))
    assert uids(made[AGENDA]) == []
    assert uids(made["fr/evenements/nuit-ouverte/nuit-ouverte.ics"]) == ["nuit-ouverte.20190302T2000"]


def test_ics_of_a_withdrawn_event_is_its_notice_alone() -> None:
    said: dict[str, Any] = {
        "title": "Canular",
        "keywords": ["secret"],
        "venue": "la-vallee",
        "summary": "Une personne nommée ici",
    }
    gone = make.event(
        **said, withdrawn={"date": "2026-11-20", "reason": {"fr": "Demande d'un tiers", "nl": "Op verzoek"}}
    )
    made = files(make.site(gone, make.venue(), make.organisation()))
    for path in (AGENDA, "fr/lieux/la-vallee/calendar.ics", "fr/evenements/nuit-ouverte/nuit-ouverte.ics"):
        (entry,) = entries(made[path])
        assert entry["STATUS"] == "CANCELLED"
        assert entry["SUMMARY"] == "ANNULÉ - Retiré de l’agenda"
        assert entry["DESCRIPTION"] == "Demande d'un tiers\n\nhttps://example.org/fr/evenements/nuit-ouverte/"
        assert not {"LOCATION", "GEO", "CATEGORIES", "IMAGE", "CONFERENCE"} & entry.keys()
        assert not any(word in unfolded(made[path]).decode() for word in ("Canular", "secret", "nommée"))


def test_ics_fingerprint_knows_the_clock_by_the_window_alone() -> None:
    event = make.event()
    first, later = (fingerprints(make.site(event, now=make.NOW + timedelta(days=days))) for days in (0, 40))
    assert first == later
    much_later = fingerprints(make.site(event, now=make.NOW + timedelta(days=60)))
    assert [path for path in first if first[path] != much_later[path]] == ["fr/calendar.ics", "nl/calendar.ics"]


def test_ics_fingerprint_knows_which_dates_of_an_event_are_in_the_window() -> None:
    event = make.event(dates=[{"start": "2026-10-22 20:00"}, {"start": "2027-11-22 20:00"}])
    today, tomorrow = (make.site(event, now=make.NOW + timedelta(days=days)) for days in (0, 1))
    assert [uids(files(each)[AGENDA]) for each in (today, tomorrow)] == [
        *(["nuit-ouverte.20261022T2000"], ["nuit-ouverte.20271122T2000"]),
    ]
    assert fingerprints(today)[AGENDA] != fingerprints(tomorrow)[AGENDA]


def test_ics_fingerprint_is_new_where_the_bytes_are() -> None:
    others = (make.organisation(), make.organisation("autre"), make.event("autre-chose", organisers=["autre"]))
    before, after = (make.site(make.event(title=title), *others) for title in ("Nuit", "Nuits"))
    old, new = files(before), files(after)
    changed = {path for path in old if old[path] != new[path]}
    assert changed == {path for path in old if fingerprints(before)[path] != fingerprints(after)[path]}
    assert changed == {
        f"{folder}.ics"
        for folder in (
            "fr/calendar",
            "nl/calendar",
            "fr/organisations/zinneke/calendar",
            "nl/organisaties/zinneke/calendar",
        )
    } | {f"{folder}/nuit-ouverte/nuit-ouverte.ics" for folder in ("fr/evenements", "nl/evenementen")}


def test_ics_makes_an_entry_once_in_each_language_for_all_its_calendars(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[tuple[str, str]] = []

    def counted(site: Site, entry: Entry, language: str) -> bytes:
        made.append((entry.id, language))
        return render_vevent(site, entry, language)

    monkeypatch.setattr(ics, "render_vevent", counted)
    files(make.site(EXAMPLES["several-one-cancelled"], make.organisation(), make.venue()))
    ids = ("20261205T2000", "20261206T1500", "derniere")
    assert sorted(made) == [(f"nuit-ouverte.{key}", language) for key in ids for language in ("fr", "nl")]


def test_ics_fingerprint_knows_the_settings() -> None:
    first, second = (
        fingerprints(make.site(make.event(), settings=Settings(identity_host=host))) for host in ("a.org", "b.org")
    )
    assert not set(first.values()) & set(second.values())


def test_ics_edit_of_an_event_changes_its_entry_and_the_date_of_the_header() -> None:
    edited = datetime(2026, 11, 20, 10, tzinfo=UTC)
    records = (make.event(), make.event("autre", start="2026-12-06 20:00"))
    before = files(make.site(*records))[AGENDA]
    after = files(make.site(*records, past=make.history(*records, autre=edited)))[AGENDA]
    changed = [line for line in after.split(b"\r\n") if line not in before.split(b"\r\n")]
    header, own = [b"LAST-MODIFIED:20261120T100000Z"], [b"DTSTAMP:20261120T100000Z", b"SEQUENCE:115320"]
    assert sorted(changed) == sorted([*header, *header, *own])


def test_ics_revision_is_the_newest_of_event_venue_and_organisers() -> None:
    records = (make.event(venue="la-vallee"), make.venue(), make.organisation())
    moved = datetime(2026, 10, 1, 8, 0, 59, tzinfo=UTC)
    (entry,) = entries(files(make.site(*records, past=make.history(*records, la_vallee=moved)))[AGENDA])
    assert entry.decoded("DTSTAMP") == entry.decoded("LAST-MODIFIED") == moved
    assert entry.decoded("CREATED") == make.PUBLISHED
    assert entry["SEQUENCE"] == 30 * 24 * 60


def test_ics_sequence_never_decreases() -> None:
    moments = [make.PUBLISHED + timedelta(seconds=step) for step in (0, 59, 60, 86_400, 10**7)]
    event = make.event()
    sequences = []
    for moment in moments:
        past = History({("events", event.id): Dates(make.PUBLISHED, moment)})
        (entry,) = entries(
            files(make.site(event, past=past, now=datetime(2027, 6, 1, tzinfo=UTC)))[
                "fr/evenements/nuit-ouverte/nuit-ouverte.ics"
            ]
        )
        sequences.append(int(entry["SEQUENCE"]))
    assert sequences == [0, 0, 1, 1440, 166_666]


def test_ics_header_says_what_it_is_and_where() -> None:
    calendar: Any = Vcalendar.from_ical(
        files(make.site(make.event(), make.organisation(name="A, B; C")))["fr/organisations/zinneke/calendar.ics"]
    )
    assert {name: calendar[name].to_ical().decode() for name in calendar} == {
        "VERSION": "2.0",
        "PRODID": "-//Affiche//Affiche//EN",
        "CALSCALE": "GREGORIAN",
        "NAME": r"A\, B\; C - Affiche",
        "X-WR-CALNAME": r"A\, B\; C - Affiche",
        "DESCRIPTION": r"A\, B\; C : les dates annoncées sur Affiche",
        "X-WR-CALDESC": r"A\, B\; C : les dates annoncées sur Affiche",
        "X-WR-TIMEZONE": "Europe/Brussels",
        "REFRESH-INTERVAL": "PT6H",
        "X-PUBLISHED-TTL": "PT6H",
        "SOURCE": "https://example.org/fr/organisations/zinneke/calendar.ics",
        "URL": "https://example.org/fr/organisations/zinneke/",
        "COLOR": "gold",
        "UID": "fr/organisations/zinneke/calendar.ics@example.org",
        "LAST-MODIFIED": "20260902T093000Z",
    }
    assert calendar["REFRESH-INTERVAL"].params == {"VALUE": "DURATION"}
    assert calendar["SOURCE"].params == {"VALUE": "URI"}
