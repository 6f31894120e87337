"""The manifest: what is written is read back, and nothing that is not."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from affiche.writer.manifest import (
    UNKNOWN,
    Entry,
    MadeOf,
    Manifest,
    load_made_of,
    load_manifest,
    parse_manifest,
    render_manifest,
    save_manifest,
)

NUMBERS = st.integers(min_value=0, max_value=2**63)
MANIFESTS = st.builds(
    Manifest, NUMBERS, st.dictionaries(st.text(), st.builds(Entry, st.text(), NUMBERS, NUMBERS, NUMBERS))
)
SMALL = Manifest(7, {"b": Entry("f2", 2, 1_700_000_000_000_000_002, 12), "a": Entry("f1", 1, 1, 11)})


@given(MANIFESTS)
def test_a_manifest_is_read_back_as_it_was_written(manifest: Manifest) -> None:
    assert parse_manifest(render_manifest(manifest)) == manifest


def test_a_manifest_is_versioned_json_sorted_by_path() -> None:
    files = '{"a":["f1",1,1,11],"b":["f2",2,1700000000000000002,12]}'
    text = f'{{"folder":7,"made_of":["",0.0,0.0],"version":3,\n"files":{files}}}'
    checksum = hashlib.blake2b(text.encode(), digest_size=16).hexdigest()
    assert render_manifest(SMALL).decode() == f'{{"checksum":"{checksum}","manifest":{text}}}\n'
    assert list(json.loads(render_manifest(SMALL))) == ["checksum", "manifest"]


def test_a_manifest_with_any_bit_flipped_is_refused() -> None:
    data = render_manifest(SMALL)
    for bit in range(len(data) * 8):
        flipped = bytearray(data)
        flipped[bit // 8] ^= 1 << bit % 8
        with pytest.raises(ValueError, match=r"it is damaged|can't decode"):
            parse_manifest(bytes(flipped))


def test_a_manifest_cut_anywhere_is_refused() -> None:
    data = render_manifest(SMALL)
    for end in range(len(data)):
        with pytest.raises(ValueError, match="it is damaged"):
            parse_manifest(data[:end])


def test_a_manifest_of_another_version_is_refused() -> None:
    text = '{"version":4,\n"paths":[]}'
    checksum = hashlib.blake2b(text.encode(), digest_size=16).hexdigest()
    with pytest.raises(ValueError, match="it has version 4, not 3"):
        parse_manifest(f'{{"checksum":"{checksum}","manifest":{text}}}\n'.encode())


def test_what_a_site_was_made_of_is_in_the_first_line(tmp_path: Path) -> None:
    place, made_of = tmp_path / "site.json", MadeOf("d1", 1.5, 9.25)
    save_manifest(replace(SMALL, made_of=made_of), place)
    data = place.read_bytes()
    assert load_made_of(place) == made_of
    place.write_bytes(data[: data.index(b"\n") + 1])
    assert load_made_of(place) == made_of
    for damaged in (b"", b"\n", b"\xff\n", data[: data.index(b"\n")], data.replace(b'"d1"', b"0,1")):
        place.write_bytes(damaged)
        assert load_made_of(place) == UNKNOWN
    assert load_made_of(tmp_path / "none.json") == UNKNOWN


def test_a_missing_manifest_is_empty_without_a_warning(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert load_manifest(tmp_path / "site.json") == Manifest()
    assert caplog.records == []


def test_a_saved_manifest_is_loaded(tmp_path: Path) -> None:
    save_manifest(SMALL, tmp_path / "site.json")
    assert load_manifest(tmp_path / "site.json") == SMALL
