"""One digest of our own design: all code, templates, catalogues and assets."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from affiche.model.fingerprint import digest, digest_bytes, digest_parts
from affiche.sources.assets import files_in

PACKAGE = Path(__file__).parent.parent
#: Libraries that decide what files are read as, and the bytes of the site: another version may make other ones.
LIBRARIES = (
    *("pydantic", "pyyaml", "python-frontmatter"),
    *("comrak", "nh3", "jinja2", "feedgen", "pillow", "lxml", "markdown", "tzdata", "babel"),
    *("css-inline", "rcssmin", "rjsmin", "font-manrope", "fonttools", "brotli"),
)
#: Our modules that decide the bytes of the copies of images.
IMAGE_MODULES = ("image_copies.py", "images.py")
#: Those that beside them decide the bytes of the images of a social kit.
POSTER_MODULES = ("social_images.py", "social_shapes.py", "typesetting.py", "letters.py", "display_font.py")


def digest_design(overrides: Path) -> str:
    """A digest that changes with our code, the libraries, the templates, the catalogues and the assets."""
    return digest([digest_code(), _digest_files(overrides)])


@cache
def digest_code() -> str:
    """A digest that changes with our code, which is read once a process, with the libraries and with Python."""
    versions = (f"{library} {_version(library)}" for library in LIBRARIES)
    return digest([_digest_files(PACKAGE), *versions, sys.version])


def _digest_files(folder: Path) -> str:
    named = ((path.relative_to(folder).as_posix().encode(), path.read_bytes()) for path in files_in(folder))
    return digest_parts(part for pair in named for part in pair)


@cache
def digest_image_code() -> str:
    """A digest that changes with what decides the bytes of an image's copies: two modules of ours, and Pillow."""
    return digest([*_digest_modules(IMAGE_MODULES), _version("pillow")])


@cache
def digest_poster_code() -> str:
    """A digest that changes with what decides the bytes of the images of a kit: that, and how letters are set."""
    return digest([digest_image_code(), *_digest_modules(POSTER_MODULES), _version("font-manrope")])


def _digest_modules(names: Sequence[str]) -> list[str]:
    return [digest_bytes((PACKAGE / "sources" / name).read_bytes()) for name in names]


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""
