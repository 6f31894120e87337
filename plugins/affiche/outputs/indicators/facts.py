"""What is counted of each event, found once for all years and seasons: one pass over the files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, datetime

from affiche.calendar import Calendar
from affiche.model.event import Event
from affiche.model.facet import is_public
from affiche.model.moment import Precision
from affiche.model.occurrence import Occurrence
from affiche.model.organisation import Organisation
from affiche.model.text import Text
from affiche.model.texts import texts_of
from affiche.outputs.completeness import event_points
from affiche.outputs.hreflang import translated
from affiche.outputs.images import main_image
from affiche.outputs.jsonld_offers import is_free
from affiche.outputs.news import known_since
from affiche.outputs.site import Site
from affiche.outputs.states import agreed_state

#: Who pays for an event does not make it.
FUNDER = "funder"
#: Where the site is at home: what is elsewhere is abroad.
HOME = "BE"


@dataclass(frozen=True, slots=True)
class Where:
    """Where an event is: its municipalities of the region by id, its other places, the countries that it reaches."""

    municipalities: AbstractSet[str]
    is_elsewhere: bool
    is_abroad: bool
    countries: AbstractSet[str]

    @property
    def is_stated(self) -> bool:
        """Whether it has a place at all."""
        return bool(self.municipalities) or self.is_elsewhere or self.is_abroad


@dataclass(frozen=True, slots=True)
class Facts:
    """What is counted of an event; `month` is empty where it is not known, `lead` is a number of days or not known."""

    event: Event
    day: date
    month: str
    is_public: bool
    dates: int
    dates_off: int
    state: str
    is_sold_out: bool
    organisations: Sequence[Organisation]
    where: Where
    access: Mapping[str, str]
    is_free: bool | None
    is_pictured: bool
    is_translated: bool
    missing: Mapping[str, int]
    texts: int
    completeness: int
    lead: int | None


def all_facts(site: Site) -> Sequence[Facts]:
    """The facts of every event that has a page, by id."""
    return site.once(("indicator facts",), lambda: [_facts(site, event) for event in site.calendar.all(Event)])


def first_day(calendar: Calendar, event: Event) -> tuple[date, Precision]:
    """The first day of an event and how exactly it is known; of a run that began on no known day, its last."""
    run, dates = calendar.run_of(event), calendar.occurrences[event.id]
    days = [(each.day, each.precision) for each in dates[:1]]
    if run and (day := run.first or (None if days else run.last)):
        days.append((day, Precision.DAY))
    return min(days)


def _facts(site: Site, event: Event) -> Facts:
    calendar = site.calendar
    dates, run = calendar.occurrences[event.id], calendar.run_of(event)
    day, precision = first_day(calendar, event)
    state, left = agreed_state(event, dates)
    texts = [text for _, text in texts_of(event)]
    missing = _lacking(texts, site.languages)
    return Facts(
        event=event,
        day=day,
        month=f"{day.year}-{day.month:02}" if precision <= Precision.MONTH else "",
        is_public=is_public(event),
        dates=len(dates) + (run is not None),
        dates_off=_off(dates) + (run is not None and event.status == "cancelled"),
        state=state,
        is_sold_out=left == "sold-out",
        organisations=makers(calendar, event),
        where=_where(calendar, event),
        access=calendar.accessibility_of(event),
        is_free=is_free(event.price),
        is_pictured=main_image(site, event) is not None,
        is_translated=translated(site, event) == site.languages,
        missing=missing,
        texts=len(texts),
        completeness=event_points(event, calendar, is_translated=not missing),
        lead=lead_of(known_since(site, event), day, precision, calendar),
    )


def _off(dates: Sequence[Occurrence]) -> int:
    return sum(date.status == "cancelled" for date in dates)


def makers(calendar: Calendar, event: Event) -> Sequence[Organisation]:
    """The organisations that make an event, each once, whatever their part; who only pays is none."""
    found = {each.id: each for each, role in calendar.organisers_of(event) if role != FUNDER}
    return [found[key] for key in sorted(found)]


def _lacking(texts: Sequence[Text], languages: tuple[str, ...]) -> Mapping[str, int]:
    """How many texts lack each language that some text lacks."""
    found: dict[str, int] = {}
    for text in texts:
        for language in languages:
            if not text.says(language):
                found[language] = found.get(language, 0) + 1
    return found


def _where(calendar: Calendar, event: Event) -> Where:
    reached = event.international.countries if event.international else ()
    municipalities, countries, is_elsewhere, is_abroad = set[str](), set(reached), False, False
    for place in calendar.places_of(event):
        if municipality := calendar.municipality_of(place):
            municipalities.add(municipality.id)
        elif place.country == HOME:
            is_elsewhere = True
        else:
            countries.add(place.country)
            is_abroad = True
    return Where(municipalities, is_elsewhere, is_abroad, countries - {HOME})


def lead_of(since: datetime | None, day: date, precision: Precision, calendar: Calendar) -> int | None:
    """How many days before its first one an event became public; None where that is not known, or was afterwards."""
    if since is None or precision > Precision.DAY:
        return None
    days = (day - since.astimezone(calendar.settings.time_zone).date()).days
    return days if days >= 0 else None
