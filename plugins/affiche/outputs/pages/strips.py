"""Records as broad strips of colour in a list: what each is called, what it says, a line of facts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from affiche.model.facet import Facet
from affiche.model.group import Group
from affiche.model.project import Project
from affiche.model.record import Record
from affiche.model.text import Wording
from affiche.outputs.moments import stretch_words
from affiche.outputs.poster import colour_of
from affiche.outputs.projects import partner_names, seeking_words
from affiche.outputs.site import Site

#: A record by its name: its address, and a word beside it.
Named = tuple[Wording, str, str]


@dataclass(frozen=True, slots=True)
class Strip:
    """A record in a list; `state` is pasted on it where it asks for something."""

    name: Wording
    href: str
    text: Wording
    facts: Sequence[str]
    colour: str
    state: str = ""


def group_strip(site: Site, group: Group, language: str) -> Strip:
    """A working group: its aim, how many take part."""
    members = len(site.calendar.members_of(group))
    return Strip(
        site.show(group.name, language),
        site.href(site.routes.record(language, group)),
        site.show(group.aim, language),
        [site.words[language].count("group.members", members)] if members else [],
        colour_of(group.disciplines, group.id),
    )


def project_strip(site: Site, project: Project, language: str) -> Strip:
    """A joint project: who makes it, when, and that it seeks somebody."""
    return Strip(
        site.show(project.name, language),
        site.href(site.routes.record(language, project)),
        Wording(partner_names(site, project, language)),
        [days] if (days := stretch_words(site, project.start, project.end, language)) else [],
        colour_of(project.disciplines, project.id),
        seeking_words(site, project, language),
    )


def named(site: Site, record: Record, language: str, beside: str = "") -> Named:
    """A record by its name."""
    return site.show(record.label, language), site.href(site.routes.record(language, record)), beside


def discipline_rows(site: Site, disciplines: Iterable[str], language: str) -> list[Named]:
    """Disciplines by their names."""
    facets = [Facet("discipline", discipline) for discipline in disciplines]
    return [(site.facet_name(facet, language), site.href(site.routes.facet(language, facet)), "") for facet in facets]
