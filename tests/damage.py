"""What may become of a file that is kept between builds."""

from __future__ import annotations

from collections.abc import Callable

Damage = dict[str, Callable[[bytes], bytes]]


def damages(old: bytes, new: bytes) -> Damage:
    """Ways to damage a file of lines whose first says by which code it was written; `old` in it becomes `new`."""
    return {
        "cut": lambda data: data[: len(data) // 2],
        "cut to nothing": lambda _data: b"",
        "a byte": lambda data: data.replace(old, new),
        "no text": lambda _data: b"\xff\xfe\x00" * 100,
        "another version": lambda data: bytes([data[0] ^ 1]) + data[1:],
    }
