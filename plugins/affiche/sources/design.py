"""Our own design as bytes: assets, and one digest of all code, templates and catalogues."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from affiche.model.fingerprint import digest_bytes

PACKAGE = Path(__file__).parent.parent
#: Libraries that decide bytes of the site: another version may write other ones.
LIBRARIES = ("comrak", "nh3", "jinja2", "feedgen", "icalendar", "pillow", "lxml", "markdown", "tzdata", "babel")


def load_assets(overrides: Path) -> Mapping[str, tuple[bytes, str]]:
    """The bytes and digest of each file of `overrides/assets/`, by name."""
    found = {path.name: path.read_bytes() for path in _files(overrides / "assets")}
    return {name: (data, digest_bytes(data)) for name, data in found.items()}


def digest_design(overrides: Path) -> str:
    """A digest that changes with our code, the templates, the catalogues, the assets and the libraries."""
    state = hashlib.blake2b(digest_size=16)
    for folder in (PACKAGE, overrides):
        for path in _files(folder):
            for part in (path.relative_to(folder).as_posix().encode(), path.read_bytes()):
                state.update(len(part).to_bytes(8, "big") + part)
    for library in LIBRARIES:
        state.update(f"{library} {_version(library)}".encode())
    return state.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            yield path


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""
