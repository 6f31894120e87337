"""Who works with whom: the groups, projects, calls and lessons of the organisations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from affiche.model.call import Call
from affiche.model.event import Event
from affiche.model.group import Group
from affiche.model.organisation import Organisation
from affiche.model.practice import Practice
from affiche.model.project import Project
from affiche.model.record import Record
from affiche.model.whereabouts import Whereabouts

R = TypeVar("R", bound=Record)
K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


@dataclass(frozen=True, eq=False)
class Network(Whereabouts):
    """All records, asked for what ties them to each other; an id that is not there ties nothing."""

    def groups_in(self, record: Event | Organisation | Project | Practice) -> Sequence[Group]:
        """The groups that a record names."""
        return self._each(Group, record.groups)

    def members_of(self, group: Group) -> Sequence[Organisation]:
        """The organisations of a group: its chairs, its members, those that name it; each once."""
        return self._members[group.id]

    @cached_property
    def _members(self) -> Mapping[str, Sequence[Organisation]]:
        naming = gathered((group.id, each.id) for each in self.all(Organisation) for group in self.groups_in(each))
        return {
            group.id: self._each(Organisation, (*group.chairs, *group.members, *naming.get(group.id, ())))
            for group in self.all(Group)
        }

    def chairs_of(self, group: Group) -> Sequence[Organisation]:
        """The organisations that chair a group, those that replaced others in their place."""
        return self._each(Organisation, group.chairs)

    def groups_of(self, organisation: Organisation) -> Sequence[Group]:
        """The groups that an organisation is in."""
        return self._groups_of.get(organisation.id, ())

    @cached_property
    def _groups_of(self) -> Mapping[str, Sequence[Group]]:
        return gathered((each.id, group) for group in self.all(Group) for each in self.members_of(group))

    def partners_of(self, project: Project) -> Sequence[tuple[Organisation, str]]:
        """The organisations of a project with their roles, as far as their files are readable."""
        found = ((self.find(Organisation, each.organisation), each.role) for each in project.organisations)
        return [(organisation, role) for organisation, role in found if organisation]

    def projects_of(self, organisation: Organisation) -> Sequence[Project]:
        """The projects that an organisation makes with others."""
        return self._projects_of.get(organisation.id, ())

    @cached_property
    def _projects_of(self) -> Mapping[str, Sequence[Project]]:
        partners = ((project, {each.id for each, _ in self.partners_of(project)}) for project in self.all(Project))
        return gathered((each, project) for project, ids in partners for each in ids)

    def projects_in(self, group: Group) -> Sequence[Project]:
        """The projects of a group."""
        return [project for project in self.all(Project) if group in self.groups_in(project)]

    def projects_behind(self, event: Event) -> Sequence[Project]:
        """The projects that an event names."""
        return self._each(Project, event.projects)

    def events_of(self, project: Project) -> Sequence[Event]:
        """The events that a project makes, whoever they are for."""
        return self._events_of.get(project.id, ())

    @cached_property
    def _events_of(self) -> Mapping[str, Sequence[Event]]:
        return gathered(
            (project.id, event)
            for event in self.all(Event)
            if event.projects
            for project in self.projects_behind(event)
        )

    def calls_of(self, organisation: Organisation) -> Sequence[Call]:
        """The calls of an organisation, closed ones included."""
        return self._calls_of.get(organisation.id, ())

    @cached_property
    def _calls_of(self) -> Mapping[str, Sequence[Call]]:
        callers = ((call, self._each(Organisation, call.organisations)) for call in self.all(Call))
        return gathered((each.id, call) for call, organisations in callers for each in organisations)

    def practices_about(self, record: Event | Group | Organisation | Project) -> Sequence[Practice]:
        """The lessons that name a record."""
        return self._practices.get((record.collection, record.id), ())

    @cached_property
    def _practices(self) -> Mapping[tuple[str, str], Sequence[Practice]]:
        told = ((practice, self.subjects_of(practice)) for practice in self.all(Practice))
        return gathered(((each.collection, each.id), practice) for practice, subjects in told for each in subjects)

    def subjects_of(self, practice: Practice) -> Sequence[Event | Group | Organisation | Project]:
        """All that a lesson is about, and whose it is."""
        return [
            *self._each(Organisation, practice.organisations),
            *self._each(Group, practice.groups),
            *self._each(Project, practice.projects),
            *self._each(Event, practice.events),
        ]

    def _each(self, model: type[R], ids: Iterable[str]) -> Sequence[R]:
        """The records of some ids, each once."""
        found = (self.find(model, each) for each in ids)
        return list({record.id: record for record in found if record}.values())


def gathered(pairs: Iterable[tuple[K, V]]) -> Mapping[K, Sequence[V]]:
    """What belongs to each key, in order: asked for once for all records, as each asks for its own."""
    found: dict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return dict(found)
