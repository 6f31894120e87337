"""Typed fields become a record, with every fault of every field."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from affiche.model.call import Call
from affiche.model.collections import COLLECTIONS
from affiche.model.event import Event
from affiche.model.organisation import Organisation
from affiche.model.place import Place
from affiche.model.record import Record, field_names
from affiche.model.text import Text
from affiche.problems import Fault, FieldName, Severity
from affiche.sources.front_matter import UNREADABLE
from affiche.sources.records import parse_record
from affiche.sources.unknown import GUESSES
from tests.examples import examples
from tests.typed import LEAST, codes_of, faults_of

START = {"start": "2026-12-05 20:00"}


@pytest.mark.parametrize("model", COLLECTIONS)
def test_least_record_has_no_fault(model: type[Record]) -> None:
    when = START if model is Event else {}
    assert faults_of(model, **when) == []


@pytest.mark.parametrize("model", COLLECTIONS)
def test_every_required_field_is_missed(model: type[Record]) -> None:
    required = [name for name, declared in model.model_fields.items() if declared.is_required()]
    codes = [(fault.code, fault.values.get("name")) for fault in parse_record(model, {}, None).faults]
    when = {Event: [("when-missing", None)], Call: [("deadline-missing", None)]}.get(model, [])
    assert codes == [("field-missing", name) for name in required] + when


def test_field_without_a_value_was_not_typed() -> None:
    assert faults_of(Event, **START, summary=None, nothing=None) == []


def test_plain_texts_are_in_the_language_of_the_file() -> None:
    record = parse_record(Event, LEAST[Event] | START | {"language": "nl"}, "nl").record
    assert record.label == Text.of(nl="Nuit")


def test_all_faults_are_found_at_once() -> None:
    typed = {"type": "concerts", "start": "soon", "price": "8,50 €", "draft": "no", "image": {"src": "a.jpg"}}
    assert codes_of(Event, **typed) == [
        ("value-unknown", "type"),
        ("date-format", "start"),
        ("price-format", "price"),
        ("true-expected", "draft"),
        ("image-alt-missing", "image"),
        ("image-alt-missing", "image"),
    ]


def test_fault_of_one_item_hides_no_other() -> None:
    dates = [
        {"start": "soon"},
        {"start": "2026-12-05"},
        {"begin": "2026-12-06"},
        {"start": "2026-12-07", "status": "off"},
    ]
    assert codes_of(Event, dates=dates) == [
        ("date-format", "dates.0.start"),
        ("field-unknown", "dates.2.begin"),
        ("value-unknown", "dates.3.status"),
    ]


def test_unreadable_field_has_no_consequence() -> None:
    assert faults_of(Event, start=UNREADABLE) == []
    assert faults_of(Event, **START, title=UNREADABLE) == []


def test_warning_leaves_its_value() -> None:
    links = [{"url": "https://bit.ly/a"}, {"url": "https://example.org/?utm_source=a"}]
    parsed = parse_record(Event, LEAST[Event] | START | {"links": links}, None)
    assert [fault.severity for fault in parsed.faults] == [Severity.WARNING, Severity.WARNING]
    assert [link.url for link in parsed.record.links] == [link["url"] for link in links]


def test_value_that_cannot_be_read_has_its_stand_in() -> None:
    record = parse_record(Organisation, {"name": ["a"], "status": "gone"}, None).record
    assert isinstance(record, Organisation)
    assert (record.status, bool(record.label)) == ("active", True)


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("titre", ""),
        ("lieu", "venue"),
        ("Lieu", "venue"),
        ("organizer", ""),
        ("sumary", "summary"),
        ("code-postal", ""),
        ("xyz", ""),
        ("status reason", "status_reason"),
    ],
)
def test_unknown_field_is_told_with_the_one_that_is_free(name: str, hint: str) -> None:
    fault = Fault("field-unknown", (name,), values={"name": name}, hint=FieldName(hint))
    assert faults_of(Event, **START, **{name: "a"}) == [fault]


@pytest.mark.parametrize(
    ("name", "value", "hint"),
    [
        ("tags", "a, b", {"keywords": ["a", "b"]}),
        ("tags", ["a"], "keywords"),
        ("prix", "8,50 €", {"price": "8.50"}),
        ("eventStatus", "https://schema.org/EventCancelled", {"status": "cancelled"}),
        ("previousStartDate", "2026-12-04 20:00", {"previous_start": ["2026-12-04 20:00"]}),
        ("url", "https://example.org/nuit", {"links": [{"url": "https://example.org/nuit"}]}),
        ("billetterie", "https://example.org/nuit", {"booking": {"url": "https://example.org/nuit"}}),
        ("contact", "info@example.org", {"booking": {"email": "info@example.org"}}),
        ("sold_out", "true", {"availability": "sold-out"}),
        ("sold_out", "false", ""),
        ("annulé", "oui", {"status": "cancelled"}),
        ("isAccessibleForFree", "true", {"price": "free"}),
        ("pay_what_you_can", "true", {"price": {"pay_what_you_can": {}}}),
        ("vrije_bijdrage", {"minimum": "5"}, {"price": {"pay_what_you_can": {"minimum": "5"}}}),
        ("rolstoeltoegankelijk", "ja", {"accessibility": {"wheelchair": "yes"}}),
        ("artiste", ["a"], "performers"),
        ("partners", ["a"], ""),
    ],
)
def test_unknown_field_is_told_with_what_it_means(name: str, value: Any, hint: Any) -> None:
    [fault] = faults_of(Event, **START, **{name: value})
    assert (fault.code, fault.at, fault.hint) == ("field-unknown", (name,), hint)


@pytest.mark.parametrize(
    ("typed", "at", "hint"),
    [
        (
            {"start": "2026-12-05 20:00", "end": "2026-12-05 22:00", "doors": "19u30"},
            "start",
            {"dates": [{"start": "2026-12-05 20:00", "end": "2026-12-05 22:00", "doors": "19:30"}]},
        ),
        ({"start": "2026-12-05", "heure": "20h30"}, "start", {"start": "2026-12-05 20:30"}),
        ({"uur": "20.30", "start": "2026-12-05"}, "uur", {"start": "2026-12-05 20:30"}),
    ],
)
def test_what_belongs_to_a_date_is_told_beside_it(typed: dict[str, Any], at: str, hint: Any) -> None:
    [fault] = faults_of(Event, **typed)
    assert (fault.code, fault.at, fault.hint) == ("field-misplaced", (at,), hint)


@pytest.mark.parametrize(
    ("start", "end", "hint"),
    [
        ("2026-12-05 20:00", "22:00", "2026-12-05 22:00"),
        ("2026-12-05 20:00", "2h", "2026-12-06 02:00"),
        ("2026-12-05", "22:00", ""),
        ("2026-12", "22:00", ""),
        ("2026-12-05 20:00", "tard", ""),
    ],
)
def test_end_that_is_an_hour_has_the_day_of_its_start(start: str, end: str, hint: str) -> None:
    for typed, at in (
        ({"start": start, "end": end}, ("end",)),
        ({"dates": [{"start": start, "end": end}]}, ("dates", 0, "end")),
    ):
        [fault] = faults_of(Event, **typed)
        assert (fault.code, fault.at, fault.hint) == ("date-format", at, hint)


@pytest.mark.parametrize(
    ("closed", "code", "hint"),
    [
        ("lundi", "closed-weekly", {"opening_hours": [{"days": ["tue"], "opens": "10:00", "closes": "18:00"}]}),
        (["maandag"], "closed-weekly", {"opening_hours": [{"days": ["tue"], "opens": "10:00", "closes": "18:00"}]}),
        ("lun-mar", "closed-weekly", ""),
        ("25 décembre 2026", "closed-format", [{"from": "2026-12-25", "to": "2026-12-25"}]),
        (["24/12/2026 - 26/12/2026"], "closed-format", [{"from": "2026-12-24", "to": "2026-12-26"}]),
        ("à Noël", "closed-format", ""),
    ],
)
def test_closed_days_in_words_are_told_in_their_place(closed: Any, code: str, hint: Any) -> None:
    hours = [{"days": ["lundi", "tue"], "opens": "10:00", "closes": "18:00"}]
    hours[0]["days"] = ["mon", "tue"]
    [fault] = faults_of(Event, period={"start": "2026-12-05"}, opening_hours=hours, closed=closed)
    assert (fault.code, fault.hint) == (code, hint)


def test_field_that_was_meant_is_not_missing_too() -> None:
    typed = {"titre": "Nuit", "title": None, "date": "2026-12-05", "organisateurs": ["zinneke"], "organisers": None}
    assert [(code, at) for code, at in codes_of(Event, **typed)] == [
        ("field-unknown", "titre"),
        ("field-unknown", "date"),
        ("field-unknown", "organisateurs"),
    ]


def test_only_so_many_names_are_compared() -> None:
    typed = {f"titl{number}": "a" for number in range(GUESSES + 5)}
    hints = [
        str(fault.hint) for fault in faults_of(Event, **START, title=None, **typed) if fault.code == "field-unknown"
    ]
    assert (hints[0], hints[GUESSES:]) == ("title", [""] * 5)


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ("la-vallee, bozar", ["la-vallee", "bozar"]),
        ("zinneke", ["zinneke"]),
        ("-zinneke -bozar", ["zinneke", "bozar"]),
        ({"organisation": "zinneke"}, [{"organisation": "zinneke"}]),
        ({}, ""),
    ],
)
def test_text_in_the_place_of_a_list_is_divided(value: object, hint: object) -> None:
    [fault] = faults_of(Event, **START, organisers=value)
    assert (fault.code, fault.at, fault.hint) == ("list-expected", ("organisers",), hint)


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ({"period": "2026"}, ("mapping-expected", "period")),
        ({"image": ["a.jpg"]}, ("mapping-expected", "image")),
        ({"accessibility": "yes"}, ("mapping-expected", "accessibility")),
        ({"accessibility": {"wheelchair": "maybe"}}, ("value-unknown", "accessibility.wheelchair")),
        ({"booking": {"urls": "a"}}, ("field-unknown", "booking.urls")),
        (
            {"opening_hours": [{"days": ["mon"], "opens": "10h", "closes": "18:00"}]},
            ("time-format", "opening_hours.0.opens"),
        ),
        (
            {"opening_hours": [{"days": ["lundi"], "opens": "10:00", "closes": "18:00"}]},
            ("value-unknown", "opening_hours.0.days.0"),
        ),
        ({"venue": {"name": "Parc", "geo": "50"}}, ("geo-format", "venue.geo")),
        ({"price": [{"name": {"fr": "Plein", "xx": "a"}, "price": "8"}]}, ("language-unknown", "price.0.name.xx")),
        ({"price": {"from": "huit"}}, ("price-format", "price.from")),
    ],
)
def test_fault_is_told_where_it_stands(typed: dict[str, Any], problem: tuple[str, str]) -> None:
    assert codes_of(Event, **{"period": {"start": "2026-12-05"}, **typed}) == [problem]


values = st.recursive(
    st.sampled_from(
        ["", "a", "fr", "2026-12-05", "2026-12-05 20:00", "20:00", "8", "free", "true", "https://example.org/"]
    ),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["fr", "start", "from", "name", "a"]), inner)
    ),
    max_leaves=5,
)


@examples(200)
@given(st.data(), st.sampled_from(COLLECTIONS))
def test_any_values_give_a_record_and_faults_that_stand_in_them(data: st.DataObject, model: type[Record]) -> None:
    typed = data.draw(st.dictionaries(st.sampled_from(field_names(model)), values | st.just(UNREADABLE), max_size=5))
    parsed = parse_record(model, typed, None)
    assert isinstance(parsed.record, model)
    assert {fault.at[0] for fault in parsed.faults if fault.at} <= set(field_names(model))


def test_rest_of_a_mapping_is_read_as_it_was_meant() -> None:
    place = {"name": "Y", "municipality": "Ixelles", "country": "Belgique"}
    parsed = parse_record(Event, {"dates": [{"start": "2026-12-05 20:00", "venue": place, "id": "RUN"}]}, None)
    assert isinstance(parsed.record, Event)
    assert [performance.venue for performance in parsed.record.dates] == [
        Place.model_construct(name=Text.neutral("Y"), municipality="Ixelles")
    ]
    assert [performance.typed_id for performance in parsed.record.dates] == [None]
    assert [fault.at for fault in parsed.faults if fault.at] == [("dates", 0, "id"), ("dates", 0, "venue", "country")]


@pytest.mark.parametrize(
    ("field", "typed", "hint"),
    [
        ("disciplines", "musique", ["music"]),
        ("spoken_languages", "français, néerlandais", ["fr", "nl"]),
        ("links", "https://example.org/nuit", [{"url": "https://example.org/nuit"}]),
        ("booking", "https://example.org/nuit", {"url": "https://example.org/nuit"}),
        ("keywords", "jazz, nuit", ["jazz", "nuit"]),
    ],
)
def test_text_in_the_place_of_more_is_told_with_what_it_means(field: str, typed: str, hint: Any) -> None:
    [fault] = faults_of(Event, **START, **{field: typed})
    assert (fault.at, fault.hint) == ((field,), hint)


@pytest.mark.parametrize("hours", ["20:00-22:00", "20:00 - 22:00", "20h-22h", "20:00 à 22:00"])
def test_start_with_the_hour_of_its_end_becomes_both(hours: str) -> None:
    [fault] = faults_of(Event, start=f"2026-12-05 {hours}")
    both = {"start": "2026-12-05 20:00", "end": "2026-12-05 22:00"}
    assert (fault.code, fault.at, fault.hint) == ("time-format", ("start",), both)


def test_value_of_another_field_is_told_with_that_field() -> None:
    [fault] = faults_of(Event, **START, status="complet")
    assert (fault.code, fault.at, fault.hint) == ("value-unknown", ("status",), {"availability": "sold-out"})
    [fault] = faults_of(Event, **START, status="complet", availability="limited")
    assert fault.hint == ""
    [fault] = faults_of(Event, **START, status="annulé")
    assert fault.hint == "cancelled"
