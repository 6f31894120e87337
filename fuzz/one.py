"""`python -m fuzz.one TARGET OPTIONS...`: fuzzes one target with what libFuzzer is told, until it ends the process."""

from __future__ import annotations

import sys
from functools import partial

import atheris

with atheris.instrument_imports(include=["affiche"]):
    from fuzz.targets import try_target


def main(program: str, name: str, *options: str) -> None:
    """Does not return."""
    atheris.Setup([program, *options], partial(try_target, name))
    atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv)
