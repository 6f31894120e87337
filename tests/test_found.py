"""What fuzzing has found, tried again: each file of `found/` stopped the target that its folder is named after."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

from fuzz.seeds import seeds_of
from fuzz.targets import TARGETS, try_target

FOUND = Path(__file__).parent / "found"
INPUTS = sorted(path for path in FOUND.rglob("*") if path.is_file())


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_was_found_stays_mended(path: Path) -> None:
    try_target(path.parent.name, path.read_bytes())


@pytest.mark.parametrize("target", TARGETS)
def test_target_takes_the_first_of_what_fuzzing_begins_with(target: str) -> None:
    seeds = [*islice(seeds_of(target), 3)]
    assert seeds != []
    for seed in seeds:
        try_target(target, seed)
