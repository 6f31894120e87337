"""The table of municipalities, read from `data/municipalities.yaml`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from affiche.model.region import Municipality, Region
from affiche.model.text import Text
from affiche.sources.yaml_reader import parse_yaml


def load_region(path: Path) -> Region:
    """The region of a table; an empty one where there is no such file. The table is ours: its faults are exceptions."""
    if not path.is_file():
        return Region()
    table = parse_yaml(path.read_text(encoding="utf-8"), 1).values
    return Region(tuple(_municipality(row) for row in table["municipalities"]))


def _municipality(row: dict[str, Any]) -> Municipality:
    latitude, longitude = map(float, row["centre"])
    return Municipality(
        row["nis"], Text.of(**row["name"]), Text.of(**row["slug"]), tuple(row["postal_codes"]), (latitude, longitude),
        tuple(row.get("aliases", ())), Text.of(**row["short"]) if "short" in row else None,
    )  # fmt: skip
