"""The week's feed: one item for each event of the week, the earliest first for those who sort by `pubDate`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from affiche.model.week import Week
from affiche.outputs.rss_channel import Draft, agenda_feed, event_draft
from affiche.outputs.rss_item import Appearance
from affiche.outputs.site import Site
from affiche.outputs.week_events import taking_place


def week_drafts(site: Site) -> Sequence[Draft]:
    """The events of the open week that are still to come, by date.

    Each is dated so many seconds before the week opens as it has its place in the week: that stays while others pass.
    """
    calendar = site.calendar
    week = Week.at(calendar.now, calendar.settings.time_zone)
    opens = week.opens(calendar.settings.time_zone)
    return [event_draft(site, appearance, opens) for appearance in week_appearances(site, week)]


def week_appearances(site: Site, week: Week) -> Iterator[Appearance]:
    """The events of a week that are still to come, by date, each with those of its dates that are."""
    now, opens = site.calendar.now, week.opens(site.calendar.settings.time_zone)
    for found in taking_place(site, week):
        if not found.is_over(now):
            dated = opens - timedelta(seconds=found.rank)
            coming = [occurrence for occurrence in found.occurrences if occurrence.over_at > now]
            yield Appearance(found.event, dated, found.run, found.occurrences, coming, f"week-{week}")


WEEK = agenda_feed("week", week_drafts)
