"""The choice of editors for a campaign as a newsletter: their events in their order, with what they say of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from affiche.model.campaign import Campaign
from affiche.model.facet import Facet
from affiche.outputs.listing import Listing
from affiche.outputs.newsroom.edition import Edition, other_group, whole
from affiche.outputs.newsroom.issue import Issue
from affiche.outputs.newsroom.letter import Cover
from affiche.outputs.pages.campaigns import campaigns_on
from affiche.outputs.rss import RSS
from affiche.outputs.site import Site


@dataclass(frozen=True, slots=True)
class Selection(Issue):
    """The newsletter of a campaign, which has its name, its slogan, its page and its feed."""

    campaign: Campaign = field(kw_only=True)

    def cover(self, site: Site, language: str) -> Cover:
        """The campaign's name and slogan."""
        name, slogan = (site.show(text, language) for text in (self.campaign.name, self.campaign.slogan))
        return Cover(name, site.absolute(self.path(site, language)), self.page, slogan)

    def text(self, site: Site, language: str) -> str:
        """The same of every campaign."""
        return site.words[language]("newsroom.selection.text")

    def path(self, site: Site, language: str) -> str:
        """The campaign's page."""
        return site.routes.record(language, self.campaign)

    def listing(self, site: Site, language: str) -> Listing:
        """The campaign's events."""
        return site.listing(language, Facet("campaign", self.campaign.id))

    def stamp(self, site: Site) -> str:
        """That of its events, and the campaign's."""
        return f"{site.calendar.digest_of(self.campaign)} {self.edition(site).stamp}"


def selections(site: Site) -> Sequence[Selection]:
    """Those of today's campaigns for which something is chosen."""
    return [
        Selection(f"campaign-{campaign.id}", partial(_edition, campaign), (RSS,), campaign=campaign)
        for campaign in campaigns_on(site)
        if campaign.selection
    ]


def _edition(campaign: Campaign, site: Site) -> Edition:
    """What was chosen and is not over."""
    coming = {event.id: event for event in site.upcoming()}
    chosen = [(coming[pick.event], pick.comment) for pick in campaign.selection if pick.event in coming]
    tellings = [replace(whole(site, event), comment=comment) for event, comment in chosen]
    return Edition(other_group(site, "", tellings), campaign.first, campaign.last)
