"""A page for every working group, and one that lists them: who meets, what for, when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import islice
from typing import Any

from affiche.model.facet import Facet
from affiche.model.group import Group
from affiche.model.language import fold_name
from affiche.outputs.artifact import Artifact
from affiche.outputs.cards import language_label
from affiche.outputs.hreflang import canonical, translated
from affiche.outputs.images import picture_of
from affiche.outputs.pages.event_lists import list_fingerprint, list_view
from affiche.outputs.pages.page import Page, everywhere, later_artifact, network_page, page_artifact
from affiche.outputs.pages.practice_lines import practice_rows
from affiche.outputs.pages.record_parts import body_view, description_of, links, source_view
from affiche.outputs.pages.sharing import shared_image
from affiche.outputs.pages.strips import Strip, discipline_rows, group_strip, named, project_strip
from affiche.outputs.poster import colour_of
from affiche.outputs.projects import project_stamp
from affiche.outputs.site import Site
from affiche.outputs.when import takes_place, when_words

KEY = "groups"


def group_artifacts(site: Site) -> Iterator[Artifact]:
    """The page of each group and the list of all, in each language."""
    for group in site.calendar.all(Group):
        stamp = _stamp(site, group)
        for language in site.languages:
            path, page = site.routes.record(language, group), partial(_page, site, group, language)
            yield later_artifact(site, path, "group.html", stamp, page, partial(_view, site, group, language))
    yield from _list_artifacts(site)


def _list_artifacts(site: Site) -> Iterator[Artifact]:
    for language in site.languages:
        strips = _strips(site, language)
        page = network_page(site, language, KEY)
        yield page_artifact(site, page, "groups.html", (strips,), partial(dict, groups=strips))


def _stamp(site: Site, group: Group) -> tuple[object, ...]:
    calendar = site.calendar
    beside = (*calendar.members_of(group), *calendar.practices_about(group))
    return (
        calendar.digest_of(group),
        [calendar.digest_of(record) for record in beside],
        [project_stamp(site, project) for project in calendar.projects_in(group)],
        list_fingerprint(site, Facet("group", group.id)),
    )


def _strips(site: Site, language: str) -> list[Strip]:
    """All groups by name, each with its next meeting."""
    strips = []
    for group in site.calendar.all(Group):
        strip = group_strip(site, group, language)
        coming = (event for event in site.upcoming(Facet("group", group.id)) if takes_place(site, event))
        dates = [when_words(site, language, event) for event in islice(coming, 1)]
        following = [site.words[language]("group.next", date=date) for date in dates]
        strips.append(replace(strip, facts=[*strip.facts, *following]))
    return sorted(strips, key=lambda strip: fold_name(strip.name.text))


def _page(site: Site, group: Group, language: str) -> Page:
    return Page(
        language=language,
        paths=everywhere(site, lambda code: site.routes.record(code, group)),
        title=site.show(group.name, language).text,
        description=_description(site, group, language),
        section="network",
        listing=site.listing(language, Facet("group", group.id)),
        canonical=canonical(site, group, language),
        image=shared_image(site, group, language),
        translated=translated(site, group),
    )


def _description(site: Site, group: Group, language: str) -> str:
    """Its aim, else its text, else how many take part."""
    told = description_of(site, group, group.aim, language)
    return told or site.words[language].count("group.members", len(site.calendar.members_of(group)))


def _view(site: Site, group: Group, language: str) -> Mapping[str, Any]:
    calendar, words = site.calendar, site.words[language]
    name, aim = site.show(group.name, language), site.show(group.aim, language)
    members, chairs = calendar.members_of(group), calendar.chairs_of(group)
    return {
        "name": name,
        "aim": aim,
        "label": language_label(site, name, language) or language_label(site, aim, language),
        "colour": colour_of(group.disciplines, group.id),
        "picture": picture_of(site, group, language),
        "links": links(site, group, language),
        "disciplines": discipline_rows(site, group.disciplines, language),
        "chairs": [named(site, each, language) for each in chairs],
        "members": [named(site, each, language, words("group.chair") if each in chairs else "") for each in members],
        "projects": [project_strip(site, project, language) for project in calendar.projects_in(group)],
        "practices": practice_rows(site, calendar.practices_about(group), language),
        **body_view(site, group, language, top=3),
        **source_view(site, group, language),
        **list_view(site, language, Facet("group", group.id)),
    }
