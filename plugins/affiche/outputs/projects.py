"""Joint projects as pages tell of them: how far one is, who makes it, what it still seeks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from affiche.model.event import Event
from affiche.model.facet import is_public
from affiche.model.organisation import Offer, Organisation
from affiche.model.project import Project
from affiche.outputs.site import Site

#: The stages in the order of pages: what is on, then what comes of it.
STAGES = ("running", "planned", "idea", "unknown", "done")
#: Of these, something is still to be done.
OPEN_STAGES = STAGES[:-1]


def stage_of(project: Project, today: date) -> str:
    """How far a project is: as stated, but done once its end has passed; without a word, as its days say, if any."""
    if project.end and project.end.last_day < today:
        return "done"
    if project.stage:
        return project.stage
    if project.start is None:
        return "unknown"
    return "planned" if project.start.day > today else "running"


def is_open(offer: Offer, today: date) -> bool:
    """Whether something is still offered or sought."""
    return offer.until is None or offer.until >= today


def still_open(offers: Iterable[Offer], today: date) -> list[Offer]:
    """What is still offered or sought."""
    return [offer for offer in offers if is_open(offer, today)]


def seeks_of(site: Site, project: Project) -> Sequence[Offer]:
    """What a project still seeks; nothing once it is done."""
    today = site.calendar.today.date()
    return [] if stage_of(project, today) == "done" else still_open(project.seeks, today)


def seeking_words(site: Site, project: Project, language: str) -> str:
    """That a project looks for partners, or for what else; empty where it has all it needs."""
    words, kinds = site.words[language], list(dict.fromkeys(seek.kind for seek in seeks_of(site, project)))
    if "partner" in kinds:
        return words("project.seeking.partner")
    sought = site.dates[language].enumerated([words(f"offer.{kind}").lower() for kind in kinds])
    return words("project.seeking", things=sought) if sought else ""


def partner_names(site: Site, project: Project, language: str) -> str:
    """Who makes a project, each once."""
    partners = {partner.id: partner for partner, _ in site.calendar.partners_of(project)}
    return ", ".join(site.show(partner.name, language).text for partner in partners.values())


def project_stamp(site: Site, project: Project) -> str:
    """What a strip of a project depends on."""
    calendar, today = site.calendar, site.calendar.today.date()
    partners = "".join(calendar.digest_of(partner) for partner, _ in calendar.partners_of(project))
    seeks = len(seeks_of(site, project))
    return f"{calendar.digest_of(project)}{partners} {stage_of(project, today)} {seeks} {today.year}"


def joint_events(site: Site, organisation: Organisation) -> Sequence[Event]:
    """The public events of an organisation's projects that others make: its own list does not have them."""
    calendar = site.calendar
    found = {event.id: event for project in calendar.projects_of(organisation) for event in calendar.events_of(project)}
    return [
        event
        for event in found.values()
        if is_public(event) and all(each is not organisation for each, _ in calendar.organisers_of(event))
    ]
