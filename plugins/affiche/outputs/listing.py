"""Lists of events and what visitors may subscribe to beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from affiche.model.facet import Facet


@dataclass(frozen=True, slots=True)
class Subscription:
    """A file that visitors may subscribe to, beside every list, or, where there is a single one, beside the agenda.

    `label` is what it is in short; `title` and `text`, which says what it is for, are keys of the catalogues.
    """

    file_name: str
    media_type: str
    label: str
    title: str
    text: str
    is_single: bool = False

    def path(self, listing: Listing) -> str:
        """Where it stands for a list."""
        return f"{listing.folder}{self.file_name}"


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of events in one language, with feeds and calendars: the whole agenda, or a facet.

    `page` is the path of its page, or of the nearest one, `folder` that of its files, both ending in `/`; `title` is
    in words. `own` are the files beside a list of something else than events.
    """

    language: str
    facet: Facet | None
    page: str
    folder: str
    title: str
    own: Sequence[Subscription] = ()
