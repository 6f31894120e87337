"""RSS 2.0: beside every list, a feed of its new events."""

from __future__ import annotations

from collections.abc import Iterator

from affiche.model.event import Event
from affiche.model.facet import PROFESSIONAL
from affiche.outputs.artifact import Artifact
from affiche.outputs.calls.feed import call_drafts
from affiche.outputs.calls.lists import ALL
from affiche.outputs.listing import Listing, Subscription
from affiche.outputs.news import News, news_of
from affiche.outputs.output import Output
from affiche.outputs.rss_channel import LABEL, MEDIA_TYPE, Channel, Draft, event_draft, feed_artifacts
from affiche.outputs.rss_item import Appearance
from affiche.outputs.site import Site

FEED = Subscription("feed.xml", MEDIA_TYPE, LABEL, "feed.rss.title", "feed.rss.text")


def rss_artifacts(site: Site) -> Iterator[Artifact]:
    """The feed of each list in each language; those of pages also when empty. That of professionals has calls too."""
    news, drafts = news_of(site), dict[str, Draft]()
    for versions in zip(*map(site.listings, site.languages), strict=True):
        events = news.of(versions[0].facet)
        for event in events:
            if event.id not in drafts:
                drafts[event.id] = _draft(site, event, news)
        found = [(news.public_since[event.id], drafts[event.id]) for event in events]
        if versions[0].facet == PROFESSIONAL:
            found = sorted([*found, *call_drafts(site, ALL)], key=lambda each: (-each[0].timestamp(), each[1].name))
        yield from feed_artifacts(site, [_channel(site, listing) for listing in versions], [each for _, each in found])


def _draft(site: Site, event: Event, news: News) -> Draft:
    since = news.public_since[event.id]
    coming, all_of_it = site.calendar.left_of(event), site.calendar.occurrences[event.id]
    appearance = Appearance(event, since, site.calendar.run_of(event), all_of_it, coming)
    return event_draft(site, appearance, since)


def _channel(site: Site, listing: Listing) -> Channel:
    words = site.words[listing.language]
    key = "feed.news.title" if listing.facet else "feed.news.title.all"
    title = words(key, list=listing.title, site=site.calendar.settings.site_name)
    return Channel(listing.language, FEED.path(listing), listing.page, title, words("feed.news.description"))


RSS = Output("rss", rss_artifacts, FEED)
