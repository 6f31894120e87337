"""A file that follows its source: what changes in it, line by line, and what its people wrote and keep."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from affiche.desk.importing.completed import Completed
from affiche.desk.importing.updated import Update, update_of
from affiche.model.event import Event
from affiche.sources.files import ContentFile
from affiche.sources.pictures import Pictures
from affiche.sources.record_file import read_record
from affiche.sources.rewriting import edited

TODAY = date(2026, 11, 1)
NO_PICTURES = Pictures(Path("/nowhere"))
#: What stands around the lines of each case.
ABOVE = '---\ntitle:\n  fr: "Nuit ouverte"\n  nl: "Open nacht"\ntype: concert\norganisers:\n  - zinneke\n'
BELOW = 'source:\n  - "https://example.org/"\nexternal_ids:\n  - "ics:1"\n---\n\n# Français\n\nUn texte.\n'


def updated(lines: str, **entry: Any) -> tuple[str, Update]:
    """The lines of a file once it has followed its source, and what is said of it."""
    text = f"{ABOVE}{lines}{BELOW}"
    file = ContentFile("/nowhere", "content/events/2026/nuit.md")
    record, _ = read_record(Event, file, text.encode(), NO_PICTURES)
    assert isinstance(record, Event)
    source = {"title": {"fr": "Nuit ouverte"}, "type": "concert", "organisers": ["zinneke"], **entry}
    update = update_of(record, Completed(("ics:1",), source, {"fr": "Un texte."}), TODAY)
    after = edited(text, update.edits)
    assert after.startswith(ABOVE)
    assert after.endswith(BELOW)
    return after.removeprefix(ABOVE).removesuffix(BELOW), update


GUEST = 'note:\n      fr: "Avec un invité"\n'
SECOND = "  - start: 2026-12-06 20:00\n"
OPENING = f"dates:\n  - start: 2026-11-30 18:00\n    {GUEST}"

EVENING = "dates:\n  - start: 2026-12-01 18:00\n    end: 2026-12-01 21:00\n"
NEW_YEAR = {"from": "2027-01-01", "to": "2027-01-01"}
RUN = "period: {start: 2026-12-01, end: 2027-01-03}\n"
CHRISTMAS = '  - from: 2026-12-25\n    to: 2026-12-25\n    note:\n      fr: "Noël"\n'
WEEKLY = 'recurrence:\n  every: week\n  days: [sat]\n  from: 2026-12-05\n  until: 2026-12-19\n  start: "20:00"\n'

CASES: dict[str, tuple[str, dict[str, Any], str]] = {
    "the same, typed in another way": (
        "start: 2026-12-05 9:30   # doors at nine\nend: 2026-12-05 22:00\nprice: 12.00\n",
        {"start": "2026-12-05 09:30", "end": "2026-12-05 22:00", "price": "12"},
        "start: 2026-12-05 9:30   # doors at nine\nend: 2026-12-05 22:00\nprice: 12.00\n",
    ),
    "an end that became known": (
        "start: 2026-12-05 20:00\n",
        {"start": "2026-12-05 20:00", "end": "2026-12-05 23:00"},
        "start: 2026-12-05 20:00\nend: 2026-12-05 23:00\n",
    ),
    "another day": (
        "start: 2026-12-05 20:00\nend: 2026-12-05 23:00\n",
        {"start": "2026-12-12 20:30"},
        "start: 2026-12-12 20:30\nprevious_start:\n  - 2026-12-05 20:00\n",
    ),
    "another day again": (
        "start: 2026-12-12 20:30\nprevious_start: [2026-12-05 20:00]\n",
        {"start": "2026-12-13 20:30"},
        "start: 2026-12-13 20:30\nprevious_start:\n  - 2026-12-05 20:00\n  - 2026-12-12 20:30\n",
    ),
    "a month that became a day": (
        "start: 2026-12\n",
        {"start": "2026-12-12 20:30"},
        "start: 2026-12-12 20:30\n",
    ),
    "a second date": (
        "start: 2026-12-05 20:00\nstatus: scheduled\n",
        {"dates": [{"start": "2026-12-05 20:00"}, {"start": "2026-12-06 20:00"}]},
        "dates:\n  - start: 2026-12-05 20:00\n  - start: 2026-12-06 20:00\nstatus: scheduled\n",
    ),
    "what people added to a date": (
        f'dates:\n  - start: 2026-12-05 20:00\n    doors: "19:30"\n    {GUEST}',
        {"dates": [{"start": "2026-12-05 20:00", "status": "cancelled"}, {"start": "2026-12-06 20:00"}]},
        f"dates:\n  - start: 2026-12-05 20:00\n    doors: 19:30\n    status: cancelled\n    {GUEST}{SECOND}",
    ),
    "dates that are over": (
        "dates:\n  - start: 2026-10-05 20:00\n  - start: 2026-12-05 20:00\n",
        {"dates": [{"start": "2026-10-04 20:00"}, {"start": "2026-12-05 20:00"}]},
        "dates:\n  - start: 2026-10-05 20:00\n  - start: 2026-12-05 20:00\n",
    ),
    "a longer run": (
        "period:\n  start: 2026-12-01\n  end: 2026-12-20\nopening_hours: venue\n",
        {"period": {"start": "2026-12-01", "end": "2027-01-03"}, "opening_hours": [{"days": ["tue"]}]},
        "period:\n  start: 2026-12-01\n  end: 2027-01-03\nopening_hours: venue\n",
    ),
    "days that became a run, beside the opening": (
        f"{OPENING}  - start: 2026-12-01\n  - start: 2026-12-02\n",
        {"period": {"start": "2026-12-01", "end": "2026-12-20"}},
        f"{OPENING}period:\n  start: 2026-12-01\n  end: 2026-12-20\n",
    ),
    "cancelled, sold out, dearer": (
        "start: 2026-12-05 20:00\nprice: 12\n",
        {"start": "2026-12-05 20:00", "status": "cancelled", "availability": "sold-out", "price": "15"},
        "start: 2026-12-05 20:00\nstatus: cancelled\navailability: sold-out\nprice: 15\n",
    ),
    "prices whose names were translated": (
        'start: 2026-12-05 20:00\nprice:\n  - name: {fr: "Plein", nl: "Vol"}\n    price: 12\n',
        {"start": "2026-12-05 20:00", "price": [{"name": "Full", "price": "12.00"}]},
        'start: 2026-12-05 20:00\nprice:\n  - name: {fr: "Plein", nl: "Vol"}\n    price: 12\n',
    ),
    "another address to book, under a label that stays": (
        'start: 2026-12-05 20:00\nbooking:\n  url: "https://example.org/a"\n  label: {fr: "Billets"}\n',
        {"start": "2026-12-05 20:00", "booking": {"url": "https://example.org/b", "label": "Tickets"}},
        'start: 2026-12-05 20:00\nbooking:\n  url: "https://example.org/b"\n  label:\n    fr: "Billets"\n',
    ),
    "the hour of a day that was known": (
        "start: 2026-12-05\n",
        {"start": "2026-12-05 20:00"},
        "dates:\n  - start: 2026-12-05 20:00\n    id: 20261205\n",
    ),
    "a day that is all that the source knows": (
        "start: 2026-12-05 20:00\n",
        {"start": "2026-12-05"},
        "start: 2026-12-05 20:00\n",
    ),
    "a date that moved back": (
        "start: 2026-12-12 20:00\nprevious_start: [2026-12-05 20:00]\n",
        {"start": "2026-12-05 20:00"},
        "dates:\n  - start: 2026-12-05 20:00\n    id: 20261205T2000\n    previous_start:\n      - 2026-12-12 20:00\n",
    ),
    "a run that has begun, of which the source forgets what is over": (
        "period:\n  start: 2026-10-01\n  end: 2026-12-20\n",
        {"period": {"start": "2026-10-31", "end": "2026-12-20"}},
        "period:\n  start: 2026-10-01\n  end: 2026-12-20\n",
    ),
    "an opening with hours beside a run": (
        f"{EVENING}period:\n  start: 2026-12-01\n  end: 2026-12-20\n",
        {"period": {"start": "2026-12-01", "end": "2026-12-20"}},
        f"{EVENING}period:\n  start: 2026-12-01\n  end: 2026-12-20\n",
    ),
    "a closed day more": (
        f"{RUN}closed:\n{CHRISTMAS}",
        {"period": {"start": "2026-12-01", "end": "2027-01-03"}, "closed": [NEW_YEAR]},
        f"{RUN}closed:\n{CHRISTMAS}  - from: 2027-01-01\n    to: 2027-01-01\n",
    ),
    "a dearer tariff under a translated name": (
        'start: 2026-12-05 20:00\nprice:\n  - name: {fr: "Plein", nl: "Vol"}\n    price: 12\n',
        {"start": "2026-12-05 20:00", "price": [{"name": "Vol", "price": "15"}]},
        'start: 2026-12-05 20:00\nprice:\n  - name:\n      fr: "Plein"\n      nl: "Vol"\n    price: 15\n',
    ),
    "a cancelled date of a rule": (
        WEEKLY,
        {"dates": [{"start": "2026-12-05 20:00"}, {"start": "2026-12-12 20:00", "status": "cancelled"}]},
        f"dates:\n  - start: 2026-12-12 20:00\n    status: cancelled\n{WEEKLY}",
    ),
    "fields that were left empty": (
        "start: 2026-12-05 20:00\nend:\nprevious_start:\nbooking:\n",
        {"start": "2026-12-05 20:00", "availability": "limited"},
        "start: 2026-12-05 20:00\nend:\nprevious_start:\navailability: limited\nbooking:\n",
    ),
    "cancelled by hand, which the source does not know": (
        "start: 2026-12-05 20:00\nstatus: cancelled\n",
        {"start": "2026-12-05 20:00"},
        "start: 2026-12-05 20:00\nstatus: cancelled\n",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_facts_follow_the_source_line_by_line(case: str) -> None:
    before, entry, after = CASES[case]
    lines, update = updated(before, **entry)
    assert lines == after
    assert (update.gone, update.apart, update.texts) == ((), (), ())


@pytest.mark.parametrize("case", CASES)
def test_a_file_that_has_followed_its_source_stays_as_it_is(case: str) -> None:
    _, entry, after = CASES[case]
    assert updated(after, **entry)[1].edits == ()


def test_a_date_that_the_source_has_no_more_stays_and_is_told() -> None:
    lines = "dates:\n  - start: 2026-12-05 20:00\n  - start: 2026-12-06 20:00\n"
    after, update = updated(lines, dates=[{"start": "2026-12-05 20:00"}, {"start": "2026-12-07 20:00"}])
    assert after == f"{lines}  - start: 2026-12-07 20:00\n"
    assert update.gone == ("2026-12-06 20:00",)


def test_a_rule_stays_and_dates_that_it_has_not_are_told() -> None:
    rule = 'recurrence:\n  every: week\n  days: [sat]\n  from: 2026-12-05\n  until: 2026-12-19\n  start: "20:00"\n'
    after, update = updated(rule, dates=[{"start": "2026-12-05 20:00"}, {"start": "2026-12-13 20:00"}])
    assert (after, update.apart) == (rule, ("2026-12-13 20:00",))


def test_words_are_their_people_s_and_the_source_s_are_told() -> None:
    after, update = updated("start: 2026-12-05 20:00\n", start="2026-12-05 20:00", title={"fr": "NUIT OUVERTE !!!"})
    assert (after, update.texts) == ("start: 2026-12-05 20:00\n", ("title",))


@pytest.mark.parametrize(
    "lines",
    [
        "start: the fifth of December\n",
        "start: 2026-12-04 20:00\nprevious_start: 2026-12-01 20:00\n",
        "start: 2026-12-04 20:00\nbooking: https://example.org\n",
        "dates:\n  - start: 2026-12-04 20:00\n  -\n  - 2026-12-06\n",
        "dates:\n  - end: 2026-12-04 20:00\n",
    ],
)
@pytest.mark.parametrize("entry", [{"start": "2026-12-05 20:00"}, {"period": {"start": "2026-12-05"}}])
def test_a_file_that_cannot_be_read_is_left_to_its_people(lines: str, entry: dict[str, Any]) -> None:
    assert updated(lines, **entry)[0] == lines


def test_a_file_on_one_line_is_left_to_its_people() -> None:
    text = '---\n{title: "Nuit", type: concert, organisers: [zinneke], start: 2026-12-04 20:00}\n---\n'
    record, _ = read_record(Event, ContentFile("/nowhere", "content/events/nuit.md"), text.encode(), NO_PICTURES)
    assert isinstance(record, Event)
    source = {"title": "Nuit", "type": "concert", "organisers": ["zinneke"], "start": "2026-12-05 20:00"}
    assert update_of(record, Completed(("ics:1",), source), TODAY).edits == ()
