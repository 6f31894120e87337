"""Pure functions from the calendar to artifacts: every kind of file of the site is one record in `OUTPUTS`."""

from __future__ import annotations

from collections.abc import Iterator

from affiche.outputs.artifact import Artifact
from affiche.outputs.calls.feed import CALLS
from affiche.outputs.changes import CHANGES
from affiche.outputs.contribute.output import CONTRIBUTE
from affiche.outputs.data.api import API
from affiche.outputs.digest import DIGEST
from affiche.outputs.event_changes import EVENT_CHANGES
from affiche.outputs.finder.output import FINDER
from affiche.outputs.fixed_files import FIXED_FILES
from affiche.outputs.host_headers import HOST_HEADERS
from affiche.outputs.ics import ICS
from affiche.outputs.images import IMAGES
from affiche.outputs.indicators.data import INDICATORS
from affiche.outputs.last_chance import LAST_CHANCE
from affiche.outputs.listing import Subscription
from affiche.outputs.newsroom.output import NEWSROOM
from affiche.outputs.oembed import OEMBED
from affiche.outputs.output import Output
from affiche.outputs.pages import PAGES
from affiche.outputs.practice_feed import PRACTICES
from affiche.outputs.promotion import PROMOTION
from affiche.outputs.rss import RSS
from affiche.outputs.site import Site
from affiche.outputs.sitemap import SITEMAP
from affiche.outputs.social.output import SOCIAL
from affiche.outputs.steps import STEPS
from affiche.outputs.week import WEEK

OUTPUTS: tuple[Output, ...] = (
    PAGES, FINDER, CONTRIBUTE, RSS, CALLS, PRACTICES, ICS, WEEK, DIGEST, LAST_CHANCE, CHANGES, EVENT_CHANGES, STEPS,
    PROMOTION, NEWSROOM, IMAGES, SOCIAL, OEMBED, SITEMAP, FIXED_FILES, HOST_HEADERS, API, INDICATORS,
)  # fmt: skip


def site_artifacts(site: Site) -> Iterator[Artifact]:
    """Every file of the site."""
    for output in OUTPUTS:
        yield from output.artifacts(site)


def subscriptions() -> tuple[Subscription, ...]:
    """What visitors may subscribe to, in the order of pages."""
    return tuple(output.subscription for output in OUTPUTS if output.subscription)
