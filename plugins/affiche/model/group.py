"""Working groups: organisations that meet around a discipline or a question, and what they aim at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar

from affiche.model.fields import OrganisationId
from affiche.model.localised import L, Note
from affiche.model.organisation import Discipline
from affiche.model.record import AtMost, Record
from affiche.model.references import Reference, listed
from affiche.model.text import Text

#: More than any council has.
MOST_MEMBERS = 500


class Group(Record):
    """A thematic working group (schema.org Organization); its meetings and projects name it."""

    collection: ClassVar[str] = "groups"
    stand_ins: ClassVar[Mapping[str, Any]] = {"name": Text.neutral("?")}

    name: L
    disciplines: tuple[Discipline, ...] = ()
    aim: Note | None = None
    members: Annotated[tuple[OrganisationId, ...], AtMost(MOST_MEMBERS)] = ()
    chairs: tuple[OrganisationId, ...] = ()

    def references(self) -> Iterator[Reference]:
        """Its members and chairs."""
        yield from super().references()
        yield from listed("members", "organisations", self.members)
        yield from listed("chairs", "organisations", self.chairs)
