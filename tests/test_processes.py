"""Work in other processes: one that is stopped by an item costs that item's answer alone.

The tests run each program in a process of its own, as only one with a single thread may fork.
"""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

from affiche.processes import Bounds

BOUNDS = Bounds(seconds=0.3, memory=200_000_000)
PROGRAM = """
import ctypes, json, os, signal
from affiche.processes import Bounds, try_out

class Panic(BaseException):
    pass

def work(item):
    if item == "aborts":
        os.abort()
    if item == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    if item == "crashes":
        ctypes.string_at(0)
    if item == "panics":
        raise Panic
    if item == "raises":
        raise ValueError(item)
    if item == "exits":
        raise SystemExit
    if item == "loops":
        sum(iter(int, 1))  # native code that never comes back
    if item == "eats":
        return len(bytearray(400_000_000))
    return item.upper()

print(json.dumps(try_out({items}, work, Bounds(*{bounds}))))
"""


def tried(items: list[str]) -> Any:
    program = PROGRAM.format(items=items, bounds=tuple(BOUNDS))
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    return json.loads(done.stdout)


@pytest.mark.parametrize("harm", ["aborts", "killed", "crashes", "panics", "raises", "exits", "loops", "eats"])
def test_an_item_that_stops_its_process_costs_its_own_answer(harm: str) -> None:
    assert tried(["a", harm, "b", "c"]) == ["A", None, "B", "C"]


def test_all_that_stop_a_process_are_told_apart_from_the_others() -> None:
    items = ["aborts", "a", "panics", "loops", "b", "eats"]
    assert tried(items) == [None, "A", None, None, "B", None]


def test_nothing_to_try_is_nothing() -> None:
    assert tried([]) == []


def test_many_items_share_one_process_and_its_bounds_are_for_each() -> None:
    items = [str(number) for number in range(2000)]
    assert tried(items) == items
