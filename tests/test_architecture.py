"""The house, read from its syntax trees: who imports whom, who touches the world, how large things are."""

from __future__ import annotations

import ast
import functools
import re
import sys
import tomllib
from collections.abc import Callable, Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "plugins" / "affiche"

#: From left to right; a module imports from its own room and from those before it, never from one beside it.
ROOMS: tuple[frozenset[str], ...] = (
    frozenset({"problems", "processes"}),
    frozenset({"locales"}),
    frozenset({"model"}),
    frozenset({"sources", "importers"}),
    frozenset({"calendar"}),
    frozenset({"checks"}),
    frozenset({"outputs"}),
    frozenset({"desk"}),
    frozenset({"writer"}),
    frozenset({"plan"}),
    frozenset({"judged"}),
    frozenset({"build"}),
    frozenset({"upkeep", "proposal", "importing"}),
    frozenset({"clock"}),
    frozenset({"mkdocs_plugin", "cli"}),
)
DOORS = ROOMS[-1]

ENGINE = ("mkdocs", "properdocs", "material")
GIT = ("subprocess", "os.system", "os.popen", "os.exec", "os.posix_spawn", "os.spawn")
NETWORK = ("socket", "ssl", "http.client", "urllib.request", "requests", "urllib3", "httpx", "aiohttp")
CLOCK = (
    *("datetime.datetime.now", "datetime.datetime.today", "datetime.datetime.utcnow", "datetime.date.today"),
    *("time.time", "time.time_ns", "time.localtime", "time.gmtime", "time.ctime", "os.environ", "os.environb"),
    *("os.getenv", "os.getenvb"),
)
DISK = (
    *("yaml", "frontmatter", "open", "io.open", "codecs.open", "os.open", "os.scandir", "os.listdir", "os.walk"),
    *("shutil", "tempfile", "glob", "fileinput", "sqlite3"),
)
#: Methods of `Path`, whatever the name of the path.
DISK_METHODS = frozenset(
    {"open", "read_text", "read_bytes", "write_text", "write_bytes"}
    | {"iterdir", "rglob", "mkdir", "touch", "rename", "unlink"}
)

#: Who may use what: each list is the whole of it.
GUARDED: dict[str, tuple[tuple[str, ...], frozenset[str]]] = {
    "the engine": (ENGINE, frozenset({"mkdocs_plugin"})),
    "other programs": (GIT, frozenset({"sources.history"})),
    "the network": (NETWORK, frozenset({"importers.fetch"})),
    "the clock and the environment": (CLOCK, frozenset({"clock"})),
    "the disk and YAML": (
        DISK,
        frozenset(
            {
                "sources",  # reads the content, the vocabularies and the settings
                "locales",  # reads its own catalogues
                "writer",  # writes the site
                "processes",  # asks the system how much memory its own process has
            }
        ),
    ),
}

#: What stands outside a rule, with the reason: {("outputs.ics", "module of at most 250 lines"): "..."}.
EXCEPTIONS: dict[tuple[str, str], str] = {}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def module_of(path: Path) -> str:
    """The name of a module inside the package: `model.event`; empty for the package itself."""
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix("__init__").rstrip(".")


MODULES = {module_of(path): path for path in sorted(PACKAGE.rglob("*.py"))}


@functools.cache
def tree_of(module: str) -> ast.Module:
    return ast.parse(MODULES[module].read_text(encoding="utf-8"))


