"""`python -m fuzz.one TARGET OPTIONS...`: fuzzes one target with what libFuzzer is told, until it ends the process."""

from __future__ import annotations

import sys
from functools import partial

import atheris

with atheris.instrument_imports(include=["affiche", "email", "http"]):
    from fuzz.pieces import CHANGES
    from fuzz.targets import try_target


def change(name: str, data: bytes, most: int, seed: int) -> bytes:
    """Other bytes than these: every second time as libFuzzer likes, else by whole pieces."""
    return CHANGES[name](name, data, most, seed) if seed % 2 else atheris.Mutate(data, most)


def main(program: str, name: str, *options: str) -> None:
    """Does not return."""
    pieces = {"custom_mutator": partial(change, name)} if name in CHANGES else {}
    atheris.Setup([program, *options], partial(try_target, name), **pieces)
    atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv)
