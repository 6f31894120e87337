"""The digest: one item for each week, with all that it has to offer in a single text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from affiche.model.week import Week
from affiche.outputs.digest_text import digest_html, digest_text, week_blocks
from affiche.outputs.feed_images import feed_image
from affiche.outputs.rss_channel import Draft, agenda_feed, draft
from affiche.outputs.rss_xml import Telling, make_item
from affiche.outputs.site import Site
from affiche.outputs.week_events import WeekEvent, taking_place

WEEKS = 8


def digest_drafts(site: Site) -> Sequence[Draft]:
    """The open week and those before it, as far as they have anything, the newest first."""
    latest = Week.at(site.calendar.now, site.calendar.settings.time_zone)
    weeks = [latest.back(count) for count in range(WEEKS)]
    found = [(week, taking_place(site, week)) for week in weeks]
    return [_draft(site, week, events) for week, events in found if events]


def _draft(site: Site, week: Week, events: Sequence[WeekEvent]) -> Draft:
    calendar = site.calendar
    opens = week.opens(calendar.settings.time_zone)
    changed = max(opens, *(calendar.dates_of(item.event).updated for item in events))
    stamps = (str(week), site.events_fingerprint([item.event for item in events]))
    return draft(str(week), stamps, changed, partial(_item, site, week, events))


def _item(site: Site, week: Week, events: Sequence[WeekEvent], language: str) -> bytes:
    images = (feed_image(site, item.event, language) for item in events)
    image = next(filter(None, images), None)
    blocks = week_blocks(site, events, language)
    words, key = site.words[language], f"week-{week}"
    period = site.dates[language].period(week.monday, week.sunday)
    telling = Telling(
        key=site.calendar.settings.identify(key),
        link=f"{site.absolute(site.routes.page(language, 'agenda'))}#{key}",
        title=words("digest.title", week=period, count=words.count("count.events", len(events))),
        dated=week.opens(site.calendar.settings.time_zone),
        description=digest_text(blocks),
        html=digest_html(blocks, image),
        image=image,
    )
    return make_item(site, telling)


DIGEST = agenda_feed("digest", digest_drafts)
