"""Accessibility as three-valued facts: yes, no or partial; what is not named is unknown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from affiche.model.fields import one_of
from affiche.model.vocabulary import ACCESSIBILITY_FEATURES, ACCESSIBILITY_VALUES

Feature = Annotated[str, one_of(ACCESSIBILITY_FEATURES)]
Value = Annotated[str, one_of(ACCESSIBILITY_VALUES)]
Accessibility = dict[Feature, Value]


def inherited(*layers: Mapping[str, str]) -> dict[str, str]:
    """The known features of something inside something else, the innermost layer last: it wins."""
    known: dict[str, str] = {}
    for layer in layers:
        known.update(layer)
    return {feature: known[feature] for feature in ACCESSIBILITY_FEATURES if feature in known} if known else known
