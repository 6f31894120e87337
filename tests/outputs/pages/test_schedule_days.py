"""Random schedules: the day that each performance belongs to, nights and runs included."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from affiche.outputs.pages.days import entries_by_day, runs_between, undated
from tests import factories as make
from tests.examples import examples
from tests.expected import NIGHT, expected
from tests.local_times import BRUSSELS, DAYS, RECORDS, instants
from tests.schedules import Case, cases, found_before, read, runs

NOW = datetime(2027, 3, 1, 12, tzinfo=UTC)


@found_before
@given(cases())
@examples(60)
def test_performance_stands_under_the_day_on_which_it_begins_and_no_other(case: Case) -> None:
    site, found = make.site(case.event, *RECORDS, now=NOW), expected(case.typed).values()
    shown = [(day, item.id) for day, entries in entries_by_day(site).items() for item in entries[0].occurrences]
    days = [(each.start.date() if isinstance(each.start, datetime) else each.start, each.id) for each in found]
    assert sorted(shown) == sorted((day, key) for day, key in days if day)
    assert sorted(entry.occurrences[0].id for entry in undated(site)) == sorted(key for day, key in days if not day)


@found_before
@given(cases())
@examples(60)
def test_performance_lasts_until_its_end_and_a_night_after_an_unknown_one(case: Case) -> None:
    shown = make.calendar(case.event, *RECORDS, now=NOW).occurrences["nuit"]
    found = expected(case.typed)
    assert {item.id: item.last_day for item in shown} == {key: each.last_day for key, each in found.items()}
    for item in shown:
        end = found[item.id].end
        night = datetime.combine(item.last_day + timedelta(days=1), datetime.min.time(), item.zone).replace(hour=5)
        assert item.over_at.astimezone(UTC) == (end if isinstance(end, datetime) else night).astimezone(UTC)


@given(instants(BRUSSELS))
@examples(60)
def test_until_five_it_is_still_last_night(now: datetime) -> None:
    today = make.calendar(now=now.astimezone(UTC)).today.date()
    assert today == (now.replace(tzinfo=None) - timedelta(hours=5)).date()
    assert today >= (now.replace(tzinfo=None) - NIGHT).date()


@given(runs(BRUSSELS), DAYS, st.integers(-10, 60))
@examples(60)
def test_run_is_there_once_from_its_first_day_to_its_last(typed: dict[str, Any], day: date, around: int) -> None:
    event = read({"title": "Expo", "type": "exhibition", "organisers": ["zinneke"], **typed})
    site, period = make.site(event, *RECORDS, now=NOW), typed["period"]
    first = date.fromisoformat(period.get("start", str(day))) + timedelta(days=around)
    last = first + timedelta(days=13)
    is_on = period.get("start", "0000") <= str(last) and str(first) <= period.get("end", "9999")
    assert [each.id for each in runs_between(site, first, last)] == (["nuit"] if is_on else [])
    run = site.calendar.run_of(event)
    assert run is not None
    assert run.is_on(first) is (period.get("start", "0000") <= str(first) <= period.get("end", "9999"))
