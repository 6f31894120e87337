"""A page for every joint project, and one that lists them by stage: who makes it, and what it still seeks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from affiche.model.country import country_name
from affiche.model.facet import is_public
from affiche.model.language import fold_name
from affiche.model.project import Project
from affiche.outputs.artifact import Artifact
from affiche.outputs.cards import event_card, language_label
from affiche.outputs.hreflang import canonical, translated
from affiche.outputs.images import picture_of
from affiche.outputs.moments import stretch_words
from affiche.outputs.pages.event_facts import partner_roles
from affiche.outputs.pages.event_lists import MOST_PAST, past_lines
from affiche.outputs.pages.offers import offer_terms
from affiche.outputs.pages.page import Page, everywhere, later_artifact, network_page, page_artifact
from affiche.outputs.pages.practice_lines import practice_rows
from affiche.outputs.pages.record_parts import body_view, description_of, links, source_view, sustainability_lines
from affiche.outputs.pages.sharing import shared_image
from affiche.outputs.pages.strips import Strip, discipline_rows, named, project_strip
from affiche.outputs.poster import colour_of
from affiche.outputs.projects import STAGES, partner_names, project_stamp, seeking_words, seeks_of, stage_of
from affiche.outputs.site import Site
from affiche.outputs.stamps import cards_fingerprint

KEY = "projects"


def project_artifacts(site: Site) -> Iterator[Artifact]:
    """The page of each project and the list of all, in each language."""
    for project in site.calendar.all(Project):
        stamp = _stamp(site, project)
        for language in site.languages:
            path, page = site.routes.record(language, project), partial(_page, site, project, language)
            yield later_artifact(site, path, "project.html", stamp, page, partial(_view, site, project, language))
    yield from _list_artifacts(site)


def _list_artifacts(site: Site) -> Iterator[Artifact]:
    for language in site.languages:
        stages = _by_stage(site, language)
        page = network_page(site, language, KEY)
        yield page_artifact(site, page, "projects.html", (stages,), partial(dict, stages=stages))


def _stamp(site: Site, project: Project) -> tuple[object, ...]:
    calendar = site.calendar
    beside = (*calendar.groups_in(project), *calendar.practices_about(project))
    events = calendar.events_of(project)
    return (
        project_stamp(site, project),
        [calendar.digest_of(each) for each in beside],
        cards_fingerprint(site, events),
        [(event.id, calendar.is_over(event)) for event in sorted(events, key=calendar.order)],
    )


def _by_stage(site: Site, language: str) -> Mapping[str, Sequence[Strip]]:
    """The projects by stage, without the stages that none is at; those that seek somebody first."""
    today, found = site.calendar.today.date(), dict[str, list[Strip]]()
    for project in site.calendar.all(Project):
        found.setdefault(stage_of(project, today), []).append(project_strip(site, project, language))
    return {
        stage: sorted(found[stage], key=lambda strip: (not strip.state, fold_name(strip.name.text)))
        for stage in STAGES
        if stage in found
    }


def _page(site: Site, project: Project, language: str) -> Page:
    return Page(
        language=language,
        paths=everywhere(site, lambda code: site.routes.record(code, project)),
        title=site.show(project.name, language).text,
        description=_description(site, project, language),
        section="network",
        canonical=canonical(site, project, language),
        image=shared_image(site, project, language),
        translated=translated(site, project),
    )


def _description(site: Site, project: Project, language: str) -> str:
    """Its text, else who makes it."""
    told = description_of(site, project, None, language)
    return told or site.words[language]("project.by", names=partner_names(site, project, language))


def _view(site: Site, project: Project, language: str) -> Mapping[str, Any]:
    calendar, words = site.calendar, site.words[language]
    name = site.show(project.name, language)
    return {
        "name": name,
        "label": language_label(site, name, language),
        "colour": colour_of(project.disciplines, project.id),
        "disciplines": discipline_rows(site, project.disciplines, language),
        "countries": [country_name(code, language) for code in project.countries],
        "stage": words(f"stage.{stage_of(project, calendar.today.date())}"),
        "days": stretch_words(site, project.start, project.end, language),
        "seeking": seeking_words(site, project, language),
        "picture": picture_of(site, project, language),
        "links": links(site, project, language),
        "partners": partner_roles(site, calendar.partners_of(project), language),
        "groups": [named(site, group, language) for group in calendar.groups_in(project)],
        "seeks": [offer_terms(site, seek, language) for seek in seeks_of(site, project)],
        "funding": site.show(project.funding, language),
        "sustainability": sustainability_lines(site, project.sustainability, language),
        "practices": practice_rows(site, calendar.practices_about(project), language),
        **body_view(site, project, language, top=3),
        **source_view(site, project, language),
        **_events(site, project, language),
    }


def _events(site: Site, project: Project, language: str) -> Mapping[str, Any]:
    """Its events to come, those for professionals apart, and its latest ones."""
    calendar = site.calendar
    events = sorted(calendar.events_of(project), key=calendar.order)
    coming = [event for event in events if not calendar.is_over(event)]
    past = [event for event in events if calendar.is_over(event)][::-1]
    return {
        "cards": [event_card(site, language, event) for event in coming if is_public(event)],
        "professional": [event_card(site, language, event) for event in coming if not is_public(event)],
        "past": past_lines(site, language, past[:MOST_PAST]),
    }
