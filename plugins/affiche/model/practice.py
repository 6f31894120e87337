"""Practices: lessons that organisations share, of what was done, what worked and what did not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar

from affiche.model.fields import EventId, GroupId, MomentField, OrganisationId, ProjectId, one_of
from affiche.model.localised import Note, Title
from affiche.model.record import Record
from affiche.model.references import Reference, listed
from affiche.model.text import Text
from affiche.model.vocabulary import THEMES


class Practice(Record):
    """A shared lesson (schema.org Article), tied to the events, projects and groups that it comes from."""

    collection: ClassVar[str] = "practices"
    label_field: ClassVar[str] = "title"
    stand_ins: ClassVar[Mapping[str, Any]] = {"title": Text.neutral("?")}

    title: Title
    themes: tuple[Annotated[str, one_of(THEMES)], ...] = ()
    organisations: tuple[OrganisationId, ...] = ()
    groups: tuple[GroupId, ...] = ()
    projects: tuple[ProjectId, ...] = ()
    events: tuple[EventId, ...] = ()
    date: MomentField | None = None
    worked: Note | None = None
    did_not_work: Note | None = None

    def references(self) -> Iterator[Reference]:
        """Whose lesson it is, and what it is about."""
        yield from super().references()
        yield from listed("organisations", "organisations", self.organisations)
        yield from listed("groups", "groups", self.groups)
        yield from listed("projects", "projects", self.projects)
        yield from listed("events", "events", self.events)
