"""What is ready to promote an event with, and what is missing: for whoever coordinates and calls."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import NamedTuple

from affiche.checks.translations import missing_translations
from affiche.model.event import Event
from affiche.model.moment import Precision
from affiche.model.organisation import Organisation
from affiche.outputs.artifact import Artifact
from affiche.outputs.data.spreadsheet import MEDIA_TYPE, render_table
from affiche.outputs.images import main_image
from affiche.outputs.news import known_since
from affiche.outputs.output import Output
from affiche.outputs.site import Site
from affiche.outputs.when import takes_place

#: The page, and the table beside it.
PAGE, TABLE = "promotion-plan", "promotion.csv"
#: An event that is announced so many days before it has the time of two newsletters and a poster.
ENOUGH_DAYS = 21


class Need(NamedTuple):
    """Something that whoever promotes an event asks for."""

    key: str
    is_met: Callable[[Site, Event], bool]


def _has_alt(site: Site, event: Event) -> bool:
    image = main_image(site, event)
    return image is not None and all(map(image.alt.says, site.languages))


def _has_hours(site: Site, event: Event) -> bool:
    """Whether one knows when to come: hours of opening, or an hour of each date."""
    dates = site.calendar.occurrences[event.id]
    return bool(event.opening_hours) if event.period else all(each.precision is Precision.MINUTE for each in dates)


def _is_bookable(_site: Site, event: Event) -> bool:
    """Whether one knows how to get in: where to book, or that nobody needs to."""
    booking = event.booking
    stated = booking is not None and bool(booking.url or booking.email or booking.requirement == "none")
    return stated or any(performance.booking_url for performance in event.performances)


#: In the order of the page and of the table.
NEEDS: tuple[Need, ...] = (
    Need("image", lambda site, event: main_image(site, event) is not None),
    Need("alt", _has_alt),
    Need("translations", lambda site, event: not any(missing_translations(event, site.languages))),
    Need("summary", lambda _, event: event.summary is not None),
    Need("hours", _has_hours),
    Need("price", lambda _, event: event.price is not None),
    Need("booking", _is_bookable),
)
COLUMNS = (
    "organisation", "organisation_id", "email", "event", "event_id", "date", "ready",
    *(need.key for need in NEEDS), "days_of_notice", "url",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Readiness:
    """What an event has not yet; `notice` is how many days before it, it was announced: None where that is not known.

    `day` is its next day, of a run its first, None where that is not known.
    """

    event: Event
    missing: Sequence[str]
    day: date | None
    notice: int | None

    @property
    def wanted(self) -> Sequence[str]:
        """What to ask for: with an image comes its text."""
        return [key for key in self.missing if key != "alt" or "image" not in self.missing]

    @property
    def is_late(self) -> bool:
        """Whether it was announced too late for all that could have been done."""
        return self.notice is not None and self.notice < ENOUGH_DAYS


def readiness_of(site: Site, event: Event) -> Readiness:
    """What is ready for an event, and what is not."""
    missing = [need.key for need in NEEDS if not need.is_met(site, event)]
    run, first = site.calendar.run_of(event), site.calendar.occurrences[event.id][:1]
    opens = run.first if run else next((each.day for each in first if each.precision <= Precision.DAY), None)
    since, zone, day = known_since(site, event), site.calendar.settings.time_zone, site.calendar.order(event)[0]
    notice = (opens - since.astimezone(zone).date()).days if opens and since else -1
    # What began before it was announced was mostly announced elsewhere.
    return Readiness(event, missing, day if day != date.max else None, notice if notice >= 0 else None)


def promoted(site: Site) -> Mapping[str, Sequence[Readiness]]:
    """The public events to come that take place, by the id of the first of their organisers, the next one first."""
    return site.once(("promotion",), partial(_promoted, site))


def _promoted(site: Site) -> Mapping[str, Sequence[Readiness]]:
    found: dict[str, list[Readiness]] = defaultdict(list)
    for event in site.upcoming():
        organisers = site.calendar.organisers_of(event)
        if organisers and takes_place(site, event):
            found[organisers[0][0].id].append(readiness_of(site, event))
    return dict(found)


def promotion_stamp(site: Site) -> Sequence[str]:
    """What the plan depends on: its events with all that is behind them, and the day."""
    return site.events_fingerprint(site.upcoming()), str(site.calendar.today.date())


def promotion_artifacts(site: Site) -> Iterator[Artifact]:
    """The table in each language."""
    stamp = promotion_stamp(site)
    for language in site.languages:
        path = f"{site.routes.page(language, PAGE)}{TABLE}"
        yield Artifact(path, MEDIA_TYPE, site.fingerprint(PAGE, path, stamp), partial(render_plan, site, language))


def render_plan(site: Site, language: str) -> bytes:
    """The plan as a table (CSV, RFC 4180): `yes` or `no` for each need."""
    rows = [_row(site, owner, each, language) for owner, found in promoted(site).items() for each in found]
    return render_table(COLUMNS, sorted(rows))


def _row(site: Site, owner_id: str, ready: Readiness, language: str) -> tuple[str, ...]:
    owner, event = site.calendar.find(Organisation, owner_id), ready.event
    answers = ["no" if need.key in ready.missing else "yes" for need in NEEDS]
    return (
        site.show(owner.name if owner else None, language).text, owner_id, (owner and owner.email) or "",
        site.show(event.title, language).text, event.id, str(ready.day or ""), f"{answers.count('yes')}/{len(NEEDS)}",
        *answers, "" if ready.notice is None else str(ready.notice),
        site.absolute(site.routes.record(language, event)),
    )  # fmt: skip


PROMOTION = Output("promotion", promotion_artifacts)
