"""Styles, scripts and icons of our own design, as they are served."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from posixpath import dirname, join, normpath

from rcssmin import cssmin
from rjsmin import jsmin

from affiche.model.fingerprint import digest_bytes
from affiche.sources.display_font import PLACEHOLDER, font_name

#: The style sheet that all files of `overrides/styles/` make, in the order of their names.
STYLES = "affiche.css"
#: How many digits of a file's digest stand in its address, which so changes with what the file holds.
DIGITS = 8

_IMPORTED = re.compile(r"""(?<=["'])\.{1,2}/[\w./-]+\.js(?=["'])""")

_SERVED = re.compile(rf"""(?<=["'])(\.{{1,2}}/[\w./-]+\.js)\?[0-9a-f]{{{DIGITS}}}(?=["'])""")


def load_assets(overrides: Path) -> Mapping[str, tuple[bytes, str]]:
    """The bytes and digest of each asset by name: the files of `overrides/assets/` by their paths, and the style sheet.

    Styles and scripts are without comments and needless spaces; an import of another script has its digest in the
    address, styles name the font of titles by its own. Raises ValueError, with the way to it, for an import of nothing,
    or of what imports the script.
    """
    folder = overrides / "assets"
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in files_in(folder)}
    styles = "\n".join(path.read_text(encoding="utf-8") for path in files_in(overrides / "styles"))
    texts = files | ({STYLES: styles.encode()} if styles else {})
    made: dict[str, tuple[bytes, str]] = {}
    for name in texts:
        _make(name, texts, made, ())
    return made


def address(name: str, assets: Mapping[str, tuple[bytes, str]], path: str = "") -> str:
    """The name of an asset, or a path that leads to it, with its digest: `today.js?0a1b2c3d`."""
    return f"{path or name}?{assets[name][1][:DIGITS]}"


def scripts_behind(name: str, assets: Mapping[str, tuple[bytes, str]]) -> Sequence[str]:
    """The addresses of all that a script imports, at once or later, itself left out, in the order of their names."""
    found, asked = {name}, [name]
    while asked:
        importer = asked.pop()
        imported = {_meant(importer, path) for path in _SERVED.findall(assets[importer][0].decode())}
        asked += imported - found
        found |= imported
    return [address(each, assets) for each in sorted(found - {name})]


def _meant(importer: str, path: str) -> str:
    """The name of the script that another one imports by a path from its own folder."""
    return normpath(join(dirname(importer), path))


def _make(
    name: str, texts: Mapping[str, bytes], made: dict[str, tuple[bytes, str]], importers: tuple[str, ...]
) -> None:
    """Adds an asset to those that are made, after the scripts that it imports."""
    if name in made:
        return
    if name not in texts or name in importers:
        raise ValueError(" imports ".join((*importers, name)))
    data = texts[name]
    if name.endswith(".js"):
        script = data.decode()
        for imported in _IMPORTED.findall(script):
            _make(_meant(name, imported), texts, made, (*importers, name))
        data = _IMPORTED.sub(lambda match: address(_meant(name, match[0]), made, match[0]), jsmin(script)).encode()
    elif name.endswith(".css"):
        data = cssmin(data.decode().replace(PLACEHOLDER, font_name())).encode()
    made[name] = data, digest_bytes(data)


def files_in(folder: Path) -> Iterator[Path]:
    """Every file below a folder, compiled code left out, always in the same order."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            yield path
