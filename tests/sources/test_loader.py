"""A folder of content: what is read, what is left out, and that nothing typed stops it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from affiche.checks.registry import check
from affiche.model.collections import COLLECTIONS
from affiche.model.event import Event
from affiche.model.organisation import Organisation
from affiche.model.place import Venue
from affiche.model.record import Part, Record, field_names
from affiche.sources.images import inspect_image
from affiche.sources.loader import Content, load_content
from tests.examples import examples
from tests.factories import calendar
from tests.projects import draw_image
from tests.scopes import event, organisation, scope_of, told, venue

START = "start: 2026-12-05 20:00"


def load(root: Path, files: dict[str, str]) -> Content:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return load_content(root)


def test_records_are_read_in_the_order_of_their_paths(tmp_path: Path) -> None:
    content = load(
        tmp_path,
        {
            "venues/la-vallee.md": venue(),
            "events/2027/a.md": event(START),
            "events/2026/b.md": event(START) + "# fr\n\nSoir\n",
            "organisations/zinneke.md": organisation(),
            "images/README.md": "",
        },
    )
    assert [(each.origin.path, (each.collection, each.id)) for each in content.records] == [
        ("content/events/2026/b.md", ("events", "b")),
        ("content/events/2027/a.md", ("events", "a")),
        ("content/organisations/zinneke.md", ("organisations", "zinneke")),
        ("content/venues/la-vallee.md", ("venues", "la-vallee")),
    ]
    assert content.stems == {
        "events": {"a", "b"},
        "organisations": {"zinneke"},
        "venues": {"la-vallee"},
        "campaigns": set(),
        "groups": set(),
        "projects": set(),
        "calls": set(),
        "practices": set(),
    }
    assert [dict(each.body or {}) for each in content.records] == [{"fr": "Soir"}, {}, {}, {}]


def test_digest_of_a_record_is_that_of_its_file(tmp_path: Path) -> None:
    digests = [
        load(tmp_path, {"events/a.md": text}).records[0].origin.digest for text in (event(START), event(START) + "\n")
    ]
    assert len({*digests}) == 2
    assert load(tmp_path / "other", {"events/b.md": event(START)}).records[0].origin.digest == digests[0]


def test_file_with_an_error_is_left_out_and_its_id_is_known(tmp_path: Path) -> None:
    content = load(
        tmp_path,
        {
            "events/a.md": event("start: soon"),
            "events/B.md": event(START),
            "events/c.md": "",
            "events/d.md": event(START),
        },
    )
    assert content.stems["events"] == {"a", "B", "c", "d"}
    assert content.left_out == {"content/events/a.md", "content/events/B.md", "content/events/c.md"}
    assert [each.id for each in content.without(content.left_out)] == ["d"]
    assert [(each.path, each.code) for each in told(content.problems)] == [
        ("events/B.md", "id-format"),
        ("events/a.md", "date-format"),
        ("events/c.md", "front-matter-missing"),
    ]


def test_hint_for_a_path_is_a_path(tmp_path: Path) -> None:
    content = load(tmp_path, {"events/Été 2027/Nuit Ouverte.md": event(START)})
    assert [(each.code, each.hint) for each in content.problems] == [
        ("folder-format", "content/events/ete-2027/Nuit Ouverte.md"),
        ("id-format", "content/events/Été 2027/nuit-ouverte.md"),
    ]


def test_warning_leaves_nothing_out(tmp_path: Path) -> None:
    content = load(tmp_path, {"events/a.md": event(START, "links: [{url: https://bit.ly/a}]")})
    assert ([each.code for each in content.problems], content.left_out) == (["url-doubtful"], frozenset())


def test_images_that_files_name_are_known_by_path(tmp_path: Path) -> None:
    for path in ("images/b.png", "events/a.jpg", "events/unused.jpg"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        draw_image(tmp_path / path, (40, 30))
    picture = "image: {src: a.jpg, alt: {fr: Une scène}, credit: Ana}"
    content = load(tmp_path, {"events/a.md": event(START, picture) + "# fr\n\n![Une scène](b.png)\n"})
    found = {"a.jpg": "content/events/a.jpg", "b.png": "content/images/b.png"}
    assert content.images == {path: inspect_image(tmp_path / path.removeprefix("content/")) for path in found.values()}
    assert content.records[0].origin.images == found


def test_folder_that_is_empty_or_not_there_holds_nothing(tmp_path: Path) -> None:
    nothing = Content(stems={model.collection: frozenset() for model in COLLECTIONS})
    assert load_content(tmp_path) == nothing
    assert load_content(tmp_path / "nowhere") == nothing


# What nobody would type

WORDS = (
    *("2026-12-05", "2026-12-05 20:00", "2026-12", "2026-winter", "2027-02-30", "20:00", "9:30", "02:30+02:00", "free"),
    *(
        "8.50",
        "0",
        "1",
        "401",
        "-1",
        "la-vallee",
        "zinneke",
        "nowhere",
        "https://example.org/",
        "fr",
        "FR",
        "BE",
        "true",
    ),
    *(
        "no",
        "mon",
        "week",
        "month",
        "last",
        "concert",
        "music",
        "Europe/Paris",
        "venue",
        "wheelchair",
        "yes",
        "cancelled",
    ),
    *("a.jpg", "12-", "../../a.jpg", "", " ", "é" * 400, "\u202e", "\x07", "a, b", "{}", "nan", "50.8", "4.3"),
)
NAMES = sorted(
    {name for part in Part.__subclasses__() for name in part.model_fields} | {"from", "to", "except", "fr", "nl"}
)
values = st.recursive(
    st.none() | st.sampled_from(WORDS),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from((*NAMES, *WORDS)), inner, max_size=3),
    max_leaves=8,
)
LEAST = {Event: event(START), Organisation: organisation(), Venue: venue()}


@pytest.mark.parametrize("model", LEAST)
@examples(150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_no_value_stops_the_reading_or_the_checks(model: type[Record], tmp_path: Path, data: st.DataObject) -> None:
    typed: dict[str, Any] = data.draw(st.dictionaries(st.sampled_from(field_names(model)), values, max_size=6))
    kept = [line for line in LEAST[model].split("\n") if line.partition(":")[0] not in typed]
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in typed.items()]
    text = "\n".join([kept[0], *lines, *kept[1:]])
    scope = scope_of(tmp_path, {f"{model.collection}/{model.collection}.md": text})
    problems = check(scope)
    accepted = [record for record in scope.records if record.origin.path not in scope.faulty]
    found = calendar(*accepted)
    assert all(problem.line > 0 for problem in problems)
    assert sorted(found.all(Event), key=found.order) == [each for each in found.all(Event) if found.digests[each.id]]