def imports_of(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Each import as (name in the module, name in full): `from a.b import c as d` gives ("d", "a.b.c")."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.asname or alias.name.partition(".")[0], alias.name
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                yield alias.asname or alias.name, f"{node.module}.{alias.name}"


def dotted(node: ast.expr) -> str:
    """`a.b.c` as written; empty for what is not a plain chain of names."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute) and (base := dotted(node.value)):
        return f"{base}.{node.attr}"
    return ""


def names_used(tree: ast.Module) -> Iterator[str]:
    """Every imported or used name in full, whatever it is called in the module; methods of the disk as `.read_text`."""
    full_names = {}
    for short, full in imports_of(tree):
        full_names[short] = full if short != full.partition(".")[0] else short
        yield full
    for node in ast.walk(tree):
        if isinstance(node, ast.Name | ast.Attribute):
            first, dot, rest = dotted(node).partition(".")
            yield full_names.get(first, first) + dot + rest
            if isinstance(node, ast.Attribute) and node.attr in DISK_METHODS and first not in full_names:
                yield f".{node.attr}"


def room_of(module: str) -> str:
    return module.partition(".")[0]


def rank_of(room: str) -> int:
    return next((rank for rank, rooms in enumerate(ROOMS) if room in rooms), -1)


def rooms_imported(tree: ast.Module) -> set[str]:
    full_names = (full for _, full in imports_of(tree))
    return {room_of(full.removeprefix("affiche.")) for full in full_names if full.startswith("affiche.")}


def uses(tree: ast.Module, guarded: tuple[str, ...]) -> set[str]:
    """The guarded names that a module uses; a disk method counts where "open" does."""
    methods = {f".{method}" for method in DISK_METHODS} if "open" in guarded else set()
    return {
        name
        for name in names_used(tree)
        if name in methods or any(name == known or name.startswith(f"{known}.") for known in guarded)
    }


def is_within(module: str, places: frozenset[str]) -> bool:
    return room_of(module) in places or module in places


def functions_of(module: str) -> Iterator[Function]:
    return (node for node in ast.walk(tree_of(module)) if isinstance(node, Function))


def public_parts(tree: ast.Module | ast.ClassDef) -> Iterator[Function | ast.ClassDef]:
    """The public functions and classes of a module, and the public methods of those classes."""
    for node in tree.body:
        if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from public_parts(node)


def unexcused(rule: str, breaches: dict[str, object]) -> dict[str, object]:
    """The breaches of a rule by module, less those which have a reason."""
    return {module: breach for module, breach in breaches.items() if breach and (module, rule) not in EXCEPTIONS}


def rooms_from_the_right() -> dict[str, object]:
    def wrong(module: str) -> set[str]:
        own = room_of(module)
        return {room for room in rooms_imported(tree_of(module)) if room != own and rank_of(room) >= rank_of(own)}

    return {module: wrong(module) for module in MODULES}


def long_modules() -> dict[str, object]:
    def lines(module: str) -> int:
        return MODULES[module].read_text(encoding="utf-8").count("\n")

    return {module: lines(module) for module in MODULES if lines(module) > (120 if room_of(module) in DOORS else 250)}


def long_functions() -> dict[str, object]:
    def lines(function: Function) -> int:
        return (function.end_lineno or function.lineno) - function.lineno + 1

    return {module: [f.name for f in functions_of(module) if lines(f) > 40] for module in MODULES}


def parts_without_docstring() -> dict[str, object]:
    def silent(module: str) -> list[str]:
        tree = tree_of(module)
        names = [part.name for part in public_parts(tree) if not ast.get_docstring(part)]
        return names + (["the module"] if tree.body and not ast.get_docstring(tree) else [])

    return {module: silent(module) for module in MODULES}


def guarded_names_used(what: str) -> dict[str, object]:
    names, places = GUARDED[what]
    return {module: uses(tree_of(module), names) for module in MODULES if not is_within(module, places)}


RULES: dict[str, Callable[[], dict[str, object]]] = {
    "imports from the left only": rooms_from_the_right,
    "module of at most 250 lines, a door of 120": long_modules,
    "function of at most 40 lines": long_functions,
    "public parts have a docstring": parts_without_docstring,
    **{f"only the module named for it uses {what}": functools.partial(guarded_names_used, what) for what in GUARDED},
}


@pytest.mark.parametrize("rule", RULES)
def test_the_house_keeps(rule: str) -> None:
    assert unexcused(rule, RULES[rule]()) == {}


def test_every_exception_is_still_needed() -> None:
    assert [(module, rule) for module, rule in EXCEPTIONS if not RULES[rule]().get(module)] == []


def test_every_room_has_its_place() -> None:
    assert {room_of(module) for module in MODULES if rank_of(room_of(module)) < 0} == {""}


def test_every_library_imported_is_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {re.split(r"[<>=!~; ]", requirement)[0] for requirement in project["dependencies"]}
    imported = {full.partition(".")[0] for module in MODULES for _, full in imports_of(tree_of(module))}
    owners = packages_distributions()
    outside = imported - sys.stdlib_module_names - {"affiche"}
    libraries = {owner.lower().replace("_", "-") for name in outside for owner in owners.get(name, [name])}
    assert libraries - declared == set()


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("import datetime as dt\ndt.datetime.now()", {"datetime.datetime.now"}),
        ("from datetime import date\ndate.today()", {"datetime.date.today"}),
        ("import os\nos.environ['TZ']", {"os.environ"}),
        ("from time import time", {"time.time"}),
        ("context.now()\ncalendar.today", set()),
    ],
)
def test_the_clock_is_seen_under_any_name(source: str, expected: set[str]) -> None:
    assert uses(ast.parse(source), CLOCK) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("open('a')", {"open"}),
        ("path.open()", {".open"}),
        ("from pathlib import Path\nPath('a').read_text()", {".read_text"}),
        ("import yaml", {"yaml"}),
        ("from PIL import Image\nImage.open(stream)", set()),
    ],
)
def test_the_disk_is_seen_under_any_name(source: str, expected: set[str]) -> None:
    assert uses(ast.parse(source), DISK) == expected


@pytest.mark.parametrize(
    "source",
    [
        "import affiche.outputs.rss",
        "from affiche.outputs import rss",
        "from affiche import outputs",
        "def late():\n    from affiche.outputs.rss import render_rss",
    ],
)
def test_an_import_is_seen_in_any_form(source: str) -> None:
    assert rooms_imported(ast.parse(source)) == {"outputs"}
