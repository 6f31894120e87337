from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from affiche.model.text import Text
from affiche.outputs.data.api import API
from affiche.outputs.data.event_files import MOST_UPCOMING
from affiche.outputs.site import Site
from tests import factories as make
from tests.outputs.data.reading import events_in, is_data, refusals, rendered

GOLDEN = Path(__file__).parents[1] / "golden"


def files(site: Site) -> dict[str, bytes]:
    return rendered(API.artifacts(site))


def fingerprints(site: Site) -> dict[str, str]:
    """Of all files but the status, which changes with the clock."""
    made = {artifact.path.removeprefix("api/v1/"): artifact.fingerprint for artifact in API.artifacts(site)}
    return {path: fingerprint for path, fingerprint in made.items() if path != "status.json"}


def only_event(*records: Any, **typed: Any) -> Any:
    """The one event of a site as its own file has it."""
    event = make.event(**typed)
    (found,) = events_in(files(make.site(event, make.organisation(), *records))[f"events/{event.id}.json"])
    return found


def ids(data: bytes) -> list[str]:
    return [event["id"] for event in events_in(data)]


def test_an_event_is_its_golden_file() -> None:
    event = make.event(
        body=Text.of(fr="Un **soir**."),
        summary={"fr": "Quatre heures de musique."},
        disciplines=["music"],
        venue="la-vallee",
        room="grande",
        dates=[
            {"start": "2026-12-05 20:00", "end": "2026-12-05 22:00"},
            {"start": "2026-12-06", "status": "cancelled"},
        ],
        price=[{"name": {"fr": "Plein tarif", "nl": "Vol tarief"}, "price": "12.50"}, {"name": "-26", "price": "0"}],
        redirect_from=["nuit-fermee"],
    )
    rooms = [{"id": "grande", "name": {"fr": "Grande salle", "nl": "Grote zaal"}, "accessibility": {"seating": "no"}}]
    venue = make.venue(rooms=rooms, accessibility={"wheelchair": "yes"})
    made = files(make.site(event, venue, make.organisation()))
    assert made["events/nuit-ouverte.json"].decode() == (GOLDEN / "event.json").read_text("utf-8")


def test_every_file_is_what_its_schema_says() -> None:
    records = make.event(), make.organisation(), make.venue(), make.event("parti", start="2024-05-01")
    made = files(make.site(*records))
    assert list(refusals(made)) == []
    named = (
        "events",
        "upcoming",
        "organisations",
        "venues",
        "campaigns",
        "groups",
        "projects",
        "calls",
        "practices",
        "openagenda",
        "uitdatabank",
        "changes",
        "status",
    )
    beside = {f"{name}{suffix}.json" for name in named for suffix in ("", ".schema")}
    assert {path for path in made if path.count("/") == 0} == beside | {"events.csv"}


def test_a_schema_refuses_what_it_does_not_know() -> None:
    made = files(make.site(make.event(), make.organisation()))
    broken = json.loads(made["events.json"])
    broken["events"][0] |= {"colour": "red"}
    assert len(list(refusals(made | {"events.json": json.dumps(broken).encode()}))) == 1


def test_lists_are_by_time_and_past_events_by_year() -> None:
    site = make.site(
        make.event("noel", start="2026-12-24 20:00"),
        make.event("bientot", start="2026-11-30"),
        make.event("nouvel-an", start="2025-12-31 22:00", end="2026-01-01 04:00"),
        make.event("ete", period={"start": "2024-06-01", "end": "2025-09-01"}),
        make.event("toujours", period={"start": "2020-01-01"}),
    )
    made = files(site)
    assert ids(made["events.json"]) == ["toujours", "bientot", "noel"]
    assert {path: ids(data) for path, data in made.items() if path.startswith("archive/")} == {
        "archive/2025.json": ["ete"],
        "archive/2026.json": ["nouvel-an"],
    }


def test_events_not_for_the_public_are_marked_and_in_no_public_list_for_embeds() -> None:
    site = make.site(
        make.event(disciplines=["music"]),
        make.event("entre-nous", audience="members", disciplines=["music"]),
        make.organisation(),
    )
    made = files(site)
    assert {event["id"]: event["audience"] for event in events_in(made["events.json"])} == {
        "nuit-ouverte": "public",
        "entre-nous": "members",
    }
    listed = {path: ids(data) for path, data in made.items() if path.startswith("upcoming") and is_data(path)}
    assert {path: found for path, found in listed.items() if "entre-nous" in found} == {
        "upcoming/audience/professionals.json": ["entre-nous"]
    }
    assert listed["upcoming.json"] == listed["upcoming/discipline/music.json"] == ["nuit-ouverte"]


