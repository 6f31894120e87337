"""What changes between the versions of files, read from scripted repositories."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from affiche.model.moment import Moment, parse_moment
from affiche.sources.paths import FILE_BYTES
from tests.examples import examples
from tests.repositories import Repository, day, event_text, make_repository

CANCELLED = event_text(status="cancelled")
TWO_DATES = [{"id": "a", "start": "2026-12-05 20:00"}, {"id": "b", "start": "2026-12-06 20:00"}]
#: The UID of the plain event's only date.
DATE = "20261205T2000"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return make_repository(tmp_path)


def told(repository: Repository) -> list[tuple[int, str, str]]:
    """Each change as the day of its commit, the local part of its UID and its kind."""
    return [(change.moment.day, change.uid_local, change.kind) for change in repository.told.changes]


def write_versions(repository: Repository, *texts: str | None) -> None:
    """The versions of one event, committed one a day from the first of January on."""
    for number, text in enumerate(texts, start=1):
        repository.commit(number, a=text)


def test_change_is_dated_by_the_commit_that_made_it(repository: Repository) -> None:
    write_versions(repository, event_text(), event_text(price="8"), CANCELLED, event_text(status="cancelled", price=8))
    (change,) = repository.told.changes
    assert (change.event_id, change.uid_local, change.kind) == ("a", f"a.{DATE}", "cancelled")
    assert (change.moment, change.before, change.affected) == (day(3), None, (f"a.{DATE}",))


def test_first_version_and_one_version_alone_change_nothing(repository: Repository) -> None:
    write_versions(repository, CANCELLED)
    assert told(repository) == []


def test_change_of_a_branch_is_that_of_its_merge(repository: Repository) -> None:
    write_versions(repository, event_text())
    repository.git("switch", "--create", "branch")
    repository.commit(2, a=event_text(availability="sold-out"))
    repository.commit(3, a=event_text(status="postponed"))
    repository.commit(4, a=CANCELLED)
    repository.git("switch", "main")
    repository.commit(5, b=event_text())
    repository.merge(6, "branch")
    assert told(repository) == [(6, f"a.{DATE}", "cancelled")]


def test_late_merge_of_an_old_branch_is_dated_when_it_comes(repository: Repository) -> None:
    write_versions(repository, event_text())
    repository.git("switch", "--create", "branch")
    repository.commit(2, a=event_text(availability="sold-out"))
    repository.git("switch", "main")
    repository.commit(3, a=event_text(venue="halles"))
    repository.git("merge", "--no-ff", "--no-commit", "--strategy=ours", "branch")
    repository.commit(9, a=event_text(venue="halles", availability="sold-out"))
    assert told(repository) == [(9, f"a.{DATE}", "sold-out")]


def test_cancelled_then_not_then_again_is_told_twice(repository: Repository) -> None:
    write_versions(repository, event_text(), CANCELLED, event_text(), CANCELLED)
    kinds = {2: "cancelled", 3: "on-again", 4: "cancelled"}
    assert told(repository) == [(on, f"a.{DATE}", kind) for on, kind in kinds.items()]


def test_versions_of_one_second_are_one_change(repository: Repository) -> None:
    """A branch that is rebased brings its commits at once: nobody saw those between, and no two news share a guid."""
    write_versions(repository, event_text())
    for start in ("2026-12-06 20:00", "2026-12-07 20:00"):
        repository.commit(2, a=event_text(start=start, previous_start=["2026-12-05 20:00"]))
    assert told(repository) == [(2, f"a.{DATE}", "rescheduled")]
    for text in (CANCELLED, event_text(), CANCELLED):
        repository.commit(3, b=text)
    assert [change for change in told(repository) if change[1].startswith("b.")] == []


def test_moved_file_changes_nothing_and_its_changes_go_on(repository: Repository) -> None:
    write_versions(repository, event_text())
    (repository.root / "content/events/2026").mkdir()
    repository.git("mv", "content/events/a.md", "content/events/2026/a.md")
    repository.commit(2)
    repository.write("content/events/2026/a.md", CANCELLED)
    repository.commit(3)
    assert told(repository) == [(3, f"a.{DATE}", "cancelled")]


def test_file_that_comes_back_is_compared_with_what_it_was(repository: Repository) -> None:
    write_versions(repository, event_text(), None, event_text(), None, CANCELLED)
    assert told(repository) == [(5, f"a.{DATE}", "cancelled")]


def test_renamed_event_keeps_its_past_and_its_first_identity(repository: Repository) -> None:
    write_versions(repository, event_text(), CANCELLED)
    repository.commit(3, a=None, b=event_text(redirect_from=["a"], status="cancelled"))
    repository.commit(4, b=None, c=event_text(redirect_from=["a", "b"]))
    repository.commit(5, c=event_text(redirect_from=["a", "b"], availability="sold-out"))
    kinds = {2: "cancelled", 4: "on-again", 5: "sold-out"}
    assert told(repository) == [(on, f"a.{DATE}", kind) for on, kind in kinds.items()]
    assert {change.event_id for change in repository.told.changes} == {"c"}


def test_event_under_an_id_of_its_own_has_no_other_s_past(repository: Repository) -> None:
    write_versions(repository, event_text(), CANCELLED)
    repository.commit(3, b=event_text(redirect_from=["a"]))
    assert [change.event_id for change in repository.told.changes] == ["a"]


def test_renamed_venue_is_the_same_place(repository: Repository) -> None:
    address = 'postal_code: "1000"\nmunicipality: Bruxelles\n'
    for number, (venue, former) in enumerate((("salle", ""), ("halle", "redirect_from: [salle]\n")), start=1):
        repository.write(f"content/venues/{venue}.md", f"---\nname: Halle\n{former}{address}---\n")
        if former:
            repository.write("content/venues/salle.md", None)
        repository.commit(number, a=event_text(venue=venue))
    repository.commit(3, a=event_text(venue="hangar"))
    assert told(repository) == [(3, f"a.{DATE}", "venue")]


HOSTILE = {
    "broken": event_text(status="cancelled").replace("title: ", 'title: "'),
    "wrong": event_text(status="annulé"),
    "wrong elsewhere in what is read": event_text(status="cancelled", availability="full"),
    "no front matter": "Annulé !",
    "empty": "",
    "bomb": "---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\nstatus: cancelled\nstart: 2026-12-05 20:00\n---\n",
    "deep": f"---\nstatus: cancelled\nstart: 2026-12-05 20:00\nvenue: {'[' * 50_000}\n---\n",
    "large": event_text(status="cancelled") + "x" * 200_000,
    "no date": "---\ntitle: Nuit\nstatus: cancelled\n---\n",
    "endless": event_text(status="cancelled", recurrence={"every": "day", "from": "2026-01-01"}),
    "reversed": event_text(status="cancelled", room="\u202e"),
    "reversed by YAML": event_text(status="cancelled", venue="?").replace("?", "a\\u202e"),
    "two documents": event_text(status="cancelled").replace("type:", "--- !!python/name:os.system\ntype:"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_version_that_cannot_be_read_is_none(repository: Repository, name: str) -> None:
    write_versions(repository, event_text(), HOSTILE[name], event_text(), HOSTILE[name], CANCELLED)
    assert told(repository) == [(5, f"a.{DATE}", "cancelled")]


def test_version_that_is_no_text_is_none(repository: Repository) -> None:
    write_versions(repository, event_text())
    file = repository.root / "content/events/a.md"
    for number, data in enumerate((b"\xff\x00" * 999, CANCELLED.encode("utf-16"), b"\0" * (FILE_BYTES + 9)), start=2):
        file.write_bytes(data)
        repository.commit(number)
    file.unlink()
    file.symlink_to(CANCELLED)
    repository.commit(5)
    file.unlink()
    repository.commit(6, a=event_text(availability="sold-out"))
    assert told(repository) == [(6, f"a.{DATE}", "sold-out")]


def test_change_waits_for_the_version_that_can_be_read(repository: Repository) -> None:
    broken = CANCELLED.replace("title: ", 'title: "')
    write_versions(repository, event_text(), broken, CANCELLED)
    assert told(repository) == [(3, f"a.{DATE}", "cancelled")]


def test_fault_that_is_no_matter_of_news_hides_none(repository: Repository) -> None:
    write_versions(repository, event_text(), event_text(status="cancelled", price="cher", colour="red"), CANCELLED)
    assert told(repository) == [(2, f"a.{DATE}", "cancelled")]


def test_draft_is_no_version_and_the_commit_that_ends_it_publishes(repository: Repository) -> None:
    write_versions(
        repository,
        event_text(draft="true"),
        event_text(draft="true", availability="sold-out"),
        event_text(availability="sold-out"),
        event_text(draft="true"),
        CANCELLED,
    )
    assert told(repository) == [(5, f"a.{DATE}", "cancelled")]
    assert repository.told.opened == {("events", "a"): day(3)}


def test_event_that_was_public_first_is_published_then(repository: Repository) -> None:
    write_versions(repository, event_text(), event_text(draft="true"), event_text())
    assert repository.told.opened == {}


def test_draft_of_any_collection_ends(repository: Repository) -> None:
    text = "---\nname: Zinneke\nurl: https://zinneke.example.org/\n---\n"
    for number, version in enumerate((text.replace("name", "draft: true\nname"), text), start=1):
        repository.write("content/organisations/zinneke.md", version)
        repository.commit(number)
    assert repository.told.opened == {("organisations", "zinneke"): day(2)}


@pytest.mark.parametrize(("opens", "days"), [("2026-01-04", []), ("2026-01-02 20:00", [3]), ("2026-01-01", [2, 3])])
def test_change_of_what_was_not_yet_to_be_seen_is_none(repository: Repository, opens: str, days: list[int]) -> None:
    """Commits are made at noon: what opens in the evening is seen by the next one."""
    write_versions(
        repository,
        event_text(publish_from=opens, venue="a"),
        event_text(publish_from=opens, venue="b"),
        event_text(publish_from=opens, venue="c"),
    )
    assert [each[0] for each in told(repository)] == days


def test_start_of_before_and_after_is_in_the_change(repository: Repository) -> None:
    moved = event_text(start="2026-12-12 19:30", previous_start=["2026-12-05 20:00"], status="rescheduled")
    write_versions(repository, event_text(), moved)
    (change,) = repository.told.changes
    assert (change.uid_local, change.kind) == (f"a.{DATE}", "rescheduled")
    assert (change.before, change.after) == (moment("2026-12-05 20:00"), moment("2026-12-12 19:30"))


def moment(text: str) -> Moment:
    parsed = parse_moment(text)
    assert parsed
    return parsed


def test_each_date_has_its_own_change_but_the_event_only_one(repository: Repository) -> None:
    each = [date | {"status": "cancelled"} for date in TWO_DATES]
    repository.commit(1, a=event_text(dates=TWO_DATES), b=event_text(dates=TWO_DATES))
    repository.commit(2, a=event_text(dates=each), b=event_text(dates=TWO_DATES, status="cancelled"))
    found = [(change.uid_local, change.affected) for change in repository.told.changes]
    assert found == [("a.a", ("a.a",)), ("a.b", ("a.b",)), ("b.a", ("b.a", "b.b"))]


def test_text_that_changes_is_no_news(repository: Repository) -> None:
    repository.commit(1, a=event_text(), b=event_text())
    repository.commit(2, a=event_text(summary="Une nuit"), b=event_text(status="postponed"))
    assert told(repository) == [(2, f"b.{DATE}", "postponed")]


def test_versions_are_one_stream_whatever_the_number_of_files(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [f"event-{number}" for number in range(50)]
    repository.commit(1, **dict.fromkeys(names, event_text()))
    repository.commit(2, **dict.fromkeys(names, CANCELLED))
    repository.commit(3, **dict.fromkeys(names, event_text(availability="sold-out")))
    calls = tmp_path / "calls"
    monkeypatch.setenv("GIT_TRACE2_EVENT", str(calls))
    assert len(told(repository)) == 150
    lines = calls.read_text(encoding="utf-8").splitlines()
    named = [name for line in lines for name in ("log", "cat-file", "rev-parse") if f'"name":"{name}"' in line]
    assert sorted(named) == ["cat-file", "log", "rev-parse"]


def test_objects_that_are_missing_say_nothing(repository: Repository) -> None:
    write_versions(repository, event_text(), CANCELLED, event_text(availability="sold-out"))
    blob = repository.git("rev-parse", "HEAD~1:content/events/a.md").strip()
    (repository.root / ".git/objects" / blob[:2] / blob[2:]).unlink()
    assert told(repository) == [(3, f"a.{DATE}", "sold-out")]


ONLINE = "https://live.example.org/"
STARTS = ("2027-05-01 20:00", "2027-05-02 20:00", "2027-05-01 21:00")
Typed = dict[str, Any]


def maybe(*values: str) -> st.SearchStrategy[str | None]:
    return st.none() | st.sampled_from(values)


FIELDS = {
    "status": maybe("scheduled", "cancelled", "postponed", "moved-online", "rescheduled"),
    "availability": maybe("sold-out", "available"),
    "venue": maybe("halles", "bozar"),
}


@st.composite
def versions(draw: st.DrawFn) -> Typed:
    """Three dates or two of them, in any state; some versions are drafts, and some cannot be read."""
    state = draw(st.sampled_from((*["seen"] * 8, "draft", "broken")))
    given: Typed = {name: draw(values) for name, values in FIELDS.items()}
    given |= {"draft": "true" if state == "draft" else None, "room": "\u202e" if state == "broken" else None}
    keys = draw(st.sampled_from(("abc", "ab", "bc")))
    dates = [
        {"id": key, "start": draw(st.sampled_from(STARTS)), **{name: draw(values) for name, values in FIELDS.items()}}
        for key in keys
    ]
    return given | {"online_url": draw(maybe(ONLINE)), "dates": dates}


def written(version: Typed) -> str:
    """A version as its file: what is None is left out."""
    dates = [{name: value for name, value in date.items() if value} for date in version["dates"]]
    return event_text(**{name: value for name, value in version.items() if value} | {"dates": dates})


def compared(typed: Sequence[Typed]) -> set[tuple[int, str, tuple[str, ...]]]:
    """The changes between versions as typed, by plain comparison: day, kind and dates of each."""
    found: dict[tuple[object, ...], set[str]] = defaultdict(set)
    last: dict[str, Typed] = {}
    for number, version in enumerate(typed, start=1):
        for date in () if version["draft"] or version["room"] else version["dates"]:
            own = {name for name in FIELDS if date[name]}
            now = {name: date[name] or version[name] for name in FIELDS}
            now |= {"start": date["start"], "online": version["online_url"]}
            now["status"] = now["status"] or "scheduled"
            before = last.get(date["id"], now)
            for kind, field, values in plain_news(before, now):
                found[number, kind, *values, date["id"] if field in {*own, "start"} else ""].add(f"a.{date['id']}")
            off = now["status"] in ("cancelled", "postponed") and date["id"] in last
            last[date["id"]] = before | {"status": now["status"]} if off else now
    return {(key[0], str(key[1]), tuple(sorted(ids))) for key, ids in found.items() if isinstance(key[0], int)}


def plain_news(before: Typed, now: Typed) -> Iterator[tuple[str, str, tuple[object, ...]]]:
    """The kind of each difference, the field it is of, and the values that tell it from others."""
    changed = {name for name in now if now[name] != before[name]}
    places = (before["venue"], now["venue"])
    if now["status"] in ("cancelled", "postponed"):
        yield from [(now["status"], "status", ())] if "status" in changed else []
        return
    if "start" in changed:
        yield "rescheduled", "start", (before["start"], now["start"])
    elif before["status"] in ("cancelled", "postponed"):
        yield "on-again", "status", ()
    if "availability" in changed and "sold-out" in (before["availability"], now["availability"]):
        yield "sold-out" if now["availability"] == "sold-out" else "places-again", "availability", ()
    yield from plain_news_of_place(before, now, places)


def plain_news_of_place(
    before: Typed, now: Typed, places: tuple[object, object]
) -> Iterator[tuple[str, str, tuple[object, ...]]]:
    if now["status"] == "moved-online":
        yield from [("moved-online", "status", places[:1])] if before["status"] != "moved-online" else []
    elif places[0] and not places[1]:
        yield from (
            [("moved-online", "venue", places[:1])] if now["online"] and before["status"] != "moved-online" else []
        )
    elif places[0] != places[1] and (places[0] or (before["online"] and not now["online"])):
        yield "venue", "venue", places
    elif places[1] and before["status"] == "moved-online":
        yield "on-site", "status", places[1:]


@examples(30)
@given(st.lists(versions(), min_size=3, max_size=7), versions())
def test_changes_are_those_of_a_plain_comparison(earlier: list[Typed], last: Typed) -> None:
    typed = [*earlier, last | {"draft": None, "room": None}]
    with TemporaryDirectory() as folder:
        repository = make_repository(Path(folder))
        repository.commit_all("content/events/a.md", list(map(written, typed)))
        changes = repository.told.changes
    found = [(change.moment.day, change.kind, tuple(sorted(change.affected))) for change in changes]
    assert sorted(found) == sorted(compared(typed))
