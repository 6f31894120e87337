from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from affiche.checks.base import check_base
from affiche.checks.registry import check
from affiche.checks.scope import Scope
from affiche.model.collections import COLLECTIONS as MODELS
from affiche.model.event import Event
from affiche.model.record import Record
from affiche.problems import Problem
from affiche.sources.base import Base, CommitUnknown, load_base
from affiche.sources.loader import load_content
from affiche.sources.repair import repaired
from tests import factories as make
from tests.scopes import organisation, scope_of, venue


def found(before: list[Event], after: list[Event], *unreadable: str) -> list[tuple[str, str, str]]:
    stems = frozenset([event.id for event in before] + [*unreadable])
    scope = Scope(after, {"events": frozenset(event.id for event in after)}, make.calendar(*after))
    problems: list[Problem] = sorted(check_base(Base(tuple(before), {"events": stems}), scope))
    return [(problem.code, problem.field, problem.path) for problem in problems]


def test_check_base_says_nothing_of_what_stays() -> None:
    event = make.event()
    assert found([event], [event, make.event("autre")]) == []


def test_check_base_finds_a_removed_event_where_it_was() -> None:
    assert found([make.event()], []) == [("event-removed", "", "content/events/nuit-ouverte.md")]


def test_check_base_finds_a_new_name_without_redirection() -> None:
    assert found([make.event("a")], [make.event("b")]) == [("id-changed", "redirect_from", "content/events/b.md")]
    assert found([make.event("a")], [make.event("b", redirect_from=["a"])]) == []


def test_check_base_finds_a_moved_start_unless_the_old_one_is_kept() -> None:
    before = make.event(start="2026-12-05 20:00")
    assert found([before], [make.event(start="2026-12-06 20:00")]) == [
        ("start-moved", "start", "content/events/nuit-ouverte.md")
    ]
    assert found([before], [make.event(start="2026-12-06 20:00", previous_start=["2026-12-05 20:00"])]) == []


def test_check_base_finds_an_identity_that_is_lost_with_an_old_name() -> None:
    before = make.event("b", redirect_from=["a"])
    lost = [("id-changed", "redirect_from", "content/events/b.md")]
    assert found([before], [make.event("b")]) == lost
    assert found([before], [make.event("b", redirect_from=["z", "a"])]) == lost
    assert found([before], [make.event("b", redirect_from=["a", "z"])]) == []
    assert found([before], [make.event("c", redirect_from=["b", "a"])]) == [
        ("id-changed", "redirect_from", "content/events/c.md")
    ]


def test_check_base_compares_the_dates_of_a_renamed_event() -> None:
    after = make.event("b", redirect_from=["a"], start="2026-12-06 20:00")
    assert found([make.event("a")], [after]) == [("start-moved", "start", "content/events/b.md")]


def test_check_base_finds_an_event_that_is_seen_no_more() -> None:
    hidden = [("event-removed", "draft", "content/events/nuit-ouverte.md")]
    assert found([make.event()], [make.event(draft="true")]) == hidden
    assert found([make.event()], [make.event(publish_from="2026-12-01 10:00")]) == [
        ("event-removed", "publish_from", "content/events/nuit-ouverte.md")
    ]
    assert found([make.event(publish_from="2026-12-01 10:00")], []) == []


def test_check_base_finds_a_removed_performance() -> None:
    dates = [{"start": "2026-12-05 20:00"}, {"start": "2026-12-06 20:00"}]
    assert found([make.event(dates=dates)], [make.event(dates=dates[:1])]) == [
        ("performance-removed", "dates", "content/events/nuit-ouverte.md")
    ]
    assert found([make.event(start="2026-12-05 20:00")], [make.event(dates=dates)]) == []


def test_check_base_takes_a_new_file_for_one_gone_only() -> None:
    assert found([make.event("a"), make.event("b")], [make.event("c")]) == [
        ("event-removed", "", "content/events/b.md"),
        ("id-changed", "redirect_from", "content/events/c.md"),
    ]


def test_check_base_knows_a_file_that_was_unreadable() -> None:
    assert found([make.event("a")], [make.event("b")], "b") == [("event-removed", "", "content/events/a.md")]


def test_check_base_doubts_a_new_event_that_is_over() -> None:
    past = make.event(start="2025-12-05 20:00")
    assert found([], [past]) == [("date-suspicious", "start", "content/events/nuit-ouverte.md")]
    assert found([], [make.event(period={"start": "2025-12-01", "end": "2025-12-05"})]) == [
        ("date-suspicious", "period", "content/events/nuit-ouverte.md")
    ]
    assert found([past], [past]) == []
    assert found([], [past], "nuit-ouverte") == []


def test_check_base_leaves_drafts_alone() -> None:
    assert found([make.event(draft="true")], []) == []


