"""Calendars of all kinds of programs (RFC 5545): what each says, what it does not, and what costs only itself."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import recurring_ical_events
from hypothesis import given
from hypothesis import strategies as some
from icalendar import Calendar

from affiche.importers.ics.events import parse_ics
from affiche.importers.imported import Ground, Imported, NotRead, Reading, Skipped
from affiche.importers.times import typed_time
from tests.importers.mutations import damaged

BRUSSELS = ZoneInfo("Europe/Brussels")
GROUND = Ground(BRUSSELS, date(2026, 11, 1))
#: An invented zone, an hour before ours all year round.
ZONE = (
    "BEGIN:VTIMEZONE\nTZID:Somewhere\nBEGIN:STANDARD\nDTSTART:19700101T000000\n"
    "TZOFFSETFROM:+0000\nTZOFFSETTO:+0000\nEND:STANDARD\nEND:VTIMEZONE"
)


def component(*lines: str, uid: str = "1") -> str:
    return "\n".join(("BEGIN:VEVENT", f"UID:{uid}", "SUMMARY:Nuit", *lines, "END:VEVENT"))


def calendar(*components: str, head: str = "VERSION:2.0") -> str:
    return "\n".join(("BEGIN:VCALENDAR", head, *components, "END:VCALENDAR", ""))


def read(*components: str, head: str = "VERSION:2.0") -> Reading:
    return parse_ics(calendar(*components, head=head).encode(), GROUND)


def only(*lines: str, head: str = "VERSION:2.0") -> Imported:
    (found,) = read(component(*lines), head=head).events
    return found


def only_of(*components: str) -> Imported:
    (found,) = read(*components).events
    return found


def dates(*lines: str, head: str = "VERSION:2.0") -> Any:
    return only(*lines, head=head).entry["dates"]


START, NIGHT = "DTSTART:20261205T190000Z", {"start": "2026-12-05 20:00"}


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((START,), NIGHT),
        (("DTSTART;TZID=Europe/Brussels:20261205T200000",), NIGHT),
        (("DTSTART;TZID=America/New_York:20261205T140000",), NIGHT),
        (("DTSTART:20261205T200000",), NIGHT),
        (("DTSTART;TZID=Romance Standard Time:20261205T200000",), NIGHT),
        (("DTSTART;TZID=/mozilla.org/20050126_1/Europe/Brussels:20261205T200000",), NIGHT),
        (("DTSTART;TZID=Nowhere at all:20261205T200000",), NIGHT),
        (("DTSTART;VALUE=DATE:20261205",), {"start": "2026-12-05"}),
        (("DTSTART;VALUE=DATE:20261205", "DTEND;VALUE=DATE:20261206"), {"start": "2026-12-05"}),
        ((START, "DTEND:20261205T210000Z"), {**NIGHT, "end": "2026-12-05 22:00"}),
        ((START, "DURATION:PT2H"), {**NIGHT, "end": "2026-12-05 22:00"}),
        ((START, "DTEND:20261205T190000Z"), NIGHT),
        ((START, "DTEND:20261205T100000Z"), NIGHT),
        ((START, "DTEND:20261205T225900Z"), NIGHT),
        (("DTSTART:20261204T230000Z", "DTEND:20261205T225900Z"), {"start": "2026-12-05"}),
        (("DTSTART:20261204T230000Z", "DTEND:20261205T230000Z"), {"start": "2026-12-05"}),
        ((START, "DTEND:20261206T020000Z"), {**NIGHT, "end": "2026-12-06 03:00"}),
        (("DTSTART:20261025T003000Z",), {"start": "2026-10-25 02:30+02:00"}),
    ],
)
def test_a_time_is_that_of_brussels_without_an_end_that_is_none(
    lines: tuple[str, ...], expected: dict[str, str]
) -> None:
    assert dates(*lines) == [expected]


def test_a_zone_that_only_the_file_knows_is_as_it_says() -> None:
    (found,) = read(ZONE, component("DTSTART;TZID=Somewhere:20261205T190000")).events
    assert found.entry["dates"] == [NIGHT]


def test_times_without_a_zone_are_in_that_of_their_calendar() -> None:
    assert dates("DTSTART:20261205T140000", head="X-WR-TIMEZONE:America/New_York") == [NIGHT]


@pytest.mark.parametrize(
    "lines",
    [
        ("DTSTART;VALUE=DATE:20261201", "DTEND;VALUE=DATE:20270104"),
        ("DTSTART:20261201T090000Z", "DTEND:20270103T170000Z"),
        ("DTSTART:20261130T230000Z", "DTEND:20270103T225900Z"),
    ],
)
def test_what_lasts_for_days_is_a_run(lines: tuple[str, ...]) -> None:
    found = only(*lines)
    assert found.entry == {"title": "Nuit", "period": {"start": "2026-12-01", "end": "2027-01-03"}}


WEEKLY = ("DTSTART;TZID=Europe/Brussels:20261003T200000", "DTEND;TZID=Europe/Brussels:20261003T220000")


def starts(*lines: str, others: tuple[str, ...] = ()) -> list[str]:
    (found,) = read(component(*lines), *others).events
    return [each["start"] + (" cancelled" if "status" in each else "") for each in found.entry["dates"]]


def test_a_rule_is_followed_from_yesterday_on_in_local_time() -> None:
    assert starts(*WEEKLY, "RRULE:FREQ=WEEKLY;UNTIL=20261121T230000Z") == [
        "2026-10-31 20:00", "2026-11-07 20:00", "2026-11-14 20:00", "2026-11-21 20:00",
    ]  # fmt: skip


def test_a_rule_without_an_end_is_followed_for_a_year() -> None:
    found = starts(*WEEKLY, "RRULE:FREQ=WEEKLY")
    assert (len(found), found[-1]) == (53, "2027-10-30 20:00")


def test_dates_are_left_out_added_moved_and_cancelled() -> None:
    moved = component("DTSTART:20261115T190000Z", "RECURRENCE-ID;TZID=Europe/Brussels:20261114T200000")
    off = component(START.replace("1205", "1128"), "STATUS:CANCELLED", "RECURRENCE-ID:20261128T190000Z")
    lines = ("RRULE:FREQ=WEEKLY;COUNT=9", "EXDATE;TZID=Europe/Brussels:20261107T200000,20261121T200000")
    added = "RDATE;TZID=Europe/Brussels:20261224T180000"
    assert starts(*WEEKLY, *lines, added, others=(off, moved)) == [
        "2026-10-31 20:00", "2026-11-15 20:00", "2026-11-28 20:00 cancelled", "2026-12-24 18:00",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY;COUNT=60",
        "FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20270101T000000Z",
        "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SA,SU",
        "FREQ=WEEKLY;BYDAY=WE,SA,SU;BYSETPOS=2",
        "FREQ=MONTHLY;BYDAY=1SA;COUNT=12",
        "FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=-1",
        "FREQ=MONTHLY;BYMONTHDAY=-1",
        "FREQ=YEARLY;BYMONTH=12;BYDAY=SA",
    ],
)
def test_rules_make_the_dates_that_an_independent_reader_finds(rule: str) -> None:
    lines = (*WEEKLY, f"RRULE:{rule}", "EXDATE;TZID=Europe/Brussels:20261212T200000")
    read_back = recurring_ical_events.of(Calendar.from_ical(calendar(component(*lines))))
    found = read_back.between(datetime(2026, 10, 31, tzinfo=BRUSSELS), datetime(2027, 11, 2, tzinfo=BRUSSELS))
    assert starts(*lines) == sorted(typed_time(each["DTSTART"].dt, BRUSSELS) for each in found)


def test_what_changes_from_a_date_on_changes_all_later_ones() -> None:
    later = component("DTSTART:20261114T200000Z", "RECURRENCE-ID;RANGE=THISANDFUTURE:20261114T190000Z")
    assert starts(*WEEKLY, "RRULE:FREQ=WEEKLY;COUNT=8", others=(later,)) == [
        "2026-10-31 20:00", "2026-11-07 20:00", "2026-11-14 21:00", "2026-11-21 21:00",
    ]  # fmt: skip


def test_dates_that_each_move_to_the_next_one_are_all_there() -> None:
    moved = [
        component(f"DTSTART:202611{day + 7}T190000Z", f"RECURRENCE-ID:202611{day}T190000Z", "STATUS:CANCELLED")
        for day in (14, 21)
    ]
    expected = ["2026-10-31 20:00", "2026-11-07 20:00", "2026-11-21 20:00 cancelled", "2026-11-28 20:00 cancelled"]
    assert starts(*WEEKLY, "RRULE:FREQ=WEEKLY;COUNT=8", others=tuple(moved)) == expected


def test_a_private_date_of_a_rule_is_not_shown() -> None:
    private = component("DTSTART:20261114T200000Z", "CLASS:PRIVATE", "RECURRENCE-ID:20261114T190000Z")
    lines = (*WEEKLY, "RRULE:FREQ=WEEKLY;COUNT=7")
    assert starts(*lines, others=(private,)) == ["2026-10-31 20:00", "2026-11-07 20:00"]


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYSETPOS=2",
        "FREQ=DAILY;BYHOUR=1,2,3,4,5;BYMINUTE=1,2,3,4,5",
    ],
)
def test_rules_that_would_be_followed_in_vain_are_not(rule: str) -> None:
    assert read(component(*WEEKLY, f"RRULE:{rule}")).skipped == (Skipped("unreadable", "Nuit"),)


@pytest.mark.parametrize("rule", ["FREQ=DAILY;INTERVAL=3", "FREQ=WEEKLY;INTERVAL=3;WKST=SU;BYDAY=SU,MO,FR"])
def test_a_rule_that_began_long_ago_makes_the_dates_that_it_always_made(rule: str) -> None:
    lines = ("DTSTART;TZID=Europe/Brussels:20180302T200000", f"RRULE:{rule}")
    read_back = recurring_ical_events.of(Calendar.from_ical(calendar(component(*lines))))
    found = read_back.between(datetime(2026, 10, 31, tzinfo=BRUSSELS), datetime(2027, 11, 2, tzinfo=BRUSSELS))
    assert starts(*lines) == sorted(typed_time(each["DTSTART"].dt, BRUSSELS) for each in found)


@pytest.mark.parametrize("line", ["URL:javascript:alert(1)", "GEO:200;400"])
def test_addresses_and_points_that_are_none_are_left_out(line: str) -> None:
    assert only(START, "LOCATION:Zaal", line).entry == {"title": "Nuit", "dates": [NIGHT], "venue": {"name": "Zaal"}}


def test_words_places_and_pages_are_taken() -> None:
    found = only(
        START,
        "DESCRIPTION:Une soirée avec *des amis*\\, et <b>plus</b>.",
        "LOCATION:La Vallée\\, Rue Lavallée 39\\, 1080 Molenbeek",
        "GEO:50.85;4.33",
        "URL:https://example.org/nuit",
        "CATEGORIES:Concert,Jazz",
        "STATUS:CONFIRMED",
        "ATTACH;FMTTYPE=image/jpeg:https://example.org/nuit.jpg",
    )
    place = {"name": "La Vallée", "street": "Rue Lavallée 39", "postal_code": "1080", "municipality": "Molenbeek"}
    assert found == Imported(
        "ics:1",
        {
            "title": "Nuit",
            "dates": [NIGHT],
            "venue": {**place, "geo": ["50.850000", "4.330000"]},
            "same_as": ["https://example.org/nuit"],
            "status": "scheduled",
        },
        {"": "Une soirée avec \\*des amis\\*, et **plus**."},
        ("Concert", "Jazz"),
        ("image",),
    )


def test_plain_text_keeps_its_lines_and_html_wins_where_there_is_both() -> None:
    plain, html = (
        "DESCRIPTION:Un\\nDeux\\n\\nTrois",
        "X-ALT-DESC;FMTTYPE=text/html:<p>Un <i>texte</i></p>\\n<script>x</script>",
    )
    assert only(START, plain).bodies == {"": "Un\\\nDeux\n\nTrois"}
    assert only(START, plain, html).bodies == {"": "Un *texte*"}


def test_html_that_says_nothing_leaves_the_plain_text() -> None:
    empty = "X-ALT-DESC;FMTTYPE=text/html:<html><body></body></html>"
    assert only(START, "DESCRIPTION:Un texte", empty).bodies == {"": "Un texte"}


def test_a_later_revision_stands_for_an_earlier_one() -> None:
    old, new = component(START, "SEQUENCE:9"), component("DTSTART:20261206T190000Z", "SEQUENCE:10")
    for order in ((old, new), (new, old)):
        assert [each.entry["dates"] for each in read(*order).events] == [[{"start": "2026-12-06 20:00"}]]


def test_texts_that_say_their_language_have_it() -> None:
    found = only(START, "DESCRIPTION;LANGUAGE=nl-BE:Een avond.")
    assert found.bodies == {"nl": "Een avond."}


@pytest.mark.parametrize(
    ("lines", "entry"),
    [
        (("LOCATION:https://example.org/live",), {"online_url": "https://example.org/live"}),
        (
            ("CONFERENCE;VALUE=URI:https://example.org/live", "LOCATION:Online"),
            {"online_url": "https://example.org/live"},
        ),
        (("LOCATION:Théâtre &amp; Jardin\\nRue 1",), {"venue": {"name": "Théâtre & Jardin", "street": "Rue 1"}}),
    ],
)
def test_a_location_is_a_place_or_a_page(lines: tuple[str, ...], entry: dict[str, Any]) -> None:
    assert only(START, *lines).entry == {"title": "Nuit", "dates": [NIGHT], **entry}


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ((START, "CLASS:PRIVATE"), "private"),
        (("DTSTART:tomorrow",), "unreadable"),
        (("DTSTART:00000000T000000Z",), "unreadable"),
        ((START, "RRULE:FREQ=SECONDLY"), "unreadable"),
        ((START, "RRULE:FREQ=WEEKLY;BYDAY=XX"), "unreadable"),
        (("DTSTART:20200101T190000Z", "RRULE:FREQ=WEEKLY;COUNT=3"), "past"),
        ((), "undated"),
    ],
)
def test_what_is_no_event_to_announce_costs_itself_alone(lines: tuple[str, ...], reason: str) -> None:
    found = read(component(*lines), component(START, uid="2"))
    assert [each.external_id for each in found.events] == ["ics:2"]
    assert found.skipped == (Skipped(reason, "Nuit"),)


def test_what_is_tentative_is_no_event_unless_the_calendar_says_so_of_all() -> None:
    tentative = component(START, "STATUS:TENTATIVE")
    assert read(tentative, component(START, uid="2")).skipped == (Skipped("tentative", "Nuit"),)
    assert len(read(tentative).events) == 1


def test_a_cancelled_event_is_cancelled_by_its_status_or_by_the_method_of_its_file() -> None:
    assert only(START, "STATUS:CANCELLED").entry["status"] == "cancelled"
    assert only(START, head="METHOD:CANCEL").entry["status"] == "cancelled"


def test_a_calendar_that_cancels_cancels_nothing_of_the_next_one_in_its_file() -> None:
    text = calendar(component(START), head="METHOD:CANCEL") + calendar(component(START, uid="2"))
    found = parse_ics(text.encode(), GROUND).events
    assert [(each.external_id, each.entry.get("status")) for each in found] == [("ics:1", "cancelled"), ("ics:2", None)]


def test_an_id_that_several_titles_share_is_nobody_s() -> None:
    other = component("DTSTART:20261206T190000Z", "STATUS:CANCELLED").replace("SUMMARY:Nuit", "SUMMARY:Jour")
    found = read(component(START), other).events
    assert [(each.external_id, each.entry["title"], each.entry.get("status")) for each in found] == [
        ("", "Nuit", None), ("", "Jour", "cancelled"),
    ]  # fmt: skip


def test_of_two_dates_of_one_id_the_cancelled_one_is_off_alone() -> None:
    off = component("DTSTART:20261204T190000Z", "STATUS:CANCELLED")
    assert only_of(off, component(START)).entry["dates"] == [
        {"start": "2026-12-04 20:00", "status": "cancelled"},
        NIGHT,
    ]


def test_a_date_of_a_rule_is_off_without_a_start_of_its_own() -> None:
    off = component("STATUS:CANCELLED", "RECURRENCE-ID;TZID=Europe/Brussels:20261107T200000")
    assert starts(*WEEKLY, "RRULE:FREQ=WEEKLY;UNTIL=20261115T000000Z", others=(off,)) == [
        "2026-10-31 20:00", "2026-11-07 20:00 cancelled", "2026-11-14 20:00",
    ]  # fmt: skip


def test_days_from_midnight_to_midnight_end_and_are_left_out_by_the_clock_of_their_zone() -> None:
    days = ("DTSTART;TZID=Europe/Brussels:20261205T000000", "DTEND;TZID=Europe/Brussels:20261206T000000")
    rule = ("RRULE:FREQ=DAILY;UNTIL=20261207T230000Z", "EXDATE:20261205T230000Z")
    assert starts(*days, *rule) == ["2026-12-05", "2026-12-07", "2026-12-08"]


def test_a_rule_says_when_it_began_and_that_it_goes_on() -> None:
    found = only(*WEEKLY, "RRULE:FREQ=WEEKLY")
    assert (found.since, found.goes_on) == ("2026-10-03", True)
    assert only("DTSTART:20261205T190000Z", "RRULE:FREQ=WEEKLY;COUNT=2").goes_on is False


def test_an_event_without_an_id_is_known_by_its_page() -> None:
    text = calendar("BEGIN:VEVENT\nSUMMARY:Nuit\nURL:https://example.org/a\n" + START + "\nEND:VEVENT")
    assert [each.external_id for each in parse_ics(text.encode(), GROUND).events] == ["ics:https://example.org/a"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_any_encoding_and_any_line_end_is_read(encoding: str, line_end: str) -> None:
    folded = calendar(component(START, "DESCRIPTION:Une soirée d'é", " té à Bruxelles")).replace("\n", line_end)
    (found,) = parse_ics(folded.encode(encoding), GROUND).events
    assert found.bodies == {"": "Une soirée d'été à Bruxelles"}


def test_to_dos_are_no_events_and_what_is_not_closed_is_read() -> None:
    todo = "BEGIN:VTODO\nSUMMARY:Ranger\nEND:VTODO"
    assert read(todo) == Reading()
    unclosed = calendar(todo, component(START).removesuffix("\nEND:VEVENT"), component(START, uid="2"))
    assert len(parse_ics(unclosed.encode(), GROUND).events) == 2


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<html></html>",
        b"{}",
        b"<p>\nBEGIN:VCALENDAR\n",
        b'{"a": "\nBEGIN:VCALENDAR\n"}',
        b"title;start\n",
        b"\xff\xfe\x00",
    ],
)
def test_what_is_no_calendar_is_not_read(data: bytes) -> None:
    with pytest.raises(NotRead):
        parse_ics(data, GROUND)


def test_the_order_of_a_file_makes_no_difference() -> None:
    components = [component(START, uid=str(number)) for number in range(5)]
    assert read(*components) == read(*reversed(components))


LINES = (*WEEKLY, "RRULE:FREQ=WEEKLY;COUNT=9", "EXDATE:20261107T190000Z", "GEO:1;2", "CATEGORIES:a,b", "LOCATION:x, y")


@given(some.data())
def test_no_bytes_raise_anything_else(data: some.DataObject) -> None:
    with suppress(NotRead):
        parse_ics(damaged(data, calendar(ZONE, component(*LINES)).encode(), 6), GROUND)
