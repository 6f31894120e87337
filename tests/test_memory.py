"""What reading may take: hostile and large files stay within the bounds of a file, many bodies leave nothing behind."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from affiche.processes import FILE_BOUNDS
from affiche.sources.images import FORMATS
from tests.projects import ROOT

#: The largest image of each format, in the way that takes most: its mode and size, and how it is written.
LARGEST: dict[str, tuple[str, tuple[int, int], dict[str, Any]]] = {
    "a.png": ("LA", (5_000, 4_000), {"compress_level": 1}),
    "a.webp": ("RGBA", (4_000, 4_000), {"method": 0}),
    "a.jpg": ("RGB", (8_000, 5_000), {"progressive": True, "subsampling": 0}),
}


def taken_by(work: str, *arguments: object) -> int:
    """The bytes that a function of `memory.py` says it took, in a process that has done nothing else."""
    program = f"from tests import memory; print(memory.{work}(*{arguments!r}))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.stderr == ""
    return int(done.stdout)


def test_hostile_files_are_read_within_the_bounds_of_a_file() -> None:
    assert taken_by("read_hostile_files") < FILE_BOUNDS.memory


def test_many_bodies_take_no_more_than_a_few() -> None:
    assert taken_by("make_bodies", 200, 1_500) < 10_000_000


@pytest.mark.parametrize("name", LARGEST)
def test_largest_image_is_copied_within_the_bounds_of_a_file(name: str, tmp_path: Path) -> None:
    mode, size, options = LARGEST[name]
    Image.new(mode, size).save(tmp_path / name, **options)
    assert size[0] * size[1] in {each.pixels for each in FORMATS.values() if Path(name).suffix in each.suffixes}
    assert taken_by("copy_image", str(tmp_path / name)) < FILE_BOUNDS.memory
