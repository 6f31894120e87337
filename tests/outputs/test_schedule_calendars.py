"""Random schedules: what other programs read in our calendars is what was typed."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ical.calendar_stream import IcsCalendarStream

from affiche.outputs.ics import ics_artifacts
from affiche.outputs.site import Site
from tests import factories as make
from tests.examples import examples
from tests.expected import expected
from tests.local_times import BRUSSELS, RECORDS, is_twice
from tests.outputs.calendar_entries import When, entries_in
from tests.outputs.content_lines import faults
from tests.outputs.outside_readers import has_ical_js, has_libical, ical_js, libical
from tests.schedules import Case, cases, found_before

NOW = datetime(2027, 3, 1, 12, tzinfo=UTC)


def site_of(case: Case, now: datetime = NOW) -> Site:
    return make.site(case.event, *RECORDS, now=now)


def files(site: Site) -> dict[str, bytes]:
    """The French calendar files of an event, by name."""
    folder = site.routes.record("fr", site.calendar.public[0])
    found = (artifact for artifact in ics_artifacts(site) if artifact.path.startswith(folder))
    return {artifact.path.removeprefix(folder): artifact.render() for artifact in found}


def after(day: date) -> date:
    return day + timedelta(days=1)


def entries_expected(case: Case) -> dict[str, tuple[When, When]]:
    """The entries that a file should have: the run, and the performances of which the day is known."""
    found: dict[str, tuple[When, When]] = {}
    period = {name: date.fromisoformat(day) for name, day in case.typed.get("period", {}).items()}
    if "start" in period:
        found["nuit.run@example.org"] = period["start"], after(period["end"]) if "end" in period else None
    for each in expected(case.typed).values():
        end = each.end if isinstance(each.end, datetime) or each.end is None else after(each.end)
        if each.start is not None:
            is_days = isinstance(each.start, datetime) and not isinstance(each.end, datetime)
            found[f"nuit.{each.id}@example.org"] = each.start, None if is_days else end
    return found


def instants(found: dict[str, tuple[When, When]]) -> dict[str, tuple[When, When]]:
    return {uid: (instant(start), instant(end)) for uid, (start, end) in found.items()}


def instant(moment: When) -> When:
    return moment.astimezone(UTC) if isinstance(moment, datetime) else moment


@found_before
@given(cases())
@examples(80)
def test_calendar_has_each_performance_at_its_moment(case: Case) -> None:
    data, wanted = files(site_of(case))["nuit.ics"], entries_expected(case)
    found = entries_in(data)
    assert list(faults(data)) == []
    assert instants(found) == instants(wanted)
    for uid, (start, _) in found.items():
        local = wanted[uid][0]
        if isinstance(local, datetime) and isinstance(start, datetime):
            is_clear = local.tzinfo is BRUSSELS and not is_twice(local.replace(tzinfo=None, fold=0), BRUSSELS)
            assert is_clear is (start.tzinfo is not UTC)
            assert not is_clear or start.replace(tzinfo=None) == local.replace(tzinfo=None)
    if has_libical():
        assert libical_starts(data) == {uid: seconds(start) for uid, (start, _) in wanted.items()}


def libical_starts(data: bytes) -> dict[str, int]:
    errors, seen = libical(data)
    assert errors == 0
    return {uid: start for uid, start, _ in seen}


def seconds(moment: When) -> int:
    """Seconds since 1970 in UTC; days count from midnight UTC."""
    assert moment is not None
    return int((moment if isinstance(moment, datetime) else datetime.combine(moment, time(), UTC)).timestamp())


@found_before
@given(cases())
@examples(25)
def test_ical_reads_the_same_moments(case: Case) -> None:
    read: Any = IcsCalendarStream.calendar_from_ics(files(site_of(case))["nuit.ics"].decode()).events
    found = {item.uid: (item.dtstart, item.dtend if item.dtend != item.dtstart else None) for item in read}
    assert instants(found) == instants(entries_expected(case))


@pytest.mark.skipif(not has_ical_js(), reason="ical.js is not installed")
@given(st.lists(cases(), min_size=1, max_size=12))
@examples(3)
def test_ical_js_reads_the_same_moments(found: list[Case]) -> None:
    for case in found[:4]:
        seen = ical_js(files(site_of(case))["nuit.ics"])
        wanted = {uid: seconds(start) for uid, (start, _) in entries_expected(case).items()}
        assert {uid: start for uid, start, _ in seen} == wanted


@found_before
@given(cases())
@examples(25)
def test_file_of_each_performance_has_it_alone(case: Case) -> None:
    found = files(site_of(case))
    whole = entries_in(found.pop("nuit.ics"))
    apart = {f"{name.removesuffix('.ics')}@example.org": entries_in(data) for name, data in found.items()}
    assert apart == {uid: {uid: whole[uid]} if uid in whole else {} for uid in apart}
    assert not apart or whole.keys() <= apart.keys()
