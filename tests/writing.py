"""Artifacts to write, folders to compare, and builds to kill: what the tests of the writer share."""

from __future__ import annotations

import io
import itertools
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from types import FrameType

from affiche.outputs.artifact import Artifact
from affiche.writer.site import write_site

ROOT = Path(__file__).parents[1]
DOCTYPE = "<!doctype html>"


def page(path: str, text: str = "", rendered: list[str] | None = None) -> Artifact:
    """An HTML page; `rendered` receives its path each time it is rendered."""

    def render() -> bytes:
        if rendered is not None:
            rendered.append(path)
        return f"{DOCTYPE}{text}".encode()

    return Artifact(path, "text/html", text, render)


def pages(texts: Mapping[str, str], rendered: list[str] | None = None) -> list[Artifact]:
    return [page(path, text, rendered) for path, text in texts.items()]


def failing_page(path: str, text: str = "") -> Artifact:
    """A page that must not be rendered."""

    def render() -> bytes:
        raise RuntimeError("rendered")

    return Artifact(path, "text/html", text, render)


def tree(folder: Path) -> dict[str, bytes | str | None]:
    """All that lies in a folder by path: bytes of files, targets of links, None for folders."""
    return {path.relative_to(folder).as_posix(): _content(path) for path in folder.rglob("*")}


def html(texts: Mapping[str, str]) -> dict[str, bytes | str | None]:
    """The tree of a folder that holds these pages and nothing else."""
    folders = {parent.as_posix() for path in texts for parent in Path(path).parents} - {"."}
    return {**dict.fromkeys(folders), **{path: f"{DOCTYPE}{text}".encode() for path, text in texts.items()}}


def state(folder: Path) -> dict[Path, tuple[int, int, int]]:
    """What changes when any file of a folder, or the folder itself, is another one or is written again."""
    stats = {path: path.lstat() for path in [folder, *folder.rglob("*")]}
    return {path: (stat.st_ino, stat.st_mtime_ns, stat.st_mode) for path, stat in stats.items()}


def around(out: Path) -> set[str]:
    """What stands beside a site, as `path` in its parent folder."""
    return {path for path in tree(out.parent) if path != out.name and not path.startswith(f"{out.name}/")}


#: What a build leaves beside the site `site`.
BESIDE = {".affiche", ".affiche/site.json", ".affiche/site.json.lock"}


def start(program: Callable[..., object], *arguments: object) -> subprocess.Popen[str]:
    """A function of this module in a process of its own, with its arguments as text."""
    code = f"import sys; from tests.writing import {program.__name__} as program; program(*sys.argv[1:])"
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        env={"PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def write_in_turn(out: str, *texts: str) -> None:
    """Writes sites of thirty pages with these texts, one after the other, for ever; says so when the first stands."""
    for number, text in enumerate(itertools.cycle(texts)):
        write_site(pages(thirty(text)), Path(out))
        if number == 0:
            print("written", flush=True)  # noqa: T201


def write_slowly(out: str, text: str) -> None:
    """Writes four hundred pages, for seconds by however many processes; says so when the first is rendered."""

    def render(number: int) -> bytes:
        if number == 0:
            print("rendering", flush=True)  # noqa: T201
        time.sleep(0.05)
        return f"{DOCTYPE}{text}".encode()

    made = [Artifact(f"{number:03}.html", "text/html", text, partial(render, number)) for number in range(400)]
    write_site(made, Path(out))


def thirty(text: str) -> dict[str, str]:
    """Thirty pages, of which a third have this text."""
    return {f"{number % 4}/{number}/index.html": text if number % 3 == 0 else "same" for number in range(30)}


def write_when_told(out: str, text: str) -> None:
    """Writes one page, whose render says so and waits for a line on standard input."""

    def render() -> bytes:
        print("rendering", flush=True)  # noqa: T201
        sys.stdin.readline()
        return f"{DOCTYPE}{text}".encode()

    write_site([Artifact("index.html", "text/html", text, render)], Path(out))


def killed_at(call: int, artifacts: Iterable[Artifact], out: Path) -> bool:
    """Whether a build was killed before its call number `call` of the system, such as link, or ended first."""
    process = os.fork()
    if process == 0:
        calls = itertools.count()

        def kill(_frame: FrameType, event: str, function: object) -> None:
            if event == "c_call" and _is_system_call(function) and next(calls) == call:
                os.kill(os.getpid(), signal.SIGKILL)

        sys.setprofile(kill)
        write_site(artifacts, out)
        sys.setprofile(None)
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(process, 0)[1])


def kill_at_each_call(folder: str, way: str) -> None:
    """Kills a build at each of its calls and checks the site after it, and again after two other builds.

    The process ends with an AssertionError where it is not whole. `way` is `renames` to do without renameat2.
    """
    if way == "renames":
        use_renames()
    before, killed, after = {"a": "1", "b/c": "1", "b/d": "1"}, {"a": "2", "b/c": "1", "e/f": "2"}, {"g": "3"}
    for call in itertools.count():
        out = Path(folder) / str(call) / "site"
        write_site(pages(before), out)
        was_killed = killed_at(call, pages(killed), out)
        assert tree(out) in (html(before), html(killed)) or (way == "renames" and not out.exists()), call
        rebuilt = (before, after)[call % 2]
        write_site(pages(rebuilt), out)
        assert tree(out) == html(rebuilt), call
        assert around(out) == BESIDE, call
        if not was_killed:
            print(call)  # noqa: T201
            return


def _is_system_call(function: object) -> bool:
    owner = getattr(function, "__self__", None)
    return isinstance(owner, io.IOBase) or (owner is sys.modules["posix"] and function is not os.fspath)


def use_renames() -> None:
    """As on a system without renameat2 and syncfs."""
    from affiche.writer import exchange  # noqa: PLC0415

    exchange._LIBC = None  # type: ignore[assignment]  # noqa: SLF001


def _content(path: Path) -> bytes | str | None:
    if path.is_symlink():
        return str(path.readlink())
    return None if path.is_dir() else path.read_bytes()
