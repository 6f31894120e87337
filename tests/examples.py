"""How many examples of a property are tried."""

from __future__ import annotations

from typing import Any

from hypothesis import settings


def examples(number: int, **more: Any) -> settings:
    """So many examples, and settings of hypothesis beside; in proportion more under `--hypothesis-profile=thorough`."""
    chosen = settings.default or settings()
    return settings(chosen, max_examples=max(1, number * chosen.max_examples // 100), **more)