def test_check_base_finds_houses_that_are_gone_renamed_or_hidden() -> None:
    before = (make.organisation(), make.venue(), make.venue("caserne", name="La caserne"))

    def told(*after: Record) -> list[tuple[str, str, str]]:
        stems = {model.collection: frozenset(each.id for each in before if isinstance(each, model)) for model in MODELS}
        scope = Scope(after, {}, make.calendar(*after))
        return [(each.code, each.field, each.path) for each in sorted(check_base(Base(before, stems), scope))]

    withdrawn = make.venue(withdrawn={"date": "2026-11-20", "reason": {"fr": "Fermé"}})
    assert (
        told(make.organisation(), withdrawn, make.venue("kazerne", name="La caserne", redirect_from=["caserne"])) == []
    )
    assert told(make.organisation(draft="true"), make.venue("kazerne", name="La caserne")) == [
        ("record-removed", "draft", "content/organisations/zinneke.md"),
        ("id-changed", "redirect_from", "content/venues/kazerne.md"),
        ("record-removed", "", "content/venues/la-vallee.md"),
    ]


def test_check_base_proposes_the_front_matter_of_a_removed_venue(tmp_path: Path) -> None:
    scope_of(tmp_path / "before", {"venues/bozar.md": venue()})
    old = load_content(tmp_path / "before")
    (problem,) = check_base(Base(old.records, old.stems), scope_of(tmp_path / "after", {}))
    assert (problem.code, problem.hint, problem.last_line) == ("record-removed", venue().rstrip("\n"), 1)


EVENT = """---
title: "Nuit"
type: concert
status: postponed
organisers: [zinneke]
start: 2026-12-05 20:00
---

# Français

Une nuit.
"""
CANCELLED = EVENT.partition("---\n\n")[0].replace("postponed", "cancelled") + "---"


START, STATUS = "start: 2026-12-05 20:00", "status: postponed\n"
RUN, OVER = "period: {start: 2026-11-05, end: 2026-12-31}", "start: 2026-11-05 20:00"


@pytest.mark.parametrize(
    ("before", "hint"),
    [
        (EVENT, CANCELLED),
        (
            EVENT.replace(STATUS, ""),
            CANCELLED.replace("status: cancelled\n", "").replace("---\n", "---\nstatus: cancelled\n", 1),
        ),
        (EVENT.replace(START, RUN), CANCELLED.replace(START, RUN)),
        (EVENT.replace(START, OVER), CANCELLED.replace(START, OVER).replace("cancelled", "postponed")),
    ],
)
def test_check_base_proposes_the_front_matter_of_a_removed_event(tmp_path: Path, before: str, hint: str) -> None:
    scope_of(tmp_path / "before", {"events/nuit.md": before})
    old = load_content(tmp_path / "before")
    scope = scope_of(tmp_path / "after", {"organisations/zinneke.md": organisation()})
    (problem,) = check_base(Base(old.records, old.stems), scope)
    assert (problem.path, problem.code, problem.hint) == ("content/events/nuit.md", "event-removed", hint)
    assert (problem.line, problem.last_line) == (1, 1)
    restored = scope_of(tmp_path / "after", {"events/nuit.md": repaired("", [problem])})
    assert [*check_base(Base(old.records, old.stems), restored), *check(restored)] == []


def test_check_base_proposes_a_cancellation_for_a_draft(tmp_path: Path) -> None:
    before = EVENT.replace("status: postponed\n", "")
    scope_of(tmp_path / "before", {"events/nuit.md": before})
    old = load_content(tmp_path / "before")
    draft = before.replace("type: concert\n", "type: concert\ndraft: true\n")
    (problem,) = check_base(Base(old.records, old.stems), scope_of(tmp_path, {"events/nuit.md": draft}))
    assert (problem.line, problem.hint) == (4, "status: cancelled")


def test_check_base_cancels_nothing_that_took_place_or_led_elsewhere(tmp_path: Path) -> None:
    over = EVENT.replace("status: postponed\n", "").replace(START, OVER)
    merged = EVENT.replace("status: postponed", "replaced_by: jour")
    scope_of(tmp_path / "before", {"events/jour.md": EVENT, "events/nuit.md": merged, "events/soir.md": over})
    old = load_content(tmp_path / "before")
    files = {"events/jour.md": EVENT, "events/soir.md": over.replace("type: concert\n", "type: concert\ndraft: true\n")}
    found = sorted(check_base(Base(old.records, old.stems), scope_of(tmp_path / "after", files)))
    assert [(each.path, each.hint) for each in found] == [
        ("content/events/nuit.md", merged.partition("\n\n")[0]),
        ("content/events/soir.md", ""),
    ]


def test_load_base_reads_the_content_of_a_commit(tmp_path: Path) -> None:
    events = tmp_path / "content/events"
    events.mkdir(parents=True)
    (events / "nuit.md").write_text('---\ntitle: "Nuit"\ntype: concert\norganisers: [a]\nstart: 2026-12-05\n---\n')
    (events / "brisee.md").write_text("---\ntitle\n---\n")
    identity = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    for arguments in (["init", "-q"], ["add", "."], [*identity, "commit", "-qm", "one"]):
        subprocess.run(["git", "-C", str(tmp_path), *arguments], check=True)
    (events / "nuit.md").unlink()
    base = load_base(tmp_path / "content", "HEAD")
    assert [record.id for record in base.records] == ["nuit"]
    assert base.stems["events"] == {"nuit", "brisee"}
    with pytest.raises(CommitUnknown):
        load_base(tmp_path / "content", "nowhere")
