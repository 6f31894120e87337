"""The table of municipalities, read from `data/municipalities.yaml`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from yaml import YAMLError

from affiche.model.region import Municipality, Region
from affiche.model.settings import SettingsError
from affiche.model.text import Text
from affiche.sources.yaml_reader import TooMuch, parse_yaml


def load_region(path: Path) -> Region:
    """The region of a table; an empty one where there is no such file; SettingsError where it cannot be used."""
    if not path.is_file():
        return Region()
    try:
        table = parse_yaml(path.read_text(encoding="utf-8"), 1).values
        return Region(tuple(_municipality(row) for row in table["municipalities"]))
    except (LookupError, TypeError, ValueError, YAMLError, TooMuch) as error:
        raise SettingsError(f"{path}: {error!r}") from None


def _municipality(row: dict[str, Any]) -> Municipality:
    latitude, longitude = map(float, row["centre"])
    return Municipality(
        row["nis"], Text.of(**row["name"]), Text.of(**row["slug"]), tuple(row["postal_codes"]), (latitude, longitude),
        tuple(row.get("aliases", ())), Text.of(**row["short"]) if "short" in row else None,
    )  # fmt: skip
