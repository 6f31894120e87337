"""What the site is made with: a software bill of materials (CycloneDX 1.6) and the list of licences, for readers.

    python -m tools.bill bill/

Made of the locks and of what is installed from them, so that both always say what was used; the same installation gives
the same bytes. What a wheel says of its own parts (PEP 770), such as crates, stands below it.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tools.licences import licence_of

ROOT = Path(__file__).parents[1]
#: What makes the site, and what builds this package.
LOCKS = ("requirements.lock", "requirements-build.lock")
#: Parts that a wheel names and has not: libimagequant is left out of the wheels, FriBiDi is the system's own.
NOT_SHIPPED = frozenset({"FriBiDi", "libimagequant"})
#: What the parts of which a wheel gives no licence are under.
_LICENCES_OF_PARTS = {"libXau": "MIT"}

_PIN = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>[^\s;]+)(?: ; (?P<marker>[^\\]*[^\\ ]))?", re.MULTILINE)

Component = dict[str, Any]


class NotAsLocked(ValueError):
    """Something that is not installed as the locks have it."""


@dataclass(frozen=True, slots=True)
class Library:
    """An installed library, its licence as an SPDX expression, and what its wheel says of its parts."""

    name: str
    version: str
    licence: str
    needs: frozenset[str]
    parts: Sequence[Component] = ()

    @property
    def purl(self) -> str:
        """Its package URL."""
        return f"pkg:pypi/{self.name}@{self.version}"


def main(folder: str) -> None:
    """Writes the bill and the list of licences into a folder."""
    libraries = libraries_of(LOCKS)
    out = Path(folder)
    out.mkdir(parents=True, exist_ok=True)
    text = json.dumps(bill_of(libraries), indent=2, sort_keys=True, ensure_ascii=False)
    (out / "bill.cdx.json").write_text(f"{text}\n", encoding="utf-8")
    (out / "licences.md").write_text(licence_list(libraries), encoding="utf-8")


def libraries_of(locks: Sequence[str]) -> Sequence[Library]:
    """The libraries of some locks, in the order of names; raises NotAsLocked."""
    pins = {pin for lock in locks for pin in _pins_of((ROOT / lock).read_text(encoding="utf-8"))}
    return [_library(name, version) for name, version in sorted(pins)]


def bill_of(libraries: Sequence[Library]) -> Component:
    """The bill as CycloneDX has it, without the moment and the number that would make each one another."""
    own = distribution("affiche")
    program = {"type": "application", "name": "affiche", "version": own.version, **_licensed("MIT")}
    purls = {library.name: library.purl for library in libraries}
    needs = {"affiche": _needs(own), **{library.purl: library.needs for library in libraries}}
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {"bom-ref": "affiche", **program}, "lifecycles": [{"phase": "build"}]},
        "components": [_component(library) for library in libraries],
        "dependencies": [
            {"ref": ref, "dependsOn": sorted(purls[name] for name in names if name in purls)}
            for ref, names in needs.items()
        ],
    }


def licence_list(libraries: Sequence[Library]) -> str:
    """A table in Markdown: each library, and the parts that its wheel names."""
    rows = ["| library | version | licence |", "|---|---|---|"]
    for library in libraries:
        rows.append(f"| {library.name} | {library.version} | {library.licence} |")
        rows += (f"| {library.name}: {part['name']} | {part.get('version', '')} | {licence_of_part(part)} |"
                 for part in library.parts)  # fmt: skip
    return "\n".join(["# What Affiche is made with", "", *rows, ""])


def licence_of_part(part: Mapping[str, Any]) -> str:
    """The SPDX expression of a part that a wheel names; empty where none is known."""
    said = [each.get("expression") or each["license"]["id"] for each in part.get("licenses", ())]
    return " AND ".join(f"({each})" if len(said) > 1 and " OR " in each else each for each in said)


def _pins_of(lock: str) -> Iterator[tuple[str, str]]:
    """The names and versions of a lock that are for this system and this Python."""
    for pin in _PIN.finditer(lock):
        if not pin["marker"] or Marker(pin["marker"]).evaluate():
            yield pin["name"], pin["version"]


def _library(name: str, version: str) -> Library:
    try:
        found = distribution(name)
    except PackageNotFoundError:
        raise NotAsLocked(f"{name} is not installed") from None
    if found.version != version:
        raise NotAsLocked(f"{name} is {found.version}, and {version} in the lock")
    return Library(name, version, licence_of(name, found.metadata), _needs(found), [*_parts(found)])


def _needs(found: Distribution) -> frozenset[str]:
    """The names of what a library asks for here, without its extras."""
    asked = map(Requirement, found.requires or ())
    return frozenset(
        canonicalize_name(each.name) for each in asked if not each.marker or each.marker.evaluate({"extra": ""})
    )


def _parts(found: Distribution) -> Iterator[Component]:
    """What a wheel says that it is made of, in the order of names, each once."""
    parts: dict[tuple[str, str], Component] = {}
    for file in found.files or ():
        if file.parent.name == "sboms":
            for part in json.loads(file.read_text(encoding="utf-8"))["components"]:
                if _is_shipped(part, found):
                    parts[part["name"], part.get("version", "")] = _part(part)
    yield from (parts[key] for key in sorted(parts))


def _is_shipped(part: Mapping[str, Any], found: Distribution) -> bool:
    """Whether a part is in the wheel, and not the library itself."""
    own = canonicalize_name(part["name"].partition(".")[0]) in (canonicalize_name(found.name), "pil")
    return not own and part["name"] not in NOT_SHIPPED and part.get("scope") != "excluded"


def _part(part: Mapping[str, Any]) -> Component:
    known = {name: part[name] for name in ("name", "version", "licenses") if part.get(name)}
    purl = {"purl": part["purl"].partition("?")[0]} if part.get("purl") else {}
    return {"type": "library", **_licensed(_LICENCES_OF_PARTS.get(part["name"], "")), **known, **purl}


def _component(library: Library) -> Component:
    own = {"type": "library", "bom-ref": library.purl, "name": library.name, "version": library.version}
    parts = {"components": [*library.parts]} if library.parts else {}
    return {**own, "purl": library.purl, **_licensed(library.licence), **parts}


def _licensed(expression: str) -> Component:
    return {"licenses": [{"expression": expression}]} if expression else {}


if __name__ == "__main__":
    main(*sys.argv[1:])
