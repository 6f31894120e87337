"""A page for every event, past ones included."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from affiche.model.event import Event
from affiche.model.facet import Facet
from affiche.model.moment import Precision
from affiche.model.occurrence import standing
from affiche.model.organisation import Organisation
from affiche.model.record import Record
from affiche.model.text import Wording
from affiche.model.video import video_address
from affiche.outputs.adding import adding_links
from affiche.outputs.artifact import Artifact
from affiche.outputs.cards import (
    event_card,
    fact_words,
    language_label,
    title_of,
    where_words,
)
from affiche.outputs.dates import Length
from affiche.outputs.event_changes import history_path
from affiche.outputs.hreflang import canonical, translated
from affiche.outputs.images import picture_of
from affiche.outputs.jsonld import event_jsonld
from affiche.outputs.oembed import oembed_path
from affiche.outputs.open_today import opening_data
from affiche.outputs.opening import schedule_of
from affiche.outputs.pages.event_facts import for_whom, organisers, performers, reach
from affiche.outputs.pages.event_history import event_history, history_stamp
from affiche.outputs.pages.event_place import event_place
from affiche.outputs.pages.page import Page, everywhere, later_artifact
from affiche.outputs.pages.performances import date_rows
from affiche.outputs.pages.practice_lines import latest_first, practice_rows
from affiche.outputs.pages.record_parts import body_view, description_of, links, source_view
from affiche.outputs.pages.related import Related
from affiche.outputs.pages.sharing import record_properties, shared_image
from affiche.outputs.pages.strips import named
from affiche.outputs.poster import colour_of, date_poster
from affiche.outputs.site import Site
from affiche.outputs.social.kits import has_kit, kit_path
from affiche.outputs.spans import occurrence_span
from affiche.outputs.stamps import cards_fingerprint
from affiche.outputs.states import run_state, state_of
from affiche.outputs.when import ahead, iso_of, occurrence_words, when_lines, when_words, whole_lines


def event_artifacts(site: Site) -> Iterator[Artifact]:
    """The page of each event in each language."""
    all_related = Related(site)
    for event in site.calendar.all(Event):
        related = all_related.to(event)
        itself, beside = site.calendar.digests[event.id], (event, *site.calendar.parts_of(event), *related)
        shown = f"{itself} {cards_fingerprint(site, beside)}"
        behind = "".join([site.calendar.digest_of(organisation) for organisation in _on_stage(site, event)])
        campaigns = [(campaign.id, campaign.name) for campaign in site.calendar.campaigns_of(event)]
        tied = [site.calendar.digest_of(each) for each in _tied(site, event)]
        stamp = f"{shown} {behind} {' '.join(history_stamp(site, event))} {campaigns} {tied} {has_kit(site, event)}"
        for language in site.languages:
            yield later_artifact(
                site,
                site.routes.record(language, event),
                "event.html",
                (stamp,),
                partial(_page, site, event, language),
                partial(_view, site, event, language, related),
            )


def _on_stage(site: Site, event: Event) -> list[Organisation]:
    """The organisations of ours that perform."""
    named = (site.calendar.find(Organisation, performer.organisation) for performer in event.performers)
    return [organisation for organisation in named if organisation]


def _tied(site: Site, event: Event) -> list[Record]:
    """The projects, groups and lessons of an event, which its page names."""
    calendar = site.calendar
    lessons = latest_first(calendar.practices_about(event))
    return [*calendar.projects_behind(event), *calendar.groups_in(event), *lessons]


def _page(site: Site, event: Event, language: str) -> Page:
    return Page(
        language=language,
        paths=everywhere(site, lambda code: site.routes.record(code, event)),
        title=site.show(event.title, language).text,
        description=_description(site, event, language),
        section="agenda",
        kind="article",
        canonical=canonical(site, event, language),
        image=shared_image(site, event, language),
        properties=record_properties(site, event, language),
        translated=translated(site, event),
    )


def _description(site: Site, event: Event, language: str) -> str:
    """Its summary, else its text, else when and where it is."""
    if told := description_of(site, event, event.summary, language):
        return told
    return ", ".join(filter(None, (when_words(site, language, event), where_words(site, language, event))))


def _view(site: Site, event: Event, language: str, related: Sequence[Event]) -> Mapping[str, Any]:
    return {
        "data": [event_jsonld(site, event, language)],
        "event": event,
        "page_parts": [event_card(site, language, part) for part in site.calendar.parts_of(event)],
        "related": [event_card(site, language, other) for other in related],
        "picture": picture_of(site, event, language),
        "links": links(site, event, language),
        "history": event_history(site, event, language),
        "history_href": site.href(history_path(site, language, event)),
        "glance": fact_words(site, language, event),
        "oembed": site.absolute(oembed_path(site, event, language)),
        "kit_href": site.href(kit_path(site, language, event.id)) if has_kit(site, event) else "",
        "embed_href": site.href(site.routes.page(language, "embed")),
        **_what(site, event, language),
        **_when(site, event, language),
        **event_place(site, event, language),
        **for_whom(site, event, language),
        **reach(site, event, language),
        **body_view(site, event, language, top=2),
        **source_view(site, event, language),
    }


def _what(site: Site, event: Event, language: str) -> dict[str, Any]:
    """Its title, its kind, who makes it, what it belongs to."""
    title = title_of(site, language, event)
    summary = site.show(event.summary, language)
    return {
        "title": title,
        "title_label": language_label(site, title, language),
        "summary": summary,
        "summary_label": language_label(site, summary, language),
        "colour": colour_of(event.disciplines, event.id),
        "disciplines": [_discipline(site, name, language) for name in event.disciplines],
        "organisers": organisers(site, event, language),
        "performers": performers(site, event, language),
        "parent": _parent(site, event, language),
        "campaigns": [
            (site.show(campaign.name, language), site.href(site.routes.record(language, campaign)))
            for campaign in site.calendar.campaigns_of(event)
        ],
        **_ties(site, event, language),
        "video": event.video and (video_address(event.video, site.calendar.settings.video_hosts) or event.video),
    }


def _ties(site: Site, event: Event, language: str) -> dict[str, Any]:
    """The projects and groups it belongs to, what was learnt of it."""
    calendar = site.calendar
    return {
        "projects": [named(site, project, language) for project in calendar.projects_behind(event)],
        "groups": [named(site, group, language) for group in calendar.groups_in(event)],
        "practices": practice_rows(site, calendar.practices_about(event), language),
    }


def _when(site: Site, event: Event, language: str) -> dict[str, Any]:
    """Its dates, its state, its opening hours, what puts it in one's calendar."""
    calendar = site.calendar
    run, occurrences, upcoming = calendar.run_of(event), calendar.occurrences[event.id], ahead(site, event)
    following, over, dates = standing(upcoming), calendar.is_over(event), date_rows(site, event, language)
    is_dated = bool(run and run.first) or any(item.precision <= Precision.DAY for item in occurrences)
    has_next = len(upcoming) > 1 and not over and following[0].takes_place
    return {
        "is_over": over,
        "state": run_state(site, language, event, run) if run else state_of(site, language, event, upcoming),
        "reason": site.show(event.status_reason, language),
        "date": when_words(site, language, event, names_next=not has_next),
        "iso": iso_of(run, following),
        "ends": str(run.last or "") if run else occurrence_span(following[0]).end,
        "when": (whole_lines if dates else when_lines)(site, language, event),
        "next": occurrence_words(site, language, event, following[0], Length.SHORT) if has_next else "",
        "poster": date_poster(site, language, event, following),
        "dates": dates,
        "hours_data": opening_data(site, schedule_of(site, event), language, run) if run else "",
        "calendar_href": site.href(site.routes.entry(language, event, event.id)) if is_dated else "",
        "services": [] if over or (dates and not run) else adding_links(site, event, language, run or occurrences[0]),
    }


def _discipline(site: Site, name: str, language: str) -> tuple[str, str]:
    """A discipline in words, and its page."""
    return site.once(("discipline", name, language), lambda: _named_page(site, Facet("discipline", name), language))


def _named_page(site: Site, facet: Facet, language: str) -> tuple[str, str]:
    return site.facet_name(facet, language).text, site.href(site.routes.facet(language, facet))


def _parent(site: Site, event: Event, language: str) -> tuple[Wording, str] | None:
    parent = site.calendar.find(Event, event.part_of)
    return (site.show(parent.title, language), site.href(site.routes.record(language, parent))) if parent else None