def test_a_list_for_embeds_has_no_bodies_and_says_how_many_there_are() -> None:
    many = [make.event(f"e-{number}", body=Text.of(fr="Un soir.")) for number in range(MOST_UPCOMING + 3)]
    value = json.loads(files(make.site(*many, make.organisation()))["upcoming/organisation/zinneke.json"])
    assert (value["total"], len(value["events"])) == (MOST_UPCOMING + 3, MOST_UPCOMING)
    assert value["facet"] == {"kind": "organisation", "id": "zinneke", "name": {"fr": "Zinneke", "nl": "Zinneke"}}
    assert "body" not in value["events"][0]


def test_every_facet_with_a_page_has_its_list() -> None:
    site = make.site(make.event(venue="la-vallee"), make.organisation(), make.venue())
    listed = {path for path in files(site) if path.startswith("upcoming/")}
    assert listed == {f"upcoming/{facet.kind}/{facet.id}.json" for facet in site.facets}
    assert "upcoming/municipality/21004.json" in listed


def test_a_withdrawn_event_is_its_notice_alone() -> None:
    reason = {"fr": "À la demande d'un tiers", "nl": "Op verzoek"}
    gone = make.event(summary="Un secret", withdrawn={"date": "2026-11-20", "reason": reason})
    made = files(make.site(gone, make.organisation()))
    (notice,) = events_in(made["events/nuit-ouverte.json"])
    assert notice["withdrawn"] == {"date": "2026-11-20", "reason": reason}
    assert sorted(notice) == ["id", "updated", "url", "withdrawn"]
    assert {path for path, data in made.items() if is_data(path) and b"nuit-ouverte" in data} == {
        "events/nuit-ouverte.json"
    }
    assert list(refusals(made)) == []


def test_a_withdrawn_double_names_the_event_that_replaced_it() -> None:
    double = make.event("double", replaced_by="nuit-ouverte", withdrawn={"date": "2026-11-20", "reason": "Double"})
    paths = [artifact.path for artifact in API.artifacts(make.site(make.event(), double))]
    assert paths.count("api/v1/events/double.json") == 1
    assert len(paths) == len(set(paths))


def test_a_former_id_names_the_event_of_today() -> None:
    made = files(make.site(make.event(redirect_from=["vieux"]), make.event("double", replaced_by="nuit-ouverte")))
    assert [events_in(made[f"events/{old}.json"]) for old in ("vieux", "double")] == [
        [{"id": old, "replaced_by": "nuit-ouverte"}] for old in ("vieux", "double")
    ]
    assert ids(made["events.json"]) == ["nuit-ouverte"]


def test_what_is_unknown_is_absent_and_what_is_nought_is_there() -> None:
    assert only_event().keys().isdisjoint({"price", "accessibility", "venue", "end", "is_accessible_for_free", "body"})
    free = only_event(price=[{"name": "A", "price": "0"}])
    assert (free["price"][0]["price"], free["is_accessible_for_free"]) == (0, True)
    assert only_event(price={"pay_what_you_can": {"minimum": "0"}})["price"] == {"pay_what_you_can": {"minimum": 0}}
    assert only_event(price="8")["is_accessible_for_free"] is False


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("free", "free"),
        ("12.50", 12.5),
        ({"from": "10"}, {"from": 10}),
        ({"pay_what_you_can": {"suggested": "12"}}, {"pay_what_you_can": {"suggested": 12}}),
        ([{"name": "A", "price": "8"}], [{"name": {"und": "A"}, "price": 8}]),
    ],
)
def test_a_price_has_the_form_that_is_typed(typed: Any, expected: Any) -> None:
    assert only_event(price=typed)["price"] == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ({"start": "2026-07-01 20:00"}, ("2026-07-01T20:00:00+02:00", None, "minute")),
        ({"start": "2026-12-05", "end": "2026-12-05"}, ("2026-12-05", None, "day")),
        ({"start": "2027-02"}, ("2027-02", None, "month")),
        ({"start": "2026-winter"}, ("2026-winter", None, "season")),
        ({"start": "2026-12-05 20:00", "date_precision": "month"}, ("2026-12", None, "month")),
        ({"start": "2026-10-25 02:30+01:00"}, ("2026-10-25T02:30:00+01:00", None, "minute")),
    ],
)
def test_a_performance_begins_as_exactly_as_is_known(typed: Any, expected: tuple[str, str | None, str]) -> None:
    (performance,) = only_event(**typed)["performances"]
    assert (performance["start"], performance.get("end"), performance["precision"]) == expected


