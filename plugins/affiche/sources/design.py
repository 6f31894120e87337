"""One digest of our own design: all code, templates, catalogues and assets."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from affiche.model.fingerprint import digest, digest_bytes
from affiche.sources.assets import files_in

PACKAGE = Path(__file__).parent.parent
#: Libraries that decide bytes of the site: another version may write other ones.
LIBRARIES = (
    *("comrak", "nh3", "jinja2", "feedgen", "pillow", "lxml", "markdown", "tzdata", "babel"),
    *("rcssmin", "rjsmin", "font-manrope", "fonttools", "brotli"),
)
#: Our modules that decide the bytes of the copies of images.
IMAGE_MODULES = ("image_copies.py", "images.py")


def digest_design(overrides: Path) -> str:
    """A digest that changes with our code, the templates, the catalogues, the assets and the libraries."""
    state = hashlib.blake2b(digest_size=16)
    for folder in (PACKAGE, overrides):
        for path in files_in(folder):
            for part in (path.relative_to(folder).as_posix().encode(), path.read_bytes()):
                state.update(len(part).to_bytes(8, "big") + part)
    for library in LIBRARIES:
        state.update(f"{library} {_version(library)}".encode())
    return state.hexdigest()


@cache
def digest_image_code() -> str:
    """A digest that changes with what decides the bytes of an image's copies: two modules of ours, and Pillow."""
    modules = [digest_bytes((PACKAGE / "sources" / name).read_bytes()) for name in IMAGE_MODULES]
    return digest([*modules, _version("pillow")])


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""
