"""Hashtags: words joined, each with a capital, so that they can be read, and read aloud."""

from __future__ import annotations

import re
from collections.abc import Iterable

from affiche.model.campaign import Campaign

_WORD = re.compile(r"[^\W_]+")


def hashtags(names: Iterable[str]) -> list[str]:
    """`#ArtsVisuels` for `arts visuels`, each once, whatever its capitals; networks take no tag without a letter."""
    tags: dict[str, str] = {}
    for name in names:
        joined = "".join(word[0].upper() + word[1:] for word in _WORD.findall(name))
        if not joined.isdecimal() and joined:
            tags.setdefault(joined.casefold(), f"#{joined}")
    return list(tags.values())


def typed_tags(campaigns: Iterable[Campaign]) -> list[str]:
    """The hashtags of campaigns, as they agreed to write them."""
    return list(dict.fromkeys(f"#{tag}" for campaign in campaigns for tag in campaign.hashtags))
