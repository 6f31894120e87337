"""A page for every campaign, and one that lists them: what is on, what comes, what was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from affiche.model.campaign import Campaign
from affiche.model.event import Event
from affiche.model.facet import Facet, is_public
from affiche.model.text import Text, Wording
from affiche.outputs.artifact import Artifact
from affiche.outputs.cards import Card, event_card, language_label
from affiche.outputs.hreflang import canonical, translated
from affiche.outputs.images import picture_of
from affiche.outputs.pages.event_lists import list_fingerprint, list_view
from affiche.outputs.pages.page import Page, everywhere, later_artifact, own_page, page_artifact
from affiche.outputs.pages.record_parts import body_view, description_of, links, source_view
from affiche.outputs.pages.sharing import shared_image
from affiche.outputs.pages.strips import Strip
from affiche.outputs.poster import colour_of
from affiche.outputs.site import Site
from affiche.outputs.social.campaign_subjects import kit_campaigns
from affiche.outputs.social.kits import kit_path
from affiche.outputs.stamps import cards_fingerprint
from affiche.outputs.steps import step_lines, steps_stamp

KEY = "campaigns"


def campaign_artifacts(site: Site) -> Iterator[Artifact]:
    """The page of each campaign and the list of all, in each language."""
    for campaign in site.calendar.all(Campaign):
        facet = Facet("campaign", campaign.id)
        stamp = (
            site.calendar.digest_of(campaign),
            cards_fingerprint(site, [event for event, _ in _picked(site, campaign)]),
            list_fingerprint(site, facet),
            steps_stamp(site, [campaign]),
            site.calendar.today.date(),
        )
        for language in site.languages:
            path, page = site.routes.record(language, campaign), partial(_page, site, campaign, language)
            yield later_artifact(site, path, "campaign.html", stamp, page, partial(_view, site, campaign, language))
    yield from _list_artifacts(site)


def _list_artifacts(site: Site) -> Iterator[Artifact]:
    for language in site.languages:
        words, groups = site.words[language], _groups(site, language)
        page = own_page(site, language, KEY, title=words("nav.campaigns"), description=words("campaigns.lead"))
        yield page_artifact(site, page, "campaigns.html", (groups,), partial(dict, groups=groups))


def _picked(site: Site, campaign: Campaign) -> list[tuple[Event, Text | None]]:
    """The events that editors chose, of those for the public that have a page, in their order, each with a comment."""
    found = ((site.calendar.find(Event, pick.event), pick.comment) for pick in campaign.selection)
    return [(event, comment) for event, comment in found if event and is_public(event)]


def campaigns_on(site: Site) -> list[Campaign]:
    """The campaigns of today, the one that ends first in front."""
    today = site.calendar.today.date()
    on = [campaign for campaign in site.calendar.all(Campaign) if campaign.is_on(today)]
    return sorted(on, key=lambda campaign: (campaign.last or date.max, campaign.id))


def campaign_line(site: Site, campaign: Campaign, language: str) -> Strip:
    """A campaign in a list: its slogan, its days, its number of events to come."""
    days = site.dates[language].period(campaign.first, campaign.last)
    count = len(site.upcoming(Facet("campaign", campaign.id)))
    return Strip(
        site.show(campaign.name, language),
        site.href(site.routes.record(language, campaign)),
        site.show(campaign.slogan, language),
        [fact for fact in (days, site.words[language].count("count.events", count) if count else "") if fact],
        colour_of(campaign.disciplines, campaign.id),
    )


def _groups(site: Site, language: str) -> Mapping[str, Sequence[Strip]]:
    """The campaigns by state, without the states that none is in; the past ones by year, the latest first."""
    today, campaigns = site.calendar.today.date(), site.calendar.all(Campaign)
    coming = [campaign for campaign in campaigns if campaign.first and campaign.first > today]
    past = [campaign for campaign in campaigns if campaign.is_over(today)]
    groups = {
        "on": campaigns_on(site),
        "coming": sorted(coming, key=lambda campaign: (campaign.first or date.max, campaign.id)),
        "past": sorted(past, key=lambda campaign: (campaign.last or date.min, campaign.id), reverse=True),
    }
    return {key: [campaign_line(site, each, language) for each in found] for key, found in groups.items() if found}


def _page(site: Site, campaign: Campaign, language: str) -> Page:
    return Page(
        language=language,
        paths=everywhere(site, lambda code: site.routes.record(code, campaign)),
        title=site.show(campaign.name, language).text,
        description=_description(site, campaign, language),
        section=KEY,
        listing=site.listing(language, Facet("campaign", campaign.id)),
        canonical=canonical(site, campaign, language),
        image=shared_image(site, campaign, language),
        translated=translated(site, campaign),
    )


def _description(site: Site, campaign: Campaign, language: str) -> str:
    """Its slogan, else its text, else its days."""
    told = description_of(site, campaign, campaign.slogan, language)
    return told or site.dates[language].period(campaign.first, campaign.last)


def _view(site: Site, campaign: Campaign, language: str) -> Mapping[str, Any]:
    name, slogan = site.show(campaign.name, language), site.show(campaign.slogan, language)
    chosen = _chosen(site, campaign, language)
    listed = list_view(site, language, Facet("campaign", campaign.id))
    has_kit = campaign in kit_campaigns(site)
    return {
        "name": name,
        "slogan": slogan,
        "label": language_label(site, name, language) or language_label(site, slogan, language),
        "colour": colour_of(campaign.disciplines, campaign.id),
        "days": site.dates[language].period(campaign.first, campaign.last),
        "hashtags": campaign.hashtags,
        "picture": picture_of(site, campaign, language),
        "links": links(site, campaign, language),
        "chosen": chosen,
        "steps": step_lines(site, [campaign], language),
        "kit_href": site.href(kit_path(site, language, campaign.id, "campaigns")) if has_kit else "",
        "calendar_href": site.href(site.routes.page(language, "marketing-calendar")),
        **body_view(site, campaign, language, top=3),
        **source_view(site, campaign, language),
        **_without(listed, {card.href for card, _ in chosen}),
    }


def _chosen(site: Site, campaign: Campaign, language: str) -> list[tuple[Card, Wording]]:
    """The cards of the events that editors chose, each with their comment."""
    picked = _picked(site, campaign)
    return [(event_card(site, language, event), site.show(comment, language)) for event, comment in picked]


def _without(listed: Mapping[str, Any], hrefs: set[str]) -> Mapping[str, Any]:
    """A list of events without those that stand above it."""
    kept = {key: [card for card in listed[key] if card.href not in hrefs] for key in ("runs", "cards")}
    return {**listed, **kept}
