"""An output: a kind of file the site has, as one record in `OUTPUTS`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from affiche.outputs.artifact import Artifact
from affiche.outputs.listing import Subscription
from affiche.outputs.site import Site


@dataclass(frozen=True, slots=True)
class Output:
    """A kind of file: its name, what makes its artifacts, and the subscription it offers beside each list, if any."""

    name: str
    artifacts: Callable[[Site], Iterable[Artifact]]
    subscription: Subscription | None = None
