"""What an organisation does with others, on its page: its groups, its projects with their events, its lessons."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from affiche.model.organisation import Organisation
from affiche.outputs.cards import event_card
from affiche.outputs.pages.practice_lines import practice_rows
from affiche.outputs.pages.strips import named, project_strip
from affiche.outputs.projects import joint_events, project_stamp, stage_of
from affiche.outputs.site import Site
from affiche.outputs.stamps import cards_fingerprint

#: Past events of its projects that others made, as lines.
MOST_PAST = 20


def network_stamp(site: Site, organisation: Organisation) -> str:
    """What `network_view` depends on."""
    calendar = site.calendar
    named_there = (*calendar.groups_of(organisation), *calendar.practices_about(organisation))
    joint = joint_events(site, organisation)
    return site.fingerprint(
        *(calendar.digest_of(record) for record in named_there),
        *(project_stamp(site, project) for project in calendar.projects_of(organisation)),
        cards_fingerprint(site, joint),
        *(event.id for event in sorted(joint, key=calendar.order) if calendar.is_over(event)),
    )


def network_view(site: Site, organisation: Organisation, language: str) -> Mapping[str, Any]:
    """Its groups, its projects that go on and those that are done, what its partners do in them, its lessons."""
    calendar, today = site.calendar, site.calendar.today.date()
    projects = calendar.projects_of(organisation)
    joint = sorted(joint_events(site, organisation), key=calendar.order)
    past = [event_card(site, language, event) for event in joint[::-1] if calendar.is_over(event)]
    return {
        "groups": [named(site, group, language) for group in calendar.groups_of(organisation)],
        "projects": [project_strip(site, each, language) for each in projects if stage_of(each, today) != "done"],
        "done": [
            named(site, each, language, site.words[language]("stage.done"))
            for each in projects
            if stage_of(each, today) == "done"
        ],
        "joint": [event_card(site, language, event) for event in joint if not calendar.is_over(event)],
        "joint_past": [(card.title, card.href, card.date) for card in past[:MOST_PAST]],
        "practices": practice_rows(site, calendar.practices_about(organisation), language),
    }
