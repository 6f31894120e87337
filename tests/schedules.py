"""Random events over all the ways to say when, typed as a contributor types them and read by the real readers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from hypothesis import example
from hypothesis import strategies as st

from affiche.model.event import Event
from affiche.model.vocabulary import AVAILABILITIES, PRECISIONS, STATUSES, WEEKDAYS
from affiche.sources.front_matter import parse_front_matter
from tests import factories as make
from tests.expected import ruled_starts
from tests.local_times import DAYS, HOURS, VENUES, as_typed, front_matter, instants, is_plain, shown, spans, spellings

Typed = dict[str, Any]
COARSE = st.one_of(
    DAYS.map(str),
    DAYS.map(lambda day: f"{day:%Y-%m}"),
    st.tuples(st.integers(2024, 2030), st.sampled_from(["winter", "spring", "summer", "autumn"])).map(
        lambda parts: f"{parts[0]}-{parts[1]}"
    ),
)
BASE: Typed = {"title": "Nuit", "type": "concert", "organisers": ["zinneke"]}
PRICES: list[Any] = ["free", "12", {"from": "10"}, {"pay_what_you_can": {"suggested": "5"}}]


@dataclass(frozen=True)
class Case:
    """What is typed of an event, and the event that the readers make of it."""

    typed: Typed

    @cached_property
    def event(self) -> Event:
        return read(self.typed)


def read(typed: Typed, event_id: str = "nuit") -> Event:
    """The event of typed fields, through YAML and the readers of fields; it has no fault."""
    matter = parse_front_matter(front_matter(typed))
    assert matter.faults == []
    return make.event(event_id, **matter.values)


def digits(start: str) -> str:
    """The id that a start gives to a performance."""
    return start if start[5:6].isalpha() else start[:16].replace("-", "").replace(":", "").replace(" ", "T")


@st.composite
def performances(draw: st.DrawFn, zone: ZoneInfo) -> Typed:
    """Items of `dates`, in a place of their own now and then."""
    venue, there = draw(st.sampled_from([(None, zone)] * 4 + VENUES[1:]))
    kind = draw(st.sampled_from(["minute"] * 5 + ["days", "coarse"]))
    if kind == "minute":
        typed: Typed = draw(spans(there))
    elif kind == "days":
        first = draw(DAYS)
        typed = {"start": str(first), "end": str(first + timedelta(days=draw(st.integers(0, 9))))}
    else:
        typed = {"start": draw(COARSE)}
    if venue:
        typed["venue"] = venue
    if draw(st.integers(0, 3)) == 0:
        typed["status"] = draw(st.sampled_from(STATUSES))
    if draw(st.integers(0, 4)) == 0:
        typed["availability"] = draw(st.sampled_from(AVAILABILITIES))
    if draw(st.integers(0, 4)) == 0:
        typed["previous_start"] = [as_typed(draw(instants(there))) for _ in range(draw(st.integers(1, 3)))]
    return typed


def with_own_ids(dates: list[Typed]) -> list[Typed]:
    """Dates of which no two have the same id."""
    seen: set[str] = set()
    for index, typed in enumerate(dates):
        known = digits(typed.get("previous_start", [typed["start"]])[0])
        if known in seen:
            typed["id"] = f"own-{index}"
        seen.add(known)
    return dates


def dates_of(zone: ZoneInfo, fewest: int = 0, most: int = 4) -> st.SearchStrategy[list[Typed]]:
    return st.lists(performances(zone), min_size=fewest, max_size=most).map(with_own_ids)


@st.composite
def rules(draw: st.DrawFn, zone: ZoneInfo) -> Typed:
    """Rules of every shape; what clocks of the zone do not show once is left out, or given with its offset."""
    first, every = draw(DAYS), draw(st.sampled_from(["day", "week", "month"]))
    first -= timedelta(days=draw(st.sampled_from([0, 0, 7, 14, 28])))
    rule: Typed = {"every": every, "from": str(first)}
    if draw(st.booleans()):
        rule["interval"] = str(draw(st.integers(1, 4)))
    if draw(st.booleans()):
        rule["days"] = draw(st.lists(st.sampled_from(WEEKDAYS), min_size=1, max_size=3, unique=True))
        if every == "month":
            rule["nth"] = draw(st.sampled_from(["1", "2", "3", "4", "last"]))
    if draw(st.integers(0, 7)):
        rule["start"] = f"{draw(HOURS):%H:%M}"
        if draw(st.booleans()):
            rule["end"] = f"{draw(HOURS):%H:%M}"
    rule["until"] = str(first + timedelta(days=draw(st.sampled_from([0, 20, 60, 120, 366]))))
    starts, is_counted = ruled_starts(rule), draw(st.booleans())
    if starts and is_counted:
        del rule["until"]
        rule["count"] = str(draw(st.integers(1, len(starts))))
        starts = ruled_starts(rule)
    return rule | draw(exceptions(zone, starts))


@st.composite
def exceptions(draw: st.DrawFn, zone: ZoneInfo, starts: list[datetime | date]) -> Typed:
    """`except` and `extra` of a rule that has these starts."""
    unclear = [start for start in starts if isinstance(start, datetime) and not is_plain(start, zone)]
    days = {str(start)[:10] for start in unclear}
    if starts:
        days |= {str(start)[:10] for start in draw(st.lists(st.sampled_from(starts), max_size=3))}
    extra = {draw(spellings(draw(instants(zone)))) for _ in range(draw(st.integers(0, 2)))}
    extra |= {as_typed(start.replace(tzinfo=zone, fold=1)) for start in unclear if shown(start)[-2:] != "59"}
    taken = {digits(_text(start)) for start in starts}
    free = {digits(text): text for text in sorted(extra) if digits(text) not in taken or str(text)[:10] in days}
    return {name: value for name, value in (("except", sorted(days)), ("extra", sorted(free.values()))) if value}


@st.composite
def repeated(draw: st.DrawFn, zone: ZoneInfo) -> Typed:
    """A recurrence, with dates that stand for some of its occurrences, move them, or come on top."""
    rule = draw(rules(zone))
    starts = [text for text in map(_text, ruled_starts(rule)) if text[:10] not in rule.get("except", [])]
    dates: list[Typed] = draw(dates_of(zone, most=2))
    chosen = draw(st.lists(st.sampled_from(starts), max_size=3, unique=True)) if starts else []
    for start in chosen:
        if draw(st.booleans()):
            dates.append({"start": start, "status": draw(st.sampled_from(STATUSES))})
        else:
            dates.append({**draw(spans(zone)), "previous_start": [start], "status": "rescheduled"})
    if not starts and not rule.get("extra") and not dates:
        dates = [{"start": "2026-12-05 20:00"}]
    return {"recurrence": rule, **({"dates": with_own_ids(dates)} if dates else {})}


def _text(start: datetime | date) -> str:
    return shown(start) if isinstance(start, datetime) else str(start)


@st.composite
def runs(draw: st.DrawFn, zone: ZoneInfo) -> Typed:
    """A period whose ends may be unknown, with dates beside it."""
    first, length = draw(DAYS), draw(st.integers(0, 90))
    period = {"start": str(first), "end": str(first + timedelta(days=length))}
    unknown = draw(st.sampled_from([None, None, "start", "end"]))
    typed: Typed = {"period": {name: day for name, day in period.items() if name != unknown}}
    if draw(st.integers(0, 3)) == 0:
        typed |= {"status": "rescheduled", "previous_start": [str(draw(DAYS))]}
    dates = draw(dates_of(zone, most=2))
    return typed | ({"dates": dates} if dates else {})


@st.composite
def short_forms(draw: st.DrawFn, zone: ZoneInfo) -> Typed:
    """One performance, by `start` and `end`."""
    typed: Typed = {"start": draw(COARSE)} if draw(st.integers(0, 4)) == 0 else draw(spans(zone))
    if draw(st.integers(0, 3)) == 0:
        typed["previous_start"] = [as_typed(draw(instants(zone)))]
        typed["status"] = "rescheduled"
    return typed


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """An event of any kind."""
    venue, zone = draw(st.sampled_from(VENUES))
    typed: Typed = BASE | ({"venue": venue} if venue else {})
    when = draw(
        st.sampled_from(
            [short_forms, lambda zone: dates_of(zone, 1).map(lambda dates: {"dates": dates}), runs, repeated]
        )
    )
    typed |= draw(when(zone))
    if draw(st.integers(0, 3)) == 0:
        typed["status"] = draw(st.sampled_from(STATUSES))
    if draw(st.integers(0, 3)) == 0:
        typed["availability"] = draw(st.sampled_from(AVAILABILITIES))
    if draw(st.integers(0, 3)) == 0:
        typed["online_url"] = "https://example.org/live"
    if draw(st.booleans()):
        typed["price"] = draw(st.sampled_from(PRICES))
    if draw(st.integers(0, 9)) == 0:
        typed["date_precision"] = draw(st.sampled_from(PRECISIONS))
    return Case(typed)


WEEKLY: Typed = {"every": "week", "from": "2026-12-03", "count": "3", "start": "20:00", "end": "23:00"}
LATE: Typed = WEEKLY | {"from": "2026-03-21", "start": "22:00"}
#: What random schedules have found once, by rare coincidences: tried each time.
FOUND: list[Typed] = [
    {"recurrence": WEEKLY | {"extra": ["2026-12-20 03:00+05:45"]}},
    {"recurrence": WEEKLY | {"end": "02:50", "extra": ["2026-10-25 02:45+01:00"]}},
    {"recurrence": LATE | {"end": "02:30"}},
    {
        "recurrence": WEEKLY,
        "dates": [{"start": "2026-12-11 20:00", "previous_start": ["2026-12-10 20:00"], "id": "own"}],
    },
    {
        "dates": [
            {"start": f"2026-12-05 {start}", "end": f"2026-12-05 {end}"}
            for start, end in (("14:00", "23:30"), ("20:00", "22:00"))
        ]
    },
    {"dates": [{"start": "2026-12-08 20:00", "previous_start": ["2026-12-05 20:00", "2026-12-03 20:00"]}]},
    {"start": "2026-12-06 03:00+05:45", "date_precision": "day"},
    {"start": "2026-12-05 22:00", "end": "2026-12-06 02:00", "date_precision": "day"},
    {
        "period": {"start": "2026-12-05", "end": "2027-01-03"},
        "status": "rescheduled",
        "previous_start": ["2026-11-07"],
        "dates": [{"start": "2026-12-05 18:00", "previous_start": ["2026-11-06 18:00"]}],
    },
]
T = TypeVar("T", bound=Callable[..., None])


def found_before(test: T) -> T:
    """A test of a case that also tries what has been found before."""
    for typed in FOUND:
        test = example(Case(BASE | typed))(test)
    return test
