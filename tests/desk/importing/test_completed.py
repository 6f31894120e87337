"""An imported event as the entry of a file: its place, its kind, its language, and what cannot be kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from affiche.desk.importing.completed import Completed, Origin, complete
from affiche.desk.known import Known
from affiche.importers.imported import Imported
from affiche.model.organisation import Organisation
from tests.factories import organisation, venue

FRENCH = "Une soirée avec des amis et des voisins, dans la cour et sur les toits, pour tous ceux qui passent par là."
RECORDS = (
    organisation("zinneke", url="https://zinneke.example.org/"),
    organisation("maison", name={"fr": "La Maison", "nl": "Het Huis"}, venues=["salle"], languages=["nl"]),
    venue("salle", name={"fr": "La Salle", "nl": "De Zaal"}),
)
STEMS = {"organisations": frozenset({"zinneke", "maison"}), "venues": frozenset({"salle"})}
DATES = [{"start": "2026-12-05 20:00"}]


def origin(owner: str = "zinneke") -> Origin:
    known = Known(RECORDS, STEMS)
    house = known.records["organisations", owner]
    assert isinstance(house, Organisation)
    return Origin(house, known, ("fr", "nl"), "https://example.org/agenda.ics")


def completed(owner: str = "zinneke", *, text: str = "", categories: Sequence[str] = (), **entry: Any) -> Completed:
    found = {"title": "Nuit", "dates": DATES, **entry}
    return complete(Imported("ics:1", found, {"": text} if text else {}, tuple(categories)), origin(owner))


def test_an_event_has_its_organisation_its_source_and_its_id_there() -> None:
    assert completed().entry == {
        "title": "Nuit",
        "start": "2026-12-05 20:00",
        "organisers": ["zinneke"],
        "source": ["https://example.org/agenda.ics"],
        "external_ids": ["ics:1"],
    }


def test_the_page_of_an_event_is_its_source() -> None:
    page = "https://example.org/nuit"
    assert completed(same_as=[page]).entry["source"] == [page]


@pytest.mark.parametrize("name", ["La Salle", "de zaal", "Het Huis", {"fr": "Ailleurs", "nl": "De Zaal"}])
def test_a_venue_is_found_by_its_name_or_by_that_of_its_house(name: Any) -> None:
    assert completed(venue={"name": name, "street": "Rue 1"}).entry["venue"] == "salle"


def test_another_place_stays_as_it_is_told() -> None:
    place = {"name": "Parc", "municipality": "1080"}
    assert completed(venue=place).entry["venue"] == place


def test_without_a_place_an_event_is_at_the_only_venue_of_its_house_unless_it_is_online() -> None:
    assert completed("maison").entry["venue"] == "salle"
    assert "venue" not in completed("maison", online_url="https://example.org/live").entry
    assert "venue" not in completed().entry


@pytest.mark.parametrize(
    ("categories", "kinds"),
    [
        (("Concert", "Jazz"), {"type": "concert", "keywords": ["Jazz"]}),
        (("Tentoonstelling", "Fotografie"), {"type": "exhibition", "disciplines": ["photography"]}),
        (("Muziek", "3"), {"disciplines": ["music"], "keywords": ["3"]}),
        ((), {}),
    ],
)
def test_words_of_a_source_are_types_disciplines_or_keywords(categories: Sequence[str], kinds: dict[str, Any]) -> None:
    entry = completed(categories=categories).entry
    assert {name: entry[name] for name in ("type", "disciplines", "keywords") if name in entry} == kinds


def test_texts_are_in_the_language_that_they_read_as() -> None:
    found = completed(text=FRENCH)
    assert (found.entry["title"], found.bodies) == ({"fr": "Nuit"}, {"fr": FRENCH})


def test_texts_that_read_as_none_are_in_the_only_language_of_their_house() -> None:
    found = completed("maison", text="Jazz.")
    assert (found.entry["title"], found.bodies) == ({"nl": "Nuit"}, {"nl": "Jazz."})
    assert completed(text="Jazz.").entry["title"] == "Nuit"


def test_a_description_that_is_too_short_to_tell_is_in_the_likeliest_language() -> None:
    assert completed(text="See you at the bar.").bodies == {"en": "See you at the bar."}
    assert completed(text="Jazz.").bodies == {"fr": "Jazz."}


def test_one_date_has_the_short_form_unless_it_says_more() -> None:
    more = [{"start": "2026-12-05 20:00", "status": "cancelled"}]
    assert completed(dates=more).entry["dates"] == more
    usual = completed(dates=[{"start": "2026-12-05 20:00", "status": "scheduled"}], status="scheduled").entry
    assert {name: usual.get(name) for name in ("start", "status", "dates")} == {
        "start": "2026-12-05 20:00", "status": None, "dates": None,
    }  # fmt: skip


BOOKED_AT = {"phone": "+32 2 123 45 67"}


@pytest.mark.parametrize(
    ("entry", "left_out", "kept"),
    [
        ({"venue": {"name": "Parc", "geo": ["-122.8", "38.6"]}}, ("venue.geo",), {"venue": {"name": "Parc"}}),
        ({"online_url": "javascript:alert(1)"}, ("online_url",), {}),
        ({"typical_age_range": "old"}, ("typical_age_range",), {}),
        ({"dates": [{**DATES[0], "booking_url": "ftp://example.org"}]}, ("dates.booking_url",), {"dates": DATES}),
        ({"booking": {"url": "http://localhost/"}}, ("booking",), {}),
        ({"booking": {"url": "http://localhost/", **BOOKED_AT}}, ("booking.url",), {"booking": BOOKED_AT}),
        ({"links": [{"url": "http://localhost/", "label": "Photos"}]}, ("links.url", "links"), {}),
    ],
)
def test_what_is_refused_is_left_out_and_named(
    entry: dict[str, Any], left_out: tuple[str, ...], kept: dict[str, Any]
) -> None:
    found = completed(**entry)
    assert found.left_out == left_out
    assert {name: found.entry[name] for name in found.entry.keys() - completed().entry.keys()} == kept


def test_what_has_one_meaning_is_corrected() -> None:
    tracked = completed(same_as=["https://example.org/nuit?utm_source=x"], price="12,50 €")
    assert tracked.left_out == ()
    assert tracked.entry["same_as"] == ["https://example.org/nuit"]
    assert tracked.entry["price"] == "12.50"


def test_what_a_file_needs_is_kept_for_a_person_to_correct() -> None:
    assert completed(title="x" * 100).entry["title"] == "x" * 100
