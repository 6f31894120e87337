"""Who may change what: tables of `agreement/`, without GitHub and without files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from affiche.desk.agreement import ON_BEHALF, Agreement, Awaited, Change, Proposed, Reason, Review, agreement
from affiche.desk.found import PUBLISHED
from affiche.desk.outcome import LABELS
from affiche.model.collections import COLLECTIONS
from affiche.model.record import Record
from tests import factories as make
from tests.projects import ROOT

FOLDER = Path(__file__).parent / "agreement"
MAKERS = {
    "events": make.event,
    "organisations": make.organisation,
    "venues": make.venue,
    "campaigns": make.campaign,
    "groups": make.group,
    "projects": make.project,
    "calls": make.call,
    "practices": make.practice,
}
DESK = frozenset({"dora"})

Typed = dict[str, Any]


def cases() -> dict[str, Typed]:
    """The cases of the tables, each by its table and its sentence; every scalar is a text, as typed."""
    tables = {path.stem: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.yml"))}
    loaded = {name: yaml.load(text, Loader=yaml.BaseLoader) for name, text in tables.items()}  # noqa: S506 - texts only
    return {f"{name}: {case['about']}": case for name, table in loaded.items() for case in table}


CASES = cases()


def records(typed: dict[str, Typed]) -> list[Record]:
    return [_record(f"content/{name}.md", fields) for name, fields in typed.items()]


def _record(path: str, fields: Typed) -> Record:
    _, collection, *_, name = path.removesuffix(".md").split("/")
    record = MAKERS[collection](name, **fields)
    return record.identified(record.id, record.body, replace(record.origin, path=path))


def changes(base: dict[str, Typed], head: dict[str, Typed]) -> list[Change]:
    """What GitHub would list, were no rename seen."""
    gone = [Change(f"content/{name}.md", is_removed=True) for name in base if name not in head]
    kept = [name for name, fields in head.items() if base.get(name) != fields]
    return gone + [Change(f"content/{name}.md", is_added=name not in base) for name in kept]


def listed(line: str) -> Change:
    """A file as a case lists it: its status and path, for a rename the path that was."""
    status, path, *previous = line.split()
    return Change(path, "".join(previous), is_added=status == "added", is_removed=status == "removed")


def reviewed(line: str) -> Review:
    login, state, commit = line.split()
    return Review(login, state, commit)


def decide(case: Typed) -> Agreement:
    base = case.get("base", {})
    head = {name: fields for name, fields in {**base, **case.get("head", {})}.items() if fields != "null"}
    files = [*map(listed, case["files"])] if "files" in case else changes(base, head)
    proposed = Proposed(
        "head", case["author"], tuple(files), tuple(map(reviewed, case.get("reviews", ()))), DESK,
        frozenset(case.get("labels", ())), is_whole=case.get("is_whole") != "false",
    )  # fmt: skip
    return agreement(records(base), records(head), proposed, frozenset(case.get("alike", ())))


def said(awaited: Awaited) -> str:
    if not awaited.organisations:
        return f"{awaited.reason} desk"
    return f"{awaited.reason} {' '.join(awaited.organisations)} ({' '.join(awaited.accounts)})"


@pytest.mark.parametrize("name", CASES)
def test_agreement_awaits(name: str) -> None:
    decided, case = decide(CASES[name]), CASES[name]
    assert [said(each) for each in decided.awaited] == sorted(case["awaits"])
    assert decided.is_given is not bool(case["awaits"])
    assert decided.is_on_behalf is ("on_behalf" in case)


@pytest.mark.parametrize("name", CASES)
def test_approval_of_a_stranger_changes_nothing(name: str) -> None:
    case = CASES[name]
    reviews = [*case.get("reviews", ()), "mallory APPROVED head"]
    assert decide({**case, "reviews": reviews}) == decide(case)


@pytest.mark.parametrize("name", CASES)
def test_push_takes_every_approval_back(name: str) -> None:
    case = {**CASES[name], "author": "mallory"}
    before = [line.replace(" head", " before") for line in case.get("reviews", ())]
    assert decide({**case, "reviews": before}) == decide({**case, "reviews": ()})


def test_every_collection_is_in_the_tables() -> None:
    assert MAKERS.keys() == {model.collection for model in COLLECTIONS}


def test_agreement_names_each_path_once_for_all_its_reasons() -> None:
    base = {"organisations/zinneke": {"maintainers": ["ana"]}, "events/a": {}, "events/b": {}}
    files = ["modified content/events/b.md", "modified content/events/a.md"]
    decided = decide({"base": base, "files": files, "author": "eve"})
    assert [each.paths for each in decided.awaited] == [("content/events/a.md", "content/events/b.md")]


def test_labels_are_those_that_maintainers_are_told_to_make() -> None:
    told = (ROOT / "docs" / "maintaining.md").read_text(encoding="utf-8")
    assert [label for label in (*LABELS.values(), ON_BEHALF, PUBLISHED) if f"`{label}`" not in told] == []


def test_image_that_is_slipped_beside_an_event_of_others_asks_them() -> None:
    event, added = make.event(image={"src": "bal.jpg", "alt": "Un bal", "credit": "Ana"}), "content/events/bal.jpg"
    shared, beside = (
        event.identified(event.id, None, replace(event.origin, images={"bal.jpg": path}))
        for path in ("content/images/bal.jpg", added)
    )
    zinneke = make.organisation(maintainers=["ana"])
    proposed = Proposed("head", "eve", (Change(added, is_added=True),))
    decided = agreement([zinneke, shared], [zinneke, beside], proposed)
    assert decided.awaited == (Awaited(Reason.CHANGED, ("zinneke",), ("ana",), (added,)),)


def test_nothing_changed_awaits_nobody() -> None:
    assert decide({"author": "eve"}) == Agreement()