def test_a_performance_is_whole() -> None:
    first, second = only_event(
        make.venue(accessibility={"wheelchair": "yes"}),
        venue="la-vallee",
        status="cancelled",
        status_reason={"fr": "Malade"},
        accessibility={"seating": "yes"},
        dates=[
            {"start": "2026-12-05 20:00"},
            {"start": "2026-12-06 20:00", "status": "scheduled", "venue": {"name": "Ailleurs", "municipality": "Gand"}},
        ],
    )["performances"]
    assert (first["status"], first["status_reason"], first["venue"]["id"]) == (
        "cancelled",
        {"fr": "Malade"},
        "la-vallee",
    )
    assert first["accessibility"] == {"wheelchair": "yes", "seating": "yes"}
    assert first["uid"] == "nuit-ouverte.20261205T2000@example.org"
    assert "status_reason" not in second
    assert second["accessibility"] == {"seating": "yes"}
    assert second["venue"] == {"name": {"und": "Ailleurs"}, "municipality": {"und": "Gand"}, "country": "BE"}


def test_a_run_has_its_venues_hours_and_its_own_closed_days() -> None:
    hours = [{"days": ["sat", "sun"], "opens": "10:00", "closes": "18:00"}]
    event = only_event(
        make.venue(opening_hours=hours),
        venue="la-vallee",
        period={"start": "2026-12-01", "end": "2027-01-31"},
        opening_hours="venue",
        closed=[{"from": "2026-12-25", "to": "2026-12-25"}],
    )
    assert event["run"] == {
        "uid": "nuit-ouverte.run@example.org",
        "status": "scheduled",
        "start": "2026-12-01",
        "end": "2027-01-31",
        "opening_hours": hours,
        "closed": [{"from": "2026-12-25", "to": "2026-12-25"}],
    }
    assert "performances" not in event


def test_the_texts_that_lack_a_language_are_named() -> None:
    event = only_event(title={"fr": "Nuit"}, summary={"nl": "Nacht"}, body=Text.of(fr="Un soir."))
    assert event["missing_languages"] == {"fr": ["summary"], "nl": ["body", "title"]}


def test_an_edit_changes_what_shows_it_and_nothing_else() -> None:
    others = (
        make.event("autre", disciplines=["film"], organisers=["bureau"]),
        make.organisation("bureau"),
        make.organisation(),
    )
    before = fingerprints(make.site(make.event(disciplines=["music"]), *others))
    after = fingerprints(make.site(make.event(disciplines=["music"], keywords=["neuf"]), *others))
    assert {path for path in before if before[path] != after[path]} == {
        "events.csv",
        "events.json",
        "events/nuit-ouverte.json",
        "openagenda.json",
        "uitdatabank.json",
        "upcoming.json",
        "upcoming/discipline/music.json",
        "upcoming/organisation/zinneke.json",
    }


def test_the_clock_changes_nothing_until_an_event_is_over() -> None:
    records = make.event(), make.event("tard", start="2026-12-20 20:00"), make.organisation()
    days = [datetime(2026, 12, day, 4, tzinfo=make.NOW.tzinfo) for day in (2, 5, 7)]
    first, second, third = (fingerprints(make.site(*records, now=day, past=make.history(*records))) for day in days)
    assert first == second
    assert first["events.json"] != third["events.json"]
    assert first["events/nuit-ouverte.json"] == third["events/nuit-ouverte.json"]


def test_the_newest_change_opens_a_file() -> None:
    event, house = make.event(), make.organisation()
    newest = datetime(2026, 11, 1, 12, tzinfo=make.NOW.tzinfo)
    made = files(make.site(event, house, past=make.history(event, house, zinneke=newest)))
    value = json.loads(made["events/nuit-ouverte.json"])
    assert (value["updated"], value["events"][0]["revision"]) == (newest.isoformat(), newest.isoformat())
    assert value["events"][0]["updated"] == make.UPDATED.isoformat()
    assert json.loads(made["upcoming/audience/professionals.json"])["updated"] is None
