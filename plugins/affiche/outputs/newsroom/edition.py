"""An edition: the events of one newsletter, in groups under headings, before any word of it is made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from itertools import groupby

from affiche.model.event import Event
from affiche.model.occurrence import Occurrence
from affiche.outputs.changes import Told, told_stamp
from affiche.outputs.newsroom.item import Item, Telling, change_item, event_item
from affiche.outputs.site import Site
from affiche.outputs.when import ahead

#: What stands over a group: a day, or a key of the catalogues; nothing where there is one group alone.
Heading = date | str


@dataclass(frozen=True, eq=False, slots=True)
class Mention:
    """An event in an edition: `stamp` covers all that its item depends on, `make` makes it in a language."""

    event: Event
    stamp: str
    make: Callable[[str], Item]
    made: dict[str, Item] = field(default_factory=dict, repr=False)

    def item(self, language: str) -> Item:
        """Its item in a language, made once."""
        if language not in self.made:
            self.made[language] = self.make(language)
        return self.made[language]


@dataclass(frozen=True, eq=False, slots=True)
class Group:
    """Some events under a heading."""

    heading: Heading
    mentions: Sequence[Mention]


@dataclass(frozen=True, eq=False, slots=True)
class Edition:
    """What one newsletter tells of, and its days, where it is about some days."""

    groups: Sequence[Group]
    first: date | None = None
    last: date | None = None

    @property
    def events(self) -> Sequence[Event]:
        """Those that it mentions."""
        return [mention.event for group in self.groups for mention in group.mentions]

    @property
    def stamp(self) -> str:
        """All that it depends on."""
        groups = (f"{group.heading} {' '.join([each.stamp for each in group.mentions])}" for group in self.groups)
        return f"{self.first} {self.last} {' '.join(groups)}"


def mention(site: Site, telling: Telling) -> Mention:
    """The mention of an event of the agenda."""
    digest, dates = site.calendar.digests[telling.event.id], ",".join([each.id for each in telling.occurrences])
    stamp = f"{digest} {telling.run} {dates} {telling.year} {telling.is_dated} {telling.comment}"
    return Mention(telling.event, stamp, partial(event_item, site, telling))


def change_mention(site: Site, told: Told) -> Mention:
    """The mention of what has changed."""
    return Mention(told.event, told_stamp(site, told), partial(change_item, site, told))


def day_groups(site: Site, tellings: Iterable[Telling]) -> list[Group]:
    """Events under the first of their days that are told, each once; in it they stand by the hour."""
    dated = sorted(_gathered(tellings), key=lambda each: (*each.occurrences[0].sort_key, each.event.id))
    days = groupby(dated, key=lambda each: each.occurrences[0].day)
    return [Group(day, [mention(site, _on(day, each)) for each in found]) for day, found in days]


def _gathered(tellings: Iterable[Telling]) -> Iterable[Telling]:
    """Of each event one, with all of its dates."""
    found: dict[str, Telling] = {}
    for each in tellings:
        before = found.get(each.event.id)
        found[each.event.id] = replace(before, occurrences=(*before.occurrences, *each.occurrences)) if before else each
    return found.values()


def _on(day: date, telling: Telling) -> Telling:
    is_dated = telling.run is None and all(occurrence.day == day for occurrence in telling.occurrences)
    return replace(telling, is_dated=is_dated)


def other_group(site: Site, heading: Heading, tellings: Iterable[Telling]) -> list[Group]:
    """Events in their order under a heading, if there are any."""
    mentions = [mention(site, each) for each in tellings]
    return [Group(heading, mentions)] if mentions else []


def whole(site: Site, event: Event, occurrences: Sequence[Occurrence] = ()) -> Telling:
    """What is left of an event today: its run, of which the end is told once it is on, or those of its dates."""
    run, today = site.calendar.run_of(event), site.calendar.today.date()
    if run and run.last and run.is_on(today):
        run = replace(run, first=None)
    return Telling(event, today.year, run, occurrences if occurrences or run else ahead(site, event))
