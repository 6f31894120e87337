"""An output: a kind of file the site has, as one record in `OUTPUTS`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from affiche.outputs.artifact import Artifact
from affiche.outputs.site import Listing, Site


@dataclass(frozen=True, slots=True)
class Subscription:
    """A file beside every list that visitors may subscribe to; `title` is its key in the catalogues."""

    file_name: str
    media_type: str
    title: str

    def path(self, listing: Listing) -> str:
        """Where it stands for a list."""
        return f"{listing.folder}{self.file_name}"


@dataclass(frozen=True, slots=True)
class Output:
    """A kind of file: its name, what makes its artifacts, and the subscription it offers beside each list, if any."""

    name: str
    artifacts: Callable[[Site], Iterable[Artifact]]
    subscription: Subscription | None = None
