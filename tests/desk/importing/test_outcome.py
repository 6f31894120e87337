"""An import and the next one: which files are new, which stay, and what a person is told of the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from affiche.desk.importing.completed import Origin
from affiche.desk.importing.outcome import Outcome, outcome_of
from affiche.desk.importing.report import outcome_lines
from affiche.desk.known import Known
from affiche.importers.imported import Imported, Reading, Skipped
from affiche.model.event import Event
from affiche.model.organisation import Organisation
from affiche.model.record import Record
from affiche.sources.files import ContentFile
from affiche.sources.pictures import Pictures
from affiche.sources.record_file import read_record
from tests.factories import event, organisation

TODAY = date(2026, 11, 1)
FEED = "https://example.org/agenda.ics"
HOUSES = (organisation("zinneke", feeds=[{"type": "ics", "url": FEED}]), organisation("ballon"))


def imported(number: int, start: str, title: str = "Nuit", **entry: Any) -> Imported:
    fields = {"title": title, "type": "concert", "venue": {"name": "Parc"}, **entry}
    return Imported(f"ics:{number}" if number else "", {"dates": [{"start": start}], **fields}, {"fr": "Un texte."})


def outcome(
    events: Sequence[Imported], *files: Record, past: bool = False, address: str = FEED, **reading: Any
) -> Outcome:
    records = (*HOUSES, *files)
    stems = {"events": frozenset(each.id for each in files), "organisations": frozenset({"zinneke", "ballon"})}
    known = Known(records, stems)
    house = known.records["organisations", "zinneke"]
    assert isinstance(house, Organisation)
    origin = Origin(house, known, ("fr", "nl"), address)
    return outcome_of(Reading(tuple(events), **reading), "ics", origin, TODAY, past=past)


def filed(made: Outcome) -> list[Event]:
    """The new files of an outcome as they are read back."""
    records = [
        read_record(Event, ContentFile("/nowhere", draft.path), draft.text.encode(), Pictures(Path("/nowhere")))[0]
        for draft in made.drafts
    ]
    return [record for record in records if isinstance(record, Event)]


EVENTS = (
    imported(1, "2026-12-05 20:00"),
    imported(2, "2026-12-06 20:00", "Jour"),
    imported(3, "2027-01-09 20:00", "Nuit", price="12"),
    imported(0, "2027-01-10", "Sans numéro"),
)


def test_each_event_gets_a_file_with_an_id_of_its_own() -> None:
    assert [draft.path for draft in outcome(EVENTS).drafts] == [
        "content/events/2026/nuit.md",
        "content/events/2026/jour.md",
        "content/events/2027/nuit-2027.md",
        "content/events/2027/sans-numero.md",
    ]


def test_a_second_import_changes_nothing_in_whatever_order_the_source_is() -> None:
    first = outcome(EVENTS)
    for events in (EVENTS, tuple(reversed(EVENTS))):
        second = outcome(events, *filed(first))
        assert (second.drafts, second.changed, second.same, second.absent) == ((), (), 4, ())


def test_an_event_whose_id_changed_is_found_by_a_date_and_its_title() -> None:
    first = outcome(EVENTS[:1])
    second = outcome([imported(99, "2026-12-05 20:00", "NUIT")], *filed(first))
    assert (second.drafts, second.same) == ((), 1)


def test_an_event_that_moved_is_found_by_its_id() -> None:
    second = outcome([imported(1, "2026-12-12 20:00")], *filed(outcome(EVENTS[:1])))
    assert [update.fields for update in second.changed] == [("previous_start", "start")]


def test_what_is_over_makes_no_file_unless_it_is_asked_for() -> None:
    over = imported(1, "2026-10-05 20:00")
    assert (outcome([over]).drafts, outcome([over]).skipped) == ((), (Skipped("past", "Nuit"),))
    assert len(outcome([over], past=True).drafts) == 1


@pytest.mark.parametrize("title", ["Ночь", "夜", "***"])
def test_a_title_that_makes_no_address_gives_the_organisation_and_the_day(title: str) -> None:
    made = outcome([imported(1, "2026-12-05 20:00", title)])
    assert [draft.path for draft in made.drafts] == ["content/events/2026/zinneke-2026-12-05.md"]


def test_the_file_that_another_organisation_leads_is_told_and_not_touched() -> None:
    theirs = event("nuit", organisers=["ballon", "zinneke"], external_ids=["ics:1"])
    made = outcome(EVENTS[:1], theirs)
    assert (made.drafts, made.updates, made.elsewhere) == ((), (), (theirs,))


def test_an_id_of_another_organisation_says_nothing() -> None:
    theirs = event("autre", organisers=["ballon"], external_ids=["ics:1"])
    assert [draft.path for draft in outcome(EVENTS[:1], theirs).drafts] == ["content/events/2026/nuit.md"]


def test_events_of_one_day_keep_to_their_own_files_though_they_share_a_title() -> None:
    (first,) = filed(outcome([imported(1, "2026-12-05 20:00")]))
    other = replace(imported(2, "2026-12-05 15:00"), bodies={"fr": "Un autre texte."})
    second = outcome([imported(1, "2026-12-05 20:00"), other], first)
    assert [update.fields for update in second.updates] == [()]
    assert [draft.path for draft in second.drafts] == ["content/events/2026/nuit-2026.md"]


def test_a_cancelled_date_with_a_text_of_its_own_reaches_the_file_of_all_dates() -> None:
    (both,) = filed(outcome([imported(1, "2026-12-05 20:00"), imported(2, "2026-12-06 20:00")]))
    assert both.external_ids == ("ics:1", "ics:2")
    off = replace(imported(2, "2026-12-06 20:00", status="cancelled"), bodies={"fr": "ANNULÉ."})
    (update,) = outcome([imported(1, "2026-12-05 20:00"), off], both).updates
    assert update.fields == ("dates",)
    assert "    status: cancelled" in update.edits[0].lines


def test_a_series_is_found_by_any_of_its_ids() -> None:
    series = [imported(number, f"2026-12-0{number} 20:00") for number in (1, 2, 3)]
    (all_of_it,) = filed(outcome(series))
    later = outcome([replace(each, entry=each.entry | {"title": "Autre nom"}) for each in series[1:]], all_of_it)
    assert (later.drafts, [update.gone for update in later.updates]) == ((), [("2026-12-01 20:00",)])


def test_a_file_that_was_replaced_leads_to_the_one_in_its_place() -> None:
    old = event("vieux", organisers=["zinneke"], external_ids=["ics:1"], replaced_by="nuit")
    new = event("nuit", organisers=["zinneke"], start="2026-12-05 20:00")
    made = outcome([imported(1, "2026-12-05 20:00", "Soir")], old, new)
    assert (made.drafts, [update.event for update in made.updates]) == ((), [new])


def test_an_event_named_like_a_device_gets_another_id() -> None:
    made = outcome([imported(1, "2026-12-05 20:00", "Nul")])
    assert [draft.path for draft in made.drafts] == ["content/events/2026/zinneke-2026-12-05.md"]


def test_a_run_is_found_again_though_neither_of_its_ends_is_the_same() -> None:
    run = Imported("", {"title": "Expo", "type": "exhibition", "period": {"start": "2026-12-01", "end": "2026-12-20"}})
    (file,) = filed(outcome([run]))
    later = replace(run, entry=run.entry | {"period": {"start": "2026-12-05", "end": "2026-12-24"}})
    assert (outcome([later], file).drafts, len(outcome([later], file).updates)) == ((), 1)


def test_what_the_only_feed_of_a_format_has_no_more_is_told_unless_it_has_nothing_at_all() -> None:
    gone = event("jour", organisers=["zinneke"], external_ids=["ics:2"], start="2026-12-06 20:00")
    over = event("hier", organisers=["zinneke"], external_ids=["ics:3"], start="2026-10-06 20:00")
    by_hand = event("main", organisers=["zinneke"], start="2026-12-07 20:00")
    assert outcome(EVENTS[:1], gone, over, by_hand).absent == (gone,)
    assert outcome([], gone).absent == ()
    assert outcome(EVENTS[:1], gone, total=300).absent == ()
    assert outcome(EVENTS[:1], gone, address="https://example.org/another.ics").absent == ()


@pytest.mark.parametrize("language", ["fr", "nl", "en"])
def test_the_report_names_all_that_waits_for_a_person(language: str) -> None:
    gone = event("jour", organisers=["zinneke"], external_ids=["ics:9"], start="2026-12-06 20:00")
    theirs = event("autre", organisers=["ballon", "zinneke"], external_ids=["ics:2"])
    told = outcome(
        [*EVENTS, imported(5, "2026-12-01", "Image", online_url="ftp://x")],
        *(gone, theirs),
        skipped=(Skipped("private", "Réunion"),),
    )
    text = "\n".join(outcome_lines(replace(told, total=300), language))
    named = ("nuit.md", "image.md", "online_url", "jour.md", "autre.md", "Réunion", "300")
    assert [each for each in named if each not in text] == []


def test_a_source_without_an_event_is_said_to_be_one() -> None:
    assert [*outcome_lines(outcome([]), "en")] == ["The source has nothing to import."]
