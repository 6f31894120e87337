"""The immutable index of all records, and the questions that pages, feeds and checks ask it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cached_property

from affiche.model.campaign import Campaign
from affiche.model.event import Event
from affiche.model.facet import PROFESSIONAL, Facet, is_public, traits_of
from affiche.model.fingerprint import digest
from affiche.model.history import Dates, History
from affiche.model.network import Network
from affiche.model.occurrence import NIGHT_ENDS, Occurrence, Run, occurrence_of, resolve, standing
from affiche.model.organisation import Organisation
from affiche.model.place import Venue
from affiche.model.record import Record
from affiche.model.region import Region
from affiche.model.remembered import remembered
from affiche.model.settings import Settings


@dataclass(frozen=True, eq=False)
class Calendar(Network):
    """All records by collection and id at one moment, `now` (aware, UTC); nothing in it ever changes.

    Records of drafts, and of what is not to be seen yet, are left out.
    """

    now: datetime
    history: History = field(default_factory=History)
    image_digests: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(
        cls, records: Iterable[Record], settings: Settings, now: datetime, *, region: Region, history: History,
        image_digests: Mapping[str, str],
    ) -> Calendar:  # fmt: skip
        """The calendar of the records that may be seen now; of two with one id, the first."""
        shelves: dict[str, dict[str, Record]] = defaultdict(dict)
        for record in records:
            opens = record.publish_from
            if not record.draft and (opens is None or resolve(opens, settings.time_zone) <= now):
                shelves[record.collection].setdefault(record.id, record)
        return cls(shelves, settings, region, now, history, image_digests)

    # When

    @cached_property
    def occurrences(self) -> Mapping[str, tuple[Occurrence, ...]]:
        """Every performance of each event in time, in order, by event id."""
        return {event.id: self._occurrences(event) for event in self.all(Event)}

    def _occurrences(self, event: Event) -> tuple[Occurrence, ...]:
        zones = (self.zone_of(event, performance) for performance in event.performances)
        found = (occurrence_of(event, index, zone) for index, zone in enumerate(zones))
        return tuple(sorted(found, key=lambda occurrence: occurrence.sort_key))

    @remembered
    def run_of(self, event: Event) -> Run | None:
        """The run of an event that has a period."""
        if event.period is None:
            return None
        return Run(event.period.start, event.period.end, self.zone_of(event), event.status)

    @remembered
    def left_of(self, event: Event) -> Sequence[Occurrence]:
        """The performances of an event that are not over, in order."""
        return [occurrence for occurrence in self.occurrences[event.id] if occurrence.over_at > self.now]

    @remembered
    def is_over(self, event: Event) -> bool:
        """Whether all of an event lies in the past; a run without a known end never does."""
        run = self.run_of(event)
        if run is not None and (run.over_at is None or run.over_at > self.now):
            return False
        return not self.left_of(event)

    @remembered
    def order(self, event: Event) -> tuple[date, datetime, str]:
        """An event's rank in a list: its next date, a run's first day, its last date once it is over; then its id."""
        run, left = self.run_of(event), self.left_of(event)
        if run is not None:
            day = run.first or run.last or date.max
            return day, datetime.combine(day, time(), run.zone), event.id
        following = standing(left)[0] if left else self.occurrences[event.id][-1]
        return (*following.sort_key, event.id)

    @cached_property
    def today(self) -> datetime:
        """The present local moment; until five in the morning it is still last night."""
        local = self.now.astimezone(self.settings.time_zone)
        return local if local.time() >= NIGHT_ENDS else local - timedelta(days=1)

    # Who

    @remembered
    def organisers_of(self, event: Event) -> list[tuple[Organisation, str]]:
        """The organisations of an event with their roles, as far as their files are readable."""
        found = ((self.find(Organisation, item.organisation), item.role) for item in event.organisers)
        return [(organisation, role) for organisation, role in found if organisation]

    # Choosing

    @cached_property
    def by_facet(self) -> Mapping[Facet, Sequence[Event]]:
        """The events of each facet that has any, past ones included; those not for the public in theirs alone."""
        chosen: dict[Facet, list[Event]] = defaultdict(list)
        for event in self.all(Event):
            for facet in self.facets_of(event):
                chosen[facet].append(event)
        return dict(chosen)

    @remembered
    def facets_of(self, event: Event) -> set[Facet]:
        """The facets that an event is in: its groups, and all that the public chooses by, or that of professionals."""
        groups = {Facet("group", group.id) for group in self.groups_in(event)}
        if not is_public(event):
            return {PROFESSIONAL, *groups}
        facets = groups | {Facet("discipline", discipline) for discipline in event.disciplines}
        facets.update(traits_of(event, self.accessibility_of(event)))
        facets.update(Facet("organisation", organisation.id) for organisation, _ in self.organisers_of(event))
        facets.update(Facet("campaign", campaign.id) for campaign in self.campaigns_of(event))
        for place in self.places_of(event):
            if isinstance(place, Venue):
                facets.add(Facet("venue", place.id))
            if municipality := self.municipality_of(place):
                facets.add(Facet("municipality", municipality.id))
                facets.update(Facet("discipline", each, municipality.id) for each in event.disciplines)
        return facets

    @remembered
    def campaigns_of(self, event: Event) -> Sequence[Campaign]:
        """The campaigns of an event: those that it names, that picked it, whose rule takes it."""
        return [
            campaign
            for campaign in self.all(Campaign)
            if campaign.id in event.campaigns or campaign.picks(event.id) or self._is_ruled(campaign, event)
        ]

    def _is_ruled(self, campaign: Campaign, event: Event) -> bool:
        """Whether a campaign's rule takes an event, on one of its days and in one of its municipalities."""
        if not campaign.takes(event):
            return False
        towns = [self.region.find(name) for name in campaign.municipalities]
        if towns and not any(self.municipality_of(place) in towns for place in self.places_of(event)):
            return False
        run = self.run_of(event)
        if run and campaign.meets(run.first, run.last):
            return True
        return any(campaign.meets(each.day, each.last_day) for each in self.occurrences[event.id])

    def events(self, facet: Facet | None = None) -> Sequence[Event]:
        """The public events of a facet, or all of them, by id."""
        return self.by_facet.get(facet, ()) if facet else self.public

    @cached_property
    def public(self) -> Sequence[Event]:
        """The events of the public agenda, past ones included."""
        return [event for event in self.all(Event) if is_public(event)]

    def parts_of(self, event: Event) -> Sequence[Event]:
        """The events that name this one as the festival or season they belong to; of a public one, the public ones."""
        return self._parts.get(event.id, ())

    @cached_property
    def _parts(self) -> Mapping[str, list[Event]]:
        parts: dict[str, list[Event]] = defaultdict(list)
        for event in self.all(Event):
            parent = self.find(Event, event.part_of)
            if parent and (is_public(event) or not is_public(parent)):
                parts[parent.id].append(event)
        return parts

    # History

    @remembered
    def dates_of(self, record: Record) -> Dates:
        """When a record was published and last changed, never after now; today's midnight while it is not committed."""
        return self.history.dates_of(record, self.settings.time_zone, self.now)

    @cached_property
    def revisions(self) -> Mapping[str, datetime]:
        """The newest change of each event, its places and its organisers, by event id."""
        behind = ((event, self.history.changes_behind(event, self.records, self.now)) for event in self.all(Event))
        return {event.id: max([self.dates_of(event).updated, *changes]) for event, changes in behind}

    @remembered
    def _behind(self, event: Event) -> Sequence[Record]:
        """An event and the records that its page and its entries also show."""
        venues = [place for place in self.places_of(event) if isinstance(place, Venue)]
        parent = self.find(Event, event.part_of)
        organisations = [organisation for organisation, _ in self.organisers_of(event)]
        return [event, *organisations, *venues, *([parent] if parent else [])]

    @cached_property
    def digests(self) -> Mapping[str, str]:
        """For each event, a digest of all that is shown of it: its own files and those behind it."""
        behind = ((event, "".join(map(self.digest_of, self._behind(event)))) for event in self.all(Event))
        return {event.id: digest((str(self.revisions[event.id]), shown)) for event, shown in behind}

    @cached_property
    def facts_digests(self) -> Mapping[str, str]:
        """For each event, a digest of what lists show of it: the facts of its own files and those behind it."""
        return {event.id: digest(map(self.facts_digest_of, self._behind(event))) for event in self.all(Event)}

    @remembered
    def digest_of(self, record: Record) -> str:
        """A digest of a record as it may be shown today: its facts and texts, its dates and changes."""
        dated = f"{self.dates_of(record).updated} {self.history.first_of(record)}"
        changes = map(repr, self.history.of_event.get(record.id, ()) if isinstance(record, Event) else ())
        return digest((self.facts_digest_of(record), record.origin.digest, dated, *changes))

    @remembered
    def facts_digest_of(self, record: Record) -> str:
        """A digest of a record without what stands below its front matter: its id, fields, first day and images."""
        today, published, origin = self.today.date(), self.dates_of(record).published, record.origin
        expired = [image.src for image in record.pictures if image.expires and image.expires < today]
        images = [self.image_digests.get(path, "") for path in origin.images.values()]
        return digest((record.collection, record.id, origin.head, str(published), *images, "expired", *expired))
