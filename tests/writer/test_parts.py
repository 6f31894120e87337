"""Long files of which only the new parts are made: the same bytes as when all are, whatever lies on the disk."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from affiche.outputs.artifact import Artifact, Part, Whole, long_artifact
from affiche.writer.errors import BrokenArtifact
from affiche.writer.parts import FEWEST, HEADER, LOOKED_AT
from affiche.writer.site import write_site
from tests.examples import examples

PATH = "data/list.json"
MANY = {f"stamp-{number}": f'"{number}"'.encode() for number in range(FEWEST)}


def listed(parts: Mapping[str, bytes], made: list[str] | None = None, ground: str = "", path: str = PATH) -> Artifact:
    """A list of JSON made of parts by stamp; `made` receives the stamp of each that is made."""

    def part(stamp: str) -> bytes:
        if made is not None:
            made.append(stamp)
        return parts[stamp]

    def maker(stamp: str) -> Callable[[], bytes]:
        return lambda: part(stamp)

    whole = Whole(ground, b"[", [Part(stamp, maker(stamp)) for stamp in parts], b"]", b",")
    return long_artifact(path, "application/json", f"{ground}{parts}", lambda: whole)


def build(root: Path, parts: Mapping[str, bytes], ground: str = "") -> tuple[bytes, list[str]]:
    """The bytes of the list in the site, and the stamps of the parts that were made."""
    made: list[str] = []
    write_site([listed(parts, made, ground)], root / "site")
    return (root / "site" / PATH).read_bytes(), made


def index_of(root: Path) -> Path:
    (index,) = (root / ".affiche/site-parts").iterdir()
    return index


def text_of(parts: Mapping[str, bytes]) -> bytes:
    return b"[" + b",".join(filter(None, parts.values())) + b"]"


def test_only_a_new_part_is_made(tmp_path: Path) -> None:
    assert build(tmp_path, MANY) == (text_of(MANY), [*MANY])
    more = {"new": b"null", **MANY}
    assert build(tmp_path, more) == (text_of(more), ["new"])
    assert json.loads((tmp_path / "site" / PATH).read_bytes())[:2] == [None, "0"]


def test_parts_are_found_in_another_order_and_after_others_are_gone(tmp_path: Path) -> None:
    build(tmp_path, {**MANY, "gone": b"true"})
    turned = dict(reversed(MANY.items()))
    assert build(tmp_path, turned) == (text_of(turned), [])


def test_an_empty_part_is_left_out_and_known(tmp_path: Path) -> None:
    parts = {"empty": b"", **MANY, "nothing": b""}
    assert build(tmp_path, parts) == (text_of(parts), [*parts])
    assert build(tmp_path, {**parts, "new": b"1"})[1] == ["new"]


def test_another_ground_makes_all_parts_anew(tmp_path: Path) -> None:
    build(tmp_path, MANY)
    assert build(tmp_path, MANY, "other words") == (text_of(MANY), [*MANY])


def test_a_short_file_has_no_index(tmp_path: Path) -> None:
    build(tmp_path, {"one": b"1"})
    assert not (tmp_path / ".affiche/site-parts").exists()
    assert build(tmp_path, {"one": b"1", "two": b"2"})[1] == ["one", "two"]


def test_an_index_goes_with_its_file(tmp_path: Path) -> None:
    build(tmp_path, MANY)
    write_site([listed(MANY, path="data/other.json")], tmp_path / "site")
    kept = index_of(tmp_path)
    write_site([], tmp_path / "site")
    assert not kept.exists()


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:-1],
        lambda data: data.replace(HEADER, b"affiche parts 0\n"),
        lambda data: bytes(len(data)),
        lambda data: HEADER + bytes(len(data) - len(HEADER)),
        lambda data: data[: len(HEADER) + 32] + b"\xff" * 8 + data[len(HEADER) + 40 :],
        lambda data: data[: len(HEADER)] + bytes(40) + data[len(HEADER) + 40 :],
    ],
    ids=["empty", "truncated", "of another version", "zeros", "lines of zeros", "far away", "one line"],
)
def test_a_damaged_index_costs_time_alone(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    build(tmp_path, MANY)
    index = index_of(tmp_path)
    index.write_bytes(damage(index.read_bytes()))
    more = {**MANY, "new": b"1"}
    data, made = build(tmp_path, more)
    assert data == text_of(more)
    assert {"new"} < {*made} <= {*more}
    assert build(tmp_path, {**more, "newer": b"2"})[1] == ["newer"]


def test_a_part_is_not_taken_from_a_file_that_somebody_changed(tmp_path: Path) -> None:
    build(tmp_path, MANY)
    file = tmp_path / "site" / PATH
    file.write_bytes(file.read_bytes().replace(b'"17"', b'"71"'))
    more = {**MANY, "new": b"1"}
    assert build(tmp_path, more) == (text_of(more), ["stamp-17", "new"])


def test_a_new_part_that_breaks_the_file_is_refused_and_the_site_stays(tmp_path: Path) -> None:
    before = build(tmp_path, MANY)[0]
    with pytest.raises(BrokenArtifact):
        build(tmp_path, {**MANY, "new": b"{"})
    assert (tmp_path / "site" / PATH).read_bytes() == before


def test_a_new_part_is_looked_at_however_many_there_are(tmp_path: Path) -> None:
    many = {f"stamp-{number}": b"0" for number in range(2 * LOOKED_AT)}
    with pytest.raises(BrokenArtifact):
        build(tmp_path, {**many, "last": b"{"})


@given(st.lists(st.lists(st.integers(0, 9), max_size=6), min_size=1, max_size=5))
@examples(40)
def test_any_sequence_of_lists_is_what_making_all_gives(
    tmp_path_factory: pytest.TempPathFactory, lists: Sequence[Sequence[int]]
) -> None:
    root = tmp_path_factory.mktemp("lists")
    for numbers in lists:
        parts = {**{f"own-{number}": b"%d" % number if number else b"" for number in numbers}, **MANY}
        assert build(root, parts)[0] == text_of(parts)
