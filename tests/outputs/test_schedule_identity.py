"""Random changes of schedules: what stays the same performance, and revisions that never go back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from affiche.model.history import Dates, History, RecordKey
from affiche.model.record import Record
from affiche.outputs.entries import Entries
from affiche.outputs.vevent import render_vevent
from tests import factories as make
from tests.examples import examples
from tests.expected import ruled_starts
from tests.local_times import BRUSSELS, RECORDS, as_typed, instants, is_plain, shown
from tests.outputs.calendar_entries import property_of
from tests.schedules import BASE, digits, read, rules, with_own_ids

START = datetime(2026, 9, 1, 8, tzinfo=UTC)
MOMENTS = instants(BRUSSELS).map(as_typed)
MOVES = st.lists(MOMENTS, min_size=1, max_size=5, unique=True)


def ids(typed: dict[str, Any]) -> list[str]:
    """The ids of an event's entries in calendars."""
    event = read(BASE | typed)
    return sorted(entry.id for entry in Entries(make.calendar(event, *RECORDS)).by_event[event.id])


@given(MOVES, MOVES)
@examples(40)
def test_performance_moved_any_number_of_times_stays_itself(starts: list[str], others: list[str]) -> None:
    others = [start for start in others if start[:16] != starts[0][:16]]
    beside = [{"start": start, "id": f"own-{rank}"} for rank, start in enumerate(others)]
    before = ids({"dates": [{"start": starts[0]}, *beside]})
    for step in range(1, len(starts)):
        moved = {"start": starts[step], "previous_start": starts[:step], "status": "rescheduled"}
        assert ids({"dates": [*beside, moved]}) == before
        assert ids({name: value for name, value in moved.items() if name != "status"}) == ids({"start": starts[0]})
        named = {"start": starts[step], "id": digits(starts[0])}
        assert ids({"dates": [named, *beside]}) == before


@given(MOVES, st.booleans())
@examples(30)
def test_short_form_and_a_list_of_one_are_the_same_performance(starts: list[str], is_moved: bool) -> None:  # noqa: FBT001
    typed = {"start": starts[0], **({"previous_start": starts[1:]} if is_moved and starts[1:] else {})}
    assert ids(typed) == ids({"dates": [typed]})
    more = with_own_ids([typed, *({"start": start} for start in starts[1:])])
    assert set(ids(typed)) <= set(ids({"dates": more}))


@given(rules(BRUSSELS), MOMENTS, st.randoms(use_true_random=False))
@examples(30)
def test_occurrence_that_is_moved_or_replaced_stays_itself(rule: dict[str, Any], other: str, random: Any) -> None:
    starts = [start for start in ruled_starts(rule) if str(start)[:10] not in rule.get("except", [])]
    assume(starts and "start" in rule)
    start, before = str(random.choice(starts))[:16], ids({"recurrence": rule})
    assume(f"nuit.{digits(other)}" not in before)

    def with_date(**typed: Any) -> list[str]:
        return ids({"recurrence": rule, "dates": [typed]})

    assert with_date(start=start, status="cancelled") == before
    assert with_date(start=other, id=digits(start)) == before
    assert with_date(start=other, previous_start=[start]) == before
    renamed = set(with_date(start=other, previous_start=[start], id="own"))
    assert renamed ^ set(before) == {f"nuit.{digits(start)}", "nuit.own"}


@given(rules(BRUSSELS))
@examples(40)
def test_occurrence_that_comes_twice_may_be_told_by_a_date(rule: dict[str, Any]) -> None:
    if unclear := [each for each in ruled_starts(rule) if isinstance(each, datetime) and not is_plain(each, BRUSSELS)]:
        dates = [{"start": shown(each + timedelta(hours=3)), "previous_start": [shown(each)]} for each in unclear]
        kept = {name: value for name, value in rule.items() if name not in ("except", "extra")}
        event = read(BASE | {"recurrence": kept, "dates": with_own_ids(dates)})
        clear = (each.start.local for each in event.ruled if each.start.offset is None)
        assert [each for each in clear if not is_plain(each, BRUSSELS)] == []


#: What a commit may do: to the event itself, or to what it names.
EDITS = st.sampled_from(
    (
        *("title", "published", "unpublished", "venue", "no-venue", "venue-hidden", "venue-replaced", "organiser"),
        *("festival", "festival-hidden", "festival-withdrawn", "in-festival", "other-hidden", "organiser-hidden"),
    )
)
COMMITS = st.lists(st.tuples(EDITS, st.integers(1, 50_000)), min_size=1, max_size=12)


@given(COMMITS)
@examples(50)
def test_revision_of_an_entry_never_goes_back(commits: list[tuple[str, int]]) -> None:
    state: dict[str, Any] = {"event": BASE | {"start": "2026-12-05 20:00", "venue": "la-vallee"}}
    history, now = {key: Dates(START, START) for key in KEYS.values()}, START
    before = (START, 0)
    for edit, minutes in commits:
        now += timedelta(minutes=minutes)
        key = apply(edit, state, now)
        history[key] = Dates(START, now)
        site = make.site(*records(state), now=now, past=History(history))
        (entry,) = Entries(site.calendar).by_event["nuit"]
        data = b"END:VTIMEZONE\r\n" + render_vevent(site, entry, "fr")
        (changed,), (sequence,) = property_of(data, "LAST-MODIFIED"), property_of(data, "SEQUENCE")
        revision = datetime.strptime(changed, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC), int(sequence)
        assert revision[0] >= before[0]
        assert revision[1] >= before[1]
        before = revision


KEYS: dict[str, RecordKey] = {
    "event": ("events", "nuit"),
    "festival": ("events", "festival"),
    "venue": ("venues", "la-vallee"),
    "other": ("venues", "far-away"),
    "organiser": ("organisations", "zinneke"),
}


def apply(edit: str, state: dict[str, Any], now: datetime) -> RecordKey:
    """Makes one commit's change, and says whose it is."""
    whose, _, what = edit.partition("-")
    if whose in KEYS:
        changes = {"hidden": {"draft": "true"}, "replaced": {"replaced_by": "far-away"}}
        withdrawn = {"withdrawn": {"date": f"{now:%Y-%m-%d}", "reason": {"fr": "Retiré"}}}
        state[whose] = {**changes, "withdrawn": withdrawn}.get(what, {})
        return KEYS[whose]
    typed: dict[str, Any] = dict(state["event"])
    if edit == "published":
        typed["published"] = f"{now - timedelta(days=1):%Y-%m-%d %H:%M}+00:00"
    elif edit == "unpublished":
        typed.pop("published", None)
    elif edit == "no-venue":
        typed.pop("venue", None)
    elif edit == "in-festival":
        typed["part_of"] = "festival"
    state["event"] = typed
    return KEYS["event"]


def records(state: dict[str, Any]) -> list[Record]:
    return [
        read(state["event"]),
        make.event("festival", **state.get("festival", {})),
        make.venue(**state.get("venue", {})),
        make.venue("far-away", **state.get("other", {})),
        make.organisation(**state.get("organiser", {})),
    ]
