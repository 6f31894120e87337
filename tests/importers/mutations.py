"""Sources that were damaged on their way: bytes left out, put in, and put in the place of others."""

from __future__ import annotations

from hypothesis import strategies as some


def damaged(data: some.DataObject, whole: bytes, most: int) -> bytes:
    """The bytes of a source after one to `most` small changes that hypothesis draws."""
    changed = bytearray(whole)
    for _ in range(data.draw(some.integers(1, most))):
        position = data.draw(some.integers(0, len(changed) - 1))
        changed[position : position + data.draw(some.integers(0, 3))] = data.draw(some.binary(max_size=3))
    return bytes(changed)
