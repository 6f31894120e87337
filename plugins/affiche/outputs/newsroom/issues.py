"""The newsletters of the desk: each takes its events from the list, or the feed, that has the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from affiche.model.event import Event
from affiche.model.occurrence import Occurrence, Run
from affiche.model.week import Week
from affiche.outputs.changes import CHANGES, told_changes
from affiche.outputs.digest import DIGEST
from affiche.outputs.last_chance import LAST_CHANCE, last_chances
from affiche.outputs.news import news_of
from affiche.outputs.newsroom.edition import Edition, Group, change_mention, day_groups, other_group, whole
from affiche.outputs.newsroom.issue import Issue
from affiche.outputs.newsroom.item import Telling
from affiche.outputs.newsroom.selection import selections
from affiche.outputs.pages.agenda import agenda_stretch
from affiche.outputs.pages.event_lists import RUNS
from affiche.outputs.pages.shortcuts import shortcut_stretch
from affiche.outputs.pages.stretches import STARTING, UNDATED, Stretch
from affiche.outputs.rss import RSS
from affiche.outputs.site import Site
from affiche.outputs.week import WEEK, week_appearances
from affiche.outputs.week_events import taking_place

#: What stands over those of a list that have no day of their own.
HEADINGS = {UNDATED: "agenda.undated", RUNS: "agenda.runs.month", STARTING: "agenda.starting"}


def _week(site: Site) -> Edition:
    """What is left of the open week."""
    week = Week.at(site.calendar.now, site.calendar.settings.time_zone)
    return _of_week(site, week, [(each.event, each.run, each.listed) for each in week_appearances(site, week)])


def past_week(site: Site, week: Week) -> Edition:
    """All that a week had to offer, whenever it is read."""
    return _of_week(site, week, [(each.event, each.run, each.occurrences) for each in taking_place(site, week)])


def _of_week(site: Site, week: Week, found: Iterable[tuple[Event, Run | None, Sequence[Occurrence]]]) -> Edition:
    tellings = [Telling(event, week.sunday.year, run, occurrences) for event, run, occurrences in found]
    days = day_groups(site, [each for each in tellings if each.occurrences])
    runs = other_group(site, HEADINGS[RUNS], [each for each in tellings if not each.occurrences])
    return Edition([*days, *runs], week.monday, week.sunday)


def _of_stretch(site: Site, stretch: Stretch) -> Edition:
    """The events of some days as the agenda has them, each once."""
    today, entries = site.calendar.today.date(), chain.from_iterable(stretch.days.values())
    days = day_groups(site, [Telling(each.event, today.year, None, each.occurrences) for each in entries])
    seen = {mention.event.id for group in days for mention in group.mentions}
    others: list[Group] = []
    for key, found in stretch.groups:
        if isinstance(key, str):
            left = [whole(site, each.event, each.occurrences) for each in found if each.event.id not in seen]
            others += other_group(site, HEADINGS[key], left)
    return Edition([*days, *others], stretch.first, stretch.last)


def _announced(site: Site) -> Edition:
    """What the feed of news holds."""
    return Edition(other_group(site, "", [whole(site, event) for event in news_of(site).of(None)]))


def _last_chances(site: Site) -> Edition:
    year = site.calendar.today.year
    tellings = [Telling(each.event, year, each.run, each.listed) for each in last_chances(site)]
    return Edition(other_group(site, "", tellings))


def _changes(site: Site) -> Edition:
    mentions = [change_mention(site, told) for told in told_changes(site)]
    return Edition([Group("", mentions)] if mentions else [])


ISSUES = (
    Issue("week", _week, (WEEK, DIGEST)),
    Issue("weekend", lambda site: _of_stretch(site, shortcut_stretch(site, "weekend"))),
    Issue("fortnight", lambda site: _of_stretch(site, agenda_stretch(site))),
    Issue("announced", _announced, (RSS,), page="changes"),
    Issue("last", _last_chances, (LAST_CHANCE,)),
    Issue("changes", _changes, (CHANGES,), page="changes"),
)


def issues(site: Site) -> Sequence[Issue]:
    """Those of every day, then the selections of today's campaigns."""
    return [*ISSUES, *selections(site)]
