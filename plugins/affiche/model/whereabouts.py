"""Where things are: the places of events, and what follows from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from affiche.model.accessibility import inherited
from affiche.model.event import Event
from affiche.model.organisation import Organisation
from affiche.model.performance import Performance
from affiche.model.place import Place, Venue
from affiche.model.region import Municipality, Region
from affiche.model.remembered import remembered
from affiche.model.settings import Settings
from affiche.model.shelves import Shelves
from affiche.model.text import Text


@dataclass(frozen=True, eq=False)
class Whereabouts(Shelves):
    """All records with the municipalities of the region; the time zone of the settings is that of places without."""

    settings: Settings
    region: Region

    def place_of(self, event: Event, performance: Performance | None = None) -> Place | Venue | None:
        """The place of an event, or of one of its performances."""
        stated = (performance.venue if performance else None) or event.venue
        return self.find(Venue, stated) if isinstance(stated, str) else stated

    def places_of(self, event: Event, performances: Sequence[Performance] = ()) -> Sequence[Place | Venue]:
        """The places of some performances, or every place of an event, its own first, each once."""
        return self._places(event, performances) if performances else self._all_places(event)

    @remembered
    def _all_places(self, event: Event) -> Sequence[Place | Venue]:
        elsewhere = (performance for performance in event.performances if performance.venue)
        return self._places(event, (None, *elsewhere))

    def _places(self, event: Event, performances: Sequence[Performance | None]) -> Sequence[Place | Venue]:
        places = (self.place_of(event, performance) for performance in performances)
        return list({id(place): place for place in places if place}.values())

    def zone_of(self, event: Event, performance: Performance | None = None) -> ZoneInfo:
        """The zone that an event's local times are in: its place's, else the site's."""
        place = self.place_of(event, performance)
        return (place and place.time_zone) or self.settings.time_zone

    @remembered
    def municipality_of(self, record: Event | Organisation | Venue | Place) -> Municipality | None:
        """The municipality of the region that something lies in."""
        if isinstance(record, Event):
            place = self.place_of(record)
            return self.municipality_of(place) if place else None
        if record.country != "BE":
            return None
        return self.region.find(record.municipality or "") or self.region.find(record.postal_code or "")

    def room_of(self, event: Event, performance: Performance | None = None) -> Text | None:
        """The room of an event, or of one of its performances: what its venue calls it, else as typed."""
        stated = event.room_of(performance)
        place = self.place_of(event, performance)
        room = place.room_named(stated) if isinstance(place, Venue) else None
        return (room and room.name) or stated

    def accessibility_of(self, event: Event, performance: Performance | None = None) -> dict[str, str]:
        """What is known of an event's accessibility, or of a performance's: its own facts, its room's, its venue's."""
        return self._accessibility(event, performance) if performance else self._event_accessibility(event)

    @remembered
    def _event_accessibility(self, event: Event) -> dict[str, str]:
        return self._accessibility(event, None)

    def _accessibility(self, event: Event, performance: Performance | None) -> dict[str, str]:
        own = (event.accessibility, performance.accessibility if performance else {})
        place = self.place_of(event, performance)
        if not isinstance(place, Venue):
            return inherited(*own)
        room = place.room_named(event.room_of(performance))
        return inherited(place.accessibility, room.accessibility if room else {}, *own)
